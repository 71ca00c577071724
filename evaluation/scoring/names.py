"""Which gold actor a predicted name stands for."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any


def plain(name: str | None) -> str:
    """The name in small letters, without a leading "the", with straight apostrophes."""
    parts = (name or "").lower().replace("’", "'").split()
    return " ".join(parts[1:] if parts[:1] == ["the"] else parts)


class Names:
    """The names and forms of a story's gold actors."""

    def __init__(self, gold: Mapping[str, Any], texts: Mapping[str, str]) -> None:
        self.full: dict[str, str] = {actor["id"]: actor["name"] for actor in gold["actors"]}
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        self._last: defaultdict[str, set[str]] = defaultdict(set)
        for actor in gold["actors"]:
            self._forms[plain(actor["name"])].add(actor["id"])
            self._last[plain(actor["name"]).split()[-1]].add(actor["id"])
            for doc, start, end in actor.get("forms", []):
                self._forms[plain(texts[str(doc)][start:end])].add(actor["id"])

    def right(self, actor: str | None, name: str | None) -> bool:
        """Whether ``name`` is the gold actor's name or a form of it, or ends in the last word of its name alone."""
        if actor is None or not name:
            return actor is None and not name
        hits = self._forms.get(plain(name), set())
        if hits:
            return actor in hits
        parts = plain(name).split()
        return bool(parts) and self._last.get(parts[-1], set()) == {actor}
