"""Everything that the README and the docs show is run, and what they print is compared.

A page is one folder and one reader. A block with a file name after its language is saved under that name; a
``console`` block is typed line by line, and what one line exports holds for those after it; ``python`` is run.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.M | re.S)
RUN = ("python", "console")
ELSEWHERE = ("make ", "git ", "pip ", "cd ")
"""What a reader types in a place of their own: the package is installed already where the tests run."""


def blocks(page: Path) -> list[re.Match[str]]:
    """The blocks of a page that something is done with."""
    found = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [block for block in found if block["file"] or block["kind"] in RUN]


PAGES = sorted(
    page
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    if page.exists() and "decisions" not in page.parts and blocks(page)
)


def environment() -> dict[str, str]:
    """The environment of a reader who has followed the README: the package's commands on the path."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    return clean | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "160"}


def run(command: list[str], folder: Path, shown: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{shown}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


def typed(command: str, folder: Path, kept: Path) -> str:
    """What a shell prints for the command; what it exports is kept for the next one."""
    exports = shlex.quote(str(kept))
    script = f"set -e; [ ! -f {exports} ] || . {exports}\n{command}\nexport -p > {exports}"
    return run(["bash", "-c", script], folder, f"$ {command}")


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
    parts = [re.escape(part) for part in re.split(" ?… ?", " ".join(line.split()))]
    wanted = re.compile(".*".join(parts))
    return any(wanted.fullmatch(" ".join(found.split())) for found in output.splitlines())


def save(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path) -> None:
    folder, kept = tmp_path / "here", tmp_path / "exports"
    folder.mkdir()
    for block in blocks(page):
        if block["file"]:
            save(folder, block["file"], block["body"])
            continue
        if block["kind"] == "python":
            run([sys.executable, "-c", block["body"]], folder, block["body"])
            continue
        for command, lines in transcript(block["body"]):
            if command.startswith(ELSEWHERE):
                continue
            output = typed(command, folder, kept)
            missing = [line for line in lines if not shows(output, line)]
            assert not missing, f"{page.name}: $ {command}\nnot printed: {missing}\nprinted:\n{output}"


def links(page: Path) -> list[str]:
    """The local files and headings that a page points to, with nothing before ``#`` for its own."""
    prose = BLOCK.sub("", page.read_text(encoding="utf-8"))
    return re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", prose)


def headings(page: Path) -> set[str]:
    """The headings of a page as links spell them."""
    found = re.findall(r"^#+ (.+)$", BLOCK.sub("", page.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in found}


def leads_somewhere(page: Path, link: str) -> bool:
    name, _, heading = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not heading or heading in headings(target))


def test_every_local_link_of_the_docs_leads_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {link}" for page in pages for link in links(page) if not leads_somewhere(page, link)
    ]
    assert not broken


def test_every_page_is_linked_from_the_readme_or_from_another_page() -> None:
    pages = [page for page in (ROOT / "docs").rglob("*.md") if "decisions" not in page.parts]
    linked = {
        (page.parent / link.partition("#")[0]).resolve()
        for page in [ROOT / "README.md", *pages]
        for link in links(page)
        if not link.startswith("#")
    }
    assert not [page.name for page in pages if page.resolve() not in linked]
