"""A text of several lines in a step's dialog, with the height that the dialog gives it."""

from gui.findings.description_edit import DescriptionEdit

_FRAME = 10


class StepText(DescriptionEdit):
    """Ctrl+Enter is the dialog's, Tab leaves the field."""

    def __init__(self, name: str, height: int) -> None:
        """`height` in pixels, its frame included."""
        super().__init__()
        self.setObjectName(name)
        # heights of the style sheet win over setFixedHeight
        inner = f"min-height: {height - _FRAME}px; max-height: {height - _FRAME}px;"
        self.setStyleSheet(f"QPlainTextEdit, QPlainTextEdit:focus {{ {inner} }}")
