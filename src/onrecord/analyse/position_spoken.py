"""Positions that what somebody says shows: ``must withdraw``, ``we will not sign unless``, ``no deal until``."""

from collections.abc import Iterator

from onrecord.analyse.grammar import WH, children
from onrecord.analyse.position_declared import NOW, declared, under_way
from onrecord.analyse.position_orders import SUBJECTS, commands, imperative, limited
from onrecord.analyse.position_parts import USUALLY, Want, conditions, cut_out, no_sign
from onrecord.analyse.position_plans import of_deed
from onrecord.analyse.position_words import PositionWords
from onrecord.analyse.relation_parties import parties, party
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

NEVER = {"not", "n't", "n’t", "never", "neither", "nor", "no", "nobody"}
WILL = {"will", "would", "wo", "’ll", "'ll", "’d", "'d"}
CAN = {"can", "ca", "could"}
CASES = {"if", "unless", "because", "although", "though", "as", "before", "until", "till", "once"}
SAYING = {
    "say",
    "argue",
    "think",
    "believe",
    "insist",
    "add",
    "claim",
    "maintain",
    "suggest",
    "contend",
    "feel",
    "agree",
    "warn",
    "tell",
    "write",
    "stress",
    "hold",
    "urge",
    "demand",
}
GOING_ON = {"continue", "keep", "begin", "start"}
OURS = {"i", "we", "he", "she", "they"}
VIEWED = {"position", "view", "stance", "policy"}
RULES = {"requirement", "rule", "law", "principle", "provision", "question", "doubt", "norm"}


def by_modal(parse: Parse, verb: Token, words: PositionWords) -> Iterator[Want]:
    """What a modal verb shows: a duty laid on somebody, or what somebody will or will not do."""
    own = children(parse, verb, "aux")
    forms = {t.lower for t in own if t.tag == "MD"}
    subject = next(iter(children(parse, verb, "nsubj", "nsubjpass", "csubj", "csubjpass")), None)
    if subject is None and verb.dep == "conj" and forms:
        above = parse.tokens[verb.head]
        subject = next(iter(children(parse, above, "nsubj", "nsubjpass")), None)
    never = verb.dep in ("relcl", "csubj", "csubjpass") or no_sign(parse, verb)
    if _asked(parse, verb) or never or _open(parse, verb):
        return
    if forms & {"must", "should", "ought"} and subject is not None:
        yield from _duty(parse, verb, subject, next(t for t in own if t.tag == "MD"), words)
    elif verb.dep == "xcomp" and parse.tokens[verb.head].lower in ("need", "needs", "have", "has", "ought"):
        above = parse.tokens[verb.head]
        subject = next(iter(children(parse, above, "nsubj")), None)
        near = above.tag != "VB" and verb.index - above.index <= 3 and above.dep not in ("relcl", "csubj")
        if (
            subject is not None
            and near
            and not _negated(parse, above)
            and verb.index > above.index
            and not _open(parse, above)
        ):
            yield from _duty(parse, verb, subject, above, words)
    elif verb.dep == "xcomp" and parse.tokens[verb.head].lower in ("going", "gon", "gonna"):
        above = parse.tokens[verb.head]
        subject = next(iter(children(parse, above, "nsubj")), None)
        if subject is not None and verb.tag == "VB" and not _open(parse, above) and above.dep not in ("relcl", "csubj"):
            yield from _will(parse, verb, subject, {"will"}, words, above)
    elif forms & (WILL | CAN) and subject is not None and (verb.tag == "VB" or subject.dep == "nsubjpass"):
        yield from _will(parse, verb, subject, forms, words)
    elif subject is not None and (kind := under_way(parse, verb, words)) is not None:
        be = next(t for t in own if t.lower in NOW)
        yield from limited(parse, verb, kind, parties(parse, [subject]), (verb.index, verb.right), be, "will do", ())
    elif verb.tag == "VB" and subject is None and all(t.lower == "do" for t in own) and commands(parse, verb):
        yield from imperative(parse, verb, words)


