"""What parents at home give a student: a child of a disabled person, or of somebody on hardship aid.

Document: 京教财〔2020〕22号 附件5 第二条(六)、(八)、(九), 附件6 第二条. The measures take the parents' certificate and the
household register. Who is a parent follows from the relations to the applicant: of the applicant's child the applicant
and the spouse, of the applicant or a sibling the applicant's parents. For parents who live elsewhere, and for
grandchildren, the fact ``student_group`` says so; it need not be filled in for what the family shows by itself.
"""

from __future__ import annotations

from yihu.engines.rules import recognised, rule
from yihu_beijing.facts import Home, Person, Relation
from yihu_beijing.law import Law
from yihu_beijing.programmes.disability.living import DISABILITY_LIVING, heavy

COUPLE = (Relation.SELF, Relation.SPOUSE)
SAME_PARENTS = (Relation.SELF, Relation.SIBLING)


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(八)",
    words="学生父母的《残疾证》和户口本",
    zh="申请人或其配偶是残疾人",
    en="the applicant or the spouse is disabled",
)
def couple_disabled(home: Home, law: Law) -> bool:
    return any(m.disability_grade > 0 and m.relation in COUPLE for m in home.members)


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(八)",
    words="学生父母的《残疾证》和户口本",
    zh="申请人的父母是残疾人",
    en="a parent of the applicant is disabled",
)
def elders_disabled(home: Home, law: Law) -> bool:
    return any(m.disability_grade > 0 and m.relation == Relation.PARENT for m in home.members)


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(八)",
    words="残疾人子女出具学生父母的《残疾证》",
    zh="家中的父母是残疾人",
    en="a parent at home is disabled",
)
def parent_disabled(person: Person, law: Law) -> bool:
    of_couple = person.relation == Relation.CHILD and couple_disabled(person.home, law)
    return of_couple or (person.relation in SAME_PARENTS and elders_disabled(person.home, law))


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(六)",
    words="领取生活困难补助金对象及其子女",
    zh="申请人或其配偶领取生活困难补助",
    en="the applicant or the spouse is on hardship aid",
)
def couple_aided(home: Home, law: Law) -> bool:
    return any(m.hardship_aid and m.relation in COUPLE for m in home.members)


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(六)",
    words="领取生活困难补助金对象及其子女",
    zh="申请人的父母领取生活困难补助",
    en="a parent of the applicant is on hardship aid",
)
def elders_aided(home: Home, law: Law) -> bool:
    return any(m.hardship_aid and m.relation == Relation.PARENT for m in home.members)


@rule(
    cites="京教财〔2020〕22号 附件1 第六条、附件5 第二条(六)、附件6 第二条",
    words="领取生活困难补助金对象及其子女",
    zh="家中的父母领取生活困难补助",
    en="a parent at home is on hardship aid",
)
def parent_aided(person: Person, law: Law) -> bool:
    of_couple = person.relation == Relation.CHILD and couple_aided(person.home, law)
    return of_couple or (person.relation in SAME_PARENTS and elders_aided(person.home, law))


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(九)",
    words="北京市残疾人两项补贴档案信息表",
    zh="重残并领取困难残疾人生活补贴",
    en="severely disabled and on the living subsidy",
    note=(
        "重残人的生活困难补助金凭两项补贴档案认定，即困难残疾人生活补贴",
        "for the severely disabled hardship aid is shown by the file of the two subsidies: the living subsidy",
    ),
)
def heavy_aided(person: Person, law: Law) -> bool:
    return heavy(person, law) and recognised(DISABILITY_LIVING, person)


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(九)",
    words="领取生活困难补助金的重残学生及重残人子女",
    zh="申请人或其配偶重残并领取生活补贴",
    en="the applicant or the spouse is severely disabled and on the living subsidy",
)
def couple_heavy(home: Home, law: Law) -> bool:
    return any(heavy_aided(m, law) and m.relation in COUPLE for m in home.members)


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(九)",
    words="领取生活困难补助金的重残学生及重残人子女",
    zh="申请人的父母重残并领取生活补贴",
    en="a parent of the applicant is severely disabled and on the living subsidy",
)
def elders_heavy(home: Home, law: Law) -> bool:
    return any(heavy_aided(m, law) and m.relation == Relation.PARENT for m in home.members)


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(九)、第九条(二)",
    words="领取生活困难补助金的重残学生及重残人子女",
    zh="家中的父母重残并领取生活补贴",
    en="a parent at home is severely disabled and on the living subsidy",
)
def parent_heavy(person: Person, law: Law) -> bool:
    of_couple = person.relation == Relation.CHILD and couple_heavy(person.home, law)
    return of_couple or (person.relation in SAME_PARENTS and elders_heavy(person.home, law))
