"""The pages of one person's desk, each made when it is first wanted, and the ways that lead from one to another."""

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from gui.background import Lane
from gui.desk import Desk, Place
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.opening import Opened
from gui.page import Page
from gui.photos.picture_source import PictureSource
from gui.rail import RailItem
from gui.searching.desk_functions import functions_of
from gui.searching.functions import Functions
from gui.syncing.exchanger import Exchanger
from models.drafts import Draft
from models.finding import Finding
from models.findings import Filter
from models.ids import FindingId
from models.profile_file import ProfileFile
from models.workflow import FIELD_ROLES
from resources.words import _

if TYPE_CHECKING:
    from gui.case_file.case_file_page import CaseFilePage
    from gui.findings.form_page import FormPage
    from gui.ledger.ledger_page import LedgerPage
    from gui.searching.searching import Searching
    from gui.settings.settings_page import SettingsPage
    from gui.syncing.exchange_page import ExchangePage
    from gui.workbench.workbench_page import WorkbenchPage

EXCHANGE, SETTINGS = "exchange", "settings"
P = TypeVar("P", bound=Page)


class Pages(QObject):
    """Each page's module is loaded with the page: whoever never opens it does not wait for it (docs/decisions/0011)."""

    signed_out = Signal()
    """The bureau asks for the password again."""
    look_changed = Signal()
    """Another type size or language was chosen."""
    connect_wanted = Signal()
    """Who began without an account wants one."""

    def __init__(
        self, opened: Opened, bridge: JournalBridge, exchanger: Exchanger, device: ProfileFile, parent: QObject
    ) -> None:
        """A desk with its rail; no page yet. `device`: what this laptop remembers, whoever works on it."""
        super().__init__(parent)
        self._opened, self._bridge, self._exchanger, self._device = opened, bridge, exchanger, device
        self._pictures = PictureSource(bridge, self)
        self.may_raise = bridge.person.role in FIELD_ROLES
        places = self._places()
        self.desk = Desk(places, may_raise=self.may_raise)
        self.desk.raise_requested.connect(self.log_finding)
        self.desk.rail.light.clicked.connect(self.open_exchange)
        self.functions = Functions()
        self.functions.add(
            *functions_of(self.desk, [place.item for place in places], self._open_settings, may_raise=self.may_raise)
        )
        self.desk.top_bar.search.entered.connect(lambda: self.searching)

    @cached_property
    def workbench(self) -> "WorkbenchPage":
        """工作台."""
        from gui.workbench.workbench_page import WorkbenchPage

        page = WorkbenchPage(self._bridge, self._exchanger, self._pictures)
        page.finding_requested.connect(self.open_finding)
        page.raise_requested.connect(self.log_finding)
        page.exchange_page_requested.connect(self.open_exchange)
        page.ledger_requested.connect(self.open_ledger)
        page.step_requested.connect(self._on_step)
        page.draft_requested.connect(self._resume)
        return self._added(page)

    @cached_property
    def ledger(self) -> "LedgerPage":
        """问题台账."""
        from gui.ledger.ledger_page import LedgerPage

        page = LedgerPage(self._bridge, self._pictures, self._exchanger)
        page.finding_opened.connect(self.open_finding)
        page.form_requested.connect(self._correct)
        return self._added(page)

    @cached_property
    def case_file(self) -> "CaseFilePage":
        """一事一档."""
        from gui.case_file.case_file_page import CaseFilePage

        page = CaseFilePage(self._bridge, self._pictures)
        page.finding_requested.connect(self.open_finding)
        page.form_requested.connect(self._correct)
        page.help_page = "case_file"
        return self._added(page)

    @cached_property
    def exchange(self) -> "ExchangePage":
        """同步."""
        from gui.syncing.exchange_page import ExchangePage

        page = ExchangePage(self._bridge, self._exchanger, self._pictures, self._opened.bureau)
        page.finding_requested.connect(self.open_finding)
        page.sign_in_requested.connect(self.signed_out)
        return self._added(page)

    @cached_property
    def settings(self) -> "SettingsPage":
        """设置."""
        from gui.settings.settings_page import SettingsPage

        page = SettingsPage(self._bridge, self._exchanger, self._opened.key, self._device)
        page.look_changed.connect(self.look_changed)
        return self._added(page)

    @cached_property
    def form(self) -> "FormPage":
        """登记问题, for those who may."""
        from gui.findings.form_page import FormPage

        page = FormPage(self._bridge, self._pictures)
        page.front_wanted.connect(lambda: self.desk.open(page))
        page.help_page = "form"
        return self._added(page)

    @cached_property
    def searching(self) -> "Searching":
        """What the search box finds; made when it is first used."""
        from gui.searching.searching import Searching

        searching = Searching(self.desk, self._bridge, self.functions)
        searching.finding_wanted.connect(self.open_finding)
        searching.ledger_wanted.connect(self.open_ledger)
        return searching

    def log_finding(self) -> None:
        """Ctrl+N."""
        if self.may_raise:
            self.form.begin()
            self.desk.open(self.form)

    def open_finding(self, finding: str) -> None:
        """The whole file of a finding."""
        from models.searching import note_opened

        self._bridge.work(Lane.WRITING, lambda store: note_opened(store.settings, finding), done=_nothing)
        self.case_file.show_finding(finding)
        self.desk.open(self.case_file)

    def open_ledger(self, wanted: Filter) -> None:
        """The ledger with this and nothing else."""
        self.desk.open(self.ledger)
        self.ledger.card.show_only(wanted)

    def open_exchange(self) -> None:
        """The page of the exchange; the way to a bureau where there is none yet."""
        if not self._bridge.person.has_account:
            self.connect_wanted.emit()
            return
        self.desk.open(self.exchange)

    def write_down(self) -> None:
        """Whatever is typed becomes durable as a draft; also photos that arrived in the form meanwhile."""
        self.desk.current.may_leave()
        if "form" in self.__dict__:
            self.form.may_leave()

    def _places(self) -> tuple[Place, ...]:
        places = (
            Place(RailItem("workbench", Glyph.WORKBENCH, _("Workbench"), 1), lambda: self.workbench),
            Place(RailItem("ledger", Glyph.LEDGER, _("Ledger of findings"), 2), lambda: self.ledger),
            Place(RailItem(EXCHANGE, Glyph.EXCHANGE, _("Exchange"), 7), lambda: self.exchange),
            Place(RailItem(SETTINGS, Glyph.SETTINGS, _("Settings"), 8), lambda: self.settings),
        )
        # who has no account yet has nothing of the bureau's to look at
        known = self._bridge.person.has_account
        return places if known else tuple(place for place in places if place.item.code not in ("ledger", EXCHANGE))

    def _open_settings(self, tab: str) -> None:
        self.settings.open_tab(tab)
        self.desk.open(self.settings)

    def _added(self, page: P) -> P:
        self.desk.add_page(page)
        return page

    def _on_step(self, finding: str, action: str) -> None:
        """去补正 opens the form; 去核实 opens the finding, because nobody verifies what they have not looked at."""
        if action != "resubmit":
            self.case_file.show_finding(finding, at_step=True)
            self.desk.open(self.case_file)
            return
        self._bridge.ask(lambda store: store.findings.one(FindingId(finding)), done=self._correct)

    def _correct(self, finding: Finding | None) -> None:
        if finding is not None:
            self._in_form(lambda form: form.correct(finding))

    def _resume(self, draft: Draft) -> None:
        self._in_form(lambda form: form.resume(draft))

    def _in_form(self, fill: "Callable[[FormPage], None]") -> None:
        if self.may_raise:
            fill(self.form)
            self.desk.open(self.form)


def load_ahead() -> None:
    """Load what the pages are made of, beside the window: the first click on one should not wait for its modules."""
    for module in ("ledger.ledger_page", "case_file.case_file_page", "findings.form_page", "syncing.exchange_page"):
        import_module(f"gui.{module}")


def _nothing(_value: None) -> None:
    """Keeping in mind what was opened answers nothing."""
