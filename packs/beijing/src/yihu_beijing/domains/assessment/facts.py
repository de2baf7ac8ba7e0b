"""What the assessment of an elder's ability records: GB/T 42195-2022, tables B.1 to B.4 and section C of its report.

Twenty-six items, each with the score the assessor gave: 0 is the worst, the highest score (the range of the fact) the best.
The wording of single scores is given where the collected policy facts give it; the form decides.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from yihu.engines.rules import Entity, fact

DEPENDENCE = (
    "一般为：4 独立完成；3 需指导或提示；2 需协助，以自身为主；1 主要依靠他人；0 完全依赖",
    "usually 4 alone, 3 with guidance or prompts, 2 helped but mostly oneself, 1 mostly by others, 0 wholly dependent",
)

COMA = ("0至2分，0为昏迷，此时其余项目可不评", "0 to 2; 0 is coma, then the rest may stay open")


def item(zh: str, en: str, high: int, group: str, help: tuple[str, str] | None = None) -> Any:
    """One item of the form, scored 0 to ``high``."""
    shown = help or (f"0至{high}分，分高为好，各分值以评估表为准", f"0 to {high}, higher is better; as the form says")
    ask = (f"{zh}得几分（0至{high}）？", f"Score for {en} (0 to {high})?")
    return fact(zh=zh, en=en, low=0, high=high, ask=ask, group=group, help=shown)


class SelfCareItems(Entity):
    """B.1 自理能力, 32 in all."""

    eating: int = item("进食", "eating", 4, "self_care")
    grooming: int = item("修饰", "grooming", 4, "self_care", DEPENDENCE)
    bathing: int = item("洗澡", "bathing", 4, "self_care", DEPENDENCE)
    dressing_upper: int = item("穿/脱上衣", "putting on and off a top", 4, "self_care", DEPENDENCE)
    dressing_lower: int = item(
        "穿/脱裤子和鞋袜", "putting on and off trousers, shoes and socks", 4, "self_care", DEPENDENCE
    )
    bladder: int = item("小便控制", "control of urine", 4, "self_care")
    bowel: int = item("大便控制", "control of stool", 4, "self_care")
    toileting: int = item("如厕", "using the toilet", 4, "self_care", DEPENDENCE)


class MobilityItems(Entity):
    """B.2 基础运动能力, 15 in all."""

    bed_mobility: int = item("床上体位转移", "changing position in bed", 4, "mobility", DEPENDENCE)
    transfer: int = item("床椅转移", "moving between bed and chair", 4, "mobility", DEPENDENCE)
    walking: int = item("平地行走", "walking on the level", 4, "mobility")
    stairs: int = item("上下楼梯", "stairs", 3, "mobility")


class MindItems(Entity):
    """B.3 精神状态, 28 in all."""

    time_orientation: int = item("时间定向", "orientation in time", 4, "mind")
    place_orientation: int = item("空间定向", "orientation in space", 4, "mind")
    person_orientation: int = item("人物定向", "recognising persons", 4, "mind")
    memory: int = item("记忆", "memory", 4, "mind")
    understanding: int = item("理解能力", "understanding", 4, "mind")
    expression: int = item("表达能力", "expression", 4, "mind")
    aggression: int = item("攻击行为", "aggressive behaviour", 1, "mind")
    depression: int = item("抑郁症状", "signs of depression", 1, "mind")
    consciousness: int = item("意识水平", "consciousness", 2, "mind", COMA)


class SenseItems(Entity):
    """B.4 感知觉与社会参与, 15 in all."""

    sight: int = item("视力", "sight", 2, "senses")
    hearing: int = item("听力", "hearing", 2, "senses")
    daily_affairs: int = item("执行日常事务", "daily affairs", 4, "senses")
    transport: int = item("使用交通工具外出", "going out by transport", 3, "senses")
    social: int = item("社会交往能力", "dealing with people", 4, "senses")


def risk(zh: str, en: str) -> Any:
    """How often one kind of care risk event happened in the 30 days before the assessment."""
    ask = (f"近30天内{zh}几次？", f"{en.capitalize()}: how many times in the last 30 days?")
    return fact(zh=f"近30天{zh}次数", en=f"{en} in the last 30 days", low=0, high=100, ask=ask, group="risk", usual=0)


class Assessment(SelfCareItems, MobilityItems, MindItems, SenseItems, zh="能力评估", en="assessment"):
    """One assessment of one elder's ability."""

    dementia: bool = fact(
        zh="确诊痴呆（F00至F03）", en="diagnosed dementia (F00 to F03)", usual=False, group="illness",
        ask=("是否确诊为痴呆（F00至F03）？", "Is there a diagnosis of dementia (F00 to F03)?"),
    )  # fmt: skip
    mental_disorder: bool = fact(
        zh="确诊其他精神和行为障碍（F04至F99）", en="diagnosed other mental disorder (F04 to F99)", usual=False, group="illness",
        ask=("是否确诊为其他精神和行为障碍（F04至F99）？", "Is there a diagnosis of another mental disorder (F04 to F99)?"),
    )  # fmt: skip
    falls: int = risk("跌倒", "falls")
    lost: int = risk("走失", "getting lost")
    choking: int = risk("噎食", "choking on food")
    self_harm: int = risk("自杀、自伤", "suicide attempts or self-harm")
    other_events: int = risk("其他照护风险事件", "other care risk events")
    assessed_on: date = fact(
        zh="评估日期", en="day of the assessment", ask=("评估是哪天做的？", "When was it assessed?")
    )
