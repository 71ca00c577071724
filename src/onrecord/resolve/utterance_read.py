"""What a telling says, point by point: the words of each sentence, which of them are quoted, and what they turn on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice, permutations
from typing import NamedTuple

import snowballstemmer

from onrecord.model.span import Span
from onrecord.model.terms import Act
from onrecord.model.utterance import Telling
from onrecord.resolve.utterance_quoted import MARK, quoted
from onrecord.resolve.utterance_words import ALIKE, EMPTY, IRREGULAR, NOT, NUMBERS, REFERRING, TURNED

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
END = re.compile(
    r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])|\n+|;\s+|,[”\"]? (?=but )| (?=but (?:not|never|without) )"
)
BROKEN = re.compile(r"[“”\"\[\]…]|\.\.\.|\. \. \.")
LEFT = 3
"""So many words that matter are something of its own."""
REACH = 3
"""So many words that matter behind a ``not`` may be what it turns (2 and 5 cost a pair or three of the stories)."""

SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Amb|Adm|Atty|Cmdr|Supt|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs)|\b(?:[A-Z]\.)*[A-Z])\.$"
)
"""A full stop that ends a short form, no sentence."""


class Word(NamedTuple):
    """One word of a report: as it is compared, its stem, where it stands, and whether it is quoted or has a capital.

    ``fresh`` says that a quotation begins with it, or goes on after dots or words of the reporter's own.
    """

    form: str
    stem: str
    span: Span
    quoted: bool
    fresh: bool = False
    capital: bool = False


class Fragment(NamedTuple):
    """A run of quoted words: their forms in a row, how many they are, and how many of them matter."""

    row: str
    size: int
    matter: int


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence of what a telling tells.

    ``stems`` are those of the words that matter, in their order; ``numbers`` the numbers in digits, ``turned`` by how
    many words it is said that something is not, the same word twice counted once. ``quoted`` are the words inside
    quotation marks, ``fragments`` the runs of them, and ``row`` are the forms of all words in a row. ``runs`` are all
    four quoted words in a row of which three matter, ``names`` the stems of capital words in a row: one thing each.
    ``undone`` are the stems that what says that it is not so may be about.
    """

    words: tuple[Word, ...]
    stems: tuple[str, ...]
    numbers: frozenset[str]
    turned: int
    quoted: tuple[Word, ...]
    fragments: tuple[Fragment, ...]
    row: str
    runs: frozenset[str]
    names: frozenset[frozenset[str]]
    undone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A telling with its points.

    ``context`` are the stems that matter in its sentences outside of the content. ``only`` says that its report has no
    other telling of its speaker by this act. ``meant`` are the stems before a content that only refers (*that he has
    not*), of which some are what it refers to.
    """

    telling: Telling
    points: tuple[Point, ...]
    context: frozenset[str]
    only: bool = False
    meant: frozenset[str] = frozenset()

    @property
    def turned(self) -> bool:
        """Whether the cue itself says that it is not so."""
        return self.telling.negated != (self.telling.act is Act.DENY)


_STEMMER = snowballstemmer.stemmer("english")


@cache
def stem(form: str) -> str:
    """The stem by which forms of one word are held to be the same (Porter 2)."""
    return bare_stem(ALIKE.get(base := IRREGULAR.get(form, form), base))


@cache
def bare_stem(form: str) -> str:
    """The stem of one word as it stands (Porter 2)."""
    return str(_STEMMER.stemWord(form))


def read(telling: Telling, inner: Sequence[Span] = ()) -> Reading:
    """The points of a telling; one without a word that matters is a point of whatever words it has.

    ``inner`` is what its speaker is said to say inside it, by statements of their own: their words are not its, but
    where next to nothing else is left of it (``that she told the board that …``).
    """
    words = [word for piece in telling.pieces for word in _words(piece.text, piece.span.start)]
    apart = [word for word in words if not any(span.holds(word.span) for span in inner)]
    words = apart if sum(_matters(word.form) for word in apart) >= LEFT else words
    bounds = set(_bounds(telling))
    points, held = [], list[Word]()
    for at, word in enumerate(words):
        if held and any(words[at - 1].span.end <= bound <= word.span.start for bound in bounds):
            points.append(held)
            held = []
        held.append(word)
    context = frozenset(stem(form) for word in WORD.findall(telling.around) if _matters(form := _form(word)))
    told = tuple(_point(some) for some in [*points, held] if some)
    return Reading(telling, told, context, meant=_meant(telling, words))


def _meant(telling: Telling, words: Sequence[Word]) -> frozenset[str]:
    """The stems that stand before what has a word at most that matters, and refers; of anything else none."""
    own = {word.stem for word in words if _matters(word.form)}
    opens = len(words) > 1 and words[0].form == "that"
    if len(own) > 1 or not any(word.form in REFERRING for word in words[opens:]):
        return frozenset()
    return stems_in(telling.before) - own


def insides(tellings: Iterable[Telling]) -> Mapping[str, Sequence[Span]]:
    """What each one's speaker says inside it by a telling of its own: ``he was challenged for claiming that …``."""
    held: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for one in tellings:
        held[one.report, one.actor].append(one)
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for one, other in (pair for some in held.values() for pair in permutations(some, 2)):
        if one.position < other.position and all(any(p.span.holds(q.span) for p in one.pieces) for q in other.pieces):
            found[one.id] += [piece.span for piece in other.pieces]
    return found


