"""What people and places are called."""

import pytest

from gui.names import Names
from models.ids import PersonId
from models.people import Person, Role

TOWN, GRID = "320402104000", "320402104203012"
NAMES = Names(
    areas={TOWN: "郑陆镇", GRID: "第12网格", "320402000000": "天宁区"},
    units={"TN-ZL-EPS": "郑陆镇环保站", "TN-EEB": "天宁区生态环境局"},
)


@pytest.mark.parametrize(
    ("role", "area", "unit", "post"),
    [
        (Role.INSPECTOR, GRID, "TN-ZL-EPS", "郑陆镇第12网格 网格员"),
        (Role.STATION, TOWN, "TN-ZL-EPS", "郑陆镇环保站"),
        (Role.STATION, TOWN, "", "郑陆镇 镇街环保站"),
        (Role.BUREAU, "320402000000", "TN-EEB", "天宁区生态环境局"),
        (Role.BUREAU, "320402000000", "UNKNOWN", "天宁区 区县局"),
    ],
)
def test_an_office_is_called_by_its_own_name(role: Role, area: str, unit: str, post: str) -> None:
    assert NAMES.post(Person(PersonId("p"), "login", "周敏", role, area, unit)) == post
