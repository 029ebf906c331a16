"""Every refusal becomes a sentence, whatever its values."""

from string import Formatter

import pytest

from resources import words
from resources.sentences import AREAS, SENTENCES, sentence

NAMES = {code: {name for _, name, _, _ in Formatter().parse(text) if name} for code, text in SENTENCES.items()}


@pytest.mark.parametrize(
    ("code", "values", "said"),
    [
        ("too_short", {"field": "place", "least": 4, "count": 2}, "只写了 2 个字，至少要 4 个字。"),
        ("own_submission", {}, "这是你自己登记的，要请另一位同事核实。"),
        ("late_reason", {}, "发现时间超过 … 天，请写一句为什么现在才登记。"),
        (
            "never_heard_of",
            {"x": 1},
            "没有成功，原因代码是 never_heard_of，这一版还说不清楚。内容没有丢，请把代码告诉局里的管理员。",
        ),
    ],
)
def test_sentence(code: str, values: dict[str, object], said: str) -> None:
    """The values are filled in; a missing one and an unknown code do not break the sentence."""
    assert sentence(code, values) == said


@pytest.mark.parametrize("code", SENTENCES)
def test_every_code(code: str) -> None:
    """Placeholders are plain names, all are filled, and the Chinese differs from the English."""
    assert all(name.isidentifier() for name in NAMES[code])
    chinese = sentence(code, dict.fromkeys(NAMES[code], "〇"))
    words.use("en")
    english = sentence(code, dict.fromkeys(NAMES[code], "〇"))
    assert chinese != english
    assert not {"{", "}"} & set(chinese + english)


def test_each_code_is_said_once() -> None:
    """Two areas do not fight over a code."""
    assert sum(len(area.SENTENCES) for area in AREAS) == len(SENTENCES)
