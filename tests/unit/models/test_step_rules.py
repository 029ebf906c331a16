"""What a step must hold by itself, from 入库 to 销号: each fault under its field."""

from datetime import timedelta
from typing import Any

import pytest

from models.entries import decode, encode
from models.facts import (
    AcceptanceApplied,
    AcceptanceRefused,
    Closed,
    ClosureReturned,
    ClosureSubmitted,
    Dispatched,
    EvidenceAttached,
    Fact,
    GridCorrected,
    Measure,
    MeasureSettled,
    PhotoPlace,
    PlacesArranged,
    SignedFor,
    Unit,
)
from models.ids import Digest, new_id
from models.rules import faults
from models.vocabulary import Conclusion, PhotoKind, RectificationKind
from resources.sentences import SENTENCES
from tests.builders import NOON, OTHER_GRID, photo, posted, raised
from tests.line import HUNDRED, TODAY, cast, dispatched, line, notice, passed, progress, setbacks

DAY = timedelta(days=1)
AFTER = photo(kind=PhotoKind.AFTER)
MEASURE = Measure("裸土全部覆盖", TODAY + DAY)


def test_the_whole_line_is_without_faults_and_survives_being_written() -> None:
    said = [fact for _, fact in line(raised(), cast())] + list(setbacks()) + [GridCorrected(OTHER_GRID)]
    for fact in said:
        assert faults(fact, NOON + 8 * DAY if isinstance(fact, Closed) else NOON) == ()
        entry = posted(fact, subject=new_id(), author=new_id()).entry
        assert decode(encode(entry)).fact == fact


@pytest.mark.parametrize(
    ("fact", "code", "field"),
    [
        (dispatched(unit=Unit("", "")), "unit_missing", "unit"),
        (dispatched(person=" "), "person_missing", "person"),
        (dispatched(kind=RectificationKind.LONG_TERM), "kind_missing", "kind"),
        (dispatched(deadline=TODAY - DAY, measures=(Measure("覆盖", TODAY),)), "deadline_before", "deadline"),
        (dispatched(goal=""), "goal_missing", "goal"),
        (dispatched(measures=()), "measures_missing", "measures"),
        (dispatched(measures=(Measure("", TODAY + DAY),)), "measures_missing", "measures"),
        (dispatched(measures=(Measure("覆盖裸土", TODAY + 61 * DAY),)), "measure_due_outside", "measures"),
        (dispatched(measures=(Measure("覆盖裸土", TODAY - DAY),)), "measure_due_outside", "measures"),
        (dispatched(measures=(MEASURE,) * 51), "too_many", "measures"),
        (dispatched(accept_unit=Unit("", "")), "accept_unit_missing", "accept_unit"),
        (dispatched(dispatched_on=TODAY + DAY), "day_in_future", "dispatched_on"),
        (SignedFor("", TODAY), "person_missing", "person"),
        (SignedFor("李建军", TODAY + DAY), "day_in_future", "signed_on"),
        (MeasureSettled(1), "measure_unexplained", "note"),
        (MeasureSettled(1, TODAY + DAY), "day_in_future", "done_on"),
        (progress(period="2026-13"), "period_wrong", "period"),
        (progress(period="2026-12"), "period_wrong", "period"),
        (progress(text=""), "progress_missing", "text"),
        (progress(text="铺了一半"), "too_short", "text"),
        (progress(percent=101), "percent_wrong", "percent"),
        (progress(photos=(photo(),)), "photo_kind_wrong", "photos"),
        (EvidenceAttached(()), "photos_missing", "photos"),
        (EvidenceAttached((AFTER, AFTER)), "same_photo_twice", "photos"),
        (EvidenceAttached((photo(),)), "photo_kind_wrong", "photos"),
        (EvidenceAttached(tuple(photo(kind=PhotoKind.AFTER) for _ in range(21))), "too_many_photos", "photos"),
        (PlacesArranged(()), "places_wrong", "places"),
        (
            PlacesArranged((PhotoPlace("东", (Digest("a"),)), PhotoPlace("西", (Digest("a"),)))),
            "places_wrong",
            "places",
        ),
        (AcceptanceApplied(TODAY + DAY, "完成了"), "day_in_future", "completed_on"),
        (passed(checked_on=TODAY + DAY), "day_in_future", "checked_on"),
        (passed(verifiers=("周敏",)), "verifiers_missing", "verifiers"),
        (passed(verifiers=("周敏", "周敏 ")), "verifiers_missing", "verifiers"),
        (passed(photos=()), "acceptance_photo_missing", "photos"),
        (passed(photos=(AFTER,)), "acceptance_photo_missing", "photos"),
        (passed(standards=()), "standards_missing", "standards"),
        (passed(opinion=""), "opinion_missing", "opinion"),
        (AcceptanceRefused(Conclusion.NOT_PASSED, "不行"), "too_short", "reason"),
        (AcceptanceRefused(Conclusion.NOT_PASSED, ""), "reason_missing", "reason"),
        (ClosureSubmitted(HUNDRED[:99]), "too_short", "description"),
        (ClosureSubmitted(""), "completion_missing", "description"),
        (ClosureReturned(""), "reason_missing", "reason"),
        (notice(text=""), "notice_missing", "text"),
        (notice(last_day=TODAY + 5 * DAY), "notice_too_short", "last_day"),
        (notice(first_day=TODAY - DAY), "notice_backdated", "first_day"),
        (notice(where=""), "where_missing", "where"),
        (Closed(TODAY + DAY), "day_in_future", "closed_on"),
        (GridCorrected("32040210"), "grid_missing", "grid"),
    ],
)
def test_what_is_wrong_names_its_field(fact: Fact, code: str, field: str) -> None:
    found = faults(fact, NOON)
    assert (code, field) in [(refusal.code, refusal.values.get("field")) for refusal in found]
    assert all(refusal.code in SENTENCES for refusal in found)


@pytest.mark.parametrize(
    "changes",
    [{"deadline": TODAY, "measures": (Measure("当场清理", TODAY),)}, {"kind": RectificationKind.IMMEDIATE}],
)
def test_what_may_be(changes: dict[str, Any]) -> None:
    order: Dispatched = dispatched(**changes)
    assert faults(order, NOON) == ()


def test_a_clock_at_the_end_of_the_calendar_breaks_no_rule() -> None:
    """A wrong clock is refused or taken; it never stops the queue that it stands in."""
    last = NOON.replace(year=9999, month=12, day=31)
    said = [*(fact for _, fact in line(raised(), cast())), *setbacks()]
    assert [refusal.code for fact in said for refusal in faults(fact, last) if refusal.code == "day_in_future"] == []
