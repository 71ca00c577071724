"""What the speaker did by the words: one act of the closed list, by cue, frame and context.

The act follows the report's own word for it, so that counting acts counts what outlets wrote. Only where the word says
no more than that somebody spoke, the words themselves may show a question, a plain denial, a refusal, an act that is
done by naming it (``I urge``) or by a set phrase (``deeds``). Which word names which act is kept in ``cues.toml``.
"""

import re
from collections.abc import Iterable

from onrecord.analyse.cues import Lexicon
from onrecord.analyse.deeds import MARKS, deed_of, slogan
from onrecord.analyse.frames import Frame
from onrecord.engine.parse import lemma
from onrecord.model.terms import Act

INTENT = {"to", "ing"}
SHORT = "stop short of"
SILENT = r"(?:comment|discuss|confirm|answer|respond|elaborate|be drawn|speculate|reply)"
WITHHELD = re.compile(
    rf"(?:\b(?:would|will|wo|ca)|n[’']t|won[’']t) ?(?:not|n[’']t|never|neither)? {SILENT}\b|\bno comment\b"
    rf"|\b(?:declin|refus)\w+ (?:\w+ly )?to (?:{SILENT}|say|tell|speak|talk|disclose|reveal|identify|name)\b"
)
WOULD = re.compile(rf"\b(?:would|will) (?:neither )?{SILENT}\b")
OPEN = r"^[\s\"“‘'«]*(?:that )?"
QUESTION = re.compile(r"(?:[^.!?]*\?)+[\s\"”’']*$")
ASKING = re.compile(
    r"(?:^|[,;:—–?!\"“”‘] *|\b(?:and|but|so|or|then|to|of|for|that) )(?:who|whom|whose|what|when|where|why|how|which"
    r"|do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|shall|may|might|must|am"
    r"|isn|aren|wasn|weren|don|doesn|didn|hasn|haven|won|can|couldn|wouldn|shouldn)\b"
)
DENIAL = re.compile(
    OPEN + r"(?:(?:actually|well|no)\b[,.]? ?)*"
    r"(?:no[,.!]|(?:that|this|it)(?:[’']s| is| was) (?:not true|untrue|false|a lie)\b"
    r"|(?:i|we) (?:don|didn|haven|hadn|wasn|weren|did not|do not|have not|had not)(?:[’']?t|n[’']t)?\s*[,.!]"
    r"|(?:he|she|they|i|we)(?: had|[’']d| have| has|[’']ve)? never\b"
    r"(?!,? (?:ever )?(?:(?:been|seen|heard|felt|known) (?:so|as|more|such|anything)|thought|imagined|expected)\b)"
    r"(?![^.!?]*\b(?:until|before)\b))"
)
REFUSAL = re.compile(
    OPEN + r"(?:he|she|they|i|we)(?: will not| would not| won[’']t| wouldn[’']t|[’']ll not|[’']ll never| will never"
    r"| would never| cannot accept| refuse[sd]?)\b(?! (?:be|have|know|mind|like)\b)"
)
PERFORMED = re.compile(
    OPEN + r"(?:and |but |so |let me |today )*(?:i|we)(?:[’']d| would|[’']m| am|[’']re| are| do| must)?"
    r"(?: \w+ly| also| again)*"
    r" (?P<verb>[a-z]+)(?: (?P<next>[a-z]+))?"
)
FORESEEN = re.compile(r"\bto (?:be|have|become|remain)\b(?! (?:allowed|given|told|informed|treated|paid|released)\b)")
PERFORMABLE = frozenset({Act.DENY, Act.DEMAND, Act.URGE, Act.REFUSE, Act.ASK})
WITHHOLDING = {"decline", "refuse"}
ANSWERS = {Act.DENY, Act.REFUSE, Act.AGREE, Act.CRITICISE, Act.PRAISE, Act.BLAME, Act.ACCUSE}
ASKERS = {"ask", "press", "question", "quiz", "challenge", "grill"}
CHANTED = {"chant", "yell", "shout", "cry", "scream"}
LIGHT = {
    "issue", "make", "give", "deliver", "offer", "send", "voice", "express", "level", "launch", "lodge", "file",
    "sound", "repeat", "renew", "hurl", "mount", "air", "take",
}  # fmt: skip
"""Verbs that leave it to their object to say what is done: ``issued a strong warning``, ``took sharp aim at``."""

