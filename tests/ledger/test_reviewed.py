"""Rulings laid over findings: what a person ruled holds, whatever the machine finds later."""

from dataclasses import replace
from typing import Any

from onrecord.ledger.reviewed import overlay, uncovered
from onrecord.model.review import Finding, Quote, Ruling, RulingKind
from onrecord.model.span import Span, selector
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Status
from tests.ledger.making import capture_and_report, mention, span, statement

TEXT = "Mayor Ana Ruiz said the bridge is safe. Bo Lind denied that it was closed."
REPORT = capture_and_report(TEXT)[1]
ANA = mention(REPORT, "Ana Ruiz", name="Ana Ruiz")
BO = mention(REPORT, "Bo Lind", name="Bo Lind")
SAID = statement(REPORT, "Mayor Ana Ruiz", "said", "the bridge is safe", speaker="Ana Ruiz", speaker_chain=ANA.id)
DENIED = statement(
    REPORT, "Bo Lind", "denied", "that it was closed", speaker="Bo Lind", speaker_chain=BO.id, act=Act.DENY
)
FOUND: dict[str, Finding] = {one.id: one for one in (ANA, BO, SAID, DENIED)}


def ruling(
    kind: str, seen: Finding | None, made: Finding | None = None, speaker: Span | None = None, **more: Any
) -> Ruling:
    one = seen or made
    assert one is not None
    spans = {s for f in (seen, made) if isinstance(f, Statement) for s in (*f.source, *f.cue, *f.content)}
    spans |= {speaker} if speaker else set()
    quotes = tuple(Quote(s, *selector(TEXT, s)) for s in sorted(spans))
    values: dict[str, Any] = {"number": 1, "by": "kim", "because": "read it"} | more
    return Ruling(
        kind=RulingKind(kind),
        report=REPORT.id,
        entry=one.id,
        seen=seen,
        made=made,
        speaker=speaker,
        quotes=quotes,
        **values,
    )


def laid(*rulings: Ruling, found: dict[str, Finding] = FOUND, text: str = TEXT) -> Any:
    return overlay(REPORT.id, found, rulings, text)


def held(reviewed: Any, id: str) -> Any:
    return next(one for one in reviewed.findings if one.id == id)


def back(reviewed: Any) -> dict[str, Finding]:
    return uncovered({one.id: one for one in reviewed.findings}, reviewed.machine)


def test_a_confirmed_entry_says_what_it_said():
    made = laid(ruling("confirm", SAID))
    assert held(made, SAID.id) == replace(SAID, status=Status.CONFIRMED)
    assert not made.notes


def test_a_rejected_entry_stays_and_says_so():
    assert held(laid(ruling("reject", SAID)), SAID.id).status is Status.REJECTED


def test_an_edited_entry_has_a_new_id_that_the_old_one_leads_to():
    made = replace(SAID, cue=(span(TEXT, "said the"),))
    reviewed = laid(ruling("edit", SAID, made))
    assert held(reviewed, made.id).status is Status.EDITED
    assert reviewed.redirects == {SAID.id: made.id}
    assert reviewed.machine == {made.id: SAID}


def test_a_speaker_is_fixed_by_where_the_report_names_them():
    one = held(laid(ruling("edit", SAID, SAID, BO.span)), SAID.id)
    assert (one.speaker, one.speaker_chain, one.speaker_evidence) == ("Bo Lind", BO.id, (BO.span,))


def test_a_speaker_whom_the_machine_saw_nowhere_becomes_a_mention():
    where = span(TEXT, "Mayor")
    reviewed = laid(ruling("edit", SAID, SAID, where), found={SAID.id: replace(SAID, speaker_chain=None)})
    assert held(reviewed, SAID.id).speaker == "Mayor"
    assert len(reviewed.findings) == 2


def test_a_missed_statement_is_added_once_even_where_the_machine_finds_it_later():
    without = {id: one for id, one in FOUND.items() if id != DENIED.id}
    add = ruling("add", None, DENIED, BO.span)
    for found in (without, FOUND):
        assert sum(isinstance(one, Statement) for one in laid(add, found=found).findings) == 2


def test_a_confirmed_entry_stays_where_the_machine_no_longer_finds_it():
    reviewed = laid(ruling("confirm", SAID, speaker=ANA.span), found={ANA.id: ANA})
    assert held(reviewed, SAID.id).speaker == "Ana Ruiz"
    assert [(note.kind, note.clause) for note in reviewed.notes] == [
        ("disagreement", "the machine does not find it any more")
    ]


def test_what_the_machine_now_has_otherwise_is_told_and_changes_nothing():
    other = replace(SAID, act=Act.CLAIM)
    reviewed = laid(ruling("confirm", SAID, speaker=ANA.span), found=FOUND | {SAID.id: other})
    assert held(reviewed, SAID.id).act is Act.SAY
    assert [note.clause for note in reviewed.notes] == ["the machine now has another act"]


def test_an_entry_is_found_again_by_its_cue_and_half_of_its_content():
    shorter = statement(REPORT, "Mayor Ana Ruiz", "said", "the bridge", speaker="Ana Ruiz", speaker_chain=ANA.id)
    reviewed = laid(
        ruling("reject", SAID), found={shorter.id: replace(shorter, content=(span(TEXT, "bridge is safe"),))}
    )
    assert [one.status for one in reviewed.findings] == [Status.REJECTED]


def test_a_ruling_whose_words_are_gone_is_an_orphan():
    reviewed = laid(ruling("confirm", SAID), found={}, text="Nothing of it.")
    assert [note.kind for note in reviewed.notes] == ["orphan"]
    assert not reviewed.findings


def test_a_ruling_follows_its_words_where_the_text_begins_later():
    reviewed = laid(ruling("confirm", SAID), found={}, text="By our staff. " + TEXT)
    (one,) = reviewed.findings
    assert one.content[0].cut("By our staff. " + TEXT) == "the bridge is safe"


def test_what_points_at_an_edited_entry_points_at_it_still():
    child = replace(DENIED, parent=SAID.id)
    made = replace(SAID, cue=(span(TEXT, "said the"),))
    reviewed = laid(ruling("edit", SAID, made), found=FOUND | {child.id: child})
    assert held(reviewed, child.id).parent == made.id
    assert back(reviewed) == FOUND | {child.id: child}


def test_taking_all_rulings_off_gives_the_machine_s_findings():
    made = replace(SAID, cue=(span(TEXT, "said the"),))
    reviewed = laid(
        ruling("edit", SAID, made, BO.span), ruling("reject", DENIED, number=2), ruling("confirm", made, number=3)
    )
    assert back(reviewed) == FOUND
