"""城乡居民大病保险: what is paid back above the deductible of a year.

Documents: 京发改〔2013〕2827号 (“2827号”, on trial from 2014-01-01): 第四条 the deductible, 第五条 the rates;
京医保发〔2022〕37号 五 (easier terms for people on relief). The deductible is published each year and is not in hand; since
2019 it and the rates are those reported (decision 0147). The rates are counted above the deductible (decision 0142).

Left out: employees (职工大病医疗保障: its text is not in hand, though 五 gives it the same relief), and who runs the fund.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Number, Programme, recognised, round_half_up, rule
from yihu_beijing.facts import Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.recipients import in_low_income_family, on_allowance_or_aid
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC
from yihu_beijing.programmes.health.insurance import insured_resident


@rule(
    cites="京医保发〔2022〕37号 五",
    words=("最低生活保障对象以及生活困难补助人员", "城乡低收入家庭救助人员等困难人群"),
    zh="特困、低保、生活困难补助或低收入人员",
    en="in special hardship, on 低保, hardship aid or 低收入",
)
def major_relieved(person: Person, law: Law) -> bool:
    on_relief = on_allowance_or_aid(person, law) or in_low_income_family(person, law)
    return on_relief or recognised(TEKUN_BASIC, person)


@rule(
    cites="京发改〔2013〕2827号 第四条",
    words=("全市城镇居民年人均可支配收入", "全市农村居民年人均纯收入"),
    zh="大病保险起付金额",
    en="published deductible",
    unit="CNY/year",
    note=("2018年以前农村居民另定", "rural residents had their own before 2018"),
)
def published_deductible(person: Person, law: Law) -> Money:
    if law.health_major_rural_separate:
        return law.health_major_deductible_rural if person.home.rural else law.health_major_deductible
    return law.health_major_deductible


@rule(
    cites="京发改〔2013〕2827号 第四条；京医保发〔2022〕37号 五",
    words="城乡居民大病保险起付标准降低50%",
    zh="适用的起付金额",
    en="deductible that applies",
    unit="CNY/year",
)
def major_deductible(person: Person, law: Law) -> Money:
    whole = published_deductible(person, law)
    if major_relieved(person, law):
        return whole - round_half_up(whole * law.health_major_relief_deductible, 2)
    return whole


@rule(
    cites="京医保发〔2022〕37号 五",
    words="各费用段报销比例分别提高5个百分点",
    zh="报销比例提高的百分点",
    en="points added to each rate",
    places=2,
)
def major_points(person: Person, law: Law) -> Number:
    return law.health_major_relief_points if major_relieved(person, law) else 0


@rule(
    cites="京发改〔2013〕2827号 第四条、第五条",
    words="起付金额以上、5万元（含）以内的费用",
    zh="第一段费用",
    en="costs up to the step",
    unit="CNY/year",
    note=(
        "5万元从起付金额以上起算（决定0142）",
        "the 50,000 are counted from the deductible upwards (decision 0142)",
    ),
)
def major_lower(person: Person, law: Law) -> Money:
    return min(max(person.year_own_after_basic - major_deductible(person, law), 0), law.health_major_step)


@rule(
    cites="京发改〔2013〕2827号 第五条",
    words="超过5万元的费用",
    zh="第二段费用",
    en="costs above the step",
    unit="CNY/year",
)
def major_upper(person: Person, law: Law) -> Money:
    return max(person.year_own_after_basic - major_deductible(person, law) - law.health_major_step, 0)


@rule(
    cites="京发改〔2013〕2827号 第五条；京医保发〔2022〕37号 五",
    words="分段计算、累加支付",
    zh="大病保险支付",
    en="paid by major-illness insurance",
    unit="CNY/year",
    note=("不设封顶线，一个年度结算一次", "without a cap, settled once a year"),
)
def major_amount(person: Person, law: Law) -> Money:
    lower = major_lower(person, law) * (law.health_major_share_first + major_points(person, law))
    upper = major_upper(person, law) * (law.health_major_share_second + major_points(person, law))
    return round_half_up(lower + upper, 2)


@rule(
    cites="京发改〔2013〕2827号 第二条、第四条",
    words="新型农村合作医疗的人员适用本办法",
    zh="符合大病保险支付条件",
    en="conditions of major-illness insurance",
)
def major_eligible(person: Person, law: Law) -> bool:
    return insured_resident(person, law) and major_amount(person, law) > 0


MAJOR_ILLNESS = Programme(
    id="major_illness",
    of=Person,
    zh="城乡居民大病保险",
    en="residents' major-illness insurance",
    eligible=major_eligible,
    amount=major_amount,
    cites="京发改〔2013〕2827号；京医保发〔2022〕37号 五",
    since=date(2014, 1, 1),
    note=(
        "起付金额：2014至2018年按统计数推定，2019年起为报道（决定0147）",
        "deductible: from statistics for 2014 to 2018, as reported since 2019 (decision 0147)",
    ),
)
