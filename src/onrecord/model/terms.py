"""The closed lists: every label an entry may carry, spelt as in files, tables and commands."""

from enum import StrEnum


class Mode(StrEnum):
    """How words are reported: inside quotation marks, outside, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the cue says that the speaker did; ``negated`` is kept beside it."""

    SAY = "say"
    CLAIM = "claim"
    DENY = "deny"
    ACCUSE = "accuse"
    BLAME = "blame"
    CRITICISE = "criticise"
    DEMAND = "demand"
    URGE = "urge"
    WARN = "warn"
    THREATEN = "threaten"
    PROMISE = "promise"
    REFUSE = "refuse"
    AGREE = "agree"
    ASK = "ask"
    ANNOUNCE = "announce"
    PRAISE = "praise"
    THINK = "think"


class ZoneKind(StrEnum):
    """What part of a report a stretch of text is; furniture is kept and not analysed."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    LIST = "list"
    SUMMARY = "summary"
    FURNITURE = "furniture"


class Band(StrEnum):
    """How sure an entry is; rules alone never say certain."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class Status(StrEnum):
    """Whether a person has looked at an entry, and what they decided."""

    MACHINE = "machine"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"


class Nameless(StrEnum):
    """What kind of source it is that has no name."""

    OFFICIAL = "official"
    SOURCE = "source"
    GROUP = "group"
    DOCUMENT = "document"
    PEOPLE = "people"


class DateMethod(StrEnum):
    """How a date is known."""

    GIVEN = "given"
    PRINTED = "printed"
    PAGE = "page"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Genre(StrEnum):
    """What kind of text a report is; only prose is analysed, the rest is kept with the reason."""

    PROSE = "prose"
    LIVE_BLOG = "live-blog"
    TRANSCRIPT = "transcript"
    OTHER_LANGUAGE = "other-language"


class Disposition(StrEnum):
    """What became of what a doubt is about."""

    DROPPED = "dropped"
    UNSURE = "unsure"
    NOT_ANALYSED = "not-analysed"


class Form(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class ActorType(StrEnum):
    """What kind of actor a name stands for; a place is one only where it speaks or acts for its people."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    PLACE = "place"


class Hedge(StrEnum):
    """How a report limits a figure."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RANGE = "range"
    VAGUE = "vague"


class Counting(StrEnum):
    """Whether a figure counts all so far or what came on top."""

    CUMULATIVE = "cumulative"
    NEW = "new"


class TimeType(StrEnum):
    """The TIMEX3 type of a time expression (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Anchor(StrEnum):
    """What a time expression is counted from."""

    NONE = "none"
    PUBLISHED = "published"
    SAID = "said"
    MENTIONED = "mentioned"


class Happening(StrEnum):
    """What a report says of an event: that it came about, is to come, is alleged, is denied, or was called off."""

    HAPPENED = "happened"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    CALLED_OFF = "called-off"


class RelationKind(StrEnum):
    """What one actor does to another by words; a denial clears whom it is to, or answers who accused."""

    BLAME = "blame"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    DENY = "deny"
    THREATEN = "threaten"
    CREDIT = "credit"


class Strength(StrEnum):
    """Whether words say a relation, or a reader infers it."""

    EXPLICIT = "explicit"
    IMPLICIT = "implicit"


class Voice(StrEnum):
    """Whether the outlet says something itself or reports that somebody does."""

    OUTLET = "outlet"
    QUOTED = "quoted"


class PositionKind(StrEnum):
    """What a party wants or will not have: it demands, offers, accepts, refuses, draws a red line, or threatens."""

    DEMAND = "demand"
    OFFER = "offer"
    ACCEPT = "accept"
    REFUSE = "refuse"
    RED_LINE = "red-line"
    THREAT = "threat"


class LabelKind(StrEnum):
    """What words are recorded for: what an outlet calls an event or an actor, or how it keeps its distance from words.

    What outlets call actors stands with their mentions as well; a ``description`` is what no mention holds.
    """

    EVENT = "event"
    DESCRIPTION = "description"
    SCARE_QUOTES = "scare-quotes"
    SO_CALLED = "so-called"
    DOUBTING_CUE = "doubting-cue"


class Rendering(StrEnum):
    """How one report gives an utterance beside the others; altered: changed inside quotation marks."""

    VERBATIM = "verbatim"
    TRUNCATED = "truncated"
    PARAPHRASE = "paraphrase"
    ALTERED = "altered"
    HEADLINE = "headline"


class Coverage(StrEnum):
    """What the collected text of an outlet has of an utterance or figure."""

    REPORTED = "reported"
    NOT_FOUND = "not-found"
    NOT_COMPARABLE = "not-comparable"
