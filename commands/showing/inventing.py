"""Findings made of the tables spots, sights and kinds: which ones, where, when, how far they have come."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from random import Random

from commands.showing.cast import inspector_of, rows
from commands.showing.fates import Fate
from commands.showing.stories import CLOSED_SIZE, OPEN_SIZE, Story, days_of, form_of
from models.clock import CHINA, day_of
from models.coordinates import Position
from models.taxonomy import category
from models.vocabulary import Method, ReturnReason, Source

HOW_MANY = {
    Fate.REPORTED: 12,
    Fate.RETURNED: 4,
    Fate.RESUBMITTED: 2,
    Fate.VERIFIED: 3,
    Fate.ENLISTED: 7,
    Fate.TO_SIGN: 9,
    Fate.RECTIFYING: 12,
    Fate.BEHIND: 3,
    Fate.UNREPORTED: 2,
    Fate.OVERDUE: 7,
    Fate.DUE_TODAY: 4,
    Fate.DUE_SOON: 5,
    Fate.REFUSED: 4,
    Fate.REFUSED_TWICE: 1,
    Fate.COMPLETED: 9,
    Fate.ACCEPTING: 5,
    Fate.ACCEPTING_AGAIN: 2,
    Fate.ACCEPTED: 4,
    Fate.FILE_RETURNED: 2,
    Fate.CLOSING: 8,
    Fate.NOTICE: 7,
    Fate.NOTICE_OVER: 3,
    Fate.CLOSED: 145,
    Fate.CLOSED_AGAIN: 18,
}
_HOME = "320402104203"
"""三河口村: its inspector, its committee and its station are the ones whose stores the demo opens."""
_SIDES = {
    "site": ("东侧", "西侧", "北门", "南门", "二标段", "堆场", "基坑边"),
    "bare": ("东半幅", "西半幅", "北侧", "南侧", "靠路一侧"),
    "road": ("东段", "西段", "路口北", "加油站门前", "公交站旁", "桥头"),
    "river": ("上游", "下游", "桥下", "南岸", "北岸", "闸口", "弯道处"),
    "outlet": ("东", "西", "北侧", "旁", "下游"),
    "farm": ("1号塘", "2号塘", "3号塘", "出水口"),
    "field": ("东头", "西头", "机耕路旁", "渠边", "中部"),
    "village": ("西侧", "东侧", "停车场旁", "绿化带", "公厕旁", "河边"),
    "kitchen": ("后厨外墙", "北侧", "二楼", "后巷"),
    "night": ("东头", "西头", "中段", "公厕旁", "停车场口"),
    "works": ("一车间", "二车间", "北墙外", "仓库旁", "喷漆间"),
}
_WHY_BACK = (
    "照片太远看不清现状，请走近补一张，再补一张能看出位置的。",
    "地点写得不够清楚，请写到门牌或在图上点一下。",
    "数量没有写明，请补上面积或长度。",
    "责任主体没有写清，请问清楚是哪一家再报。",
)
_SOURCES = (Source.PATROL,) * 8 + (Source.CAMPAIGN, Source.PUBLIC_REPORT, Source.ASSIGNED_FROM_ABOVE)
_METHODS = {
    Source.PATROL: Method.GRID_PATROL,
    Source.CAMPAIGN: Method.DRONE,
    Source.PUBLIC_REPORT: Method.PUBLIC_REPORT,
    Source.ASSIGNED_FROM_ABOVE: Method.ASSIGNED_FROM_ABOVE,
}


def invented(today: datetime) -> tuple[Story, ...]:
    """All of them, those of a fate together."""
    midnight = datetime.combine(day_of(today), time(), CHINA)
    chance = Random(f"{midnight:%Y-%m-%d}")  # noqa: S311 - the same every time is the point
    fates = [fate for fate, count in HOW_MANY.items() for _ in range(count)]
    deck = _Deck(chance)
    return tuple(
        _invent(fate, 1000 + number, deck, chance, midnight, since=_since(fates, number, chance))
        for number, fate in enumerate(fates)
    )


def _since(fates: Sequence[Fate], number: int, chance: Random) -> int:
    """How many days ago the last step was: those of one fate are spread evenly over its range."""
    fate = fates[number]
    least, most = fate.way.since
    place = (number - fates.index(fate) + chance.random()) / fates.count(fate)
    return least + int((most - least + 1) * place)


class _Deck:
    """Deals pairs of a spot and a sight so that each comes up before any comes up again."""

    def __init__(self, chance: Random) -> None:
        sights = rows("sights")
        pairs = [(spot, sight) for spot in rows("spots") for sight in sights if sight["ground"] == spot["ground"]]
        chance.shuffle(pairs)
        self._home = _endless([pair for pair in pairs if pair[0]["grid"].startswith(_HOME)])
        self._away = _endless([pair for pair in pairs if not pair[0]["grid"].startswith(_HOME)])
        self._chance = chance
        self._used: set[tuple[str, str]] = set()

    def deal(self, fate: Fate) -> dict[str, str]:
        """A row like those of findings.csv; what is due soon lies mostly where the demo's people work."""
        at_home = 0.65 if fate.way.due or fate is Fate.REFUSED else 0.4
        spot, sight = next(self._home if self._chance.random() < at_home else self._away)
        return {**spot, **sight, "place": self._place(spot, sight["category"])}

    def _place(self, spot: dict[str, str], category_code: str) -> str:
        """A side of the spot where nothing of this type was found yet; else some metres farther."""
        sides = [spot["place"] + side for side in _SIDES[spot["ground"]]]
        self._chance.shuffle(sides)
        places = (*sides, *(f"{side}往里{metres}米" for metres in range(20, 200, 20) for side in sides))
        place = next(place for place in places if (category_code, place) not in self._used)
        self._used.add((category_code, place))
        return place


