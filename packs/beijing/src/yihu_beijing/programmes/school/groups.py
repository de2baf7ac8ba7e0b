"""Who is a student in hardship (家庭经济困难学生): the groups that the measures name, by the certificates held.

Document: 京教财〔2020〕22号, 附件1 第六条, 附件5 第二条 and 第九条(二), 附件6 第二条. The first group (低保, 特困,
orphans, martyrs' children …) is in the first class everywhere; the second (low income, disabled) differs by stage and
stands with it. Certificates are facts; what the parents at home give is in ``parents``.
"""

from __future__ import annotations

from yihu.engines.rules import recognised, rule
from yihu_beijing.facts import ChildGroup, Person
from yihu_beijing.facts.school import School, StudentGroup
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.recipients import in_low_income_family, on_allowance_or_aid
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC
from yihu_beijing.programmes.child.child import UNSUPPORTED_CHILD
from yihu_beijing.programmes.child.orphan import ORPHAN
from yihu_beijing.programmes.school.parents import parent_aided, parent_disabled

NO_ORPHANS = (ChildGroup.ADOPTED_DISABLED_ORPHAN, ChildGroup.HIV, ChildGroup.INSTITUTION_OTHER)
FIRST_GROUPS = (
    StudentGroup.MARTYR,
    StudentGroup.POLICE,
    StudentGroup.ORPHAN,
    StudentGroup.REGISTERED_POOR,
    StudentGroup.HONOURED,
    StudentGroup.HARDSHIP_AID,
)


@rule(
    cites="京教财〔2020〕22号 第三条",
    words="根据国家有关规定批准设立",
    zh="在本市学校就读（高校为市属）",
    en="on the roll of a school of the city",
    note=("民办学校在内", "private schools included"),
)
def at_city_school(person: Person, law: Law) -> bool:
    return person.school != School.ELSEWHERE


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(四)；京财教育〔2018〕2025号 二(三)",
    words=("孤儿、事实无人抚养儿童出具", "《儿童福利证》"),
    zh="孤儿或事实无人抚养儿童（在册）",
    en="orphan or unsupported child by certificate",
    note=(
        "正在领取孤儿或事实无人抚养儿童生活费；只按孤儿标准发放生活费的其他儿童不是孤儿；成年孤儿以区民政证明为准",
        "on the money today; children only kept on the orphans' sum are no orphans; for orphans grown up the district's paper "
        "counts",
    ),
)
def child_without_parents(person: Person, law: Law) -> bool:
    orphan = recognised(ORPHAN, person) and person.child_group not in NO_ORPHANS
    return orphan or recognised(UNSUPPORTED_CHILD, person)


@rule(
    cites="京教财〔2020〕22号 附件1 第六条、附件5 第九条(二)",
    words="最低生活保障家庭学生、特困供养学生、孤儿",
    zh="确保一等的对象",
    en="named for the first class",
    note=(
        "低保、生活困难补助、特困、孤儿、事实无人抚养、优抚、烈士和因公牺牲民警子女等",
        "on 低保, hardship aid or 特困, orphans, unsupported children, honour groups, children of martyrs and police",
    ),
)
def first_group(person: Person, law: Law) -> bool:
    return (
        on_allowance_or_aid(person, law)
        or recognised(TEKUN_BASIC, person)
        or child_without_parents(person, law)
        or person.student_group in FIRST_GROUPS
        or parent_aided(person, law)
    )


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(七)、(八)",
    words="残疾人子女出具学生父母的《残疾证》",
    zh="残疾学生或残疾人子女",
    en="disabled student, or child of a disabled person",
)
def of_disabled(person: Person, law: Law) -> bool:
    child = person.student_group == StudentGroup.DISABLED or parent_disabled(person, law)
    return person.disability_grade > 0 or child


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(十二)、(十三)",
    words="低收入农户学生出具",
    zh="低收入家庭或低收入农户学生",
    en="student of a low-income family or farm household",
)
def of_low_income(person: Person, law: Law) -> bool:
    return in_low_income_family(person, law) or person.student_group == StudentGroup.LOW_FARM


@rule(
    cites="京教财〔2020〕22号 附件5 第二条、附件6 第二条",
    words="家庭经济困难学生包括",
    zh="家庭经济困难学生",
    en="student in hardship",
    note=("中职和普通高中以所列类别为限", "vocational and senior high schools: the groups listed and no others"),
)
def student_in_hardship(person: Person, law: Law) -> bool:
    return first_group(person, law) or of_disabled(person, law) or of_low_income(person, law)
