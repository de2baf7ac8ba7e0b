"""What the national rules ask of a family and of a person where the text of Beijing is silent.

刚性支出困难家庭认定办法 第四条(四) compares spending with a ratio that each place sets. Beijing's is not in hand, so the
outcome is asked for and presumed of nobody. The six items of self-care (民发〔2021〕43号) serve the reading of decision 0202.
"""

from __future__ import annotations

from yihu.engines.rules import Entity, fact


class PersonNational(Entity):
    """What the national rules ask of a person."""

    self_care_failed: int = fact(
        zh="六项自理指标中不能达到的项数", en="of the six items of self-care, those that cannot be done", high=6, group="health",
        usual=0,
        help=(
            "吃饭、穿衣、上下床、如厕、室内行走、洗澡（民发〔2021〕43号第二十一条）",
            "eating, dressing, getting in and out of bed, toilet, walking indoors, bathing (民发〔2021〕43号 21)",
        ),
    )  # fmt: skip


class HomeNational(Entity):
    """What the national rules ask of a family."""

    hard_spending_confirmed: bool = fact(
        zh="刚性支出占家庭总收入的比例超出本市规定", group="spending",
        en="unavoidable spending above the city's share of the family's income",
        ask=(
            "街道（乡镇）是否确认申请前12个月刚性支出占家庭总收入的比例超出本市规定？",
            "Has the street confirmed that unavoidable spending of the 12 months before is above the city's share of income?",
        ),
        help=(
            "刚性支出含必要生活、医疗、教育、残疾康复等个人负担的支出；本市比例未收集到，以街道确认为准",
            "necessary living, medical, education, rehabilitation costs borne oneself; only the street can tell the city's share",
        ),
    )  # fmt: skip
