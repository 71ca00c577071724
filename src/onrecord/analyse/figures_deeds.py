"""Who was killed or hurt by what a verb says: ``was killed``, ``killed three``, ``died``, ``was taken to hospital``."""

from collections.abc import Iterator

from onrecord.analyse.figures_people import DEAD, HURT, SELVES, Victim, person
from onrecord.analyse.grammar import children
from onrecord.engine.parse import Parse, Token, lemma

KILLS = {"kill", "murder", "slay", "execute", "assassinate", "massacre", "behead"}
DIES = {"die", "perish", "succumb", "drown"}
WOUNDS = {"wound", "injure", "hurt", "graze", "maim", "hospitalize", "hospitalise"}
SHOOTS = {"shoot", "gun"}
STRIKES = {"strike", "hit", "catch"}
CARRIES = {"take", "transport", "rush", "airlift", "fly", "bring", "treat", "hospitalize", "carry", "admit", "drive"}
SUFFERS = {"suffer", "sustain", "receive", "recover", "have"}
FINDS = {"find", "discover", "locate", "leave", "pronounce", "declare", "confirm", "presume", "be", "identify"}
WOUND_NOUNS = {"wound", "injury", "gunshot", "bullet", "graze"}
GUNS = {
    "bullet", "gunfire", "shot", "gunshot", "round", "crossfire", "gunman", "shooter", "bullets", "shots", "rounds",
    "pellet", "pellets",
}  # fmt: skip
BODY = {
    "shoulder", "leg", "arm", "foot", "hand", "chest", "head", "stomach", "neck", "back", "hip", "thigh", "torso",
    "face", "abdomen", "buttocks", "wrist", "ankle", "knee", "groin", "side", "calf", "elbow", "jaw", "legs", "arms",
    "hands",
}  # fmt: skip
WEAPONS = {"gun", "weapon", "rifle", "pistol", "handgun"}
CLINICS = {"hospital", "hospitals", "center", "centre", "clinic", "medical", "trauma", "surgery"}
JAILS = {"detention", "jail", "correctional", "booking", "justice"}
CONDITIONS = {"critical", "stable", "serious", "fair", "grave", "good"}
UNREAL = {"could", "would", "might", "may", "should", "can", "will", "if", "unless", "nearly", "almost", "going"}
TRYING = {
    "threaten", "try", "attempt", "want", "plan", "intend", "conspire", "vow", "mean", "prepare", "fail", "refuse",
    "go", "decide",
}  # fmt: skip


def by_verb(parse: Parse, verb: Token) -> Iterator[Victim]:
    """``was killed``, ``killed three``, ``died``, ``was pronounced dead``, ``was taken to a hospital``."""
    word = lemma(verb.lower, "verb") if verb.tag[:2] == "VB" else verb.lower
    yield from _beside(parse, verb)
    effect = _effect(parse, verb, word)
    if not effect or _unreal(parse, verb):
        return
    if effect == "suicide":
        doer = _climbed(parse, verb)
        if doer is not None:
            yield Victim(doer.index, "killed", verb.index)
        return
    none = any(parse.tokens[at].dep == "neg" for at in verb.children)
    agent = _agent(parse, verb)
    for one in _patients(parse, verb, word):
        doer = _climbed(parse, verb) if one.lower in SELVES else None
        yield Victim((doer or one).index, effect, verb.index, agent, none)


def _beside(parse: Parse, state: Token) -> Iterator[Victim]:
    """``one man dead``, ``another wounded``: a state right behind those it is said of, without a verb."""
    if not state.index or state.lower not in HURT | DEAD or state.tag not in ("JJ", "VBN") or state.lower == "shot":
        return
    before = parse.tokens[state.index - 1]
    beside = before.sentence == state.sentence and before.tag[:2] in ("NN", "CD", "DT") and person(parse, before)
    if beside and not children(parse, state, "dobj"):
        yield Victim(before.index, "killed" if state.lower in DEAD else "injured", state.index)


def _climbed(parse: Parse, verb: Token) -> Token | None:
    """Whoever does what a verb says, through the verbs that it is joined to."""
    token = verb
    for _ in range(4):
        found = children(parse, token, "nsubj")
        if found:
            return _antecedent(parse, token, found[-1])
        if token.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") or token.head == token.index:
            return None
        token = parse.tokens[token.head]
    return None


