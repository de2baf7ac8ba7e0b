"""失业保险金: unemployment benefit, and what the fund grants beside it.

Document: 京人社评发〔2024〕17号 (“17号”), in force 2025-01-01: 第四条, 第五条 who, 第八条, 第九条 what else, 第十一条 when it
stops, 第十二条, 第十三条 how long. It names no amount and no table of months. Amounts are those of 京人社发〔2025〕9号 from
September 2025 on and asked for before that (none are in hand); months are those of 第十七条 of the city's regulation
(decisions 0161, 0162).

Left out: the claim and its examination (第六条, 第十条), employment services (第七条), deemed and transferred contributions
(第十二条(一), (二): part of the fact), repayment (chapter 4), benefit drawn in two places or by fraud (第十七条(二), (三):
controls, not conditions), the sums for survivors (17号 names none).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, entitled, recognised, rule
from yihu_beijing.facts import Absence, Employment, Person
from yihu_beijing.facts.work import JobEnd
from yihu_beijing.law import Law

# 第四条、第五条 who


@rule(
    cites="京人社评发〔2024〕17号 第四条(一)、第十二条(三)",
    words=("已经缴纳失业保险费满一年", "前次失业应领取而尚未领取的失业保险金"),
    zh="缴费满一年，或有前次应领未领的月数",
    en="has contributed for a year, or months of an earlier benefit are left",
)
def has_contributed(person: Person, law: Law) -> bool:
    return person.unemployment_years >= law.work_benefit_years or person.unemployment_carried > 0


@rule(
    cites="京人社评发〔2024〕17号 第四条(二)、第五条",
    words="非因本人意愿中断就业",
    zh="非因本人意愿中断就业",
    en="lost the job against the own will",
)
def lost_job(person: Person, law: Law) -> bool:
    return person.job_end not in (JobEnd.NONE, JobEnd.OWN_WISH)


@rule(
    cites="京人社评发〔2024〕17号 第四条(三)、第十一条(一)",
    words="已经进行失业登记，并有求职要求",
    zh="已登记失业并有求职要求",
    en="registered as unemployed and seeking work",
    note=(
        "被注销登记且无其他求职行为的，视为没有求职要求",
        "somebody struck off who does not seek work otherwise has no wish to",
    ),
)
def seeks_work(person: Person, law: Law) -> bool:
    return person.employment == Employment.REGISTERED_UNEMPLOYED and not person.job_duty_broken


@rule(
    cites="京人社评发〔2024〕17号 第十一条(二)、(三)、(四)、第十七条(四)",
    words=("应征服兵役的", "移居境外的", "享受基本养老保险待遇的", "被判刑收监执行的"),
    zh="没有停止领取的情形",
    en="nothing that ends the benefit",
)
def benefit_not_ended(person: Person, law: Law) -> bool:
    away = person.absence == Absence.CONSCRIPT or person.absence == Absence.PRISON
    return not away and not person.moved_abroad and person.pension == 0


# 第十二条、第十三条 how long


@rule(
    cites="京人社评发〔2024〕17号 第十二条；北京市人民政府令第190号 第十七条",
    words="根据失业人员累计缴费时间核定",
    zh="按缴费年数的月数",
    en="months by the years of contribution",
    unit="month",
    note=(
        "满1至4年每年3个月，第5年起每满一年加1个月（决定0161），最长24个月",
        "three months for each of the first four full years, one for each from the fifth on (decision 0161); 24 at most",
    ),
)
def benefit_months_of_years(person: Person, law: Law) -> int:
    years = person.unemployment_years
    first = min(years, law.work_benefit_first_years) * law.work_benefit_months_per_year
    further = max(years - law.work_benefit_further_from, 0) * law.work_benefit_further_per_year
    return min(first + further, law.work_benefit_most_months)


@rule(
    cites="京人社评发〔2024〕17号 第十二条(三)",
    words=("合并计算", "最长不超过24个月"),
    zh="失业保险金月数",
    en="months of benefit",
    unit="month",
    note=("前次未领的合并，最长24个月", "with the months left from before; 24 at most"),
)
def benefit_months(person: Person, law: Law) -> int:
    return min(
        benefit_months_of_years(person, law) + person.unemployment_carried,
        law.work_benefit_most_months,
    )


@rule(
    cites="京人社评发〔2024〕17号 第十三条",
    words="距法定退休年龄不足一年",
    zh="距法定退休年龄不足一年",
    en="less than a year from retirement",
)
def near_retirement(person: Person, law: Law) -> bool:
    return not person.retirement_age and person.months_to_retirement < law.work_benefit_near_retirement


@rule(
    cites="京人社评发〔2024〕17号 第十二条、第十三条",
    words="领取失业保险金年限延长至法定退休年龄",
    zh="在领取期限内，或已在领取且可延长至退休",
    en="within the months, or drawing it and prolonged to retirement",
)
def within_months(person: Person, law: Law) -> bool:
    drawn = person.unemployment_drawn
    if drawn < benefit_months_of_years(person, law) or drawn < benefit_months(person, law):
        return True
    return recognised(UNEMPLOYMENT, person) and near_retirement(person, law)


@rule(
    cites="京人社评发〔2024〕17号 第四条",
    words="可申请领取失业保险金",
    zh="符合失业保险金领取条件",
    en="conditions of unemployment benefit",
)
def benefit_eligible(person: Person, law: Law) -> bool:
    return (
        seeks_work(person, law)
        and lost_job(person, law)
        and has_contributed(person, law)
        and benefit_not_ended(person, law)
        and within_months(person, law)
    )


# how much


@rule(
    cites="京人社评发〔2024〕17号 第十二条(三)",
    words="从再次就业之后的缴费时间重新计算",
    zh="确定档次的缴费满年数",
    en="years that give the class",
    unit="year",
    note=(
        "再就业满一年的按重新计算的年数；不满一年续领前次的，按前次核定的年数（决定0162）",
        "the new years after a year of work; after less, the years of the earlier spell whose benefit goes on (decision 0162)",
    ),
)
def benefit_class_years(person: Person, law: Law) -> int:
    if person.unemployment_years >= law.work_benefit_years:
        return person.unemployment_years
    return person.unemployment_years_before


@rule(cites="京人社发〔2025〕9号 一", zh="分档发放标准", en="amount of the class", unit="CNY/month")
def benefit_of_class(person: Person, law: Law) -> Money:
    years = benefit_class_years(person, law)
    if person.unemployment_drawn >= law.work_benefit_full_months or years < law.work_benefit_second_years:
        return law.work_benefit_first
    elif years < law.work_benefit_third_years:
        return law.work_benefit_second
    elif years < law.work_benefit_fourth_years:
        return law.work_benefit_third
    return law.work_benefit_fourth if years < law.work_benefit_fifth_years else law.work_benefit_fifth


@rule(
    cites="京人社评发〔2024〕17号 第十五条；京人社发〔2025〕9号 一",
    words="失业保险金自审核通过当月开始计发",
    zh="失业保险金",
    en="unemployment benefit",
    unit="CNY/month",
    note=(
        "2025年9月以前的标准未收集到，据实填写（决定0162）",
        "amounts before September 2025 are not in hand and asked for (0162)",
    ),
)
def benefit_amount(person: Person, law: Law) -> Money:
    return benefit_of_class(person, law) if law.work_benefit_known else person.unemployment_then


# 第八条、第九条、第十三条 what else


@rule(
    cites="京人社评发〔2024〕17号 第八条",
    words="为失业人员缴纳职工基本医疗保险费",
    zh="可领取失业保险金",
    en="entitled to unemployment benefit",
)
def medical_premium_eligible(person: Person, law: Law) -> bool:
    return entitled(UNEMPLOYMENT, person, law)


@rule(
    cites="京人社评发〔2024〕17号 第十三条",
    words="由失业保险基金按照规定为其缴纳养老保险费",
    zh="可领取失业保险金且距法定退休年龄不足一年",
    en="entitled to the benefit and less than a year from retirement",
)
def pension_premium_eligible(person: Person, law: Law) -> bool:
    return entitled(UNEMPLOYMENT, person, law) and near_retirement(person, law)


@rule(
    cites="京人社评发〔2024〕17号 第九条",
    words="其遗属未领取基本养老保险丧葬补助金和抚恤金",
    zh="领取期间死亡人员的遗属，未领取其他丧葬补助金和抚恤金",
    en="survivor of somebody on the benefit, without the money of another insurance",
)
def survivors_eligible(person: Person, law: Law) -> bool:
    return person.survivor_of_unemployed and not person.survivor_grant


FROM = date(2025, 1, 1)
AS_REPORTED = (
    "2025年9月以前的发放标准未收集到；月数和金额据市政府令第190号、京人社发〔2025〕9号（报道）",
    (
        "amounts before September 2025 are not in hand; months and amounts from the regulation of 2007 and the announcement of "
        "2025, as reported"
    ),
)

UNEMPLOYMENT = Programme(
    id="unemployment",
    of=Person,
    zh="失业保险金",
    en="unemployment benefit",
    eligible=benefit_eligible,
    amount=benefit_amount,
    cites="京人社评发〔2024〕17号 第四条",
    since=FROM,
    note=AS_REPORTED,
)

UNEMPLOYMENT_MEDICAL = Programme(
    id="unemployment_medical",
    of=Person,
    zh="领取失业保险金期间代缴的职工医疗保险费",
    en="medical premiums while on the benefit",
    eligible=medical_premium_eligible,
    cites="京人社评发〔2024〕17号 第八条",
    since=FROM,
    service=(
        "失业保险基金缴纳职工基本医疗保险费（含生育保险费）",
        "the fund pays the employees' medical premiums, maternity included",
    ),
)

UNEMPLOYMENT_PENSION = Programme(
    id="unemployment_pension",
    of=Person,
    zh="为临近退休失业人员代缴的养老保险费",
    en="pension premiums near retirement",
    eligible=pension_premium_eligible,
    cites="京人社评发〔2024〕17号 第十三条",
    since=FROM,
    service=("失业保险基金按照规定缴纳养老保险费", "the fund pays the pension premiums"),
    note=("限于实施渐进式延迟法定退休年龄期间", "while the retirement age is being raised"),
)

UNEMPLOYMENT_SURVIVORS = Programme(
    id="unemployment_survivors",
    of=Person,
    zh="失业保险一次性丧葬补助金和抚恤金",
    en="funeral and survivors' money of unemployment insurance",
    eligible=survivors_eligible,
    cites="京人社评发〔2024〕17号 第九条",
    since=FROM,
    service=(
        "一次性丧葬补助金和抚恤金（金额由经办机构核定，17号未写）",
        "one payment for the funeral and to survivors; 17号 names no sum, the agency works it out",
    ),
)
