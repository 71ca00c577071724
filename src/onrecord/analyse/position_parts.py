"""The parts of a position in grammar: what is wanted, under which condition, and whether it is said to be so at all."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children
from onrecord.analyse.position_words import PositionWords, position_words
from onrecord.analyse.relation_parties import Party, behind
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span, Spans
from onrecord.model.terms import ActorType, PositionKind

EDGES = {",", ".", ";", ":", "-", "--", "–", "—", "”", "“", '"', "''", "``", "!", "?", "…", "’", "‘", "and", "but"}
QUOTES = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"))
OPEN = {"could", "might", "may", "can"}
SIGNS = {"indication", "evidence", "sign", "guarantee", "assurance", "chance", "reason", "proof", "certainty"}
USUALLY = {"normally", "usually", "ordinarily", "otherwise", "typically", "generally"}
DEEPEST = 12
CLAUSES = {"advcl", "ccomp", "acl", "relcl", "pcomp"}
MONEY = {"hundred", "thousand", "million", "billion", "trillion"}
TOPS = {"nsubj", "nsubjpass", "conj"}


class Want(NamedTuple):
    """What one word says somebody wants or will not have; no ``who`` where it is whoever is speaking there.

    ``spoken``: it is a position only in what somebody says. ``unnamed``: somebody else than the speaker, whom no word
    names (``was told to``). ``hedged``: it only might be so. ``named``: a name that is wanted or not had; of an actor,
    it is no position. ``over``: who reports it, where ``who`` is a pronoun that may stand for them.
    """

    kind: PositionKind
    who: tuple[Party, ...]
    cue: Span
    content: Spans
    rule: str
    condition: Spans = ()
    addressee: Spans = ()
    negated: bool = False
    hedged: bool = False
    spoken: bool = False
    unnamed: bool = False
    named: Span | None = None
    over: tuple[Party, ...] = ()


def conditions(parse: Parse, first: int, last: int, kind: PositionKind, outside: int) -> list[Range]:
    """The ranges between two tokens that say under which condition; none holds the token ``outside``."""
    found: list[Range] = []
    for at in range(first, last + 1):
        if found and at <= found[-1][1]:
            continue
        span = _condition(parse, at, kind)
        if span is None:
            continue
        start, end = span[0], min(span[1], last)
        if start > first and parse.tokens[start - 1].lower in ("only", "except", "even"):
            start -= 1
        if parse.tokens[start].lower != "even" and not start <= outside <= end and end - start > 0:
            found.append((start, end))
    return found


def _condition(parse: Parse, at: int, kind: PositionKind) -> Range | None:
    """The range of the condition that begins with a token."""
    words, token = position_words(), parse.tokens[at]
    for phrase in words.phrases:
        if tuple(t.lower for t in parse.tokens[at : at + len(phrase)]) == phrase:
            return (at, _end(parse, at, len(phrase)))
    negative = kind in (PositionKind.REFUSE, PositionKind.RED_LINE)
    if not (
        words.among(token.lower, "condition marks") or (negative and token.lower in words.lists["condition negative"])
    ):
        return None
    after = parse.tokens[at + 1].lower if at + 1 < len(parse.tokens) else ""
    if token.lower in ("until", "till", "before") and after in ("recently", "now", "then", "today", "long"):
        return None
    if token.dep in ("mark", "advmod"):
        clause = parse.tokens[token.head]
        verbal = clause.tag[:2] == "VB" or any(t.tag[:2] == "VB" for t in children(parse, clause, "aux", "cop"))
        return (at, clause.right) if verbal and clause.dep != "ccomp" and clause.right > at else None
    nominal = token.dep == "prep" and token.lower not in ("before", "while")  # ``called it off before the strike``
    return (at, token.right) if nominal and token.right > at else None


def _end(parse: Parse, at: int, length: int) -> int:
    """Where the clause or phrase ends that one of several words begins."""
    ends = [at + length - 1]
    for token in parse.tokens[at : at + length]:
        head = parse.tokens[token.head]
        ends.append(token.right)
        if (
            token.dep in ("mark", "advmod")
            and head.index > at
            and head.dep in ("advcl", "ccomp", "acl", "relcl", "pcomp")
        ):
            ends.append(head.right)
    after = parse.tokens[at + length] if at + length < len(parse.tokens) else None
    if max(ends) == at + length - 1 and after is not None:
        top = after
        while top.head > top.index and parse.tokens[top.head].sentence == after.sentence:
            top = parse.tokens[top.head]
        ends.append(top.right)
    return max(ends)


def cut_out(parse: Parse, first: int, last: int, without: Iterable[Range] = ()) -> Spans:
    """The spans of a range of tokens without some ranges, each without marks at its edges."""
    found, at = [], first
    for start, end in (*sorted(without), (last + 1, last + 1)):
        if end < first or start > last + 1:
            continue
        if (span := _trimmed(parse, at, start - 1)) is not None:
            found.append(span)
        at = max(at, end + 1)
    return tuple(found)


def _trimmed(parse: Parse, first: int, last: int) -> Span | None:
    """The span of a range without marks at its edges, but with the one that closes a quotation begun in it."""
    while first <= last and parse.tokens[first].lower in EDGES:
        first += 1
    while last >= first and parse.tokens[last].lower in EDGES:
        last -= 1
    if first > last:
        return None
    words = [t.text for t in parse.tokens[first : last + 1]]
    for opening, closing in QUOTES:
        odd = words.count(opening) % 2 if opening == closing else words.count(opening) > words.count(closing)
        for at in range(last + 1, min(last + 3, len(parse.tokens))) if odd else ():
            if parse.tokens[at].text == closing:
                return parse.span_of(first, at)
    return parse.span_of(first, last)


def clause_range(parse: Parse, clause: Token) -> Range:
    """The clause with its first word, ``that`` included; without a verb that the parser joined to it by mistake."""
    return (clause.left, _before_misjoined(parse, clause))


def misjoined(parse: Parse, verb: Token) -> bool:
    """Whether a past tense hangs on a subjunctive or infinitive: it belongs to the verb above (``and threatened``)."""
    above = parse.tokens[verb.head]
    return (
        verb.dep == "conj" and verb.tag in ("VBD", "VBZ") and above.tag in ("VB", "VBP") and not _finite(parse, above)
    )


def _finite(parse: Parse, verb: Token) -> bool:
    return any(t.tag == "MD" for t in children(parse, verb, "aux")) and not to_infinitive(parse, verb)


def _before_misjoined(parse: Parse, clause: Token) -> int:
    found = [t.left - 1 for t in children(parse, clause, "conj") if misjoined(parse, t)]
    return max(clause.index, min([clause.right, *found]))


def infinitive_range(parse: Parse, clause: Token) -> Range:
    """An infinitive without its subject: from ``to`` on, ``not`` included."""
    marks = [t.index for t in children(parse, clause, "aux", "neg") if t.index < clause.index]
    first = min([t for t in marks if parse.tokens[t].lower in ("to", "not", "never")] or [clause.index])
    return (first, _before_misjoined(parse, clause))


def to_infinitive(parse: Parse, verb: Token) -> bool:
    """Whether a verb stands as an infinitive with ``to``."""
    return any(t.lower == "to" for t in children(parse, verb, "aux"))


def stands(parse: Parse, word: Token) -> str:
    """``so`` where the report says that a word holds, ``open`` where it only might, else empty."""
    verdict, below = "so", word
    if parse.tokens[parse.sentences[word.sentence][1] - 1].text == "?":
        return ""
    for depth in range(DEEPEST):
        verdict = _step(parse, below, verdict, depth)
        if misjoined(parse, below):
            below = parse.tokens[below.head]
        above = parse.tokens[below.head]
        if not verdict or above.index == below.index or (below.dep in TOPS and depth):
            return verdict
        below = above
    return verdict


def _step(parse: Parse, word: Token, verdict: str, depth: int) -> str:
    """What one word on the way up makes of it."""
    if word.dep in ("csubj", "csubjpass"):
        return ""
    if _at_no_time(parse, word):
        return ""
    own = children(parse, word, "aux", "mark")
    forms = {t.lower for t in own}
    if forms & {"if", "unless", "whether", "without"}:
        return ""
    if word.dep == "advcl" and word.tag in ("VBP", "VBZ") and _when(parse, word):
        return ""
    if depth and any(t.lower in ("none", "nobody", "neither") for t in children(parse, word, "nsubj")):
        return ""
    if not depth and forms & {"must", "should", "ought", "shall"}:
        return ""
    usual = "would" in forms and any(t.lower in USUALLY for t in children(parse, word, "advmod"))
    if (forms & OPEN or usual) and word.tag[:2] == "VB":
        verdict = "open"
    above = parse.tokens[word.head]
    if no_sign(parse, word):
        return ""
    if word.dep in ("pcomp", "prep") and above.lower in ("without", "of", "from", "instead", "against"):
        short = parse.tokens[above.head].lower in ("short", "far", "instead", "back", "shy")
        verdict = "" if above.lower in ("without", "instead") or short else "open"
    if to_infinitive(parse, word) and any(t.lower == "for" for t in children(parse, word, "mark")):
        return ""
    if not to_infinitive(parse, word) or word.dep in ("ROOT", "advcl"):
        return verdict
    words = position_words()
    if above.tag[:2] == "VB":
        if word.dep == "ccomp" and any(t.dep == "nsubj" for t in children(parse, word, "nsubj")):
            return ""
        return verdict if words.among(lemma(above.lower, "verb"), "through verbs") else ""
    if above.tag[:2] == "NN":
        plain = lemma(above.lower, "noun")
        return verdict if words.among(plain, "through done") else "open" if words.among(plain, "through nouns") else ""
    return verdict if above.lower in ("likely", "set", "about", "due", "quick", "expected") else ""


def _at_no_time(parse: Parse, word: Token) -> bool:
    """Whether what opens the clause says that it is not so: ``at no time did they``."""
    opening = (o for p in children(parse, word, "prep") if p.index < word.index for o in children(parse, p, "pobj"))
    return any(t.lower == "no" for one in opening for t in children(parse, one, "det"))


def _when(parse: Parse, word: Token) -> bool:
    """Whether it only sets the time of what is to come: ``when they agree to that, they will``."""
    when = any(t.lower in ("when", "once", "whenever") for t in children(parse, word, "advmod", "mark"))
    return when and _to_come(parse, parse.tokens[word.head])


def _to_come(parse: Parse, verb: Token) -> bool:
    return verb.lower == "going" or any(t.lower in ("will", "’ll", "'ll") for t in children(parse, verb, "aux"))


def no_sign(parse: Parse, word: Token) -> bool:
    """Whether a clause is only what nothing speaks for: ``there is no sign that``."""
    above = parse.tokens[word.head]
    return above.lower in SIGNS and any(
        t.lower in ("no", "little", "any") for t in children(parse, above, "det", "amod")
    )


def object_of_clause(parse: Parse, verb: Token) -> Range:
    """What a relative clause is about, where it leaves a gap: ``a plan the party rejects``, ``cuts they agreed to``."""
    above = parse.tokens[verb.head]
    return (above.left, max(above.index, verb.left - 1))


def owners_of(parse: Parse, noun: Token) -> Sequence[Token]:
    """Whose a noun is: in front, behind ``by`` or ``from``, or in an adjective of a name."""
    near = [t for t in children(parse, noun, "poss") if t.index < noun.index]
    near = near or [t for t in behind(parse, noun, "by", "from", "among") if t.tag[:2] in ("NN", "PR")]
    return near or [t for t in children(parse, noun, "compound", "amod", "nmod") if t.text[:1].isupper()][:1]


def somebody(thing: Token, words: PositionWords) -> bool:
    """Whether it is a person, or nothing at all, rather than what can be wanted."""
    plain = lemma(thing.lower, "noun")
    if plain in ("nothing", "anything") or (thing.tag in ("$", "CD") and plain not in MONEY):
        return True
    if thing.tag[:1] in ("P", "W"):
        return thing.lower not in ("it", "this", "that", "them", "which")
    return words.among(plain, "not taken") or actor_words().kind(plain) is ActorType.PERSON


def name_of(parse: Parse, content: Range) -> Span | None:
    """The name that heads a phrase, if one does."""
    for token in parse.tokens[content[0] : content[1] + 1]:
        if not content[0] <= token.head <= content[1] or token.head == token.index:
            return Span(token.start, token.end) if token.tag in ("NNP", "NNPS") else None
    return None
