"""One person killed or hurt is a count of one, though no number says so; kept for counting, never shown as a figure."""

import re
from collections.abc import Sequence

from onrecord.analyse.figures_deaths import multiple
from onrecord.analyse.figures_people import Victim, person, singular
from onrecord.analyse.figures_victims import victims
from onrecord.analyse.figures_words import FEMALE, MALE
from onrecord.analyse.numbers_words import ONES
from onrecord.engine.parse import Parse, Token

AGE = re.compile(r"\b(\d{1,2})[ -](?:year|month)s?[ -]olds?\b")
BESIDE = re.compile(r"^,? ?\(?(\d{1,2})\b(?!\d|%|[,.]\d| ?(?:p\.?m|a\.?m|block|people|years|days|hours|times))")
ELSEWHERE = re.compile(
    r"\b(?:unrelated|apart|different (?:locations|places)|pair of|separate(?:ly)?|in another|previous(?:ly)?|"
    r"another (?:shooting|incident|homicide)|"
    r"last (?:year|month)|years? (?:ago|earlier|before)|months? ago|"
    r"(?:hours|days|weeks|months) (?:earlier|later|before)|"
    r"meanwhile|so far this year|this year|year[- ]to[- ]date|since (?:January|\d{4})|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|\d+) (?:\w+ ){0,3}"
    r"(?:shootings|homicides|incidents|killings|murders|slayings)|"
    r"second (?:shooting|homicide)|third (?:shooting|homicide)|other (?:shootings|homicides|incidents))\b",
    re.I,
)
AROUND = 22

TURN = re.compile(r"(?:On [A-Z][a-z]+\.? \d+|Last [A-Z][a-z]+day|Also (?:on )?[A-Z][a-z]+day|Earlier in the day)\b")
"""Another day at the head of a sentence: where somebody has been told of, another event begins."""

YEARS = re.compile(r"\b(?:19|20)\d\d\b(?! block|-block)")
FORMS = {
    "another": "new", "second": "new", "third": "new", "other": "new", "others": "new", "fourth": "new",
    "each": "anybody", "every": "anybody", "any": "anybody", "someone": "anybody", "anyone": "anybody",
    "everyone": "anybody", "somebody": "anybody", "himself": "self", "herself": "self",
}  # fmt: skip
THE = {"the", "this", "that", "his", "her", "their", "its", "my", "our", "these", "those", "both"}
PAIRS = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "both": 2}
GROUPS = {"PRP": "pronoun", "PRP$": "pronoun", "WP": "pronoun"}


def told(text: str, parse: Parse) -> dict[int, list[Victim]]:
    """The victims of a passage by the word that stands for them; -1 gathers those whom nothing names."""
    found: dict[int, list[Victim]] = {}
    for one in victims(text, parse):
        if one.token < 0 or one.token == one.trigger or person(parse, parse.tokens[one.token]):
            found.setdefault(one.token, []).append(one)
    return found


def traits(text: str, parse: Parse, token: Token | None, found: Sequence[Victim]) -> tuple[tuple[str, str], ...]:
    """What counting needs to know of a victim: what befell them, who they are, how they are named, and where."""
    effects = {one.effect for one in found if not one.none}
    none = all(one.none for one in found)
    trigger = parse.tokens[found[0].trigger]
    start, stop = parse.sentences[trigger.sentence]
    sentence = text[parse.tokens[start].start : parse.tokens[stop - 1].end]
    by = next((parse.tokens[one.by].lower for one in found if one.by >= 0), "")
    rows = {
        "befell": " ".join(sorted(effects)),
        "none": "1" if none else "",
        "by": by,
        "deed": f"{parse.passage}.{trigger.index}",
        "sentence": f"{parse.passage}.{trigger.sentence}",
        "elsewhere": "1" if ELSEWHERE.search(sentence) else "",
        "again": "1" if _again(text, trigger) else "",
        "turn": "1" if TURN.match(sentence) else "",
        "years": " ".join(YEARS.findall(sentence)),
    }
    if token is not None:
        rows |= _who(text, parse, token)
    return tuple(sorted((key, value) for key, value in rows.items() if value))


def _again(text: str, trigger: Token) -> bool:
    """Whether the words around stand in the report before: pages repeat their text in captions."""
    around = text[max(0, trigger.start - AROUND) : trigger.end + AROUND]
    return text.find(around, 0, trigger.start) >= 0


def _who(text: str, parse: Parse, token: Token) -> dict[str, str]:
    """Name, age, sex and form of the words for a victim."""
    words = [parse.tokens[at] for at in range(token.left, token.index + 1)]
    own = [t for t in words if token.index in (t.index, t.head)]
    lowers = {t.lower for t in own}
    name = _name(parse, token)
    age = AGE.search(text[words[0].start : token.end + 14]) or BESIDE.match(text[token.end : token.end + 6])
    head = singular(token) if token.tag[:2] == "NN" else "" if token.tag == "CD" else token.lower
    kinds = {t.lower for t in own if t.tag != "PRP$" or t.index == token.index} | {head}
    sex = "m" if kinds & MALE else "f" if kinds & FEMALE else ""
    form = GROUPS.get(token.tag, "name" if name else "")
    form = next((FORMS[t.lower] for t in own if t.lower in FORMS), form)
    form = form or ("definite" if lowers & THE else "indefinite")
    size = _size(parse, token)
    plural = token.tag in ("NNS", "NNPS") or token.lower in ("they", "them", "their", "others", "both")
    return {
        "head": head,
        "name": name,
        "age": age[1] if age else "",
        "sex": sex,
        "form": form,
        "plural": "1" if plural or size > 1 else "",
        "size": str(size) if size > 1 else "",
    }


def _size(parse: Parse, token: Token) -> int:
    """How many the words for a victim stand for: ``the two people``, ``both men``, ``the couple``."""
    if any(parse.tokens[at].dep == "conj" for at in token.children):
        return 1
    words = [
        parse.tokens[at].lower for at in range(token.left, token.index + 1) if parse.tokens[at].head == token.index
    ]
    if token.lower in ("they", "them", "victims", "men", "women"):
        words += [t.lower for t in parse.tokens[token.index + 1 : token.index + 3] if t.lower == "both"]
    words.append(token.lower)
    return max(multiple(parse, token), *(PAIRS.get(word, ONES.get(word, 1)) for word in words))


def _name(parse: Parse, token: Token) -> str:
    """The words of a proper name that ends in a token."""
    if token.tag not in ("NNP", "NNPS"):
        return ""
    first = token.index
    while first and parse.tokens[first - 1].tag == "NNP" and first > token.index - 5:
        first -= 1
    return " ".join(t.text for t in parse.tokens[first : token.index + 1])
