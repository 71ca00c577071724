"""What headlines say: who stands before a colon or behind the last one, deeds of speech, what somebody is to do.

Headlines leave out the words that the tagger leans on (it was trained on articles, whose headlines are seldom
annotated). Less is asked of it there where the word names more than saying: in 300 headlines of other stories 5 of 6
such links between .28 and its threshold were right when read, 4 of 18 others.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.cues import Lexicon
from onrecord.analyse.deeds import deed_of
from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafts import Draft
from onrecord.analyse.grammar import children, noun_phrase
from onrecord.analyse.layers import OUTLETS
from onrecord.analyse.linker import Link
from onrecord.analyse.linker_drafts import linked
from onrecord.analyse.passages import Passage
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.spans import bare
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span, Spans
from onrecord.model.terms import Act, Band, Nameless, ZoneKind

FAINT, SHOWN = 0.28, 0.42
PLAN = "plan"
WEAK = {Act.SAY, Act.THINK, Act.ASK}
PLAIN = {Act.ACCUSE, Act.BLAME, Act.CRITICISE, Act.DENY, Act.DEMAND, Act.URGE, Act.WARN, Act.THREATEN, Act.PRAISE}
WHOLE = {"obj", "obj-for", "obj-of", "obj-as", "obj-with", "for", "on", "np-to", "to", "that", "bare", "pass-by"}
FINITE = {"VBZ", "VBP", "VBD"}
COLON = re.compile(r": +(?=\S)")
TOPIC = re.compile(r" (?:[Oo]n|[Tt]o) (?=[A-Za-z])")
NAME = re.compile(r"(?:[A-Z][\w.’'-]*|and|of|the|de|al|&)(?: (?:[A-Z][\w.’'-]*|and|of|the|de|al|&))*")
LONGEST = 6
REPORTING = {"poll", "survey", "study", "report", "analysis", "review", "audit", "police"}
"""Documents that report to readers; a headline with ``emails:`` is about them."""

HUNG = {"advcl", "acl", "relcl"}  # what the parser makes of an infinitive behind a name
ASIDE = {"as", "after", "amid", "while", "despite", "ahead"}


def headlines(
    text: str,
    passage: Passage,
    parse: Parse,
    marks: Sequence[Quoted],
    drafts: Sequence[Draft],
    proposed: Iterable[Proposal],
    unsure: Iterable[Link],
    lexicon: Lexicon,
) -> tuple[list[Draft], list[Link]]:
    """The drafts of a headline with what else it says, and the unsure links that are shown by it."""
    if passage.zone is not ZoneKind.HEADLINE:
        return list(drafts), []
    found = [_own_words(text, parse, _of_topic(text, one)) for one in drafts]
    made: list[tuple[Link, Link | None]] = [(one, None) for one in _colons(text, parse, lexicon)]
    made += [(one, one) for one in unsure if one.confidence >= FAINT and _deed(parse, one, lexicon)]
    made += [(one, None) for one in (*_deeds(text, parse, proposed, lexicon), *_plans(text, parse, lexicon))]
    shown = list[Link]()
    for one, link in made:
        words = [*one.source, *one.cue, *one.content]
        if any(span.overlaps(part) for d in found for part in (*d.cue, *d.content) for span in words):
            continue
        for _, draft in linked(text, passage, parse, marks, [one], {}):
            planned = bool(one.cue) and one.why == ((PLAN, 1.0),)
            frame = replace(draft.frame, lemma="to", key=PLAN) if planned else draft.frame
            found.append(_own_words(text, parse, replace(draft, frame=frame, score=SHOWN)))
        shown += [link] if link else []
    return found, shown


def _deed(parse: Parse, one: Link, lexicon: Lexicon) -> bool:
    """Whether a link says that somebody does more by words than say something."""
    if not one.source or not all(parse.span.overlaps(span) for span in (*one.source, *one.cue, *one.content)):
        return False
    cue = [t for t in parse.tokens if any(s.start <= t.start < s.end for s in one.cue)]
    acts = {lexicon.act(lemma(t.lower, "verb"), "verb") for t in cue if t.tag in FINITE}
    return bool(acts - WEAK - {None})


def _deeds(text: str, parse: Parse, proposed: Iterable[Proposal], lexicon: Lexicon) -> Iterator[Link]:
    """``…, rebukes heckler``: what grammar alone finds of the plainest deeds."""
    for one in proposed:
        frame, head = one.frame, parse.tokens[one.frame.head]
        plain = frame.kind == "verb" and lexicon.act(frame.lemma, "verb") in PLAIN and frame.key in WHOLE
        main = head.dep == "ROOT" or (head.dep == "conj" and parse.tokens[head.head].dep == "ROOT")
        if plain and main and one.home < 0 and frame.source and (head.tag in FINITE or frame.key == "pass-by"):
            source, cue, content = (
                tuple(parse.span_of(*piece) for piece in pieces) for pieces in (frame.source, frame.cue, frame.content)
            )
            yield _link(text, parse, source, cue, content)


def _somebody(token: Token) -> bool:
    """Whether a word stands for somebody who can speak or act."""
    return actor_words().kind(token.lower) is not None


def _cited(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word names a kind of source: ``poll``, ``report``, ``sources``, ``police``."""
    word = lemma(token.lower, "noun")
    kind = lexicon.nameless.get(word)
    return word in REPORTING or (kind is not None and kind is not Nameless.DOCUMENT)


