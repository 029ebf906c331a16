"""Field 1, 问题类型: found by typing, six frequent ones as buttons, further types beside the main one."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gui.buttons import link_button, plain_button
from gui.findings.clearing import empty
from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues
from gui.findings.type_picker import TypePicker
from gui.flow import Flow
from gui.icons import Glyph
from gui.texts import small
from gui.theme import SMALL_BUTTON_HEIGHT, SPACE, px
from models.taxonomy import Category, category, frequent
from resources.words import _

MOST_FURTHER = 10


class TypeField(Field):
    """The main type, and the further ones that the finding also concerns."""

    def __init__(self) -> None:
        """Nothing is chosen."""
        super().__init__(FormField.CATEGORY, _("Finding type"), number=1, required=True)
        self.show_hint(_("pinyin initials do, e.g. sgyc"), always=True)
        self._main = ""
        self._further: tuple[str, ...] = ()
        self._picker = TypePicker()
        self._picker.setAccessibleName(self.title)
        self._picker.picked.connect(self._on_picked)
        self._shortcuts = [self._shortcut(found) for found in frequent()]
        self._more = link_button("furtherTypeButton", _("+ concerns also"), clicked=self._on_further_wanted)
        self._adding = False
        buttons, self._chips = QWidget(), QWidget()
        row, self._chip_row = Flow(SPACE), Flow(SPACE)
        for holder, inside in ((buttons, row), (self._chips, self._chip_row)):
            holder.setLayout(inside)
        for part in (_beside(_("Frequent")), *self._shortcuts, self._more):
            row.addWidget(part)
        self._chips.hide()
        self.put(self._picker)
        self.put(buttons)
        self.put(self._chips)

    def _shortcut(self, found: Category) -> QPushButton:
        button = plain_button(f"frequent_{found.code}", found.short, clicked=lambda: self._on_picked(found.code))
        button.setFocusPolicy(button.focusPolicy().ClickFocus)
        return button

    def show_frequent(self, count: int) -> None:
        """As many shortcuts as there is room for."""
        for place, button in enumerate(self._shortcuts):
            button.setVisible(place < count)

    def show_values(self, values: FormValues) -> None:
        """Show main type and further ones."""
        self._main = values.category
        self._picker.show_type(values.category)
        self._more.setEnabled(bool(values.category) and len(values.further) < MOST_FURTHER)
        if values.further != self._further:
            self._further = values.further
            self._show_chips(values.further)

    def controls(self) -> tuple[QWidget, ...]:
        """The line."""
        return (self._picker,)

    @Slot(str)
    def _on_picked(self, code: str) -> None:
        if self._adding and code != self._main:
            self._adding = False
            self._picker.show_type(self._main)
            further = (*(item for item in self._further if item != code), code)
            self.edited.emit(self.field, {"further": further})
            return
        self._adding = False
        further = tuple(item for item in self._further if item != code)
        self.edited.emit(self.field, {"category": code, "further": further})

    @Slot()
    def _on_further_wanted(self) -> None:
        self._adding = True
        self._picker.setFocus()
        self._picker.open_list()

    def _show_chips(self, codes: Sequence[str]) -> None:
        empty(self._chip_row)
        if codes:
            self._chip_row.addWidget(_beside(_("Concerns also")))
        for code in codes:
            self._chip_row.addWidget(self._chip(code))
        self._chips.setVisible(bool(codes))

    def _chip(self, code: str) -> QPushButton:
        found = category(code)
        name = found.short if found else code
        button = plain_button(f"further_{code}", name, glyph=Glyph.CLOSE, clicked=lambda: self._drop(code))
        button.setToolTip(_("Take {name} out").format(name=name))
        button.setAccessibleName(button.toolTip())
        return button

    def _drop(self, code: str) -> None:
        self.edited.emit(self.field, {"further": tuple(item for item in self._further if item != code)})


def _beside(words: str) -> QLabel:
    """As high as the buttons beside it."""
    label = small(words)
    label.setMinimumHeight(px(SMALL_BUTTON_HEIGHT))
    return label
