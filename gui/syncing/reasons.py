"""Why something is stuck, whether the data is safe, and what to do: a fixed list in plain words (screens.md 2.11)."""

from collections.abc import Mapping
from dataclasses import dataclass

from resources.sentences import sentence
from resources.words import N_, _


@dataclass(frozen=True, slots=True)
class Reason:
    """Three answers to three questions, and the few words that stand in the row."""

    short: str
    why: str
    safe: str
    do: str


_SAFE_PHOTO = N_("Yes. The original is on this computer and is not removed; other photos are not affected.")
_SAFE_RECORD = N_("Yes. Everything you wrote is on this computer; other records are not affected.")

_PHOTOS: Mapping[str, tuple[str, str, str]] = {
    "not_verified": (
        N_("What the bureau received is not what is here"),
        N_("It was sent more than once, and what arrived differs from the original, so the bureau did not use it."
           " Most likely a device in the network changes what passes through."),
        N_("No new photo and no new record is needed. Use another network and try again."),
    ),
    "chunk_damaged": (
        N_("Damaged on the way"),
        N_("Parts of it arrived damaged several times. Most likely a device in the network changes what passes."),
        N_("No new photo is needed. Use another network and try again."),
    ),
    "damaged": (
        N_("The file on this computer is damaged"),
        N_("The stored original is no longer what it was when it was added; the disk may have a fault."),
        N_("Look for the original in the phone or on the card and add it again; have the disk looked at."),
    ),
    "too_large": (
        N_("Too large for the way to the bureau"),
        N_("Something on the way to the bureau does not let a piece this large pass."),
        N_("Use another network, or tell the administrator; it is tried again by itself."),
    ),
    "rights_gone": (
        N_("Your account may not send it any more"),
        N_("The bureau knows you in another post now, which this photo does not belong to."),
        N_("Tell the administrator, who can see who may take it over."),
    ),
}  # fmt: skip
_OTHER_PHOTO = (
    N_("The bureau did not take it"),
    N_("The bureau's server refused this photo although it was sent whole."),
    N_("Try once more; if it stays like this, copy the details for the administrator."),
)


def photo_reason(code: str | None) -> Reason:
    """Why a photo is stuck or refused."""
    short, why, do = _PHOTOS.get(code or "", _OTHER_PHOTO)
    safe = (
        _("The copy on this computer may not be whole; nothing else is affected.")
        if code == "damaged"
        else _(_SAFE_PHOTO)
    )
    return Reason(_(short), _(why), safe, _(do))


def record_reason(code: str | None) -> Reason:
    """Why a record was not taken, in the sentence of its code."""
    return Reason(
        _("The bureau did not take it"),
        sentence(code or "refused", {}),
        _(_SAFE_RECORD),
        _("Log it anew with what is named put right. This one stays here to copy from."),
    )
