"""The line over the cards of the first minute: its three steps, and which one this is."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from gui.buttons import tab_button
from gui.texts import small
from resources.words import N_, _


class FirstStep(Enum):
    """连接局里, 登录, 带下来."""

    CONNECT = 1, N_("Connect to the bureau")
    SIGN_IN = 2, N_("Sign in (step)")
    TAKE_DOWN = 3, N_("Take down")

    @property
    def words(self) -> str:
        """1 连接局里."""
        number, words = self.value
        return f"{number} {_(words)}"


class FirstSteps(QFrame):
    """Emits which step a person wants; the last one only opens by signing in."""

    chosen = Signal(object)

    def __init__(self, step: FirstStep) -> None:
        """This one is in front."""
        super().__init__()
        self.setObjectName("firstSteps")
        self.setProperty("frame", "tabs")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for each in FirstStep:
            if each is not FirstStep.CONNECT:
                row.addWidget(small("→"))
            row.addWidget(self._button(each, step))
        row.addStretch(1)

    def _button(self, each: FirstStep, step: FirstStep) -> QPushButton:
        button = tab_button(_name(step, each), each.words, clicked=lambda: self._choose(each, step))
        button.setChecked(each is step)
        # Tab goes through the fields; steps one and two have their own buttons
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        words = _("Step {number} of {all}: {words}")
        button.setAccessibleName(words.format(number=each.value[0], all=len(FirstStep), words=_(each.value[1])))
        if FirstStep.TAKE_DOWN is each is not step:
            button.setEnabled(False)
            button.setToolTip(_("After signing in"))
        if step is FirstStep.TAKE_DOWN is not each:
            button.setEnabled(False)
        return button

    def _choose(self, each: FirstStep, step: FirstStep) -> None:
        for button in self.findChildren(QPushButton):
            button.setChecked(button.objectName() == _name(step, step))
        if each is not step:
            self.chosen.emit(each)


def _name(step: FirstStep, each: FirstStep) -> str:
    return f"step{step.value[0]}to{each.value[0]}"
