"""How long a text may be: one rule for every field."""

from collections.abc import Iterator

from models.errors import Refusal


def length(field: str, text: str, least: int, most: int, *, missing: str = "") -> Iterator[Refusal]:
    """Missing, too short or too long, by field. `missing` is the code for an empty one; by default `<field>_missing`."""
    count = len(text.strip())
    if count == 0 and least > 0:
        yield Refusal(missing or f"{field}_missing", {"field": field, "least": least})
    elif count < least:
        yield Refusal("too_short", {"field": field, "least": least, "count": count})
    elif len(text) > most:
        yield Refusal("too_long", {"field": field, "most": most, "count": len(text)})