def _endless(pairs: Sequence[tuple[dict[str, str], dict[str, str]]]) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    while True:
        yield from pairs


def _invent(fate: Fate, number: int, deck: _Deck, chance: Random, midnight: datetime, *, since: int) -> Story:
    row = deck.deal(fate)
    source = chance.choice(_SOURCES)
    usual = category(row["category"])
    row |= {"by": inspector_of(row["grid"]), "source": source.value, "method": _METHODS[source].value}
    row |= {"action": usual.on_site.value if usual else ""}
    days = days_of(fate.way.stages, chance)
    ago = days[-1] + since
    clock = timedelta(hours=chance.randint(8, 16), minutes=chance.randint(0, 59))
    seen_at = midnight - timedelta(days=max(ago, 1)) + clock
    position = Position(
        round(float(row["lon"]) + chance.uniform(-9e-4, 9e-4), 6),
        round(float(row["lat"]) + chance.uniform(-9e-4, 9e-4), 6),
    )
    description = row["description"].format(**_amounts(chance))
    form = form_of(row, row["place"], description, position, seen_at)
    is_closed = fate in (Fate.CLOSED, Fate.CLOSED_AGAIN)
    pictures = chance.choice((1, 1, 1, 2) if is_closed else (1, 2, 2, 3))
    words = chance.choice(_WHY_BACK) if fate in (Fate.RETURNED, Fate.RESUBMITTED) else ""
    size = CLOSED_SIZE if is_closed else OPEN_SIZE
    return Story(row["by"], seen_at, row["scene"], pictures, fate, words, form, days, number, size)


def _amounts(chance: Random) -> dict[str, int]:
    return {
        "area": chance.randint(6, 60) * 20,
        "length": chance.randint(3, 40) * 5,
        "small": chance.randint(3, 36),
        "count": chance.randint(2, 6),
    }


def reason_of(story: Story) -> ReturnReason:
    """The button that fits why it was sent back."""
    if "照片" in story.words:
        return ReturnReason.PHOTO_UNCLEAR
    if "地点" in story.words:
        return ReturnReason.PLACE_WRONG
    return ReturnReason.PARTY_UNCLEAR if "责任主体" in story.words else ReturnReason.OTHER
