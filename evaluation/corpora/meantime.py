"""Who is who in MEANTIME's own XML: mentions of people, organisations and places, and which of them are one.

The text is that of ``timexes``: tokens joined by single spaces, one sentence a line; offsets are code points into it.
"""

from pathlib import Path
from typing import NamedTuple

from lxml import etree

from evaluation.corpora.timexes import ANNOTATED

KINDS = {"PER", "ORG", "LOC"}


class Document(NamedTuple):
    """A text, its chains as spans, and where the annotated part ends."""

    name: str
    text: str
    chains: tuple[frozenset[tuple[int, int]], ...]
    end: int


def names(data: Path) -> list[str]:
    """The articles below the folder, by their paths in it."""
    return sorted(path.relative_to(data).as_posix() for path in data.rglob("*.xml"))


def document(data: Path, name: str) -> Document:
    """One article; of mentions that lie at one place the first is kept."""
    root = etree.fromstring((data / name).read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    pieces: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    at, end, before = 0, 0, None
    for token in root.iter("token"):
        sentence, word = int(token.get("sentence", 0)), token.text or ""
        joint = "" if before is None else " " if before == sentence else "\n"
        pieces += [joint, word]
        start, at = at + len(joint), at + len(joint) + len(word)
        places[token.get("t_id", "")] = (start, at)
        end, before = (at if sentence < ANNOTATED else end), sentence
    spans = {}
    for mention in root.iter("ENTITY_MENTION"):
        anchors = [places[a.get("t_id", "")] for a in mention.iter("token_anchor")]
        if anchors:
            spans[mention.get("m_id")] = (min(anchors)[0], max(b for _, b in anchors))
    kinds = {e.get("m_id"): e.get("ent_type") for e in root.iter("ENTITY")}
    chains: list[frozenset[tuple[int, int]]] = []
    taken: set[tuple[int, int]] = set()
    for link in root.iter("REFERS_TO"):
        target = next(link.iter("target")).get("m_id")
        if kinds.get(target) not in KINDS:
            continue
        found = {spans[s.get("m_id")] for s in link.iter("source") if s.get("m_id") in spans}
        found = {span for span in found if span not in taken and span[1] <= end}
        taken |= found
        if found:
            chains.append(frozenset(found))
    return Document(name, "".join(pieces), tuple(chains), end)
