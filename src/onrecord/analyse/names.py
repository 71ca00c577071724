"""Names as a report prints them: runs of proper nouns, parted into words of office and the name proper."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analyse.actor_words import DAYS, MONTHS, ActorWords, actor_words
from onrecord.analyse.frames import Range
from onrecord.analyse.gazetteer import gazetteer
from onrecord.analyse.name_runs import JOINING, PROPER, realm_of, runs
from onrecord.analyse.numbers_words import ONES, ORDINALS, TENS
from onrecord.engine.parse import Parse, Token
from onrecord.model.terms import ActorType

SURNAMES_TOO = {"king", "major", "dean", "judge", "prince", "bishop", "marshal", "pope", "head", "coach", "warden"}
QUALITIES = {"senior", "former", "major", "high", "acting", "chief", "deputy", "foreign", "press", "general", "crown"}
"""Words of office that as often describe another noun: of a name before a common noun they are no title."""
RANKS = {"senior", "high"}
"""Words that open a sentence on several of a kind: ``Senior Reedists said``."""
ONLY_QUALITIES = {"major", "high", "senior", "chief", "general", "press", "crown", "foreign", "head"}
"""Words that in small letters alone before a name are no office of its bearer: ``a major Front offensive``."""
LEADING = {
    "moreover", "meanwhile", "furthermore", "however", "nevertheless", "nonetheless", "additionally", "consequently",
    "therefore", "similarly", "likewise", "instead", "besides", "regardless", "afterwards", "alternatively",
    "accordingly", "hence", "thus", "indeed", "overall", "separately", "elsewhere", "conversely", "finally", "still",
}  # fmt: skip
FIELDS = {"foreign", "defence", "defense", "interior", "finance", "press", "prime", "vice", "high", "crown"}
"""Words of office that alone before a name are none: ``Defense Partners``."""
BRANCHES = {"foreign", "defence", "defense", "interior", "finance", "press", "high"}
PART_OF_A_MONTH = {"early", "late", "mid", "last", "next", "this"}
MODIFIER = ("NN", "NNS", "JJ", "NNP", "NNPS", "HYPH", "VBN", "VBG", "POS", "CD")


class Named(NamedTuple):
    """A run of proper nouns: the tokens of the name proper, and those of the words of office before it.

    ``name`` is None for an office alone (``the Secretary of State``), whose tokens are then ``office``.
    """

    name: Range | None
    office: Range | None


def names_of(parse: Parse) -> Iterator[Named]:
    """The names and capitalised offices of one passage, in order."""
    words = actor_words()
    for run in runs(parse, words):
        one = _parted(parse, *run, words)
        if one is not None:
            yield one


def common(token: Token) -> bool:
    """Whether a word is a common noun; beside a name the tagger takes one in small letters for a part of it."""
    return token.tag in ("NN", "NNS") or (token.tag in PROPER and token.text[:1].islower())


def printed(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words as printed: tokens that touch are one word."""
    words: list[str] = []
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].end == token.start:
            words[-1] += token.text
        else:
            words.append(token.text)
    return tuple(words)


def _parted(parse: Parse, first: int, last: int, words: ActorWords) -> Named | None:
    tokens = parse.tokens
    while last >= first and (tokens[last].lower in DAYS or _outside(tokens[last])):
        last -= 1
    while first <= last and (not tokens[first].text[0].isalnum() or (first == last and _counts(parse, first))):
        first += 1
    if first == last and (_calendar(tokens, first) or _opens(parse, first) or _no_name(tokens[first])):
        return None
    if last - first == 2 and tokens[first + 1].text in ("-", "–") and _of_a_country(tokens, first, last):
        return None
    if first > last or all(t.lower in DAYS for t in tokens[first : last + 1]):
        return None
    if not any(t.text[0].isupper() for t in tokens[first : last + 1]):
        return None
    split = _office_end(tokens, first, last, words)
    if split == first and last - first >= 2 and _calling(parse, first, words):
        split = first + 1
    if first < split <= last and _describes(parse, split, last) and _qualities(tokens, first, split - 1):
        return Named((split, last), None)
    if split == first + 1 and split <= last and tokens[first].lower in RANKS and opens_sentence(parse, first):
        return Named((split, last), None)
    if split > last:
        lone = first == last and tokens[first].lower in words.weak_titles
        return None if lone else Named(None, (first, last))
    if split == first:
        office = _lower_office(parse, first, last, words)
        return Named((first, last), office)
    before = _lower_office(parse, first, last, words, found=True)
    return Named((split, last), (before[0] if before else first, split - 1))


def _calling(parse: Parse, at: int, words: ActorWords) -> bool:
    """Whether a word has its capital from the sentence that it opens and says what somebody is: ``Farmer Ann Berk``."""
    token = parse.tokens[at]
    return at == parse.sentences[token.sentence][0] and words.kind(token.lower) is ActorType.PERSON


def _calendar(tokens: Sequence[Token], at: int) -> bool:
    """Whether a lone name is a month: ``Jan. 20``, ``27 May``, ``in May``."""
    word = tokens[at].lower
    if word not in MONTHS and word != "may":
        return False
    near = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    if at and tokens[at - 1].lower in PART_OF_A_MONTH:
        return True
    return word.endswith(".") or any(t.text[0].isdigit() for t in near) or (at > 0 and tokens[at - 1].tag == "IN")


def _no_name(token: Token) -> bool:
    """Whether a word or letter is no name by itself: ``the Fifth``, ``(D)``."""
    return len(token.text) == 1 or token.lower in ORDINALS


