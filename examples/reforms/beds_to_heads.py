"""From beds to heads (补床头→补人头): the money of the beds goes to assessed elders, wherever they live.

The operating subsidy of elder homes ends. Its two rates (``elder_services_bed_self_care``, ``elder_services_bed_dependent``),
set by the reform file, are paid with the nursing subsidy instead: the first to elders assessed as moderately disabled, the
second to the severely and totally disabled. Whoever had a tier of the nursing subsidy keeps it; the moderately disabled come
in. What 160号 三 bars from the nursing subsidy stays barred.
"""

from __future__ import annotations

from yihu.engines.rules import Money, rule
from yihu_beijing.facts import Ability, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.elder.allowances import (
    assessed_severe,
    elder_care_first_tier,
    elder_care_second_tier,
    elder_care_third_tier,
)


@rule(cites="改革方案", zh="养老机构运营补贴停发", en="the operating subsidy of elder homes ends")
def bed_subsidy_eligible(person: Person, law: Law) -> bool:
    return False


@rule(cites="改革方案", zh="按失能等级补人头", en="money a head, by assessed disability", unit="CNY/month")
def head_money(person: Person, law: Law) -> Money:
    if assessed_severe(person, law):
        return law.elder_services_bed_dependent
    if person.ability == Ability.MODERATE:
        return law.elder_services_bed_self_care
    return 0


@rule(cites="改革方案", zh="护理补贴原有档次", en="tier of the nursing subsidy as it is", unit="CNY/month")
def care_by_tier(person: Person, law: Law) -> Money:
    if elder_care_first_tier(person, law):
        return law.elder_care_first
    if elder_care_second_tier(person, law):
        return law.elder_care_second
    if elder_care_third_tier(person, law):
        return law.elder_care_third
    return 0


@rule(cites="改革方案", zh="属于护理补贴对象（含中度失能）", en="in one of the tiers, or moderately disabled")
def in_elder_care_tier(person: Person, law: Law) -> bool:
    return (
        elder_care_first_tier(person, law)
        or elder_care_second_tier(person, law)
        or elder_care_third_tier(person, law)
        or person.ability == Ability.MODERATE
    )


@rule(cites="改革方案", zh="失能老年人护理补贴加人头补贴", en="nursing subsidy with the money a head", unit="CNY/month")
def elder_care_amount(person: Person, law: Law) -> Money:
    return care_by_tier(person, law) + head_money(person, law)
