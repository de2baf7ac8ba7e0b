"""Readings of the law that lost, kept so that anybody can count what they would change (``yihu readings``).

Decision 0001. 云民示〔2023〕2号 二 says 年满80周岁 and not on which day of a month that counts. Taken: who reaches the age in a
month has it for the whole month. The other reading asks that it be reached on the first day.
"""

from __future__ import annotations

from yihu.engines.rules import age_on, rule
from yihu.engines.rules.reform import Reading
from yihu_sample.facts import Person
from yihu_sample.law import Law
from yihu_sample.programmes.elders import old


@rule(
    cites="云民示〔2023〕2号 二",
    words="年满80周岁",
    zh="当月1日已年满80周岁",
    en="80 or over on the first of the month",
    note=("决定0001的另一读法", "the other reading of decision 0001"),
)
def old_at_first(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.first_day, feb29="mar1") >= law.old_age


READINGS = (
    Reading(
        id="0001-age-on-the-first",
        zh="高龄津贴：当月1日已满周岁才发",
        en="Age allowance: the age must be reached on the first of the month",
        replaced={old: old_at_first},
    ),
)
