"""The server's lists of findings, for those whose computer does not hold them: a page behind a place, and how many."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection

from models.people import Person
from server import words
from server.cursor import Place
from server.list_queries import Listed, Shape, Values, Wanted, count_query, page_queries
from server.office import Office
from server.patience import patience

SECONDS: Final = 5.0
"""So long a list is looked for: whoever asks too widely is told so, and does not keep the server from others."""
COUNTED: Final = 10_000
_FREQUENT: Final[dict[str, float]] = {}
"""Words that many findings say, and until when that is believed: asking the index for them is the dearest."""
_REMEMBERED, _REMEMBERED_SECONDS = 1_000, 600.0


@dataclass(frozen=True, slots=True)
class ListPage:
    """Rows, and where the next ones begin; None at the end."""

    rows: tuple[Listed, ...]
    following: Place | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many; where `exact` is false there are more than that."""

    findings: int
    exact: bool


def page(office: Office, person: Person, wanted: Wanted, place: Place, limit: int) -> ListPage:
    """Findings that this person may see, behind the place. Raises Problem where it cannot be found quickly enough."""
    shape = Shape.of(office.journal, person, wanted)
    beginning = replace(place, after=("",) * len(place.after), start=place.start and "?")
    values = {**wanted.values(), **place.values()}
    rows: list[Listed] = []
    with _looking(office, may_scan=shape.may_scan) as connection:
        shape, values = _narrowed(connection, shape, values, wanted.text)
        for query in page_queries(shape, beginning):
            found = connection.execute(query, {**values, "most": limit + 1 - len(rows)})
            rows += map(Listed._make, found.all())
            if len(rows) > limit:
                break
    following = place.behind(rows[limit - 1]) if len(rows) > limit else None
    return ListPage(tuple(rows[:limit]), following)


def count(office: Office, person: Person, wanted: Wanted) -> Count:
    """Counted up to COUNTED. Raises Problem where even that takes too long."""
    shape, values = Shape.of(office.journal, person, wanted), wanted.values()
    with _looking(office, may_scan=shape.may_scan) as connection:
        shape, values = _narrowed(connection, shape, values, wanted.text)
        query = count_query(shape, COUNTED + 1)
        found = 0 if query is None else connection.scalar(query, values) or 0
    return Count(min(found, COUNTED), exact=found <= COUNTED)


@contextmanager
def _looking(office: Office, *, may_scan: bool) -> Iterator[Connection]:
    if not may_scan:  # an index gives the very rows: not worth two more round trips
        with office.database.looking() as connection:
            yield connection
        return
    with office.database.reading() as connection, patience(connection, SECONDS):
        yield connection


def _narrowed(connection: Connection, shape: Shape, values: Values, text: str) -> tuple[Shape, Values]:
    """Where few findings say the text, only those are looked at."""
    if not text or _FREQUENT.get(text, 0.0) > time.monotonic():
        return shape, values
    among = words.found(connection, text)
    if among is None:
        if len(_FREQUENT) > _REMEMBERED:
            _FREQUENT.clear()
        _FREQUENT[text] = time.monotonic() + _REMEMBERED_SECONDS
        return shape, values
    return shape._replace(has=shape.has | {connection.dialect.name}), {**values, "among": among}
