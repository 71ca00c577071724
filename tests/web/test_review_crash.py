"""A reader that is killed while people decide loses nothing that it has accepted."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from onrecord.ledger import Ledger

KILLS = 50
SERVE = """
import os, signal, sys, uvicorn
from onrecord.web.app import application
from onrecord.web.serving import listening
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in sys.stdin:
    bound = listening("127.0.0.1", None)
    if child := os.fork():
        print(bound.getsockname()[1], child, flush=True)
        bound.close()
    else:
        config = uvicorn.Config(application(sys.argv[1]), log_level="error", access_log=False)
        uvicorn.Server(config).run(sockets=[bound])
"""
"""Starts a server for every line it reads, and says its port and process."""


@pytest.mark.slow
def test_no_accepted_decision_is_lost_when_the_server_is_killed_in_mid_write(story: Path, tmp_path: Path) -> None:
    ledger = Path(shutil.copy(story, tmp_path / "own.db"))
    with Ledger.open(ledger) as opened:
        ids = [row["id"] for row in opened.view.statements()]
    accepted: list[int] = []
    pipe = subprocess.PIPE
    starter = subprocess.Popen([sys.executable, "-c", SERVE, str(ledger)], stdin=pipe, stdout=pipe, text=True)
    assert starter.stdin and starter.stdout
    for kill in range(KILLS):
        print(file=starter.stdin, flush=True)
        port, server = map(int, starter.stdout.readline().split())
        there = f"http://127.0.0.1:{port}"
        killer = threading.Timer(0.08 + 0.007 * kill, os.kill, [server, signal.SIGKILL])
        with httpx.Client(base_url=there, timeout=5) as client:
            key = form_key(client)
            killer.start()
            try:
                for at in range(1000):
                    kind, entry = ("confirm", "reject")[at % 2], ids[(kill + at) % len(ids)]
                    answer = client.post(
                        "/review",
                        data={"form_key": key, "kind": kind, "entry": entry},
                        headers={"accept": "application/json"},
                    )
                    accepted.append(answer.json()["decision"])
            except httpx.TransportError:
                pass
        killer.join()
    starter.kill()
    starter.wait()
    with Ledger.open(ledger) as opened:
        kept = {decision.number for decision in opened.view.decisions()}
        assert not opened.verify()
    assert accepted
    assert not set(accepted) - kept


def form_key(client: httpx.Client) -> str:
    """The key of a form, as soon as the server answers."""
    for _ in range(100):
        try:
            found = re.search(r'name="form_key" value="([^"]+)"', client.get("/settings").text)
        except httpx.TransportError:
            time.sleep(0.05)
            continue
        assert found
        return found[1]
    raise AssertionError("the server does not answer")
