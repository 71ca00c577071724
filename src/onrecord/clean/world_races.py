"""What the candidates that a text names say of its day: who stand against each other date a report of their race."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.clean.world import Tenure, Token, World, words_at
from onrecord.clean.world_days import LAST, WorldClue, after
from onrecord.clean.world_near import AFTER
from onrecord.model.span import Span

TWO, MORE, AROUND = 3.25, 4.25, 0.6
CAMPAIGN, POLLED, LEFT, NAMED, RIVALS = 2.5, 2.0, 3.75, 2.0, 0.75
LONGER, LATER = 240, 60
"""A race is told of that many days before it is on and after it, with ``AROUND`` of the weight."""

_RACE = frozenset({
    "presidential", "nomination", "nominee", "primary", "primaries", "caucus", "caucuses", "candidate", "candidates",
    "delegates", "campaign", "debate", "frontrunner", "white"
})  # fmt: skip
_NOMINATION = frozenset({
    "nomination", "primary", "primaries", "caucus", "caucuses", "delegates"
})  # fmt: skip
_MAYBE = re.compile(
    r"\b(?:potential|possible|prospective|likely|would-be|undeclared|mull(?:s|ing|ed)?|weigh(?:s|ing|ed)?|"
    r"consider(?:s|ing|ed)?|explor(?:es|ing|ed|atory))\s+(?:[^\s.]+\s+){0,3}(?:candidates?|contenders?|hopefuls?|run|bid|"
    r"campaign|committee|presidential|challengers?|field)\b"
)
_POLLED = re.compile(
    r"(?:[\s,;:–-]+(?:with|at|by|to|and|has|had|leads|trails|follows|followed|is|was|in|second|third|took|takes|got|gets|"
    r"drew|draws|received|receives|garnered)\b)*[\s,;:–-]+\d{1,2}(?:\.\d)?(?:%| ?percent)"
)
_YEAR = re.compile(
    r"\b(?P<year>(?:19|20)\d[02468]) "
    r"(?:(?:Republican|Democratic|GOP|Democrat|presidential|White House|general)\s+){0,3}"
    r"(?:race|campaign|candidates?|contenders?|hopefuls?|field|nomination|nominee|primary|primaries|front-?runners?|cycle|"
    r"bid|rivals?|presidential election|campaign trail)\b"
)
_LEFT = re.compile(
    r"\b(?:dropped out|drops out|dropping out|suspended (?:his|her)|suspending (?:his|her)|suspends (?:his|her)|"
    r"quit(?:s|ting)? the race|withdrew|withdraws|ended (?:his|her)|end(?:s|ing) (?:his|her)|exit(?:ed|s)? the race|"
    r"left the race|exit from the race|departure from the race)\b"
)
_UNSAID = re.compile(r"\b(?:if|should|will|would|not|could|when|until|may|might)\b|n['’]t\b")

_Running = dict[str, tuple[Tenure, Span]]


def races(text: str, words: Sequence[Token], world: World) -> Iterator[WorldClue]:
    """What the names of candidates say, each alone and all together."""
    running: defaultdict[str, _Running] = defaultdict(dict)
    at = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2) if words[at].capital and words_at(words, at, n) in world.candidates), 0)
        if size:
            rows = world.candidates[words_at(words, at, size)]
            span = Span(words[at].start, words[at + size - 1].end)
            for row in rows:
                running[row.office].setdefault(row.name, (row, span))
            yield from _candidate(text, rows, span)
        at += max(size, 1)
    yield from _campaigns(words, world)
    yield from _year(text)
    present = {token.word for token in words} & _RACE
    if len(present) > 1 and not _MAYBE.search(text):
        yield from _race(running, bool(present & _NOMINATION))


def _candidate(text: str, rows: Sequence[Tenure], span: Span) -> Iterator[WorldClue]:
    """``Ann Orlen at 12 percent`` is of her candidacy; ``Ann Orlen, who dropped out`` comes after it."""
    tail = text[span.end : span.end + 60]
    if _POLLED.match(tail):
        steps = tuple((row.first.toordinal(), row.last.toordinal(), POLLED) for row in rows)
        yield WorldClue(("polled", rows[0].name), steps, "has a share for", span)
    gone = _LEFT.search(tail.partition(".")[0])
    if gone and not _UNSAID.search(tail[: gone.start()]):
        days = ((min(row.last for row in rows).toordinal() - 2, LAST),)
        yield WorldClue(
            ("left", rows[0].name), ((*days[0], LEFT),), "is after the candidacy of", span, after(days, AFTER)
        )


def _campaigns(words: Sequence[Token], world: World) -> Iterator[WorldClue]:
    """``the Orlen campaign``."""
    for at, token in enumerate(words):
        if token.word == "campaign" and at and token.joined and words[at - 1].capital:
            rows = world.candidates.get(words_at(words, at - 2, 2)) or world.candidates.get((words[at - 1].word,), ())
            if rows:
                steps = tuple((row.first.toordinal(), row.last.toordinal() + 3, CAMPAIGN) for row in rows)
                yield WorldClue(("campaign", rows[0].name), steps, "prints", Span(words[at - 1].start, token.end))


def _year(text: str) -> Iterator[WorldClue]:
    """``the 2032 race``: no earlier than that race is spoken of."""
    matches = [match for match in _YEAR.finditer(text) if int(match["year"]) % 4 == 0]
    if matches:
        latest = max(matches, key=lambda match: (match["year"], -match.start()))
        begin = date(int(latest["year"]) - 2, 11, 1).toordinal()
        yield WorldClue(("race of",), ((begin, LAST, NAMED),), "prints", Span(*latest.span()))


def _race(running: dict[str, _Running], nomination: bool) -> Iterator[WorldClue]:
    """The race in which most of those named stand, while two of them do; of rivals for a nomination, while both do."""
    years: defaultdict[str, _Running] = defaultdict(dict)
    for names in running.values():
        for name, (row, span) in names.items():
            years[row.race][name] = (row, span)
    most = max((len(names) for names in years.values()), default=0)
    if most < 2:
        return
    held = {year: names for year, names in years.items() if len(names) == most}
    span = min(span for names in held.values() for _, span in names.values())
    weight = TWO if most == 2 else MORE
    days = [
        (sorted(row.first for row, _ in names.values())[1], max(row.last for row, _ in names.values()))
        for names in held.values()
    ]
    steps = [(first.toordinal(), last.toordinal(), weight) for first, last in days]
    around = [(first - LONGER, last + LATER, weight * AROUND) for first, last, _ in steps]
    yield WorldClue(("race",), (*around, *steps), f"names {most} who stood in one race, as", span)
    rivals = [
        names for office, names in running.items() if nomination and office[-4:] in held and len(names) > 1
        and "nomination" in office
    ]  # fmt: skip
    both = tuple(
        (
            sorted(row.first for row, _ in names.values())[1].toordinal(),
            sorted(row.last for row, _ in names.values())[-2].toordinal(),
            RIVALS,
        )
        for names in rivals
    )
    if both:
        yield WorldClue(("rivals",), both, "names rivals for a nomination, as", span)
