"""Refusals of signing in, profiles and keys."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
