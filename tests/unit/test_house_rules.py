"""Small files, small functions, telling names: the rules of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
FOLDERS = ("commands", "gui", "models", "resources", "server", "sync", "tests")
FILES = sorted([*HOUSE.glob("*.py"), *(path for name in FOLDERS for path in (HOUSE / name).rglob("*.py"))])
MOST_LINES = 250
LONGEST_FUNCTION = 40
MOST_METHODS = 12
SAYS_NOTHING = {"utils", "helpers", "widgets", "common", "manager", "misc"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def nodes(kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> Iterator[tuple[Path, ast.AST]]:
    """Every node of this kind in the house."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, kind):
                yield path.relative_to(HOUSE), node


def test_files_are_short() -> None:
    """One idea a file."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert not {str(path): length for path, length in lengths.items() if length > MOST_LINES}


def test_functions_are_short() -> None:
    """One thought a function."""
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, node in nodes((ast.FunctionDef, ast.AsyncFunctionDef))
        if isinstance(node, Function)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
        and path.parent.name != "versions"  # a migration is a list of columns
    ]
    assert not long, "\n".join(long)


def test_classes_are_narrow() -> None:
    """A class that everybody needs grows without end; ours stop."""
    wide = []
    for path, node in nodes(ast.ClassDef):
        assert isinstance(node, ast.ClassDef)
        public = [each for each in node.body if isinstance(each, Function) and not each.name.startswith("_")]
        if len(public) > MOST_METHODS and "tests" not in path.parts:
            wide.append(f"{path}:{node.lineno} {node.name} {len(public)}")
    assert not wide, "\n".join(wide)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_module_says_what_it_is_for(path: Path) -> None:
    """A module opens with a sentence, and its name is one, too."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, "no docstring"
    assert path.stem not in SAYS_NOTHING


def test_the_map_shows_every_module_of_models() -> None:
    """Sixty files are easy to find one's way in as long as one page groups them."""
    page = (HOUSE / "docs" / "architecture.md").read_text(encoding="utf-8")
    shown = page.partition("## `models/` at a glance")[2].partition("## The life of an entry")[0]
    named = set(re.findall(r"`([a-z_]+)/?`", shown))
    there = {path.stem for path in (HOUSE / "models").iterdir() if not path.stem.startswith("__")}
    assert named == there
