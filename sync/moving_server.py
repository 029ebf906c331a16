"""The bureau's server at another address: the same server, or it is not taken."""

from dataclasses import replace

from models.store import Store
from sync import failures
from sync.access import access_to, read_access, write_access
from sync.failures import Failed
from sync.http import PREFIX, Http


def use_address(store: Store, address: str) -> str:
    """Look whether the server that is known answers there, and ask it there from now on; its address as it is used.

    Raises Failed: for an address that is none, for silence, for a server of somebody else.
    """
    known = read_access(store.settings)
    if known is None:
        raise Failed(failures.SIGNED_OUT)
    moved = replace(access_to(address, ca_file=known.ca_file), instance=known.instance, bureau=known.bureau)
    http = Http(moved)  # without the token: whoever answers there is not known yet
    try:
        http.ask("GET", f"{PREFIX}/hello")
    finally:
        http.close()
    write_access(store.settings, replace(known, url=moved.url))
    return moved.url
