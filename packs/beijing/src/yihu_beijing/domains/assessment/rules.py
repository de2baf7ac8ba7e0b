"""老年人能力评估: the level of ability by GB/T 42195-2022, in force since 2022-12-30.

Four sums (tables B.1 to B.4), their total, the preliminary level and the adjustments of section C. The text of the standard
is not in hand: items, maxima and bounds are those of two independent implementations of its form, which agree, and count
as reported. The form contradicts itself on coma and is silent on two changes at once: decisions 0181 and 0182. The level
is an ``Ability``, the same choice that a person of the family pack has, so an assessment is carried over as it stands.

Left out: who may assess, the two assessors and the form of the report (procedure).
"""

from __future__ import annotations

from yihu.engines.rules import months_between, rule
from yihu_beijing.choices import Ability
from yihu_beijing.domains.assessment.facts import Assessment
from yihu_beijing.law import Law

# B.1 to B.4 sums


@rule(cites="GB/T 42195-2022 B.1", zh="自理能力得分", en="score for self-care")
def self_care_score(elder: Assessment, law: Law) -> int:
    dressing = elder.dressing_upper + elder.dressing_lower
    return elder.eating + elder.grooming + elder.bathing + dressing + elder.bladder + elder.bowel + elder.toileting


@rule(cites="GB/T 42195-2022 B.2", zh="基础运动能力得分", en="score for basic mobility")
def mobility_score(elder: Assessment, law: Law) -> int:
    return elder.bed_mobility + elder.transfer + elder.walking + elder.stairs


@rule(cites="GB/T 42195-2022 B.3", zh="精神状态得分", en="score for the state of mind")
def mind_score(elder: Assessment, law: Law) -> int:
    orientation = elder.time_orientation + elder.place_orientation + elder.person_orientation
    cognition = orientation + elder.memory + elder.understanding + elder.expression
    return cognition + elder.aggression + elder.depression + elder.consciousness


@rule(cites="GB/T 42195-2022 B.4", zh="感知觉与社会参与得分", en="score for senses and social life")
def senses_score(elder: Assessment, law: Law) -> int:
    return elder.sight + elder.hearing + elder.daily_affairs + elder.transport + elder.social


@rule(cites="GB/T 42195-2022 C", zh="总分", en="total score")
def total_score(elder: Assessment, law: Law) -> int:
    return self_care_score(elder, law) + mobility_score(elder, law) + mind_score(elder, law) + senses_score(elder, law)


# C levels


@rule(cites="GB/T 42195-2022 C", zh="初步等级", en="preliminary level")
def preliminary_level(elder: Assessment, law: Law) -> Ability:
    if total_score(elder, law) >= law.assessment_intact:
        return Ability.INTACT
    elif total_score(elder, law) >= law.assessment_mild:
        return Ability.MILD
    elif total_score(elder, law) >= law.assessment_moderate:
        return Ability.MODERATE
    return Ability.SEVERE if total_score(elder, law) >= law.assessment_severe else Ability.TOTAL


@rule(cites="GB/T 42195-2022 B.3.9", zh="昏迷", en="in coma")
def coma(elder: Assessment, law: Law) -> bool:
    return elder.consciousness == 0


@rule(cites="GB/T 42195-2022 C", zh="确诊痴呆或其他精神行为障碍", en="dementia or another mental disorder")
def ill_in_mind(elder: Assessment, law: Law) -> bool:
    return elder.dementia or elder.mental_disorder


@rule(cites="GB/T 42195-2022 C", zh="近30天照护风险事件次数", en="care risk events of the last 30 days")
def risk_events(elder: Assessment, law: Law) -> int:
    return elder.falls + elder.lost + elder.choking + elder.self_harm + elder.other_events


@rule(cites="GB/T 42195-2022 C", zh="照护风险事件达到次数", en="enough care risk events")
def at_risk(elder: Assessment, law: Law) -> bool:
    return risk_events(elder, law) >= law.assessment_risk_events


@rule(cites="GB/T 42195-2022 C", zh="初步等级加重一级", en="one level worse than the preliminary level")
def one_worse(elder: Assessment, law: Law) -> Ability:
    if preliminary_level(elder, law) == Ability.INTACT:
        return Ability.MILD
    elif preliminary_level(elder, law) == Ability.MILD:
        return Ability.MODERATE
    return Ability.SEVERE if preliminary_level(elder, law) == Ability.MODERATE else Ability.TOTAL


@rule(
    cites="GB/T 42195-2022 C",
    zh="最终等级",
    en="final level of ability",
    note=(
        "昏迷直接为完全失能（决定0181）；两项加重不叠加（决定0182）",
        "coma is total loss (decision 0181); two changes do not add up (decision 0182)",
    ),
)
def final_level(elder: Assessment, law: Law) -> Ability:
    if coma(elder, law):
        return Ability.TOTAL
    worse = ill_in_mind(elder, law) or at_risk(elder, law)
    return one_worse(elder, law) if worse else preliminary_level(elder, law)


@rule(cites="GB/T 42195-2022", zh="应当重新评估", en="to be assessed again")
def assess_again(elder: Assessment, law: Law) -> bool:
    return months_between(elder.assessed_on, law.first_day) >= law.assessment_valid_months


ANSWERS = (final_level, assess_again)
BESIDE = (preliminary_level, total_score, self_care_score, mobility_score, mind_score, senses_score)
"""Shown where they are known; somebody in coma need not be scored for them."""
