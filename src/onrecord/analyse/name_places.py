"""Which names of one report the gazetteer knows for places, by what else the report speaks of."""

from collections import Counter
from collections.abc import Collection, Iterator

from onrecord.analyse.gazetteer import gazetteer
from onrecord.analyse.name_forms import Key


class Regions:
    """The regions of countries that a report speaks of."""

    def __init__(self, keys: Collection[Key], adjectives: Collection[str]) -> None:
        names = [" ".join(key) for key in keys]
        self._regions = Counter(code for name in names if (code := gazetteer().region(name)))
        self._spoken = set(_states((*names, *adjectives)))

    def code(self, name: str) -> str:
        """The code of the country that a name is a region of, if the report speaks of that or of its other regions.

        A name that is a country's, too, must stand beside two other regions.
        """
        code = gazetteer().region(name)
        if not code:
            return ""
        others, own = self._regions[code] - 1, gazetteer().country(name)
        if own and own != code:
            return code if others > 1 and own not in self._spoken else ""
        return code if others > 0 or code in self._spoken else ""


def _states(names: Collection[str]) -> Iterator[str]:
    """The codes of the countries that are named by a name that is no region's, by their people or their capital."""
    known = gazetteer()
    for name in names:
        if (code := known.country(name)) and not known.region(name):
            yield code
        yield from filter(None, (known.demonym(name), known.capital(name)))
