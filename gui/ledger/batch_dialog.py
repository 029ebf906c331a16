"""批量交办: unit, person and deadline once for all that are marked; goal and measures are those of each type."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.buttons import plain_button, primary_button
from gui.card import line
from gui.composing import Composing
from gui.findings.segments import Segments
from gui.help.offering import Help
from gui.icons import Glyph
from gui.labels import category_name, number
from gui.ledger.batch_orders import Batch, Order
from gui.rectification.day_field import DayField
from gui.rectification.fields import Fields
from gui.rectification.pick_line import PickLine
from gui.rectification.register_choices import person_choices, unit_choices
from gui.rectification.rest_day_band import RestDayBand
from gui.texts import card_title, plain, small, wrapped
from gui.theme import SPACE, SPACE_L, SPACE_M, px
from models.errors import Refusal
from resources.sentences import sentence
from resources.words import _, ngettext

_WIDTH = 620
_MOST_TYPES = 4
_EACH, _SAME = "each", "same"


class BatchDialog(QDialog):
    """Answers by `decided`; closes when it is told that something was recorded."""

    decided = Signal(object)
    """An Order."""

    def __init__(self, batch: Batch, today: date, parent: QWidget) -> None:
        """Nobody is chosen yet; each deadline is the usual one of its type."""
        super().__init__(parent.window())
        self.setObjectName("batchDispatchDialog")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(min(px(_WIDTH), parent.window().width() - 2 * SPACE_M))
        self._batch = batch
        self._composing = Composing(self)
        self.fields = Fields(self._composing.watch)
        self._unit, self._person = PickLine(), PickLine()
        self._how = Segments(((_EACH, _("Each by its type")), (_SAME, _("The same day for all"))))
        self._how.choose(_EACH)
        self._deadline = DayField(batch.latest(today))
        self._deadline.allow_from(today)
        self._band = RestDayBand(batch.rest, today)
        self._error = wrapped(plain(tone="red"))
        self._error.setObjectName("batchError")
        self._error.hide()
        self._do = primary_button("doButton", "", glyph=Glyph.DISPATCH, clicked=self._on_do)
        self._do.setEnabled(bool(batch.findings))
        self._lay_out()
        self.help = Help(self, lambda: "steps#dispatch")
        self._connect()

    def _lay_out(self) -> None:
        count = len(self._batch.findings)
        words = ngettext("Dispatch {n}", "Dispatch {n}", count).format(n=number(count))
        self.setWindowTitle(words)
        self._do.setText(f"{words}  Ctrl+Enter")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(SPACE_L + 4, SPACE_M, SPACE_L + 4, SPACE_M)
        body.addWidget(card_title(words))
        for part in self._about():
            body.addWidget(part)
        body.addWidget(line())
        self._unit.setObjectName("batchUnit")
        self._unit.setPlaceholderText(_("name, code or pinyin initials"))
        self._unit.offer(unit_choices(self._batch.units))
        self._person.setObjectName("batchPerson")
        self._person.setPlaceholderText(_("from the register, or write a name"))
        self._deadline.setObjectName("batchDeadline")
        left, right = self.fields.columns()
        left.put("unit", _("Responsible unit"), self._unit, required=True)
        right.put("person", _("Responsible person"), self._person, required=True)
        self._how.setObjectName("batchHow")
        self.fields.put("deadline", _("Deadline of rectification"), self._how, required=True)
        self.fields.addWidget(self._deadline)
        self.fields.addWidget(self._band)
        self._deadline.hide()
        self._band.hide()
        body.addLayout(self.fields)
        body.addWidget(self._error)
        column.addLayout(body)
        column.addWidget(self._build_foot())

    def _about(self) -> Sequence[QLabel]:
        """Which ones, by what they are rectified, and which of the marked ones stay as they are."""
        types = [f"{category_name(code)} {number(count)}" for code, count in self._batch.types[:_MOST_TYPES]]
        more = len(self._batch.types) - len(types)
        if more > 0:
            types.append(ngettext("{n} more type", "{n} more types", more).format(n=more))
        told = [_("Goal and measures by type: {types}").format(types="、".join(types))] if types else []
        if late := self._batch.not_now:
            words = ngettext(
                "{n} marked one cannot be dispatched now", "{n} marked ones cannot be dispatched now", late
            )
            told.append(words.format(n=number(late)))
        if bare := self._batch.without_goal:
            words = ngettext(
                "{n} has no usual goal for its type: dispatch it by itself",
                "{n} have no usual goal for their type: dispatch them one by one",
                bare,
            )
            told.append(words.format(n=number(bare)))
        return [wrapped(small(words)) for words in told]

    def _build_foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("frame", "bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_L + 4, SPACE_M, SPACE_L + 4, SPACE_M)
        row.setSpacing(SPACE)
        row.addWidget(wrapped(small(_("Stored on this computer first; it counts when the bureau has it."))), 1)
        cancel = plain_button("cancelButton", _("Cancel  Esc"), clicked=self.reject)
        for button in (cancel, self._do):
            button.setProperty("size", "field")
            row.addWidget(button)
        return foot

    def _connect(self) -> None:
        self._unit.changed.connect(self._on_unit)
        self._how.chosen.connect(self._on_how)
        self._deadline.chosen.connect(self._band.show_day)
        self._band.moved.connect(self._on_moved)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_keys)

    def show_refusals(self, refusals: Sequence[Refusal]) -> None:
        """Nothing was dispatched, and this is why; the cursor is in the field that it concerns."""
        self._do.setEnabled(True)
        sentences = dict.fromkeys(sentence(refusal.code, refusal.values) for refusal in refusals)
        self._error.setText("\n".join(sentences))
        self._error.setVisible(bool(sentences))
        self.adjustSize()
        self.fields.clear_marks()
        for refusal in refusals:
            if self.fields.focus(str(refusal.values.get("field", ""))) is not None:
                return

    @Slot()
    def _on_keys(self) -> None:
        if not self._composing and self._do.isEnabled():
            self._on_do()

    def _on_do(self) -> None:
        self._do.setEnabled(False)
        day = self._deadline.day if self._how.value == _SAME else None
        self.decided.emit(Order(self._unit.value, self._person.text().strip(), day))

    @Slot()
    def _on_unit(self) -> None:
        unit = self._unit.value
        choices = person_choices(self._batch.people, unit.code if unit else "")
        self._person.offer(choices)
        if choices and not self._person.text().strip():
            self._person.setText(choices[0].words)

    @Slot(object)
    def _on_how(self, how: str) -> None:
        self._deadline.setVisible(how == _SAME)
        if how == _SAME:
            self._band.show_day(self._deadline.day)
            self._deadline.setFocus()
        else:
            self._band.hide()
        self.adjustSize()

    def _on_moved(self, day: date) -> None:
        self._deadline.show_day(day)
        self._band.show_day(day)
