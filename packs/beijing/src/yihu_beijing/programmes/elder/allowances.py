"""老年人养老服务补贴津贴: hardship subsidy, nursing subsidy and age allowance.

Document: 京民养老发〔2019〕160号 (“160号”), in force 2019-10-01: 二 who and how much, 三 what goes together, 七 when it stops.
That an elder is somebody of 60 or over is explained by the city's portal, the text names no age.

Left out: 三7 (not income for 低保: the facts ask for counted income only), 六 (a late request is paid back for up to six
months: a matter of payment), 八 (moves), 九 (who bears the cost). Nursing money is credit on an account, in principle not
paid in cash and cleared from time to time (二(二)). The assessment of 四(二) is a step of procedure: a certificate alone
also opens a tier. Readings: decisions 0121 and 0126–0128.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, recognised, rule
from yihu_beijing.facts import Ability, Absence, Disability, Hukou, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.recipients import in_low_income_family, on_allowance_or_aid
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC
from yihu_beijing.programmes.elder.homes import HOME_PLACEMENT

SENSES = (Disability.VISUAL, Disability.PHYSICAL)
MIND = (Disability.INTELLECTUAL, Disability.MENTAL)
HEARING = (Disability.HEARING, Disability.SPEECH)


# who


@rule(
    cites="京民养老发〔2019〕160号 二、七(二)3",
    words=("具有本市户口", "户籍迁出本市的"),
    zh="本市户籍",
    en="registered in Beijing",
)
def elder_of_beijing(person: Person, law: Law) -> bool:
    return person.hukou == Hukou.BEIJING


@rule(cites="京民养老发〔2019〕160号 二", words="符合相应条件的老年人", zh="年满60周岁", en="60 or over")
def old(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.elder_age


@rule(
    cites="京民养老发〔2019〕160号 七(二)4、5",
    words=("由人民法院宣告失踪的", "正在执行监禁刑罚的"),
    zh="未被宣告失踪、未在执行监禁刑罚",
    en="neither declared missing nor serving a prison sentence",
)
def elder_present(person: Person, law: Law) -> bool:
    return person.absence != Absence.PRISON and person.absence != Absence.MISSING


# 二(一) hardship


@rule(
    cites="京民养老发〔2019〕160号 二(一)",
    words="低保、低收入、计划生育特殊家庭等困难老年人",
    zh="低保、低收入或计划生育特殊家庭老年人",
    en="on 低保, in a low-income family, or of a special family-planning family",
)
def in_hardship(person: Person, law: Law) -> bool:
    return on_allowance_or_aid(person, law) or in_low_income_family(person, law) or person.family_planning_special


@rule(
    cites="京民养老发〔2019〕160号 二(一)1、2、3",
    words=("每人每月300元", "每人每月200元", "每人每月100元"),
    zh="困难老年人养老服务补贴",
    en="hardship subsidy",
    unit="CNY/month",
    note=("只取一档，按条文顺序也是从高到低", "one class only; the text's order is also from high to low"),
)
def elder_hardship_amount(person: Person, law: Law) -> Money:
    if on_allowance_or_aid(person, law):
        return law.elder_hardship_dibao
    if in_low_income_family(person, law):
        return law.elder_hardship_low_income
    return law.elder_hardship_family_planning


# 二(二) nursing


@rule(
    cites="京民养老发〔2019〕160号 二(二)1",
    words="经能力综合评估为重度失能的老年人",
    zh="经能力综合评估为重度失能",
    en="assessed as severely disabled in ability",
    note=("完全失能在内（决定0126）", "total loss is included (decision 0126)"),
)
def assessed_severe(person: Person, law: Law) -> bool:
    return person.ability == Ability.SEVERE or (law.elder_total_is_severe and person.ability == Ability.TOTAL)


@rule(
    cites="京民养老发〔2019〕160号 二(二)1",
    words=("残疾等级为一级的视力、肢体、智力、精神残疾老年人", "智力、精神残疾老年人中的多重残疾老年人"),
    zh="护理补贴第一档",
    en="first tier of nursing",
)
def elder_care_first_tier(person: Person, law: Law) -> bool:
    first_grade = person.disability_grade == 1 and (person.disability in SENSES or person.disability in MIND)
    multiple = person.multiple_disability and person.disability_grade == law.elder_care_grade_multiple
    return assessed_severe(person, law) or first_grade or (person.disability in MIND and multiple)


@rule(
    cites="京民养老发〔2019〕160号 二(二)2",
    words=("残疾等级为二级的视力、肢体残疾老年人", "残疾等级为二级、三级的智力、精神残疾老年人"),
    zh="护理补贴第二档",
    en="second tier of nursing",
    note=(
        "三级智力、精神的多重残疾也在此档，160号没有除外",
        "multiple grade 3 (mind) is here too: 160号 makes no exception",
    ),
)
def elder_care_second_tier(person: Person, law: Law) -> bool:
    grade = person.disability_grade
    return grade > 0 and (
        (person.disability in SENSES and grade <= law.elder_care_grade_senses)
        or (person.disability in MIND and grade <= law.elder_care_grade_mind)
    )


@rule(
    cites="京民养老发〔2019〕160号 二(二)3",
    words="残疾等级为一级、二级的听力、言语残疾老年人",
    zh="护理补贴第三档",
    en="third tier of nursing",
)
def elder_care_third_tier(person: Person, law: Law) -> bool:
    grade = person.disability_grade
    return grade > 0 and person.disability in HEARING and grade <= law.elder_care_grade_hearing


@rule(
    cites="京民养老发〔2019〕160号 二(二)",
    words="发放给重度失能或持有相应残疾证的老年人",
    zh="属于护理补贴对象",
    en="in one of the tiers of nursing",
)
def in_elder_care_tier(person: Person, law: Law) -> bool:
    return (
        elder_care_first_tier(person, law) or elder_care_second_tier(person, law) or elder_care_third_tier(person, law)
    )


@rule(
    cites="京民养老发〔2019〕160号 二(二)1、2、3",
    words=("每人每月600元", "每人每月400元", "每人每月200元"),
    zh="失能老年人护理补贴",
    en="nursing subsidy",
    unit="CNY/month",
    note=("记入账户，原则上不提现（二(二)）", "credited to an account, in principle no cash"),
)
def elder_care_amount(person: Person, law: Law) -> Money:
    if elder_care_first_tier(person, law):
        return law.elder_care_first
    return law.elder_care_second if elder_care_second_tier(person, law) else law.elder_care_third


# 二(三) age


@rule(cites="京民养老发〔2019〕160号 二(三)", words="发放给80周岁及以上的老年人", zh="年满80周岁", en="80 or over")
def advanced_age(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.elder_advanced_age_first


@rule(
    cites="京民养老发〔2019〕160号 二(三)1、2、3、四(四)",
    words=("津贴标准为每人每月100元", "津贴标准为每人每月500元", "津贴标准为每人每月800元"),
    zh="高龄老年人津贴",
    en="age allowance",
    unit="CNY/month",
    note=("满80、90、100周岁的当月起", "from the month of the birthday of 80, 90 or 100"),
)
def elder_age_amount(person: Person, law: Law) -> Money:
    age = age_on(person.birth, law.last_day, feb29="mar1")
    if age >= law.elder_advanced_age_third:
        return law.elder_advanced_third
    return law.elder_advanced_second if age >= law.elder_advanced_age_second else law.elder_advanced_first


# 三 what goes together


@rule(
    cites="京民养老发〔2019〕160号 三4",
    words="可择高申领其中一类服务补贴或生活补贴",
    zh="高于因公致残、离休等福利性生活补贴",
    en="more than the living allowance as war-disabled, veteran cadre, etc.",
    note=(
        "按生活、护理分别择高，相等时保留已有的（决定0127）",
        "compared by kind; an equal one is kept (decision 0127)",
    ),
)
def hardship_above_other(person: Person, law: Law) -> bool:
    return person.other_living_benefit == 0 or elder_hardship_amount(person, law) > person.other_living_benefit


@rule(
    cites="京民养老发〔2019〕160号 三4",
    words="可择高申领其中一类服务补贴或生活补贴",
    zh="高于因公致残、离休等福利性护理补贴",
    en="more than the care allowance as war-disabled, veteran cadre, etc.",
    note=(
        "按生活、护理分别择高，相等时保留已有的（决定0127）",
        "compared by kind; an equal one is kept (decision 0127)",
    ),
)
def elder_care_above_other(person: Person, law: Law) -> bool:
    return person.other_care_benefit == 0 or elder_care_amount(person, law) > person.other_care_benefit


@rule(
    cites="京民养老发〔2019〕160号 三5",
    words=("享受见义勇为致残人员护理补贴", "因公致残返城知青护理费", "入住社会福利机构补贴实施办法"),
    zh="未享受见义勇为护理补贴、返城知青护理费、入住福利机构补贴",
    en="no heroism care pay, educated-youth care pay or subsidy for entering a welfare home",
)
def elder_no_other_care(person: Person, law: Law) -> bool:
    return not person.heroism_care and not person.educated_youth_care and not recognised(HOME_PLACEMENT, person)


@rule(
    cites="京民养老发〔2019〕160号 三6",
    words=("领取工伤保险生活护理费", "纳入特困人员供养保障的老年人"),
    zh="未领取工伤生活护理费、未纳入特困供养",
    en="no work-injury care pay, not in special hardship",
    note=(
        "24号第二十八条（2017年）曾许分散供养老年人同享居家养老服务补贴，160号在后（决定0128）",
        "article 28 of 24号 (2017) let elders supported at home have the home-care subsidy; 160号 is later (decision 0128)",
    ),
)
def elder_neither_injury_nor_tekun(person: Person, law: Law) -> bool:
    return not person.work_injury_care and not recognised(TEKUN_BASIC, person)


# the three programmes


@rule(
    cites="京民养老发〔2019〕160号 二(一)、三",
    words="困难老年人养老服务补贴",
    zh="符合困难老年人养老服务补贴条件",
    en="conditions of the hardship subsidy",
)
def elder_hardship_eligible(person: Person, law: Law) -> bool:
    return (
        elder_of_beijing(person, law)
        and old(person, law)
        and elder_present(person, law)
        and in_hardship(person, law)
        and elder_neither_injury_nor_tekun(person, law)
        and hardship_above_other(person, law)
    )


@rule(
    cites="京民养老发〔2019〕160号 二(二)、三",
    words="失能老年人护理补贴",
    zh="符合失能老年人护理补贴条件",
    en="conditions of the nursing subsidy",
)
def elder_care_eligible(person: Person, law: Law) -> bool:
    return (
        elder_of_beijing(person, law)
        and old(person, law)
        and elder_present(person, law)
        and in_elder_care_tier(person, law)
        and elder_neither_injury_nor_tekun(person, law)
        and elder_no_other_care(person, law)
        and elder_care_above_other(person, law)
    )


@rule(
    cites="京民养老发〔2019〕160号 二(三)",
    words="高龄老年人津贴",
    zh="符合高龄老年人津贴条件",
    en="conditions of the age allowance",
    note=("与困难补贴、护理补贴、特困供养均可同时享受", "together with all others, special hardship included"),
)
def elder_age_eligible(person: Person, law: Law) -> bool:
    return elder_of_beijing(person, law) and elder_present(person, law) and advanced_age(person, law)


CHOSEN = (
    "与残疾人两项补贴由老年人自主选择其一，系统只提示较高的一项",
    "the elder chooses between this and the disability subsidy; the higher is only proposed",
)

ELDER_HARDSHIP = Programme(
    id="elder_hardship",
    of=Person,
    zh="困难老年人养老服务补贴",
    en="hardship subsidy for elders",
    eligible=elder_hardship_eligible,
    amount=elder_hardship_amount,
    cites="京民养老发〔2019〕160号 二(一)",
    since=date(2019, 10, 1),
    note=CHOSEN,
)

ELDER_CARE = Programme(
    id="elder_care",
    of=Person,
    zh="失能老年人护理补贴",
    en="nursing subsidy for elders",
    eligible=elder_care_eligible,
    amount=elder_care_amount,
    cites="京民养老发〔2019〕160号 二(二)",
    since=date(2019, 10, 1),
    note=CHOSEN,
)

ELDER_AGE = Programme(
    id="elder_age",
    of=Person,
    zh="高龄老年人津贴",
    en="age allowance",
    eligible=elder_age_eligible,
    amount=elder_age_amount,
    cites="京民养老发〔2019〕160号 二(三)",
    since=date(2019, 10, 1),
)
