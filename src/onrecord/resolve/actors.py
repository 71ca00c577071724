"""Who is who over all reports: chains in, actors out, with every link's reason and what is left for a person to decide.

``resolve`` is a function of the set of chains, constraints and parties: no order of adding, and no cutting of the
chains into blocks, changes what comes out. Constrained agglomeration: pairs by how they are named (``pairs``), the
surest first, never against a contradiction (``clusters``); a name that several actors could bear joins none of them.
"""

from collections.abc import Mapping, Sequence

from onrecord.model.actor import Actor, Chain, Constraint, Resolution
from onrecord.model.party import Parties
from onrecord.resolve import naming
from onrecord.resolve.applied import Applied, Register, register
from onrecord.resolve.decided import decided
from onrecord.resolve.joined import join
from onrecord.resolve.keys import chain_keys
from onrecord.resolve.nodes import age
from onrecord.resolve.questions import disagreements, proposals, related

RESOLVER = "actors 5"
"""Name and version: when it changes, everything is resolved anew."""


def keys(chain: Chain, parties: Parties | None = None) -> frozenset[str]:
    """What a chain must share with another for the two to be compared; a chain without a key stands alone."""
    return chain_keys(chain) | (register(parties).keys(chain) if parties else frozenset())


def resolve(
    chains: Sequence[Chain], constraints: Sequence[Constraint] = (), parties: Parties | None = None
) -> Resolution:
    """The actors of whole blocks of chains: blocks closed under shared keys and under the groups of ``same``."""
    ordered = tuple(sorted((chain for chain in chains if chain.names or chain.nominals or chain.name), key=age))
    known = register(parties) if parties else None
    applied = {chain.id: known.apply(chain) for chain in ordered} if known else {}
    joined = join(ordered, decided([chain.id for chain in ordered], constraints, applied), applied)
    actors = [_actor(cluster, constraints, known, applied) for cluster in joined.clusters()]
    owner = {chain: actor.id for actor in actors for chain in actor.chains}
    return Resolution(
        tuple(sorted(actors, key=lambda actor: actor.id)),
        joined.links(),
        proposals(joined, owner),
        related(joined, owner),
        disagreements(ordered, constraints),
    )


def _actor(
    cluster: Sequence[Chain],
    constraints: Sequence[Constraint],
    known: Register | None,
    applied: Mapping[str, Applied],
) -> Actor:
    chains = sorted(cluster, key=age)
    mine = {chain.id for chain in chains}
    labels = sorted({found.label for c in chains if (found := applied.get(c.id)) and found.label})
    notes = {found.note for c in chains if (found := applied.get(c.id)) and found.note}
    printed = naming.names(chains)
    kind = (known.type(labels) if known else None) or naming.kind(chains)
    given = [(c.decision, c.value) for c in constraints if c.kind == "name" and mine & set(c.groups[0])]
    if given:
        name, named_by = max(given)[1], "person"
    elif labels:
        name, named_by = labels[0].name, "parties"
    else:
        name, named_by = naming.best(chains, kind), "machine"
    ids = dict(naming.public_ids(chains)) | dict(known.ids(labels) if known else ())
    for _, value in sorted(
        (c.decision, c.value) for c in constraints if c.kind == "identify" and mine & set(c.groups[0])
    ):
        scheme, _, number = value.partition(":")
        ids[scheme] = number
    return Actor(
        chains[0].id,
        name,
        kind,
        tuple(chain.id for chain in chains),
        printed,
        named_by,
        tuple(sorted(ids.items())),
        (*(known.notes(labels) if known else ()), *sorted(notes)),
        known.memberships(labels) if known else (),
    )
