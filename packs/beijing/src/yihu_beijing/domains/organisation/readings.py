"""Readings of the law of organisations that lost: the reasons stand in the decision of that number."""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.domains.organisation.facts import Organisation
from yihu_beijing.domains.organisation.registration import enough_members
from yihu_beijing.domains.organisation.spending import (
    enough_of_last_year,
    enough_of_three_years,
    public_spends_enough,
)
from yihu_beijing.law import Law


@rule(
    cites="国务院令第250号 第十条(一)",
    words=("50个以上的个人会员", "30个以上的单位会员"),
    zh="任一类会员数或者总数达到要求",
    en="enough members of either kind, or in all",
    note=("决定0192的另一读法", "the other reading of decision 0192"),
)
def enough_of_either_kind(organisation: Organisation, law: Law) -> bool:
    return (
        organisation.persons >= law.organisations_persons
        or organisation.units >= law.organisations_units
        or organisation.persons + organisation.units >= law.organisations_members
    )


@rule(
    cites="中华人民共和国慈善法 第六十一条第一款",
    words="总收入的百分之七十或者前三年收入平均数额",
    zh="公开募捐基金会支出达到两个基数的比例",
    en="a public foundation spends enough on both bases",
    note=("决定0194的另一读法", "the other reading of decision 0194"),
)
def public_spends_enough_on_both(organisation: Organisation, law: Law) -> bool:
    if not law.organisations_mean_allowed:
        return enough_of_last_year(organisation, law)
    return enough_of_last_year(organisation, law) and enough_of_three_years(organisation, law)


READINGS = (
    Reading(
        id="0192-either-kind-of-member",
        zh="两类会员都有的，任一类达到人数即可",
        en="with both kinds of members, either number will do",
        replaced={enough_members: enough_of_either_kind},
    ),
    Reading(
        id="0193-only-after-five-years",
        zh="评估等级满五年才可以再次申请",
        en="a new evaluation only after five full years",
        parameters={"organisations_grade_window_opens": {"value": "no", "from": "2011-03"}},
    ),
    Reading(
        id="0194-the-higher-basis",
        zh="两个基数都须达到",
        en="both bases must be reached",
        replaced={public_spends_enough: public_spends_enough_on_both},
    ),
)
