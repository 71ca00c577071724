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
    "sens.", "reps.", "govs.", "messrs.",
    "governor", "mayor", "judge", "justice", "secretary", "general", "gen.", "colonel", "col.", "captain", "capt.",
    "lieutenant", "lt.", "major", "maj.", "sergeant", "sgt.", "king", "queen", "prince", "princess", "pope", "sir",
    "lord", "lady", "dame", "ambassador", "chancellor", "speaker", "chairman", "chairwoman", "chief", "director",
    "foreign", "defence", "defense", "interior", "finance", "former", "spokesman", "spokeswoman", "spokesperson",
    "commissioner", "admiral", "rev.", "reverend", "bishop", "archbishop", "cardinal", "attorney", "sheriff",
    "superintendent", "premier", "sheikh", "ayatollah", "imam", "rabbi", "leader", "envoy", "candidate", "lawmaker",
    "coach", "author", "economist", "analyst", "activist", "councillor", "mp", "democrat", "republican", "elect",
    "designate", "ceo", "treasurer", "mediator", "whip", "counterpart", "head", "inspector", "ombudsman",
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
DEPARTMENTS = {
    "state", "defense", "defence", "commerce", "labor", "labour", "energy", "education", "agriculture", "health",
    "transportation", "transport", "justice", "treasury", "staff", "police", "parliament", "war", "finance", "homeland",
    "security", "veterans", "affairs", "housing", "interior", "human", "services", "navy", "army", "elect", "designate",
}  # fmt: skip
DAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december", "easter", "christmas", "ramadan",
}  # fmt: skip
COMPASS = {"north", "south", "east", "west", "new", "united", "saudi", "hong", "sri", "san", "los", "great", "islamic"}
LINKS = {"of", "de", "van", "von", "al", "bin", "el", "la", "da", "du", "der", "den", "y"}


class Name(NamedTuple):
    """One mention of a name outside quotations: its words without titles, where it stands, what it says of gender.

    ``titles`` are the words of office beside it, ``sides`` the other words of that phrase (whose minister), ``thing``
    says that an article or ``in`` before it shows no person.
    """

    words: tuple[str, ...]
    span: Span
    gender: str
    person: bool
    subject: bool
    passage: int
    quoted: bool
    titles: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    thing: bool = False


@dataclass(slots=True)
class Names:
    """All mentions so far, in the order of the text."""

    mentions: list[Name] = field(default_factory=list)
    fullest: dict[str, dict[tuple[str, ...], Span]] = field(default_factory=dict)
    genders: dict[str, set[str]] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    offices: dict[str, dict[tuple[str, ...], Span]] = field(default_factory=dict)
    sides: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    things: set[tuple[str, ...]] = field(default_factory=set)
    seats: dict[str, set[str]] = field(default_factory=dict)

    def between(self, start: int, end: int) -> list[Name]:
        """The mentions that begin at ``start`` or later and before ``end``."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def add(self, name: Name) -> None:
        """Take in one mention."""
        self.mentions.append(name)
        self.starts.append(name.span.start)
        last = surname(name.words)
        self.fullest.setdefault(last, {}).setdefault(name.words, name.span)
        for title in name.titles:
            self.offices.setdefault(title, {}).setdefault(name.words, name.span)
        self.sides.setdefault(name.words, set()).update(name.sides)
        if name.thing:
            self.things.add(name.words)
        if name.gender:
            self.genders.setdefault(last, set()).add(name.gender)

    def human(self, words: tuple[str, ...]) -> bool:
        """Whether a name is likely a person's: titled somewhere, or of two words or more that no thing bears."""
        titled = any(words in holders for holders in self.offices.values())
        if titled or self.gender(words):
            return True
        if words in self.things or any(w.lower() in BODIES for w in words) or words[0].lower() in COMPASS:
            return False
        return len(words) > 1 or any(self.human(form) for form, _ in self.full(words))

    def gender(self, words: Sequence[str]) -> str:
        """``m`` or ``f`` where every title with this surname agrees, else nothing."""
        known = self.genders.get(surname(words), set())
        return next(iter(known)) if len(known) == 1 else ""

    def full(self, words: tuple[str, ...]) -> list[tuple[tuple[str, ...], Span]]:
        """The fuller forms of a name: those that end in its last word and begin with its first, longest first.

        Forms of one name (the same first and last word) count once.
        """
        forms = self.fullest.get(surname(words), {})
        longer = [f for f in forms if len(f) > 1 and (len(words) == 1 or f[0] == words[0])]
        by_person: dict[tuple[str, str], tuple[str, ...]] = {}
        for form in sorted(longer, key=lambda f: (-len(f), f)):
            by_person.setdefault((form[0], surname(form)), form)
        return [(form, forms[form]) for form in by_person.values()]


