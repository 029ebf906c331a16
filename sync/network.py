"""Which network this laptop reaches the bureau from: its addresses, and the card of the router where the system tells it."""

import ctypes
import ipaddress
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from models.preferences import Network

_ANYWHERE = "192.0.2.1"
"""An address of nobody (RFC 5737): the way to it is the way to everywhere. Nothing is sent."""
_ROUTES, _NEIGHBOURS = Path("/proc/net/route"), Path("/proc/net/arp")


def network_towards(url: str) -> Network | None:
    """The network that the way to this server begins in; None where there is none. Sends nothing to the server."""
    own = _own_address(urlsplit(url).hostname or "") or _own_address(_ANYWHERE)
    if own is None:
        return None
    length = 24 if own.version == 4 else 64
    part = ipaddress.ip_network(f"{own}/{length}", strict=False)
    name = str(own).rpartition(".")[0] + ".x" if own.version == 4 else str(part)
    # at home and at the office it is often 192.168.1.x: the router tells them apart
    return Network(" ".join(filter(None, (str(part), _router(own)))), name)


def _own_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """A datagram socket that is told where to knows which of our addresses would be used."""
    try:
        family, kind, _protocol, _name, address = socket.getaddrinfo(host, 9, type=socket.SOCK_DGRAM)[0]
        with socket.socket(family, kind) as probe:
            probe.connect(address)
            return ipaddress.ip_address(str(probe.getsockname()[0]).partition("%")[0])
    except (OSError, ValueError, UnicodeError):
        return None


def _router(own: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    """The number of the router's card; empty where the system does not tell, or where there is none between."""
    if own.is_loopback:
        return ""
    with suppress(OSError, ValueError, IndexError, AttributeError, StopIteration):
        return _router_of_windows() if sys.platform == "win32" else router_of_linux(_ROUTES, _NEIGHBOURS)
    return ""


def router_of_linux(routes: Path, neighbours: Path) -> str:
    """From the kernel's tables of routes and neighbours."""
    rows = [line.split() for line in routes.read_text(encoding="ascii").splitlines()[1:]]
    gateway = next(row[2] for row in rows if row[1] == "00000000" and row[2] != "00000000")
    address = str(ipaddress.ip_address(struct.pack("<I", int(gateway, 16))))
    known = [line.split() for line in neighbours.read_text(encoding="ascii").splitlines()[1:]]
    card = next(row[3] for row in known if row[0] == address)
    return "" if card == "00:00:00:00:00:00" else card


def _router_of_windows() -> str:
    """GetBestRoute names the router, SendARP its card."""
    library = ctypes.WinDLL("iphlpapi")  # type: ignore[attr-defined,unused-ignore] # on Windows alone
    anywhere = struct.unpack("<I", socket.inet_aton(_ANYWHERE))[0]
    row = (ctypes.c_uint32 * 14)()
    if library.GetBestRoute(anywhere, 0, ctypes.byref(row)) != 0:
        return ""
    card, length = (ctypes.c_ubyte * 8)(), ctypes.c_ulong(8)
    next_hop = 3
    if library.SendARP(row[next_hop], 0, ctypes.byref(card), ctypes.byref(length)) != 0:
        return ""
    return ":".join(f"{octet:02x}" for octet in card[: length.value])
