"""The words come in the right language, from catalogues that are compiled when they changed and only then."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from resources import words
from resources.words import N_, _, ngettext

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
)


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    """Two areas of one language."""
    folder = tmp_path / "words"
    (folder / "zh_CN").mkdir(parents=True)
    write(folder, "shell", 'msgid "Save"\nmsgstr "保存"\n')
    write(
        folder,
        "photos",
        'msgid "{n} photo"\nmsgid_plural "{n} photos"\nmsgstr[0] "{n} 张照片"\n\n#, fuzzy\nmsgid "Guess"\nmsgstr "猜"\n',
    )
    return folder


def write(folder: Path, area: str, messages: str, age: int = 60) -> None:
    """An area's catalogue, a minute old: clocks of file systems are coarse."""
    path = folder / "zh_CN" / f"{area}.po"
    path.write_text(HEADER + messages, encoding="utf-8")
    then = path.stat().st_mtime - age
    os.utime(path, (then, then))
    os.utime(path.parent, (then, then))


def test_areas_become_one_catalogue(catalogues: Path) -> None:
    """Messages of every area, plurals too; a guess of a translation tool is not used."""
    chinese = words.load("zh_CN", catalogues=catalogues)
    assert chinese.gettext("Save") == "保存"
    assert chinese.ngettext("{n} photo", "{n} photos", 3) == "{n} 张照片"
    assert chinese.gettext("Guess") == "Guess"


def test_compiled_once(catalogues: Path) -> None:
    """A second start reads the compiled catalogue and does not write it again."""
    words.load("zh_CN", catalogues=catalogues)
    compiled = catalogues / "zh_CN.mo"
    before = compiled.stat().st_mtime_ns
    assert words.load("zh_CN", catalogues=catalogues).gettext("Save") == "保存"
    assert compiled.stat().st_mtime_ns == before


@pytest.mark.parametrize("area", ["shell", "new"])
def test_compiled_again_after_a_change(catalogues: Path, area: str) -> None:
    """A catalogue that changed, or a new one, is seen at the next start."""
    words.load("zh_CN", catalogues=catalogues)
    write(catalogues, area, 'msgid "Save"\nmsgstr "存下"\n', age=-60)
    if area == "new":
        (catalogues / "zh_CN" / "shell.po").unlink()
    assert words.load("zh_CN", catalogues=catalogues).gettext("Save") == "存下"


def test_a_folder_that_may_not_be_written(catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed program speaks Chinese, too, where it may not save the compiled catalogue."""

    def refuse(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert words.load("zh_CN", catalogues=catalogues).gettext("Save") == "保存"
    assert not (catalogues / "zh_CN.mo").exists()


def test_languages() -> None:
    """Chinese unless told otherwise; the source language says what the code says."""
    assert _("Save it") == "Save it"
    assert N_("Whatever") == "Whatever"
    words.use("en")
    assert ngettext("{n} photo", "{n} photos", 2) == "{n} photos"


@pytest.mark.parametrize("locale", ["C", "POSIX", "de_DE.UTF-8"])
def test_whatever_the_locale(locale: str) -> None:
    """The machine's locale does not choose the words, nor does it break them."""
    script = "import sys; from resources.sentences import sentence; sys.stdout.buffer.write(sentence('wrong_key', {}).encode())"
    environment = {**os.environ, "LC_ALL": locale, "LANGUAGE": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    house = Path(words.__file__).parent.parent
    said = subprocess.run([sys.executable, "-c", script], cwd=house, env=environment, capture_output=True, check=True)
    assert "记录文件打不开" in said.stdout.decode()


def test_babel_is_not_loaded_for_a_compiled_catalogue() -> None:
    """Start-up does not pay for the compiler."""
    words.load("zh_CN")
    script = "import sys; from resources.words import _; _('x'); sys.exit('babel' in sys.modules)"
    house = Path(words.__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", script], cwd=house, check=False).returncode == 0


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("To verify (chip)", "To verify"),
        ("Place {number} (list)", "Place {number}"),
        (", (list)", ", "),
        ("Photos (taken down)", "Photos"),
        ("Practise one (not reported)", "Practise one (not reported)"),
    ],
)
def test_english_does_not_say_what_is_meant_for_who_translates(message: str, said: str) -> None:
    assert words.load(words.SOURCE_LANGUAGE).gettext(message) == said
