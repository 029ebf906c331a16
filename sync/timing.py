"""When photos travel: the rule alone. Text always travels at once, and whoever asks by hand sends everything."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from models.clock import CHINA
from models.preferences import PhotoTravel, When


@dataclass(frozen=True, slots=True)
class Waiting:
    """Photos stay here for now: until this moment, or until the laptop is in the office where there is none."""

    until: datetime | None = None


def photos_wait(travel: PhotoTravel, now: datetime, network: str) -> Waiting | None:
    """Whether photos wait now, and for what; None: they may travel. `network` is the mark of the one in use.

    A choice that could never be met holds nothing back: no office remembered, or hours from and to the same moment.
    """
    if travel.when is When.OFFICE and travel.offices:
        here = any(office.mark == network for office in travel.offices)
        return None if here else Waiting()
    if travel.when is When.HOURS and travel.opens != travel.closes:
        here_now = now.astimezone(CHINA)
        return None if _is_open(travel, here_now.time()) else Waiting(_next(travel.opens, here_now))
    return None


def _is_open(travel: PhotoTravel, at: time) -> bool:
    if travel.opens < travel.closes:
        return travel.opens <= at < travel.closes
    return at >= travel.opens or at < travel.closes


def _next(opens: time, now: datetime) -> datetime:
    today = now.replace(hour=opens.hour, minute=opens.minute, second=0, microsecond=0)
    return today if today > now else today + timedelta(days=1)
