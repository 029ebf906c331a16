"""关于 names everything that is shipped, each with the text of its licence."""

import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from resources.notices import PARTS, VERSION, Notice, notices

HOUSE = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def by_name() -> dict[str, Notice]:
    return {re.sub(r"[-_.]+", "-", notice.name).lower(): notice for notice in notices()}


def test_the_version_is_the_one_that_is_built(project: dict[str, Any]) -> None:
    assert project["version"] == VERSION


def test_everything_that_is_asked_for_is_named(project: dict[str, Any]) -> None:
    wanted = [*project["dependencies"], *project["optional-dependencies"]["server"]]
    assert set(PARTS) == {re.split(r"[ \[>]", line)[0] for line in wanted}
    assert set(PARTS) <= set(by_name())


@pytest.mark.parametrize("name", ["urllib3", "cffi", "mako", "shiboken6", "idna", "typing-extensions"])
def test_what_the_parts_need_is_named_too(name: str) -> None:
    assert by_name()[name].version == metadata.version(name)


@pytest.mark.parametrize("name", ["pytest", "hypothesis", "ruff", "mypy", "pip"])
def test_what_only_builds_is_not_shipped(name: str) -> None:
    assert name not in by_name()


@pytest.mark.parametrize("notice", notices(), ids=lambda notice: notice.name)
def test_each_has_its_licence_in_full(notice: Notice) -> None:
    assert notice.licence
    assert len(notice.text) > 500
    if "LGPL" in notice.licence:
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in notice.text
        assert "TERMS AND CONDITIONS" in notice.text, "the lesser one refers to the whole one"
    if notice.licence == "MPL-2.0":
        assert "1.1. " in notice.text
