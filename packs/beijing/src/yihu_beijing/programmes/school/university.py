"""高校国家助学金: grants of undergraduates in two classes, and of postgraduates.

Document: 京教财〔2020〕22号 第五条(三)(六), 附件1 and 附件2, in force 2021-01-05 (the portal; it says “from printing”,
signed 2020-12-14). Universities run by the city, private ones included; those of the state have the national measures.

Left out: scholarships (competition); nationality and conduct (附件1 第三条, 附件2 第三条), which nobody fails by a
figure; the number of years of students with flexible terms (附件1 第五条).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, rule
from yihu_beijing.facts import Employment, Person, Studies
from yihu_beijing.facts.school import Degree, SchoolHardship, StudyStatus
from yihu_beijing.law import Law
from yihu_beijing.programmes.school.groups import at_city_school, first_group, of_disabled, of_low_income

NOT_DRAWING = (StudyStatus.PAUSED, StudyStatus.OVERDUE)


@rule(
    cites="京教财〔2020〕22号 附件1 第六条",
    words="家庭经济困难残疾学生及残疾人子女",
    zh="残疾学生或残疾人子女，且家庭经济困难",
    en="disabled, or child of a disabled person, and in hardship",
    note=(
        "家庭经济困难指低收入家庭、低收入农户，或学校认定",
        "in hardship: a low-income family or farm household, or found by the school",
    ),
)
def disabled_in_hardship(person: Person, law: Law) -> bool:
    return of_disabled(person, law) and (of_low_income(person, law) or person.school_hardship != SchoolHardship.NONE)


@rule(
    cites="京教财〔2020〕22号 附件1 第六条",
    words=("一等对象原则上为家庭经济特别困难学生", "应确保在一等范围"),
    zh="属于一等对象",
    en="in the first class",
    note=("所列类别，或学校认定特别困难", "the groups named, or special hardship found by the school"),
)
def college_first(person: Person, law: Law) -> bool:
    return (
        first_group(person, law)
        or disabled_in_hardship(person, law)
        or person.school_hardship == SchoolHardship.SPECIAL
    )


@rule(
    cites="京教财〔2020〕22号 附件1 第六条",
    words=("二等对象原则上为家庭经济困难学生", "应确保在二等范围"),
    zh="属于二等对象",
    en="in the second class",
    note=("非困难的残疾学生和残疾人子女也在内", "disabled students and children of the disabled without hardship too"),
)
def college_second(person: Person, law: Law) -> bool:
    return of_low_income(person, law) or of_disabled(person, law) or person.school_hardship == SchoolHardship.HARD


@rule(
    cites="京教财〔2020〕22号 附件1 第二条、第五条第二款",
    words=("市属高校全日制本专科", "公费师范生不再同时获得"),
    zh="市属高校本专科生（公费师范生除外）",
    en="undergraduate of a city university, no funded student teacher",
)
def city_undergraduate(person: Person, law: Law) -> bool:
    return (
        person.studies in (Studies.COLLEGE, Studies.UNDERGRADUATE)
        and at_city_school(person, law)
        and person.study_status != StudyStatus.FUNDED_TEACHER
    )


@rule(
    cites="京教财〔2020〕22号 第五条(三)、附件1 第六条",
    words=("家庭经济困难或明确纳入政策范围", "国家助学金分为两等"),
    zh="符合本专科生国家助学金条件",
    en="conditions of the undergraduate grant",
)
def college_grant_eligible(person: Person, law: Law) -> bool:
    return city_undergraduate(person, law) and (college_first(person, law) or college_second(person, law))


@rule(
    cites="京教财〔2020〕22号 第五条(三)",
    words="一等助学金每生每年4500元，二等助学金",
    zh="本专科生国家助学金",
    en="undergraduate grant",
    unit="CNY/year",
)
def college_grant_amount(person: Person, law: Law) -> Money:
    return law.school_college_first if college_first(person, law) else law.school_college_second


@rule(
    cites="京教财〔2020〕22号 附件2 第一条第三款、第二条、第十六条",
    words=("有固定工资收入的除外", "市属高校全日制研究生", "超过规定学制年限的延期毕业生"),
    zh="符合研究生国家助学金条件",
    en="conditions of the postgraduate grant",
    note=(
        "有固定工资收入按单位在职职工认定；休学、保留学籍期间暂停，超过学制不再享受",
        "a fixed wage: employed by a unit; suspended while on leave, over after the regular years",
    ),
)
def postgraduate_eligible(person: Person, law: Law) -> bool:
    return (
        person.studies == Studies.POSTGRADUATE
        and at_city_school(person, law)
        and person.employment != Employment.EMPLOYEE
        and person.study_status not in NOT_DRAWING
    )


@rule(
    cites="京教财〔2020〕22号 第五条(六)",
    words="博士研究生每生每年15000元，硕士研究生",
    zh="研究生国家助学金",
    en="postgraduate grant",
    unit="CNY/year",
)
def postgraduate_amount(person: Person, law: Law) -> Money:
    return law.school_doctor_grant if person.degree == Degree.DOCTOR else law.school_master_grant


COLLEGE_GRANT = Programme(
    id="college_grant",
    of=Person,
    zh="本专科生国家助学金",
    en="undergraduate grant",
    eligible=college_grant_eligible,
    amount=college_grant_amount,
    cites="京教财〔2020〕22号 第五条(三)",
    since=date(2021, 1, 5),
)

POSTGRADUATE_GRANT = Programme(
    id="postgraduate_grant",
    of=Person,
    zh="研究生国家助学金",
    en="postgraduate grant",
    eligible=postgraduate_eligible,
    amount=postgraduate_amount,
    cites="京教财〔2020〕22号 第五条(六)",
    since=date(2021, 1, 5),
)
