"""What was typed in the first minute, kept on this laptop until somebody is signed in; never a password."""

from dataclasses import dataclass

from models.profile_file import ProfileFile

_NAMES = ("step", "server", "login", "name", "grid")


@dataclass(frozen=True, slots=True)
class Begun:
    """The fields as they stood, and which card was in front."""

    step: str = ""
    server: str = ""
    login: str = ""
    name: str = ""
    grid: str = ""


def read_begun(file: ProfileFile) -> Begun:
    """As it was left."""
    return Begun(**{name: file.device(f"first_{name}") for name in _NAMES})


def keep_begun(file: ProfileFile, begun: Begun) -> None:
    """Durable when it returns."""
    file.keep_device(**{f"first_{name}": getattr(begun, name) for name in _NAMES})
