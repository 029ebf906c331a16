"""Refusals of the workflow, the form and the journal, and what the disk may say."""

from typing import Final

from resources.words import N_

SENTENCES: Final[dict[str, str]] = {
    "role_may_not": N_("Your role may not take this step. Ask the township station or the bureau."),
    "outside_scope": N_("This grid is not in your area. Choose a grid of yours; nothing was lost."),
    "already_raised": N_("This finding was logged before; it was not logged twice."),
    "no_such_finding": N_("This finding is not here. Synchronise, then try again."),
    "own_submission": N_("You logged this finding yourself; another colleague has to verify it."),
    "only_raiser": N_("Only the person who logged it can send it again."),
    "photo_before": N_(
        "There is no photo yet. At least one photo from before rectification is needed; the draft is kept."
    ),
    "too_many_photos": N_("{count} photos, at most {most} fit one finding. Log the others as another finding."),
    "same_photo_twice": N_("The same photo was added twice. Take one of them out."),
    "late_reason": N_("Found more than {days} days ago. Write a sentence why it is logged only now."),
    "grid_missing": N_("The grid is missing. Choose the grid it lies in."),
    "category_missing": N_("The finding type is missing."),
    "place_missing": N_("The place is missing. Write it so that others find it, at least {least} characters."),
    "description_missing": N_("The description is missing, at least {least} characters."),
    "text_missing": N_("Write a sentence why it is sent back, so that the other side knows what to add."),
    "party_missing": N_("The name of the responsible party is missing."),
    "finder_missing": N_("Who found it is missing."),
    "position_or_reason": N_("There are no coordinates. Type them in, or choose why there are none."),
    "too_short": N_("{count} characters are too few, at least {least}."),
    "too_long": N_("{count} characters are too many, at most {most}. Nothing was cut off."),
    "text_unwritable": N_(
        "There are characters in it that cannot be stored, as some copied text has. It was not saved; type that part anew."
    ),
    "disk_full": N_("The disk is full. What was saved is safe; this was not saved. Free some space and try again."),
    "not_writable": N_("This folder cannot be written: {where}. What was saved is safe. Check the permissions."),
    "damaged": N_("A file is damaged: {where}. It was not touched. Ask the administrator for the rescue copy."),
    "already_open": N_("Gewu is already open with this person's records. Use that window."),
    "wrong_key": N_(
        "The file of the records does not open: it is damaged, or of another laptop. It was not touched. "
        "Ask the administrator to put it back."
    ),
    "store_gone": N_(
        "The file of the records is gone or empty: {where}. Nothing was begun anew. Put it back from the rescue "
        "copy; if there is none, ask the administrator."
    ),
    "world_failed": N_("The computer could not do this. What was saved is safe. Try again."),
    "database_unavailable": N_("The database does not answer just now. What was saved is safe. Try again."),
    "malformed": N_("The content is not complete or not of this program ({where}). Nothing was taken in."),
    "failed": N_("This did not work. What was saved is safe."),
    "refused": N_("The rules do not allow this now."),
    "state_reported": N_("It is waiting to be verified; this step took no effect. Look at it again."),
    "state_returned": N_("It was sent back for completion meanwhile; this step took no effect. Look at it again."),
    "state_verified": N_("It is verified already; this step took no effect. Look at it again."),
    "state_settled_by_town": N_("The township has settled it; this step took no effect. Look at it again."),
    "state_transferred": N_("It was transferred to another department; this step took no effect. Look at it again."),
    "state_merged": N_("It was merged into another finding; this step took no effect. Look at it again."),
    "state_not_accepted": N_("It was not accepted; this step took no effect. Look at it again."),
    "state_T0": N_("It is waiting to be dispatched; this step took no effect. Look at it again."),
    "state_T1": N_("It is dispatched; this step took no effect. Look at it again."),
    "state_T2": N_("It is being rectified; this step took no effect. Look at it again."),
    "state_T3": N_("It is waiting for acceptance; this step took no effect. Look at it again."),
    "state_T4": N_("It is being accepted; this step took no effect. Look at it again."),
    "state_T5": N_("It has passed acceptance; this step took no effect. Look at it again."),
    "state_T6": N_("It is under review by the district; this step took no effect. Look at it again."),
    "state_T7": N_("It is under public notice; this step took no effect. Look at it again."),
    "state_T8": N_("It is closed; this step took no effect. Look at it again."),
    "state_TL": N_("It is a long-term item; this step took no effect. Look at it again."),
    "state_TV": N_("It was voided; this step took no effect. Look at it again."),
}
