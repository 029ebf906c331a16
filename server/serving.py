"""Listening: where, with or without TLS, and saying so once requests are really taken."""

import ipaddress
import logging
import socket
import ssl
import sys
from contextlib import ExitStack, suppress

import uvicorn

from models.collecting import collect_less_often
from models.errors import Refusal, Refused
from server.application import create
from server.office import opened, refuse_low_counter
from server.settings import Settings

# longer than a laptop pauses between two requests: a closed connection costs it a new handshake
_KEPT_ALIVE = 75
_PATIENCE_AT_STOP = 10
_HIGHEST_PORT = 65_535


def serve(settings: Settings) -> None:
    """Serve until told to stop. Raises Refused, WorldFailed where it cannot begin."""
    if not 0 <= settings.port <= _HIGHEST_PORT:  # the resolver would cut it down to another one
        raise _cannot_listen(settings)
    refuse_plain_beyond_loopback(settings)
    refuse_moved_clock_beyond_loopback(settings)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)  # that it starts and stops is said in our own words
    with ExitStack() as stack:
        office = stack.enter_context(opened(settings))
        with office.database.reading() as connection:
            refuse_low_counter(connection)
        listener = stack.enter_context(_listener(settings))
        config = uvicorn.Config(
            create(settings, office),
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=_KEPT_ALIVE,
            timeout_graceful_shutdown=_PATIENCE_AT_STOP,
            ssl_certfile=settings.certificate,
            ssl_keyfile=settings.private_key,
        )
        _refuse_bad_certificate(config)
        collect_less_often()
        with suppress(KeyboardInterrupt):  # the ordinary way to stop it by hand
            _Server(config, _address(settings, listener)).run(sockets=[listener])


class _Server(uvicorn.Server):
    """Says where it listens when it does: scripts wait for this line."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        sys.stdout.write(f"listening on {self._address}\n")
        sys.stdout.flush()


def refuse_plain_beyond_loopback(settings: Settings) -> None:
    """Passwords and findings do not go over a network in the clear, unless somebody says so. Raises Refused."""
    if (settings.certificate is None) != (settings.private_key is None):
        raise Refused(Refusal("tls_needs_both"))
    if not settings.encrypted and not settings.allow_plain and not _is_loopback(settings.host):
        raise Refused(Refusal("plain_beyond_loopback", {"host": settings.host}))


def refuse_moved_clock_beyond_loopback(settings: Settings) -> None:
    """Only the demo and the tour move time, and both stay on this machine. Raises Refused."""
    if settings.clock_file is not None and not _is_loopback(settings.host):
        raise Refused(Refusal("clock_beyond_loopback", {"host": settings.host}))


def _is_loopback(host: str) -> bool:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return all(ipaddress.ip_address(str(address[4][0]).partition("%")[0]).is_loopback for address in found)


def _listener(settings: Settings) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        # with its protocol named, else asyncio leaves Nagle's algorithm on and every small answer takes 40 ms
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise _cannot_listen(settings) from error
    try:
        if sys.platform != "win32":  # there it would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except (OSError, OverflowError) as error:
        listener.close()
        raise _cannot_listen(settings) from error
    listener.setblocking(False)  # noqa: FBT003 - the socket's own spelling
    return listener


def _cannot_listen(settings: Settings) -> Refused:
    return Refused(Refusal("cannot_listen", {"host": settings.host, "port": settings.port}))


def _address(settings: Settings, listener: socket.socket) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{'https' if settings.encrypted else 'http'}://{host}:{listener.getsockname()[1]}"


def _refuse_bad_certificate(config: uvicorn.Config) -> None:
    try:
        config.load()
    except (ssl.SSLError, OSError) as error:
        raise Refused(Refusal("tls_unreadable", {"file": str(config.ssl_certfile)})) from error
