"""Who and what is mentioned in one passage: names with their titles, noun phrases for actors, pronouns, documents."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.gathering import Gathering
from onrecord.analyse.mention_names import take_name
from onrecord.analyse.mention_nouns import heads_actor, take_nominal
from onrecord.analyse.mention_pronouns import take_pronoun
from onrecord.analyse.names import common, names_of, printed
from onrecord.analyse.passages import Passage
from onrecord.analyse.seen import Mentions, Seen
from onrecord.engine.parse import Parse, Token
from onrecord.model.span import Span
from onrecord.model.terms import Form


def gather(mentions: Mentions, passage: Passage, parse: Parse, marks: Sequence[Quoted]) -> None:
    """Add what one passage mentions."""
    _run(Gathering(mentions, passage, parse, marks))


def _run(g: Gathering) -> None:
    """Names first, for what belongs to them is no noun phrase of its own."""
    for one in names_of(g.parse):
        take_name(g, one)
    for token in g.parse.tokens:
        if (common(token) or token.lower == "one") and token.index not in g.taken and heads_actor(g, token):
            take_nominal(g, token)
    for token in g.parse.tokens:
        if token.tag in ("PRP", "PRP$", "WP", "WDT", "WP$"):
            take_pronoun(g, token)
        elif token.tag == "JJ" and token.text[0].isupper():
            g.mentions.adjectives.add(token.lower)
    g.mentions.add(g.found)


def given(g: Gathering, head: Token, span: Span, first: int, last: int) -> Seen:
    """A mention that somebody else marked, looked at as if it had been found; for benchmarks."""
    named = [t for t in g.parse.tokens[first : last + 1] if t.tag in ("NNP", "NNPS")]
    if head.tag in ("NNP", "NNPS") or (first == last and head.tag == "JJ" and head.text[0].isupper()):
        words = printed(named or [head])
        g.add(head, span, Form.NAME, words, number="p" if g.plural_people(head.lower) else "", role=g.role_of(head))
    elif head.tag in ("PRP", "PRP$", "WP", "WDT", "WP$"):
        take_pronoun(g, head)
    else:
        take_nominal(g, head)
    if not g.found:
        g.add(head, span, Form.NOMINAL, (head.lower,), noun=head.lower)
    return replace(g.found[-1], span=span)


def joined(g: Gathering, head: Token, span: Span, words: tuple[str, ...]) -> Seen:
    """Several joined by ``and``, whom somebody else marked as one mention; for benchmarks."""
    g.add(head, span, Form.NOMINAL, words, noun=" ".join(words), number="p", definite=True)
    return g.found[-1]
