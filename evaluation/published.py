"""The day of publication where nobody states it: news pages with their dates hidden, and bare texts.

Of pages (``html/*.html.gz``) the day that the page states for machines is the gold, and every such value is hidden. Of
texts (``polnear/train/text`` beside the folder) the gold is the day in the file's name, which the product does not
see. An answer is right where it is a range of days that holds the day; a page's instant may fall on the day beside it.
"""

import gzip
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.scoring.counts import bootstrap
from onrecord.clean import clean, dates
from onrecord.clean.html import clean_html
from onrecord.clean.published import choose_published
from onrecord.errors import InputRefused
from onrecord.model.report import Capture, DateValue, Report
from onrecord.settings import Limits

SURE = 0.9
TEXTS = 100
HIDDEN = ("published", "modified")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")

Row = Mapping[str, Any]


def predict(data: Path, options: Options) -> Predictions:
    """For each page and text the gold day, and the range, method and confidence that the product gives."""
    rows: Predictions = {}
    pages = sample((path.name for path in (data / "html").glob("*.html.gz")), options.sample)
    for name in pages:
        row = _page(name, gzip.decompress((data / "html" / name).read_bytes()))
        if row is not None:
            rows[f"page {name.removesuffix('.html.gz')}"] = row
    folder = data.parent / "polnear" / "train" / "text"
    texts = sample((path.name for path in folder.glob("*.txt") if _DAY.search(path.name)), options.sample or TEXTS)
    for name in texts[:TEXTS]:
        rows[f"text {name.removesuffix('.txt')}"] = _text(name, (folder / name).read_bytes())
    return rows


def write(predictions: Predictions) -> str:
    """One ``{"doc", "gold", "start", "end", "method", "confidence"}`` a line."""
    rows = ({"doc": name, **row} for name, row in sorted(predictions.items()))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """Of pages and of texts: how many are answered, how many of those rightly, how wide the ranges are."""
    numbers: list[Number] = []
    for kind in ("page", "text"):
        rows = [row for name, row in sorted(predictions.items()) if name.startswith(f"{kind} ")]
        answered = [row for row in rows if row["start"]]
        sure = [row for row in answered if row["confidence"] >= SURE]
        numbers.append(Number(f"{kind}s answered", _share(answered, rows), note=f"{len(answered)} of {len(rows)}"))
        numbers.append(_right(f"{kind}s right", answered, options.boot))
        numbers.append(_right(f"{kind}s right where sure", sure, options.boot))
        if answered:
            numbers.append(Number(f"{kind}s days in range", median(_days(row) for row in answered), note="median"))
    return Outcome(tuple(numbers), remarks=("a range is right where it holds the day; percent of those answered",))


def _right(title: str, rows: Sequence[Row], boot: int) -> Number:
    def share(chosen: Sequence[Row]) -> float:
        return _share([row for row in chosen if holds(row)], chosen)

    return Number(title, share(rows), bootstrap(rows, share, boot), f"of {len(rows)}")


def _share(part: Sequence[Row], whole: Sequence[Row]) -> float:
    return 100 * len(part) / len(whole) if whole else 0.0


def holds(row: Row) -> bool:
    """Whether the range holds the gold day; an instant without its place may be a day off."""
    slack = timedelta(days=1 if row["instant"] else 0)
    first, last, day = (date.fromisoformat(row[key]) for key in ("start", "end", "gold"))
    return first - slack <= day <= last + slack


def _days(row: Row) -> int:
    return (date.fromisoformat(row["end"]) - date.fromisoformat(row["start"])).days + 1


def _page(name: str, data: bytes) -> dict[str, Any] | None:
    """The row of one page; None where it states no day, or holds no article."""
    try:
        report = clean_html(Capture(data, "text/html", name), Limits())
    except InputRefused as refusal:
        print(f"{name}: {refusal.reason}", file=sys.stderr)
        return None
    stated = [reading for g in report.metadata if g.name == "published" and (reading := dates.parse(g.value))]
    if not stated or stated[0].start[:10] != stated[0].end[:10]:
        return None
    return _row(stated[0].start[:10], _hidden(report), "T" in stated[0].start)


def _hidden(report: Report) -> DateValue:
    """The day of publication, chosen without what the page states for machines."""
    given = [g for g in report.metadata if g.name not in HIDDEN]
    return choose_published(given, report.zones, report.text)[0]


def _text(name: str, data: bytes) -> dict[str, Any]:
    match = _DAY.search(name)
    report = clean(Capture(data, "text/plain", "text", encoding="utf-8"), Limits())
    return _row(match[0] if match else "", replace(report, origin="").published, False)


def _row(gold: str, found: DateValue, instant: bool) -> dict[str, Any]:
    start, end = (value[:10] if value else None for value in (found.start, found.end))
    known = {"method": str(found.method), "confidence": found.confidence}
    return {"gold": gold, "start": start, "end": end, "instant": instant, **known}
