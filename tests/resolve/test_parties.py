"""A file of parties is read whole or refused whole; every message names the file and the next step."""

import pytest

from onrecord.errors import Malformed
from onrecord.resolve.parties import faults, read
from tests.resolve.making import chain

FILE = """
[[party]]
name = "Torvela"
type = "state"
aliases = ["Torvelan government", { words = "Provisional Council", from = 2031-01-01, until = 2031-12-31 }]
metonyms = ["Port Amsel"]
ids = { wikidata = "Q0" }

[[party.members]]
name = "Lena Fisk"
titles = ["foreign minister"]
until = 2031-05-01

[[party.spokespeople]]
name = "Mira Holt"
"""


def refused(text: str) -> list[str]:
    with pytest.raises(Malformed) as error:
        read(text, "parties.toml")
    return str(error.value).splitlines()


def test_a_file_becomes_parties_members_and_spokespeople() -> None:
    (party,) = read(FILE, "parties.toml").parties
    assert (party.name, party.type, party.ids) == ("Torvela", "state", (("wikidata", "Q0"),))
    assert party.aliases[1].term == ("2031-01-01", "2031-12-31")
    assert [(m.name, m.speaks, m.term.end) for m in party.members] == [
        ("Lena Fisk", False, "2031-05-01"),
        ("Mira Holt", True, None),
    ]


def test_the_digest_is_of_what_the_file_says() -> None:
    first = read(FILE, "parties.toml")
    assert read(f"# a comment\n{FILE}", "other.toml").digest == first.digest
    assert read(FILE.replace("Q0", "Q1"), "parties.toml").digest != first.digest


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("party = 1", "parties.toml: the file: party is no list of tables; begin each with [[party]]"),
        ("", "parties.toml: no party in it; begin one with [[party]] and name = …"),
        ("[[party]]\nname = 1", 'parties.toml: party 1: no name; write name = "…"'),
        ("[[party]]\nname = 'A'\ncolour = 'red'", "parties.toml: party A: unknown key colour; use name, type, "),
        ("[[party]]\nname = 'A'\ntype = 'side'", "parties.toml: party A: type 'side'; write one of person, "),
        ("[[party]]\nname = 'A'\naliases = [7]", "parties.toml: party A: aliases holds something that is no name; "),
        (
            "[[party]]\nname = 'A'\n[[party.members]]\nname = 'B C'\nfrom = 'soon'",
            "parties.toml: party A, B C: from = 'soon' is no day; write from = 2031-04-09",
        ),
        (
            "[[party]]\nname = 'A'\n[[party.members]]\nname = 'B C'\nfrom = 2031-02-01\nuntil = 2031-01-01",
            "parties.toml: party A, B C: from 2031-02-01 is after until 2031-01-01; exchange or correct them",
        ),
        (
            "[[party]]\nname = 'A'\naliases = ['the Council']\n[[party]]\nname = 'B'\naliases = ['Council']",
            "parties.toml: the Council is claimed by A and by B; take it from one of them, or give both from and until",
        ),
    ],
)
def test_what_is_wrong_is_said_with_the_next_step(text: str, says: str) -> None:
    assert refused(text)[0].startswith(says)


def test_all_faults_are_said_at_once() -> None:
    lines = refused("[[party]]\nname = 'A'\ncolour = 'red'\ntype = 'side'\n[[party]]\nnote = 'x'")
    assert len(lines) == 3
    assert all(line.startswith("parties.toml: ") for line in lines)


def test_broken_toml_names_the_line() -> None:
    assert "at line 2" in refused("[[party]]\nname = Torvela\n")[0]


def test_one_alias_of_two_at_different_times_is_no_fault() -> None:
    text = "[[party]]\nname = 'A'\naliases = [{ words = 'Council', until = 2031-01-01 }]\n"
    text += "[[party]]\nname = 'B'\naliases = [{ words = 'Council', from = 2031-01-02 }]"
    assert len(read(text, "parties.toml").parties) == 2


def test_names_that_no_report_has_are_listed() -> None:
    parties = read(FILE, "parties.toml")
    seen = [chain("courier-1 2031-04-01 state | Torvela"), chain("courier-1 2031-04-01 person | Lena Fisk")]
    assert faults(parties, seen) == tuple(
        f"parties.toml: {name} does not occur in the reports; check its spelling or leave it"
        for name in (
            "Torvelan government (Torvela)",
            "Provisional Council (Torvela)",
            "Mira Holt (Mira Holt of Torvela)",
            "Port Amsel (for Torvela)",
        )
    )


def test_an_office_that_two_hold_at_once_is_listed() -> None:
    minister = '[[party.members]]\nname = "{}"\ntitles = ["minister"]\n{}\n'
    text = '[[party]]\nname = "Torvela"\n' + minister.format("Lena Fisk", "until = 2031-05-01")
    seen = [chain(f"courier-1 2031-04-01 - | {name}") for name in ("Torvela", "Lena Fisk", "Jorn Sand")]
    at_once, after = (text + minister.format("Jorn Sand", f"from = {day}") for day in ("2031-05-01", "2031-05-02"))
    assert faults(read(after, "parties.toml"), seen) == ()
    assert faults(read(at_once, "parties.toml"), seen) == (
        "parties.toml: Torvela, minister: held by Lena Fisk and by Jorn Sand at one time; "
        "give from and until, or leave it where both do hold it",
    )
