"""Readings of the rights that lost; the reasons stand in ``docs/decisions`` under the number of each."""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.facts import Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.rights.legal_aid import legal_income_per_head, no_livelihood


@rule(
    cites="中华人民共和国法律援助法 第四十二条(一)",
    words="无固定生活来源",
    zh="家庭没有任何收入",
    en="no income in the family",
    note=("决定0177的另一读法", "the other reading of decision 0177"),
)
def no_family_livelihood(person: Person, law: Law) -> bool:
    return legal_income_per_head(person.home, law) == 0


READINGS: tuple[Reading, ...] = (
    Reading(
        "0177-no-income-in-the-family",
        "家庭无收入才算无固定生活来源",
        "no livelihood only where the family has no income",
        {no_livelihood: no_family_livelihood},
    ),
)