def _colons(text: str, parse: Parse, lexicon: Lexicon) -> Iterator[Link]:
    """``Poll: …``; ``Berk to voters: …``; ``… : report``."""
    found = [m for m in COLON.finditer(text, *parse.span) if text[m.start() - 1] not in "\"”'’"]
    if len(found) != 1:
        return
    colon = found[0]
    before, after = Span(parse.span.start, colon.start()), Span(colon.end(), parse.span.end)
    first = [t for t in parse.tokens if t.end <= before.end]
    last = [t for t in parse.tokens if t.start >= after.start]
    if not first or not last:
        return
    if len(last) <= LONGEST // 2 and (_cited(last[-1], lexicon) or last[-1].lower in OUTLETS) and len(first) > LONGEST:
        yield _link(text, parse, (after,), (), (before,))
        return
    topic = TOPIC.search(text, *before)
    who = Span(before.start, topic.start()) if topic else before
    words = [t for t in parse.tokens if t.end <= who.end]
    if not words or len(words) > LONGEST or len(last) < 3:
        return
    tagged = words[-1].tag in ("NNP", "NNPS", "POS")
    named = tagged and NAME.fullmatch(who.cut(text)) is not None and _is_name(text, parse, words)
    if named or (topic is None and _cited(words[-1], lexicon) and len(words) < LONGEST):
        yield _link(text, parse, (who,), (), (after,))


def _is_name(text: str, parse: Parse, words: Sequence[Token]) -> bool:
    """Whether the last of some words is a name: the report has it with a capital elsewhere, and never without one."""
    word = re.escape(words[-1].text.removesuffix("'s").removesuffix("’s"))
    behind = parse.span.end
    within = re.compile(rf"[a-z,’”] (?:[A-Z]\w*\.? )*{word}\b")
    return within.search(text, behind) is not None and re.search(rf"\b{word.lower()}\b", text[behind:]) is None


def _plans(text: str, parse: Parse, lexicon: Lexicon) -> Iterator[Link]:
    """``Ardvania to lift its ban``; ``Lind Mills Will Close Yard``: what somebody is said to be about to do."""
    for verb in parse.tokens:
        if verb.tag != "VB" or verb.dep not in ("ROOT", "conj", *HUNG) or children(parse, verb, "auxpass"):
            continue
        helpers = [t for t in children(parse, verb, "aux") if t.tag == "TO" or t.lower == "will"]
        subjects = children(parse, verb, "nsubj")
        if not subjects and verb.dep in HUNG:
            above = parse.tokens[verb.head]
            near = above.dep == "ROOT" and helpers and above.index == helpers[0].index - 1
            subjects = [above] if near and not _verbs(parse, above, lexicon) else []
        if len(helpers) != 1 or not subjects or subjects[0].index > helpers[0].index:
            continue
        who = subjects[0]
        deed = parse.span_of(verb.index, verb.right)
        public = any(deed_of(f"{one} will {deed.cut(text).lower()}") is Act.ANNOUNCE for one in ("it", "he"))
        if verb.lower == "be" or not (who.tag in ("NNP", "NNPS") or _somebody(who)):
            continue
        if helpers[0].tag == "TO" or public:
            source = parse.span_of(who.left, min(noun_phrase(parse, who)[1], helpers[0].index - 1))
            yield _link(text, parse, (source,), (parse.span_of(helpers[0].index, helpers[0].index),), (deed,), PLAN)


def _verbs(parse: Parse, who: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase holds a verb that its capital hides: ``Lind Vetoes Bill | To End Toll``."""
    plain = ((t.lower, lemma(t.lower, "verb")) for t in parse.tokens[who.left : who.index])
    return any(word != verb and lexicon.act(verb, "verb") is not None for word, verb in plain)


def _link(text: str, parse: Parse, source: Spans, cue: Spans, content: Spans, why: str = "headline") -> Link:
    words = (bare(text, parse, source), cue, bare(text, parse, content))
    return Link(*words, SHOWN, Band.UNSURE, True, ((why, 1.0),))


def _of_topic(text: str, one: Draft) -> Draft:
    """The draft of words behind a colon without what they are about in its source: ``Berk | On the Tolls: …``."""
    about = TOPIC.search(text, *one.source[0]) if len(one.source) == 1 and not one.cue else None
    return replace(one, source=(Span(one.source[0].start, about.start()),)) if about else one


def _own_words(text: str, parse: Parse, one: Draft) -> Draft:
    """The draft without a clause of the outlet's own at its end: ``urges Lind to go | as strikers close the port``."""
    cue = [t.index for t in parse.tokens if any(s.start <= t.start < s.end for s in one.cue)]
    if not cue or one.quoted:
        return one
    for at in parse.tokens[cue[-1] + 1 :]:
        if at.lower not in ASIDE or not one.holds(at.start) or at.index == cue[-1] + 1:
            continue
        head = parse.tokens[at.head]
        clause = at.dep == "mark" and head.dep == "advcl" and children(parse, head, "nsubj", "nsubjpass")
        if clause or (at.lower == "amid" and at.dep == "prep"):
            kept = bare(text, parse, [Span(s, min(e, at.start)) for s, e in one.content if s < at.start])
            return replace(one, content=kept) if kept else one
    return one
