"""城乡居民基本医疗保险: who may join, and what the fund pays, outpatient for a year and inpatient for one stay.

Document: 京人社农合发〔2017〕250号 (“250号”), in force 2018-01-01: 第二条 who, 第十九条–第二十一条 how much, 第二十六条–第二十九条
what counts as a stay. The caps were raised later by texts that are not in hand (decision 0147). Inpatient costs are settled
stay by stay, and so is the programme (decision 0141).

Left out: how to join and late joiners' waiting of three months (第四条–第十一条: costs before the right begins are not in the
facts), choice of hospitals, first visit and referral (第十二条–第十七条: the facts ask for covered costs only), what is never
covered (第二十三条), family beds (第二十二条: half the deductible), transfers (第二十五条), stays across years (第三十一条), day
rates of psychiatric hospitals (第二十八条), and births (第三十条, limits of another scheme). Somebody of (四) to (七) is of a class
by age: the text names none. Who changes class keeps that of the contribution to the end of the year (第三十八条): the fact
``cover_group`` says so of a student or child, where it makes a difference.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Number, Programme, age_on, round_half_up, rule
from yihu_beijing.facts import Hukou, Person, Sex, Studies
from yihu_beijing.facts.health import CoverGroup, Hospital, Insurance
from yihu_beijing.law import Law

HIGHER = (Studies.COLLEGE, Studies.UNDERGRADUATE, Studies.POSTGRADUATE)

# 第二条 who


@rule(
    cites="京人社农合发〔2017〕250号 第二条(三)、第三十八条",
    words=("以下简称学生儿童", "16周岁以下非在校少年儿童", "按缴费时的身份享受待遇"),
    zh="学生儿童",
    en="student or child",
    note=(
        "在校学生不限年龄；非在校的到满16周岁当月；年内毕业或满16周岁的，当年仍按缴费时的身份",
        "a student of any age; out of school to the month of the sixteenth birthday; who leaves school or turns 16 keeps the "
        "class of the contribution to the end of the year",
    ),
)
def student_or_child(person: Person, law: Law) -> bool:
    young = age_on(person.birth, law.first_day, feb29="mar1") < law.health_child_age
    return young or person.studies != Studies.NONE or person.cover_group == CoverGroup.CHILD


@rule(
    cites="京人社农合发〔2017〕250号 第二条(一)",
    words=("男年满60周岁和女年满50周岁", "以下简称城乡老年人"),
    zh="城乡老年人",
    en="old resident",
)
def old_resident(person: Person, law: Law) -> bool:
    age = age_on(person.birth, law.last_day, feb29="mar1")
    of_age = age >= law.health_old_age_men or (person.sex == Sex.FEMALE and age >= law.health_old_age_women)
    return not student_or_child(person, law) and (of_age or person.cover_group == CoverGroup.OLD)


@rule(
    cites="京人社农合发〔2017〕250号 第二条",
    words="无其它基本医疗保障",
    zh="没有其他基本医疗保障",
    en="no other basic insurance",
)
def no_other_cover(person: Person, law: Law) -> bool:
    return person.insurance in (Insurance.NONE, Insurance.RESIDENT)


@rule(
    cites="京人社农合发〔2017〕250号 第二条",
    words=("本市户籍人员的外埠户籍配偶", "非北京生源"),
    zh="属于参保人员范围",
    en="within the groups that may join",
    note=(
        "本市户籍人员、持居住证的外埠户籍配偶、在京高校全日制学生和条文单列的人员",
        "registered in Beijing, a spouse from elsewhere with a permit, a full-time student of higher education, or listed",
    ),
)
def within_scope(person: Person, law: Law) -> bool:
    registered = person.hukou in (Hukou.BEIJING, Hukou.SPOUSE_WITH_PERMIT)
    return registered or person.studies in HIGHER or person.cover_group != CoverGroup.NONE


@rule(
    cites="京人社农合发〔2017〕250号 第二条",
    words="城乡居民基本医疗保险的人员范围",
    zh="可以参加城乡居民医保",
    en="may join residents' insurance",
)
def may_join(person: Person, law: Law) -> bool:
    return within_scope(person, law) and no_other_cover(person, law)


@rule(
    cites="京人社农合发〔2017〕250号 第十八条、第四十条",
    words=("参保人员发生符合", "不再享受城乡居民基本医疗保险待遇"),
    zh="已参加城乡居民医保",
    en="in residents' insurance",
)
def insured_resident(person: Person, law: Law) -> bool:
    return person.insurance == Insurance.RESIDENT


# 第二十条 outpatient


@rule(
    cites="京人社农合发〔2017〕250号 第二十条",
    words=("一级及以下定点医疗机构100元", "起付标准分别计算"),
    zh="一级及以下医院门急诊支付",
    en="paid for outpatient care, grade 1 or below",
    unit="CNY/year",
)
def outpatient_primary(person: Person, law: Law) -> Money:
    above = max(person.year_outpatient_primary - law.health_outpatient_deductible_primary, 0)
    return round_half_up(above * law.health_outpatient_share_primary, 2)


@rule(
    cites="京人社农合发〔2017〕250号 第二十条",
    words=("二级及以上定点医疗机构550元", "起付标准分别计算"),
    zh="二级及以上医院门急诊支付",
    en="paid for outpatient care, grade 2 or 3",
    unit="CNY/year",
)
def outpatient_hospital(person: Person, law: Law) -> Money:
    above = max(person.year_outpatient_hospital - law.health_outpatient_deductible_hospital, 0)
    return round_half_up(above * law.health_outpatient_share_hospital, 2)


@rule(
    cites="京人社农合发〔2017〕250号 第二十条",
    words="累计最高支付数额为3000元",
    zh="城乡居民医保门急诊支付",
    en="outpatient benefit",
    unit="CNY/year",
    note=("限额2020年起的数字凭记忆（决定0147）", "the caps since 2020 are from memory (decision 0147)"),
)
def outpatient_amount(person: Person, law: Law) -> Money:
    return min(outpatient_primary(person, law) + outpatient_hospital(person, law), law.health_outpatient_cap)


@rule(
    cites="京人社农合发〔2017〕250号 第十九条、第二十条",
    words="未连续参保缴费的不享受门",
    zh="符合城乡居民医保门急诊报销条件",
    en="conditions of the outpatient benefit",
)
def outpatient_eligible(person: Person, law: Law) -> bool:
    return insured_resident(person, law) and not person.cover_interrupted and outpatient_amount(person, law) > 0


# 第二十一条 inpatient


@rule(
    cites="京人社农合发〔2017〕250号 第二十一条",
    words="学生儿童住院的起付标准为",
    zh="学生儿童住院起付标准",
    en="deductible of a student or child",
    unit="CNY",
    note=("每次住院相同，不分首次和再次", "the same at every stay, first or later"),
)
def child_deductible(person: Person, law: Law) -> Money:
    if person.stay_hospital == Hospital.PRIMARY:
        return law.health_child_deductible_primary
    return (
        law.health_child_deductible_second
        if person.stay_hospital == Hospital.SECOND
        else law.health_child_deductible_third
    )


@rule(
    cites="京人社农合发〔2017〕250号 第二十一条",
    words="首次住院的起付标准为",
    zh="首次住院起付标准",
    en="deductible of the first stay",
    unit="CNY",
)
def first_deductible(person: Person, law: Law) -> Money:
    if person.stay_hospital == Hospital.PRIMARY:
        return law.health_stay_deductible_primary
    return (
        law.health_stay_deductible_second
        if person.stay_hospital == Hospital.SECOND
        else law.health_stay_deductible_third
    )


@rule(
    cites="京人社农合发〔2017〕250号 第二十一条",
    words="第二次及以后住院按首次住院起付标准的50%",
    zh="本次住院起付标准",
    en="deductible of this stay",
    unit="CNY",
)
def stay_deductible(person: Person, law: Law) -> Money:
    if student_or_child(person, law):
        return child_deductible(person, law)
    if person.stay_later:
        return round_half_up(first_deductible(person, law) * law.health_stay_deductible_later, 2)
    return first_deductible(person, law)


@rule(
    cites="京人社农合发〔2017〕250号 第二十一条",
    words=("一级及以下定点医疗机构80%", "三级定点医疗机构75%"),
    zh="住院支付比例",
    en="inpatient share of the fund",
    places=2,
)
def stay_share(person: Person, law: Law) -> Number:
    if person.stay_hospital == Hospital.PRIMARY:
        return law.health_stay_share_primary
    return law.health_stay_share_second if person.stay_hospital == Hospital.SECOND else law.health_stay_share_third


@rule(
    cites="京人社农合发〔2017〕250号 第二十一条",
    words="累计最高支付数额为20万元",
    zh="城乡居民医保住院支付",
    en="inpatient benefit of the stay",
    unit="CNY",
    note=(
        "年度限额扣除本年度已付的；2020年起的限额凭记忆（决定0147）",
        "within what is left of the yearly cap; that since 2020 is from memory (decision 0147)",
    ),
)
def inpatient_amount(person: Person, law: Law) -> Money:
    above = max(person.stay_cost - stay_deductible(person, law), 0)
    left = max(law.health_inpatient_cap - person.year_inpatient_paid, 0)
    return min(round_half_up(above * stay_share(person, law), 2), left)


@rule(
    cites="京人社农合发〔2017〕250号 第二十一条",
    words="起付标准以上部分由城乡居民医保基金按比例支付",
    zh="符合城乡居民医保住院报销条件",
    en="conditions of the inpatient benefit",
)
def inpatient_eligible(person: Person, law: Law) -> bool:
    stayed = person.stay_hospital != Hospital.NONE
    return insured_resident(person, law) and stayed and inpatient_amount(person, law) > 0


RESIDENT_INSURANCE = Programme(
    id="resident_insurance",
    of=Person,
    zh="参加城乡居民基本医疗保险",
    en="membership of residents' medical insurance",
    eligible=may_join,
    cites="京人社农合发〔2017〕250号 第二条",
    since=date(2018, 1, 1),
    service=("可以参加城乡居民基本医疗保险", "may join residents' basic medical insurance"),
)

RESIDENT_OUTPATIENT = Programme(
    id="resident_outpatient",
    of=Person,
    zh="城乡居民医保门急诊报销",
    en="residents' insurance: outpatient benefit",
    eligible=outpatient_eligible,
    amount=outpatient_amount,
    cites="京人社农合发〔2017〕250号 第二十条",
    since=date(2018, 1, 1),
)

RESIDENT_INPATIENT = Programme(
    id="resident_inpatient",
    of=Person,
    zh="城乡居民医保住院报销",
    en="residents' insurance: inpatient benefit",
    eligible=inpatient_eligible,
    amount=inpatient_amount,
    cites="京人社农合发〔2017〕250号 第二十一条",
    since=date(2018, 1, 1),
    note=("按次结算", "settled stay by stay"),
)
