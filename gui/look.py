"""How a person wants the program to look and speak: type size and language, worn by the whole window at once."""

from dataclasses import dataclass

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.theme import TypeSize
from models.errors import GewuError
from models.profile_file import ProfileFile
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
    return _understood(settings.get(_TYPE_SIZE), settings.get(_LANGUAGE))


def keep_look(settings: Settings, look: Look) -> None:
    """Durable when it returns."""
    settings.put(_TYPE_SIZE, look.type_size.value)
    settings.put(_LANGUAGE, look.language)


def device_look(device: ProfileFile) -> Look:
    """As the one who was here last chose: so the sign-in card has it before anybody is known."""
    try:
        return _understood(device.device(_TYPE_SIZE), device.device(_LANGUAGE))
    except GewuError:
        return USUAL  # the list of people is damaged: it is mended, and said, where they are shown


def keep_device_look(device: ProfileFile, look: Look) -> None:
    """Durable when it returns."""
    device.keep_device(**{_TYPE_SIZE: look.type_size.value, _LANGUAGE: look.language})


def wear(application: QApplication, look: Look) -> None:
    """What is made from now on looks and speaks like this."""
    words.use(look.language)
    theme.apply_to(application, look.type_size)
    _speak(application, look.language)


def _understood(type_size: str, language: str) -> Look:
    sizes = {size.value: size for size in TypeSize}
    known = language in (words.DEFAULT_LANGUAGE, words.SOURCE_LANGUAGE)
    return Look(sizes.get(type_size, TypeSize.STANDARD), language if known else words.DEFAULT_LANGUAGE)


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
