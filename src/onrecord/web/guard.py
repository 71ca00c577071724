"""What every request passes before any page sees it, and what every answer carries."""

from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.access import Access
from onrecord.web.problems import problem

PASS, TOKEN = "onrecord-pass", "token"
SAFE = ("GET", "HEAD")
METHODS = (*SAFE, "POST")
LONGEST_ADDRESS, LARGEST_BODY = 8_000, 200_000
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""Set on every answer that does not set them itself."""


class Guard:
    """Turns away wrong hosts, methods, sizes, foreign writes and whoever lacks the token."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer why not."""
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)
        if scope["type"] != "http":
            raise RuntimeError(f"{scope['type']}: the reader speaks HTTP alone")
        refused = self._refused(scope)
        if scope["method"] == "HEAD":
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        return await (refused or self._app)(scope, receive, _with_headers(send))

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._access.serves(headers.get("host", "")):
            return problem(scope, 400, "This address is not the reader's", "Open the address that it printed.")
        if scope["method"] not in METHODS:
            return problem(scope, 405, "The reader does not do that", "It shows pages and takes forms.")
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return problem(scope, 414, "This address is too long", "Ask for less at a time.")
        if not headers.get("content-length", "0").isdecimal() or int(headers.get("content-length", "0")) > LARGEST_BODY:
            return problem(scope, 413, "That is too much at a time", "Send less.")
        return self._stranger(scope, headers) or self._foreign(scope, headers)

    def _stranger(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to one who lacks the token; to one who brings it, the same address without it."""
        if self._access.token is None or scope["path"].startswith("/static/"):
            return None
        kept = _cookie(headers.get("cookie", ""), PASS)
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if self._access.holds_pass(kept) or (scheme.lower() == "bearer" and self._access.admits(given.strip())):
            return None
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if scope["method"] in SAFE and self._access.admits(asked.pop(TOKEN, None)):
            there = RedirectResponse(_own(scope["path"], urlencode(asked)), 303)
            there.set_cookie(PASS, self._access.pass_for_token(), httponly=True, samesite="strict")
            return there
        return problem(scope, 401, "The reader asks for its token", "Open the address that it printed, with the token.")

    def _foreign(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to a write that another site's page sends."""
        if scope["method"] in SAFE:
            return None
        site, origin = headers.get("sec-fetch-site", "none"), headers.get("origin", "null")
        ours = origin == "null" or urlsplit(origin).netloc == headers.get("host")
        if site in ("same-origin", "none") and ours:
            return None
        return problem(scope, 403, "Another site sent this", "Nothing was changed. Use the reader's own pages.")


def _own(path: str, query: str) -> str:
    """An address on this server: never another host's, however many slashes it begins with."""
    return "/" + path.lstrip("/\\") + (f"?{query}" if query else "")


def _cookie(header: str, name: str) -> str | None:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    return found.value if found else None


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending


def _without_body(send: Send) -> Send:
    """The answer to ``HEAD``: what ``GET`` is answered with, but for the body."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sending
