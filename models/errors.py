"""What can go wrong, as types; sentences are made where they are shown (resources.sentences).

GewuError
├── Refused          the rules say no to what a person asked: a Refusal with its code
├── Malformed        bytes from elsewhere are not what they should be
└── WorldFailed      not our fault and not the person's: disk, file, lock
    ├── DiskFull
    ├── NotWritable
    ├── Damaged
    ├── AlreadyOpen
    └── WrongKey
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not: a stable code and the values its sentence needs."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class GewuError(Exception):
    """Any failure that carries a code and can be said in a sentence."""

    code = "failed"

    def __init__(self, code: str | None = None, **values: object) -> None:
        """Name the code (the class has a default) and the values of the sentence."""
        super().__init__(code or self.code, values)
        self.refusal = Refusal(code or self.code, values)


class Refused(GewuError):
    """A step that the rules do not allow now. May carry several refusals, for instance one a field."""

    code = "refused"

    def __init__(self, *refusals: Refusal) -> None:
        """At least one refusal; the first one speaks for all."""
        first = refusals[0]
        super().__init__(first.code, **first.values)
        self.refusals = refusals


class Malformed(GewuError):
    """Bytes from elsewhere that are not an entry, a message or a file of ours."""

    code = "malformed"


class WorldFailed(GewuError):
    """The world failed: say so, keep everything, let the person try again."""

    code = "world_failed"


class DiskFull(WorldFailed):
    """No room on the disk of the store; nothing was half written."""

    code = "disk_full"


class NotWritable(WorldFailed):
    """The folder of the store may not be written."""

    code = "not_writable"


class Damaged(WorldFailed):
    """A file of the store is not what was written there."""

    code = "damaged"


class AlreadyOpen(WorldFailed):
    """Another run of the program has this store open."""

    code = "already_open"


class WrongKey(WorldFailed):
    """The key does not open this store."""

    code = "wrong_key"


class PictureRefused(GewuError):
    """This file is not taken in; nothing was done to it. Codes: picture_… (see resources.sentences)."""

    code = "picture_truncated"
