"""Everybody whom a passage says was killed or hurt: also one person alone, whom no number counts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.analyse.figures_deaths import by_noun
from onrecord.analyse.figures_deeds import by_verb
from onrecord.analyse.figures_people import Victim
from onrecord.analyse.grammar import children
from onrecord.engine.parse import Parse, Token

TOLD = re.compile(
    r"\b(?:kill|die[ds]?\b|dying|dead|death|deceased|murder|homicide|manslaughter|slay|slain|fatal|mortal|drown|perish|"
    r"succumb|pass(?:ed|es)? away|execut|assassinat|massacr|behead|wound|injur|hurt|graz|maim|hospital|shot|shoot|gun|"
    r"bullet|str[iu]c?k|hit|caught|body|bodies|remains|corpse|suicide|whip|critical|condition|medical|clinic|victim|"
    r"casualt|lifeless|li[fv]es?\b)",
    re.I,
)
"""A passage without any of these words tells of nobody killed or hurt; most passages end here."""

NOBODY = {"no", "nobody", "none", "neither", "nor"}


def victims(text: str, parse: Parse) -> Iterator[Victim]:
    """Everybody whom a passage says was killed, injured or shot, in the order of the words that say so."""
    if not TOLD.search(text, *parse.span):
        return
    for token in parse.tokens:
        kind = token.tag[:2]
        found = by_verb(parse, token) if kind in ("VB", "JJ") else by_noun(parse, token) if kind == "NN" else ()
        if token.lower == "fatally":
            found = _some(parse, token)
        for one in found:
            if one.token < 0:
                yield one
                continue
            if one.token == one.trigger:
                yield one
                continue
            for one_of in _joined(parse, parse.tokens[one.token]):
                yield replace(one, token=one_of.index, none=one.none or _nobody(parse, one_of))


def _some(parse: Parse, fatally: Token) -> Iterator[Victim]:
    """``three were shot, one fatally``, ``one of them fatally``: those of a number who died."""
    before = parse.tokens[max(0, fatally.index - 3) : fatally.index]
    words = [t.lower for t in before]
    some = before[-1:] if words[-2:-1] != ["of"] else before[:1]
    if some and some[0].tag == "CD":
        yield Victim(some[0].index, "killed", fatally.index)


def _joined(parse: Parse, noun: Token) -> Iterator[Token]:
    """A noun and those joined to it: ``a man and a woman``."""
    yield noun
    for other in children(parse, noun, "conj"):
        if other.tag[:2] in ("NN", "PR", "CD", "DT"):
            yield from _joined(parse, other)


def _nobody(parse: Parse, noun: Token) -> bool:
    return noun.lower in NOBODY or any(parse.tokens[at].lower in NOBODY for at in noun.children)
