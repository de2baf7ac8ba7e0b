"""What the law must know of a day-care place."""

from __future__ import annotations

from yihu.engines.rules import Entity, fact


class DayCare(Entity, zh="日间照料点", en="day-care place"):
    """A place that looks after elders by day."""

    seats: int = fact(zh="席位数", en="seats", high=500, ask=("有多少个席位？", "How many seats does it have?"))
    days_open: int = fact(
        zh="全年开放天数", en="days open a year", unit="day", high=366,
        ask=("一年开放多少天？", "On how many days of the year is it open?"),
    )  # fmt: skip
    new: bool = fact(zh="当年新开办", en="opened this year", ask=("是否当年新开办？", "Was it opened this year?"))
    dependent: int = fact(
        zh="失能老年人数", en="elders who need care", high=500,
        ask=("照料多少名失能老年人？", "How many elders who need care does it look after?"),
    )  # fmt: skip
    carers: int = fact(zh="护理员数", en="carers", high=500, ask=("有多少名护理员？", "How many carers work there?"))