BEHIND = {"to", "on", "of", "for", "against", "in", "with", "that", "about", "at", "over", "by", "from", "as"}
MANY = {"string", "round", "series", "barrage", "flurry", "wave", "list", "number", "host", "volley", "chorus"}
HELPING = {"have", "be", "do", "will", "would"}
SPOKEN = {
    "", "say", "tell", "add", "write", "reply", "continue", "tweet", "post", "answer", "respond", "state",
}  # fmt: skip


def act_of(frame: Frame, cue: str, content: str, lexicon: Lexicon, negated: bool = False, governor: str = "") -> Act:
    """The act; ``cue`` and ``content`` are the lower-case words of the statement, ``frame`` gives lemma and kind.

    ``governor`` is the plain form of the verb that an infinitive cue hangs on: ``declined to comment``. A frame whose
    key is not known to grammar (``tagged``) is read from the first words of the content.
    """
    words = _plain(cue)
    if governor in WITHHOLDING or _withheld(frame, cue, content, negated):
        return Act.REFUSE
    if " ".join(words).startswith(SHORT) and content:
        words = _plain(content.split(maxsplit=1)[0])
        return lexicon.acts.get(words[0], Act.SAY)
    key = _key(frame, content)
    verdict = _verdict(frame.lemma, key, content, lexicon)
    if verdict is not None:
        return verdict
    known, rest = lexicon.constructions.get((frame.lemma, key)), words
    if known is Act.DEMAND and frame.lemma == "expect" and FORESEEN.search(content):
        return Act.THINK
    if known is None:
        known, rest = _phrase(words, lexicon)
    if known is Act.SAY:
        known = _other(rest, lexicon) or known
    if known is None and frame.lemma in ("reject", "dismiss"):
        known = _turned_down(content, lexicon)
    if known is None and words and words[0] in LIGHT | HELPING:
        known = _of_object(cue, lexicon)
    if known is None and frame.kind == "noun":
        known = _of_verb(words, frame.lemma, lexicon)
    if known is not None:
        return known
    act = lexicon.act(frame.lemma, frame.kind)
    if act is None:
        act = _other(words, lexicon)
    if act is None:
        spoken = frame.kind == "adj" and any(lexicon.acts.get(word) is Act.SAY for word in words)
        act = Act.THINK if (key in INTENT or frame.kind == "adj") and not spoken else Act.SAY
    return _by_content(frame, words, content, lexicon) if act is Act.SAY else act


def asked(frame: Frame) -> bool:
    """Whether somebody unnamed asks: ``Asked whether she would resign, …``."""
    return frame.kind == "verb" and frame.lemma in ASKERS and not frame.source


def stops_short(cue: str) -> bool:
    """Whether the cue says that the act was not done: ``stopped short of accusing``."""
    return f" {SHORT} " in f" {' '.join(_plain(cue))} "


def _withheld(frame: Frame, cue: str, content: str, negated: bool) -> bool:
    """Whether words were refused: ``would not comment``, ``Neither would confirm it``, ``declined to say``."""
    whole = f"{cue} {content}" if frame.lemma in WITHHOLDING else cue
    found = WITHHELD.search(whole)
    return bool(found and (negated or not WOULD.fullmatch(found.group()))) or bool(negated and WOULD.search(cue))


def _by_content(frame: Frame, words: list[str], content: str, lexicon: Lexicon) -> Act:
    bare = content.strip(" \"“”‘’'«»")
    if QUESTION.match(bare) and ASKING.search(_last(bare)) and frame.kind != "noun":
        return Act.ASK
    if CHANTED.intersection(words) and slogan(content):
        return Act.DEMAND
    if frame.lemma not in SPOKEN:
        return Act.SAY
    content = MARKS.sub("", content).strip()
    if DENIAL.match(content):
        return Act.DENY
    if REFUSAL.match(content):
        return Act.REFUSE
    return _performed(content, lexicon) or deed_of(content) or Act.SAY


