"""What every desk can do by name: go to a place of the rail, log a finding, exchange, change a setting, lock, leave."""

from collections.abc import Callable, Sequence
from functools import partial

from gui.desk import Desk
from gui.icons import Glyph
from gui.rail import RailItem
from gui.searching.functions import Function
from resources.words import _


def functions_of(
    desk: Desk, items: Sequence[RailItem], open_settings: Callable[[str], None], *, may_raise: bool
) -> tuple[Function, ...]:
    """In the order in which they are offered; `items` are the places of its rail, `open_settings` takes a tab of them."""
    places = [
        Function(item.code, item.text, item.glyph, partial(desk.open_place, item.code), f"Ctrl+{item.digit}")
        for item in items
    ]
    log = Function("raise", _("Log a finding"), Glyph.ADD, desk.raise_requested.emit, "Ctrl+N")
    return (
        *((log,) if may_raise else ()),
        Function("exchange_now", _("Exchange now"), Glyph.REFRESH, desk.exchange_requested.emit, "F9"),
        *places,
        Function("help", _("Help for this page"), Glyph.HELP, desk.help.toggle, "F1"),
        Function("keys", _("Keyboard"), Glyph.KEYBOARD, partial(desk.help.open, "keyboard")),
        Function("type_size", _("Type size"), Glyph.SETTINGS, partial(open_settings, "display")),
        Function("password", _("Change the password"), Glyph.SETTINGS, partial(open_settings, "mine")),
        Function("self_check", _("Self-check"), Glyph.SETTINGS, partial(open_settings, "selfCheck")),
        Function("lock", _("Lock the screen"), Glyph.LOCK, desk.lock_requested.emit, "Ctrl+L"),
        Function("switch", _("Switch user"), Glyph.USER_SWITCH, desk.switch_requested.emit),
    )
