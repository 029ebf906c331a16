"""Each file and each line of `import` on its own: what became of it, as the line that is printed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from commands.photo_intake import keep_file, look_at_file, readable_name, unkept
from commands.telling.refusal_words import said
from models.clock import Clock
from models.codec import to_plain
from models.errors import PictureRefused, Refusal, Refused
from models.facts import Photo
from models.form import ReadForm, read_form, text_of
from models.ids import DraftId, PersonId, new_id
from models.people import Person, Role
from models.pictures import PictureFacts, as_line
from models.rules import MOST_PHOTOS, faults
from models.store import Store

Line = dict[str, Any]
_WithWarnings = tuple[Photo, tuple[str, ...]]
_ANYBODY = Person(PersonId(new_id()), "", "?", Role.INSPECTOR, "")
"""Who would log it, in a dry run without a profile."""


class Importer:
    """Takes photos and findings into a store; without one it only looks."""

    def __init__(self, store: Store | None, clock: Clock) -> None:
        """Photos that come alone go into drafts of this import, as many as fit a finding."""
        self._store = store
        self._clock = clock
        self._draft, self._in_draft = DraftId(new_id()), list[Photo]()

    def photo(self, path: Path) -> Iterator[Line]:
        """One photo. It is in a draft when this yields."""
        result = look_at_file(path, self._clock)
        if self._store is not None and isinstance(result, PictureFacts):
            try:
                photo, _ = keep_file(self._store, path)
            except PictureRefused as refused:  # it changed since it was looked at
                result = refused
            else:
                self._add_to_draft(self._store, photo)
        codes = [result.refusal.code] if isinstance(result, PictureRefused) else []
        yield {**as_line(path, result), "codes": codes}

    def findings(self, path: Path) -> Iterator[Line]:
        """The findings of a .jsonl file, one a line; a line that is refused keeps no other one back."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except OSError:
            yield {"line": 0, **_refused(Refusal("file_unreadable", {"file": path.name}))}
            return
        except UnicodeDecodeError:
            yield {"line": 0, **_refused(Refusal("not_utf8", {"file": path.name}))}
            return
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield {"line": number, **self._finding(line, path.parent)}

    def _finding(self, line: str, folder: Path) -> Line:
        try:
            plain = json.loads(line)
        except (ValueError, RecursionError):
            return _refused(Refusal("line_unreadable"))
        if not isinstance(plain, dict):
            return _refused(Refusal("line_unreadable"))
        try:
            form = self._read(plain, folder)
            if self._store is None:
                return _looked_at(form, self._clock, grid_known="grid" in plain)
            recorded = self._store.pen.record([form.raised])
        except Refused as refused:
            return _refused(*refused.refusals)
        except PictureRefused as refused:
            return _refused(refused.refusal)
        return _accepted(form, recorded.finding, recorded.shown_number)

    def _read(self, plain: Mapping[str, Any], folder: Path) -> ReadForm:
        paths = plain.get("photos") or []
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            raise Refused(Refusal("value_unreadable", {"field": "photos", "key": "photos"}))
        now = self._clock.now()
        person = self._store.person if self._store is not None else _ANYBODY
        without = read_form({**plain, "photos": None}, (), person=person, now=now)
        self._refuse_unknown_grid(text_of(plain, "grid"))
        if self._store is not None:
            _refuse(fault for fault in faults(without.raised, now) if fault.values.get("field") not in _BY_PHOTOS)
        looked_at = _with_photos(plain, [self._look(folder / path) for path in paths], person, now)
        if self._store is None:
            return looked_at
        _refuse(faults(looked_at.raised, now))  # whatever is wrong is said before a photo is taken in for nothing
        return _with_photos(plain, [keep_file(self._store, folder / path) for path in paths], person, now)

    def _look(self, path: Path) -> _WithWarnings:
        result = look_at_file(path, self._clock)
        if isinstance(result, PictureRefused):
            raise result
        return unkept(result, readable_name(path)), result.warnings

    def _refuse_unknown_grid(self, grid: str) -> None:
        if self._store is None or not grid or not self._store.reference.grids():
            return
        if self._store.reference.area(grid) is None:
            raise Refused(Refusal("grid_unknown", {"field": "grid", "grid": grid}))

    def _add_to_draft(self, store: Store, photo: Photo) -> None:
        if len(self._in_draft) == MOST_PHOTOS:
            self._draft, self._in_draft = DraftId(new_id()), []
        if all(photo.sha256 != other.sha256 for other in self._in_draft):
            self._in_draft.append(photo)
            store.drafts.save(self._draft, {"photos": [to_plain(one) for one in self._in_draft]})


_BY_PHOTOS = {"photos", "position", "found_at"}
"""Fields that photos may fill in."""


def _refuse(found: Iterable[Refusal]) -> None:
    if refusals := tuple(found):
        raise Refused(*refusals)


def _with_photos(plain: Mapping[str, Any], photos: Sequence[_WithWarnings], person: Person, now: datetime) -> ReadForm:
    form = read_form({**plain, "photos": None}, [photo for photo, _ in photos], person=person, now=now)
    warnings = dict.fromkeys((*form.warnings, *(code for _, codes in photos for code in codes)))
    return ReadForm(form.raised, tuple(warnings))


def _looked_at(form: ReadForm, clock: Clock, *, grid_known: bool) -> Line:
    missing = [
        fault
        for fault in faults(form.raised, clock.now())
        if grid_known or fault.values.get("field") != "grid"  # the grid is the person's own, and nobody is signed in
    ]
    return _refused(*missing) if missing else _accepted(form, None, None)


def _accepted(form: ReadForm, finding: str | None, number: str | None) -> Line:
    return {
        "accepted": True,
        "reason": None,
        "finding": finding,
        "number": number,
        "warnings": list(form.warnings),
        "codes": [],
    }


def _refused(*refusals: Refusal) -> Line:
    words = said(refusals)
    codes = [one.code for one in refusals]
    return {"accepted": False, "reason": words, "finding": None, "number": None, "warnings": [], "codes": codes}
