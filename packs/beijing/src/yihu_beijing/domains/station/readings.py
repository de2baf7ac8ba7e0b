"""Readings of the subsidies of stations that lost: the reasons stand in the decision of that number."""

from __future__ import annotations

from yihu.engines.rules import Money, rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.domains.station.facts import Area, Station
from yihu_beijing.domains.station.rules import basic_amount, by_head, flat_paid, new_station
from yihu_beijing.law import Law


@rule(
    cites="社区养老服务驿站运营扶持办法",
    zh="农村驿站，签约人数不超过定额线",
    en="rural, and no more signed than the line of the flat sum",
    note=("决定0183的另一读法", "the other reading of decision 0183"),
)
def flat_up_to_the_line(station: Station, law: Law) -> bool:
    return station.area == Area.RURAL and station.signed <= law.stations_flat_below


@rule(
    cites="社区养老服务驿站运营扶持办法",
    zh="开业不到三年的驿站，不论何时开业",
    en="any station in its first three years",
    note=("决定0184的另一读法", "the other reading of decision 0184"),
)
def new_whenever_opened(station: Station, law: Law) -> bool:
    return station.opened <= law.last_day


@rule(
    cites="社区养老服务驿站运营扶持办法",
    zh="驿站基础补贴（定额与按人计择高）",
    en="basic subsidy, the higher of flat sum and by head",
    unit="CNY/month",
    note=("决定0186的另一读法", "the other reading of decision 0186"),
)
def basic_the_higher(station: Station, law: Law) -> Money:
    return max(law.stations_flat, by_head(station, law)) if flat_paid(station, law) else by_head(station, law)


READINGS = (
    Reading(
        id="0183-eighty-signed-flat",
        zh="正好签约80人的农村驿站领定额",
        en="a rural station with exactly eighty signed is paid the flat sum",
        replaced={flat_paid: flat_up_to_the_line},
    ),
    Reading(
        id="0184-new-whenever-opened",
        zh="办法施行前开业的驿站在头三年内也领连锁补贴",
        en="stations opened before the measures have the chain subsidy for the rest of their three years",
        replaced={new_station: new_whenever_opened},
    ),
    Reading(
        id="0186-the-higher",
        zh="定额是保底，按人计更高时按人计",
        en="the flat sum is a floor: by head where that is more",
        replaced={basic_amount: basic_the_higher},
    ),
)
