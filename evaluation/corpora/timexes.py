"""Articles with marked time expressions from disk: TimeML (TempEval-3), and MEANTIME in its own XML or as NAF.

Offsets count code points of the article's text: of TimeML the character content of ``TEXT``, of NAF ``raw``, of
MEANTIME's own XML its tokens joined by single spaces, one sentence a line.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

ANNOTATED = 6
"""Of MEANTIME sentences 0 to 5 are annotated; what stands behind is neither gold nor judged."""

ENDINGS = (".tml", ".xml", ".naf")


class Timex(NamedTuple):
    """One time expression: its characters, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


class Article(NamedTuple):
    """A text, when it was written (a TIMEX3 value), its time expressions, and where the annotated part ends.

    ``own`` are the characters at which the text prints its own time of writing: not judged.
    """

    name: str
    text: str
    written: str | None
    timexes: tuple[Timex, ...]
    end: int
    own: tuple[tuple[int, int], ...] = ()


def names(data: Path) -> list[str]:
    """The articles below the folder, by their paths in it, in the order of the numbers that they begin with."""
    found = [path for path in data.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file()]
    return sorted((path.relative_to(data).as_posix() for path in found), key=lambda name: (_number(name), name))


def article(data: Path, name: str) -> Article:
    """One article; SystemExit where the file is none of the layouts."""
    raw = (data / name).read_bytes()
    try:
        root = etree.fromstring(
            raw, etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
        )
    except etree.XMLSyntaxError as error:
        raise SystemExit(f"{data / name}: not XML ({error})") from error
    for layout in (_naf, _timeml, _meantime):
        made = layout(Path(name).stem, root) if root is not None else None
        if made is not None:
            return made
    raise SystemExit(f"{data / name}: neither TimeML nor MEANTIME")


def _number(name: str) -> int:
    match = re.match(r"\d+", Path(name).name)
    return int(match[0]) if match else 0


def _tag(element: etree._Element) -> str:
    return etree.QName(element).localname.upper() if isinstance(element.tag, str) else ""


def _find(root: etree._Element, tag: str) -> etree._Element | None:
    return next((element for element in root.iter() if _tag(element) == tag), None)


def _timeml(name: str, root: etree._Element) -> Article | None:
    body = _find(root, "TEXT")
    if body is None and _tag(root) != "TIMEML":
        return None
    body = root if body is None else body
    pieces: list[str] = []
    timexes: list[tuple[Timex, bool]] = []
    _walk(body, pieces, timexes)
    text = "".join(pieces)
    return Article(
        name,
        text,
        _written(root),
        tuple(sorted(one for one, own in timexes if not own)),
        len(text),
        tuple((one.start, one.end) for one, own in timexes if own),
    )


def _walk(element: etree._Element, pieces: list[str], timexes: list[tuple[Timex, bool]]) -> int:
    """Take in the characters of an element; the length of the text behind it."""
    at = sum(map(len, pieces))
    start = at
    pieces.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            _walk(child, pieces, timexes)
        pieces.append(child.tail or "")
    if _tag(element) == "TIMEX3":
        end = sum(map(len, pieces))
        own = element.get("functionInDocument") == "CREATION_TIME"
        if end > start:
            timexes.append((Timex(start, end, element.get("type", ""), element.get("value", "")), own))
    return at


def _written(root: etree._Element) -> str | None:
    """The time of writing: that of ``DCT``, else of the expression marked so, else of publication."""
    dct = _find(root, "DCT")
    marked = [e for e in (dct.iter() if dct is not None else ()) if _tag(e) == "TIMEX3"]
    every = [e for e in root.iter() if _tag(e) == "TIMEX3"]
    marked += [e for e in every if e.get("functionInDocument") == "CREATION_TIME"]
    marked += [e for e in every if e.get("functionInDocument") == "PUBLICATION_TIME"]
    return next((value for e in marked if (value := _dated(e.get("value", "")))), None)


def _dated(value: str) -> str | None:
    """A value as an ISO day or month; one file of MEANTIME writes ``03-02-2009``."""
    if match := re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", value):
        return f"{match[3]}-{match[2]}-{match[1]}"
    if match := re.match(r"(\d{4})-?(\d\d)-?(\d\d)", value):
        return f"{match[1]}-{match[2]}-{match[3]}"
    return value if re.fullmatch(r"\d{4}(-\d\d)?", value) else None


def _naf(name: str, root: etree._Element) -> Article | None:
    raw = _find(root, "RAW")
    words = {e.get("id"): e for e in root.iter() if _tag(e) == "WF"}
    if _tag(root) != "NAF" or not words:
        return None
    text = raw.text or "" if raw is not None else ""
    places = {
        id: (int(e.get("offset", 0)), int(e.get("offset", 0)) + int(e.get("length", 0))) for id, e in words.items()
    }
    terms = {
        e.get("id"): [t.get("id") for t in e.iter() if _tag(t) == "TARGET"] for e in root.iter() if _tag(e) == "TERM"
    }
    if not text:
        text = _padded([(places[id], e.text or "") for id, e in words.items()])
    sentences = {id: int(e.get("sent", 1)) for id, e in words.items()}
    first = min(sentences.values())
    judged = [places[id][1] for id, number in sentences.items() if number - first < ANNOTATED]
    head = _find(root, "FILEDESC")
    written = _written(root) or _dated(head.get("creationtime", "") if head is not None else "")
    timexes: list[Timex] = []
    own: list[Timex] = []
    for element in (e for e in root.iter() if _tag(e) == "TIMEX3"):
        targets = [t.get("id") for t in element.iter() if _tag(t) == "TARGET"]
        at = [places[w] for t in targets for w in terms.get(t, [t]) if w in places]
        if at:
            one = Timex(min(at)[0], max(b for _, b in at), element.get("type", ""), element.get("value", ""))
            (own if element.get("functionInDocument") == "CREATION_TIME" else timexes).append(one)
    return Article(name, text, written, tuple(sorted(timexes)), max(judged), tuple((o.start, o.end) for o in own))


def _padded(words: list[tuple[tuple[int, int], str]]) -> str:
    text = ""
    for (start, _), word in sorted(words):
        text = text.ljust(start) + word
    return text


def _meantime(name: str, root: etree._Element) -> Article | None:
    tokens = [e for e in root.iter() if _tag(e) == "TOKEN"]
    if not tokens:
        return None
    pieces, places, at, end, before = [], {}, 0, 0, None
    for token in tokens:
        sentence, word = int(token.get("sentence", 0)), token.text or ""
        joint = "" if before is None else " " if before == sentence else "\n"
        pieces += [joint, word]
        start = at + len(joint)
        at = start + len(word)
        places[token.get("t_id")] = (start, at)
        end, before = (at if sentence < ANNOTATED else end), sentence
    timexes: list[Timex] = []
    own: list[Timex] = []
    for element in (e for e in root.iter() if _tag(e) == "TIMEX3"):
        spans = [places[a.get("t_id")] for a in element.iter() if _tag(a) == "TOKEN_ANCHOR" and a.get("t_id") in places]
        if not spans:
            continue
        one = Timex(min(spans)[0], max(b for _, b in spans), element.get("type", ""), element.get("value", ""))
        (own if element.get("functionInDocument") == "CREATION_TIME" else timexes).append(one)
    text = "".join(pieces)
    return Article(name, text, _written(root), tuple(sorted(timexes)), end, tuple((o.start, o.end) for o in own))


def articles(data: Path, only: list[str]) -> Iterator[Article]:
    """The named articles."""
    return (article(data, name) for name in only)
