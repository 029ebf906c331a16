"""How a person wants the program to look and speak: type size and language, worn by the whole window at once."""

from dataclasses import dataclass

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.theme import TypeSize
from models.settings import Settings
from resources import words

_TYPE_SIZE, _LANGUAGE = "type_size", "language"
_TRANSLATOR = "qtTranslator"


@dataclass(frozen=True, slots=True)
class Look:
    """字号 and 语言."""

    type_size: TypeSize = TypeSize.STANDARD
    language: str = words.DEFAULT_LANGUAGE


USUAL = Look()


def read_look(settings: Settings) -> Look:
    """As this person last chose; what is not known (any more) is the usual."""
    sizes, language = {size.value: size for size in TypeSize}, settings.get(_LANGUAGE)
    known = language in (words.DEFAULT_LANGUAGE, words.SOURCE_LANGUAGE)
    return Look(sizes.get(settings.get(_TYPE_SIZE), TypeSize.STANDARD), language if known else words.DEFAULT_LANGUAGE)


def keep_look(settings: Settings, look: Look) -> None:
    """Durable when it returns."""
    settings.put(_TYPE_SIZE, look.type_size.value)
    settings.put(_LANGUAGE, look.language)


def wear(application: QApplication, look: Look) -> None:
    """What is made from now on looks and speaks like this."""
    words.use(look.language)
    theme.apply_to(application, look.type_size)
    _speak(application, look.language)


def _speak(application: QApplication, language: str) -> None:
    """Qt's own dialogs, too."""
    translator = application.findChild(QTranslator, _TRANSLATOR)
    if language != words.DEFAULT_LANGUAGE:
        if translator is not None:
            application.removeTranslator(translator)
        return
    if translator is None:
        translator = QTranslator(application)
        translator.setObjectName(_TRANSLATOR)
        where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator.load(QLocale(QLocale.Language.Chinese, QLocale.Country.China), "qtbase", "_", where)
    application.installTranslator(translator)
