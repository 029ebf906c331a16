"""What was written down without a bureau comes over whole, once, and is never taken away where it was written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import carrying
from models.carrying import Carried, Carrier, promise, promised
from models.clock import MovableClock
from models.errors import Refused
from models.ids import DraftId, new_id
from models.local_people import SHORTEST_PASSWORD, begin, grid_words, safety
from models.profile import PasswordRefused, Profile, Unlocked
from models.profile_file import KnownPerson
from models.store import Store
from tests.builders import clock, jpeg, open_store, raised

PASSWORD = "longer than it"


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "资料")


@pytest.fixture
def local(profile: Profile) -> Unlocked:
    return begin(profile, name="王建国", grid="郑陆镇第12网格", password=PASSWORD, clock=clock())


@pytest.fixture
def account(profile: Profile) -> Iterator[Store]:
    store = open_store(profile.store_folder("wangjg"))
    yield store
    store.close()


def opened(profile: Profile, local: Unlocked) -> Store:
    return Store.open(profile.store_folder(local.person.login), local.key, local.person, clock())


def write_down(profile: Profile, local: Unlocked, *colours: str, place: str = "常焦路工地") -> DraftId:
    store = opened(profile, local)
    photos = [store.photos.keep(jpeg(colour), f"{colour}.jpg")[0] for colour in colours]
    draft = DraftId(new_id())
    body = {"place": place, "photos": [{"sha256": photo.sha256, "name": photo.name} for photo in photos]}
    store.drafts.save(draft, body)
    store.close()
    return draft


def carry(profile: Profile, account: Store) -> Carried:
    carrier = Carrier(profile, account)
    while carrier.step():
        pass
    return carrier.settle()


def test_somebody_begins_without_any_bureau(profile: Profile, local: Unlocked) -> None:
    (known,) = profile.people()
    assert (known.name, known.place, known.is_local) == ("王建国", "郑陆镇第12网格", True)
    assert profile.unlock(local.person.login, PASSWORD, clock()) == local
    with pytest.raises(PasswordRefused, match="wrong_password"):
        profile.unlock(local.person.login, "another one", clock())
    store = opened(profile, local)
    assert grid_words(store.settings) == "郑陆镇第12网格"
    store.close()


def test_a_short_password_makes_nothing(profile: Profile) -> None:
    with pytest.raises(PasswordRefused, match="local_password_short"):
        begin(profile, name="王建国", grid="第12网格", password="x" * (SHORTEST_PASSWORD - 1), clock=clock())
    assert not profile.people()


def test_no_entry_is_ever_written_under_a_made_up_account(profile: Profile, local: Unlocked) -> None:
    store = opened(profile, local)
    kept, _ = store.photos.keep(jpeg(), "a.jpg")
    with pytest.raises(Refused, match="not_connected"):
        store.pen.record([raised(photos=(kept,))])
    assert store.head.state().dseq == 0
    store.close()


def test_drafts_and_photos_come_over(profile: Profile, local: Unlocked, account: Store) -> None:
    first = write_down(profile, local, "red", "green")
    write_down(profile, local, "blue", place="河边")
    promise(account, local)
    assert carry(profile, account) == Carried(2, 3)
    assert {draft.body["place"] for draft in account.drafts.all()} == {"常焦路工地", "河边"}
    (draft,) = (draft for draft in account.drafts.all() if draft.id == first)
    assert [account.photos.original(digest) for digest, _ in draft.photos] == [jpeg("red"), jpeg("green")]
    # nothing is taken away where it was written, and they are asked for no more
    source = opened(profile, local)
    assert len(source.drafts.all()) == 2
    assert not safety(source).records
    source.close()
    assert profile.known(local.person.login) == KnownPerson(
        local.person.login, "王建国", "郑陆镇第12网格", carried_to="wangjg"
    )
    assert not promised(account)


def test_twice_is_harmless_also_after_one_was_registered(profile: Profile, local: Unlocked, account: Store) -> None:
    draft = write_down(profile, local, "red")
    promise(account, local)
    carry(profile, account)
    account.drafts.delete(draft)  # as registering does
    promise(account, local)
    assert carry(profile, account) == Carried(1, 1)
    assert not account.drafts.all()


@pytest.mark.parametrize("step", ["_carry_photo", "mark_carried"])
def test_killed_in_between(
    profile: Profile, local: Unlocked, account: Store, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a program that dies before a photo, or between the draft and its mark
    write_down(profile, local, "red", "green")
    write_down(profile, local, "blue")
    promise(account, local)
    with monkeypatch.context() as patch:
        patch.setattr(carrying, step, _dies)
        with pytest.raises(KeyboardInterrupt):
            carry(profile, account)
    # WHEN what had come already is registered in the meantime, and it goes on
    came = [each.id for each in account.drafts.all()]
    for each in came:
        account.drafts.delete(each)
    assert carry(profile, account) == Carried(2, 3)
    # THEN it does not come back, and the rest is there
    assert not {each.id for each in account.drafts.all()} & set(came)
    assert len(account.drafts.all()) + len(came) == 2
    assert bool(came) == (step == "mark_carried")


def test_what_was_written_on_meanwhile_comes_as_another(profile: Profile, local: Unlocked, account: Store) -> None:
    draft = write_down(profile, local, "red")
    promise(account, local)
    carry(profile, account)
    later = clock()
    assert isinstance(later, MovableClock)
    store = Store.open(profile.store_folder(local.person.login), local.key, local.person, later)
    later.move_to(later.now().replace(hour=18))
    store.drafts.save(draft, {"place": "常焦路工地，南门"})
    assert safety(store).records == 1, "what was carried over is not what stands there now"
    store.close()
    promise(account, local)
    carry(profile, account)
    assert {each.body["place"] for each in account.drafts.all()} == {"常焦路工地", "常焦路工地，南门"}


def test_a_photo_that_cannot_be_read_keeps_its_draft_and_no_other(
    profile: Profile, local: Unlocked, account: Store
) -> None:
    write_down(profile, local, "red")
    write_down(profile, local, "blue", place="河边")
    damaged = next(iter(sorted((profile.store_folder(local.person.login) / "photos").glob("*/*"))))
    damaged.write_bytes(damaged.read_bytes()[:-5])
    promise(account, local)
    assert carry(profile, account) == Carried(1, 1, kept=1)
    assert carry(profile, account) == Carried(1, 1, kept=1, is_news=False), "told once, not at every sign-in"
    assert len(account.drafts.all()) == 1
    assert promised(account), "it is tried again"
    assert not (profile.known(local.person.login) or KnownPerson("")).carried_to


def _dies(*_given: object) -> None:
    raise KeyboardInterrupt
