"""The grammar of time expressions: patterns over classes of words, and what each means.

Extents follow TIMEX3: no preposition, the article and what narrows the time (``the end of``, ``late``, ``nearly``)
included, ``ago`` included, a possessive ``'s`` not. Of two that overlap the longer stands, then the earlier rule.
"""

# ruff: noqa: E501
import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.analyse import times_lengths as n
from onrecord.analyse import times_meanings as t
from onrecord.analyse import times_quarters as q
from onrecord.analyse.times_meanings import DATE, TIME, Build, Match, Meaning
from onrecord.analyse.times_words import Line, needed, pattern


class Rule(NamedTuple):
    """A pattern and what its matches mean."""

    name: str
    pattern: re.Pattern[str]
    build: Build
    confidence: float
    needs: frozenset[str]


def matches(line: Line) -> Iterator[tuple[int, int, Rule, Meaning]]:
    """Everything that any rule finds: first word, the one after the last, rule and meaning; they may overlap."""
    present = set(line.letters)
    for rule in RULES:
        if rule.needs and rule.needs.isdisjoint(present):
            continue  # no letter that every match has: most rules of most passages, half of the time they took
        for found in rule.pattern.finditer(line.letters):
            meaning = rule.build(Match(line, found))
            if meaning is not None:
                yield found.start(), found.end(), rule, meaning


YEAR_TAIL = "(<comma>?<year:y>)?"
CLOCK_TAIL = f"(<weekday:w>|<deictic:t>|<month:m><dot>?<mday|rank:d>{YEAR_TAIL})?"
NUMBER = "(:n (<a><few>|<num>|<num><dash><num>|<num><num>|<a><hundred>))"
HALF = "(:half <and><a><edge>)?"
FUZZ = "(:in <dash>|<consecutive>|<more>)?"

