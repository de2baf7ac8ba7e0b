"""Readings of children's money that lost; the reasons stand in ``docs/decisions`` under the number of each."""

from __future__ import annotations

from yihu.engines.rules import age_on, rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Disability, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.child.child import MIND, severe_child


@rule(
    cites="京民福发〔2016〕228号 四(三)",
    words="年龄在16周岁以下",
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


READINGS: tuple[Reading, ...] = (
    Reading(
        id="0130-sixteen-included",
        zh="困境残疾儿童“16周岁以下”含16周岁",
        en="A disabled child “of 16 or under” may be 16",
        replaced={severe_child: severe_child_to_16},
    ),
    Reading(
        id="0131-own-share-is-deducted",
        zh="低保中的事实无人抚养儿童补齐时，扣除本人全部低保金额",
        en="The top-up of an unsupported child on 低保 deducts its whole share of 低保",
        parameters={"child_top_up_supplement_only": False},
    ),
)
