"""The buttons of a next step: one primary, its counterpart beside it, all others under 更多."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from gui.buttons import as_kind, plain_button, primary_button
from gui.case_file.next_step import NextStep, Offer
from gui.findings.clearing import empty
from gui.icons import Glyph
from gui.theme import SPACE
from resources.words import _

_NAMES = {"resubmit": "completeButton"}
_GLYPHS = {
    "verify": Glyph.CHECK,
    "return": Glyph.RETURNED,
    "resubmit": Glyph.EDIT,
    "correct": Glyph.EDIT,
    "attach_evidence": Glyph.ADD_PHOTO,
}


class StepButtons(QWidget):
    """Built anew only when the step is another one, so that a refresh leaves the focus where it is."""

    wanted = Signal(object)
    """An Offer that may be taken."""
    locked_wanted = Signal()
    """The primary was asked for, but something is missing."""

    def __init__(self) -> None:
        """None."""
        super().__init__()
        self.setObjectName("stepButtons")
        self._step: NextStep | None = None
        self._primary: QPushButton | None = None
        self._others = QHBoxLayout()
        self._others.setSpacing(SPACE)
        self._column = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addLayout(self._others, 1)

    def show_step(self, step: NextStep) -> None:
        """Show the buttons of this one."""
        if step == self._step:
            return
        self._step = step
        empty(self._others)
        if self._primary is not None:
            self._column.removeWidget(self._primary)
            self._primary.hide()
            self._primary.deleteLater()
        beside, rest = step.others[:1], step.others[1:]
        self._others.addStretch(1)
        if rest:
            self._others.addWidget(self._more(rest))
        for offer in beside:
            self._others.addWidget(self._button(offer))
        self._primary = self._build_primary(step.primary) if step.primary else None
        if self._primary is not None:
            self._column.addWidget(self._primary)
        self.setVisible(bool(step.others or step.primary))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Where it is narrow, the primary stands below the others."""
        wanted = super().minimumSizeHint()
        widest = max(self._others.sizeHint().width(), self._primary.sizeHint().width() if self._primary else 0)
        return QSize(min(wanted.width(), widest), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a row, or the primary below."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """The style sheet makes buttons wider only when they are about to be shown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        needed = self._others.sizeHint().width() + (self._primary.sizeHint().width() if self._primary else 0) + SPACE
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if needed <= self.width() else way.TopToBottom
        if self._column.direction() != wanted:
            self._column.setDirection(wanted)

    def take_primary(self) -> None:
        """Ctrl+Enter: the one primary button, where there is one."""
        if self._primary is not None:
            self._primary.click()

    def focus_last(self) -> bool:
        """Put the cursor on the primary, else on what stands outermost right. False where there is none."""
        items = (self._others.itemAt(place) for place in reversed(range(self._others.count())))
        others = (item.widget() for item in items if item is not None)
        last = self._primary or next((each for each in others if isinstance(each, QPushButton)), None)
        if last is not None:
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return last is not None

    def _build_primary(self, offer: Offer) -> QPushButton:
        name = _NAMES.get(offer.action, f"{offer.action}Button")
        if offer.locked:
            locked = plain_button(name, offer.locked, glyph=Glyph.LOCK, clicked=self.locked_wanted.emit)
            as_kind(locked, "locked")
            return _sized(locked)
        take = partial(self.wanted.emit, offer)
        button = primary_button(name, offer.words, glyph=_GLYPHS.get(offer.action), clicked=take)
        button.setToolTip("Ctrl+Enter")
        return _sized(button)

    def _button(self, offer: Offer) -> QPushButton:
        name, take = _NAMES.get(offer.action, f"{offer.action}Button"), partial(self.wanted.emit, offer)
        return _sized(plain_button(name, offer.words, glyph=_GLYPHS.get(offer.action), clicked=take))

    def _more(self, offers: tuple[Offer, ...]) -> QPushButton:
        button = plain_button("moreStepsButton", _("More steps"), clicked=_nothing)
        menu = QMenu(button)
        menu.setObjectName("moreSteps")
        for offer in offers:
            action = menu.addAction(offer.words)
            action.setObjectName(f"{offer.action}Action")
            action.triggered.connect(lambda _checked=False, offer=offer: self.wanted.emit(offer))
        button.setMenu(menu)
        return _sized(button)


def _sized(button: QPushButton) -> QPushButton:
    button.setProperty("size", "field")
    button.ensurePolished()
    return button


def _nothing() -> None:
    """A button with a menu opens it by itself."""
