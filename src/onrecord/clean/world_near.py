"""How much likelier a day is the nearer it lies to what a report tells of, by what it tells of.

Numbers of days and weights (natural logarithms), from how far 740 PolNeAR articles lie from what they speak of; in 486
SEESAW articles of other years they lie much the same.
"""

from onrecord.clean.world_days import Near

AFTER: Near = ((15, 4.4), (30, 3.7), (60, 3.1), (120, 2.5), (240, 1.8), (400, 1.1), (1000, 0.6))
"""After something that came unannounced."""

SOON: Near = ((6, 5.4), (14, 4.0), (30, 3.3), (60, 2.0), (120, 1.3), (240, 0.7))
"""After something announced."""

DAY: Near = ((15, 3.8), (31, 2.9), (60, 2.4), (120, 1.2), (240, 0.4))
MONTH: Near = ((121, 1.6), (240, 0.7))
"""After a day or a month that is named without its year."""

BEFORE: Near = ((7, 3.4), (15, 3.0), (30, 2.2), (60, 1.5), (120, 0.9))
BEFORE_DAY: Near = ((15, 4.0), (31, 3.5), (60, 2.6), (120, 1.3))
BEFORE_MONTH: Near = ((120, 1.0), (240, 0.5))
