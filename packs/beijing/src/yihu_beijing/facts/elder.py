"""What services for elders ask of a person."""

from __future__ import annotations

from yihu.engines.rules import Choice, Entity, Money, fact


class WelfareHome(Choice):
    """The home, if any, that somebody lives in."""

    NONE = "none", "居家（未入住机构）", "lives at home"
    PUBLIC = "public", "公办养老机构或福利机构", "public elder or welfare home"
    NON_PROFIT = "non_profit", "社会办非营利性养老机构", "private non-profit elder home"
    FOR_PROFIT = "for_profit", "社会办营利性养老机构", "private elder home for profit"


class PersonElder(Entity):
    """What services for elders ask of a person."""

    welfare_home: WelfareHome = fact(
        zh="入住的养老机构或福利机构",
        en="elder or welfare home lived in",
        group="elder_services",
        usual=WelfareHome.NONE,
    )
    basic_elder_care: bool = fact(
        zh="基本养老服务对象", en="entitled to basic elder services", group="elder_services", usual=False,
        help=("由区民政认定", "as recognised by the district"),
    )  # fmt: skip
    meal_spending: Money = fact(
        zh="当日在养老助餐点午餐或晚餐的消费额", en="spent on lunch or dinner at a meal point that day", unit="CNY/day", high=1_000,
        group="elder_services", usual=0,
        help=("不在助餐点用餐填0", "0 for somebody who does not eat there"),
    )  # fmt: skip
    meal_delivery_found: bool = fact(
        zh="经街道（乡镇）评估确需送餐到家", en="found by the street or township to need meals brought to the door",
        group="elder_services", usual=False,
        help=(
            "行动不便、家中确实无人到助餐点取餐的，可以请街道（乡镇）评估",
            "for those who move badly and have nobody to fetch the meal; the street or township assesses it",
        ),
    )  # fmt: skip
    adaptation_need: bool = fact(
        zh="有适老化改造需求", en="needs the home to be adapted", group="elder_services", usual=False
    )
    adaptation_class: bool = fact(
        zh="属于所在区适老化改造补贴范围", en="in the district's classes for adapting homes", group="elder_services",
        help=("如经济困难、独居等类型，由各区明确", "such as hardship or living alone; each district names them"),
    )  # fmt: skip


class HomeElder(Entity):
    """What services for elders ask of a family."""

    meal_points_paid: bool = fact(
        zh="所在区对养老助餐点发放运营补贴", en="the district pays its meal points", group="elder_services",
        help=("各区可以决定是否建立", "each district may decide"),
    )  # fmt: skip
