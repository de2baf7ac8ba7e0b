"""Readings of GB/T 42195-2022 that lost: the reasons stand in the decision of that number."""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.choices import Ability
from yihu_beijing.domains.assessment.facts import Assessment
from yihu_beijing.domains.assessment.rules import (
    at_risk,
    coma,
    final_level,
    ill_in_mind,
    one_worse,
    preliminary_level,
)
from yihu_beijing.law import Law


@rule(
    cites="GB/T 42195-2022 B.3.9",
    zh="最终等级（昏迷为重度失能）",
    en="final level, coma being severe loss",
    note=("决定0181的另一读法", "the other reading of decision 0181"),
)
def coma_is_severe(elder: Assessment, law: Law) -> Ability:
    if coma(elder, law):
        return Ability.SEVERE
    worse = ill_in_mind(elder, law) or at_risk(elder, law)
    return one_worse(elder, law) if worse else preliminary_level(elder, law)


@rule(cites="GB/T 42195-2022 C", zh="初步等级加重两级", en="two levels worse than the preliminary level")
def two_worse(elder: Assessment, law: Law) -> Ability:
    if preliminary_level(elder, law) == Ability.INTACT:
        return Ability.MODERATE
    return Ability.SEVERE if preliminary_level(elder, law) == Ability.MILD else Ability.TOTAL


@rule(
    cites="GB/T 42195-2022 C",
    zh="最终等级（两项加重叠加）",
    en="final level, the two changes adding up",
    note=("决定0182的另一读法", "the other reading of decision 0182"),
)
def changes_add_up(elder: Assessment, law: Law) -> Ability:
    if coma(elder, law):
        return Ability.TOTAL
    elif ill_in_mind(elder, law) and at_risk(elder, law):
        return two_worse(elder, law)
    worse = ill_in_mind(elder, law) or at_risk(elder, law)
    return one_worse(elder, law) if worse else preliminary_level(elder, law)


READINGS = (
    Reading(
        id="0181-coma-is-severe",
        zh="昏迷评为重度失能",
        en="coma is severe loss",
        replaced={final_level: coma_is_severe},
    ),
    Reading(
        id="0182-changes-add-up",
        zh="疾病和风险事件各加重一级，共两级",
        en="illness and risk events each make it one level worse, two in all",
        replaced={final_level: changes_add_up},
    ),
)
