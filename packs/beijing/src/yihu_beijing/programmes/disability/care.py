"""重度残疾人护理补贴: the nursing subsidy of severely disabled persons.

Document: 京民福发〔2016〕434号 (“434号”) 第一条(二), 第二条(二), 第三条, in force 2016-01-01; 京民福发〔2016〕228号 五(三) for
disabled children. Who “needs long-term care” is said by 第一条(二) itself: the grades. Readings: decisions 0121, 0127, 0132.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, rule
from yihu_beijing.facts import Disability, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.disability.living import (
    MIND,
    SENSES,
    certified,
    disabled_child,
    disabled_not_in_prison,
    disabled_of_beijing,
    neither_injury_nor_tekun,
)

HEARING = (Disability.HEARING, Disability.SPEECH)


@rule(
    cites="京民福发〔2016〕434号 第二条(二)1",
    words=("残疾等级为一级的视力、肢体、智力、精神残疾人", "智力、精神残疾人中的多重残疾人"),
    zh="护理补贴第一档",
    en="first tier of nursing",
)
def care_first_tier(person: Person, law: Law) -> bool:
    first_grade = person.disability_grade == 1 and (person.disability in SENSES or person.disability in MIND)
    multiple = person.multiple_disability and person.disability_grade == law.disability_care_grade_multiple
    return first_grade or (person.disability in MIND and multiple)


@rule(
    cites="京民福发〔2016〕434号 第一条(二)、第二条(二)",
    words=("残疾等级为三级的智力、精神残疾人", "不含多重残疾人"),
    zh="三级智力、精神多重残疾：未列入任何一档",
    en="intellectual or mental grade 3, multiple: in no tier",
)
def care_untiered(person: Person, law: Law) -> bool:
    return (
        person.disability in MIND
        and person.multiple_disability
        and person.disability_grade > law.disability_care_grade_multiple
        and person.disability_grade <= law.disability_heavy_grade_mind
    )


@rule(
    cites="京民福发〔2016〕228号 四(四)、五(三)",
    words=("残疾等级为三级的智力、精神残疾儿童", "残疾等级为二级、三级的智力、精神残疾儿童"),
    zh="未列档的残疾儿童按228号第二档",
    en="a disabled child in no tier is in the second of 228号",
)
def care_child(person: Person, law: Law) -> bool:
    if law.child_rules_2016:
        return care_untiered(person, law) and disabled_child(person, law)
    return False


@rule(
    cites="京民福发〔2016〕434号 第一条(二)、第二条(二)",
    words=("残疾等级为三级的智力、精神残疾人", "不含多重残疾人"),
    zh="未列档的须由区民政认定",
    en="in no tier: as the district rules",
    note=(
        "第一条(二)列入三级，第二条(二)2的括注排除多重残疾；不按零处理，标为须认定（决定0132）",
        "第一条(二) names grade 3, the brackets of 第二条(二)2 leave multiples out: not 0 but to be ruled on (decision 0132)",
    ),
)
def care_ruled(person: Person, law: Law) -> bool:
    return care_untiered(person, law) and person.care_ruling


@rule(
    cites="京民福发〔2016〕434号 第二条(二)2",
    words=("残疾等级为二级的视力、肢体残疾人", "不含多重残疾人", "残疾等级为一级、二级的听力、言语残疾人"),
    zh="护理补贴第二档",
    en="second tier of nursing",
)
def care_second_tier(person: Person, law: Law) -> bool:
    grade = person.disability_grade
    return grade > 0 and (
        (person.disability in SENSES and grade <= law.disability_heavy_grade_senses)
        or (person.disability in MIND and grade <= law.disability_heavy_grade_mind and not person.multiple_disability)
        or (person.disability in HEARING and grade <= law.disability_care_grade_hearing)
    )


@rule(
    cites="京民福发〔2016〕434号 第一条(二)",
    words="需要长期照护的残疾人",
    zh="属于护理补贴对象",
    en="in one of the tiers of nursing",
)
def in_care_tier(person: Person, law: Law) -> bool:
    return (
        care_first_tier(person, law)
        or care_second_tier(person, law)
        or care_child(person, law)
        or care_ruled(person, law)
    )


@rule(
    cites="京民福发〔2016〕434号 第二条(二)；京民福发〔2016〕228号 五(三)",
    words=("每人每月300元", "每人每月100元标准给予护理补贴"),
    zh="重度残疾人护理补贴",
    en="nursing subsidy",
    unit="CNY/month",
)
def disability_care_amount(person: Person, law: Law) -> Money:
    if care_first_tier(person, law):
        return law.disability_care_first
    return law.disability_care_second


@rule(
    cites="京民福发〔2016〕434号 第三条3",
    words=("享受见义勇为致残人员护理补贴", "因公致残返城知青护理费、托养补贴"),
    zh="未享受见义勇为护理补贴、返城知青护理费、托养补贴",
    en="no heroism care pay, educated-youth care pay or day-care subsidy",
)
def no_other_care(person: Person, law: Law) -> bool:
    return not person.heroism_care and not person.educated_youth_care and not person.day_care_subsidy


@rule(
    cites="京民福发〔2016〕434号 第三条2",
    words="可择高申领其中一类生活补贴",
    zh="高于因公致残、离休等福利性护理补贴",
    en="more than the care allowance as war-disabled, veteran cadre, etc.",
    note=("择高：相等时保留已有的一项", "the higher of the two: an equal one is kept"),
)
def care_above_other(person: Person, law: Law) -> bool:
    return person.other_care_benefit == 0 or disability_care_amount(person, law) > person.other_care_benefit


@rule(
    cites="京民福发〔2016〕434号 第一条(二)、第三条",
    words=("重度残疾人护理补贴对象", "不享受重度残疾人护理补贴"),
    zh="符合重度残疾人护理补贴条件",
    en="conditions of the nursing subsidy",
)
def disability_care_eligible(person: Person, law: Law) -> bool:
    return (
        disabled_of_beijing(person, law)
        and certified(person, law)
        and disabled_not_in_prison(person, law)
        and in_care_tier(person, law)
        and neither_injury_nor_tekun(person, law)
        and no_other_care(person, law)
        and care_above_other(person, law)
    )


DISABILITY_CARE = Programme(
    id="disability_care",
    of=Person,
    zh="重度残疾人护理补贴",
    en="nursing subsidy for severely disabled persons",
    eligible=disability_care_eligible,
    amount=disability_care_amount,
    cites="京民福发〔2016〕434号",
    since=date(2016, 1, 1),
    note=("与老年人护理补贴只能择一", "one of this and the nursing subsidy for elders"),
)
