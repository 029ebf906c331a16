"""What is missing: told at its field and in the bar, only after the first attempt to save; F8 goes from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from gui.background import Failure
from gui.findings.action_bar import ActionBar
from gui.findings.assembling import Gap, as_gap
from gui.findings.form_body import FormBody
from gui.findings.form_session import FormSession
from gui.findings.form_values import FormField
from gui.findings.gap_words import say, title
from gui.findings.step_line import StepLine
from resources.sentences import sentence

_MERELY_MISSING = ("photo_before", "position_or_reason", "late_reason")


class FormGaps(QObject):
    """Knows whether somebody tried to save."""

    def __init__(self, session: FormSession, body: FormBody, bar: ActionBar, steps: StepLine) -> None:
        """Nobody has."""
        super().__init__(body)
        self._session = session
        self._body = body
        self._bar = bar
        self._steps = steps
        self._tried = False
        body.fields.left.connect(self._on_left)
        bar.jump_wanted.connect(self.jump)

    def forget(self) -> None:
        """Another form: nothing was tried."""
        self._tried = False
        self.show_gaps(())

    def check(self) -> bool:
        """Somebody wants to save: say what is missing and go there; True where nothing is."""
        self._tried = True
        found = self._session.gaps()
        self.show_gaps(found)
        if found:
            self.jump()
        return not found

    def refresh(self) -> None:
        """The form stands differently: what was told may be filled in now."""
        if self._tried:
            self.show_gaps(self._session.gaps())

    def show_gaps(self, found: Sequence[Gap]) -> None:
        """Say these at their fields and in the bar."""
        self._body.fields.show_gaps(found)
        self._body.card.show_error(next((say(gap) for gap in found if gap.field is FormField.PHOTOS), ""))
        self._bar.show_missing([title(gap.field) for gap in found])
        self._steps.show_gaps([gap.field for gap in found])

    def show_refused(self, failure: Failure) -> None:
        """It could not be recorded: say why, at the fields that it is about and in the bar."""
        self.show_gaps([as_gap(refusal) for refusal in failure.refusals if "field" in refusal.values])
        others = [sentence(item.code, item.values) for item in failure.refusals if "field" not in item.values]
        if others:
            self._bar.show_problem(" ".join(others))

    @Slot()
    def jump(self) -> None:
        """To the next gap after the field with the focus, or the first one."""
        self._jump(backwards=False)

    @Slot()
    def jump_back(self) -> None:
        """To the gap before."""
        self._jump(backwards=True)

    def _jump(self, *, backwards: bool) -> None:
        fields = [gap.field for gap in self._session.gaps()]
        if not fields:
            return
        here = self._body.field_with_focus()
        order = here.order if here else -1
        after = [field for field in fields if field.order > order]
        before = [field for field in reversed(fields) if field.order < order]
        self._body.go_to((before or fields[::-1])[0] if backwards else (after or fields)[0])

    @Slot(object)
    def _on_left(self, field: FormField) -> None:
        """A field that was filled and is wrong now says so; what is merely missing waits for the first attempt."""
        if self._tried:
            return
        gap = next((gap for gap in self._session.gaps() if gap.field is field), None)
        missing = gap is not None and (gap.code.endswith("_missing") or gap.code in _MERELY_MISSING)
        self._body.fields.show_gap(field, None if missing else gap)
