"""The door of the command line: which command runs, where what nobody foresaw goes, and what wrong usage gets."""

import argparse
import logging
from pathlib import Path

import pytest

from commands import door
from models.integrity import Report
from tests.unit.commands.conftest import Laptop


@pytest.mark.expects_logs("check failed")
def test_what_nobody_foresaw_goes_to_the_log(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall_over(*_: object) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    monkeypatch.setattr("models.integrity.check", fall_over)
    code, out, err = laptop("check")
    log = laptop.profile.log_folder / "gewu.log"
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    assert str(log) in err
    assert "nobody foresaw this" in log.read_text(encoding="utf-8")


@pytest.mark.expects_logs("nobody reads this")
def test_what_is_logged_goes_to_the_file_and_not_to_the_screen(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    log = laptop.profile.log_folder / "gewu.log"

    def warn(*_: object) -> Report:
        logging.getLogger("sync.session").warning("nobody reads this", exc_info=ZeroDivisionError("deep inside"))
        return Report(0, 0, 0, ())

    monkeypatch.setattr("models.integrity.check", warn)
    assert laptop("check")[2] == ""
    assert "deep inside" in log.read_text(encoding="utf-8")
    log.unlink()
    laptop.profile.log_folder.rmdir()
    laptop.profile.log_folder.write_bytes(b"in the way")
    assert laptop("check")[2] == ""


@pytest.mark.parametrize("arguments", [["nonsense"], ["import"], ["act", "x"], ["sign-in"], ["sync", "--what"]])
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        door.main(arguments)
    assert end.value.code == 2


@pytest.mark.parametrize("arguments", [[], ["--profile", "资料"], ["--profile=资料"], ["run"]])
def test_without_a_command_the_window_opens(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    profiles = []

    def open_window(given: argparse.Namespace) -> int:
        profiles.append(getattr(given, "profile", None))
        return 0

    monkeypatch.setattr("commands.run.run", open_window)
    assert door.main(arguments) == 0
    assert profiles == [Path("资料") if "资料" in "".join(arguments) else None]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        door.main(["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in door.COMMANDS)
