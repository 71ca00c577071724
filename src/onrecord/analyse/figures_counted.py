"""What a number counts: the noun it stands with, what became of those counted, whose part they are, and where."""

from dataclasses import dataclass

from onrecord.analyse.figures_effects import effect_of, predicate, state_of
from onrecord.analyse.figures_not import noun_behind
from onrecord.analyse.figures_people import singular
from onrecord.analyse.figures_words import EFFECT
from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import SUBJECTS, children, cue_range
from onrecord.analyse.numbers import Number
from onrecord.engine.parse import Parse, Token

LONGEST = 9
BARE_STATES = {"dead", "wounded", "injured", "missing", "displaced", "hurt", "detained", "arrested", "homeless"}
SKIPPED = {"still", "more", "others", "other", "feared", "are", "were", "reported"}
PLACES = {"in", "at", "near", "across", "outside", "inside", "on", "off", "from", "around"}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, as ranges of tokens.

    ``head`` is the dictionary form of the noun, ``effect`` what became of those counted (``killed``), ``verb`` and
    ``noun`` are the tokens that say both, ``sure`` how plain it all is, in 0..1.
    """

    what: tuple[Range, ...] = ()
    group: tuple[Range, ...] = ()
    place: tuple[Range, ...] = ()
    head: str = ""
    effect: str = ""
    verb: int = -1
    noun: int = -1
    sure: float = 0.6


def counted(parse: Parse, number: Number, first: int, last: int) -> Counted:
    """What the number at tokens ``first`` to ``last`` counts."""
    root = _root(parse, first, last)
    more = _difference(parse, last)
    if more is not None:
        return more
    beside = _beside(parse, last)
    if beside is not None:
        return beside
    spent = _spent(parse, number, root)
    if spent is not None:
        return spent
    noun = _noun(parse, root, last)
    if noun is not None:
        return _of_noun(parse, number, root, noun, last)
    parted = _of_parts(parse, root, last)
    if parted is not None:
        return parted
    return _elided(parse, root, first, last)


def _difference(parse: Parse, last: int) -> Counted | None:
    """``three more than the ministry admits to``: a difference from another figure."""
    words = [t.lower for t in parse.tokens[last + 1 : last + 3]]
    if len(words) < 2 or words[0] not in ("more", "fewer", "less", "higher", "lower") or words[1] != "than":
        return None
    stop = last + 2
    for token in parse.tokens[last + 2 : last + 3 + LONGEST]:
        if token.text in ",.;:—" or token.lower in ("and", "but") or token.sentence != parse.tokens[last].sentence:
            break
        stop = token.index
    return Counted(((last + 1, stop),), head="difference", sure=0.75)


def _beside(parse: Parse, last: int) -> Counted | None:
    """``33 dead``, ``12 wounded``, ``31 still missing``: what became of them stands right behind the number."""
    at = last + 1
    while at < len(parse.tokens) and parse.tokens[at].lower in SKIPPED - {"are", "were"}:
        at += 1
    if at >= len(parse.tokens) or parse.tokens[at].sentence != parse.tokens[last].sentence:
        return None
    state, follows = parse.tokens[at], parse.tokens[at + 1] if at + 1 < len(parse.tokens) else None
    if state.lower not in BARE_STATES or (follows is not None and follows.tag[:2] == "NN"):
        return None
    return Counted(((last + 1, at),), (), (), "", EFFECT[state.lower], at, -1, 0.8)


def _spent(parse: Parse, number: Number, root: Token) -> Counted | None:
    """A sum that is itself the object of a verb counts what the verb says: ``will spend $3 million on``."""
    head = parse.tokens[root.head]
    if number.unit in (None, "%") or root.dep != "dobj" or head.tag[:2] != "VB":
        return None
    return Counted((cue_range(parse, head),), verb=head.index, sure=0.7)


def _root(parse: Parse, first: int, last: int) -> Token:
    """The token of a number through which it hangs on the rest of the sentence."""
    for at in range(last, first - 1, -1):
        token = parse.tokens[at]
        if not first <= token.head <= last or token.head == at:
            return token
    return parse.tokens[last]


def _noun(parse: Parse, root: Token, last: int) -> Token | None:
    """The noun that a number modifies; the parser's word, else the first noun behind."""
    token = root
    for _ in range(3):
        head = parse.tokens[token.head]
        if token.dep not in ("nummod", "amod", "compound", "quantmod", "det", "advmod", "nmod", "npadvmod"):
            break
        if head.index > last and head.tag[:2] in ("NN", "CD", "JJ", "VB"):
            if head.tag[:2] == "NN" and head.dep != "compound":
                return head
            token = head
            continue
        break
    joined = parse.tokens[last + 1 : last + 3]
    if joined and (joined[0].text == "-" or "-" in parse.tokens[last].text):
        return noun_behind(parse, last + (joined[0].text == "-"))
    return (
        noun_behind(parse, last)
        if root.dep in ("nummod", "compound", "amod", "npadvmod", "dep", "ROOT", "nmod")
        else None
    )


