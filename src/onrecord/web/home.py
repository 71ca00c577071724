"""The first page: the story at a glance, what came since the last visit, and plain ways into every view."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import ReportFilter, View
from onrecord.ledger.lists import outlets_by_day, overview, rows
from onrecord.model.rows import ReportRow
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.reading import reader_of
from onrecord.web.writing import YEAR

MOST_COLUMNS, MOST_OUTLETS, MOST_NEW, TINTS = 14, 40, 8, 4
LENGTHS = {"day": 10, "month": 7, "year": 4}
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Reports by outlet and time: ``unit`` is day, month or year, ``cells`` counts by outlet and column.

    Columns are those in which there are reports, the oldest first; earlier ones are left out where they are many, and
    counted in ``before``. ``most`` is the largest count of a cell.
    """

    unit: str
    columns: tuple[str, ...]
    outlets: tuple[str | None, ...]
    cells: Mapping[tuple[str | None, str], int]
    most: int
    before: int
    left_out: int

    def tint(self, outlet: str | None, column: str) -> int:
        """How dark the ground of a cell is, in four steps; its number says the same."""
        count = self.cells.get((outlet, column), 0)
        return -(-TINTS * count // self.most) if count else 0


@router.get("/", include_in_schema=False)
def shown(request: Request) -> Response:
    """The first page."""
    form = request.query_params.get("format")
    if form in ("json", "csv"):
        return (as_counts if form == "json" else as_file)(request)
    reader = reader_of(request)
    since, latest = _names(str(reader.path))
    with reader.view() as view:
        counts = reader.kept(view, "overview", overview)
        table = reader.kept(view, "matrix", lambda view: matrix(outlets_by_day(view)))
        visited = _number(request.cookies.get(since) or request.cookies.get(latest))
        fresh = _fresh(view, visited, counts)
        refusals = view.refusals()[:MOST_NEW] if counts["refusals"] else []
    made = page(
        request,
        "home.html.jinja",
        counts=counts,
        matrix=table,
        visited=visited,
        fresh=fresh,
        added=counts["newest"] - visited if visited is not None else 0,
        refusals=refusals,
    )
    made.set_cookie(latest, str(counts["newest"]), max_age=YEAR, httponly=True, samesite="strict")
    if since not in request.cookies:
        made.set_cookie(since, str(counts["newest"] if visited is None else visited), httponly=True, samesite="strict")
    return made


@router.get("/overview.json", summary="How much of everything there is")
def as_counts(request: Request) -> Response:
    """Counts of everything, and of reports by outlet and day."""
    with reader_of(request).view() as view:
        days = [{"outlet": outlet, "day": day, "reports": n} for outlet, day, n in outlets_by_day(view)]
        return as_json({"counts": dict(overview(view)), "days": days})


@router.get("/overview.csv", include_in_schema=False)
def as_file(request: Request) -> Response:
    """Reports by outlet and day, one line each."""
    with reader_of(request).view() as view:
        days = [{"outlet": outlet, "day": day, "reports": n} for outlet, day, n in outlets_by_day(view)]
    return as_csv(days, "onrecord-overview")


def matrix(days: Sequence[tuple[str | None, str, int]]) -> Matrix:
    """Reports by outlet and day; by month or year where there are too many days to be seen at a glance."""
    unit = next((u for u, n in LENGTHS.items() if len({day[:n] for _, day, _ in days}) <= MOST_COLUMNS), "month")
    every = sorted({day[: LENGTHS[unit]] for _, day, _ in days})
    columns = tuple(every[-MOST_COLUMNS:])
    cells: Counter[tuple[str | None, str]] = Counter()
    before = 0
    for outlet, day, count in days:
        if (column := day[: LENGTHS[unit]]) in columns:
            cells[outlet, column] += count
        else:
            before += count
    outlets = sorted({outlet for outlet, _ in cells}, key=lambda name: (name is None, (name or "").casefold()))
    kept = tuple(outlets[:MOST_OUTLETS])
    return Matrix(unit, columns, kept, cells, max(cells.values(), default=1), before, len(outlets) - len(kept))


def _fresh(view: View, visited: int | None, counts: Mapping[str, int]) -> tuple[ReportRow, ...]:
    """Some reports that were added since the last visit, the newest first."""
    if visited is None or counts["newest"] <= visited:
        return ()
    return rows(view, ReportFilter(), MOST_NEW, after=visited)


def _names(path: str) -> tuple[str, str]:
    """The cookies of one ledger: what there was when this visit began, and what there is now."""
    digest = hashlib.sha256(path.encode("utf-8", "replace")).hexdigest()[:8]
    return f"onrecord-since-{digest}", f"onrecord-latest-{digest}"


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdecimal() and len(value) <= 15 else None
