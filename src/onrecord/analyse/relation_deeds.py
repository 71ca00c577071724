"""What one party does towards another: accuse, reject, agree, threaten, request, or something else.

The word is found by grammar: the verbs that have the one as subject, from the top of the sentence down, through
``said that it would``. What is only announced is a threat where it would harm, and an agreement where it would not;
what is done is neither. Words are kept under ``[acts]`` of ``relation_words.toml``.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, passive
from onrecord.analyse.relation_parties import behind, subjects
from onrecord.analyse.relation_polarity import negated
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma

ACCUSE, REJECT, AGREE, THREATEN, REQUEST, OTHER = "accuse", "reject", "agree", "threaten", "request", "other"
TO_COME = {"will", "would", "’ll", "'ll", "wo", "shall"}
SERVED = {"lodge", "file", "launch", "open", "start", "begin", "order", "bring", "issue", "voice", "express", "raise",
          "conduct", "find", "hold", "initiate", "announce", "level", "submit", "register", "stage", "mount", "make",
          "face", "deliver", "give", "put", "send", "have", "release", "draw", "approve", "call", "seek", "set", "be",
          "urge", "demand", "request"}  # fmt: skip
GIVEN = {"issue", "give", "send", "deliver", "make", "set", "renew", "repeat", "carry"}
PASSING = {"fail", "unable"}
REACHING = {"reach", "agree", "secure", "conclude", "strike", "sign", "clinch", "accept", "respond", "attend"}


@cache
def acts() -> dict[str, frozenset[str]]:
    """The words of each act."""
    table = tomllib.loads(files("onrecord.analyse").joinpath("relation_words.toml").read_text(encoding="utf-8"))
    return {act: frozenset(words) for act, words in table["acts"].items()}


def act_between(parse: Parse, source: Range, target: Range) -> str:
    """What the party at one range of tokens does towards that at another."""
    found = [act for verb in _verbs(parse, source) if (act := _of_verb(parse, verb, source, 0)) is not None]
    telling = [act for act in found if act != OTHER]
    if telling:
        return telling[0]
    nouns = [parse.tokens[at] for at in range(source[0], source[1] + 1) if parse.tokens[at].tag[:2] == "NN"]
    nouns += _nouns(parse, source)
    named = [act for noun in nouns if (act := _of_noun(noun)) is not None]
    return named[0] if named and not found else OTHER


def _verbs(parse: Parse, source: Range) -> Iterator[Token]:
    """The verbs that a party is the doer of, in the order of the sentence."""
    for token in parse.tokens:
        if token.tag[:2] not in ("VB", "MD") or source[0] <= token.index <= source[1]:
            continue
        doers = behind(parse, token, "by") if passive(parse, token) else subjects(parse, token)
        if any(source[0] <= doer.index <= source[1] for doer in doers):
            yield token


def _of_verb(parse: Parse, verb: Token, source: Range, depth: int) -> str | None:
    """The act of one verb; None where it is a mere auxiliary or says nothing of the kind."""
    known, plain = acts(), lemma(verb.lower, "verb")
    own = [parse.tokens[at] for at in verb.children]
    future = any(t.lower in TO_COME and t.dep == "aux" for t in own)
    turned = negated(parse, verb, relation_words())
    things = _things(parse, verb)
    if plain in known["saying"] and depth < 3:
        said = _of_clause(parse, verb, source, depth)
        if said is not None:
            return said
    if plain == "rule" and any(t.lower == "out" for t in own):
        return REJECT
    if plain in PASSING:
        return REJECT if any(lemma(x.lower, "verb") in REACHING for x in children(parse, verb, "xcomp")) else OTHER
    if plain in SERVED and (act := _served(plain, things, known)) is not None:
        return act
    if plain == "call":
        return REQUEST if any(t.lower in ("on", "for", "upon") for t in own) else OTHER
    if turned and not passive(parse, verb) and (future or plain in ("accept", "allow", "give", "agree", "recognise")):
        return REJECT
    if future:
        return THREATEN if _harms(plain, things, known) else AGREE
    if plain in known["agree"] | {"decide", "threaten", "warn", "vow", "refuse"}:
        for deed in children(parse, verb, "xcomp"):
            if plain == "refuse":
                return REJECT
            if plain in ("vow", "warn", "threaten", "plan", "promise", "pledge", "prepare", "intend") and _harms(
                lemma(deed.lower, "verb"), _things(parse, deed), known
            ):
                return THREATEN
    if plain == "be":
        return _of_state(parse, verb, known)
    if plain in ("turn",) and not any(t.lower == "down" for t in own):
        return OTHER
    for act in (THREATEN, ACCUSE, REJECT, REQUEST, AGREE):
        if plain in known[act]:
            return _checked(act, plain, parse, verb, turned)
    return OTHER


def _checked(act: str, plain: str, parse: Parse, verb: Token, turned: bool) -> str:
    """The act, where the verb's complement bears it out."""
    if turned and act != REJECT:
        return REJECT if act == AGREE else OTHER
    if plain in ("attack", "strike", "leave", "order", "skip") and act in (ACCUSE, REJECT, REQUEST):
        return REQUEST if plain == "order" and children(parse, verb, "xcomp", "ccomp") else OTHER
    if plain in ("seek", "want", "propose", "plan", "expect", "hope", "aim") and act in (REQUEST, AGREE):
        return act if children(parse, verb, "dobj", "xcomp", "ccomp") else OTHER
    return act


