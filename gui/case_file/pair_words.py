"""What the line under a pair of photos says: how far apart they were taken, and whether the one after proves more than one finding."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.coordinates import distance
from models.facts import Photo
from models.places import Place
from models.reuse import Reuse
from resources.words import _

Pair = tuple[Photo | None, Photo | None]
_FAR_METRES = 30


@dataclass(frozen=True, slots=True)
class PairWords:
    """`good`: nothing to look at; `other` is the finding that has the photo, too."""

    text: str
    good: bool
    other: str = ""


def leading_pair(place: Place) -> Pair:
    """The pair that stands for a place: the first that is whole, else the first."""
    pairs = place.pairs
    return next((pair for pair in pairs if all(pair)), pairs[0] if pairs else (None, None))


def pair_words(pair: Pair, reuse: Sequence[Reuse]) -> PairWords | None:
    """None where there is nothing to compare yet."""
    before, after = pair
    if before is None or after is None:
        return None
    used = next((one for one in reuse if one.sha256 == after.sha256), None)
    if used is not None:
        words = _("The photo after rectification stands in {number} as well").format(number=used.number)
        return PairWords(words, good=False, other=used.finding)
    unused = _("used in no other finding on this computer")
    if before.position is None or after.position is None:
        return PairWords(_("A position is missing, so no distance; {unused}").format(unused=unused), good=True)
    metres = round(distance(before.position, after.position))
    if metres > _FAR_METRES:
        words = _("The two are {n} m apart: look whether it is the same place; {unused}")
        return PairWords(words.format(n=metres, unused=unused), good=False)
    return PairWords(_("The two are {n} m apart; {unused}").format(n=metres, unused=unused), good=True)
