"""The questions: show, explain, search, cite, info."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import NotFound
from onrecord.ledger import SearchFilter
from onrecord.model.span import Span
from onrecord.model.statement import Candidate
from onrecord.model.terms import Mode
from onrecord.views import cite, explain, info, search, show
from tests.ledger.making import analysis, capture_and_report, day, ledger_of, made, span, statement

LONG = (
    "First line.\n\nSecond line.\n\nThird line.\n\nMayor Ana Ruiz said “we will act”.\n\n"
    + "Much rain fell. " * 60
    + "\n\nLast."
)


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    capture, report = capture_and_report(LONG, origin="/home/someone/a.txt", published=day("2031-04-09"), title="Rain")
    spoken = statement(report, "Mayor Ana Ruiz", "said", "“we will act”")
    weighed = (*spoken.candidates, Candidate(span(LONG, "Third line"), 0.1, "in another paragraph"))
    spoken = replace(spoken, candidates=weighed, speaker_evidence=(span(LONG, "Ana Ruiz"),))
    other = made(outlet="Times", origin="b.txt")
    with ledger_of(tmp_path_factory.mktemp("story"), (capture, report, analysis(report, spoken)), other) as ledger:
        yield ledger.view, spoken.id, other[2].statements[0].id


def test_show_marks_every_part_and_gives_two_lines_of_context(story):
    view, entry, _ = story
    shown = show.show(view, entry)
    text = view.text(shown.row["report"])
    assert all(segment.words == segment.span.cut(text) for segment in shown.segments)
    assert show._marked(shown.segments).startswith(
        "Second line.\n\nThird line.\n\n[source: Mayor ][source and speaker evidence: Ana Ruiz] [cue: said] "
    )
    data = view.capture(shown.row["report"]).data
    assert b"".join(data[start:end] for start, end in shown.bytes).startswith("Mayor Ana Ruizsaid“we".encode())
    assert "First line" not in show.as_text(shown)
    assert len(show.as_text(shown)) < 900


def test_show_leaves_out_what_lies_far_between_two_parts(tmp_path):
    text = "Ana Ruiz spoke. " + "Rain fell all day. " * 60 + "She said “enough”."
    capture, report = capture_and_report(text)
    spoken = statement(report, "Ana Ruiz", "said", "“enough”")
    with ledger_of(tmp_path, (capture, report, analysis(report, spoken))) as ledger:
        shown = show.as_text(show.show(ledger.view, spoken.id))
    assert " […] " in shown
    assert len(shown) < 1200


def test_explain_names_rule_settings_sources_and_doubts(story):
    view, entry, other = story
    explained = explain.as_text(explain.explain(view, entry))
    for words in (
        "quote-cue",
        "settings 0123456789abcdef",
        "→ 0.90  Mayor Ana Ruiz  (taken",
        "0.10  Third line  (turned down",
    ):
        assert words in explained
    assert "name from   Ana Ruiz" in explained
    assert "dropped: 'it seems' (nobody speaks)" in explain.as_text(explain.explain(view, other))


def test_explain_calls_the_name_that_a_pronoun_stands_for_taken(tmp_path):
    text = "Ana Ruiz spoke to Leo Marsk. She said “we will act”."
    capture, report = capture_and_report(text)
    spoken = statement(report, "She", "said", "“we will act”")
    name, other = span(text, "Ana Ruiz"), span(text, "Leo Marsk")
    weighed = (Candidate(name, 0.9, "the open speaker"), Candidate(other, 0.4, "named shortly before"))
    spoken = replace(spoken, speaker="Ana Ruiz", speaker_evidence=(name,), candidates=weighed)
    with ledger_of(tmp_path, (capture, report, analysis(report, spoken))) as ledger:
        explained = explain.as_text(explain.explain(ledger.view, spoken.id))
    assert "→ 0.90  Ana Ruiz  (taken: the open speaker)" in explained
    assert "  0.40  Leo Marsk  (turned down: named shortly before)" in explained


def test_a_citation_says_who_where_when_how_and_how_to_check(story):
    view, entry, _ = story
    cited = cite.as_text(cite.cite(view, entry))
    row = view.entry(entry)
    for words in ("“we will act”", "Mayor Ana Ruiz", "quoted directly", "according to Post", "“Rain”", "2031-04-09"):
        assert words in cited
    for words in ("date as given", "/home/someone/a.txt", entry, row["report"], view.report_row(row["report"])["text"]):
        assert words in cited
    assert "status: machine (likely), not checked by a person" in cited


def test_a_shared_citation_names_no_folder_and_carries_at_most_300_characters(story):
    view, entry, _ = story
    row, report = view.entry(entry), view.report_row(view.entry(entry)["report"])
    row["content_text"] = ["A long speech. " * 100]
    report["title"] = "A long title " * 30
    cited = cite.citation(row, report, share=True)
    assert len(cited.words) + len(cited.title or "") + len(cited.speaker) + len(cited.source) + len(cited.cue) <= 300
    assert cited.words.endswith("long…")
    assert "/home" not in cite.as_text(cited)


def test_words_that_are_the_outlets_own_are_not_cited_as_a_quotation(tmp_path):
    capture, report = capture_and_report("Ana said it would rain.")
    spoken = statement(report, "Ana", "said", "it would rain", mode=Mode.INDIRECT)
    with ledger_of(tmp_path, (capture, report, analysis(report, spoken))) as ledger:
        assert "not a quotation" in cite.as_text(cite.cite(ledger.view, spoken.id))


def test_search_finds_exact_spans_and_the_statement_around_them(story):
    view, entry, other = story
    answer = search.search(view, "act")
    assert (answer.reports, answer.statements) == (2, 2)
    assert {hit.entry for hit in answer.hits} == {entry, other}
    for hit in answer.hits:
        text = view.text(hit.report)
        assert hit.exact == ("act",) == tuple(s.cut(text) for s in hit.spans)
        assert hit.snippet == hit.around.cut(text)
    assert answer.facets["outlet"] == (("Post", 1), ("Times", 1))
    assert answer.facets["month"] == (("2031-04", 1),)
    assert answer.facets["speaker"] == (("Mayor Ana Ruiz", 2),)
    assert "Times" in search.as_text(answer)


@pytest.mark.parametrize(
    ("words", "reports"),
    [
        ('"we will"', 2),
        ('"will we"', 0),
        ("“we will”", 2),
        ('“we "will”', 2),
        ("ACT ruiz", 2),
        ("rai*", 1),
        ("rai", 0),
        ("rain left", 0),
        ("said:", 2),
    ],
)
def test_search_takes_phrases_beginnings_and_all_the_words(story, words, reports):
    assert search.search(story[0], words).reports == reports


@pytest.mark.parametrize(
    ("which", "hits"),
    [
        ({"outlet": "Times"}, 1),
        ({"speaker": "ruiz"}, 2),
        ({"act": "deny"}, 0),
        ({"mode": "direct", "month": "2031-04"}, 1),
    ],
)
def test_search_is_narrowed_by_facets(story, which, hits):
    assert len(search.search(story[0], "act", SearchFilter(**which)).hits) == hits


def test_search_within_statements_leaves_the_rest_of_the_report_out(story):
    assert search.search(story[0], "rain", SearchFilter(speaker="ruiz")).hits == ()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.text(alphabet='"“”*()^:-+{}<> aNEARANDORT\0\ud800')))
def test_no_words_are_bad_syntax(story, words):
    search.search(story[0], words)
    search.search(story[0], words, SearchFilter(speaker=words.encode("utf-8", "ignore").decode()))


def test_very_many_words_are_searched_for_all_the_same(story):
    assert search.search(story[0], "act " * 5000).reports == 2


def test_search_marks_words_in_a_text_that_holds_private_characters(tmp_path):
    text = "\U000f0000\U000f0001 Rain \U000f0000 fell."
    with ledger_of(tmp_path, made(text)) as ledger:
        (hit,) = search.search(ledger.view, "rain").hits
    assert hit.spans == (Span(3, 7),)


def test_info_reads_as_a_sum(story):
    assert "3 found = 2 attributed (2 to a name) + 0 without speaker + 1 dropped" in info.as_text(info.info(story[0]))


def test_an_entry_that_is_not_there_is_named(story):
    for ask in (show.show, explain.explain, cite.cite):
        with pytest.raises(NotFound):
            ask(story[0], "f" * 16)


@pytest.mark.parametrize(
    "url", ["file:///home/anna/secret/x.html", "https://anna:pw@news.example/x", "javascript:anna"]
)
def test_a_shared_citation_gives_no_address_that_names_a_person_or_a_folder(tmp_path, url):
    capture, report = capture_and_report(origin="/home/anna/a.txt", url=url)
    spoken = statement(report, "Mayor Ana Ruiz", "said", "“we will 😀 act”")
    with ledger_of(tmp_path, (capture, report, analysis(report, spoken))) as ledger:
        assert "anna" not in cite.as_text(cite.cite(ledger.view, spoken.id, share=True))


def test_several_words_are_shown_where_they_stand_together(tmp_path):
    said = "“The gate of the dam was opened before dawn.”"
    text = (
        f"The gate of the dam was shut. {'Nobody came by all day. ' * 10}Ilen Marsh said: {said} She left before noon."
    )
    capture, report = capture_and_report(text)
    spoken = statement(report, "Ilen Marsh", "said", said)
    with ledger_of(tmp_path, (capture, report, analysis(report, spoken))) as ledger:
        (hit,) = search.search(ledger.view, "the gate of the dam before dawn").hits
    assert hit.entry == spoken.id
    assert (hit.spans[0].start, hit.exact[-1]) == (text.index(said) + len("“The "), "dawn")
