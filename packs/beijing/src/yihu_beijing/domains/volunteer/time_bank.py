"""养老服务时间银行: who may open an account, redeem, give, and enter a public home.

Document: 北京市养老服务时间银行实施方案（试行）, in force 2022-06-01. Its text is not in hand: all of it is as the
press reported it (2022-01-20), and no article can be named. Readings: decision 0195.

Left out, because no source says it: caps by day, expiry, a first grant of coins, leaving the bank, moves between
districts.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Programme, age_on, recognised, rule
from yihu_beijing.domains.volunteer.facts import GiftTo, Volunteer
from yihu_beijing.law import Law

RECEIVERS = (GiftTo.PARENT, GiftTo.GRANDPARENT, GiftTo.PLATFORM)


@rule(cites="北京市养老服务时间银行实施方案（试行）", zh="可以开立账户", en="may open an account")
def may_open(volunteer: Volunteer, law: Law) -> bool:
    if age_on(volunteer.birth, volunteer.applied, feb29="mar1") >= law.volunteers_account_age:
        return volunteer.resident and volunteer.healthy
    return volunteer.student and volunteer.guardian_leads


@rule(cites="北京市养老服务时间银行实施方案（试行）", zh="本人达到兑换年龄", en="old enough to redeem")
def saver_old(volunteer: Volunteer, law: Law) -> bool:
    return age_on(volunteer.birth, volunteer.applied, feb29="mar1") >= law.volunteers_redeem_age


@rule(
    cites="北京市养老服务时间银行实施方案（试行）",
    zh="配偶可以兑换",
    en="the spouse may be served",
    note=("配偶年满60周岁即可，不问本人年龄（决定0195）", "the spouse's age is enough (decision 0195)"),
)
def spouse_served(volunteer: Volunteer, law: Law) -> bool:
    old = age_on(volunteer.spouse_birth, volunteer.applied, feb29="mar1") >= law.volunteers_redeem_age
    return volunteer.married and volunteer.spouse_in_need and old


@rule(cites="北京市养老服务时间银行实施方案（试行）", zh="可以兑换服务", en="may redeem coins")
def may_redeem(volunteer: Volunteer, law: Law) -> bool:
    served = (volunteer.in_need and saver_old(volunteer, law)) or spouse_served(volunteer, law)
    return recognised(TIME_BANK, volunteer) and volunteer.coins > 0 and served


@rule(
    cites="北京市养老服务时间银行实施方案（试行）",
    zh="可兑换的服务时间",
    en="hours of service that may be redeemed",
    unit="hour",
)
def redeemable_hours(volunteer: Volunteer, law: Law) -> int:
    if not law.volunteers_time_bank:
        return 0
    return volunteer.coins * law.volunteers_coin_hours if may_redeem(volunteer, law) else 0


@rule(
    cites="北京市养老服务时间银行实施方案（试行）",
    zh="受赠人是直系亲属或平台",
    en="coins go to a lineal relative or the platform",
    note=("直系亲属只列父母、祖父母（决定0195）", "of lineal relatives parents and grandparents are named (0195)"),
)
def may_receive(volunteer: Volunteer, law: Law) -> bool:
    return volunteer.gift_to in RECEIVERS


@rule(cites="北京市养老服务时间银行实施方案（试行）", zh="可以转赠或捐赠", en="may give coins away")
def may_give_coins(volunteer: Volunteer, law: Law) -> bool:
    return recognised(TIME_BANK, volunteer) and volunteer.coins > 0 and may_receive(volunteer, law)


@rule(
    cites="北京市养老服务时间银行实施方案（试行）",
    zh="时间和时间币均达到入住公办机构的数额",
    en="enough hours and coins for a public home",
)
def may_enter_home(volunteer: Volunteer, law: Law) -> bool:
    served = volunteer.hours >= law.volunteers_home_hours
    return recognised(TIME_BANK, volunteer) and served and volunteer.coins >= law.volunteers_home_coins


REPORTED = ("方案文本未取得，据2022年1月报道", "the text is not in hand; as reported in January 2022")

TIME_BANK = Programme(
    id="time_bank",
    of=Volunteer,
    zh="时间银行账户",
    en="account of the time bank",
    eligible=may_open,
    cites="北京市养老服务时间银行实施方案（试行）",
    since=date(2022, 6, 1),
    service=(
        "服务1小时记1个时间币，全市通存通兑，不兑现金和实物",
        "a coin for each hour, city-wide; no cash, no goods",
    ),
    note=REPORTED,
)

REDEEM = Programme(
    id="redeem",
    of=Volunteer,
    zh="兑换时间银行服务",
    en="redeeming time coins",
    eligible=may_redeem,
    cites="北京市养老服务时间银行实施方案（试行）",
    since=date(2022, 6, 1),
    service=("兑换同等时间的养老志愿服务", "as many hours of volunteer care"),
    note=REPORTED,
)

GIFT = Programme(
    id="gift",
    of=Volunteer,
    zh="转赠或捐赠时间币",
    en="giving time coins away",
    eligible=may_give_coins,
    cites="北京市养老服务时间银行实施方案（试行）",
    since=date(2022, 6, 1),
    service=("转赠给直系亲属，或者捐赠给平台", "to lineal relatives, or to the platform"),
    note=REPORTED,
)

PUBLIC_HOME = Programme(
    id="public_home",
    of=Volunteer,
    zh="入住公办养老机构",
    en="entering a public home",
    eligible=may_enter_home,
    cites="北京市养老服务时间银行实施方案（试行）",
    since=date(2022, 6, 1),
    service=("按特困人员待遇入住本区公办养老机构", "a public home in the district, on the terms of special hardship"),
    note=REPORTED,
)
