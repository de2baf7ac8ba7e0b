"""What counts as income for 低保: 收入核减 (445号 十(一)) and 就业奖励 (十(三)).

Document: 京民社救发〔2018〕445号 十. Only 低保 applies these; 低收入 does not (十一(二)), nor does 特困.
No floor at 0 is written for either; the pack sets one (decision 0106).
"""

from __future__ import annotations

from yihu.engines.rules import Money, divide, round_half_up, rule
from yihu_beijing.facts import Home, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.means import child_to_16, counted, full_time_student, heads, serious_or_severe
from yihu_beijing.programmes.assistance.standards import standard
from yihu_beijing.programmes.assistance.support import support_received

# 十(一) 收入核减


@rule(
    cites="京民社救发〔2018〕445号 十(一)1",
    words=("按照城乡低保标准的100%进行收入核减", "法定抚养人达到60周岁的"),
    zh="重病重残家庭收入核减",
    en="disregard for grave illness or severe disability",
    unit="CNY/month",
    note=(
        "每户一次，不按人数累加（决定0115）；法定抚养人满60周岁再核减50%",
        "once a family, not once a person (decision 0115); a further half where the supporter is 60 or over",
    ),
)
def disregard_severe(home: Home, law: Law) -> Money:
    if not any(counted(m, law) and serious_or_severe(m, law) for m in home.members):
        return 0
    further = law.dibao_disregard_guardian if home.carer_over_60 else 0
    return round_half_up((law.dibao_disregard_severe + further) * standard(home, law), 2)


@rule(
    cites="京民社救发〔2018〕445号 十(一)2",
    words="单亲家庭中法定抚养人单独抚养",
    zh="单亲家庭收入核减",
    en="disregard for a single-parent family",
    unit="CNY/month",
)
def disregard_single_parent(home: Home, law: Law) -> Money:
    if not home.single_parent:
        return 0
    if not any(counted(m, law) and (child_to_16(m, law) or full_time_student(m, law)) for m in home.members):
        return 0
    return round_half_up(law.dibao_disregard_single_parent * standard(home, law), 2)


@rule(
    cites="京民社救发〔2018〕445号 十(一)",
    words="按核减标准高的执行",
    zh="收入核减",
    en="disregard",
    unit="CNY/month",
    note=("同时符合两项的按高的一项，不相加", "where both hold the higher one, never the sum"),
)
def disregard(home: Home, law: Law) -> Money:
    return max(disregard_severe(home, law), disregard_single_parent(home, law))


# 十(三) 就业奖励


@rule(
    cites="京民社救发〔2018〕445号 十(三)1",
    words="扣除本市当年城乡低保标准的80%",
    zh="就业奖励",
    en="reward for work",
    unit="CNY/month",
)
def reward(home: Home, law: Law) -> Money:
    return round_half_up(law.dibao_work_deduction * standard(home, law), 2)


@rule(
    cites="京民社救发〔2018〕445号 十(三)1",
    words="先从其收入中扣除",
    zh="计入的工资",
    en="wage that counts",
    unit="CNY/month",
    note=("扣除后不足零的按零计（条文未写，决定0106）", "not below 0 (the text is silent, decision 0106)"),
)
def wage_counted(person: Person, law: Law) -> Money:
    return max(person.wage - reward(person.home, law), 0)


@rule(
    cites="京民社救发〔2018〕445号 十(三)2",
    words=("收入达到或超过本市当年城乡低保标准180%的", "按照本市当年城乡低保标准核定其收入", "按实际收入计算"),
    zh="计入的个人就业收入",
    en="self-employed income that counts",
    unit="CNY/month",
    note=(
        "已有工资并扣过奖励的，个人就业收入不再扣除（每人一次，决定0108）；恰等于低保标准的按实际",
        (
            "not again for somebody who has a wage and had the reward there (once a person, decision 0108); exactly at the "
            "standard it counts as it is"
        ),
    ),
)
def business_counted(person: Person, law: Law) -> Money:
    line = standard(person.home, law)
    if person.wage > 0:
        return person.business_income
    if person.business_income >= law.dibao_self_employed_upper * line:
        return person.business_income - reward(person.home, law)
    if person.business_income > line:
        return round_half_up(law.dibao_self_employed_assessed * line, 2)
    return person.business_income


@rule(
    cites="京民社救发〔2018〕445号 十(三)",
    words="先扣除就业奖励再计算家庭月人均收入",
    zh="扣除就业奖励后的本人收入",
    en="income after the reward for work",
    unit="CNY/month",
)
def assessed_income(person: Person, law: Law) -> Money:
    earned = wage_counted(person, law) + business_counted(person, law)
    return earned + person.pension + person.property_income + person.other_income


@rule(
    cites="京民社救发〔2018〕445号 十(一)、十(三)、十二",
    words=("对申请城乡低保家庭收入作适当核减后再计算", "赡养、抚养、扶养费按"),
    zh="核减后的家庭收入",
    en="assessed income of the family",
    unit="CNY/month",
    note=("核减后不足零的按零计（条文未写，决定0106）", "not below 0 (the text is silent, decision 0106)"),
)
def assessed_family_income(home: Home, law: Law) -> Money:
    found = sum(assessed_income(m, law) for m in home.members if counted(m, law)) + support_received(home, law)
    return max(found - disregard(home, law), 0)


@rule(
    cites="京民社救发〔2018〕445号 二(一)、十(一)",
    words="家庭月人均收入",
    zh="核减后的家庭月人均收入",
    en="assessed income per head",
    unit="CNY/month",
    note=("四舍五入到分（条文未写，决定0101）", "to the fen, half up (the text is silent, decision 0101)"),
)
def assessed_per_head(home: Home, law: Law) -> Money:
    return divide(assessed_family_income(home, law), heads(home, law), places=2, if_zero=0)
