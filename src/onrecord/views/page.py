"""One HTML file on which a whole story can be read: reports with their statements in place, and who said what.

The page needs no network and no other file, and reads without its script. Its content security policy admits
only the two inlined files, by their hashes; report text is text always.
"""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from onrecord.model.rows import ActorRow, DoubtRow, FigureRow, ReportRow, StatementRow
from onrecord.views import page_words as words
from onrecord.views.blame import Edge
from onrecord.views.compare import Compared
from onrecord.views.figures import Shown
from onrecord.views.page_blame import blame_lines
from onrecord.views.page_compare import utterance_blocks
from onrecord.views.page_dated import dated_lines, figure_lines, series_blocks
from onrecord.views.page_entries import Refusal, record
from onrecord.views.page_groups import who
from onrecord.views.timeline import Dated

TITLE = "On record"
OPEN_REPORTS = 40
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def render(
    reports: Sequence[ReportRow],
    texts: Mapping[str, str],
    statements: Sequence[StatementRow],
    doubts: Sequence[DoubtRow],
    *,
    title: str = TITLE,
    share: bool = False,
    refusals: Sequence[Refusal] = (),
    actors: Sequence[ActorRow] = (),
    figures: Sequence[FigureRow] = (),
    events: Sequence[Dated] = (),
    series: Sequence[Shown] = (),
    blame: Sequence[Edge] = (),
    utterances: Sequence[Compared] = (),
) -> str:
    """The page as one string, the same for the same rows in any order.

    ``texts`` maps report ids to exact texts. ``share`` makes the page that may be passed on: no text, excerpts of at
    most 300 characters with outlet, address and hash. Rows of reports that are not in ``reports`` are left out.
    Statements are listed by those of ``actors`` who made them; the other arguments have a list each.
    """
    style, script = _packaged("static", "page.css"), _packaged("static", "card.js") + _packaged("static", "page.js")
    shown = record(reports, texts, statements, doubts, share, actors)
    template = _environment().get_template("page.html.jinja")
    html = template.render(
        title=title,
        share=share,
        record=shown,
        figures=figure_lines(figures),
        events=dated_lines(events),
        series=series_blocks(series),
        blame=blame_lines(blame),
        utterances=utterance_blocks(utterances, share),
        labels=shown.labels,
        refusals=sorted(refusals, key=lambda refusal: (refusal.subject, refusal.reason)),
        open_reports=OPEN_REPORTS,
        words=words,
        style=Markup(style),
        script=Markup(script),
        style_hash=_csp_hash(style),
        script_hash=_csp_hash(script),
    )
    return _writable(html)


def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(lambda name: _packaged("templates", name)),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["who"] = who
    return environment


def _writable(html: str) -> str:
    """Keep what a browser would change on reading: a carriage return is written as a reference, not as a line feed.

    What no HTML file can hold (NUL, lone surrogates) becomes the replacement character.
    """
    return _UNWRITABLE.sub("\ufffd", html).replace("\r", "&#13;")


def _packaged(folder: str, name: str) -> str:
    return (files("onrecord.views") / folder / name).read_text("utf-8")


def _csp_hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
