"""Words for values: enum members, states, persons' places, times, numbers and sizes as screens.md 3 has them."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from gui.day_words import named_day
from gui.theme import Tone
from models.clock import CHINA, day_of
from models.coordinates import Position
from models.state import State
from models.taxonomy import category
from models.vocabulary import Labelled
from resources.words import _, ngettext


@dataclass(frozen=True, slots=True)
class ChipLook:
    """A short word with its ink and ground; `name` is what a screen reader says."""

    text: str
    ink: Tone
    ground: Tone
    name: str


class _Colours(Enum):
    """Never red, amber or green for a state, but red for returned and green for closed: those belong to lights."""

    GREY = Tone.SUB, Tone.LOCKED_PALE
    BLUE = Tone.BRAND_INK, Tone.BRAND_PALE
    INDIGO = Tone.INDIGO, Tone.INDIGO_PALE
    TEAL = Tone.TEAL, Tone.TEAL_PALE
    GREEN = Tone.GREEN_INK, Tone.GREEN_PALE
    RED = Tone.RED, Tone.RED_PALE


_STATE_COLOURS = {
    State.DRAFT: _Colours.GREY,
    State.UNSENT: _Colours.GREY,
    State.REPORTED: _Colours.BLUE,
    State.RETURNED: _Colours.RED,
    State.VERIFIED: _Colours.BLUE,
    State.SETTLED_BY_TOWN: _Colours.GREEN,
    State.TRANSFERRED: _Colours.GREY,
    State.MERGED: _Colours.GREY,
    State.NOT_ACCEPTED: _Colours.GREY,
    State.ENLISTED: _Colours.BLUE,
    State.DISPATCHED: _Colours.BLUE,
    State.RECTIFYING: _Colours.INDIGO,
    State.COMPLETED: _Colours.TEAL,
    State.ACCEPTING: _Colours.TEAL,
    State.ACCEPTED: _Colours.TEAL,
    State.CLOSING: _Colours.TEAL,
    State.PUBLIC_NOTICE: _Colours.TEAL,
    State.CLOSED: _Colours.GREEN,
    State.LONG_TERM: _Colours.GREEN,
    State.VOIDED: _Colours.GREY,
}


def state_chip(state: State) -> ChipLook:
    """The chip of a finding's state: short word, and the full wording for screen readers."""
    ink, ground = _STATE_COLOURS[state].value
    return ChipLook(_(state.chip), ink, ground, _("State {state}").format(state=_(state.label)))


def word(member: Labelled) -> str:
    """The word for a member of a closed set of values."""
    return _(member.label)


def category_name(code: str) -> str:
    """The short name of a type; its code where a newer table has it."""
    found = category(code)
    return found.short if found else code


def moment(when: datetime, now: datetime) -> str:
    """今天 08:05 / 昨天 17:42 / 11-20 16:32 / 2025-12-03; relative words only up to yesterday."""
    when, now = when.astimezone(CHINA), now.astimezone(CHINA)
    clock = when.strftime("%H:%M")
    days = (now.date() - when.date()).days
    if days == 0:
        return _("today {time}").format(time=clock)
    if days == 1:
        return _("yesterday {time}").format(time=clock)
    if when.year == now.year:
        return when.strftime("%m-%d ") + clock
    return when.strftime("%Y-%m-%d")


def full_moment(when: datetime) -> str:
    """2026-11-22 15:18, where the day itself is the fact."""
    return when.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def days_ago(when: datetime, now: datetime) -> str:
    """今天 / 昨天 / 3天前."""
    days = (day_of(now) - day_of(when)).days
    if days <= 0:
        return _("today")
    return _("yesterday") if days == 1 else ngettext("{n} day ago", "{n} days ago", days).format(n=days)


def ago(when: datetime, now: datetime) -> str:
    """刚刚 / 10分钟前 within the hour; then like every other moment."""
    minutes = int((now - when).total_seconds() // 60)
    if not 0 <= minutes < 60:
        return moment(when, now)
    return ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes) if minutes else _("just now")


def long_day(when: datetime) -> str:
    """11月22日 星期日."""
    return named_day(day_of(when))


def greeting(name: str, now: datetime) -> str:
    """王建国，下午好."""
    hour = now.astimezone(CHINA).hour
    if hour < 11:
        return _("Good morning, {name}").format(name=name)
    if hour < 13:
        return _("Good day, {name}").format(name=name)
    return (_("Good afternoon, {name}") if hour < 18 else _("Good evening, {name}")).format(name=name)


def number(count: int) -> str:
    """12,486 as counts are written; codes never are."""
    return f"{count:,}"


def short_number(code: str) -> str:
    """2026-001286: the area in front is left out where all are of one area; the full one is for paper and copying."""
    parts = code.split("-")
    return "-".join(parts[1:]) if len(parts) == 3 and len(parts[0]) == 6 and parts[0].isdigit() else code


def size(octets: int) -> str:
    """1.2 MB, 300 KB."""
    if octets < 1_000:
        return _("{n} bytes").format(n=octets)
    if octets < 1_000_000:
        return f"{octets / 1_000:.0f} KB"
    return f"{octets / 1_000_000:.1f} MB" if octets < 1_000_000_000 else f"{octets / 1_000_000_000:.0f} GB"


def records(count: int) -> str:
    """3 条."""
    return ngettext("{n} record", "{n} records", count).format(n=number(count))


def photos(count: int) -> str:
    """12 张."""
    return ngettext("{n} photo", "{n} photos", count).format(n=number(count))


def waiting(records_waiting: int, photos_waiting: int) -> str:
    """3 条 · 12 张; what is zero is not said."""
    parts = [records(records_waiting)] if records_waiting else []
    return " · ".join([*parts, photos(photos_waiting)] if photos_waiting else parts)


def position(place: Position) -> str:
    """东经120.087312° 北纬31.824605°."""
    return _("{lon}° E {lat}° N").format(lon=f"{place.lon:.6f}", lat=f"{place.lat:.6f}")
