"""What the subsidies of community elder-care stations (社区养老服务驿站) need to know of a station in a month."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules import Choice, Entity, fact

MEALS_HELP = (
    "当月实际助餐的人数逐日相加，同一人一天只计一次；午餐或晚餐",
    "people who had lunch or dinner, added up over the days of the month, each person once a day",
)


class Area(Choice):
    """Where a station lies: the subsidies differ."""

    URBAN = "urban", "城区", "urban"
    RURAL = "rural", "农村", "rural"


class Station(Entity, zh="驿站", en="station"):
    """A community elder-care station."""

    operating: bool = fact(
        zh="正常运营", en="operating", usual=True, ask=("本月是否正常运营？", "Is it operating this month?"), group="station"
    )  # fmt: skip
    area: Area = fact(
        zh="城乡", en="urban or rural", ask=("位于城区还是农村？", "Is it urban or rural?"), group="station"
    )
    signed: int = fact(
        zh="签约的基本养老服务对象人数", en="entitled elders signed with it", high=10_000, group="station",
        ask=("与多少名基本养老服务对象签了约？", "How many elders entitled to basic services are signed with it?"),
    )  # fmt: skip
    stars: int = fact(
        zh="星级", en="stars", low=0, high=5, group="station",
        ask=("评为几星（没有评定写0）？", "How many stars (0 where not rated)?"),
    )  # fmt: skip
    chain: bool = fact(
        zh="连锁运营", en="run as part of a chain", usual=False, ask=("是否连锁运营？", "Is it part of a chain?"), group="chain"
    )  # fmt: skip
    opened: date = fact(zh="开业日期", en="day of opening", ask=("哪天开业的？", "When did it open?"), group="chain")
    meal_point: bool = fact(
        zh="纳入管理的养老助餐点", en="registered meal point", usual=False, group="meals",
        ask=("是否为纳入统一管理的养老助餐点？", "Is it a registered meal point for elders?"),
    )  # fmt: skip
    meal_points_paid: bool = fact(
        zh="本区建立了助餐点运营补贴", en="the district pays meal points", group="meals",
        help=("由各区决定", "for the district to decide"),
        ask=("本区是否建立了养老助餐点运营补贴制度？", "Has the district set up the subsidy of meal points?"),
    )  # fmt: skip
    meals: int = fact(
        zh="助餐人次（人·天）", en="people fed (person-days)", unit="day/month", high=1_000_000, group="meals", help=MEALS_HELP,
        ask=("当月助餐多少人次（每人每天一次）？", "How many people had a meal, each counted once a day?"),
    )  # fmt: skip
    meal_fraud: bool = fact(
        zh="经核实编报虚假就餐信息", en="found to have reported false meals", usual=False, group="meals",
        ask=("是否经核实编报过虚假就餐信息？", "Was it found to have reported false meals?"),
    )  # fmt: skip
