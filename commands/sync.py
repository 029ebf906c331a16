"""`main.py sync`: one exchange with the bureau, without a window."""

import argparse
import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.opening import Opened
    from models.store import Store
    from sync.outcome import Outcome

_OF_A_PHOTO = {"damaged": "photo_damaged"}
_WITH_ITS_RECORD = frozenset({"gone"})
"""The bureau knows of no record with this photo: that one was refused, and is told as such."""
HELP = "one exchange without a window"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose, and how it is told."""
    from commands.opening import add_whose

    add_whose(parser)
    parser.add_argument("--json", action="store_true", help="tell the outcome as JSON")


def run(given: argparse.Namespace) -> int:
    """Exchange; an expired sign-in is renewed with the password that is at hand."""
    from commands.opening import opened
    from resources.sentences import sentence
    from sync.session import note_standing

    with opened(given) as open_store:
        outcome = _with_stuck(open_store.store, _exchange(open_store))
        note_standing(open_store.profile, open_store.store)
    reason = sentence(outcome.reason, outcome.values) if outcome.reason else None
    print(json.dumps(_plain(outcome, reason), ensure_ascii=False) if given.json else _words(outcome))
    if reason is not None:
        sys.stderr.write(reason + "\n")
    return 0 if outcome.ok else 1


def _exchange(opened: "Opened") -> "Outcome":
    from sync.failures import Failed
    from sync.session import exchange_once
    from sync.signing_in import renew

    outcome = exchange_once(opened.store)
    if outcome.reason != "signed_out":
        return outcome
    try:
        renew(opened.store, password=opened.password)
    except Failed:
        return outcome
    return exchange_once(opened.store)


def _with_stuck(store: "Store", outcome: "Outcome") -> "Outcome":
    """An exchange that came to its end but could not carry a photo is not done: the photo's reason is told."""
    from sync.failures import Failure

    if not outcome.ok or not outcome.photos_pending:
        return outcome
    reasons = (photo.reason for photo in store.photos.to_send())
    reason = next((reason for reason in reasons if reason and reason not in _WITH_ITS_RECORD), None)
    return replace(outcome, failure=Failure(_OF_A_PHOTO.get(reason, reason))) if reason else outcome


def _plain(outcome: "Outcome", reason: str | None) -> dict[str, object]:
    return {
        "ok": outcome.ok,
        "reason": reason,
        "code": outcome.reason,
        "entries_sent": outcome.entries_sent,
        "entries_received": outcome.entries_received,
        "entries_refused": outcome.entries_refused,
        "photos_sent": outcome.photos_sent,
        "photos_verified": outcome.photos_verified,
        "photos_received": outcome.photos_received,
        "entries_pending": outcome.entries_pending,
        "photos_pending": outcome.photos_pending,
    }


def _words(outcome: "Outcome") -> str:
    from resources.words import _

    done = _("Sent: {entries} records, {photos} photos checked by the bureau. Received: {received} records.").format(
        entries=outcome.entries_sent, photos=outcome.photos_verified, received=outcome.entries_received
    )
    if not (outcome.entries_pending or outcome.photos_pending):
        return done
    return f"{done} " + _("Still here, not lost: {entries} records, {photos} photos.").format(
        entries=outcome.entries_pending, photos=outcome.photos_pending
    )
