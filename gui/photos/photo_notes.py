"""What is odd about a photo that was taken in, as sentences: a position that is none, a time yet to come, a wrong name."""

from collections.abc import Mapping, Sequence

from resources.words import N_, _

_NOTES: Mapping[str, str] = {
    "null_island": N_("{name} says it was taken at 0,0. That is no position, it was not used; the photo is fine."),
    "position_not_a_number": N_(
        "{name} has a position that cannot be read, it was not used; the photo is fine. Fill in the coordinates at 9."
    ),
    "position_outside_china": N_(
        "{name} says it was taken outside China. The position was not used; the photo is fine."
    ),
    "future_time": N_("{name} was taken later than now. The clock of the phone or of this computer may be wrong."),
    "mislabelled": N_("{name} is another kind of picture than its name says. It was taken in as what it is."),
    "large": N_("{name} is very large and will take long to send; nothing else is wrong with it."),
}


def notes(name: str, warnings: Sequence[str]) -> tuple[str, ...]:
    """A sentence for each oddity worth telling; missing time and position are told in the form itself."""
    return tuple(_(_NOTES[code]).format(name=name) for code in warnings if code in _NOTES)
