"""The straight line as scripts write it: who takes which step with which fields, and a finding that got so far."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from models.clock import MovableClock
from models.ids import Digest
from models.people import Person
from tests.builders import jpeg, raise_one
from tests.line import HUNDRED, OFFICE, STATION_UNIT, TODAY, VILLAGE, Cast, cast
from tests.unit.commands.conftest import Laptop

NUMBER = "暂-1122-01"
UNITS = [
    {"code": VILLAGE.code, "name": VILLAGE.name, "kind": "村社"},
    {"code": OFFICE.code, "name": OFFICE.name, "kind": "镇街"},
    {"code": STATION_UNIT.code, "name": STATION_UNIT.name, "kind": "镇街"},
]
DISPATCH: dict[str, Any] = {
    "unit": VILLAGE.name,
    "person": "李建军",
    "goal": "土方全部覆盖，出入口硬化，无明显起尘。",
    "measures": ["裸土全部用防尘网覆盖", {"content": "出入口铺碎石", "due": "2026-11-24", "unit": OFFICE.code}],
    "accept_unit": STATION_UNIT.code,
}
ACCEPT: dict[str, Any] = {
    "verifiers": ["周敏", "徐青"],
    "photos": ["visit.jpg"],
    "standards": "是",
    "opinion": "现场核查属实，同意通过。",
    "asked_resident": True,
}
PUBLISH = {
    "opinion": "材料齐全，同意公示。",
    "text": "三河口村裸土未覆盖问题已完成整改，现予公示，公示期七天。",
    "where": "区政府网站、三河口村公示栏",
}
Step = tuple[str, str, dict[str, Any]]
LINE: tuple[Step, ...] = (
    ("station", "verify", {"duplicate": "否", "note": "属实"}),
    ("station", "enlist", {"duplicate": "否"}),
    ("bureau", "dispatch", DISPATCH),
    ("unit", "sign", {"person": "李建军"}),
    ("unit", "report_progress", {"text": "防尘网已经铺设八成，出入口正在铺碎石，预计下周完工。", "percent": 80}),
    ("unit", "settle_measure", {"measure": 1, "done_on": "2026-11-22"}),
    ("unit", "settle_measure", {"measure": "2", "note": "改为硬化，不再需要。"}),
    ("unit", "attach_evidence", {"photos": ["after.jpg"]}),
    ("unit", "apply", {"description": "已全部完成。"}),
    ("station", "arrange", {"planned_on": "2026-11-23"}),
    ("station", "accept", ACCEPT),
    ("station", "submit_closure", {"description": HUNDRED}),
    ("bureau", "publish", PUBLISH),
    ("bureau", "close", {"closed_on": str(TODAY + timedelta(days=7))}),
)


class Line:
    """One finding on one laptop, and the people who take turns at it."""

    def __init__(self, laptop: Laptop, noon: MovableClock) -> None:
        """Logged by the inspector, with the bureau's units and the photos that come later."""
        self.laptop, self.noon = laptop, noon
        self._done = 0
        self.people: Cast = replace(cast(), inspector=laptop.who)
        store = laptop.store()
        self.finding = raise_one(store)
        store.reference.replace("units", 1, UNITS)
        store.close()
        for name, colour in (("after", "green"), ("visit", "blue"), ("more", "white")):
            (laptop.folder / f"{name}.jpg").write_bytes(jpeg(colour))

    def act(self, who: str, action: str, **fields: Any) -> tuple[int, str, str]:
        """One step by one of the people."""
        person: Person = getattr(self.people, who)
        self.laptop.become(person)
        return self.laptop.act(NUMBER, action, **fields)

    def go(self, until: str) -> None:
        """Every step that was not taken yet, before the first one of this name; without a name all of them."""
        for who, action, fields in LINE[self._done :]:
            if action == until:
                return
            if action == "close":
                self.noon.advance(timedelta(days=7))
            assert self.act(who, action, **fields)[::2] == (0, ""), action
            self._done += 1

    def kept_photos(self) -> set[Digest]:
        """The digests of the photos on this laptop."""
        store = self.laptop.store()
        kept = set(store.files.digests())
        store.close()
        return kept
