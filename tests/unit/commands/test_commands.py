"""The command line without a network: what is printed, where, and with which exit code."""

import json
import sys
from pathlib import Path

import pytest

from commands import door
from models.errors import DiskFull
from models.photos import PhotoState
from models.profile import Profile
from sync.outcome import Outcome
from tests.builders import raise_one
from tests.unit.commands.conftest import Laptop


def test_show_and_act(laptop: Laptop) -> None:
    store = laptop.store()
    finding = raise_one(store)
    store.close()
    code, out, _ = laptop("show", finding, "--json")
    plain = json.loads(out)
    assert code == 0
    assert set(plain) >= {"finding", "number", "state", "light", "facts", "photos", "digest", "history"}
    assert (plain["state"], plain["light"], plain["number"]) == ("reported", None, "暂-1122-01")
    assert plain["photos"][0]["verified"] is False
    fields = laptop.folder / "fields.json"
    fields.write_text(json.dumps({"description": "更正：土方堆放约800平方米，无覆盖。"}), encoding="utf-8")
    code, out, _ = laptop("act", "暂-1122-01", "redescribe", "--json", str(fields))
    assert (code, out) == (0, "暂-1122-01 已上报\n")
    plain = json.loads(laptop("show", finding, "--json")[1])
    assert plain["facts"]["description"] == "更正：土方堆放约800平方米，无覆盖。"
    assert [line["kind"] for line in plain["history"]] == ["raised", "redescribed"]
    assert laptop("show")[1].startswith("暂-1122-01  待核实")


def test_fields_that_no_reader_gets_through_are_refused(laptop: Laptop) -> None:
    store = laptop.store()
    raise_one(store)
    store.close()
    path = laptop.folder / "fields.json"
    path.write_text("[" * 100_000, encoding="utf-8")
    assert laptop("act", "暂-1122-01", "redescribe", "--json", str(path))[2].startswith("各栏的内容读不出来：")


@pytest.mark.parametrize(
    ("arguments", "fields", "said"),
    [
        (("nowhere", "verify"), {"duplicate": "否"}, "本机没有问题 nowhere。请先同步，或核对编号。"),
        (("暂-1122-01", "dance"), {}, "没有“dance”这一步。用 main.py workflow 可以看到所有的步骤。"),
        (("暂-1122-01", "verify"), {}, "请回答是不是重复问题：写“否”，或写另一条的编号。"),
        (("暂-1122-01", "verify"), {"duplicate": False}, "你的角色不能做这一步，请找镇街环保站或局里。"),
        (("暂-1122-01", "redescribe"), {"describe": "x"}, "没有“describe”这一栏，这一条没有收。请核对写法。"),
        (("暂-1122-01", "redescribe"), {"description": "短"}, "问题描述：只写了 1 个字，至少要 10 个字。"),
        (("暂-1122-01", "reclassify"), {}, "还没选问题类型。"),
        (("暂-1122-01", "name_party"), {}, "责任主体的名称没有填。"),
        (("暂-1122-01", "attach_photo"), {"photo": "red.jpg"}, "同一张照片加了两次，请去掉一张。"),
        (("暂-1122-01", "verify"), {"duplicate": 5}, "本机没有问题 5。请先同步，或核对编号。"),
        (("暂-1122-01", "verify"), {"duplicate": "暂-1122-01"}, "请回答是不是重复问题：写“否”，或写另一条的编号。"),
    ],
)
def test_what_act_refuses(laptop: Laptop, arguments: tuple[str, ...], fields: dict[str, object], said: str) -> None:
    store = laptop.store()
    raise_one(store)
    store.close()
    path = laptop.folder / "fields.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    assert laptop("act", *arguments, "--json", str(path)) == (1, "", said + "\n")


def test_check_finds_what_was_changed_from_outside(laptop: Laptop) -> None:
    store = laptop.store()
    raise_one(store)
    store.close()
    assert laptop("check") == (0, "检查了 1 条问题、1 张照片，都对得上。\n", "")
    store = laptop.store()
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE entry SET body = replace(body, '1200', '12')")
    store.close()
    code, out, err = laptop("check", "--json")
    report = json.loads(out)
    assert code == 1
    assert {problem["code"] for problem in report["problems"]} == {"journal_changed", "ledger_differs"}
    assert all(problem["what"] and problem["where"] and problem["do"] for problem in report["problems"])
    assert len(err.splitlines()) == 2


