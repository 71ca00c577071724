"""Every case folder holds chains of our own and the actors they become; ONRECORD_REGENERATE=1 writes these anew.

``chains.txt`` is read as ``making`` says; ``parties.toml`` and ``decisions.toml`` may lie beside it.
"""

import json
import os
import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.model.actor import Chain, Constraint, Resolution
from onrecord.model.party import Parties
from onrecord.resolve.actors import resolve
from onrecord.resolve.parties import read
from tests.resolve.making import chains

CASES = sorted((Path(__file__).parents[1] / "cases" / "resolve").iterdir())


def given(folder: Path) -> tuple[list[Chain], list[Constraint], Parties | None]:
    parties, decisions = folder / "parties.toml", folder / "decisions.toml"
    rows = tomllib.loads(decisions.read_text(encoding="utf-8"))["decision"] if decisions.exists() else []
    constraints = [
        Constraint(
            row["kind"], tuple(tuple(g) for g in row["groups"]), row.get("value", ""), row.get("because", ""), at
        )
        for at, row in enumerate(rows, start=1)
    ]
    known = read(parties.read_text(encoding="utf-8"), "parties.toml") if parties.exists() else None
    return chains(folder / "chains.txt"), constraints, known


def shown(resolution: Resolution) -> dict[str, Any]:
    """The resolution as the case files write it, what is empty left out."""
    names = {actor.id: f"{actor.name} [{actor.id}]" for actor in resolution.actors}
    actors = [
        {
            "name": actor.name,
            "type": actor.type,
            "chains": list(actor.chains),
            "named by": actor.named_by if actor.named_by != "machine" else "",
            "ids": dict(actor.ids),
            "parties": [
                " ".join(str(part or "…") for part in (m.party, m.role, m.start, m.end)) for m in actor.parties
            ],
            "notes": list(actor.notes),
        }
        for actor in resolution.actors
    ]
    full = {
        "actors": [{key: value for key, value in actor.items() if value} for actor in actors],
        "links": [
            [link.a, link.b, link.score, link.reason, *([] if link.machine else ["person"])]
            for link in resolution.links
        ],
        "proposals": [[names[p.a], names[p.b], p.score, p.reason] for p in resolution.proposals],
        "related": [[names[r.a], names[r.b], r.reason] for r in resolution.related],
        "disagreements": [list(one) for one in resolution.disagreements],
    }
    return {key: value for key, value in full.items() if value}


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_chains_become_these_actors(folder: Path) -> None:
    found = shown(resolve(*given(folder)))
    path = folder / "expected.json"
    if os.environ.get("ONRECORD_REGENERATE"):
        path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_any_order_gives_the_same(folder: Path) -> None:
    given_chains, constraints, parties = given(folder)
    expected = resolve(given_chains, constraints, parties)
    rng = random.Random(7)
    for _ in range(10):
        rng.shuffle(given_chains)
        rng.shuffle(constraints)
        assert resolve(given_chains, constraints, parties) == expected
