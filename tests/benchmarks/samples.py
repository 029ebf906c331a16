"""What is measured with: findings of about 920 bytes of JSON and photos of 300 KB, the same in every run."""

import random
from dataclasses import dataclass

from tests.builders import jpeg

PHRASES = (
    "工地东侧土方堆放约1200平方米，绿网只盖了一小半，风一吹就扬尘。",
    "雨水口有乳白色水流出，闻着有酸味，下游两百米处水面有泡沫。",
    "喷漆房的门敞开着，活性炭箱的压差表没有读数，味道飘到路对面。",
    "固废堆场没有围挡也没有标牌，渗滤液顺着水泥地流进了河边的沟里。",
    "渣土车出场没有冲洗，路面带泥三百多米，洒水车一小时后才到。",
    "养殖场的粪污池满了，溢出来的水进了旁边的田，村民反映三次了。",
    "餐饮店油烟净化器没开，油污沿着外墙流，楼上住户说晚上最重。",
    "化工桶露天放着，标签看不清，地上有油迹，旁边就是居民的菜地。",
)
PLACE = "常焦路与丰北路路口东南角工地第{}号"
DESCRIPTION_LENGTH = 150
PHOTO_SIZE = 300_000


@dataclass(frozen=True, slots=True)
class Sample:
    """A finding as somebody would type it, and its photo if it has one."""

    place: str
    description: str
    lon: float
    lat: float
    photo: bytes | None = None


def samples(count: int, *, with_photos: bool = False, seed: int = 1) -> list[Sample]:
    """That many findings; photos are tiny pictures with noise as comments, so that nothing compresses them."""
    chance = random.Random(seed)
    return [
        Sample(
            place=PLACE.format(n),
            description="".join(chance.choice(PHRASES) for _ in range(8))[:DESCRIPTION_LENGTH],
            lon=round(chance.uniform(119.9, 120.2), 6),
            lat=round(chance.uniform(31.7, 31.95), 6),
            photo=_photo(chance) if with_photos else None,
        )
        for n in range(count)
    ]


def _photo(chance: random.Random) -> bytes:
    """A JPEG of exactly PHOTO_SIZE bytes: its comment segments hold noise."""
    picture = jpeg(size=(32, 24))
    noise = chance.randbytes(PHOTO_SIZE - len(picture) - 5 * 4)
    length = -(-len(noise) // 5)
    parts = [noise[start : start + length] for start in range(0, len(noise), length)]
    comments = b"".join(b"\xff\xfe" + (len(part) + 2).to_bytes(2) + part for part in parts)
    return picture[:2] + comments + picture[2:]
