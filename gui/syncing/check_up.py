"""同步体检: what could keep work from the bureau, each looked at now: network, sign-in, clock, disk, checking."""

import shutil
from dataclasses import dataclass
from datetime import datetime

from gui import labels
from gui.check_lines import CheckLine, Health
from gui.connection import Connection
from models import local_people
from models.entries import ClockNote
from models.findings import Safety
from models.store import Store
from resources.words import _, ngettext

LITTLE_DISK = 2_000_000_000
NO_DISK = 300_000_000
ODD_CLOCK_S, WRONG_CLOCK_S = 60, 600


@dataclass(frozen=True, slots=True)
class Condition:
    """What the laptop says of itself."""

    disk_free: int
    skew: ClockNote | None
    safety: Safety


def read_condition(store: Store) -> Condition:
    """Look at disk, clock and photos; called beside the window."""
    return Condition(shutil.disk_usage(store.folder).free, store.head.state().skew, local_people.safety(store))


def check_lines(
    condition: Condition, connection: Connection, *, reason: str | None, last: datetime | None, now: datetime
) -> tuple[CheckLine, ...]:
    """The lines of the check-up; `reason` is what ended the last exchange early."""
    lines = [
        _network(connection, last, now),
        _sign_in(reason, last),
        clock_line(condition.skew),
        disk_line(condition.disk_free),
        _checking(condition.safety),
    ]
    if reason == "bureau_full":
        lines.insert(4, CheckLine(_("Room at the bureau"), Health.BAD, _("full, photos wait")))
    return tuple(lines)


def clock_line(skew: ClockNote | None) -> CheckLine:
    """How far this laptop's clock is from the bureau's."""
    if skew is None:
        return CheckLine(_("Clock"), Health.UNKNOWN, _("not compared yet"))
    seconds = round(abs(skew.skew_ms) / 1000)
    away = _("{n} s").format(n=seconds) if seconds < 120 else _("{n} min").format(n=seconds // 60)
    words = _("{time} ahead of the bureau") if skew.skew_ms > 0 else _("{time} behind the bureau")
    health = Health.GOOD if seconds < ODD_CLOCK_S else Health.ODD if seconds < WRONG_CLOCK_S else Health.BAD
    return CheckLine(_("Clock"), health, words.format(time=away) if seconds else _("same as the bureau"))


def disk_line(free: int) -> CheckLine:
    """Room on the disk that the store lies on."""
    health = Health.GOOD if free >= LITTLE_DISK else Health.ODD if free >= NO_DISK else Health.BAD
    return CheckLine(_("This computer's disk"), health, _("{size} free").format(size=labels.size(free)))


def _network(connection: Connection, last: datetime | None, now: datetime) -> CheckLine:
    name = _("Network")
    match connection:
        case Connection.CONNECTED | Connection.SENDING:
            return CheckLine(name, Health.GOOD, _("bureau reached"))
        case Connection.BLOCKED:
            return CheckLine(name, Health.BAD, _("something is in the way"))
        case Connection.OFFLINE:
            since = _("last reached {time}").format(time=labels.moment(last, now)) if last else _("not reached yet")
            return CheckLine(name, Health.ODD, since)
        case _:
            return CheckLine(name, Health.UNKNOWN, _("not tried yet"))


def _sign_in(reason: str | None, last: datetime | None) -> CheckLine:
    name = _("Sign-in at the bureau")
    if reason in ("signed_out", "account_disabled", "device_revoked", "rights_gone"):
        words = _("expired") if reason == "signed_out" else _("refused by the bureau")
        return CheckLine(name, Health.BAD, words)
    if last is None:
        return CheckLine(name, Health.UNKNOWN, _("not tried yet"))
    return CheckLine(name, Health.GOOD, _("valid"))


def _checking(safety: Safety) -> CheckLine:
    name = _("Photos checked")
    if safety.stuck:
        words = ngettext("{n} photo does not match", "{n} photos do not match", safety.stuck)
        return CheckLine(name, Health.BAD, words.format(n=safety.stuck))
    if safety.photos:
        return CheckLine(name, Health.ODD, _("{photos} to go").format(photos=labels.photos(safety.photos)))
    return CheckLine(name, Health.GOOD, _("all match"))
