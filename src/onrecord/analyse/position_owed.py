"""What somebody says is owed, which is their demand: ``voters deserve to know``, ``he owes us an answer``."""

from collections.abc import Iterator

from onrecord.analyse.grammar import children
from onrecord.analyse.position_parts import Want, cut_out, stands, to_infinitive
from onrecord.analyse.relation_parties import party
from onrecord.analyse.relation_polarity import negations
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

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
