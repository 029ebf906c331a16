"""Whatever a script writes into a field, a step is read or refused with its key; nothing falls over."""

import itertools
from typing import Any

import pytest

from models.action_form import Asked, named_photos, read_action, row_of
from models.action_form.asked import day_in, number_in, yes_in
from models.action_form.units import unit_in
from models.coordinates import Position
from models.errors import Refusal, Refused
from models.facts import EvidenceAttached, Fact, Photo, Raised, Unit
from models.finding import Finding
from models.ledger import Sum
from models.state import State
from models.vocabulary import PhotoKind
from models.workflow import BY_ACTION, TRANSITIONS, Transition
from resources.sentences import SENTENCES
from tests.builders import photo, posted, raised
from tests.line import OFFICE, STATION_UNIT, TODAY, VILLAGE, cast, line

UNITS = (VILLAGE, OFFICE, STATION_UNIT, Unit("A", "同名"), Unit("B", "同名"))
STEPS = [row for row in TRANSITIONS if row.sources]
JUNK: list[Any] = [
    None, "", " ", "是", "字", 5, -1, 1.5, 10**400, True, False, [], [None], [[]], ["字", 5, {}], {}, {"字": "字"},
    {"code": []}, [{"content": {}, "due": 5}], [{"path": "a.jpg", "place": []}], [{"name": [], "photos": "字"}],
    "空\x00字", "半\ud83d个", "9" * 5000, "2026-11-22", "²", "٣",
]  # fmt: skip


def finding(form: Raised | None = None, until: int = 0) -> Finding:
    """One that was logged, with the first steps of the line."""
    form, people = form or raised(), cast()
    total = Sum(posted(form, subject="f", author=people.inspector.id).entry.subject)
    steps = [(people.inspector, form), *line(form, people)[:until]]
    for number, (who, fact) in enumerate(steps, start=1):
        assert total.add(posted(fact, subject="f", author=who.id, dseq=number, number=number)) is None
    found = total.finding()
    assert found is not None
    return found


def asked(plain: dict[str, Any], of: Finding | None = None, photos: tuple[Photo, ...] = ()) -> Asked:
    """The fields of a step on such a finding."""
    return Asked(plain, of or finding(until=4), UNITS, TODAY, photos)


def evidence(of: Finding, photos: tuple[Photo, ...], named: list[Any]) -> list[tuple[PhotoKind, str]]:
    """What `attach_evidence` makes of photos: the kind, and the 整改前 photo that each answers."""
    (fact,) = read_action(BY_ACTION["attach_evidence"], asked({"photos": named}, of, photos))
    assert isinstance(fact, EvidenceAttached)
    return [(one.kind, one.same_place_as) for one in fact.photos]


def outcome(row: Transition, plain: dict[str, Any]) -> tuple[type[Fact], ...] | set[str]:
    """The kinds of facts that were read, or the codes of what was refused."""
    try:
        photos = tuple(photo() for _ in named_photos(row, plain))
        return tuple(type(fact) for fact in read_action(row, asked(plain, photos=photos)))
    except Refused as refused:
        return {one.code for one in refused.refusals}


@pytest.mark.parametrize("row", STEPS, ids=lambda row: row.action)
def test_junk_is_read_or_refused(row: Transition) -> None:
    for field, junk in itertools.product(row.fields, JUNK):
        came = outcome(row, {field.name: junk})
        assert came == (row.fact,) or (isinstance(came, set) and came <= SENTENCES.keys()), (field.name, junk)


@pytest.mark.parametrize("row", STEPS, ids=lambda row: row.action)
def test_a_key_that_there_is_not_is_named(row: Transition) -> None:
    with pytest.raises(Refused) as refused:
        read_action(row, asked({"no_such_key": 1}))
    assert refused.value.refusal == Refusal("unknown_key", {"key": "no_such_key"})


@pytest.mark.parametrize("row", STEPS, ids=lambda row: row.action)
def test_a_step_by_its_code_and_by_its_words(row: Transition) -> None:
    state = next(iter(row.sources))
    assert row_of(row.action, state) is row
    assert row_of(row.label, state).label == row.label


@pytest.mark.parametrize(("state", "action"), [(State.REPORTED, "attach_photo"), (State.RECTIFYING, "attach_evidence")])
def test_of_two_steps_that_are_called_the_same_it_is_the_one_that_fits(state: State, action: str) -> None:
    assert row_of("补照片", state).action == action


@pytest.mark.parametrize("action", ["raise", "登记", "dance", ""])
def test_no_step(action: str) -> None:
    with pytest.raises(Refused) as refused:
        row_of(action, State.REPORTED)
    assert refused.value.refusal.code == "action_unknown"


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        (VILLAGE.code, VILLAGE),
        (VILLAGE.name, VILLAGE),
        ({"code": VILLAGE.code, "name": "写错的名称"}, VILLAGE),
        ({"name": OFFICE.name}, OFFICE),
        ("", None),
        ({}, None),
        (None, None),
    ],
)
def test_units_of_the_register(written: object, unit: Unit | None) -> None:
    assert unit_in({"unit": written}, "unit", UNITS) == unit


@pytest.mark.parametrize(
    ("written", "code"),
    [("同名", "unit_ambiguous"), ("查无", "unit_unknown"), ({"code": "X", "name": VILLAGE.name}, "unit_unknown")],
)
def test_units_that_the_register_does_not_have(written: object, code: str) -> None:
    with pytest.raises(Refused) as refused:
        unit_in({"unit": written}, "unit", UNITS)
    assert (refused.value.refusal.code, refused.value.refusal.values["key"]) == (code, "unit")


def test_without_a_register_a_unit_is_taken_as_it_is_written() -> None:
    written = {"code": "X", "name": "三河口村委会", "kind": "村社"}
    assert unit_in({"unit": written}, "unit", ()) == Unit("X", "三河口村委会", is_village=True)


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (day_in, "2026-11-22", TODAY),
        (day_in, "2026/11/22", TODAY),
        (day_in, "", None),
        (number_in, "7", 7),
        (number_in, 7, 7),
        (number_in, "-1", -1),
        (number_in, None, None),
        (yes_in, True, True),
        (yes_in, "是", True),
        (yes_in, "否", False),
        (yes_in, None, False),
    ],
)
def test_values(read: Any, text: object, value: object) -> None:
    assert read({"key": text}, "key") == value


def test_after_photos_answer_the_places_in_their_order() -> None:
    first, second = photo(), photo()
    form = raised(photos=(first, second))
    found = finding(form)
    assert len(found.places) == 1
    answered = evidence(found, (photo(), photo(), photo()), ["a", "b", {"path": "c", "kind": "监测报告"}])
    assert answered == [
        (PhotoKind.AFTER, first.sha256),
        (PhotoKind.AFTER, ""),
        (PhotoKind.MONITORING_REPORT, ""),
    ]


def test_a_photo_taken_at_a_place_answers_that_place() -> None:
    here, there = Position(120.087312, 31.824605), Position(120.097312, 31.824605)
    first, second = photo(position=here), photo(position=there)
    found = finding(raised(photos=(first, second)))
    assert len(found.places) == 2
    assert evidence(found, (photo(position=there), photo()), ["a", "b"]) == [
        (PhotoKind.AFTER, second.sha256),
        (PhotoKind.AFTER, first.sha256),
    ]
    assert evidence(found, (photo(position=there),), [{"path": "a", "same_place_as": 1}]) == [
        (PhotoKind.AFTER, first.sha256)
    ]
    assert evidence(found, (photo(position=there),), [{"path": "a", "kind": "整改中"}]) == [
        (PhotoKind.DURING, second.sha256)
    ]
