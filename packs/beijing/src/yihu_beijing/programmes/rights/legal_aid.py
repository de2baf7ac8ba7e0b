"""法律援助: who gets a lawyer free of charge, who need not prove hardship, who may declare it.

Documents: 京司发〔2022〕33号 (“33号”), in force 2022-08-31: the test of hardship (四(一)) and the declaration (一, 二);
the Legal Aid Law of 2021, articles 31, 32 and 42: matters, and who is free of the test or of its proof. The law is read
from a public copy.

The law holds since 2022-01-01; Beijing's test of hardship before 33号 is not in hand, so all three begin with it.

Left out: counsel in criminal cases by order of court (articles 24 to 28), judicial relief (司法救助), consequences of a false
declaration (33号 五). The test takes those who live together, wherever they are registered, since legal aid goes by place
of the case (article 38); what relatives owe is counted as for 低收入 (445号 十二).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, count, divide, recognised, rule
from yihu_beijing.facts import Absence, Home, Person, Relief
from yihu_beijing.facts.rights import LegalMatter
from yihu_beijing.facts.school import StudentGroup
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.means import income, property_within
from yihu_beijing.programmes.assistance.recipients import in_low_income_family, on_allowance_or_aid
from yihu_beijing.programmes.assistance.support import support_received
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC
from yihu_beijing.programmes.assistance.temporary import TEMPORARY_SPENDING, TEMPORARY_URGENT

TESTED = (LegalMatter.LISTED, LegalMatter.MIGRANT_PAY)

# 33号 四(一) the test


@rule(
    cites="京司发〔2022〕33号 四(一)",
    words="家庭月人均收入",
    zh="共同生活的人数",
    en="people living together",
    note=("不论户籍", "registered in Beijing or not"),
)
def living_together(home: Home, law: Law) -> int:
    return count(m.absence == Absence.NONE for m in home.members)


@rule(
    cites="京司发〔2022〕33号 四(一)",
    words="家庭月人均收入",
    zh="家庭月人均收入（不论户籍）",
    en="monthly income a head, registered or not",
    unit="CNY/month",
    note=("四舍五入到分（决定0101）", "to the fen, half up (decision 0101)"),
)
def legal_income_per_head(home: Home, law: Law) -> Money:
    found = sum(income(m, law) for m in home.members if m.absence == Absence.NONE) + support_received(home, law)
    return divide(found, living_together(home, law), places=2, if_zero=0)


@rule(
    cites="京司发〔2022〕33号 四(一)",
    words="低于本市当年最低工资标准",
    zh="月人均收入低于最低工资标准",
    en="income a head below the minimum wage",
)
def legal_income_low(home: Home, law: Law) -> bool:
    return legal_income_per_head(home, law) < law.minimum_wage


@rule(
    cites="京司发〔2022〕33号 四(一)",
    words="人均货币财产总额在本市低收入家庭",
    zh="人均货币财产在低收入家庭限额内",
    en="money assets a head within the limit of low-income families",
)
def legal_money_within(home: Home, law: Law) -> bool:
    people = living_together(home, law)
    years = law.assets_multiple_small if people <= law.assets_small_family else law.assets_multiple_large
    return home.money_assets <= years * law.consumption_previous_year * people


@rule(
    cites="京司发〔2022〕33号 四(一)",
    words=("按照国家和本市低收入家庭认定标准执行", "不符合给予社会救助条件之情形"),
    zh="符合法律援助经济困难条件",
    en="in hardship by the test of legal aid",
)
def legal_hardship(home: Home, law: Law) -> bool:
    return legal_income_low(home, law) and legal_money_within(home, law) and property_within(home, law)


# article 42: no check


@rule(
    cites="中华人民共和国法律援助法 第四十二条(一)",
    words="无固定生活来源的未成年人、老年人、残疾人",
    zh="未成年人、老年人或残疾人",
    en="minor, elder, or disabled",
)
def young_old_or_disabled(person: Person, law: Law) -> bool:
    return (
        age_on(person.birth, law.first_day, feb29="mar1") < law.adult_age
        or age_on(person.birth, law.last_day, feb29="mar1") >= law.elder_age
        or person.disability_grade > 0
    )


@rule(
    cites="中华人民共和国法律援助法 第四十二条(一)",
    words="无固定生活来源",
    zh="无固定生活来源",
    en="without a fixed livelihood",
    note=("本人没有任何月收入（决定0177）", "no monthly income of one's own (decision 0177)"),
)
def no_livelihood(person: Person, law: Law) -> bool:
    return income(person, law) == 0


@rule(
    cites="中华人民共和国法律援助法 第四十二条(二)",
    words="社会救助、司法救助或者优抚对象",
    zh="社会救助或优抚对象",
    en="on social assistance, or in an honour group",
    note=("司法救助对象不在所问事实之内", "those on judicial relief are not asked for"),
)
def assisted_or_honoured(person: Person, law: Law) -> bool:
    return (
        on_allowance_or_aid(person, law)
        or in_low_income_family(person, law)
        or recognised(TEKUN_BASIC, person)
        or recognised(TEMPORARY_URGENT, person.home)
        or recognised(TEMPORARY_SPENDING, person.home)
        or person.relief == Relief.HONOURED
        or person.student_group == StudentGroup.HONOURED
    )


@rule(
    cites="中华人民共和国法律援助法 第四十二条",
    words="免予核查经济困难状况",
    zh="免予核查经济困难状况的人员",
    en="free of the check of hardship",
)
def unchecked(person: Person, law: Law) -> bool:
    return (
        (young_old_or_disabled(person, law) and no_livelihood(person, law))
        or assisted_or_honoured(person, law)
        or person.legal_matter == LegalMatter.MIGRANT_PAY
    )


# the rights


@rule(
    cites="中华人民共和国法律援助法 第三十一条、第四十二条；京司发〔2022〕33号 四(一)",
    words="因经济困难没有委托代理人的",
    zh="因经济困难可获法律援助",
    en="legal aid for hardship",
)
def aided_for_hardship(person: Person, law: Law) -> bool:
    return person.legal_matter in TESTED and (unchecked(person, law) or legal_hardship(person.home, law))


@rule(
    cites="中华人民共和国法律援助法 第三十一条、第三十二条；京司发〔2022〕33号 四(一)",
    words="不受经济困难条件的限制",
    zh="符合法律援助条件",
    en="conditions of legal aid",
)
def legal_aid_eligible(person: Person, law: Law) -> bool:
    return person.legal_matter == LegalMatter.NO_TEST or aided_for_hardship(person, law)


@rule(
    cites="中华人民共和国法律援助法 第四十二条",
    words="免予核查经济困难状况",
    zh="符合免予核查条件",
    en="conditions of legal aid without a check",
)
def legal_unchecked_eligible(person: Person, law: Law) -> bool:
    return person.legal_matter in TESTED and unchecked(person, law)


@rule(
    cites="京司发〔2022〕33号 一、二",
    words=("因经济困难申请法律援助的均可实行", "在信用修复前不适用告知承诺制"),
    zh="可采用告知承诺制",
    en="may declare hardship",
    note=("承诺须真实：符合经济困难条件的才能承诺", "a declaration must be true: only who passes the test may make it"),
)
def legal_declaration_eligible(person: Person, law: Law) -> bool:
    return person.legal_matter in TESTED and not person.discredited and legal_hardship(person.home, law)


LEGAL_AID = Programme(
    id="legal_aid",
    of=Person,
    zh="法律援助",
    en="legal aid",
    eligible=legal_aid_eligible,
    cites="京司发〔2022〕33号；中华人民共和国法律援助法",
    since=date(2022, 8, 31),
    service=(
        "无偿提供法律咨询、代理、刑事辩护等法律服务",
        "advice, representation and defence free of charge",
    ),
    note=("刑事案件由法院通知指派的不在此列", "not counsel assigned by order of a court"),
)

LEGAL_UNCHECKED = Programme(
    id="legal_aid_unchecked",
    of=Person,
    zh="法律援助免予核查经济困难状况",
    en="legal aid without a check of hardship",
    eligible=legal_unchecked_eligible,
    cites="中华人民共和国法律援助法 第四十二条",
    since=date(2022, 8, 31),
    service=("出示身份材料即可，不核查经济困难状况", "a paper that shows the group is enough; hardship is not checked"),
)

LEGAL_DECLARATION = Programme(
    id="legal_aid_declaration",
    of=Person,
    zh="法律援助告知承诺",
    en="legal aid by declaration",
    eligible=legal_declaration_eligible,
    cites="京司发〔2022〕33号 一、二、三",
    since=date(2022, 8, 31),
    service=(
        "以书面承诺代替经济困难证明材料；可自主选择是否采用",
        "a written declaration in place of papers on hardship; nobody has to use it",
    ),
)
