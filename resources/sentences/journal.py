"""Refusals of the workflow, of the rules of each field, and of the store on this laptop."""

from typing import Final

from resources.words import N_

_STEPS: Final = {
    "role_may_not": N_("Your role does not take this step. Nothing was changed."),
    "outside_scope": N_("This place is not in your area. What you wrote is kept; choose a grid of your own."),
    "no_such_finding": N_("There is no such finding here yet. Exchange with the bureau first, then try again."),
    "already_raised": N_("This finding was logged before. Nothing was changed."),
    "own_submission": N_("You logged this yourself; ask another colleague to verify it."),
    "only_raiser": N_("Only the person who logged this finding takes this step."),
}

_STATES: Final = {
    "state_reported": N_("This finding is waiting to be verified, so this step does not fit now."),
    "state_returned": N_("This finding was returned and is waiting to be completed, so this step does not fit now."),
    "state_verified": N_("This finding is already verified, so this step does not fit any more."),
    "state_settled_by_town": N_("This finding was settled on the spot, so this step does not fit any more."),
    "state_transferred": N_("This finding was transferred to another authority, so this step does not fit any more."),
    "state_merged": N_("This finding was merged with another one, so this step does not fit any more."),
    "state_not_accepted": N_("This finding was not accepted, so this step does not fit any more."),
    "state_T0": N_("This finding is waiting to be dispatched, so this step does not fit now."),
    "state_T1": N_("This finding is already dispatched, so this step does not fit any more."),
    "state_T2": N_("This finding is being rectified, so this step does not fit now."),
    "state_T3": N_("This finding is waiting to be accepted, so this step does not fit now."),
    "state_T4": N_("This finding is being accepted, so this step does not fit now."),
    "state_T5": N_("The rectification is already accepted, so this step does not fit any more."),
    "state_T6": N_("The closure papers are with the district, so this step does not fit now."),
    "state_T7": N_("This finding is under public notice, so this step does not fit now."),
    "state_T8": N_("This finding is already closed, so this step does not fit any more."),
    "state_TL": N_("This finding is kept as a long-term one, so this step does not fit now."),
    "state_TV": N_("This finding was voided, so this step does not fit any more."),
}

_FIELDS: Final = {
    "photo_before": N_(
        "There is no photo yet. At least one photo from before the rectification is needed to report; "
        "you may keep a draft."
    ),
    "too_many_photos": N_("{count} photos are too many; keep the {most} that show it best."),
    "same_photo_twice": N_("The same photo is in the list twice; take one of them out."),
    "photo_missing": N_("The photo {name} is no longer on this laptop; add it again."),
    "late_reason": N_("It was found more than {days} days ago; write a sentence on why it is logged now."),
    "grid_missing": N_("The grid is missing; choose it from the list or on the map."),
    "category_missing": N_("The type is missing; search by name, code or pinyin initials."),
    "place_missing": N_("The place is missing; write at least {least} characters, so that others find it."),
    "description_missing": N_("The description is missing; write at least {least} characters on what you saw."),
    "text_missing": N_("Write a sentence on why it is returned, so that the other side knows what to complete."),
    "party_missing": N_("The responsible party has no name; write it, or choose that it is still to be found out."),
    "finder_missing": N_("Who found it is missing."),
    "position_or_reason": N_("There are no coordinates; take them from a photo or the map, or say why there are none."),
    "position_outside_china": N_("These coordinates lie outside China; check them, or take them from the map."),
    "too_short": N_("Here at least {least} characters are needed; there are {count}."),
    "too_long": N_("Here at most {most} characters fit; there are {count}."),
}

_STORE: Final = {
    "refused": N_("This step is not allowed now. Nothing was changed."),
    "malformed": N_("What arrived cannot be read; nothing of it was taken. Send it again."),
    "failed": N_(
        "Something went wrong in the program. What was saved is safe; try again, then tell the administrator."
    ),
    "world_failed": N_("The computer did not let the program do this. What was saved is safe; try again."),
    "disk_full": N_("The disk is full, so this was not saved. What was saved before is safe; make room and try again."),
    "not_writable": N_(
        "The folder may not be written to, so nothing was saved. Choose another folder or ask for access."
    ),
    "damaged": N_("A file of the store is damaged. Nothing was deleted; tell the administrator before you go on."),
    "already_open": N_("The program is already open on this store. Go to its window; nothing was changed."),
    "wrong_key": N_("This password does not open the store. The store was not touched."),
    "database_unavailable": N_("The database cannot be reached. What was saved is safe; try again in a while."),
}

SENTENCES: Final[dict[str, str]] = {**_STEPS, **_STATES, **_FIELDS, **_STORE}
