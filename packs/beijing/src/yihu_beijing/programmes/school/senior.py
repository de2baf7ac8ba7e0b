"""普通高中: the national grant, the waivers that go with it, and the Hongzhi classes.

Document: 京教财〔2020〕22号 第七条(二)(三)(四) and 附件6, in force 2021-01-05 (the portal; it says “from printing”,
signed 2020-12-14).

Left out: 宏志奖学金 (competition). Pupils who entered a Hongzhi class before autumn 2021 could keep the grant ((四), last
sentence); they left school by 2024, and (二) excludes them in general words: they are not computed.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, rule
from yihu_beijing.facts import Person, Studies
from yihu_beijing.facts.school import School, StudentGroup
from yihu_beijing.law import Law
from yihu_beijing.programmes.school.groups import at_city_school, child_without_parents, student_in_hardship

RAISED = (StudentGroup.MARTYR, StudentGroup.POLICE, StudentGroup.ORPHAN)
OWN_SCHEMES = (School.HONGZHI, School.INLAND)


@rule(
    cites="京教财〔2020〕22号 第七条(二)",
    words="不含在宏志中学、宏志班就读",
    zh="普通高中在校生（不含宏志班、内地民族班）",
    en="senior high pupil, not in a Hongzhi or inland class",
)
def ordinary_high_pupil(person: Person, law: Law) -> bool:
    return person.studies == Studies.HIGH_SCHOOL and at_city_school(person, law) and person.school not in OWN_SCHEMES


@rule(
    cites="京教财〔2020〕22号 第七条(二)、附件6 第二条",
    words=("家庭经济困难学生", "家庭经济困难学生包括"),
    zh="符合普通高中国家助学金条件",
    en="conditions of the senior high grant",
)
def high_grant_eligible(person: Person, law: Law) -> bool:
    return ordinary_high_pupil(person, law) and student_in_hardship(person, law)


@rule(
    cites="京教财〔2020〕22号 第七条(二)",
    words="因公牺牲民警子女每年3000元",
    zh="普通高中国家助学金",
    en="grant in senior high school",
    unit="CNY/year",
)
def high_grant_amount(person: Person, law: Law) -> Money:
    if child_without_parents(person, law) or person.student_group in RAISED:
        return law.school_high_grant_raised
    return law.school_high_grant


@rule(
    cites="京教财〔2020〕22号 第七条(三)、第十二条第二款",
    words=("免费标准按照市政府及价格", "民办学校的学费标准高于补助的部分"),
    zh="免交的学费",
    en="tuition waived",
    unit="CNY/year",
    note=(
        "公办学校全免；民办学校免到公办同类标准，其余仍可收取",
        "all of it in a public school; in a private one up to the public standard",
    ),
)
def high_fee_amount(person: Person, law: Law) -> Money:
    if person.school == School.PRIVATE:
        return min(person.school_fee, person.public_school_fee)
    return person.school_fee


@rule(
    cites="京教财〔2020〕22号 第七条(四)、附件6 第五条",
    words=("享受“四免一补”", "宏志班补助继续执行"),
    zh="宏志班学生",
    en="pupil of a Hongzhi class",
)
def hongzhi_pupil(person: Person, law: Law) -> bool:
    return person.studies == Studies.HIGH_SCHOOL and person.school == School.HONGZHI


@rule(
    cites="京教财〔2020〕22号 第七条(四)",
    words="每人每年2000元的伙食补助",
    zh="宏志班伙食补助",
    en="meal aid",
    unit="CNY/year",
)
def hongzhi_amount(person: Person, law: Law) -> Money:
    return law.school_hongzhi_meals


HIGH_GRANT = Programme(
    id="high_school_grant",
    of=Person,
    zh="普通高中国家助学金",
    en="grant in senior high school",
    eligible=high_grant_eligible,
    amount=high_grant_amount,
    cites="京教财〔2020〕22号 第七条(二)",
    since=date(2021, 1, 5),
    note=("按月发放，每年计发10个月", "paid by the month, ten months a year"),
)

HIGH_FEES = Programme(
    id="high_school_fees",
    of=Person,
    zh="普通高中免学费、教科书费和住宿费",
    en="no fees in senior high school",
    eligible=high_grant_eligible,
    amount=high_fee_amount,
    cites="京教财〔2020〕22号 第七条(三)",
    since=date(2021, 1, 5),
    service=("金额为学费；另免教科书费，住宿生免住宿费", "the sum is tuition; textbooks and boarding are free too"),
    note=(
        "与国家助学金同时评定（附件6 第六条），符合助学金条件即免",
        "decided together with the grant (annex 6, article 6): whoever is entitled to that is spared",
    ),
)

HONGZHI_CLASS = Programme(
    id="hongzhi_class",
    of=Person,
    zh="宏志班“四免一补”",
    en="aid of Hongzhi classes",
    eligible=hongzhi_pupil,
    amount=hongzhi_amount,
    cites="京教财〔2020〕22号 第七条(四)",
    since=date(2021, 1, 5),
    service=("免学费、教科书费、校服费、住宿费", "no tuition, textbook, uniform and boarding fees"),
)
