"""Tables as offices write them: any encoding, any known header, told apart and refused by line."""

import pytest

from models.errors import Refused
from server.importing.table import read_table

AREAS = "code,name,parent\n320402000000,天宁区,\n"


@pytest.mark.parametrize(
    "data",
    [
        AREAS.encode(),
        AREAS.encode("utf-8-sig"),
        AREAS.encode("gb18030"),
        AREAS.replace("\n", "\r\n").encode("gb18030"),
        AREAS.replace(",", "\t").encode(),
        ("\n\n" + AREAS + "\n\n").encode(),
        AREAS.replace("code,name,parent", "行政区划代码 , 名称, 上级代码").encode("gb18030"),
        AREAS.replace("code,name,parent", "ＣＯＤＥ,Name,parent").encode(),
        'name,code\n"天宁区",320402000000\n'.encode(),
    ],
    ids=["utf-8", "bom", "gb18030", "windows", "tabs", "blank lines", "chinese header", "full width", "other order"],
)
def test_same_table(data: bytes) -> None:
    """However it was saved, it is the same table."""
    table = read_table(data)
    assert table.kind == "areas"
    assert [(line.cells["code"], line.cells["name"]) for line in table.lines] == [("320402000000", "天宁区")]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("code,name,parent", "areas"),
        ("网格编码,名称,上级", "areas"),
        ("code,name,kind,parent,area", "units"),
        ("单位代码,单位名称,单位类型,上级单位,所在区划", "units"),
        ("login,name,role,area,unit,phone", "people"),
        ("登录名,姓名,角色,所辖网格,单位,手机号", "people"),
        ("name,uscc,area,address,lon,lat,industry", "enterprises"),
        ("企业名称,统一社会信用代码,所在区划,地址,经度,纬度,行业", "enterprises"),
        ("date,kind", "holidays"),
        ("日期,类型", "holidays"),
    ],
)
def test_kind(header: str, kind: str) -> None:
    """The header row tells the kind, in English or Chinese."""
    cells = ",".join("x" for _ in header.split(","))
    assert read_table(f"{header}\n{cells}\n".encode()).kind == kind


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "table_header_unknown", None),
        (b"code,name,parent\n", "table_empty", None),
        (b"a,b,c\n1,2,3\n", "table_header_unknown", None),
        (b"code,name,name\n1,2,3\n", "table_header_unknown", None),
        (b"code,name,colour\n1,2,3\n", "table_header_unknown", None),
        (b"\x80\x80\xff\xff\xff", "table_encoding", None),
        ("代码,名称\n1,天\n".encode("utf-16"), "table_encoding", None),
        (b'code,name\n1,a\n2,"b\n', "table_broken", 3),
        (b"code,name\n1,a\n\n2,b,c\n", "table_line_too_long", 4),
    ],
)
def test_refused(data: bytes, code: str, line: int | None) -> None:
    """Each kind of nonsense has its own reason, with the line where there is one."""
    with pytest.raises(Refused) as refused:
        read_table(data)
    assert refused.value.refusal.code == code
    assert refused.value.refusal.values.get("line") == line


def test_line_numbers_are_those_of_an_editor() -> None:
    """A cell with a line break counts as two lines."""
    table = read_table('name,uscc,area,address\n"甲",,,"一\n二"\n乙,,,\n'.encode())
    assert [line.number for line in table.lines] == [3, 4]
