"""The reference pages name everything that the code has, and nothing else."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import get_type_hints

import click
import pytest

import onrecord
from onrecord.cli import app
from onrecord.export import FORMATS
from onrecord.export.tables import COLUMNS
from onrecord.ledger import (
    ActorFilter,
    FigureFilter,
    LabelFilter,
    Ledger,
    PositionFilter,
    RelationFilter,
    ReportFilter,
    SpanRow,
    StatementFilter,
    TimeFilter,
)
from onrecord.ledger.connection import APPLICATION
from onrecord.model import rows, terms, utterance_rows, version_rows, wording_rows
from onrecord.model.fields import ALIASES
from onrecord.model.offsets import RunKind
from onrecord.model.report import METADATA_ORIGINS
from onrecord.read.carriers import CARRIERS
from onrecord.read.objects import ARRAY_OF
from onrecord.settings import Limits

REFERENCE = Path(__file__).parents[2] / "docs/reference"
EVERYWHERE = {"--ledger", "--format"}
"""Options that the page of commands describes once, for all commands that have them."""
LISTS: Mapping[str, type[StrEnum]] = {
    "mode": terms.Mode,
    "act": terms.Act,
    "zone": terms.ZoneKind,
    "band": terms.Band,
    "status": terms.Status,
    "nameless": terms.Nameless,
    "method": terms.DateMethod,
    "genre": terms.Genre,
    "disposition": terms.Disposition,
    "form": terms.Form,
    "actor type": terms.ActorType,
    "hedge": terms.Hedge,
    "counting": terms.Counting,
    "time type": terms.TimeType,
    "anchor": terms.Anchor,
    "happening": terms.Happening,
    "kind of relation": terms.RelationKind,
    "strength": terms.Strength,
    "voice": terms.Voice,
    "kind of position": terms.PositionKind,
    "kind of label": terms.LabelKind,
    "rendering": terms.Rendering,
    "coverage": terms.Coverage,
}


def table(page: str, marker: str) -> list[list[str]]:
    """The cells of the table that stands under ``<!-- marker -->``, without its header; none where there is none."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    found = re.search(rf"^<!-- {marker} -->\n((?:\|.*\|\n)+)", text, re.M)
    lines = found[1].splitlines()[2:] if found else []
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def names(cells: Iterable[str]) -> list[str]:
    """Everything that stands in backticks in the cells, in order."""
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def named(page: str, marker: str) -> list[str]:
    """What the first column of a table names."""
    return names(row[0] for row in table(page, marker))


def test_the_kinds_of_files_are_those_that_are_read() -> None:
    assert named("inputs.md", "kinds of files") == list(CARRIERS)


def test_the_fields_and_their_other_names_are_those_that_are_read() -> None:
    described = {names([row[0]])[0]: tuple(names(row[:2])) for row in table("inputs.md", "fields")}
    assert described == ALIASES


def test_metadata_is_described_from_the_strongest_origin_down() -> None:
    assert tuple(named("inputs.md", "origins of metadata")) == METADATA_ORIGINS


def test_the_limits_are_those_that_hold() -> None:
    described = [int(re.sub(r"\D", "", row[1].replace("UTF-8", ""))) for row in table("inputs.md", "limits")]
    assert described == [Limits().report, Limits().file, Limits().report * ARRAY_OF]


@pytest.mark.parametrize(
    ("marker", "row"),
    [
        ("reports", rows.ReportRow),
        ("published", rows.PublishedRow),
        ("statements", rows.StatementRow),
        ("mentions", rows.MentionRow),
        ("figures", rows.FigureRow),
        ("times", rows.TimeRow),
        ("relations", rows.RelationRow),
        ("blame", rows.BlameRow),
        ("positions", rows.PositionRow),
        ("held", rows.HeldRow),
        ("pairs of positions", rows.PositionPairRow),
        ("labels", rows.LabelRow),
        ("actors", rows.ActorRow),
        ("words of an actor", rows.WordingRow),
        ("proposals", rows.ProposalRow),
        ("utterances", utterance_rows.UtteranceRow),
        ("versions", utterance_rows.UtteranceMemberRow),
        ("changes", utterance_rows.ChangeRow),
        ("pairs of statements", utterance_rows.UtteranceProposalRow),
        ("wording", wording_rows.ChoiceRow),
        ("concordance", wording_rows.UseRow),
        ("conflicts", wording_rows.ConflictRow),
        ("sides of a conflict", wording_rows.SideRow),
        ("changes between versions", version_rows.VersionChangeRow),
        ("versions of a change", version_rows.VersionSideRow),
        ("doubts", rows.DoubtRow),
        ("spans", SpanRow),
    ],
)
def test_every_field_of_a_row_is_described(marker: str, row: type) -> None:
    described = set(named("formats.md", marker)) - ({"published"} if marker == "published" else set())
    assert described == set(get_type_hints(row))


