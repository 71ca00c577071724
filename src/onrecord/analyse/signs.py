"""What speaks for or against a cue besides its word: its subject, its form, its place and the size of its content.

Each sign has a weight (log odds) in ``cue_weights.csv``, fitted by ``training/cue_weights.py`` over the counts, each
article's own counts left out. No sign is a name: swapping the names of two parties changes no score.
"""

from collections.abc import Iterator

from onrecord.analyse.cues import Lexicon
from onrecord.analyse.frames import Frame
from onrecord.engine.parse import Parse, Token, lemma

GROUPS = {
    "that": "clause", "bare": "clause", "pre": "clause", "wh": "clause", "paren": "clause", "clause": "clause",
    "to": "infinitive", "np-to": "infinitive", "ing": "infinitive", "small": "infinitive", "np-small": "infinitive",
    "obj": "object", "gap": "object", "quote-before": "quote", "quote-after": "quote", "quote-colon": "quote",
    "quote": "quote",
}  # fmt: skip
MODALS = {"would", "will", "could", "can", "may", "might", "must", "should", "'ll", "’ll", "'d", "’d"}
PRONOUNS = {
    "he": "person", "she": "person", "his": "person", "her": "person", "they": "they", "their": "they", "it": "it",
    "its": "it", "i": "first", "we": "first", "my": "first", "our": "first", "you": "you", "your": "you",
    "who": "who", "which": "which", "that": "which", "this": "it", "these": "it", "those": "they",
}  # fmt: skip


def group_of(frame: Frame) -> str:
    """The family of a frame, which its signs are weighed within."""
    key = frame.key.removesuffix("+q")
    if frame.kind != "verb":
        return frame.kind
    if key.startswith("pass"):
        return "passive"
    return GROUPS.get(key, "prep")


def signs(parse: Parse, frame: Frame, home: int, lexicon: Lexicon) -> Iterator[str]:
    """The signs of one proposal."""
    group = group_of(frame)
    yield f"{group}"
    yield f"{group} subject {_subject(parse, frame, lexicon)}"
    head = parse.tokens[frame.head]
    yield f"{group} form {head.tag}"
    yield f"{group} place {head.dep}"
    size = sum(last - first + 1 for first, last in frame.content)
    yield f"{group} size {'one' if size == 1 else 'few' if size < 4 else 'some' if size < 9 else 'many'}"
    if home >= 0:
        yield f"{group} quoted"
    kids = [parse.tokens[at] for at in head.children]
    if any(k.lower in MODALS and k.dep == "aux" for k in kids):
        yield f"{group} modal"
    if any(k.dep == "neg" for k in kids):
        yield f"{group} negated"
    if frame.key.endswith("+q"):
        yield f"{group} in marks"
    first = parse.tokens[frame.content[0][0]]
    if first.lower in ("that", "it", "this") and size == 1:
        yield f"{group} bare pronoun"
    if any(parse.tokens[at].lower == "if" or parse.tokens[at].lower == "when" for at in head.children):
        yield f"{group} condition"
    yield f"{group} content {_content(parse, frame)}"


def _subject(parse: Parse, frame: Frame, lexicon: Lexicon) -> str:
    if not frame.source or frame.subject < 0:
        return "none"
    token: Token = parse.tokens[frame.subject]
    if token.lower in PRONOUNS:
        return PRONOUNS[token.lower]
    if token.tag in ("NNP", "NNPS"):
        return "name"
    kind = lexicon.nameless.get(token.lower) or lexicon.nameless.get(lemma(token.lower, "noun"))
    return str(kind) if kind else "noun"


def _content(parse: Parse, frame: Frame) -> str:
    """What the last piece of the content is about: a name, a verb, a number or other words."""
    first, last = frame.content[-1]
    tags = {parse.tokens[at].tag[:2] for at in range(first, min(last, first + 12) + 1)}
    return "verb" if tags & {"VB", "MD"} else "name" if "NN" in tags and _named(parse, first, last) else "words"


def _named(parse: Parse, first: int, last: int) -> bool:
    return any(parse.tokens[at].tag in ("NNP", "NNPS") for at in range(first, min(last, first + 6) + 1))
