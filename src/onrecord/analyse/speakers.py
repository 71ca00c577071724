"""Who the source of a statement is: the fullest name that the report gives, and only where there is no doubt."""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.analyse.cues import lexicon
from onrecord.analyse.drafts import Draft
from onrecord.analyse.heads import head_word
from onrecord.analyse.names import BODIES, TITLES, Name, Names, surname
from onrecord.analyse.reasons import NOBODY
from onrecord.engine.parse import lemma
from onrecord.model.span import Span, Spans, cut
from onrecord.model.statement import Candidate
from onrecord.model.terms import Nameless

NEAR, FAR = 100, 3000
HE, SHE = {"he", "his", "him", "himself"}, {"she", "her", "hers", "herself"}
WHO = {"who", "whom", "which", "that", "whose"}
FIRST = {"i", "we", "my", "our", "me", "us"}
VAGUE = {"they", "their", "them", "it", "its", "this", "these", "those", "what", "you", "your", "one"}
INDEFINITE = {
    "a", "an", "some", "many", "one", "several", "another", "other", "most", "few", "no", "any", "two",
    "each", "neither", "both", "either", "none", "nobody", "somebody", "someone", "anybody", "anyone", "everybody",
    "everyone", "three", "four", "five", "six", "dozens", "hundreds", "thousands", "others", "half",
}  # fmt: skip


AFTER = {"of", "in", "from", "at", "who", "for", "on", "himself", "herself", "itself"}
OPEN = "the open speaker"
UNCLEAR = "a pronoun that may stand for more than one person or body"


class Speaker(NamedTuple):
    """The name, the spans that justify it, whether it is a name at all, and what else was weighed."""

    name: str | None
    evidence: Spans = ()
    named: bool = False
    head: str = ""
    gender: str = ""
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    human: bool = False


def speaker_of(text: str, drafts: Sequence[Draft], number: int, before: Sequence[Speaker], names: Names) -> Speaker:
    """The speaker of one draft; ``before`` are those of the drafts before it."""
    draft = drafts[number]
    if not draft.source:
        return Speaker(None, reason=NOBODY)
    words = " ".join(cut(text, draft.source))
    lower = words.lower().strip(" ,")
    if lower in HE | SHE:
        return _pronoun(drafts, number, before, names, "m" if lower in HE else "f")
    if lower in WHO:
        return _antecedent(draft, names)
    if lower in FIRST:
        return Speaker(None, head=lower, reason="the writer or somebody quoted speaks of themselves")
    if lower in ("it", "its"):
        return _thing(drafts, number, before)
    if lower == "they":
        return _plural(drafts, number, before)
    if lower in VAGUE:
        return Speaker(None, head=lower, reason=UNCLEAR)
    return _phrase(text, draft, names)


def in_quotation(own: Speaker, outer: Speaker, holder: Draft) -> Speaker:
    """``I`` inside quoted words is whoever speaks them."""
    if own.head not in ("i", "my", "me") or not outer.human or not holder.quoted:
        return own
    return outer._replace(evidence=outer.evidence or holder.source, candidates=())


def _phrase(text: str, draft: Draft, names: Names) -> Speaker:
    """The name in a noun phrase, in its fullest form; else the phrase itself where it is definite."""
    inside = [n for s in draft.source for n in names.between(*s) if s.holds(n.span)]
    whole = " ".join(cut(text, draft.source)).strip(" ,\"“”'‘’")
    main = _main(text, draft, inside) or _apposed(text, draft, inside)
    if main is not None:
        lead = whole.split(main.words[0], maxsplit=1)[0].strip()
        if lead.endswith(("’s", "'s", "’", "s'")) and main.words[-1].lower() in BODIES:
            return Speaker(f"{lead} {' '.join(main.words)}", draft.source, True, main.words[-1].lower())
        return _fullest(main, names, whole)
    head = head_word(whole)
    first = whole.split()[0].lower() if whole.split() else ""
    pair = first in ("both", "each") and " " in whole and whole.split()[1] != "of"
    if (first in INDEFINITE and not pair) or head == "percent":
        return Speaker(None, head=head, reason="the report gives no name")
    if head in TITLES:
        return _office(whole.lower(), head, names)
    phrase = whole[4:] if first == "the" else whole
    if " " not in phrase and kind_of(head) is Nameless.DOCUMENT:
        return Speaker(None, head=head, reason="a document is cited by its kind alone")
    return Speaker(phrase.split(",")[0] or None, draft.source, head=head)


def kind_of(head: str) -> Nameless | None:
    """What kind of nameless source a head noun is, singular or plural."""
    known = lexicon().nameless
    return known.get(head) or known.get(lemma(head, "noun"))


