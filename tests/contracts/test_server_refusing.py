"""Refusing: what may not be taken is refused alone, with its code, and blocks nothing behind it."""

import gzip
from typing import Any

import pytest

from models.facts import Redescribed, Returned, Verified
from models.ids import new_id
from models.people import Role
from tests.builders import OTHER_GRID, photo, raised
from tests.contracts.bureau import Bureau, Laptop

POISON = {
    "not JSON": (b"{", "malformed"),
    "not text": (b'{"id":"\xff"}', "malformed"),
    "half a surrogate": (None, "malformed"),
    "too deep for another reader": (None, "malformed"),
    "empty line": (b"", "malformed"),
    "deep": (b"[" * 5000, "malformed"),
    "numbers without end": (b'{"id":' + b"9" * 6000 + b"}", "malformed"),
}


@pytest.mark.parametrize("poison", POISON)
def test_malformed_entry_stands_alone(bureau: Bureau, poison: str) -> None:
    """A poisoned entry in the middle is refused, and nothing else is."""
    laptop = bureau.laptop()
    body, code = POISON[poison]
    if poison == "half a surrogate":
        body = laptop.body(raised()).replace("常焦路".encode(), b"\\ud800")
    elif poison == "too deep for another reader":
        body = laptop.body(raised())[:-1] + b',"mood":' + b"[" * 950 + b"]" * 950 + b"}"
    assert body is not None
    answer = laptop.push(laptop.body(raised()), body, laptop.body(raised()))
    number = answer["runs"][0][2]
    assert answer["runs"] == [[1, 1, number], [3, 1, number + 1]]
    assert [(one["dseq"], one["code"]) for one in answer["refused"]] == [(2, code)]
    assert laptop.push(laptop.body(raised()))["runs"] == [[4, 1, number + 2]]


def bad_form(laptop: Laptop, name: str) -> bytes:
    """An entry that may not be taken."""
    other = laptop.body(raised(), author=new_id())
    return {
        "author": other,
        "grid": laptop.body(raised(grid=OTHER_GRID)),
        "role": laptop.body(Verified(raised().classification), new_id()),
        "form": laptop.body(raised(description="短")),
        "photo digest": laptop.body(raised(photos=(photo(sha256="../../etc/passwd"),))),
        "photo size": laptop.body(raised(photos=(photo(size=60 * 1024 * 1024),))),
        "photo name": laptop.body(raised(photos=(photo(name="长" * 300),))),
        "media type": laptop.body(raised(photos=(photo(media_type="text/html"),))),
        "provisional": laptop.body(raised(provisional="x" * 30)),
        "subject": laptop.body(raised()).replace(b'"kind":"finding"', b'"kind":"patrol"'),
        "unknown finding": laptop.body(Redescribed("土方仍然没有盖住，和昨天一样。"), new_id()),
    }[name]


REFUSED = {
    "author": "author_is_another",
    "grid": "outside_scope",
    "role": "no_such_finding",
    "form": "too_short",
    "photo digest": "malformed",
    "photo size": "malformed",
    "photo name": "malformed",
    "media type": "malformed",
    "provisional": "malformed",
    "subject": "newer_record",
    "unknown finding": "no_such_finding",
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(bureau: Bureau, name: str) -> None:
    """What its author may not do or what is not complete is refused with its code, alone."""
    laptop = bureau.laptop()
    answer = laptop.push(bad_form(laptop, name), laptop.body(raised()))
    assert [one["code"] for one in answer["refused"]] == [REFUSED[name]]
    assert [run[:2] for run in answer["runs"]] == [[2, 1]]


@pytest.mark.parametrize("role", [Role.LEADER, Role.ADMIN, Role.AUDITOR, Role.UNIT])
def test_roles_that_write_nothing(bureau: Bureau, role: Role) -> None:
    """Only those who work in the field log findings."""
    laptop = bureau.laptop(role=role)
    assert [one["code"] for one in laptop.push(laptop.body(raised()))["refused"]] == ["role_may_not"]


def test_other_town_cannot_touch(bureau: Bureau) -> None:
    """A station of another township may not verify, and is not even told that the finding exists."""
    subject = bureau.laptop().raise_one()
    stranger = bureau.laptop(role=Role.STATION, area="320402105000")
    verified = Verified(raised().classification)
    there = stranger.push(stranger.body(verified, subject))["refused"][0]
    nowhere = stranger.push(stranger.body(verified, new_id()))["refused"][0]
    assert (there["code"], there["values"]) == (nowhere["code"], nowhere["values"]) == ("no_such_finding", {})


def test_damaged_batch(new_bureau: Bureau) -> None:
    """One changed byte on the way: nothing is taken."""
    laptop = new_bureau.laptop()
    batch = laptop.batch([laptop.body(raised())]).replace("一小半".encode(), "一大半".encode())
    answer = laptop.ask("POST", "/push", data=batch)
    assert (answer.status_code, answer.json()["code"]) == (400, "batch_broken")
    assert new_bureau.entries() == 0


@pytest.mark.parametrize(
    ("packed", "status"),
    [(lambda raw: gzip.compress(raw, 1), 200), (lambda raw: gzip.compress(raw)[:-9], 400), (lambda raw: raw, 400)],
    ids=["gzip", "cut", "not gzip"],
)
def test_packed(bureau: Bureau, packed: Any, status: int) -> None:
    """Gzip is taken whole or not at all."""
    laptop = bureau.laptop()
    batch = packed(laptop.batch([laptop.body(raised())]))
    answer = laptop.ask("POST", "/push", data=batch, headers={"Content-Encoding": "gzip"})
    assert answer.status_code == status


def test_bomb_and_flood(bureau: Bureau) -> None:
    """Neither a gzip bomb nor too many or too large entries are read to their end."""
    laptop = bureau.laptop()
    bomb = gzip.compress(b"0" * 50_000_000)
    assert laptop.ask("POST", "/push", data=bomb, headers={"Content-Encoding": "gzip"}).status_code == 413
    assert laptop.ask("POST", "/push", data=b"0" * 2_000_000).status_code == 413
    assert laptop.ask("POST", "/push", data=laptop.batch([b"{}"] * 501)).json()["code"] == "too_many_entries"


def test_another_device_cannot_speak_for_it(bureau: Bureau) -> None:
    """The token names the device."""
    laptop, other = bureau.laptop(), bureau.laptop()
    answer = other.ask("POST", "/push", data=laptop.batch([laptop.body(raised())]))
    assert answer.status_code == 403


def test_send_back_in_words_alone(bureau: Bureau) -> None:
    """No reason button, only a text."""
    subject = bureau.laptop().raise_one()
    station = bureau.laptop(role=Role.STATION)
    answer = station.push(station.body(Returned((), "补一张照片看看"), subject))
    assert (answer["refused"], answer["ineffective"]) == ([], [])
