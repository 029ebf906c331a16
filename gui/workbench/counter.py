"""What the workbench counts for each role, and the ledger that holds what was counted (screens.md 2.1)."""

from enum import Enum

from gui.icons import Glyph
from gui.theme import Tone
from models.findings import Filter, Matter, Tab
from models.people import Role
from models.workflow import FIELD_ROLES
from resources.words import N_


class Counter(Enum):
    """Mark, tone while there is something, word, its line of detail, and which findings it counts."""

    RETURNED = Glyph.RETURNED, Tone.RED, N_("Returned for completion (counter)"), "", Filter(Tab.MINE)
    DUE_TODAY = (
        Glyph.OVERDUE,
        Tone.RED,
        N_("Due today (counter)"),
        N_("the deadline is today"),
        Filter(matter=Matter.DUE_TODAY),
    )
    DUE_SOON = Glyph.DUE, Tone.AMBER, N_("Due in three days (counter)"), "", Filter(matter=Matter.DUE_SOON)
    OVERDUE = (
        Glyph.OVERDUE,
        Tone.RED,
        N_("Overdue (counter)"),
        N_("still not completed"),
        Filter(matter=Matter.OVERDUE),
    )
    TO_VERIFY = (
        Glyph.TO_VERIFY,
        Tone.BRAND,
        N_("To verify (counter)"),
        N_("reported, nobody looked yet"),
        Filter(Tab.TO_VERIFY),
    )
    TO_DISPATCH = (
        Glyph.DISPATCH,
        Tone.BRAND,
        N_("To dispatch (counter)"),
        N_("found true, no unit yet"),
        Filter(Tab.TO_DISPATCH),
    )
    TO_ACCEPT = (
        Glyph.ACCEPT,
        Tone.TEAL,
        N_("To accept (counter)"),
        N_("declared completed"),
        Filter(Tab.TO_ACCEPT),
    )
    UNREPORTED = (
        Glyph.RECTIFY,
        Tone.AMBER,
        N_("No progress report (counter)"),
        "",
        Filter(matter=Matter.UNREPORTED),
    )
    TO_SIGN = (
        Glyph.SIGN,
        Tone.BRAND,
        N_("To sign for (counter)"),
        N_("dispatched to us"),
        Filter(matter=Matter.TO_SIGN),
    )
    REFUSED = (
        Glyph.RETURNED,
        Tone.RED,
        N_("Acceptance refused (counter)"),
        N_("to be rectified further"),
        Filter(matter=Matter.REFUSED),
    )
    TO_REVIEW = (
        Glyph.REVIEW,
        Tone.TEAL,
        N_("Closure to review (counter)"),
        N_("the file is complete"),
        Filter(matter=Matter.TO_REVIEW),
    )
    NOTICE_OVER = (
        Glyph.NOTICE,
        Tone.TEAL,
        N_("Notice over (counter)"),
        N_("may be closed"),
        Filter(matter=Matter.NOTICE_OVER),
    )
    OUT_RETURNED = (
        Glyph.RETURNED,
        Tone.TEAL,
        N_("Waiting for completion (counter)"),
        N_("sent back, not here again"),
        Filter(Tab.RETURNED),
    )
    DRAFTS = Glyph.DRAFT, Tone.AMBER, N_("Drafts not finished (counter)"), "", None
    NOT_THERE = Glyph.UNSENT, Tone.AMBER, N_("Not with the bureau (counter)"), "", Filter(Tab.UNSENT)

    @property
    def wanted(self) -> Filter | None:
        """The ledger behind it, where there is one."""
        wanted: Filter | None = self.value[4]
        return wanted


_C = Counter
_BOARD = (_C.TO_DISPATCH, _C.TO_REVIEW, _C.NOTICE_OVER, _C.OVERDUE, _C.NOT_THERE)
_OF_ROLE = {
    Role.STATION: (_C.TO_VERIFY, _C.TO_DISPATCH, _C.TO_ACCEPT, _C.OVERDUE, _C.UNREPORTED),
    Role.UNIT: (_C.TO_SIGN, _C.DUE_TODAY, _C.OVERDUE, _C.REFUSED, _C.NOT_THERE),
    Role.BUREAU: _BOARD,
    Role.CITY: _BOARD,
}


def counters_of(role: Role) -> tuple[Counter, ...]:
    """Only what this role has to do with."""
    if role in _OF_ROLE:
        return _OF_ROLE[role]
    if role in FIELD_ROLES:
        return (_C.RETURNED, _C.DUE_TODAY, _C.DUE_SOON, _C.DRAFTS, _C.NOT_THERE)
    return (_C.TO_VERIFY, _C.OUT_RETURNED, _C.TO_DISPATCH)
