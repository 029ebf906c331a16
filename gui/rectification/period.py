"""Which month a progress report is about: this one or the last, and when it counts as late."""

from datetime import date, timedelta

from models.rectification import Rectification
from resources.words import _


def month(period: str) -> str:
    """11月 of 2026-11."""
    return _("month {n}").format(n=int(period[5:])) if period[5:].isdigit() else period


def this_month(today: date) -> str:
    """YYYY-MM."""
    return f"{today:%Y-%m}"


def last_month(today: date) -> str:
    """YYYY-MM of the last closed month."""
    return this_month(today.replace(day=1) - timedelta(days=1))


def default_period(task: Rectification, today: date) -> str:
    """The last closed month where the unit had the task then and nobody reported on it; else this month."""
    last = last_month(today)
    had_it = f"{task.order.dispatched_on:%Y-%m}" <= last
    return last if had_it and not is_reported(task, last) else this_month(today)


def is_reported(task: Rectification, period: str) -> bool:
    """Whether there is a report on a month: another one is its correction."""
    return any(said.fact.period == period for said in task.reports)
