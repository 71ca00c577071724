"""Offset maps survive packing, and can be decoded by the lines of their documentation alone."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.runs import pack, unpack
from onrecord.model.offsets import Run, RunKind

LENGTHS = st.tuples(st.integers(1, 99), st.integers(-99, 99), st.integers(0, 99), st.sampled_from(RunKind))


@given(st.lists(LENGTHS))
def test_what_is_packed_is_unpacked(lengths):
    runs, at, start = [], 1000, 0
    for characters, gap, width, kind in lengths:
        runs.append(Run(start, start + characters, at + gap, at + gap + width, kind))
        start, at = start + characters, at + gap + width
    assert unpack(pack(runs)) == tuple(runs)


def test_the_lines_say_kind_gap_width_and_characters():
    runs = [Run(0, 5, 3, 8, RunKind.LITERAL), Run(5, 6, 8, 13, RunKind.ENTITY), Run(6, 8, 13, 13, RunKind.INSERTED)]
    assert zlib.decompress(pack(runs)).decode() == "literal 3 5 5\nentity 0 5 1\ninserted 0 0 2\n"