def _effect(parse: Parse, verb: Token, word: str) -> str:
    """What a verb or adjective does to those it is said of."""
    own = {parse.tokens[at].lower for at in range(verb.left, verb.right + 1)} if verb.right - verb.left < 60 else set()
    near = {t.lower for t in parse.tokens[max(0, verb.index - 2) : verb.index + 5]}
    if word == "turn" and own & WEAPONS and own & SELVES:
        return "suicide"
    if word in KILLS | DIES or (word == "pass" and "away" in near):
        return "killed"
    if word in SHOOTS and (word != "gun" or "down" in near):
        dead = near & (DEAD | {"death"}) or _fatally(parse, verb) or _conjoined(parse, verb, KILLS)
        return "killed" if dead else "shot"
    if word in WOUNDS:
        return "killed" if _fatally(parse, verb) or "mortally" in near else "injured"
    if word in FINDS and _dead(parse, verb):
        return "killed"
    if word in STRIKES and own & GUNS:
        return "killed" if _fatally(parse, verb) else "shot"
    if word in STRIKES - {"catch"} and _in_body(parse, verb):
        return "injured"
    if word in ("take", "lose", "claim") and any(t.lower in ("life", "lives") for t in children(parse, verb, "dobj")):
        return "killed"
    if word == "whip" and "pistol" in {t.lower for t in parse.tokens[max(0, verb.index - 3) : verb.index]}:
        return "injured"
    if word in CARRIES | {"list", "remain"} and own & CONDITIONS and "condition" in own:
        return "injured"
    if word in CARRIES and own & CLINICS and not own & (JAILS | {"body"}):
        return "carried"
    if word in SUFFERS and {lemma(w, "noun") for w in own} & WOUND_NOUNS:
        return "killed" if "fatal" in own else "shot" if own & {"gunshot", "bullet"} else "injured"
    if verb.tag[:2] == "JJ" and word in HURT and verb.dep in ("acomp", "oprd", "conj"):
        return "injured"
    if word == "be" and own & CONDITIONS and "condition" in own:
        return "injured"
    return ""


def _in_body(parse: Parse, verb: Token) -> bool:
    """``was hit in the shoulder``."""
    where = (t for prep in children(parse, verb, "prep") for t in children(parse, prep, "pobj"))
    return any(t.lower in BODY | WEAPONS for t in where)


def _fatally(parse: Parse, verb: Token) -> bool:
    """``was shot fatally``; not ``three were shot, one fatally``."""
    near = parse.tokens[max(0, verb.index - 2) : verb.index + 5]
    found = next((t for t in near if t.lower == "fatally"), None)
    between = parse.tokens[verb.index + 1 : found.index] if found else ()
    return found is not None and not any(t.tag == "CD" for t in between)


def _dead(parse: Parse, verb: Token) -> bool:
    """``found dead``; not ``is the dead woman's daughter``."""
    near = [t for t in parse.tokens[max(0, verb.index - 2) : verb.index + 5] if t.lower in DEAD]
    return any(t.dep != "amod" or t.head <= t.index for t in near)


def _conjoined(parse: Parse, verb: Token, words: set[str]) -> bool:
    """``shot and killed``: the same deed told twice."""
    mates = children(parse, verb, "conj", "oprd", "advcl")
    return any(t.index - verb.index <= 3 and lemma(t.lower, "verb") in words for t in mates)


def _unreal(parse: Parse, verb: Token) -> bool:
    """``could have been killed``, ``threatened to shoot``, ``if he dies``."""
    own = {parse.tokens[at].lower for at in verb.children if parse.tokens[at].dep in ("aux", "mark", "advmod")}
    if own & UNREAL or _doubted(parse, verb) or _missed(parse, verb):
        return True
    token = verb
    for _ in range(2):
        above = parse.tokens[token.head]
        if token.dep in ("xcomp", "acl", "pcomp", "prep", "conj") and lemma(above.lower, "verb") in TRYING:
            return True
        token = above
    return False


def _doubted(parse: Parse, verb: Token) -> bool:
    """``did not believe that he was shot``, ``he thought he was shot``, ``it is possible a man was shot``."""
    above = parse.tokens[verb.head]
    if verb.dep != "ccomp":
        return False
    word = lemma(above.lower, "verb")
    states = {t.lower for t in children(parse, above, "acomp")}
    return word == "think" or (word == "believe" and bool(children(parse, above, "neg"))) or "possible" in states


