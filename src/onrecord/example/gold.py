"""Resolve the example's gold, which is kept by quotation, against the texts that a reader made of its reports.

The gold names passages rather than offsets, so that it holds whatever a cleaner keeps of a page's furniture:

* `reports.json` says which file, and which record of it, each report key stands for;
* `statements.jsonl` and `figures.jsonl` hold one entry a line: its `report`, the passages it lies `at`, its slices;
* `positions.jsonl` holds what parties want, a line each: `kind` and `holder` list all that a careful reader may give;
* `story.json` holds the layers over reports: `actors` (forms per report), `utterances`, `not_same`, `blame`.

A selector is a string, or an object with `exact` and a `prefix` or `suffix` that tells it from its look-alikes (as in
the Web Annotation text quote selector). White space stands for any white space, no-break spaces included; all else is
exact. A passage must occur once in its report, a slice once in its passages, beginning and ending with whole words.
`first` takes the first of several (a headline that a page repeats); an `optional` statement may be missing with its
passage (a pull quote, a caption).
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from onrecord.errors import OnrecordError

__all__ = ["GoldError", "positions", "reports", "resolve"]

Json = dict[str, Any]
Selector = str | Json
Range = tuple[int, int]

ROLES = ("source", "cue", "content")
SPANS = ("addressee", "channel")
LABELS: Json = dict.fromkeys(("speaker", "mode", "act", "negated", "parent", "nameless", "borderline"))
LABELS |= {"negated": False, "borderline": False}
WANTED = ("content", "condition")
FIGURE = ("span", "what_span", "group_span")


class GoldError(OnrecordError):
    """An entry of the gold that the text at hand does not bear out: not found, or found more than once."""


def reports(gold: Path) -> list[Json]:
    """List the reports: `report` (the key), `file`, `record` (from 1, or null), `outlet`, `published`, `copy_of`."""
    return list(json.loads((gold / "reports.json").read_text(encoding="utf-8")))


def resolve(gold: Path, texts: Mapping[str, str]) -> Json:
    """Turn the gold into one story with offsets (code points into `texts[key]`), laid out as the layered story gold is.

    Raises `GoldError`, naming the entry, where a quotation is not found exactly or is ambiguous.
    """
    keys = [entry["report"] for entry in reports(gold)]
    if missing := [key for key in keys if key not in texts]:
        raise GoldError(f"no text given for: {', '.join(missing)}")
    docs: dict[str, Json] = {key: {"statements": [], "figures": []} for key in keys}
    for entry in _lines(gold / "statements.jsonl"):
        if found := _statement(entry, texts[entry["report"]]):
            docs[entry["report"]]["statements"].append(found)
    for entry in _lines(gold / "figures.jsonl"):
        docs[entry["report"]]["figures"].append(_figure(entry, texts[entry["report"]]))
    story: Json = json.loads((gold / "story.json").read_text(encoding="utf-8"))
    hulls = {s["id"]: _hull(s) for doc in docs.values() for s in doc["statements"]}
    return {
        "story": story["story"],
        "docs": docs,
        "actors": [_actor(actor, texts) for actor in story["actors"]],
        "utterances": story["utterances"],
        "not_same": story["not_same"],
        "blame": [_blame(edge, texts, hulls) for edge in story["blame"]],
    }


def positions(gold: Path, texts: Mapping[str, str]) -> list[Json]:
    """Every position with offsets for `content` and `condition` (or null); `holder` lists ids of actors."""
    found = []
    for entry in _lines(gold / "positions.jsonl"):
        name, text = f"position {entry['id']}", texts[entry["report"]]
        passages = [_passage(text, entry["at"], name)]
        spans = {k: entry.get(k) and list(_slice(text, entry[k], passages, f"{name}, {k}")) for k in WANTED}
        found.append({"addressee": None, "optional": False} | entry | spans)
    return found


def _lines(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _statement(entry: Json, text: str) -> Json | None:
    name = f"statement {entry['id']}"
    if entry.get("optional") and not _matches(text, entry["at"][0], (0, len(text))):
        return None
    passages = [_passage(text, selector, name) for selector in entry["at"]]
    found: Json = {"id": entry["id"]}
    for role in ROLES:
        spans = [_slice(text, selector, passages, f"{name}, {role}") for selector in entry.get(role, [])]
        if any(left[1] > right[0] for left, right in pairwise(spans)):
            raise GoldError(f"{name}, {role}: slices are not in the order of the text")
        found[role] = [list(span) for span in spans]
    for role in SPANS:
        spans = [_slice(text, selector, passages, f"{name}, {role}") for selector in entry.get(role, [])]
        found[role] = [list(span) for span in spans] or None
    return found | {label: entry.get(label, default) for label, default in LABELS.items()}


def _figure(entry: Json, text: str) -> Json:
    name = f"figure {entry['report']}: {entry['span']}"
    passages = [_passage(text, entry["at"], name)]
    spans = {k: entry[k] and list(_slice(text, entry[k], passages, f"{name}, {k}")) for k in FIGURE}
    return {key: value for key, value in entry.items() if key not in ("report", "at")} | spans


def _actor(entry: Json, texts: Mapping[str, str]) -> Json:
    forms = []
    for report, words in entry["forms"].items():
        for form in words:
            found = _matches(texts[report], form, (0, len(texts[report])))
            if not found:
                raise GoldError(f"actor {entry['id']}: {form!r} not found in {report}")
            forms.append([report, *found[0]])
    return {**entry, "forms": forms}


def _blame(edge: Json, texts: Mapping[str, str], hulls: Mapping[str, Range]) -> Json:
    name = f"blame {edge['from']} on {edge['to']} in {edge['report']}"
    start, end = _passage(texts[edge["report"]], edge["exact"], name) if edge["exact"] else hulls[edge["statement"]]
    kept = {key: value for key, value in edge.items() if key not in ("report", "exact")}
    return kept | {"doc": edge["report"], "start": start, "end": end}


def _hull(statement: Json) -> Range:
    spans = [span for role in ROLES for span in statement[role]]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _passage(text: str, selector: Selector, name: str) -> Range:
    return _slice(text, selector, [(0, len(text))], f"{name}, at")


def _slice(text: str, selector: Selector, passages: list[Range], name: str) -> Range:
    found = [span for passage in passages for span in _matches(text, selector, passage)]
    if len(found) == 1 or (found and not isinstance(selector, str) and selector.get("first")):
        return found[0]
    raise GoldError(f"{name}: {selector!r} is found {len(found)} times, not once")


def _matches(text: str, selector: Selector, passage: Range) -> list[Range]:
    parts: Json = {"exact": selector} if isinstance(selector, str) else selector
    exact, pattern = parts["exact"], _loose(parts["exact"])
    pattern = (r"(?<!\w)" if exact[0].isalnum() else "") + pattern + (r"(?!\w)" if exact[-1].isalnum() else "")
    pattern = f"{_loose(parts.get('prefix', ''))}(?P<exact>{pattern}){_loose(parts.get('suffix', ''))}"
    return [match.span("exact") for match in re.compile(pattern).finditer(text, *passage)]


def _loose(words: str) -> str:
    return r"\s+".join(map(re.escape, re.split(r"\s+", words)))
