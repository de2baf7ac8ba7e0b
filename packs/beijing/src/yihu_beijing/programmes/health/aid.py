"""医疗救助: medical aid to people on social assistance, on what all insurance has left.

Documents: 京医保发〔2022〕37号 (“37号”), in force 2023-01-01: 一(一) who, 六(一)(二) how much, 七 listed outpatient diseases at
the inpatient rate and cap, 一 the higher of several statuses. No deductible (六). Whoever is on social assistance has it
(八(二)), at 0 without costs. 京民社救发〔2017〕24号 第二十三条: what is then left of the costs of somebody in special
hardship, and an attendant in hospital, are paid from the support fund, a service without a sum.

Left out: whether somebody is insured (十(三) takes those insured elsewhere too, and the costs are what insurance left);
care without the referral due, “in principle” not covered (十(三): the facts leave it out); further aid that districts
may set (七, 倾斜救助). A status lost or gained in mid-treatment (十(三)): the old one holds, a fact says which; one gained
shows as today's.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, recognised, round_half_up, rule
from yihu_beijing.facts import Person
from yihu_beijing.facts.health import AidGroup
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.recipients import in_low_income_family, on_allowance_or_aid
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC

# 一(一) who


@rule(
    cites="京医保发〔2022〕37号 一(一)1、十(三)",
    words=("特困供养人员、民政部门管理的因公", "当次门诊或住院按原救助对象身份办理"),
    zh="特困供养人员、因公（病）致残返城知青",
    en="in special hardship, or disabled educated youth",
)
def aid_in_full(person: Person, law: Law) -> bool:
    other = person.aid_group in (AidGroup.EDUCATED_YOUTH, AidGroup.LEAVING_TEKUN)
    return recognised(TEKUN_BASIC, person) or other


@rule(
    cites="京医保发〔2022〕37号 一(一)2",
    words="60年代初精减退职老职工",
    zh="60年代初精减退职老职工",
    en="worker retrenched in the early 1960s",
)
def aid_retrenched(person: Person, law: Law) -> bool:
    return person.aid_group == AidGroup.RETRENCHED


@rule(
    cites="京医保发〔2022〕37号 一(一)3、4、十(三)",
    words=("最低生活保障对象以及生活困难补助人员", "城乡低收入家庭救助人员", "当次门诊或住院按原救助对象身份办理"),
    zh="低保、生活困难补助或低收入人员",
    en="on 低保, hardship aid or 低收入",
)
def aid_other(person: Person, law: Law) -> bool:
    on_relief = on_allowance_or_aid(person, law) or in_low_income_family(person, law)
    return on_relief or person.aid_group == AidGroup.LEAVING_RELIEF


# 六, 七 how much


@rule(
    cites="京医保发〔2022〕37号 一、六(一)1、2、3",
    words=("就高不就低原则", "按照100%给予救助", "按照80%给予救助", "全年救助最高支付限额8000元"),
    zh="门诊救助",
    en="outpatient aid",
    unit="CNY/year",
    note=("多重身份按条文顺序取高的一类", "of several statuses the first in the text's order, which is the highest"),
)
def aid_outpatient(person: Person, law: Law) -> Money:
    own = person.year_outpatient_own
    if aid_in_full(person, law):
        return round_half_up(own * law.health_aid_share_full, 2)
    if aid_retrenched(person, law):
        return round_half_up(own * law.health_aid_outpatient_share_retrenched, 2)
    return min(round_half_up(own * law.health_aid_outpatient_share, 2), law.health_aid_outpatient_cap)


@rule(
    cites="京医保发〔2022〕37号 六(二)、七",
    words=("门诊特殊疾病", "并入住院年度累计救助最高支付限额"),
    zh="住院和门诊特殊疾病个人负担",
    en="own costs of stays and of listed outpatient diseases",
    unit="CNY/year",
)
def aid_inpatient_base(person: Person, law: Law) -> Money:
    return person.year_inpatient_own + person.year_special_own


@rule(
    cites="京医保发〔2022〕37号 一、六(二)1、2、3、七",
    words=("就高不就低原则", "按照100%给予救助", "按照85%给予救助", "全年救助最高支付限额16万元"),
    zh="住院救助",
    en="inpatient aid",
    unit="CNY/year",
)
def aid_inpatient(person: Person, law: Law) -> Money:
    own = aid_inpatient_base(person, law)
    if aid_in_full(person, law):
        return round_half_up(own * law.health_aid_share_full, 2)
    if aid_retrenched(person, law):
        return round_half_up(own * law.health_aid_inpatient_share_retrenched, 2)
    return min(round_half_up(own * law.health_aid_inpatient_share, 2), law.health_aid_inpatient_cap)


@rule(
    cites="京医保发〔2022〕37号 六",
    words="医疗救助不设起付标准",
    zh="医疗救助金",
    en="medical aid",
    unit="CNY/year",
)
def aid_amount(person: Person, law: Law) -> Money:
    return aid_outpatient(person, law) + aid_inpatient(person, law)


@rule(
    cites="京医保发〔2022〕37号 一(一)、八(二)",
    words="直接获得医疗救助",
    zh="符合医疗救助条件",
    en="conditions of medical aid",
    note=("以身份为准，尚无费用的金额为0", "by status; without costs yet the sum is 0"),
)
def aid_eligible(person: Person, law: Law) -> bool:
    return aid_in_full(person, law) or aid_retrenched(person, law) or aid_other(person, law)


# 24号 第二十三条


@rule(
    cites="京民社救发〔2017〕24号 第二十三条",
    words=("不足部分从救助供养经费统筹支出", "住院陪护费用从救助供养经费统筹支出"),
    zh="特困人员",
    en="in special hardship",
)
def remainder_paid(person: Person, law: Law) -> bool:
    return recognised(TEKUN_BASIC, person)


MEDICAL_AID = Programme(
    id="medical_aid",
    of=Person,
    zh="医疗救助",
    en="medical aid",
    eligible=aid_eligible,
    amount=aid_amount,
    cites="京医保发〔2022〕37号 六",
    since=date(2023, 1, 1),
    service=(
        "在定点医疗机构“一站式”直接结算；经基层首诊转诊的，在本市住院免交押金",
        "settled at the hospital; no deposit for a stay in the city after the first visit and referral",
    ),
    note=(
        "按全年费用；2023年以前的标准未收集到；各区的倾斜救助未计",
        "over the costs of a year; the rates before 2023 are not in hand; further aid of districts is left out",
    ),
)

TEKUN_MEDICAL = Programme(
    id="tekun_medical",
    of=Person,
    zh="特困人员医疗费用兜底",
    en="special hardship: remainder of medical costs",
    eligible=remainder_paid,
    cites="京民社救发〔2017〕24号 第二十三条",
    since=date(2017, 2, 9),
    service=(
        "医保、大病保险和医疗救助支付后的不足部分，以及住院陪护费用，从救助供养经费支出",
        "what insurance and medical aid leave, and an attendant in hospital, are paid from the support fund",
    ),
)
