"""Refusals of the bureau's server."""

from typing import Final

from resources.words import N_

_SIGNING_IN: Final[dict[str, str]] = {
    "token_missing": N_("The bureau does not know who is asking. Sign in again; nothing on this laptop is lost."),
    "token_unknown": N_("The sign-in is not valid any more. Sign in again; nothing on this laptop is lost."),
    "token_expired": N_("The sign-in has expired. Sign in again; nothing on this laptop is lost."),
    "device_of_another_person": N_(
        "This store belongs to somebody else at the bureau. Sign in as the person it was made for; nothing is lost."
    ),
    "password_too_short": N_("The password is too short. It needs at least 8 characters."),
    "password_too_long": N_("The password is too long. It may have at most 200 characters."),
    "password_contains_login": N_("The password may not contain the login name. Choose another one."),
    "password_too_simple": N_(
        "The password is too simple. Use at least three of: lower case, upper case, digits, other characters."
    ),
    "password_not_new": N_("The new password is the old one. Choose another one."),
    "password_missing": N_("No password was given. Give it on the first line of standard input."),
}
_ASKING: Final[dict[str, str]] = {
    "malformed_request": N_("The bureau could not read the request ({where}). Nothing was changed; try again."),
    "not_found": N_("The bureau's server has nothing at this address."),
    "method_not_allowed": N_("The bureau's server does not take this kind of request here."),
    "encoding_unknown": N_("The bureau's server does not know this packing ({encoding}). Nothing was changed."),
    "server_busy": N_("The bureau's server is busy. Nothing is lost; this is tried again by itself."),
    "server_failed": N_(
        "Something went wrong at the bureau's server. Nothing is lost; the administrator finds it in the log."
    ),
    "server_storage_failed": N_(
        "The bureau's server cannot read or write its disk. Nothing on this laptop is lost; tell the administrator."
    ),
    "server_disk_full": N_(
        "The bureau's disk is full. Text is still taken; photos wait on this laptop until there is room."
    ),
    "cursor_unreadable": N_("The place where the list was to go on is not one of this server. Begin the list again."),
    "search_too_wide": N_(
        "Looking for this takes the bureau's server too long. Add a state, a unit or an area, or search for a longer word."
    ),
    "too_many_entries": N_("Too much at once: at most {most} records in one batch. Nothing was changed."),
}
_EXCHANGING: Final[dict[str, str]] = {
    "batch_broken": N_("The records arrived damaged. None was taken; they are sent again by themselves."),
    "device_behind": N_(
        "The bureau's server lacks earlier records of this laptop. They are sent again; nothing is lost."
    ),
    "author_is_another": N_(
        "This record was written by somebody else. It stays on this laptop; sign in as its author."
    ),
    "newer_record": N_(
        "The bureau's server is older than this program and cannot take this record yet. It stays here."
    ),
    "newer_kind": N_("The bureau's server is older than this program: it kept this step but could not act on it."),
    "id_conflict": N_(
        "The bureau holds another record under the same identity. Both are kept; tell the administrator."
    ),
    "sent_twice": N_("This record came twice in one batch; the first one counts."),
}
_PHOTOS: Final[dict[str, str]] = {
    "photo_not_referenced": N_(
        "No record that the bureau holds in this area speaks of this photo. The records go first."
    ),
    "photo_too_large": N_("The photo is larger than 50 MB, more than the bureau takes. It stays on this laptop."),
    "photo_size_differs": N_("The photo has another size than its record says. It stays on this laptop."),
    "photo_incomplete": N_("The photo has not arrived completely. It goes on where it stopped."),
    "photo_not_as_stated": N_(
        "What arrived is not the photo that the record means. It is sent again from the beginning."
    ),
    "photo_not_here_yet": N_("The photo has not reached the bureau yet. It comes with a later exchange."),
    "upload_unknown": N_("The bureau has let go of this unfinished photo. It is sent again from the beginning."),
    "upload_version_unknown": N_("The bureau's server takes photos by tus 1.0.0 only."),
    "offset_mismatch": N_("The bureau holds another part of the photo than expected. It goes on from there."),
    "checksum_mismatch": N_("A piece of the photo arrived damaged. It was not kept and is sent again."),
    "checksum_unknown": N_("The bureau checks pieces of photos by SHA-256 only, not {algorithm}."),
    "range_outside": N_("The photo has no such part."),
}
_ACCOUNTS: Final[dict[str, str]] = {
    "login_not_allowed": N_(
        '“{login}” cannot be a login name: 1 to 20 characters, without spaces and without \\ / : * ? " < > |.'
    ),
    "login_is_identity_number": N_("An identity number may not be a login name. Choose another one."),
    "login_taken": N_("There is already an account “{login}”. Nothing was changed."),
    "login_unknown": N_("There is no account “{login}”. Nothing was changed."),
    "role_unknown": N_("There is no role “{role}”."),
    "area_code_malformed": N_("“{area}” is not an area code: 12 digits, 15 for a grid, 18 for a micro-grid."),
    "area_of_another_bureau": N_("Area {area} does not belong to this bureau ({bureau})."),
    "device_unknown": N_("There is no device {device} that could be revoked. Nothing was changed."),
}
_STARTING: Final[dict[str, str]] = {
    "bureau_code_malformed": N_("“{county}” is not a county's code: the first six digits of its area code."),
    "data_of_another_bureau": N_(
        "These data belong to bureau {known}, not {wanted}. Nothing was changed; give another data folder."
    ),
    "recovery_key_damaged": N_(
        "The bureau's recovery key ({file}) is gone or damaged. Put it back from the backup; until then nobody's "
        "forgotten password can be replaced."
    ),
    "counter_too_low": N_(
        "The journal's counter ({counter}) is below its highest number ({highest}): numbers would be given twice. "
        "Nothing was changed; restore the latest backup."
    ),
    "plain_beyond_loopback": N_(
        "Passwords would go over the network in the clear: {host} is not this machine and no TLS certificate was given. "
        "Give --tls-certificate and --tls-key, or --allow-plain behind a proxy that encrypts."
    ),
    "clock_beyond_loopback": N_(
        "GEWU_CLOCK_FILE moves time for the demo and the tour; a server that others reach ({host}) must have real time. "
        "Unset it, or listen on 127.0.0.1."
    ),
    "tls_needs_both": N_("TLS needs both a certificate and its key: --tls-certificate and --tls-key."),
    "tls_unreadable": N_("The TLS certificate or its key cannot be read: {file}."),
    "database_url_unusable": N_(
        "GEWU_DATABASE_URL is not the address of a PostgreSQL database. It looks like postgresql://user@host/name."
    ),
    "cannot_listen": N_(
        "Cannot listen on {host}, port {port}: taken by another program, or not an address of this machine."
    ),
}
_CHECKING: Final[dict[str, str]] = {
    "check_journal_chain": N_("The journal was changed from outside, first at number {where}."),
    "check_journal_counter": N_("The counter and the journal's last number differ: {where}."),
    "check_recovery_key": N_(
        "The bureau's recovery key ({where}) is gone or is another one: nobody's forgotten password could be replaced."
    ),
}
_IMPORTING: Final[dict[str, str]] = {
    "table_unreadable": N_("{file} cannot be read. Nothing was changed."),
    "table_too_large": N_("The table is larger than {megabytes} MB. Nothing was changed; split it."),
    "table_encoding": N_("The table is neither UTF-8 nor GB18030 text. Nothing was changed; save it as CSV again."),
    "table_broken": N_("Line {line}: a quotation mark is not closed. Nothing was changed."),
    "table_empty": N_("The table has no lines below its header. Nothing was changed."),
    "table_header_unknown": N_(
        "The header row is of no known table: {header}. Nothing was changed. Known are: areas code,name,parent; "
        "units code,name,kind,parent,area; people login,name,role,area,unit,phone; "
        "enterprises name,uscc,area,address,lon,lat,industry; holidays date,kind."
    ),
    "table_line_too_long": N_("Line {line}: {cells} cells under {columns} columns. Nothing was changed."),
    "import_line": N_("Line {line}: {reason} Nothing was changed."),
    "import_twice": N_("“{value}” already stands on line {line}."),
    "import_area_code": N_("“{value}” is not an area code: 12 digits, 15 for a grid, 18 for a micro-grid."),
    "import_parent_unknown": N_("“{value}”, which it should belong to, is neither in the table nor known."),
    "import_unit_code": N_("“{value}” is not a unit code: 1 to 40 characters."),
    "import_unit_unknown": N_("Unit “{value}” is not known. Import the units first."),
    "account_without_unit": N_(
        "Somebody of a responsible unit needs the code of that unit; without it nothing would ever reach them."
    ),
    "import_area_unknown": N_("Area “{value}” is not known. Import the areas first."),
    "import_phone": N_("“{value}” is not a mobile number: 11 digits beginning with 13 to 19."),
    "import_uscc": N_("“{value}” is not a unified social credit code: 18 digits and letters."),
    "import_date": N_("“{value}” is not a date, such as 2026-10-01."),
    "import_day_kind": N_("“{value}” is neither 休 nor 班."),
    "import_name": N_("“{value}” is not a name: 1 to 60 characters."),
    "import_position": N_("“{value}” is not a position in China: longitude 73 to 136, latitude 3 to 54."),
}

SENTENCES: Final[dict[str, str]] = {
    **_SIGNING_IN,
    **_ASKING,
    **_EXCHANGING,
    **_PHOTOS,
    **_ACCOUNTS,
    **_STARTING,
    **_CHECKING,
    **_IMPORTING,
}
