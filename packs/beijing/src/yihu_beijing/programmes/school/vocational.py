"""中等职业教育: tuition waived, and the national grant in two classes.

Document: 京教财〔2020〕22号 第六条(三)(四) and 附件5, in force 2021-01-05 (the portal; it says “from printing”, signed
2020-12-14).

Left out: 国家奖学金, 政府奖学金 (competition). Pupils from elsewhere show certificates like Beijing's, or the school
finds their hardship (附件5 第二条(十四)): for them the fact ``school_hardship`` stands in, “special” for the first class.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, rule
from yihu_beijing.facts import Hukou, Person, Studies
from yihu_beijing.facts.school import Major, School, SchoolHardship
from yihu_beijing.law import Law
from yihu_beijing.programmes.school.groups import at_city_school, first_group, student_in_hardship
from yihu_beijing.programmes.school.parents import heavy_aided, parent_heavy

WAIVED_MAJORS = (Major.FARMING, Major.OPERA)


@rule(
    cites="京教财〔2020〕22号 第三条、第六条(三)、(四)",
    words=("各类职业学校(含技工院校)", "具有本市正式学籍", "具有正式学籍"),
    zh="本市中等职业学校全日制学生",
    en="full-time pupil of a vocational school of the city",
)
def vocational_pupil(person: Person, law: Law) -> bool:
    return person.studies == Studies.VOCATIONAL and at_city_school(person, law)


@rule(
    cites="京教财〔2020〕22号 附件5 第二条(十四)",
    words="外地生源学生参照北京市证件提供",
    zh="外地生源，学校认定困难",
    en="from elsewhere, hardship found by the school",
)
def hard_from_elsewhere(person: Person, law: Law) -> bool:
    return person.hukou != Hukou.BEIJING and person.school_hardship != SchoolHardship.NONE


@rule(
    cites="京教财〔2020〕22号 附件5 第九条(二)",
    words="领取生活困难补助金的重残学生",
    zh="属于一等对象",
    en="in the first class",
)
def vocational_first(person: Person, law: Law) -> bool:
    return (
        first_group(person, law)
        or heavy_aided(person, law)
        or parent_heavy(person, law)
        or (hard_from_elsewhere(person, law) and person.school_hardship == SchoolHardship.SPECIAL)
    )


@rule(
    cites="京教财〔2020〕22号 附件5 第九条(二)",
    words="残疾学生及残疾人子女、涉农专业学生",
    zh="符合中职国家助学金条件",
    en="conditions of the vocational grant",
)
def vocational_grant_eligible(person: Person, law: Law) -> bool:
    return vocational_pupil(person, law) and (
        student_in_hardship(person, law) or hard_from_elsewhere(person, law) or person.major == Major.FARMING
    )


@rule(
    cites="京教财〔2020〕22号 第六条(四)、附件5 第九条(二)",
    words=("国家助学金分两等", "一、二等助学金不可重复享受"),
    zh="中职国家助学金",
    en="vocational grant",
    unit="CNY/year",
)
def vocational_grant_amount(person: Person, law: Law) -> Money:
    return law.school_vocational_first if vocational_first(person, law) else law.school_vocational_second


@rule(
    cites="京教财〔2020〕22号 第六条(三)",
    words="其他艺术类相关表演专业学生除外",
    zh="非其他艺术类相关表演专业",
    en="not in another performing art",
    note=("各类学生都除外，困难学生也不例外（决定0173）", "out for every group, those in hardship too (decision 0173)"),
)
def no_other_stage(person: Person, law: Law) -> bool:
    return person.major != Major.OTHER_STAGE


@rule(
    cites="京教财〔2020〕22号 第六条(三)",
    words="农村(含县镇)学生、涉农专业、戏曲表演专业学生",
    zh="符合中职免学费条件",
    en="conditions of the vocational waiver",
)
def vocational_fees_eligible(person: Person, law: Law) -> bool:
    named = person.rural_student or person.major in WAIVED_MAJORS
    hard = student_in_hardship(person, law) or hard_from_elsewhere(person, law)
    return vocational_pupil(person, law) and no_other_stage(person, law) and (named or hard)


@rule(
    cites="京教财〔2020〕22号 第六条(三)、附件5 第九条(一)",
    words=("最高免学费补助标准不超过每生每年2800元", "按实际收取学费标准免除"),
    zh="免交的学费",
    en="tuition waived",
    unit="CNY/year",
    note=(
        "公办学校以2800元为限（决定0172）；民办学校以公办同类标准为限",
        "up to 2800 in a public school (decision 0172), up to the public standard of the kind in a private one",
    ),
)
def vocational_fees_amount(person: Person, law: Law) -> Money:
    if person.school == School.PRIVATE:
        return min(person.school_fee, person.public_school_fee)
    if law.school_vocational_fee_capped:
        return min(person.school_fee, law.school_vocational_fee_cap)
    return person.school_fee


VOCATIONAL_GRANT = Programme(
    id="vocational_grant",
    of=Person,
    zh="中职国家助学金",
    en="vocational grant",
    eligible=vocational_grant_eligible,
    amount=vocational_grant_amount,
    cites="京教财〔2020〕22号 第六条(四)",
    since=date(2021, 1, 5),
    note=("按月发放，每年计发10个月", "paid by the month, ten months a year"),
)

VOCATIONAL_FEES = Programme(
    id="vocational_fees",
    of=Person,
    zh="中职免学费",
    en="no tuition in vocational school",
    eligible=vocational_fees_eligible,
    amount=vocational_fees_amount,
    cites="京教财〔2020〕22号 第六条(三)",
    since=date(2021, 1, 5),
)
