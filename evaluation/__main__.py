"""``python -m evaluation NAME [DATA]``: run one benchmark and print its figures."""

import argparse
import json
import sys
from pathlib import Path

from evaluation.benchmarks import BENCHMARKS
from evaluation.outcome import Options, Outcome, as_json, as_table
from evaluation.pinned import Comparable, gains_and_losses, pin, pinned


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark that the command line names; 0 done, 2 usage."""
    command = parser()
    args = command.parse_args(arguments)
    entry = BENCHMARKS[args.name]
    data = args.data or entry.data
    if not data.is_dir():
        command.error(f"{data} is no folder; name one laid out like {entry.folder}")
    comparable = entry.module if isinstance(entry.module, Comparable) else None
    if (args.compare or args.pin) and comparable is None:
        command.error(f"{args.name} keeps no predictions that could be compared")
    options = Options(args.sample, args.boot, args.analyser or entry.analyser, args.repeats)
    predictions = entry.module.predict(data, options)
    if args.predictions:
        args.predictions.write_text(entry.module.write(predictions), encoding="utf-8")
    outcome = entry.module.score(data, predictions, options)
    _print(outcome, args.json)
    if args.compare and comparable:
        _compare(args.name, comparable, data, outcome, options, show=args.show)
    if args.pin and comparable:
        print(f"pinned in {pin(args.name, comparable.sealed(predictions))}", file=sys.stderr)
    return 0


def _print(outcome: Outcome, as_object: bool) -> None:
    print(json.dumps(as_json(outcome), indent=1, ensure_ascii=False) if as_object else as_table(outcome))


def _compare(name: str, module: Comparable, data: Path, outcome: Outcome, options: Options, *, show: int) -> None:
    """Score the pinned run over the same data and options, and print the differences."""
    before = pinned(name)
    if before is None:
        print(f"nothing is pinned for {name}; pin a run with --pin", file=sys.stderr)
        return
    old = BENCHMARKS[name].module.score(data, before, options)
    print("\nagainst the pinned run")
    for line in gains_and_losses(module, data, old, outcome, show):
        print(line)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    command = argparse.ArgumentParser(prog="python -m evaluation", description="Run one benchmark.")
    command.add_argument("name", choices=sorted(BENCHMARKS), metavar="NAME", help=", ".join(sorted(BENCHMARKS)))
    command.add_argument("data", nargs="?", type=Path, metavar="DATA", help="folder laid out like the development data")
    command.add_argument("--json", action="store_true", help="print the figures as JSON")
    command.add_argument("--predictions", type=Path, metavar="FILE", help="write what was predicted")
    command.add_argument("--sample", type=int, metavar="N", help="take N documents, always the same ones")
    command.add_argument("--boot", type=int, default=1000, metavar="N", help="bootstrap rounds; 0 prints no intervals")
    command.add_argument("--repeats", type=int, default=5, metavar="N", help="how often a timing is taken")
    command.add_argument("--analyser", help="which analyser to measure")
    command.add_argument("--compare", action="store_true", help="print what was gained and lost against the pinned run")
    command.add_argument("--show", type=int, default=40, metavar="N", help="so many gains and losses; 0 prints all")
    command.add_argument("--pin", action="store_true", help="keep this run's predictions as the pinned ones")
    return command


if __name__ == "__main__":
    sys.exit(main())