def _of_clause(parse: Parse, verb: Token, source: Range, depth: int) -> str | None:
    """What is said to be done, or to be the duty of somebody else."""
    known = acts()
    for clause in children(parse, verb, "ccomp", "parataxis"):
        if clause.index < verb.index and clause.dep == "parataxis":
            continue
        own = [parse.tokens[at] for at in clause.children]
        subject = next(iter(children(parse, clause, "nsubj", "nsubjpass")), None)
        apart = subject is not None and subject.tag[:2] == "NN"
        modal = {t.lower for t in own if t.dep == "aux"}
        if modal & known["duties"] or lemma(clause.lower, "verb") == "need":
            return REQUEST
        if modal & {"can", "could", "would"} and negated(parse, clause, relation_words()) and passive(parse, clause):
            return REJECT
        if apart and not _same_body(parse, subject, source):
            tail = {parse.tokens[at].lower for at in range(clause.left, clause.right + 1)}
            if tail & relation_words().bad and lemma(verb.lower, "verb") in ("say", "claim", "argue", "declare"):
                return ACCUSE
            continue
        act = _of_verb(parse, clause, source, depth + 1)
        if act is not None and act != OTHER:
            return act
    return None


def _same_body(parse: Parse, subject: Token | None, source: Range) -> bool:
    """Whether a clause is about whoever speaks: a pronoun, or a word for what they are."""
    return subject is None or subject.tag[:2] == "PR" or source[0] <= subject.index <= source[1]


def _of_state(parse: Parse, verb: Token, known: dict[str, frozenset[str]]) -> str:
    """``is willing to``, ``is critical of``."""
    for word in children(parse, verb, "acomp", "attr"):
        if word.lower in known["agreed"]:
            return AGREE
        if word.lower in known["charges"]:
            return ACCUSE
    return OTHER


def _served(plain: str, things: Sequence[str], known: dict[str, frozenset[str]]) -> str | None:
    """``filed a lawsuit``, ``issued an ultimatum``."""
    for thing in things:
        if thing in known["threats"] and plain in GIVEN:
            return THREATEN
        if thing in known["charges"] and not (thing == "attack" and plain in ("launch", "order", "mount", "stage")):
            if thing in ("sanction", "case", "trial", "protest") and plain not in ("call", "urge", "demand", "file"):
                continue
            return ACCUSE
        if thing in ("refuge", "asylum", "explanation", "apology") and plain in ("seek", "demand", "request"):
            return REQUEST
        if thing in ("commitment", "pledge", "promise") and plain in ("make", "give", "express", "have"):
            return AGREE
    return None


def _things(parse: Parse, verb: Token) -> list[str]:
    """The plain words of what a verb takes, with or without a preposition."""
    nouns = children(parse, verb, "dobj", "attr", "oprd", "acomp")
    nouns += behind(parse, verb, "for", "with", "of", "to")
    nouns += [o for noun in list(nouns) for o in children(parse, noun, "conj", "acomp", "amod")]
    return [lemma(noun.lower, "noun") for noun in nouns]


def _harms(plain: str, things: Sequence[str], known: dict[str, frozenset[str]]) -> bool:
    """Whether a deed would hurt whom it is done to."""
    if plain in ("launch", "hold", "increase", "impose", "use", "declare", "raise", "take", "stage"):
        bad = {"war", "attack", "strike", "protest", "sanction", "pressure", "force", "tariff", "military", "operation",
               "measure", "boycott", "action", "demonstration", "blockade", "assault", "duty"}  # fmt: skip
        return bool(bad.intersection(things))
    return plain in known["harm"]


def _nouns(parse: Parse, source: Range) -> Iterator[Token]:
    """Nouns that are the party's by a preposition or possessive: ``threats by``, ``criticism from``."""
    for at in range(source[0], source[1] + 1):
        token = parse.tokens[at]
        above = parse.tokens[token.head]
        if token.dep == "poss" and above.tag[:2] == "NN":
            yield above
        if token.dep == "pobj" and above.lower in ("by", "from", "of"):
            yield parse.tokens[above.head]


def _of_noun(noun: Token) -> str | None:
    known, plain = acts(), lemma(noun.lower, "noun")
    for act, words in ((THREATEN, "threats"), (REJECT, "turned"), (ACCUSE, "charges"), (REQUEST, "asked")):
        if plain in known[words]:
            return act
    return None
