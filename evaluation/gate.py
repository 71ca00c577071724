"""``python -m evaluation.gate [--full]``: every pinned figure measured again; exit 1 where one is below its floor.

The quick run takes a fixed sample of each benchmark; ``--full`` takes everything. A benchmark whose corpus is not on
this machine is skipped and said to be. Figures on another copy of a corpus than the floors' are not compared: that
fails, until the floors are renewed.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from evaluation.benchmarks import BENCHMARKS
from evaluation.corpora.digest import corpus_hash
from evaluation.corpora.place import VARIABLE
from evaluation.floors import FILE, Check, Pinned, check, read_floors
from evaluation.outcome import Options

ROW = "{:<12} {:<34} {:>10} {:>8} {:>8}  {}"


def main(arguments: list[str] | None = None) -> int:
    """Run the gate and print its table; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description="Hold the pinned floors.")
    parser.add_argument("--full", action="store_true", help="all documents instead of the fixed sample")
    parser.add_argument("--floors", type=Path, default=FILE, help="another file of floors")
    parser.add_argument("--only", choices=sorted(BENCHMARKS), action="append", help="this benchmark alone")
    args = parser.parse_args(arguments)
    broken = 0
    print(ROW.format("benchmark", "figure", "", "floor", "value", "verdict"))
    for pinned in read_floors(args.floors):
        if args.only and pinned.name not in args.only:
            continue
        for line, held in gate(pinned, full=args.full):
            print(line, flush=True)
            broken += not held
    print(f"{broken} broken" if broken else "all floors hold")
    return 1 if broken else 0


def gate(pinned: Pinned, *, full: bool) -> Iterator[tuple[str, bool]]:
    """The lines of one benchmark, each with whether it lets the gate pass."""
    entry = BENCHMARKS[pinned.name]
    if not entry.data.is_dir():
        yield f"{pinned.name:<12} skipped: {entry.folder} is not on this machine (set {VARIABLE})", True
        return
    if corpus_hash(entry.data) != pinned.corpus:
        yield f"{pinned.name:<12} {entry.folder} is another copy than the floors were measured on; renew them", False
        return
    run, start = (pinned.full if full else pinned.quick), time.monotonic()
    options = Options(sample=run.sample, repeats=run.repeats)
    outcome = entry.module.score(entry.data, entry.module.predict(entry.data, options), options)
    for one in check(run.floors, outcome):
        yield _line(pinned.name, one), one.passed
    yield f"{pinned.name:<12} {', '.join(outcome.remarks)}; {time.monotonic() - start:.0f} s", True


def _line(name: str, one: Check) -> str:
    value = "none" if one.value is None else f"{one.value:.1f}"
    verdict = "holds" if one.passed else "BROKEN"
    return ROW.format(name, one.floor.metric, one.floor.sense, f"{one.floor.bound:.1f}", value, verdict)


if __name__ == "__main__":
    sys.exit(main())
