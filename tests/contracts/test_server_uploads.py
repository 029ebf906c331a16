"""Photos on their way in (tus 1.0): resumable, checked piece by piece, private to the device."""

import base64
from dataclasses import replace

import pytest
import requests
from sqlalchemy import update

from server.sweeping import sweep
from server.tables import UPLOAD
from tests.contracts.bureau import BYTES, TUS, Bureau
from tests.contracts.carrying import commit, place_of, sha256, state, with_photo


def test_in_pieces(bureau: Bureau) -> None:
    """Begin, send in pieces, ask where it stands, prove; proving again is fine."""
    laptop, data, digest = with_photo(bureau)
    assert state(laptop, digest) == {"state": "absent"}
    place = place_of(laptop, data, digest)
    for start in range(0, len(data), 500):
        piece = data[start : start + 500]
        answer = laptop.send(place, piece, start)
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(start + len(piece)))
        assert state(laptop, digest) == {"state": "partial", "upload": place, "offset": start + len(piece)}
    head = laptop.ask("HEAD", bureau.url + place, headers=TUS)
    assert (head.headers["Upload-Offset"], head.headers["Upload-Length"]) == (str(len(data)), str(len(data)))
    for _ in range(2):
        assert commit(laptop, digest).json() == {"verified": True}
    assert state(laptop, digest) == {"state": "verified"}
    assert bureau.office.photos.read(digest) == data
    assert not (bureau.office.parts / place.rpartition("/")[2]).exists()


def test_created_with_its_bytes(bureau: Bureau) -> None:
    """A small photo in one request (tus creation-with-upload)."""
    laptop, data, digest = with_photo(bureau)
    about = base64.b64encode(bytes.fromhex(digest)).decode()
    headers = {**BYTES, "Upload-Length": str(len(data)), "Upload-Metadata": f"name eA==,sha256 {about}"}
    answer = laptop.ask("POST", "/uploads", data=data, headers=headers)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, str(len(data)))
    assert commit(laptop, digest).status_code == 200


def test_override(bureau: Bureau) -> None:
    """Behind a proxy that lets only POST through."""
    laptop, data, digest = with_photo(bureau)
    address = bureau.url + place_of(laptop, data, digest)
    sent = laptop.ask(
        "POST", address, data=data, headers={**BYTES, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    )
    asked = laptop.ask("POST", address, headers={**TUS, "X-HTTP-Method-Override": "HEAD"})
    assert sent.headers["Upload-Offset"] == asked.headers["Upload-Offset"] == str(len(data))
    assert laptop.ask("POST", address, headers=TUS).status_code == 405


def test_abilities(bureau: Bureau) -> None:
    """What a tus client asks first."""
    answer = bureau.laptop().ask("OPTIONS", "/uploads")
    assert answer.status_code == 204
    assert answer.headers["Tus-Extension"] == "creation,creation-with-upload,checksum"
    assert answer.headers["Tus-Checksum-Algorithm"] == "sha256"


@pytest.mark.parametrize(
    ("promise", "status"),
    [(sha256(b"other"), 460), ("sha256 !!", 400), ("sha256 YQ==", 400), ("md5 YQ==", 400)],
)
def test_checksum(bureau: Bureau, promise: str, status: int) -> None:
    """A piece that is not what it promises leaves no byte behind."""
    laptop, data, digest = with_photo(bureau)
    place = place_of(laptop, data, digest)
    laptop.send(place, data[:100], 0)
    assert laptop.send(place, data[100:], 100, **{"Upload-Checksum": promise}).status_code == status
    assert (bureau.office.parts / place.rpartition("/")[2]).read_bytes() == data[:100]
    assert laptop.send(place, data[100:], 100, **{"Upload-Checksum": sha256(data[100:])}).status_code == 204
    assert commit(laptop, digest).status_code == 200


def test_without_token_no_byte(bureau: Bureau) -> None:
    """A request that nobody signed writes nothing."""
    laptop, data, digest = with_photo(bureau)
    place = place_of(laptop, data, digest)
    laptop.send(place, data[:100], 0)
    for token in ({}, {"Authorization": "Bearer stolen"}):
        headers = {**BYTES, **token, "Upload-Offset": "100"}
        assert requests.patch(bureau.url + place, data=data[100:], headers=headers, timeout=10).status_code == 401
    assert (bureau.office.parts / place.rpartition("/")[2]).stat().st_size == 100
    assert state(laptop, digest)["offset"] == 100


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"Upload-Offset": "50"}, 409, "offset_mismatch"),
        ({"Upload-Offset": "-1"}, 400, "malformed_request"),
        ({"Upload-Offset": ""}, 400, "malformed_request"),
        ({"Content-Type": "image/jpeg"}, 415, "malformed_request"),
        ({"Tus-Resumable": "0.2.2"}, 412, "upload_version_unknown"),
    ],
)
def test_wrong_headers(bureau: Bureau, changes: dict[str, str], status: int, code: str) -> None:
    """Each wrong header has its answer, and nothing moves."""
    laptop, data, digest = with_photo(bureau)
    place = place_of(laptop, data, digest)
    headers = {**BYTES, "Upload-Offset": "0", **changes}
    answer = laptop.ask("PATCH", bureau.url + place, data=data, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert state(laptop, digest)["offset"] == 0


def test_too_much(bureau: Bureau) -> None:
    """More bytes than were announced are not taken, and no photo over the measure is begun."""
    laptop, data, digest = with_photo(bureau)
    assert laptop.send(place_of(laptop, data, digest), data + b"x", 0).status_code == 413
    headers = {
        **TUS,
        "Upload-Length": str(60 * 1024 * 1024),
        "Upload-Metadata": f"sha256 {base64.b64encode(digest.encode()).decode()}",
    }
    assert laptop.ask("POST", "/uploads", headers=headers).json()["code"] == "photo_too_large"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Upload-Length": "10"},
        {"Upload-Length": "0", "Upload-Metadata": "sha256 YQ=="},
        {"Upload-Length": "10", "Upload-Metadata": "sha256 YQ=="},
        {"Upload-Length": "10", "Upload-Metadata": "sha256 !"},
        {"Upload-Defer-Length": "1", "Upload-Metadata": "sha256 YQ=="},
    ],
)
def test_malformed_creation(bureau: Bureau, headers: dict[str, str]) -> None:
    """Without size and digest nothing begins."""
    assert bureau.laptop().ask("POST", "/uploads", headers={**TUS, **headers}).status_code == 400


