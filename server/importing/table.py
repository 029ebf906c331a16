"""A table file: its text in whatever encoding the office wrote, its kind told by the header row."""

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.errors import Refusal, Refused

MOST_BYTES: Final = 64 * 1024 * 1024

# Each column's name and what offices call it; the first ones of each kind are required.
_COLUMNS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "areas": {
        "code": ("代码", "编码", "区划代码", "行政区划代码", "统计用区划代码", "网格编码"),
        "name": ("名称", "区划名称", "网格名称"),
        "parent": ("上级", "上级代码", "上级区划", "父级代码"),
    },
    "units": {
        "code": ("代码", "编码", "单位代码", "单位编码"),
        "name": ("名称", "单位名称"),
        "kind": ("类型", "单位类型"),
        "parent": ("上级", "上级单位", "上级单位代码"),
        "area": ("区划", "所在区划", "区划代码", "所在区划代码"),
    },
    "people": {
        "login": ("登录名", "账号", "用户名"),
        "name": ("姓名",),
        "role": ("角色",),
        "area": ("区划", "区域", "所辖网格", "所在区划", "区划代码", "网格编码"),
        "unit": ("单位", "单位代码", "所在单位"),
        "phone": ("手机", "手机号", "手机号码", "电话", "联系电话"),
    },
    "enterprises": {
        "name": ("名称", "企业名称", "单位名称"),
        "uscc": ("统一社会信用代码", "信用代码"),
        "area": ("区划", "所在区划", "区划代码", "所属网格", "网格编码"),
        "address": ("地址", "企业地址"),
        "lon": ("经度",),
        "lat": ("纬度",),
        "industry": ("行业", "行业类别"),
    },
    "holidays": {"date": ("日期",), "kind": ("类型", "类别", "休班")},
}
_REQUIRED: Final[Mapping[str, frozenset[str]]] = {
    "areas": frozenset({"code", "name"}),
    "units": frozenset({"code", "name", "kind"}),
    "people": frozenset({"login", "name", "role", "area"}),
    "enterprises": frozenset({"name", "uscc", "area"}),
    "holidays": frozenset({"date", "kind"}),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, by column; `number` as an editor counts."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TableFile:
    """What was read: its kind and its lines."""

    kind: str
    lines: Sequence[Line]


def read_table(data: bytes) -> TableFile:
    """Read a table. Raises Refused where it is none of ours, naming the line where there is one."""
    if len(data) > MOST_BYTES:
        raise Refused(Refusal("table_too_large", {"megabytes": MOST_BYTES // 1024 // 1024}))
    rows = _rows(_text(data))
    header_at, header = next(((at, row) for at, row in rows if any(row)), (1, []))
    kind, names = _kind(header)
    lines = [Line(at, _cells(at, names, row)) for at, row in rows if at > header_at and any(row)]
    if not lines:
        raise Refused(Refusal("table_empty"))
    return TableFile(kind, lines)


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(Refusal("table_encoding"))


def _rows(text: str) -> list[tuple[int, list[str]]]:
    if "\x00" in text:
        raise Refused(Refusal("table_encoding"))
    first_line = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if "\t" in first_line else ",", strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        rows.extend((reader.line_num, [cell.strip() for cell in row]) for row in reader)
    except csv.Error as error:
        raise Refused(Refusal("table_broken", {"line": reader.line_num})) from error
    return rows


def _kind(header: Sequence[str]) -> tuple[str, list[str]]:
    for kind in _COLUMNS:
        names = [_column(kind, cell) for cell in header]
        if _REQUIRED[kind] <= set(names) and "" not in names and len(set(names)) == len(names):
            return kind, names
    raise Refused(Refusal("table_header_unknown", {"header": "，".join(header)[:200]}))


def _column(kind: str, cell: str) -> str:
    wanted = unicodedata.normalize("NFKC", cell).strip().casefold()
    for name, others in _COLUMNS[kind].items():
        if wanted == name or wanted in others:
            return name
    return ""


def _cells(at: int, names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    if len(row) > len(names) and any(row[len(names) :]):
        raise Refused(Refusal("table_line_too_long", {"line": at, "columns": len(names), "cells": len(row)}))
    return dict(zip(names, [*row, *[""] * (len(names) - len(row))], strict=False))
