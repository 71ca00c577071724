"""Mentions of one report become chains: forms with how often they occur, and what resolving needs of the report."""

from dataclasses import replace

from onrecord.model.mention import Mention, mention_id
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Band, Form, ZoneKind
from onrecord.resolve.chains import Header, chains

TEXT = "Fisk warns Torvela\n\nForeign Minister Lena Fisk warned Torvela. The minister saw Harbour Council. She left."
HEADER = Header("r1", "Sarvin Courier", "2031-04-01")


def mention(words: str, chain: str, form: Form = Form.NAME, *, nth: int = 0, **more: object) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    span = Span(start, start + len(words))
    id, label = mention_id("r1", _span(chain)), "rules 2"
    made = Mention("r1", span, span, form, id, ZoneKind.BODY, 0.9, Band.LIKELY, "because", "name", label)
    return replace(made, **more)  # type: ignore[arg-type]


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FISK = [
    mention("Fisk", "Fisk", zone=ZoneKind.HEADLINE, type=ActorType.PERSON, name="Lena Fisk"),
    mention("Lena Fisk", "Fisk", type=ActorType.PERSON, name="Lena Fisk", title=(_span("Foreign Minister"),)),
    mention("The minister", "Fisk", Form.NOMINAL, type=ActorType.PERSON, name="Lena Fisk"),
    mention("She", "Fisk", Form.PRONOUN, type=ActorType.PERSON, name="Lena Fisk", gender="f"),
]


def test_a_chain_has_the_forms_of_its_mentions() -> None:
    (made,) = chains(HEADER, TEXT, FISK, ())
    assert [(w.words, w.times) for w in made.names] == [("Fisk", 1), ("Lena Fisk", 1)]
    assert [w.words for w in made.titles] == ["Foreign Minister"]
    assert [w.words for w in made.nominals] == ["The minister"]
    assert (made.name, made.type, made.gender, made.mentions, made.headline) == ("Lena Fisk", "person", "f", 4, 1)
    assert (made.report, made.outlet, made.published, made.position) == ("r1", "Sarvin Courier", "2031-04-01", 0)


def test_a_headline_that_runs_a_name_into_other_words_gives_no_name() -> None:
    run_on = mention("Fisk warns", "Fisk", zone=ZoneKind.HEADLINE, rule="headline", type=ActorType.PERSON)
    (made,) = chains(HEADER, TEXT, [run_on, *FISK[1:]], ())
    assert [w.words for w in made.names] == ["Lena Fisk"]


def test_every_chain_is_kept_pronouns_alone_too() -> None:
    assert [one.names for one in chains(HEADER, TEXT, [mention("She", "She", Form.PRONOUN)], ())] == [()]


def test_a_body_of_any_state_has_the_states_of_its_report() -> None:
    council = mention("Harbour Council", "Harbour Council", type=ActorType.ORGANISATION, name="Harbour Council")
    torvela = [mention("Torvela", "Torvela", nth=nth, type=ActorType.STATE, name="Torvela") for nth in (0, 1)]
    made = {one.name: one for one in chains(HEADER, TEXT, [*torvela, council, *FISK], ())}
    assert ("setting", "torvela") in made["Harbour Council"].features
    assert made["Lena Fisk"].features == ()


def test_grounds_that_another_report_may_contradict_make_a_guess() -> None:
    grounds = (("type", "stands behind a word of place"),)
    guessed = mention("Torvela", "Torvela", type=ActorType.PLACE, name="Torvela", features=grounds)
    sure = replace(guessed, features=(("type", "a country in the gazetteer"),))
    found = [chains(HEADER, TEXT, [one], ())[0].features for one in (guessed, sure)]
    assert found == [(("type", "guess"),), ()]
