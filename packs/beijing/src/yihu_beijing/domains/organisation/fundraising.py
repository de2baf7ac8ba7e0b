"""公开募捐资格: when a charity may raise funds from the public.

Documents: 中华人民共和国慈善法 第二十二条 (2016: after two years; as revised in 2023: after one),
慈善组织公开募捐管理办法 (民政部令第74号, in force 2024-09-05) 第五条 and 第二十三条. The measures of 2016 that 74号
replaced are not in hand: before it the conditions of 74号 are an assumption, and the programme says so
(``text_since``).

Left out: papers (第六条); bodies that other laws let raise funds and old public foundations, which only claim the
certificate (第九条; 慈善法 第二十二条第二款).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, age_on, rule
from yihu_beijing.domains.organisation.evaluation import grade_in_force
from yihu_beijing.domains.organisation.facts import Organisation
from yihu_beijing.domains.organisation.spending import spends_lawfully
from yihu_beijing.law import Law


@rule(
    cites="中华人民共和国慈善法 第二十二条第一款；中华人民共和国慈善法（2016年） 第二十二条第一款；民政部令第74号 第五条",
    words=("依法登记满一年的慈善组织", "依法登记满二年的慈善组织", "认定为慈善组织满一年的社会组织"),
    zh="成为慈善组织满年限",
    en="long enough a charity",
    note=("以申请当日的法律为准（决定0187）", "by the law of the day of the application (decision 0187)"),
)
def charity_long_enough(organisation: Organisation, law: Law) -> bool:
    revised = organisation.applied >= law.organisations_charity_revised
    needed = law.organisations_fundraising_years if revised else law.organisations_fundraising_years_before
    return organisation.charity and age_on(organisation.charity_since, organisation.applied, feb29="mar1") >= needed


@rule(
    cites="民政部令第74号 第五条(二)",
    words=("不超过三分之一", "没有同时在理事会任职", "法定代表人由内地居民担任", "秘书长为专职"),
    zh="理事会组成符合要求",
    en="the board is made up as required",
)
def board_composed(organisation: Organisation, law: Law) -> bool:
    return (
        organisation.board_tied * law.organisations_board_part <= organisation.board
        and organisation.board_abroad * law.organisations_board_part <= organisation.board
        and not organisation.board_kin
        and organisation.mainland_head
        and organisation.full_time_secretary
        and not organisation.one_chair_and_secretary
        and organisation.staffed
    )


@rule(
    cites="民政部令第74号 第五条(三)",
    words="三名以上监事组成的监事会",
    zh="监事符合要求",
    en="supervised as required",
)
def well_supervised(organisation: Organisation, law: Law) -> bool:
    enough = not organisation.at_province or organisation.supervisors >= law.organisations_supervisors
    return organisation.supervised and enough


@rule(
    cites="民政部令第74号 第五条(七)",
    words=("评估结果为3A及以上", "登记成立不满二年的除外"),
    zh="评估等级符合要求",
    en="graded as required",
)
def well_graded(organisation: Organisation, law: Law) -> bool:
    young = age_on(organisation.registered, organisation.applied, feb29="mar1") < law.organisations_new_years
    return young or grade_in_force(organisation, law) >= law.organisations_grade_fundraising


@rule(
    cites="民政部令第74号 第五条(八)、(九)、第二十三条第四款；中华人民共和国慈善法 第一百一十一条",
    words=("申请公开募捐资格前一年", "五年内不得再次申请"),
    zh="没有失信、处罚和吊销的障碍",
    en="not barred by a list, a penalty or a revocation",
)
def clean(organisation: Organisation, law: Law) -> bool:
    day = organisation.applied
    recent = age_on(organisation.punished_from, day, feb29="mar1") < law.organisations_clean_years
    barred = age_on(organisation.revoked_from, day, feb29="mar1") < law.organisations_revoked_years
    return (
        not organisation.blacklisted
        and not (organisation.punished and recent)
        and not (organisation.revoked and barred)
    )


@rule(
    cites="民政部令第74号 第五条(一)、(四)、(六)",
    words=("规范的内部治理结构", "健全的财务管理制度", "依法办理税务登记"),
    zh="治理、制度、财务规范",
    en="governance, rules and accounts in order",
)
def well_run(organisation: Organisation, law: Law) -> bool:
    return organisation.well_governed and organisation.systems and organisation.honest_accounts


@rule(
    cites="民政部令第74号 第五条(五)",
    words="应当符合下列条件",
    zh="符合公开募捐资格条件",
    en="qualifies for public fundraising",
)
def may_raise(organisation: Organisation, law: Law) -> bool:
    return (
        charity_long_enough(organisation, law)
        and well_run(organisation, law)
        and board_composed(organisation, law)
        and well_supervised(organisation, law)
        and spends_lawfully(organisation, law)
        and well_graded(organisation, law)
        and clean(organisation, law)
    )


@rule(
    cites="中华人民共和国慈善法 第二十二条第一款；民政部令第74号 第七条",
    words="二十日内作出决定",
    zh="公开募捐资格决定超过期限",
    en="the decision on the qualification is overdue",
)
def qualification_overdue(organisation: Organisation, law: Law) -> bool:
    return law.organisations_charity_law and organisation.days_since_receipt > law.organisations_qualification_days


FUNDRAISING = Programme(
    id="fundraising",
    of=Organisation,
    zh="公开募捐资格",
    en="qualification for public fundraising",
    eligible=may_raise,
    cites="中华人民共和国慈善法 第二十二条；民政部令第74号 第五条",
    since=date(2016, 9, 1),
    text_since=date(2024, 9, 5),
    service=("发给公开募捐资格证书", "the certificate of qualification"),
)
