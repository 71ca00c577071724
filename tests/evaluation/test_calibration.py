"""A calibration error says how far confidence and truth lie apart."""

import random

from evaluation.scoring.calibration import Judged, expected_calibration_error, reliability


def test_confidence_that_means_what_it_says_has_no_error() -> None:
    judged = [Judged(0.75, right) for right in (1, 1, 1, 0)] * 25
    assert expected_calibration_error(judged) == 0


def test_being_sure_and_always_wrong_is_an_error_of_one() -> None:
    assert expected_calibration_error([Judged(1.0, 0.0)] * 30) == 1


def test_the_error_of_two_groups_is_the_mean_of_their_distances() -> None:
    judged = [Judged(0.9, 0.5)] * 50 + [Judged(0.2, 0.3)] * 50
    assert abs(expected_calibration_error(judged) - (0.4 + 0.1) / 2) < 1e-9


def test_bins_are_of_equal_mass() -> None:
    rng = random.Random(1)
    sizes = [part.size for part in reliability(Judged(rng.random(), 1.0) for _ in range(103))]
    assert len(sizes) == 10
    assert max(sizes) - min(sizes) <= 1
    assert sum(sizes) == 103


def test_fewer_predictions_than_bins_fill_a_bin_each() -> None:
    assert [part.size for part in reliability([Judged(0.1, 0), Judged(0.9, 1)])] == [1, 1]


def test_the_order_of_equal_confidences_changes_nothing() -> None:
    judged = [Judged(0.8, float(n % 3 == 0)) for n in range(40)] + [Judged(0.3, float(n % 4 == 0)) for n in range(25)]
    mixed = list(judged)
    random.Random(2).shuffle(mixed)
    assert expected_calibration_error(judged) == expected_calibration_error(mixed)


def test_nothing_judged_has_no_error() -> None:
    assert expected_calibration_error([]) == 0
