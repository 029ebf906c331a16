"""What the exchange screen counts and lists, from a real store."""

from datetime import timedelta

import pytest
from pytestqt.modeltest import ModelTester

from gui.syncing import exchange_rows
from gui.syncing import exchange_words as words
from gui.syncing.exchange_model import WORDS, ExchangeModel
from gui.syncing.exchange_rows import Show, read_exchange
from gui.syncing.reasons import photo_reason, record_reason
from models.clock import MovableClock
from models.findings import Safety
from models.photos import PhotoState
from models.store import Store
from sync.failures import OFFLINE, STOPPED
from sync.outcome import Outcome
from sync.timing import Waiting
from tests.builders import NOON, jpeg, raise_one

TONIGHT = Waiting(NOON.replace(hour=20))


@pytest.fixture
def busy(store: Store) -> Store:
    """Three findings: one photo stuck, one on its way, one queued."""
    for colour in ("red", "green", "blue"):
        raise_one(store, colour)
    first, second, _third = store.photos.to_send()
    store.photos.mark(first.sha256, PhotoState.STUCK, reason="not_verified", tried=True)
    store.photos.mark(second.sha256, PhotoState.SENDING, sent_bytes=second.size // 2)
    return store


def test_what_is_not_there(busy: Store) -> None:
    view = read_exchange(busy, Show.NOT_THERE)
    assert [row.state for row in view.rows if row.is_photo] == [
        PhotoState.STUCK,
        PhotoState.SENDING,
        PhotoState.WAITING,
    ]
    assert sum(not row.is_photo for row in view.rows) == 3
    assert view.counts == {Show.NOT_THERE: 6, Show.TO_SEE_TO: 1, Show.RECEIVED: 0, Show.ALL: 6}
    assert view.figures.unsent == (3, 3)
    assert view.figures.verified == (0, 0)


def test_what_needs_a_person(busy: Store) -> None:
    (row,) = read_exchange(busy, Show.TO_SEE_TO).rows
    reason = words.reason_of(row)
    assert row.needs_person
    assert reason.safe.startswith("安全。")
    assert words.explanation(row) == reason.short


def test_verified_photos_leave_the_list(busy: Store) -> None:
    for photo in busy.photos.to_send():
        busy.photos.mark(photo.sha256, PhotoState.VERIFIED)
    view = read_exchange(busy, Show.NOT_THERE)
    assert not any(row.is_photo for row in view.rows)
    assert view.figures.verified[1] == 3
    assert view.figures.octets_left == 0


def test_all_shows_what_is_on_its_way_before_the_newest_of_what_is_done(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = store.clock
    assert isinstance(clock, MovableClock)
    for colour in ("red", "green", "blue", "white"):
        clock.advance(timedelta(minutes=1))
        raise_one(store, colour)
    for photo in store.photos.to_send()[:3]:
        store.photos.mark(photo.sha256, PhotoState.VERIFIED)
    monkeypatch.setattr(exchange_rows, "MOST_ROWS", 3)
    store.photos.keep(jpeg("black"), "of_no_finding.jpg")
    view = read_exchange(store, Show.ALL)
    monkeypatch.setattr(exchange_rows, "MOST_ROWS", 200)
    whole = read_exchange(store, Show.ALL)
    assert [row.title for row in whole.rows if row.is_photo] == ["white.jpg", "blue.jpg", "green.jpg", "red.jpg"]
    assert len(view.rows) == 3
    assert view.counts[Show.ALL] == whole.counts[Show.ALL] == 8  # all, however few rows are shown
    assert whole.figures.kept == (4, 4)


def test_rows_say_where_they_stand(busy: Store) -> None:
    said = [words.explanation(row) for row in read_exchange(busy, Show.NOT_THERE).rows if row.is_photo]
    assert said[1] in ("49%", "50%")
    assert said[2] == "前面还有 2 张"


def test_model_is_sound(busy: Store, qtmodeltester: ModelTester) -> None:
    model = ExchangeModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rows(read_exchange(busy, Show.ALL).rows)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.rowCount() == 6


def test_model_keeps_rows_that_stay(busy: Store) -> None:
    model, resets = ExchangeModel(), []
    model.show_rows(read_exchange(busy, Show.NOT_THERE).rows)
    model.modelReset.connect(lambda: resets.append(1))
    sending = next(row for row in model.rows if row.state is PhotoState.SENDING)
    busy.photos.mark(sending.key, PhotoState.SENDING, sent_bytes=sending.size - 1)
    model.show_rows(read_exchange(busy, Show.NOT_THERE).rows)
    assert resets == []


@pytest.mark.parametrize("code", ["not_verified", "chunk_damaged", "damaged", "too_large", "rights_gone", "new", None])
def test_every_reason_answers_three_questions(code: str | None) -> None:
    for reason in (photo_reason(code), record_reason(code)):
        assert all((reason.short, reason.why, reason.safe, reason.do))


@pytest.mark.parametrize(
    ("outcome", "safety", "said"),
    [
        (Outcome(entries_sent=3), Safety(), "已送出 3 条。"),
        (Outcome(entries_sent=3, photos_verified=12), Safety(), "已送出 3 条 · 12 张。"),
        (Outcome(), Safety(), "没有要送的，刚才核对过。"),
        (Outcome(entries_received=2), Safety(), "收到 2 条新的。没有要送的。"),
        (Outcome(STOPPED), Safety(0, 12), "已停下。12 张都在本机，没有丢。"),
    ],
)
def test_answer(outcome: Outcome, safety: Safety, said: str) -> None:
    assert words.answer(outcome, safety, NOON) == said


def test_answer_when_offline() -> None:
    said = words.answer(Outcome(OFFLINE), Safety(0, 12), NOON)
    assert "连不上局里" in said
    assert "本机" in said


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome(waiting=TONIGHT), "12 张照片等到 20:00 再传。要现在就传，按 F9。"),
        (Outcome(entries_sent=3, waiting=Waiting()), "已送出 3 条。 12 张照片等到办公室再传。要现在就传，按 F9。"),
        (Outcome(), "没有要送的，刚才核对过。"),
    ],
)
def test_the_answer_says_what_waits_by_choice(outcome: Outcome, said: str) -> None:
    assert words.answer(outcome, Safety(0, 12), NOON) == said


def test_a_photo_that_waits_by_choice_says_so(busy: Store) -> None:
    model = ExchangeModel()
    view = read_exchange(busy, Show.NOT_THERE)
    model.show_rows(view.rows, "按设置等到 20:00")
    row = next(at for at, each in enumerate(view.rows) if each.is_photo and each.state is PhotoState.WAITING)
    assert model.index(row, WORDS).data() == "按设置等到 20:00"
    record = next(at for at, each in enumerate(view.rows) if not each.is_photo)
    assert model.index(record, WORDS).data() != "按设置等到 20:00"
