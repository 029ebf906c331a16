"""A day: typed, stepped with the arrow keys or taken from the calendar, with its weekday beside it."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QHBoxLayout, QSizePolicy, QWidget

from gui.day_words import weekday
from gui.texts import small, strong
from gui.theme import FIELD_HEIGHT, SPACE, SPACE_S, Tone, px

_WIDTH, _COMPACT_WIDTH = 130, 112
_CALENDAR = 308, 240


class DayField(QWidget):
    """`chosen` tells of a person's choice only."""

    chosen = Signal(object)

    def __init__(self, day: date, *, compact: bool = False) -> None:
        """At this day; `compact` where it stands in a table."""
        super().__init__()
        self._edit = _DayEdit()
        self._edit.setFixedWidth(px(_COMPACT_WIDTH) if compact else px(_WIDTH))
        self._weekday = small() if compact else strong()
        self._words = small()
        self.setFocusProxy(self._edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S if compact else SPACE)
        for part in (self._edit, self._weekday, self._words):
            row.addWidget(part)
        row.addStretch(1)
        self.show_day(day)
        self._edit.dateChanged.connect(self._on_changed)

    def setObjectName(self, name: str) -> None:
        """The line inside is what a test and a screen reader look for."""
        super().setObjectName(name)
        self._edit.setObjectName(f"{name}Edit")

    def setAccessibleName(self, name: str) -> None:
        """The focus is in the line."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    @property
    def day(self) -> date:
        """What stands there."""
        day = self._edit.date()
        return date(day.year(), day.month(), day.day())

    def show_day(self, day: date) -> None:
        """Show a day without telling anybody."""
        blocked = self._edit.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._edit.setDate(QDate(day.year, day.month, day.day))
        self._edit.blockSignals(blocked)
        self._weekday.setText(weekday(day))

    def allow_from(self, day: date) -> None:
        """Offer no day before this one."""
        self._edit.setMinimumDate(QDate(day.year, day.month, day.day))

    def allow_until(self, day: date) -> None:
        """Offer no day after this one."""
        self._edit.setMaximumDate(QDate(day.year, day.month, day.day))

    def say(self, words: str) -> None:
        """A remark behind the weekday."""
        self._words.setText(words)

    def kept_text(self) -> str:
        """2026-11-29."""
        return self.day.isoformat()

    def take_back(self, text: str) -> None:
        """The day that was kept, as if it were chosen now."""
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return
        self._edit.setDate(QDate(day.year, day.month, day.day))

    @Slot()
    def _on_changed(self) -> None:
        self._weekday.setText(weekday(self.day))
        self.chosen.emit(self.day)


class _DayEdit(QDateEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setFixedHeight(px(FIELD_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        locale = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        self.setLocale(locale)
        calendar = QCalendarWidget()
        calendar.setLocale(locale)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        calendar.setMinimumSize(px(_CALENDAR[0]), px(_CALENDAR[1]))
        ink = QTextCharFormat()
        ink.setForeground(Tone.INK.colour)  # red is for what is wrong
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, ink)
        self.setCalendarWidget(calendar)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The arrow keys step the day, which is what differs most often."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setSelectedSection(QDateEdit.Section.DaySection)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """One stop for Tab: left and right go from year to month to day."""
        return QWidget.focusNextPrevChild(self, forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the dialog must not change a day on the way."""
        event.ignore()
