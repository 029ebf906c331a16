"""登记问题: one finding in under a minute, none of it typed twice (screens.md 2.2); also 补正 and 更正 of one that exists."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout

from gui.background import Failure
from gui.findings.action_bar import ActionBar
from gui.findings.form_body import FormBody
from gui.findings.form_gaps import FormGaps
from gui.findings.form_keys import FormKeys
from gui.findings.form_photos import FormPhotos
from gui.findings.form_purpose import Ending, Purpose, ended_news, purpose, recorded_news
from gui.findings.form_session import FormSession
from gui.findings.form_step import FormStep
from gui.findings.form_steps import FormSteps
from gui.findings.form_values import FormValues
from gui.journal_bridge import JournalBridge
from gui.labels import moment
from gui.page import Page
from gui.photos.incoming import is_welcome
from gui.photos.picture_source import PictureSource
from gui.room import Room
from models.drafts import Draft
from models.finding import Finding
from models.ids import FindingId
from models.recording import Recorded
from resources.words import _


class FormPage(Page):
    """Made once; `begin`, `resume` and `correct` say what it is for."""

    saved = Signal(str)
    """Id of the finding that was recorded."""
    front_wanted = Signal()
    """The form was filled by 更正 in the toast and should come to the front."""

    def __init__(self, bridge: JournalBridge, pictures: PictureSource, ending: Ending = Ending.RECORD) -> None:
        """Begins empty."""
        super().__init__()
        self._bridge = bridge
        self._draft_saved: datetime | None = None
        self._saving = self._to_next = False
        self.session = FormSession(bridge, self, ending=ending)
        self.body = FormBody(bridge, pictures)
        self.bar, self.keys = ActionBar(), FormKeys(self)
        self.steps = FormSteps(self.body, self.bar, self.keys).line
        self.gaps = FormGaps(self.session, self.body, self.bar, self.steps)
        self.photos = FormPhotos(self, self.body.card, self.session, bridge, pictures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((self.steps, 0), (self.body, 1), (self.bar, 0)):
            column.addWidget(part, stretch)
        self.setAcceptDrops(True)
        self._connect()
        self.keys.watch()
        self.begin()

    def _connect(self) -> None:
        session, body, keys = self.session, self.body, self.keys
        session.changed.connect(self._on_changed)
        session.recorded.connect(self._on_recorded)
        session.ended.connect(self._on_ended)
        session.not_recorded.connect(self._on_not_recorded)
        session.keeper.saved.connect(self._on_draft_saved)
        session.keeper.failed.connect(self._on_draft_failed)
        body.fields.edited.connect(session.edit)
        body.card.warnings.answered.connect(session.answer)
        self.bar.save_wanted.connect(self.save)
        self.bar.save_and_next_wanted.connect(self.save_and_next)
        self.bar.aside_wanted.connect(self._on_aside)
        keys.save.connect(self.save)
        keys.save_and_next.connect(self.save_and_next)
        keys.next_gap.connect(self.gaps.jump)
        keys.previous_gap.connect(self.gaps.jump_back)
        keys.unfold.connect(body.fields.more.toggle)
        keys.phrases.connect(body.fields.description.offer_phrases)
        keys.paste_photos.connect(self.photos.intake.paste)
        keys.import_photos.connect(self.photos.intake.pick)
        keys.field.connect(body.go_to_number)

    def begin(self) -> None:
        """A new finding; one that was begun and not saved yet is gone on with instead."""
        self.session.own.read()
        if self.session.finding is not None or not (self.session.touched or self.photos.is_busy):
            self._fresh(FormValues())

    def resume(self, draft: Draft) -> None:
        """A draft as it was left."""
        if draft.finding is None:
            self._start(lambda: self.session.resume(draft, None))
            return
        self._load(draft.finding, lambda finding: self.session.resume(draft, finding))

    def correct(self, finding: Finding) -> None:
        """补正 of one that was sent back, 更正 of one that is not dispatched yet."""
        self._start(lambda: self.session.correct(finding))

    @property
    def _purpose(self) -> Purpose:
        here, grid = self.session, self.session.values.grid_words
        return purpose(here.finding, resubmits=here.resubmits, ending=here.ending, grid=grid)

    @property
    def title(self) -> str:
        """What is being done, and to which finding."""
        return self._purpose.title

    @property
    def context(self) -> str:
        """When the draft was saved, and how to move by keyboard."""
        parts = []
        if self._draft_saved is not None:
            saved = moment(self._draft_saved, self._bridge.clock.now())
            parts.append(_("draft saved by itself {time}").format(time=saved))
        parts.append(_("Alt+number jumps to a field"))
        return " · ".join(parts)

    def fit(self, room: Room) -> None:
        """All at once, or one step after the other."""
        self.body.fit(room)

    def may_leave(self) -> bool:
        """The draft stays; it is written at once."""
        self.session.keeper.flush()
        return True

    @Slot()
    def save(self) -> None:
        """Record it and go back, or say what is missing."""
        self._save(to_next=False)

    @Slot()
    def save_and_next(self) -> None:
        """Record it and begin the next one at the same place."""
        self._save(to_next=self.session.finding is None)

    def _save(self, *, to_next: bool) -> None:
        if self._saving:
            return
        self._to_next = to_next
        if self.photos.is_busy:
            self.bar.show_problem(_("Photos are still being stored on this computer; it is saved right after."))
            self.photos.when_stored(lambda: self._save(to_next=to_next))
            return
        if not self.session.facts():
            self.bar.show_problem(_("Nothing was changed yet, so there is nothing to record."))
        elif self.gaps.check():
            self._set_saving(saving=True)
            self.session.record()

    @Slot(object)
    def _on_recorded(self, recorded: Recorded) -> None:
        self.news.emit(recorded_news(recorded, lambda: self._correct_later(recorded.finding)))
        self.saved.emit(recorded.finding)
        self._go_on()

    @Slot()
    def _on_ended(self) -> None:
        self.news.emit(ended_news(self.session.ending))
        self._go_on()

    def _go_on(self) -> None:
        self._set_saving(saving=False)
        values = self.session.values
        self._fresh(values.for_next() if self._to_next else FormValues())
        if not self._to_next:
            self.left.emit()

    @Slot(object)
    def _on_not_recorded(self, failure: Failure) -> None:
        self._set_saving(saving=False)
        self.gaps.show_refused(failure)

    def _set_saving(self, *, saving: bool) -> None:
        """What would be typed into a form that is being recorded would go down with it."""
        self._saving = saving
        self.bar.show_busy(busy=saving)
        self.body.setEnabled(not saving)

    @Slot()
    def _on_aside(self) -> None:
        """The draft stays and waits on the workbench."""
        self._fresh(FormValues())

    def _correct_later(self, finding: FindingId) -> None:
        self._load(finding, self.session.correct)
        self.front_wanted.emit()

    def _fresh(self, values: FormValues) -> None:
        self._start(lambda: self.session.begin(values))

    def _start(self, fill: Callable[[], None]) -> None:
        if self.photos.is_busy:
            # what is on its way in belongs to the form that it was dropped on
            self.bar.show_problem(
                _("Photos are still being stored on this computer; the other form opens right after.")
            )
            self.photos.when_stored(lambda: self._start(fill))
            return
        self.session.keeper.flush()
        self._draft_saved = None
        fill()
        self.body.fields.fix(fixed=self.session.finding is not None)
        self.gaps.forget()
        words = self._purpose
        self.bar.show_purpose(words.save, note=words.note, next_too=words.next_too)
        self.body.show_step(FormStep.PHOTOS)
        self.body.verticalScrollBar().setValue(0)
        self.body.card.photos.report.clear()
        self.body.card.photos.focus_first()
        self.heading_changed.emit()

    def _load(self, finding: FindingId, then: Callable[[Finding], None]) -> None:
        def fill(found: Finding | None) -> None:
            if found is not None:
                self._start(lambda: then(found))

        self._bridge.ask(lambda store: store.findings.one(finding), done=fill)

    @Slot()
    def _on_changed(self) -> None:
        self.body.show_form(self.session, self._bridge.clock.now())
        self.steps.show_reminders(len(self.session.warnings))
        self.bar.show_begun(begun=self.session.touched and self.session.finding is None)
        self.gaps.refresh()

    @Slot(object)
    def _on_draft_saved(self, when: datetime) -> None:
        self._draft_saved = when
        self.heading_changed.emit()

    @Slot(object)
    def _on_draft_failed(self, failure: Failure) -> None:
        self.bar.show_problem(failure.words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures are welcome anywhere on the page."""
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self.photos.intake.take_drop(event.mimeData())