def _bounds(telling: Telling) -> Iterator[int]:
    """Where a sentence ends, and where the content goes on as a new sentence after its cue."""
    for piece in telling.pieces:
        for found in END.finditer(piece.text):
            if not SHORT.search(piece.text, 0, found.start()):
                yield piece.span.start + found.end()
        if re.match(r"[“‘\"'(\[]*[A-Z]", piece.text):
            yield piece.span.start


def _words(text: str, offset: int) -> Iterator[Word]:
    inside, end, broken = quoted(text), 0, BROKEN.search(text) is not None
    for found in WORD.finditer(text):
        start = found.start()
        fresh = end == 0 or (broken and BROKEN.search(text, end, start) is not None)
        form, end = _form(found[0]), found.end()
        yield Word(form, stem(form), Span(offset + start, offset + end), inside[start], fresh, found[0][0].isupper())


def stems_in(text: str) -> frozenset[str]:
    """The stems of the words that matter in a text, as its points have them."""
    return frozenset(found for word in WORD.findall(text) if (found := _mattering(word)))


@cache
def _mattering(word: str) -> str | None:
    return stem(form) if _matters(form := _form(word)) else None


def quoted_runs(text: str) -> Iterator[list[str]]:
    """The runs of words inside quotation marks, as words are compared."""
    if not MARK.search(text):
        return
    inside, held = quoted(text), list[str]()
    for found in WORD.finditer(text):
        if inside[found.start()]:
            held.append(_form(found[0]))
        elif held:
            yield held
            held = []
    if held:
        yield held


@cache
def _form(word: str) -> str:
    form = word.lower().replace("’", "'").removesuffix("'s")
    return form.replace(".", "") if not form[0].isdigit() else form.replace(",", "")


def _point(words: list[Word]) -> Point:
    words = [words[0]._replace(fresh=True), *words[1:]] if words else []
    mattering = tuple(word.stem for word in words if _matters(word.form))
    numbers = frozenset(NUMBERS.get(w.form, w.form) for w in words if w.form[0].isdigit() or w.form in NUMBERS)
    turned = len({found for word in words if (found := _turning(word))})
    inside = tuple(word for word in words if word.quoted)
    fragments = tuple(_fragments(words))
    runs, names, undone = frozenset(_runs(words)), frozenset(_names(words)), frozenset(_undone(words))
    return Point(tuple(words), mattering, numbers, turned, inside, fragments, _row(words), runs, names, undone)


def _names(words: Sequence[Word]) -> Iterator[frozenset[str]]:
    for capital, some in groupby(words, key=lambda word: word.capital):
        stems = frozenset(word.stem for word in some if _matters(word.form)) if capital else frozenset()
        if len(stems) > 1:
            yield stems


def _runs(words: Sequence[Word]) -> Iterator[str]:
    for inside, some in groupby(words, key=lambda word: word.quoted):
        run = list(some) if inside else []
        for at in range(len(run) - 3):
            if sum(word.form not in EMPTY for word in run[at : at + 4]) > 2:
                yield " ".join(word.stem for word in run[at : at + 4])


def _fragments(words: Sequence[Word]) -> Iterator[Fragment]:
    for inside, run in groupby(words, key=lambda word: word.quoted):
        held = list[Word]()
        for word in run if inside else ():
            if word.fresh and held:
                yield _fragment(held)
                held = []
            held.append(word)
        if held:
            yield _fragment(held)


def _fragment(words: Sequence[Word]) -> Fragment:
    return Fragment(_row(words), len(words), sum(word.form not in EMPTY for word in words))


def _row(words: Sequence[Word]) -> str:
    return f" {' '.join(word.form for word in words)} "


def _undone(words: Sequence[Word]) -> Iterator[str]:
    """The stems of words that say that something is not so, and those that matter next behind each."""
    for at, word in enumerate(words):
        if _turning(word):
            yield word.stem
            yield from islice((later.stem for later in words[at + 1 :] if _matters(later.form)), REACH)


def _turning(word: Word) -> str | None:
    """The stem of a word that says that something is not so; None for any other."""
    if word.form.endswith("n't"):
        return "not"
    return word.stem if word.form in NOT or word.form in TURNED else None


@cache
def _matters(form: str) -> bool:
    return form not in EMPTY and form not in NOT and not form.endswith(("n't", "'re", "'ve", "'ll", "'m", "'d"))