_TABLE: tuple[tuple[str, str, Build, float], ...] = (
    ("day", f"(<weekday><dot>?<comma>?)?<month:m><dot>?<the>?<mday|rank:d>{YEAR_TAIL}", t.day, 0.95),
    ("day", "(<weekday><dot>?<comma>?)?<the>?<mday|rank|ordinal:d><of>?<month:m>(<dot>?<comma>?<year:y>)?", t.day, 0.95),
    ("day", "(<weekday><dot>?<comma>?)?<month:m><dot>?<mday|rank:d><comma>?<of>?<last|next|this:rel><unit:unit>", t.day, 0.95),
    ("numeric", "<iso:d>", t.iso, 0.9),
    ("month", "<month:m><dot>?<comma>?<year:y>", t.of_month, 0.95),
    ("month", "<month:m><of>(<year:y>|<the><told:rel><unit:unit>)", t.of_month, 0.95),
    ("month", "<month:m><of>?<last|next|this:rel><unit:unit>", t.of_month, 0.95),
    ("month", "(<this|last|next|coming|past:rel>)?<month:m>", t.of_month, 0.85),
    ("month", "<that:rel><month:m>", t.of_month, 0.7),
    ("weekday", "(:rel <last|next|this|past|coming|following>|<this><coming|past>|<the><following>)?<weekday:w><part:p>?", t.weekday, 0.9),
    ("weekday", "<weekday:w><dot>", t.weekday, 0.8),
    ("weekday", "<weekday:w><part:p>?<of>?<last|next|this:rel><unit:unit>", t.weekday, 0.9),
    ("deictic", "<deictic:t><part:p>?", t.deictic, 0.9),
    ("deictic", "<the:over><unit><before><deictic:t>", t.deictic, 0.9),
    ("part", "<last|this:rel><part:p>", t.night, 0.9),
    ("part", "(<the><told|next:rel>|<that|same:rel>|(:rel <that><same>))<part:p>", t.night, 0.7),
    ("part", "<the><part:p><before|earlier:e>", t.night_by, 0.7),
    ("part", "<the><part:p>", t.night, 0.6),
    ("year", "(<the>?<fiscal>?<unit>|<fiscal>)<year:y>", t.year, 0.8),
    ("year", "<year:y>", t.year, 0.8),
    ("decade", "<the>?<decade:d>", t.decade, 0.9),
    ("decade", "<the><twenties:d>", t.twenties, 0.6),
    ("century", "<the>?<rank|ordinal:q><dash>?<unit:u>", lambda m: t.century(m) if m.get("u") == "century" else None, 0.9),
    ("relative", "<the:the>?<last|past|next|coming|this|current:rel><fiscal>?<period:u>", t.relative, 0.9),
    ("relative", "(:rel <this><last|past|coming>)<period:u>", t.relative, 0.9),
    ("relative", "(<the:the>?<told:rel>|(:rel <that><same>))<period:u>", t.relative, 0.8),
    ("relative", "<the><latest><fiscal>?<period:u>", t.the_unit, 0.6),
    ("relative", "<the><period:u>", t.the_unit, 0.6),
    ("relative", "<the><unit:u><before|earlier|previous:e>", t.edge_day, 0.7),
    ("relative", "<the><told><unit:u><a><unit:v><ago|earlier:e>", t.same_ago, 0.8),
    ("relative", "<the><told><unit:u><last|this:rel><unit:v>", t.same_ago, 0.8),
    ("order", "(<the>|<a>)?<order><consecutive:run><unit:u>", t.nth, 0.6),
    ("order", "<the>?<order><unit:u>", t.nth, 0.6),
    ("ago", f"{NUMBER}?{HALF}{FUZZ}<unit|units|second:u><ago|earlier|hence:e>", n.ago, 0.9),
    ("ago", "<a:n><unit:u><ago|earlier|hence:e>", n.ago, 0.9),
    ("ago", "<a:n><unit:u>(:half <and><a><edge>)<ago|earlier|hence:e>", n.ago, 0.9),
    ("ago", "<edge:less><a>?<unit:u><ago|earlier|hence:e>", n.ago, 0.8),
    ("ago", "(:n <a>?<few>)<of>?<unit|units|second:u><ago|earlier|hence:e>", n.ago, 0.8),
    ("ago", f"({NUMBER}|<a:n>)<unit|units:u><from>(<now1>|<deictic:t>)", n.ahead, 0.8),
    ("ago", "<unit:u><dash><ago|earlier:e>", n.adjoined, 0.8),
    ("relative", "<the>?<unit:v><dash><ago|earlier><unit:u>", q.year_ago, 0.8),
    ("relative", "<unit:u><dash><edge:e>", t.unit_end, 0.8),
    ("relative", "<mid:e><dash>?<unit:u>", t.unit_end, 0.7),
    ("length", "<lasting:l>", n.lasting, 0.8),
    ("clock", f"<part:p>{CLOCK_TAIL}", n.noon, 0.7),
    ("ago", "(<a>?<long><noun>|<long>)<ago>", t.fixed(DATE, "PAST_REF"), 0.7),
    ("length", f"(<the>?<last|past|next|coming|following|previous:rel>)?{NUMBER}{HALF}{FUZZ}<unit|units|second:u>(<dash><long>)?", n.duration, 0.9),
    ("length", f"<the>(<order>)?{NUMBER}{FUZZ}<units:u>", n.duration, 0.8),
    ("length", "<a:n><unit:u>(<dash><long>)?", n.duration, 0.8),
    ("length", "<unit:u><dash>?<long>", n.duration, 0.8),
    ("length", "<edge:less><dash>?<a>?<unit:u>", n.duration, 0.8),
    ("length", "<a:n><unit:u><and><a><edge:half>", n.duration, 0.8),
    ("length", "(:n <num>)<dash>?<and><dash>?<a><dash>?<edge:half><dash>?<unit|units:u>", n.duration, 0.8),
    ("length", "(:n <num>)<dash>?<fraction:half><dash>?<unit|units:u>", n.duration, 0.8),
    ("length", "<all><unit:u>", n.duration, 0.7),
    ("length", "(<the>|<a>)<consecutive><unit:u>", n.duration, 0.7),
    ("vague", "(<the>?<last|past|next|coming|recent|following:rel>)?(:n <a>?<few>)<of>?<units:u>", n.vague, 0.8),
    ("vague", "<the>?<last|past|next|coming|recent|following:rel><units:u>", n.vague, 0.8),
    ("vague", "<units:u>(<dash><long>)?", n.vague, 0.7),
    ("quarter", "<the>?<fiscal>?<order|final:q><dash>?<fiscal>?<unit|edge:u>(<of>?<fiscal>?(<year:y>|<last|next|this:rel><unit:of>|<the><told:rel><unit:of>))?", q.quarter, 0.9),
    ("quarter", "<the>?<order|final:q><dash>?<unit|edge:u><of><the|current:rel><fiscal>?<unit:of>", q.quarter, 0.9),
    ("quarter", "(<the>|<last|this|next:rel>)<unit:of><own><fiscal>?<order|final:q><dash>?<unit|edge:u>", q.quarter, 0.9),
    ("quarter", "<the>?<fiscal>?<year:y><own>?<order|final:q><dash>?<unit|edge:u>", q.quarter, 0.9),
    ("quarter", "<the>?<month:m>(<dash>|<to>)<month:last><unit:u>", q.of_months, 0.9),
    ("quarter", "<q><n12:q>(<of>?<fiscal>?<year:y>)?", q.short_quarter, 0.8),
    ("season", "(<the>?<last|this|next|past|coming|previous|following:rel>|<the>)<season:s>(<of>?<year:y>)?", t.season, 0.85),
    ("season", "<the>?<season:s><of>?(<year:y>|<last|next|this:rel><unit:unit>)", t.season, 0.9),
    ("season", "<summer:s>", t.season, 0.6),
    ("feast", "(<this|last|next:rel>)?<feast:f>(<unit>|<eve:eve>)?<year:y>?", t.feast, 0.85),
    ("feast", "<feastday:f>(<own>|<mark>)<unit>", t.feast, 0.85),
    ("feast", "<new:f><unit><own>(<unit>|<eve:eve>)<year:y>?", t.feast, 0.85),
    ("feast", "<feastday:f><unit>", t.feast, 0.85),
    ("set", f"<every>(<other:other>|{NUMBER})?<unit|units|weekend:u>", n.every, 0.85),
    ("set", "<every><weekday:w><part:p>?", n.every, 0.85),
    ("set", "<every>(<part:p>|<season:s>|<month:m>)", n.every, 0.85),
    ("set", "<weekdays:w>(<part|parts:p>)?", n.every, 0.8),
    ("set", "<weekday:w><parts:p>", n.every, 0.8),
    ("set", "<weekends:u>", n.every, 0.8),
    ("set", "<set:s>", n.regular, 0.7),
    ("set", "<per><unit|second:u>", n.every, 0.6),
    ("clock", f"(<clock:c>|<n12:c>)<ampm:ap>(<local>?<zone:z>|<local><noun>)?{CLOCK_TAIL}", n.clock, 0.9),
    ("clock", f"<clock:c>(<local>?<zone:z>|<local><noun>)?{CLOCK_TAIL}", n.clock, 0.7),
    ("clock", f"<digits|hour24|year:c><zone:z>{CLOCK_TAIL}", n.clock, 0.9),
    ("clock", f"<n12|word1:c><o><mark><oclock>{CLOCK_TAIL}", n.clock, 0.9),
    ("clock", "<n12|word1:c><o><mark><oclock><in><the><part:half>", n.clock, 0.9),
    ("hour", "<n12|word1|clock:c><in><the><part:half>", n.clock, 0.7),
    ("attacks", "<attacks>", t.fixed(DATE, "2001-09-11"), 0.9),
    ("present", "<now|now1>", t.fixed(DATE, "PRESENT_REF"), 0.7),
    ("present", "<current>", t.fixed(DATE, "PRESENT_REF"), 0.6),
    ("present", "<these:these><units:u>", t.those, 0.6),
    ("present", "<this><noun:n>", lambda m: Meaning(DATE, "PRESENT_REF") if m.get("n") != "being" else None, 0.6),
    ("present", "<the><noun><noun>", t.fixed(DATE, "PRESENT_REF"), 0.6),
    ("present", "<the><noun:n>", lambda m: Meaning(DATE, "PRESENT_REF") if m.get("n") == "moment" else None, 0.6),
    ("past", "<more>?<recently|recent>", t.fixed(DATE, "PAST_REF"), 0.6),
    ("past", "<previously>", t.fixed(DATE, "PAST_REF"), 0.55),
    ("soon", "<soon>", t.fixed(DATE, "FUTURE_REF"), 0.55),
    ("overnight", "<overnight>", t.fixed(TIME, "day-1TNI"), 0.5),
    ("past", "<the><past>", t.fixed(DATE, "PAST_REF"), 0.6),
    ("future", "<the><near>?<future>", t.fixed(DATE, "FUTURE_REF"), 0.7),
    ("future", "(<the>)?<short|long|near><dash>?<term>", t.fixed(DATE, "FUTURE_REF"), 0.5),
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    Rule(name, pattern(rule), build, sure, needed(rule)) for name, rule, build, sure in _TABLE
)
