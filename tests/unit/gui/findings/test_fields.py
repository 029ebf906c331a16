"""The small controls of the form: what the wheel may not do, what Tab and arrows do, what is emitted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.findings.choice_list import ChoiceList
from gui.findings.description_field import DescriptionField
from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues
from gui.findings.more_line import MoreLine
from gui.findings.on_site_field import OnSiteField
from gui.findings.party_field import PartyField
from gui.findings.place_field import PlaceField
from gui.findings.position_field import PositionField
from gui.findings.quantity_field import QuantityField
from gui.findings.quiet_combo import QuietCombo
from gui.findings.segments import Segments
from gui.findings.severity_field import SeverityField
from gui.findings.type_picker import TypePicker
from models.reference import Enterprise
from models.vocabulary import OnSiteAction, PartyKind, PositionSource, QuantityUnit, Severity
from tests.hands import child, press, write

Heard = list[tuple[FormField, dict[str, object]]]


def listen(field: Field) -> Heard:
    """Everything that a field emits."""
    heard: Heard = []
    field.edited.connect(lambda name, changes: heard.append((name, changes)))
    return heard


def wheel(widget: QWidget) -> None:
    """Three notches over a control."""
    spot = QPointF(5, 5)
    event = QWheelEvent(
        spot,
        widget.mapToGlobal(spot),
        QPoint(0, -360),
        QPoint(0, -360),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_never_changes_a_closed_combo(qtbot: QtBot) -> None:
    combo = QuietCombo([(1, "一"), (2, "二"), (3, "三")])
    qtbot.addWidget(combo)
    combo.choose(2)
    combo.setFocus()
    wheel(combo)
    assert combo.value == 2


def test_segments_are_one_stop_and_arrows_choose(qtbot: QtBot) -> None:
    segments = Segments([(1, "一"), (2, "二"), (3, "三")])
    qtbot.addWidget(segments)
    heard: list[int] = []
    segments.chosen.connect(heard.append)
    wheel(segments)
    press(segments.focus_target(), Qt.Key.Key_Right)
    press(segments.focus_target(), Qt.Key.Key_Left)
    press(segments.focus_target(), Qt.Key.Key_Left)
    assert heard == [2, 1, 3]
    stops = [button for button in segments.findChildren(QWidget) if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [segments.focus_target()]


def test_showing_values_tells_nobody(qtbot: QtBot) -> None:
    values = FormValues(place="路口", severity=Severity.MAJOR, on_site=OnSiteAction.FIXED, amount="3")
    for make in (PlaceField, SeverityField, OnSiteField, QuantityField, DescriptionField, PositionField):
        field = make()
        qtbot.addWidget(field)
        heard = listen(field)
        field.show_values(values)
        assert heard == []


def test_tab_takes_the_suggested_place_only_while_the_line_is_empty(qtbot: QtBot) -> None:
    field = PlaceField()
    qtbot.addWidget(field)
    heard = listen(field)
    line = child(field, QLineEdit, "placeEdit")
    field.suggest("常焦路与丰北路路口")
    press(line, Qt.Key.Key_Tab)
    assert heard == [(FormField.PLACE, {"place": "常焦路与丰北路路口"})]
    line.setText("别处")
    press(line, Qt.Key.Key_Tab)
    assert line.text() == "别处"


@pytest.mark.parametrize(("field", "name"), [(PlaceField, "placeEdit"), (PartyField, "partyEdit")])
def test_a_text_that_is_too_long_is_not_cut_off(field: Callable[[], Field], name: str, qtbot: QtBot) -> None:
    made = field()
    qtbot.addWidget(made)
    line = child(made, QLineEdit, name)
    write(line, "长" * 300)
    assert len(line.text()) == 300


def test_folding_the_line_of_f4_keeps_the_focus_at_it(qtbot: QtBot) -> None:
    holder, line = QWidget(), MoreLine(may_name_finder=False)
    column = QVBoxLayout(holder)
    column.addWidget(line)
    column.addWidget(QLineEdit())
    qtbot.addWidget(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    line.toggle()
    line.toggle()
    assert holder.focusWidget() is child(line, QPushButton, "moreButton")


def test_a_segment_says_what_it_is_a_choice_of(qtbot: QtBot) -> None:
    field = SeverityField()
    qtbot.addWidget(field)
    assert [button.accessibleName() for button in field.findChildren(QPushButton)][:2] == [
        "严重程度 一般",
        "严重程度 较重",
    ]


def test_a_name_of_the_register_brings_its_code(qtbot: QtBot) -> None:
    field = PartyField()
    qtbot.addWidget(field)
    heard = listen(field)
    field.propose([Enterprise("常州宏业", "91320402")])
    field._on_picked("常州宏业")
    field._on_edited("新主体")
    assert heard[0][1] == {"party_name": "常州宏业", "party_kind": PartyKind.ENTERPRISE, "party_uscc": "91320402"}
    assert heard[1][1] == {"party_name": "新主体", "party_kind": PartyKind.UNKNOWN, "party_uscc": ""}


def test_without_a_position_a_reason_is_asked(qtbot: QtBot) -> None:
    field = PositionField()
    qtbot.addWidget(field)
    heard = listen(field)
    field.show_values(FormValues())
    reason = child(field, QWidget, "noPositionCombo")
    assert not reason.isHidden()
    write(child(field, QLineEdit, "positionEdit"), "1")
    assert heard == [(FormField.POSITION, {"position_text": "1", "position_source": PositionSource.PERSON})]
    field.show_values(FormValues(position_text="1"))
    assert reason.isHidden()


def test_one_grid_needs_no_choice(qtbot: QtBot) -> None:
    field = PositionField()
    qtbot.addWidget(field)
    combo = child(field, QuietCombo, "gridCombo")
    field.offer_grids([("320402104203012", "第12网格")])
    assert combo.isHidden()
    field.offer_grids([("320402104203012", "第12网格"), ("320402104203013", "第13网格")])
    assert not combo.isHidden()


def test_a_number_that_was_typed_keeps_its_unit(qtbot: QtBot) -> None:
    field = QuantityField()
    qtbot.addWidget(field)
    heard = listen(field)
    field.show_values(FormValues(unit=QuantityUnit.MU))
    write(child(field, QLineEdit, "amountEdit"), "3")
    assert heard == [(FormField.QUANTITY, {"amount": "3", "unit": QuantityUnit.MU})]


def test_the_line_of_f4_unfolds(qtbot: QtBot) -> None:
    line = MoreLine(may_name_finder=False)
    qtbot.addWidget(line)
    line.show()
    line.offer_people([("p", "王建国")])
    line.show_values(FormValues(finder="p", companions=("李秀英",)))
    assert "发现人 王建国、李秀英；" in child(line, QLabel, "moreFacts").accessibleName()
    line.toggle()
    assert line._panel.isVisible()
    assert not child(line, QWidget, "finderCombo").isEnabled()


@pytest.mark.parametrize(
    ("typed", "key", "code"),
    [
        ("sgyc", Qt.Key.Key_Return, "A01"),
        ("a06", Qt.Key.Key_Return, "A06"),
        ("漂浮", Qt.Key.Key_Return, "W19"),
        ("没有这种", Qt.Key.Key_Return, None),
        ("sgyc", Qt.Key.Key_Escape, None),
    ],
)
def test_a_type_is_found_by_typing(
    dressed: QApplication, qtbot: QtBot, typed: str, key: Qt.Key, code: str | None
) -> None:
    picker, heard = TypePicker(), list[str]()
    qtbot.addWidget(picker)
    picker.picked.connect(heard.append)
    picker.show()
    picker.setFocus()
    for sign in typed:
        picker.insert(sign)
    picker._on_typed(picker.text())
    press(picker, key)
    assert heard == ([code] if code else [])


def test_a_type_is_chosen_in_two_levels(dressed: QApplication, qtbot: QtBot) -> None:
    picker, heard = TypePicker(), list[str]()
    qtbot.addWidget(picker)
    picker.picked.connect(heard.append)
    picker.show()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(picker, key)
    assert heard == ["W02"]
    assert picker.text().startswith("W02")


def test_the_list_of_choices_is_a_model(qtmodeltester: Callable[..., None]) -> None:
    model = ChoiceList()
    model.show_choices([("A01", "施工扬尘"), ("A02", "裸土未覆盖")])
    qtmodeltester.check(model)  # type: ignore[attr-defined] # pytest-qt has no types for it
    assert (model.value(1), model.value(7)) == ("A02", None)
