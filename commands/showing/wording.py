"""What people of the demo write at each step, made of the table kinds and of phrases that everybody has."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from commands.showing.cast import Responsible, rows
from commands.showing.stories import Story
from models.taxonomy import category

_SOON = (
    "预计按期完成，完成后拍照上传并申请验收。",
    "材料和人员都已到位，能够按期完成。",
    "每天有人在现场盯着，进度可以保证。",
)
_SLOW = "因连续阴雨和材料没有到货，比计划慢了几天，正在增加人手追赶进度。"
_KEPT = (
    "责任落实到人，每周巡查一次并做好记录，发现回潮立即处理。",
    "已列入网格日常巡查点位，每周复看一次，防止反弹。",
    "举一反三排查了周边同类点位，没有发现新的问题，已建立长效管护制度。",
)
_HEARD = (
    "周边居民走访三户，都反映现场明显改善。",
    "请附近两位住户到现场看过，表示认可。",
    "网格群里公示了前后对比照片，没有不同意见。",
)
_OPINIONS = (
    "现场核查与申报一致，措施落实到位，同意通过验收。",
    "两人到现场逐条核对，整改目标已经达到，同意通过。",
    "对照整改前照片同角度查看，问题已解决，同意通过验收并上报销号。",
)
_REVIEWS = (
    "材料齐全，前后照片对应，同意公示。",
    "一案一档完整，验收手续齐备，同意公示七天。",
    "已抽看现场，情况属实，同意公示。",
)
_FILE_BACK = (
    "验收表缺第二位核查人员的签字，请补齐后再报。",
    "前后照片角度不一致，请补一张同角度的整改后照片说明。",
    "完成情况没有写明清运去向，请补充消纳凭据。",
)
_CLOSING = ("公示期满，没有收到异议，准予销号。", "公示七天无异议，同意销号并备案。")


@dataclass(frozen=True, slots=True)
class Kind:
    """A line of kinds.csv."""

    unit: str
    days: int
    goal: str
    measures: tuple[str, ...]
    progress: str
    done: str
    refused: str


@cache
def _kinds() -> dict[str, Kind]:
    return {
        row["category"]: Kind(
            row["unit"],
            int(row["days"]),
            row["goal"],
            tuple(row["measures"].split("|")),
            row["progress"],
            row["done"],
            row["refused"],
        )
        for row in rows("kinds")
    }


class Wording:
    """The texts of one story."""

    def __init__(self, story: Story, chance: Random) -> None:
        """`chance` chooses among phrases."""
        self.kind = _kinds()[story.form.classification.category]
        self._chance = chance
        known = category(story.form.classification.category)
        self._place = story.form.location.place
        self._short = known.short if known else ""

    def progress(self, *, slow: bool) -> str:
        """进展情况."""
        return self.kind.progress + (_SLOW if slow else self._chance.choice(_SOON))

    def completed(self, by: Responsible, day: date) -> str:
        """完成情况, long enough for the file."""
        return (
            f"{self._place}{self._short}问题由{by.unit.name}（责任人{by.person}）负责整改，{day.month}月{day.day}日完成。"
            f"{self.kind.done}。{self._chance.choice(_HEARD)}{self._chance.choice(_KEPT)}"
            "整改前后照片、措施完成情况和相关凭据已一并归档，可供随时查看。"
        )

    def opinion(self) -> str:
        """验收意见."""
        return self._chance.choice(_OPINIONS)

    def review(self) -> str:
        """审核意见."""
        return self._chance.choice(_REVIEWS)

    def file_back(self) -> str:
        """Why the bureau wants the file again."""
        return self._chance.choice(_FILE_BACK)

    def notice(self, by: Responsible) -> str:
        """公示."""
        return (
            f"{self._place}{self._short}问题已由{by.unit.name}完成整改并通过镇街验收，现予公示，公示期七天。"
            "对整改情况有异议的，可在公示期内向区生态环境局反映。"
        )

    def closing(self) -> str:
        """销号 note."""
        return self._chance.choice(_CLOSING)
