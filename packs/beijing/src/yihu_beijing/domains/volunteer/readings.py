"""Readings of the time bank's rules that lost: the reasons stand in decision 0195."""

from __future__ import annotations

from yihu.engines.rules import age_on, rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.domains.volunteer.facts import GiftTo, Volunteer
from yihu_beijing.domains.volunteer.time_bank import may_receive, saver_old, spouse_served
from yihu_beijing.law import Law


@rule(
    cites="北京市养老服务时间银行实施方案（试行）",
    zh="配偶可以兑换（本人也须达到年龄）",
    en="the spouse may be served, the saver being old enough too",
    note=("决定0195的另一读法", "the other reading of decision 0195"),
)
def spouse_of_old_saver_served(volunteer: Volunteer, law: Law) -> bool:
    old = age_on(volunteer.spouse_birth, volunteer.applied, feb29="mar1") >= law.volunteers_redeem_age
    return volunteer.married and volunteer.spouse_in_need and old and saver_old(volunteer, law)


@rule(
    cites="北京市养老服务时间银行实施方案（试行）",
    zh="受赠人是直系亲属（包括晚辈）或平台",
    en="coins go to a lineal relative, descendants included, or the platform",
    note=("决定0195的另一读法", "the other reading of decision 0195"),
)
def descendants_may_receive(volunteer: Volunteer, law: Law) -> bool:
    return volunteer.gift_to != GiftTo.OTHER and volunteer.gift_to != GiftTo.NOBODY


READINGS = (
    Reading(
        id="0195-the-saver-must-be-old",
        zh="为配偶兑换也须本人年满60周岁",
        en="the saver must be 60 to redeem for the spouse too",
        replaced={spouse_served: spouse_of_old_saver_served},
    ),
    Reading(
        id="0195-gifts-to-descendants",
        zh="直系亲属包括子女、孙子女",
        en="children and grandchildren are lineal relatives too",
        replaced={may_receive: descendants_may_receive},
    ),
)