def _office(phrase: str, head: str, names: Names) -> Speaker:
    """The one person whom the report gives this title and side; nobody where it gives it to none or to several.

    Every word of office in the phrase must be among the person's; so must a word that says whose office it is.
    """
    said = [w.removesuffix("’s").removesuffix("'s") for w in phrase.replace(",", " ").split()]
    said = said[: said.index(head) + 1] if head in said else said
    titles = {w for w in said if w in TITLES}
    sides = {w for w in said if w not in TITLES and w not in ("the", "former", "then", "current", "his", "her", "own")}
    holders: dict[str, Span] = {}
    if not sides and len(names.seats.get(head, ())) > 1:
        return Speaker(None, head=head, reason="the report gives this title to several people")
    for words, span in names.offices.get(head, {}).items():
        borne = {title for title, who in names.offices.items() if words in who}
        if titles <= borne and all(_same_side(side, names.sides.get(words, set())) for side in sides):
            full = names.full(words)
            holders.setdefault(" ".join(full[0][0] if len(full) == 1 else words), span)
    if len(holders) == 1:
        ((name, span),) = holders.items()
        return Speaker(name, (span,), True, head, human=True)
    reason = (
        "the report gives this title to several people" if holders else "the report does not say who holds this title"
    )
    weighed = tuple(Candidate(span, round(1 / len(holders), 2), "bears this title") for span in holders.values())
    return Speaker(None, head=head, reason=reason, candidates=weighed)


def _same_side(word: str, known: set[str]) -> bool:
    """Whether a word of the phrase stands beside the title elsewhere: ``Velland’s`` and ``Vellandic`` are one side."""
    return any(word[:5] == other[:5] for other in known)


def _main(text: str, draft: Draft, inside: Sequence[Name]) -> Name | None:
    """The name that the phrase is about: its head's, or that of an apposition."""
    for name in inside:
        start = text[draft.source[0].start : name.span.start]
        lead = start.lower().replace(",", " ").split()
        after = text[name.span.end : name.span.end + 2]
        owns = name.span.end < draft.source[-1].end and after.startswith(("'s", "’s"))
        if owns or (after and after[0].isalnum()):
            continue
        tail = text[name.span.end : draft.source[-1].end].strip()
        follows = tail.split(maxsplit=1)[0].lower() if tail and tail[0].isalpha() else ""
        if follows and follows not in AFTER:
            continue
        if any(word in ("of", "at", "in", "for", "with", "from", "by", "and", "to") for word in lead):
            continue
        return name
    return None


def _apposed(text: str, draft: Draft, inside: Sequence[Name]) -> Name | None:
    """A person's name behind the comma that ends the phrase: ``the envoy of the League, Lena Fisk``."""
    for name in inside[-1:]:
        lead, tail = text[draft.source[0].start : name.span.start], text[name.span.end : draft.source[-1].end]
        if lead.endswith(", ") and not tail.strip(" ,") and name.titles and lead.count(",") == 1:
            return name
    return None


def _fullest(name: Name, names: Names, whole: str) -> Speaker:
    found = names.full(name.words)
    printed = " ".join(name.words)
    head = name.words[-1].lower()
    gender = name.gender or names.gender(name.words)
    human = names.human(name.words)
    if len(name.words) > 1 or not found:
        longest = " ".join(found[0][0]) if len(found) == 1 and len(found[0][0]) > len(name.words) else printed
        evidence = (found[0][1],) if longest != printed else ()
        return Speaker(longest, evidence, True, head, gender, human=human)
    if len(found) == 1 and name.person:
        return Speaker(" ".join(found[0][0]), (found[0][1],), True, head, gender, human=True)
    weighed = tuple(Candidate(span, round(1 / len(found), 2), "a fuller name with this surname") for _, span in found)
    return Speaker(printed, (), True, head, gender, candidates=weighed, human=human)


def _antecedent(draft: Draft, names: Names) -> Speaker:
    """The name right before ``who``."""
    start = draft.source[0].start
    near = [n for n in names.between(start - NEAR, start) if n.span.end <= start <= n.span.end + 2]
    if near:
        return _fullest(near[-1], names, "")._replace(evidence=(near[-1].span,))
    return Speaker(None, head="who", reason="what “who” stands for has no name in the report")


