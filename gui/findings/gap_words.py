"""What a gap says at its field: the form's own words first, else those of resources.sentences."""

from collections.abc import Mapping

from gui.findings.assembling import Gap
from gui.findings.form_values import FormField
from resources.sentences import sentence
from resources.words import N_, _

_WORDS: Mapping[str, str] = {
    "photo_before": N_(
        "There is no photo yet. At least one photo from before rectification is needed; the draft is kept meanwhile."
    ),
    "category_missing": N_("The type is not chosen yet. Type its name, its code or its pinyin initials."),
    "place_missing": N_(
        "The place is not filled in yet. Write it so that others can find it, at least {least} characters."
    ),
    "description_missing": N_("The description is not written yet. Say what is wrong in at least {least} characters."),
    "blank_left": N_("“{blank}” is still to be filled in. Write it, or take it out of the sentence."),
    "grid_missing": N_("The grid is not chosen yet."),
    "source_missing": N_("The source of the finding is not chosen yet."),
    "position_or_reason": N_("There are no coordinates. Fill them in, or say below why there are none."),
    "late_reason": N_("Found more than {days} days ago. Say why it is logged only now."),
    "amount_unreadable": N_("“{text}” is not a number. Write digits, for instance 1200."),
    "found_at_unreadable": N_("“{text}” is not a time. Write it like 2026-11-22 15:18."),
    "finder_missing": N_("Who found it is not filled in yet."),
}

_TOO_SHORT: Mapping[FormField, str] = {
    FormField.PLACE: N_(
        "The place has only {count} characters. Write it so that others can find it, at least {least}."
    ),
    FormField.DESCRIPTION: N_("The description has only {count} characters, at least {least} are needed."),
}
_TOO_LONG = N_("{count} characters are too many, at most {most} fit. Nothing was cut off.")

_TITLES: Mapping[FormField, str] = {
    FormField.PHOTOS: N_("Photos on the spot"),
    FormField.CATEGORY: N_("Finding type"),
    FormField.PLACE: N_("Place"),
    FormField.DESCRIPTION: N_("Description"),
    FormField.SEVERITY: N_("Severity"),
    FormField.ON_SITE: N_("On-the-spot action"),
    FormField.PARTY: N_("Responsible party"),
    FormField.QUANTITY: N_("Quantity or area"),
    FormField.FOUND_AT: N_("Found at"),
    FormField.POSITION: N_("Coordinates"),
    FormField.GRID: N_("Grid"),
    FormField.SOURCE: N_("Source"),
    FormField.FINDER: N_("Found by"),
}


def say(gap: Gap) -> str:
    """The sentence at the field."""
    words = _WORDS.get(gap.code)
    if gap.code == "too_short":
        words = _TOO_SHORT.get(gap.field)
    elif gap.code == "too_long":
        words = _TOO_LONG
    return _(words).format_map(gap.values) if words else sentence(gap.code, gap.values)


def title(field: FormField) -> str:
    """What the bar at the bottom calls a field."""
    return _(_TITLES[field])
