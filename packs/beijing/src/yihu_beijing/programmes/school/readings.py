"""Readings of the education measures that lost; the reasons stand in ``docs/decisions`` under the number of each."""

from __future__ import annotations

from yihu.engines.rules import Money, granted, rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Person
from yihu_beijing.facts.school import Major
from yihu_beijing.law import Law
from yihu_beijing.programmes.child.parents import unsupported
from yihu_beijing.programmes.school.groups import student_in_hardship
from yihu_beijing.programmes.school.refunds import mountain_base, refund_cap
from yihu_beijing.programmes.school.university import COLLEGE_GRANT
from yihu_beijing.programmes.school.unsupported import lastingly_unsupported, study_grants
from yihu_beijing.programmes.school.vocational import VOCATIONAL_GRANT, hard_from_elsewhere, no_other_stage


@rule(
    cites="京教财〔2020〕22号 第六条(三)",
    words="其他艺术类相关表演专业学生除外",
    zh="非其他艺术类相关表演专业，或家庭经济困难",
    en="not in another performing art, or in hardship",
    note=("决定0173的另一读法", "the other reading of decision 0173"),
)
def no_other_stage_unless_hard(person: Person, law: Law) -> bool:
    return person.major != Major.OTHER_STAGE or student_in_hardship(person, law) or hard_from_elsewhere(person, law)


@rule(
    cites="京社委儿福发〔2019〕36号 二(三)",
    words="对已享受国家助学金",
    zh="正在领取的助学金等",
    en="grants for study drawn today",
    unit="CNY/year",
    note=("决定0174的另一读法", "the other reading of decision 0174"),
)
def study_grants_drawn(person: Person, law: Law) -> Money:
    return granted(VOCATIONAL_GRANT, person) + granted(COLLEGE_GRANT, person) + person.other_student_aid


@rule(
    cites="京教财〔2020〕22号 第五条(八)",
    words="学费或获得的国家助学贷款本金金额",
    zh="每学年学费与贷款取高",
    en="the higher of tuition and loan of a year",
    unit="CNY/year",
    note=("决定0175的另一读法", "the other reading of decision 0175"),
)
def mountain_base_higher(person: Person, law: Law) -> Money:
    return min(max(person.school_fee, person.student_loan), refund_cap(person, law))


@rule(
    cites="京社委儿福发〔2019〕36号 二(一)",
    words="参照事实无人抚养儿童政策",
    zh="属于事实无人抚养儿童（含临时无人抚养）",
    en="de facto unsupported, for a time too",
    note=("决定0176的另一读法", "the other reading of decision 0176"),
)
def unsupported_or_temporarily(person: Person, law: Law) -> bool:
    return unsupported(person, law)


READINGS: tuple[Reading, ...] = (
    Reading(
        "0172-whole-tuition",
        "公办中职全免学费",
        "all tuition of a public vocational school",
        parameters={"school_vocational_fee_capped": False},
    ),
    Reading(
        "0173-hardship-before-major",
        "困难学生不受表演专业限制",
        "pupils in hardship keep the waiver in any performing art",
        {no_other_stage: no_other_stage_unless_hard},
    ),
    Reading(
        "0174-grants-drawn-today",
        "只扣正在领取的助学金",
        "only grants drawn today are deducted",
        {study_grants: study_grants_drawn},
    ),
    Reading(
        "0175-the-higher-of-fee-and-loan",
        "学费与贷款取高",
        "the higher of tuition and loan",
        {mountain_base: mountain_base_higher},
    ),
    Reading(
        "0176-temporary-children-too",
        "临时无人抚养儿童也享受",
        "temporarily unattended children too",
        {lastingly_unsupported: unsupported_or_temporarily},
    ),
)
