"""流转记录 says who, what, when, where, and why something took no effect."""

from dataclasses import replace
from datetime import timedelta

from gui.findings.history_words import HistoryLine, history
from gui.names import Names
from models.entries import FINDING, Subject
from models.facts import Fact, Redescribed, Resubmitted, Returned
from models.finding import Finding
from models.ids import new_id
from models.ledger import add_up
from models.vocabulary import ReturnReason
from tests.builders import NOON, posted, raised

ME, OFFICER, SUBJECT = new_id(), new_id(), new_id()
NAMES = Names({ME: "王建国", OFFICER: "周敏"}, {})


def life(*with_reason: tuple[Fact, str, int | None, str | None]) -> Finding:
    """A finding whose entries follow one another by an hour: fact, author, number, reason."""
    entries = [
        posted(fact, subject=SUBJECT, author=author, dseq=place, number=number, reason=reason,
               at=NOON + timedelta(hours=place))
        for place, (fact, author, number, reason) in enumerate(with_reason, 1)
    ]  # fmt: skip
    found = add_up(Subject(FINDING, SUBJECT), entries)
    assert found is not None
    return found


def lines(finding: Finding) -> tuple[HistoryLine, ...]:
    """As seen in the evening."""
    return history(finding, NAMES, NOON + timedelta(hours=8))


def test_the_newest_stands_first() -> None:
    returned = Returned((ReturnReason.PHOTO_UNCLEAR,), "照片看不清，请重拍")
    told = lines(life((raised(), ME, 1, None), (returned, OFFICER, 2, None)))
    assert [(line.who, line.what, line.when) for line in told] == [
        ("周敏", "退回：照片看不清，请重拍", "今天 14:00"),
        ("王建国", "登记", "今天 13:00"),
    ]


def test_where_it_stands() -> None:
    told = lines(life((raised(), ME, 1, None), (Redescribed("工地东侧土方堆放约1300平方米。"), ME, None, None)))
    assert [(line.what, line.at_bureau, line.moves) for line in told] == [
        ("更正描述", "仅本机", False),
        ("登记", "局里已收", True),
    ]


def test_what_took_no_effect_says_why_and_is_not_hidden() -> None:
    told = lines(life((raised(), ME, 1, None), (Resubmitted(), ME, 2, "state_reported")))
    assert told[0].doubt.startswith("没有生效——")
    assert told[0].what == "补正后重新上报"
    assert told[1].doubt == ""


def test_a_kind_of_a_newer_program_is_kept_and_said() -> None:
    finding = life((raised(), ME, 1, None))
    newer = replace(finding.history[0], kind="telepathy", known=False)
    told = lines(replace(finding, history=(*finding.history, newer)))
    assert told[0].what == "这一条要新版程序才能看，内容保留着。"
