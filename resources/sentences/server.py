"""Refusals of the bureau's server."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
