"""What may be asked for in an address: closed lists, words of bounded length, so many rows and no more."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from onrecord.model.terms import Act, ActorType, Band, Disposition, Genre, Happening, Hedge, Mode, Status, ZoneKind

MOST_ROWS, ROWS = 1_000, 50
FARTHEST = 1_000_000
Words = Annotated[str, Field(max_length=300)]
Id = Annotated[str, Field(max_length=64, pattern=r"^[0-9A-Fa-f]{1,64}$")]
Day = Annotated[str, Field(max_length=20)]


class Form(StrEnum):
    """In which form an answer comes."""

    HTML = "html"
    JSON = "json"
    CSV = "csv"


class Asked(BaseModel):
    """What every list takes; an empty value, as a form sends it, is none."""

    model_config = ConfigDict(extra="ignore")

    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = ROWS
    offset: Annotated[int, Field(ge=0, le=FARTHEST)] = 0
    format: Form = Form.HTML

    @model_validator(mode="before")
    @classmethod
    def without_empty(cls, values: object) -> object:
        """Leave out what a form sent empty."""
        return {name: value for name, value in values.items() if value != ""} if isinstance(values, dict) else values

    def chosen(self) -> dict[str, object]:
        """What narrows the list."""
        return self.model_dump(exclude=set(Asked.model_fields), exclude_none=True)


class ReportsAsked(Asked):
    """Which reports; ``after``: added after so many."""

    outlet: Words | None = None
    genre: Genre | None = None
    since: Day | None = None
    until: Day | None = None
    undated: Literal["true"] | None = None
    after: Annotated[int, Field(ge=0)] | None = None


class StatementsAsked(Asked):
    """Which statements."""

    speaker: Words | None = None
    actor: Words | None = None
    outlet: Words | None = None
    act: Act | None = None
    mode: Mode | None = None
    band: Band | None = None
    status: Status | None = None
    zone: ZoneKind | None = None
    without_speaker: bool | None = None
    report: Id | None = None
    since: Day | None = None
    until: Day | None = None


class FiguresAsked(Asked):
    """Which figures."""

    what: Words | None = None
    giver: Words | None = None
    outlet: Words | None = None
    unit: Words | None = None
    hedge: Hedge | None = None
    band: Band | None = None
    report: Id | None = None
    since: Day | None = None
    until: Day | None = None


class ActorsAsked(Asked):
    """Which actors; ``every``: also those that no report names."""

    name: Words | None = None
    type: ActorType | None = None
    outlet: Words | None = None
    party: Words | None = None
    speaks: bool | None = None
    every: Literal["true"] | None = None


class DoubtsAsked(Asked):
    """Which doubts."""

    outlet: Words | None = None
    disposition: Disposition | None = None
    rule: Words | None = None
    report: Id | None = None


class TimelineAsked(Asked):
    """Which dated events; ``since`` and ``until`` are days of publication."""

    happening: Happening | None = None
    outlet: Words | None = None
    report: Id | None = None
    since: Day | None = None
    until: Day | None = None


class SearchAsked(Asked):
    """Which words, and where."""

    q: Annotated[str, Field(max_length=1_000)] = ""
    outlet: Words | None = None
    month: Annotated[str, Field(max_length=7, pattern=r"^\d{4}-\d\d$")] | None = None
    speaker: Words | None = None
    actor: Words | None = None
    act: Act | None = None
    mode: Mode | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 20
