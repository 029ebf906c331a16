"""A field of the form: label with its number above, where its value comes from at the right, what is wrong below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.findings.form_values import FormField, FormValues
from gui.icons import Glyph, pixmap
from gui.theme import SPACE, SPACE_S, Tone, mark
from resources.words import _


class Field(QWidget):
    """Shows its part of the values and emits what the person changed as keyword values."""

    edited = Signal(object, object)
    """The FormField and a dict of the changes."""

    def __init__(self, field: FormField, title: str, *, number: int | None = None, required: bool = False) -> None:
        """The number is the one of Alt+1…9."""
        super().__init__()
        self.field = field
        self.title = title
        self.setObjectName(f"{field.value}Field")
        self._source = QLabel()
        self._source.setObjectName(f"{field.value}Source")
        self._hint = QLabel()
        self._hint.setProperty("kind", "small")
        self._error = _ErrorLine(field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_S)
        self._header = self._build_header(number, required)
        self._column.addLayout(self._header)
        self._column.addWidget(self._error)

    def _build_header(self, number: int | None, required: bool) -> QHBoxLayout:  # noqa: FBT001 - private
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        label = QLabel(f"{number}  {self.title}" if number else self.title)
        label.setProperty("kind", "strong")
        row.addWidget(label)
        if required:
            must = QLabel(_("required"))
            must.setProperty("kind", "required")
            row.addWidget(must)
        row.addStretch(1)
        self._source.setProperty("kind", "source")
        row.addWidget(self._source)
        row.addWidget(self._hint)
        return row

    def add_to_header(self, control: QWidget) -> None:
        """Place a small control at the right end of the label's line."""
        self._header.addWidget(control)

    def put(self, body: QWidget, *, stretch: int = 0) -> None:
        """Place the control between label and error."""
        self._column.insertWidget(self._column.count() - 1, body, stretch)

    def put_row(self, *bodies: QWidget, stretch_first: bool = True) -> None:
        """Place several controls side by side between label and error."""
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for place, body in enumerate(bodies):
            row.addWidget(body, 1 if place == 0 and stretch_first else 0)
        if not stretch_first:
            row.addStretch(1)
        self._column.insertLayout(self._column.count() - 1, row)

    def show_source(self, words: str) -> None:
        """Say in green where the default comes from; an empty text says nothing."""
        self._source.setText(words)
        self._source.setVisible(bool(words))
        self._hint.setVisible(not words or self._hint.property("always") is True)

    def show_hint(self, words: str, *, always: bool = False) -> None:
        """Say quietly how to fill the field, where no source stands."""
        self._hint.setText(words)
        self._hint.setProperty("always", always)

    def show_error(self, words: str) -> None:
        """Say what is missing or wrong; an empty text takes it back."""
        self._error.say(words)
        for control in self.controls():
            mark(control, state="wrong" if words else "")

    @property
    def error(self) -> str:
        """What the field says is wrong."""
        return self._error.words

    def show_values(self, values: FormValues) -> None:
        """Show this field's part, leaving alone what is shown already."""
        raise NotImplementedError

    def controls(self) -> tuple[QWidget, ...]:
        """The controls in tab order; the first one takes the focus."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor here, as Alt+number and F8 do."""
        first = self.controls()[0]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _ErrorLine(QWidget):
    def __init__(self, field: FormField) -> None:
        super().__init__()
        self.words = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        mark_label = QLabel()
        mark_label.setPixmap(pixmap(Glyph.PROBLEM, Tone.RED, size=14, ratio=self.devicePixelRatioF()))
        mark_label.setContentsMargins(0, 3, 0, 0)
        self._text = QLabel()
        self._text.setObjectName(f"{field.value}Error")
        self._text.setProperty("tone", "red")
        self._text.setWordWrap(True)
        row.addWidget(mark_label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, words: str) -> None:
        self.words = words
        self._text.setText(words)
        self.setVisible(bool(words))
