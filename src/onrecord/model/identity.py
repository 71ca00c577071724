"""Identities: a hash of what makes two things the same, stable over runs, machines and the order of adding."""

import hashlib
import json
from collections.abc import Mapping

from onrecord.model.span import Spans

SHORT = 16


def capture_id(data: bytes) -> str:
    """The sha256 of the bytes, 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def text_id(text: str) -> str:
    """The sha256 of the exact text in UTF-8, 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def report_id(capture: str, locator: str, outlet: str | None) -> str:
    """The first 16 hex digits of the hash of capture, locator within it and outlet."""
    return _short([capture, locator, outlet or ""])


def entry_id(report: str, kind: str, roles: Mapping[str, Spans]) -> str:
    """The first 16 hex digits of the hash of report, kind and role spans."""
    return _short([report, kind, {role: [list(span) for span in spans] for role, spans in sorted(roles.items())}])


def _short(value: object) -> str:
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:SHORT]
