"""社会组织评估: who may be evaluated, how long a grade holds, what 3A and 4A open.

Document: 社会组织评估管理办法, in force 2011-03-01 (“办法”). Limits run to the day of the application (decision
0187).

Left out: the committees (第九条 to 第十五条), procedure and review (第十六条 to 第二十五条), when a grade is lowered
(第三十条: a decision of the department, whose result is a fact here), the criteria of the grades (第三十六条: not in
hand). Readings: decision 0193.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, age_on, rule
from yihu_beijing.domains.organisation.facts import Check, Form, Lowered, Organisation
from yihu_beijing.law import Law


@rule(
    cites="社会组织评估管理办法 第六条、第二十九条",
    words=("登记证书满两个年度", "评估等级满5年有效期的", "评估等级有效期满前2年"),
    zh="到了可以申请评估的时间",
    en="time to be evaluated",
    note=(
        "有效期最后2年内可以申请重新评估（决定0193）；被取消等级的按未参加过评估",
        "in the last two years of a grade (decision 0193); a cancelled grade is as none",
    ),
)
def time_for_evaluation(organisation: Organisation, law: Law) -> bool:
    if not organisation.evaluated or organisation.lowered == Lowered.CANCELLED:
        return age_on(organisation.registered, organisation.applied, feb29="mar1") >= law.organisations_evaluation_years
    held = age_on(organisation.grade_from, organisation.applied, feb29="mar1")
    opens = law.organisations_grade_years - law.organisations_grade_window
    return held >= (opens if law.organisations_grade_window_opens else law.organisations_grade_years)


@rule(
    cites="社会组织评估管理办法 第三十一条",
    words=("在2年内不得提出评估申请", "在3年内不得提出评估申请"),
    zh="不在禁止申请的年限内",
    en="no longer barred after a lowered grade",
)
def no_longer_barred(organisation: Organisation, law: Law) -> bool:
    if organisation.lowered == Lowered.NONE:
        return True
    years = age_on(organisation.lowered_from, organisation.applied, feb29="mar1")
    cancelled = organisation.lowered == Lowered.CANCELLED
    return years >= (law.organisations_cancelled_years if cancelled else law.organisations_downgraded_years)


@rule(
    cites="社会组织评估管理办法 第七条(一)、(二)",
    words=("未参加上年度年度检查", "连续2年基本合格"),
    zh="年度检查符合要求",
    en="annual checks good enough",
)
def checked_well(organisation: Organisation, law: Law) -> bool:
    twice_basic = organisation.annual_check == Check.BASIC and organisation.basic_before
    return organisation.annual_check not in (Check.MISSED, Check.FAILED) and not twice_basic


@rule(
    cites="社会组织评估管理办法 第七条(三)、(四)",
    words=("行政处罚尚未执行完毕", "立案调查"),
    zh="没有处罚和调查",
    en="neither punished nor under investigation",
)
def in_good_standing(organisation: Organisation, law: Law) -> bool:
    punished = organisation.penalty_last_year or organisation.penalty_open
    return not punished and not organisation.investigated


@rule(
    cites="社会组织评估管理办法 第六条、第七条",
    words=("应当符合下列条件之一", "评估机构不予评估"),
    zh="可以参加评估",
    en="may be evaluated",
)
def may_be_evaluated(organisation: Organisation, law: Law) -> bool:
    return (
        time_for_evaluation(organisation, law)
        and no_longer_barred(organisation, law)
        and checked_well(organisation, law)
        and in_good_standing(organisation, law)
    )


@rule(
    cites="社会组织评估管理办法 第二十八条第一款、第二十九条第二款",
    words=("评估等级有效期为5年", "视为无评估等级"),
    zh="有效的评估等级",
    en="grade in force (number of A)",
)
def grade_in_force(organisation: Organisation, law: Law) -> int:
    if organisation.grade == 0:
        return 0
    held = age_on(organisation.grade_from, organisation.applied, feb29="mar1")
    return organisation.grade if held < law.organisations_grade_years else 0


@rule(
    cites="社会组织评估管理办法 第二十八条第二款",
    words="3A以上评估等级的社会组织",
    zh="3A以上",
    en="3A or better",
)
def preferred(organisation: Organisation, law: Law) -> bool:
    return grade_in_force(organisation, law) >= law.organisations_grade_preferred


@rule(
    cites="社会组织评估管理办法 第二十八条第三款",
    words="基金会、慈善组织等公益性社会团体",
    zh="3A以上的公益性社会团体",
    en="3A or better, for the public good",
)
def may_ask_tax_relief(organisation: Organisation, law: Law) -> bool:
    return preferred(organisation, law) and (organisation.form == Form.FOUNDATION or organisation.charity)


@rule(
    cites="社会组织评估管理办法 第二十八条第四款",
    words="可以简化年度检查程序",
    zh="4A以上",
    en="4A or better",
)
def checked_simply(organisation: Organisation, law: Law) -> bool:
    return grade_in_force(organisation, law) >= law.organisations_grade_simple


EVALUATION = Programme(
    id="evaluation",
    of=Organisation,
    zh="社会组织等级评估",
    en="evaluation of a social organisation",
    eligible=may_be_evaluated,
    cites="社会组织评估管理办法 第六条",
    since=date(2011, 3, 1),
    service=("参加评估，确定1A至5A等级；3A以上发给证书和牌匾", "evaluated, 1A to 5A; certificate and plate from 3A"),
)

PREFERENCE = Programme(
    id="preference",
    of=Organisation,
    zh="优先承接政府职能、购买服务和奖励",
    en="preferred for public tasks, purchases and awards",
    eligible=preferred,
    cites="社会组织评估管理办法 第二十八条第二款",
    since=date(2011, 3, 1),
    service=(
        "可以优先接受政府职能转移、获得政府购买服务和奖励",
        "may be preferred for public tasks, purchases and awards",
    ),
)

TAX_RELIEF = Programme(
    id="tax_relief",
    of=Organisation,
    zh="申请公益性捐赠税前扣除资格",
    en="may apply for deductible donations",
    eligible=may_ask_tax_relief,
    cites="社会组织评估管理办法 第二十八条第三款",
    since=date(2011, 3, 1),
    service=("可以按照规定申请公益性捐赠税前扣除资格", "may apply, under the rules of taxation"),
)

SIMPLE_CHECK = Programme(
    id="simple_check",
    of=Organisation,
    zh="简化年度检查程序",
    en="simpler annual check",
    eligible=checked_simply,
    cites="社会组织评估管理办法 第二十八条第四款",
    since=date(2011, 3, 1),
    service=("年度检查时可以简化程序", "the annual check may be simpler"),
)
