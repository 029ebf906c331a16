"""Refusals of reading files, tables and folders in."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
