"""事实无人抚养儿童专项教育资助: a grant on entering kindergarten, and living money in vocational school and university.

Document: 京社委儿福发〔2019〕36号 二(三) (“36号”), signed 2019-11-18. It says that detailed measures will follow; they
are not in hand.

For de facto unsupported children only: an orphan, whom 36号 does not mean, has the orphans' money and other aid (correction 6).
Temporarily unattended children have living money alone (二(一)), so they are out here (decision 0176).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, amount_of, rule
from yihu_beijing.facts import Person, Studies
from yihu_beijing.law import Law
from yihu_beijing.programmes.child.child import unsupported_in_age
from yihu_beijing.programmes.child.orphan import ORPHAN, born_before, child_of_beijing
from yihu_beijing.programmes.child.parents import (
    both_absent,
    both_revoked,
    both_unable,
    one_absent_one_unable,
    one_lost_one_unable,
)
from yihu_beijing.programmes.school.kindergarten import in_open_kindergarten
from yihu_beijing.programmes.school.university import COLLEGE_GRANT
from yihu_beijing.programmes.school.vocational import VOCATIONAL_GRANT

WITH_LIVING_MONEY = (Studies.VOCATIONAL, Studies.COLLEGE, Studies.UNDERGRADUATE)


@rule(
    cites="京社委儿福发〔2019〕36号 一、二(三)",
    words=("扩大至未满18周岁", "建立事实无人抚养儿童专项教育资助政策"),
    zh="属于事实无人抚养儿童（不含临时无人抚养）",
    en="de facto unsupported, not only for a time",
    note=(
        "临时无人抚养儿童只参照享受生活费（决定0176）",
        "temporarily unattended children have the living money only (decision 0176)",
    ),
)
def lastingly_unsupported(person: Person, law: Law) -> bool:
    return (
        both_absent(person, law)
        or one_absent_one_unable(person, law)
        or both_unable(person, law)
        or one_lost_one_unable(person, law)
        or both_revoked(person, law)
    )


@rule(
    cites="京社委儿福发〔2019〕36号 一、二(三)",
    words=("本市户籍儿童", "年满18周岁后仍在接受全日制"),
    zh="可享受专项教育资助的事实无人抚养儿童",
    en="unsupported child with a claim to the education grants",
    note=("未满18周岁，或已享受生活费且仍在校", "under 18, or already on the living money and still at school"),
)
def unsupported_pupil(person: Person, law: Law) -> bool:
    return (
        child_of_beijing(person, law)
        and born_before(person, law)
        and unsupported_in_age(person, law)
        and lastingly_unsupported(person, law)
    )


@rule(
    cites="京社委儿福发〔2019〕36号 二(三)",
    words=("对年满3周岁、在公办幼儿园或普惠性民办幼儿园", "一次性6000元入园补贴"),
    zh="符合一次性入园补贴条件",
    en="conditions of the kindergarten grant",
)
def kindergarten_grant_eligible(person: Person, law: Law) -> bool:
    return (
        unsupported_pupil(person, law)
        and in_open_kindergarten(person, law)
        and not person.kindergarten_granted
        and age_on(person.birth, law.last_day, feb29="mar1") >= law.child_kindergarten_age
    )


@rule(
    cites="京社委儿福发〔2019〕36号 二(三)",
    words="一次性6000元入园补贴",
    zh="一次性入园补贴",
    en="kindergarten grant",
    unit="CNY",
)
def kindergarten_grant_amount(person: Person, law: Law) -> Money:
    return law.child_kindergarten_grant


@rule(
    cites="京社委儿福发〔2019〕36号 二(三)",
    words="在已享受助学金等的额度基础上，予以补齐",
    zh="已享受的助学金等",
    en="grants for study that are deducted",
    unit="CNY/year",
    note=(
        "国家助学金按本月应享受的额度扣减（决定0174），其他助学补贴按已享受的扣减",
        "the national grant as the law gives it this month (decision 0174), other aid as received",
    ),
)
def study_grants(person: Person, law: Law) -> Money:
    return amount_of(VOCATIONAL_GRANT, person, law) + amount_of(COLLEGE_GRANT, person, law) + person.other_student_aid


@rule(
    cites="京社委儿福发〔2019〕36号 二(三)",
    words="每人每学年8000元生活补贴",
    zh="补齐后的生活补贴",
    en="living grant, topped up",
    unit="CNY/year",
    note=("补齐到标准，不为负", "up to the standard, never below zero"),
)
def student_grant_amount(person: Person, law: Law) -> Money:
    return max(law.child_student_grant - study_grants(person, law), 0)


@rule(
    cites="京社委儿福发〔2019〕36号 二(三)",
    words="全日制中等职业教育或本专科高等教育",
    zh="符合中职和高等教育生活补贴条件",
    en="conditions of the living grant",
)
def student_grant_eligible(person: Person, law: Law) -> bool:
    return (
        unsupported_pupil(person, law) and person.studies in WITH_LIVING_MONEY and student_grant_amount(person, law) > 0
    )


KINDERGARTEN_GRANT = Programme(
    id="kindergarten_grant",
    of=Person,
    zh="事实无人抚养儿童一次性入园补贴",
    en="kindergarten grant of unsupported children",
    eligible=kindergarten_grant_eligible,
    amount=kindergarten_grant_amount,
    cites="京社委儿福发〔2019〕36号 二(三)",
    since=date(2019, 11, 18),
    barred_by=(ORPHAN,),
    note=(
        "只发一次，已领取的不再发；具体实施办法未收集到；不含孤儿",
        "paid once, never again; the detailed measures are not in hand; not for orphans",
    ),
)

UNSUPPORTED_STUDENT = Programme(
    id="unsupported_student_grant",
    of=Person,
    zh="事实无人抚养儿童中职和高等教育生活补贴",
    en="living grant of unsupported children who study",
    eligible=student_grant_eligible,
    amount=student_grant_amount,
    cites="京社委儿福发〔2019〕36号 二(三)",
    since=date(2019, 11, 18),
    barred_by=(ORPHAN,),
    note=("具体实施办法未收集到；不含孤儿", "the detailed measures are not in hand; not for orphans"),
)
