"""The rows of 今天要办的事: things to do and drafts, in words."""

from collections.abc import Mapping
from datetime import datetime

from gui import labels
from gui.findings.kept import is_complete
from gui.light_words import light_look
from gui.names import Names
from gui.workbench.work import Work
from gui.workbench.work_row import Kind, WorkRow
from gui.workbench.work_words import lost_words, second_line
from models import taxonomy
from models.clock import day_of
from models.drafts import Draft
from models.state import State
from models.to_do import Task, ToDo
from resources.words import N_, _

_KIND_OF_TASK = {
    Task.COMPLETE: Kind.COMPLETE,
    Task.LEARN: Kind.LEARN,
    Task.OVERDUE: Kind.OVERDUE,
    Task.DUE_TODAY: Kind.DUE,
    Task.DUE_SOON: Kind.DUE,
}
_KIND_OF_STATE = {
    State.REPORTED: Kind.VERIFY,
    State.VERIFIED: Kind.ENLIST,
    State.ENLISTED: Kind.DISPATCH,
    State.DISPATCHED: Kind.SIGN,
    State.COMPLETED: Kind.ACCEPT,
    State.ACCEPTING: Kind.ACCEPT,
    State.ACCEPTED: Kind.SUBMIT,
    State.CLOSING: Kind.REVIEW,
    State.PUBLIC_NOTICE: Kind.CLOSE,
}
_VERBS = {
    "": N_("Have a look"),
    "resubmit": N_("Complete it"),
    "verify": N_("Go and verify"),
    "enlist": N_("Go and enlist"),
    "dispatch": N_("Go and dispatch"),
    "sign": N_("Go and sign"),
    "report_progress": N_("Report progress (button)"),
    "attach_evidence": N_("Add photos (button)"),
    "apply": N_("Apply for acceptance"),
    "arrange": N_("Go and accept"),
    "accept": N_("Go and accept"),
    "submit_closure": N_("Apply for closure"),
    "publish": N_("Go and review"),
    "close": N_("Go and close"),
}


def work_rows(work: Work, names: Names, now: datetime) -> tuple[WorkRow, ...]:
    """To do first, drafts last; the draft that completes a returned finding stands with that finding, not twice."""
    completing = {str(draft.finding): draft for draft in work.drafts if draft.finding is not None}
    rows = [_row(task, completing, names, now) for task in work.agenda.rows]
    shown = {row.key for row in rows if row.draft is not None}
    return (*rows, *(_draft(draft, now, work) for draft in work.drafts if str(draft.finding) not in shown))


def _row(task: ToDo, completing: Mapping[str, Draft], names: Names, now: datetime) -> WorkRow:
    row = task.row
    kind = _KIND_OF_TASK.get(task.task) or _KIND_OF_STATE.get(row.state, Kind.RECTIFY)
    look = light_look(row.timing, day_of(now)) if task.lost is None else None
    return WorkRow(
        kind=kind,
        key=task.finding,
        title=title_of(row.place, row.category),
        number=labels.short_number(row.number),
        words=lost_words(task.lost, names, now) if task.lost else second_line(task, names, now),
        verb=_verb(task),
        when="" if look or task.lost else _since(task, now),
        light=look,
        action=task.action,
        draft=completing.get(task.finding) if kind is Kind.COMPLETE else None,
        entry=task.lost.entry if task.lost else "",
    )


def _verb(task: ToDo) -> str:
    if task.action == "apply" and task.missing:
        return _("See what is missing")
    return _(_VERBS[task.action])


def _since(task: ToDo, now: datetime) -> str:
    ago = labels.days_ago(task.row.changed_at, now)
    words = {State.RETURNED: _("returned {when}"), State.REPORTED: _("reported {when}")}
    return words.get(task.row.state, _("changed {when}")).format(when=ago)


def _draft(draft: Draft, now: datetime, work: Work) -> WorkRow:
    place, category = str(draft.body.get("place") or ""), str(draft.body.get("category") or "")
    photos = draft.body.get("photos")
    count = len(photos) if isinstance(photos, list) else 0
    complete = is_complete(draft.body, now)
    words = _draft_words(complete=complete, has_account=work.has_account).format(
        when=labels.moment(draft.saved_at, now), photos=labels.photos(count) if count else _("no photo yet")
    )
    return WorkRow(
        kind=Kind.DRAFT,
        key=draft.id,
        title=title_of(place or _("No place yet"), category),
        number="",
        words=words,
        verb=_("Check and register") if complete and work.has_account else _("Go on writing"),
        when=labels.days_ago(draft.saved_at, now),
        draft=draft,
    )


def _draft_words(*, complete: bool, has_account: bool) -> str:
    if not complete:
        return _("saved by itself {when} · {photos}")
    if has_account:
        return _("written down before you were connected, {when} · {photos}")
    return _("on this computer since {when}, registered once connected · {photos}")


def title_of(place: str, category: str) -> str:
    """常焦路工地 施工扬尘."""
    known = taxonomy.category(category)
    return f"{place} {known.short}" if known else place
