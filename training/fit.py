"""Fine-tune the tagger on one core: bf16 products, fp32 weights, a running mean of the weights."""

from __future__ import annotations

import json
import random
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.engine.tagger_names import STAND_INS, counted, hidden
from onrecord.engine.tagger_words import MASK, TITLE, UPPER, Pieces, Window, Words, split_words, window_at
from training.corpus import ROLES, Article, Spans, held_names, read_articles
from training.net import Tagger, load_pretrained

SIZE = 256
IGNORE = -100


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that makes one training differ from another."""

    epochs: int = 8
    stop: int = 8
    frozen: int = 0
    batch: int = 8
    rate: float = 4e-4
    warm: float = 0.1
    decay: float = 0.01
    smooth: float = 0.03
    masked: float = 0.03
    swapped: float = 0.25
    mean: float = 0.998
    pointer: float = 0.5
    hide: bool = False
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Labels:
    """Targets of one annotator, per word: tag, head of its cue (-1 none), first word of its cue's source."""

    tag: list[int]
    head: list[int]
    source: list[int]


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article ready for cutting windows."""

    words: Words
    forms: list[str]
    pieces: list[list[int]]
    labels: list[Labels]


def words_of(words: Words, spans: list[tuple[int, int]]) -> list[int]:
    """Indices of the words that share a character with the spans."""
    return [i for i, (s, e) in enumerate(words.spans) if any(s < b and a < e for a, b in spans)]


def labels_of(words: Words, gold: list[Spans]) -> Labels:
    """Attributions as per-word targets."""
    n = len(words)
    tag, head, source = [0] * n, [-1] * n, [IGNORE] * n
    for one in gold:
        parts = {role: words_of(words, one[role]) for role in ROLES}
        at = parts["cue"][0] if parts["cue"] else -1
        for k, role in enumerate(ROLES):
            before = -2
            for i in parts[role]:
                tag[i] = 2 * k + (2 if i == before + 1 else 1)
                before = i
                if role != "source":
                    head[i] = at
        for i in parts["cue"]:
            source[i] = parts["source"][0] if parts["source"] else -1
    return Labels(tag, head, source)


def lesson(article: Article, pieces: Pieces) -> Lesson:
    """An article's words, pieces and targets."""
    words = split_words(article.text)
    forms = [article.text[s:e] for s, e in words.spans]
    return Lesson(words, forms, pieces.of(forms), [labels_of(words, gold) for gold in article.gold])


