"""Refusals of reading files, tables and folders in, and what a check finds."""

from typing import Final

from resources.words import N_

SENTENCES: Final[dict[str, str]] = {
    "unknown_key": N_("“{key}” is not a field of this form. Nothing was taken in; check the spelling."),
    "value_unreadable": N_("What stands under “{key}” cannot be read. This one was not taken in."),
    "choice_unknown": N_("“{text}” is not a choice for “{key}”. This one was not taken in. There are: {choices}."),
    "time_unreadable": N_("“{text}” is not a time. Write it like 2026-11-22 16:02."),
    "grid_unknown": N_("There is no grid {grid} in the bureau's list. Check the code; this one was not taken in."),
    "action_unknown": N_("There is no step “{action}”. `main.py workflow` lists them."),
    "duplicate_answered": N_("Say whether it is a duplicate: no, or the number of the other finding."),
    "photo_not_named": N_("No photo is named. Write its path under “photo”."),
    "enlist_duplicate": N_(
        "What duplicates another finding is not enlisted. Write “no” under “duplicate”, or leave it verified."
    ),
    "day_unreadable": N_("“{text}” under “{key}” is not a day. Write it like 2026-11-22."),
    "number_unreadable": N_("“{text}” under “{key}” is not a whole number."),
    "unit_unknown": N_(
        "There is no unit “{text}” in the bureau's register (“{key}”). Write its code or its whole name, or synchronise."
    ),
    "unit_ambiguous": N_("Several units are called “{text}” (“{key}”). Write the code."),
    "deadline_missing": N_("This type has no usual deadline. Write the day under “deadline”."),
    "measure_unnamed": N_("Say which measure: write its number under “measure”."),
    "photo_already_there": N_("The photo {name} is in this finding already. Take another one."),
    "photo_unknown": N_("This finding has no photo {text} (“{key}”). Write its digest as `main.py show` lists it."),
    "place_unknown": N_("“{text}” under “{key}” is none of the {most} that this finding has. Count from 1."),
    "line_unreadable": N_(
        "This line cannot be read as a record. It was not taken in; the other lines are not affected."
    ),
    "json_unreadable": N_("The fields cannot be read: {file}. Nothing was changed."),
    "file_unreadable": N_("{file} cannot be read. Check the path; nothing was changed."),
    "not_utf8": N_("{file} is not UTF-8 text. Save it as UTF-8 and try again; nothing was taken in."),
    "nothing_to_import": N_("There is nothing to import in there."),
    "some_not_imported": N_(
        "{refused} of {seen} were not taken in; each has its reason beside it. The others are safe."
    ),
    "some_would_not": N_(
        "{refused} of {seen} could not be taken in; each has its reason beside it. This was only a trial, nothing was stored."
    ),
    "finding_unknown": N_("There is no finding {number} on this computer. Synchronise, or check the number."),
    "number_ambiguous": N_(
        "{number} stands for several findings: each laptop counts its provisional numbers by itself. "
        "Give the bureau's number."
    ),
    "unforeseen": N_(
        "Something went wrong that nobody foresaw. What was saved is safe. Send this file to the administrator: {log}"
    ),
    "check_photo_damaged": N_("The original of a photo is missing or damaged: {where}."),
    "cure_photo_damaged": N_("Add it again from the phone, or fetch it from the bureau."),
    "check_store_damaged": N_("The file of the records is damaged: {where}."),
    "cure_store_damaged": N_("Stop working with it and give the folder to the administrator."),
    "check_journal_changed": N_("The records were changed from outside, first at number {where}."),
    "cure_journal_changed": N_("Do not log anything more here; give the folder to the administrator."),
    "check_ledger_differs": N_("The list shows something else than the records say: {where}."),
    "cure_ledger_differs": N_("The records are whole. Tell the administrator; the list can be made anew from them."),
}
