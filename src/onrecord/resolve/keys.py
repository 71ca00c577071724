"""What chains must share to be compared at all, so that one report more asks for few of the chains in the ledger."""

from collections.abc import Iterator

from onrecord.model.actor import Chain
from onrecord.model.terms import ActorType
from onrecord.resolve.forms import BodyName, Form, form
from onrecord.resolve.offices import Office, office
from onrecord.resolve.words import skeleton


def chain_keys(chain: Chain) -> frozenset[str]:
    """The keys of a chain's names and offices."""
    made = form(chain)
    return (form_keys(made) if made else frozenset()) | {held.key for held in offices(chain)}


def offices(chain: Chain) -> tuple[Office, ...]:
    """The offices that the report gives a person, or that a chain without a name is named by."""
    if chain.names and chain.type is not ActorType.PERSON:
        return ()
    wordings = (*chain.titles, *chain.nominals) if chain.names else chain.nominals
    return tuple(dict.fromkeys(held for wording in wordings if (held := office(wording.words))))


def form_keys(made: Form) -> frozenset[str]:
    """The keys of a form: the sound of last names, the words of bodies, acronyms, states."""
    lasts = {name.last for name in made.people} | set(made.singles)
    found = {f"n:{skeleton(last)}" for last in lasts} | {f"a:{letters}" for letters in made.acronyms}
    found |= {f"s:{iso}" for iso in (made.state, made.seat) if iso}
    if not made.state:
        for name in made.bodies:
            found |= set(_body(name))
    return frozenset(found)


def _body(name: BodyName) -> Iterator[str]:
    """The words of a body in no order, those without the first or the last of three or more, and its acronyms."""
    sounds = [skeleton(word) for word in name.core]
    for some in (sounds, sounds[1:], sounds[:-1]):
        if some is sounds or len(some) > 1:
            yield "b:" + " ".join(sorted(some))
    for letters in name.letters:
        yield f"a:{letters}"
