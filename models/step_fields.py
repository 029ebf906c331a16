"""What each step of the workflow is called and asks for: the fields of its dialog, and the keys of `act --json`."""

from dataclasses import dataclass
from typing import Final

from resources.words import N_


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a step asks for; `name` is its key in `act --json`."""

    name: str
    label: str
    required: bool = True


def _maybe(name: str, label: str) -> Field:
    return Field(name, label, required=False)


_PLACE = (
    Field("place", N_("Place")),
    _maybe("lon", N_("Longitude")),
    _maybe("lat", N_("Latitude")),
    _maybe("no_position_reason", N_("Why there are no coordinates")),
)
_TYPE = (Field("category", N_("Finding type")), Field("severity", N_("Severity")))
_NOTE = _maybe("note", N_("Note"))
_PHOTOS = N_("Photos")
_REASON = Field("reason", N_("Reason"))

FIELDS: Final[dict[str, tuple[str, tuple[Field, ...]]]] = {
    "raise": (
        N_("Log finding"),
        (
            *_TYPE,
            *_PLACE,
            Field("description", N_("Description")),
            Field("found_at", N_("Found at")),
            Field("grid", N_("Grid")),
            Field("on_site_action", N_("On-the-spot action")),
            Field("photos", _PHOTOS),
        ),
    ),
    "verify": (
        N_("Verify"),
        (
            Field("duplicate", N_("Duplicate")),
            _maybe("category", N_("Finding type")),
            _maybe("severity", N_("Severity")),
            _NOTE,
            _maybe("enlist", N_("Enlist")),
        ),
    ),
    "return": (
        N_("Send back"),
        (_maybe("reasons", N_("Reasons")), Field("text", N_("Why it is sent back"))),
    ),
    "resubmit": (N_("Send again"), (_NOTE,)),
    "enlist": (N_("Enlist"), (Field("duplicate", N_("Duplicate")), _NOTE)),
    "dispatch": (
        N_("Dispatch"),
        (
            Field("unit", N_("Responsible unit")),
            Field("person", N_("Responsible person")),
            _maybe("kind", N_("Rectification kind")),
            Field("deadline", N_("Deadline")),
            Field("goal", N_("Rectification goal")),
            Field("measures", N_("Rectification measures")),
            Field("accept_unit", N_("Accepting unit")),
            _maybe("dispatched_on", N_("Day of dispatch")),
            _NOTE,
        ),
    ),
    "sign": (
        N_("Sign for it"),
        (Field("person", N_("Responsible person")), _maybe("signed_on", N_("Day of signing"))),
    ),
    "report_progress": (
        N_("Report progress"),
        (
            _maybe("period", N_("Month reported on")),
            Field("text", N_("Progress")),
            _maybe("schedule", N_("On schedule?")),
            _maybe("problems", N_("Problems")),
            _maybe("next_steps", N_("Next steps")),
            _maybe("percent", N_("Percent done")),
            _maybe("photos", _PHOTOS),
        ),
    ),
    "settle_measure": (
        N_("Settle a measure"),
        (Field("measure", N_("Measure number")), _maybe("done_on", N_("Done on")), _NOTE),
    ),
    "attach_evidence": (N_("Add photos of the rectification"), (Field("photos", _PHOTOS),)),
    "arrange_places": (N_("Arrange photos by place"), (Field("places", N_("Places")),)),
    "apply": (
        N_("Apply for acceptance"),
        (_maybe("completed_on", N_("Completed on")), Field("description", N_("What was done"))),
    ),
    "arrange": (N_("Take up acceptance"), (_maybe("planned_on", N_("Planned for")), _NOTE)),
    "accept": (
        N_("Pass acceptance"),
        (
            _maybe("checked_on", N_("Seen on the spot on")),
            Field("verifiers", N_("Verifiers")),
            Field("photos", _PHOTOS),
            Field("standards", N_("The five standards")),
            _maybe("asked_resident", N_("A resident was asked")),
            Field("opinion", N_("Opinion")),
        ),
    ),
    "refuse": (
        N_("Refuse acceptance"),
        (
            _maybe("conclusion", N_("Conclusion")),
            _REASON,
            _maybe("checked_on", N_("Seen on the spot on")),
            _maybe("photos", _PHOTOS),
        ),
    ),
    "submit_closure": (N_("Apply for closure"), (Field("description", N_("What was done")),)),
    "return_closure": (N_("Send the file back"), (_REASON,)),
    "publish": (
        N_("Approve for public notice"),
        (
            Field("opinion", N_("Opinion")),
            Field("text", N_("Text of the notice")),
            _maybe("first_day", N_("First day")),
            _maybe("last_day", N_("Last day")),
            Field("where", N_("Where it is published")),
        ),
    ),
    "close": (N_("Close"), (_maybe("closed_on", N_("Closed on")), _NOTE)),
    "relocate": (N_("Correct the place"), _PLACE),
    "redescribe": (N_("Correct the description"), (Field("description", N_("Description")),)),
    "reclassify": (N_("Correct the type"), _TYPE),
    "name_party": (N_("Correct the responsible party"), (Field("party", N_("Responsible party")),)),
    "attach_photo": (N_("Add a photo"), (Field("photo", N_("Photo")),)),
    "correct_grid": (N_("Correct the grid"), (Field("grid", N_("Grid")),)),
}
"""By action: the verb, which is also the primary button, and the fields in the order of the dialog."""
