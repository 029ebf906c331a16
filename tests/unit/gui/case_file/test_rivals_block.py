"""Two values of one aspect stand side by side until somebody chooses."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.case_file.rivals_block import RivalsBlock, as_fact, in_words
from gui.names import Names
from models.entries import FINDING, Subject
from models.facts import Party, PartyNamed, Redescribed
from models.finding import Finding
from models.ids import new_id
from models.ledger import add_up
from tests.builders import NOON, posted, raised

ONE, OTHER = "工地东侧土方约1300平方米没有覆盖。", "工地西侧土方约900平方米没有覆盖。"
LI, ZHOU, SUBJECT = new_id(), new_id(), new_id()


def disputed() -> Finding:
    """Two people described it anew without having seen each other."""
    found = add_up(
        Subject(FINDING, SUBJECT),
        [
            posted(raised(), subject=SUBJECT, author=new_id(), number=1),
            posted(Redescribed(ONE), subject=SUBJECT, author=LI, dseq=2, number=2, base=1),
            posted(Redescribed(OTHER), subject=SUBJECT, author=ZHOU, dseq=3, number=3, base=1),
        ],
    )
    assert found is not None
    assert found.rivals
    return found


def test_choosing_the_other_one_records_it_once_more(qtbot: QtBot) -> None:
    block, chosen = RivalsBlock(), list[object]()
    qtbot.addWidget(block)
    block.settled.connect(chosen.append)
    block.show_rivals(disputed(), Names({LI: "李秀英"}, {}), NOON, may_settle=True)
    for name in ("keepShown", "takeOther"):
        block.findChild(QPushButton, name).click()  # type: ignore[union-attr]
    assert chosen == [Redescribed(OTHER), Redescribed(ONE)]


def test_who_may_not_correct_sees_no_buttons(qtbot: QtBot) -> None:
    block = RivalsBlock()
    qtbot.addWidget(block)
    block.show_rivals(disputed(), Names(), NOON, may_settle=False)
    assert not block.isHidden()
    assert block.findChild(QPushButton, "takeOther") is None


def test_nobody_disagrees_nothing_shows(qtbot: QtBot) -> None:
    block = RivalsBlock()
    qtbot.addWidget(block)
    calm = add_up(Subject(FINDING, SUBJECT), [posted(raised(), subject=SUBJECT, author=LI)])
    assert calm is not None
    block.show_rivals(calm, Names(), NOON, may_settle=True)
    assert block.isHidden()


def test_every_aspect_has_its_fact_and_its_words() -> None:
    party = Party("常州宏业")
    assert as_fact("party", party) == PartyNamed(party)
    assert as_fact("party", None) == PartyNamed(None)
    assert [in_words(value) for value in (party, None, ONE)] == ["常州宏业", "待查明", ONE]
    assert in_words(raised().classification) == "施工扬尘 · 一般"
    assert in_words(raised().location) == raised().location.place
