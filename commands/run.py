"""`main.py [run]`: the client with its window."""

import argparse

HELP = "open the window (also without a command)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but --profile."""


def run(given: argparse.Namespace) -> int:
    """Open the window; returns when it is closed."""
    from gui.application import run_window
    from models.profile import Profile

    return run_window(Profile(getattr(given, "profile", None)))
