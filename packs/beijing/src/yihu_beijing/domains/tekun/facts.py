"""What an inquiry into special hardship (特困) records: the duty-bearers of the person, one by one, and six items of self-care."""

from __future__ import annotations

from datetime import date
from typing import Any

from yihu.engines.rules import Entity, Many, Money, fact, many, up
from yihu_beijing.choices import Disability


class Bearer(Entity, zh="法定义务人", en="duty-bearer"):
    """One who by law owes maintenance to the person, in the same home or not."""

    inquiry: Inquiry = up()
    birth: date = fact(
        zh="出生日期", en="date of birth", ask=("出生日期是哪天？", "When were they born?"), group="bearer"
    )
    in_special_hardship: bool = fact(zh="是特困人员", en="is in special hardship", usual=False, group="bearer")
    on_allowance: bool = fact(zh="是低保对象", en="is on 低保", usual=False, group="bearer")
    disability: Disability = fact(zh="残疾类别", en="kind of disability", usual=Disability.NONE, group="bearer")
    disability_grade: int = fact(
        zh="残疾等级", en="grade of disability", high=4, usual=0, group="bearer",
        help=("一级最重；没有残疾证填0", "1 is the gravest; 0 without a certificate"),
    )  # fmt: skip
    incapable: bool = fact(
        zh="无民事行为能力、被宣告失踪或在监狱服刑", usual=False, group="bearer",
        en="without civil capacity, declared missing, or in prison",
    )  # fmt: skip
    year_income: Money = fact(
        zh="本人近12个月收入", en="own income of the last 12 months", unit="CNY", high=100_000_000, group="bearer"
    )
    assets_low: bool = fact(
        zh="财产符合低收入家庭财产状况规定", en="assets within the limits of low-income families", group="bearer"
    )
    found_unable: bool = fact(
        zh="经核查没有供养、照料或监护能力", en="found unable to support, to care or to be a guardian", usual=False,
        group="bearer", help=("24号第十条的其他情形，由街道（乡镇）核查", "other cases of 24号 article 10, as the street finds"),
    )  # fmt: skip


def item(zh: str, en: str) -> Any:
    """One of the six items of self-care (第二十一条)."""
    ask = (f"能否自主{zh}？", f"{en.capitalize()}: can they do it by themselves?")
    return fact(zh=f"能自主{zh}", en=f"can do by themselves: {en}", ask=ask, group="self_care")


class Inquiry(Entity, zh="核查", en="inquiry"):
    """The inquiry into one person."""

    bearers: Many[Bearer] = many(Bearer, zh="法定义务人", en="duty-bearers", most=20)
    eats: bool = item("吃饭", "eating")
    dresses: bool = item("穿衣", "dressing")
    gets_up: bool = item("上下床", "getting in and out of bed")
    uses_toilet: bool = item("如厕", "using the toilet")
    walks: bool = item("室内行走", "walking indoors")
    bathes: bool = item("洗澡", "bathing")
