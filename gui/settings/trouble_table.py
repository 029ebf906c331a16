"""What does not agree: 什么 / 在哪 / 怎么办, one row each, sentences breaking into lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from gui.theme import ROW_HEIGHT, px
from models.integrity import Report, Trouble
from resources.sentences import sentence
from resources.words import N_, _

MOST_ROWS = 200
_TITLES = (N_("What"), N_("Where"), N_("What to do"))
_ROWS_SEEN = 6


class TroubleTable(QTableWidget):
    """To be read and copied."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__(0, len(_TITLES))
        self.setObjectName("troubleTable")
        self.setAccessibleName(_("What does not agree"))
        self.setHorizontalHeaderLabels([_(title) for title in _TITLES])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setMinimumHeight(px(ROW_HEIGHT) * _ROWS_SEEN)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_problems(self, problems: Sequence[Trouble]) -> None:
        """The first of them; the administrator gets all."""
        shown = problems[:MOST_ROWS]
        self.setRowCount(len(shown))
        for row, each in enumerate(shown):
            for column, words in enumerate(_row(each)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(row, column, item)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks sentences elsewhere."""
        super().resizeEvent(event)
        self.resizeRowsToContents()


def for_administrator(report: Report) -> str:
    """Everything that was found, with the codes that stand on no screen."""
    head = f"entries {report.entries}, findings {report.findings}, photos {report.photos}, complete {report.complete}"
    return "\n".join((head, *(f"{each.code}\t{each.where}\t{_row(each)[0]}" for each in report.problems)))


def _row(each: Trouble) -> tuple[str, str, str]:
    where = each.where if len(each.where) <= 24 else f"{each.where[:8]}…{each.where[-8:]}"
    what = sentence(f"check_{each.code}", {"where": where})
    return what, where, sentence(f"cure_{each.code}", {})
