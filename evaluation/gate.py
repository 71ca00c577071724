"""``python -m evaluation.gate [--full]``: every pinned figure measured again; exit 1 where one is below its floor.

The quick run takes a fixed sample of each benchmark; ``--full`` takes everything. A benchmark whose corpus is not on
this machine is skipped and said to be. Figures on another copy of a corpus than the floors' are not compared: that
fails, until ``--lift`` renews the hash. ``--lift`` lifts floors to what was measured; ``--lower`` lowers them too.
"""

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from evaluation.benchmarks import BENCHMARKS
from evaluation.corpora.digest import corpus_hash
from evaluation.corpora.place import VARIABLE
from evaluation.floors import FILE, Check, Pinned, check, read_floors, write_floors
from evaluation.outcome import Options

ROW = "{:<17} {:<34} {:>10} {:>8} {:>8}  {}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate found of one benchmark: its floors as they stand afterwards, lines to print, what is broken."""

    pinned: Pinned
    lines: tuple[str, ...]
    broken: int = 0


def main(arguments: list[str] | None = None) -> int:
    """Run the gate and print its table; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description="Hold the pinned floors.")
    parser.add_argument("--full", action="store_true", help="all documents instead of the fixed sample")
    parser.add_argument("--only", choices=sorted(BENCHMARKS), action="append", help="this benchmark alone")
    parser.add_argument("--lift", action="store_true", help="lift the floors to what was measured; none is lowered")
    parser.add_argument("--lower", action="store_true", help="with --lift: lower floors too; say why in the commit")
    parser.add_argument("--floors", type=Path, default=FILE, help="another file of floors")
    args = parser.parse_args(arguments)
    print(ROW.format("benchmark", "figure", "", "floor", "value", "verdict"))
    after, broken = [], 0
    for pinned in read_floors(args.floors):
        if args.only and pinned.name not in args.only:
            after.append(pinned)
            continue
        verdict = judge(pinned, full=args.full, lift=args.lift, lower=args.lower)
        print("\n".join(verdict.lines), flush=True)
        after.append(verdict.pinned)
        broken += verdict.broken
    if args.lift:
        write_floors(after, args.floors)
    print(f"{broken} broken" if broken else "all floors hold")
    return 1 if broken else 0


def judge(pinned: Pinned, *, full: bool, lift: bool = False, lower: bool = False) -> Verdict:
    """Measure one benchmark and hold it against its floors."""
    entry, name = BENCHMARKS[pinned.name], f"{pinned.name:<17}"
    if not entry.data.is_dir():
        return Verdict(pinned, (f"{name} skipped: {entry.folder} is not on this machine (set {VARIABLE})",))
    corpus = corpus_hash(entry.data)
    if corpus != pinned.corpus and not lift:
        line = f"{name} BROKEN: {entry.folder} is another copy than the floors were measured on; renew with --lift"
        return Verdict(pinned, (line,), 1)
    run, start = (pinned.full if full else pinned.quick), time.monotonic()
    options = Options(sample=run.sample, repeats=run.repeats, analyser=entry.analyser)
    outcome = entry.module.score(entry.data, entry.module.predict(entry.data, options), options)
    checks = check(run.floors, outcome)
    closing = f"{name} {', '.join(outcome.remarks)}; {time.monotonic() - start:.0f} s"
    lines = (*(_line(pinned.name, one) for one in checks), closing)
    after = pinned.lifted(checks, corpus, full=full, lower=lower) if lift else pinned
    return Verdict(after, lines, sum(not one.passed for one in checks))


def _line(name: str, one: Check) -> str:
    value = "none" if one.value is None else f"{one.value:.1f}"
    verdict = "holds" if one.passed else "BROKEN"
    return ROW.format(name, one.floor.metric, one.floor.sense, f"{one.floor.bound:.1f}", value, verdict)


if __name__ == "__main__":
    sys.exit(main())
