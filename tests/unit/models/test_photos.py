"""How many photos are in each state, and which of them a list names where it may not name all."""

from datetime import timedelta
from pathlib import Path

from models.clock import MovableClock
from models.photos import PhotoState
from models.store import Store
from tests.builders import clock, jpeg, open_store, raise_one

COLOURS = ("red", "green", "blue", "white")


def filled(folder: Path, when: MovableClock) -> Store:
    """Four findings with a photo each, a minute apart, the first two verified; and a photo of no finding."""
    store = open_store(folder, when=when)
    for colour in COLOURS:
        when.advance(timedelta(minutes=1))
        raise_one(store, colour)
    for photo in store.photos.to_send(2):
        store.photos.mark(photo.sha256, PhotoState.VERIFIED)
    store.photos.keep(jpeg("black"), "black.jpg")
    return store


def test_counts_are_those_of_recorded_findings(tmp_path: Path) -> None:
    store = filled(tmp_path, clock())
    expected = dict.fromkeys(PhotoState, 0) | {PhotoState.VERIFIED: 2, PhotoState.WAITING: 2}
    assert store.photos.counts() == expected
    store.close()


def test_a_short_list_names_the_newest_and_sending_begins_with_the_oldest(tmp_path: Path) -> None:
    store = filled(tmp_path, clock())
    assert [photo.name for photo in store.photos.listed(3)] == ["white.jpg", "blue.jpg", "green.jpg"]
    assert [photo.name for photo in store.photos.listed(1, [PhotoState.VERIFIED])] == ["green.jpg"]
    assert [photo.name for photo in store.photos.to_send(1)] == ["blue.jpg"]
    store.close()
