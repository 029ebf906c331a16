"""The bytes of entries: written once, read by any version, hashed as they are."""

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest

from models.entries import FIRST_LINK, Base, ClockNote, decode, encode, next_link
from models.errors import Malformed
from models.facts import (
    Classification,
    PartyNamed,
    PhotoAttached,
    Raised,
    Redescribed,
    Resubmitted,
    Returned,
    Verified,
)
from models.ids import EntryId, new_id
from models.vocabulary import ReturnReason, Severity
from tests.builders import photo, posted, raised

FACTS = (
    raised(),
    raised(photos=(photo(), photo())),
    Redescribed("改成这样的描述，写得清楚一些"),
    PartyNamed(),
    PhotoAttached(photo()),
    Returned((ReturnReason.PHOTO_UNCLEAR,), "照片看不清楚"),
    Resubmitted(),
    Verified(Classification("A02", Severity.SERIOUS, ("A03",))),
)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_what_was_written_is_read(fact: Any) -> None:
    entry = posted(fact, subject=new_id(), author=new_id()).entry
    entry = replace(entry, base=Base(7, EntryId(new_id())), clock=ClockNote(-1200, 60), device_name="站里的笔记本")
    assert decode(encode(entry)) == entry


def test_envelope_has_every_part_of_version_1() -> None:
    plain = json.loads(encode(posted(raised(), subject=new_id(), author=new_id()).entry))
    expected = "id kind version subject author occurred_at clock device_name base payload photos"
    assert list(plain) == expected.split()
    assert set(plain["photos"][0]) == {"sha256", "size", "mime"}


def test_unknown_kind_is_kept_without_a_fact() -> None:
    plain = json.loads(encode(posted(Resubmitted(), subject=new_id(), author=new_id()).entry))
    plain["kind"] = "drone_sent"
    assert decode(json.dumps(plain)).fact is None


def test_keys_of_a_newer_program_are_passed_over() -> None:
    plain = json.loads(encode(posted(raised(), subject=new_id(), author=new_id()).entry))
    plain["payload"]["weather"] = "晴"
    plain["mood"] = {"deep": [1]}
    assert isinstance(decode(json.dumps(plain)).fact, Raised)


def _damage(**changes: Any) -> bytes:
    plain = json.loads(encode(posted(raised(), subject=new_id(), author=new_id()).entry))
    for path, value in changes.items():
        target = plain
        *way, last = path.split("__")
        for step in way:
            target = target[step]
        target[last] = value
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"{}",
        b"[" * 100_000,
        _damage(id="1"),
        _damage(id=None),
        _damage(author="王建国"),
        _damage(subject=[]),
        _damage(subject__id=""),
        _damage(base__number="1"),
        _damage(base__after=5),
        _damage(version="1"),
        _damage(kind=7),
        _damage(occurred_at="yesterday"),
        _damage(occurred_at="0001-01-01T00:00:00"),
        _damage(device_name="x" * 101),
        _damage(payload=None),
        _damage(payload__description=5),
        _damage(payload__description="a\x00b"),
        _damage(payload__location__position__lon="120"),
        _damage(payload__location__position__lon=True),
        _damage(payload__classification__severity="awful"),
        _damage(payload__photos={}),
        _damage(payload__found_at="32.13.2026"),
        _damage(clock={"skew_ms": 1.5, "skew_age_s": 0}),
        b'{"x":"' + b"y" * 300_000 + b'"}',
        # shallow enough for Python here, and too deep for whoever reads it with less of the stack left
        _damage(mood="deep").replace(b'"deep"', b"[" * 100 + b"]" * 100),
        _damage(mood="deep").replace(b'"deep"', b'{"a":' * 100 + b"1" + b"}" * 100),
    ],
)
def test_anything_else_is_malformed(body: bytes) -> None:
    with pytest.raises(Malformed):
        decode(body)


def test_brackets_in_words_are_not_deep() -> None:
    assert decode(_damage(payload__description="{[" * 500 + "一段描述")).fact is not None


def test_not_a_number_is_malformed() -> None:
    body = _damage(payload__location__position__lon=120.5).replace(b"120.5", b"NaN")
    with pytest.raises(Malformed):
        decode(body)


def test_link_hashes_the_bytes_as_they_are() -> None:
    body = b'{"spaced" : 1}'
    assert next_link(FIRST_LINK, body) == hashlib.sha256(bytes(32) + hashlib.sha256(body).digest()).digest()
