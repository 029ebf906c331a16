"""One filling-in of the form, without its widgets: what stands in it, what it draws from, its draft, its recording."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gui.background import Failure, Task
from gui.findings.assembling import Gap, correction_gaps, corrections, exact_position, gaps, raised
from gui.findings.defaults import Filled, Surroundings, with_defaults
from gui.findings.draft_keeper import DraftKeeper
from gui.findings.form_purpose import Ending
from gui.findings.form_values import FormField, FormValues, from_draft, of_finding, time_text, to_draft
from gui.findings.grids import grids_of
from gui.findings.kept import kept_gaps, settled, without_account
from gui.findings.own_words import OwnWords
from gui.findings.soft_warnings import Choice, SoftWarning, open_warnings
from gui.findings.vicinity import NOTHING_KNOWN, Question, Vicinity, look_around
from gui.journal_bridge import JournalBridge
from models.drafts import Draft
from models.facts import Answer, Fact, Photo, Resubmitted
from models.finding import Finding
from models.recording import Recorded
from models.standing import offers
from models.taxonomy import category

_REASONS_ALONE = ({"no_position_reason"}, {"late_reason"})
"""Giving a reason does not make the field itself a person's own: a photo that comes later still fills it."""


class FormSession(QObject):
    """Everything that a person does to the form comes through here; `changed` says that it stands differently now."""

    changed = Signal()
    recorded = Signal(object)
    """Recorded: durable."""
    not_recorded = Signal(object)
    """Failure: nothing was written, the form stands as it was."""

    ended = Signal()
    """It was kept as a draft, or was practice: nothing was recorded, and nothing should have been."""

    def __init__(self, bridge: JournalBridge, parent: QObject | None = None, *, ending: Ending = Ending.RECORD) -> None:
        """Begins empty. Who has no account keeps drafts, whatever was wanted."""
        super().__init__(parent)
        self._bridge = bridge
        self.ending = ending if bridge.person.has_account or ending is Ending.PRACTISE else Ending.KEEP
        self._grids = grids_of(bridge)
        bridge.reference_changed.connect(self._on_reference_changed)
        self.vicinity = NOTHING_KNOWN
        self._question = Question()
        self._looking: Task[Vicinity] | None = None
        self.keeper = DraftKeeper(bridge, self)
        self.own = OwnWords(bridge, self)
        self.own.changed.connect(lambda: self._fill(self.values))
        self.finding: Finding | None = None
        self.warnings: tuple[SoftWarning, ...] = ()
        self.filled = Filled(FormValues(), {})
        self.touched = False

    @property
    def values(self) -> FormValues:
        """The form as it stands, defaults included."""
        return self.filled.values

    @property
    def resubmits(self) -> bool:
        """Whether recording sends the finding to the township again: 补正 by the one who logged it."""
        finding = self.finding
        return finding is not None and any(
            row.fact is Resubmitted for row in offers(finding.standing, self._bridge.person)
        )

    def begin(self, values: FormValues) -> None:
        """A new finding, perhaps with what is kept from the one before."""
        self._start(values, finding=None)
        self.keeper.begin()

    def resume(self, draft: Draft, finding: Finding | None) -> None:
        """A draft as it was left; `finding` is the one that it completes."""
        self._start(from_draft(draft.body), finding=finding)
        self.keeper.begin(draft=draft.id, finding=finding.id if finding else None)
        self.touched = True

    def correct(self, finding: Finding) -> None:
        """Complete or correct a finding that exists."""
        self._start(of_finding(finding), finding=finding)
        self.keeper.begin(finding=finding.id)

    def edit(self, field: FormField, changes: dict[str, object]) -> None:
        """A person changed a field."""
        if set(changes) in _REASONS_ALONE:
            self._take(replace(self.values, **changes))  # type: ignore[arg-type] # names of the fields' own
        else:
            self._take(self.values.edited(field, **changes))

    def add_photo(self, photo: Photo) -> bool:
        """A photo that is kept joins the form; False where it stands there already."""
        if any(photo.sha256 == other.sha256 for other in self.values.photos):
            return False
        self._take(replace(self.values, photos=(*self.values.photos, photo)))
        return True

    def remove_photo(self, digest: str) -> None:
        """Take a photo out of the form; it stays in the store."""
        self._take(replace(self.values, photos=tuple(p for p in self.values.photos if p.sha256 != digest)))

    def answer(self, warning: str, choice: Choice) -> None:
        """A soft warning was answered: do what the answer asks for, and keep it for the record."""
        what, _colon, about = choice.fixes.partition(":")
        values = self.values.answered(Answer(warning, choice.code))
        if what == "remove":
            values = replace(values, photos=tuple(photo for photo in values.photos if photo.sha256 != about))
        elif what == "now":
            values = values.edited(FormField.FOUND_AT, found_text=time_text(self._bridge.clock.now()))
        elif what == "photo_time":
            values = replace(values, own=tuple(field for field in values.own if field is not FormField.FOUND_AT))
        self._take(values)

    def gaps(self) -> tuple[Gap, ...]:
        """What keeps the form from being recorded."""
        now = self._bridge.clock.now()
        if self.finding:
            return correction_gaps(self.finding, self.values, now)
        return gaps(self.values, now) if self._bridge.person.has_account else kept_gaps(self.values, now)

    def facts(self) -> tuple[Fact, ...]:
        """What recording would say; nothing where a correction changes nothing."""
        if self.finding is None:
            return (raised(self.values, self._bridge.clock.now()),)
        return corrections(self.finding, self.values, resubmits=self.resubmits)

    def record(self) -> None:
        """Make it an entry, durable before `recorded` says so; the draft goes in the same transaction."""
        self.keeper.stop()
        if self.ending is Ending.PRACTISE:
            self.ended.emit()
        elif self.ending is Ending.KEEP:
            self._keep()
        else:
            self._record()

    def _record(self) -> None:
        self._bridge.record(
            self.facts(),
            finding=self.finding.id if self.finding else None,
            draft=self.keeper.draft,
            done=self._on_recorded,
            failed=self._on_not_recorded,
        )

    def _keep(self) -> None:
        body = to_draft(settled(self.values))
        done = self.ended.emit
        self._bridge.save_draft(self.keeper.draft, body, done=lambda _at: done(), failed=self._on_not_recorded)

    def _start(self, values: FormValues, *, finding: Finding | None) -> None:
        self.finding = finding
        self.touched = False
        self.vicinity, self._question = NOTHING_KNOWN, Question()
        self.own.read()
        self._fill(values)

    def _take(self, values: FormValues) -> None:
        self.touched = True
        self._fill(values)
        self.keeper.remember(self.values)

    def _fill(self, values: FormValues) -> None:
        if not self._bridge.person.has_account:
            values = without_account(values, self._bridge.names.area(self._bridge.person.area))
        around = Surroundings(
            person=self._bridge.person,
            now=self._bridge.clock.now(),
            grids=self._grids,
            category=category(values.category),
            vicinity=self.vicinity,
            companions=self.own.companions,
        )
        self.filled = Filled(values, {}) if self.finding else with_defaults(values, around)
        # a correction asks nothing again
        self.warnings = () if self.finding else open_warnings(self.values, self.vicinity, self._bridge.clock.now())
        self._look_around()
        self.changed.emit()

    def _look_around(self) -> None:
        values = self.values
        question = Question(
            exact_position(values),
            values.category,
            values.grid,
            frozenset(photo.sha256 for photo in values.photos),
            self.finding.id if self.finding else None,
        )
        if question == self._question:
            return
        self._question = question
        if self._looking is not None:
            self._looking.drop()
        self._looking = self._bridge.ask(lambda store: look_around(store, question), done=self._on_vicinity)

    def _on_vicinity(self, vicinity: Vicinity) -> None:
        if vicinity != self.vicinity:
            self.vicinity = vicinity
            self._fill(self.values)

    def _on_reference_changed(self) -> None:
        self._grids = grids_of(self._bridge)
        self._fill(self.values)

    def _on_recorded(self, recorded: Recorded) -> None:
        self.recorded.emit(recorded)

    def _on_not_recorded(self, failure: Failure) -> None:
        # the draft is as durable as before; what was typed last goes with the next save
        self.keeper.remember(self.values)
        self.not_recorded.emit(failure)
