"""Find the shared libraries and the Chinese font that Qt needs on Linux, and get them where that is possible.

Runs before anything of Qt is loaded, with the standard library alone. Package names on the command line are
asked for as they are (set_up.py asks for python3-venv so).
"""

import ctypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ALWAYS: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
"""What Qt loads even without a display; from file to Debian package."""

ON_A_DISPLAY: Final = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

FONT: Final = "fonts-wqy-microhei"
FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
CHINESE_FONT: Final = re.compile(
    r"cjk|wqy|han-?sans|han-?serif|-?sc-|droidsansfallback|uming|ukai|simsun|msyh", re.IGNORECASE
)


def main(asked_for: list[str]) -> int:
    """0 when Qt can start (or the asked for packages are there), else 1 with the one command to type."""
    if not sys.platform.startswith("linux"):
        return 0
    packages = asked_for or missing()
    if not packages:
        return 0
    if may_install() and install(packages):
        return 0
    print(f"Missing on this machine: {' '.join(packages)}", file=sys.stderr)
    if shutil.which("apt-get"):
        print(f"Type: sudo apt-get install -y {' '.join(packages)}", file=sys.stderr)
    return 1 if asked_for or needed_now() & set(packages) else 0


def missing() -> list[str]:
    """The packages that are not there."""
    packages = [package for file, package in (ALWAYS | ON_A_DISPLAY).items() if not loads(file)]
    return packages if has_chinese_font() else [*packages, FONT]


def needed_now() -> set[str]:
    """Without a display the tour still runs; without a system font the one we carry is used."""
    with_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return {*ALWAYS.values(), *(ON_A_DISPLAY.values() if with_display else ())}


def loads(file: str) -> bool:
    """Whether the dynamic linker finds it: the one question that counts."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """By file name where that is telling, else by asking fontconfig."""
    for folder in (Path(name).expanduser() for name in FONT_FOLDERS):
        if any(CHINESE_FONT.search(path.name) for path in folder.glob("**/*.[ot]t[fc]")):
            return True
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def may_install() -> bool:
    """Only root installs, only with apt, and not where GEWU_NO_APT=1 forbids it."""
    if sys.platform == "win32":
        return False
    return bool(shutil.which("apt-get")) and os.geteuid() == 0 and os.environ.get("GEWU_NO_APT") != "1"


def install(packages: list[str]) -> bool:
    """Say what is installed, then install it."""
    print(f"Installing system packages (GEWU_NO_APT=1 forbids it): {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], env=environment, check=False)
    command = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages]
    return subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
