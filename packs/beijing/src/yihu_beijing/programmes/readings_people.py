"""Readings that lost, of the programmes of persons: elders, disabled persons, children, special hardship.

The reasons stand in ``docs/decisions`` under the number in each name; ``book.with_(replaced=READINGS_PEOPLE[name])`` is the
rulebook under that reading. Decisions 0125, 0126 and 0131 are parameters instead: change them in a reform.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yihu.engines.rules import Money, Rule, age_on, entitled, rule
from yihu_beijing.facts import Disability, Employment, Person, Sex
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.dibao_person import DIBAO_PERSON
from yihu_beijing.programmes.assistance.means import income
from yihu_beijing.programmes.assistance.recipients import on_allowance, on_allowance_or_aid
from yihu_beijing.programmes.child.child import MIND, severe_child
from yihu_beijing.programmes.disability.care import care_ruled, care_untiered
from yihu_beijing.programmes.disability.living import jobless, stable_income
from yihu_beijing.programmes.elder.allowances import elder_neither_injury_nor_tekun


@rule(
    cites="京民福发〔2016〕434号 第一条(一)3、4",
    zh="失业且无稳定性收入（女性到54周岁为止）",
    en="jobless and without stable income, women below 55",
    note=("决定0122的另一读法", "the other reading of decision 0122"),
)
def jobless_by_sex(person: Person, law: Law) -> bool:
    age = age_on(person.birth, law.first_day, feb29="mar1")
    return (
        age_on(person.birth, law.last_day, feb29="mar1") >= law.disability_working_age
        and age < law.disability_working_age_end
        and not (person.sex == Sex.FEMALE and age >= law.disability_elder_age_women)
        and person.employment in (Employment.NONE, Employment.REGISTERED_UNEMPLOYED)
        and stable_income(person, law) == 0
    )


@rule(
    cites="京民福发〔2016〕434号 第一条(一)1；京民社救发〔2018〕445号 二(二)",
    zh="享受低保待遇，或符合直接纳入条件",
    en="on 低保 or hardship aid today, or qualifies to enter directly",
    note=("决定0123的另一读法", "the other reading of decision 0123"),
)
def on_allowance_or_entering(person: Person, law: Law) -> bool:
    return person.hardship_aid or on_allowance(person, law) or entitled(DIBAO_PERSON, person, law)


@rule(
    cites="京民福发〔2016〕434号 第一条(一)3、4",
    zh="个人稳定性收入（含其他收入）",
    en="stable income, other income included",
    unit="CNY/month",
    note=("决定0124的另一读法", "the other reading of decision 0124"),
)
def all_income(person: Person, law: Law) -> Money:
    return income(person, law)


@rule(
    cites="京民社救发〔2017〕24号 第二十八条",
    zh="未领取工伤生活护理费",
    en="no work-injury care pay",
    note=("决定0128的另一读法", "the other reading of decision 0128"),
)
def elder_no_injury(person: Person, law: Law) -> bool:
    return not person.work_injury_care


@rule(
    cites="京民福发〔2016〕228号 四(三)",
    zh="残疾儿童（含16周岁）",
    en="disabled child, sixteen included",
    note=("决定0130的另一读法", "the other reading of decision 0130"),
)
def severe_child_to_16(person: Person, law: Law) -> bool:
    grade = person.disability_grade
    listed = (person.disability != Disability.NONE and grade <= law.child_disabled_grade) or (
        person.disability in MIND and grade <= law.child_disabled_grade_mind
    )
    return grade > 0 and listed and age_on(person.birth, law.first_day, feb29="mar1") <= law.child_disabled_age


@rule(
    cites="京民福发〔2016〕434号 第一条(二)、第二条(二)2",
    zh="未列档的按第二档",
    en="in no tier: the second",
    note=("决定0132的另一读法", "the other reading of decision 0132"),
)
def care_second_by_default(person: Person, law: Law) -> bool:
    return care_untiered(person, law)


READINGS_PEOPLE: Mapping[str, Mapping[Rule[Any, Any, Any], Rule[Any, Any, Any]]] = {
    "0122-women-leave-group-3-at-55": {jobless: jobless_by_sex},
    "0123-entry-counts-at-once": {on_allowance_or_aid: on_allowance_or_entering},
    "0124-all-income-is-stable": {stable_income: all_income},
    "0128-elders-at-home-keep-the-subsidies": {elder_neither_injury_nor_tekun: elder_no_injury},
    "0130-sixteen-included": {severe_child: severe_child_to_16},
    "0132-second-tier": {care_ruled: care_second_by_default},
}
