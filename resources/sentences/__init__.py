"""Turn a refusal or a failure, a code with its values, into a sentence that a person can act on.

Each module of this package is one area: a table `SENTENCES` from code to `N_("English with {placeholders}")`.
"""

from collections.abc import Mapping
from typing import Final

from resources.sentences import accounts, exchange, importing, journal, photos, rectifying, server, showing
from resources.words import N_, _

AREAS: Final = (journal, rectifying, photos, importing, exchange, accounts, server, showing)
SENTENCES: Final[Mapping[str, str]] = {code: text for area in AREAS for code, text in area.SENTENCES.items()}
UNKNOWN: Final = N_("This was refused for a reason this version has no words for ({code}). Nothing was lost.")


class _Values(dict[str, object]):
    """The values of a refusal; one that is missing shows as an ellipsis, because a sentence must always come out."""

    def __missing__(self, key: str) -> str:
        return "…"


def sentence(code: str, values: Mapping[str, object]) -> str:
    """Say the code in the reader's language."""
    return _(SENTENCES.get(code, UNKNOWN)).format_map(_Values({"code": code, **values}))
