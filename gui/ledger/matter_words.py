"""What the chip of a matter says: the conditions on deadlines and steps that a ledger can be narrowed to."""

from typing import Final

from models.findings import Matter
from resources.words import N_

MATTER_WORDS: Final = {
    Matter.DUE_TODAY: N_("Due today (chip)"),
    Matter.DUE_SOON: N_("Due in three days (chip)"),
    Matter.OVERDUE: N_("Overdue (chip)"),
    Matter.PRESSING: N_("Overdue or due in three days (chip)"),
    Matter.UNREPORTED: N_("Last month not reported (chip)"),
    Matter.TO_SIGN: N_("Not signed for (chip)"),
    Matter.REFUSED: N_("Acceptance refused (chip)"),
    Matter.TO_REVIEW: N_("Closure to review (chip)"),
    Matter.NOTICE_OVER: N_("Notice over (chip)"),
    Matter.RETURNED_TO_ME: N_("Sent back to me (chip)"),
}
MATTERS_TO_CHOOSE: Final = (
    Matter.DUE_TODAY,
    Matter.DUE_SOON,
    Matter.OVERDUE,
    Matter.UNREPORTED,
    Matter.REFUSED,
    Matter.NOTICE_OVER,
)
"""Those that no tab comes near to."""
