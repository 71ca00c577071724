"""How fast ``add`` is: CPU-seconds on one thread, beside spaCy md alone in the same run.

Each timing is a process of its own; the two take turns, so that a busy or throttled machine slows both alike.
Words are what stands between white space.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from evaluation.corpora import polnear
from evaluation.corpora.place import REPOSITORY
from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.stopwatch import ONE_THREAD, SUBJECTS


def predict(data: Path, options: Options) -> Predictions:
    """The timings: ``{"words": …, "add": [{"load", "work", "memory"}, …], "spacy": […]}``."""
    names = sample(polnear.names(data), options.sample)
    timings: dict[str, list[dict[str, float]]] = {subject: [] for subject in SUBJECTS}
    with tempfile.TemporaryDirectory() as scratch:
        for name in names:
            shutil.copy(data / "text" / f"{name}.txt", scratch)
        for _ in range(options.repeats):
            for subject, taken in timings.items():
                taken.append(_time(subject, Path(scratch), options.analyser))
    return {"articles": len(names), "words": sum(len(polnear.text(data, name).split()) for name in names), **timings}


def write(predictions: Predictions) -> str:
    """The timings as one object."""
    return json.dumps(predictions, indent=1) + "\n"


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """Words per CPU-second of both, medians, and the share of spaCy's speed that is left; with loading and without."""
    words, numbers = predictions["words"], []
    for subject in SUBJECTS:
        runs = predictions[subject]
        numbers.append(Number(f"{subject} words/s", _rate(words, runs, load=False), note=_range(words, runs)))
        numbers.append(Number(f"{subject} words/s with loading", _rate(words, runs, load=True)))
        numbers.append(Number(f"{subject} loading, CPU-seconds", median(run["load"] for run in runs)))
        numbers.append(Number(f"{subject} peak memory, MiB", max(run["memory"] for run in runs)))
    for title, load in (("add against spaCy", False), ("add against spaCy with loading", True)):
        share = _rate(words, predictions["add"], load=load) / _rate(words, predictions["spacy"], load=load)
        numbers.append(Number(title, 100 * share, note="percent of its words per CPU-second"))
    remark = f"{predictions['articles']} articles, {words} words, one thread, median of {options.repeats}"
    return Outcome(tuple(numbers), remarks=(remark,))


def _time(subject: str, folder: Path, analyser: str) -> dict[str, float]:
    """One timing by a fresh process that has one thread."""
    command = [sys.executable, "-m", "evaluation.stopwatch", subject, str(folder), analyser]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=os.environ | ONE_THREAD, stdout=subprocess.PIPE, text=True, check=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _rate(words: int, runs: Sequence[dict[str, Any]], *, load: bool) -> float:
    return float(median(words / (run["work"] + (run["load"] if load else 0)) for run in runs))


def _range(words: int, runs: Sequence[dict[str, Any]]) -> str:
    rates = [words / run["work"] for run in runs]
    return f"{min(rates):.0f} to {max(rates):.0f}"
