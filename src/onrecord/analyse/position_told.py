"""What somebody is asked to do: ``urged Torvela to withdraw``, ``gave Torvela until Monday to withdraw``."""

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, passive
from onrecord.analyse.position_doers import NOMINAL
from onrecord.analyse.position_parts import infinitive_range, to_infinitive
from onrecord.analyse.position_plans import WOULD
from onrecord.analyse.position_prepositions import Found
from onrecord.analyse.position_words import PositionWords
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

NAMELESS = {"named", "identified", "quoted"}


def asked_to(parse: Parse, verb: Token) -> tuple[Range, list[Token]] | None:
    """The infinitive of ``urged Torvela to withdraw`` or ``Torvela was urged to withdraw``, and who is asked."""
    for deed in children(parse, verb, "xcomp", "ccomp", "advcl"):
        if not to_infinitive(parse, deed) or deed.index < verb.index:
            continue
        if deed.dep == "advcl" and (verb.lower.startswith("call") or not _beside_whom(parse, verb, deed)):
            continue
        plain = lemma(verb.lower, "verb")
        if plain in ("warn", "caution") and not children(parse, deed, "neg"):
            return None
        if plain in WOULD and not any(t.tag == "MD" for t in children(parse, verb, "aux")):
            return None
        whom = [t for t in children(parse, deed, "nsubj", "nsubjpass") if t.index > verb.index and t.tag[:2] in NOMINAL]
        whom = whom or [t for t in children(parse, verb, "dobj", "dative") if t.tag[:2] in NOMINAL]
        whom = whom or [t for t in children(parse, verb, "ccomp") if t.tag[:2] == "NN" and t.index < deed.index]
        if passive(parse, verb):
            whom = whom or children(parse, verb, "nsubjpass")
        if whom and deed.lower not in NAMELESS:
            return infinitive_range(parse, deed), whom
    return None


def given_until(parse: Parse, verb: Token) -> Found | None:
    """``Gave Torvela until Monday to open the port``: a demand with its day."""
    until = [t for t in children(parse, verb, "prep") if t.lower == "until"]
    whom = [t for t in children(parse, verb, "dobj", "dative") if t.tag[:2] in NOMINAL]
    for deed in children(parse, verb, "advcl", "xcomp") if until and whom else ():
        if to_infinitive(parse, deed):
            return Found(PositionKind.DEMAND, infinitive_range(parse, deed), whom[:1], "told")
    return None


def _beside_whom(parse: Parse, verb: Token, deed: Token) -> bool:
    """Whether an infinitive that the parser hung on the verb stands right behind who is asked."""
    first = infinitive_range(parse, deed)[0]
    ends = [t.right + 1 for t in children(parse, verb, "dobj", "ccomp")]
    ends += [p.right + 1 for p in children(parse, verb, "prep") if p.left in ends]  # ``asked the sergeant at arms to``
    return first in ends


def idle(parse: Parse, content: Range, words: PositionWords) -> bool:
    """Whether somebody is only to know or think something (``wants people to know``)."""
    deed = next((t for t in parse.tokens[content[0] : content[1] + 1] if t.tag[:2] == "VB"), None)
    return deed is not None and words.among(lemma(deed.lower, "verb"), "duty idle")
