"""What a person corrects, takes out or gives besides reports, followed by resolving what it touches."""

from collections.abc import Mapping
from pathlib import Path

from onrecord.errors import Malformed
from onrecord.flow.resolving import resolve_all
from onrecord.ledger import Ledger
from onrecord.resolve.parties import faults, read


def correct(ledger: Path | str, report: str, values: Mapping[str, str | None], by: str, because: str) -> bool:
    """Show other values for outlet, published, title, byline, agency or url of a report; whether anything changed."""
    with Ledger.open(ledger) as open_ledger:
        changed = open_ledger.writer.correct(open_ledger.view.id_of("report", report), values, by, because)
        resolve_all(open_ledger)
    return changed


def remove(ledger: Path | str, report: str, by: str, because: str) -> None:
    """Take a report out with everything found in it."""
    with Ledger.open(ledger) as open_ledger:
        open_ledger.writer.remove(open_ledger.view.id_of("report", report), by, because)
        resolve_all(open_ledger)


def restore(ledger: Path | str, report: str, by: str, because: str) -> None:
    """Let a removed report (whole id) be added again."""
    with Ledger.open(ledger) as open_ledger:
        open_ledger.writer.restore(report, by, because)


def use_parties(ledger: Path | str, path: Path | str | None, by: str) -> tuple[str, ...]:
    """Take a file of parties as the one in force, None for no file; what a person should look at in it.

    Raises ``Malformed`` with everything that is wrong with the file, and leaves the one in force.
    """
    text = "" if path is None else _text(Path(path))
    parties = read(text, str(path)) if path is not None else None
    with Ledger.open(ledger) as open_ledger:
        open_ledger.writer.parties(text, "" if path is None else str(path), by)
        resolve_all(open_ledger)
        return faults(parties, open_ledger.view.every_chain()) if parties else ()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Malformed(str(path), f"cannot be read ({error.strerror})", "check the path") from error
    except UnicodeDecodeError as error:
        raise Malformed(str(path), "not UTF-8", "save it as plain UTF-8") from error
