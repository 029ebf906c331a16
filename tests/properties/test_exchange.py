"""Whatever the line does, and whenever the program is killed: nothing is lost, nothing is doubled, nothing is made up."""

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.photos import PhotoState
from tests.properties.bureau_in_memory import ME, OTHER, Bureau
from tests.properties.exchange_world import Crash, World, steady
from tests.properties.laptop_in_memory import Laptop

FAULTS = ("ok", "ok", "ok", "dropped", "lost", "doubled", "garbled", "busy", "crash")
SCHEDULES = st.lists(st.sampled_from(FAULTS), max_size=60)
SIZES = st.lists(st.integers(1, 1_500_000), max_size=6)
"""Below and above a chunk; enough of them that several travel together."""


def a_world(*, entries: int, others: int, sizes: list[int], schedule: list[str], seed: int) -> World:
    """A laptop with work to send and a bureau with work of others; the line misbehaves as scheduled, then no more."""
    bureau, laptop = Bureau(), Laptop()
    for number in range(others):
        bureau.journal.append((OTHER, number + 1, f'{{"other":{number}}}'))
    for number in range(entries):
        laptop.write(f'{{"mine":{number}}}')
    for number, size in enumerate(sizes):
        laptop.photograph(bytes([number]) * size)
    left = list(schedule)
    return World(bureau, laptop, faults=lambda: left.pop(0) if left else "ok", random=Random(seed))


def exchange_until_killed(world: World) -> None:
    """One exchange, which may be killed at any request."""
    with suppress(Crash):
        world.exchange()


@settings(max_examples=120)
@given(st.integers(0, 1200), st.integers(0, 12), SIZES, SCHEDULES, st.integers(0, 1_000))
def test_everything_arrives_once(entries: int, others: int, sizes: list[int], schedule: list[str], seed: int) -> None:
    world = a_world(entries=entries, others=others, sizes=sizes, schedule=schedule, seed=seed)
    for _ in range(6):
        exchange_until_killed(world)
        no_claim_is_false(world)
    assert steady(world).exchange() is None
    mine = [body for device, _, body in world.bureau.journal if device == ME]
    assert mine == [body.decode() for body in world.laptop.bodies]
    assert world.laptop.taken == [(OTHER, number + 1) for number in range(others)]
    assert world.laptop.originals == world.bureau.photos
    assert set(world.laptop.states.values()) <= {PhotoState.VERIFIED}
    no_claim_is_false(world)


def no_claim_is_false(world: World) -> None:
    """At every moment: what the laptop believes to be at the bureau is there, with that number, whole."""
    journal = world.bureau.journal
    for dseq, number in world.laptop.numbers.items():
        assert journal[number - 1] == (ME, dseq, world.laptop.bodies[dseq - 1].decode())
    assert world.laptop.sent == len(world.laptop.numbers)
    for digest, state in world.laptop.states.items():
        if state is PhotoState.VERIFIED:
            assert world.bureau.photos[digest] == world.laptop.originals[digest]


@settings(max_examples=40)
@given(SIZES, SCHEDULES, st.integers(0, 1_000))
def test_photos_of_others_come_whole(sizes: list[int], schedule: list[str], seed: int) -> None:
    world = a_world(entries=0, others=1, sizes=[], schedule=schedule, seed=seed)
    theirs = Laptop()
    for number, size in enumerate(sizes):
        world.laptop.wanted[theirs.photograph(bytes([number]) * size)] = size
    world.bureau.photos = dict(theirs.originals)
    for _ in range(6):
        exchange_until_killed(world)
    assert steady(world).exchange() is None
    assert world.laptop.fetched == world.bureau.photos


@given(st.sets(st.integers(1, 8)))
def test_a_refused_entry_stops_nobody_else(refused: set[int]) -> None:
    world = a_world(entries=8, others=0, sizes=[], schedule=[], seed=0)
    world.bureau.refused = refused
    assert world.exchange() is None
    assert world.laptop.refused == refused
    assert set(world.laptop.numbers) == set(range(1, 9)) - refused


def test_nothing_to_exchange_is_one_request() -> None:
    world = a_world(entries=0, others=0, sizes=[], schedule=[], seed=0)
    assert world.exchange() is None
    assert world.requests == 1


def test_batches_shrink_where_something_on_the_way_finds_them_too_large() -> None:
    world = a_world(entries=700, others=0, sizes=[], schedule=[], seed=0)
    world.bureau.largest_message = 2_000
    assert world.exchange() is None
    assert len(world.bureau.journal) == 700


def test_an_entry_that_nobody_lets_pass_is_said_and_kept() -> None:
    world = a_world(entries=3, others=0, sizes=[], schedule=[], seed=0)
    world.bureau.largest_message = 10
    failure = world.exchange()
    assert failure is not None
    assert failure.code == "too_large"
    assert len(world.laptop.bodies) == 3


def test_an_exchange_gives_up_after_some_tries_and_says_why() -> None:
    world = a_world(entries=3, others=0, sizes=[], schedule=["dropped"] * 50, seed=0)
    failure = world.exchange()
    assert failure is not None
    assert failure.code == "line_cut"
    assert world.requests < 10


@pytest.mark.parametrize("fault", ["dropped", "lost", "doubled", "garbled", "busy"])
@pytest.mark.parametrize("sizes", [[], [900], [1_500_000, 900], [300_000] * 7])
def test_one_bad_moment_does_not_even_end_the_exchange(fault: str, sizes: list[int]) -> None:
    for at in range(25):
        world = a_world(entries=600, others=7, sizes=sizes, schedule=["ok"] * at + [fault], seed=at)
        assert world.exchange() is None
        assert len(world.bureau.journal) == 607
        assert world.laptop.originals == world.bureau.photos
        assert set(world.laptop.states.values()) <= {PhotoState.VERIFIED}


@given(st.integers(1, 1_000_000), st.integers(1, 1_000_000))
@settings(max_examples=20)
def test_other_bytes_at_the_bureau_are_never_taken_for_the_photo(size: int, wrong: int) -> None:
    world = a_world(entries=1, others=0, sizes=[size], schedule=[], seed=0)
    (digest,) = world.laptop.originals
    world.bureau.open_upload(digest, size, b"\xff" * min(size, wrong))
    assert world.exchange() is None
    assert world.bureau.photos == world.laptop.originals
    assert world.laptop.states == {digest: PhotoState.VERIFIED}
