"""Readings of 低保, 低收入, 特困 and temporary relief that lost; the reasons stand in ``docs/decisions`` under each number."""

from __future__ import annotations

from yihu.engines.rules import Money, Number, count, round_half_up, rule
from yihu.engines.rules.reform import Reading
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
    words=("家庭月人均收入与本市城乡低保标准的差额", "标准的全额确定保障金额"),
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
    words="对申请城乡低保家庭收入作适当核减后再计算",
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
    words="先从其收入中扣除",
    zh="计入的工资（可为负）",
    en="wage that counts without a floor",
    unit="CNY/month",
    note=("决定0106的另一读法", "the other reading of decision 0106"),
)
def wage_unfloored(person: Person, law: Law) -> Money:
    return person.wage - reward(person.home, law) if person.wage > 0 else 0


@rule(
    cites="京民社救发〔2018〕445号 十(一)1",
    words="按照城乡低保标准的100%进行收入核减",
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
    words="实际支付的赡养、抚养、扶养费高于核算金额的",
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
    words=("采取规避法律（法规）行为", "月人均收入低于最低工资标准"),
    zh="低于认定标准且未规避法律",
    en="below the line, and not by evading the law",
    note=("决定0110的另一读法", "the other reading of decision 0110"),
)
def below_line_unevaded(home: Home, law: Law) -> bool:
    return not home.evaded and income_per_head(home, law) < low_income_line(home, law)


@rule(
    cites="京民社救发〔2020〕86号 三(二)2",
    words="救助比例可增加10%",
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
    words="救助比例可增加10%",
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
    words="救助金额不超过24个月当年本市低保标准",
    zh="支出型救助金上限（按人）",
    en="cap of relief of spending, a person",
    unit="CNY",
    note=("决定0117的另一读法", "the other reading of decision 0117"),
)
def spending_cap_each(home: Home, law: Law) -> Money:
    return law.temporary_cap_months * standard(home, law) * heads(home, law)


@rule(
    cites="京民社救发〔2018〕445号 十(一)、(三)、十一(一)",
    words=("家庭收入作适当核减后再计算", "月人均收入低于最低工资标准"),
    zh="核减、扣除就业奖励后的月人均收入低于低收入认定标准",
    en="income per head, after disregards and reward, below the low-income line",
    note=("决定0109的另一读法", "the other reading of decision 0109"),
)
def below_line_assessed(home: Home, law: Law) -> bool:
    return assessed_per_head(home, law) < low_income_line(home, law)


READINGS: tuple[Reading, ...] = (
    Reading(
        id="0102-full-standard-on-top",
        zh="全额保障人员同时计入差额的保障人口，标准全额另加差额",
        en="Those paid the full standard stay in the multiplier: the standard on top of the gap",
        replaced={own_dibao: own_dibao_on_top},
    ),
    Reading(
        id="0106-no-floors",
        zh="收入核减、就业扣除后不足零的按负数计算",
        en="Income after disregards and the reward for work may fall below zero",
        replaced={assessed_family_income: family_income_unfloored, wage_counted: wage_unfloored},
    ),
    Reading(
        id="0107-paid-above-papers",
        zh="实际支付的赡养、抚养、扶养费高于文书金额的，按实际支付",
        en="Support that is paid above the amount of a paper counts as it is paid",
        replaced={support: support_or_paid},
    ),
    Reading(
        id="0109-relief-by-class-for-low-income",
        zh="认定低收入家庭也作收入核减和就业扣除",
        en="Disregards and the reward for work also count for low-income families",
        replaced={below_line: below_line_assessed},
    ),
    Reading(
        id="0110-evasion-bars-low-income",
        zh="采取规避法律行为的，也不认定为低收入家庭",
        en="Evading the law bars low-income recognition too",
        replaced={below_line: below_line_unevaded},
    ),
    Reading(
        id="0115-disregard-each-person",
        zh="重病重残收入核减按人数累加",
        en="The disregard for grave illness and severe disability is taken for each person",
        replaced={disregard_severe: disregard_each},
    ),
    Reading(
        id="0116-rate-raised-by-a-tenth",
        zh="支出型救助“可增加10%”按原比例的十分之一增加",
        en="“May rise by 10 %” raises the rate of relief of spending by a tenth of itself",
        replaced={first_rate: first_rate_tenth, second_rate: second_rate_tenth},
    ),
    Reading(
        id="0117-cap-each-person",
        zh="支出型救助的24个月上限按人计算",
        en="The cap of 24 months of relief of spending is one a person",
        replaced={spending_cap: spending_cap_each},
    ),
    Reading(
        id="0125-out-of-school-until-18",
        zh="离校的未成年特困人员供养至18周岁（民发〔2021〕43号）",
        en="Minors in special hardship stay in it until 18 even out of school (民发〔2021〕43号)",
        parameters={"tekun_continue_age": 18},
    ),
    Reading(
        id="0125-visual-grade-one",
        zh="视力残疾只有一级属于无劳动能力（民发〔2021〕43号）",
        en="Of visual disabilities only grade 1 counts as unable to work (民发〔2021〕43号)",
        parameters={"tekun_grade_visual": 1},
    ),
)
