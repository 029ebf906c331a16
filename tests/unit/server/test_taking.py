"""Taking tables in: whole or not at all, never removing, handed out by area, counted by version."""

from typing import Any

import pytest

from models.errors import Refused
from models.ids import PersonId
from models.people import Person, Role
from server import accounts, instance, registers
from server.importing.taking import import_table
from server.office import Office

AREAS = """code,name,parent
320000000000,江苏省,
320400000000,常州市,320000000000
320402000000,天宁区,
320402104000,郑陆镇,
320402104203,和平村,
320402104203012,第12网格,
320402105000,青龙街道,320402000000
"""
UNITS = "code,name,kind,parent,area\nTN01,天宁生态环境局,区县局,,320402000000\nTN02,郑陆镇政府,镇街,TN01,320402104000\n"
PEOPLE = """登录名,姓名,角色,所辖网格,单位,手机号
wangjg,王建国,网格员,320402104203012,TN02,13812345678
zhoumin,周敏,镇街环保站,320402104000,TN02,
libureau,李局,区县局,320402000000,TN01,
admin,管理员,系统管理员,320402000000,,
qinglong,青龙站,镇街环保站,320402105000,,
"""
ENTERPRISES = """name,uscc,area,address,lon,lat,industry
常州甲化工,91320402MA1XXXXX0X,320402104000,常焦路1号,120.087312,31.824605,化工
青龙印染,,320402105000,,,,印染
"""
HOLIDAYS = "日期,类型\n2026-10-01,休\n2026/10/10,班\n２０２６年10月2日,休\n"


def take(office: Office, text: str) -> Any:
    return import_table(office, text.encode())


def refused(office: Office, text: str) -> tuple[object, object]:
    """The line and the code of the reason."""
    with pytest.raises(Refused) as caught:
        take(office, text)
    values = caught.value.refusal.values
    return values.get("line"), values.get("because", caught.value.refusal.code)


def handed(office: Office, kind: str, role: Role, area: str) -> list[str]:
    """What somebody is handed of a kind, by name."""
    with office.database.reading() as connection:
        rows = registers.handed_to(connection, kind, Person(PersonId(""), "", "", role, area))
    return [str(row.get("name", row.get("date"))) for row in rows]


@pytest.fixture
def filled(office: Office) -> Office:
    """An office with every kind of table."""
    for text in (AREAS, UNITS, PEOPLE, ENTERPRISES, HOLIDAYS):
        assert take(office, text).changed
    return office


def test_bureau_is_learnt(filled: Office) -> None:
    """The only county of the area table is the bureau's."""
    with filled.database.reading() as connection:
        here = instance.read(connection)
    assert (here.bureau_code, here.bureau_name, filled.journal) == ("320402", "天宁区生态环境局", "320402")


def test_parents_are_found(filled: Office) -> None:
    """An area without a stated parent lies in the next level above that is known."""
    with filled.database.reading() as connection:
        everybody = Person(PersonId(""), "", "", Role.ADMIN, "320402000000")
        parents = {row["code"]: row["parent"] for row in registers.handed_to(connection, "areas", everybody)}
    assert parents == {
        "320000000000": "",
        "320400000000": "320000000000",
        "320402000000": "320400000000",
        "320402104000": "320402000000",
        "320402104203": "320402104000",
        "320402104203012": "320402104203",
        "320402105000": "320402000000",
    }


@pytest.mark.parametrize(
    ("kind", "role", "area", "names"),
    [
        ("areas", Role.INSPECTOR, "320402104203012", ["江苏省", "常州市", "天宁区", "郑陆镇", "和平村", "第12网格"]),
        ("areas", Role.STATION, "320402105000", ["江苏省", "常州市", "天宁区", "青龙街道"]),
        ("units", Role.STATION, "320402105000", ["天宁生态环境局"]),
        ("units", Role.INSPECTOR, "320402104203012", ["天宁生态环境局", "郑陆镇政府"]),
        ("people", Role.STATION, "320402104000", ["管理员", "李局", "王建国", "周敏"]),
        ("people", Role.BUREAU, "320402000000", ["管理员", "李局", "青龙站", "王建国", "周敏"]),
        ("enterprises", Role.INSPECTOR, "320402104203012", ["常州甲化工"]),
        ("enterprises", Role.BUREAU, "320402000000", ["常州甲化工", "青龙印染"]),
        ("holidays", Role.INSPECTOR, "320402104203012", ["2026-10-01", "2026-10-02", "2026-10-10"]),
    ],
)
def test_handed_out(filled: Office, kind: str, role: Role, area: str, names: list[str]) -> None:
    """The asker's area with what is above it, and nothing beside it."""
    assert sorted(handed(filled, kind, role, area)) == sorted(names)


def test_no_telephones(filled: Office) -> None:
    """What is handed out of people never holds a number."""
    with filled.database.reading() as connection:
        rows = registers.handed_to(connection, "people", Person(PersonId(""), "", "", Role.ADMIN, "320402000000"))
        phone = accounts.by_login(connection, "wangjg")
    assert phone is not None
    assert phone.phone == "13812345678"
    assert "13812345678" not in str(rows)


def test_imported_people_cannot_sign_in_before_they_have_a_password(filled: Office) -> None:
    """An account from a table is a description."""
    with filled.database.reading() as connection:
        account = accounts.by_login(connection, "wangjg")
    assert account is not None
    assert account.password_hash is None


