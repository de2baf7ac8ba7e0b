"""社区养老服务驿站运营补贴: what the city pays a station to run, in force since 2022-01-01, and the help of spring 2020.

The text of the measures is not in hand: basic, star and chain subsidy are those of reports, and count as reported. The third
year of the chain subsidy is from memory (待核实). 助餐点 after 京民养老发〔2022〕69号 二(四)1, which is in hand. Decisions
0183 (eighty signed), 0184 (what is new), 0186 (the flat sum).

Left out: 托养补贴 (its amounts are not in hand), the subsidies of 2018 (服务流量, 托养流量, 连锁, 运维: amounts not in hand), what
the city gives the districts for meals (1:1, 以奖代补).
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, months_between, rule
from yihu_beijing.domains.station.facts import Area, Station
from yihu_beijing.law import Law

# basic subsidy


@rule(
    cites="社区养老服务驿站运营扶持办法",
    zh="农村驿站，签约人数少于定额线",
    en="rural, and fewer signed than the line of the flat sum",
    note=("正好80人按人计（决定0183）", "eighty signed are paid by head (decision 0183)"),
)
def flat_paid(station: Station, law: Law) -> bool:
    return station.area == Area.RURAL and station.signed < law.stations_flat_below


@rule(
    cites="社区养老服务驿站运营扶持办法",
    zh="按签约人数计的基础补贴",
    en="basic subsidy by head",
    unit="CNY/month",
)
def by_head(station: Station, law: Law) -> Money:
    return law.stations_per_signed * station.signed


@rule(
    cites="社区养老服务驿站运营扶持办法",
    zh="驿站基础补贴",
    en="basic subsidy of a station",
    unit="CNY/month",
    note=("定额不与按人计的择高（决定0186）", "the flat sum is not the higher of the two (decision 0186)"),
)
def basic_amount(station: Station, law: Law) -> Money:
    return law.stations_flat if flat_paid(station, law) else by_head(station, law)


@rule(cites="社区养老服务驿站运营扶持办法", zh="正常运营", en="is operating")
def operating(station: Station, law: Law) -> bool:
    return station.operating


# stars


@rule(cites="社区养老服务驿站运营扶持办法", zh="星级达到补贴线", en="enough stars for a supplement")
def starred(station: Station, law: Law) -> bool:
    return operating(station, law) and station.stars >= law.stations_stars_least


@rule(cites="社区养老服务驿站运营扶持办法", zh="驿站星级补贴", en="star supplement", unit="CNY/month")
def star_amount(station: Station, law: Law) -> Money:
    return law.stations_star_high if station.stars >= law.stations_stars_high else law.stations_star_low


# chains


@rule(
    cites="社区养老服务驿站运营扶持办法",
    zh="开业以来的月数",
    en="months since it opened",
    unit="month",
)
def months_open(station: Station, law: Law) -> int:
    return months_between(station.opened, law.first_day)


@rule(
    cites="社区养老服务驿站运营扶持办法",
    zh="新建驿站（办法施行以后开业）",
    en="new: opened since the measures are in force",
    note=("决定0184", "decision 0184"),
)
def new_station(station: Station, law: Law) -> bool:
    return station.opened >= law.stations_new_since


@rule(cites="社区养老服务驿站运营扶持办法", zh="符合连锁补贴条件", en="conditions of the chain subsidy")
def chain_eligible(station: Station, law: Law) -> bool:
    return (
        operating(station, law)
        and station.chain
        and new_station(station, law)
        and 0 <= months_open(station, law) < law.stations_chain_until
    )


@rule(
    cites="社区养老服务驿站运营扶持办法",
    zh="驿站连锁补贴",
    en="chain subsidy",
    unit="CNY/year",
    note=("从开业当月起算年度", "years are counted from the month of opening"),
)
def chain_amount(station: Station, law: Law) -> Money:
    if months_open(station, law) < law.stations_chain_second:
        return law.stations_chain_first_year
    early = months_open(station, law) < law.stations_chain_third
    return law.stations_chain_second_year if early else law.stations_chain_third_year


# meals: 69号


@rule(
    cites="京民养老发〔2022〕69号 二(四)1、二(五)3",
    words=("探索建立养老助餐点运营补贴制度", "取消养老助餐服务补贴获取资格"),
    zh="符合养老助餐点运营补贴条件",
    en="conditions of the subsidy of meal points",
    note=(
        "“探索”“可”：本区是否建立作为事实询问（决定0156）",
        "districts “explore” it and “may”: asked as a fact (decision 0156)",
    ),
)
def meals_eligible(station: Station, law: Law) -> bool:
    return station.meal_point and station.meal_points_paid and not station.meal_fraud and station.meals > 0


@rule(
    cites="京民养老发〔2022〕69号 二(四)1",
    words="按实际助餐人数给予每人每天3元",
    zh="养老助餐点运营补贴",
    en="operating subsidy of a meal point",
    unit="CNY/month",
)
def meals_amount(station: Station, law: Law) -> Money:
    return law.elder_services_meal_point * station.meals


# spring 2020


@rule(
    cites="新华社2020-05-17报道",
    zh="疫情期间驿站运营补贴",
    en="help for stations during the epidemic",
    unit="CNY/month",
)
def epidemic_amount(station: Station, law: Law) -> Money:
    return law.stations_epidemic_rural if station.area == Area.RURAL else law.stations_epidemic_urban


REPORTED = ("据报道，办法原文未收集到", "as reported; the text of the measures is not in hand")

STATION_BASIC = Programme(
    id="station_basic",
    of=Station,
    zh="驿站基础补贴",
    en="basic subsidy of a station",
    eligible=operating,
    amount=basic_amount,
    cites="社区养老服务驿站运营扶持办法",
    since=date(2022, 1, 1),
    note=REPORTED,
)

STATION_STAR = Programme(
    id="station_star",
    of=Station,
    zh="驿站星级补贴",
    en="star supplement of a station",
    eligible=starred,
    amount=star_amount,
    cites="社区养老服务驿站运营扶持办法",
    since=date(2022, 1, 1),
    note=REPORTED,
)

STATION_CHAIN = Programme(
    id="station_chain",
    of=Station,
    zh="驿站连锁补贴",
    en="chain subsidy of a station",
    eligible=chain_eligible,
    amount=chain_amount,
    cites="社区养老服务驿站运营扶持办法",
    since=date(2022, 1, 1),
    note=REPORTED,
)

STATION_MEALS = Programme(
    id="station_meals",
    of=Station,
    zh="养老助餐点运营补贴",
    en="operating subsidy of a meal point",
    eligible=meals_eligible,
    amount=meals_amount,
    cites="京民养老发〔2022〕69号 二(四)1",
    since=date(2022, 3, 14),
)

STATION_EPIDEMIC = Programme(
    id="station_epidemic",
    of=Station,
    zh="疫情期间驿站运营补贴",
    en="help for stations during the epidemic",
    eligible=operating,
    amount=epidemic_amount,
    cites="新华社2020-05-17报道",
    since=date(2020, 2, 1),
    until=date(2020, 5, 1),
    note=REPORTED,
)

PROGRAMMES = (STATION_BASIC, STATION_STAR, STATION_CHAIN, STATION_MEALS, STATION_EPIDEMIC)
