"""The fit of what reasons weigh."""

import numpy

from eval.calibration import fit
from eval.tasks.factuality import calibrated, score


def test_a_fit_finds_the_weights_and_forgives_a_wild_answer() -> None:
    table = numpy.array([[1.0, 0.0], [1.0, 1.0]] * 200)
    gold = numpy.array([3.0, -1.0] * 200)
    gold[0] = -3.0
    base, weight = fit(table, gold)
    assert abs(base - 3.0) < 0.2 and abs(weight + 4.0) < 0.2


def test_scores_stay_on_the_scale_and_negation_lowers_them() -> None:
    assert score(("put as asserted", "form past")) > score(("put as negated", "form past", "itself negated"))
    assert -3.0 <= score(tuple(calibrated())) <= 3.0
