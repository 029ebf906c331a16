"""What stands under the strip: tabs with their contents, the next step, the newest history; in two columns or in one."""

from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.case_file.case_tabs import CaseTab, CaseTabs
from gui.case_file.history_card import HistoryCard
from gui.case_file.history_tab import HistoryTab
from gui.case_file.overview_tab import OverviewTab
from gui.case_file.photos_tab import PhotosTab
from gui.case_file.rectification_tab import RectificationTab
from gui.case_file.scroll_keeper import ScrollKeeper
from gui.case_file.step_card import StepCard
from gui.photos.picture_source import PictureSource
from gui.room import Room
from gui.theme import SPACE_L, SPACE_M, px

_NEVER = Qt.FocusPolicy.NoFocus
_RIGHT = {Room.WIDE: 424, Room.MIDDLE: 340}


class CaseBody(QWidget):
    """Wide and middle: tabs at the left, step and history at the right, each scrolling. Narrow: all in one column."""

    def __init__(self, pictures: PictureSource) -> None:
        """概况 is in front."""
        super().__init__()
        self.overview, self.photos = OverviewTab(), PhotosTab(pictures)
        self.rectification, self.history = RectificationTab(), HistoryTab()
        self.step, self.newest = StepCard(), HistoryCard()
        self.tabs = CaseTabs()
        self._contents: dict[CaseTab, QWidget] = dict(
            zip(CaseTab, (self.overview, self.photos, self.rectification, self.history), strict=True)
        )
        self._kept: dict[CaseTab, int] = {}
        self._tab = CaseTab.OVERVIEW
        self._room = Room.WIDE
        self._card = self._build_card()
        self._left, self._right, self._whole = _scroller(), _scroller(), _scroller()
        self._keepers = {area: ScrollKeeper(area) for area in (self._left, self._whole)}
        self._lay_out()
        self.tabs.chosen.connect(self.show_tab)
        self.photos.laid_out.connect(self.order_focus)
        self.newest.all_wanted.connect(self._on_all_history)
        self.show_tab(CaseTab.OVERVIEW)

    def _build_card(self) -> QFrame:
        """Tabs over what they show; in two columns only what they show scrolls."""
        card = QFrame()
        card.setObjectName("caseCard")
        card.setProperty("frame", "card")
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(SPACE_L - 2, SPACE_M, SPACE_L - 2, SPACE_M)
        for content in self._contents.values():
            column.addWidget(content)
        self._in_card = QVBoxLayout(card)
        self._in_card.setContentsMargins(1, 4, 1, 1)
        self._in_card.setSpacing(0)
        self._in_card.addWidget(self.tabs)
        return card

    def _lay_out(self) -> None:
        self._beside = QVBoxLayout(_inside(self._right))
        self._under = QVBoxLayout(_inside(self._whole))
        for layout in (self._beside, self._under):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(SPACE_M)
            layout.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        self._row = row
        row.addWidget(self._right)
        row.addWidget(self._whole)
        self._in_card.addWidget(self._left, 1)
        self._whole.hide()
        self._arrange_columns()

    def fit(self, room: Room) -> None:
        """Two columns, or one with the next step on top."""
        narrow = room is Room.NARROW
        if narrow != (self._room is Room.NARROW):
            if narrow:
                self._arrange_one()
            else:
                self._arrange_columns()
        self._room = room
        self._right.setFixedWidth(px(_RIGHT.get(room, 0)))
        self._right.setVisible(not narrow)
        self._left.setVisible(not narrow)
        self._whole.setVisible(narrow)
        self.newest.setVisible(not narrow)
        self.order_focus()

    def _arrange_columns(self) -> None:
        self._row.insertWidget(0, self._card, 1)
        self._left.setWidget(self._inside)
        for place, card in enumerate((self.step, self.newest)):
            self._beside.insertWidget(place, card)
        self._show_moved()

    def _arrange_one(self) -> None:
        self._left.takeWidget()
        for place, card in enumerate((self.step, self._card)):
            self._under.insertWidget(place, card)
        self._inside.setAutoFillBackground(False)  # which the scroll area had switched on
        self._in_card.addWidget(self._inside)
        self._show_moved()

    def _show_moved(self) -> None:
        """What gets another parent is hidden until it is shown anew."""
        for part in (self._card, self._inside, self.step):
            part.show()

    def focus_start(self) -> None:
        """The cursor stands on what is on top: the tabs, in one column the next step."""
        if self._room is not Room.NARROW or not self.step.focus_first():
            self.tabs.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_step(self) -> None:
        """The cursor stands on the first gap before my next step, else on its button."""
        if not self.step.focus_first():
            self.focus_start()

    @Slot()
    def order_focus(self) -> None:
        """Tab goes from top left to the right, whatever was built anew meanwhile."""
        columns = (self.tabs, self._inside, self.step, self.newest)
        one = (self.step, self.tabs, self._inside)
        parts = one if self._room is Room.NARROW else columns
        stops = [each for part in parts for each in part.findChildren(QWidget) if each.focusPolicy() is not _NEVER]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @property
    def scroller(self) -> QScrollArea:
        """What scrolls the tabs' contents now."""
        return self._whole if self._room is Room.NARROW else self._left

    @Slot(object)
    def show_tab(self, tab: CaseTab) -> None:
        """Bring a tab to the front, where it was left."""
        self._kept[self._tab] = self._keeper.place
        self._tab = tab
        held = self.tabs.isAncestorOf(self.window().focusWidget())
        self.tabs.choose(tab)
        if held:
            self.tabs.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        for each, content in self._contents.items():
            content.setVisible(each is tab)
        self._keeper.hold(self._kept.get(tab, 0))

    def keep_scroll(self) -> None:
        """Called before contents are filled anew: they stay where they were."""
        self._keeper.hold(self._keeper.place)

    def to_top(self) -> None:
        """For another finding."""
        self._kept.clear()
        for keeper in self._keepers.values():
            keeper.hold(0)
        self._right.verticalScrollBar().setValue(0)

    @property
    def _keeper(self) -> ScrollKeeper:
        return self._keepers[self.scroller]

    @Slot()
    def _on_all_history(self) -> None:
        self.show_tab(CaseTab.HISTORY)
        self.tabs.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)


def _scroller() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _inside(area: QScrollArea) -> QWidget:
    widget = QWidget()
    area.setWidget(widget)
    return widget
