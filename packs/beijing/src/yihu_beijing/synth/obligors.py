"""Families outside that owe support: grown children of old people living apart, and the other parent of a child."""

from __future__ import annotations

import numpy as np

from yihu.engines.synth.draws import Array, Ints
from yihu_beijing.facts import Duty, Paper
from yihu_beijing.synth import assumptions as a
from yihu_beijing.synth.city import NUMBER
from yihu_beijing.synth.draft import DIBAO, NEAR, NONE, TEKUN, Draft
from yihu_beijing.synth.money import STANDARD

APART = (NUMBER["elder_alone"], NUMBER["elder_couple"])


def obligors(draft: Draft) -> tuple[Ints, dict[str, Array]]:
    """Offsets (one more than families) and the columns of the obligors, in the units of a snapshot."""
    draws = draft.draws
    counts = _counts(draft)
    offsets = np.concatenate(([0], np.cumsum(counts)))
    family = np.repeat(np.arange(draft.families), counts)
    n = len(family)
    poor = draft.need[family] != NONE
    people = 1 + draws.codes(a.OBLIGOR_PEOPLE, n).astype(np.int64)
    income = draws.lognormal(a.OBLIGOR_INCOME[0], a.OBLIGOR_INCOME[1], n)
    income = np.where(poor, draws.between(*a.OBLIGOR_POOR_INCOME, n) * 1.5 * STANDARD * people, np.minimum(income, 5e6))
    assets = np.minimum(draws.lognormal(a.OBLIGOR_ASSETS[0], a.OBLIGOR_ASSETS[1], n), 5e7)
    assets = np.where(poor, draws.between(*a.OBLIGOR_POOR_ASSETS, n) * people, assets)
    homes = np.where(poor, draws.chance(a.OBLIGOR_POOR_HOME, n), draws.codes(a.OBLIGOR_HOMES, n)).astype(np.int64)
    elder = np.isin(draft.kind[family], APART)
    able = draft.home["able_child"][family] & (np.arange(n) == offsets[family])
    homes = np.where(able, 2, homes)
    court = ~elder & draws.chance(a.OBLIGOR_PAPER, n) & ~poor
    paid = np.where(elder, 0.0, 0.2 * income) * draws.chance(a.OBLIGOR_PAYS, n) * ~poor
    return offsets, {
        "duty": np.where(elder, Duty.ELDER.code, Duty.CHILD.code).astype(np.int8),
        "income": np.rint(income).astype(np.int64) * 100,
        "people": people,
        "families": 1 + draws.codes(a.OBLIGOR_FAMILIES, n).astype(np.int64),
        "children": np.where(elder, 1, 1 + draws.codes(a.OBLIGOR_CHILDREN, n)).astype(np.int64),
        "assisted": draws.chance(np.where(poor & ~able, a.OBLIGOR_ASSISTED, 0.0), n),
        "homes": homes,
        "small_homes": (homes == 1) & draws.chance(a.SMALL_HOMES, n),
        "movable_assets": np.rint(assets).astype(np.int64) * 100,
        "ill_or_disabled": draws.chance(np.where(able, 0.0, a.OBLIGOR_ILL), n),
        "paper": np.where(court, Paper.COURT.code, Paper.NONE.code).astype(np.int8),
        "paper_amount": np.where(court, np.rint(np.minimum(0.2 * income, 20_000)), 0).astype(np.int64) * 100,
        "paid": np.rint(np.minimum(paid, 20_000)).astype(np.int64) * 100,
    }


def _counts(draft: Draft) -> Ints:
    """Families that owe support to each family."""
    draws = draft.draws
    found = np.zeros(draft.families, np.int64)
    low = 0
    for high, shares in a.CHILDREN_ELSEWHERE:
        at = np.flatnonzero(draft.registered & np.isin(draft.kind, APART) & (draft.first >= low) & (draft.first < high))
        found[at] = draws.codes(shares, len(at))
        low = high
    found[(draft.need == DIBAO) & draws.chance(a.DIBAO_NO_OBLIGOR, draft.families)] = 0
    found[draft.need == TEKUN] = 0
    able = draft.home["able_child"]
    found[able] = np.maximum(found[able], 1)
    parent = draft.home["single_parent"] & draft.registered & ((draft.need == NONE) | (draft.need == DIBAO))
    at = np.flatnonzero(parent & (draft.need != NEAR))
    found[at] = draws.chance(np.where(draft.need[at] == DIBAO, a.DIBAO_OTHER_PARENT, a.OTHER_PARENT), len(at))
    return found
