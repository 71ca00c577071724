"""Progress on a terminal."""

import sys

import pytest

from onrecord.cli.summary import progress_bar


def test_a_file_name_with_brackets_is_no_markup(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress_bar(10, "bytes") as report:
        report("notes [/old].txt", 5)
    assert "notes [/old].txt" in capsys.readouterr().err
