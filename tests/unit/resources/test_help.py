"""The help is whole: each page is there, its links lead somewhere, and its words are those of the screens."""

import io
import re
from collections.abc import Callable

import pytest
from babel.messages.pofile import read_po

from resources import help as pages
from resources.words import CATALOGUES, DEFAULT_LANGUAGE

LINK = re.compile(r"\[[^\]]+\]\(([^)#]+)\.md(?:#([\w-]+))?\)")
NEVER = re.compile(
    r"抱歉|您|！|异常|队列|事务|缓存|失败|点击|UUID|SHA|\bcache|\bentry|\bjournal|\bJSON|服务端|客户端", re.IGNORECASE
)
QUOTED = re.compile(r"“([^”]+)”")
NOT_OF_THE_PROGRAM = {"确定", "暂-1122-04"}
"""A button that there is not, and a number as one might read it."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ALL = [pages.page(name, DEFAULT_LANGUAGE) for name in pages.PAGES]


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_a_page_is_written_and_has_sections(page: pages.HelpPage) -> None:
    assert page.title != page.name
    assert page.sections
    assert "{#" not in page.markdown
    codes = [section.code for section in page.sections]
    assert all(codes)
    assert len(set(codes)) == len(codes)


def test_every_file_is_a_page() -> None:
    there = {path.stem for path in (pages.FOLDER / DEFAULT_LANGUAGE).glob("*.md")}
    assert there == set(pages.PAGES)
    assert {path.stem for path in (pages.FOLDER / "en").glob("*.md")} <= set(pages.PAGES)


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_links_lead_somewhere(page: pages.HelpPage) -> None:
    for name, code in LINK.findall(page.markdown):
        assert name in pages.PAGES
        codes = [section.code for section in pages.page(name, DEFAULT_LANGUAGE).sections]
        assert not code or code in codes


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_manners(page: pages.HelpPage) -> None:
    assert not NEVER.findall(page.markdown)


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_paragraphs_are_short(page: pages.HelpPage) -> None:
    """Somebody reads them in a car."""
    long = [text for text in page.markdown.split("\n") if len(text) > 140]
    assert not long


@pytest.fixture(scope="module")
def said() -> list[str]:
    """All that the program says."""
    files = sorted((CATALOGUES / DEFAULT_LANGUAGE).glob("*.po"))
    messages = [message for file in files for message in read_po(io.BytesIO(file.read_bytes())) if message.id]
    strings = [each.string if isinstance(each.string, tuple) else (each.string,) for each in messages]
    return [str(text) for several in strings for text in several]


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_what_is_quoted_is_said_by_the_program(page: pages.HelpPage, said: list[str]) -> None:
    """「去补正」 in the help is 「去补正」 on the button, also after somebody found better words for it."""
    patterns = [_pattern(text) for text in said if len(CHINESE.findall(text)) > 1]
    quoted = {text.replace("……", "") for text in QUOTED.findall(page.markdown)} - NOT_OF_THE_PROGRAM
    unknown = [
        text for text in quoted if not any(text in each for each in said) and not any(fits(text) for fits in patterns)
    ]
    assert not unknown


def _pattern(text: str) -> Callable[[str], re.Match[str] | None]:
    """What may stand on the screen once the placeholders are filled in."""
    parts = (re.escape(part) for part in re.split(r"\{\w*\}", text))
    return re.compile(".+?".join(parts)).fullmatch


def test_a_page_that_is_not_translated_is_chinese() -> None:
    assert pages.page("ledger", "en").language == DEFAULT_LANGUAGE
    assert pages.page("keyboard", "en").language == "en"
    assert pages.page("nowhere", "en").name == pages.PAGES[0]


@pytest.mark.parametrize(
    ("text", "where"), [("忘了密码", "sign_in"), ("F9", "keyboard"), ("断", "exchange"), ("ctrl+k", "search")]
)
def test_it_is_found(text: str, where: str) -> None:
    assert where in {hit.page.name for hit in pages.search(text, DEFAULT_LANGUAGE)}


def test_headings_come_first_and_words_around_are_plain() -> None:
    hits = pages.search("照片对比", DEFAULT_LANGUAGE)
    assert (hits[0].page.name, hits[0].page.sections[hits[0].section].title) == ("case_file", "照片对比")
    assert not any(mark in hit.words for hit in pages.search("同步", DEFAULT_LANGUAGE) for mark in "*[]|#")
    assert pages.search("  ", DEFAULT_LANGUAGE) == ()
