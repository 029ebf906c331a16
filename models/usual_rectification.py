"""What a rectification of a type usually aims at and consists of: the defaults of a 交办, from resources/rectification.csv."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from models.taxonomy import category
from models.vocabulary import RectificationKind

TABLE: Final = Path(__file__).parents[1] / "resources" / "rectification.csv"
_BETWEEN = "；"


@dataclass(frozen=True, slots=True)
class UsualRectification:
    """Goal and measures in words; `days` is None where the type has no usual deadline."""

    goal: str = ""
    measures: tuple[str, ...] = ()
    kind: RectificationKind = RectificationKind.TIME_LIMITED
    days: int | None = None


def usual_rectification(code: str) -> UsualRectification:
    """Of a level 2 type; without words where our table does not have it."""
    found = category(code)
    goal, measures = _table().get(code, ("", ()))
    if found is None:
        return UsualRectification(goal, measures)
    immediate = found.kind is RectificationKind.IMMEDIATE
    kind = RectificationKind.IMMEDIATE if immediate else RectificationKind.TIME_LIMITED
    return UsualRectification(goal, measures, kind, found.days)


@cache
def _table() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: (row["goal"], tuple(row["measures"].split(_BETWEEN))) for row in csv.DictReader(file)}
