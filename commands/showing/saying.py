"""What is said at each step of a story, as the facts that the windows would record."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from commands.showing.cast import name_of
from commands.showing.fates import Fate, Stage
from commands.showing.inventing import reason_of
from commands.showing.script import Script, Step
from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptancePassed,
    AcceptanceRefused,
    Closed,
    ClosureReturned,
    ClosureSubmitted,
    Enlisted,
    EvidenceAttached,
    Fact,
    MeasureSettled,
    NoticePublished,
    Photo,
    ProgressReported,
    Resubmitted,
    Returned,
    SignedFor,
    Verified,
)
from models.vocabulary import Conclusion, Conformity, Schedule, Standard

_NOTICE = timedelta(days=6)
_WHERE = "天宁区人民政府网站、镇（街道）和村（社区）公示栏"
_BEHIND = (Fate.BEHIND, Fate.OVERDUE, Fate.REFUSED_TWICE)
_HALF_WAY = (Fate.RECTIFYING, Fate.DUE_SOON, Fate.DUE_TODAY)


def said(script: Script, step: Step, photos: tuple[Photo, ...]) -> Sequence[Fact]:
    """The facts of a step, with the photos that were kept for it."""
    return tuple(_SAID[step.stage](script, step, photos))


def _raise(script: Script, step: Step, photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield replace(script.story.form, photos=photos, finder=name_of(step.by))


def _return(script: Script, _step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield Returned((reason_of(script.story),), script.story.words)


def _resubmit(_script: Script, _step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield Resubmitted("已按要求补充，请再核。")


def _verify(script: Script, _step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield Verified(script.story.form.classification)


def _enlist(_script: Script, _step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield Enlisted()


def _dispatch(script: Script, _step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    assert script.order is not None, "a story that is dispatched has its order"
    yield script.order


def _sign(script: Script, step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield SignedFor(script.responsible.person, step.day)


def _report(script: Script, step: Step, photos: tuple[Photo, ...]) -> Iterator[Fact]:
    is_slow = script.story.fate in _BEHIND
    yield ProgressReported(
        period=f"{step.day:%Y-%m}",
        text=script.wording.progress(slow=is_slow),
        schedule=Schedule.BEHIND if is_slow else Schedule.ON_SCHEDULE,
        percent=30 + script.story.seed % 6 * 10,
        photos=photos,
    )
    if script.story.fate in _HALF_WAY:
        yield MeasureSettled(1, step.day)


def _apply(script: Script, step: Step, photos: tuple[Photo, ...]) -> Iterator[Fact]:
    if step.turn == 0:
        yield from (MeasureSettled(number + 1, step.day) for number in range(len(script.wording.kind.measures)))
    yield EvidenceAttached(photos)
    yield AcceptanceApplied(step.day, script.wording.completed(script.responsible, step.day))


def _arrange(_script: Script, step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield AcceptanceArranged(step.day + timedelta(days=1))


def _refuse(script: Script, step: Step, photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield AcceptanceRefused(Conclusion.NOT_PASSED, script.wording.kind.refused, step.day, photos)


def _accept(script: Script, step: Step, photos: tuple[Photo, ...]) -> Iterator[Fact]:
    answers = [Conformity.YES] * len(Standard)
    answers[list(Standard).index(Standard.PENALTIES_DONE)] = Conformity.NOT_INVOLVED
    yield AcceptancePassed(
        step.day, script.verifiers, photos, tuple(answers), script.wording.opinion(), asked_resident=True
    )


def _submit(script: Script, _step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    done = next(step.day for step in reversed(script.steps) if step.stage is Stage.APPLY)
    yield ClosureSubmitted(script.wording.completed(script.responsible, done))


def _send_back(script: Script, _step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield ClosureReturned(script.wording.file_back())


def _publish(script: Script, step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    text = script.wording.notice(script.responsible)
    yield NoticePublished(script.wording.review(), text, step.day, step.day + _NOTICE, _WHERE)


def _close(script: Script, step: Step, _photos: tuple[Photo, ...]) -> Iterator[Fact]:
    yield Closed(step.day, script.wording.closing())


_SAID: Mapping[Stage, Callable[[Script, Step, tuple[Photo, ...]], Iterator[Fact]]] = {
    Stage.RAISE: _raise,
    Stage.RETURN: _return,
    Stage.RESUBMIT: _resubmit,
    Stage.VERIFY: _verify,
    Stage.ENLIST: _enlist,
    Stage.DISPATCH: _dispatch,
    Stage.SIGN: _sign,
    Stage.REPORT: _report,
    Stage.APPLY: _apply,
    Stage.ARRANGE: _arrange,
    Stage.REFUSE: _refuse,
    Stage.ACCEPT: _accept,
    Stage.SUBMIT: _submit,
    Stage.SEND_BACK: _send_back,
    Stage.PUBLISH: _publish,
    Stage.CLOSE: _close,
}
