"""What the field ``rights`` asks for. Nothing of it is published: the shares are assumptions."""

from __future__ import annotations

import numpy as np

from yihu.engines.synth import Draws
from yihu.engines.synth.draws import Array
from yihu_beijing.facts.rights import LegalMatter
from yihu_beijing.synth.draft import Draft

REPORTS = 0.004
"""Registered children below 16 without a certificate who have a report of disability."""

MATTERS = 0.002
KINDS = (0.70, 0.22, 0.08)
"""Adults with a matter for legal aid in a year; by kind, in the order of ``LegalMatter`` after none."""

DISCREDITED = 0.001
"""Adults on a list of the discredited."""


def draw(draft: Draft) -> None:
    """Fill the columns of ``facts/rights.py``."""
    draws, person, age, n = draft.draws, draft.person, draft.members.age, draft.people
    for name in ("rehabilitation_report", "discredited"):
        person[name] = np.zeros(n, bool)
    person["legal_matter"] = np.zeros(n, np.int8)
    young = np.flatnonzero(draft.own & (age < 16))
    young = young[some(draws, len(young), REPORTS)]
    person["rehabilitation_report"][young] = person["disability"][young] == 0
    grown = some(draws, n, DISCREDITED)
    person["discredited"][grown] = age[grown] >= 18
    at = some(draws, n, MATTERS)
    at = at[age[at] >= 18]
    kinds = 1 + draws.codes(KINDS, len(at))
    local = draft.own[at] & (kinds == LegalMatter.MIGRANT_PAY.code)
    person["legal_matter"][at] = np.where(local, LegalMatter.LISTED.code, kinds)


def some(draws: Draws, n: int, share: float) -> Array:
    """Positions of about this share of ``n``: cheap where it is small, and never nobody for good in a small city."""
    count = int(n * share + draws.rng.random())
    return np.unique(draws.rng.integers(0, max(n, 1), count))
