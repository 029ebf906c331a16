"""How a store's server is asked, kept in the store itself: the token never lies anywhere in plain."""

import json
import os
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from models.settings import Settings

_NAME = "server_access"
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class ServerAccess:
    """Where the server is and how it is asked. `instance` is the one that was met at sign-in; empty before."""

    url: str
    token: str = field(default="", repr=False)
    instance: str = ""
    bureau: str = ""
    ca_file: str = ""
    allow_plain: bool = False

    @property
    def is_loopback(self) -> bool:
        """Whether the server runs on this very machine."""
        return urlsplit(self.url).hostname in _LOOPBACK


def write_access(settings: Settings, access: ServerAccess) -> None:
    """Remember the server, its instance and the token, in one value: all of it or nothing."""
    plain = {
        "url": access.url,
        "token": access.token,
        "instance": access.instance,
        "bureau": access.bureau,
        "ca_file": access.ca_file,
    }
    settings.put(_NAME, json.dumps(plain, ensure_ascii=False))


def read_access(settings: Settings) -> ServerAccess | None:
    """What was remembered; None where nobody ever signed in at a server."""
    text = settings.get(_NAME)
    return access_to(**json.loads(text)) if text else None


def access_to(url: str, *, token: str = "", instance: str = "", bureau: str = "", ca_file: str = "") -> ServerAccess:
    """Access to a server. Two variables of the environment are for administrators of closed networks:

    GEWU_CA_FILE names the certificate authority of the bureau, GEWU_ALLOW_PLAIN=1 allows http beyond this machine.
    """
    allow_plain = os.environ.get("GEWU_ALLOW_PLAIN") == "1"
    access = ServerAccess(_tidy(url), token, instance, bureau, allow_plain=allow_plain)
    return replace(access, ca_file=ca_file or os.environ.get("GEWU_CA_FILE", ""))


def _tidy(url: str) -> str:
    """The address as it is used; people leave the scheme out."""
    text = url.strip()
    whole = text if not text or "://" in text else f"https://{text}"
    return whole if whole.endswith("://") else whole.rstrip("/")
