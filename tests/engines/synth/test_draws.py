"""Draws depend on seed and batch alone, and keep the shares they are given."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yihu.engines.rules import age_on
from yihu.engines.synth import Draws

EPOCH = date(1970, 1, 1)


def test_the_same_seed_and_batch_draw_the_same() -> None:
    assert (Draws(7, 3).floats(100) == Draws(7, 3).floats(100)).all()
    assert (Draws(7, 3).floats(100) != Draws(7, 4).floats(100)).all()
    assert (Draws(7, 3).floats(100) != Draws(8, 3).floats(100)).all()


@given(st.integers(0, 2**32), st.floats(0, 0.2), st.integers(1, 5_000))
def test_picking_takes_as_many_as_the_shares_add_up_to(seed: int, share: float, n: int) -> None:
    picked = Draws(seed, 0).pick(np.full(n, share)).sum()
    assert abs(picked - share * n) <= 1


def test_nobody_is_picked_whose_share_is_zero() -> None:
    share = np.tile([0.0, 0.5], 1_000)
    assert not Draws(1, 0).pick(share)[::2].any()


def test_codes_have_their_shares() -> None:
    found = Draws(1, 0).codes((1, 0, 3), 100_000)
    assert np.bincount(found, minlength=3) / 100_000 == pytest.approx([0.25, 0, 0.75], abs=0.01)


def test_cells_are_each_taken_as_often_as_their_share() -> None:
    shares = np.array([0.5, 0.3, 0.2])
    taken = np.bincount(Draws(1, 0).spread(np.cumsum(shares), 1_000))
    assert np.abs(taken - shares * 1_000).max() <= 1


@pytest.mark.parametrize("on", [date(2024, 7, 1), date(2024, 2, 29), date(2023, 3, 1), date(2024, 12, 31)])
def test_everybody_is_of_the_age_drawn(on: date) -> None:
    ages = np.repeat(np.arange(111), 30)
    for age, days in zip(ages, Draws(1, 0).births(ages, on), strict=True):
        born = EPOCH + timedelta(days=int(days))
        assert born <= on
        assert age_on(born, on, feb29="feb28") == age
