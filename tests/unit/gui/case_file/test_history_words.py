"""流转记录 says who, what, when, where, and why something took no effect."""

from dataclasses import replace
from datetime import timedelta

from gui.case_file.history_words import HistoryLine, history
from gui.names import Names
from models.entries import FINDING, Subject
from models.facts import Fact, Redescribed, Resubmitted, Returned
from models.finding import Finding
from models.ids import EntryId, new_id
from models.ledger import add_up
from models.vocabulary import ReturnReason
from tests.builders import NOON, posted, raised

ME, OFFICER, SUBJECT = new_id(), new_id(), new_id()
EVENING = NOON + timedelta(hours=8)
NAMES = Names({ME: "王建国", OFFICER: "周敏"}, {})


Told = tuple[Fact, str, int | None, str | None]


def lines(*told: Told) -> tuple[HistoryLine, ...]:
    """What the evening sees of entries that follow one another by an hour: fact, author, number, reason."""
    finding, said = life(*told)
    return history(finding, said, NAMES, EVENING)


def life(*told: Told) -> tuple[Finding, dict[EntryId, Fact]]:
    """The finding, and what each of its entries says."""
    entries = [
        posted(fact, subject=SUBJECT, author=author, dseq=place, number=number, reason=reason,
               at=NOON + timedelta(hours=place))
        for place, (fact, author, number, reason) in enumerate(told, 1)
    ]  # fmt: skip
    found = add_up(Subject(FINDING, SUBJECT), entries)
    assert found is not None
    return found, {each.entry.id: fact for each, (fact, *_rest) in zip(entries, told, strict=True)}


def test_the_newest_stands_first() -> None:
    returned = Returned((ReturnReason.PHOTO_UNCLEAR,), "照片看不清，请重拍")
    told = lines((raised(), ME, 1, None), (returned, OFFICER, 2, None))
    assert [(line.who, line.what, line.when) for line in told] == [
        ("周敏", "退回：照片看不清，请重拍", "今天 14:00"),
        ("王建国", "登记：1 张照片", "今天 13:00"),
    ]


def test_where_it_stands() -> None:
    told = lines((raised(), ME, 1, None), (Redescribed("工地东侧土方堆放约1300平方米。"), ME, None, None))
    assert [(line.what, line.at_bureau) for line in told] == [
        ("更正描述：工地东侧土方堆放约1300平方米。", "仅本机"),
        ("登记：1 张照片", "局里已收"),
    ]


def test_what_took_no_effect_says_why_and_is_not_hidden() -> None:
    told = lines((raised(), ME, 1, None), (Resubmitted(), ME, 2, "state_reported"))
    assert told[0].doubt.startswith("没有生效——")
    assert told[0].what == "重新上报"
    assert told[1].doubt == ""


def test_a_kind_of_a_newer_program_is_kept_and_said() -> None:
    finding, said = life((raised(), ME, 1, None))
    newer = replace(finding.history[0], kind="telepathy", known=False)
    told = history(replace(finding, history=(*finding.history, newer)), said, NAMES, EVENING)
    assert told[0].what == "这一条要新版程序才能看，内容保留着。"


def test_what_moved_the_finding_on_can_be_told_from_the_rest() -> None:
    told = lines(
        (raised(), ME, 1, None),
        (Redescribed("工地东侧土方堆放约1300平方米。"), ME, 2, None),
        (Returned((ReturnReason.OTHER,), "请补一张全景"), OFFICER, 3, None),
        (Returned((ReturnReason.OTHER,), "请再补一张"), OFFICER, 4, "state_returned"),
    )
    assert [line.moves for line in told] == [False, True, False, True]
