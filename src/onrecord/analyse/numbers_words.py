"""The words of numbers: what each is worth, what limits a number, and what unit stands beside it.

English number words are few and fixed, so they are a table here. The libraries tried for them return sentences with
digits in place of words, which loses the offsets, or bring a classifier for units that news does not need.
"""

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}
GLUED = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
LETTERS = {"m"}  # millions after a currency, metres else
PLURALS = {
    "dozens": 24, "scores": 40, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
    "tens": 20,
}  # fmt: skip
"""The least that a plural says: two dozen, two score, but one hundred, for ``hundreds`` is said of less than two."""

VAGUE = {"several": 2, "few": 1, "couple": 2}
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
GLYPHS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
TIMES = {"twice": 2, "thrice": 3}

SIGNS = {
    "$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₪": "ILS", "₴": "UAH",
    "₺": "TRY", "₩": "KRW", "₦": "NGN", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD",
}  # fmt: skip
MONEY = {
    "dollar": "USD", "euro": "EUR", "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "rupee": "INR", "rouble": "RUB",
    "ruble": "RUB", "shekel": "ILS", "hryvnia": "UAH", "lira": "TRY", "zloty": "PLN",
}  # fmt: skip
"""Currencies whose plain name is, in news, nearly always one country's; dollars without a country are US dollars."""

UNITS = {
    "second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade", "century", "time",
    "metre", "meter", "kilometre", "kilometer", "km", "mile", "foot", "feet", "yard", "inch", "mph", "kph",
    "tonne", "ton", "kilogram", "kg", "kilo", "pound", "ounce", "gram", "litre", "liter", "gallon", "barrel",
    "hectare", "acre", "degree", "watt", "megawatt", "gigawatt", "point",
}  # fmt: skip
ALIASES = {
    "meter": "metre", "kilometer": "kilometre", "km": "kilometre", "kg": "kilogram", "kilo": "kilogram",
    "liter": "litre", "feet": "foot",
}  # fmt: skip
PERCENT = {"%", "percent", "percentage", "pc"}

BEFORE: dict[str, tuple[str, ...]] = {
    "at-least": (
        "at least", "no fewer than", "no less than", "not fewer than", "not less than", "a minimum of", "minimum",
        "at the very least", "upwards of", "upward of",
    ),
    "at-most": (
        "at most", "as many as", "as much as", "up to", "no more than", "not more than", "a maximum of", "maximum",
        "at the most", "as few as", "as little as",
    ),
    "more-than": (
        "more than", "over", "well over", "in excess of", "above", "just over", "just above", "well above",
        "greater than", "exceeding", "older than", "longer than", "larger than", "topped", "exceeded", "surpassed",
        "beyond", "north of", "past", "a little over", "slightly more than", "far more than", "many more than",
    ),
    "less-than": (
        "less than", "fewer than", "under", "just under", "nearly", "almost", "below", "close to", "well under",
        "short of", "younger than", "just below", "not quite", "approaching", "just short of", "under the age of",
        "below the age of", "south of",
    ),
    "about": (
        "about", "around", "approximately", "roughly", "some", "an estimated", "estimated", "circa", "approx.",
        "approx", "in the region of", "in the order of", "somewhere around", "more or less", "or so", "perhaps",
        "an approximate", "~",
    ),
    "exact": ("exactly", "precisely"),
}  # fmt: skip
AFTER: dict[str, tuple[str, ...]] = {
    "at-least": ("or more", "or older", "or over", "or above", "and over", "and older", "and above", "plus", "+",
                 "at least", "or higher", "or longer"),
    "at-most": ("or fewer", "or less", "or under", "or younger", "and under", "at most", "at best", "at the most"),
    "about": ("or so", "-odd", "odd", "or thereabouts", "-ish"),
}  # fmt: skip
CHANGES = {
    "raise", "rise", "fall", "cut", "lower", "climb", "grow", "increase", "decrease", "revise", "drop", "reduce",
    "jump", "go", "move", "swell", "shrink", "change", "correct", "double", "update", "slip", "decline", "surge",
    "up", "down", "adjust", "expand", "dip", "soar", "plunge", "slide", "advance", "widen", "narrow", "amend",
}  # fmt: skip
"""Verbs of change, between two values of one quantity: ``cut the number from 18 to 12`` is no range."""

MONTHS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
}  # fmt: skip
WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
STREETS = {
    "street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "lane", "ln", "drive", "dr", "court", "ct",
    "place", "block", "highway", "parkway", "way", "terrace", "circle", "square", "loop", "trail", "pike",
}  # fmt: skip
