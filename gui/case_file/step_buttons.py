"""The buttons of a next step: one primary, its counterpart beside it, all others under 更多."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE)

    def show_step(self, step: NextStep) -> None:
        """Show the buttons of this one."""
        if step == self._step:
            return
        self._step = step
        empty(self._row)
        beside, rest = step.others[:1], step.others[1:]
        self._row.addStretch(1)
        if rest:
            self._row.addWidget(self._more(rest))
        for offer in beside:
            self._row.addWidget(self._button(offer))
        self._primary = self._build_primary(step.primary) if step.primary else None
        if self._primary is not None:
            self._row.addWidget(self._primary)
        self.setVisible(bool(step.others or step.primary))

    def take_primary(self) -> None:
        """Ctrl+Enter: the one primary button, where there is one."""
        if self._primary is not None:
            self._primary.click()

    def focus_last(self) -> None:
        """Put the cursor on the primary, else on what stands outermost right."""
        buttons = [item.widget() for place in range(self._row.count()) if (item := self._row.itemAt(place)) is not None]
        last = next((each for each in reversed(buttons) if isinstance(each, QPushButton)), None)
        if last is not None:
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
    return button


def _nothing() -> None:
    """A button with a menu opens it by itself."""
