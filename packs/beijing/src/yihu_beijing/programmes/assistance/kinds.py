"""Kinds of family and income by which results are grouped: no law, only a way of looking."""

from __future__ import annotations

from yihu.engines.rules import Choice, Money, count, divide, rule
from yihu_beijing.facts import Home
from yihu_beijing.law import Law
from yihu_beijing.programmes.assistance.means import adult, elder, income, severely_disabled


class FamilyKind(Choice):
    """Kind of family, the first that fits."""

    DISABLED = "disabled", "有重度残疾人的家庭", "with a severely disabled member"
    SINGLE_PARENT = "single_parent", "单亲家庭", "one parent with children"
    ELDER_ALONE = "elder_alone", "独居老人", "old person living alone"
    ELDERS = "elders", "只有老年人的家庭", "old people only"
    CHILDREN = "children", "有未成年人的家庭", "with children"
    OTHER = "other", "其他家庭", "other"


@rule(cites="分组，非法定", zh="家庭类型", en="kind of family")
def family_kind(home: Home, law: Law) -> FamilyKind:
    """The first kind that fits."""
    if any(severely_disabled(m, law) for m in home.members):
        return FamilyKind.DISABLED
    if home.single_parent:
        return FamilyKind.SINGLE_PARENT
    if all(elder(m, law) for m in home.members):
        return FamilyKind.ELDER_ALONE if len(home.members) == 1 else FamilyKind.ELDERS
    if count(not adult(m, law) for m in home.members) > 0:
        return FamilyKind.CHILDREN
    return FamilyKind.OTHER


@rule(cites="分组，非法定", zh="全部成员的人均收入", en="income per head of all members", unit="CNY/month")
def income_of_all(home: Home, law: Law) -> Money:
    """Everybody in the family counts, registered in Beijing or not."""
    return divide(sum(income(m, law) for m in home.members), len(home.members), places=2, if_zero=0)
