"""Say things in the reader's language: the English in the code is looked up in the catalogues of `words/`."""

import gettext
import io
import os
import re
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

CATALOGUES: Final = Path(__file__).with_name("words")
DEFAULT_LANGUAGE: Final = "zh_CN"
SOURCE_LANGUAGE: Final = "en"

_PLACES = (
    "acceptance|birds|button|chip|column|counter|field|file|gap|gate|light|list|measure|objections|person|rail|row|"
    "stage|standard|state|step|tab|tabs|taken down"
)
_WHERE = re.compile(rf"(?<=, )\(list\)$|(?<=[^\s,]) \((?:{_PLACES})\)$")
"""Says to who translates where a message stands; nobody else needs to read it."""

_in_use: gettext.NullTranslations | None = None
_language: str = DEFAULT_LANGUAGE


def _(message: str) -> str:
    """Return the message in the language in use."""
    return _translations().gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the message that fits the number, in the language in use."""
    return _translations().ngettext(singular, plural, n)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message that is looked up later, where it is shown."""
    return message


def use(language: str) -> None:
    """Speak this language from now on; `en` is the source itself."""
    global _in_use, _language
    _in_use, _language = load(language), language


def language() -> str:
    """The language in use."""
    return _language


class _Source(gettext.NullTranslations):
    """The English of the code, without what is meant for who translates it."""

    def gettext(self, message: str) -> str:
        """The message itself."""
        return _WHERE.sub("", message)


def load(language: str, *, catalogues: Path = CATALOGUES) -> gettext.NullTranslations:
    """Read a language, compiling its catalogue first when one of its files has changed."""
    if language == SOURCE_LANGUAGE:
        return _Source()
    compiled = catalogues / f"{language}.mo"
    sources = sorted((catalogues / language).glob("*.po"))
    if _is_fresh(compiled, sources):
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    content = _compile(language, sources)
    _keep(compiled, content)
    return gettext.GNUTranslations(io.BytesIO(content))


def _translations() -> gettext.NullTranslations:
    if _in_use is None:
        use(DEFAULT_LANGUAGE)
    assert _in_use is not None
    return _in_use


def _is_fresh(compiled: Path, sources: Sequence[Path]) -> bool:
    """The folder counts, too: its time tells of catalogues that came or went."""
    if not compiled.exists():
        return False
    newest = max((path.stat().st_mtime_ns for path in (*sources, *{path.parent for path in sources})), default=0)
    return newest < compiled.stat().st_mtime_ns


def _compile(language: str, sources: Sequence[Path]) -> bytes:
    """Merge the areas into one catalogue. Babel is slow to load, so only a changed catalogue pays for it."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    merged = Catalog(locale=language)
    for source in sources:
        for message in read_po(io.BytesIO(source.read_bytes()), locale=language):
            if message.id:
                merged[message.id] = message
    content = io.BytesIO()
    write_mo(content, merged)
    return content.getvalue()


def _keep(compiled: Path, content: bytes) -> None:
    """Save the compiled catalogue for the next start; an installed program may stand in a read-only folder."""
    with suppress(OSError):
        handle, name = tempfile.mkstemp(dir=compiled.parent, suffix=".mo")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(compiled)
