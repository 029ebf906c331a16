"""The usual goal and measures of each type: there for all of them, and fit to be dispatched as they stand."""

import csv
import re

import pytest

from models.gates import names_a_limit
from models.step_rules import GOAL, MEASURE
from models.taxonomy import Category, categories
from models.usual_rectification import TABLE, UsualRectification, usual_rectification
from models.vocabulary import RectificationKind


@pytest.mark.parametrize("category", categories(), ids=lambda each: each.code)
def test_each_type_has_a_goal_and_measures(category: Category) -> None:
    usual = usual_rectification(category.code)
    assert GOAL[0] <= len(usual.goal) <= GOAL[1]
    assert 3 <= len(usual.measures) <= 6
    assert all(MEASURE[0] <= len(text.strip()) == len(text) <= 60 for text in usual.measures)
    assert usual.kind is not RectificationKind.LONG_TERM  # 交办 knows two kinds
    assert usual.days == category.days


@pytest.mark.parametrize("category", categories(), ids=lambda each: each.code)
def test_words_are_chinese_sentences_without_gaps_or_limits(category: Category) -> None:
    usual = usual_rectification(category.code)
    for text in (usual.goal, *usual.measures):
        assert not re.search(r"[A-Za-z,;!?…〔〕]", text)
    assert usual.goal.endswith("。")
    assert not any(text.endswith("。") for text in usual.measures)
    assert not names_a_limit(usual.goal)  # a limit would ask every finding of the type for a monitoring report


def test_the_table_has_no_type_that_the_taxonomy_lacks() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    assert codes == [each.code for each in categories()]


def test_a_type_of_a_newer_table_has_no_words() -> None:
    assert usual_rectification("Q99") == UsualRectification()
