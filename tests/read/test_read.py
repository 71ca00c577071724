import gzip
import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import InputRefused, Malformed, NotText, TooLarge, UsageError
from onrecord.model.report import Capture, Given
from onrecord.read import PassedOver, count, read
from onrecord.settings import Limits
from onrecord.views.page import render


def captures(*paths: object, **options: str) -> list[Capture]:
    found = list(read([str(path) for path in paths], options))
    assert not [outcome for outcome in found if isinstance(outcome, InputRefused)]
    return [outcome for outcome in found if isinstance(outcome, Capture)]


def refusal(path: object, limits: Limits | None = None, **options: str) -> InputRefused:
    (outcome,) = read([str(path)], options, limits)
    assert isinstance(outcome, InputRefused)
    assert outcome.reason and outcome.remedy
    return outcome


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text("The mediators wait.")
    return path


def test_a_file_is_one_capture_of_its_very_bytes(note: Path) -> None:
    (capture,) = captures(note)
    assert (capture.data, capture.media_type, capture.origin) == (b"The mediators wait.", "text/plain", str(note))


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "there is no such file" in str(refusal(tmp_path / "gone.txt"))


def test_a_run_goes_on_after_a_refusal(note: Path) -> None:
    first, second = read([f"{note}.gone", str(note)])
    assert isinstance(first, InputRefused) and isinstance(second, Capture)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_without_the_right_to_read_it_is_named(note: Path) -> None:
    note.chmod(0)
    assert "may not be read" in refusal(note).reason


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "neither a file nor a folder" in refusal(tmp_path / "pipe.txt").reason


def test_a_link_that_leads_back_is_passed_over(note: Path) -> None:
    (note.parent / "loop").symlink_to(note.parent)
    loop, capture = read([str(note.parent)])
    assert isinstance(loop, PassedOver) and isinstance(capture, Capture)


def test_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nothing")
    assert "link to nothing" in refusal(tmp_path).reason


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert "empty" in refusal(tmp_path).reason


def test_folders_are_walked_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.")
    assert [Path(c.origin).relative_to(tmp_path).as_posix() for c in captures(tmp_path)] == [
        "a/b.txt",
        "a/z.txt",
        "b.txt",
        "c.txt",
    ]


def test_a_hidden_file_is_read_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / ".note.txt").write_text("Words.")
    assert len(captures(tmp_path / ".note.txt")) == 1


def test_a_name_that_is_not_unicode_is_refused(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w") as file:
        file.write("Words.")
    assert "its name is not UTF-8" in refusal(tmp_path).reason


def test_nul_bytes_are_refused_with_their_place(note: Path) -> None:
    note.write_bytes(b"one\0two")
    assert "byte 3 is NUL" in refusal(note).reason


def test_a_file_over_the_limit_of_a_report_is_refused(note: Path) -> None:
    assert isinstance(refusal(note, Limits(report=3)), TooLarge)


def test_a_file_over_the_limit_of_a_file_is_refused(note: Path) -> None:
    assert isinstance(refusal(note, Limits(file=3)), TooLarge)


def test_a_compressed_file_is_read_as_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "note.txt.gz").write_bytes(gzip.compress(b"The mediators wait."))
    assert captures(tmp_path)[0].data == b"The mediators wait."


def test_a_compressed_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt.gz").write_bytes(gzip.compress(b"The mediators wait.")[:-12])
    assert "break off" in refusal(tmp_path / "note.txt.gz").reason


def test_bytes_that_are_not_compressed_are_refused_as_such(tmp_path: Path) -> None:
    (tmp_path / "note.txt.gz").write_bytes(b"The mediators wait.")
    assert isinstance(refusal(tmp_path / "note.txt.gz"), InputRefused)


def test_options_stand_before_the_sidecar_and_the_file_name(tmp_path: Path) -> None:
    path = tmp_path / "gazette_2031-04-09_talks.txt"
    path.write_text("Words.")
    Path(f"{path}.meta.json").write_text('{"outlet": "Harbour Gazette"}')
    assert captures(tmp_path, outlet="The Portvale Times")[0].given == (
        Given("outlet", "The Portvale Times", "option"),
        Given("outlet", "Harbour Gazette", "sidecar"),
        Given("outlet", "gazette", "file name"),
        Given("published", "2031-04-09", "file name"),
    )


def test_a_declared_encoding_goes_with_the_capture_and_is_no_metadata(note: Path) -> None:
    (capture,) = captures(note, encoding="windows-1252")
    assert (capture.encoding, capture.given) == ("cp1252", ())


