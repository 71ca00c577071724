"""Who is called a supporter or an opponent: ``was a backer of the plan``, ``Fisk, an opponent of the toll``."""

from collections.abc import Iterator

from onrecord.analyse.position_parts import Want, cut_out, name_of, stands
from onrecord.analyse.position_prepositions import measured
from onrecord.analyse.position_words import PositionWords
from onrecord.analyse.relation_parties import behind, parties, subjects
from onrecord.analyse.relation_polarity import negations
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

FOR = {"supporter", "backer", "advocate", "proponent", "champion", "defender", "sponsor", "co-sponsor", "cosponsor"}
AGAINST = {"opponent", "foe", "critic"}


def by_supporter(parse: Parse, noun: Token, words: PositionWords) -> Iterator[Want]:
    """Whoever is called so stands to a measure as the noun says."""
    plain = lemma(noun.lower, "noun")
    if plain not in FOR | AGAINST or noun.tag not in ("NN", "NNS"):
        return
    above = parse.tokens[noun.head]
    if noun.dep == "attr" and lemma(above.lower, "verb") in ("be", "become", "remain"):
        who, how = subjects(parse, above), stands(parse, above)
        turned = negations(parse, above, relation_words()) % 2 == 1
    elif noun.dep == "appos" and above.tag in ("NNP", "NNPS"):
        who, how, turned = [above], "so", False
    else:
        return
    for thing in [t for t in behind(parse, noun, "of") if t.tag[:2] == "NN"][:1] if how and who else ():
        content = (thing.left, thing.right)
        spans = cut_out(parse, *content)
        if spans and (measured(parse, content, words) or plain == "opponent"):
            kind = PositionKind.ACCEPT if plain in FOR else PositionKind.REFUSE
            rule = "state weak" if plain == "critic" else "stance"
            yield Want(kind, parties(parse, who), parse.span_of(noun.index, noun.index), spans, rule, negated=turned,
                       hedged=how == "open", named=name_of(parse, content))  # fmt: skip