def test_the_columns_of_an_export_are_described() -> None:
    described = {names([row[0]])[0]: tuple(names([row[1]])) for row in table("formats.md", "columns")}
    assert described == dict(COLUMNS)


def test_the_closed_lists_are_closed() -> None:
    described = {names([row[0]])[0]: names([row[1]]) for row in table("formats.md", "closed lists")}
    assert described == {field: [str(term) for term in terms] for field, terms in LISTS.items()}


def test_every_act_has_an_example() -> None:
    assert named("speech-acts.md", "acts") == [str(act) for act in terms.Act]
    assert all("**" in row[2] for row in table("speech-acts.md", "acts"))


def command(name: str) -> click.Command:
    found = app.application.get_command(click.Context(app.application), name)
    assert found is not None
    return found


def options(name: str) -> set[str]:
    """The options of a command, but for help."""
    return {
        word
        for parameter in command(name).params
        if isinstance(parameter, click.Option)
        for word in (*parameter.opts, *parameter.secondary_opts)
    }


def test_every_command_has_a_section() -> None:
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^### (\w+)$", page, re.M)) == sorted(app.COMMANDS)


@pytest.mark.parametrize("name", app.COMMANDS)
def test_every_option_of_a_command_is_described(name: str) -> None:
    own = options(name) - (EVERYWHERE - ({"--format"} if name == "export" else set()))
    assert {word for word in named("commands.md", name) if word.startswith("--")} == own


def test_every_command_about_actors_is_described() -> None:
    group = command("actors")
    assert isinstance(group, click.Group)
    described = [names([row[0]])[0].split()[1] for row in table("commands.md", "actors commands")]
    assert sorted(described) == sorted(group.commands)


def test_the_exit_statuses_are_those_of_the_commands() -> None:
    described = [int(row[0]) for row in table("commands.md", "exit statuses")]
    assert described == [app.DONE, app.FAILED, app.USAGE, app.PARTLY]


def test_all_commands_but_one_take_a_ledger() -> None:
    assert [name for name in app.COMMANDS if "--ledger" not in options(name)] == ["demo"]


@pytest.mark.parametrize("page", ["commands.md", "formats.md"])
def test_every_format_of_an_export_is_named(page: str) -> None:
    text = (REFERENCE / page).read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in text] == []


def test_every_function_of_the_package_is_described() -> None:
    described = {name.partition("(")[0] for name in named("python.md", "functions")}
    assert described == set(onrecord.__all__) - {"OnrecordError"}


def test_every_filter_of_the_package_is_described() -> None:
    described = {names([row[0]])[0]: names([row[1]]) for row in table("python.md", "filters")}
    filters = {
        "reports": ReportFilter,
        "statements": StatementFilter,
        "actors": ActorFilter,
        "figures": FigureFilter,
        "times": TimeFilter,
        "relations": RelationFilter,
        "positions": PositionFilter,
        "labels": LabelFilter,
    }
    assert described == {name: [field.name for field in fields(kind)] for name, kind in filters.items()}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A new ledger, as any program sees it."""
    with Ledger.open(tmp_path / "new.db", create=True):
        pass
    connection = sqlite3.connect(tmp_path / "new.db")
    yield connection
    connection.close()


@pytest.mark.parametrize("kind", ["table", "view"])
def test_every_table_and_view_is_described_with_its_columns(kind: str, ledger: sqlite3.Connection) -> None:
    described = {names([row[0]])[0]: names([row[2]]) for row in table("ledger.md", f"{kind}s")}
    same = {name: columns or described["all_statements"] for name, columns in described.items()}
    things = "SELECT name FROM sqlite_master WHERE type = ? AND name NOT GLOB '*_search*' AND name NOT GLOB 'sqlite_*'"
    found = [name for (name,) in ledger.execute(things, (kind,))]
    assert same == {name: [row[1] for row in ledger.execute(f"PRAGMA table_info({name})")] for name in found}


def test_the_schema_that_is_described_is_the_newest(ledger: sqlite3.Connection) -> None:
    page = (REFERENCE / "ledger.md").read_text(encoding="utf-8")
    assert f"version {ledger.execute('PRAGMA user_version').fetchone()[0]}." in page
    assert f"0x{APPLICATION:X} " in page


def test_every_kind_of_run_is_described() -> None:
    assert named("ledger.md", "kinds of runs") == [str(kind) for kind in RunKind]