def _missed(parse: Parse, verb: Token) -> bool:
    """``was shot at`` is not said to have been hit."""
    at = verb.index + 2
    behind = parse.tokens[verb.index + 1 : at + 1]
    stops = len(behind) > 1 and (behind[1].text in ".,;" or behind[1].lower in ("but", "and", "by", "while", "as"))
    return verb.lower == "shot" and stops and behind[0].lower == "at"


def _agent(parse: Parse, verb: Token) -> int:
    """The head of the words for whoever did it."""
    for by in children(parse, verb, "agent"):
        for who in children(parse, by, "pobj"):
            return who.index
    if not _passive(parse, verb):
        for who in children(parse, verb, "nsubj"):
            return who.index
    return -1


def _passive(parse: Parse, verb: Token) -> bool:
    return any(parse.tokens[at].dep in ("auxpass", "nsubjpass") for at in verb.children)


def _patients(parse: Parse, verb: Token, word: str) -> list[Token]:
    """Those a verb is said of: subject of a passive and of dying, object else."""
    active = word in KILLS | WOUNDS | SHOOTS | STRIKES | CARRIES | {"whip"} and not _passive(parse, verb)
    if verb.dep == "acl" and (verb.tag == "VBN" or not active):
        above = parse.tokens[verb.head]
        return [above] if verb.tag == "VBN" or person(parse, above) else _doers(parse, above)
    if verb.dep == "relcl":
        named = children(parse, verb, "nsubj", "nsubjpass")
        relative = any(t.tag in ("WP", "WDT") for t in named)
        if relative and not active:
            above = parse.tokens[verb.head]
            told = parse.tokens[above.head]
            if above.dep == "appos" and person(parse, above) and person(parse, told):
                return [told]
            return [above] if person(parse, above) else _doers(parse, above)
    if word in ("take", "lose", "claim") and (lives := _lives(parse, verb)):
        return lives
    if active:
        goods = children(parse, verb, "dobj")
        if goods:
            return goods[:1]
        if verb.dep == "conj" or verb.tag == "VBN":
            return _shared(parse, verb, word)
        return []
    subjects = children(parse, verb, "nsubjpass", "nsubj")
    if subjects and word in FINDS - {"be"} and not _passive(parse, verb):
        return _found(parse, verb)
    if subjects:
        return [_antecedent(parse, verb, subjects[-1])]
    if word in FINDS and (found := _found(parse, verb)):
        return found
    return _shared(parse, verb, word)


def _lives(parse: Parse, verb: Token) -> list[Token]:
    """Whose life is taken or lost: ``took the life of a guest``, ``took her life``, ``lost his life``."""
    for life in children(parse, verb, "dobj"):
        if life.lower in ("life", "lives"):
            of = [
                t for prep in children(parse, life, "prep") if prep.lower == "of" for t in children(parse, prep, "pobj")
            ]
            return of or children(parse, life, "poss")
    return []


def _found(parse: Parse, verb: Token) -> list[Token]:
    """Those that somebody finds, leaves or pronounces dead."""
    small = [t for k in children(parse, verb, "ccomp") for t in children(parse, k, "nsubj")]
    return (children(parse, verb, "dobj") or small)[:1]


def _doers(parse: Parse, noun: Token) -> list[Token]:
    """The subject of the clause that a noun stands in."""
    token = noun
    for _ in range(4):
        token = parse.tokens[token.head]
        if token.tag[:2] == "VB":
            return children(parse, token, "nsubj", "nsubjpass")[:1]
    return []


def _antecedent(parse: Parse, verb: Token, subject: Token) -> Token:
    return parse.tokens[verb.head] if subject.tag in ("WP", "WDT") and verb.dep == "relcl" else subject


def _shared(parse: Parse, verb: Token, word: str) -> list[Token]:
    """The patient that a joined verb shares: ``was shot and killed``, ``was shot and died``."""
    token = verb
    for _ in range(3):
        if token.dep not in ("conj", "xcomp", "advcl", "oprd", "acomp", "dep") or token.head == token.index:
            return []
        token = parse.tokens[token.head]
        if token.tag[:2] not in ("VB", "MD", "JJ"):
            return []
        passive = _passive(parse, token)
        kinds = ("nsubjpass", "nsubj") if passive or word in DIES | SUFFERS | FINDS | HURT else ("dobj",)
        people = children(parse, token, *kinds)
        if people:
            return [_antecedent(parse, token, people[0])]
    return []
