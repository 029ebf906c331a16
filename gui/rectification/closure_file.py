"""一事一档: what the file of a finding holds and what it still lacks, from the finding alone."""

from collections.abc import Iterator

from gui.check_lines import CheckLine, Health
from gui.labels import photos as photo_count
from gui.rectification.place_words import place_name
from models.finding import Finding
from models.rectification import Rectification
from models.step_rules import LEAST_VERIFIERS
from models.vocabulary import PhotoKind
from resources.words import _, ngettext


def closure_file(finding: Finding) -> tuple[CheckLine, ...]:
    """The papers of 上报销号 in their order."""
    before = finding.photos and any(photo.kind is PhotoKind.BEFORE for photo in finding.photos)
    lines = [
        _line(_("Form of the finding"), is_there=bool(before), there=_("with photos"), lacking=_("without a photo")),
        _line(_("Verification"), is_there=finding.verified_by is not None),
    ]
    task = finding.rectification
    return (*lines, *(_of_task(task) if task else ()), *_places(finding), *_acceptance(task))


def _of_task(task: Rectification) -> Iterator[CheckLine]:
    yield _line(_("Dispatch order"), is_there=True, there=task.order.unit.name)
    yield _line(_("Signature of receipt"), is_there=task.signature is not None)
    count = len(task.reports)
    words = ngettext("{n} report", "{n} reports", count).format(n=count)
    none = CheckLine(_("Progress reports"), Health.UNKNOWN, _("none were due"))
    yield _line(_("Progress reports"), is_there=True, there=words) if count else none


def _places(finding: Finding) -> Iterator[CheckLine]:
    for number, place in enumerate(finding.places, start=1):
        title = _("Photos before and after: {place}").format(place=place_name(place, number))
        before, after = (len(place.of_kind(kind)) for kind in (PhotoKind.BEFORE, PhotoKind.AFTER))
        there = _("before {before}, after {after}").format(before=photo_count(before), after=photo_count(after))
        yield _line(title, is_there=after > 0, there=there, lacking=_("no photo after rectification"))


def _acceptance(task: Rectification | None) -> Iterator[CheckLine]:
    yield _line(_("Application for acceptance"), is_there=task is not None and task.application is not None)
    said = task.acceptance.fact if task and task.acceptance else None
    verifiers = said.verifiers if said else ()
    title = _("Acceptance record")
    if said is None:
        yield _line(title, is_there=False)
    elif len(verifiers) < LEAST_VERIFIERS or not said.photos:
        yield _line(title, is_there=False, lacking=_("verifiers or photos are missing"))
    else:
        names = _("{names}, {photos}").format(names="、".join(verifiers), photos=photo_count(len(said.photos)))
        yield _line(title, is_there=True, there=names)


def _line(name: str, *, is_there: bool, there: str = "", lacking: str = "") -> CheckLine:
    if is_there:
        return CheckLine(name, Health.GOOD, there or _("there (file)"))
    return CheckLine(name, Health.BAD, lacking or _("missing (file)"))
