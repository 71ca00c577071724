"""One use of words by one outlet, and which uses are asked for."""

import re
from dataclasses import dataclass

from onrecord.model.span import Span

ARTICLE = re.compile(r"^(?:the|a|an|his|her|its|their|our|my|your)\s+", re.IGNORECASE)
SPACE = re.compile(r"\s+")
COUNTING = {
    "this", "that", "these", "those", "another", "other", "several", "many", "most", "some", "any", "no", "every",
    "each", "more", "both", "all", "few", "one", "two", "three", "four", "five", "first", "second", "third",
    "the", "a", "an", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "hundred", "hundreds", "thousand",
    "thousands", "million", "millions", "additional", "least", "than", "about", "nearly", "almost", "over", "at",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Use:
    """One use of words for a subject (an actor, an event, a device, a code) by one outlet in one voice.

    ``label`` are the words as they are counted: small letters, without article; ``sort`` is ``name``, ``description``,
    ``title``, ``event``, a kind of device or ``code``. ``of`` is the group of uses that this one is counted out of;
    ``again`` says that another use has its place already (``crazed`` beside a name that is counted).
    """

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    band: str
    voice: str
    subject: str
    sort: str
    label: str
    exact: str
    spans: tuple[Span, ...]
    of: tuple[str | None, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What wording is asked for; everything is open where nothing is named.

    ``actor`` is an id or a name; ``event`` a word for an event (``raid``) or a part of its label; ``noun`` a noun for
    people or bodies without a name (``migrant``). ``devices`` asks for those alone.
    """

    actor: str | None = None
    event: str | None = None
    outlet: str | None = None
    voice: str | None = None
    devices: bool = False
    noun: str | None = None


def plain(words: str) -> str:
    """Words as they are counted: small letters, single spaces, no article or possessive pronoun before them."""
    return ARTICLE.sub("", SPACE.sub(" ", words).strip()).lower() if words.strip() else ""


def uncounted(words: str) -> str:
    """The words without quotation marks, and without those before them that count or point (``all those groups``)."""
    kept = [word.strip("“”\"‘’'«».,()") for word in words.split()]
    while len(kept) > 1 and (kept[0] in COUNTING or not kept[0].strip("0123456789.,") or not kept[0]):
        kept.pop(0)
    return " ".join(filter(None, kept))
