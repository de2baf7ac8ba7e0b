"""Random draws of one batch: from a seed and the number of the batch, never from the order of work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int8]
Array = npt.NDArray[Any]

OLDEST = 110
"""Ages run from 0 to 110."""


class Draws:
    """All randomness of batch ``index`` of the city ``seed``."""

    def __init__(self, seed: int, index: int) -> None:
        self.rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence((seed, index))))

    def floats(self, n: int) -> Floats:
        """Numbers in [0, 1)."""
        return self.rng.random(n)

    def chance(self, share: float | Array, n: int) -> Bools:
        """Each yes with its own share, independently."""
        return np.asarray(self.rng.random(n) < share)

    def pick(self, share: Array) -> Bools:
        """Yes with the given shares, and in all as many as the shares add up to (within one): systematic sampling.

        Rare things so appear in small cities too, and totals hardly vary from batch to batch.
        """
        steps = np.floor(np.cumsum(share) + self.rng.random())
        return np.asarray(np.diff(steps, prepend=0.0) > 0)

    def codes(self, shares: Sequence[float], n: int) -> Codes:
        """Positions 0, 1, … with the given shares (made to add up to 1)."""
        edges = np.cumsum(np.asarray(shares, dtype=np.float64))
        found = np.searchsorted(edges[:-1] / edges[-1], self.rng.random(n), side="right")
        return found.astype(np.int8)

    def rows(self, table: Floats, row: Array) -> Codes:
        """Positions with the shares of ``table[row]`` (each row adds up to 1)."""
        edges = np.cumsum(table, axis=1)[:, :-1]
        seen = self.rng.random(len(row))
        return np.asarray((edges[row] <= seen[:, None]).sum(axis=1), dtype=np.int8)

    def lognormal(self, median: float | Array, spread: float, n: int) -> Floats:
        """Log-normal amounts with the given median and standard deviation of the logarithm."""
        return np.asarray(median * np.exp(spread * self.rng.standard_normal(n)))

    def between(self, low: float | Array, high: float | Array, n: int) -> Floats:
        """Evenly between ``low`` and ``high``."""
        return np.asarray(low + (high - low) * self.rng.random(n))

    def whole(self, low: int, high: int, n: int) -> Ints:
        """Whole numbers from ``low`` to ``high``, both included."""
        return self.rng.integers(low, high + 1, n)

    def spread(self, cumulative: Floats, n: int) -> Ints:
        """``n`` cells, in order, each as often as its share (within one); ``cumulative`` ends in 1."""
        at = (np.arange(n) + self.rng.random()) / n
        return np.asarray(np.minimum(np.searchsorted(cumulative, at, side="right"), len(cumulative) - 1))

    def births(self, ages: Array, on: date) -> npt.NDArray[np.int32]:
        """Birth dates, as days since 1970-01-01, of people of these ages (whole years) on the day ``on``."""
        epoch = date(1970, 1, 1)
        latest = np.array([(_years_before(on, age) - epoch).days for age in range(OLDEST + 1)])
        found = latest[ages] - self.rng.integers(0, 365, len(ages))
        return found.astype(np.int32)


def _years_before(on: date, years: int) -> date:
    """The latest birth date of somebody aged ``years`` on the day ``on``; born on 29 February counts from 28 February."""
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return on.replace(year=on.year - years, day=day)


def yuan(amounts: Array) -> Ints:
    """Whole yuan as fen."""
    return np.rint(amounts).astype(np.int64) * 100
