"""National readings that lost against Beijing's own text; the reasons stand in ``docs/decisions`` under the number of each.

民发〔2021〕57号 and 43号 hold since 2021-07-01: in months before, these readings change nothing.
"""

from __future__ import annotations

from yihu.engines.rules import Money, entitled, round_half_up, rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Employment, Home, Hukou, Person, Relief, SelfCare, SupportedBy
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao import full_standard, supplement
from yihu_beijing.programmes.assistance.dibao_person import (
    dibao_person_amount,
    dibao_person_eligible,
    severe_dependent,
    severe_in_low_income,
)
from yihu_beijing.programmes.assistance.low_income import LOW_INCOME
from yihu_beijing.programmes.assistance.means import (
    adult,
    assets_within,
    income,
    income_per_head,
    serious_or_severe,
    severely_disabled,
)
from yihu_beijing.programmes.assistance.protected import protected
from yihu_beijing.programmes.assistance.standards import low_income_line, standard
from yihu_beijing.programmes.assistance.support import fully_supported
from yihu_beijing.programmes.assistance.tekun import tekun_care_amount, tekun_income_low

# 0198 the edge of the allowance


@rule(
    cites="民发〔2021〕57号 第八条",
    words="家庭人均收入低于当地最低生活保障标准1.5倍",
    zh="低保边缘家庭收入线",
    en="income line of families at the edge of 低保",
    unit="CNY/month",
    note=("决定0198的另一读法", "the other reading of decision 0198"),
)
def edge_line(home: Home, law: Law) -> Money:
    if law.national_rules_2021:
        return round_half_up(law.national_edge_multiple * standard(home, law), 2)
    if not law.low_income_rural_separate:
        return law.low_income_standard
    return law.low_income_standard_rural if home.rural else law.low_income_standard


# 0199 who may apply alone


@rule(
    cites="民发〔2021〕57号 第八条",
    words="最低生活保障边缘家庭一般指",
    zh="低保边缘家庭成员",
    en="of a family at the edge of 低保",
    note=("2021年7月以前为低收入家庭", "before July 2021 of a low-income family"),
)
def at_the_edge(person: Person, law: Law) -> bool:
    if not entitled(LOW_INCOME, person.home, law):
        return False
    if law.national_rules_2021:
        line = round_half_up(law.national_edge_multiple * standard(person.home, law), 2)
        return income_per_head(person.home, law) < line
    return True


@rule(
    cites="民发〔2021〕57号 第八条(一)、(二)",
    words=("一级、二级重度残疾人和三级智力残疾人", "重特大疾病"),
    zh="低保边缘家庭中的重残、重病人员（本人收入低于标准）",
    en="severely disabled or gravely ill, of a family at the edge, own income below the standard",
    note=("决定0199的另一读法", "the other reading of decision 0199"),
)
def single_at_the_edge(person: Person, law: Law) -> bool:
    if law.national_rules_2021:
        poor = income(person, law) < standard(person.home, law)
        return serious_or_severe(person, law) and poor and at_the_edge(person, law)
    return severely_disabled(person, law) and at_the_edge(person, law)


@rule(
    cites="关于进一步做好最低生活保障等社会救助兜底保障工作的通知 一(一)",
    words="成年无业重度残疾人可以参照“单人户”提出",
    zh="成年无业重度残疾人（不论依靠谁）",
    en="jobless severely disabled adult, whoever supports them",
    note=("决定0199的另一读法", "the other reading of decision 0199"),
)
def single_adult(person: Person, law: Law) -> bool:
    jobless = person.employment in (Employment.NONE, Employment.REGISTERED_UNEMPLOYED)
    home_meets = assets_within(person.home, law) and not fully_supported(person.home, law)
    alone = severely_disabled(person, law) and adult(person, law) and jobless and home_meets
    if law.national_single_adult:
        return alone and income(person, law) < standard(person.home, law)
    return alone and person.supported_by in (SupportedBy.SIBLINGS, SupportedBy.ELDER)


@rule(
    cites="民发〔2021〕57号 第二十三条；京民社救发〔2018〕445号 九(二)、十(二)",
    words=("实际差额计算", "标准的全额确定保障金额"),
    zh="个人低保金（非重残的按本人收入差额）",
    en="低保 of the person: the gap to the own income unless severely disabled",
    unit="CNY/month",
    note=("决定0199的另一读法", "the other reading of decision 0199"),
)
def single_amount(person: Person, law: Law) -> Money:
    line = standard(person.home, law)
    gap = max(line - income(person, law), 0)
    return (line if full_standard(person, law) else gap) + supplement(person, law)