def _of_noun(parse: Parse, number: Number, root: Token, noun: Token, last: int) -> Counted:
    """``12 people``, ``17 people were killed``, ``killed 17 people``, ``33 dead``."""
    start = last + 1
    while start < noun.index and parse.tokens[start].text in ("-", "–", "%"):
        start += 1
    start = min(start, noun.index)
    end = _phrase_end(parse, noun)
    what: list[Range] = [(start, min(end, start + LONGEST))]
    word = singular(noun)
    effect, verb = state_of(word), -1
    if not effect or word in ("body",):
        found, verb, said = effect_of(parse, noun)
        effect = found or effect
        if said and found:
            what.append(said)
    group: tuple[Range, ...] = ()
    if verb >= 0 and number.unit != "%" and not number.share:
        group = ((start, noun.index),)
    sure = 0.9 if root.dep == "nummod" else 0.75
    return Counted(_apart(what), group, _place(parse, noun, verb), word, effect, verb, noun.index, sure)


def _apart(ranges: list[Range]) -> tuple[Range, ...]:
    """Ranges sorted; one that lies in another left out."""
    kept: list[Range] = []
    for first, last in sorted(ranges):
        if kept and first <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(last, kept[-1][1]))
        else:
            kept.append((first, last))
    return tuple(kept)


def _phrase_end(parse: Parse, noun: Token) -> int:
    """The last token of a noun with the ``of`` and the participle that belong to it."""
    end = noun.index
    for at in noun.children:
        child = parse.tokens[at]
        if child.index == end + 1 and (
            child.dep == "prep" or (child.dep in ("acl", "relcl") and child.left == end + 1)
        ):
            end = child.index if child.dep == "acl" else max(end, _short(parse, child))
    return end


def _clause_end(parse: Parse, verb: Token) -> int:
    """The last token of what a verb says before a comma or the next clause."""
    stop = min(verb.right, verb.index + LONGEST)
    for at in range(verb.index + 1, stop + 1):
        if parse.tokens[at].text in ",;:—" or parse.tokens[at].lower in ("while", "and", "but", "whereas"):
            return at - 1
    return stop


def _short(parse: Parse, prep: Token) -> int:
    """The end of a short phrase: it stops before a comma or a clause."""
    for at in range(prep.index, min(prep.right, prep.index + LONGEST) + 1):
        if parse.tokens[at].text in ",;:—()" or parse.tokens[at].tag in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP"):
            return at - 1
    return min(prep.right, prep.index + LONGEST)


def _of_parts(parse: Parse, root: Token, last: int) -> Counted | None:
    """``17 of their peers``, ``dozens of people``, ``one of the eight was released``."""
    after = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    if after is None or after.lower not in ("of",):
        return None
    whole = next((t for t in children(parse, after, "pobj")), None) or noun_behind(parse, last + 1)
    if whole is None or whole.index <= after.index:
        return None
    own = parse.tokens[root.index]
    found, verb, said = effect_of(parse, own)
    if not found:
        found, verb, said = effect_of(parse, whole)
    end = min(max(whole.index, _phrase_end(parse, whole)), after.index + LONGEST)
    what: list[Range] = [(after.index + 1, end)]
    head = parse.tokens[own.head]
    if said is None and own.dep in SUBJECTS and head.tag[:2] in ("VB", "MD"):
        said = (cue_range(parse, head)[0], _clause_end(parse, head))
    if said is not None and said[0] > end:
        what.append(said)
    word = singular(whole)
    effect = found or state_of(word)
    return Counted(
        tuple(what), ((after.index + 1, end),), _place(parse, whole, verb), word, effect, verb, whole.index, 0.85
    )


