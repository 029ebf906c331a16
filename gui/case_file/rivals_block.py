"""Amber: two people set the same aspect without having seen each other; both values stand here until one is chosen."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import plain_button
from gui.findings.clearing import empty
from gui.icons import Glyph
from gui.labels import category_name, moment, photos, word
from gui.names import Names
from gui.texts import picture, plain, strong, wrapped
from gui.theme import SPACE, SPACE_M, Tone
from models.facts import (
    Classification,
    Fact,
    GridCorrected,
    Location,
    Party,
    PartyNamed,
    PhotoPlace,
    PlacesArranged,
    Reclassified,
    Redescribed,
    Relocated,
)
from models.finding import Finding, Rival
from resources.words import N_, _

_ASPECTS = {
    "location": N_("Place"),
    "classification": N_("Type"),
    "description": N_("Description"),
    "party": N_("Responsible party"),
    "grid": N_("Grid"),
    "places": N_("Which photos belong together"),
}


class RivalsBlock(QFrame):
    """Hidden while nobody disagrees. Choosing records the value once more, which settles it."""

    settled = Signal(object)
    """The Fact that settles it."""

    def __init__(self) -> None:
        """Hidden."""
        super().__init__()
        self.setObjectName("rivalsBlock")
        self.setProperty("frame", "amber")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_M, SPACE, SPACE_M, SPACE)
        self._column.setSpacing(SPACE)
        self.hide()

    def show_rivals(self, finding: Finding, names: Names, now: datetime, *, may_settle: bool) -> None:
        """Show both values of each aspect; buttons only for who may correct it."""
        empty(self._column)
        for rival in finding.rivals:
            self._column.addWidget(self._build(finding, rival, names, now, may_settle=may_settle))
        self.setVisible(bool(finding.rivals))

    def _build(self, finding: Finding, rival: Rival, names: Names, now: datetime, *, may_settle: bool) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        title = _("Two people changed “{aspect}”").format(aspect=_(_ASPECTS.get(rival.aspect, rival.aspect)))
        head = QHBoxLayout()
        head.addWidget(picture(Glyph.WARNING, Tone.AMBER))
        head.addWidget(strong(title, tone="amber"), 1)
        column.addLayout(head)
        shown = _value_of(finding, rival.aspect)
        column.addWidget(wrapped(plain(_("Shown: {value}").format(value=_said(rival.aspect, shown, names)))))
        other = _("{name} {time}: {value}").format(
            name=names.person(rival.author), time=moment(rival.at, now), value=_said(rival.aspect, rival.value, names)
        )
        column.addWidget(wrapped(plain(other)))
        if may_settle:
            column.addLayout(self._buttons(shown, rival))
        return block

    def _buttons(self, shown: object, rival: Rival) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        keep, take = as_fact(rival.aspect, shown), as_fact(rival.aspect, rival.value)
        row.addWidget(plain_button("keepShown", _("Keep the shown one"), clicked=lambda: self.settled.emit(keep)))
        row.addWidget(plain_button("takeOther", _("Take the other one"), clicked=lambda: self.settled.emit(take)))
        row.addStretch(1)
        return row


def as_fact(aspect: str, value: object) -> Fact:
    """The correction that sets this aspect to this value."""
    match aspect, value:
        case "location", Location():
            return Relocated(value)
        case "classification", Classification():
            return Reclassified(value)
        case "description", str():
            return Redescribed(value)
        case "party", Party() | None:
            return PartyNamed(value)
        case "grid", str():
            return GridCorrected(value)
        case "places", tuple():
            return PlacesArranged(value)
        case _:
            raise ValueError(aspect)


def _said(aspect: str, value: object, names: Names) -> str:
    if aspect == "grid":
        return names.place(str(value))
    return _places(value) if isinstance(value, tuple) else in_words(value)


def _places(value: tuple[PhotoPlace, ...]) -> str:
    """2 处：1号排口（3 张）、2号排口（1 张）; without names their numbers."""
    each = (
        _("{place} ({photos})").format(
            place=place.name or _("Place {number}").format(number=number), photos=photos(len(place.photos))
        )
        for number, place in enumerate(value, start=1)
    )
    return "、".join(each) or _("by their positions")


def in_words(value: object) -> str:
    """A value of an aspect as people read it."""
    match value:
        case Location():
            return value.place
        case Classification():
            return f"{category_name(value.category)} · {word(value.severity)}"
        case Party():
            return value.name
        case None:
            return _("To be found out")
        case _:
            return str(value)


def _value_of(finding: Finding, aspect: str) -> object:
    return {
        "location": finding.location,
        "classification": finding.classification,
        "description": finding.description,
        "party": finding.party,
        "grid": finding.grid,
        "places": finding.arranged,
    }[aspect]
