"""Time expressions are read from every layout, and scored as TempEval-3 does."""

from pathlib import Path

import pytest

from evaluation import dates
from evaluation.corpora.timexes import Article, Timex, article, names
from evaluation.outcome import Options

TIMEML = """<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>torvela_1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-04-09" functionInDocument="CREATION_TIME">April 9, 2031</TIMEX3></DCT>
<TITLE>Talks</TITLE>
<TEXT>

The talks <EVENT eid="e1" class="OCCURRENCE">failed</EVENT> <SIGNAL sid="s1">on</SIGNAL> \
<TIMEX3 tid="t1" type="DATE" value="2031-04-07">Monday</TIMEX3>, Orlen &amp; Vance <EVENT eid="e2">said</EVENT>.

They <EVENT eid="e3">lasted</EVENT> <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.
<TIMEX3 tid="t3" type="DURATION" value="P1M" beginPoint="t0" endPoint="t1"/>
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST"/>
</TimeML>
"""
MEANTIME = """<?xml version="1.0" ?><Document doc_id="12">
<token t_id="1" sentence="0">Talks</token><token t_id="2" sentence="0">fail</token>
<token t_id="3" sentence="1">April</token><token t_id="4" sentence="1">9</token>
<token t_id="5" sentence="2">They</token><token t_id="6" sentence="2">failed</token>
<token t_id="7" sentence="2">yesterday</token><token t_id="8" sentence="2">.</token>
<token t_id="9" sentence="6">Now</token>
<Markables>
<TIMEX3 m_id="1" type="DATE" value="2031-04-09" functionInDocument="CREATION_TIME">
<token_anchor t_id="3"/><token_anchor t_id="4"/></TIMEX3>
<TIMEX3 m_id="2" type="DATE" value="2031-04-08" functionInDocument="NONE"><token_anchor t_id="7"/></TIMEX3>
<TIMEX3 m_id="3" type="DATE" value="2031" functionInDocument="NONE" TAG_DESCRIPTOR="none"/>
</Markables></Document>
"""
NAF = """<?xml version="1.0" encoding="UTF-8"?><NAF xml:lang="en" version="v3">
<nafHeader><fileDesc creationtime="2031-04-09T00:00:00"/></nafHeader>
<raw><![CDATA[They failed yesterday.]]></raw>
<text><wf id="w1" sent="1" offset="0" length="4">They</wf><wf id="w2" sent="1" offset="5" length="6">failed</wf>
<wf id="w3" sent="1" offset="12" length="9">yesterday</wf><wf id="w4" sent="1" offset="21" length="1">.</wf></text>
<timeExpressions>
<timex3 id="tx1" type="DATE" value="2031-04-08"><span><target id="w3"/></span></timex3></timeExpressions>
</NAF>
"""


def kept(folder: Path, name: str, words: str) -> Article:
    (folder / name).write_text(words, encoding="utf-8")
    return article(folder, name)


def test_timeml_gives_the_text_its_day_and_its_expressions(tmp_path: Path) -> None:
    one = kept(tmp_path, "torvela_1.tml", TIMEML)
    assert one.written == "2031-04-09"
    assert "on Monday, Orlen & Vance said." in one.text
    assert [(one.text[t.start : t.end], t.type, t.value) for t in one.timexes] == [
        ("Monday", "DATE", "2031-04-07"),
        ("two days", "DURATION", "P2D"),
    ]


def test_meantime_keeps_the_first_six_sentences_and_leaves_out_its_own_day(tmp_path: Path) -> None:
    one = kept(tmp_path, "12_Talks.xml", MEANTIME)
    assert one.text == "Talks fail\nApril 9\nThey failed yesterday .\nNow"
    assert one.written == "2031-04-09"
    assert [one.text[t.start : t.end] for t in one.timexes] == ["yesterday"]
    assert one.text[one.end :] == "\nNow"
    assert [one.text[start:end] for start, end in one.own] == ["April 9"]


def test_naf_points_from_words_to_characters(tmp_path: Path) -> None:
    one = kept(tmp_path, "12_Talks.naf", NAF)
    assert (one.text, one.written) == ("They failed yesterday.", "2031-04-09")
    assert [one.text[t.start : t.end] for t in one.timexes] == ["yesterday"]


def test_a_file_of_another_kind_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"other\.xml: neither TimeML nor MEANTIME"):
        kept(tmp_path, "other.xml", "<html/>")


def test_articles_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("100_b.xml", "20_a.xml", "c.tml", "notes.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert names(tmp_path) == ["c.tml", "20_a.xml", "100_b.xml"]


def test_a_folder_of_timeml_is_predicted_scored_and_written(tmp_path: Path) -> None:
    kept(tmp_path, "torvela_1.tml", TIMEML)
    options = Options(analyser="rules")
    predictions = dates.predict(tmp_path, options)
    outcome = dates.score(tmp_path, predictions, options)
    assert [outcome.value(f"{measure} F1") for measure in dates.MEASURES] == [100, 100, 100, 100]
    assert '"doc": "torvela_1", "timexes": [{"text": "Monday", "start": 22, "end": 28,' in dates.write(predictions)


def row(start: int, end: int, value: str = "", type: str = "DATE") -> dict[str, object]:
    return {"start": start, "end": end, "value": value, "type": type}


def test_each_expression_is_matched_once_the_equal_one_first() -> None:
    gold = Article("a", "x" * 60, None, (Timex(0, 6, "DATE", "2031"), Timex(10, 20, "DATE", "2030")), 50)
    rows = [row(0, 3), row(0, 6, "2031"), row(12, 20, "2029"), row(55, 58)]
    counted = dates.tally(gold, rows)
    assert counted.right == {"relaxed": 2, "strict": 1, "value": 1, "type": 2}
    assert (counted.predicted, counted.gold) == (3, 2)


def test_what_the_text_prints_as_its_own_day_is_not_judged() -> None:
    gold = Article("a", "x" * 60, None, (), 60, ((5, 9),))
    assert dates.tally(gold, [row(5, 9), row(20, 24)]).predicted == 1
