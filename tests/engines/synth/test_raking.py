"""Raking reaches the totals, stays near the prior, and says when it cannot."""

from __future__ import annotations

import numpy as np
import pytest

from yihu.engines.synth import RakingError, rake


def test_weights_add_up_to_the_totals() -> None:
    holds = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 5.0]])
    weights = rake(np.array([1.0, 1.0, 1.0]), holds, np.array([100.0, 231.0]))
    assert weights @ holds == pytest.approx([100, 231])
    assert (weights > 0).all()


def test_a_prior_that_already_fits_is_kept() -> None:
    prior = np.array([20.0, 30.0, 50.0])
    holds = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
    assert rake(prior, holds, prior @ holds) == pytest.approx(prior)


def test_a_cell_without_prior_weight_stays_empty() -> None:
    holds = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
    assert rake(np.array([1.0, 0.0, 1.0]), holds, np.array([10.0, 25.0]))[1] == 0


def test_totals_out_of_reach_are_an_error_that_says_how_far() -> None:
    holds = np.array([[1.0, 1.0], [1.0, 2.0]])
    with pytest.raises(RakingError, match="off by"):
        rake(np.array([1.0, 1.0]), holds, np.array([100.0, 500.0]))
