"""What looks odd about a finding but may be right: told in amber, answered by a button, recorded with the answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gui.findings.form_values import FormField, FormValues
from gui.findings.vicinity import Neighbour, Vicinity
from gui.labels import days_ago
from models.facts import Photo
from models.vocabulary import TimeSource
from resources.words import N_, _

MOST_OPEN = 2
FAR_APART = timedelta(hours=24)
FUTURE_TOLERANCE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer by its code and its English words; `fixes` names what the form changes by it."""

    code: str
    words: str
    fixes: str = ""


@dataclass(frozen=True, slots=True)
class SoftWarning:
    """One warning: its code (with the photo it is about), its sentence, and what may be answered."""

    code: str
    text: str
    choices: tuple[Choice, ...]


def open_warnings(values: FormValues, around: Vicinity, now: datetime) -> tuple[SoftWarning, ...]:
    """The warnings that nobody has answered yet, most important first."""
    answered = {answer.warning for answer in values.answers}
    return tuple(warning for warning in _all(values, around, now) if warning.code not in answered)


def _all(values: FormValues, around: Vicinity, now: datetime) -> list[SoftWarning]:
    used = around.used_elsewhere
    found = [_used(photo, used[photo.sha256]) for photo in values.photos if photo.sha256 in used]
    if values.grid and values.grid_words:
        found.insert(0, _written(values.grid_words))
    if around.neighbour is not None:
        found.insert(0, _neighbour(around.neighbour, now))
    if (ahead := _ahead(values, now)) is not None:
        found.append(ahead)
    if (apart := _apart(values)) is not None:
        found.append(apart)
    if without_time := [photo for photo in values.photos if photo.time_source is not TimeSource.EXIF]:
        found.append(_no_time(without_time))
    without_place = [photo for photo in values.photos if photo.position is None]
    if values.photos and without_place and len(without_place) < len(values.photos):
        found.append(_no_place(len(without_place)))
    return found


def _written(grid: str) -> SoftWarning:
    text = _("This was written down for “{grid}”, before you were connected. Look whether the grid is right.")
    return SoftWarning("grid_from_words", text.format(grid=grid), (Choice("grid_is_right", N_("The grid is right")),))


def _neighbour(near: Neighbour, now: datetime) -> SoftWarning:
    text = _("This finding may be here already. {number}, {metres} m away, logged {when}: {state}.")
    said = text.format(
        number=near.number, metres=near.metres, when=days_ago(near.recorded_at, now), state=_(near.state.chip)
    )
    choices = (Choice("not_the_same", N_("Not the same")), Choice("may_be_the_same", N_("May be, log it all the same")))
    return SoftWarning(f"near_duplicate:{near.finding}", said, choices)


def _used(photo: Photo, number: str) -> SoftWarning:
    text = _("Photo {name} already stands in {number}. Is it the right one?").format(name=photo.name, number=number)
    keep, drop = N_("It shows this, too"), N_("Take it out")
    choices = (Choice("belongs_to_both", keep), Choice("taken_out", drop, fixes=f"remove:{photo.sha256}"))
    return SoftWarning(f"photo_used_elsewhere:{photo.sha256[:16]}", text, choices)


def _ahead(values: FormValues, now: datetime) -> SoftWarning | None:
    found_at = values.found_at
    if found_at is None or found_at <= now + FUTURE_TOLERANCE:
        return None
    hours = max(1, round((found_at - now) / timedelta(hours=1)))
    text = _("That is {hours} hours later than now. The computer's clock may be wrong, please have a look.")
    choices = (Choice("time_is_right", N_("The time is right")), Choice("set_to_now", N_("Set to now"), fixes="now"))
    return SoftWarning("found_in_future", text.format(hours=hours), choices)


def _apart(values: FormValues) -> SoftWarning | None:
    """Only when a person set the time: else it is the photo's own."""
    shots = [photo.taken_at for photo in values.photos if photo.taken_at and photo.time_source is TimeSource.EXIF]
    if not shots or values.found_at is None:
        return None
    gap = max(abs(shot - values.found_at) for shot in shots)
    if gap <= FAR_APART:
        return None
    text = _("Photos and found time lie {days} days apart.").format(days=max(1, round(gap / FAR_APART)))
    right = Choice("found_time_is_right", N_("The found time is right"))
    use = Choice("photo_time_used", N_("Use the photo's time"), fixes="photo_time")
    return SoftWarning("photo_time_differs", text, (right, use) if FormField.FOUND_AT in values.own else (right,))


def _no_time(photos: list[Photo]) -> SoftWarning:
    names = "、".join(photo.name for photo in photos[:2])
    text = _("{names}: pictures forwarded by WeChat carry no time, please fill it in from the stamp.")
    filled, none = N_("Filled in from the stamp"), N_("There is no stamp")
    choices = (Choice("filled_from_stamp", filled), Choice("no_stamp", none))
    key = "-".join(photo.sha256[:8] for photo in photos[:4])
    return SoftWarning(f"photo_without_time:{key}", text.format(names=names), choices)


def _no_place(count: int) -> SoftWarning:
    text = _("{n} of the photos carry no position. Were they taken at the same place?").format(n=count)
    return SoftWarning(f"photo_without_position:{count}", text, (Choice("same_place", N_("Same place")),))
