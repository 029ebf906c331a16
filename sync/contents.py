"""How much there is at the bureau for a laptop that has nothing yet."""

from dataclasses import dataclass

import msgspec

from models.store import Store
from sync import failures
from sync.access import read_access
from sync.failures import Failed
from sync.http import PREFIX, Http


@dataclass(frozen=True, slots=True)
class Contents:
    """Findings with all that was said of them, photos with their bytes, and rows of the registers."""

    findings: int
    entries: int
    photos: int
    photo_bytes: int
    register_rows: int


def ask_contents(store: Store) -> Contents | None:
    """Ask the bureau; None where it is too old to say. Raises Failed."""
    access = read_access(store.settings)
    if access is None:
        raise Failed(failures.NOT_CONNECTED)
    http = Http(access)
    try:
        answer = http.ask("GET", f"{PREFIX}/contents")
        return msgspec.json.decode(answer.content, type=Contents)
    except Failed as failed:
        if failed.failure.code == "gone":
            return None
        raise
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Failed(failures.GARBLED) from error
    finally:
        http.close()
