"""The body text of HTML pages, held against hand-marked articles and beside plain trafilatura in the same run.

Scored by the rule of the public article-extraction-benchmark: the text is cut into words (``\\w+``), and each run of
four words is one shingle, counted as often as it stands there. On each page the shingles that are right, too many
and missing are divided by their sum; precision is averaged over the pages with a prediction, recall over all pages,
and F1 is the harmonic mean of the two averages.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from time import process_time
from typing import Any, NamedTuple

import trafilatura

from evaluation.outcome import Number, Options, Outcome, Predictions, as_json, sample
from evaluation.scoring.counts import bootstrap
from onrecord.clean.html import clean_html
from onrecord.errors import InputRefused
from onrecord.model.offsets import RunKind
from onrecord.model.report import Capture, Report
from onrecord.model.terms import ZoneKind
from onrecord.settings import Limits

BODY = frozenset({ZoneKind.BODY, ZoneKind.LIST, ZoneKind.SUMMARY, ZoneKind.DATELINE})
"""The zones that make the body text; headline, byline, captions and furniture are left out."""

PLAIN: Mapping[str, bool] = {"trafilatura": False, "trafilatura for precision": True}
"""Plain trafilatura as it is held beside onrecord, always without comments: its defaults, and the best of its options.

The value is its option ``favor_precision``.
"""

OURS = "onrecord"
SHINGLE = 4
_WORD = re.compile(r"\w+")


class Share(NamedTuple):
    """The shingles of one page that are right, too many and missing; they add up to one, or all are nought."""

    right: float
    extra: float
    missing: float


def predict(data: Path, options: Options) -> Predictions:
    """For each page its body text by every extractor, and how many of its non-blank characters decode."""
    names = sample((path.name.removesuffix(".html.gz") for path in (data / "html").glob("*.html.gz")), options.sample)
    return {name: _predicted(gzip.decompress((data / "html" / f"{name}.html.gz").read_bytes()), name) for name in names}


def write(predictions: Predictions) -> str:
    """One ``{"doc", "body"}`` a line, the body by onrecord."""
    rows = ({"doc": name, "body": page["bodies"][OURS]} for name, page in sorted(predictions.items()))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """F1, precision and recall of each extractor, the share of characters that decode, and the pages refused."""
    truth = json.loads((data / "ground-truth.json").read_text(encoding="utf-8"))
    names = [name for name in predictions if name in truth]
    numbers: list[Number] = []
    for extractor in (OURS, *PLAIN):
        shares = [share(truth[name]["articleBody"], predictions[name]["bodies"][extractor]) for name in names]
        for title, measure in (("F1", f1), ("precision", precision), ("recall", recall)):
            numbers.append(_number(f"{extractor} {title}", shares, measure, options.boot))
    characters = sum(page["characters"] for page in predictions.values())
    decoded = sum(page["decoded"] for page in predictions.values())
    refused = [f"{name}: {page['refused']}" for name, page in sorted(predictions.items()) if page["refused"]]
    numbers.append(Number("decoded", 100 * decoded / max(1, characters), note=f"of {characters} non-blank characters"))
    numbers.append(Number("refused", len(refused), note=f"of {len(predictions)} pages"))
    return Outcome(tuple(numbers), remarks=(f"{len(names)} pages", *refused))


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """The figures of a full run as ``as_json`` gives them, with intervals and the pages read per CPU-second."""
    options = Options(sample=sample, boot=1000)
    predictions = predict(data, options)
    seconds = sum(page["seconds"] for page in predictions.values())
    return as_json(score(data, predictions, options)) | {"pages per CPU-second": len(predictions) / max(seconds, 1e-9)}


def share(truth: str, text: str) -> Share:
    """How the shingles of ``text`` compare with those of ``truth``."""
    wanted, found = _shingles(truth), _shingles(text)
    right = (wanted & found).total()
    extra, missing = found.total() - right, wanted.total() - right
    whole = right + extra + missing
    return Share(right / whole, extra / whole, missing / whole) if whole else Share(0.0, 0.0, 0.0)


def precision(shares: Sequence[Share]) -> float:
    """The average share of what was predicted that is right, over pages with a prediction; in percent."""
    values = [s.right / (s.right + s.extra) for s in shares if s.right + s.extra > 0]
    return 100 * fmean(values) if values else 0.0


def recall(shares: Sequence[Share]) -> float:
    """The average share of the truth that was found, over pages that have one; in percent."""
    values = [s.right / (s.right + s.missing) for s in shares if s.right + s.missing > 0]
    return 100 * fmean(values) if values else 0.0


def f1(shares: Sequence[Share]) -> float:
    """The harmonic mean of the two averages, in percent."""
    both = precision(shares) + recall(shares)
    return 2 * precision(shares) * recall(shares) / both if both else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))


def _number(name: str, shares: Sequence[Share], measure: Callable[[Sequence[Share]], float], boot: int) -> Number:
    return Number(name, measure(shares), bootstrap(shares, measure, boot))


def _predicted(page: bytes, name: str) -> dict[str, Any]:
    """One page's bodies by every extractor, and what became of it in ours."""
    source = page.decode("utf-8", "replace")
    bodies = {
        title: trafilatura.extract(source, include_comments=False, favor_precision=precise) or ""
        for title, precise in PLAIN.items()
    }
    start = process_time()
    try:
        report = clean_html(Capture(page, "text/html", name), Limits())
    except InputRefused as refusal:
        seconds = process_time() - start
        row = {"refused": f"{refusal.reason}; {refusal.remedy}", "characters": 0, "decoded": 0, "seconds": seconds}
        return {"bodies": {OURS: "", **bodies}, **row}
    seconds = process_time() - start
    characters, decoded = _decoded(report, page)
    row = {"refused": "", "characters": characters, "decoded": decoded, "seconds": seconds}
    return {"bodies": {OURS: body(report), **bodies}, **row}


def body(report: Report) -> str:
    """The text of the zones that make the body."""
    return "\n".join(zone.span.cut(report.text) for zone in report.zones if zone.kind in BODY)


def _decoded(report: Report, page: bytes) -> tuple[int, int]:
    """The non-blank characters of a report, and how many of them its map rebuilds from the bytes."""
    characters = sum(not character.isspace() for character in report.text)
    if report.offsets.faults(report.text, page):
        return characters, 0
    words = (run for run in report.offsets.runs if run.kind not in (RunKind.SPACE, RunKind.INSERTED))
    return characters, sum(not c.isspace() for run in words for c in report.text[run.start : run.end])
