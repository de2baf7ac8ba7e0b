"""家庭生活补助, the family allowance: 云民示〔2023〕1号, in the order of its made-up articles. Left out: nothing."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, divide, rule
from yihu_sample.facts import Home, Person
from yihu_sample.law import Law


@rule(
    cites="云民示〔2023〕1号 三",
    words="全部成员的工资、养老金之和",
    zh="本人月收入",
    en="monthly income of a member",
    unit="CNY/month",
)
def income(person: Person, law: Law) -> Money:
    return person.wage + person.pension


@rule(
    cites="云民示〔2023〕1号 三",
    words="除以成员人数",
    zh="家庭月人均收入",
    en="monthly income per head",
    unit="CNY/month",
    note=("四舍五入到分", "to the fen, half up"),
)
def income_per_head(home: Home, law: Law) -> Money:
    return divide(sum(income(m, law) for m in home.members), len(home.members), places=2, if_zero=0)


@rule(cites="云民示〔2023〕1号 五", words="24个月补助标准", zh="存款在限额内", en="savings within the limit")
def savings_within(home: Home, law: Law) -> bool:
    return home.savings <= law.savings_multiple * law.family_standard * len(home.members)


@rule(
    cites="云民示〔2023〕1号 三、五",
    words=("低于补助标准", "家庭存款一般不超过"),
    zh="符合家庭生活补助条件",
    en="qualifies for the family allowance",
)
def family_eligible(home: Home, law: Law) -> bool:
    return income_per_head(home, law) < law.family_standard and savings_within(home, law)


@rule(
    cites="云民示〔2023〕1号 四",
    words="差额乘以成员人数",
    zh="家庭生活补助金额",
    en="amount of the family allowance",
    unit="CNY/month",
)
def family_amount(home: Home, law: Law) -> Money:
    return (law.family_standard - income_per_head(home, law)) * len(home.members)


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
