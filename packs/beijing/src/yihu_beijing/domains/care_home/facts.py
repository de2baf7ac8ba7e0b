"""What the operating subsidies of elder homes (养老机构) need to know of a home in a month."""

from __future__ import annotations

from yihu.engines.rules import Entity, fact

MONTH_HELP = ("入住满15天按一个月计（疫情期间补贴）", "fifteen days count as a month (help during the epidemic)")


class CareHome(Entity, zh="养老机构", en="elder home"):
    """An elder home."""

    private_nonprofit: bool = fact(
        zh="社会力量兴办的非营利性养老机构", en="private and not for profit",
        ask=("是否为社会力量兴办的非营利性养老机构？", "Is it private and not for profit?"),
    )  # fmt: skip
    self_caring: int = fact(
        zh="生活能够自理的老人数", en="self-caring residents", high=10_000,
        ask=("入住的生活能够自理的老人有多少？", "How many residents care for themselves?"),
    )  # fmt: skip
    dependent: int = fact(
        zh="生活不能完全自理的老人数", en="residents not fully self-caring", high=10_000,
        ask=("入住的生活不能完全自理的老人有多少？", "How many residents do not fully care for themselves?"),
    )  # fmt: skip
    stayed: int = fact(
        zh="当月入住满15天的老人数", en="residents who stayed fifteen days or more", high=20_000, help=MONTH_HELP,
        ask=("当月入住满15天的老人有多少？", "How many residents stayed fifteen days or more this month?"),
    )  # fmt: skip