def by_deal(parse: Parse, noun: Token, words: PositionWords) -> Iterator[Want]:
    """``no deal until the log is open``, ``there can be no talks without the town``: a line that is drawn."""
    none = next((t for t in children(parse, noun, "det", "neg") if t.lower == "no"), None)
    if none is None or not words.among(lemma(noun.lower, "noun"), "states deals"):
        return
    above = parse.tokens[noun.head]
    last = parse.sentences[noun.sentence][1]
    top = above if above.tag[:2] == "VB" else noun
    found = conditions(parse, none.index, min(last - 1, max(top.right, noun.right)), PositionKind.RED_LINE, noun.index)
    if not found:
        return
    spans = tuple(span for one in found for span in cut_out(parse, *one))
    content = cut_out(parse, none.index, noun.right, found)
    yield Want(PositionKind.RED_LINE, (), parse.span_of(none.index, noun.index), content, "no deal", spans, spoken=True)


def _duty(parse: Parse, verb: Token, subject: Token, modal: Token, words: PositionWords) -> Iterator[Want]:
    done = lemma(verb.lower, "verb")
    perfect = any(t.lower in ("have", "’ve", "'ve") for t in children(parse, verb, "aux"))
    bare = done == "do" and not children(parse, verb, "dobj")
    above = parse.tokens[verb.head]
    inside = verb.dep == "ccomp" and above.dep in ("relcl", "acl", "pcomp") and above.tag[:2] == "VB"
    nested = inside and lemma(above.lower, "verb") not in SAYING
    clause = modal if verb.dep == "xcomp" else verb  # ``the witnesses they feel they need to call``
    over = parse.tokens[clause.head]
    nested |= (
        clause.dep == "ccomp"
        and over.dep == "relcl"
        and not children(parse, over, "dobj")
        and modal is not verb
        and (verb.dep == "xcomp")
    )
    nested |= any(t.lower in VIEWED for t in children(parse, over, "nsubj"))  # ``position_owed``
    nested |= clause.dep in ("acl", "ccomp") and over.lower in RULES  # ``the requirement that a vote should be held``
    going = done == "come" and (_negated(parse, verb) or any(t.lower == "to" for t in children(parse, verb, "prep")))
    idle = words.among(done, "duty idle") and not going  # ``should not come to the town``
    unsaid = nested or perfect or bare or idle or modal.index < subject.index
    if unsaid or subject.dep == "expl" or subject.lower in ("i", "who", "what", "which"):
        return
    state = done in ("be", "become", "have") and not children(parse, verb, "auxpass")
    rule = "duty of state" if state else f"duty {'should' if modal.lower in ('should', 'ought') else 'must'}"
    pointing = subject.lower in ("you", "it", "this", "that") or (
        subject.lower == "one" and not _nobody(parse, subject)
    )
    if pointing or subject.lower == "we":
        rule = "duty of ours" if subject.lower == "we" else f"{rule} of you"
    whom = (party(parse, subject).whole,)
    first = min(subject.left, verb.left) if verb.dep not in ("xcomp", "conj") else subject.left
    if verb.dep == "conj" and not children(parse, verb, *SUBJECTS):
        first = modal.index
    yield from limited(parse, verb, PositionKind.DEMAND, (), (first, verb.right), modal, rule, whom)


