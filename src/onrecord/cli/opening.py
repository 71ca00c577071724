"""The command that opens the reader in the browser."""

import socket
from pathlib import Path

import click

from onrecord.cli.app import with_ledger


@click.command()
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to listen on.  [default: 8765, or a free one]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; elsewhere asks for --token.")
@click.option("--token", envvar="ONRECORD_TOKEN", show_envvar=True, help="What a browser must show to read.")
@with_ledger
def open(ledger: Path, no_browser: bool, port: int | None, host: str, token: str | None) -> None:
    """Read the ledger in the browser, served by this machine to itself alone; Ctrl-C ends it."""
    from onrecord.web.access import Access
    from onrecord.web.serving import serve

    access = Access(host, token, names=(socket.gethostname().lower(),))
    serve(ledger, access, port, browse=not no_browser, say=_say)


def _say(address: str) -> None:
    click.echo(f"Reading at {address}")
    click.echo("Ctrl-C ends it.", err=True)
