"""Every screen of the house: whose it is, and how it comes to the front of a real window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QPushButton, QWidget

from gui.accounts.sign_in_page import SignInPage
from gui.case_file.case_tabs import CaseTab
from gui.findings.form_values import FormField, FormValues
from gui.rectification.step_dialog import StepDialog
from gui.rectification.steps import Steps
from gui.syncing.exchange_rows import Show
from gui.workplace import Workplace
from models.errors import Refusal
from models.facts import (
    AcceptanceApplied,
    AcceptanceArranged,
    AcceptancePassed,
    ClosureSubmitted,
    Dispatched,
    Enlisted,
    EvidenceAttached,
    Fact,
    NoticePublished,
    ProgressReported,
    Raised,
    SignedFor,
    Verified,
)
from models.profile_file import KnownPerson
from tests.unit.gui.house import House, until
from tests.unit.gui.long_words import World


@dataclass(frozen=True)
class Screen:
    """A page as one of them sees it."""

    name: str
    who: str
    show: Callable[[Workplace, World], None]


def _file(step: type[Fact], tab: CaseTab) -> Callable[[Workplace, World], None]:
    def show(place: Workplace, world: World) -> None:
        place.pages.open_finding(world.at_step[step])
        place.pages.case_file.body.show_tab(tab)

    return show


def _exchange(show: Show) -> Callable[[Workplace, World], None]:
    def open_tab(place: Workplace, _world: World) -> None:
        place.pages.open_exchange()
        button = place.pages.exchange.findChild(QPushButton, f"{show.value}Tab")
        assert isinstance(button, QPushButton)
        button.click()

    return open_tab


def _empty_form(place: Workplace, _world: World) -> None:
    place.pages.log_finding()


def _full_form(place: Workplace, world: World) -> None:
    place.pages._resume(world.store.drafts.all()[0])


def _full_form_at(field: FormField, *, unfolded: bool = False) -> Callable[[Workplace, World], None]:
    """Where this is filled in: another step of it in a narrow window."""

    def show(place: Workplace, world: World) -> None:
        _full_form(place, world)
        place.pages.form.body.go_to(field)
        place.pages.form.body.fields.more.unfold(unfolded=unfolded)

    return show


def _wrong_form(place: Workplace, _world: World) -> None:
    place.pages.form.session.begin(FormValues())
    place.desk.open(place.pages.form)
    place.pages.form.save()


def _completing(place: Workplace, world: World) -> None:
    finding = world.store.findings.one(world.returned)
    assert finding is not None
    place.pages.form.correct(finding)
    place.desk.open(place.pages.form)


def _safety(place: Workplace, _world: World) -> None:
    """The cards behind the line of a narrow window."""
    page = place.pages.workbench
    place.desk.open(page)
    button = page.findChild(QPushButton, "unfoldSafetyButton")
    assert isinstance(button, QPushButton)
    if button.isVisible() and not page._safety.is_unfolded:
        button.click()


def _settings(tab: str) -> Callable[[Workplace, World], None]:
    return lambda place, _world: place.pages._open_settings(tab)


def screens() -> Iterator[Screen]:
    """All of them."""
    for who in ("inspector", "station", "unit", "bureau"):
        yield Screen("workbench", who, lambda place, _world: place.desk.open(place.pages.workbench))
        yield Screen("ledger", who, lambda place, _world: place.desk.open(place.pages.ledger))
    yield Screen("workbench-unfolded", "unit", _safety)
    for tab in CaseTab:
        yield Screen(f"file-{tab.name.lower()}", "unit", _file(EvidenceAttached, tab))
        yield Screen(f"file-late-{tab.name.lower()}", "bureau", _file(ClosureSubmitted, tab))
    yield Screen("file-new", "inspector", _file(Raised, CaseTab.OVERVIEW))
    yield Screen("file-to-apply", "unit", _file(SignedFor, CaseTab.RECTIFICATION))
    for show in Show:
        yield Screen(f"exchange-{show.value}", "inspector", _exchange(show))
    yield Screen("taking-down", "inspector", lambda place, _world: place.first.open())
    yield Screen("practice", "inspector", lambda place, _world: place.first.practise())
    for name in ("display", "mine", "photoTravel", "selfCheck", "about"):
        yield Screen(f"settings-{name}", "inspector", _settings(name))
    yield Screen("form-empty", "inspector", _empty_form)
    for field in (FormField.PHOTOS, FormField.CATEGORY, FormField.PARTY):
        yield Screen(f"form-full-{field.value}", "inspector", _full_form_at(field))
    yield Screen("form-unfolded", "inspector", _full_form_at(FormField.PARTY, unfolded=True))
    yield Screen("form-wrong", "inspector", _wrong_form)
    yield Screen("form-completing", "inspector", _completing)


STEPS: Final[dict[str, tuple[str, type[Fact]]]] = {
    "verify": ("station", Raised),
    "return": ("station", Raised),
    "correct_grid": ("station", Raised),
    "enlist": ("station", Verified),
    "dispatch": ("bureau", Enlisted),
    "sign": ("unit", Dispatched),
    "report_progress": ("unit", SignedFor),
    "settle_measure": ("unit", SignedFor),
    "attach_evidence": ("unit", EvidenceAttached),
    "arrange_places": ("unit", EvidenceAttached),
    "apply": ("unit", ProgressReported),
    "arrange": ("station", AcceptanceApplied),
    "accept": ("station", AcceptanceArranged),
    "refuse": ("station", AcceptanceArranged),
    "submit_closure": ("station", AcceptancePassed),
    "return_closure": ("bureau", ClosureSubmitted),
    "publish": ("bureau", ClosureSubmitted),
    "close": ("bureau", NoticePublished),
}
"""Each action of the registry: whose it is, and the last step of the finding on which it is taken."""


def open_step(house: House, action: str) -> StepDialog:
    """The dialog of a step, over the desk of whose it is."""
    who, step = STEPS[action]
    place = house.place_of(who)
    finding = house.world.store.findings.one(house.world.at_step[step])
    assert finding is not None
    steps = Steps(house.window, place.bridge)
    steps.take(action, finding)
    until(lambda: _dialog(house.window) is not None)
    house.settle()
    dialog = _dialog(house.window)
    assert dialog is not None
    dialog.finished.connect(steps.deleteLater)
    return dialog


def _dialog(window: QWidget) -> StepDialog | None:
    return next((each for each in window.findChildren(StepDialog) if each.isVisible()), None)


def show_all_refusals(dialog: StepDialog) -> None:
    """As if everything were missing: more sentences than there is room for."""
    codes = ("place_missing", "late_reason_missing", "photo_before", "goal_missing", "measures_missing")
    dialog.show_refusals([Refusal(code) for code in codes])


def open_panel(place: Workplace, name: str) -> QWidget:
    """What lies over the desk: the help of what is in front, or what is found."""
    if name == "help":
        place.desk.help.open("ledger")
    else:
        place.desk.top_bar.search.setFocus()
        place.pages.searching.look_for("丰北")
    panel = place.desk.findChild(QWidget, f"{name}Panel")
    assert panel is not None
    until(panel.isVisible)
    return panel


def close_panel(place: Workplace, name: str) -> None:
    """The desk alone again."""
    (place.desk.help if name == "help" else place.pages.searching).close()


def sign_in_pages() -> Iterator[tuple[str, SignInPage]]:
    """The cards before anybody is at work, each with all that it can say."""
    page = SignInPage()
    people = [
        KnownPerson(f"p{n}", "欧阳建国", "郑陆镇三河口村第12网格", waiting_records=1234, waiting_photos=5)
        for n in range(6)
    ]
    page.sign_in.show_people(people)
    page.sign_in.show_refused("试错太多，10:42 后再试；本机数据没动。")
    yield "sign-in", page
    for card in page._all[1:]:
        page.show_card(card)
        yield card.objectName(), page
