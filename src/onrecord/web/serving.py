"""Serves the reader until it is stopped: one process, one ledger, nothing listened on but what was asked for."""

import socket
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Timer
from urllib.parse import quote

from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.ledger.connection import tidy
from onrecord.web.access import Access

PORT = 8765
TURN = 0.0005
"""Seconds until a thread gives way to another: what is worked out beside a page must not hold it up at every query."""
AT_ONCE = 64
"""More connections than these are turned away."""


def serve(ledger: Path, access: Access, port: int | None, browse: bool, say: Callable[[str], None]) -> None:
    """Serve until interrupted; without ``port`` the usual one, or a free one where that is taken."""
    import uvicorn

    from onrecord.web.app import application

    with Ledger.open(ledger):
        pass  # A ledger of an older onrecord is brought up to date once, before anybody reads.
    sys.setswitchinterval(TURN)
    with listening(access.host, port) as bound:
        there = address(access, bound.getsockname()[1])
        say(there)
        if browse:
            opener = Timer(0.5, webbrowser.open, [there])
            opener.daemon = True
            opener.start()
        config = uvicorn.Config(
            application(ledger, access),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=AT_ONCE,
            timeout_graceful_shutdown=2,
        )
        try:
            uvicorn.Server(config).run(sockets=[bound])
        except KeyboardInterrupt:
            say("Closed.")
        finally:
            tidy(ledger)


def listening(host: str, port: int | None) -> socket.socket:
    """A socket on the host and port; ``UsageError`` where it cannot be had."""
    for number in (PORT, 0) if port is None else (port,):
        try:
            family, kind, protocol, _, place = socket.getaddrinfo(
                host, number, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
            bound = socket.socket(family, kind, protocol)
        except OSError as error:
            raise UsageError(f"--host {host}: not an address of this machine ({error.strerror}); name one") from error
        try:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind(place)
            return bound
        except OSError as error:
            bound.close()
            if number and port is None:
                continue
            raise UsageError(f"{host}:{number}: cannot be used ({error.strerror}); choose another --port") from error
    raise AssertionError


def address(access: Access, port: int) -> str:
    """What a person opens; with the token where one is asked for."""
    host = "localhost" if access.host in ("0.0.0.0", "::") else access.host
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{port}/" + (f"?token={quote(access.token, safe='')}" if access.token else "")
