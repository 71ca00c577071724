"""The command line: actions are verbs, questions are the noun asked for."""

from onrecord.cli.app import main

__all__ = ["main"]
