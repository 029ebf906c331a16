"""Refusals of signing in, profiles and keys."""

from typing import Final

from resources.words import N_

SENTENCES: Final[dict[str, str]] = {
    "wrong_password": N_("The password is not right. {left} more tries."),
    "old_password_wrong": N_("The old password is not right. Nothing was changed."),
    "too_many_tries": N_("Too many wrong tries. Try again after {until}; the data on this computer was not touched."),
    "sign_in_locked": N_(
        "Too many wrong tries at the bureau. Try again after {until}; the data on this computer was not touched."
    ),
    "not_signed_in_here": N_("{login} has not signed in on this computer yet. Connect to the bureau and sign in once."),
    "local_password_short": N_("The password has fewer than {least} characters. Take a longer one."),
    "not_connected": N_(
        "This computer is not connected to the bureau yet. What you wrote down is kept on it, and is registered once "
        "it is connected."
    ),
    "too_long_apart": N_(
        "The bureau has not confirmed who you are for {days} days. Log and patrol as ever; verifying, accepting and "
        "the like have to wait for a connection."
    ),
    "new_password_needed": N_("This password was lent for the first sign-in. Choose a new one."),
    "account_disabled": N_(
        "The bureau has closed this account. What is on this computer is kept; ask the administrator."
    ),
    "device_revoked": N_("The bureau has shut this computer out. What is on it is kept; ask the administrator."),
    "profile_damaged": N_(
        "The list of people on this computer is damaged: {where}. No record was touched. Sign in with your "
        "login name, and it is made anew."
    ),
    "key_damaged": N_(
        "The key file is damaged: {where}. The records were not touched. Ask the administrator to recover them."
    ),
    "person_damaged": N_(
        "Who you are cannot be read on this computer: {where}. The records were not touched. Connect to the "
        "bureau and sign in once."
    ),
    "nobody_signed_in": N_(
        "Nobody has signed in on this computer yet. Sign in first: main.py sign-in --server ADDRESS --user NAME."
    ),
    "password_needed": N_("There is no terminal to ask for the password. Name a file with it in {variable}."),
    "password_file_unreadable": N_("The file with the password cannot be read: {file}."),
}
