"""``python -m evaluation.reliability TRAIN DEV``: what a confidence is worth, as a page with a diagram.

Writes ``calibration.json`` (figures, no text), the diagram ``docs/img/reliability.svg`` and the tables of
``docs/reference/confidence.md``: on the 84 training articles that the confidence was fitted on, and on the
development articles. Without arguments the page is made again from the figures that are there.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation import attribution
from evaluation.corpora import polnear
from evaluation.corpora.place import REPOSITORY
from evaluation.outcome import Options, sample
from evaluation.scoring.attributions import Scored
from evaluation.scoring.attributions import score as score_one
from evaluation.scoring.calibration import Judged, expected_calibration_error, reliability
from evaluation.scoring.counts import summed
from evaluation.scoring.matching import Criterion
from evaluation.scoring.tokens import Attribution
from onrecord.analyse.linker_confidence import scales
from onrecord.model.terms import Band

FIGURES = Path(__file__).parent / "calibration.json"
DIAGRAM = REPOSITORY / "docs/img/reliability.svg"
PAGE = REPOSITORY / "docs/reference/confidence.md"
HELD = 84
SIDE, LEFT, TOP = 360, 56, 20
MARKS = {"held": ("circle", "training articles held back"), "development": ("square", "development articles")}

Figures = dict[str, Any]


def main(arguments: Sequence[str]) -> None:
    """Measure where corpora are named, then write the page."""
    if arguments:
        train, dev = (Path(one) for one in arguments)
        edges = {"likely": scales().likely, "certain": scales().certain}
        found = {"edges": edges, "held": measured(train, HELD), "development": measured(dev, None)}
        FIGURES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    figures = read()
    DIAGRAM.write_text(diagram(figures), encoding="utf-8")
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")


def read() -> Figures:
    """The figures that were measured last."""
    return dict(json.loads(FIGURES.read_text(encoding="utf-8")))


def measured(data: Path, size: int | None) -> Figures:
    """Bins, coverage and bands of the default analyser on a folder of PolNeAR."""
    predictions = attribution.predict(data, Options(sample=size))
    scored = [
        score_one(gold, [Attribution.read(row) for row in predictions.get(gold.doc, [])])
        for gold in polnear.golds(data, sample(polnear.names(data), size))
    ]
    judged = [one for each in scored for one in each.judged]
    gold = summed((one.tally for one in scored), ("all", Criterion.WHO_WHAT)).gold
    bins = [[part.size, round(100 * part.confidence, 1), round(100 * part.right, 1)] for part in reliability(judged)]
    return {
        "articles": len(scored),
        "statements": len(judged),
        "error": round(100 * expected_calibration_error(judged), 1),
        "bins": bins,
        "coverage": coverage(judged, gold),
        "bands": bands(scored, gold),
    }


def coverage(judged: Sequence[Judged], gold: float) -> list[list[float]]:
    """For the surest tenth, two tenths …: percent of statements, lowest confidence, percent right, percent of gold."""
    ordered = sorted(judged, key=lambda one: -one.confidence)
    rows = []
    for tenth in range(1, 11):
        part = ordered[: len(ordered) * tenth // 10]
        right = sum(one.right for one in part)
        rows.append([10 * tenth, part[-1].confidence, round(100 * right / len(part), 1), round(100 * right / gold, 1)])
    return rows


def bands(scored: Sequence[Scored], gold: float) -> dict[str, list[float]]:
    """For each band: statements, percent right, percent of gold."""
    found = {}
    for band in Band:
        rights = [verdict.right for one in scored for verdict in one.verdicts if verdict.band == band]
        if rights:
            found[str(band)] = [
                len(rights),
                round(100 * sum(rights) / len(rights), 1),
                round(100 * sum(rights) / gold, 1),
            ]
    return found


def filled(page: str, figures: Figures) -> str:
    """The page with its tables made anew."""
    tables = {"bands": band_table(figures), "coverage": coverage_table(figures), "bins": bins_table(figures)}
    for name, table in tables.items():
        opening, closing = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, _, rest = page.partition(opening)
        page = f"{before}{opening}{table}{closing}{rest.partition(closing)[2]}"
    return page


def band_table(figures: Figures) -> str:
    """The bands with their edges."""
    edges = {"certain": figures["edges"]["certain"], "likely": figures["edges"]["likely"]}
    rows = [
        "| band | from | held: right, % | of gold, % | development: right, % | of gold, % |",
        "|---|---|---|---|---|---|",
    ]
    for band in figures["held"]["bands"]:
        held, dev = (figures[side]["bands"].get(band, [0, 0.0, 0.0]) for side in MARKS)
        edge = f"{edges[band]:.2f}" if band in edges else "–"
        rows.append(f"| `{band}` | {edge} | {held[1]} | {held[2]} | {dev[1]} | {dev[2]} |")
    return "\n".join(rows) + "\n"


def coverage_table(figures: Figures) -> str:
    """Risk and coverage, both sets beside each other."""
    head = "| surest … | held: from | right, % | of gold, % | development: from | right, % | of gold, % |"
    rows = [head, "|---|---|---|---|---|---|---|"]
    for held, dev in zip(figures["held"]["coverage"], figures["development"]["coverage"], strict=True):
        cells = [f"{one[1]:.2f} | {one[2]} | {one[3]}" for one in (held, dev)]
        rows.append(f"| {held[0]} % | {cells[0]} | {cells[1]} |")
    return "\n".join(rows) + "\n"


def bins_table(figures: Figures) -> str:
    """The points of the diagram."""
    rows = ["| bin | held: confidence | right, % | development: confidence | right, % |", "|---|---|---|---|---|"]
    pairs = zip(figures["held"]["bins"], figures["development"]["bins"], strict=True)
    for number, (held, dev) in enumerate(pairs, start=1):
        rows.append(f"| {number} | {held[1] / 100:.2f} | {held[2]} | {dev[1] / 100:.2f} | {dev[2]} |")
    return "\n".join(rows) + "\n"


def diagram(figures: Figures) -> str:
    """The reliability diagram: mean confidence across, share right up; lines in the colour of the reader's page."""
    shapes = [_axes(), *(_points(figures[side]["bins"], *MARKS[side], at) for at, side in enumerate(MARKS))]
    width, height = LEFT + SIDE + 20, TOP + SIDE + 90
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" aria-label="Reliability diagram">\n'
        "<style>text{font:13px sans-serif;fill:#222}.line{stroke:#222}.faint{stroke:#999}.full{fill:#222}"
        ".open{fill:#fff;stroke:#222;stroke-width:1.5}@media(prefers-color-scheme:dark){text{fill:#ddd}.line{stroke:#ddd}.faint{stroke:"
        "#777}.full{fill:#ddd}.open{fill:#111;stroke:#ddd}}</style>\n" + "\n".join(shapes) + "\n</svg>\n"
    )