@pytest.mark.parametrize("name", ["klingon", "utf-7", "utf-16", "iso2022_jp", "unicode_escape"])
def test_an_encoding_that_cannot_be_traced_is_a_fault_of_usage(note: Path, name: str) -> None:
    with pytest.raises(UsageError):
        list(read([str(note)], {"encoding": name}))


class TestJsonLines:
    def write(self, tmp_path: Path, data: bytes) -> Path:
        path = tmp_path / "reports.jsonl"
        path.write_bytes(data)
        return path

    def test_each_line_is_a_capture_of_its_own_bytes(self, tmp_path: Path) -> None:
        found = captures(self.write(tmp_path, b'{"text": "One"} \r\n\n  {"text": "Two"}'))
        assert [(c.place, c.data) for c in found] == [("line 1", b'{"text": "One"}'), ("line 3", b'{"text": "Two"}')]

    def test_a_growing_file_keeps_the_identities_of_its_records(self, tmp_path: Path) -> None:
        before = captures(self.write(tmp_path, b'{"text": "One"}'))
        after = captures(self.write(tmp_path, b'{"text": "One"}\n{"text": "Two"}\n'))
        assert before[0].id == after[0].id

    def test_a_wrong_byte_harms_only_its_own_line(self, tmp_path: Path) -> None:
        assert len(captures(self.write(tmp_path, b'{"text": "\xff"}\n{"text": "Two"}\n'))) == 2

    def test_a_line_over_the_limit_is_refused_and_the_rest_goes_on(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, b'{"text": "' + b"x" * 100 + b'"}\n{"text": "Two"}\n')
        first, second = read([str(path)], {}, Limits(report=10))
        assert isinstance(first, TooLarge) and "line 1" in first.subject and isinstance(second, Capture)

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_a_byte_order_mark_is_read_and_belongs_to_no_record(self, tmp_path: Path, encoding: str) -> None:
        found = captures(self.write(tmp_path, '{"text": "Grün"}\n{"text": "😀"}\n'.encode(encoding)))
        assert [c.data.decode(c.encoding or "") for c in found] == ['{"text": "Grün"}', '{"text": "😀"}']

    def test_utf_16_that_breaks_off_is_refused_after_what_could_be_read(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, '{"text": "One"}\n{"text": "Two"}'.encode("utf-16")[:-1])
        assert any(isinstance(outcome, NotText) for outcome in read([str(path)]))


class TestTable:
    def test_a_row_keeps_its_quotation_marks_and_the_names_of_its_columns(self, tmp_path: Path) -> None:
        (tmp_path / "reports.csv").write_bytes(b'\xef\xbb\xbfoutlet,text\r\n"A ""B""","one,\r\ntwo"\r\n\r\nC,three')
        assert [(c.place, c.data, c.layout) for c in captures(tmp_path)] == [
            ("row 2", b'"A ""B""","one,\r\ntwo"', ("outlet", "text")),
            ("row 4", b"C,three", ("outlet", "text")),
        ]

    def test_a_field_that_is_never_closed_does_not_swallow_the_rest(self, tmp_path: Path) -> None:
        rows = "".join(f"row {n}\n" for n in range(50))
        (tmp_path / "reports.csv").write_text(f'text\n"open\n{rows}')
        found = list(read([str(tmp_path)]))
        assert isinstance(found[0], Malformed) and len(found) == 51

    def test_a_header_in_another_encoding_is_refused_with_a_remedy(self, tmp_path: Path) -> None:
        (tmp_path / "reports.csv").write_bytes(b"text,r\xe9gion\nOne,x\n")
        assert "--encoding" in refusal(tmp_path).remedy

    def test_a_table_that_a_spreadsheet_wrote_as_unicode_text_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "reports.tsv").write_bytes('text\toutlet\r\n"a\tb"\tGazette\r\n'.encode("utf-16"))
        (capture,) = captures(tmp_path)
        assert capture.data.decode(capture.encoding or "") == '"a\tb"\tGazette'


