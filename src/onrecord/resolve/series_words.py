"""What words around a number say was counted, of whom, and on what occasion; forms as printed, in small letters."""

import re
from collections.abc import Mapping


def _table(lines: Mapping[str, str]) -> dict[str, str]:
    return {form: name for name, forms in lines.items() for form in forms.split()}


DEEDS = _table(
    {
        "killed": "kill killed kills killing dead died die dies death deaths toll fatality fatalities drowned perished "
        "slain murdered executed massacred",
        "injured": "injured injure injures injuring wounded wounding hurt injury injuries maimed",
        "missing": "missing unaccounted",
        "body": "body bodies corpse corpses remains",
        "casualty": "casualty casualties",
        "displaced": "displaced homeless uprooted",
        "evacuated": "evacuated",
        "fled": "fled fleeing flee",
        "arrested": "arrested arrests arrest detained detainees detainee",
        "taken": "hostage hostages abducted kidnapped captive captives",
        "jailed": "jailed imprisoned prisoner prisoners inmates",
        "rescued": "rescued saved survivors survivor survived",
        "released": "released freed",
    }
)
"""What became of those counted. Bodies found and casualties are not tolls; hostages and arrests are two things."""

PERSONS = {
    "people", "persons", "person", "dead", "victims", "lives", "others", "passengers", "bodies", "those",
    "individuals",
}  # fmt: skip
"""Words for those counted that set no group apart."""

GROUPS = _table(
    {
        "women": "women woman girls",
        "men": "men man",
        "children": "children child boys kids infants babies students pupils teenagers schoolchildren",
        "civilians": "civilians civilian residents villagers",
        "soldiers": "soldiers soldier troops servicemen marines personnel conscripts",
        "police": "police policemen officers officer cops deputies",
        "fighters": "fighters fighter militants militant rebels insurgents gunmen terrorists attackers assailants",
        "workers": "workers worker employees miners staff",
        "journalists": "journalists reporters journalist",
        "medics": "doctors nurses medics",
        "foreigners": "foreigners tourists nationals migrants refugees immigrants",
    }
)

OCCASIONS = _table(
    {
        "sinking": "sink sank sunk sinking sinks capsize capsized capsizes capsizing overturned shipwreck",
        "shelling": "shell shells shelled shelling artillery mortar mortars barrage salvo bombardment rockets",
        "airstrike": "airstrike airstrikes airstrike warplanes drone drones missile missiles",
        "bombing": "bomb bombs bombing bombings bomber bombers blast blasts explosion explosions exploded detonated",
        "shooting": "shooting shootings gunman shooter shot",
        "stabbing": "stabbing stabbings stabbed knife",
        "crash": "crash crashed crashes derailed derailment collision collided",
        "quake": "quake earthquake earthquakes aftershock tremor",
        "flood": "flood floods flooding tsunami",
        "storm": "storm hurricane typhoon cyclone tornado tornadoes",
        "blaze": "blaze wildfire wildfires inferno",
        "landslide": "landslide mudslide avalanche",
        "collapse": "collapse collapsed",
        "outbreak": "outbreak virus epidemic pandemic ebola cholera influenza",
        "protest": "protest protests riot riots demonstration demonstrations",
        "fighting": "fighting battle clashes offensive",
        "war": "war",
        "raid": "raid raids",
        "rescue": "rescue",
    }
)
"""Two figures whose sentences name two of these are of two events, whatever else they share."""

THINGS = {
    "ferry", "boat", "ship", "vessel", "tanker", "plane", "jet", "airliner", "flight", "helicopter", "train", "bus",
    "truck", "market", "school", "hospital", "mosque", "church", "synagogue", "hotel", "mine", "factory", "bridge",
    "dam", "jetty", "prison", "camp", "embassy", "nightclub", "stadium", "bakery", "convoy", "checkpoint", "base",
    "mall", "cinema", "theatre", "theater", "restaurant", "cafe",
}  # fmt: skip
VESSEL = re.compile(
    r"\b(?i:ferry|ship|vessel|tanker|yacht|trawler|submarine|liner|flight|hurricane|typhoon|cyclone|storm)(?:, the | )"
    r"“?((?:[A-Z][\w’'-]+|\d{2,4})(?: (?:[A-Z][\w’'-]+|\d{2,4}))?)"
)
"""A name that one thing alone bears, so that it tells one event from all others; places and bodies do not."""

NAME = re.compile(r"\b[A-Z][\w’-]+(?:(?: of(?: the)?)? [A-Z][\w’-]+)*")
AT = re.compile(r"\b(?:in|at|near|across|outside|inside|of|from|around|over|on)(?: the)?(?: [a-z]+ of)? $")
CHANGE = (
    r"\b(?:up|down|rais|lower|rose|ris|increas|revis|cut|fell|fall|climb|jump|drop|reduc|grew|grow|updat|correct)\w*\b"
)
ABOUT = r"(?:just |only |about |at least |more than )?"
UP_FROM = re.compile(rf"{CHANGE} from {ABOUT}$")
"""What stands before a former value behind the later one: ``41, up from 19``."""
CHANGED_FROM = re.compile(rf"{CHANGE}.*\bfrom {ABOUT}$", re.S)
TO = re.compile(rf"^[\w,.]+ (?:people |dead )?to {ABOUT}$")
"""Both around a former value before the later one: ``raised its figure from 47 to 55``; ``from 5 to 10`` is a range."""
TALLY = re.compile(r"\b(?:toll|tally|count|figure|number|total|list|estimate)s?\b", re.I)
"""A count that goes on; what else changes ``from 18 to 21`` is a limit or two periods: two quantities."""
EVENT_NOUNS = {
    "massacre", "attack", "attacks", "siege", "tragedy", "disaster", "accident",
}  # fmt: skip
TAIL = re.compile(
    r"^[\s,]*(?:(?:people|persons|others|more|were|was|are|is|still|had|been|have|has|be|reported|feared|believed|now|"
    r"known|to|who|confirmed|also)\s+)*([a-z]+)"
)
TOLL = re.compile(r"\b(?:death toll|toll|number of (?:the )?dead)\b[^.;\d]{0,80}$", re.I)
CALENDAR: frozenset[str] = frozenset({
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October", "November", "December", "Mon", "Tues", "Wed",
    "Thurs", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec",
})  # fmt: skip
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
WORD = re.compile(r"[a-z]{4,}")
EMPTY = {
    "that", "this", "with", "from", "have", "been", "were", "would", "could", "which", "their", "there", "they",
    "them", "when", "what", "will", "said", "says", "told", "more", "than", "least", "about", "after", "before",
    "into", "over", "also", "only", "some", "other", "people", "year", "years", "month", "months", "week", "weeks",
    "days", "hours", "minutes", "percent", "million", "billion", "nearly", "almost", "around", "according",
    "during", "while", "where", "most", "many", "such", "each", "both", "first", "last", "same", "under", "between",
    "against", "because", "since", "being", "does", "much", "very", "just", "still", "saying", "added", "reported",
    "official", "officials", "ministry", "government", "spokesman", "spokeswoman", "police", "killed", "dead",
    "died", "injured", "wounded",
}  # fmt: skip
"""Words that many sentences with numbers share, so that sharing them says nothing."""
