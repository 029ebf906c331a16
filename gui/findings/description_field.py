"""Field 3, 问题描述: what is wrong, with a live count and the sentences that are used often (Alt+Y)."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gui.buttons import link_button
from gui.findings.description_edit import DescriptionEdit
from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues
from gui.findings.phrases import phrases, short
from gui.theme import px
from models.rules import DESCRIPTION
from resources.words import _

LEAST_HEIGHT, MOST_HEIGHT = 78, 230


class DescriptionField(Field):
    """Text, count, phrases."""

    def __init__(self) -> None:
        """Grows with the room that is left."""
        super().__init__(FormField.DESCRIPTION, _("Description"), number=3, required=True)
        self._text = DescriptionEdit()
        self._text.setObjectName("descriptionEdit")
        self._text.setAccessibleName(self.title)
        # the style sheet's least height wins over setMinimumHeight
        least = f"min-height: {px(LEAST_HEIGHT) - 10}px;"
        self._text.setStyleSheet(f"QPlainTextEdit, QPlainTextEdit:focus {{ {least} }}")
        self.setMaximumHeight(px(MOST_HEIGHT))
        self._text.textChanged.connect(self._on_changed)
        self._menu = QMenu(self)
        self._menu.setObjectName("phrasesMenu")
        self._menu.triggered.connect(lambda action: self._text.insert_phrase(action.data()))
        self._own: tuple[str, ...] = ()
        self._fill_menu()
        self._phrases: QPushButton = link_button("phrasesButton", _("Phrases  Alt+Y"), clicked=self.offer_phrases)
        # it stands above the text, and would be a stop before it
        self._phrases.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add_to_header(self._phrases)
        self.put(self._text, stretch=1)
        self._count()

    def show_phrases(self, own: tuple[str, ...]) -> None:
        """Offer a person's own sentences before the usual ones."""
        if own != self._own:
            self._own = own
            self._fill_menu()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for phrase in self._own:
            self._menu.addAction(short(phrase).replace("&", "&&")).setData(phrase)
        if self._own:
            self._menu.addSeparator()
        for phrase in phrases():
            self._menu.addAction(phrase).setData(phrase)

    @Slot()
    def offer_phrases(self) -> None:
        """Open the list of sentences under its button."""
        self._menu.popup(self._phrases.mapToGlobal(self._phrases.rect().bottomLeft()))

    def show_values(self, values: FormValues) -> None:
        """Show the text, leaving the cursor where it is when nothing differs."""
        if self._text.toPlainText() != values.description:
            with QSignalBlocker(self._text):
                self._text.setPlainText(values.description)
        self._count()

    def controls(self) -> tuple[QWidget, ...]:
        """The text."""
        return (self._text,)

    @Slot()
    def _on_changed(self) -> None:
        self._count()
        self.edited.emit(self.field, {"description": self._text.toPlainText()})

    def _count(self) -> None:
        length = len(self._text.toPlainText().strip())
        over = length - DESCRIPTION[1]
        words = _("{n} characters too many").format(n=over) if over > 0 else _("{n} characters").format(n=length)
        self.show_hint(words, always=True)
