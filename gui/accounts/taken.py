"""How far 带下来 is, in words: counted from the store each time, so that it also goes on after a stop or a restart."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui import labels
from gui.check_lines import CheckLine, Health
from models.photos import PhotoState
from models.reference import KEYS
from models.store import Store
from resources.words import _

if TYPE_CHECKING:
    from sync.contents import Contents


@dataclass(frozen=True, slots=True)
class Here:
    """What has come down to this laptop so far."""

    findings: int = 0
    photos: int = 0
    register_rows: int = 0


def read_here(store: Store) -> Here:
    """Counted now; called beside the window."""
    states = store.photos.counts()
    photos = sum(count for state, count in states.items() if state is not PhotoState.ABSENT)
    return Here(store.findings.count(), photos, sum(len(store.reference.rows(kind)) for kind in KEYS))


def headline(contents: "Contents | None") -> str:
    """「共 1,240 条问题、3,720 张照片，照片 64 MB」, as far as the bureau says so."""
    if contents is None:
        return _("What concerns you comes from the bureau onto this computer.")
    if not contents.findings:
        return _("There is no finding for you yet; the registers come down.")
    return _("{findings} and {photos} in all, the photos {size}").format(
        findings=labels.records(contents.findings),
        photos=labels.photos(contents.photos),
        size=labels.size(contents.photo_bytes),
    )


def share(contents: "Contents | None", here: Here) -> float:
    """How much is here, from 0 to 1; photos count by number. 0 where nobody knows how much there is."""
    if contents is None:
        return 0.0
    every = contents.findings + contents.photos + contents.register_rows
    came = (
        min(here.findings, contents.findings)
        + min(here.photos, contents.photos)
        + min(here.register_rows, contents.register_rows)
    )
    return came / every if every else 1.0


def taken_lines(contents: "Contents | None", here: Here, *, done: bool, rest: str) -> tuple[CheckLine, ...]:
    """Registers, findings, photos: what is here and what is still to come; `rest` is how long the photos take."""
    return tuple(_lines(contents, here, done=done, rest=rest))


def _lines(contents: "Contents | None", here: Here, *, done: bool, rest: str) -> Iterator[CheckLine]:
    rows = contents.register_rows if contents else 0
    rows = min(rows, here.register_rows) if done else rows  # one row a name here, whatever the bureau's list repeats
    yield _line(_("Grids, units, people and enterprises"), labels.records, rows, here.register_rows, done=done)
    findings = contents.findings if contents else 0
    yield _line(_("Findings with their history"), labels.records, findings, here.findings, done=done)
    photos = contents.photos if contents else 0
    line = _line(_("Photos (taken down)"), labels.photos, photos, here.photos, done=done)
    if rest and line.health is Health.UNKNOWN:
        line = CheckLine(line.name, line.health, _("{left}, {time}").format(left=line.found, time=rest))
    yield line


def _line(name: str, amount: Callable[[int], str], every: int, here: int, *, done: bool) -> CheckLine:
    if here >= every > 0 or (done and not every):
        return CheckLine(name, Health.GOOD, _("{amount} here").format(amount=amount(here)))
    if every:
        return CheckLine(name, Health.UNKNOWN, _("{amount} to come").format(amount=amount(every - here)))
    return CheckLine(name, Health.UNKNOWN, _("{amount} so far").format(amount=amount(here)))
