"""How fast the reader answers: a large ledger, served as `onrecord open` serves it, and asked page after page.

Milliseconds from sending a request to the last byte of its answer, one reader, every address in a fixed order that
mixes the kinds; then four readers at a time. Every address differs from the others of its kind. Of several rounds the
better timing of an address counts, since a busy machine slows some; what the reader kept of one round is void then.
"""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from evaluation.corpora import pile
from evaluation.corpora.place import REPOSITORY
from evaluation.outcome import Number, Options, Outcome, Predictions
from evaluation.stopwatch import ONE_THREAD

REPORTS, ASKED, READERS = 5_000, 40, 4
WORDS = (
    *("ferry", "inquiry", "shelling", "toll", "army", "river treaty", '"the outer gate"', "minister said", "denied"),
    *("warning", "hydrologist", "passengers", "ambulances", "letter", "envoy", "bridge", "harbour", "gov*", "dead"),
    *("talks", "spokeswoman", "police", "night", "boat", "water", "licence", "telephone", "salvo", "log", "apology"),
)
ACTS = ("deny", "accuse", "say", "claim", "demand", "warn", "blame", "promise", "refuse", "agree", "announce", "urge")


def predict(data: Path, options: Options) -> Predictions:
    """The milliseconds: ``{"reports": …, "statements": …, "one": {"kind": […], …}, "four": {…}}``."""
    with tempfile.TemporaryDirectory() as scratch:
        ledger = Path(scratch) / "pile.db"
        statements = pile.build(ledger, data, options.sample or REPORTS)
        served = _serve(ledger)
        try:
            where = _where(served)
            addresses = list(_addresses(where))
            one = _rounds(ledger, options.repeats, lambda: _timed(where, addresses))
            four = _rounds(ledger, options.repeats, lambda: _by_four(where, addresses))
        finally:
            served.terminate()
            served.wait(10)
    return {
        "reports": options.sample or REPORTS,
        "statements": statements,
        "one": _by_kind(one),
        "four": _by_kind(four),
    }


def write(predictions: Predictions) -> str:
    """The timings as one object."""
    return json.dumps(predictions, indent=1) + "\n"


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """The 95th percentile of each kind of page, and of all views but the first page and search."""
    numbers = []
    for readers, title in (("one", ""), ("four", ", four readers")):
        kinds: dict[str, list[float]] = predictions[readers]
        for kind, times in kinds.items():
            numbers.append(Number(f"{kind} p95, ms{title}", _p95(times), note=f"the slowest {max(times):.0f}"))
        rest = [one for kind, times in kinds.items() if kind not in ("first page", "search") for one in times]
        numbers.append(Number(f"other views p95, ms{title}", _p95(rest), note=f"of {len(rest)}"))
    rounds = f"the better of {options.repeats} rounds"
    remark = f"{predictions['reports']} reports, {predictions['statements']} statements, {rounds}"
    return Outcome(tuple(numbers), remarks=(remark,))


def _serve(ledger: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "onrecord", "open", "--no-browser", "--ledger", str(ledger)]
    environment = os.environ | ONE_THREAD | {"PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, text=True)


def _where(served: "subprocess.Popen[str]") -> str:
    """The host and port that the reader printed, once it answers there."""
    assert served.stdout is not None
    where = served.stdout.readline().rpartition("//")[2].strip().strip("/")
    for _ in range(200):
        try:
            return _warmed(where)
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"{where}: the reader did not start")


def _warmed(where: str) -> str:
    """The same, after one page has loaded what is loaded once."""
    _get(http.client.HTTPConnection(where, timeout=60), "/settings")
    return where


def _addresses(where: str) -> Iterable[tuple[str, str]]:
    """Kinds and addresses, mixed."""
    asked = http.client.HTTPConnection(where, timeout=60)

    def ids(name: str, **narrowed: str) -> list[str]:
        """Ids from all over a list."""
        at = (json.loads(_get(asked, f"/{name}.json?{urlencode({'limit': 1, 'offset': n} | narrowed)}")) for n in steps)
        return [page["rows"][0]["id"] for page in at if page["rows"]]

    steps = range(0, ASKED * 50, 50)
    of = {name: ids(name) for name in ("reports", "statements", "figures")} | {"actors": ids("actors", speaks="true")}
    for n in range(ASKED):
        outlet, words = pile.OUTLETS[n % len(pile.OUTLETS)], WORDS[n % len(WORDS)]
        narrowed: dict[str, dict[str, object]] = {
            "search": {"q": words, **({"outlet": outlet} if n >= len(WORDS) else {})},
            "statements": {"act": ACTS[n % len(ACTS)], "outlet": outlet},
            "reports": {"outlet": outlet, "offset": n},
            "actors": {"name": outlet[:2].lower(), "offset": n},
            "figures": {"what": words, "offset": n},
            "series": {"what": words, "offset": n},
            "doubts": {"offset": 50 * n},
            "timeline": {"offset": 50 * n},
        }
        yield "first page", f"/?visit={n}"
        for name, query in narrowed.items():
            turned = query if name == "search" or n % 2 else {"offset": 50 * n}
            yield name, f"/{name}?{urlencode(turned)}"
        for name, kind in (("reports", "report"), ("statements", "entry"), ("figures", "entry"), ("actors", "actor")):
            yield f"one {kind}", f"/{name}/{of[name][n % len(of[name])]}"


def _rounds(ledger: Path, repeats: int, timed: Callable[[], list[tuple[str, float]]]) -> list[tuple[str, float]]:
    """The better timing of each address; before each round the ledger looks as if it had been written to."""
    rounds = []
    for _ in range(repeats):
        os.utime(ledger)
        rounds.append(timed())
    return [(same[0][0], min(taken for _, taken in same)) for same in zip(*rounds, strict=True)]


def _by_four(where: str, addresses: Sequence[tuple[str, str]]) -> list[tuple[str, float]]:
    """The timings of four readers, each with a share of the addresses."""
    with ThreadPoolExecutor(READERS) as pool:
        shares = [addresses[n::READERS] for n in range(READERS)]
        return [timing for part in pool.map(lambda share: _timed(where, share), shares) for timing in part]


def _timed(where: str, addresses: Sequence[tuple[str, str]]) -> list[tuple[str, float]]:
    """Kinds and milliseconds, asked one after another over one connection."""
    asked, timings = http.client.HTTPConnection(where, timeout=120), []
    for kind, address in addresses:
        start = time.perf_counter()
        _get(asked, address)
        timings.append((kind, round(1000 * (time.perf_counter() - start), 1)))
    return timings


def _get(asked: http.client.HTTPConnection, address: str) -> bytes:
    asked.request("GET", address)
    answer = asked.getresponse()
    body = answer.read()
    if answer.status >= 400:
        raise SystemExit(f"{address}: {answer.status}; nothing to time")
    return body


def _by_kind(timings: Iterable[tuple[str, float]]) -> dict[str, list[float]]:
    kinds: dict[str, list[float]] = {}
    for kind, taken in timings:
        kinds.setdefault(kind, []).append(taken)
    return kinds


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
