"""What holds of resolving whatever the names are: blocks, order, constraints, speed."""

import random
import time
from dataclasses import replace

import pytest

from onrecord.model.actor import Chain, Constraint, Resolution
from onrecord.resolve.actors import keys, resolve
from onrecord.resolve.parties import read
from tests.resolve.making import chain
from tests.resolve.test_cases import CASES, given

FIRST = ("Lena", "Jorn", "Mira", "Tomas", "Ida", "Petra", "Karl", "Anton", "Vera", "Otto", "Sanna", "Bram", "Edda")
LAST = ("Fisk", "Sand", "Holt", "Brandt", "Lund", "Rede", "Orley", "Marwick", "Dunmore", "Krog", "Tarsi", "Velde")
BODIES = ("Harbour Committee", "Central Election Board", "Dawn Movement", "Sarvin Courier", "Rail Authority", "CEB")


def pile(reports: int, seed: int = 1) -> list[Chain]:
    """Chains of a pile of invented reports, about twenty named ones in each."""
    rng = random.Random(seed)
    made = []
    for number in range(reports):
        day = f"2031-{1 + number % 12:02}-{1 + number % 28:02}"
        for at in range(16):
            last = rng.choice(LAST) + rng.choice(("", "en", "ova", "berg", "stad", "mann"))
            name = f"{rng.choice(FIRST)} {last}; {last}" if rng.random() < 0.7 else last
            made.append(chain(f"r{number} {day} person | {name}", at))
        for at in range(4):
            made.append(chain(f"r{number} {day} organisation | {rng.choice(BODIES)} {rng.choice(LAST)}", 20 + at))
        made += [chain(f"r{number} {day} person 1 | | | a senior official {at}", 30 + at) for at in range(20)]
    return list({one.id: one for one in made}.values())


def blocks(chains: list[Chain]) -> list[list[Chain]]:
    """The chains in blocks that are closed under shared keys, as the ledger gives them."""
    owner = {one.id: one.id for one in chains}

    def find(id: str) -> str:
        while owner[id] != id:
            id = owner[id]
        return id

    first: dict[str, str] = {}
    for one in chains:
        for key in keys(one):
            owner[find(one.id)] = find(first.setdefault(key, one.id))
    found: dict[str, list[Chain]] = {}
    for one in chains:
        found.setdefault(find(one.id), []).append(one)
    return list(found.values())


def merged(parts: list[Resolution]) -> Resolution:
    return Resolution(
        tuple(sorted((a for part in parts for a in part.actors), key=lambda actor: actor.id)),
        tuple(sorted(link for part in parts for link in part.links)),
        tuple(sorted((p for part in parts for p in part.proposals), key=lambda p: (-p.score, p.a, p.b))),
        tuple(sorted(r for part in parts for r in part.related)),
    )


def test_block_by_block_is_the_same_as_all_at_once() -> None:
    chains = pile(60)
    parts = blocks(chains)
    assert len(parts) > 100
    assert merged([resolve(part) for part in parts]) == resolve(chains)


def test_the_chains_of_all_cases_together_resolve_the_same_in_any_order() -> None:
    chains = [
        replace(one, id=f"{folder.name} {one.id}", report=f"{folder.name} {one.report}")
        for folder in CASES
        for one in given(folder)[0]
    ]
    expected = resolve(chains)
    random.Random(3).shuffle(chains)
    assert resolve(chains) == expected
    assert merged([resolve(part) for part in blocks(chains)]) == expected


def test_every_chain_with_words_is_in_one_actor_and_pronouns_alone_in_none() -> None:
    chains = [*pile(20), chain("r99 - person | | |")]
    actors = resolve(chains).actors
    assert sorted(id for actor in actors for id in actor.chains) == sorted(one.id for one in chains[:-1])
    assert all(actor.id == actor.chains[0] for actor in actors)


def test_an_actor_is_held_together_by_one_link_less_than_chains() -> None:
    found = resolve(pile(60))
    assert len(found.links) == sum(len(actor.chains) - 1 for actor in found.actors)
    assert all(link.a < link.b and link.reason and 0 < link.score <= 1 for link in found.links)


