"""困难残疾人生活补贴: the living subsidy of disabled persons, five groups × heavy or other.

Document: 京民福发〔2016〕434号 (“434号”), in force 2016-01-01 (paid back to that day by 第十三条): 第一条(一) who, 第二条(一) how
much, 第三条 what goes together. The nursing subsidy of the same text is in ``disability_care``.

Left out: 第三条5 (districts' own detail), the half-yearly review and moves between districts (第九、十条: payment changes from
the month after the facts change), and the back-dating of requests made in 2016 (第十三条). That somebody holds a certificate
of the second generation is in the facts: without one the kind of disability is NONE. Overlaps that the text does not
settle: decisions 0121–0124, 0127, 0133.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, recognised, round_half_up, rule
from yihu_beijing.facts import Absence, Disability, Employment, Hukou, Person, Sex, Studies
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.recipients import in_low_income_family, on_allowance_or_aid
from yihu_beijing.programmes.assistance.standards import standard
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC
from yihu_beijing.programmes.child.child import DISTRESSED_CHILD, UNSUPPORTED_CHILD
from yihu_beijing.programmes.child.orphan import ORPHAN

SENSES = (Disability.VISUAL, Disability.PHYSICAL)
MIND = (Disability.INTELLECTUAL, Disability.MENTAL)


# 第一条: who


@rule(
    cites="京民福发〔2016〕434号 第一条、第九条(四)1",
    words=("具有本市户籍", "户籍迁出本市的"),
    zh="本市户籍",
    en="registered in Beijing",
)
def disabled_of_beijing(person: Person, law: Law) -> bool:
    return person.hukou == Hukou.BEIJING


@rule(
    cites="京民福发〔2016〕434号 第一条",
    words="持有第二代《中华人民共和国残疾人证》",
    zh="持有残疾人证",
    en="holds a disability certificate",
)
def certified(person: Person, law: Law) -> bool:
    return person.disability != Disability.NONE and person.disability_grade > 0


@rule(
    cites="京民福发〔2016〕434号 第九条(四)3",
    words="正在执行监禁刑罚的",
    zh="未在执行监禁刑罚",
    en="not serving a prison sentence",
)
def disabled_not_in_prison(person: Person, law: Law) -> bool:
    return person.absence != Absence.PRISON


@rule(
    cites="京民福发〔2016〕434号 第一条(一)4、第二条(一)",
    words=("残疾等级为一级、二级的视力、肢体残疾人", "残疾等级为一级、二级、三级的智力、精神残疾人"),
    zh="重度（视力、肢体一二级，智力、精神一至三级）",
    en="heavy (visual, physical 1-2; intellectual, mental 1-3)",
    note=(
        "听力、言语各级均属其他，与445号“重度残疾人”不同",
        "hearing and speech are never heavy, unlike the “severe” of 445号",
    ),
)
def heavy(person: Person, law: Law) -> bool:
    return person.disability_grade > 0 and (
        (person.disability in SENSES and person.disability_grade <= law.disability_heavy_grade_senses)
        or (person.disability in MIND and person.disability_grade <= law.disability_heavy_grade_mind)
    )


@rule(
    cites="京民福发〔2016〕434号 第一条(一)3、4",
    words=("失业且无稳定性收入的残疾人", "个人稳定性收入"),
    zh="个人稳定性收入",
    en="stable income of the person",
    unit="CNY/month",
    note=(
        "条文未定义；按第四条所附社保权益记录和第七条核对报告，取工资、经营、养老金和财产性收入，不含其他收入（决定0124）",
        "not defined; from the social-insurance record of 第四条 and the inquiry of 第七条: wage, business, pension and property, "
        "without other income (decision 0124)",
    ),
)
def stable_income(person: Person, law: Law) -> Money:
    return person.wage + person.business_income + person.pension + person.property_income


@rule(
    cites="京民福发〔2016〕434号 第一条(一)3",
    words="年满16周岁未满60周岁、失业且无稳定性收入",
    zh="年满16周岁未满60周岁、失业且无稳定性收入",
    en="16 to 59, jobless and without stable income",
    note=("无业和登记失业均为失业", "without a job, registered as unemployed or not"),
)
def jobless(person: Person, law: Law) -> bool:
    return (
        age_on(person.birth, law.last_day, feb29="mar1") >= law.disability_working_age
        and age_on(person.birth, law.first_day, feb29="mar1") < law.disability_working_age_end
        and person.employment in (Employment.NONE, Employment.REGISTERED_UNEMPLOYED)
        and stable_income(person, law) == 0
    )


@rule(
    cites="京民福发〔2016〕434号 第一条(一)3",
    words="年满16周岁及以上的全日制在校残疾学生",
    zh="年满16周岁的全日制在校学生",
    en="full-time student of 16 or over",
    note=("不限学历，不看收入", "any level, whatever the income"),
)
def disabled_student(person: Person, law: Law) -> bool:
    return (
        age_on(person.birth, law.last_day, feb29="mar1") >= law.disability_working_age
        and person.studies != Studies.NONE
    )


@rule(
    cites="京民福发〔2016〕434号 第一条(一)4",
    words="男年满60周岁、女年满55周岁",
    zh="男年满60周岁、女年满55周岁",
    en="man of 60 or over, woman of 55 or over",
)
def past_working(person: Person, law: Law) -> bool:
    age = age_on(person.birth, law.last_day, feb29="mar1")
    return age >= law.disability_elder_age_men or (person.sex == Sex.FEMALE and age >= law.disability_elder_age_women)


@rule(
    cites="京民福发〔2016〕434号 第一条(一)4",
    words="个人稳定性收入低于北京市低保标准",
    zh="第四类：达到年龄、稳定性收入低于低保标准的重度残疾人",
    en="group 4: of that age, heavy, stable income below the minimum living standard",
)
def past_working_poor(person: Person, law: Law) -> bool:
    return past_working(person, law) and heavy(person, law) and stable_income(person, law) < standard(person.home, law)


@rule(
    cites="京民福发〔2016〕434号 第一条(一)5",
    words="未满16周岁的残疾人",
    zh="第五类：未满16周岁",
    en="group 5: under 16",
)
def disabled_child(person: Person, law: Law) -> bool:
    return (
        person.birth <= law.last_day and age_on(person.birth, law.first_day, feb29="mar1") < law.disability_working_age
    )


@rule(
    cites="京民福发〔2016〕434号 第一条(一)",
    words="符合以下条件之一的残疾人",
    zh="属于生活补贴五类对象之一",
    en="in one of the five groups",
    note=(
        "第三至五类以“非低收入家庭且未享受低保”为前提，只影响金额，不影响是否属于对象",
        "that groups 3 to 5 are outside 低保 and 低收入 decides the sum, not whether somebody is in a group",
    ),
)
def in_a_group(person: Person, law: Law) -> bool:
    return (
        on_allowance_or_aid(person, law)
        or in_low_income_family(person, law)
        or jobless(person, law)
        or disabled_student(person, law)
        or past_working_poor(person, law)
        or disabled_child(person, law)
    )


# 第二条(一): living, how much


@rule(
    cites="京民福发〔2016〕434号 第二条(一)2、3",
    words="参照北京市低保标准按月享受生活补贴",
    zh="参照低保标准",
    en="by reference to the minimum living standard",
    unit="CNY/month",
)
def standard_by_reference(person: Person, law: Law) -> Money:
    return round_half_up(law.disability_living_standard_share * standard(person.home, law), 2)


@rule(
    cites="京民福发〔2016〕434号 第二条(一)",
    words=("补贴标准为每人每月400元", "补贴标准为每人每月320元", "北京市低保标准的差额补贴"),
    zh="困难残疾人生活补贴",
    en="living subsidy",
    unit="CNY/month",
    note=(
        "按条文顺序归类：女55至59周岁失业的先归第三类；满16、60周岁当月同理（决定0122）；享受低保的只按第一类，不重复享受标准全额（决定0123）",
        "groups in the text's order: a jobless woman of 55 to 59 is in group 3, and so in the months of the birthdays of 16 and 60 "
        "(decision 0122); on 低保 only group 1, never two full standards (decision 0123)",
    ),
)
def disability_living_amount(person: Person, law: Law) -> Money:
    grave = heavy(person, law)
    if on_allowance_or_aid(person, law):
        return law.disability_living_dibao_heavy if grave else law.disability_living_dibao_other
    if in_low_income_family(person, law):
        return standard_by_reference(person, law) if grave else law.disability_living_low_income_other
    if jobless(person, law) or disabled_student(person, law):
        return standard_by_reference(person, law) if grave else law.disability_living_jobless_other
    if past_working_poor(person, law):
        return standard(person.home, law) - stable_income(person, law)
    return law.disability_living_child_heavy if grave else law.disability_living_child_other


# 第三条: what goes together


@rule(
    cites="京民福发〔2016〕434号 第三条3；京民社救发〔2017〕24号 第二十八条",
    words=("领取工伤保险生活护理费", "纳入特困人员供养保障的残疾人", "不再享受困难残疾人生活补贴和重度残疾人护理补贴"),
    zh="未领取工伤生活护理费、未纳入特困供养",
    en="no work-injury care pay, not in special hardship",
)
def neither_injury_nor_tekun(person: Person, law: Law) -> bool:
    return not person.work_injury_care and not recognised(TEKUN_BASIC, person)


@rule(
    cites="京民福发〔2016〕434号 第三条2",
    words="可择高申领其中一类生活补贴",
    zh="高于因公致残、离休等福利性生活补贴",
    en="more than the living allowance as war-disabled, veteran cadre, etc.",
    note=("择高：相等时保留已有的一项", "the higher of the two: an equal one is kept"),
)
def living_above_other(person: Person, law: Law) -> bool:
    return person.other_living_benefit == 0 or disability_living_amount(person, law) > person.other_living_benefit


@rule(
    cites="京民福发〔2016〕434号 第一条(一)、第三条",
    words=("困难残疾人生活补贴对象", "不享受残疾人两项补贴"),
    zh="符合困难残疾人生活补贴条件",
    en="conditions of the living subsidy",
)
def disability_living_eligible(person: Person, law: Law) -> bool:
    return (
        disabled_of_beijing(person, law)
        and certified(person, law)
        and disabled_not_in_prison(person, law)
        and in_a_group(person, law)
        and neither_injury_nor_tekun(person, law)
        and living_above_other(person, law)
    )


DISABILITY_LIVING = Programme(
    id="disability_living",
    of=Person,
    zh="困难残疾人生活补贴",
    en="living subsidy for disabled persons in hardship",
    eligible=disability_living_eligible,
    amount=disability_living_amount,
    cites="京民福发〔2016〕434号",
    since=date(2016, 1, 1),
    barred_by=(ORPHAN, UNSUPPORTED_CHILD, DISTRESSED_CHILD),
    note=("与老年人困难补贴只能择一", "one of this and the hardship subsidy for elders"),
)
