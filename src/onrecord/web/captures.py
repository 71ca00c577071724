"""The bytes as they came, beside the clean text: shown in a frame that runs nothing and asks nobody for anything."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import View
from onrecord.model.report import Capture
from onrecord.web.pages import writable
from onrecord.web.reading import reader_of
from onrecord.web.reports import ReportId

LARGEST = 5_000_000
"""So many bytes of a capture are shown."""
SEALED = (
    "default-src 'none'; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
    # A sandbox without any permission: no script, no form, no popup, no way out of the frame.
)
HTML = ("text/html", "application/xhtml+xml")
router = APIRouter(include_in_schema=False)


@router.get("/reports/{report}/capture")
def rendered(request: Request, report: ReportId) -> Response:
    """A captured page without what could run, load or lead elsewhere; anything else as its characters."""
    with reader_of(request).view() as view:
        capture = _capture(view, report)
    if capture.media_type not in HTML:
        return _sealed(_characters(capture), "text/plain; charset=utf-8")
    return _sealed(_harmless(capture), "text/html; charset=utf-8")


@router.get("/reports/{report}/source")
def source(request: Request, report: ReportId) -> Response:
    """The characters of a capture as they came, tags and all."""
    with reader_of(request).view() as view:
        capture = _capture(view, report)
    return _sealed(_characters(capture), "text/plain; charset=utf-8")


def _capture(view: View, report: str) -> Capture:
    return view.capture(view.id_of("report", report))


def _characters(capture: Capture) -> str:
    return capture.data[:LARGEST].decode(capture.encoding or "utf-8", "replace")


def _harmless(capture: Capture) -> str:
    """The page with its words and structure alone: hints to connect are not covered by any policy, so links go too."""
    from lxml import html as parsing
    from lxml_html_clean import Cleaner

    words = _characters(capture)
    cleaner = Cleaner(
        scripts=True,
        javascript=True,
        comments=True,
        style=True,
        inline_style=True,
        links=True,
        meta=True,
        page_structure=False,
        processing_instructions=True,
        embedded=True,
        frames=True,
        forms=True,
        annoying_tags=True,
        remove_tags=("a",),
        kill_tags=("img", "picture", "video", "audio", "source", "track", "svg", "math", "base", "template", "dialog"),
        safe_attrs_only=True,
        safe_attrs=frozenset(("dir", "lang", "colspan", "rowspan", "scope", "alt")),
    )
    try:
        page = parsing.document_fromstring(writable(words).encode("utf-8"), parser=parsing.HTMLParser(encoding="utf-8"))
    except (ValueError, parsing.etree.ParserError):
        return ""
    cleaner(page)
    return f"<!doctype html>\n{parsing.tostring(page, encoding='unicode')}"


def _sealed(content: str, media_type: str) -> Response:
    headers = {"Content-Security-Policy": SEALED, "Content-Type": media_type}
    return Response(content.encode("utf-8", "replace"), headers=headers)
