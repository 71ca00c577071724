"""Everything that the README and the docs show is run, and what they print is compared."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(?P<kind>python|console)\n(?P<body>.*?)^```$", re.M | re.S)
PAGES = sorted(
    page
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    if page.exists() and "decisions" not in page.parts and BLOCK.search(page.read_text(encoding="utf-8"))
)


def environment() -> dict[str, str]:
    """The environment of a reader who has followed the README: the package's commands on the path."""
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "160"}


def run(command: list[str] | str, folder: Path) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(),
        shell=isinstance(command, str),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


def transcript(body: str) -> list[tuple[str, list[str]]]:
    """Commands (after ``$ ``) each with the lines that are shown under it; ``…`` stands for anything."""
    pairs: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            pairs.append((line[2:], []))
        elif line.strip() and pairs:
            pairs[-1][1].append(line)
    return pairs


def shows(output: str, line: str) -> bool:
    """Whether some line of the output is the shown line, white space folded."""
    parts = [re.escape(part) for part in " ".join(line.split()).split("…")]
    wanted = re.compile(".*".join(parts))
    return any(wanted.fullmatch(" ".join(found.split())) for found in output.splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path) -> None:
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["kind"] == "python":
            run([sys.executable, "-c", block["body"]], tmp_path)
            continue
        for command, lines in transcript(block["body"]):
            if command.startswith(("make ", "git ", "pip ", "cd ")):
                continue
            output = run(command, tmp_path)
            missing = [line for line in lines if not shows(output, line)]
            assert not missing, f"{page.name}: $ {command}\nnot printed: {missing}\nprinted:\n{output}"


def test_every_local_link_of_the_docs_leads_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken
