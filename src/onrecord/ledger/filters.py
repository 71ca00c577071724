"""What to list: every field narrows the list, None leaves it open."""

from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports; ``since`` and ``until`` are ISO-8601 dates or beginnings of one, both included.

    A date narrows by publication and leaves undated reports out; ``undated`` asks for nothing but those.
    """

    report: str | None = None
    outlet: str | None = None
    genre: str | None = None
    since: str | None = None
    until: str | None = None
    undated: bool = False

    def parameters(self) -> dict[str, object]:
        """The parameters of the query."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements; ``speaker`` is found anywhere in the name, capitals or not, all else is matched whole.

    ``without_speaker`` asks for those that name nobody and nothing as source (True) or for all others (False).
    """

    report: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    act: str | None = None
    mode: str | None = None
    zone: str | None = None
    band: str | None = None
    status: str | None = None
    nameless: str | None = None
    analyser: str | None = None
    since: str | None = None
    until: str | None = None
    without_speaker: bool | None = None
    id: str | None = None

    def parameters(self) -> dict[str, object]:
        """The parameters of the query."""
        speaker = self.speaker.casefold() if self.speaker else None
        return asdict(replace(self, speaker=speaker))


@dataclass(frozen=True, slots=True)
class DoubtFilter:
    """Which doubts; all fields are matched whole."""

    report: str | None = None
    outlet: str | None = None
    disposition: str | None = None
    rule: str | None = None
    id: str | None = None

    def parameters(self) -> dict[str, object]:
        """The parameters of the query."""
        return asdict(self)
