"""A laptop for each who takes part in a finding, request by request, for the contracts about moving."""

from typing import Any

from models.facts import (
    Enlisted,
    EvidenceAttached,
    Fact,
    MeasureSettled,
    SignedFor,
    Verified,
)
from models.head import Bookmark
from models.people import Role
from sync.wire import Page, read_page
from tests.builders import COUNTY, OTHER_GRID, raised
from tests.contracts.bureau import Bureau, Laptop
from tests.line import OFFICE, STATION_UNIT, TODAY, VILLAGE, dispatched

OTHER_TOWN_GRID = "320402105001001"
VILLAGE_AREA = "320402104203"
BEGINNING = Bookmark()
TEXT = "东侧土方还没有盖住，一共三处。"


class Crew:
    """A laptop for each who takes part."""

    def __init__(self, bureau: Bureau) -> None:
        self.inspector = bureau.laptop()
        self.neighbour = bureau.laptop(area=OTHER_GRID)
        self.station = bureau.laptop(role=Role.STATION, unit=STATION_UNIT.code)
        self.county = bureau.laptop(role=Role.BUREAU, area=COUNTY)
        self.village = bureau.laptop(role=Role.UNIT, unit=VILLAGE.code)
        self.office = bureau.laptop(role=Role.UNIT, unit=OFFICE.code)

    def enlisted(self) -> str:
        """A finding that may be dispatched."""
        subject = self.inspector.raise_one()
        took(self.station, subject, Verified(raised().classification), Enlisted())
        return subject

    def rectified(self, after: Any) -> str:
        """A finding whose unit has only to apply."""
        subject = self.enlisted()
        took(self.county, subject, dispatched(measures=dispatched().measures[:1]))
        took(self.village, subject, SignedFor("李建军", TODAY), MeasureSettled(1, TODAY), EvidenceAttached((after,)))
        return subject


def took(laptop: Laptop, subject: str, *facts: Fact, **changes: Any) -> dict[str, Any]:
    """Push these; none may be refused."""
    answer = laptop.push(*(laptop.body(fact, subject, **changes) for fact in facts))
    assert answer["refused"] == [], answer
    return answer


def refusals(laptop: Laptop, subject: str, fact: Fact, **changes: Any) -> list[str]:
    """Push this; the codes of what is refused."""
    return [one["code"] for one in laptop.push(laptop.body(fact, subject, **changes))["refused"]]


def page(laptop: Laptop, after: Bookmark = BEGINNING, limit: int = 1_000) -> Page:
    """A page as a laptop's program reads it."""
    mark = f"{after.epoch}:{after.number}:{after.anchor}" if after.epoch else ""
    answer = laptop.ask("GET", "/pull", params={"after": mark, "limit": limit})
    return read_page(answer.content, after=after)


def numbers(lines: Any) -> list[int]:
    return [line.verdict.number for line in lines]
