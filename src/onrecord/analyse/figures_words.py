"""What can happen to the people that a report counts, by the words that say it."""

EFFECTS: dict[str, set[str]] = {
    "killed": {
        "kill", "die", "murder", "slay", "drown", "execute", "assassinate", "massacre", "perish", "behead", "martyr",
        "dead", "death", "fatality", "body", "deceased", "slain", "fatally", "corpse", "homicide", "toll", "succumb",
    },
    "injured": {
        "injure", "wound", "hurt", "maim", "injury", "wounded", "injured", "hospitalise", "hospitalize", "burn",
        "mutilate", "scald",
    },
    "missing": {"missing", "unaccounted", "disappear", "vanish"},
    "displaced": {"displace", "flee", "evacuate", "uproot", "homeless", "refugee", "displaced", "resettle"},
    "held": {
        "detain", "arrest", "hold", "capture", "abduct", "kidnap", "imprison", "jail", "detainee", "hostage",
        "prisoner", "captive", "seize", "arrested", "detained", "arrestee",
    },
    "released": {"release", "free", "liberate", "repatriate"},
    "rescued": {"rescue", "save", "survivor", "survive"},
}  # fmt: skip
EFFECT = {word: effect for effect, words in EFFECTS.items() for word in words}
"""What a dictionary form says of those it is said of."""

STATES = {
    "dead", "death", "fatality", "body", "corpse", "homicide", "toll", "injury", "casualty", "detainee", "hostage",
    "prisoner", "captive", "arrest", "arrestee", "survivor", "refugee", "injured", "wounded", "missing", "deceased",
}  # fmt: skip
"""Nouns that say by themselves what became of those counted; others do so only through their verb."""

DOERS = {"hold", "seize", "free", "save", "burn", "hurt", "release", "flee"}
"""Verbs whose subject is not who is counted by their effect, or whose object need not be people."""

PEOPLE = {
    "people", "person", "man", "woman", "child", "boy", "girl", "teenager", "teen", "adult", "civilian", "soldier",
    "troop", "officer", "policeman", "fighter", "militant", "victim", "student", "worker", "resident", "passenger",
    "migrant", "refugee", "protester", "journalist", "patient", "family", "citizen", "employee", "driver", "pupil",
    "villager", "infant", "baby", "toddler", "youth", "guard", "gunman", "hostage", "prisoner", "detainee", "teacher",
    "doctor", "medic", "official", "crew", "sailor", "pilot", "miner", "fisherman", "shopper", "bystander", "guest",
    "brother", "sister", "son", "daughter", "husband", "wife", "mother", "father", "suspect", "survivor", "national",
    "rebel", "insurgent", "peacekeeper", "serviceman", "servicewoman", "conscript", "reservist", "male", "female",
    "firefighter", "deputy", "friend", "cousin", "relative", "neighbour", "neighbor", "customer", "clerk", "homeowner",
    "boyfriend", "girlfriend", "roommate", "nephew", "niece", "uncle", "aunt", "grandson", "granddaughter", "juvenile",
    "occupant", "pedestrian", "owner", "veteran", "marine", "trooper", "cop", "robber", "burglar", "intruder", "tenant",
    "grandmother", "grandfather", "stepfather", "stepson", "acquaintance", "landlord", "motorist", "cyclist", "couple",
    "individual", "minor", "attendee", "bouncer", "partner", "shooter", "attacker", "assailant", "parent",
    "dealer", "inmate", "nurse", "priest", "professor", "cashier", "manager", "bartender", "companion", "colleague",
    "spouse", "fiancee", "fiance", "kid", "gentleman", "lady", "lawmaker", "politician", "aide", "volunteer",
}  # fmt: skip
NEW = {"another", "further", "additional", "more", "new", "extra"}
TOTAL = {"total", "toll", "tally", "altogether", "overall", "combined", "so far", "to date", "in all", "cumulative"}
MALE = {
    "man", "boy", "he", "him", "his", "male", "father", "son", "brother", "husband", "mr.", "gentleman", "uncle", "men",
    "boys", "males", "nephew", "grandfather", "boyfriend",
}  # fmt: skip
FEMALE = {
    "woman", "girl", "she", "her", "female", "mother", "daughter", "sister", "wife", "mrs.", "ms.", "lady", "aunt",
    "women", "girls", "females", "niece", "grandmother", "girlfriend",
}  # fmt: skip
