"""Figures are found in a text in any form that Chinese law writes them in, and numbering is not taken for a figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yihu.engines.rules.written import days, stands

WRITTEN = [
    ("1450", "", "调整为1450元"),
    ("1450", "", "调整为1,450元"),
    ("30000", "", "在3万元以上"),
    ("30000", "", "２０００元(含)到３万元(含)的"),
    ("30000", "", "三万元"),
    ("50000", "", "3-5万元"),
    ("30000", "", "3-5万元"),
    ("0.2", "", "按20%给予"),
    ("0.2", "", "百分之二十"),
    ("0.2", "", "两成"),
    ("0.005", "", "千分之五"),
    ("0.33", "", "三分之一"),
    ("0.5", "", "减半缴纳"),
    ("1.5", "", "不低于标准的1.5倍"),
    ("1.5", "", "一倍半"),
    ("1.8", "", "低保标准180%的"),
    ("0.1", "", "提高10个百分点"),
    ("1", "", "按标准全额"),
    ("80", "year", "80周岁至89周岁"),
    ("60", "year", "年满六十周岁"),
    ("24", "month", "二十四个月"),
    ("24", "month", "24个月"),
    ("24", "month", "两年内"),
    ("1", "year", "连续12个月"),
    ("2", "", "残疾等级为一、二级的"),
    ("3", "", "三四级"),
    ("4", "", "三四级"),
    ("600", "", "600(含)元"),
    ("1.20", "", "1.2倍"),
]


@pytest.mark.parametrize(("figure", "unit", "text"), WRITTEN)
def test_a_figure_stands_in_every_written_form(figure: str, unit: str, text: str) -> None:
    assert stands(Decimal(figure), unit, text)


ABSENT = [
    ("145", "", "1450元"),
    ("450", "", "1,450元"),
    ("80", "", "180周岁"),
    ("5", "", "1.5倍"),
    ("20", "", "20%"),
    ("3", "", "3万元"),
    ("12", "", "第十二条规定的"),
    ("445", "", "(京民社救发〔2018〕445号)"),
    ("2", "", "《2号办法》"),
    ("24", "", "两年内"),
    ("0.34", "", "三分之一"),
    ("1", "", "没有数字"),
]


@pytest.mark.parametrize(("figure", "unit", "text"), ABSENT)
def test_part_of_another_figure_or_a_number_of_an_article_does_not_count(figure: str, unit: str, text: str) -> None:
    assert not stands(Decimal(figure), unit, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("自2019年10月1日起", date(2019, 10, 1)),
        ("从2024年7月施行", date(2024, 7, 1)),
        ("二〇一一年十一月二十九日", date(2011, 11, 29)),
        ("2026-02-28止", date(2026, 2, 28)),
    ],
)
def test_days_are_read(text: str, day: date) -> None:
    assert stands(day, "", text)
    assert days("2019年13月1日") == set()


@given(st.integers(0, 10**7))
def test_a_whole_number_stands_as_it_is_printed(number: int) -> None:
    assert stands(number, "", f"补贴标准为每人每月{number}元。")
    assert stands(number, "", f"补贴标准为每人每月{number:,}元。")
    assert not stands(number + 1, "", f"补贴标准为每人每月{number}元。")


@given(st.text("0123456789一二三十百千万亿分之.,%％成半年月日()（）-至", max_size=30))
def test_any_text_can_be_read(text: str) -> None:
    assert stands(Decimal("123456.78"), "", text) in (True, False)
    assert days(text) is not None
