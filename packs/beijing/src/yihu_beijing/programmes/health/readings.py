"""Readings that lost, of medical insurance and aid. The reasons stand in ``docs/decisions`` under the number in each id."""

from __future__ import annotations

from yihu.engines.rules import Money, divide, recognised, round_half_up, rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Home, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import DIBAO
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.health.aid import aid_inpatient_base
from yihu_beijing.programmes.health.child import unsupported_inpatient, unsupported_outpatient
from yihu_beijing.programmes.health.major import major_deductible, major_lower, major_upper
from yihu_beijing.programmes.health.poverty import (
    aided_alone,
    family_costs,
    income_after_costs,
    income_line,
    poverty_amount,
    poverty_heads,
    poverty_income_low,
    poverty_member,
    poverty_not_on_relief,
)


@rule(
    cites="京发改〔2013〕2827号 第四条、第五条",
    words="5万元（含）以内的费用",
    zh="第一段费用（5万元含起付金额）",
    en="costs up to the step, the deductible within it",
    unit="CNY/year",
    note=("决定0142的另一读法", "the other reading of decision 0142"),
)
def major_lower_total(person: Person, law: Law) -> Money:
    return max(min(person.year_own_after_basic, law.health_major_step) - major_deductible(person, law), 0)


@rule(
    cites="京发改〔2013〕2827号 第五条",
    words="超过5万元的费用",
    zh="第二段费用（5万元含起付金额）",
    en="costs above the step, the deductible within it",
    unit="CNY/year",
    note=("决定0142的另一读法", "the other reading of decision 0142"),
)
def major_upper_total(person: Person, law: Law) -> Money:
    return max(person.year_own_after_basic - max(law.health_major_step, major_deductible(person, law)), 0)


@rule(
    cites="京医保发〔2023〕9号 二(五)1",
    words="前12个月（含当月）的家庭月平均收入",
    zh="扣除医疗费用后的家庭月人均收入（申请前12个月）",
    en="monthly income a head after medical costs, of the twelve months before the request",
    unit="CNY/month",
    note=("决定0143的另一读法", "the other reading of decision 0143"),
)
def income_of_twelve_months(home: Home, law: Law) -> Money:
    months = law.health_poverty_income_months * poverty_heads(home, law)
    return divide(home.year_income - family_costs(home, law), months, places=2, if_zero=0)


@rule(
    cites="京医保发〔2023〕9号 二(二)、(五)1",
    words="前12个月（含当月）的家庭月平均收入",
    zh="收入在现行最低工资标准内",
    en="income not above the minimum wage of today",
    note=("决定0143的另一读法", "the other reading of decision 0143"),
)
def low_against_today(home: Home, law: Law) -> bool:
    return income_after_costs(home, law) <= law.minimum_wage


@rule(
    cites="京医保发〔2022〕37号 六(三)",
    words="政策范围内个人负担部分",
    zh="因病致贫医疗救助金（一名成员）",
    en="aid for one member",
    unit="CNY",
    note=("决定0144的另一读法", "the other reading of decision 0144"),
)
def amount_of_member(person: Person, law: Law) -> Money:
    costs = person.last_year_medical_own
    first = min(costs, law.health_poverty_step_first)
    second = max(min(costs, law.health_poverty_step_second) - law.health_poverty_step_first, 0)
    third = max(costs - law.health_poverty_step_second, 0)
    lower = first * law.health_poverty_share_first + second * law.health_poverty_share_second
    return min(round_half_up(lower + third * law.health_poverty_share_third, 2), law.health_poverty_cap)


@rule(
    cites="京医保发〔2022〕37号 六(三)",
    words="因病致贫家庭重病患者及家庭成员",
    zh="因病致贫医疗救助金（按人计算）",
    en="aid to the family, counted for each member",
    unit="CNY",
    note=("决定0144的另一读法", "the other reading of decision 0144"),
)
def amount_each(home: Home, law: Law) -> Money:
    return sum(amount_of_member(m, law) for m in home.members if poverty_member(m, law) and not aided_alone(m, law))


@rule(
    cites="京医保发〔2023〕9号 二(二)",
    words="不超过本市同年职工最低工资标准",
    zh="收入线（上一自然年度最低工资的月平均数）",
    en="income line: mean of the minimum wage over the months of the year",
    unit="CNY/month",
    note=("决定0145的另一读法", "the other reading of decision 0145"),
)
def income_line_mean(home: Home, law: Law) -> Money:
    return law.health_poverty_wage_mean


@rule(
    cites="京医保发〔2023〕9号 一",
    words="未享受城乡居民最低生活保障或低收入等社会救助",
    zh="家庭和每名成员均未享受社会救助",
    en="neither the family nor a member is on relief",
    note=("决定0146的另一读法", "the other reading of decision 0146"),
)
def nobody_on_relief(home: Home, law: Law) -> bool:
    family = recognised(DIBAO, home) or recognised(LOW_INCOME, home)
    return not family and not any(aided_alone(m, law) for m in home.members)


@rule(
    cites="京社委儿福发〔2019〕36号 二(二)",
    words="随我市医疗救助政策同步调整",
    zh="事实无人抚养儿童门诊报销（政策范围内）",
    en="outpatient cover of an unsupported child, within policy",
    unit="CNY/year",
    note=("决定0149的另一读法", "the other reading of decision 0149"),
)
def unsupported_outpatient_within(person: Person, law: Law) -> Money:
    paid = round_half_up(person.year_outpatient_own * law.child_medical_outpatient_share, 2)
    return min(paid, law.child_medical_outpatient_cap)


@rule(
    cites="京社委儿福发〔2019〕36号 二(二)",
    words="随我市医疗救助政策同步调整",
    zh="事实无人抚养儿童住院报销（政策范围内）",
    en="inpatient cover of an unsupported child, within policy",
    unit="CNY/year",
    note=("决定0149的另一读法", "the other reading of decision 0149"),
)
def unsupported_inpatient_within(person: Person, law: Law) -> Money:
    paid = round_half_up(aid_inpatient_base(person, law) * law.child_medical_inpatient_share, 2)
    return min(paid, law.child_medical_inpatient_cap)


READINGS: tuple[Reading, ...] = (
    Reading(
        "0142-step-includes-the-deductible", "大病保险5万元含起付金额", "the step of 50,000 includes the deductible",
        {major_lower: major_lower_total, major_upper: major_upper_total},
    ),
    Reading(
        "0143-twelve-months-before", "因病致贫收入按申请前12个月", "income of the twelve months before the request",
        {income_after_costs: income_of_twelve_months, poverty_income_low: low_against_today},
    ),
    Reading(
        "0144-each-member", "因病致贫救助金按人分段", "segments and cap for each member", {poverty_amount: amount_each}
    ),
    Reading(
        "0145-mean-of-the-year", "收入线按最低工资的月平均数", "the line is the mean of the months",
        {income_line: income_line_mean},
    ),
    Reading(
        "0146-one-on-relief-bars-all", "有成员单独享受救助的家庭不予救助", "one member on relief bars the family",
        {poverty_not_on_relief: nobody_on_relief},
    ),
    Reading(
        "0148-lists-are-only-help", "名单人员自行缴费", "those on the lists pay their own contribution",
        parameters={"health_contribution_paid_listed": False},
    ),
    Reading(
        "0149-within-policy", "事实无人抚养儿童按政策范围内费用", "an unsupported child's costs within policy only",
        {unsupported_outpatient: unsupported_outpatient_within, unsupported_inpatient: unsupported_inpatient_within},
    ),
)  # fmt: skip