def test_uploads_are_private(bureau: Bureau) -> None:
    """Another device neither sees nor continues an upload."""
    laptop, data, digest = with_photo(bureau)
    place = place_of(laptop, data, digest)
    other = bureau.laptop(laptop.person)
    assert other.send(place, data, 0).status_code == 404
    assert other.ask("HEAD", bureau.url + place, headers=TUS).status_code == 404
    assert state(other, digest) == {"state": "absent"}
    for nonsense in ("%00", "..%2Fx", "%FF", "x" * 500):
        assert other.send(f"/sync/v1/uploads/{nonsense}", data, 0).status_code == 404


def test_incomplete(bureau: Bureau) -> None:
    """Proving before everything has arrived says how much has."""
    laptop, data, digest = with_photo(bureau)
    laptop.send(place_of(laptop, data, digest), data[:300], 0)
    answer = commit(laptop, digest)
    assert (answer.json()["code"], answer.json()["values"]) == ("photo_incomplete", {"offset": 300})


def test_bytes_behind_the_offset_do_not_count(bureau: Bureau) -> None:
    """The server died between bytes and offset: what is in the file beyond the offset is overwritten, not appended to."""
    laptop, data, digest = with_photo(bureau)
    place = place_of(laptop, data, digest)
    laptop.send(place, data[:200], 0)
    with (bureau.office.parts / place.rpartition("/")[2]).open("ab") as file:
        file.write(b"never acknowledged" * 100)
    assert laptop.send(place, data[200:], 200).status_code == 204
    assert commit(laptop, digest).status_code == 200


def test_file_shorter_than_the_offset(bureau: Bureau) -> None:
    """A power cut took bytes that were acknowledged: the whole is never taken for verified."""
    laptop, data, digest = with_photo(bureau)
    place = place_of(laptop, data, digest)
    laptop.send(place, data[:600], 0)
    part = bureau.office.parts / place.rpartition("/")[2]
    part.write_bytes(data[:100])
    laptop.send(place, data[600:], 600)
    assert commit(laptop, digest).json()["code"] == "photo_not_as_stated"
    assert state(laptop, digest) == {"state": "absent"}


def test_forgotten_upload_is_dropped(new_bureau: Bureau) -> None:
    """After thirty days nobody finishes it; the laptop begins anew."""
    laptop, data, digest = with_photo(new_bureau)
    place = place_of(laptop, data, digest)
    laptop.send(place, data[:100], 0)
    with new_bureau.office.database.writing() as connection:
        connection.execute(update(UPLOAD).values(touched_at="2026-10-01T00:00:00.000+08:00"))
    sweep(new_bureau.office)
    assert laptop.send(place, data[100:], 100).json()["code"] == "upload_unknown"


def test_full_disk(new_bureau: Bureau) -> None:
    """Text is taken while photos wait."""
    laptop, data, digest = with_photo(new_bureau)
    new_bureau.office.settings = replace(new_bureau.office.settings, disk_reserve=10**18)
    answer = laptop.begin(data, digest)
    assert (answer.status_code, answer.json()["code"]) == (507, "server_disk_full")
    laptop.raise_one()
