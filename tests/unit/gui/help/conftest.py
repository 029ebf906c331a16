"""A desk, and the dialogs of the steps, each with its F1."""

from tests.unit.gui.rectification.conftest import house, people, theatre
from tests.unit.gui.searching.conftest import place

__all__ = ["house", "people", "place", "theatre"]
