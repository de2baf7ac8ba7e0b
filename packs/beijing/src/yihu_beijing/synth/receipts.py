"""Gaps between what the law gives and what is paid: how many, who may have stayed on, which amounts are old."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import numpy as np

from yihu.engines.synth import Facts, Gaps
from yihu.engines.synth.draws import Bools
from yihu_beijing.facts import Hukou, ParentState
from yihu_beijing.synth import assumptions as a

LAST_RAISE = 1_395 / 1_450
"""低保 standard of July 2023 to that of July 2024 (law/dibao.yaml): amounts that follow the standard were as much lower."""

GAPS = Gaps(
    missed=1 - a.RECEIVED,
    stayed=a.OVERSTAYED,
    stale=a.WRONG_AMOUNT,
    before={
        "granted.dibao": LAST_RAISE,
        "members.granted.dibao_person": LAST_RAISE,
        "members.granted.low_income_child": LAST_RAISE,
        "members.granted.tekun_basic": LAST_RAISE,
        "members.granted.disability_living": LAST_RAISE,
    },
)


def _was_poor(facts: Facts) -> Bools:
    """Registered families without a vehicle whose income a head is not far above the line: once they were below."""
    income = facts["members.wage"] + facts["members.business_income"] + facts["members.pension"]
    registered = facts["members.hukou"] == Hukou.BEIJING.code
    sizes = facts.sizes("members")
    modest = facts.total("members", income) < 360_000 * sizes
    return np.asarray(modest & (facts["vehicles"] == 0) & (facts.total("members", registered) == sizes))


def _moved_away(facts: Facts) -> Bools:
    """People of 80 or more registered elsewhere: they were registered here."""
    return np.asarray((facts["members.birth"] <= facts.born_by(80)) & (facts["members.hukou"] == Hukou.OTHER.code))


def _lost_one_parent(facts: Facts) -> Bools:
    dead = ParentState.DEAD.code
    return np.asarray((facts["members.father"] == dead) | (facts["members.mother"] == dead))


def _certified(facts: Facts) -> Bools:
    return np.asarray(facts["members.disability_grade"] > 0)


def _certified_elder(facts: Facts) -> Bools:
    return np.asarray(_certified(facts) & (facts["members.birth"] <= facts.born_by(60)))


STAYED: Mapping[str, Callable[[Facts], Bools]] = {
    "granted.dibao": _was_poor,
    "granted.low_income": _was_poor,
    "members.granted.elder_age": _moved_away,
    "members.granted.elder_care": _certified_elder,
    "members.granted.disability_living": _certified,
    "members.granted.disability_care": _certified,
    "members.granted.unsupported_child": _lost_one_parent,
}
"""By column: who may still be paid though no longer entitled. Other programmes have nobody."""


def candidates(table: Any, on: date) -> dict[str, Bools]:
    """For each column, who may have stayed on."""
    facts = Facts(table, on)
    return {column: who(facts) for column, who in STAYED.items()}
