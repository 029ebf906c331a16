"""The five standards of an acceptance, each answered 是, 否 or 不涉及; none is answered beforehand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.findings.segments import Segments
from gui.labels import word
from gui.texts import plain, wrapped
from gui.theme import SPACE_M, SPACE_S
from models.vocabulary import Conformity, Standard


class StandardsField(QWidget):
    """Words left, answers right."""

    def __init__(self) -> None:
        """No answer yet."""
        super().__init__()
        self.setObjectName("standards")
        self._answers: dict[Standard, Segments] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(0, 1)
        for row, standard in enumerate(Standard):
            answer = Segments(((each, word(each)) for each in Conformity), unset=True)
            answer.setObjectName(f"standard_{standard.value}")
            answer.setAccessibleName(word(standard))
            grid.addWidget(wrapped(plain(f"{row + 1}. {word(standard)}")), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(answer, row, 1)
            self._answers[standard] = answer
        self.setFocusProxy(self._answers[Standard.MEASURES_DONE].focus_target())

    @property
    def answers(self) -> tuple[Conformity, ...]:
        """In their order; those that nobody gave are not among them."""
        return tuple(answer.value for answer in self._answers.values() if answer.value is not None)

    def answer(self, standard: Standard, value: Conformity) -> None:
        """Show an answer."""
        self._answers[standard].choose(value)

    def kept_text(self) -> str:
        """The codes of the answers."""
        codes = [answer.value.value if answer.value else "" for answer in self._answers.values()]
        return ",".join(codes) if any(codes) else ""

    def take_back(self, text: str) -> None:
        """The answers that were given."""
        for segments, code in zip(self._answers.values(), text.split(","), strict=False):
            value = Conformity.of(code)
            if value is not None:
                segments.choose(value)
