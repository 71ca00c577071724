"""What is not shown as certain, however sure the tagger is."""

from dataclasses import replace

import pytest

from onrecord.analyse import certainty
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Band, Mode, ZoneKind


def said(text: str, source: str, cue: str, content: str, speaker: str | None, link: str = "0.97") -> Statement:
    """A statement whose spans are the first places of these words."""

    def spans(words: str) -> Spans:
        return (Span(text.index(words), text.index(words) + len(words)),)

    return Statement(
        "r", spans(source), spans(cue), spans(content), Mode.INDIRECT, Act.SAY, ZoneKind.BODY, 0.95, Band.CERTAIN,
        "", "", "tagger", speaker=speaker, features=(("speaker_link", link),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "content", "speaker", "why"),
    [
        ("Ana Berk said it was late.", "Ana Berk", "it was late", "Ana Berk", ""),
        ("a one-pill dose, Ana Berk said", "Ana Berk", "pill dose", "Ana Berk", certainty.WITHIN),
        ("Ana Berk said that Mr. Tromp Donal TrompJan left", "Ana Berk", "that Mr. Tromp Donal TrompJan", "Ana Berk",
         certainty.PASTED),
        ("The bill is out. Vote said it was late.", "Vote", "it was late", "Vote", certainty.COMMON),
        ("Parting said it was late. It rained.", "Parting", "it was late", "Parting", certainty.COMMON),
        ("The Parting rose. Parting said it was late, and Parting left.", "Parting", "it was late", "Parting", ""),
        ("On Monday Ardvania and Torvela said it was late.", "Ardvania", "it was late", "Ardvania", certainty.SEVERAL),
    ],
)  # fmt: skip
def test_what_keeps_a_statement_from_being_certain(
    text: str, source: str, content: str, speaker: str, why: str
) -> None:
    assert certainty.against(text, said(text, source, "said", content, speaker)) == why


def test_a_source_that_may_stand_for_somebody_else_is_not_certain() -> None:
    text = "He said it was late."
    assert certainty.against(text, said(text, "He", "said", "it was late", "Ana Berk", "0.80")) == certainty.GUESSED
    assert certainty.against(text, said(text, "He", "said", "it was late", None, "0.00")) == ""


def test_what_was_said_on_an_occasion_told_in_passing_by_a_pronoun_is_not_certain() -> None:
    text = "Casimir Roe slammed the minister after a talk in Velday, where she said it was late."
    one = replace(said(text, "she", "said", "it was late", "Casimir Roe"), speaker_evidence=(Span(0, 11),))
    assert certainty.against(text, one) == certainty.ASIDE
