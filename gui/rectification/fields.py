"""The fields of a step's dialog: label over control, each under the name by which refusals call it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gui.findings.segments import Segments
from gui.rectification.field_label import FieldLabel, field_label
from gui.theme import SPACE_L, SPACE_S, mark

Watch = Callable[[QLineEdit | QPlainTextEdit], None]


@runtime_checkable
class Kept(Protocol):
    """A control of several parts whose value comes back with the dialog."""

    def kept_text(self) -> str:
        """The value as text."""

    def take_back(self, text: str) -> None:
        """Show what kept_text said; what cannot be read changes nothing."""


class Fields(QVBoxLayout):
    """From top to bottom; Tab goes the same way."""

    def __init__(self, watch: Watch, controls: dict[str, QWidget] | None = None) -> None:
        """`watch` hears of every text, so that nothing is done while somebody composes in it."""
        super().__init__()
        self.setSpacing(SPACE_S + 2)
        self._watch = watch
        self._controls: dict[str, QWidget] = {} if controls is None else controls
        self._start: Mapping[str, str] = {}

    def put(self, name: str, title: str, control: QWidget, *, required: bool = False, origin: str = "") -> FieldLabel:
        """A field under the last one; returns its label."""
        label = field_label(title, required=required, origin=origin)
        control.setAccessibleName(title)
        self._controls[name] = control
        for text in (control, *control.findChildren(QLineEdit), *control.findChildren(QPlainTextEdit)):
            if isinstance(text, QLineEdit | QPlainTextEdit):
                self._watch(text)
        self.addLayout(label)
        self.addWidget(control)
        return label

    def columns(self) -> tuple["Fields", "Fields"]:
        """Two halves side by side, for short fields."""
        row = QHBoxLayout()
        row.setSpacing(SPACE_L)
        left, right = Fields(self._watch, self._controls), Fields(self._watch, self._controls)
        for half in (left, right):
            row.addLayout(half, 1)
        self.addLayout(row)
        return left, right

    def section(self) -> tuple[QWidget, "Fields"]:
        """Fields that show and hide together."""
        part = QWidget()
        inner = Fields(self._watch, self._controls)
        inner.setContentsMargins(0, 0, 0, 0)
        part.setLayout(inner)
        self.addWidget(part)
        return part, inner

    def focus(self, name: str) -> QWidget | None:
        """Put the cursor into this field and frame it; None where there is none of this name."""
        control = self._controls.get(name)
        if control is None:
            return None
        mark(control, state="wrong")
        target = control.focus_target() if isinstance(control, Segments) else control
        target.setFocus()
        return target

    def clear_marks(self) -> None:
        """No field is wrong any more."""
        for control in self._controls.values():
            if control.property("state"):
                mark(control, state="")

    def begin(self) -> None:
        """What stands in the fields now is the default, which needs no keeping."""
        self._start = dict(self._texts())

    def typed(self) -> dict[str, str]:
        """What a person changed, by field."""
        return {name: text for name, text in self._texts() if text != self._start.get(name, "")}

    def take_back(self, texts: Mapping[str, str]) -> None:
        """Show what `typed` once said."""
        for name, text in texts.items():
            control = self._controls.get(name)
            if isinstance(control, Kept):
                control.take_back(text)
            elif isinstance(control, QLineEdit):
                control.setText(text)
            elif isinstance(control, QPlainTextEdit):
                control.setPlainText(text)
            elif isinstance(control, QCheckBox):
                control.setChecked(bool(text))

    def first_text(self) -> str:
        """The name of the first field that holds a plain text; empty where there is none."""
        texts = (name for name, control in self._controls.items() if isinstance(control, QLineEdit | QPlainTextEdit))
        return next(texts, "")

    def _texts(self) -> Iterator[tuple[str, str]]:
        for name, control in self._controls.items():
            if isinstance(control, Kept):
                yield name, control.kept_text()
            elif isinstance(control, QLineEdit):
                yield name, control.text().strip()
            elif isinstance(control, QPlainTextEdit):
                yield name, control.toPlainText().strip()
            elif isinstance(control, QCheckBox):
                yield name, "1" if control.isChecked() else ""
