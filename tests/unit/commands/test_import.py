"""`import` takes in what the form would, says why it does not, and prints a line only when it is durable."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from commands import door
from models.vocabulary import Severity
from tests.builders import GRID, jpeg
from tests.unit.commands.conftest import Laptop

GOOD: dict[str, Any] = {
    "category": "A01",
    "place": "常焦路与丰北路路口东南角工地",
    "description": "工地东侧土方堆放约1200平方米，绿网只盖了一小半。",
    "lon": 120.087312,
    "lat": 31.824605,
    "photos": ["red.jpg"],
}


def test_findings_are_imported_with_the_checks_of_the_form(laptop: Laptop) -> None:
    table = laptop.lines(GOOD, {**GOOD, "place": "短"}, "{", "[]", {**GOOD, "categry": "A01"}, "", GOOD)
    code, out, err = laptop("import", table, "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert [(line["line"], line["accepted"], line["codes"]) for line in told] == [
        (1, True, []),
        (2, False, ["too_short"]),
        (3, False, ["line_unreadable"]),
        (4, False, ["line_unreadable"]),
        (5, False, ["unknown_key"]),
        (7, True, []),
    ]
    assert told[1]["reason"] == "具体地点：只写了 1 个字，至少要 4 个字。"
    assert code == 1
    assert err.strip() == "6 项里有 4 项没有收，原因写在各行；其他的都已存好。"
    store = laptop.store()
    assert {row.id for row in store.findings.page()} == {told[0]["finding"], told[5]["finding"]}
    finding = store.findings.one(told[0]["finding"])
    store.close()
    assert finding is not None
    assert (finding.grid, finding.classification.severity, finding.raiser) == (GRID, Severity.SLIGHT, laptop.who.id)


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"photos": []}, ["photo_before"]),
        ({"photos": ["nowhere.jpg"]}, ["picture_missing"]),
        ({"photos": "red.jpg"}, ["value_unreadable"]),
        ({"photos": ["red.jpg", "red.jpg"]}, ["same_photo_twice"]),
        ({"description": "含有空字符\x00的一段描述文字"}, ["value_unreadable"]),
        ({"description": float("inf")}, ["value_unreadable"]),
        ({"place": float("nan")}, ["value_unreadable"]),
        ({"lon": None}, ["position_unreadable"]),
        ({"lon": "NaN"}, ["position_unreadable"]),
        ({"lon": 0, "lat": 0}, ["position_null"]),
        ({"lon": 31.8, "lat": 120.1}, ["position_swapped"]),
        ({"lon": 2.35, "lat": 48.85}, ["position_outside_china"]),
        ({"lon": None, "lat": None}, ["position_or_reason"]),
        ({"lon": None, "lat": None, "no_position_reason": "手机没电"}, []),
        ({"severity": "较重"}, []),
        ({"severity": "terrible"}, ["choice_unknown"]),
        ({"category": "Z99"}, ["choice_unknown"]),
        ({"category": ""}, ["category_missing"]),
        ({"found_at": "2026-11-20 08:05"}, []),
        ({"found_at": "yesterday"}, ["time_unreadable"]),
        ({"found_at": "0001-01-01"}, ["time_unreadable"]),
        ({"found_at": "2020-01-01"}, ["late_reason"]),
        ({"found_at": "2020-01-01", "late_reason": "补登"}, []),
        ({"found_at": "2099-01-01"}, []),
        ({"grid": "320402104203099"}, ["outside_scope"]),
        ({"grid": "12"}, ["grid_missing"]),
        ({"description": "短"}, ["too_short"]),
        ({"description": "长" * 5000}, ["too_long"]),
        ({"description": 5}, ["too_short"]),
        ({"party": "某某建设公司", "on_site_action": "责令改正"}, []),
    ],
)
def test_each_field_is_checked(laptop: Laptop, changes: dict[str, object], codes: list[str]) -> None:
    _, out, _ = laptop("import", laptop.lines({**GOOD, **changes}), "--json")
    assert json.loads(out)["codes"] == codes
    store = laptop.store()
    assert store.findings.count() == (0 if codes else 1)
    store.close()


@pytest.mark.parametrize(
    ("key", "label"), [("late_reason", "为什么现在才登记"), ("no_position_reason", "没有定位的原因")]
)
def test_a_sentence_names_its_field(laptop: Laptop, key: str, label: str) -> None:
    line = {**GOOD, "lon": None, "lat": None, "no_position_reason": "手机没电", key: "长" * 501}
    (told,) = (json.loads(text) for text in laptop("import", laptop.lines(line), "--json")[1].splitlines())
    assert told["reason"] == f"{label}：写了 501 个字，最多 500 个字。内容没有被截掉，请删短一些。"


@pytest.mark.parametrize("changes", [{"photos": ["red.jpg", "cut.jpg"]}, {"photos": ["red.jpg", "red.jpg"]}])
def test_nothing_is_kept_of_a_finding_that_is_not_taken(laptop: Laptop, changes: dict[str, object]) -> None:
    (laptop.folder / "cut.jpg").write_bytes(jpeg("blue")[:-400])
    code, _, _ = laptop("import", laptop.lines({**GOOD, **changes}))
    store = laptop.store()
    kept = list(store.files.digests())
    store.close()
    assert (code, kept) == (1, [])


@pytest.mark.skipif(sys.platform != "linux", reason="only there a name may hold any bytes")
def test_a_name_in_an_old_encoding_keeps_no_photo_out(laptop: Laptop) -> None:
    name = os.fsdecode("工地.jpg".encode("gb18030"))
    (laptop.folder / name).write_bytes(jpeg("blue"))
    line = json.dumps({**GOOD, "photos": [name]})
    assert laptop("import", laptop.lines(line))[0] == 0
    store = laptop.store()
    finding = store.findings.one(store.findings.page()[0].id)
    store.close()
    assert finding is not None
    assert finding.photos[0].name == "工地.jpg"


def test_half_a_character_keeps_no_other_line_back(laptop: Laptop) -> None:
    broken = json.dumps({**GOOD, "place": "半个字符\ud83d的地点"})
    _, out, _ = laptop("import", laptop.lines(broken, GOOD), "--json")
    assert [json.loads(line)["codes"] for line in out.splitlines()] == [["value_unreadable"], []]


def test_photos_alone_wait_in_a_draft(laptop: Laptop) -> None:
    (laptop.folder / "album").mkdir()
    for colour in ("green", "blue"):
        (laptop.folder / "album" / f"{colour}.jpg").write_bytes(jpeg(colour))
    (laptop.folder / "album" / "notes.txt").write_text("not a photo", encoding="utf-8")
    code, out, _ = laptop("import", str(laptop.folder / "album"), "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["accepted"] for line in told] == [True, True, False]
    store = laptop.store()
    (draft,) = store.drafts.all()
    assert [photo["sha256"] for photo in draft.body["photos"]] == [line["sha256"] for line in told[:2]]
    assert store.photos.original(told[0]["sha256"]) == jpeg("blue")
    store.close()


def test_a_dry_run_needs_no_profile_and_makes_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "red.jpg").write_bytes(jpeg("red"))
    (tmp_path / "empty.jpg").write_bytes(b"")
    paths = [str(tmp_path / name) for name in ("red.jpg", "empty.jpg")]
    code = door.main(["import", *paths, "--dry-run", "--json", "--profile", str(tmp_path / "none")])
    said = capsys.readouterr()
    told = [json.loads(line) for line in said.out.splitlines()]
    assert (code, said.err) == (1, "2 项里有 1 项收不了，原因写在各行。这次只是试看，什么都没存。\n")
    assert [(line["accepted"], line["media_type"], line["codes"]) for line in told] == [
        (True, "image/jpeg", []),
        (False, None, ["picture_empty"]),
    ]
    assert not (tmp_path / "none").exists()


def test_nothing_to_import_is_said(laptop: Laptop) -> None:
    (laptop.folder / "empty").mkdir()
    assert laptop("import", str(laptop.folder / "empty")) == (1, "", "里面没有可以导入的文件。\n")
