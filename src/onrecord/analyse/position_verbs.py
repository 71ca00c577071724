"""Positions that a verb of its own says: ``demanded that``, ``ruled out``, ``called on … to``, ``was urged to``."""

from collections.abc import Iterator, Sequence

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, cue_range, passive
from onrecord.analyse.position_bills import brought
from onrecord.analyse.position_declared import warned_of
from onrecord.analyse.position_doers import NOMINAL, any_of_a_kind, doers, no_secret, reported_by
from onrecord.analyse.position_objects import wanted_object
from onrecord.analyse.position_parts import (
    Want,
    clause_range,
    conditions,
    cut_out,
    infinitive_range,
    misjoined,
    name_of,
    object_of_clause,
    stands,
    to_infinitive,
)
from onrecord.analyse.position_plans import WOULD, planned
from onrecord.analyse.position_prepositions import Found, asked_of, measured, prepositional
from onrecord.analyse.position_told import NAMELESS, asked_to, given_until, idle
from onrecord.analyse.position_words import PositionWords
from onrecord.analyse.relation_parties import behind, parties, party, subjects
from onrecord.analyse.relation_polarity import negations
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

WANTED = {"must", "should", "would", "will", "shall", "can"}
INSISTED = {"must", "should", "shall"}
OWED = {"insist", "suggest", "prefer"}
FAVOURING = {"support", "favor", "favour", "back", "endorse"}  # with a deed: ``supported ending the toll``
DOING = {*FAVOURING, "oppose", "resist", "propose", "recommend", "advocate", "suggest", "prefer"}
NEVER_FINITE = {*FAVOURING, "agree", "accept", "oppose", "resist", "balk", "rule", "require"}
MODAL = {"will", "would", "wo", "’ll", "ca", "can", "could", "'ll"}
VOWS = {"vow", "pledge", "swear"}
RULED = ("told", "behind")
WANTS = (PositionKind.DEMAND, PositionKind.OFFER, PositionKind.ACCEPT)
PHRASES = ("object", "behind", "particle")


def by_verb(parse: Parse, verb: Token, words: PositionWords) -> Iterator[Want]:
    """What one verb says somebody wants or will not have."""
    plain = lemma(verb.lower, "verb")
    if verb.dep in ("amod", "aux", "auxpass", "compound") or plain in ("be", "have", "do") or _titled(parse, verb):
        return
    if plain == "threaten" and _by_a_thing(parse, verb):
        return
    for kind, content, told, named in _found(parse, verb, plain, words):
        if _bare(parse, content):
            continue
        rule = f"{named} weak" if named in RULED and _ruled(parse, verb, words) else named
        how = stands(parse, verb)
        if how:
            yield from _made(parse, verb, kind, content, told, rule, how)
        return


def _by_a_thing(parse: Parse, verb: Token) -> bool:
    """Whether what threatens to be so is a thing that nobody says anything with (``the storm threatened to``)."""
    who = next(iter(children(parse, verb, "nsubj")), None)
    if who is None or who.tag not in ("NN", "NNS"):
        return False
    plain = lemma(who.lower, "noun")
    return actor_words().kind(plain) is None and plain not in relation_words().things


def _bare(parse: Parse, content: Range) -> bool:
    """Whether nothing is left of what is wanted but ``to be``, ``to do so``."""
    return [t.lower for t in parse.tokens[content[0] : content[1] + 1]][:2] in (["to", "be"], ["to", "do"]) and (
        content[1] - content[0] < 2 or parse.tokens[content[1]].lower in ("so", "it", "that")
    )


def _titled(parse: Parse, verb: Token) -> bool:
    """Whether a headline's name before a colon only looks like the subject: ``Fisk: Calling for a strike is wrong``."""
    subject = next(iter(children(parse, verb, "nsubj")), None)
    bare = verb.tag == "VBG" and verb.dep == "ROOT" and not children(parse, verb, "aux")
    return bare and subject is not None and any(t.text == ":" for t in parse.tokens[subject.index : verb.index])


