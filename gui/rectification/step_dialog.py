"""The frame of every step's dialog: verb and number, the finding in one line, the fields, what is wrong, the buttons."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from gui.buttons import plain_button, primary_button
from gui.card import line
from gui.findings.ledger_columns import category_name
from gui.icons import Glyph
from gui.labels import moment, word
from gui.names import Names
from gui.texts import card_title, picture, plain, small, wrapped
from gui.theme import SPACE, SPACE_L, SPACE_M, SPACE_S, Tone
from models.errors import Refusal
from models.facts import Fact
from models.finding import Finding
from resources.sentences import sentence
from resources.words import _

WIDTH = 560
_MOST_OF_WINDOW, _LEAST_FIELDS = 0.9, 100
_SENTENCE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class StepDialog(QDialog):
    """Answers by `decided`; closes when it is told that the step was recorded."""

    decided = Signal(object)
    """The Fact that this step says."""
    put_aside = Signal(str)
    """Closed without deciding: the text that was typed, to be kept."""

    def __init__(self, finding: Finding, verb: str, glyph: Glyph, parent: QWidget) -> None:
        """The verb is the title and the primary button."""
        super().__init__(parent)
        self.finding = finding
        self._window = parent.window()
        self.setModal(True)
        self.setFixedWidth(WIDTH)
        title = _("{verb} {number}").format(verb=verb, number=finding.shown_number)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(SPACE_S + 2)
        self._composing = False
        self._subject = card_title(title)
        self._about = wrapped(small())
        self._error_text = wrapped(plain(tone="red"))
        self._error_text.setObjectName("stepError")
        self._error = self._build_error()
        self.do_button = primary_button("doButton", f"{verb}  Ctrl+Enter", glyph=glyph, clicked=self.decide)
        self._cancel = plain_button("cancelButton", _("Cancel  Esc"), clicked=self.reject)
        self._lay_out()
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
        self.fields.setContentsMargins(SPACE_L + 4, SPACE_M, SPACE_L + 4, SPACE_M)
        inside = QWidget()
        inside.setLayout(self.fields)
        self._body = QScrollArea()
        self._body.setObjectName("stepFields")
        self._body.setWidgetResizable(True)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setWidget(inside)
        return self._body

    def _build_error(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(SPACE_L + 4, 0, SPACE_L + 4, SPACE_M)
        row.setSpacing(SPACE)
        row.addWidget(picture(Glyph.PROBLEM, Tone.RED), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error_text, 1)
        holder.hide()
        return holder

    def _build_foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("frame", "bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_L + 4, SPACE_M, SPACE_L + 4, SPACE_M)
        row.setSpacing(SPACE)
        note = small(_("Stored on this computer first; it counts when the bureau has it."))
        row.addWidget(wrapped(note), 1)
        for button in (self._cancel, self.do_button):
            button.setProperty("size", "field")
            row.addWidget(button)
        return foot

    def showEvent(self, event: QShowEvent) -> None:
        """As high as it needs, and never more than nine tenths of the window: the fields scroll, the buttons do not."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._body.setFixedHeight(_height(self.fields))
        over = _height(self._column) - round(self._window.height() * _MOST_OF_WINDOW)
        if over > 0:
            self._body.setFixedHeight(max(self._body.height() - over, _LEAST_FIELDS))
        self.setFixedHeight(_height(self._column))

    def introduce(self, names: Names, now: datetime) -> None:
        """The finding in one line: place and type, severity, who logged it when."""
        finding = self.finding
        kind = finding.classification
        title = f"{finding.location.place} {category_name(kind.category)}"
        logged = f"{names.person(finding.raiser)} {moment(finding.recorded_at, now)}"
        words = _("{title} · {severity} · logged by {logged}")
        self._about.setText(words.format(title=title, severity=word(kind.severity), logged=logged))

    def watch(self, *texts: QLineEdit | QPlainTextEdit) -> None:
        """Ctrl+Enter must not act while the input method composes in one of these."""
        for text in texts:
            text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice composing."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self._composing = False
        return super().eventFilter(watched, event)

    def _on_keys(self) -> None:
        if not self._composing and self.do_button.isEnabled():
            self.decide()

    def restore(self, text: str) -> None:
        """Give back what was typed when it was put aside."""

    def fact(self) -> Fact:
        """What the step would say as the dialog stands."""
        raise NotImplementedError

    def typed(self) -> str:
        """The text that is worth keeping when the dialog is closed."""
        raise NotImplementedError

    def decide(self) -> None:
        """Ask for the step to be recorded."""
        self.show_refusals(())
        self.do_button.setEnabled(False)
        self.decided.emit(self.fact())

    def show_refusals(self, refusals: Sequence[Refusal]) -> None:
        """Why it was not recorded; what was typed stays."""
        self.do_button.setEnabled(True)
        self._error_text.setText("\n".join(self.say(refusal) for refusal in refusals))
        self._error.setVisible(bool(refusals))
        self._fit()

    def say(self, refusal: Refusal) -> str:
        """The sentence for a refusal."""
        return sentence(refusal.code, refusal.values)

    def reject(self) -> None:
        """Esc and the cross: nothing happens, what was typed is kept."""
        self.put_aside.emit(self.typed())
        super().reject()


def _height(layout: QVBoxLayout) -> int:
    breaks = layout.hasHeightForWidth()
    return layout.totalHeightForWidth(WIDTH) if breaks else layout.totalSizeHint().height()
