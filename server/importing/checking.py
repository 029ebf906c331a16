"""What each kind of line must hold; the first thing that is wrong is said with its value."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NoReturn

from models.coordinates import Position
from models.errors import Refusal, Refused
from models.reference import VILLAGE
from server.accounts import checked_area, checked_login, checked_role, checked_unit

LONGEST_NAME = 60
_AREA = re.compile(r"\d{12}(\d{3}){0,2}")
_USCC = re.compile(r"[0-9A-HJ-NP-RTUW-Y]{18}")
_PHONE = re.compile(r"1[3-9]\d{9}")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_DAYS = ("休", "班")
_VILLAGES = frozenset({"村", "社区", "村(社区)", "村/社区", "村居", "村委会", "居委会", "村(居)委会", "行政村"})

Known = Mapping[str, set[str]]
"""Codes that may be referred to, by kind; an empty set means that the register is not kept, and nothing is checked."""


def area(cells: Mapping[str, str], known: Known) -> dict[str, Any]:
    """行政区划 and grids."""
    code = _digits(cells["code"])
    if not _AREA.fullmatch(code):
        _refuse("import_area_code", cells["code"])
    parent = _digits(cells.get("parent", ""))
    if parent and (parent == code or parent not in known["areas"]):
        _refuse("import_parent_unknown", parent)
    return {"code": code, "name": _name(cells["name"]), "parent": parent}


def unit(cells: Mapping[str, str], known: Known) -> dict[str, Any]:
    """单位."""
    code, parent = _digits(cells["code"]), _digits(cells.get("parent", ""))
    if not code or len(code) > 40:
        _refuse("import_unit_code", cells["code"])
    if parent and (parent == code or parent not in known["units"]):
        _refuse("import_parent_unknown", parent)
    kind, where = _unit_kind(cells["kind"]), _area(cells.get("area", ""), known, optional=True)
    return {"code": code, "name": _name(cells["name"]), "kind": kind, "parent": parent, "area": where}


def person(cells: Mapping[str, str], known: Known, *, bureau: str) -> dict[str, Any]:
    """人员; `role` becomes its code."""
    code = checked_area(_digits(cells["area"]), bureau=bureau)
    role, phone = checked_role(cells["role"]), _digits(cells.get("phone", ""))
    unit_code = checked_unit(_digits(cells.get("unit", "")), role, known["units"])
    if phone and not _PHONE.fullmatch(phone):
        _refuse("import_phone", phone)
    return {
        "login": checked_login(cells["login"]),
        "name": _name(cells["name"]),
        "role": role.value,
        "area": _area(code, known, optional=False),
        "unit": unit_code,
        "phone": phone,
    }


def enterprise(cells: Mapping[str, str], known: Known) -> dict[str, Any]:
    """企业与点位."""
    uscc = _digits(cells.get("uscc", "")).upper()
    if uscc and not _USCC.fullmatch(uscc):
        _refuse("import_uscc", uscc)
    lon, lat = _position(cells.get("lon", ""), cells.get("lat", ""))
    return {
        "name": _name(cells["name"]),
        "uscc": uscc,
        "area": _area(cells["area"], known, optional=True),
        "address": cells.get("address", "")[:200],
        "lon": lon,
        "lat": lat,
        "industry": cells.get("industry", "")[:LONGEST_NAME],
    }


def holiday(cells: Mapping[str, str], _known: Known) -> dict[str, Any]:
    """节假日与调休."""
    match = _DATE.fullmatch(_digits(cells["date"]))
    try:
        day = date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        day = None
    if day is None:
        _refuse("import_date", cells["date"])
    if cells["kind"] not in _DAYS:
        _refuse("import_day_kind", cells["kind"])
    return {"date": str(day), "kind": cells["kind"]}


CHECKS: Mapping[str, Callable[[Mapping[str, str], Known], dict[str, Any]]] = {
    "areas": area,
    "units": unit,
    "enterprises": enterprise,
    "holidays": holiday,
}


def _area(text: str, known: Known, *, optional: bool) -> str:
    code = _digits(text)
    if not code and optional:
        return ""
    if known["areas"] and code not in known["areas"]:
        _refuse("import_area_unknown", text)
    return code


def _unit_kind(text: str) -> str:
    """村 and 社区 under the one word by which the township's right to act for them is told."""
    kind = _name(text)
    return VILLAGE if unicodedata.normalize("NFKC", kind) in _VILLAGES else kind


def _name(text: str) -> str:
    if not 0 < len(text) <= LONGEST_NAME:
        _refuse("import_name", text[:20])
    return text


def _position(lon: str, lat: str) -> tuple[float | None, float | None]:
    if not lon and not lat:
        return None, None
    try:
        position = Position(float(lon), float(lat))
    except ValueError:
        _refuse("import_position", f"{lon},{lat}")
    if not position.in_china:
        _refuse("import_position", f"{lon},{lat}")
    return position.lon, position.lat


def _digits(text: str) -> str:
    # full-width digits come from an input method, not from intention
    return unicodedata.normalize("NFKC", text).strip()


def _refuse(code: str, value: str) -> NoReturn:
    raise Refused(Refusal(code, {"value": value}))
