"""慈善活动支出和管理费用: what foundations must spend on their purpose in a year, and at most on themselves.

Documents: 基金会管理条例 (国务院令第400号) 第二十九条, from 2004-06-01; 中华人民共和国慈善法 (2016) 第六十条, from
2016-09-01, and as revised in 2023, 第六十一条, from 2024-09-05.

Left out: what the ministries set for other charities (民发〔2016〕189号: not in hand; a fact carries its result,
decision 0196), terms of a single donation (第六十一条第三款), charitable trusts (第六十一条第四款), costs of
fundraising (no figure). Readings: decision 0194.
"""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu_beijing.domains.organisation.facts import Form, Organisation
from yihu_beijing.law import Law


@rule(
    cites="中华人民共和国慈善法 第六十一条第一款；国务院令第400号 第三条",
    words=("具有公开募捐资格的基金会", "面向公众募捐的基金会"),
    zh="具有公开募捐资格的基金会",
    en="foundation that raises funds from the public",
    note=("2016年以前指公募基金会", "before 2016: a public foundation"),
)
def public_foundation(organisation: Organisation, law: Law) -> bool:
    return organisation.form == Form.FOUNDATION and organisation.public


@rule(
    cites="中华人民共和国慈善法 第六十一条第一款；国务院令第400号 第二十九条第一款",
    words=("不得低于上一年总收入的百分之七十", "不得低于上一年总收入的70%"),
    zh="支出达到上一年总收入的比例",
    en="enough of the income of the year before is spent",
)
def enough_of_last_year(organisation: Organisation, law: Law) -> bool:
    return organisation.charitable_spending >= organisation.income_last * law.organisations_spending_share


@rule(
    cites="中华人民共和国慈善法 第六十一条第一款",
    words="前三年收入平均数额的百分之七十",
    zh="支出达到前三年平均收入的比例",
    en="enough of the mean income of three years is spent",
)
def enough_of_three_years(organisation: Organisation, law: Law) -> bool:
    income = organisation.income_last + organisation.income_second + organisation.income_third
    spent = organisation.charitable_spending * law.organisations_mean_years
    return spent >= income * law.organisations_spending_share


@rule(
    cites="中华人民共和国慈善法 第六十一条第一款",
    words="总收入的百分之七十或者前三年收入平均数额",
    zh="公开募捐基金会支出达到比例",
    en="a public foundation spends enough",
    note=("两个基数任选其一（决定0194）", "either basis will do (decision 0194)"),
)
def public_spends_enough(organisation: Organisation, law: Law) -> bool:
    if not law.organisations_mean_allowed:
        return enough_of_last_year(organisation, law)
    return enough_of_last_year(organisation, law) or enough_of_three_years(organisation, law)


@rule(
    cites="国务院令第400号 第二十九条第一款",
    words="不得低于上一年基金余额的8%",
    zh="非公募基金会支出达到比例",
    en="a private foundation spends enough",
    note=("决定0196", "decision 0196"),
)
def private_spends_enough(organisation: Organisation, law: Law) -> bool:
    return organisation.charitable_spending >= organisation.fund_balance * law.organisations_private_share


@rule(
    cites="中华人民共和国慈善法 第六十一条第一款；国务院令第400号 第二十九条第二款",
    words=("年度管理费用不得超过当年总支出的百分之十", "不得超过当年总支出的10%"),
    zh="管理费用不超过比例",
    en="management costs are low enough",
)
def frugal(organisation: Organisation, law: Law) -> bool:
    return organisation.management_cost <= organisation.spending_total * law.organisations_management_share


@rule(
    cites="中华人民共和国慈善法 第六十一条第一款；中华人民共和国慈善法（2016年） 第六十条第一款",
    words="应当报告办理其登记的民政部门",
    zh="公开募捐基金会符合支出规定",
    en="a public foundation keeps the rule of spending",
    note=(
        "特殊情况报告并公开的：管理费用自2016年起、支出自2024年修订起",
        "with special reasons reported and published: costs since 2016, spending since the revision of 2024",
    ),
)
def public_spends_lawfully(organisation: Organisation, law: Law) -> bool:
    spends = public_spends_enough(organisation, law) or (law.organisations_spending_excused and organisation.explained)
    return spends and (frugal(organisation, law) or (law.organisations_costs_excused and organisation.explained))


@rule(
    cites="中华人民共和国慈善法 第六十一条；国务院令第400号 第二十九条",
    words="年度支出",
    zh="年度支出和管理费用符合规定",
    en="spending and costs of the year keep the rule",
)
def spends_lawfully(organisation: Organisation, law: Law) -> bool:
    if organisation.form != Form.FOUNDATION:
        return organisation.other_standard_met
    elif public_foundation(organisation, law):
        return public_spends_lawfully(organisation, law)
    return private_spends_enough(organisation, law) and frugal(organisation, law)
