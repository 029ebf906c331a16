"""A small photo that comes whole and is proven by the same request: counted as if by a commit, refused like one."""

import base64

import pytest
import requests

from tests.builders import jpeg
from tests.contracts.bureau import BYTES, Bureau, Laptop, photo_of
from tests.contracts.carrying import commit, place_of, sha256, state, with_photo


def _whole(laptop: Laptop, data: bytes, digest: str, **headers: str) -> requests.Response:
    about = f"sha256 {base64.b64encode(digest.encode()).decode()}"
    told = {"Upload-Length": str(len(data)), "Upload-Metadata": about, "X-Sync-Commit": "1"}
    return laptop.ask("POST", "/uploads", data=data, headers={**BYTES, **told, **headers})


def test_it_counts_at_once(bureau: Bureau) -> None:
    laptop, data, digest = with_photo(bureau)
    for _ in range(2):
        answer = _whole(laptop, data, digest, **{"Upload-Checksum": sha256(data)})
        assert (answer.status_code, answer.headers["X-Sync-Verified"]) == (201, "1")
    assert state(laptop, digest) == {"state": "verified"}
    assert bureau.office.photos.read(digest) == data
    assert commit(laptop, digest).json() == {"verified": True}


def test_what_was_under_way_of_it_ends(bureau: Bureau) -> None:
    laptop, data, digest = with_photo(bureau)
    place = place_of(laptop, data, digest)
    laptop.send(place, data[:100], 0)
    assert _whole(laptop, data, digest).status_code == 201
    assert not (bureau.office.parts / place.rpartition("/")[2]).exists()
    assert laptop.send(place, data[100:], 100).status_code == 404


def test_without_the_wish_it_waits_for_its_commit(bureau: Bureau) -> None:
    laptop, data, digest = with_photo(bureau)
    answer = _whole(laptop, data, digest, **{"X-Sync-Commit": "0"})
    assert "X-Sync-Verified" not in answer.headers
    assert state(laptop, digest)["state"] == "partial"


@pytest.mark.parametrize("damage", ["checksum", "content"])
def test_other_bytes_count_for_nothing(bureau: Bureau, damage: str) -> None:
    laptop, data, digest = with_photo(bureau)
    other = data[:-1] + bytes([data[-1] ^ 1])
    promise = sha256(data if damage == "checksum" else other)
    answer = _whole(laptop, other, digest, **{"Upload-Checksum": promise})
    assert answer.status_code == (460 if damage == "checksum" else 409)
    assert state(laptop, digest) == {"state": "absent"}
    assert not bureau.office.photos.has(digest)


def test_a_photo_that_no_entry_speaks_of_is_not_read(bureau: Bureau) -> None:
    laptop, _, _ = with_photo(bureau)
    stranger = jpeg(size=(40, 30))
    digest = photo_of(stranger).sha256
    assert _whole(laptop, stranger, digest).status_code == 404
    assert not bureau.office.photos.has(digest)


def test_another_size_than_the_entry_states_is_refused(bureau: Bureau) -> None:
    laptop, data, digest = with_photo(bureau)
    assert _whole(laptop, data + b"x", digest).status_code == 400
    assert state(laptop, digest) == {"state": "absent"}
