"""Where a finding may stand: the states of domain.md 3.1 and 3.2."""

from enum import Enum
from typing import Self

from resources.words import N_


class State(Enum):
    """Where a finding stands (domain.md 3.1, 3.2): code, full wording, short chip."""

    label: str
    chip: str

    def __new__(cls, code: str, label: str = "", chip: str = "") -> Self:
        """Code, English wording for paper, English chip; both are translated where they are shown."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        member.chip = chip
        return member

    DRAFT = "draft", N_("Draft (state)"), N_("Draft (chip)")
    UNSENT = "unsent", N_("Waiting to be reported"), N_("Unsent (chip)")
    REPORTED = "reported", N_("Reported"), N_("To verify (chip)")
    RETURNED = "returned", N_("Returned for completion"), N_("Returned (chip)")
    VERIFIED = "verified", N_("Verified (state)"), N_("Verified (chip)")
    SETTLED_BY_TOWN = "settled_by_town", N_("Settled on the spot by the township"), N_("Settled (chip)")
    TRANSFERRED = "transferred", N_("Transferred (state)"), N_("Transferred (chip)")
    MERGED = "merged", N_("Merged (state)"), N_("Merged (chip)")
    NOT_ACCEPTED = "not_accepted", N_("Not accepted (state)"), N_("Not accepted (chip)")
    ENLISTED = "T0", N_("To be dispatched"), N_("To dispatch (chip)")
    DISPATCHED = "T1", N_("Dispatched, to be signed for"), N_("To sign (chip)")
    RECTIFYING = "T2", N_("Being rectified"), N_("Rectifying (chip)")
    COMPLETED = "T3", N_("Rectification completed, to be accepted"), N_("To accept (chip)")
    ACCEPTING = "T4", N_("Being accepted"), N_("Accepting (chip)")
    ACCEPTED = "T5", N_("Rectification accepted, closure to be applied for"), N_("To apply closure (chip)")
    CLOSING = "T6", N_("Closure papers submitted, in the district's procedure"), N_("District review (chip)")
    PUBLIC_NOTICE = "T7", N_("Under public notice"), N_("Public notice (chip)")
    CLOSED = "T8", N_("Rectification completed and closed"), N_("Closed (chip)")
    LONG_TERM = "TL", N_("Long-term (stage goals reached)"), N_("Long-term (chip)")
    VOIDED = "TV", N_("Voided (state)"), N_("Voided (chip)")


OPEN_WORK = frozenset({State.DISPATCHED, State.RECTIFYING})
"""The unit's own time: a deadline can be missed here."""
UNDER_RECTIFICATION = frozenset(
    {
        State.DISPATCHED,
        State.RECTIFYING,
        State.COMPLETED,
        State.ACCEPTING,
        State.ACCEPTED,
        State.CLOSING,
        State.PUBLIC_NOTICE,
    }
)
"""From 交办 to before 销号."""
