"""What any fair scorer of attributions must do."""

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from evaluation.scoring.attributions import SUBSETS, Gold, score
from evaluation.scoring.counts import Counts, bootstrap
from evaluation.scoring.matching import Criterion, match, match_closest
from evaluation.scoring.tokens import Attribution, TokenText, quotation_state
from onrecord.model.span import Span

TEXT = (
    "Ana Ruiz said the bridge was safe. “We tested it,” she said, “and it holds.” Officials denied that.\n"
    "The ministry warned of delays, according to a letter. Nobody was blamed."
)


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


GOLD = (
    Attribution((span("Ana Ruiz"),), (span("said"),), (span("the bridge was safe"),)),
    Attribution((span("she"),), (span("said", 1),), (span("“We tested it,”"), span("“and it holds.”"))),
    Attribution((span("Officials"),), (span("denied"),), (span("that"),)),
    Attribution((), (span("warned"),), (span("of delays"),)),
)

pieces = st.builds(
    lambda start, length: (Span(start, min(len(TEXT), start + length)),),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 60),
)
guesses = st.lists(st.builds(Attribution, st.one_of(st.just(()), pieces), pieces, pieces), max_size=8)


def scored(attributions: Sequence[Attribution]) -> dict[tuple[str, str], Counts]:
    return score(Gold("d", TEXT, (GOLD,)), attributions).tally


def test_the_gold_itself_scores_a_hundred_on_every_measure() -> None:
    assert all(counts.f1 == 1 for counts in scored(GOLD).values())


def test_nothing_predicted_scores_zero_and_counts_the_gold() -> None:
    tally = scored(())
    assert all(counts.f1 == 0 and counts.right == 0 and counts.predicted == 0 for counts in tally.values())
    assert tally["all", "who-what"].gold == len(GOLD)


@given(guesses, st.randoms(use_true_random=False))
def test_the_order_of_predictions_changes_nothing(some: list[Attribution], rng: random.Random) -> None:
    mixed = list(some)
    rng.shuffle(mixed)
    assert scored(some) == scored(mixed)


@given(guesses)
def test_every_prediction_stands_for_one_gold_item_at_most_and_the_other_way_round(some: list[Attribution]) -> None:
    text = TokenText(TEXT)
    golds, views = [text.view(g) for g in GOLD], [text.view(g) for g in some]
    for criterion in Criterion:
        for link in (match(golds, views, criterion), match_closest(golds, views, criterion)):
            assert len(set(link.values())) == len(link)
            assert all(criterion.admits(golds[i], views[j]) for j, i in link.items())


@given(guesses)
def test_preferring_close_pairs_loses_no_pair(some: list[Attribution]) -> None:
    text = TokenText(TEXT)
    golds, views = [text.view(g) for g in GOLD], [text.view(g) for g in some]
    for criterion in Criterion:
        assert len(match(golds, views, criterion)) == len(match_closest(golds, views, criterion))


@given(guesses)
def test_who_what_never_exceeds_overlap_and_direct_and_indirect_make_up_all(some: list[Attribution]) -> None:
    tally = scored(some)
    for subset in SUBSETS:
        assert tally[subset, "who-what"].right <= tally[subset, "overlap"].right
    parts = tally["direct", "who-what"].plus(tally["indirect", "who-what"])
    assert parts[1:] == tally["all", "who-what"][1:]


def test_a_prediction_said_twice_is_right_once() -> None:
    assert scored((GOLD[0], GOLD[0]))["all", "who-what"] == (1, 2, len(GOLD))


def test_a_wrong_speaker_keeps_the_overlap_and_loses_who_what() -> None:
    tally = scored((Attribution((span("The ministry"),), GOLD[0].cue, GOLD[0].content),))
    assert tally["all", "overlap"].right == 1
    assert tally["all", "who-what"].right == 0


def test_two_annotators_weigh_one_half_each() -> None:
    both = score(Gold("d", TEXT, (GOLD, ())), GOLD)
    assert both.tally["all", "who-what"] == (len(GOLD) / 2, len(GOLD), len(GOLD) / 2)
    assert [verdict.right for verdict in both.verdicts] == [0.5] * len(GOLD)


def test_a_quotation_ends_at_its_mark_or_with_its_line() -> None:
    cut = "He “said\nso” and “more” here"
    state = quotation_state(cut)
    assert "".join(c for c, inside in zip(cut, state, strict=True) if inside) == "“said“more”"


def test_an_interval_holds_the_value_and_the_same_seed_gives_the_same_interval() -> None:
    values = [float(n) for n in range(50)]
    interval = bootstrap(values, lambda some: sum(some) / len(some), 400)
    assert interval is not None
    assert interval.low < 24.5 < interval.high
    assert interval == bootstrap(values, lambda some: sum(some) / len(some), 400)


def test_without_rounds_there_is_no_interval() -> None:
    assert bootstrap([1.0], sum, 0) is None
