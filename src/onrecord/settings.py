"""What a run may be told from outside: frozen values, built once at the edge."""

import hashlib
import json
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input that is taken: ``report`` in bytes of UTF-8 text, ``file`` in bytes on disk."""

    report: int = 20_000_000
    file: int = 2_000_000_000


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """What decides an analysis; its ``digest`` is written on every entry.

    ``analyser`` names a key of ``onrecord.analyse.ANALYSERS``.
    """

    analyser: str = "tagger"

    @property
    def digest(self) -> str:
        """The first 16 hex digits of the sha256 of the settings as sorted JSON."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one run."""

    limits: Limits = field(default_factory=Limits)
    analysis: AnalysisSettings = field(default_factory=AnalysisSettings)
