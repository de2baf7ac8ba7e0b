"""养老机构运营补贴 by head of the residents (as reported in November 2013), and the help of spring 2020.

What 2018 brought instead (by ability, stars, credit, medical care) is not in hand: the figures of 2013 are held and marked
(decision 0154, as for the residents in ``programmes/elder/homes.py``). Left out: the subsidy of building (50,000 a bed at most).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, rule
from yihu_beijing.domains.care_home.facts import CareHome
from yihu_beijing.law import Law


@rule(cites="财新网 2013-11-09 报道", zh="社会力量兴办的非营利性养老机构", en="private and not for profit")
def subsidised(home: CareHome, law: Law) -> bool:
    return home.private_nonprofit


@rule(cites="财新网 2013-11-09 报道", zh="养老机构运营补贴", en="operating subsidy of an elder home", unit="CNY/month")
def operating_amount(home: CareHome, law: Law) -> Money:
    return law.elder_services_bed_self_care * home.self_caring + law.elder_services_bed_dependent * home.dependent


@rule(
    cites="新华社2020-05-17报道",
    zh="当月有入住满15天的老人",
    en="somebody stayed fifteen days or more",
    note=("是否限于非营利性机构，报道未写，按不限计", "whether only homes not for profit is not said: all are taken"),
)
def lived_in(home: CareHome, law: Law) -> bool:
    return home.stayed > 0


@rule(
    cites="新华社2020-05-17报道",
    zh="疫情期间养老机构运营补贴",
    en="help for elder homes during the epidemic",
    unit="CNY/month",
)
def epidemic_home_amount(home: CareHome, law: Law) -> Money:
    return law.stations_epidemic_resident * home.stayed


HOME_OPERATING = Programme(
    id="home_operating",
    of=CareHome,
    zh="养老机构运营补贴",
    en="operating subsidy of an elder home",
    eligible=subsidised,
    amount=operating_amount,
    cites="财新网 2013-11-09 报道",
    since=date(2013, 11, 1),
    note=(
        "2018年以后的标准未收集到，沿用2013年的报道",
        "the figures since 2018 are not in hand; those reported in 2013 are held",
    ),
)

HOME_EPIDEMIC = Programme(
    id="home_epidemic",
    of=CareHome,
    zh="疫情期间养老机构运营补贴",
    en="help for elder homes during the epidemic",
    eligible=lived_in,
    amount=epidemic_home_amount,
    cites="新华社2020-05-17报道",
    since=date(2020, 2, 1),
    until=date(2020, 5, 1),
    note=("据报道", "as reported"),
)

PROGRAMMES = (HOME_OPERATING, HOME_EPIDEMIC)
