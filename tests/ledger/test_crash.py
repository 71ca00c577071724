"""A writer that is killed at any moment leaves whole reports, and running it again completes the ledger."""

import random
import signal
import subprocess
import sys
import time

from onrecord.ledger import Ledger
from tests.ledger.making import ledger_of, made
from tests.ledger.test_order import everything

REPORTS = 60
LOOP = """
import sys
from pathlib import Path
from tests.ledger.test_crash import items, ledger_of
ledger = ledger_of(Path(sys.argv[1]), *items())
ledger.close()
"""


def items():
    words = "Mayor Ana Ruiz said “we will 😀 act”. She left early, it seems."
    return [made(f"Report {n}.\n\n{words}\n\n" + "More words. " * 300, origin=f"{n}.txt") for n in range(REPORTS)]


def test_killed_twenty_times_the_ledger_equals_that_of_an_undisturbed_run(tmp_path):
    chance = random.Random(4)
    (tmp_path / "a").mkdir()
    for _ in range(20):
        process = subprocess.Popen([sys.executable, "-c", LOOP, str(tmp_path / "a")])
        time.sleep(chance.uniform(0.15, 0.7))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if (tmp_path / "a" / "ledger.db").exists() and (tmp_path / "a" / "ledger.db").stat().st_size:
            with Ledger.open(tmp_path / "a" / "ledger.db", create=True) as ledger:
                assert ledger.verify() == []
    (tmp_path / "b").mkdir()
    with ledger_of(tmp_path / "a", *items()) as killed, ledger_of(tmp_path / "b", *items()) as undisturbed:
        assert killed.view.info().reports == REPORTS
        assert everything(killed) == everything(undisturbed)
        assert killed.verify() == []
