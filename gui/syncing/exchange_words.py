"""Words of the exchange screen: states as chips, the explanation of a row, the answer to F9."""

from datetime import datetime

from gui import labels
from gui.labels import ChipLook
from gui.syncing.exchange_rows import ExchangeRow
from gui.syncing.reasons import Reason, photo_reason, record_reason
from gui.theme import Tone
from gui.waiting_photos import still, whole_words
from models.exchange_log import LoggedExchange, Moved
from models.findings import Safety
from models.photos import PhotoState
from resources.sentences import sentence
from resources.words import _, ngettext
from sync.outcome import Outcome

_LOOKS = {
    PhotoState.WAITING: (Tone.SUB, Tone.LOCKED_PALE),
    PhotoState.SENDING: (Tone.INDIGO, Tone.INDIGO_PALE),
    PhotoState.RECEIVED: (Tone.BRAND_INK, Tone.BRAND_PALE),
    PhotoState.VERIFIED: (Tone.GREEN_INK, Tone.GREEN_PALE),
    PhotoState.STUCK: (Tone.RED, Tone.RED_PALE),
    PhotoState.REFUSED: (Tone.RED, Tone.RED_PALE),
    PhotoState.ABSENT: (Tone.SUB, Tone.LOCKED_PALE),
}


def state_chip(state: PhotoState) -> ChipLook:
    """The chip of how far something has got."""
    ink, ground = _LOOKS[state]
    return ChipLook(_(state.label), ink, ground, _("State {state}").format(state=_(state.label)))


def name_and_size(row: ExchangeRow) -> str:
    """IMG_2043.jpg · 5.8 MB; a record has no size."""
    return _("{name} · {size}").format(name=row.title, size=labels.size(row.size)) if row.is_photo else row.title


def explanation(row: ExchangeRow, held: str = "") -> str:
    """The last column: what is going on with this one; `held` says what photos wait for by the person's own choice."""
    match row.state:
        case PhotoState.STUCK | PhotoState.REFUSED:
            return reason_of(row).short
        case PhotoState.SENDING:
            return f"{_percent(row)}%"
        case PhotoState.RECEIVED:
            return _("The bureau is reading it again to check it")
        case PhotoState.VERIFIED if row.is_photo:
            return _("Read again by the bureau, the fingerprint is the same")
        case PhotoState.VERIFIED:
            return _("Received")
        case _:
            return _turn(row, held)


def _turn(row: ExchangeRow, held: str) -> str:
    if row.is_photo and held:
        return held
    if row.sent:
        return _("{percent}% are there, goes on from there").format(percent=_percent(row))
    if row.ahead:
        return ngettext("{n} photo before it", "{n} photos before it", row.ahead).format(n=row.ahead)
    return _("Goes with the next exchange")


def _percent(row: ExchangeRow) -> int:
    return 100 * row.sent // max(row.size, 1)


def reason_of(row: ExchangeRow) -> Reason:
    """Why this one needs a person."""
    return photo_reason(row.reason) if row.is_photo else record_reason(row.reason)


def answer(outcome: Outcome, safety: Safety, now: datetime) -> str:
    """What F9 answers, always: what was sent, that there was nothing to send, or why not and whether all is safe.

    Of photos that wait by the person's own choice it says for what; only an exchange that nobody asked for leaves any.
    """
    said = _came_of(outcome, safety)
    held = still(outcome.waiting, now)
    if held is None or not outcome.ok or not safety.photos:
        return said or _("Nothing to send, checked just now.")
    return f"{said} {whole_words(safety.photos, held, now)}".strip()


def _came_of(outcome: Outcome, safety: Safety) -> str:
    if outcome.reason is not None and outcome.reason != "stopped":
        return sentence(outcome.reason, outcome.values)
    if outcome.reason == "stopped":
        return _("Stopped. {rest}").format(rest=_still_here(safety))
    if sent := _amount(outcome.entries_sent, outcome.photos_verified):
        return _("Sent {what}.").format(what=sent)
    if outcome.entries_received:
        return ngettext("Received {n} record.", "Received {n} records.", outcome.entries_received).format(
            n=outcome.entries_received
        )
    return "" if outcome.waiting is not None else _("Nothing to send, checked just now.")


def _still_here(safety: Safety) -> str:
    if not safety.records and not safety.photos:
        return ""
    return _("{what} are on this computer, nothing is lost.").format(what=_amount(safety.records, safety.photos))


def came_of(logged: LoggedExchange) -> str:
    """What an exchange of the log moved, and the sentence of what ended it early."""
    went = _went(logged.moved)
    if logged.reason is None:
        return went
    reason = sentence(logged.reason, logged.values)
    return _("{went}. {reason}").format(went=went, reason=reason) if went else reason


def how_often(logged: LoggedExchange, now: datetime) -> str:
    """昨天 17:42 起 12 次; once is not worth a word."""
    if logged.times == 1:
        return ""
    since = labels.moment(logged.since, now)
    words = ngettext("{n} time since {time}", "{n} times since {time}", logged.times)
    return words.format(n=labels.number(logged.times), time=since)


def _went(moved: Moved) -> str:
    ways = (
        (_("sent {what}"), _amount(moved.entries_sent, moved.photos_sent)),
        (_("received {what}"), _amount(moved.entries_received, moved.photos_received)),
        (_("the bureau did not take {what}"), _amount(moved.entries_refused, 0)),
    )
    return _(", ").join(words.format(what=what) for words, what in ways if what)


def _amount(records: int, photos: int) -> str:
    """3 条 · 12 张, without what is none."""
    parts = [labels.records(records)] if records else []
    parts += [labels.photos(photos)] if photos else []
    return " · ".join(parts)
