"""The grids that a person may choose from."""

from gui.journal_bridge import JournalBridge
from models.people import GRID_LENGTH


def grids_of(bridge: JournalBridge) -> tuple[tuple[str, str], ...]:
    """Code and name of the grids in this person's area, by code, as far as the bureau's names have come down."""
    covers, areas = bridge.person.covers, bridge.names.areas
    return tuple(sorted((code, name) for code, name in areas.items() if len(code) >= GRID_LENGTH and covers(code)))
