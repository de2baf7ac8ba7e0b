"""市场租房补贴: subsidy of the rent of a home on the market.

Documents: 京建法〔2015〕19号 (“19号”, in force 2015-11-16) and 京建法〔2020〕6号 (“6号”, from 2020-08-01). 一 who, 二 how much
by class and size; 6号 二(三)、(四) raise the class. The table of 6号 is an image on the official page: its figures are those
reported (decision 0168). Until July 2020 the four outer districts set income, assets and amounts themselves: facts stand for them
(decision 0167).

Left out: more that a district may pay (19号 三, 6号 三(五)), families of the older 廉租 subsidy (19号 四), review (6号 三(二)),
proof that the rented home is lawful (19号 一(一): part of the fact), halls of collective land (6号 三(三)), who bears the cost.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Programme, round_half_up, rule
from yihu_beijing.facts import Home
from yihu_beijing.facts.housing import HousingArea, Tenancy
from yihu_beijing.law import Law
from yihu_beijing.programmes.housing.family import (
    dibao_or_tekun,
    family_in_special_need,
    housing_income_per_head,
    housing_people,
    low_income_recognised,
    net_assets_within,
    no_home_here,
    of_outer_district,
    town_family,
)

# 一 who


@rule(
    cites="京建法〔2015〕19号 一(二)、二(二)；京建法〔2020〕6号 一",
    words=("由区县人民政府自行确定", "本市城镇户籍家庭同时具备以下条件"),
    zh="条件和标准由区自行确定",
    en="the district sets conditions and amounts itself",
    note=("2020年8月起全市统一", "one for the whole city from August 2020"),
)
def market_by_district(home: Home, law: Law) -> bool:
    return law.housing_market_by_district and of_outer_district(home, law)


@rule(
    cites="京建法〔2015〕19号 一(一)1、3、(二)；京建法〔2020〕6号 一(一)、(三)",
    words=("家庭人均月收入不高于2400元", "家庭人均月收入不高于4200元"),
    zh="收入和资产符合条件",
    en="income and assets within the limits",
)
def market_means_within(home: Home, law: Law) -> bool:
    if market_by_district(home, law):
        return home.district_qualifies
    return housing_income_per_head(home, law) <= law.housing_market_income and net_assets_within(home, law)


@rule(
    cites="京建法〔2015〕19号 一(一)2；京建法〔2020〕6号 一(二)",
    words=("申请家庭成员在本市均无住房", "且在本市生活"),
    zh="在本市无住房，并在本市生活",
    en="no home in the city and lives in it",
)
def without_home_living_here(home: Home, law: Law) -> bool:
    return no_home_here(home, law) and (home.lives_here or not law.housing_market_lives_here)


@rule(
    cites="京建法〔2015〕19号 一(一)、二(一)；京建法〔2020〕6号 一、二(二)",
    words=("可以申请市场租房补贴", "应在本市行政区域内租赁住房，签订房屋租赁合同"),
    zh="符合市场租房补贴条件",
    en="conditions of the market rent subsidy",
)
def market_eligible(home: Home, law: Law) -> bool:
    return (
        home.tenancy == Tenancy.MARKET
        and town_family(home, law)
        and without_home_living_here(home, law)
        and market_means_within(home, law)
    )


# 二 how much


@rule(
    cites="京建法〔2015〕19号 二(一)；京建法〔2020〕6号 二(一)",
    words=("人均月收入1200元及以下的家庭", "根据保障家庭人口结构、收入水平分档确定"),
    zh="原档次",
    en="class before any rise",
)
def market_class_first(home: Home, law: Law) -> int:
    if dibao_or_tekun(home, law):
        return 1
    if low_income_recognised(home, law):
        return 2
    per_head = housing_income_per_head(home, law)
    if per_head <= law.housing_market_third:
        return 3
    elif per_head <= law.housing_market_fourth:
        return 4
    return 5 if per_head <= law.housing_market_fifth else 6


@rule(
    cites="京建法〔2020〕6号 二(四)",
    words="东城区和西城区家庭租赁城六区以外的房源",
    zh="核心区家庭租赁城六区以外房源",
    en="family of the core that rents outside the six central districts",
)
def moves_out_of_core(home: Home, law: Law) -> bool:
    return home.housing_area == HousingArea.CORE and home.rents_outside


@rule(
    cites="京建法〔2020〕6号 二(三)、(四)",
    words=("提高一档市场租房补贴标准", "可提高两档市场租房补贴标准"),
    zh="提高的档数",
    en="classes of rise",
    note=("两种情形同时符合的相加（决定0169）", "both are added where both apply (decision 0169)"),
)
def market_rise(home: Home, law: Law) -> int:
    special = law.housing_market_raise_special if family_in_special_need(home, law) else 0
    core = law.housing_market_raise_core if moves_out_of_core(home, law) else 0
    return special + core


@rule(
    cites="京建法〔2020〕6号 二(三)、(四)",
    words=("且市场租房补贴标准低于第一档的家庭", "提高后的租房补贴标准不超过第一档补贴标准"),
    zh="补贴档次",
    en="class of the subsidy",
)
def market_class(home: Home, law: Law) -> int:
    first = market_class_first(home, law)
    return max(first - market_rise(home, law), 1) if first > 1 else first


@rule(
    cites="京建法〔2015〕19号 二(一)；京建法〔2020〕6号 二(一)",
    words=("2人及以下户", "根据保障家庭人口结构、收入水平分档确定"),
    zh="二人及以下户的标准",
    en="amount of up to two people",
    unit="CNY/month",
)
def market_small(home: Home, law: Law) -> Money:
    found = market_class(home, law)
    if found <= 1:
        return law.housing_market_small_1
    elif found <= 2:
        return law.housing_market_small_2
    elif found <= 3:
        return law.housing_market_small_3
    elif found <= 4:
        return law.housing_market_small_4
    return law.housing_market_small_5 if found <= 5 else law.housing_market_small_6


@rule(
    cites="京建法〔2015〕19号 二(一)；京建法〔2020〕6号 二(一)",
    words=("3人及以上户", "根据保障家庭人口结构、收入水平分档确定"),
    zh="三人及以上户的标准",
    en="amount of three people or more",
    unit="CNY/month",
)
def market_large(home: Home, law: Law) -> Money:
    found = market_class(home, law)
    if found <= 1:
        return law.housing_market_large_1
    elif found <= 2:
        return law.housing_market_large_2
    elif found <= 3:
        return law.housing_market_large_3
    elif found <= 4:
        return law.housing_market_large_4
    return law.housing_market_large_5 if found <= 5 else law.housing_market_large_6


@rule(
    cites="京建法〔2015〕19号 二(一)；京建法〔2020〕6号 二(一)",
    words=("实行统一的市场租房补贴标准", "根据保障家庭人口结构、收入水平分档确定"),
    zh="全市统一的补贴标准",
    en="standard of the city",
    unit="CNY/month",
)
def market_city_standard(home: Home, law: Law) -> Money:
    small = housing_people(home, law) <= law.housing_market_small_people
    return market_small(home, law) if small else market_large(home, law)


@rule(
    cites="京建法〔2015〕19号 二(一)、(二)；京建法〔2020〕6号 二(一)",
    words=("由区县人民政府自行确定", "根据保障家庭人口结构、收入水平分档确定"),
    zh="补贴标准",
    en="standard of the subsidy",
    unit="CNY/month",
    note=(
        "2020年8月起怀柔、平谷、密云、延庆按全市标准的六成（决定0168）",
        "from August 2020 the outer districts pay six tenths of the city's standard (decision 0168)",
    ),
)
def market_standard(home: Home, law: Law) -> Money:
    if of_outer_district(home, law):
        if law.housing_market_by_district:
            return home.district_rent_standard
        return round_half_up(market_city_standard(home, law) * law.housing_market_outer_share, 2)
    return market_city_standard(home, law)


@rule(
    cites="京建法〔2015〕19号 二(一)；京建法〔2020〕6号 二(二)",
    words="按租赁住房租金金额确定租房补贴",
    zh="市场租房补贴",
    en="market rent subsidy",
    unit="CNY/month",
)
def market_amount(home: Home, law: Law) -> Money:
    return min(home.rent, market_standard(home, law))


MARKET_RENT = Programme(
    id="market_rent",
    of=Home,
    zh="市场租房补贴",
    en="market rent subsidy",
    eligible=market_eligible,
    amount=market_amount,
    cites="京建法〔2020〕6号 一；京建法〔2015〕19号 一",
    since=date(2015, 11, 16),
    note=(
        "2020年8月起的标准表为图片，金额据网页转录（决定0168）；区提高的部分未计",
        "the table from August 2020 is an image, amounts as reprinted elsewhere (decision 0168); what districts add is left out",
    ),
)
