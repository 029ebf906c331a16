"""The tour: a finding from the field to 销号 between four people, act by act; raises at the first thing that is not as it must be."""

from collections.abc import Callable

from gui.touring import accepting, bad_line, closing, dispatching, logging_offline, rectifying, verifying
from gui.touring.props import Props
from resources.words import _


def play(props: Props, tell: Callable[[str], None]) -> None:
    """All acts in order. Raises StepFailed."""
    tell(_("Act 1: logged offline, with photos"))
    logging_offline.log_offline(props)
    tell(_("Act 2: exchanged over a line that is cut, twice"))
    numbers = bad_line.exchange_over_bad_line(props)
    tell(_("Act 3: the township verifies one and sends one back"))
    dispatching.sit_down_early(props)
    verifying.verify_and_return(props, numbers)
    verifying.complete_and_agree(props, numbers)
    tell(_("Act 4: the bureau dispatches it, the village signs for it"))
    dispatching.dispatch(props, numbers[0])
    tell(_("Act 5: rectified offline, sent over a line that is cut during a photo"))
    rectifying.rectify_offline(props, numbers[0])
    rectifying.send_over_bad_line(props)
    tell(_("Act 6: not passed, done again, passed; an answer is lost"))
    accepting.refuse(props, numbers[0])
    accepting.accept(props, numbers[0])
    tell(_("Act 7: submitted, public for seven days, closed"))
    closing.submit(props, numbers[0])
    closing.close(props, numbers[0])
    closing.agree(props, numbers[0])
