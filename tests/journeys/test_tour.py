"""The tour is the proof: four people, real windows, a real server process, a bad line; from the field to 销号."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STEPS = (
    "sign-in workbench-offline form-missing workbench-draft form-filled saved ledger-offline "
    "exchange-cut sign-in-waiting exchange-done workbench detail verify return workbench-returned "
    "complete history workbench dispatch workbench sign file-locked progress evidence apply compare "
    "workbench-accept refuse workbench-refused apply-again accept submit publish notice-runs "
    "notice-over close closed-compare history-closed"
)


@pytest.mark.timeout(420)
def test_every_step_comes_out_as_it_must(tmp_path: Path) -> None:
    out = tmp_path / "巡查" / "tour"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C"}
    command = [sys.executable, "main.py", "--profile", str(tmp_path / "profile"), "tour", "--out", str(out)]
    played = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert played.returncode == 0, played.stderr
    names = [file.stem.split("-", 2)[2] for file in sorted(out.glob("*.png"))]
    assert names == STEPS.split()
