"""审核公示: reviewed, and made public for at least seven days; hard to take back."""

from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.day_words import short_day
from gui.icons import Glyph
from gui.names import Names
from gui.rectification.day_field import DayField
from gui.rectification.notice_text import notice_text
from gui.rectification.opener import Opener, Opening
from gui.rectification.step_dialog import StepDialog
from gui.rectification.step_text import StepText
from gui.texts import small, wrapped
from models.facts import Fact, NoticePublished
from models.finding import Finding
from models.findings import Filter
from models.step_rules import NOTICE_DAYS, WHERE
from models.store import Store
from resources.words import _, ngettext

_MOST_ROWS = 400


class PublishDialog(StepDialog):
    """Opinion, text, days, where."""

    def __init__(self, finding: Finding, where: str, names: Names, today: date, parent: QWidget) -> None:
        """Seven days from today; where it was published last."""
        super().__init__(finding, _("Approve for public notice"), Glyph.EYE, parent, cautious=True)
        self.setObjectName("publishDialog")
        self._today = today
        self._opinion = QLineEdit(_("The file is complete; approved for public notice."))
        self._opinion.setObjectName("publishOpinion")
        self._opinion.setMaxLength(500)
        self._text = StepText("publishText", 120)
        self._text.setPlainText(notice_text(finding, names))
        self._first, self._last = DayField(today), DayField(today + timedelta(days=NOTICE_DAYS - 1))
        self._span = wrapped(small())
        self._span.setObjectName("publishSpan")
        self._where = QLineEdit(where)
        self._where.setObjectName("publishWhere")
        self._where.setMaxLength(WHERE[1])
        self._where.setPlaceholderText(_("e.g. the website, the notice board of the village"))
        self._build_fields()

    def _build_fields(self) -> None:
        self._first.setObjectName("publishFirst")
        self._last.setObjectName("publishLast")
        put = self.fields.put
        put("opinion", _("Opinion"), self._opinion, required=True, origin=_("usual opinion"))
        origin = _("drawn up from the file, names left out")
        put("text", _("Text of the notice"), self._text, required=True, origin=origin)
        self.fields.addWidget(
            wrapped(small(_("Read it once more before it is published: no names, no telephone numbers.")))
        )
        left, right = self.fields.columns()
        left.put("first_day", _("First day"), self._first, origin=_("today"))
        right.put("last_day", _("Last day"), self._last)
        self.fields.addWidget(self._span)
        last = _("where it was last time") if self._where.text() else ""
        put("where", _("Where it is published"), self._where, required=True, origin=last)
        self._first.chosen.connect(self._on_first)
        self._last.chosen.connect(self._on_last)
        self._show_span()

    def fact(self) -> Fact:
        """审核通过公示."""
        return NoticePublished(
            opinion=self._opinion.text().strip(),
            text=self._text.toPlainText().strip(),
            first_day=self._first.day,
            last_day=self._last.day,
            where=self._where.text().strip(),
        )

    def _on_first(self, day: date) -> None:
        least = day + timedelta(days=NOTICE_DAYS - 1)
        if self._last.day < least:
            self._last.show_day(least)
        self._show_span()

    def _on_last(self, _day: date) -> None:
        self._show_span()

    def _show_span(self) -> None:
        first, last = self._first.day, self._last.day
        days = (last - first).days + 1
        words = ngettext("{first} to {last}, {n} day in all", "{first} to {last}, {n} days in all", days)
        said = words.format(first=short_day(first, self._today), last=short_day(last, self._today), n=days)
        short = _("; at least {least} days are needed").format(least=NOTICE_DAYS) if days < NOTICE_DAYS else ""
        self._span.setText(said + short)


def last_place(store: Store, finding: Finding) -> str:
    """Where this person published last; called beside the window."""
    rows = [row for row in store.findings.page(Filter(), limit=_MOST_ROWS) if row.notice_until is not None]
    for row in sorted(rows, key=lambda each: each.changed_at, reverse=True):
        found = store.findings.one(row.id) if row.id != finding.id else None
        task = found.rectification if found else None
        if task and task.notice and task.notice.author == store.person.id:
            return task.notice.fact.where
    return ""


def _build(opening: Opening[str]) -> PublishDialog:
    return PublishDialog(opening.finding, opening.answer, opening.bridge.names, opening.today, opening.window)


OPENER = Opener(_build, last_place)
