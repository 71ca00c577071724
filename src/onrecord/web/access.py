"""Who may ask the reader for what: hosts, the token, and what makes a write the person's own."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from onrecord.errors import UsageError

LOOPBACK = ("localhost", "127.0.0.1", "::1")
SHORTEST = 16
"""A token of fewer characters can be guessed."""


@dataclass(frozen=True, slots=True)
class Access:
    """The host that is listened on, the token that is asked for (None: none), and a secret of this run alone."""

    host: str = "127.0.0.1"
    token: str | None = None
    names: tuple[str, ...] = ()
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def __post_init__(self) -> None:
        if self.token is not None and len(self.token) < SHORTEST:
            raise UsageError(f"--token: shorter than {SHORTEST} characters can be guessed; give a longer one")
        if not is_loopback(self.host) and self.token is None:
            raise UsageError(
                f"--host {self.host}: others could read the ledger; give --token too, or leave --host out to read here"
            )

    def serves(self, host: str) -> bool:
        """Whether a ``Host`` header names this reader; a name that somebody points at this machine does not."""
        name = _name(host)
        if is_loopback(self.host):
            return is_loopback(name)
        return is_loopback(name) or _is_address(name) or name in {self.host.lower(), *self.names}

    def admits(self, presented: str | None) -> bool:
        """Whether what was presented is the token; always where none is asked for."""
        return self.token is None or _same(presented, self.token)

    def pass_for_token(self) -> str:
        """What a browser keeps in place of the token."""
        return self._sign("pass", self.token or "")

    def holds_pass(self, presented: str | None) -> bool:
        """Whether a browser has shown the token before."""
        return self.token is None or _same(presented, self.pass_for_token())

    def form_key(self, session: str) -> str:
        """What a form of this session must send back."""
        return self._sign("form", session)

    def is_form_key(self, session: str | None, presented: str | None) -> bool:
        """Whether a form that was sent is one of ours."""
        return bool(session) and _same(presented, self.form_key(session or ""))

    def _sign(self, purpose: str, words: str) -> str:
        return hmac.new(self.secret, f"{purpose}\0{words}".encode(), hashlib.sha256).hexdigest()


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine itself."""
    try:
        return host in LOOPBACK or ip_address(host).is_loopback
    except ValueError:
        return False


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _name(host: str) -> str:
    """The name in a ``Host`` header without its port; empty where it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower() if host.isprintable() and "@" not in host else ""
    except ValueError:
        return ""


def _same(presented: str | None, expected: str) -> bool:
    return presented is not None and hmac.compare_digest(presented.encode(), expected.encode())
