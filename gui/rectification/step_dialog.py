"""The frame of every step's dialog: verb and number, the finding in one line, the fields, what is wrong, the buttons."""

import json
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.busy_mark import BusyMark
from gui.buttons import plain_button, primary_button
from gui.card import line
from gui.composing import Composing
from gui.help.offering import Help
from gui.icons import Glyph
from gui.labels import category_name, moment, short_number, word
from gui.names import Names
from gui.rectification.dialog_room import DialogRoom
from gui.rectification.fields import Fields
from gui.rectification.step_error import MOST_SENTENCES, StepError
from gui.texts import card_title, small, wrapped
from gui.theme import SPACE, SPACE_L, SPACE_M, SPACE_S, px
from models.errors import Refusal
from models.facts import Fact
from models.finding import Finding
from resources.sentences import sentence
from resources.words import _

WIDTH, WIDE = 560, 760
_LEAST_FIELDS = 64
_SENTENCE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class StepDialog(QDialog):
    """Answers by `decided`; closes when it is told that the step was recorded."""

    decided = Signal(tuple)
    """The facts that this step says, all recorded or none."""
    other_wanted = Signal(str, object)
    """Another step is to be taken first: its action, and hints for its dialog."""
    put_aside = Signal(str)
    """Closed without deciding: what was typed, to be kept."""

    def __init__(
        self, finding: Finding, verb: str, glyph: Glyph, parent: QWidget, *, width: int = WIDTH, cautious: bool = False
    ) -> None:
        """The verb is the title and the primary button. `cautious`: hard to take back, so the cursor is on 取消."""
        super().__init__(parent)
        self.finding = finding
        self.verb = verb
        self._room = DialogRoom(self, parent.window())
        self._cautious = cautious
        self.setModal(True)
        self.setFixedWidth(min(px(width), parent.window().width() - 2 * SPACE_M))
        title = _("{verb} {number}").format(verb=verb, number=short_number(finding.shown_number))
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._composing = Composing(self)
        self.watch = self._composing.watch
        self.fields = Fields(self.watch)
        self._is_deciding = False
        self._subject = card_title(title)
        self._about = wrapped(small())
        self._error = StepError()
        self.foot = wrapped(small(_("Stored on this computer first; it counts when the bureau has it.")))
        self.do_button = primary_button("doButton", f"{verb}  Ctrl+Enter", glyph=glyph, clicked=self.decide)
        self._busy = BusyMark(self.do_button)
        self._cancel = plain_button("cancelButton", _("Cancel  Esc"), clicked=self.reject)
        self._lay_out()
        self.help = Help(self, lambda: f"steps#{self.property('action')}")
        for keys in _SENTENCE_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_keys)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_L + 4, SPACE_M, SPACE_L + 4, SPACE_M)
        head.addWidget(self._subject)
        head.addWidget(self._about)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self._build_body())
        column.addWidget(self._error)
        column.addWidget(self._build_foot())

    def _build_body(self) -> QScrollArea:
        self.fields.setContentsMargins(SPACE_L + 4, SPACE_S, SPACE_L + 4, SPACE_M)
        inside = QWidget()
        inside.setLayout(self.fields)
        self._body = QScrollArea()
        self._body.setObjectName("stepFields")
        self._body.setWidgetResizable(True)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setWidget(inside)
        return self._body

    def _build_foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("frame", "bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_L + 4, SPACE_M, SPACE_L + 4, SPACE_M)
        row.setSpacing(SPACE)
        row.addWidget(self.foot, 1)
        for button in (self._cancel, self.do_button):
            button.setProperty("size", "field")
            row.addWidget(button)
        return foot

    def showEvent(self, event: QShowEvent) -> None:
        """As high as it needs, and never more than nine tenths of the window: the fields scroll, the buttons do not."""
        super().showEvent(event)
        self._order_buttons()
        if self._cautious:
            self._cancel.setFocus()
        self._fit()
        # Qt placed it by a guess at its height
        self.move(self._room.middle)

    def _order_buttons(self) -> None:
        """Tab reaches the buttons behind the last field, although they were there first."""
        last: QWidget | None = None
        each = self.nextInFocusChain()
        while each is not None and each is not self:
            if self._body.isAncestorOf(each):
                last = each
            each = each.nextInFocusChain()
        if last is not None:
            QWidget.setTabOrder(last, self._cancel)
        QWidget.setTabOrder(self._cancel, self.do_button)

    def _fit(self) -> None:
        """The fields give way first, then the sentences about them."""
        height = self._needed(MOST_SENTENCES)
        if height > self._room.most:
            height = self._needed(1)
        self.setFixedHeight(height)
        if self.isVisible():
            # grown by a sentence it may reach below the window; it moves no further than it must
            self.move(self.x(), min(self.y(), self._room.lowest))

    def _needed(self, sentences: int) -> int:
        """The height with at most so many sentences, and the fields as low as they may have to be."""
        self._error.show_at_most(sentences)
        whole = _height(self.fields, self.width())
        self._body.setFixedHeight(whole)
        over = _height(self._column, self.width()) - self._room.most
        if over > 0:
            self._body.setFixedHeight(max(whole - over, min(whole, px(_LEAST_FIELDS))))
        return _height(self._column, self.width())

    def introduce(self, names: Names, now: datetime) -> None:
        """The finding in one line: place and type, severity, who logged it when."""
        finding = self.finding
        kind = finding.classification
        title = f"{finding.location.place} {category_name(kind.category)}"
        logged = f"{names.person(finding.raiser)} {moment(finding.recorded_at, now)}"
        words = _("{title} · {severity} · logged by {logged}")
        self._about.setText(words.format(title=title, severity=word(kind.severity), logged=logged))

    def _on_keys(self) -> None:
        if not self._composing and self.do_button.isEnabled():
            self.decide()

    def restore(self, kept: str) -> None:
        """Give back what was typed when it was put aside."""
        self.fields.begin()
        try:
            texts = json.loads(kept) if kept else {}
        except ValueError:
            texts = kept
        # a text that stands alone was kept before dialogs had several fields
        self.fields.take_back(texts if isinstance(texts, dict) else {self.fields.first_text(): kept})

    def typed(self) -> str:
        """What is worth keeping when the dialog is closed; empty where nothing was changed."""
        texts = self.fields.typed()
        return json.dumps(texts, ensure_ascii=False) if texts else ""

    def fact(self) -> Fact:
        """What the step would say as the dialog stands."""
        raise NotImplementedError

    def facts(self) -> tuple[Fact, ...]:
        """All that the step would say, recorded together."""
        return (self.fact(),)

    def decide(self) -> None:
        """Ask for the step to be recorded."""
        self.show_refusals(())
        self._is_deciding = True
        self.do_button.setEnabled(False)
        self._busy.show_busy(busy=True)
        self.decided.emit(self.facts())

    def show_refusals(self, refusals: Sequence[Refusal]) -> None:
        """Why it was not recorded, with the cursor in the first field that it concerns; what was typed stays."""
        self._is_deciding = False
        self.do_button.setEnabled(True)
        self._busy.show_busy(busy=False)
        self._error.say([self.say(refusal) for refusal in refusals])
        self.fields.clear_marks()
        self._fit()
        named = (self.fields.focus(str(refusal.values.get("field", ""))) for refusal in refusals)
        first = next((control for control in named if control is not None), None)
        if first is not None:
            self._body.ensureWidgetVisible(first)

    def say(self, refusal: Refusal) -> str:
        """The sentence for a refusal."""
        return sentence(refusal.code, refusal.values)

    def reject(self) -> None:
        """Esc and the cross: nothing happens, what was typed is kept. What is being recorded is waited for."""
        if not self._is_deciding:
            self.put_aside.emit(self.typed())
            super().reject()


def _height(layout: QVBoxLayout, width: int) -> int:
    breaks = layout.hasHeightForWidth()
    return layout.totalHeightForWidth(width) if breaks else layout.totalSizeHint().height()
