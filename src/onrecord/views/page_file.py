"""The page of a whole ledger, written to a file."""

from pathlib import Path

from onrecord.errors import UsageError
from onrecord.ledger import ActorFilter, Ledger
from onrecord.views.blame import found
from onrecord.views.compare import compared
from onrecord.views.figures import found as counting
from onrecord.views.figures import together
from onrecord.views.page import TITLE, render
from onrecord.views.timeline import events


def write_page(ledger: Path | str, path: Path | str, title: str = TITLE, share: bool = False) -> Path:
    """Write the page of everything in the ledger to ``path`` and return it; no half page is ever there.

    ``share`` writes the page that may be passed on: excerpts of at most 300 characters and no full text.
    """
    path = Path(path)
    with Ledger.open(ledger) as open_ledger:
        view = open_ledger.view
        reports = list(view.reports())
        texts = {report["id"]: view.text(report["id"]) for report in reports}
        statements, doubts = list(view.statements()), list(view.doubts())
        html = render(
            reports,
            texts,
            statements,
            doubts,
            title=title,
            share=share,
            refusals=view.refusals(),
            actors=view.actors(ActorFilter(speaks=True)),
            figures=list(view.figures()),
            events=events(view),
            series=together(view) or counting(view).shown,
            blame=found(view).edges,
            utterances=compared(view),
        )
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_text(html, encoding="utf-8", newline="")
        return draft.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); choose another place") from error
