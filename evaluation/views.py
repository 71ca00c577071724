"""Neutrality of what users see: two parties change places in a whole story, and no view may change but by their names.

Stories are the example's and those of SEESAW in which two parties of one kind are named
(``evaluation.corpora.parties``). Each is added to a ledger as it is, and to another with the two parties swapped in
every report, through the whole product; every view is then asked for JSON lines. A line is the same when all in it
is, with the parties' names exchanged: ids, hashes and offsets are left out (the words that they cut are compared),
lists of lines are compared as multisets. The share is of the lines that are the same, out of the larger side.
"""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from evaluation import example
from evaluation.corpora import seesaw
from evaluation.corpora.parties import Pair, Story
from evaluation.corpora.place import REPOSITORY
from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.scoring.counts import bootstrap
from evaluation.scoring.swapping import Swapped, renamed
from onrecord import flow
from onrecord.cli.app import application
from onrecord.settings import AnalysisSettings, Settings

EXAMPLE = REPOSITORY / "src/onrecord/example"
STORIES = 100
VIEWS: Mapping[str, tuple[str, ...]] = {
    "actors": ("actors",),
    "blame": ("blame", "--weak"),
    "compare": ("compare",),
    "conflicts": ("conflicts",),
    "coverage": ("coverage",),
    "figures": ("figures", "--series"),
    "positions": ("positions",),
    "timeline": ("timeline",),
    "wording": ("wording",),
}
"""Every view over all reports, and how it is asked."""
NO_WORDS = re.compile(r"(?:[0-9a-f]{7,64}|.*\.txt)$")
LEFT_OUT = ("id", "report", "origin", "start", "end", "capture", "text", "key")

BAGS = ("reason", "clause", "because")
"""Fields whose words may come in the order of the alphabet, which another name changes; compared as bags."""

Texts = Mapping[str, tuple[str, str | None, str | None]]
"""The text of every report by name, with outlet and day."""


def predict(data: Path, options: Options) -> Predictions:
    """For each story: lines by view, how many are the same, and what differs."""
    stories = dict(_stories(data))
    found: Predictions = {}
    for name in sample(stories, min(options.sample or STORIES, STORIES)):
        texts, pair = stories[name]
        before, after = (_lines(texts, turned, options.analyser) for turned in (None, pair))
        sides = _named(before, pair, turned=False), _named(after, pair, turned=True)
        found[name] = {"pair": pair.kind, **{view: _compared(sides[0][view], sides[1][view]) for view in VIEWS}}
    return found


def write(predictions: Predictions) -> str:
    """One line a story: lines and same ones by view; no text."""
    rows = ({"doc": doc, **{view: row[view][:2] for view in VIEWS}} for doc, row in sorted(predictions.items()))
    return "".join(json.dumps(row) + "\n" for row in rows)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """The share of lines that are the same, of all views and by view."""
    rows = list(predictions.values())
    numbers = [_share(f"{view} equal", rows, (view,), options.boot) for view in VIEWS]
    remarks = (f"{len(rows)} stories",)
    return Outcome((_share("lines equal", rows, tuple(VIEWS), options.boot), *numbers), remarks=remarks)


def _stories(data: Path) -> Iterator[tuple[str, tuple[Texts, Pair]]]:
    """Every story that has a pair, with the first pair of its texts together."""
    heron = {key: report.text for key, report in example.reports(EXAMPLE).items()}
    found: list[tuple[str, Mapping[str, str], Any]] = [("example", heron, example.entities(EXAMPLE))]
    found += [(name, seesaw.texts(data, name), seesaw.entities(data, name)) for name in seesaw.names(data)]
    for name, texts, who in found:
        pair = next(Story(tuple(texts.values()), who).pairs("\n".join(texts.values())), None)
        if pair is not None:
            dated = enumerate(texts.items(), 1)
            yield name, ({doc: (text, f"Outlet {n}", f"2031-05-{n:02}") for n, (doc, text) in dated}, pair)


def _lines(texts: Texts, pair: Pair | None, analyser: str) -> dict[str, list[Any]]:
    """What every view says of the story, with its parties swapped where a pair is given."""
    with tempfile.TemporaryDirectory() as folder:
        ledger, given = Path(folder) / "story.db", Path(folder) / "in"
        given.mkdir()
        for doc, (text, outlet, day) in texts.items():
            held = {"text": Swapped(text, pair).text if pair else text, "outlet": outlet, "published": day}
            (given / f"{doc}.json").write_text(json.dumps(held), "utf-8")
        flow.add(ledger, [given], settings=Settings(analysis=AnalysisSettings(analyser)))
        return {view: _asked(ledger, words) for view, words in VIEWS.items()}


def _asked(ledger: Path, words: tuple[str, ...]) -> list[Any]:
    result = CliRunner().invoke(application, [*words, "--ledger", str(ledger), "--format", "jsonl"])
    if result.exit_code:
        raise RuntimeError(f"onrecord {' '.join(words)}: status {result.exit_code}") from result.exception
    return [json.loads(line) for line in result.stdout.splitlines()]


def _named(views: dict[str, list[Any]], pair: Pair, *, turned: bool) -> dict[str, list[str]]:
    """Every line as it is compared: parties by number, without what only says where something stands."""
    party = renamed(pair, turned=turned)
    return {view: [_plain(line, party) for line in lines] for view, lines in views.items()}


def _plain(value: Any, party: Callable[[str], str]) -> str:
    if isinstance(value, str):
        return "·" if NO_WORDS.match(value) else party(value)
    if isinstance(value, list):
        place = value and all(isinstance(one, int) for one in value)
        return "·" if place else repr(sorted(_plain(one, party) for one in value))
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if key not in LEFT_OUT and key != "spans"}
        return repr(
            [
                (key, _words(party(one)) if key in BAGS and one else _plain(one, party))
                for key, one in sorted(kept.items())
            ]
        )
    return repr(value)


def _words(value: str) -> str:
    return " ".join(sorted(re.findall(r"[\w#.]+", value)))


def _compared(before: list[str], after: list[str]) -> tuple[int, int, list[str], list[str]]:
    first, second = Counter(before), Counter(after)
    same = (first & second).total()
    return max(len(before), len(after)), same, list((first - second).elements()), list((second - first).elements())


def _share(name: str, rows: list[Any], views: tuple[str, ...], boot: int) -> Number:
    def share(some: Any) -> float:
        whole = sum(row[view][0] for row in some for view in views)
        return 100 * sum(row[view][1] for row in some for view in views) / whole if whole else 100.0

    whole = sum(row[view][0] for row in rows for view in views)
    same = sum(row[view][1] for row in rows for view in views)
    return Number(name, share(rows), bootstrap(rows, share, boot), f"{same} of {whole}" if whole else "")
