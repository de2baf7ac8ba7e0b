"""因病致贫医疗救助: aid to a family that its medical costs of the last calendar year have made poor.

Documents: 京医保发〔2023〕9号 (“9号”, for costs since 2023-01-01, so asked for since 2024), 京医保发〔2022〕37号 一(二), 六(三).
Conflicts: the year of the income (decision 0143), one sum a family or one a person (0144), the minimum wage of a year
with two (0145), a member who has medical aid of their own (0146).

Left out: what is income and what is not (二(二): the fact holds what counts), what else the insurance office leaves out of
the family (二(一)5: a kind of absence), money held at any time of six months (二(五)2: the fact), and procedure (四).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, count, divide, recognised, round_half_up, rule
from yihu_beijing.facts import Absence, Home, Hukou, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import DIBAO
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.assistance.recipients import on_allowance_or_aid
from yihu_beijing.programmes.assistance.standards import low_income_line
from yihu_beijing.programmes.health.aid import aid_in_full, aid_retrenched

# 二(一) the family


@rule(
    cites="京医保发〔2023〕9号 二(一)",
    words=("下列人员不计入共同生活的家庭成员", "现役军人中的义务兵", "在监狱内服刑人员"),
    zh="共同生活的家庭成员",
    en="member of the family",
    note=("不限户籍", "wherever registered"),
)
def poverty_member(person: Person, law: Law) -> bool:
    return person.absence == Absence.NONE


@rule(cites="京医保发〔2023〕9号 二(一)", words="共同生活的家庭成员", zh="家庭人数", en="members of the family")
def poverty_heads(home: Home, law: Law) -> int:
    return count(poverty_member(m, law) for m in home.members)


@rule(
    cites="京医保发〔2023〕9号 一",
    words="具有本市户籍",
    zh="有本市户籍的家庭成员",
    en="a member is registered in Beijing",
)
def poverty_of_beijing(home: Home, law: Law) -> bool:
    return any(poverty_member(m, law) and m.hukou == Hukou.BEIJING for m in home.members)


@rule(
    cites="京医保发〔2023〕9号 一；京医保发〔2022〕37号 一(二)",
    words="未享受城乡居民最低生活保障或低收入等社会救助",
    zh="家庭未享受低保、低收入",
    en="the family is not on 低保 or 低收入",
)
def poverty_not_on_relief(home: Home, law: Law) -> bool:
    return not recognised(DIBAO, home) and not recognised(LOW_INCOME, home)


@rule(
    cites="京医保发〔2022〕37号 一(一)、(二)",
    words="不得重复享受医疗救助待遇",
    zh="本人已享受医疗救助",
    en="has medical aid of their own",
    note=(
        "单独纳入低保、特困、生活困难补助等的成员（决定0146）",
        "a member on 低保, special hardship or hardship aid alone (decision 0146)",
    ),
)
def aided_alone(person: Person, law: Law) -> bool:
    return on_allowance_or_aid(person, law) or aid_in_full(person, law) or aid_retrenched(person, law)


# 二(二) income


@rule(
    cites="京医保发〔2023〕9号 二(二)",
    words="个人负担的合规医疗费用后",
    zh="家庭合规医疗费用",
    en="own medical costs of the family",
    unit="CNY",
)
def family_costs(home: Home, law: Law) -> Money:
    return sum(m.last_year_medical_own for m in home.members if poverty_member(m, law))


@rule(
    cites="京医保发〔2023〕9号 二(二)、(五)1",
    words="在上一自然年度内",
    zh="扣除医疗费用后的家庭月人均收入",
    en="monthly income a head after medical costs",
    unit="CNY/month",
    note=(
        "按上一自然年度的收入（决定0143）；四舍五入到分（决定0101）",
        "of the last calendar year (decision 0143); to the fen, half up (decision 0101)",
    ),
)
def income_after_costs(home: Home, law: Law) -> Money:
    months = law.health_poverty_income_months * poverty_heads(home, law)
    return divide(home.last_year_income - family_costs(home, law), months, places=2, if_zero=0)


@rule(
    cites="京医保发〔2023〕9号 二(二)",
    words="不超过本市同年职工最低工资标准",
    zh="收入线（上一自然年度的最低工资标准）",
    en="income line: the minimum wage of the last calendar year",
    unit="CNY/month",
    note=("当年调整过的取年末执行的（决定0145）", "where it changed, that at the end of the year (decision 0145)"),
)
def income_line(home: Home, law: Law) -> Money:
    return law.health_poverty_wage


@rule(
    cites="京医保发〔2023〕9号 二(二)",
    words="不超过本市同年职工最低工资标准",
    zh="收入在线内（含本数）",
    en="income not above the line",
)
def poverty_income_low(home: Home, law: Law) -> bool:
    return income_after_costs(home, law) <= income_line(home, law)


# 二(四) assets


@rule(
    cites="京医保发〔2023〕9号 二(四)1",
    words="人均应不超过24个月当年城乡低收入家庭认定标准",
    zh="货币财产在限额内",
    en="money assets within the limit",
    note=(
        "不是低保的货币财产限额（消费支出的倍数）",
        "not the limit of 低保, which is a multiple of consumption",
    ),
)
def poverty_money_within(home: Home, law: Law) -> bool:
    each = law.health_poverty_asset_months * low_income_line(home, law)
    return home.money_assets <= each * poverty_heads(home, law)


@rule(
    cites="京医保发〔2023〕9号 二(四)2(1)",
    words=("机动车辆", "拥有唯一机动车", "可适当放宽认定条件"),
    zh="没有机动车和大型农机具，或唯一机动车经区认定",
    en="no vehicle or large machine, or the only one excused by the district",
    note=("放宽办法由各区制定，以区的认定为准", "each district makes the rule of excuse; its ruling is a fact"),
)
def poverty_vehicles_within(home: Home, law: Law) -> bool:
    return home.vehicles == 0 or (home.vehicles == 1 and home.vehicle_excused)


@rule(
    cites="京医保发〔2023〕9号 二(四)2(2)、(3)",
    words=("住房达到两套及以上", "拥有非住宅类房屋"),
    zh="住房不超过限额，没有非住宅类房屋",
    en="no second home and no business property",
)
def poverty_homes_within(home: Home, law: Law) -> bool:
    few = home.homes < law.health_poverty_homes or home.small_homes
    return few and not home.other_property


@rule(
    cites="京医保发〔2023〕9号 二、二(四)2",
    words=("家庭财产认定条件的", "存在以下情况之一的"),
    zh="家庭财产符合规定",
    en="assets within the limits",
)
def poverty_assets_within(home: Home, law: Law) -> bool:
    return poverty_money_within(home, law) and poverty_vehicles_within(home, law) and poverty_homes_within(home, law)


# 三 how much


@rule(
    cites="京医保发〔2023〕9号 三；京医保发〔2022〕37号 一",
    words=("家庭负担的合规医疗费用", "不得重复享受医疗救助待遇"),
    zh="计算救助金的医疗费用",
    en="costs that the aid is counted from",
    unit="CNY",
)
def aided_costs(home: Home, law: Law) -> Money:
    return sum(m.last_year_medical_own for m in home.members if poverty_member(m, law) and not aided_alone(m, law))


@rule(
    cites="京医保发〔2023〕9号 三",
    words=("3万元（含）以下30%", "3万元以上至5万元（含）以下40%", "5万元以上50%的比例分段", "全年救助封顶线15万元"),
    zh="因病致贫医疗救助金",
    en="aid to the family",
    unit="CNY",
    note=("按家庭合计分段（决定0144）", "by segments of the family's sum (decision 0144)"),
)
def poverty_amount(home: Home, law: Law) -> Money:
    costs = aided_costs(home, law)
    first = min(costs, law.health_poverty_step_first)
    second = max(min(costs, law.health_poverty_step_second) - law.health_poverty_step_first, 0)
    third = max(costs - law.health_poverty_step_second, 0)
    lower = first * law.health_poverty_share_first + second * law.health_poverty_share_second
    return min(round_half_up(lower + third * law.health_poverty_share_third, 2), law.health_poverty_cap)


@rule(
    cites="京医保发〔2023〕9号 一、二、三",
    words="同一自然年度内只能申请一次",
    zh="符合因病致贫医疗救助条件",
    en="conditions of aid to families impoverished by illness",
)
def poverty_eligible(home: Home, law: Law) -> bool:
    return (
        aided_costs(home, law) > 0
        and poverty_of_beijing(home, law)
        and poverty_not_on_relief(home, law)
        and not home.illness_aided
        and poverty_income_low(home, law)
        and poverty_assets_within(home, law)
    )


ILLNESS_POVERTY = Programme(
    id="illness_poverty",
    of=Home,
    zh="因病致贫医疗救助",
    en="aid to families impoverished by illness",
    eligible=poverty_eligible,
    amount=poverty_amount,
    cites="京医保发〔2023〕9号；京医保发〔2022〕37号 六(三)",
    since=date(2024, 1, 1),
    note=("上一自然年度的费用，每年只能申请一次", "for the costs of the last calendar year, once a year"),
)
