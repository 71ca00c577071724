"""What is owed or asked in return: ``voters deserve to know``, ``owes us an answer``, ``contingent on an inquiry``."""

from collections.abc import Iterator

from onrecord.analyse.grammar import children
from onrecord.analyse.position_parts import Want, cut_out, owners_of, stands, to_infinitive
from onrecord.analyse.relation_parties import parties, party, subjects
from onrecord.analyse.relation_polarity import negations
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

VIEWS = {"position", "view", "stance", "belief", "policy", "message"}
DEPENDING = {"contingent", "conditional", "dependent"}
DUE = {
    "accounting", "explanation", "answer", "apology", "vote", "hearing", "truth", "say", "voice", "choice", "inquiry",
    "investigation", "trial", "justice", "transparency", "clarity", "fact", "chance", "process", "protection",
    "information", "debate", "raise", "compensation", "detail",
}  # fmt: skip


def by_owed(parse: Parse, verb: Token) -> Iterator[Want]:
    """``Voters deserve to know the truth``, ``owes the public an explanation``."""
    plain = "deserve" if verb.lower == "entitled" else lemma(verb.lower, "verb")
    if plain not in ("deserve", "owe") or not stands(parse, verb):
        return
    if negations(parse, verb, relation_words()) % 2:
        return
    who = children(parse, verb, "nsubj", "nsubjpass")
    due = [t for t in _things(parse, verb) if lemma(t.lower, "noun") in DUE]
    due += [t for t in children(parse, verb, "xcomp") if to_infinitive(parse, t)] if plain == "deserve" else []
    if not who or not due or who[0].lower in ("i", "who", "that", "which"):
        return
    spans = cut_out(parse, who[0].left, max(t.right for t in due))
    if spans:
        told = (party(parse, who[0]).whole,) if plain == "owe" else ()
        cue = parse.span_of(verb.index, verb.index)
        yield Want(PositionKind.DEMAND, (), cue, spans, "duty should", (), told, spoken=True)


def _things(parse: Parse, verb: Token) -> Iterator[Token]:
    """The nouns behind the verb: its objects, what is joined to them, and what they are more of."""
    for thing in children(parse, verb, "dobj", "attr", "oprd"):
        yield thing
        for more in children(parse, thing, "appos", "conj"):
            yield from (more, *children(parse, more, "appos"))
        yield from (o for p in children(parse, thing, "prep") if p.lower == "of" for o in children(parse, p, "pobj"))


def by_view(parse: Parse, noun: Token) -> Iterator[Want]:
    """``Torvela’s position is that the log should be opened``: whose view it is wants it."""
    be = parse.tokens[noun.head]
    if lemma(noun.lower, "noun") not in VIEWS or noun.dep != "nsubj" or lemma(be.lower, "verb") != "be":
        return
    for clause in children(parse, be, "ccomp"):
        owed = any(t.lower in ("must", "should", "ought") for t in children(parse, clause, "aux"))
        spans = cut_out(parse, clause.left, clause.right)
        if owed and spans and (who := owners_of(parse, noun)):
            cue = parse.span_of(noun.index, noun.index)
            yield Want(PositionKind.DEMAND, parties(parse, who), cue, spans, "noun")


def by_tie(parse: Parse, word: Token) -> Iterator[Want]:
    """``Made the aid contingent on an inquiry``: what is asked in return."""
    verb = next((t for t in _up(parse, word) if lemma(t.lower, "verb") == "make"), None)
    if word.lower not in DEPENDING or verb is None:
        return
    for prep in children(parse, word, "prep"):
        for thing in children(parse, prep, "pobj", "pcomp") if prep.lower in ("on", "upon") else ():
            spans = cut_out(parse, thing.left, thing.right)
            cue = parse.span_of(word.index, word.index)
            if spans and (who := subjects(parse, verb)):
                yield Want(PositionKind.DEMAND, parties(parse, who), cue, spans, "behind")


def _up(parse: Parse, word: Token) -> Iterator[Token]:
    """The words above one, three at most."""
    for _ in range(3):
        if word.head == word.index:
            return
        word = parse.tokens[word.head]
        yield word
