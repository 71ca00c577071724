"""What speaks against a judgement: it is only feared, asked for, meant, told of some, or somebody is praised for it."""

from onrecord.analyse.grammar import children
from onrecord.analyse.relation_polarity import own_negations
from onrecord.analyse.relation_words import RelationWords, relation_words
from onrecord.engine.parse import Parse, Token, lemma

LOOKING = {
    "investigation",
    "investigations",
    "probe",
    "inquiry",
    "inquiries",
    "review",
    "hearing",
    "hearings",
    "questions",
}
APOLOGIES = {"apologise", "apologize", "regret"}
POINTED = {"the", "this", "that", "these", "those", "both", "his", "her", "their", "its", "our", "my"}


def would(parse: Parse, verb: Token) -> bool:
    """Whether something would only be said: ``they would be able to tell voters how the ministry lied``."""
    at = verb
    for _ in range(4):
        if any(c.lower in ("would", "could", "might", "may", "should") for c in children(parse, at, "aux")):
            return True
        if at.dep not in ("xcomp", "acomp", "conj"):
            return False
        at = parse.tokens[at.head]
    return False


def unsaid(parse: Parse, token: Token) -> bool:
    """Whether a judgement is only what is looked into or seen to: ``a probe into its meddling``, ``to ensure that``."""
    above = parse.tokens[token.head]
    if token.dep == "pobj":
        holder = parse.tokens[above.head]
        spared = above.lower == "for" and holder.tag[:2] == "VB" and own_negations(parse, holder, relation_words()) > 0
        return holder.lower in LOOKING or spared  # ``decided not to punish Torvela for its meddling``
    return token.dep == "ccomp" and lemma(above.lower, "verb") in APOLOGIES | {
        "ensure",
        "guarantee",
        "hope",
        "promise",
        "pray",
    }


def credited(parse: Parse, deed: Token, words: RelationWords) -> bool:
    """Whether a deed is what somebody is praised for."""
    above = parse.tokens[deed.head]
    holder = parse.tokens[above.head]
    return deed.dep == "pcomp" and above.lower == "for" and words.objects.get(lemma(holder.lower, "verb")) == "credit"


def of_some(parse: Parse, verb: Token) -> bool:
    """Whether a clause only says which ones are meant: ``members who fail to file``, nobody named or pointed at.

    Also where another name stands between the clause and the noun it is held to be on.
    """
    while verb.dep in ("conj", "xcomp"):
        verb = parse.tokens[verb.head]
    if verb.dep not in ("relcl", "acl"):
        return False
    noun = parse.tokens[verb.head]
    between = parse.tokens[noun.index + 1 : verb.left]
    if any(one.tag[:3] == "NNP" for one in between) and noun.tag[:3] == "NNP":
        return True
    pointed = any(parse.tokens[at].lower in POINTED for at in noun.children)
    near = [parse.tokens[at] for at in noun.children]
    owned = any(one.dep == "poss" or one.text[:1].isupper() for one in near)
    return noun.tag in ("NNS", "NN", "DT") and not pointed and not owned


def astray(parse: Parse, verb: Token) -> bool:
    """Whether a clause hangs on an infinitive, so that its doer may be another: ``urged it to search while hiding``."""
    above = parse.tokens[verb.head]
    return verb.tag == "VBG" and verb.dep == "advcl" and any(parse.tokens[at].tag == "TO" for at in above.children)


def left_undone(parse: Parse, verb: Token) -> bool:
    """Whether somebody is said not to do it: ``did not``, ``without``; no ``decisions not to``, ``not yet``."""
    near = children(parse, verb, "aux", "neg", "advmod")
    bare = verb.tag == "VB" and not any(t.dep == "aux" and t.tag != "TO" for t in near)
    led = any(t.lower in ("must", "should", "could", "would", "yet") for t in near)
    doing = verb.tag == "VBG" and verb.dep == "pcomp" and parse.tokens[verb.head].lower != "without"
    return not bare and not led and not doing


def kills_people(parse: Parse, verb: Token, undergone: bool) -> bool:
    """Whether whoever is killed are people: a name, a number, a pronoun or a word for people; not a drone or a bill."""
    killed = children(parse, verb, "nsubjpass") if undergone else children(parse, verb, "dobj")
    if undergone and not killed:
        killed = [parse.tokens[verb.head]]
    return any(
        one.tag[:3] in ("NNP", "PRP", "CD", "WP")
        or children(parse, one, "nummod")
        or lemma(one.lower, "noun") in relation_words().people
        for one in killed
    )


def charged(parse: Parse, verb: Token) -> bool:
    """Whether a deed is only what somebody is charged with, cleared of (``acquitted of murdering``) or wants."""
    if verb.tag == "VB" and any(c.tag == "TO" for c in children(parse, verb, "aux")):
        return lemma(parse.tokens[verb.head].lower, "verb") not in ("use", "go", "continue", "help")
    return verb.dep == "pcomp" and parse.tokens[verb.head].lower in ("of", "with", "for", "from")


def made_to(parse: Parse, verb: Token) -> bool:
    """Whether somebody is only made or made out to be so: ``to make him look weak``."""
    above = parse.tokens[verb.head]
    return (
        verb.dep in ("ccomp", "xcomp")
        and verb.tag == "VB"
        and lemma(above.lower, "verb") in ("make", "let", "have", "help")
    )