def _elided(parse: Parse, root: Token, first: int, last: int) -> Counted:
    """A number without noun: ``60 were missing``, ``the toll to 63``, ``an age of 21``, ``left 9 dead``."""
    head = parse.tokens[root.head]
    if root.dep in ("nsubj", "nsubjpass") and head.tag[:2] in ("VB", "MD", "JJ"):
        effect, verb, said = predicate(parse, head, root.dep == "nsubjpass")
        own = said or (cue_range(parse, head)[0], _clause_end(parse, head))
        return Counted((own,), (), _place(parse, root, head.index), "", effect, verb, -1, 0.75)
    if root.dep in ("dobj", "conj") and head.tag == "VBG":
        effect, verb, said = effect_of(parse, root)
        if effect and said:
            return Counted((said,), (), _place(parse, root, verb), "", effect, verb, -1, 0.75)
    state = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    while state is not None and state.lower in (
        "still",
        "more",
        "others",
        "other",
        "feared",
        "are",
        "were",
        "reported",
    ):
        state = parse.tokens[state.index + 1] if state.index + 1 < len(parse.tokens) else None
    if state is not None and state.lower in EFFECT and state.sentence == root.sentence:
        return Counted(((last + 1, state.index),), (), (), "", EFFECT[state.lower], state.index, -1, 0.8)
    noun = _above(parse, root)
    if noun is not None:
        word = singular(noun)
        what = (noun.left, min(max(noun.index, _phrase_end(parse, noun)), noun.left + LONGEST))
        if what[0] <= last and first <= what[1]:
            what = (what[0], noun.index) if noun.index < first else (noun.index, max(noun.index, what[1]))
        return Counted((what,), (), (), word, state_of(word), -1, noun.index, 0.7)
    return _nearest(parse, root, last)


def _above(parse: Parse, root: Token) -> Token | None:
    """The noun that a number is said of: through prepositions, verbs of change and copulas."""
    token = root
    for _ in range(5):
        head = parse.tokens[token.head]
        if head.index == token.index:
            return None
        if head.tag[:2] == "NN" and head.index != root.index and token.dep != "conj":
            return head
        if head.tag[:2] in ("VB", "MD"):
            kinds = ("NN", "JJ", "VB", "PR", "DT")
            named = [
                t
                for t in children(parse, head, "dobj", "nsubjpass", "nsubj")
                if t.tag[:2] in kinds and t.index != token.index
            ]
            goods = [t for t in named if t.dep == "dobj"] or named
            if goods:
                return goods[0]
        token = head
    return None


def _nearest(parse: Parse, root: Token, last: int) -> Counted:
    """The words next to a number where grammar says nothing: the noun behind, else the one before."""
    noun = noun_behind(parse, last)
    if noun is None:
        start = parse.sentences[root.sentence][0]
        noun = next(
            (t for t in reversed(parse.tokens[start : root.index]) if t.tag in ("NN", "NNS", "NNP", "NNPS")), None
        )
    if noun is None:
        return Counted(sure=0.4)
    word = singular(noun)
    return Counted(((noun.index, noun.index),), (), (), word, state_of(word), -1, noun.index, 0.5)


def _place(parse: Parse, noun: Token, verb: int) -> tuple[Range, ...]:
    """Where those counted were: ``in Velday`` on the noun or on the verb that says what became of them."""
    for token in (noun, *((parse.tokens[verb],) if verb >= 0 else ())):
        for prep in children(parse, token, "prep"):
            inner = children(parse, prep, "pobj")
            if prep.lower in PLACES and inner and inner[0].tag in ("NNP", "NNPS"):
                return ((inner[0].left, inner[0].index),)
    return ()