def _will(
    parse: Parse, verb: Token, subject: Token, forms: set[str], words: PositionWords, going: Token | None = None
) -> Iterator[Want]:
    done, negative = lemma(verb.lower, "verb"), _negated(parse, going or verb) or _nobody(parse, subject)
    if subject.lower in ("that", "this", "which", "what", "there") or (negative and words.among(done, "not silent")):
        return
    if forms & CAN and negative and subject.lower not in OURS and (done == "have" or verb.lower == "allowed"):
        yield from limited(
            parse, verb, PositionKind.RED_LINE, (), (subject.left, verb.right), _modal(parse, verb), "closed", ()
        )
        return
    if subject.dep == "nsubjpass":
        yield from _forced(parse, verb, subject) if done == "force" else _undergone(parse, verb, negative, words)
        return
    if done in GOING_ON and not negative:
        deed = next((c for c in children(parse, verb, "xcomp") if c.tag in ("VB", "VBG")), verb)
        done = lemma(deed.lower, "verb")
    else:
        deed = verb
    who = parties(parse, [subject]) if subject.lower not in ("who",) else parties(parse, [parse.tokens[verb.head]])
    modal = going or _modal(parse, verb)
    kind, found = None, conditions(parse, verb.left, verb.right, PositionKind.REFUSE, verb.index)
    if negative and (words.among(done, "will unbearable") if forms & CAN else _withheld(parse, verb, done, words)):
        kind = PositionKind.REFUSE
    elif not negative and not forms & CAN:
        found = conditions(parse, verb.left, verb.right, PositionKind.OFFER, verb.index)
        if words.among(done, "will accepted"):
            kind = PositionKind.ACCEPT
        elif words.among(done, "will harming", "deeds harming"):
            kind = PositionKind.THREAT
        else:
            found_kind, sure = of_deed(parse, deed, PositionKind.OFFER, words)
            kind = found_kind if sure or words.among(done, "will given") else None
    rule = f"{'cannot' if forms & CAN else 'will'} {kind}"
    if kind is None and not negative and not forms & CAN and declared(parse, deed, words):
        kind, rule = PositionKind.OFFER, "will do"
    if kind is None:
        return
    start = modal.index
    rule = f"{rule} if" if found and rule != "will do" else rule
    anybody = _nobody(parse, subject) and subject.tag == "NN"  # ``no fair judge would sign it``
    anybody |= any(t.lower in USUALLY for t in children(parse, verb, "advmod"))  # ``would normally sign it``
    for want in limited(parse, verb, kind, who, (start, verb.right), modal, rule, ()):
        yield want._replace(hedged=anybody)


def _modal(parse: Parse, verb: Token) -> Token:
    return next(t for t in children(parse, verb, "aux") if t.lower in WILL | CAN)


def _withheld(parse: Parse, verb: Token, done: str, words: PositionWords) -> bool:
    """Whether not to do it is a refusal: ``will not have a second vote``, and not ``will not have to wait``."""
    if done == "have":
        return any(words.among(lemma(t.lower, "noun"), "things measures") for t in children(parse, verb, "dobj"))
    return words.among(done, "will withheld", "will unbearable", "deeds measures", "deeds opposing")


def _forced(parse: Parse, verb: Token, subject: Token) -> Iterator[Want]:
    """``We will be forced to close the border if …``: a threat with its condition."""
    for deed in children(parse, verb, "xcomp"):
        modal = next(t for t in children(parse, verb, "aux") if t.tag == "MD")
        for want in limited(
            parse,
            verb,
            PositionKind.THREAT,
            parties(parse, [subject]),
            (deed.left, verb.right),
            modal,
            "will threat if",
            (),
        ):
            if want.condition:
                yield want


def _undergone(parse: Parse, verb: Token, negative: bool, words: PositionWords) -> Iterator[Want]:
    """``The log would be opened only if …``: what is done under a condition, by whoever says so."""
    kind = PositionKind.REFUSE if negative else PositionKind.OFFER
    known = words.among(lemma(verb.lower, "verb"), "will withheld" if negative else "will given")
    if not known or not conditions(parse, verb.left, verb.right, kind, verb.index):
        return
    modal = next(t for t in children(parse, verb, "aux") if t.tag == "MD")
    rule = f"will {kind} if"
    for want in limited(parse, verb, kind, (), (verb.left, verb.right), modal, rule, ()):
        yield want._replace(spoken=True)


def _open(parse: Parse, verb: Token) -> bool:
    """Whether a clause asks or sets a case: ``why they should``, ``if it would``, ``what must be done``."""
    opening = {parse.tokens[verb.left].lower} | {
        t.lower for t in children(parse, verb, "mark", "advmod", "dobj", "attr")
    }
    above = parse.tokens[verb.head]
    if "why" in opening and above.lower in ("is", "’s", "'s") and verb.index > above.index:
        opening -= {"why"}  # ``that is why they must``
    return bool(opening & (WH - {"that"}) or opening & CASES)


def _negated(parse: Parse, verb: Token) -> bool:
    return any(t.lower in NEVER for t in children(parse, verb, "neg", "advmod", "preconj"))


def _nobody(parse: Parse, subject: Token) -> bool:
    return subject.lower in NEVER or parse.tokens[subject.left].lower in ("no", "neither")


def _asked(parse: Parse, verb: Token) -> bool:
    """Whether the sentence asks."""
    return parse.tokens[parse.sentences[verb.sentence][1] - 1].text == "?"
