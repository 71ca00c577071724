"""Who belongs where, as one report says: the party or group named beside somebody, and whose office somebody holds.

Nobody is known beforehand: a camp is a plural name that the report uses (``the Greens``), or letters behind a name
(``(G-Hadrel)``); names of camps are compared and nothing else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.model.mention import Mention
from onrecord.model.terms import Form

LETTERS = re.compile(r"[’']?s?,? ?\(?([A-Z]{1,4})(?:[-–—‑][A-Z]|\))")
APPOSITION = re.compile(r", ([^,.;:\n]{3,40}),")
WORD = re.compile(r"[A-Z][a-z]{4,}")
STEM = 6


class Camps:
    """The camps of the actors of one report, and whose office each holds, by chain."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        groups = {m.chain: stem for m in mentions if (stem := _group(m, text))}
        stems = set(groups.values())
        said: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for one in mentions:
            if one.form is not Form.PRONOUN and one.chain not in groups:
                said[one.chain].update(_labels(one, text, stems))
        first = {chain: some.most_common(1)[0][0] for chain, some in said.items() if some}
        self._camps = first | groups
        self._offices = _offices(mentions)

    def apart(self, one: str | None, other: str | None) -> int:
        """1 where the report puts two in two camps, -1 where in one camp or one's office, 0 where it does not say."""
        if (one, other) in self._offices or (other, one) in self._offices:
            return -1
        ours, theirs = self._camps.get(one or ""), self._camps.get(other or "")
        if ours is None or theirs is None:
            return 0
        same = ours == theirs or (min(len(ours), len(theirs)) < STEM and ours[0] == theirs[0])
        return -1 if same else 1


def _group(one: Mention, text: str) -> str:
    """The stem of a plural name for people of one kind: ``Greens``."""
    word = one.span.cut(text).rsplit(maxsplit=1)[-1]
    plural = one.form is Form.NAME and one.number == "p" and WORD.fullmatch(word) and word.endswith("s")
    return word.removesuffix("s")[:STEM] if plural else ""


def _labels(one: Mention, text: str, stems: set[str]) -> list[str]:
    """The camps named beside a mention."""
    near = [title.cut(text) for title in one.title]
    found = []
    if one.form is Form.NAME:
        letters = LETTERS.match(text, one.span.end)
        found += [letters.group(1)] if letters else []
        behind = APPOSITION.match(text, one.span.end)
        near += [behind.group(1)] if behind else []
    else:
        near.append(one.span.cut(text))
    return found + [stem for part in near for word in WORD.findall(part) if (stem := word[:STEM]) in stems]


def _offices(mentions: Sequence[Mention]) -> set[tuple[str, str]]:
    """Every pair of a holder and whose office it is: ``the Hadrel council's spokeswoman, Dalia Renn``."""
    named = sorted((m.span.start, m.span.end, m.chain) for m in mentions if m.form is Form.NAME)
    return {
        (one.chain, chain)
        for one in mentions
        for title in one.title
        for start, end, chain in named
        if title.start <= start and end <= title.end and chain != one.chain
    }