def _found(parse: Parse, verb: Token, plain: str, words: PositionWords) -> Iterator[Found]:
    """The kind, what is wanted, who is asked and the rule, the best first."""
    for particle in (t.lower for t in children(parse, verb, "prt", "advmod", "prep")):
        kind = words.particles.get((plain, particle))
        if kind and (what := wanted_object(parse, verb, words, particle)):
            weak = words.among(f"{plain} {particle}", "weak particles") and not measured(parse, what, words)
            yield Found(kind, what, (), "object weak" if weak else "particle")
    yield from asked_of(parse, verb, plain, words)
    yield from prepositional(parse, verb, plain, words)
    if plain == "give" and (dated := given_until(parse, verb)) is not None:
        yield dated
    if plain in words.told and (found := asked_to(parse, verb)) is not None:
        weak = words.among(plain, "weak told") or idle(parse, found[0], words)
        rule = "told weak" if weak else "told"
        yield Found(words.told[plain], found[0], found[1], rule)
    yield from planned(parse, verb, plain, words)
    yield from brought(parse, verb, plain)
    for threatened in warned_of(parse, verb):
        yield Found(PositionKind.THREAT, threatened, (), "clause")
    if plain in words.clause and (clause := _clause(parse, verb, plain, words)) is not None:
        yield clause
    yield from _set_phrase(parse, verb, plain)
    if plain in words.object and (what := wanted_object(parse, verb, words, "")):
        weak = words.among(plain, "official acts") or (
            words.among(plain, "weak object")
            and (_ruled(parse, verb, words) or not (measured(parse, what, words) or _sought(parse, plain, what, words)))
        )
        weak = weak or (plain == "defend" and parse.tokens[what[0]].tag == "PRP$")  # ``defended his decision``
        yield Found(words.object[plain], what, (), "object weak" if weak else "object")


def _sought(parse: Parse, plain: str, what: Range, words: PositionWords) -> bool:
    """Whether it is what committees and courts ask for: ``is seeking records``."""
    heads = [t for t in parse.tokens[what[0] : what[1] + 1] if not what[0] <= t.head <= what[1]]
    known = any(words.among(lemma(t.lower, "noun"), "things sought") for t in heads)
    return plain in ("seek", "need", "request", "require") and known


def _ruled(parse: Parse, verb: Token, words: PositionWords) -> bool:
    """Whether a court does it: what it rules is a deed."""
    by = behind(parse, verb, "by") if passive(parse, verb) else subjects(parse, verb)
    near = [t for one in by for t in (one, *children(parse, one, "compound", "appos"))]
    return any(words.among(t.lower, "things courts") and (t in by or t.lower != "justice") for t in near)


def _set_phrase(parse: Parse, verb: Token, plain: str) -> Iterator[Found]:
    """``reserved the right to strike``; ``agreed in principle``, where a condition may follow."""
    if plain == "reserve":
        for right in (t for t in children(parse, verb, "dobj") if t.lower == "right"):
            for deed in (c for c in children(parse, right, "acl", "relcl") if to_infinitive(parse, c)):
                yield Found(PositionKind.THREAT, infinitive_range(parse, deed), (), "clause")
    if plain == "agree":
        for prep in (t for t in children(parse, verb, "prep") if parse.tokens[t.right].lower == "principle"):
            yield Found(PositionKind.ACCEPT, (prep.left, prep.right), (), "clause")


def _clause(parse: Parse, verb: Token, plain: str, words: PositionWords) -> Found | None:
    """What is wanted as a clause: a finite one must say that something is to be so."""
    kind = words.clause[plain]
    if passive(parse, verb):
        return None
    for clause in children(parse, verb, "xcomp", "ccomp"):
        if clause.index < verb.index or clause.lower in NAMELESS or _asks_what(parse, clause):
            continue
        infinitive = to_infinitive(parse, clause)
        done = lemma(clause.lower, "verb")
        silent = (words.among(done, "not silent") and not _withheld(parse, clause, plain, words)) or (
            plain == "decline" and words.among(done, "not names")
        )
        if kind is PositionKind.REFUSE and (silent or not (infinitive or plain not in ("refuse", "decline"))):
            return None
        bare = clause.right == clause.left or (clause.right == clause.index and to_infinitive(parse, clause))
        if bare and verb.dep == "relcl" and parse.tokens[verb.head].tag[:2] == "NN":  # ``a move they vowed to fight``
            return Found(kind, object_of_clause(parse, verb), (), "object")
        if clause.right == clause.left or (done == "do" and not children(parse, clause, "dobj")):
            return None
        if infinitive or (clause.tag == "VBG" and plain in DOING):
            if plain in ("insist", "require", "order", "direct") or (plain == "suggest" and infinitive):
                return None
            refusing = plain in VOWS and bool(children(parse, clause, "neg"))
            voted_down = plain == "vote" and done in ("oppose", "reject", "block", "veto", "defeat", "kill", "condemn")
            vowed_down = kind is PositionKind.OFFER and words.among(done, "deeds opposing")
            kind = PositionKind.REFUSE if refusing or voted_down or vowed_down else kind
            content = infinitive_range(parse, clause) if infinitive else (clause.left, clause.right)
            return Found(kind, content, (), "clause")
        if plain in NEVER_FINITE or not _wanted(parse, clause, plain):
            return None
        whom = [t for t in children(parse, clause, "nsubj", "nsubjpass") if t.tag[:2] in NOMINAL]
        told = whom if kind is PositionKind.DEMAND else ()
        return Found(kind, clause_range(parse, clause), told, "clause")
    return None


