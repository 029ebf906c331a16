"""A chosen value as text that a draft keeps: it means the same after the program was renewed or the language changed."""

from enum import Enum


def code_of(value: object) -> str:
    """The name of a member, else the value in letters; empty for none."""
    if isinstance(value, Enum):
        return value.name
    return "" if value is None else str(value)
