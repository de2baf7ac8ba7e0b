"""特困人员救助供养: basic living and care of persons in special hardship.

Document: 京民社救发〔2017〕24号 (“24号”), in force 2017-02-09: articles 6–8 who, 15 who goes on, 17–18 how much, 28 what it
excludes. The text says “not below”; the pack pays the least that it allows (what districts published is not in hand).
民发〔2021〕43号 differs in four points, kept as readings (decisions 0125, 0201, 0202). Its list of duty-bearers who are unable
fills articles 9–10: the domain ``beijing:tekun`` takes them one by one and answers the fact ``no_able_obligor`` (0203).

Left out: the form of support and to whom the care money goes (19–22: a self-caring person at home may have it paid to the
carer, others only to an institution, care centre or organisation; nobody is paid the standard as an equal share); medical,
funeral, housing, education and heating (23–27, other schemes). Self-care is a fact: the yearly assessment of article 13.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, recognised, round_half_up, rule
from yihu_beijing.facts import Capacity, Disability, Hukou, Person, SelfCare, Studies
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.means import assets_within, income_per_head
from yihu_beijing.programmes.assistance.standards import standard
from yihu_beijing.programmes.child.orphan import ORPHAN

MIND = (Disability.INTELLECTUAL, Disability.MENTAL)


@rule(
    cites="京民社救发〔2017〕24号 第六条",
    words="具有本市户籍的老年人、残疾人",
    zh="本市户籍",
    en="registered in Beijing",
)
def tekun_of_beijing(person: Person, law: Law) -> bool:
    return person.hukou == Hukou.BEIJING


@rule(cites="京民社救发〔2017〕24号 第七条(一)", words="年满60周岁的老年人", zh="年满60周岁", en="60 or over")
def tekun_elder(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.tekun_elder_age


@rule(cites="京民社救发〔2017〕24号 第七条(二)", words="未满16周岁的未成年人", zh="未满16周岁", en="under 16")
def tekun_child(person: Person, law: Law) -> bool:
    return person.birth <= law.last_day and age_on(person.birth, law.first_day, feb29="mar1") < law.tekun_child_age


@rule(
    cites="京民社救发〔2017〕24号 第七条(三)",
    words=("残疾等级为一、二级的视力、肢体残疾人", "残疾等级为一、二、三级的智力、精神残疾人"),
    zh="视力、肢体一二级或智力、精神一至三级残疾",
    en="visual or physical disability of grade 1-2, intellectual or mental of grade 1-3",
    note=(
        "与445号“重度残疾人”不同，不含听力、言语；视力二级依本市办法（决定0125）",
        "not the “severe” of 445号: no hearing or speech; visual grade 2 by the Beijing text (decision 0125)",
    ),
)
def tekun_disabled(person: Person, law: Law) -> bool:
    return person.disability_grade > 0 and (
        (person.disability == Disability.VISUAL and person.disability_grade <= law.tekun_grade_visual)
        or (person.disability == Disability.PHYSICAL and person.disability_grade <= law.tekun_grade_physical)
        or (person.disability in MIND and person.disability_grade <= law.tekun_grade_mind)
    )


@rule(
    cites="京民社救发〔2017〕24号 第六条、第七条(四)",
    words="完全丧失劳动能力或者大部分丧失劳动能力的残疾人",
    zh="鉴定为完全或大部分丧失劳动能力的残疾人",
    en="disabled person certified as having lost all or most capacity to work",
    note=("只限残疾人（第六条）", "disabled persons only (article 6)"),
)
def tekun_incapable(person: Person, law: Law) -> bool:
    return person.disability != Disability.NONE and person.capacity in (Capacity.MOSTLY_LOST, Capacity.FULLY_LOST)


@rule(
    cites="京民社救发〔2017〕24号 第十五条",
    words=("年满16周岁的特困人员", "可继续享受特困人员救助供养"),
    zh="年满16周岁仍在校的特困人员",
    en="recognised person of 16 or over still at school",
    note=(
        "义务教育、普通高中、中等职业学校；离校的未成年人依本市办法终止（决定0125）",
        "compulsory, senior high and secondary vocational school; a minor out of school leaves by the Beijing text (0125)",
    ),
)
def tekun_continues(person: Person, law: Law) -> bool:
    at_school = person.studies in (Studies.COMPULSORY, Studies.HIGH_SCHOOL, Studies.VOCATIONAL)
    young = age_on(person.birth, law.first_day, feb29="mar1") < law.tekun_continue_age
    return recognised(TEKUN_BASIC, person) and (at_school or young)


@rule(cites="京民社救发〔2017〕24号 第六条(一)、第七条", words="无劳动能力", zh="无劳动能力", en="unable to work")
def unable_to_work(person: Person, law: Law) -> bool:
    return (
        tekun_elder(person, law)
        or tekun_child(person, law)
        or tekun_disabled(person, law)
        or tekun_incapable(person, law)
        or tekun_continues(person, law)
    )


@rule(
    cites="京民社救发〔2017〕24号 第六条(二)、第八条",
    words="家庭月人均收入低于本市居民最低生活保障标准",
    zh="家庭月人均收入低于低保标准",
    en="family income per head below the minimum living standard",
    note=("不适用低保的收入核减和就业奖励", "without the deductions that 低保 makes from income"),
)
def tekun_income_low(person: Person, law: Law) -> bool:
    return income_per_head(person.home, law) < standard(person.home, law)


@rule(
    cites="京民社救发〔2017〕24号 第六条(二)、第八条",
    words="家庭财产状况符合本市社会救助家庭经济状况认定办法",
    zh="家庭财产状况符合规定",
    en="assets within the limits",
)
def tekun_assets_low(person: Person, law: Law) -> bool:
    return assets_within(person.home, law)


@rule(
    cites="京民社救发〔2017〕24号 第六条(三)、第九条、第十条",
    words="法定义务人无履行义务能力",
    zh="无法定义务人或其无履行义务能力",
    en="nobody who owes and can give support",
)
def without_obligors(person: Person, law: Law) -> bool:
    return person.no_able_obligor


@rule(
    cites="京民社救发〔2017〕24号 第六条",
    words="同时具备以下条件的",
    zh="符合特困人员救助供养条件",
    en="conditions of special hardship",
)
def tekun_eligible(person: Person, law: Law) -> bool:
    return (
        tekun_of_beijing(person, law)
        and unable_to_work(person, law)
        and tekun_income_low(person, law)
        and tekun_assets_low(person, law)
        and without_obligors(person, law)
    )


@rule(
    cites="京民社救发〔2017〕24号 第十七条(一)、第十八条",
    words="不低于本市最低生活保障标准的1.5倍",
    zh="特困基本生活费",
    en="basic living",
    unit="CNY/month",
    note=(
        "“不低于”随低保标准即时变动（2019年以前低保标准在1月调整）",
        "“not below” follows the standard whenever it changes (before 2019 in January)",
    ),
)
def tekun_basic_amount(person: Person, law: Law) -> Money:
    return round_half_up(law.tekun_basic_multiple * standard(person.home, law), 2)


@rule(
    cites="京民社救发〔2017〕24号 第十三条、第十七条(二)、第十八条",
    words=("确定照料护理档次", "当年最低工资标准的20%、40%和60%", "于当年7月1日实施"),
    zh="特困照料护理费",
    en="care money",
    unit="CNY/month",
    note=(
        "以每年7月1日的最低工资为基数，年中上调次年7月才适用",
        "counted from the minimum wage of 1 July; a rise in mid-year waits for the next July",
    ),
)
def tekun_care_amount(person: Person, law: Law) -> Money:
    if person.self_care == SelfCare.NONE:
        return round_half_up(law.tekun_care_share_full * law.tekun_wage_base, 2)
    if person.self_care == SelfCare.PARTIAL:
        return round_half_up(law.tekun_care_share_partial * law.tekun_wage_base, 2)
    return round_half_up(law.tekun_care_share_able * law.tekun_wage_base, 2)


# 第二十四条 after death


@rule(
    cites="京民社救发〔2017〕24号 第二十四条",
    words="丧葬费用从救助供养经费统筹支出",
    zh="特困人员",
    en="in special hardship",
)
def funeral_paid(person: Person, law: Law) -> bool:
    return recognised(TEKUN_BASIC, person)


LEAST = (
    "条文为“不低于”，按最低数；正在享受低保的，纳入特困后不再适用低保（第二十八条）",
    "the text says “not below”: the least is paid; somebody on 低保 leaves it when taken in (article 28)",
)

TEKUN_BASIC = Programme(
    id="tekun_basic",
    of=Person,
    zh="特困人员基本生活费",
    en="special hardship: basic living",
    eligible=tekun_eligible,
    amount=tekun_basic_amount,
    cites="京民社救发〔2017〕24号 第十七条(一)",
    since=date(2017, 2, 9),
    barred_by=(ORPHAN,),
    note=LEAST,
)

TEKUN_CARE = Programme(
    id="tekun_care",
    of=Person,
    zh="特困人员照料护理费",
    en="special hardship: care",
    eligible=tekun_eligible,
    amount=tekun_care_amount,
    cites="京民社救发〔2017〕24号 第十七条(二)",
    since=date(2017, 2, 9),
    barred_by=(ORPHAN,),
    note=LEAST,
)

TEKUN_FUNERAL = Programme(
    id="tekun_funeral",
    of=Person,
    zh="特困人员丧葬",
    en="special hardship: funeral",
    eligible=funeral_paid,
    cites="京民社救发〔2017〕24号 第二十四条",
    since=date(2017, 2, 9),
    service=(
        "死亡后由供养服务机构或街道（乡镇）办理丧葬，费用从救助供养经费支出",
        "the institution or the street arranges the funeral; the support fund pays for it",
    ),
)
