"""改配对 while it is being done: photos move between places, places get names; pure, and never loses a photo."""

from dataclasses import dataclass, replace

from models.facts import Photo
from models.places import Place
from models.vocabulary import PhotoKind


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The places as they stand now; a place that lost its last photo is gone."""

    places: tuple[Place, ...]

    def place_of(self, digest: str) -> int:
        """The index of the place in which a photo stands; -1 where in none."""
        holds = (n for n, place in enumerate(self.places) if any(one.sha256 == digest for one in place.photos))
        return next(holds, -1)

    def photo(self, digest: str) -> Photo | None:
        """A photo by its digest."""
        return next((one for place in self.places for one in place.photos if one.sha256 == digest), None)

    def moved(self, digest: str, to: int) -> "Arrangement":
        """A photo at another place; behind the last one: at a new place."""
        photo = self.photo(digest)
        if photo is None or to < 0:
            return self
        places = [_without(place, digest) for place in (*self.places, Place())]
        target = min(to, len(places) - 1)
        places[target] = replace(places[target], photos=(*places[target].photos, photo))
        return Arrangement(tuple(place for place in places if place.photos))

    def named(self, at: int, name: str) -> "Arrangement":
        """A place with another name."""
        places = (replace(place, name=name) if n == at else place for n, place in enumerate(self.places))
        return Arrangement(tuple(places))

    def may_begin_place(self, digest: str) -> bool:
        """A place begins with a photo of before, and not with one that has its place for itself."""
        photo, at = self.photo(digest), self.place_of(digest)
        return photo is not None and photo.kind is PhotoKind.BEFORE and len(self.places[at].photos) > 1

    def without_before(self) -> tuple[int, ...]:
        """The indices of places of which no photo shows how it was before."""
        return tuple(n for n, place in enumerate(self.places) if not place.of_kind(PhotoKind.BEFORE))


def _without(place: Place, digest: str) -> Place:
    return replace(place, photos=tuple(photo for photo in place.photos if photo.sha256 != digest))
