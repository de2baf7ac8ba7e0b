"""残疾儿童康复: basic rehabilitation for disabled children of 0 to 15.

Document: 京残发〔2019〕42号 (“42号”), in force 2020-01-01. What is given and how much is subsidised stands in the catalogue
(《北京市残疾儿童基本康复目录》, 第五条), which is not in hand: the right is told, no sum.

Left out: districts may give more (第十二条); the yearly assessment of children who apply with a report (第九条) is procedure.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, age_on, rule
from yihu_beijing.facts import Hukou, Person
from yihu_beijing.law import Law


@rule(
    cites="京残发〔2019〕42号 第三条",
    words="持有残疾人证或指定医疗机构的诊断评估报告",
    zh="有残疾人证或诊断评估报告",
    en="with a certificate or a report of an appointed hospital",
)
def disability_shown(person: Person, law: Law) -> bool:
    return person.disability_grade > 0 or person.rehabilitation_report


@rule(
    cites="京残发〔2019〕42号 第三条",
    words="年龄0—15周岁",
    zh="0至15周岁",
    en="aged 0 to 15",
    note=("满16周岁的次月起不再享受", "it ends the month after the sixteenth birthday"),
)
def of_rehabilitation_age(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.first_day, feb29="mar1") <= law.rights_rehabilitation_age


@rule(
    cites="京残发〔2019〕42号 第三条、第五条",
    words=("具有本市户籍", "均可按规定享受康复补贴"),
    zh="符合残疾儿童康复服务条件",
    en="conditions of rehabilitation",
)
def rehabilitation_eligible(person: Person, law: Law) -> bool:
    return person.hukou == Hukou.BEIJING and disability_shown(person, law) and of_rehabilitation_age(person, law)


CHILD_REHABILITATION = Programme(
    id="child_rehabilitation",
    of=Person,
    zh="残疾儿童基本康复服务",
    en="basic rehabilitation of disabled children",
    eligible=rehabilitation_eligible,
    cites="京残发〔2019〕42号",
    since=date(2020, 1, 1),
    service=(
        "在定点机构接受基本康复服务，按《北京市残疾儿童基本康复目录》补贴",
        "basic rehabilitation at appointed places, subsidised by the city's catalogue",
    ),
    note=("目录的项目和标准未收集到，不计算金额", "items and sums of the catalogue are not in hand: no amount"),
)