# 0200 nobody enters unchecked


@rule(
    cites="民发〔2021〕57号 第二十八条；京民社救发〔2018〕445号 二(二)",
    words=("不得将任何家庭或者个人直接纳入", "直接纳入城乡低保范围"),
    zh="符合直接纳入条件（特殊救济对象须随家庭经核查纳入）",
    en="enters directly; relief objects only with their family, once its means are checked",
    note=("决定0200的另一读法", "the other reading of decision 0200"),
)
def enters_checked(person: Person, law: Law) -> bool:
    severe = (severe_in_low_income(person, law) or severe_dependent(person, law)) and not person.home.evaded
    unchecked = person.relief == Relief.RELIEF and not law.national_rules_2021
    return person.hukou == Hukou.BEIJING and protected(person, law) and (unchecked or severe)


# 0201, 0202 special hardship


@rule(
    cites="民发〔2021〕43号 第六条",
    words="收入低于当地最低生活保障标准",
    zh="本人收入低于低保标准",
    en="own income below the minimum living standard",
    note=("决定0201的另一读法", "the other reading of decision 0201"),
)
def own_income_low(person: Person, law: Law) -> bool:
    found = income(person, law) if law.national_rules_2021 else income_per_head(person.home, law)
    return found < standard(person.home, law)


@rule(
    cites="民发〔2021〕43号 第二十二条",
    words=("6项指标全部达到的", "有3项以下（含3项）指标不能达到的"),
    zh="生活自理能力（按六项指标）",
    en="self-care by the six items",
    note=("2021年7月以前按评估结果", "before July 2021 as assessed"),
)
def self_care_by_items(person: Person, law: Law) -> SelfCare:
    if not law.national_rules_2021:
        return person.self_care
    if person.self_care_failed == 0:
        return SelfCare.FULL
    return SelfCare.PARTIAL if person.self_care_failed <= law.national_self_care_partial_most else SelfCare.NONE


@rule(
    cites="民发〔2021〕43号 第二十条；京民社救发〔2017〕24号 第十七条(二)、第十八条",
    words=("确定特困人员应当享受的照料护理标准档次", "当年最低工资标准的20%、40%和60%"),
    zh="特困照料护理费（按六项指标）",
    en="care money by the six items",
    unit="CNY/month",
    note=("决定0202的另一读法", "the other reading of decision 0202"),
)
def care_by_six_items(person: Person, law: Law) -> Money:
    if self_care_by_items(person, law) == SelfCare.NONE:
        return round_half_up(law.tekun_care_share_full * law.tekun_wage_base, 2)
    if self_care_by_items(person, law) == SelfCare.PARTIAL:
        return round_half_up(law.tekun_care_share_partial * law.tekun_wage_base, 2)
    return round_half_up(law.tekun_care_share_able * law.tekun_wage_base, 2)


READINGS: tuple[Reading, ...] = (
    Reading(
        id="0198-edge-of-one-and-a-half",
        zh="低收入认定按国家的低保边缘：人均收入低于低保标准的1.5倍",
        en="Low income is the national edge of 低保: income a head below 1.5 times the standard",
        replaced={low_income_line: edge_line},
    ),
    Reading(
        id="0199-alone-by-the-national-text",
        zh="单人户按国家规定：低保边缘家庭的重残重病人员、成年无业重残人员，本人收入低于标准",
        en="Alone by the national texts: severely disabled or gravely ill at the edge, jobless severe adults, own income small",
        replaced={
            severe_in_low_income: single_at_the_edge,
            severe_dependent: single_adult,
            dibao_person_amount: single_amount,
        },
    ),
    Reading(
        id="0200-nobody-unchecked",
        zh="特殊救济对象不直接纳入低保，须随家庭核查经济状况",
        en="Relief objects do not enter 低保 unchecked, only with their family",
        replaced={dibao_person_eligible: enters_checked},
    ),
    Reading(
        id="0201-own-income-alone",
        zh="特困的无生活来源只看本人收入",
        en="Special hardship looks at the person's own income alone",
        replaced={tekun_income_low: own_income_low},
    ),
    Reading(
        id="0202-six-items-of-self-care",
        zh="特困照料护理档次按国家六项自理指标",
        en="Care money in special hardship goes by the six national items of self-care",
        replaced={tekun_care_amount: care_by_six_items},
    ),
)
