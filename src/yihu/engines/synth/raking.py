"""Raking: weights as near as can be to prior ones that add up to given totals (Deville and Särndal 1992)."""

from __future__ import annotations

import numpy as np

from yihu.engines.synth.draws import Array, Floats


class RakingError(Exception):
    """No weights add up to the totals; says how far off the best ones are."""


def rake(prior: Floats, holds: Floats, totals: Floats, *, tolerance: float = 1e-8, most: int = 200) -> Floats:
    """Weights ``prior * exp(holds @ x)`` with ``weights @ holds == totals``.

    ``prior``: a weight a cell, zero stays zero. ``holds``: cells × totals, what one unit of a cell adds to each total.
    Damped Newton on the convex dual, each total measured relative to itself. Raises :class:`RakingError`.
    """
    scaled, wanted = holds / totals, np.ones(len(totals))
    x = np.zeros(len(totals))
    prior = prior * (totals.sum() / (prior @ holds).sum())
    error = np.inf
    for _ in range(most):
        weights = prior * np.exp(scaled @ x)
        gap = wanted - weights @ scaled
        error = float(np.abs(gap).max())
        if error < tolerance:
            return np.asarray(weights, dtype=np.float64)
        step = np.linalg.lstsq(scaled.T @ (weights[:, None] * scaled), gap, rcond=None)[0]
        x = x + step * _damping(prior, scaled, x, step, float(weights.sum() - x.sum()))
    raise RakingError(f"no weights reach the totals; the best are off by {error:.2%}: check totals against the kinds")


def _damping(prior: Floats, scaled: Floats, x: Array, step: Array, now: float) -> float:
    """Half the step until the dual does not rise."""
    share = 1.0
    while share > 1e-9:
        tried = x + share * step
        if float((prior * np.exp(np.minimum(scaled @ tried, 700.0))).sum() - tried.sum()) <= now:
            return share
        share /= 2
    return share
