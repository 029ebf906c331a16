"""Several people share a profile: who they are is known before any password, and nothing is lost to a bad file."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models import keys
from models.clock import CHINA, MovableClock
from models.errors import Damaged, NotWritable
from models.ids import PersonId
from models.key_files import COPY, NAME
from models.people import Person, Role
from models.person_files import change_password, enrol
from models.profile import MOST_TRIES, PasswordRefused, Profile, same_login
from models.profile_file import KnownPerson

START = datetime(2026, 11, 22, 10, 37, tzinfo=CHINA)
ZHOU = Person(PersonId("0192f0c8-0000-7000-8000-000000000001"), "zhoumin", "周敏", Role.INSPECTOR, "320402001001001")
BUREAU = bytes(range(32))


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(START)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "数据 of 格物")


@pytest.fixture
def key(profile: Profile) -> bytes:
    key, stored = keys.make_key(password="right", bureau=BUREAU)
    enrol(profile.store_folder(ZHOU.login), ZHOU, key=key, stored=stored)
    profile.remember(server="https://bureau.example", login=ZHOU.login, name="周敏")
    return key


def test_a_new_profile_knows_nobody_and_makes_nothing(profile: Profile) -> None:
    assert profile.people() == ()
    assert profile.server == ""
    assert not profile.folder.exists()


def test_who_signed_in_last_comes_first_with_what_is_waiting(profile: Profile) -> None:
    profile.remember(server="https://a", login="zhoumin", name="周敏")
    profile.remember(login="wuqiang", name="吴强", place="横山桥镇")
    profile.note_waiting("zhoumin", records=3, photos=7)
    profile.remember(login="zhoumin", place="郑陆镇第3网格")
    assert Profile(profile.folder).people() == (
        KnownPerson("zhoumin", "周敏", "郑陆镇第3网格", 3, 7),
        KnownPerson("wuqiang", "吴强", "横山桥镇"),
    )
    assert Profile(profile.folder).server == "https://a"


def test_the_right_password_opens_key_and_person(profile: Profile, key: bytes, clock: MovableClock) -> None:
    unlocked = profile.unlock("zhoumin", "right", clock)
    assert unlocked.key == key
    assert unlocked.person == ZHOU
    assert key.hex() not in repr(unlocked)


def test_wrong_tries_are_counted_then_one_waits(profile: Profile, key: bytes, clock: MovableClock) -> None:
    seen = []
    for _ in range(MOST_TRIES):
        with pytest.raises(PasswordRefused) as refused:
            profile.unlock("zhoumin", "wrong", clock)
        seen.append(refused.value.refusal)
    codes = [(refusal.code, refusal.values.get("left")) for refusal in seen]
    assert codes == [*(("wrong_password", left) for left in (4, 3, 2, 1)), ("too_many_tries", None)]
    assert seen[-1].values["until"] == "10:42"
    with pytest.raises(PasswordRefused, match="too_many_tries"):
        Profile(profile.folder).unlock("zhoumin", "right", clock)
    clock.advance(timedelta(minutes=5))
    assert profile.unlock("zhoumin", "right", clock).key == key


def test_a_clock_put_back_does_not_lock_for_longer(profile: Profile, key: bytes, clock: MovableClock) -> None:
    for _ in range(MOST_TRIES):
        with pytest.raises(PasswordRefused):
            profile.unlock("zhoumin", "wrong", clock)
    clock.advance(timedelta(days=-30))
    assert profile.unlock("zhoumin", "right", clock).key == key


def test_a_right_password_forgets_the_wrong_ones(profile: Profile, key: bytes, clock: MovableClock) -> None:
    with pytest.raises(PasswordRefused):
        profile.unlock("zhoumin", "wrong", clock)
    profile.unlock("zhoumin", "right", clock)
    assert profile.people()[0].wrong_tries == 0


def test_somebody_who_never_signed_in_here_is_told_so(profile: Profile, clock: MovableClock) -> None:
    with pytest.raises(PasswordRefused, match="not_signed_in_here"):
        profile.unlock("nobody", "right", clock)


def test_changing_the_password_keeps_the_key(profile: Profile, key: bytes, clock: MovableClock) -> None:
    change_password(profile.store_folder("zhoumin"), "zhoumin", key=key, new="newer")
    assert profile.unlock("zhoumin", "newer", clock).key == key
    with pytest.raises(PasswordRefused):
        profile.unlock("zhoumin", "right", clock)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"people": 3}', b"\xff\xfe", b'{"people": [{"name": 1}]}'])
def test_a_damaged_file_is_said_and_mended_without_touching_a_store(
    profile: Profile, key: bytes, clock: MovableClock, content: bytes
) -> None:
    (profile.folder / "profile.json").write_bytes(content)
    with pytest.raises(Damaged, match="profile_damaged"):
        profile.people()
    with pytest.raises(Damaged):
        profile.remember(login="other")
    assert (profile.folder / "profile.json").read_bytes() == content
    profile.mend()
    assert [person.login for person in profile.people()] == ["zhoumin"]
    assert (profile.folder / "profile.damaged.json").read_bytes() == content
    assert profile.unlock("zhoumin", "right", clock).key == key


@pytest.mark.parametrize("content", [b"", b"{}", b'{"version": 1}', None])
def test_a_damaged_key_file_opens_from_its_copy(
    profile: Profile, key: bytes, clock: MovableClock, content: bytes | None
) -> None:
    path = profile.store_folder("zhoumin") / NAME
    path.unlink() if content is None else path.write_bytes(content)
    assert profile.unlock("zhoumin", "right", clock).key == key


@pytest.mark.parametrize("name", [NAME, COPY])
def test_a_key_file_with_a_wrong_letter_opens_from_the_other(
    profile: Profile, key: bytes, clock: MovableClock, name: str
) -> None:
    path = profile.store_folder("zhoumin") / name
    plain = json.loads(path.read_bytes())
    wrapped = plain["by_password"]
    plain["by_password"] = ("B" if wrapped[0] == "A" else "A") + wrapped[1:]
    path.write_text(json.dumps(plain), encoding="utf-8")
    assert profile.unlock("zhoumin", "right", clock).key == key


def test_a_list_of_people_that_is_gone_is_said_and_mended(profile: Profile, key: bytes) -> None:
    (profile.folder / "profile.json").unlink()
    with pytest.raises(Damaged, match="profile_damaged"):
        profile.people()
    profile.mend()
    assert [person.login for person in profile.people()] == ["zhoumin"]


def test_both_key_files_damaged_is_said(profile: Profile, key: bytes, clock: MovableClock) -> None:
    for name in (NAME, COPY):
        (profile.store_folder("zhoumin") / name).write_bytes(b"?")
    with pytest.raises(Damaged, match="key_damaged"):
        profile.unlock("zhoumin", "right", clock)


def test_editing_the_person_file_gains_no_right(profile: Profile, key: bytes, clock: MovableClock) -> None:
    (profile.store_folder("zhoumin") / "person").write_bytes(b'{"role": "admin"}' * 10)
    with pytest.raises(Damaged, match="person_damaged"):
        profile.unlock("zhoumin", "right", clock)


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way of a folder")
    for folder in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(NotWritable):
            Profile(folder).remember(login="zhoumin")
        with pytest.raises(NotWritable):
            Profile(folder).people()


@pytest.mark.parametrize(
    "typed",
    [
        "ＺＨＯＵ",
        " Zhou ",
        "zhou",
        os.fsdecode("ＺＨＯＵ".encode()),
        "ＺＨＯＵ".encode().decode("ascii", "surrogateescape"),
    ],
)
def test_a_login_is_the_same_however_it_was_typed(typed: str) -> None:
    """Also in the C locale, where Python hands over the bytes as halves of characters."""
    assert same_login(typed) == "zhou"


@pytest.mark.parametrize(
    ("login", "plain"),
    [
        ("zhoumin", True),
        ("zhou_min-2", True),
        ("con", False),
        ("com1", False),
        ("周敏", False),
        ("../x", False),
        ("Zhoumin", False),
        ("a.", False),
        ("x" * 60, False),
        ("a/b", False),
    ],
)
def test_a_store_folder_has_a_name_that_every_file_system_takes(profile: Profile, login: str, plain: bool) -> None:
    folder = profile.store_folder(login)
    assert folder.parent == profile.folder / "stores"
    assert (folder.name == login) is plain
    assert folder.name.isascii()
    assert len(folder.name) <= 40
