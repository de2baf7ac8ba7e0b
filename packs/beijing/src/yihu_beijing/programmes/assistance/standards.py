"""The two lines against which income is measured: the minimum living standard and the low-income line.

One standard holds for town and country since July 2015 (low-income line: since January 2012). Before, a rural family
has the city-wide rural minimum; districts may have paid more, which is not in hand.
"""

from __future__ import annotations

from yihu.engines.rules import Money, rule
from yihu_beijing.facts import Home
from yihu_beijing.law import Law


@rule(
    cites="京政发〔2006〕15号",
    zh="农村低保标准",
    en="rural standard",
    unit="CNY/month",
)
def rural_standard(home: Home, law: Law) -> Money:
    return law.dibao_standard_rural if law.dibao_rural_known else home.rural_standard


@rule(
    cites="京民社救发〔2018〕445号 一(一)",
    words="实施城乡统一的最低生活保障标准",
    zh="适用的低保标准",
    en="minimum living standard that applies",
    unit="CNY/month",
    note=(
        "2015年7月城乡并轨以前，农村户籍按全市最低农村标准；2008年7月以前该标准未收集到，须给出所在区标准（决定0105）",
        (
            "before the merger of July 2015 a rural family has the city-wide rural minimum; before July 2008 that is "
            "not in hand and the district's own standard must be given (decision 0105)"
        ),
    ),
)
def standard(home: Home, law: Law) -> Money:
    if not law.dibao_rural_separate:  # a condition of the law alone spares what has no value in the month
        return law.dibao_standard
    if home.rural:
        return rural_standard(home, law)
    return law.dibao_standard


@rule(
    cites="京民社救发〔2018〕445号 十一(一)",
    words="月人均收入低于最低工资标准",
    zh="适用的低收入家庭认定标准",
    en="low-income line that applies",
    unit="CNY/month",
    note=(
        "2018年起等于最低工资标准；2012年以前农村户籍另有标准",
        "equal to the minimum wage since 2018; rural families had a line of their own before 2012",
    ),
)
def low_income_line(home: Home, law: Law) -> Money:
    if not law.low_income_rural_separate:
        return law.low_income_standard
    return law.low_income_standard_rural if home.rural else law.low_income_standard
