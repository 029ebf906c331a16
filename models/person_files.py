"""A person's place in a profile: who they are, sealed, and beside it their wrapped key."""

import json
from pathlib import Path

from models.codec import from_plain, to_plain
from models.durable import disk_failures, make_folder, write_file
from models.errors import Damaged, Malformed, WrongKey
from models.key_files import read_key, write_key
from models.keys import KeyFile, seal, unseal, with_password
from models.people import Person

NAME = "person"
_CONTEXT = b"gewu person 1"
_WITHOUT_ACCOUNT = {"id": "", "area": ""}
"""What is empty of somebody whom no bureau knows yet; empty values are not written."""


def enrol(folder: Path, person: Person, *, key: bytes, stored: KeyFile) -> None:
    """Make the place of a new person. The key comes last: what is encrypted with it can only come after."""
    keep_person(folder, person, key=key)
    write_key(folder, stored, login=person.login)


def keep_person(folder: Path, person: Person, *, key: bytes) -> None:
    """Remember role and area, sealed: nobody gains a right here by editing a file."""
    content = json.dumps(to_plain(person), ensure_ascii=False).encode()
    with disk_failures():
        make_folder(folder)
        write_file(folder / NAME, [seal(key, content, context=_CONTEXT)])


def read_person(folder: Path, key: bytes) -> Person:
    """Who the place belongs to. Raises Damaged."""
    try:
        content = unseal(key, (folder / NAME).read_bytes(), context=_CONTEXT)
        return from_plain(Person, {**_WITHOUT_ACCOUNT, **json.loads(content)})
    except (OSError, WrongKey, ValueError, Malformed) as error:
        raise Damaged("person_damaged", where=NAME) from error


def change_password(folder: Path, login: str, *, key: bytes, new: str) -> None:
    """From now on the new password opens the store."""
    write_key(folder, with_password(read_key(folder), key, password=new), login=login)
