"""Refusals and failures of an exchange with the bureau."""

from typing import Final

from resources.words import N_

SENTENCES: Final[dict[str, str]] = {
    "offline": N_(
        "The bureau cannot be reached. What was not sent is on this computer and goes on when the connection is back."
    ),
    "line_cut": N_("The connection broke. What was not sent is on this computer and goes on where it stopped."),
    "no_answer": N_("The bureau does not answer. What was not sent is on this computer; it is tried again by itself."),
    "portal": N_(
        "This network wants a sign-in on a web page first. What was not sent is on this computer, nothing is lost. "
        "Sign in with the browser, then try again."
    ),
    "answer_garbled": N_(
        "The answer of the bureau did not arrive whole and was not used. Nothing is lost; it is asked for again."
    ),
    "certificate_unknown": N_(
        "The server cannot prove that it is the bureau's. Nothing was sent. Ask the administrator for the certificate."
    ),
    "certificate_missing": N_(
        "The file with the bureau's certificate is not there: {file}. Nothing was sent. Ask the administrator for it."
    ),
    "address_wrong": N_(
        "This is not the address of a server: {address}. Nothing was sent. It looks like https://bureau.example."
    ),
    "address_not_encrypted": N_(
        "The address {address} is not encrypted, the password could be read on the way. Nothing was sent. Use https."
    ),
    "stopped": N_("Stopped. What was not done yet goes on next time; nothing is lost."),
    "wrong_server": N_("This server is not the one of {bureau}; nothing was sent. Check the address."),
    "signed_out": N_("The sign-in has expired, the password is enough. All that was not sent is here."),
    "rights_gone": N_(
        "The bureau does not let your account do this any more. What was not sent is here; ask the administrator."
    ),
    "too_large": N_(
        "Something on the way does not let a piece this large pass. What was not sent is here; use another network."
    ),
    "gone": N_("The bureau has not got this yet. Nothing is lost; it is asked for again next time."),
    "offset_moved": N_("The bureau counted differently how much had arrived. Nothing is lost; it goes on next time."),
    "chunk_damaged": N_("Parts arrived damaged several times. Nothing is lost; use another network."),
    "not_verified": N_(
        "The bureau re-read the photo and it was not the same. The original is here; it is sent again next time."
    ),
    "bureau_conflict": N_(
        "The bureau holds something else at this place and did not take it. Everything is kept here; ask the "
        "administrator."
    ),
    "bureau_refused": N_(
        "The bureau did not take this. Everything is kept here; tell the administrator ({server_code})."
    ),
    "bureau_busy": N_("The bureau is busy just now. What was not sent is here; it is tried again by itself."),
    "bureau_failed": N_("Something failed at the bureau. What was not sent is here; it is tried again by itself."),
    "bureau_full": N_("The bureau takes text, photos wait until it has made room. The originals are here."),
    "program_too_old": N_(
        "The bureau needs a newer version of this program. Everything is kept here; ask the administrator for it."
    ),
    "bookmark_unknown": N_(
        "The bureau's data was set back to an earlier day. Nothing here was removed; tell the administrator "
        "before going on."
    ),
    "device_fork": N_("This data was used on two computers. Nothing is lost; tell the administrator before going on."),
}
