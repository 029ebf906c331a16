"""Who brought which photo along: the author of the first entry that has it."""

from collections.abc import Mapping

from gui.case_file.detail import Detail
from gui.names import Names
from models.facts import photos_of


def who_brought(detail: Detail, names: Names) -> Mapping[str, str]:
    """By digest; photos of people that nobody here knows are left out."""
    brought_by: dict[str, str] = {}
    for line in detail.finding.history:
        name = names.people.get(line.author, "")
        for photo in photos_of(detail.said.get(line.entry)):
            if name:
                brought_by.setdefault(photo.sha256, name)
    return brought_by
