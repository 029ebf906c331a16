"""What a place of a finding is called, and which 整改前 photo a new photo of it answers."""

from collections.abc import Iterable, Sequence

from models.coordinates import distance
from models.facts import Photo
from models.places import SAME_PLACE_METRES, Place
from models.vocabulary import PhotoKind
from resources.words import _


def place_name(place: Place, number: int) -> str:
    """Its name, or 第 1 处."""
    return place.name or _("Place {number}").format(number=number)


def usual_place(places: Sequence[Place], photo: Photo, otherwise: int) -> int:
    """The index of the place that lies nearest to where a photo was taken, within 30 m; else the other one."""
    if photo.position is None:
        return otherwise
    near = [
        (distance(photo.position, one.position), index)
        for index, place in enumerate(places)
        for one in place.photos
        if one.position is not None
    ]
    metres, index = min(near, default=(SAME_PLACE_METRES + 1.0, otherwise))
    return index if metres <= SAME_PLACE_METRES else otherwise


def first_lacking(places: Sequence[Place]) -> int:
    """The index of the first place without a photo after rectification; the first one where all have some."""
    return next((index for index, place in enumerate(places) if not place.is_rectified), 0)


def answered(place: Place, others: Iterable[Photo]) -> str:
    """The digest of the 整改前 that one more 整改后 of this place answers: the first that none answers yet."""
    taken = {photo.same_place_as for photo in (*place.photos, *others)}
    before = [photo.sha256 for photo in place.of_kind(PhotoKind.BEFORE)]
    return next((digest for digest in before if digest not in taken), before[0] if before else "")


def place_of(places: Sequence[Place], digest: str) -> int | None:
    """The index of the place in which a photo stands."""
    return next((n for n, place in enumerate(places) if any(one.sha256 == digest for one in place.photos)), None)