def _axes() -> str:
    bottom, right = TOP + SIDE, LEFT + SIDE
    parts = [f'<path class="line" fill="none" d="M{LEFT} {TOP}V{bottom}H{right}"/>']
    parts.append(f'<path class="faint" stroke-dasharray="4 4" d="M{LEFT} {bottom}L{right} {TOP}"/>')
    for tenth in range(0, 11, 2):
        x, y = LEFT + SIDE * tenth / 10, bottom - SIDE * tenth / 10
        parts.append(f'<text x="{x:.0f}" y="{bottom + 18}" text-anchor="middle">{tenth / 10:.1f}</text>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{10 * tenth}</text>')
    parts.append(f'<text x="{LEFT + SIDE / 2:.0f}" y="{bottom + 38}" text-anchor="middle">confidence</text>')
    parts.append(f'<text x="14" y="{TOP + SIDE / 2:.0f}" transform="rotate(-90 14 {TOP + SIDE / 2:.0f})" '
                 'text-anchor="middle">right, %</text>')  # fmt: skip
    return "\n".join(parts)


def _points(bins: Sequence[Sequence[float]], shape: str, title: str, row: int) -> str:
    """One set's bins, and its line of the key."""
    bottom = TOP + SIDE
    places = [(LEFT + SIDE * sure / 100, bottom - SIDE * right / 100) for _, sure, right in bins]
    key = (LEFT + 8.0, bottom + 56.0 + 18 * row)
    text = f'<text x="{key[0] + 14:.0f}" y="{key[1] + 4:.0f}">{title}</text>'
    return "\n".join([*(_mark(shape, *place) for place in (*places, key)), text])


def _mark(shape: str, x: float, y: float) -> str:
    if shape == "circle":
        return f'<circle class="open" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    return f'<rect class="full" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"/>'


if __name__ == "__main__":
    main(sys.argv[1:])
