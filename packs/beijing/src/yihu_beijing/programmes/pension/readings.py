"""Readings of this field that lost; the reasons stand in ``docs/decisions`` under the number in each id."""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Person, Sex
from yihu_beijing.law import Law
from yihu_beijing.programmes.pension.special_aid import disability_born


@rule(
    cites="京人口发〔2009〕31号 二(一)2",
    words="女方1933年1月1日以后出生",
    zh="女方1933年1月1日以后出生（单亲的父亲也看女方）",
    en="the wife was born on or after 1 January 1933, of a father alone too",
    note=("决定0151的另一读法", "the other reading of decision 0151"),
)
def disability_born_of_wife(person: Person, law: Law) -> bool:
    birth = person.birth if person.sex == Sex.FEMALE else person.wife_birth
    return birth >= law.pension_special_born


READINGS: tuple[Reading, ...] = (
    Reading(
        id="0151-late-wife-counts",
        zh="伤残家庭：单亲的父亲也以女方出生日期为准",
        en="Disabled only child: of a father alone the wife's date of birth counts too",
        replaced={disability_born: disability_born_of_wife},
    ),
)
