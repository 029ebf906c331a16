"""Act 2: the line breaks in the middle of a photo, the window is closed, it breaks again; in the end all is checked."""

from PySide6.QtCore import Qt

from gui.touring import hands
from gui.touring.props import NOTHING_WAITING, Props
from gui.touring.stage import check


def exchange_over_bad_line(props: Props) -> tuple[str, str]:
    """The line breaks in the middle of a photo, the window is closed, it breaks again; in the end all is checked."""
    me, line = props.inspector, props.line
    line.mend()
    line.cut_after(500_000)
    me.exchange()
    check(me.store.findings.safety().records == 0, "records went first")
    check(me.store.findings.safety().photos > 0, "photos wait")
    check(not all(hands.photos_verified(me)), "no photo counts before the bureau has re-read it")
    me.stage.press(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    me.picture("exchange-cut")
    me.leave()

    me.arrive()
    me.picture("sign-in-waiting")
    line.mend()
    line.cut_after(350_000)
    me.sign_in()
    me.stage.until(lambda: not me.place.exchanger.underway and me.place.exchanger.last is not None, "second cut")
    check(me.store.findings.safety().photos > 0, "photos wait after the second cut")
    line.mend()
    me.exchange()
    me.wait_for(lambda store: store.findings.safety() == NOTHING_WAITING, "everything with the bureau")
    check(all(hands.photos_verified(me)), "every photo checked by the bureau")
    check(props.bureau_is_whole(), "the bureau's own check")
    me.stage.press(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    me.picture("exchange-done")
    second, first = (row.number for row in me.store.findings.page(limit=2))
    check(first.startswith("320402-") and second.startswith("320402-"), "numbers of the bureau")
    return first, second
