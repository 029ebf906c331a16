"""Refusals of pictures, photo files and positions."""

from typing import Final

from resources.words import N_

SENTENCES: Final[dict[str, str]] = {
    "picture_missing": N_("{name} is not there any more. Pick it again."),
    "picture_is_folder": N_("{name} is a folder, not a photo. Pick the photos in it."),
    "picture_unreadable": N_("{name} may not be read. Check the card or the cable, then add it again."),
    "picture_empty": N_("{name} is empty (0 bytes). Copy it from the phone again; the other photos are fine."),
    "picture_truncated": N_(
        "{name} does not open; the file may not have been copied completely. "
        "The other photos are fine. Copy it from the phone again."
    ),
    "picture_not_an_image": N_("{name} is not a JPEG, PNG or HEIC photo. The file was not touched."),
    "picture_too_large": N_(
        "{name} has {megabytes} MB, the bureau takes at most 50 MB. "
        "Make it smaller, then add it again; the original was not touched."
    ),
    "picture_too_many_pixels": N_(
        "{name} has {megapixels} million pixels, too many to open safely (at most 120 million). "
        "Make it smaller, then add it again; the original was not touched."
    ),
    "photo_missing": N_(
        "The original of a photo is not on this laptop. Add the photo again, or fetch it from the bureau; the records are complete."
    ),
    "photo_damaged": N_(
        "A photo file on this computer is damaged. The record itself is complete; "
        "fetch the photo from the bureau or from the phone again."
    ),
    "position_unreadable": N_("This is not a position. Write longitude, then latitude, e.g. 120.087312,31.824605."),
    "position_swapped": N_("Longitude and latitude are swapped. Is {lon},{lat} meant?"),
    "position_null": N_("0,0 is not a position. Leave it empty and choose “no position” if there is none."),
    "position_outside_china": N_(
        "This position is not in China. Longitude comes first (73 to 136), then latitude (3 to 54)."
    ),
}