def test_again_changes_nothing(filled: Office) -> None:
    """The same table once more is no new version; a changed row is, and keeps the person's id."""
    with filled.database.reading() as connection:
        before, known = registers.versions(connection), accounts.by_login(connection, "wangjg")
    for text in (AREAS, UNITS, PEOPLE, ENTERPRISES, HOLIDAYS):
        assert not take(filled, text).changed
    with filled.database.reading() as connection:
        assert registers.versions(connection) == before
    assert take(filled, PEOPLE.replace("王建国", "王建民")).changed
    with filled.database.reading() as connection:
        after, renamed = registers.versions(connection), accounts.by_login(connection, "wangjg")
    assert known is not None
    assert renamed is not None
    assert (renamed.person.id, renamed.person.name) == (known.person.id, "王建民")
    assert after["people"] > before["people"]


def test_nothing_is_removed(filled: Office) -> None:
    """A table without a code that was used does not delete the code."""
    assert take(filled, "code,name\n320402106000,茶山街道\n").changed
    assert "第12网格" in handed(filled, "areas", Role.BUREAU, "320402000000")


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("code,name\n320402000000,天宁区\n3204021,坏\n", 3, "import_area_code"),
        ("code,name\n3.20402E+11,天宁区\n", 2, "import_area_code"),
        ("code,name\n320402000000,天宁区\n320402000000,天宁\n", 3, "import_twice"),
        ("code,name,parent\n320402104000,郑陆镇,320499000000\n", 2, "import_parent_unknown"),
        ("code,name,parent\n320402104000,郑陆镇,320402104000\n", 2, "import_parent_unknown"),
        ("code,name\n320402104000,\n", 2, "import_name"),
        ("code,name,kind\n,局,区县局\n", 2, "import_unit_code"),
        ("code,name,kind,parent\nA,局,区县局,B\n", 2, "import_parent_unknown"),
        ("code,name,kind,parent\nA,局,区县局,A\n", 2, "import_parent_unknown"),
        ("code,name,kind\nA,局,\n", 2, "import_name"),
        ("code,name,kind\nA,局,区县局\nA,站,镇街\n", 3, "import_twice"),
        ("code,name,kind,area\nA,局,区县局,320402999000\n", 2, "import_area_unknown"),
        ("login,name,role,area\nx,王,局长,320402104000\n", 2, "role_unknown"),
        ("login,name,role,area\nx y,王,网格员,320402104000\n", 2, "login_not_allowed"),
        ("login,name,role,area\n32040219900101123X,王,网格员,320402104000\n", 2, "login_is_identity_number"),
        ("login,name,role,area\nx,王,网格员,郑陆镇\n", 2, "area_code_malformed"),
        ("login,name,role,area\nx,王,网格员,330402104000\n", 2, "area_of_another_bureau"),
        ("login,name,role,area\nx,王,网格员,320402999000\n", 2, "import_area_unknown"),
        ("login,name,role,area,unit\nx,王,网格员,320402104000,ZZ\n", 2, "import_unit_unknown"),
        ("login,name,role,area,unit\nx,李,责任单位,320402104000,\n", 2, "account_without_unit"),
        ("login,name,role,area,phone\nx,王,网格员,320402104000,0519-88\n", 2, "import_phone"),
        ("login,name,role,area\nx,王,网格员,320402104000\nX,李,网格员,320402104000\n", 3, "import_twice"),
        ("name,uscc,area\n甲,123,320402104000\n", 2, "import_uscc"),
        ("name,uscc,area,lon,lat\n甲,,320402104000,31.8,120.1\n", 2, "import_position"),
        ("name,uscc,area,lon,lat\n甲,,320402104000,120.1,\n", 2, "import_position"),
        ("name,uscc,area\n甲,,\n甲,,\n", 3, "import_twice"),
        ("date,kind\n2026-02-30,休\n", 2, "import_date"),
        ("date,kind\n2026-10-01,放假\n", 2, "import_day_kind"),
        ("date,kind\n2026-10-01,\n", 2, "import_day_kind"),
        ("date,kind\n,休\n", 2, "import_date"),
        ("date,kind\n2026-10-01,休\n2026/10/1,班\n", 3, "import_twice"),
    ],
)
def test_refused_whole(filled: Office, text: str, line: int, code: str) -> None:
    """One wrong line and nothing of the table is taken."""
    with filled.database.reading() as connection:
        before = registers.versions(connection)
    assert refused(filled, text) == (line, code)
    with filled.database.reading() as connection:
        assert registers.versions(connection) == before


@pytest.mark.parametrize("role", ["责任单位", "责任单位(部门/企业联络员)", "责任单位（部门/企业联络员）", "unit"])
def test_role_up_to_the_bracket(filled: Office, role: str) -> None:
    """As the table of roles writes it, or shorter."""
    assert take(filled, f"login,name,role,area,unit\nx,王,{role},320402104000,TN02\n").rows == 1


@pytest.mark.parametrize("kind", ["村社", "村", "社区", "村（社区）", "居委会"])
def test_villages_under_one_word(filled: Office, kind: str) -> None:
    """The township may act for them, and that is told by their kind."""
    assert take(filled, f"code,name,kind\nV1,三河口村委会,{kind}\nV2,村里的企业,企业\n").changed
    with filled.database.reading() as connection:
        rows = registers.handed_to(connection, "units", Person(PersonId(""), "", "", Role.ADMIN, "320402000000"))
    assert {row["code"]: row["kind"] for row in rows if row["code"] in ("V1", "V2")} == {"V1": "村社", "V2": "企业"}
