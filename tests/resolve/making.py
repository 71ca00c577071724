"""Chains from lines of a file: ``REPORT DAY TYPE [GENDER] [SPEAKS] | names | titles | nominals``.

``DAY`` may be ``-``; ``TYPE`` is one of the closed list, ``-`` for none, and ends in ``?`` where it is a guess;
``SPEAKS`` is the number of statements. Names, titles and nominals are parted by semicolons. A chain's id is its
report and its first words, so that expected sides can be read.
"""

from pathlib import Path

from onrecord.model.actor import Chain, Wording
from onrecord.model.span import Span
from onrecord.model.terms import ActorType

OUTLETS = {"courier": "Sarvin Courier", "standard": "Hadrel Standard", "gazette": "Harbour Gazette"}


def chain(line: str, position: int = 0) -> Chain:
    head, names, titles, nominals = [part.strip() for part in (line + "|||").split("|")[:4]]
    report, day, kind, *more = head.split()
    gender = next((word for word in more if word in ("m", "f", "n")), "")
    setting = next((word[1:] for word in more if word.startswith("@")), "")
    said = [words.strip() for words in (names or nominals).split(";")]
    features = (("type", "guess"),) if kind.endswith("?") else ()
    return Chain(
        id=f"{report}: {said[0]}",
        report=report,
        outlet=OUTLETS.get(report.split("-")[0]),
        published=None if day == "-" else day,
        position=position,
        type=None if kind == "-" else ActorType(kind.rstrip("?")),
        name=said[0] if names else None,
        names=_wordings(names),
        titles=_wordings(titles),
        nominals=_wordings(nominals),
        gender=gender,
        mentions=max(1, len(said)),
        statements=next((int(word) for word in more if word.isdigit()), 0),
        features=(*features, ("setting", setting.replace(",", " "))) if setting else features,
    )


def _wordings(words: str) -> tuple[Wording, ...]:
    return tuple(Wording(one.strip(), Span(0, 1), 1) for one in words.split(";") if one.strip())


def chains(path: Path) -> list[Chain]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [chain(line, at) for at, line in enumerate(lines) if line.strip() and not line.startswith("#")]
