"""The help: one Markdown page a screen in `<language>/`, read from the disk, so that it is there without a network.

A heading `## 核实 {#verify}` can be jumped to by its code. Links between pages are `[台账](ledger.md#marking)`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from resources.words import DEFAULT_LANGUAGE

FOLDER: Final = Path(__file__).parent
PAGES: Final = (
    "workbench",
    "form",
    "ledger",
    "case_file",
    "steps",
    "search",
    "exchange",
    "settings",
    "sign_in",
    "keyboard",
    "questions",
)
"""In the order of the contents."""
_HEADING: Final = re.compile(r"^(#{1,2})\s+(.+?)(?:\s+\{#([\w-]+)\})?\s*$")
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Section:
    """Part of a page: its heading and the text under it; `code` may be empty."""

    title: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page as it can be shown: `markdown` without the codes, `sections` from the first heading of level two on."""

    name: str
    language: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text was found: the section counts from 0, -1 is what stands before the first; `words` are those around it."""

    page: HelpPage
    section: int
    words: str


def page(name: str, language: str) -> HelpPage:
    """A page in this language; in Chinese where it is not written in it; the first page where there is none of this name."""
    if name not in PAGES:
        name = PAGES[0]
    found = _read(name, language)
    return found or _read(name, DEFAULT_LANGUAGE) or HelpPage(name, DEFAULT_LANGUAGE, name, "", ())


def contents(language: str) -> tuple[HelpPage, ...]:
    """All pages."""
    return tuple(page(name, language) for name in PAGES)


def search(text: str, language: str) -> tuple[Hit, ...]:
    """Where this text stands, pages whose headings hold it first."""
    wanted = text.strip().lower()
    if not wanted:
        return ()
    hits = [hit for each in contents(language) for hit in _hits(each, wanted)]
    return tuple(sorted(hits, key=lambda hit: wanted not in _title(hit).lower()))


def _hits(where: HelpPage, wanted: str) -> Sequence[Hit]:
    before = where.markdown.partition("\n## ")[0]
    parts = [(-1, where.title, before), *((at, part.title, part.text) for at, part in enumerate(where.sections))]
    return [
        Hit(where, at, _around(_plain(text), wanted))
        for at, title, text in parts
        if wanted in title.lower() or wanted in _plain(text).lower()
    ]


def _title(hit: Hit) -> str:
    return hit.page.title if hit.section < 0 else hit.page.sections[hit.section].title


def _around(text: str, wanted: str) -> str:
    at = max(text.lower().find(wanted), 0)
    start = max(0, at - _AROUND // 3)
    return text[start : at + len(wanted) + _AROUND].strip()


def _plain(markdown: str) -> str:
    """Without the marks: what a reader sees."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"^(\|?[\s:|-]+$|- |\d\. )", "", text, flags=re.MULTILINE)
    return " ".join(re.sub(r"[*`#|>]", " ", text).split())


@cache
def _read(name: str, language: str) -> HelpPage | None:
    path = FOLDER / language / f"{name}.md"
    if not path.exists():
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    title, sections, shown = name, list[tuple[str, str, list[str]]](), list[str]()
    for line in lines:
        heading = _HEADING.match(line)
        if heading is None:
            shown.append(line)
            if sections:
                sections[-1][2].append(line)
            continue
        shown.append(f"{heading[1]} {heading[2]}")
        if heading[1] == "#":
            title = heading[2]
        else:
            sections.append((heading[2], heading[3] or "", []))
    parts = tuple(Section(head, code, "\n".join(text)) for head, code, text in sections)
    return HelpPage(name, language, title, "\n".join(shown), parts)