def starts_of(item: Lesson, rng: random.Random) -> list[int]:
    """Word offsets of windows that cover an article once, shifted at random."""
    counts = [len(p) for p in item.pieces]
    total, starts, at = sum(counts), [], 0
    first = rng.randrange(SIZE // 2, SIZE) if total > SIZE else SIZE
    run, limit = 0, first - 8
    starts.append(0)
    for at, count in enumerate(counts):
        run += count + (at > 0 and item.words.paragraph[at] != item.words.paragraph[at - 1])
        if run > limit:
            starts.append(at)
            run, limit = count, SIZE - 8
    if len(starts) > 1 and run < SIZE // 2:  # a short tail: begin it earlier
        back = starts[-1]
        while back > starts[-2] + 1 and run < SIZE - 12:
            back -= 1
            run += counts[back] + 1
        starts[-1] = back
    return starts


def targets(window: Window, labels: Labels) -> tuple[list[int], list[int], list[int]]:
    """Per-piece targets of one window; what lies outside the window is not asked."""
    n, last = len(window.ids), window.start + len(window.first)
    tag, head, source = [IGNORE] * n, [IGNORE] * n, [IGNORE] * n

    def place(word: int) -> int:
        if word < 0:
            return 0 if word == -1 else IGNORE
        return window.first[word - window.start] if window.start <= word < last else IGNORE

    for k, piece in enumerate(window.first):
        word = window.start + k
        tag[piece], head[piece] = labels.tag[word], place(labels.head[word])
        source[piece] = place(labels.source[word])
    return tag, head, source


def disguised(item: Lesson, names: list[list[int]], recipe: Recipe, rng: random.Random) -> list[list[int]]:
    """Pieces with some capitalised words exchanged for others throughout and some words masked."""
    swaps: dict[str, list[int]] = {}
    out = []
    for form, pieces, case in zip(item.forms, item.pieces, item.words.case, strict=True):
        shown = pieces
        if case in (TITLE, UPPER) and len(form) > 3:
            if form not in swaps:
                swaps[form] = rng.choice(names) if rng.random() < recipe.swapped else pieces
            shown = swaps[form]
        if rng.random() < recipe.masked and form.isalpha():
            shown = [MASK]
        out.append(shown)
    return out


def batches(
    lessons: list[Lesson], names: list[list[int]], recipe: Recipe, epoch: int, cutter: Pieces, common: frozenset[str]
) -> list[list[Tensor]]:
    """One epoch of shuffled, padded batches; names exchanged at random or, with ``hide``, all hidden."""
    rng = random.Random(1000 * recipe.seed + epoch)
    rows = []
    for item in lessons:
        labels = rng.choice(item.labels)
        words, pieces = item.words, disguised(item, names, recipe, rng)
        if recipe.hide:
            order = rng.sample(STAND_INS, len(STAND_INS))
            words, shown = hidden(item.words, item.forms, common, order, steady=True)
            pieces = [[MASK] if rng.random() < recipe.masked else p for p in cutter.of(shown)]
        for start in starts_of(item, rng):
            window = window_at(words, pieces, start, SIZE)
            rows.append((window.ids, window.case, window.quote, window.place, *targets(window, labels)))
    rng.shuffle(rows)
    out = []
    for i in range(0, len(rows), recipe.batch):
        group = rows[i : i + recipe.batch]
        size = max(len(r[0]) for r in group)
        fills = (0, 0, 0, 0, IGNORE, IGNORE, IGNORE)
        out.append([torch.tensor([r[k] + [fills[k]] * (size - len(r[k])) for r in group]) for k in range(7)])
    return out


def common_of(articles: list[Article]) -> list[str]:
    """The words that are no names, by how often the articles write them small."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for article in articles:
        for form in re.findall(r"[^\W\d_]+", article.text):
            (small if form[0].islower() else capital)[form.lower()] += 1
    return counted(small, capital)


def capitalised(lessons: list[Lesson]) -> list[list[int]]:
    """Pieces of the capitalised words that stand within sentences: names, mostly."""
    found = {}
    for item in lessons:
        for i in range(1, len(item.forms)):
            inner = item.words.case[i - 1] == 0 and re.match(r"\w", item.forms[i - 1])
            if item.words.case[i] in (TITLE, UPPER) and inner and len(item.forms[i]) > 3:
                found[item.forms[i]] = item.pieces[i]
    return [found[form] for form in sorted(found)]


def loss_of(net: Tagger, batch: list[Tensor], recipe: Recipe) -> tuple[Tensor, list[float]]:
    """Tag loss and the two pointer losses."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, heads, sources = net(*batch[:4])
    losses = [functional.cross_entropy(tags.float().flatten(0, 1), batch[4].flatten(), label_smoothing=recipe.smooth)]
    for scores, wanted in ((heads, batch[5]), (sources, batch[6])):
        losses.append(functional.cross_entropy(scores.float().flatten(0, 1), wanted.flatten()))
    return losses[0] + recipe.pointer * (losses[1] + losses[2]), [float(x.detach()) for x in losses]


def rate_at(step: int, steps: int, recipe: Recipe) -> float:
    """Linear warm-up, then linear down to zero."""
    warm = max(1, int(recipe.warm * steps))
    return recipe.rate * (step / warm if step < warm else (steps - step) / (steps - warm))


def fit(corpus: Path, weights: Path, vocabulary: Path, out: Path, recipe: Recipe) -> None:
    """Train, writing a checkpoint and a line of log after every epoch.

    ``weights`` are MiniLM's (safetensors) or a checkpoint of an earlier training, whose mean is gone on from.
    ``recipe.stop`` ends the training early, with the rate still as ``recipe.epochs`` has it.
    """
    from tokenizers import Tokenizer

    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed)
    articles = read_articles(corpus)
    held = held_names(articles)
    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    pieces = Pieces(tokenizer)
    lessons = [lesson(a, pieces) for a in articles if a.name not in held]
    names = capitalised(lessons)
    common = frozenset(common_of([a for a in articles if a.name not in held]))
    net = Tagger()
    if weights.suffix == ".pt":
        net.load_state_dict(torch.load(weights, weights_only=True)["mean"])
    else:
        load_pretrained(net, weights)
    net.freeze(recipe.frozen)
    learned = {n: p for n, p in net.named_parameters() if p.requires_grad}
    plain = [p for p in learned.values() if p.ndim < 2]
    matrices = [p for p in learned.values() if p.ndim >= 2]
    groups = [{"params": matrices, "weight_decay": recipe.decay}, {"params": plain, "weight_decay": 0.0}]
    steering = torch.optim.AdamW(groups, lr=recipe.rate, fused=True)
    mean = {n: p.detach().clone() for n, p in learned.items()}
    steps, step = recipe.epochs * len(batches(lessons, names, recipe, 0, pieces, common)), 0
    out.mkdir(parents=True, exist_ok=True)
    for epoch in range(min(recipe.stop, recipe.epochs)):
        began, seen, net_losses = time.time(), 0, [0.0, 0.0, 0.0]
        net.train()
        for batch in batches(lessons, names, recipe, epoch, pieces, common):
            for group in steering.param_groups:
                group["lr"] = max(0.0, rate_at(step, steps, recipe))
            loss, parts = loss_of(net, batch, recipe)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(list(learned.values()), 1.0)
            steering.step()
            steering.zero_grad()
            pull = min(recipe.mean, (1 + step) / (10 + step))
            torch._foreach_lerp_(list(mean.values()), [p.detach() for p in learned.values()], 1 - pull)
            step, seen = step + 1, seen + 1
            net_losses = [a + b for a, b in zip(net_losses, parts, strict=True)]
            if seen % 100 == 0:
                print(epoch, seen, [round(x / seen, 4) for x in net_losses], round(time.time() - began), flush=True)
        state = {n: p.detach().clone() for n, p in net.state_dict().items()}
        torch.save({"raw": state, "mean": {**state, **mean}}, out / f"epoch{epoch + 1}.pt")
        line = {
            "epoch": epoch + 1,
            "loss": [round(x / seen, 4) for x in net_losses],
            "seconds": round(time.time() - began),
        }
        with open(out / "log.jsonl", "a", encoding="utf-8") as handle:
            handle.write(json.dumps(line) + "\n")
