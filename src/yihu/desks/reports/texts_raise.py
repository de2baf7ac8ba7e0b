"""What the page of a reform says about earning more: cliffs in the city, and typical families."""

from __future__ import annotations

RAISE: dict[str, tuple[str, str]] = {
    "raise_head": ("多挣一百元，能留下多少（收入悬崖）", "What is left of a hundred yuan more (cliffs)"),
    "raise_caption": (
        "正在享受待遇又有工资的家庭，工资每月增加100元以后",
        "Families with support and a wage, after the wage rises by 100 yuan a month",
    ),
    "raise_class": ("待遇的变化", "what happens to support"),
    "raise_0": ("待遇不减", "loses nothing"),
    "raise_1": ("减少不到50元", "loses less than 50 yuan"),
    "raise_2": ("减少50元以上，不到100元", "loses 50 yuan or more, but not all of it"),
    "raise_3": ("正好减少100元，白挣", "loses exactly 100: nothing is left"),
    "raise_4": ("减少超过100元，越挣越少（悬崖）", "loses more than 100: ends up with less (a cliff)"),
    "raise_mean": ("平均减少（元）", "lost on average (yuan)"),
    "raise_families": ("户数", "families"),
    "before": ("改革前", "before"),
    "after": ("改革后", "after"),
    "raise_says": (
        "条形图：工资增加100元以后待遇减少的家庭，悬崖改革前 {before} 户，改革后 {after} 户。数字见下表。",
        "Bar chart of what families lose when a wage rises by 100 yuan; at a cliff {before} before and {after} after. Figures "
        "are in the table below.",
    ),
    "raise_note": (
        "每户只把第一个有工资的人的工资提高100元，其他不变；算的是全部待遇都落实以后的金额。不按月发放的不计。",
        "In each family only the first wage rises by 100 yuan; amounts are those once all support is granted. What is not "
        "paid monthly is left out.",
    ),
    "models_head": ("几种典型家庭：工资与到手的钱", "Typical families: the wage, and what they have in hand"),
    "models_note": (
        "典型家庭是编写的例子。曲线下降的地方就是悬崖：多挣反而少得。",
        "These families are made up. Where a curve falls is a cliff: earning more leaves less.",
    ),
    "model_caption": ("{name}：悬崖在哪里", "{name}: where the cliffs are"),
    "model_chart": ("{name}", "{name}"),
    "model_says": (
        "折线图：{name}，工资从0到{end}元时工资加待遇的总额，改革前后各一条线。悬崖见下表。",
        "Line chart for {name}: wage and support together for wages from 0 to {end} yuan, before and after. The cliffs are in "
        "the table below.",
    ),
    "model_hand": ("到手（元/月）", "in hand (yuan a month)"),
    "model_flat": ("白挣的区间（工资 元/月）", "where earning more brings nothing (wages, yuan a month)"),
    "model_law": ("哪一种政策", "under which law"),
    "model_cliffs": ("悬崖", "cliffs"),
    "model_fall": ("工资到{wage}元时到手减少{loss}元", "at a wage of {wage} yuan {loss} less in hand"),
    "model_none": ("没有悬崖", "no cliff"),
    "model_support": ("工资为0时的待遇（元/月）", "support without a wage (yuan a month)"),
    "model_ends": ("待遇终止时的工资（元/月）", "wage at which support ends (yuan a month)"),
}
