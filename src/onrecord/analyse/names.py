"""The names that a report gives, as they are met: who is a fuller form of whom."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.analyse.direct import Quoted, inside
from onrecord.engine.parse import Parse, Token
from onrecord.model.span import Span

TITLES = {
    "mr.", "mrs.", "ms.", "miss", "mr", "mrs", "ms", "dr.", "dr", "prof.", "professor", "president", "minister",
    "prime", "deputy", "vice", "senator", "sen.", "rep.", "representative", "congressman", "congresswoman", "gov.",
    "governor", "mayor", "judge", "justice", "secretary", "general", "gen.", "colonel", "col.", "captain", "capt.",
    "lieutenant", "lt.", "major", "maj.", "sergeant", "sgt.", "king", "queen", "prince", "princess", "pope", "sir",
    "lord", "lady", "dame", "ambassador", "chancellor", "speaker", "chairman", "chairwoman", "chief", "director",
    "foreign", "defence", "defense", "interior", "finance", "former", "spokesman", "spokeswoman", "spokesperson",
    "commissioner", "admiral", "rev.", "reverend", "bishop", "archbishop", "cardinal", "attorney", "sheriff",
    "superintendent", "premier", "sheikh", "ayatollah", "imam", "rabbi", "leader", "envoy", "candidate", "lawmaker",
    "coach", "author", "economist", "analyst", "activist", "councillor", "mp", "democrat", "republican",
}  # fmt: skip
BODIES = {
    "department", "ministry", "committee", "party", "council", "office", "agency", "court", "institute", "university",
    "union", "bank", "times", "post", "gazette", "house", "senate", "commission", "authority", "league", "association",
    "group", "company", "corp.", "inc.", "service", "bureau", "force", "army", "street", "journal", "center", "centre",
    "foundation", "fund", "board", "conference", "front", "movement", "alliance", "federation", "society", "network",
    "parliament", "congress", "assembly", "police", "guard", "navy", "government", "administration", "campaign",
}  # fmt: skip
MEN = {"mr.", "mr", "sir", "lord", "king", "prince", "congressman", "spokesman", "chairman"}
WOMEN = {
    "mrs.", "mrs", "ms.", "ms", "miss", "lady", "dame", "queen", "princess", "congresswoman", "spokeswoman",
    "chairwoman",
}  # fmt: skip
LINKS = {"of", "de", "van", "von", "al", "bin", "el", "la", "da", "du", "der", "den", "y"}


class Name(NamedTuple):
    """One mention of a name outside quotations: its words without titles, where it stands, what it says of gender."""

    words: tuple[str, ...]
    span: Span
    gender: str
    person: bool
    subject: bool
    passage: int
    quoted: bool
    titles: tuple[str, ...] = ()


@dataclass(slots=True)
class Names:
    """All mentions so far, in the order of the text."""

    mentions: list[Name] = field(default_factory=list)
    fullest: dict[str, dict[tuple[str, ...], Span]] = field(default_factory=dict)
    genders: dict[str, set[str]] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    offices: dict[str, dict[tuple[str, ...], Span]] = field(default_factory=dict)

    def between(self, start: int, end: int) -> list[Name]:
        """The mentions that begin at ``start`` or later and before ``end``."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def add(self, name: Name) -> None:
        """Take in one mention."""
        self.mentions.append(name)
        self.starts.append(name.span.start)
        last = name.words[-1]
        self.fullest.setdefault(last, {}).setdefault(name.words, name.span)
        for title in name.titles:
            self.offices.setdefault(title, {}).setdefault(name.words, name.span)
        if name.gender:
            self.genders.setdefault(last, set()).add(name.gender)

    def gender(self, words: Sequence[str]) -> str:
        """``m`` or ``f`` where every title with this surname agrees, else nothing."""
        known = self.genders.get(words[-1], set())
        return next(iter(known)) if len(known) == 1 else ""

    def full(self, words: tuple[str, ...]) -> list[tuple[tuple[str, ...], Span]]:
        """The fuller forms of a name: those that end in its last word and begin with its first, longest first.

        Forms of one name (the same first and last word) count once.
        """
        forms = self.fullest.get(words[-1], {})
        longer = [f for f in forms if len(f) > 1 and (len(words) == 1 or f[0] == words[0])]
        by_person: dict[tuple[str, str], tuple[str, ...]] = {}
        for form in sorted(longer, key=lambda f: (-len(f), f)):
            by_person.setdefault((form[0], form[-1]), form)
        return [(form, forms[form]) for form in by_person.values()]


def gather(names: Names, parse: Parse, marks: Sequence[Quoted]) -> None:
    """Add the names of one passage."""
    for first, last in _runs(parse):
        name = name_at(parse, first, last, inside(first, marks) >= 0)
        if name is not None:
            names.add(name)


def name_at(parse: Parse, first: int, last: int, quoted: bool = False) -> Name | None:
    """The name that a run of proper nouns holds, titles left out; None where nothing else is in it."""
    tokens = parse.tokens[first : last + 1]
    body = tokens[-1].lower in BODIES
    start = 0 if body else max((at + 1 for at, t in enumerate(tokens[:-1]) if t.lower in TITLES), default=0)
    if start == len(tokens) - 1 and tokens[start].lower in TITLES:
        return None
    rest = tokens[start:]
    if not rest or not rest[-1].text[0].isalpha():
        return None
    titles = {t.lower for t in tokens[:start]} | ({parse.tokens[first - 1].lower} & TITLES if first else set())
    gender = "m" if titles & MEN else "f" if titles & WOMEN else ""
    head = rest[-1]
    subject = any(t.dep in ("nsubj", "nsubjpass") for t in rest)
    person = bool(titles) or _like_person(parse, rest, head)
    span = Span(rest[0].start, head.end)
    return Name(_words(rest), span, gender, person, subject, parse.passage, quoted, tuple(sorted(titles)))


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words as printed: tokens that touch are one word."""
    words: list[str] = []
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].end == token.start:
            words[-1] += token.text
        else:
            words.append(token.text)
    return tuple(words)


def _like_person(parse: Parse, rest: Sequence[Token], head: Token) -> bool:
    """A name without an article, of one to four words, is taken for a person's; the resolver asks for more."""
    before = parse.tokens[rest[0].index - 1] if rest[0].index else None
    article = before is not None and before.lower in ("the", "a", "an") and before.head == head.index
    return not article and len(rest) <= 4 and all(t.text[0].isupper() or t.lower in LINKS for t in rest)


def _runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """First and last token of every run of proper nouns, ``van`` and the like allowed inside."""
    at, tokens = 0, parse.tokens
    while at < len(tokens):
        if tokens[at].tag not in ("NNP", "NNPS"):
            at += 1
            continue
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].sentence == tokens[at].sentence:
            following = tokens[last + 1]
            if following.tag in ("NNP", "NNPS"):
                last += 1
            elif _joins(following) and last + 2 < len(tokens) and tokens[last + 2].tag == "NNP":
                last += 2
            else:
                break
        yield at, last
        at = last + 1


def _joins(token: Token) -> bool:
    """Whether a word or mark may stand between the parts of one name."""
    return token.text == "-" or token.lower in LINKS - {"of"}
