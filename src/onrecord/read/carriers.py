"""Which files are read, and how: one line a suffix in a literal table, and a careful look where there is no suffix."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from io import BufferedReader
from pathlib import PurePath

from onrecord.errors import NotText
from onrecord.model.fields import canonical
from onrecord.read.encodings import mark_of
from onrecord.read.input import Input, Outcome, PassedOver
from onrecord.read.objects import json_file, json_lines
from onrecord.read.table import column_names, comma_rows, tab_rows
from onrecord.read.whole import page, text

Reader = Callable[[Input, BufferedReader], Iterator[Outcome]]

CARRIERS: Mapping[str, Reader] = {
    ".txt": text,
    ".text": text,
    ".md": text,
    ".html": page,
    ".htm": page,
    ".xhtml": page,
    ".json": json_file,
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": comma_rows,
    ".tsv": tab_rows,
}
"""The reader of each suffix; ``.gz`` after any of them is read as what it holds."""

IGNORED = ("thumbs.db", "desktop.ini", "__macosx")
_WRITTEN = re.compile(r"onrecord(?:-csv|-jsonl|\.html|\.xlsx|\.db(?:-wal|-shm|-journal)?)")
"""What the commands write where they are told nothing else."""
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|\?xml)\b", re.IGNORECASE)


def by_name(origin: str) -> Reader | NotText | None:
    """The reader for a file's suffix, the refusal of a suffix that is not known, or None where it has none."""
    path = PurePath(origin)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    suffix = path.suffix.lower()
    if suffix and suffix not in CARRIERS:
        reason = f"{suffix} is not a kind that onrecord reads yet"
        return NotText(origin, reason, f"save it as one of {', '.join(CARRIERS)}, or leave it out")
    return CARRIERS.get(suffix)


def by_look(head: bytes) -> Reader:
    """The reader for what the first bytes of a stream look like; plain text where they look like nothing else."""
    mark = mark_of(head)
    words = head[len(mark.mark) :].decode(mark.encoding, "ignore") if mark else head.decode("utf-8", "ignore")
    words = words.lstrip()
    first, _, rest = words.partition("\n")
    if words.startswith("{"):
        return json_lines if _is_object(first) and rest.lstrip().startswith("{") else json_file
    if re.match(r"\[\s*\{", words):
        return json_file
    if _PAGE.match(words):
        return page
    for delimiter, reader in ((",", comma_rows), ("\t", tab_rows)):
        names = column_names(first.rstrip("\r"), delimiter)
        if len(names) > 1 and any(canonical(name) == "text" for name in names) and all(len(n) < 40 for n in names):
            return reader
    return text


def passed_over(origin: str) -> PassedOver | None:
    """Why a file in a folder is no report whatever it holds, or None."""
    name = PurePath(origin).name
    if name.startswith("."):
        return PassedOver(origin, "its name begins with a dot, so it is hidden", "name the file itself to read it")
    if _WRITTEN.fullmatch(name):
        return PassedOver(origin, "onrecord wrote it", "name the file itself to read it")
    if name.lower() in IGNORED or name.endswith("~"):
        return PassedOver(origin, "it belongs to the system or an editor", "name the file itself to read it")
    return None


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
