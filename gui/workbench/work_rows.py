"""The rows of 今天要办的事: things to do and drafts, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from gui import labels
from gui.icons import Glyph
from gui.names import Names
from gui.theme import Tone
from gui.workbench.work import Work
from models import taxonomy
from models.drafts import Draft
from models.to_do import Task, ToDo
from resources.sentences import sentence
from resources.words import N_, _


class Kind(Enum):
    """Why a row stands here: its mark, its word and the verb of the next step."""

    COMPLETE = Glyph.RETURNED, Tone.RED, N_("Returned (row)"), N_("Complete it")
    LEARN = Glyph.INFO, Tone.AMBER, N_("No effect (row)"), N_("Look at it")
    VERIFY = Glyph.TO_VERIFY, Tone.BRAND, N_("To verify (row)"), N_("Go and verify")
    DRAFT = Glyph.DRAFT, Tone.SUB, N_("Draft (row)"), N_("Go on writing")


_KINDS = {Task.COMPLETE: Kind.COMPLETE, Task.LEARN: Kind.LEARN, Task.VERIFY: Kind.VERIFY}


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One row. `subject` is what the button is about: a finding's id or a Draft."""

    kind: Kind
    key: str
    title: str
    number: str
    words: str
    when: str
    subject: str | Draft

    @property
    def word(self) -> str:
        """退回补正, 待核实, 草稿."""
        return _(self.kind.value[2])

    @property
    def verb(self) -> str:
        """What the button says."""
        return _(self.kind.value[3])

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return f"{self.word} {self.title} {self.number} {self.words} {self.when}"


def work_rows(work: Work, names: Names, now: datetime) -> tuple[WorkRow, ...]:
    """To do first, drafts last; the draft that completes a returned finding stands with that finding, not twice."""
    completing = {str(draft.finding): draft for draft in work.drafts if draft.finding is not None}
    rows = [_task(task, work.senders, names, now) for task in work.to_do]
    shown = {task.finding for task in work.to_do}
    rows += [_draft(draft, now) for draft in work.drafts if draft.finding is None or draft.finding not in shown]
    return tuple(_with_draft(row, completing) for row in rows)


def _task(task: ToDo, senders: Mapping[str, str], names: Names, now: datetime) -> WorkRow:
    kind, row = _KINDS[task.task], task.row
    ago = labels.days_ago(task.since, now)
    if kind is Kind.COMPLETE:
        words, when = f"{names.person(senders.get(task.finding, ''))}：{task.words}", _("returned {when}")
    elif kind is Kind.LEARN:
        words, when = sentence(task.words, {}), _("changed {when}")
    else:
        words = _("{name} logged it {when}").format(
            name=names.person(row.raiser), when=labels.moment(row.recorded_at, now)
        )
        when = _("reported {when}")
    return WorkRow(
        kind,
        task.finding,
        _title(row.place, row.category),
        labels.short_number(row.number),
        words,
        when.format(when=ago),
        task.finding,
    )


def _draft(draft: Draft, now: datetime) -> WorkRow:
    place, category = str(draft.body.get("place") or ""), str(draft.body.get("category") or "")
    photos = draft.body.get("photos")
    count = len(photos) if isinstance(photos, list) else 0
    words = _("saved by itself {when} · {photos}").format(
        when=labels.moment(draft.saved_at, now), photos=labels.photos(count) if count else _("no photo yet")
    )
    title = _title(place or _("No place yet"), category)
    return WorkRow(Kind.DRAFT, draft.id, title, "", words, labels.days_ago(draft.saved_at, now), draft)


def _with_draft(row: WorkRow, completing: Mapping[str, Draft]) -> WorkRow:
    return row if row.kind is not Kind.COMPLETE or row.key not in completing else _going_on(row, completing[row.key])


def _going_on(row: WorkRow, draft: Draft) -> WorkRow:
    return WorkRow(row.kind, row.key, row.title, row.number, row.words, row.when, draft)


def _title(place: str, category: str) -> str:
    known = taxonomy.category(category)
    return f"{place} {known.short}" if known else place
