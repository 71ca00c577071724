"""Who was killed or hurt by what a noun says: ``the death of``, ``her body``, ``with a gunshot wound``."""

from collections.abc import Iterator

from onrecord.analyse.figures_people import DEAD, HURT, Victim, person
from onrecord.analyse.grammar import children
from onrecord.engine.parse import Parse, Token, lemma

DEATHS = {"death", "killing", "murder", "homicide", "slaying", "manslaughter", "fatality"}
BODIES = {"body", "remains", "corpse"}
SHOTS = {"shooting"}
MULTIPLE = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
VICTIM_OF = {"gunshot": "shot", "shooting": "shot", "homicide": "killed", "murder": "killed"}


def by_noun(parse: Parse, noun: Token) -> Iterator[Victim]:
    """``the death of``, ``her killing``, ``his body``, ``the fatal shooting of``; a killing without a name too."""
    word = lemma(noun.lower, "noun")
    if noun.tag[:2] != "NN":
        return
    if word in ("wound", "injury"):
        yield from _by_wound(parse, noun)
        return
    if word == "victim" and noun.index and parse.tokens[noun.index - 1].lower in VICTIM_OF:
        yield Victim(noun.index, VICTIM_OF[parse.tokens[noun.index - 1].lower], noun.index)
    mark = next((k for k in children(parse, noun, "amod") if k.lower in HURT | DEAD), None)
    if mark is not None and person(parse, noun):
        yield Victim(noun.index, "injured" if mark.lower in HURT else "killed", mark.index)
    near = {t.lower for t in parse.tokens[max(0, noun.index - 4) : noun.index]}
    if noun.tag == "NN" and (word in SHOTS or word in DEATHS - {"death"}) and (multiple(parse, noun) > 1):
        yield Victim(noun.index, "shot" if word in SHOTS and not near & {"fatal", "deadly"} else "killed", noun.index)
        return
    if word in DEATHS and (near & {"attempted", "attempt", "no"} or noun.dep == "compound"):
        return
    struck = noun.dep == "pobj" and parse.tokens[noun.head].lower in ("in", "to", "on", "of")
    if word in DEATHS or (word in BODIES and not struck):
        effect = "killed"
    elif word in SHOTS:
        effect = "killed" if near & {"fatal", "deadly"} and "non" not in near else "shot"
    else:
        return
    people = children(parse, noun, "poss")
    for prep in children(parse, noun, "prep"):
        if prep.lower == "of":
            people += children(parse, prep, "pobj")
    people = [t for t in people if person(parse, t)]
    for one in people[:1]:
        yield Victim(one.index, effect, noun.index, -1)
    if not people and effect == "killed" and word not in BODIES:
        yield Victim(-1, effect, noun.index, -1)


def multiple(parse: Parse, noun: Token) -> int:
    """How many a deed befell: ``a triple shooting``; 1 where no word says so."""
    return max((MULTIPLE.get(t.lower, 1) for t in parse.tokens[max(0, noun.index - 2) : noun.index]), default=1)


def _by_wound(parse: Parse, noun: Token) -> Iterator[Victim]:
    """``a man with a gunshot wound``, ``his injuries``, ``found her with several wounds``."""
    owners = [t for t in children(parse, noun, "poss") if person(parse, t)]
    above = parse.tokens[noun.head]
    if not owners and noun.dep == "pobj" and above.lower in ("with", "from", "of"):
        holder = parse.tokens[above.head]
        if holder.tag[:2] == "VB":
            goods = [t for t in children(parse, holder, "dobj") if person(parse, t)]
            owners = goods or [t for t in children(parse, holder, "nsubj", "nsubjpass") if person(parse, t)]
        else:
            owners = [holder] if person(parse, holder) else []
    fatal = {"fatal", "mortal"} & {parse.tokens[at].lower for at in noun.children}
    gun = any(parse.tokens[at].lower in ("gunshot", "bullet") for at in noun.children)
    for owner in owners[:1]:
        yield Victim(owner.index, "killed" if fatal else "shot" if gun else "injured", noun.index)
