"""义务教育“三免两补”: what every pupil is spared, and the two aids of pupils in need.

Document: 京财教育〔2017〕140号 (“140号”), from the spring term of 2017 (the portal: 2017-03-01). Before it
京教财〔2006〕21号 and others, not in hand.

The two aids go together: a boarder on 低保 has both (二1 and 二2). Each wants a pupil on the roll of the city;
registration is not asked. What schools and districts bear (一1, 二3) is left out.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, rule
from yihu_beijing.facts import Person, Studies
from yihu_beijing.facts.school import School
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.recipients import on_allowance


@rule(
    cites="京财教育〔2017〕140号 一",
    words="具有本市学籍的义务教育学生",
    zh="具有本市学籍的义务教育学生",
    en="pupil of compulsory education on the city's roll",
)
def compulsory_pupil(person: Person, law: Law) -> bool:
    return person.studies == Studies.COMPULSORY and person.school != School.ELSEWHERE


@rule(
    cites="京财教育〔2017〕140号 二1、2",
    words=("残疾寄宿生（含随班就读学生）", "残疾学生（含随班就读学生）"),
    zh="城乡低保家庭、残疾或工读学生",
    en="on 低保, disabled, or at a school for offenders",
    note=(
        "低保指家庭低保的保障成员或本人直接纳入；残疾以残疾人证为准",
        "on 低保 in the family or alone; disabled by certificate",
    ),
)
def aided_pupil(person: Person, law: Law) -> bool:
    return on_allowance(person, law) or person.disability_grade > 0 or person.school == School.SPECIALISED


@rule(cites="京财教育〔2017〕140号 二1", words="给予生活补助", zh="符合生活补助条件", en="conditions of boarders' aid")
def boarder_eligible(person: Person, law: Law) -> bool:
    return compulsory_pupil(person, law) and person.boarding and aided_pupil(person, law)


@rule(
    cites="京财教育〔2017〕140号 二1",
    words="每年按10个月计发",
    zh="寄宿生生活补助",
    en="living aid of a boarder",
    unit="CNY/year",
    note=("每人每月标准乘以每年计发月数", "the monthly sum times the months paid in a year"),
)
def boarder_amount(person: Person, law: Law) -> Money:
    return law.school_boarder_allowance * law.school_paid_months


@rule(cites="京财教育〔2017〕140号 二2", words="给予助学补助", zh="符合助学补助条件", en="conditions of the study aid")
def compulsory_aid_eligible(person: Person, law: Law) -> bool:
    return compulsory_pupil(person, law) and aided_pupil(person, law)


@rule(cites="京财教育〔2017〕140号 二2", words="每人每年300元", zh="助学补助", en="study aid", unit="CNY/year")
def compulsory_aid_amount(person: Person, law: Law) -> Money:
    return law.school_compulsory_aid


COMPULSORY_FREE = Programme(
    id="compulsory_free",
    of=Person,
    zh="义务教育免费",
    en="free compulsory education",
    eligible=compulsory_pupil,
    cites="京财教育〔2017〕140号 一",
    since=date(2017, 3, 1),
    service=(
        "免学杂费、免费教科书；进城务工人员随迁子女免借读费（民办学校按定额补助学校）",
        "no tuition and sundry fees, free textbooks, no extra fee for migrants' children (private schools get the quota)",
    ),
)

COMPULSORY_BOARDER = Programme(
    id="compulsory_boarder",
    of=Person,
    zh="义务教育寄宿生生活补助",
    en="living aid of boarders in compulsory school",
    eligible=boarder_eligible,
    amount=boarder_amount,
    cites="京财教育〔2017〕140号 二1",
    since=date(2017, 3, 1),
    service=("免收住宿费", "no boarding fee"),
)

COMPULSORY_AID = Programme(
    id="compulsory_aid",
    of=Person,
    zh="义务教育助学补助",
    en="study aid in compulsory school",
    eligible=compulsory_aid_eligible,
    amount=compulsory_aid_amount,
    cites="京财教育〔2017〕140号 二2",
    since=date(2017, 3, 1),
)
