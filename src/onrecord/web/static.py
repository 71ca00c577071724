"""The reader's own styles and scripts: a fixed table, so that no address reaches a file."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from fastapi import APIRouter, HTTPException
from starlette.responses import Response

FILES: Mapping[str, tuple[str, str]] = {
    "page.css": ("onrecord.views", "text/css"),
    "reader.css": ("onrecord.web", "text/css"),
    "card.js": ("onrecord.views", "text/javascript"),
    "reader.js": ("onrecord.web", "text/javascript"),
    "compare.js": ("onrecord.web", "text/javascript"),
    "review.js": ("onrecord.web", "text/javascript"),
    "icon.svg": ("onrecord.web", "image/svg+xml"),
}
"""Every file that is served, the package that it lies in, and its type."""
router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
def file(name: str) -> Response:
    """One file of the table."""
    if name not in FILES:
        raise HTTPException(404)
    return Response(_content(name), media_type=FILES[name][1], headers={"Cache-Control": "max-age=300"})


@cache
def _content(name: str) -> bytes:
    return (files(FILES[name][0]) / "static" / name).read_bytes()
