"""Refusals and failures of an exchange with the bureau."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
