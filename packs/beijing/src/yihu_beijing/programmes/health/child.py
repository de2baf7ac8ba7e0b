"""孤儿和事实无人抚养儿童的医疗保障: what insurance leaves of a child's medical costs.

Documents: 京民儿福发〔2018〕368号 (“368号”, signed 2018-10-09): 一(一)2 orphans, paid in full; 一(二)2, 3 unsupported children, by
shares and caps. 京社委儿福发〔2019〕36号 二(二): shares and caps follow medical aid, so since 2023 those of 37号; the line of
major diseases since then is not in hand and that of 2018 is held. The base is all that insurance left (decision 0149).

Orphans are here only the children in homes and those outside who lost both parents (368号, first paragraph); unsupported
children those on their living money. With medical aid the guardian chooses (五(二), ``choices``).

Both are by status: without costs the sum is 0. Left out: designated hospitals and settlement there (三); the operations of
“明天计划” (五(二), 36号 二(二)), whose rules are not in hand, are told as a service.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, recognised, round_half_up, rule
from yihu_beijing.facts import Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.child.child import UNSUPPORTED_CHILD
from yihu_beijing.programmes.child.orphan import in_institution, lost_both, orphan_eligible


@rule(
    cites="京民儿福发〔2018〕368号 一(一)；京民福发〔2011〕173号 一",
    words="孤儿医疗保障",
    zh="机构抚养的孤弃儿童、父母双亡的散居孤儿",
    en="child in a home, or outside and without living parents",
    note=(
        "查找不到生父母的散居儿童、艾滋病病毒感染儿童等不在其列",
        "not children with families whose parents cannot be found, nor those with HIV",
    ),
)
def medical_orphan(person: Person, law: Law) -> bool:
    return orphan_eligible(person, law) and (in_institution(person, law) or lost_both(person, law))


@rule(
    cites="京民儿福发〔2018〕368号 一(一)2",
    words="由民政部门实报实销",
    zh="孤儿医疗费用报销",
    en="medical costs of an orphan",
    unit="CNY/year",
    note=("门诊、住院个人负担部分全额", "all that is left, outpatient and inpatient"),
)
def orphan_medical_amount(person: Person, law: Law) -> Money:
    return person.child_outpatient_own + person.child_inpatient_own + person.child_major_own


# 一(二) unsupported children


@rule(
    cites="京民儿福发〔2018〕368号 一(二)2(1)；京社委儿福发〔2019〕36号 二(二)",
    words=("按照80%给予报销", "不超过0.6万元", "随我市医疗救助政策同步调整"),
    zh="事实无人抚养儿童门诊报销",
    en="outpatient cover of an unsupported child",
    unit="CNY/year",
)
def unsupported_outpatient(person: Person, law: Law) -> Money:
    paid = round_half_up(person.child_outpatient_own * law.child_medical_outpatient_share, 2)
    return min(paid, law.child_medical_outpatient_cap)


@rule(
    cites="京民儿福发〔2018〕368号 一(二)2(2)；京社委儿福发〔2019〕36号 二(二)",
    words=("按照80%给予报销", "不超过6万元", "随我市医疗救助政策同步调整"),
    zh="事实无人抚养儿童住院报销",
    en="inpatient cover of an unsupported child",
    unit="CNY/year",
)
def unsupported_inpatient(person: Person, law: Law) -> Money:
    paid = round_half_up(person.child_inpatient_own * law.child_medical_inpatient_share, 2)
    return min(paid, law.child_medical_inpatient_cap)


@rule(
    cites="京民儿福发〔2018〕368号 一(二)3",
    words=("按照85%给予报销", "不超过12万元"),
    zh="事实无人抚养儿童重大疾病报销",
    en="cover of a major disease of an unsupported child",
    unit="CNY/year",
    note=("2023年起的数字未收集到，暂按2018年", "the figures since 2023 are not in hand, those of 2018 are held"),
)
def unsupported_major(person: Person, law: Law) -> Money:
    paid = round_half_up(person.child_major_own * law.child_medical_major_share, 2)
    return min(paid, law.child_medical_major_cap)


@rule(
    cites="京民儿福发〔2018〕368号 一(二)2、3",
    words="经城乡居民基本医疗保险和商业保险报销后",
    zh="事实无人抚养儿童医疗费用报销",
    en="medical costs of an unsupported child",
    unit="CNY/year",
)
def unsupported_medical_amount(person: Person, law: Law) -> Money:
    return unsupported_outpatient(person, law) + unsupported_inpatient(person, law) + unsupported_major(person, law)


@rule(
    cites="京民儿福发〔2018〕368号 一(二)",
    words="事实无人抚养儿童医疗保障",
    zh="符合事实无人抚养儿童医疗费用报销条件",
    en="conditions of unsupported children's medical costs",
    note=(
        "以现享受生活费的为准，含年满18周岁仍在校的（决定0149）",
        "whoever is on the living money today, over 18 at school too (decision 0149)",
    ),
)
def unsupported_medical_eligible(person: Person, law: Law) -> bool:
    return recognised(UNSUPPORTED_CHILD, person)


ORPHAN_MEDICAL = Programme(
    id="orphan_medical",
    of=Person,
    zh="孤儿医疗费用报销",
    en="medical costs of orphans",
    eligible=medical_orphan,
    amount=orphan_medical_amount,
    cites="京民儿福发〔2018〕368号 一(一)",
    since=date(2018, 10, 9),
    service=(
        "符合条件的残疾孤儿可另行申请“残疾孤儿手术康复明天计划”",
        "a disabled orphan may ask for the operations of the “Tomorrow” plan, too",
    ),
)

UNSUPPORTED_MEDICAL = Programme(
    id="unsupported_medical",
    of=Person,
    zh="事实无人抚养儿童医疗费用报销",
    en="medical costs of de facto unsupported children",
    eligible=unsupported_medical_eligible,
    amount=unsupported_medical_amount,
    cites="京民儿福发〔2018〕368号 一(二)；京社委儿福发〔2019〕36号 二(二)",
    since=date(2018, 10, 9),
    barred_by=(ORPHAN_MEDICAL,),
    service=(
        "另纳入“困境儿童医疗康复明天计划”手术资助范围",
        "within the operations of the “Tomorrow” plan, too",
    ),
    note=(
        "在享低保、低收入的由监护人在本项和医疗救助中选择其一",
        "on 低保 or 低收入 the guardian chooses between this and medical aid",
    ),
)