def _performed(content: str, lexicon: Lexicon) -> Act | None:
    """The act that is done by naming it: ``I urge``, ``we demand``."""
    done = PERFORMED.match(content)
    if done is None or done["verb"].endswith("ed"):
        return None
    verb = lemma(done["verb"], "verb")
    act = lexicon.phrases.get((verb, done["next"] or "")) or lexicon.act(verb, "verb")
    return act if act in PERFORMABLE else None


def _of_object(cue: str, lexicon: Lexicon) -> Act | None:
    """The act that the object of a light verb names, whatever adjectives stand before it."""
    words = [word for word in _words(cue) if lemma(word, "verb") not in HELPING]
    if len(words) < 2 or lemma(words[0], "verb") not in LIGHT:
        return None
    verb, phrase = lemma(words[0], "verb"), list[str]()
    for word in words[1:]:
        if word in BEHIND and not (word == "of" and phrase and lemma(phrase[-1], "noun") in MANY):
            break
        phrase.append(word)
    nouns = [lemma(word, "noun") for word in reversed(phrase)]
    acts = (lexicon.phrases.get((verb, noun)) or lexicon.act(noun, "noun") for noun in nouns)
    act = next((act for act in acts if act is not None), None)
    return None if act in (Act.SAY, Act.THINK, Act.ANNOUNCE) else act


def _last(content: str) -> str:
    """The last sentence: ``He comes out and lies?`` is a statement in the tone of a question, not a question."""
    return re.split(r"[.!?]\s+", content)[-1]


def _key(frame: Frame, content: str) -> str:
    """How the content hangs on the cue, whether the sentence is active or passive."""
    key = frame.key.removesuffix("+q")
    if key == "tagged":
        first = content.split(maxsplit=1)[0] if content else ""
        return first if first in ("to", "that") else ""
    return key.removeprefix("pass-").removeprefix("told-").removesuffix("-by")


def _verdict(word: str, key: str, content: str, lexicon: Lexicon) -> Act | None:
    """``called it absurd``: the act lies in what the thing is called."""
    if word not in lexicon.verdict_cues or key in ("for", "on", "np-to", "to"):
        return None
    said = re.findall(r"[a-z-]+", content)
    return next((lexicon.verdicts[w] for w in said if w in lexicon.verdicts), None)


def _of_verb(words: list[str], noun: str, lexicon: Lexicon) -> Act | None:
    """What is done to a promise or a charge, where a verb says it: ``rejected a proposal for``."""
    verbs = [word for word in words if word != noun]
    if "reject" in verbs or "dismiss" in verbs:
        return lexicon.objects.get(noun, Act.REFUSE)
    return next((act for w in verbs if (act := lexicon.act(w, "verb")) in ANSWERS), None)


def _turned_down(content: str, lexicon: Lexicon) -> Act | None:
    said = re.findall(r"[a-z]+", content)[:8]
    if said and (said[0].endswith("ing") and len(said[0]) > 5):
        return Act.REFUSE
    return next((a for w in said if (a := lexicon.objects.get(lemma(w, "noun"))) is not None), None)


def _phrase(words: list[str], lexicon: Lexicon) -> tuple[Act | None, list[str]]:
    """The longest known phrase of the cue's words, adverbs left out, and the words beside it.

    Behind a plain verb of speech none is looked for: ``said of the account given in Velday`` gives in to nobody.
    """
    plain = [w for w in words if not w.endswith("ly")]
    spoken = bool(plain) and plain[0] in SPOKEN
    for size in range(min(len(plain), 6), 1, -1):
        for at in range(1 if spoken else len(plain) - size + 1):
            act = lexicon.phrases.get(tuple(plain[at : at + size]))
            if act is not None:
                return act, plain[:at] + plain[at + size :]
    return None, plain


def _other(words: list[str], lexicon: Lexicon) -> Act | None:
    """The first act of a cue's words that is more than saying."""
    return next((a for w in words if (a := lexicon.acts.get(w)) is not None and a is not Act.SAY), None)


def _plain(cue: str) -> list[str]:
    """The cue's words, verbs in their plain form."""
    return [lemma(word, "verb") for word in _words(cue)]


def _words(cue: str) -> Iterable[str]:
    return re.findall(r"[a-z]+(?:[-’'][a-z]+)*", cue)
