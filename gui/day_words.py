"""Days as people say them: 星期日, 11月29日 星期日, 11-29."""

from datetime import date

from resources.words import _


def weekday(day: date) -> str:
    """星期日."""
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return names[day.weekday()]


def named_day(day: date) -> str:
    """11月29日 星期日."""
    return _("{weekday}, {month}/{day}").format(month=day.month, day=day.day, weekday=weekday(day))


def short_day(day: date, today: date) -> str:
    """11-29; with the year where it is another one."""
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()
