"""When photos travel: by the hour, by the network, and never held back by a choice that nothing could meet."""

from datetime import datetime, time

import pytest

from models.clock import CHINA
from models.preferences import Network, PhotoTravel, When
from sync.timing import Waiting, photos_wait

OFFICE = Network("10.20.3.0/24 aa:bb", "10.20.3.x")
AT_OFFICE = PhotoTravel(When.OFFICE, (Network("10.9.9.0/24", "10.9.9.x"), OFFICE))


def at(hour: int, minute: int = 0, day: int = 22) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


def hours(opens: int, closes: int) -> PhotoTravel:
    return PhotoTravel(When.HOURS, opens=time(opens), closes=time(closes))


@pytest.mark.parametrize(
    ("travel", "now", "waiting"),
    [
        (PhotoTravel(), at(12), None),
        (hours(20, 7), at(12), Waiting(at(20))),
        (hours(20, 7), at(19, 59), Waiting(at(20))),
        (hours(20, 7), at(20), None),
        (hours(20, 7), at(23, 59), None),
        (hours(20, 7), at(0), None),
        (hours(20, 7), at(6, 59), None),
        (hours(20, 7), at(7), Waiting(at(20))),
        (hours(12, 13), at(11, 59), Waiting(at(12))),
        (hours(12, 13), at(12), None),
        (hours(12, 13), at(13), Waiting(at(12, day=23))),
        (hours(12, 12), at(9), None),
    ],
)
def test_hours(travel: PhotoTravel, now: datetime, waiting: Waiting | None) -> None:
    assert photos_wait(travel, now, "") == waiting


@pytest.mark.parametrize(
    ("travel", "network", "waiting"),
    [
        (AT_OFFICE, OFFICE.mark, None),
        (AT_OFFICE, "10.9.9.0/24", None),
        (AT_OFFICE, "10.20.3.0/24 cc:dd", Waiting()),
        (AT_OFFICE, "", Waiting()),
        (PhotoTravel(When.OFFICE), "192.168.1.0/24", None),
    ],
    ids=["office", "another office", "the same addresses behind another router", "no network", "none remembered"],
)
def test_networks(travel: PhotoTravel, network: str, waiting: Waiting | None) -> None:
    assert photos_wait(travel, at(12), network) == waiting


def test_the_hours_are_those_of_the_bureau() -> None:
    assert photos_wait(hours(20, 7), datetime.fromisoformat("2026-11-22T12:30:00+00:00"), "") is None
