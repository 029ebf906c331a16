"""Carrying over what somebody wrote down before they had an account: drafts and photos, into the account's store.

Read, sealed anew, compared by digest, written in one transaction, and only then marked as carried where it came from.
Nothing is taken away there. Whoever is killed in between goes on where they were; twice is harmless.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from models.drafts import Draft
from models.errors import Damaged, Malformed, PictureRefused
from models.local_people import is_carried, mark_carried, note_carried
from models.person_files import read_person
from models.profile import Profile, Unlocked
from models.store import Store

_LOG = logging.getLogger(__name__)
_PROMISED = "carry_over"


@dataclass(frozen=True, slots=True)
class Carried:
    """What lies in the account's store now. `kept` drafts could not be carried (a photo of theirs cannot be read)."""

    drafts: int = 0
    photos: int = 0
    kept: int = 0
    is_news: bool = True
    """Whether something came this time, or nothing is left; what stays behind is looked at again at every sign-in."""


def promise(store: Store, local: Unlocked) -> None:
    """Remember in the account's (encrypted) store what is to be carried into it, and the key that opens it."""
    store.settings.put(_PROMISED, json.dumps({**promised(store), local.person.login: local.key.hex()}))


def promised(store: Store) -> Mapping[str, str]:
    """Login and key (hex) of those whose drafts are still to be carried over."""
    plain: dict[str, str] = json.loads(store.settings.get(_PROMISED) or "{}")
    return plain


class Carrier:
    """Carries draft by draft, so that whoever works meanwhile never waits for more than one."""

    def __init__(self, profile: Profile, store: Store) -> None:
        """`store` is the account's."""
        self._profile, self._store = profile, store
        self._kept: set[str] = set()
        self._moved = False

    def step(self) -> bool:
        """Carry over one draft with its photos; False where none is left. Raises WorldFailed, AlreadyOpen."""
        for login in promised(self._store):
            with self._opened(login) as source:
                left = [draft for draft in source.drafts.all() if not is_carried(source, draft)]
                draft = next((draft for draft in reversed(left) if draft.id not in self._kept), None)
                if draft is None:
                    continue
                if _carry(source, self._store, draft):
                    self._moved = True
                else:
                    self._kept.add(draft.id)
                return True
        return False

    def settle(self) -> Carried:
        """Count all that came over, also before the program was killed. Who has nothing left is asked for no more."""
        total, left = Carried(), dict(promised(self._store))
        for login in promised(self._store):
            with self._opened(login) as source:
                drafts = source.drafts.all()
                came = [draft for draft in drafts if is_carried(source, draft)]
            photos = {digest for draft in came for digest, _name in draft.photos}
            total = Carried(total.drafts + len(came), total.photos + len(photos), total.kept + len(drafts) - len(came))
            if len(came) == len(drafts):
                del left[login]
                note_carried(self._profile, login, self._store.person.login)
        self._store.settings.put(_PROMISED, json.dumps(left) if left else "")
        return replace(total, is_news=self._moved or not left)

    @contextmanager
    def _opened(self, login: str) -> Iterator[Store]:
        folder, key = self._profile.store_folder(login), bytes.fromhex(promised(self._store)[login])
        source = Store.open(folder, key, read_person(folder, key), self._store.clock)
        try:
            yield source
        finally:
            source.close()


def _carry(source: Store, target: Store, draft: Draft) -> bool:
    try:
        for digest, name in draft.photos:
            _carry_photo(source, target, digest, name)
    except (Damaged, PictureRefused, Malformed) as error:
        _LOG.info("A draft stays where it was written: %s", error.refusal.code)
        return False
    target.drafts.bring(draft)
    mark_carried(source, draft)
    return True


def _carry_photo(source: Store, target: Store, digest: str, name: str) -> None:
    original = source.photos.original(digest)
    if original is None:
        raise Damaged("photo_missing", digest=digest)
    kept, _warnings = target.photos.keep(original, name)
    if kept.sha256 != digest or not target.files.verify(digest):
        raise Damaged("photo_damaged", digest=digest)
