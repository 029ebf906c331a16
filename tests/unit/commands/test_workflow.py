"""`workflow` is the table: for scripts whole, for people in words, and as the page of the docs."""

import json
from pathlib import Path

import pytest

from commands import door
from commands.telling.workflow_page import page
from models.workflow import TRANSITIONS

DOCS = Path(__file__).resolve().parents[3] / "docs" / "workflow.md"


def test_for_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["workflow", "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert {"code": "T8", "label": "已完成整改销号", "chip": "已销号"} in table["states"]
    rows = {row["action"]: row for row in table["transitions"]}
    assert list(rows) == [row.action for row in TRANSITIONS]
    verify, dispatch = rows["verify"], rows["dispatch"]
    assert (verify["from"], verify["to"], verify["label"]) == (["reported"], "verified", "核实")
    assert {"name": "enlist", "label": "入库", "required": False} in verify["fields"]
    assert dispatch["limits"] == [{"role": "station", "limit": "only_slight"}]
    assert [name for name, row in rows.items() if row["only_raiser"]] == ["resubmit"]
    assert rows["close"]["requires"] == ["notice_running"]


def test_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["workflow"]) == 0
    told = capsys.readouterr().out.splitlines()
    at = told.index("sign             待签收 → 正在整改  签收")
    assert told[at + 1 : at + 3] == ["    谁：镇街环保站（限村社）、责任单位", "    栏目：person, [signed_on]"]


def test_the_page_of_the_docs_is_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    """Stale? `python main.py workflow --markdown > docs/workflow.md`."""
    assert door.main(["workflow", "--markdown"]) == 0
    assert DOCS.read_text(encoding="utf-8") == capsys.readouterr().out


def test_the_diagram_draws_every_step_that_moves() -> None:
    drawn = [line for line in page() if "-->" in line]
    moves = sum(len(row.sources) or 1 for row in TRANSITIONS if row.to)
    assert len(drawn) == moves + 1


def test_one_way_at_a_time() -> None:
    with pytest.raises(SystemExit) as end:
        door.main(["workflow", "--json", "--markdown"])
    assert end.value.code == 2
