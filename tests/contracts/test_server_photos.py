"""Photos count only when the server has read the whole again; and they are shown to nobody outside their area."""

import hashlib
import io
import threading
from dataclasses import replace

import pytest
from PIL import Image

from models.ids import Digest, new_id
from models.people import Role
from server import photo_store
from server.sweeping import sweep
from tests.builders import jpeg
from tests.contracts.bureau import Bureau, Laptop, photo_of
from tests.contracts.carrying import brought, commit, picture, place_of, state, with_photo

OTHER_TOWN = "320402105000"


def test_only_what_a_record_speaks_of(bureau: Bureau) -> None:
    """No record, no photo; and another size than the record states is another photo."""
    laptop, data, digest = with_photo(bureau)
    stray, stray_digest = picture()
    assert laptop.begin(stray, stray_digest).json()["code"] == "photo_not_referenced"
    assert laptop.begin(data + b"x", digest).json()["code"] == "photo_size_differs"
    assert commit(laptop, stray_digest).status_code == 404


def test_what_another_says_of_its_size_keeps_no_photo_out(bureau: Bureau) -> None:
    """Two records in one area speak of the photo, and one of them is wrong about its size."""
    laptop, data, digest = with_photo(bureau)
    for size in (len(data) - 1, len(data) + 1):
        bureau.laptop().raise_one(photos=(replace(photo_of(data), size=size),))
    laptop.send(place_of(laptop, data, digest), data, 0)
    assert commit(laptop, digest).status_code == 200


def test_have_is_no_oracle(bureau: Bureau) -> None:
    """A stranger who knows the digest learns nothing: not by asking, fetching, sending or proving."""
    _, data, digest = brought(bureau)
    stranger = bureau.laptop(role=Role.STATION, area=OTHER_TOWN)
    _, unknown = picture()
    for one in (digest, unknown, "not a digest"):
        assert state(stranger, one) == {"state": "absent"}
    for path in (f"/photos/{digest}", f"/photos/{unknown}", f"/photos/{digest}?w=320", "/photos/x"):
        assert stranger.ask("GET", path).json()["code"] == "photo_not_referenced"
    assert stranger.begin(data, digest).json()["code"] == "photo_not_referenced"
    assert commit(stranger, digest).json()["code"] == "photo_not_referenced"


def test_not_the_photo(bureau: Bureau) -> None:
    """All bytes arrived and they are others: not verified, and the photo is sent again from the beginning."""
    laptop, data, digest = with_photo(bureau)
    laptop.send(place_of(laptop, data, digest), data[:-1] + b"\x00", 0)
    assert commit(laptop, digest).json()["code"] == "photo_not_as_stated"
    assert state(laptop, digest) == {"state": "absent"}
    laptop.send(place_of(laptop, data, digest), data, 0)
    assert commit(laptop, digest).status_code == 200


def test_not_a_picture(bureau: Bureau) -> None:
    """Bytes that match but are no picture are not kept, whatever the record says."""
    laptop, data = bureau.laptop(), f"<html>{new_id()}</html>".encode()
    digest = hashlib.sha256(data).hexdigest()
    laptop.raise_one(photos=(replace(photo_of(jpeg()), sha256=Digest(digest), size=len(data)),))
    laptop.send(place_of(laptop, data, digest), data, 0)
    assert commit(laptop, digest).json()["code"] == "photo_not_as_stated"


def test_two_at_once(bureau: Bureau) -> None:
    """The same photo from two laptops at the same moment: one file, both succeed."""
    laptop, data, digest = with_photo(bureau)
    laptops = [laptop, bureau.laptop(laptop.person)]
    start = threading.Barrier(2)
    answers: list[int] = []

    def bring(one: Laptop) -> None:
        place = place_of(one, data, digest)
        start.wait()
        one.send(place, data, 0)
        answers.append(commit(one, digest).status_code)

    threads = [threading.Thread(target=bring, args=(one,)) for one in laptops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200, 200]
    assert [state(one, digest)["state"] for one in laptops] == ["verified", "verified"]


def test_lost_commit_is_made_up_for(bureau: Bureau) -> None:
    """The laptop vanished before it asked for the proof: the next start proves what is complete."""
    laptop, data, digest = with_photo(bureau)
    laptop.send(place_of(laptop, data, digest), data, 0)
    sweep(bureau.office)
    assert state(laptop, digest) == {"state": "verified"}


@pytest.mark.expects_logs("is gone or damaged")
def test_file_lost_on_the_server(bureau: Bureau) -> None:
    """A photo whose file is gone or rotten is asked for again, and found by the check."""
    laptop, data, digest = brought(bureau)
    path = bureau.office.settings.data / "photos" / digest[:2] / digest
    path.write_bytes(data[:-1])
    assert digest in photo_store.damaged(bureau.office)
    assert laptop.ask("GET", f"/photos/{digest}").json()["code"] == "photo_not_here_yet"
    path.unlink()
    assert laptop.ask("GET", f"/photos/{digest}").json()["code"] == "photo_not_here_yet"
    assert state(laptop, digest) == {"state": "absent"}
    laptop.send(place_of(laptop, data, digest), data, 0)
    assert commit(laptop, digest).status_code == 200
    assert digest not in photo_store.damaged(bureau.office)


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-99", 206, slice(0, 100)),
        ("bytes=100-", 206, slice(100, None)),
        ("bytes=-50", 206, slice(-50, None)),
        ("bytes=0-999999", 206, slice(None)),
        ("bytes=999999-", 416, None),
        ("bytes=5-2", 416, None),
        ("bytes=-", 200, slice(None)),
        ("bytes=0-1,4-5", 200, slice(None)),
        ("", 200, slice(None)),
    ],
)
def test_range(bureau: Bureau, asked: str, status: int, part: slice | None) -> None:
    """A download goes on where it stopped."""
    laptop, data, digest = brought(bureau)
    answer = laptop.ask("GET", f"/photos/{digest}", headers={"Range": asked} if asked else {})
    assert answer.status_code == status
    if part is not None:
        assert answer.content == data[part]
        assert answer.headers["Content-Type"] == "image/jpeg"


def test_resume_of_another_version(bureau: Bureau) -> None:
    """If-Range with another tag: the whole, not a part that would not fit."""
    laptop, _data, digest = brought(bureau)
    tag = laptop.ask("GET", f"/photos/{digest}").headers["ETag"]
    for condition, status in ((tag, 206), ('"other"', 200)):
        headers = {"Range": "bytes=10-", "If-Range": condition}
        assert laptop.ask("GET", f"/photos/{digest}", headers=headers).status_code == status
    assert laptop.ask("GET", f"/photos/{digest}", headers={"If-None-Match": tag}).status_code == 304


def test_thumbnail(bureau: Bureau) -> None:
    """A small picture for a slow line, only in sizes that are kept."""
    laptop, data = bureau.laptop(), jpeg("navy", (1000, 500)) + new_id().encode() + b"\xff\xd9"
    photo = photo_of(data)
    laptop.raise_one(photos=(photo,))
    laptop.send(place_of(laptop, data, photo.sha256), data, 0)
    assert laptop.ask("GET", f"/photos/{photo.sha256}").json()["code"] == "photo_not_here_yet"
    commit(laptop, photo.sha256)
    for _ in range(2):
        answer = laptop.ask("GET", f"/photos/{photo.sha256}?w=320")
        assert Image.open(io.BytesIO(answer.content)).size == (320, 160)
    assert laptop.ask("GET", f"/photos/{photo.sha256}?w=321").status_code == 400
