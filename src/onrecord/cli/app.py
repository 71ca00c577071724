"""The `onrecord` command: the options that every subcommand takes, and how errors reach people."""

import io
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.cli.output import FORMATS
from onrecord.errors import OnrecordError, UsageError

DONE, FAILED, USAGE, PARTLY = 0, 1, 2, 3

COMMANDS = {
    "add": "adding",
    "open": "opening",
    "analyse": "adding",
    "demo": "adding",
    "reports": "questions",
    "copies": "copies",
    "versions": "versions",
    "statements": "questions",
    "actors": "actors",
    "figures": "dated",
    "timeline": "dated",
    "blame": "across",
    "compare": "comparing",
    "wording": "wording",
    "conflicts": "conflicts",
    "positions": "positions",
    "topics": "positions",
    "coverage": "coverage",
    "doubts": "questions",
    "search": "questions",
    "ask": "asking",
    "info": "questions",
    "decisions": "reviewing",
    "show": "entries",
    "explain": "entries",
    "cite": "entries",
    "text": "entries",
    "review": "reviewing",
    "confirm": "reviewing",
    "reject": "reviewing",
    "edit": "reviewing",
    "missed": "reviewing",
    "join": "reviewing",
    "part": "reviewing",
    "undo": "reviewing",
    "correct": "keeping",
    "remove": "keeping",
    "verify": "keeping",
    "export": "writing",
    "page": "writing",
}

Command = TypeVar("Command", bound=Callable[..., Any])


class Commands(click.Group):
    """The subcommands, each imported when it is asked for, so that help and usage errors are quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        found = getattr(import_module(f"onrecord.cli.{COMMANDS[cmd_name]}"), cmd_name)
        return refusing_empty(found) if isinstance(found, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; where its reader has gone (`| head`), end without a word, as done."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(DONE) from None


class Given(click.types.StringParamType):
    """Words that are not empty: what a variable left empty stands for is never "all"."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The words; ``UsageError`` where there are none."""
        words = super().convert(value, param, ctx)
        if isinstance(words, str) and not words.strip():
            usual = f"; give a value{', or leave it out' * (param is None or not param.required)}"
            raise UsageError(f"{_name(param, ctx)}: empty{usual}")
        return words


def _name(param: click.Parameter | None, ctx: click.Context | None) -> str:
    """What help calls an argument or option."""
    if param is None or ctx is None:
        return "value"
    return param.opts[0] if isinstance(param, click.Option) else param.make_metavar(ctx).strip("[].…")


def refusing_empty(command: click.Command) -> click.Command:
    """The command, refusing empty arguments, and empty options where it asks; a correction may be to nothing."""
    asks = any(param.name == "form" for param in command.params)
    for param in command.params:
        taken = isinstance(param, click.Argument) or (asks and param.name not in ("by", "because"))
        if taken and type(param.type) is click.types.StringParamType:
            param.type = Given()
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        refusing_empty(inner)
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="onrecord")
def application() -> None:
    """Keeps the record of a contested story: who said what, through which outlet, with the exact characters.

    Add reports, then ask: `onrecord add FOLDER`, `onrecord statements`, `onrecord page`.
    """


def with_ledger(command: Command) -> Command:
    """Give a command the option that names the ledger file."""
    return click.option(
        "--ledger",
        type=click.Path(dir_okay=False, path_type=Path),
        default=Path("onrecord.db"),
        envvar="ONRECORD_LEDGER",
        show_default=True,
        show_envvar=True,
        help="The file that the record is kept in.",
    )(command)


def with_format(command: Command) -> Command:
    """Give a command the option that chooses how its answer is printed."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print."
    )(command)


def main() -> None:
    """Run the command line; errors that onrecord raises on purpose are one line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        application(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except click.Abort:
        click.echo("Stopped. What was finished is kept; run the same command again to go on.", err=True)
        sys.exit(PARTLY)
    except UsageError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(USAGE)
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(FAILED)
    except UnicodeEncodeError as error:
        click.echo(f"onrecord: {error.object!r} is not UTF-8; write it again", err=True)
        sys.exit(USAGE)
    except OSError as error:
        subject = error.filename or "the answer"
        click.echo(f"onrecord: {subject}: cannot be written or read ({error.strerror}); check the place", err=True)
        sys.exit(FAILED)
