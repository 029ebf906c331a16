"""The bureau's register as the dialog of 交办 needs it: units of each kind, people of the line, a holiday; and what it says."""

from gui.rectification.dispatch_dialog import DispatchDialog
from models.facts import Dispatched
from models.store import Store
from tests.line import OFFICE, STATION_UNIT, VILLAGE, Cast

BUREAU_UNIT = "TN-EEB"
_UNITS = (
    {"code": BUREAU_UNIT, "name": "天宁区生态环境局", "kind": "区县局", "area": "320402000000"},
    {"code": OFFICE.code, "name": OFFICE.name, "kind": "镇街", "area": "320402104000"},
    {"code": STATION_UNIT.code, "name": STATION_UNIT.name, "kind": "镇街", "area": "320402104000"},
    {"code": VILLAGE.code, "name": VILLAGE.name, "kind": "村社", "area": "320402104203"},
)
_AREAS = (
    {"code": "320402104000", "name": "郑陆镇", "parent": ""},
    {"code": "320402104203012", "name": "第12网格", "parent": "320402104000"},
    {"code": "320402104203013", "name": "第13网格", "parent": "320402104000"},
)


def hand_down(store: Store, cast: Cast) -> None:
    """As if it had come from the bureau."""
    people = [
        {"id": who.id, "login": who.login, "name": who.name, "role": who.role.value, "unit": who.unit, "area": who.area}
        for who in (cast.inspector, cast.station, cast.colleague, cast.unit, cast.bureau)
    ]
    store.reference.replace("units", 1, _UNITS)
    store.reference.replace("people", 1, people)
    store.reference.replace("areas", 1, _AREAS)
    store.reference.replace("holidays", 1, [{"date": "2026-12-04", "kind": "休"}])


def order_of(dialog: DispatchDialog) -> Dispatched:
    """What the dialog would say."""
    said = dialog.fact()
    assert isinstance(said, Dispatched)
    return said
