"""A small way of resolving: chains of one name are one actor, unless a person says otherwise."""

from collections.abc import Sequence

from onrecord.ledger import Keyed, Ledger
from onrecord.model.actor import Actor, Chain, Constraint, Link, Proposal, Related, Resolution, Wording
from onrecord.model.analysis import Analysis
from onrecord.model.terms import Form
from tests.ledger.making import Made, analysis, capture_and_report, mention, span, statement

LABEL = "names 1"


def news(words: str, *names: str, outlet: str | None = "Post", **header: object) -> Made:
    """A report that names these people; the first of them says something."""
    text = f"{words}. Then {names[0]} said “it rains here”. " + " ".join(f"{name} was there." for name in names[1:])
    capture, report = capture_and_report(text, outlet, f"{words}.txt", **header)
    mentions = tuple(mention(report, name, name=name, name_span=span(text, name), gender="f") for name in names)
    said = statement(report, names[0], "said", "“it rains here”", speaker_chain=mentions[0].id)
    return capture, report, analysis(report, said, mentions=mentions)


def chained(report: str, outlet: str | None, published: str | None, found: Analysis) -> list[Keyed]:
    made = [
        Chain(
            m.chain,
            report,
            outlet,
            published,
            m.span.start,
            m.type,
            m.name,
            names=(Wording(m.name, m.span, 1),) if m.name and m.form is Form.NAME else (),
            mentions=1,
            statements=sum(s.speaker_chain == m.chain for s in found.statements),
        )
        for m in found.mentions
    ]
    return [Keyed(chain, {word.lower() for word in (chain.name or "").split()}) for chain in made]


def resolved(chains: Sequence[Chain], constraints: Sequence[Constraint]) -> Resolution:
    by_id = {chain.id: chain for chain in chains}
    apart = [c for c in constraints if c.kind == "apart"]
    joined = [{id for group in c.groups for id in group} for c in constraints if c.kind == "same"]
    groups: list[set[str]] = []
    for chain in sorted(chains, key=lambda chain: chain.age):
        mine = {chain.id} | {id for j in joined if chain.id in j for id in j if id in by_id}
        for group in list(groups):
            if any(_same(by_id[a], by_id[b], apart) for a in group for b in mine) or group & mine:
                mine |= group
                groups.remove(group)
        groups.append(mine)
    actors = [_actor([by_id[id] for id in group], constraints) for group in groups]
    links = [Link(*sorted((one.chains[0], chain)), 0.9, "the same name") for one in actors for chain in one.chains[1:]]
    pairs = [(a, b) for a in actors for b in actors if a.id < b.id and set(a.name.split()) & set(b.name.split())]
    return Resolution(
        tuple(actors),
        tuple(links),
        tuple(Proposal("actor", a.id, b.id, 0.6, "share a word of their names") for a, b in pairs),
        tuple(Related(a.id, b.id, "of one house") for a, b in pairs),
        tuple((c.decision, "bear one name") for c in apart),
    )


def _same(one: Chain, other: Chain, apart: Sequence[Constraint]) -> bool:
    sides = [[i for i, group in enumerate(c.groups) if chain.id in group] for c in apart for chain in (one, other)]
    return one.name == other.name and not any(a and b and a != b for a, b in zip(sides[::2], sides[1::2], strict=True))


def _actor(chains: list[Chain], constraints: Sequence[Constraint]) -> Actor:
    chains.sort(key=lambda chain: chain.age)
    mine = {chain.id for chain in chains}
    given = [c.value for c in constraints if c.kind == "name" and mine & set(c.groups[0])]
    ids = [tuple(c.value.split(":", 1)) for c in constraints if c.kind == "identify" and mine & set(c.groups[0])]
    name = given[-1] if given else chains[0].name or "?"
    return Actor(
        chains[0].id,
        name,
        chains[0].type,
        tuple(sorted(mine)),
        tuple(dict.fromkeys(chain.name or "?" for chain in chains)),
        "person" if given else "machine",
        tuple(ids),  # type: ignore[arg-type]
    )


def resolve(ledger: Ledger, label: str = LABEL) -> int:
    """Chain and resolve all that is pending; how many blocks were written."""
    for id in ledger.view.unchained(label):
        row, found = ledger.view.report_row(id), ledger.view.analysis(id)
        keyed = chained(id, row["outlet"], row["published"]["start"], found)
        ledger.writer.chain(id, ledger.view.settled(id).digest, label, keyed)
    blocks = 0
    while block := ledger.view.touched():
        blocks += ledger.writer.resolve(block, resolved(block.chains, block.constraints))
    ledger.writer.settle()
    return blocks
