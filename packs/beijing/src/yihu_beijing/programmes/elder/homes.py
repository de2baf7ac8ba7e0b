"""Life in an elder or welfare home: the subsidy of people of families in difficulty, and the operating subsidy of the home.

Documents: 北京市困境家庭服务对象入住社会福利机构补贴实施办法 (named by 160号 三5; amounts and classes as reported in June 2016),
and a report of November 2013 on the operating subsidy of private non-profit homes. Neither text is in hand: every figure
is ``reported``, and what is read into the reports is decided in 0153 and 0154.

Left out: construction subsidies (for a building, not for a person), the operating subsidy since 2018 by ability, star and
credit (amounts not found), the top-up of February to April 2020.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, recognised, rule
from yihu_beijing.facts import Disability, Hukou, Person, SelfCare
from yihu_beijing.facts.elder import WelfareHome
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.recipients import in_low_income_family, on_allowance_or_aid
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC


@rule(cites="中华人民共和国老年人权益保障法 第二条", zh="年满60周岁", en="60 or over")
def of_old_age(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.last_day, feb29="mar1") >= law.elder_services_age


# the subsidy of people of families in difficulty


@rule(
    cites="北京市困境家庭服务对象入住社会福利机构补贴实施办法",
    zh="入住养老机构或福利机构",
    en="lives in an elder or welfare home",
    note=("报道未区分机构性质", "the reports make no difference between kinds of homes"),
)
def in_welfare_home(person: Person, law: Law) -> bool:
    return person.welfare_home != WelfareHome.NONE


@rule(
    cites="北京市困境家庭服务对象入住社会福利机构补贴实施办法",
    zh="持有残疾证",
    en="holds a disability certificate",
    note=("报道称“其他残疾人”，未写等级（决定0153）", "the reports say “other disabled”, no grade (decision 0153)"),
)
def placement_disabled(person: Person, law: Law) -> bool:
    return person.disability != Disability.NONE


@rule(
    cites="北京市困境家庭服务对象入住社会福利机构补贴实施办法",
    zh="不是特困人员",
    en="not in special hardship",
    note=(
        "特困人员由政府供养，照料护理费交机构（决定0153）",
        "supported by the state, whose care money goes to the home (0153)",
    ),
)
def placement_not_tekun(person: Person, law: Law) -> bool:
    return not recognised(TEKUN_BASIC, person)


@rule(
    cites="北京市困境家庭服务对象入住社会福利机构补贴实施办法",
    zh="符合困境家庭入住福利机构补贴条件",
    en="conditions of the subsidy for life in a welfare home",
)
def placement_eligible(person: Person, law: Law) -> bool:
    return (
        in_welfare_home(person, law)
        and person.hukou == Hukou.BEIJING
        and placement_not_tekun(person, law)
        and (
            on_allowance_or_aid(person, law)
            or in_low_income_family(person, law)
            or person.family_planning_special
            or placement_disabled(person, law)
        )
    )


@rule(
    cites="北京市困境家庭服务对象入住社会福利机构补贴实施办法",
    zh="困境家庭入住福利机构补贴",
    en="subsidy for life in a welfare home",
    unit="CNY/month",
    note=("只取一档，从高到低", "one class only, from high to low"),
)
def placement_amount(person: Person, law: Law) -> Money:
    if on_allowance_or_aid(person, law):
        return law.elder_services_placement_dibao
    if in_low_income_family(person, law) or person.family_planning_special:
        return law.elder_services_placement_low_income
    return law.elder_services_placement_disabled


# the operating subsidy of the home


@rule(
    cites="财新网 2013-11-09 报道",
    zh="入住社会办非营利性养老机构的老年人",
    en="elder living in a private non-profit elder home",
)
def bed_subsidy_eligible(person: Person, law: Law) -> bool:
    return person.welfare_home == WelfareHome.NON_PROFIT and of_old_age(person, law)


@rule(
    cites="财新网 2013-11-09 报道",
    zh="生活能够自理",
    en="cares for himself or herself",
    note=(
        "按生活自理能力评估，不按能力评估等级（决定0154）",
        "by the finding on self-care, not the assessed ability (0154)",
    ),
)
def cares_for_self(person: Person, law: Law) -> bool:
    return person.self_care == SelfCare.FULL


@rule(cites="财新网 2013-11-09 报道", zh="养老机构运营补贴", en="operating subsidy of an elder home", unit="CNY/month")
def bed_subsidy_amount(person: Person, law: Law) -> Money:
    return law.elder_services_bed_self_care if cares_for_self(person, law) else law.elder_services_bed_dependent


HOME_PLACEMENT = Programme(
    id="home_placement",
    of=Person,
    zh="困境家庭入住福利机构补贴",
    en="subsidy for life in a welfare home",
    eligible=placement_eligible,
    amount=placement_amount,
    cites="北京市困境家庭服务对象入住社会福利机构补贴实施办法",
    since=date(2016, 6, 1),
    note=(
        "金额和对象据报道，办法文本未收集到（决定0153）",
        "amounts and classes as reported; the measures are not in hand (0153)",
    ),
)

BED_SUBSIDY = Programme(
    id="bed_subsidy",
    of=Person,
    zh="养老机构运营补贴",
    en="operating subsidy of elder homes",
    eligible=bed_subsidy_eligible,
    amount=bed_subsidy_amount,
    cites="财新网 2013-11-09 报道",
    since=date(2013, 11, 1),
    note=(
        "按入住老年人数拨付给养老机构，不发给本人；2018年以后的标准未收集到（决定0154）",
        "paid to the home for each elder living there, not to the person; since 2018 other amounts, not in hand (0154)",
    ),
)
