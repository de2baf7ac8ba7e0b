"""资助参保: the contribution to residents' insurance that the public purse pays for a person.

Documents: 京民社救发〔2017〕24号 第二十三条 (special hardship, in full), 京民儿福发〔2018〕368号 一(一)1, 一(二)1 (orphans and
unsupported children, in full), 京人社农合发〔2017〕250号 第八条 (whose names the departments hand in), 京医保发〔2022〕37号 四
(aid by class, its rates in another text). That those of 第八条 are paid for in full too is from memory (decision 0148).
The sums are those of 2026; the contributions of earlier years are not in hand, so the programme begins there though the
right is older.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, recognised, rule
from yihu_beijing.facts import Hukou, Person
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.recipients import in_low_income_family, on_allowance_or_aid
from yihu_beijing.programmes.assistance.tekun import TEKUN_BASIC
from yihu_beijing.programmes.child.child import UNSUPPORTED_CHILD
from yihu_beijing.programmes.health.child import medical_orphan
from yihu_beijing.programmes.health.insurance import may_join, old_resident, student_or_child


@rule(
    cites="2026年度北京市城乡居民基本医疗保险参保时间及缴费标准 1、2、3",
    words=("城乡老年人每人每年460元", "学生儿童每人每年435元", "劳动年龄内居民每人每年795元"),
    zh="城乡居民医保个人缴费",
    en="contribution to residents' insurance",
    unit="CNY/year",
)
def contribution(person: Person, law: Law) -> Money:
    if student_or_child(person, law):
        return law.health_contribution_child
    return law.health_contribution_old if old_resident(person, law) else law.health_contribution_work


@rule(
    cites="京民社救发〔2017〕24号 第二十三条；京民儿福发〔2018〕368号 一(一)1、(二)1",
    words=(
        "全额资助特困人员参加城乡居民基本医疗保险",
        "个人缴费由财政给予全额补贴",
        "个人缴费由各区财政全额补贴",
    ),
    zh="特困人员、孤儿、事实无人抚养儿童",
    en="in special hardship, an orphan or an unsupported child",
)
def paid_in_full(person: Person, law: Law) -> bool:
    return recognised(TEKUN_BASIC, person) or recognised(UNSUPPORTED_CHILD, person) or medical_orphan(person, law)


@rule(
    cites="京人社农合发〔2017〕250号 第八条；京医保发〔2022〕37号 四",
    words=("享受城乡低收入救助人员", "由户籍所在区残联按比对名单协助", "计划生育特殊家庭成员", "分类资助"),
    zh="部门提供名单的其他人员",
    en="others on the lists that the departments hand in",
    note=(
        "残疾人、计划生育特殊家庭由户籍所在区提供名单，须有本市户籍",
        "disabled people and special families are listed by the district of registration",
    ),
)
def on_lists(person: Person, law: Law) -> bool:
    on_relief = on_allowance_or_aid(person, law) or in_low_income_family(person, law)
    by_district = person.disability_grade > 0 or person.family_planning_special
    return on_relief or person.cover_listed or (by_district and person.hukou == Hukou.BEIJING)


@rule(
    cites="京人社农合发〔2017〕250号 第八条；京医保发〔2022〕37号 四",
    words=("协助办理参保缴费手续", "做好困难群众资助参保工作"),
    zh="个人缴费由财政补贴",
    en="the contribution is paid by the public purse",
    note=(
        "第八条名单人员的全额补贴凭记忆（决定0148）",
        "that it is paid in full for those on the lists of article 8 is from memory (decision 0148)",
    ),
)
def contribution_paid(person: Person, law: Law) -> bool:
    listed = law.health_contribution_paid_listed and on_lists(person, law)
    return may_join(person, law) and (paid_in_full(person, law) or listed)


INSURANCE_CONTRIBUTION = Programme(
    id="insurance_contribution",
    of=Person,
    zh="城乡居民医保个人缴费资助",
    en="contribution to residents' insurance paid",
    eligible=contribution_paid,
    amount=contribution,
    cites="京民社救发〔2017〕24号 第二十三条；京民儿福发〔2018〕368号 一；京医保发〔2022〕37号 四",
    since=date(2026, 1, 1),
    note=(
        "由财政缴入基金，不发给个人；资助早已实行，以前年度的缴费标准未收集到",
        "paid to the fund and not to the person; older than this, but the contributions of earlier years are not in hand",
    ),
)
