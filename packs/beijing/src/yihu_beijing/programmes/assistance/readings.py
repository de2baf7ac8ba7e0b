"""Readings that lost: where a text allows two, rules that give the other one, by name.

The reasons stand in ``docs/decisions`` under the number in each rule's note. ``book.with_(replaced=READINGS[name])`` is the
rulebook under that reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yihu.engines.rules import Money, Number, Rule, count, round_half_up, rule
from yihu_beijing.facts import Home, Obligor, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.assessed import (
    assessed_family_income,
    assessed_income,
    assessed_per_head,
    disregard,
    disregard_severe,
    reward,
    wage_counted,
)
from yihu_beijing.programmes.assistance.dibao import full_standard, own_dibao, supplement
from yihu_beijing.programmes.assistance.low_income import below_line
from yihu_beijing.programmes.assistance.means import (
    counted,
    heads,
    income_per_head,
    serious_or_severe,
    severely_disabled,
)
from yihu_beijing.programmes.assistance.standards import low_income_line, standard
from yihu_beijing.programmes.assistance.support import by_paper, computed_support, support, support_received
from yihu_beijing.programmes.assistance.temporary import assisted, first_rate, second_rate, spending_cap


@rule(
    cites="京民社救发〔2018〕445号 九(一)、(二)",
    zh="本人低保金额（全额另加差额）",
    en="own 低保, the full standard on top of the gap",
    unit="CNY/month",
    note=("决定0102的另一读法", "the other reading of decision 0102"),
)
def own_dibao_on_top(person: Person, law: Law) -> Money:
    line = standard(person.home, law)
    gap = max(line - assessed_per_head(person.home, law), 0)
    return gap + (line if full_standard(person, law) else 0) + supplement(person, law)


@rule(
    cites="京民社救发〔2018〕445号 十(一)",
    zh="核减后的家庭收入（可为负）",
    en="assessed income without a floor",
    unit="CNY/month",
    note=("决定0106的另一读法", "the other reading of decision 0106"),
)
def family_income_unfloored(home: Home, law: Law) -> Money:
    found = sum(assessed_income(m, law) for m in home.members if counted(m, law))
    return found + support_received(home, law) - disregard(home, law)


@rule(
    cites="京民社救发〔2018〕445号 十(三)1",
    zh="计入的工资（可为负）",
    en="wage that counts without a floor",
    unit="CNY/month",
    note=("决定0106的另一读法", "the other reading of decision 0106"),
)
def wage_unfloored(person: Person, law: Law) -> Money:
    return person.wage - reward(person.home, law) if person.wage > 0 else 0


@rule(
    cites="京民社救发〔2018〕445号 十(一)1",
    zh="重病重残收入核减（按人）",
    en="disregard for each member gravely ill or severely disabled",
    unit="CNY/month",
    note=("决定0115的另一读法", "the other reading of decision 0115"),
)
def disregard_each(home: Home, law: Law) -> Money:
    people = count(counted(m, law) and serious_or_severe(m, law) for m in home.members)
    further = law.dibao_disregard_guardian if home.carer_over_60 and people > 0 else 0
    return round_half_up((law.dibao_disregard_severe * people + further) * standard(home, law), 2)


@rule(
    cites="京民社救发〔2018〕445号 十二",
    zh="计入的赡养、抚养、扶养费（实付更高的一律按实付）",
    en="support that counts, whatever is paid if more, papers included",
    unit="CNY/month",
    note=("决定0107的另一读法", "the other reading of decision 0107"),
)
def support_or_paid(obligor: Obligor, law: Law) -> Money:
    if by_paper(obligor, law):
        return max(obligor.paper_amount, obligor.paid)
    return max(computed_support(obligor, law), obligor.paid)


@rule(
    cites="京民社救发〔2018〕445号 二(四)2、十一(一)",
    zh="低于认定标准且未规避法律",
    en="below the line, and not by evading the law",
    note=("决定0110的另一读法", "the other reading of decision 0110"),
)
def below_line_unevaded(home: Home, law: Law) -> bool:
    return not home.evaded and income_per_head(home, law) < low_income_line(home, law)


@rule(
    cites="京民社救发〔2020〕86号 三(二)2",
    zh="第一段救助比例（乘以110%）",
    en="first rate, raised by a tenth of itself",
    places=2,
    note=("决定0116的另一读法", "the other reading of decision 0116"),
)
def first_rate_tenth(home: Home, law: Law) -> Number:
    if assisted(home, law):
        return law.temporary_rate_assisted_first
    severe = any(counted(m, law) and severely_disabled(m, law) for m in home.members)
    added = law.temporary_rate_other_first * law.temporary_rate_severe_extra if severe else 0
    return round_half_up(law.temporary_rate_other_first + added, 2)


@rule(
    cites="京民社救发〔2020〕86号 三(二)2",
    zh="第二段救助比例（乘以110%）",
    en="second rate, raised by a tenth of itself",
    places=2,
    note=("决定0116的另一读法", "the other reading of decision 0116"),
)
def second_rate_tenth(home: Home, law: Law) -> Number:
    if assisted(home, law):
        return law.temporary_rate_assisted_second
    severe = any(counted(m, law) and severely_disabled(m, law) for m in home.members)
    added = law.temporary_rate_other_second * law.temporary_rate_severe_extra if severe else 0
    return round_half_up(law.temporary_rate_other_second + added, 2)


@rule(
    cites="京民社救发〔2020〕86号 三(二)",
    zh="支出型救助金上限（按人）",
    en="cap of relief of spending, a person",
    unit="CNY",
    note=("决定0117的另一读法", "the other reading of decision 0117"),
)
def spending_cap_each(home: Home, law: Law) -> Money:
    return law.temporary_cap_months * standard(home, law) * heads(home, law)


READINGS: Mapping[str, Mapping[Rule[Any, Any, Any], Rule[Any, Any, Any]]] = {
    "0102-full-standard-on-top": {own_dibao: own_dibao_on_top},
    "0106-no-floors": {assessed_family_income: family_income_unfloored, wage_counted: wage_unfloored},
    "0107-paid-above-papers": {support: support_or_paid},
    "0110-evasion-bars-low-income": {below_line: below_line_unevaded},
    "0115-disregard-each-person": {disregard_severe: disregard_each},
    "0116-rate-raised-by-a-tenth": {first_rate: first_rate_tenth, second_rate: second_rate_tenth},
    "0117-cap-each-person": {spending_cap: spending_cap_each},
}
