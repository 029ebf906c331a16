"""The command line: exit codes, one sentence on stderr, options before or after the command."""

import io
import json
from pathlib import Path

import pytest

from server.command_line import main

AREAS = "code,name,parent\n320402000000,天宁区,\n320402104000,郑陆镇,\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder, and a password on standard input."""
    monkeypatch.delenv("GEWU_DATABASE_URL", raising=False)
    typed(monkeypatch, "Gewu-2026")
    return tmp_path / "数据 文件夹"


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """What is on standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))


def add(data: Path, login: str = "wangjg", *more: str, area: str = "320402104000") -> int:
    """`user add`."""
    return main(
        ["user", "add", login, "--name", "王建国", "--role", "网格员", "--area", area, "--data", str(data), *more]
    )


def test_life(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Import, add, look at, check: in the order an administrator does it."""
    table = tmp_path / "a.csv"
    table.write_text(AREAS, "utf-8")
    assert main(["--data", str(data), "import", str(table)]) == 0
    assert add(data) == 0
    assert "王建国" in capsys.readouterr().out
    assert main(["device", "list", "--json", "--data", str(data)]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["check", "--json", f"--data={data}"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report == {"ok": True, "entries": 0, "findings": 0, "photos": 0, "problems": []}
    assert main(["check", "--rebuild", "--data", str(data)]) == 0
    assert "都对得上" in capsys.readouterr().out
    typed(monkeypatch, "Other-2026")
    assert main(["user", "password", "WANGJG", "--data", str(data)]) == 0
    assert main(["user", "disable", "wangjg", "--data", str(data)]) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "nowhere.csv"], "nowhere.csv"),
        (["user", "disable", "nobody"], "nobody"),
        (["user", "add", "lijj", "--name", "李建军", "--role", "责任单位", "--area", "320402104000"], "单位代码"),
        (["user", "password", "nobody"], "nobody"),
        (["device", "revoke", "abc"], "abc"),
        (["serve", "--host", "203.0.113.7"], "203.0.113.7"),
        (["--host", "203.0.113.1", "--port", "0", "--allow-plain"], "203.0.113.1"),
        (["--port", "0", "--tls-certificate", "a", "--tls-key", "b"], "TLS"),
    ],
)
def test_failed(data: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """1, and one line that a person can act on."""
    assert main([*words, "--data", str(data)]) == 1
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert said in captured.err


@pytest.mark.parametrize("words", [["nonsense"], ["user"], ["user", "add", "x"], ["import"], ["--port", "many"]])
def test_wrong_usage(words: list[str]) -> None:
    """2."""
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2


@pytest.mark.parametrize(
    ("login", "more", "password", "code"),
    [
        ("wangjg", [], "Gewu-2026", 0),
        ("wangjg", [], "short", 1),
        ("wangjg", [], "", 1),
        ("wangjg", ["--temporary"], "short", 0),
        ("wang jg", [], "Gewu-2026", 1),
        ("wangjg", ["--area", "12"], "Gewu-2026", 0),
        ("wangjg", ["--area", "abc"], "Gewu-2026", 1),
        ("wangjg", ["--role", "局长"], "Gewu-2026", 1),
    ],
)
def test_add(
    data: Path, login: str, more: list[str], password: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may be added."""
    typed(monkeypatch, password)
    assert add(data, login, *more) == code


def test_a_unit_of_the_register(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip of the pen in the code would leave its person without a single finding, and nobody would know why."""
    table = tmp_path / "units.csv"
    table.write_text("code,name,kind\nTN-ZL-SHK,三河口村委会,村社\n", "utf-8")
    assert main(["import", str(table), "--data", str(data)]) == 0
    assert add(data, "lijj", "--role", "责任单位", "--unit", "TN-ZL-SKH") == 1
    assert "TN-ZL-SKH" in capsys.readouterr().err
    typed(monkeypatch, "Gewu-2026")
    assert add(data, "lijj", "--role", "责任单位", "--unit", "TN-ZL-SHK") == 0


def test_add_twice(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A login belongs to one person; a weak password is taken with a word of warning."""
    typed(monkeypatch, "nurkleinbuchstaben")
    assert add(data) == 0
    assert "密码已存好" in (said := capsys.readouterr().err)
    assert "太简单" in said
    typed(monkeypatch, "Gewu-2026")
    assert add(data, "WangJG") == 1
    assert add(data, "other", area="330402104000") == 1


def test_options_may_stand_before_a_command_of_two_words(data: Path) -> None:
    words = ["user", "add", "lixy", "--name", "李秀英", "--role", "网格员", "--area", "320402104203012"]
    assert main(["--data", str(data), *words]) == 0
    assert main(["--data", str(data), "device", "list"]) == 0