def gather(names: Names, parse: Parse, marks: Sequence[Quoted]) -> None:
    """Add the names of one passage."""
    for first, last in _runs(parse):
        name = name_at(parse, first, last, inside(first, marks) >= 0)
        if name is not None:
            names.add(name)
    for token in parse.tokens:
        if token.tag == "NN" and token.lower in TITLES:
            owners = [parse.tokens[at] for at in token.children if parse.tokens[at].dep == "poss"]
            names.seats.setdefault(token.lower, set()).update(o.lower[:5] for o in owners if o.tag == "NNP")


def surname(words: Sequence[str]) -> str:
    """What names of one person share: the last word, in small letters."""
    return words[-1].lower()


def _office(parse: Parse, last: int) -> bool:
    """Whether a run ends in a title whose department follows: ``US Secretary`` before ``of State``."""
    after = parse.tokens[last + 1 : last + 3]
    words = [token.lower for token in after]
    return len(words) == 2 and parse.tokens[last].lower in TITLES and words[0] == "of" and words[1] in DEPARTMENTS


def name_at(parse: Parse, first: int, last: int, quoted: bool = False) -> Name | None:
    """The name that a run of proper nouns holds, titles left out; None where nothing else is in it."""
    tokens = parse.tokens[first : last + 1]
    if _office(parse, last):
        return None
    body = tokens[-1].lower in BODIES
    start = 0 if body else max((at + 1 for at, t in enumerate(tokens[:-1]) if t.lower in TITLES), default=0)
    office = first > 1 and parse.tokens[first - 1].lower == "of" and parse.tokens[first - 2].lower in TITLES
    while not body and start < len(tokens) - 1 and (tokens[start].text == "-" or (office and _part(tokens[start]))):
        start += 1
    if start == len(tokens) - 1 and tokens[start].lower in TITLES:
        return None
    rest = tokens[start:]
    if not rest or not rest[-1].text[0].isalpha() or all(t.lower in DAYS for t in rest):
        return None
    head = rest[-1]
    beside = {parse.tokens[first - 1].lower} if first else set()
    if office and start:
        beside.add(parse.tokens[first - 2].lower)
    titles = {t.lower for t in tokens[:start]} | beside
    phrase = _apposed(parse, head)
    titles |= set(phrase)
    sides = {w for w in (*phrase, *_before(parse, first)) if w not in TITLES}
    titles &= TITLES
    gender = "m" if titles & MEN else "f" if titles & WOMEN else ""
    subject = any(t.dep in ("nsubj", "nsubjpass") for t in rest)
    like = _like_person(parse, rest, head)
    span = Span(rest[0].start, head.end)
    within = first > 1 and parse.tokens[first - 1].lower == "of" and parse.tokens[first - 2].tag in ("NNP", "NNPS")
    thing = not titles and (not like or within or bool(beside & {"in", "at", "near", "inside", "across", "the"}))
    return Name(
        _words(rest), span, gender, bool(titles) or like, subject, parse.passage, quoted,
        tuple(sorted(titles)), tuple(sorted(sides)), thing,
    )  # fmt: skip


def _part(token: Token) -> bool:
    """Whether a word belongs to the name of an office (``Secretary of State``, ``of Health and Human Services``)."""
    return token.lower in DEPARTMENTS or token.lower in ("and", "for", "the")


def _apposed(parse: Parse, head: Token) -> tuple[str, ...]:
    """The words of an office in apposition: ``Lena Fisk, the foreign minister``, ``the minister, Lena Fisk``."""
    above = parse.tokens[head.head]
    if head.dep == "appos" and above.lower in TITLES:
        noun = above
    else:
        noun = next((n for at in head.children if (n := parse.tokens[at]).dep == "appos" and n.lower in TITLES), head)
    if noun is head:
        return ()
    own = [parse.tokens[at] for at in noun.children if parse.tokens[at].dep in ("amod", "compound", "poss")]
    return tuple("" if t.dep == "poss" and t.lower in TITLES else t.lower for t in (*own, noun))


def _before(parse: Parse, first: int) -> tuple[str, ...]:
    """The words right before a run of proper nouns that may say whose office it is."""
    return tuple(t.lower for t in parse.tokens[max(0, first - 3) : first] if t.tag[:2] in ("NN", "JJ"))


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
    return (
        not article and len(rest) <= 4 and all(t.text[0].isupper() or t.text == "-" or t.lower in LINKS for t in rest)
    )


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
            elif reach := _bridge(tokens, last):
                last += reach
            else:
                break
        yield at, last
        at = last + 1


def _bridge(tokens: Sequence[Token], last: int) -> int:
    """How many tokens on the same name goes on, past ``van`` or ``al`` and a hyphen; 0 where it does not."""
    for reach in (2, 3, 4):
        between = tokens[last + 1 : last + reach]
        if last + reach < len(tokens) and all(_joins(t) for t in between) and tokens[last + reach].tag == "NNP":
            return reach
    return 0


def _joins(token: Token) -> bool:
    """Whether a word or mark may stand between the parts of one name."""
    return token.text == "-" or token.lower in LINKS - {"of"}