def test_proposals_lie_below_what_is_joined_and_name_two_actors() -> None:
    found = resolve(pile(60))
    ids = {actor.id for actor in found.actors}
    assert found.proposals
    assert all(p.a < p.b and {p.a, p.b} <= ids and 0.5 <= p.score < 0.8 for p in found.proposals)


def test_a_last_name_alone_goes_with_whom_nearly_all_reports_of_a_large_pile_mean() -> None:
    usual = [chain(f"courier-{n} 2031-04-01 person | Lena Fisk") for n in range(20)]
    other = [chain(f"standard-{n} 2031-04-01 person | Karl Fisk") for n in range(2)]
    alone = chain("gazette-1 2031-04-03 person | Fisk")
    (whose,) = [actor.name for actor in resolve([*usual, *other, alone]).actors if alone.id in actor.chains]
    assert whose == "Lena Fisk"


def test_a_last_name_alone_goes_with_nobody_where_two_are_named_often() -> None:
    usual = [chain(f"courier-{n} 2031-04-01 person | Lena Fisk") for n in range(20)]
    other = [chain(f"standard-{n} 2031-04-01 person | Karl Fisk") for n in range(6)]
    alone = chain("gazette-1 2031-04-03 person | Fisk")
    (whose,) = [actor.name for actor in resolve([*usual, *other, alone]).actors if alone.id in actor.chains]
    assert whose == "Fisk"


def test_a_word_for_the_people_of_a_state_is_no_spelling_of_it_however_long_its_ending() -> None:
    for state, people in (("Ardvania", "Ardvanian"), ("Torvela", "Torvelan"), ("Bravia", "Bravian")):
        found = resolve([chain(f"courier-1 2031-04-01 state | {state}"), chain(f"standard-1 2031-04-02 - | {people}")])
        assert len(found.actors) == 2


def test_the_later_decision_wins() -> None:
    a, b = chain("courier-1 2031-04-01 person | Lena Fisk"), chain("standard-1 2031-04-02 person | Lena Fisk")
    groups = ((a.id,), (b.id,))
    apart, same = Constraint("apart", groups, decision=1), Constraint("same", groups, decision=2)
    assert len(resolve([a, b], [apart, same]).actors) == 1
    assert len(resolve([a, b], [apart._replace(decision=3), same]).actors) == 2


def test_a_new_report_goes_with_one_of_the_names_that_a_person_joined() -> None:
    a, b = chain("courier-1 2031-04-01 person | Karl Holt"), chain("standard-1 2031-04-02 person | Anton Rede")
    new = chain("gazette-1 2031-04-03 person | Karl Holt")
    same = Constraint("same", ((a.id,), (b.id,)), decision=1)
    assert [actor.chains for actor in resolve([a, b, new], [same]).actors] == [(a.id, b.id, new.id)]


def test_a_person_wins_over_the_file_of_parties() -> None:
    parties = read('[[party]]\nname = "Torvela"\naliases = ["Dawn Movement"]\n', "parties.toml")
    a = chain("courier-1 2031-04-01 organisation | Dawn Movement")
    b = chain("standard-1 2031-04-02 state | Torvela")
    assert len(resolve([a, b], (), parties).actors) == 1
    assert len(resolve([a, b], [Constraint("apart", ((a.id,), (b.id,)), decision=1)], parties).actors) == 2


@pytest.mark.slow
def test_two_thousand_reports_take_seconds_and_one_more_less_than_one() -> None:
    chains = pile(2000)
    start = time.process_time()
    resolve(chains)
    assert time.process_time() - start < 15
    new = [one for one in chains if one.report == "r7"]
    wanted = {key for one in new for key in keys(one)}
    touched = [part for part in blocks(chains) if wanted & {key for one in part for key in keys(one)}]
    start = time.process_time()
    for part in touched:
        resolve(part)
    assert len(chains) > 70_000
    assert time.process_time() - start < 1
