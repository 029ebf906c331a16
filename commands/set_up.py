"""Make the virtual environment and install the pinned packages, unless that was done already."""

import hashlib
import importlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
REQUIREMENTS = HOUSE / "requirements.txt"
ENVIRONMENT = HOUSE / ".venv"
STAMP = ENVIRONMENT / "installed.sha256"
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


def main() -> int:
    """Bring the environment up to date; quick when the stamp matches."""
    wanted = _fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted and _python().exists():
        return 0
    if not _can_make_environments() and not _get_venv():
        print(
            f"Python {VERSION} cannot make virtual environments here: its ensurepip module is missing.", file=sys.stderr
        )
        return 1
    print(f"Setting up {ENVIRONMENT} with Python {sys.version.split()[0]}", flush=True)
    STAMP.unlink(missing_ok=True)
    venv.create(ENVIRONMENT, with_pip=True, clear=_is_of_another_python(), symlinks=os.name != "nt")
    if _install() != 0:
        print(
            "Setting up failed: the packages could not be installed. Run it again when the network is back.",
            file=sys.stderr,
        )
        return 1
    STAMP.write_text(wanted, encoding="ascii")
    return 0


def _fingerprint() -> str:
    """What the environment depends on: the pinned packages and where the house stands."""
    return hashlib.sha256(REQUIREMENTS.read_bytes() + str(HOUSE).encode()).hexdigest()


def _python() -> Path:
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return ENVIRONMENT / folder / name


def _can_make_environments() -> bool:
    """Debian ships `venv` without `ensurepip` until python3-venv is installed."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return False
    return True


def _get_venv() -> bool:
    """Get the module where that is possible; else the command to type is printed."""
    prepare = Path(__file__).with_name("prepare_system.py")
    subprocess.run([sys.executable, "-I", prepare, f"python{VERSION}-venv"], check=False)
    importlib.invalidate_caches()
    return _can_make_environments()


def _is_of_another_python() -> bool:
    """A venv that another Python made, or that was moved here, is made anew."""
    if not _python().exists():
        return ENVIRONMENT.exists()
    script = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r})"
    return subprocess.run([_python(), "-c", script], check=False).returncode != 0


def _install() -> int:
    pip = [
        str(_python()),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-warn-script-location",
    ]
    return subprocess.run([*pip, "--require-hashes", "-r", str(REQUIREMENTS)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
