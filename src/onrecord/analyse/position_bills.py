"""What somebody proposes as a text to be passed, and what a text has the backing of.

``Introduced a bill that would open the port``: what is wanted is the bill, with what it would do. ``The bill has the
support of Torvela``: whose support it has accepts it.
"""

from collections.abc import Iterator

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, passive
from onrecord.analyse.position_parts import Want, cut_out, name_of, somebody, stands, to_infinitive
from onrecord.analyse.position_prepositions import Found
from onrecord.analyse.position_words import PositionWords
from onrecord.analyse.relation_parties import behind, parties
from onrecord.analyse.relation_polarity import negations
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

BRINGING = {
    "introduce", "sponsor", "file", "draft", "write", "author", "unveil", "propose", "announce", "offer", "submit",
    "push", "champion", "draw", "craft", "co-sponsor", "cosponsor", "reintroduce", "prepare", "table",
}  # fmt: skip
ASKED = {"bill", "legislation", "amendment", "resolution", "motion", "petition", "measure", "referendum"}
OFFERED = {"plan", "proposal", "package", "order", "rule", "offer"}
DOES = {"call", "urge", "demand", "require", "ban", "bar", "limit", "repeal", "force", "allow", "block", "give", "end"}
BACKING = {"support", "backing", "endorsement", "blessing", "approval"}
HAVING = {"have", "enjoy", "win", "gain", "earn", "receive", "get", "draw"}


def brought(parse: Parse, verb: Token, plain: str) -> Iterator[Found]:
    """``Introduced a bill that would open the port``, ``is drafting an order to close it``."""
    if plain not in BRINGING or passive(parse, verb):
        return
    for text in children(parse, verb, "dobj"):
        name = lemma(text.lower, "noun")
        if name not in ASKED | OFFERED or text.tag[:3] == "NNP":
            continue
        content = _does(parse, text)
        if content is not None:
            yield Found(PositionKind.DEMAND if name in ASKED else PositionKind.OFFER, content, (), "bill")


def _does(parse: Parse, text: Token) -> Range | None:
    """The text with the clause that says what it would do."""
    for clause in children(parse, text, "relcl", "acl"):
        would = any(t.lower in ("would", "will") for t in children(parse, clause, "aux"))
        doing = clause.tag == "VBG" and lemma(clause.lower, "verb") in DOES
        to_do = to_infinitive(parse, clause) and lemma(text.lower, "noun") in ASKED  # plans: ``position_plans``
        if would or doing or to_do:
            return (text.left, clause.right)
    return None


def by_backing(parse: Parse, noun: Token, words: PositionWords) -> Iterator[Want]:
    """``The bill has the support of Torvela``: whose support a measure has."""
    verb = parse.tokens[noun.head]
    if noun.lower not in BACKING or noun.dep != "dobj" or lemma(verb.lower, "verb") not in HAVING:
        return
    whose = [t for t in behind(parse, noun, "of", "from") if t.tag[:2] == "NN"]
    what = children(parse, verb, "nsubj")
    how = stands(parse, verb)
    if not whose or not what or not how or what[0].tag[:2] != "NN" or somebody(what[0], words):
        return
    if not words.among(lemma(what[0].lower, "noun"), "things measures"):
        return
    content = (what[0].left, what[0].right)
    spans = cut_out(parse, *content)
    turned = negations(parse, noun, relation_words()) % 2 == 1
    if spans:
        cue = parse.span_of(noun.index, noun.index)
        yield Want(PositionKind.ACCEPT, parties(parse, whose), cue, spans, "noun", negated=turned,
                   hedged=how == "open", named=name_of(parse, content))  # fmt: skip
