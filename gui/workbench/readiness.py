"""出发前检查 in the morning, 收工检查 after noon: what should be in order before leaving, or before going home."""

from datetime import datetime

from gui import labels
from gui.check_lines import CheckLine, Health
from gui.findings.kept import is_complete
from gui.syncing.check_up import Condition, clock_line, disk_line
from gui.workbench.work import Work
from resources.words import _, ngettext

_STALE_DAYS = 3


def title(now: datetime) -> str:
    """By the hour."""
    return _("Before setting out") if now.hour < 12 else _("Before going home")


def lines(work: Work, condition: Condition, *, last: datetime | None, now: datetime) -> tuple[CheckLine, ...]:
    """What was looked at, each line real."""
    morning = now.hour < 12
    parts = [_stored(work), disk_line(condition.disk_free), clock_line(condition.skew)]
    parts.insert(1, _exchanged(last, now) if morning else _sent(work))
    return (*parts, _drafts(work, now))


def summary(shown: tuple[CheckLine, ...]) -> str:
    """4 项正常，1 项要看."""
    odd = sum(line.health in (Health.ODD, Health.BAD) for line in shown)
    fine = sum(line.health is Health.GOOD for line in shown)
    if not odd:
        return _("{n} in order").format(n=fine)
    return _("{n} in order, {m} to look at").format(n=fine, m=odd)


def _stored(work: Work) -> CheckLine:
    trouble = work.safety.refused + work.safety.stuck
    name = _("Records and photos")
    if trouble:
        return CheckLine(name, Health.BAD, ngettext("{n} to see to", "{n} to see to", trouble).format(n=trouble))
    return CheckLine(name, Health.GOOD, _("all stored"))


def _sent(work: Work) -> CheckLine:
    name, safety = _("With the bureau"), work.safety
    if not work.has_account:
        return CheckLine(name, Health.UNKNOWN, _("not connected yet"))
    if safety.records or safety.photos:
        amount = labels.waiting(safety.records, safety.photos)
        return CheckLine(name, Health.ODD, _("{amount} to go").format(amount=amount))
    return CheckLine(name, Health.GOOD, _("everything checked"))


def _exchanged(last: datetime | None, now: datetime) -> CheckLine:
    name = _("Latest from the bureau")
    if last is None:
        return CheckLine(name, Health.UNKNOWN, _("not exchanged yet"))
    health = Health.GOOD if (now - last).days < _STALE_DAYS else Health.ODD
    return CheckLine(name, health, labels.moment(last, now))


def _drafts(work: Work, now: datetime) -> CheckLine:
    """What was written down whole without an account waits for nothing but that."""
    left = [draft for draft in work.drafts if work.has_account or not is_complete(draft.body, now)]
    name, count = _("Drafts"), len(left)
    if count:
        words = ngettext("{n} not finished", "{n} not finished", count).format(n=count)
        return CheckLine(name, Health.ODD, words)
    return CheckLine(name, Health.GOOD, _("none left over"))