class TestStandardInput:
    def read(self, data: bytes) -> list[Capture]:
        found = list(read(["-"], {"outlet": "Gazette"}, None, Trickling(data)))
        return [outcome for outcome in found if isinstance(outcome, Capture)]

    @pytest.mark.parametrize(
        ("data", "media_types"),
        [
            (b"Plain words.", ["text/plain"]),
            (b"  <!DOCTYPE html><html><p>Words.", ["text/html"]),
            (b'{"text": "One"}', ["application/json"]),
            (b'{"text": "One"}\n{"text": "Two"}\n', ["application/json"] * 2),
            (b'[{"text": "One"}]', ["application/json"]),
            (b"[Music] The crowd sings.", ["text/plain"]),
            (b"text,outlet\nOne,x\n", ["text/csv"]),
            (b"text\toutlet\nOne\tx\n", ["text/tab-separated-values"]),
            (b"The text, he said,\nwas long.", ["text/plain"]),
        ],
    )
    def test_what_it_holds_is_told_by_how_it_begins(self, data: bytes, media_types: list[str]) -> None:
        found = self.read(data)
        assert [capture.media_type for capture in found] == media_types
        assert {capture.given for capture in found} == {(Given("outlet", "Gazette", "option"),)}

    def test_nothing_at_all_is_refused(self) -> None:
        (outcome,) = read(["-"], {}, None, io.BytesIO(b""))
        assert isinstance(outcome, NotText)


class Trickling(io.BytesIO):
    """A stream that gives three bytes at a time, as a slow pipe does."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(3, size) if size and size > 0 else 3)


def test_the_extent_is_known_without_reading(tmp_path: Path) -> None:
    for name in ("a.txt", "b.pdf", "a.txt.meta.json", ".c.txt"):
        (tmp_path / name).write_text("12345")
    assert count([str(tmp_path), "-"]) == (2, 5)


def test_reading_is_lazy(note: Path) -> None:
    outcomes: Iterator[object] = read([str(note), str(note)])
    next(outcomes)
    note.unlink()
    assert isinstance(next(outcomes), InputRefused)


@pytest.mark.parametrize("name", ["rows.csv", "rows"])
def test_rows_that_end_in_lone_carriage_returns_stop_no_run(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"title,text\rOne,The pier is open.\r")
    (outcome,) = read([str(tmp_path / name)])
    assert isinstance(outcome, Capture) if name == "rows" else "no row of column names" in str(outcome)


def test_a_column_name_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("text," + "x" * 200_000 + "\nThe pier is open.,b\n")
    assert "no row of column names" in refusal(tmp_path / "rows.csv").reason


def test_dates_inside_a_table_of_a_sidecar_are_kept_as_written(note: Path) -> None:
    Path(f"{note}.meta.toml").write_text("outlet = 'Post'\n[seen]\non = 2031-04-09\n")
    (capture,) = captures(note)
    assert Given("seen", '{"on": "2031-04-09"}', "sidecar") in capture.given


def test_a_sidecar_nested_without_end_refuses_its_file_only(note: Path) -> None:
    Path(f"{note}.meta.json").write_text('{"x": ' + "[" * 950 + "]" * 950 + "}")
    assert "cannot be read" in refusal(note).reason


def test_a_file_whose_name_leaves_no_room_for_a_sidecar_is_read(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".txt")
    path.write_text("The mediators wait.")
    (capture,) = captures(path)
    assert capture.data == b"The mediators wait."


@pytest.mark.parametrize("name", ["nonsense", "undefined", "rot13", "\udcff"])
def test_an_encoding_that_there_is_not_is_refused_at_once(note: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no such encoding"):
        list(read([str(note)], {"encoding": name}))


@pytest.mark.parametrize("name", ["onrecord.html", "onrecord.db", "onrecord.db-wal", "onrecord-jsonl/reports.jsonl"])
def test_what_onrecord_wrote_is_passed_over_in_a_folder(note: Path, name: str) -> None:
    (note.parent / name).parent.mkdir(exist_ok=True)
    (note.parent / name).write_text('{"text": "The mediators wait."}')
    passed, capture = sorted(read([str(note.parent)]), key=lambda outcome: isinstance(outcome, Capture))
    assert isinstance(passed, PassedOver) and isinstance(capture, Capture)


def test_a_page_that_onrecord_wrote_is_no_report_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text(render([], {}, [], []))
    assert isinstance(refusal(tmp_path / "story.html"), PassedOver)


def test_rows_that_all_stay_open_are_refused_one_by_one_without_delay(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("text,title\n" + 'He said "yes,"and no\n' * 20_000)
    before = time.process_time()
    assert all(isinstance(outcome, InputRefused) for outcome in read([str(tmp_path / "rows.csv")]))
    assert time.process_time() - before < 10
