"""Pinyin of what inspectors type: places, units, types."""

import pytest

from models.initials import initials, spelled


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("天宁区", "tnq", "tianningqu"),
        ("施工扬尘", "sgyc", "shigongyangchen"),
        ("VOCs 无组织排放/治理", "vocswzzpfzl", "vocswuzuzhipaifangzhili"),
        ("绿化女工", "lhng", "lvhuanvgong"),
        ("长江路", "cjl", "changjianglu"),
        ("曾家村", "zjc", "zengjiacun"),
        ("重点行业", "zdxy", "zhongdianxingye"),
        ("第12网格", "d12wg", "di12wangge"),
        ("ＡＢ１２号", "ab12h", "ab12hao"),
        ("㙓〇", "kl", "kuiling"),
        ("（“”）、—", "", ""),
        ("", "", ""),
        ("😀", "", ""),
    ],
)
def test_readings(text: str, short: str, long: str) -> None:
    """Initials and whole readings."""
    assert initials(text) == short
    assert spelled(text) == long
