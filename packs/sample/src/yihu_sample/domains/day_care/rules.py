"""云民示〔2023〕3号, in the order of its made-up articles: money once a year, money once, a service in kind, an answer.

The unit of an amount says how often it is paid: ``CNY/year`` every year, ``CNY`` once. Left out: nothing.
"""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Money, Number, Programme, divide, round_up, rule
from yihu_sample.domains.day_care.facts import DayCare
from yihu_sample.law import Law


@rule(
    cites="云民示〔2023〕3号 二",
    words=("席位不少于", "全年开放不少于"),
    zh="席位和开放天数达到要求",
    en="seats enough and days enough",
)
def open_enough(place: DayCare, law: Law) -> bool:
    return place.seats >= law.day_care_seats and place.days_open >= law.day_care_days


@rule(
    cites="云民示〔2023〕3号 二",
    words=("每个席位每年", "最多按40个席位计算"),
    zh="运营补助金额",
    en="amount of the operating subsidy",
    unit="CNY/year",
)
def operating_amount(place: DayCare, law: Law) -> Money:
    return law.day_care_seat_amount * min(place.seats, law.day_care_most_seats)


@rule(cites="云民示〔2023〕3号 三", words="当年新开办", zh="新开办且达到要求", en="new, and up to the requirements")
def opened(place: DayCare, law: Law) -> bool:
    return place.new and open_enough(place, law)


@rule(
    cites="云民示〔2023〕3号 三",
    words="一次性发给开办补助",
    zh="开办补助金额",
    en="amount of the opening subsidy",
    unit="CNY",
)
def opening_amount(place: DayCare, law: Law) -> Money:
    return law.day_care_opening_amount


@rule(
    cites="云民示〔2023〕3号 四",
    words="每5名失能老年人",
    zh="至少应配护理员",
    en="carers needed at least",
    places=0,
    note=("不足5名的按1名配备", "one more for a part of five"),
)
def carers_needed(place: DayCare, law: Law) -> Number:
    return round_up(divide(place.dependent, law.day_care_elders_a_carer, places=2), 0)


@rule(cites="云民示〔2023〕3号 五", words="护理员配备达到前条要求", zh="护理员配备达到要求", en="carers enough")
def staffed(place: DayCare, law: Law) -> bool:
    return place.carers >= carers_needed(place, law)


OPERATING = Programme(
    id="day_care_operating",
    of=DayCare,
    zh="日间照料点运营补助",
    en="operating subsidy of a day-care place",
    eligible=open_enough,
    amount=operating_amount,
    cites="云民示〔2023〕3号 二",
    since=date(2023, 1, 1),
)

OPENING = Programme(
    id="day_care_opening",
    of=DayCare,
    zh="日间照料点开办补助",
    en="opening subsidy of a day-care place",
    eligible=opened,
    amount=opening_amount,
    cites="云民示〔2023〕3号 三",
    since=date(2023, 1, 1),
)

MEALS = Programme(
    id="day_care_meals",
    of=DayCare,
    zh="午餐免费配送",
    en="lunch delivered free of charge",
    eligible=staffed,
    service=("工作日午餐由市里免费配送", "lunch on working days, delivered free of charge by the city"),
    cites="云民示〔2023〕3号 五",
    since=date(2023, 1, 1),
)

PROGRAMMES = (OPERATING, OPENING, MEALS)

ANSWERS = (carers_needed,)
