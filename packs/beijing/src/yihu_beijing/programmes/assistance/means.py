"""What several programmes ask of a family: who is counted, age and health of a member, income, and the asset test.

Documents: 京民社救发〔2018〕445号 (the rules of 2018, below “445号”) and 京政办发〔2018〕45号 (the asset test, known from reports).
Left out: the list of what is income (45号 is not in hand; the facts ask for the counted sums), and the look-back periods,
which are a matter of how the facts are collected.

Ages. An age that opens a right (60 and over) counts from the month in which it is reached: it is taken on the last day of
the month. An age that closes a right (under 16, 16 and under) counts through the month in which it ends: it is taken on
the first day. Months, not days, are paid, so nobody loses one. Somebody born on 29 February is a year older on 1 March of
a common year (``feb29="mar1"``): no text says, and the year is not full before.
"""

from __future__ import annotations

from yihu.engines.rules import Money, age_on, count, divide, rule
from yihu_beijing.facts import Absence, Capacity, Disability, Home, Hukou, Person, Studies
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.support import support_received

# who is counted


@rule(
    cites="京民社救发〔2018〕445号 二(一)、(四)1、(六)",
    words=("非本市户籍居民持有本市居住证", "迁入在京学校集体户口的学生", "不计入共同生活的家庭成员"),
    zh="计入共同生活的家庭成员",
    en="counted as a member of the family",
    note=(
        "无居住证的外地户籍配偶、学校集体户和第（六）项人员既不计人数也不计收入（决定0103）",
        (
            "a spouse from elsewhere without a permit, a student in a school's register and those of (六) count neither as heads "
            "nor with their income (decision 0103)"
        ),
    ),
)
def counted(person: Person, law: Law) -> bool:
    return person.absence == Absence.NONE and person.hukou in (Hukou.BEIJING, Hukou.SPOUSE_WITH_PERMIT)


@rule(
    cites="京民社救发〔2018〕445号 二(一)",
    words="共同生活的家庭成员月人均收入",
    zh="计入的家庭人数",
    en="members counted",
)
def heads(home: Home, law: Law) -> int:
    return count(counted(m, law) for m in home.members)


@rule(
    cites="京民社救发〔2018〕445号 二(一)",
    words="本市户籍居民组成的家庭",
    zh="有本市户籍的家庭成员",
    en="a counted member is registered in Beijing",
)
def of_beijing(home: Home, law: Law) -> bool:
    return any(counted(m, law) and m.hukou == Hukou.BEIJING for m in home.members)


# age and health of a member


