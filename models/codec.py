"""Frozen dataclasses to plain JSON values and back, strictly typed; keys that are not known are passed over."""

import dataclasses
import functools
import math
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from models.clock import as_moment, as_text
from models.errors import Malformed

T = TypeVar("T")
Reader: TypeAlias = Callable[[Any], Any]
_MISSING = dataclasses.MISSING


def to_plain(value: Any) -> Any:
    """A dataclass, enum, time or tuple as JSON knows it; fields that hold None, "" or () are left out."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime):
        return as_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    kind: Any = type(value)
    pairs = ((name, getattr(value, name)) for name in _names(kind))
    return {name: to_plain(item) for name, item in pairs if item not in (None, "", ())}


def from_plain(kind: Callable[..., T], plain: object) -> T:
    """Read what to_plain made. Raises Malformed (code `malformed`, value `where`) for anything else."""
    value: T = _reader(kind)(plain)
    return value


@functools.cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@functools.cache
def _reader(hint: Any) -> Reader:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return _tuple_reader(_reader(arguments[0]))
    if origin in (types.UnionType, typing.Union):
        return _optional_reader(_reader(next(item for item in arguments if item is not type(None))))
    if isinstance(hint, typing.NewType):
        return _reader(hint.__supertype__)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_reader(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum_reader(hint)
    return _PLAIN[hint]


def _tuple_reader(item: Reader) -> Reader:
    def read(plain: Any) -> Any:
        if type(plain) is not list:
            raise Malformed(where="list")
        return tuple([item(value) for value in plain])

    return read


def _optional_reader(inner: Reader) -> Reader:
    return lambda plain: None if plain is None else inner(plain)


def _enum_reader(kind: type[Enum]) -> Reader:
    members = {member.value: member for member in kind}

    def read(plain: Any) -> Any:
        if type(plain) is not str or plain not in members:
            raise Malformed(where=kind.__name__)
        return members[plain]

    return read


def _dataclass_reader(kind: Any) -> Reader:
    hints = typing.get_type_hints(kind)
    fields = [
        (field.name, _reader(hints[field.name]), _default(field, hints[field.name]))
        for field in dataclasses.fields(kind)
    ]

    def read(plain: Any) -> Any:
        if type(plain) is not dict:
            raise Malformed(where=kind.__name__)
        get, values, name = plain.get, [], ""
        try:
            for name, reader, default in fields:
                value = get(name, _MISSING)
                values.append(reader(value) if value is not _MISSING else _absent(default, kind))
        except Malformed as error:
            inner = error.refusal.values.get("where", "")
            raise Malformed(where=f"{name}.{inner}" if inner else name) from error
        return kind(*values)

    return read


def _default(field: dataclasses.Field[Any], hint: Any) -> Any:
    """What a field is when it is missing: empty lists are left out when written, and so is what has its default."""
    return () if field.default is _MISSING and typing.get_origin(hint) is tuple else field.default


def _absent(default: Any, kind: type) -> Any:
    if default is _MISSING:
        raise Malformed(where=kind.__name__)
    return default


def _read_text(plain: Any) -> str:
    if type(plain) is not str or "\x00" in plain:
        raise Malformed(where="text")
    return plain


def _read_whole(plain: Any) -> int:
    if type(plain) is not int or abs(plain) > 2**53:
        raise Malformed(where="whole number")
    return plain


def _read_number(plain: Any) -> float:
    try:
        number = float(plain) if type(plain) in (int, float) else math.nan
    except OverflowError:  # a whole number of hundreds of digits
        number = math.inf
    if not math.isfinite(number):
        raise Malformed(where="number")
    return number


def _read_truth(plain: Any) -> bool:
    if type(plain) is not bool:
        raise Malformed(where="true or false")
    return plain


def _read_moment(plain: Any) -> datetime:
    try:
        return as_moment(_read_text(plain))
    except (ValueError, OverflowError) as error:
        raise Malformed(where="time") from error


def _read_day(plain: Any) -> Any:
    text = _read_text(plain)
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Malformed(where="day") from error
    if day.isoformat() != text:
        raise Malformed(where="day")  # other spellings would add up to the same day under another digest
    return day


_PLAIN: dict[Any, Reader] = {
    str: _read_text,
    int: _read_whole,
    float: _read_number,
    bool: _read_truth,
    datetime: _read_moment,
    date: _read_day,
}
