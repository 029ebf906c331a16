"""What the steps from 交办 to 销号 come to, the ones that lead back included."""

from datetime import timedelta

from models.entries import Subject
from models.facts import AcceptanceArranged, AcceptanceRefused, Fact, GridCorrected, MeasureSettled, SignedFor
from models.finding import Finding
from models.ids import new_id
from models.ledger import Sum
from models.people import Person
from models.state import State
from models.vocabulary import Conclusion, Schedule
from tests.builders import OTHER_GRID, posted, raised
from tests.line import OFFICE, TODAY, cast, dispatched, line, progress, setbacks

FINDING = new_id()
FORM = raised()
CAST = cast()
LINE = line(FORM, CAST)


def finding_after(*acts: tuple[Person, Fact]) -> Finding:
    """The finding when these follow its logging."""
    total = Sum(Subject("finding", FINDING))
    for number, (who, fact) in enumerate(((CAST.inspector, FORM), *acts), start=1):
        total.add(posted(fact, subject=FINDING, author=who.id, dseq=number, number=number, base=number))
    finding = total.finding()
    assert finding is not None
    return finding


def test_before_dispatch_there_is_none() -> None:
    assert finding_after(*LINE[:2]).rectification is None


def test_closed_with_everything_that_was_said() -> None:
    finding = finding_after(*LINE)
    task = finding.rectification
    assert task is not None
    assert finding.state is State.CLOSED
    assert (task.order.unit.name, task.order.person) == ("三河口村委会", "李建军")
    assert task.signature is not None
    assert task.acceptance is not None
    assert task.acceptance.author == CAST.station.id
    assert task.notice is not None
    assert task.closure is not None
    assert task.closure.fact.closed_on == TODAY + timedelta(days=7)
    assert not task.open_measures()
    assert (task.times_refused, task.is_behind) == (0, False)


def test_what_did_not_pass_is_applied_for_again() -> None:
    refused, file_back = setbacks()
    finding = finding_after(*LINE[:10], (CAST.station, refused))
    task = finding.rectification
    assert task is not None
    assert finding.state is State.RECTIFYING
    assert (task.application, task.arranged, task.times_refused) == (None, None, 1)
    again = finding_after(*LINE[:10], (CAST.station, refused), *LINE[8:12], (CAST.bureau, file_back))
    task = again.rectification
    assert task is not None
    assert again.state is State.ACCEPTED
    assert task.submission is None
    assert task.returned is not None
    assert len(task.refused) == 1


def test_asking_for_more_material_is_no_refusal() -> None:
    more = AcceptanceRefused(Conclusion.MORE_MATERIAL, "请补一张全景照片。")
    task = finding_after(*LINE[:10], (CAST.station, more)).rectification
    assert task is not None
    assert (len(task.refused), task.times_refused) == (1, 0)


def test_a_measure_is_what_was_said_of_it_last() -> None:
    task = finding_after(
        *LINE[:4], (CAST.unit, MeasureSettled(1, note="不用做")), (CAST.unit, MeasureSettled(1, TODAY))
    )
    assert task.rectification is not None
    said = task.rectification.settlement(1)
    assert said is not None
    assert said.fact.done_on == TODAY
    assert [number for number, _ in task.rectification.open_measures()] == [2]


def test_the_last_report_says_whether_it_is_behind() -> None:
    late = progress(schedule=Schedule.BEHIND)
    task = finding_after(*LINE[:4], (CAST.unit, late)).rectification
    assert task is not None
    assert task.is_behind
    task = finding_after(*LINE[:4], (CAST.unit, late), (CAST.unit, progress())).rectification
    assert task is not None
    assert not task.is_behind


def test_a_second_dispatch_begins_anew() -> None:
    other = dispatched(unit=OFFICE)
    finding = finding_after(*LINE[:3], (CAST.bureau, other))
    assert finding.state is State.DISPATCHED
    assert finding.rectification is not None
    assert finding.rectification.order.unit == OFFICE
    assert finding.standing.unit == OFFICE.code
    kept = finding_after(*LINE[:4], (CAST.bureau, other))
    assert kept.state is State.DISPATCHED, "verdicts are obeyed, whatever the table says"
    assert kept.rectification is not None
    assert kept.rectification.signature is None


def test_steps_without_a_dispatch_do_not_raise() -> None:
    finding = finding_after((CAST.unit, SignedFor("李建军", TODAY)), (CAST.station, AcceptanceArranged()))
    assert finding.rectification is None
    assert finding.state is State.ACCEPTING


def test_the_grid_is_the_corrected_one() -> None:
    assert finding_after((CAST.station, GridCorrected(OTHER_GRID))).grid == OTHER_GRID
