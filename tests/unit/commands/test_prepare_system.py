"""What is missing is found, installed only where that is allowed, and otherwise told in one command."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from commands import prepare_system

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring what Qt needs")


class Apt:
    """Stands where apt-get is called; the real one would change the machine that runs the tests."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, works: bool = True) -> None:
        """Let the machine lack two packages, have apt-get, and be root's."""
        self.installed: list[str] = []
        self._works = works
        monkeypatch.setattr(prepare_system, "loads", lambda file: file not in {"libEGL.so.1", "libxcb-xkb.so.1"})
        monkeypatch.setattr(prepare_system, "has_chinese_font", lambda: True)
        monkeypatch.setattr(prepare_system, "install", self.install)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
        for name in ("GEWU_NO_APT", "DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)

    def install(self, packages: list[str]) -> bool:
        """Remember what was asked for."""
        self.installed += packages
        return self._works


def test_root_installs(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is missing, in one go."""
    apt = Apt(monkeypatch)
    assert prepare_system.main([]) == 0
    assert apt.installed == ["libegl1", "libxcb-xkb1"]


@pytest.mark.parametrize("why", ["forbidden", "not root", "no apt", "apt fails"])
def test_else_it_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], why: str) -> None:
    """The names always; the command where there is apt; failing, because Qt cannot start without the first one."""
    apt = Apt(monkeypatch, works=why != "apt fails")
    if why == "forbidden":
        monkeypatch.setenv("GEWU_NO_APT", "1")
    if why == "not root":
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
    if why == "no apt":
        monkeypatch.setattr(shutil, "which", lambda _: None)
    assert prepare_system.main([]) == 1
    assert bool(apt.installed) == (why == "apt fails")
    told = capsys.readouterr().err
    assert "libegl1 libxcb-xkb1" in told
    assert ("sudo apt-get install -y libegl1 libxcb-xkb1" in told) == (why != "no apt")


@pytest.mark.parametrize(("display", "status"), [("", 0), (":0", 1)])
def test_windows_need_more_than_the_tour(monkeypatch: pytest.MonkeyPatch, display: str, status: int) -> None:
    """Without a display the libraries of one are not missed."""
    Apt(monkeypatch, works=False)
    monkeypatch.setattr(prepare_system, "loads", lambda file: file != "libxcb-xkb.so.1")
    monkeypatch.setenv("DISPLAY", display)
    assert prepare_system.main([]) == status


def test_nothing_missing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Silence."""
    apt = Apt(monkeypatch)
    monkeypatch.setattr(prepare_system, "loads", lambda _: True)
    assert prepare_system.main([]) == 0
    assert not apt.installed
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "found"), [("wqy-microhei.ttc", True), ("NotoSansCJK-Regular.ttc", True), ("DejaVuSans.ttf", False)]
)
def test_chinese_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, found: bool) -> None:
    """A font is known by its name, in whatever folder."""
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / name).touch()
    monkeypatch.setattr(prepare_system, "FONT_FOLDERS", (str(tmp_path),))
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert prepare_system.has_chinese_font() == found


def test_a_library_that_is_not_there() -> None:
    """The linker is asked."""
    assert not prepare_system.loads("libnobodyhasthis.so.7")
