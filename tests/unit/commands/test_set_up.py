"""The environment is made once, and again when what it was made from has changed."""

import venv
from pathlib import Path

import pytest

from commands import set_up


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house whose only pinned package list is empty, so that nothing is fetched."""
    monkeypatch.setattr(set_up, "HOUSE", tmp_path)
    monkeypatch.setattr(set_up, "REQUIREMENTS", tmp_path / "requirements.txt")
    monkeypatch.setattr(set_up, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(set_up, "STAMP", tmp_path / ".venv" / "installed.sha256")
    (tmp_path / "requirements.txt").write_text("# none\n", encoding="utf-8")
    return tmp_path


def test_made_once(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second call is silent; a changed list makes the third one work again."""
    assert set_up.main() == 0
    assert "Setting up" in capsys.readouterr().out
    assert set_up.main() == 0
    assert capsys.readouterr().out == ""
    (house / "requirements.txt").write_text("# still none\n", encoding="utf-8")
    assert set_up.main() == 0
    assert "Setting up" in capsys.readouterr().out


def test_a_failure_leaves_no_stamp(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was not installed is tried again."""
    monkeypatch.setattr(venv, "create", lambda *_, **__: None)
    monkeypatch.setattr(set_up, "_install", lambda: 1)
    assert set_up.main() == 1
    assert "Run it again" in capsys.readouterr().err
    assert not set_up.STAMP.exists()


def test_python_without_venv(house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Debian splits it off; it is said which piece is missing."""
    monkeypatch.setattr(set_up, "_can_make_environments", lambda: False)
    monkeypatch.setattr(set_up, "_get_venv", lambda: False)
    assert set_up.main() == 1
    assert "cannot make virtual environments" in capsys.readouterr().err
