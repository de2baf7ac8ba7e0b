"""计划生育特别扶助: monthly aid to parents who lost their only child, or whose only child is disabled.

Documents: 京人口发〔2008〕53号 (only child dead) and 京人口发〔2009〕31号 (only child disabled), both from 2008-01-01: 二(一) who,
二 how much; 京卫家庭〔2022〕19号: the amounts from 2022-07-01. Each parent is paid for himself or herself, for life.

Left out: 二(四), the higher of this and the rural reward aid (奖励扶助) from 60 on (that scheme is not in hand); 二(五), the
money counts by the month and is paid once a year; 二(三), it is not income for 低保 (the facts ask for counted income only);
procedure. From 2011 to May 2022 the amount is asked for (decision 0157). Whose age and birth count: decision 0151.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, rule
from yihu_beijing.facts import Hukou, Person, Sex
from yihu_beijing.facts.pension import OnlyChild
from yihu_beijing.law import Law


@rule(
    cites="京人口发〔2008〕53号 二(一)1；京人口发〔2009〕31号 二(一)1",
    words="本人具有北京市户籍",
    zh="本人具有本市户籍",
    en="registered in Beijing",
)
def special_of_beijing(person: Person, law: Law) -> bool:
    return person.hukou == Hukou.BEIJING


@rule(
    cites="京人口发〔2008〕53号 二(一)；京人口发〔2009〕31号 二(一)",
    words=("因丧偶或离婚的单亲家庭", "男方或女方须年满49周岁"),
    zh="以女方出生日期计算，单亲以本人计算",
    en="the wife's date of birth, or a single parent's own",
    note=("夫妻双方均以女方年龄为准（决定0151）", "of a couple the wife's age counts for both (decision 0151)"),
)
def special_birth(person: Person, law: Law) -> date:
    if person.sex == Sex.FEMALE or person.parent_alone:
        return person.birth
    return person.wife_birth


@rule(
    cites="京人口发〔2008〕53号 二(一)3；京人口发〔2009〕31号 二(一)3",
    words="女方年满49周岁",
    zh="女方（单亲为本人）年满49周岁",
    en="the wife, or the single parent, is 49 or over",
)
def special_aged(person: Person, law: Law) -> bool:
    return age_on(special_birth(person, law), law.last_day, feb29="mar1") >= law.pension_special_age


@rule(
    cites="京人口发〔2008〕53号 二(一)5；京人口发〔2009〕31号 二(一)5",
    words="已领取了《独生子女父母光荣证》",
    zh="已领取《独生子女父母光荣证》",
    en="holds the certificate of parents of an only child",
)
def special_certificate(person: Person, law: Law) -> bool:
    return person.only_child_certificate


# only child dead: 53号


@rule(
    cites="京人口发〔2008〕53号 二(一)2",
    words="1933年1月1日以后出生",
    zh="本人1933年1月1日以后出生",
    en="born on or after 1 January 1933",
)
def death_born(person: Person, law: Law) -> bool:
    return person.birth >= law.pension_special_born


@rule(
    cites="京人口发〔2008〕53号 二(一)4、6",
    words=("只生育一个子女或合法收养一个子女", "现无存活子女"),
    zh="独生子女死亡，现无存活子女",
    en="the only child died and no child is alive",
)
def death_only_child(person: Person, law: Law) -> bool:
    return person.only_child == OnlyChild.LOST


@rule(
    cites="京人口发〔2008〕53号 二(一)",
    words="应同时符合以下条件",
    zh="符合独生子女死亡特别扶助条件",
    en="conditions of special aid, only child dead",
)
def death_aid_eligible(person: Person, law: Law) -> bool:
    return (
        special_of_beijing(person, law)
        and death_only_child(person, law)
        and special_certificate(person, law)
        and death_born(person, law)
        and special_aged(person, law)
    )


@rule(
    cites="京人口发〔2008〕53号 二；京卫家庭〔2022〕19号 一",
    words="每人每月",
    zh="独生子女死亡特别扶助金",
    en="special aid, only child dead",
    unit="CNY/month",
    note=("按月计算，一年发放一次（二(五)）", "counted by the month, paid once a year (二(五))"),
)
def death_aid_amount(person: Person, law: Law) -> Money:
    return law.pension_special_death if law.pension_special_known else person.special_aid_then


# only child disabled: 31号


@rule(
    cites="京人口发〔2009〕31号 二(一)2",
    words="女方1933年1月1日以后出生",
    zh="女方（单亲为本人）1933年1月1日以后出生",
    en="the wife, or the single parent, was born on or after 1 January 1933",
    note=("单亲的父亲以本人出生日期为准（决定0151）", "of a father alone his own birth counts (decision 0151)"),
)
def disability_born(person: Person, law: Law) -> bool:
    return special_birth(person, law) >= law.pension_special_born


@rule(
    cites="京人口发〔2009〕31号 二(一)4、6",
    words=("现存活独生子女为三级以上残疾（含）", "第二代《残疾人证》"),
    zh="现存活的独生子女为三级以上残疾",
    en="the only child alive is disabled, grade 3 or graver",
)
def disability_only_child(person: Person, law: Law) -> bool:
    return person.only_child == OnlyChild.ONE and 1 <= person.only_child_grade <= law.pension_special_grade


@rule(
    cites="京人口发〔2009〕31号 二(一)",
    words="应同时符合以下条件",
    zh="符合独生子女伤残特别扶助条件",
    en="conditions of special aid, only child disabled",
)
def disability_aid_eligible(person: Person, law: Law) -> bool:
    return (
        special_of_beijing(person, law)
        and disability_only_child(person, law)
        and special_certificate(person, law)
        and disability_born(person, law)
        and special_aged(person, law)
    )


@rule(
    cites="京人口发〔2009〕31号 二；京卫家庭〔2022〕19号 一",
    words="每人每月",
    zh="独生子女伤残特别扶助金",
    en="special aid, only child disabled",
    unit="CNY/month",
    note=("按月计算，一年发放一次（二(五)）", "counted by the month, paid once a year (二(五))"),
)
def disability_aid_amount(person: Person, law: Law) -> Money:
    return law.pension_special_disability if law.pension_special_known else person.special_aid_then


SPECIAL_AID_DEATH = Programme(
    id="special_aid_death",
    of=Person,
    zh="独生子女死亡特别扶助金",
    en="special aid to parents who lost their only child",
    eligible=death_aid_eligible,
    amount=death_aid_amount,
    cites="京人口发〔2008〕53号 二；京卫家庭〔2022〕19号 一",
    since=date(2008, 1, 1),
)

SPECIAL_AID_DISABILITY = Programme(
    id="special_aid_disability",
    of=Person,
    zh="独生子女伤残特别扶助金",
    en="special aid to parents of a disabled only child",
    eligible=disability_aid_eligible,
    amount=disability_aid_amount,
    cites="京人口发〔2009〕31号 二；京卫家庭〔2022〕19号 一",
    since=date(2008, 1, 1),
)
