"""Words as utterances are held against each other: those that are no matter, irregular forms, words of one meaning."""

import tomllib
from importlib.resources import files

_WORDS = tomllib.loads((files(__package__) / "utterance_words.toml").read_text("utf-8"))

EMPTY = frozenset(_WORDS["empty"].split())
"""Words that are left out when two points are held against each other; when two quotations are, every word counts."""

NOT, TURNED = frozenset(_WORDS["not"].split()), frozenset(_WORDS["turned"].split())
"""Words that say of what they stand with that it is not so; and verbs that do, or say that it is no more."""

REFERRING = frozenset(_WORDS["referring"].split())
"""Words that stand for what was told before: *them*, *that he hasn't*."""

NUMBERS: dict[str, str] = {word: str(value) for value, word in enumerate(_WORDS["numbers"].split(), start=2)}

IRREGULAR: dict[str, str] = {form: base for base, forms in _WORDS["irregular"].items() for form in forms.split()}
"""The base of forms that a stemmer does not bring back to one stem."""

ALIKE: dict[str, str] = {word: group.split()[0] for group in _WORDS["alike"] for word in group.split()}
"""Words that reports put for one another, each by the first of its group."""