def _opens(parse: Parse, at: int) -> bool:
    """Whether a lone name is a word that leads over from the sentence before: ``Moreover, …``."""
    tokens = parse.tokens
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].lower in LEADING and behind == "," and at == parse.sentences[tokens[at].sentence][0]


def _of_a_country(tokens: Sequence[Token], *ends: int) -> bool:
    """Whether each of two words is a country's name or adjective: ``French-Swiss``."""
    return all(gazetteer().country(tokens[at].text) or gazetteer().demonym(tokens[at].text) for at in ends)


def _describes(parse: Parse, first: int, last: int) -> bool:
    """Whether a run of names only says of what kind a common noun behind it is: ``Harbour Front officials``."""
    tokens = parse.tokens
    head = next((t for t in reversed(tokens[first : last + 1]) if not first <= t.head <= last), None)
    above = tokens[head.head] if head is not None else None
    fits = head is not None and head.dep in ("compound", "amod", "nmod")
    return fits and above is not None and last < above.index and above.tag in ("NN", "NNS") and above.text[0].islower()


def _qualities(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words of office are only of the kind that any noun may bear: ``senior``, ``former``, ``major``."""
    return all(t.lower in QUALITIES for t in tokens[first : last + 1])


def _outside(token: Token) -> bool:
    """Whether a name does not end here: a mark, or a preposition that the tagger takes for a proper noun."""
    return not token.text[0].isalnum() or token.text in JOINING


def _counts(parse: Parse, at: int) -> bool:
    """Whether a number in letters only has its capital from the sentence that it opens: ``Eleven were hurt``."""
    return parse.tokens[at].lower in ONES | TENS and opens_sentence(parse, at)


def opens_sentence(parse: Parse, at: int) -> bool:
    """Whether nothing but quotation marks stands before a token in its sentence."""
    first = parse.sentences[parse.tokens[at].sentence][0]
    return not any(token.text[0].isalnum() for token in parse.tokens[first:at])


def _office_end(tokens: Sequence[Token], first: int, last: int, words: ActorWords) -> int:
    """The first token of the name proper; one past ``last`` where the run is an office and no name."""
    body = tokens[last].lower in words.bodies and tokens[last].lower not in words.titles
    split = first
    for at in range(first, last + 1):
        if tokens[at].lower not in words.titles:
            continue
        end = at + 1
        if end <= last and tokens[end].lower in ("of", "for", "to"):
            end += 1
            realm = realm_of(tokens, at)
            while end <= last and (tokens[end].lower in words.departments or tokens[end].lower in ("and", "the", ",")):
                end += 1
            end = max(end, at + realm + 1 if realm else 0)
        elif end <= last and tokens[end].text == "-":
            end += 2
        split = max(split, end)
    if split <= last and all(t.lower in FIELDS for t in tokens[first:split]) and not _lower_title(tokens, first, words):
        return first
    if split == first or (body and split <= last and not _of(tokens, first, split)):
        return first
    if split <= last:
        firm = split == last and tokens[split].lower in words.bodies
        field = split == last and tokens[split].lower in words.departments and tokens[split - 1].lower in BRANCHES
        return first if firm or field else split
    head = tokens[last].lower
    if head in SURNAMES_TOO and first < last and tokens[first].text.endswith("."):  # "Rep. Peter King", "Sen. King"
        return next((at for at in range(first, last) if tokens[at].lower not in words.titles), last)
    return first if head in SURNAMES_TOO and first < last and tokens[first].lower not in words.titles else last + 1


def _lower_title(tokens: Sequence[Token], first: int, words: ActorWords) -> bool:
    """Whether a word of office in small letters stands right before a run of names."""
    return first > 0 and tokens[first - 1].lower in words.titles


def _of(tokens: Sequence[Token], first: int, split: int) -> bool:
    return any(t.lower in ("of", "for") for t in tokens[first:split])


def _lower_office(parse: Parse, first: int, last: int, words: ActorWords, *, found: bool = False) -> Range | None:
    """The words of office in small letters right before a name: ``former foreign minister``, ``spokesman``."""
    tokens, at = parse.tokens, first
    described = _describes(parse, first, last)
    while at > 0 and first - at < 8:
        before = tokens[at - 1]
        if before.sentence != tokens[first].sentence or (described and before.lower in QUALITIES):
            break
        if before.tag in MODIFIER and (before.lower in words.titles or before.head in range(at - 1, last + 1)):
            at -= 1
            office = (before.lower in words.titles and before.lower not in ONLY_QUALITIES) or (
                common(before) and words.kind(before.lower) is ActorType.PERSON
            )
            found = found or (office and before.tag not in ("HYPH", "POS"))
        elif before.lower in words.departments and at > 2 and _chief(tokens, at, words):
            at -= 3
            found = True
        elif before.lower in ("of", "for") and at > 1 and tokens[at - 2].lower in words.titles:
            at -= 2
            found = True
        else:
            break
    while at < first and tokens[at].tag in ("HYPH", "POS"):
        at += 1
    near = tokens[first - 1] if first else None
    fits = near is not None and (near.lower in words.titles or near.tag == "JJ" or common(near))
    return (at, first - 1) if found and fits and at < first else None


def _chief(tokens: Sequence[Token], at: int, words: ActorWords) -> bool:
    """Whether an office with ``of`` stands right before a token: ``chief of staff``."""
    return tokens[at - 2].lower == "of" and tokens[at - 3].lower in words.titles
