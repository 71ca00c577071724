"""A cue with what it takes: how its content hangs on it, and whom it names as source.

Whether a word in a frame reports something at all is for the lexicon to say.
"""

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue word with what it takes; ranges are first and last token, both included.

    ``key`` names the frame, ``head`` is the cue's token, ``subject`` the head token of the source (-1 where none).
    """

    head: int
    kind: str
    lemma: str
    key: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    subject: int = -1
    addressee: tuple[Range, ...] = ()
