"""What chains must share to be compared at all, so that one report more asks for few of the chains in the ledger."""

from collections.abc import Iterator

from onrecord.model.actor import Chain
from onrecord.model.terms import ActorType
from onrecord.resolve.forms import BodyName, Form, form
from onrecord.resolve.offices import Office, office
from onrecord.resolve.words import SPELT, skeleton


def chain_keys(chain: Chain) -> frozenset[str]:
    """The keys of a chain's names and offices."""
    made = form(chain)
    return (form_keys(made) if made else frozenset()) | {held.key for held in offices(chain)}


def offices(chain: Chain) -> tuple[Office, ...]:
    """The offices that the report gives a person, or that one person without a name is named by."""
    if chain.type not in ((ActorType.PERSON,) if chain.names else (ActorType.PERSON, None)) or chain.number == "p":
        return ()
    wordings = (*chain.titles, *chain.nominals) if chain.names else chain.nominals
    return tuple(dict.fromkeys(held for wording in wordings if (held := office(wording.words))))


def form_keys(made: Form) -> frozenset[str]:
    """The keys of a form: the sound of last names, the words of bodies, acronyms, states."""
    lasts = {name.last for name in made.people} | set(made.singles)
    found = {f"n:{_sound(last)}" for last in lasts} | {f"a:{letters}" for letters in made.acronyms}
    found |= {"b:" + " ".join(sorted(_sound(word) for word in (*name.given, name.last))) for name in made.people}
    found |= {f"s:{iso}" for iso in (made.state, made.seat) if iso}
    if not made.state:
        for name in made.bodies:
            found |= set(_body(name))
    return frozenset(found)


def _body(name: BodyName) -> Iterator[str]:
    """The words of a body in no order, those without the first or the last of three or more, and its acronyms.

    Acronyms of two letters are keys only of chains that are named by them: too many bodies begin with the same two.
    """
    sounds = [_sound(word) for word in name.core]
    for some in (sounds, sounds[1:], sounds[:-1]):
        if some is sounds or len(some) > 1:
            yield "b:" + " ".join(sorted(some))
    for letters in name.letters:
        if len(letters) > 2:
            yield f"a:{letters}"


def _sound(word: str) -> str:
    """What all spellings of a word share that ``variant`` takes for one; of short words the word."""
    return skeleton(word) if len(word) >= SPELT and len(skeleton(word)) > 1 else f"={word}"
