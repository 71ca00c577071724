"""What words themselves show of the act, where the report's own word for it is a plain ``said``.

Only set phrases are read (``deeds.toml``): a body that says what it will stop or start, a threat, a duty laid on
somebody, fault found, respect paid. Verdicts (``is illegal``) and charges (``misled``) stay ``said``: half of those
that were tried on the annotated stories were none to the annotators.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from onrecord.model.terms import Act

BEGIN = "^(?:that )?(?:and |but |so )?"
REACH = 300  # what stands deep in a long quotation is not what it was quoted for
MARKS = re.compile(r"[\"“”«»]|(?<!\w)[‘']|[’'](?!\w)")


def deed_of(content: str) -> Act | None:
    """The act that lower-case words show by themselves; None where they only say something."""
    bare = MARKS.sub("", content).strip()
    return next((act for act, pattern in _deeds() if pattern.search(bare, 0, REACH)), None)


def slogan(content: str) -> bool:
    """Whether words that are chanted or shouted ask for something: ``Open the border!``."""
    return bool(_slogans().match(MARKS.sub("", content).strip()))


@cache
def _written() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("onrecord.analyse").joinpath("deeds.toml").read_text(encoding="utf-8"))


@cache
def _deeds() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    """The patterns in the order of the table, lists put in for the words that stand for them."""
    lists = {name: f"(?:{'|'.join(words)})" + "*" * (name == "LY") for name, words in _written()["words"].items()}
    named = re.compile("|".join(sorted((*lists, "BEGIN "), key=len, reverse=True)))
    known = lists | {"BEGIN ": BEGIN}
    found = []
    for act, patterns in _written()["deeds"].items():
        whole = "|".join(f"(?:{named.sub(lambda m: known[m.group()], pattern)})" for pattern in patterns)
        found.append((Act(act), re.compile(whole)))
    return tuple(found)


@cache
def _slogans() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_written()['slogans']['demand'])})\b")
