"""The three programmes of 云溪市, in the order of its made-up law.

Documents: 云民示〔2023〕1号 (family allowance), 云民示〔2023〕2号 (age and care allowances). Left out: nothing.
Ages count from the month in which they are reached, so they are taken on the last day of the month.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, OneOf, Programme, age_on, divide, rule
from yihu_sample.facts import Care, Home, Person
from yihu_sample.law import Law

# family allowance: 云民示〔2023〕1号


@rule(cites="云民示〔2023〕1号 三", zh="本人月收入", en="monthly income of a member", unit="CNY/month")
def income(person: Person, law: Law) -> Money:
    return person.wage + person.pension


@rule(
    cites="云民示〔2023〕1号 三",
    zh="家庭月人均收入",
    en="monthly income per head",
    unit="CNY/month",
    note=("四舍五入到分", "to the fen, half up"),
)
def income_per_head(home: Home, law: Law) -> Money:
    return divide(sum(income(m, law) for m in home.members), len(home.members), places=2, if_zero=0)


@rule(cites="云民示〔2023〕1号 五", zh="存款在限额内", en="savings within the limit")
def savings_within(home: Home, law: Law) -> bool:
    return home.savings <= law.savings_multiple * law.family_standard * len(home.members)


@rule(cites="云民示〔2023〕1号 三、五", zh="符合家庭生活补助条件", en="qualifies for the family allowance")
def family_eligible(home: Home, law: Law) -> bool:
    return income_per_head(home, law) < law.family_standard and savings_within(home, law)


@rule(cites="云民示〔2023〕1号 四", zh="家庭生活补助金额", en="amount of the family allowance", unit="CNY/month")
def family_amount(home: Home, law: Law) -> Money:
    return (law.family_standard - income_per_head(home, law)) * len(home.members)


# age and care allowances: 云民示〔2023〕2号


@rule(cites="云民示〔2023〕2号 二", zh="年满80周岁", en="80 or over")
def old(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.old_age


@rule(cites="云民示〔2023〕2号 三", zh="高龄津贴金额", en="amount of the age allowance", unit="CNY/month")
def age_amount(person: Person, law: Law) -> Money:
    very_old = age_on(person.birth, law.last_day, feb29="mar1") >= law.very_old_age
    return law.very_old_age_amount if very_old else law.old_age_amount


@rule(cites="云民示〔2023〕2号 四", zh="需要照护", en="needs care")
def needs_care(person: Person, law: Law) -> bool:
    return person.care != Care.NONE


@rule(cites="云民示〔2023〕2号 五", zh="照护津贴金额", en="amount of the care allowance", unit="CNY/month")
def care_amount(person: Person, law: Law) -> Money:
    return law.care_full_amount if person.care == Care.FULL else law.care_some_amount


FAMILY = Programme(
    id="family_allowance",
    of=Home,
    zh="家庭生活补助",
    en="family allowance",
    eligible=family_eligible,
    amount=family_amount,
    cites="云民示〔2023〕1号",
    since=date(2023, 1, 1),
)

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

PROGRAMMES = (FAMILY, AGE, CARE)

GROUPS = (OneOf((AGE, CARE), cites="云民示〔2023〕2号 六"),)
