"""`main.py demo`: the client with made-up findings and a bureau server of its own beside it."""

import argparse
from pathlib import Path

HELP = "open the window on made-up findings, with a local bureau server"
WHO = "wangjg"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but --profile."""


def run(given: argparse.Namespace) -> int:
    """Make the demo's folder the first time, start its server, open the window; the server ends with it."""
    from commands.showing.folder import ready_folder
    from commands.showing.office import PASSWORD, LocalOffice
    from gui.application import run_window
    from models.clock import Clock
    from models.profile import Profile

    folder: Path = getattr(given, "profile", None) or Profile().folder / "demo"
    ready_folder(folder)
    profile, office = Profile(folder), LocalOffice(folder / "bureau")
    try:
        office.start_again(profile)
        return run_window(profile, unlocked=profile.unlock(WHO, PASSWORD, Clock()))
    finally:
        office.stop()