def test_sync_without_a_server_says_so(laptop: Laptop) -> None:
    code, out, err = laptop("sync", "--json")
    told = json.loads(out)
    assert code == 1
    assert (told["ok"], told["code"], told["entries_pending"]) == (False, "signed_out", 0)
    assert told["reason"] + "\n" == err


def test_sync_says_why_a_photo_is_still_here(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    store = laptop.store()
    raise_one(store)
    (photo,) = store.photos.to_send()
    store.photos.mark(photo.sha256, PhotoState.STUCK, reason="too_large")
    store.close()
    monkeypatch.setattr("sync.session.exchange_once", lambda _: Outcome(photos_pending=1))
    code, out, err = laptop("sync", "--json")
    told = json.loads(out)
    assert (code, told["ok"], told["code"], told["photos_pending"]) == (1, False, "too_large", 1)
    assert err == told["reason"] + "\n"


def test_a_photo_whose_record_was_not_taken_fails_no_exchange(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    store = laptop.store()
    raise_one(store)
    (photo,) = store.photos.to_send()
    store.photos.mark(photo.sha256, PhotoState.STUCK, reason="gone")
    store.close()
    monkeypatch.setattr("sync.session.exchange_once", lambda _: Outcome(entries_refused=1, photos_pending=1))
    code, out, _ = laptop("sync", "--json")
    told = json.loads(out)
    assert (code, told["ok"], told["reason"], told["entries_refused"], told["photos_pending"]) == (0, True, None, 1, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "--user", "nobody"), "nobody 还没在本机登录过。请连上局里登录一次。"),
        (("sign-in", "--server", "ftp://x", "--user", "x"), "这不是服务器地址：ftp://x。什么都没送。"),
        (("sign-in", "--server", "https://", "--user", "x"), "这不是服务器地址：https://。什么都没送。"),
        (("sign-in", "--server", "x y", "--user", "x"), "这不是服务器地址：https://x y。什么都没送。"),
        (("sign-in", "--server", "http://bureau.example", "--user", "x"), "地址 http://bureau.example 没有加密"),
    ],
)
def test_each_failure_is_one_line(laptop: Laptop, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = laptop(*arguments)
    assert (code, out) == (1, "")
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_a_wrong_password_and_none(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    (laptop.folder / "password").write_text("wrong", encoding="utf-8")
    assert laptop("show")[2] == "密码不对，还可以试 4 次。\n"
    monkeypatch.delenv("GEWU_PASSWORD_FILE")
    monkeypatch.setattr(sys, "stdin", None)
    assert laptop("show")[2] == "这里没法输入密码。请把密码写进文件，用 GEWU_PASSWORD_FILE 指明。\n"


def test_a_store_that_is_open_is_not_opened_twice(laptop: Laptop) -> None:
    store = laptop.store()
    code, _, err = laptop("show")
    store.close()
    assert (code, err) == (1, "这个人的数据已经在另一个窗口打开了，请用那个窗口。\n")


def test_nobody_signed_in_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["sync", "--profile", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err.startswith("本机还没有人登录过。")


def test_a_damaged_list_of_people_is_mended_and_said(laptop: Laptop) -> None:
    (laptop.profile.folder / "profile.json").write_bytes(b"{")
    code, _, err = laptop("show")
    assert (code, err) == (0, "人员名单坏了，已重新建好；记录都没动。\n")


def test_check_tells_of_records_that_cannot_be_opened(laptop: Laptop) -> None:
    laptop.store().close()
    (laptop.profile.store_folder("wangjg") / "store.db").write_bytes(b"scribbled over" * 1000)
    code, out, err = laptop("check", "--json")
    report = json.loads(out)
    assert (code, report["ok"], report["entries"]) == (1, False, 0)
    assert {key: bool(value) for key, value in report["problems"][0].items()} == dict.fromkeys(
        ("what", "where", "do", "code"), True
    )
    assert err.count("\n") == 1


def test_what_is_recorded_is_told_even_where_the_list_of_people_cannot_be_written(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = laptop.store()
    finding = raise_one(store)
    store.close()
    fields = laptop.folder / "fields.json"
    fields.write_text(json.dumps({"description": "更正：土方堆放约800平方米，无覆盖。"}), encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Profile, "note_waiting", full)
    assert laptop("act", finding, "redescribe", "--json", str(fields)) == (0, "暂-1122-01 已上报\n", "")
    code, out, _ = laptop("sync", "--json")
    assert (code, json.loads(out)["code"]) == (1, "signed_out")
    assert laptop("import", laptop.lines("{"), "--json")[2].startswith("1 项里有 1 项没有收")
