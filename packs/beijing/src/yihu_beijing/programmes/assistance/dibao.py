"""最低生活保障 (低保) of a family.

Document: 京民社救发〔2018〕445号, in force 2019-01-01, articles 二, 九, 十(二), 十(四) and 十三(三); 十(一) and 十(三) are in
``assessed``, 十二 in ``support``; the standard of each year in ``law``. Months before 2019 are computed with these rules
and say so (``text_since``). Persons who enter alone are in ``dibao_person``.
Left out: 九(二)4 其他特殊生活困难人员, 二(四)3 and 二(六)5 (found case by case by the department; the facts hold what was
found); 四(四) (how a case is drawn up); 十七(三) (生活困难补助 ends with 低保: it is no programme of this pack).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Number, Programme, round_half_up, rule
from yihu_beijing.facts import Capacity, Home, Person, Relief
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.assessed import assessed_per_head
from yihu_beijing.programmes.assistance.means import (
    assets_within,
    cannot_work,
    child_to_16,
    elder,
    of_beijing,
    serious_or_severe,
    severely_disabled,
    student_to_bachelor,
)
from yihu_beijing.programmes.assistance.protected import anybody_protected, protected
from yihu_beijing.programmes.assistance.standards import standard
from yihu_beijing.programmes.assistance.support import fully_supported

# 二 who


@rule(
    cites="京民社救发〔2018〕445号 二(一)",
    words="月人均收入低于本市当年城乡低保标准",
    zh="月人均收入低于低保标准",
    en="income per head below the standard",
)
def poor(home: Home, law: Law) -> bool:
    return assessed_per_head(home, law) < standard(home, law)


# 九(二) full standard


@rule(
    cites="京民社救发〔2018〕445号 九(二)1、2、3",
    words=("60年代初精减退职老职工", "优抚孤老烈属等特殊优抚对象困难户", "重度残疾人"),
    zh="按低保标准全额保障",
    en="paid the full standard",
    note=(
        "第4项“其他特殊生活困难人员”无认定条件，未列入",
        "item 4, “others in special hardship”, names no condition and is left out",
    ),
)
def full_standard(person: Person, law: Law) -> bool:
    return person.relief in (Relief.RELIEF, Relief.HONOURED) or severely_disabled(person, law)


# 十(二) supplements


@rule(
    cites="京民社救发〔2018〕445号 十(二)2",
    words=("60周岁（含）以上老年人", "60周岁以下达到退休年龄人员", "完全丧失或大部分丧失劳动能力人员"),
    zh="符合25%增发条件",
    en="in a group of the smaller supplement",
    note=("归侨侨眷须经区侨务部门认定", "returned overseas Chinese as found by the district's office"),
)
def supplemented(person: Person, law: Law) -> bool:
    aged = elder(person, law) or person.retirement_age
    young = child_to_16(person, law) or student_to_bachelor(person, law)
    return person.relief != Relief.NONE or aged or young or cannot_work(person, law)


@rule(
    cites="京民社救发〔2018〕445号 十(二)",
    words=("标准的35%增发城乡低保金", "标准的25%增发城乡低保金", "按标准高的执行"),
    zh="增发比例",
    en="share of the supplement",
    places=2,
    note=("同时符合两种的按高的一种", "where both hold the higher one"),
)
def supplement_share(person: Person, law: Law) -> Number:
    if serious_or_severe(person, law):
        return law.dibao_supplement_severe
    return law.dibao_supplement_other if supplemented(person, law) else 0


@rule(
    cites="京民社救发〔2018〕445号 十(二)",
    words="增发城乡低保金",
    zh="增发低保金",
    en="supplement",
    unit="CNY/month",
    note=("四舍五入到分", "to the fen, half up"),
)
def supplement(person: Person, law: Law) -> Money:
    return round_half_up(supplement_share(person, law) * standard(person.home, law), 2)


# 十三(三) duty to seek work


@rule(
    cites="京民社救发〔2018〕445号 十三(三)",
    words=("被注销失业登记", "应当停发其本人的城乡低保金"),
    zh="因注销失业登记停发本人低保金",
    en="own share stopped: struck off the unemployed",
    note=(
        "限法定劳动年龄内有劳动能力者；有怀孕、哺乳、长期照护、单亲抚养学前儿童等情形的除外；只停本人，户内其他人不变",
        (
            "only of working age and able to work; not for pregnancy, nursing, long-term care or a lone parent of a small child; "
            "the others' shares stand"
        ),
    ),
)
def stopped(person: Person, law: Law) -> bool:
    able = person.capacity == Capacity.FULL and not person.retirement_age and not elder(person, law)
    return person.job_duty_broken and not person.job_duty_exempt and able


# 九(一), (二) and 十(二): the amount


@rule(
    cites="京民社救发〔2018〕445号 九(一)、(二)、十(二)",
    words=("家庭月人均收入与本市城乡低保标准的差额", "标准的全额确定保障金额", "增发城乡低保金"),
    zh="本人低保金额",
    en="own 低保",
    unit="CNY/month",
    note=(
        "全额保障人员得标准全额，其他人得差额，再加增发；全额人员不再乘差额（决定0102）",
        (
            "the full standard for those of 九(二), the gap for others, and the supplement; whoever gets the full standard leaves "
            "the multiplier of the gap (decision 0102)"
        ),
    ),
)
def own_dibao(person: Person, law: Law) -> Money:
    line = standard(person.home, law)
    gap = max(line - assessed_per_head(person.home, law), 0)
    return (line if full_standard(person, law) else gap) + supplement(person, law)


@rule(
    cites="京民社救发〔2018〕445号 九(一)、十三(三)",
    words=("乘以共同生活的保障人口数", "应当停发其本人的城乡低保金"),
    zh="应发本人的低保金额",
    en="own 低保 that is paid",
    unit="CNY/month",
    note=("不是保障人口或已停发的为零", "nothing for whoever is not protected or whose share is stopped"),
)
def share(person: Person, law: Law) -> Money:
    if not protected(person, law) or stopped(person, law):
        return 0
    return own_dibao(person, law)


@rule(
    cites="京民社救发〔2018〕445号 九(一)",
    words="乘以共同生活的保障人口数",
    zh="各保障人口份额之和",
    en="shares of all members",
    unit="CNY/month",
)
def shares(home: Home, law: Law) -> Money:
    return sum(share(m, law) for m in home.members)


# 十(四) leaving by degrees


@rule(
    cites="京民社救发〔2018〕445号 十(四)",
    words=("就业后应主动申报", "家庭月人均收入仍高于城乡低保标准"),
    zh="救助渐退期内",
    en="leaving by degrees",
    note=(
        "已主动申报就业，且扣除就业奖励后月人均收入仍高于低保标准；不高于的按差额重新计算",
        "the work was reported and income per head, after the reward, is above the standard; else the gap is computed anew",
    ),
)
def tapering(home: Home, law: Law) -> bool:
    in_time = home.job_month > 0 and home.job_month <= law.dibao_taper_months
    above = assessed_per_head(home, law) > standard(home, law)
    return home.job_reported and in_time and home.former_dibao > 0 and above


@rule(
    cites="京民社救发〔2018〕445号 十(四)",
    words=("前三个月按其家庭原领取低保金的100%发放", "后三个月按50%发放"),
    zh="渐退期低保金",
    en="amount while leaving",
    unit="CNY/month",
    note=("前三个月全额、后三个月半额；四舍五入到分", "three months in full, three by half; to the fen, half up"),
)
def taper_amount(home: Home, law: Law) -> Money:
    first = home.job_month <= law.dibao_taper_first_months
    part = law.dibao_taper_first_share if first else law.dibao_taper_second_share
    return round_half_up(part * home.former_dibao, 2)


# the programme


@rule(
    cites="京民社救发〔2018〕445号 二(一)、(四)2、十(四)、十二(一)2",
    words=("纳入城乡低保范围", "采取规避法律（法规）行为", "有完全赡养能力子女的老年人不符合社会救助条件"),
    zh="符合城乡低保条件",
    en="qualifies for 低保",
)
def dibao_eligible(home: Home, law: Law) -> bool:
    return (
        of_beijing(home, law)
        and anybody_protected(home, law)
        and not home.evaded
        and not fully_supported(home, law)
        and assets_within(home, law)
        and (poor(home, law) or tapering(home, law))
    )


@rule(
    cites="京民社救发〔2018〕445号 九(一)、十(四)",
    words=("差额乘以共同生活的保障人口数", "可继续按月领取低保金"),
    zh="家庭低保金",
    en="低保 of the family",
    unit="CNY/month",
)
def dibao_amount(home: Home, law: Law) -> Money:
    return taper_amount(home, law) if tapering(home, law) else shares(home, law)


DIBAO = Programme(
    id="dibao",
    of=Home,
    zh="城乡居民最低生活保障",
    en="minimum living allowance",
    eligible=dibao_eligible,
    amount=dibao_amount,
    cites="京民社救发〔2018〕445号",
    since=date(2005, 1, 1),
    text_since=date(2019, 1, 1),
    note=(
        "低保制度早于2005年；更早月份的参数未收集到，不作计算。2019年以前按2018年细则代算，待核实",
        "the allowance is older than 2005; earlier parameters are not in hand. Months before 2019 use the rules of 2018",
    ),
)