def _withheld(parse: Parse, clause: Token, plain: str, words: PositionWords) -> bool:
    """Whether what is refused is a thing and no answer: ``refused to provide copies``, not ``to provide details``."""
    things = [lemma(t.lower, "noun") for t in children(parse, clause, "dobj") if t.tag in ("NN", "NNS")]
    handed = lemma(clause.lower, "verb") in ("provide", "give", "return", "release", "disclose")
    return plain == "refuse" and handed and bool(things) and not words.among(things[0], "not asked", "not told")


def _asks_what(parse: Parse, clause: Token) -> bool:
    """Whether a clause is a question that is told of: ``asked why they would not sign``."""
    first = parse.tokens[clause.left]
    return (first.tag[:1] == "W" and first.lower != "that") or first.lower in ("whether", "if")


def _wanted(parse: Parse, clause: Token, plain: str) -> bool:
    """Whether a finite clause says what is to be: a modal verb or a subjunctive (``insisted that he resign``)."""
    aux = {t.lower for t in children(parse, clause, "aux")}
    if aux & (INSISTED if plain in OWED else WANTED | {"’ll", "'ll", "wo"}):
        return True
    if plain in OWED and any(t.tag == "MD" for t in children(parse, clause, "aux")):
        return False
    that = any(t.lower == "that" for t in children(parse, clause, "mark"))
    if plain == "ask" and not that:
        return False
    if plain == "insist" and clause.tag in ("VB", "VBP"):
        return any(t.tag in ("NN", "NNP") for t in children(parse, clause, "nsubj"))
    helped = any(t.lower == "be" for t in children(parse, clause, "auxpass", "aux"))
    return helped or clause.lower == "be" or (plain not in OWED and clause.tag in ("VB", "VBP"))


def _made(
    parse: Parse, verb: Token, kind: PositionKind, content: Range, told: Sequence[Token], rule: str, how: str
) -> Iterator[Want]:
    """The position, with its condition cut from what is wanted."""
    bare = verb.tag == "VBN" and not children(parse, verb, "aux", "nsubj")
    done_to = passive(parse, verb) or bare
    who = behind(parse, verb, "by") if done_to else doers(parse, verb, told)
    if done_to and not who and lemma(verb.lower, "verb") == "commit":  # ``is committed to opening the port``
        who = children(parse, verb, "nsubjpass")
    count = negations(parse, verb, relation_words())
    count -= no_secret(parse, verb)
    turned = count % 2 == 1
    if rule == "clause" and kind is PositionKind.REFUSE and _undoing(parse, content):
        turned, count = not turned, 2
    modal = {t.lower for t in children(parse, verb, "aux")} & MODAL
    plain = lemma(verb.lower, "verb")
    voted = plain == "vote" and kind is PositionKind.ACCEPT
    if turned and (
        voted
        or (rule.startswith("plan") and kind in WANTS)
        or plain in ("want", *WOULD)
        or (modal and kind is PositionKind.ACCEPT)
    ):
        kind, turned = PositionKind.REFUSE, False
    top = _clause_of(parse, verb)
    last = max(top[1], content[1])
    if any(misjoined(parse, token) for token in parse.tokens[content[1] + 1 : last + 1]):
        last = content[1]
    found = conditions(parse, top[0], last, kind, verb.index)
    phrase = parse.tokens[content[0]] if rule.startswith(PHRASES) else None
    found = [
        one
        for one in found
        if not one[0] <= content[0] <= one[1] and not (phrase and content[0] < one[0] and one[1] <= content[1])
    ]
    cue = cue_range(parse, verb)
    particles = [t.index for t in children(parse, verb, "prt") if t.index == cue[1] + 1]
    spans = cut_out(parse, *content, found)
    if spans:
        yield Want(
            kind,
            parties(parse, who),
            parse.span_of(cue[0], max([cue[1], *particles])),
            spans,
            rule,
            tuple(span for one in found for span in cut_out(parse, *one)),
            tuple(party(parse, one).whole for one in told),
            turned,
            how == "open" or (count > 1 and not turned) or any_of_a_kind(parse, verb),
            unnamed=not who and (done_to or verb.tag == "VBG"),
            named=name_of(parse, content) if rule.startswith(PHRASES) else None,
            over=parties(parse, reported_by(parse, verb, who)),
        )


def _undoing(parse: Parse, content: Range) -> bool:
    """Whether what is refused is a refusal (``refused to rule out``): then nothing is."""
    at = next((t for t in parse.tokens[content[0] : content[1] + 1] if t.tag[:2] == "VB"), None)
    return at is not None and lemma(at.lower, "verb") in ("rule", "reject", "exclude", "dismiss", "preclude")


def _clause_of(parse: Parse, verb: Token) -> Range:
    """The clause a verb heads, without clauses joined to it."""
    right = verb.right
    for other in children(parse, verb, "conj"):
        right = min(right, other.left - 1) if other.left > verb.index else right
    return (verb.left, right)
