"""What outlets call actors: names, descriptions and titles; those without a name go by the noun that is used for them.

Nouns between which writers choose for people or bodies of one kind (``label_words.toml``, ``kinds``) stand together,
headed by those of them that are on record: ``immigrant / migrant / refugee``. It is not said that they are the same.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.label_words import label_words
from onrecord.engine.parse import lemma
from onrecord.ledger import ActorFilter, LabelFilter, MentionFilter, View
from onrecord.model.entry_rows import LabelRow, MentionRow
from onrecord.model.span import Span
from onrecord.model.terms import Form, LabelKind, Voice
from onrecord.views.actors import is_named
from onrecord.views.wording_places import counts_of, is_count
from onrecord.views.wording_uses import SPACE, Asked, Use, plain, uncounted

PLURAL = {"media", "people", "police"}
NOUN = "noun"
"""What the uses for those without a name are counted out of."""


def of_actors(view: View, asked: Asked) -> list[Use]:
    """Names, descriptions and titles of actors; pronouns choose no words, and a count ("12 bodies") is a figure."""
    rows = view.actors(ActorFilter())
    names = {row["id"]: row["name"] for row in rows}
    named = {row["id"] for row in rows if is_named(row)}
    found = [] if asked.noun else list(_mentions(view, asked, names, named))
    found += () if asked.noun else list(_descriptions(view, asked, names, named))
    if not asked.actor:
        found += _gathered([*_nominals(view, asked, named), *_kinds(view, asked)], asked.noun)
    return found


def _mentions(view: View, asked: Asked, names: dict[str, str], named: Container[str]) -> Iterator[Use]:
    counts = counts_of(view, asked.outlet)
    for row in view.mentions(MentionFilter(actor=asked.actor, outlet=asked.outlet)):
        actor = row["actor"]
        if row["form"] == Form.PRONOUN or actor is None or not (asked.actor or actor in named):
            continue
        if row["form"] == Form.NOMINAL and is_count(row, counts[row["report"]]):
            continue
        subject, voice = names.get(actor, row["words"]), _voice(row["quoted"])
        sort = "name" if row["form"] == Form.NAME else "description"
        of = ("mentions", actor, row["outlet"], voice)
        yield _mentioned(row, subject, voice, sort, row["spans"]["mention"], row["words"], of)
        for words, span in zip(row["title"], row["spans"].get("title", []), strict=False):
            yield _mentioned(row, subject, voice, "title", [span], words, of)


def _descriptions(view: View, asked: Asked, names: dict[str, str], named: Container[str]) -> Iterator[Use]:
    """What an actor is said to be (``is a strongman``), and words before its name that are no office."""
    kind = LabelKind.DESCRIPTION.value
    for row in view.labels(LabelFilter(kind=kind, actor=asked.actor, outlet=asked.outlet)):
        actor = row["actor"]
        if actor is None or not (asked.actor or actor in named):
            continue
        of = ("mentions", actor, row["outlet"], row["voice"])
        yield _labelled(row, names.get(actor, row["about"] or ""), of)


def _nominals(view: View, asked: Asked, named: Container[str]) -> Iterator[Use]:
    """Descriptions of people and bodies that no report names, up to their noun; their subject is its base form.

    ``80,000 illegal aliens`` chooses words beside counting; ``12 bodies`` is a figure.
    """
    counts, words = counts_of(view, asked.outlet), actor_words()
    for row in view.mentions(MentionFilter(outlet=asked.outlet)):
        if row["form"] != Form.NOMINAL or row["actor"] is None or row["actor"] in named:
            continue
        (start, _), (low, high) = row["spans"]["mention"][0], row["spans"]["head"][0]
        head = row["words"][low - start : high - start].lower()
        if words.document(head) or head == "percent":
            continue
        noun, voice = _base(head), _voice(row["quoted"])
        label = uncounted(plain(row["words"][: high - start]))
        if is_count(row, counts[row["report"]]) and " " not in label:
            continue
        use = _mentioned(row, noun, voice, "description", row["spans"]["mention"], row["words"], (NOUN, noun))
        yield replace(use, label=label)


def _kinds(view: View, asked: Asked) -> Iterator[Use]:
    """Descriptions that no mention holds, by a noun of the lists."""
    for row in view.labels(LabelFilter(kind=LabelKind.DESCRIPTION.value, outlet=asked.outlet)):
        if row["about"] is None:
            noun = _base(row["head"].lower())
            yield replace(_labelled(row, noun, (NOUN, noun)), label=uncounted(plain(row["exact"])))


def _base(noun: str) -> str:
    """The base form, but a plural that is a word of its own (``authorities``, ``media``)."""
    own = noun in label_words().kinds or noun in PLURAL
    return noun if own else lemma(noun, "noun")


def _gathered(found: Sequence[Use], asked: str | None) -> Iterator[Use]:
    """The uses with their subject: the nouns of one kind that are on record, else the noun alone."""
    kinds = label_words().kinds
    held: defaultdict[str, set[str]] = defaultdict(set)
    for use in found:
        held[kinds.get(use.subject, use.subject)].add(use.subject)
    for use in found:
        nouns = held[kinds.get(use.subject, use.subject)]
        if asked is None or _base(asked.strip().lower()) in nouns:
            subject = " / ".join(sorted(nouns))
            yield replace(use, subject=subject, of=(NOUN, subject, use.outlet, use.voice))


def bare(use: Use) -> bool:
    """Whether a noun alone, without article or more words, is all (``secretary of state``, ``in court``)."""
    return use.of[0] == NOUN and " " not in use.exact and use.exact.lower() == use.subject


def _mentioned(
    row: MentionRow, subject: str, voice: str, sort: str, spans: Sequence[Sequence[int]], words: str,
    of: tuple[str | None, ...],
) -> Use:  # fmt: skip
    label = plain(words) if sort != "name" else SPACE.sub(" ", words)
    return Use(
        row["id"], row["report"], row["origin"], row["outlet"], row["published"], row["band"], voice, subject, sort,
        label, words, tuple(Span(*span) for span in spans), of,
    )  # fmt: skip


def _labelled(row: LabelRow, subject: str, of: tuple[str | None, ...]) -> Use:
    return Use(
        row["id"], row["report"], row["origin"], row["outlet"], row["published"], row["band"], row["voice"], subject,
        "description", plain(row["exact"]), row["exact"], tuple(Span(*span) for span in row["spans"]["label"]), of,
        again=row["rule"].endswith(":before"),
    )  # fmt: skip


def _voice(quoted: bool) -> str:
    return (Voice.QUOTED if quoted else Voice.OUTLET).value
