"""What a person corrects, takes out or gives besides reports, followed by resolving what it touches."""

from collections.abc import Mapping
from pathlib import Path

from onrecord.analyse import ANALYSERS, analyser
from onrecord.errors import Malformed
from onrecord.flow.resolving import resolve_all
from onrecord.ledger import Ledger
from onrecord.resolve.parties import faults, read
from onrecord.settings import AnalysisSettings


def correct(ledger: Path | str, report: str, values: Mapping[str, str | None], by: str, because: str) -> bool:
    """Show other values for outlet, published, title, byline, agency or url of a report; whether anything changed.

    Where the day of publication changes, all days that are counted from it change too.
    """
    with Ledger.open(ledger) as open_ledger:
        id = open_ledger.view.id_of("report", report)
        changed = open_ledger.writer.correct(id, values, by, because)
        if changed and "published" in values:
            date_anew(open_ledger, id)
        resolve_all(open_ledger)
    return changed


def date_anew(ledger: Ledger, report: str) -> None:
    """Analyse a report again, for its dates are counted from the day of publication; an older analysis stays stale."""
    settled = ledger.view.settled(report)
    settings = AnalysisSettings(settled.analyser.partition(" ")[0])
    if settings.analyser not in ANALYSERS or settings.digest != settled.settings:
        return
    analyse = analyser(settings)
    if f"{analyse.name} {analyse.version}" == settled.analyser:
        ledger.writer.replace_analysis(analyse(ledger.view.report(report)))


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
    text = "" if path is None else given_text(Path(path))
    parties = read(text, str(path)) if path is not None else None
    with Ledger.open(ledger) as open_ledger:
        open_ledger.writer.parties(text, "" if path is None else str(path), by)
        resolve_all(open_ledger)
        return faults(parties, open_ledger.view.every_chain()) if parties else ()


def given_text(path: Path) -> str:
    """The text of a file that a user gives; ``Malformed`` where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Malformed(str(path), f"cannot be read ({error.strerror})", "check the path") from error
    except UnicodeDecodeError as error:
        raise Malformed(str(path), "not UTF-8", "save it as plain UTF-8") from error
