"""Readings that lost, of the programmes of work; the reasons stand in ``docs/decisions`` under the number of each."""

from __future__ import annotations

from yihu.engines.rules import recognised, rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.work.benefit import benefit_class_years
from yihu_beijing.programmes.work.insurance import FLEXIBLE_INSURANCE, no_other_insurance_subsidy


@rule(
    cites="京人社评发〔2024〕17号 第十二条(三)",
    words="从再次就业之后的缴费时间重新计算",
    zh="确定档次的缴费满年数（只按再就业后的缴费）",
    en="years that give the class, the new ones only",
    unit="year",
    note=("决定0162的另一读法", "the other reading of decision 0162"),
)
def benefit_class_new_years(person: Person, law: Law) -> int:
    return person.unemployment_years


@rule(
    cites="京残发〔2007〕62号 第十条、第十一条(三)",
    words="可以先享受劳动保障部门社会保险补贴政策",
    zh="没有享受劳动保障部门的社会保险补贴",
    en="does not draw the labour department's subsidy",
    note=("决定0164的另一读法", "the other reading of decision 0164"),
)
def draws_no_other_subsidy(person: Person, law: Law) -> bool:
    return not recognised(FLEXIBLE_INSURANCE, person)


READINGS: tuple[Reading, ...] = (
    Reading(
        id="0161-one-more-month-from-the-sixth-year",
        zh="满5年为12个月，自满6年起每年增发一个月",
        en="Five full years give 12 months, one more from the sixth on",
        parameters={"work_benefit_further_from": 5},
    ),
    Reading(
        id="0162-class-by-the-new-years-only",
        zh="续领前次失业保险金也按再就业后的缴费定档",
        en="An earlier benefit that goes on is paid in the class of the new years",
        replaced={benefit_class_years: benefit_class_new_years},
    ),
    Reading(
        id="0164-the-person-chooses-the-subsidy",
        zh="符合两种社会保险补贴的残疾人可以自选",
        en="A disabled person who qualifies for both insurance subsidies may choose",
        replaced={no_other_insurance_subsidy: draws_no_other_subsidy},
    ),
)
