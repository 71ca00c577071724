"""What a user says positions may be about, in a file of their own: topics, their key words and examples."""

import hashlib
import json
from dataclasses import asdict, dataclass

from onrecord.model.identity import SHORT


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that positions are about.

    ``words`` are key words or phrases, of which one is enough; ``examples`` whole sentences that a position may be
    like; ``without`` words that rule the topic out. All are compared by their stems: one form of a word is enough.
    """

    name: str
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Topics:
    """A whole file of topics, in its order; ``subject`` is what messages call it."""

    subject: str
    topics: tuple[Topic, ...] = ()

    @property
    def digest(self) -> str:
        """The first 16 hex digits of the hash of what the file says; comments and its name do not count."""
        canonical = json.dumps([asdict(topic) for topic in self.topics], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:SHORT]
