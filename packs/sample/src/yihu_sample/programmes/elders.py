"""高龄津贴 and 照护津贴, age and care allowances: 云民示〔2023〕2号, in the order of its made-up articles. Left out: nothing."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, rule
from yihu_sample.facts import Care, Person
from yihu_sample.law import Law


@rule(
    cites="云民示〔2023〕2号 二",
    words="年满80周岁",
    zh="年满80周岁",
    en="80 or over",
    note=("当月满周岁，当月起发（决定0001）", "paid from the month in which it is reached (decision 0001)"),
)
def old(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.old_age


@rule(
    cites="云民示〔2023〕2号 二、三",
    words=("年满90周岁的为第二档", "每人每月"),
    zh="高龄津贴金额",
    en="amount of the age allowance",
    unit="CNY/month",
)
def age_amount(person: Person, law: Law) -> Money:
    very_old = age_on(person.birth, law.last_day, feb29="mar1") >= law.very_old_age
    return law.very_old_age_amount if very_old else law.old_age_amount


@rule(cites="云民示〔2023〕2号 四", words="部分失能或者失能", zh="需要照护", en="needs care")
def needs_care(person: Person, law: Law) -> bool:
    return person.care != Care.NONE


@rule(
    cites="云民示〔2023〕2号 五",
    words="部分失能的每人每月",
    zh="照护津贴金额",
    en="amount of the care allowance",
    unit="CNY/month",
)
def care_amount(person: Person, law: Law) -> Money:
    return law.care_full_amount if person.care == Care.FULL else law.care_some_amount


AGE = Programme(
    id="age_allowance",
    of=Person,
    zh="高龄津贴",
    en="age allowance",
    eligible=old,
    amount=age_amount,
    cites="云民示〔2023〕2号 二、三",
    since=date(2023, 1, 1),
)

CARE = Programme(
    id="care_allowance",
    of=Person,
    zh="照护津贴",
    en="care allowance",
    eligible=needs_care,
    amount=care_amount,
    cites="云民示〔2023〕2号 四、五",
    since=date(2023, 1, 1),
)
