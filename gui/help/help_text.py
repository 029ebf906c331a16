"""A help page as text on the screen: readable type, tables with lines, and a heading that can be jumped to."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from gui.theme import SPACE, SPACE_M, SPACE_S, TEXT_PX, Tone, font, px
from resources.help import HelpPage
from resources.words import _

_SIZES = {1: 18, 2: 15, 3: 13}
_LINE = 150
"""Per cent: lines of Chinese need air."""
_INDENT, _FIRST_COLUMN = 18, 36


class HelpText(QTextBrowser):
    """Shows one page; a link to another asks for it."""

    page_wanted = Signal(str, str)
    """Name of a page, and code of a section or nothing."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("helpText")
        self.setAccessibleName(_("Help"))
        self.setOpenLinks(False)
        self.setStyleSheet("QTextBrowser, QTextBrowser:focus { border: none; padding: 0; }")
        self.document().setDocumentMargin(SPACE_M)
        self.document().setIndentWidth(px(_INDENT))
        self.anchorClicked.connect(self._on_link)

    def show_page(self, page: HelpPage, note: str = "") -> None:
        """From its beginning; `note` stands over it."""
        text = f"*{note}*\n\n{page.markdown}" if note else page.markdown
        self.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setExtraSelections([])

    def go_to(self, section: int) -> None:
        """Its heading at the top of the view; the page's beginning for -1."""
        headings = [number for number in range(self.document().blockCount()) if self._level(number) > 1]
        if not 0 <= section < len(headings):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            return
        block = self.document().findBlockByNumber(headings[section])
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - SPACE)

    def mark(self, text: str) -> None:
        """Show every place where this text stands."""
        marks: list[QTextEdit.ExtraSelection] = []
        found = self.document().find(text) if text else QTextCursor()
        while not found.isNull():
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(Tone.AMBER_LINE.colour)
            selection.cursor, selection.format = found, look
            marks.append(selection)
            found = self.document().find(text, found)
        self.setExtraSelections(marks)

    def _level(self, number: int) -> int:
        return self.document().findBlockByNumber(number).blockFormat().headingLevel()

    def _dress(self) -> None:
        document = self.document()
        cursor = QTextCursor(document)
        for number in range(document.blockCount()):
            block = document.findBlockByNumber(number)
            cursor.setPosition(block.position())
            shape, level = QTextBlockFormat(), block.blockFormat().headingLevel()
            shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setTopMargin(SPACE_M if level > 1 else 0)
            shape.setBottomMargin(_below(cursor, level))
            cursor.mergeBlockFormat(shape)
            if level:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(_heading(level))
        for frame in document.rootFrame().childFrames():
            _draw_lines(frame)

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        name, _dot, _md = url.path().rpartition("/")[2].partition(".")
        self.page_wanted.emit(name, url.fragment())


def _heading(level: int) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(font(_SIZES.get(level, TEXT_PX), bold=True))
    return look


def _below(cursor: QTextCursor, level: int) -> int:
    if cursor.currentTable() is not None:
        return 0
    return SPACE_S if level or cursor.currentList() is not None else SPACE


def _draw_lines(frame: QTextFrame) -> None:
    if not isinstance(frame, QTextTable):
        return
    shape = frame.format()
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(Tone.LINE.colour)
    shape.setCellPadding(SPACE_S + 1)
    shape.setCellSpacing(0)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in (_FIRST_COLUMN, 100 - _FIRST_COLUMN)]
    )
    frame.setFormat(shape)
