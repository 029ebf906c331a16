"""What the server says of entries: its answer to a batch, and the entries of others as they come down."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.entries import Verdict


@dataclass(frozen=True, slots=True)
class Run:
    """Entries first_dseq … first_dseq+count-1 have the numbers number … number+count-1."""

    first_dseq: int
    count: int
    number: int


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """The server did not take this entry, and why."""

    dseq: int
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """The server's answer to a batch. `finding_numbers` by the dseq of the entry that raised the finding."""

    runs: tuple[Run, ...]
    refused: tuple[RefusedEntry, ...]
    ineffective: Mapping[int, str]
    finding_numbers: Mapping[int, str]
    received_at: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """An entry of someone else as it comes down, with its verdict; the body is kept as it is."""

    device: str
    dseq: int
    verdict: Verdict
    body: str


@dataclass(frozen=True, slots=True)
class Departure:
    """A finding that left this person's scope, with the entry of this number."""

    subject: str
    number: int
