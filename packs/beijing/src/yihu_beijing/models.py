"""Typical families on which a reform is shown: the wage of the first member varies, all else stays.

They are made up to show the law's shape, not drawn from anybody. Facts that are not written are as usual.
"""

from __future__ import annotations

from typing import Any

from yihu.pack import Model

NOTHING: dict[str, Any] = {
    "wage": 0, "business_income": 0, "pension": 0, "property_income": 0, "other_income": 0, "studies": "不在校",
    "employment": "无业",
}  # fmt: skip
POOR: dict[str, Any] = {"money_assets": 0, "vehicles": 0, "homes": 1}


def _family(*members: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return {**POOR, **facts, "members": [{**NOTHING, **member} for member in members]}


EARNER = {"relation": "本人", "birth": "1984-03-01", "sex": "女", "employment": "单位在职职工"}
PARTNER = {"relation": "配偶", "birth": "1983-06-01", "sex": "男"}
PUPIL = {"relation": "子女", "birth": "2014-09-01", "sex": "男", "studies": "义务教育"}

MODELS = (
    Model("单身一人，有工资", "one person alone, with a wage", _family(EARNER)),
    Model(
        "夫妻和一个上小学的孩子，一人有工资",
        "a couple with a child at school, one wage",
        _family(EARNER, PARTNER, PUPIL),
    ),
    Model("单亲带一个上小学的孩子", "one parent with a child at school", _family(EARNER, PUPIL, single_parent=True)),
    Model(
        "夫妻，一人有工资，一人肢体残疾二级",
        "a couple, one with a wage, one with a physical disability of grade 2",
        _family(EARNER, {**PARTNER, "disability": "肢体残疾", "disability_grade": 2}),
    ),
)