def _pronoun(drafts: Sequence[Draft], number: int, before: Sequence[Speaker], names: Names, gender: str) -> Speaker:
    """Who he or she is: the open speaker of the quotation before, else the one person named shortly before."""
    draft = drafts[number]
    pronoun = draft.source[0]
    people = _nearby(draft, pronoun, names, gender)
    open_speaker = _open_speaker(drafts, number, before, gender, names)
    scored: dict[str, tuple[float, Span, str]] = {}
    for name, score, why in people:
        full = _fullest(name, names, "")
        key = full.name or " ".join(name.words)
        if key not in scored or scored[key][0] < score:
            scored[key] = (score, name.span, why)
    if open_speaker is not None:
        other, who = open_speaker
        known = scored.get(who.name or "")
        score = 0.9 if drafts[other].quoted or drafts[other].passage == draft.passage else 0.7
        evidence = drafts[other].source[0] if drafts[other].source else pronoun
        scored[who.name or ""] = (
            max(score, known[0] if known else 0),
            known[1] if known else evidence,
            OPEN,
        )
    ranked = sorted(scored.items(), key=lambda item: (-item[1][0], item[1][1]))
    weighed = tuple(Candidate(span, round(score, 2), why) for _, (score, span, why) in ranked)
    if not ranked:
        return Speaker(None, head="he" if gender == "m" else "she", reason="no name shortly before the pronoun")
    best = ranked[0]
    if len(ranked) > 1 and best[1][0] - ranked[1][1][0] < 0.2:
        return Speaker(
            None,
            head="he" if gender == "m" else "she",
            reason="the pronoun may stand for several people",
            candidates=weighed,
        )
    return Speaker(
        best[0], (best[1][1],), True, best[0].split()[-1].lower(), gender, candidates=weighed[1:], human=True
    )


def _open_speaker(
    drafts: Sequence[Draft], number: int, before: Sequence[Speaker], gender: str, names: Names
) -> tuple[int, Speaker] | None:
    """The last named speaker outside quotations, farther than one passage back only if nobody was named since."""
    draft = drafts[number]
    for other in range(number - 1, max(-1, number - 6), -1):
        gap = draft.passage - drafts[other].passage
        if drafts[other].home is not None or gap > 3:
            continue
        who = before[other]
        if gap > 1 and _others(drafts[other].at, draft.at, who, names):
            return None
        if who.name and who.named and who.human and who.gender in ("", gender):
            return other, who
        if who.head in ("he", "she"):
            return None
    return None


def _others(start: int, end: int, who: Speaker, names: Names) -> bool:
    """Whether somebody else is named between two places, outside quotations."""
    last = (who.name or "").lower().split()[-1:]
    found = (n for n in names.between(start, end) if not n.quoted and names.human(n.words))
    return any([surname(n.words)] != last for n in found)


def _plural(drafts: Sequence[Draft], number: int, before: Sequence[Speaker]) -> Speaker:
    """Those whom ``they`` stands for: the several speakers of the statement right before."""
    other = number - 1
    near = other >= 0 and drafts[other].home is None and drafts[number].passage - drafts[other].passage <= 1
    if near and drafts[other].source and not drafts[other].holds(drafts[number].at):
        who = before[other]
        plural = who.head.endswith("s") and kind_of(who.head) not in (None, Nameless.DOCUMENT)
        if who.name and not who.human and plural:
            return Speaker(who.name, who.evidence or drafts[other].source, False, who.head)
    return Speaker(None, head="they", reason=UNCLEAR)


def _thing(drafts: Sequence[Draft], number: int, before: Sequence[Speaker]) -> Speaker:
    """The body or document that ``it`` stands for: the speaker of the statement right before, if no person."""
    draft = drafts[number]
    for other in range(number - 1, max(-1, number - 4), -1):
        if drafts[other].home is not None or draft.passage - drafts[other].passage > 1 or not drafts[other].source:
            continue
        who = before[other]
        if who.human or who.name is None or not who.named or drafts[other].holds(draft.at):
            break
        return Speaker(who.name, who.evidence or drafts[other].source, who.named, who.head)
    return Speaker(None, head="it", reason=UNCLEAR)


def _nearby(draft: Draft, pronoun: Span, names: Names, gender: str) -> list[tuple[Name, float, str]]:
    """People named outside quotations in this passage or the one before, subjects first."""
    found = []
    for name in reversed(names.between(pronoun.start - FAR, pronoun.start)):
        if draft.passage - name.passage > 1:
            break
        known = name.gender or names.gender(name.words)
        if name.quoted or not name.person or (known and known != gender) or not names.human(name.words):
            continue
        near = 0.8 if draft.sentence.start <= name.span.start else 0.7 if name.passage == draft.passage else 0.5
        found.append((name, near if name.subject else near - 0.15, "named shortly before"))
    return found
