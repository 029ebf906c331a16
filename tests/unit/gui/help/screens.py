"""Every page of a desk, and every kind of window whose keys the help names."""

from functools import cached_property

from gui.page import Page
from gui.pages import Pages


def pages_of(pages: Pages) -> dict[str, Page]:
    """By the name under which Pages makes them; all of them are made."""
    names = [name for name, part in vars(Pages).items() if isinstance(part, cached_property)]
    made = {name: getattr(pages, name) for name in names}
    return {name: part for name, part in made.items() if isinstance(part, Page)}