@rule(cites="京民社救发〔2018〕445号 二(二)2", words="成年无业重度残疾人", zh="成年人", en="adult")
def adult(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.adult_age


@rule(
    cites="京民社救发〔2018〕445号 十(二)2",
    words="60周岁（含）以上老年人",
    zh="60周岁（含）以上老年人",
    en="60 or over",
)
def elder(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.dibao_elder_age


@rule(
    cites="京民社救发〔2018〕445号 十(一)2、十(二)2、十一(三)",
    words="16周岁及以下未成年人",
    zh="16周岁及以下未成年人",
    en="child of 16 or under",
)
def child_to_16(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.first_day, feb29="mar1") <= law.dibao_child_age


@rule(
    cites="京民社救发〔2018〕445号 十(一)2",
    words="16周岁以上接受全日制教育的在校学生",
    zh="接受全日制教育的在校学生",
    en="in full-time education",
    note=("十(一)2未限本科，含研究生", "(一)2 names no highest level: postgraduates too"),
)
def full_time_student(person: Person, law: Law) -> bool:
    return person.studies != Studies.NONE


@rule(
    cites="京民社救发〔2018〕445号 十(二)2、十一(三)",
    words="接受全日制本科及以下学历教育的在校学生",
    zh="接受全日制本科及以下学历教育的在校学生",
    en="in full-time education up to a bachelor's degree",
)
def student_to_bachelor(person: Person, law: Law) -> bool:
    return person.studies not in (Studies.NONE, Studies.POSTGRADUATE)


@rule(
    cites="京民社救发〔2018〕445号 二(二)1",
    words="以下简称重度残疾人",
    zh="重度残疾人",
    en="severely disabled",
    note=(
        "视力、听力、言语、肢体一二级，智力、精神一至三级",
        "visual, hearing, speech, physical 1-2; intellectual, mental 1-3",
    ),
)
def severely_disabled(person: Person, law: Law) -> bool:
    senses = person.disability in (Disability.VISUAL, Disability.HEARING, Disability.SPEECH, Disability.PHYSICAL)
    mind = person.disability in (Disability.INTELLECTUAL, Disability.MENTAL)
    certified = person.disability_grade > 0
    return certified and (
        (senses and person.disability_grade <= law.severe_grade_senses)
        or (mind and person.disability_grade <= law.severe_grade_mind)
    )


@rule(
    cites="京民社救发〔2018〕445号 十(一)1、十(二)1",
    words=("罹患重大疾病或重度残疾人的", "罹患重大疾病人员、重度残疾人"),
    zh="罹患重大疾病或重度残疾",
    en="gravely ill or severely disabled",
)
def serious_or_severe(person: Person, law: Law) -> bool:
    return person.serious_illness or severely_disabled(person, law)


@rule(
    cites="京民社救发〔2018〕445号 十(二)2",
    words="完全丧失或大部分丧失劳动能力人员",
    zh="完全或大部分丧失劳动能力",
    en="has lost all or most capacity to work",
)
def cannot_work(person: Person, law: Law) -> bool:
    return person.capacity in (Capacity.MOSTLY_LOST, Capacity.FULLY_LOST)


# income


@rule(
    cites="京民社救发〔2018〕445号 二(七)",
    words="申请人及其家庭成员的收入和财产",
    zh="本人月收入",
    en="monthly income of a member",
    unit="CNY/month",
)
def income(person: Person, law: Law) -> Money:
    return person.wage + person.business_income + person.pension + person.property_income + person.other_income


@rule(
    cites="京民社救发〔2018〕445号 二(一)、十二",
    words=("家庭成员月人均收入", "赡养、抚养、扶养费按"),
    zh="家庭月收入",
    en="monthly income of the family",
    unit="CNY/month",
    note=("含应计的赡养、抚养、扶养费，未作任何核减和就业扣除", "with the support owed; nothing taken off"),
)
def family_income(home: Home, law: Law) -> Money:
    return sum(income(m, law) for m in home.members if counted(m, law)) + support_received(home, law)


@rule(
    cites="京民社救发〔2018〕445号 二(一)、十一(一)",
    words=("月人均收入低于本市当年城乡低保标准", "月人均收入低于最低工资标准"),
    zh="家庭月人均收入",
    en="monthly income per head",
    unit="CNY/month",
    note=("四舍五入到分（条文未写，决定0101）", "to the fen, half up (the text is silent, decision 0101)"),
)
def income_per_head(home: Home, law: Law) -> Money:
    return divide(family_income(home, law), heads(home, law), places=2, if_zero=0)


# the asset test


@rule(
    cites="京政办发〔2018〕45号",
    zh="货币财产在限额内",
    en="money assets within the limit",
    note=(
        "人均限额：二人及以下家庭1.2倍、三人及以上家庭1.0倍上年度全市居民人均消费支出；2019年以前的限额未收集到，不作此项判断",
        "per head 1.2 years of consumption for one or two persons, 1.0 for three or more; not tested before 2019, not in hand",
    ),
)
def money_within(home: Home, law: Law) -> bool:
    if law.consumption_known:
        small = heads(home, law) <= law.assets_small_family
        years = law.assets_multiple_small if small else law.assets_multiple_large
        return home.money_assets <= years * law.consumption_previous_year * heads(home, law)
    return True


@rule(
    cites="京政办发〔2018〕45号",
    zh="没有机动车、大型农机具和非居住用房，住房不超过限额",
    en="no vehicle, no business property, no second home",
    note=(
        "人均住房面积低于全市平均的除外；2012年6月以前的规定未收集到，不作此项判断",
        "more homes are tolerated where the floor area per head is below the mean; not tested before June 2012, not in hand",
    ),
)
def property_within(home: Home, law: Law) -> bool:
    if law.assets_property_known:
        few_homes = home.homes < law.assets_homes_limit or home.small_homes
        return few_homes and home.vehicles == 0 and not home.other_property
    return True


@rule(
    cites="京民社救发〔2018〕445号 二(七)；京政办发〔2018〕45号",
    words="收入和财产",
    zh="家庭财产状况符合规定",
    en="assets within the limits",
)
def assets_within(home: Home, law: Law) -> bool:
    return money_within(home, law) and property_within(home, law)
