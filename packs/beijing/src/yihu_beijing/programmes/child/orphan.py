"""孤儿基本生活费: living money of orphans and of the children kept on the same standard.

Documents: 京民福发〔2011〕173号 (“173号”, signed 2011-04-25, paid back as 四(二) says), 京民福发〔2016〕228号 (“228号”: higher
sums in institutions, more schools after 18), 京民发〔2026〕2号 (“2号”, from 2025-07-01). Rules as of 2019: 京民儿福发〔2022〕245号
and 京民福发〔2016〕430号, on which 2号 rests, are not in hand, and the sums of 2018 to mid-2025 are from memory.

Left out: the top-up of orphans on 农村五保 (173号 二(二), a scheme that ended in 2017), the registration by certificate
(三), and adoption (四(四)3), which shows in the facts about the parents. Nothing here needs another programme, so that
``tekun`` and ``dibao`` can ask whether somebody draws this money.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, age_on, recognised, rule
from yihu_beijing.facts import ChildGroup, Hukou, ParentState, Person, Studies
from yihu_beijing.law import Law

GONE = (ParentState.DEAD, ParentState.NOT_FOUND)


@rule(
    cites="京民福发〔2011〕173号 一；京民发〔2026〕2号 一",
    words=("具有北京市户籍", "具有本市户籍"),
    zh="本市户籍",
    en="registered in Beijing",
)
def child_of_beijing(person: Person, law: Law) -> bool:
    return person.hukou == Hukou.BEIJING


@rule(
    cites="京民福发〔2011〕173号 四(二)",
    words="从生日次月发放基本生活费",
    zh="已出生，自生日次月起",
    en="born, from the month after birth",
)
def born_before(person: Person, law: Law) -> bool:
    return person.birth < law.first_day


@rule(
    cites="京民福发〔2011〕173号 一、四(四)2",
    words=("未满18周岁", "年满18周岁"),
    zh="未满18周岁",
    en="under 18",
    note=("满18周岁的次月起停发", "payment stops the month after the eighteenth birthday"),
)
def minor(person: Person, law: Law) -> bool:
    return age_on(person.birth, law.first_day, feb29="mar1") < law.child_age


@rule(cites="京民福发〔2011〕173号 一(一)", words="失去父母", zh="失去父母", en="both parents are dead")
def lost_both(person: Person, law: Law) -> bool:
    return person.father == ParentState.DEAD and person.mother == ParentState.DEAD


@rule(
    cites="京民福发〔2011〕173号 一(一)",
    words="失去父母、查找不到生父母的未成年人",
    zh="失去父母、查找不到生父母",
    en="parents dead or not to be found",
    note=("一方死亡、另一方查找不到的也在内", "one dead and the other not to be found is included"),
)
def without_parents(person: Person, law: Law) -> bool:
    return person.father in GONE and person.mother in GONE


@rule(
    cites="京民福发〔2016〕228号 四(一)；京民发〔2026〕2号 一1",
    words=("儿童福利机构集中养育的孤儿弃婴", "孤儿、弃婴"),
    zh="儿童福利机构集中养育的孤儿、弃婴",
    en="orphan or foundling in an institution",
)
def in_institution(person: Person, law: Law) -> bool:
    return person.child_group == ChildGroup.INSTITUTION_ORPHAN


@rule(
    cites="京民发〔2026〕2号 一3、4、5",
    words=("被收养的残疾孤儿", "艾滋病病毒感染儿童", "流浪乞讨生活无着儿童、打拐解救儿童"),
    zh="被收养的残疾孤儿、艾滋病病毒感染儿童、机构内已办理集体户口的其他儿童",
    en="adopted disabled orphan, child with HIV, or other child in collective care",
    note=(
        "2025年7月以前的规定（京民福发〔2016〕430号等）未收集到，此前不认定",
        "the rules before July 2025 (430号 of 2016 and others) are not in hand, so nobody is found before",
    ),
)
def kept_as_orphan(person: Person, law: Law) -> bool:
    if law.child_groups_2025:
        return person.child_group in (ChildGroup.ADOPTED_DISABLED_ORPHAN, ChildGroup.HIV, ChildGroup.INSTITUTION_OTHER)
    return False


@rule(
    cites="京民福发〔2011〕173号 一、四(二)；京民福发〔2016〕228号 四(一)；京民发〔2026〕2号 一",
    words=("失去父母的社会散居孤儿", "儿童福利机构集中养育的孤儿弃婴", "孤儿、弃婴"),
    zh="属于孤儿基本生活费发放范围",
    en="within the scope of orphans' money",
    note=(
        "2011年4月通知印发前，只补发失去父母的散居孤儿（自2010年1月）和机构孤儿（自2011年1月）",
        "before the notice of April 2011 only scattered children who lost both parents (from January 2010) and institutions "
        "(from January 2011) are paid back",
    ),
)
def orphan_scope(person: Person, law: Law) -> bool:
    if law.child_rules_2011:
        return without_parents(person, law) or in_institution(person, law) or kept_as_orphan(person, law)
    return lost_both(person, law) or in_institution(person, law)


@rule(
    cites="京民福发〔2011〕173号 一；京民福发〔2016〕228号 五(一)",
    words=("仍在中学或中等职业学校就读的", "高等职业学校或普通本科高校就读的"),
    zh="满18周岁后仍在校可继续享受",
    en="goes on after 18 while in school",
    note=(
        "中学、中职到毕业；228号以后机构孤儿另含高职、本科。散居孤儿不在228号之列，仍按173号；专科与高职在事实表中为一项",
        "secondary and vocational school to the end; since 228号 for institutions also higher vocational and undergraduate. "
        "Scattered orphans are not in 228号 and stay under 173号; junior college and higher vocational are one fact",
    ),
)
def orphan_at_school(person: Person, law: Law) -> bool:
    school = person.studies in (Studies.COMPULSORY, Studies.HIGH_SCHOOL, Studies.VOCATIONAL)
    if law.child_rules_2016:
        college = person.studies in (Studies.COLLEGE, Studies.UNDERGRADUATE)
        return recognised(ORPHAN, person) and (school or (college and in_institution(person, law)))
    return recognised(ORPHAN, person) and school


@rule(
    cites="京民福发〔2011〕173号 二；京民福发〔2016〕228号 五(一)1；京民发〔2026〕2号 二1、2、3",
    words=("每人每月1600元", "每人每月1400元", "每人每月2000元", "每人每月2850元"),
    zh="孤儿基本生活费",
    en="living money of an orphan",
    unit="CNY/month",
)
def orphan_amount(person: Person, law: Law) -> Money:
    if person.child_group in (ChildGroup.INSTITUTION_ORPHAN, ChildGroup.INSTITUTION_OTHER):
        return law.child_institution_standard
    return law.child_scattered_standard


@rule(
    cites="京民福发〔2011〕173号 一、四(二)",
    words="上述对象满18周岁后",
    zh="符合孤儿基本生活费条件",
    en="conditions of orphans' money",
)
def orphan_eligible(person: Person, law: Law) -> bool:
    return (
        child_of_beijing(person, law)
        and born_before(person, law)
        and (minor(person, law) or orphan_at_school(person, law))
        and orphan_scope(person, law)
        and orphan_amount(person, law) > 0
    )


ORPHAN = Programme(
    id="orphan",
    of=Person,
    zh="孤儿基本生活费",
    en="orphans' living money",
    eligible=orphan_eligible,
    amount=orphan_amount,
    cites="京民福发〔2011〕173号；京民发〔2026〕2号",
    since=date(2010, 1, 1),
    note=(
        "按2019年的规则：京民儿福发〔2022〕245号和京民福发〔2016〕430号未收集到；2018年至2025年6月的标准凭记忆",
        "rules as of 2019: 245号 of 2022 and 430号 of 2016 are not in hand; the sums of 2018 to June 2025 are from memory",
    ),
)
