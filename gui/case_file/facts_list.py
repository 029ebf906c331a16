"""The facts of a finding in the order of screens.md 2.5, title at the left, in green where a fact comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.day_words import weekday
from gui.findings.clearing import empty
from gui.findings.form_values import plain_number
from gui.labels import category_name, full_moment, moment, position, word
from gui.names import Names
from gui.texts import plain, small, wrapped
from gui.theme import SPACE_M, Tone
from models.finding import Finding
from models.vocabulary import PositionSource
from resources.words import _


@dataclass(frozen=True, slots=True)
class FactLine:
    """One line; a source stands in green behind the text."""

    title: str
    text: str
    source: str = ""


def facts_of(finding: Finding, names: Names, now: datetime) -> tuple[FactLine, ...]:
    """All that is known, what is empty left out but for what somebody will ask for."""
    raised, location = finding.raised, finding.location
    quantity = raised.quantity
    lines = [
        FactLine(_("Place"), location.place),
        FactLine(_("Responsible party"), finding.party.name if finding.party else _("To be found out")),
        *_order(finding),
        FactLine(_("Type"), _types(finding)),
        FactLine(_("Grid"), names.place(finding.grid)),
        FactLine(_("Logged"), f"{names.person(finding.raiser)} {moment(finding.recorded_at, now)}"),
        FactLine(_("Found at"), full_moment(raised.found_at), word(raised.found_at_source)),
        FactLine(_("Description"), finding.description),
        FactLine(_("Quantity"), f"{plain_number(quantity.amount)} {word(quantity.unit)}" if quantity else ""),
        FactLine(_("On the spot"), word(raised.on_site.action)),
        FactLine(_("Source"), f"{word(raised.source)} · {word(raised.method)}"),
        FactLine(_("Companions"), "、".join(names.people.get(name, name) for name in raised.companions)),
        FactLine(_("Campaign"), raised.campaign),
        FactLine(_("Logged late"), raised.late_reason),
        _coordinates(finding),
    ]
    if raised.emergency:
        lines.insert(0, FactLine(_("Environmental emergency"), _("suspected")))
    return tuple(line for line in lines if line.text)


def _order(finding: Finding) -> tuple[FactLine, ...]:
    """From 交办 on: who rectifies by when, and who accepts."""
    task = finding.rectification
    if task is None:
        return ()
    order, signature = task.order, task.signature
    return (
        FactLine(_("Responsible unit"), order.unit.name),
        FactLine(_("Responsible person"), signature.fact.person if signature else order.person),
        FactLine(_("Rectify until"), f"{order.deadline:%Y-%m-%d} {weekday(order.deadline)} · {word(order.kind)}"),
        FactLine(_("Accepting unit"), order.accept_unit.name),
    )


def _types(finding: Finding) -> str:
    value = finding.classification
    names = "、".join(category_name(code) for code in (value.category, *value.further))
    return f"{value.category} {names} · {word(value.severity)}"


def _coordinates(finding: Finding) -> FactLine:
    location = finding.location
    title = _("Coordinates")
    if location.position is None:
        return FactLine(title, _("None: {reason}").format(reason=location.no_position_reason))
    return FactLine(title, position(location.position), _source(location.position_source))


def _source(source: PositionSource | None) -> str:
    """In the form's words; the official list's 照片EXIF is for tables."""
    if source is None:
        return ""
    return _("From the photo itself") if source is PositionSource.EXIF else word(source)


class FactsList(QWidget):
    """Two columns."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("factsList")
        self._facts: tuple[FactLine, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, 54)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[FactLine]) -> None:
        """Show these instead; what is the same stays, and with it what somebody has selected."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        empty(self._grid)
        for row, fact in enumerate(facts):
            self._grid.addWidget(small(fact.title), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_text(fact), row, 1)


def _text(fact: FactLine) -> QLabel:
    if not fact.source:
        return wrapped(plain(fact.text))
    label = wrapped(plain())
    label.setTextFormat(Qt.TextFormat.RichText)
    text, green = _escaped(fact.text), f'<span style="color:{Tone.GREEN.value}">{_escaped(fact.source)}</span>'
    label.setText(f"{text}&nbsp;&nbsp;{green}")
    return label


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
