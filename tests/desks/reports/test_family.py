"""What a family reads: the amount, by how much it was missed, what is still needed, the law behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.desks.reports.samples import (
    NEAR,
    POOR,
    UNSURE,
    burial_money,
    case,
    evaluated,
    family,
    pack,
    recalled_book,
    said,
)
from yihu.desks.reports import family_page
from yihu.engines.rules.book import Rulebook


def test_the_amount_of_each_month_stands_first_with_its_total() -> None:
    shown = said(family(POOR))
    assert shown.index("每月合计") < shown.index("您可以享受") < shown.index("家庭生活补助")
    assert "600 元" in shown or "元/月" in shown


def test_a_near_miss_says_what_is_compared_and_by_how_much() -> None:
    shown = said(family(NEAR))
    assert "只差一个条件" in shown
    assert "家庭月人均收入：880元/月" in shown
    assert "家庭生活补助标准：860元/月" in shown
    assert "只高出20元/月" in shown


def test_a_near_miss_is_said_in_plain_english_too() -> None:
    shown = said(family(NEAR), "en")
    assert "monthly income per head: 880 yuan a month" in shown
    assert "only 20 yuan a month above" in shown


def test_what_equals_the_line_is_said_to_be_equal() -> None:
    exactly = {"savings": 0, "members": [{**NEAR["members"][0], "wage": 860}]}
    assert "正好相等，没有达到要求" in said(family(exactly))


def test_an_age_far_from_the_line_is_no_near_miss() -> None:
    near = said(family(NEAR)).split("下一步")[0]
    assert "高龄津贴" not in near
    seventy_eight = {"savings": 0, "members": [{**NEAR["members"][0], "birth": "1946-05-01", "wage": 2000}]}
    shown = said(family(seventy_eight))
    assert "年龄：78岁" in shown
    assert "只差2岁" in shown


def test_what_cannot_be_told_names_the_missing_facts() -> None:
    shown = said(family(UNSURE))
    assert "还不能判断" in shown
    assert "存款" in shown.split("还不能判断的项目")[0]
    assert "项暂时不能判断，没有计入" in shown


def test_an_unknown_amount_is_never_shown_as_zero() -> None:
    shown = said(family(UNSURE))
    assert "家庭生活补助" not in shown.split("还不能判断")[0]


def test_of_two_that_exclude_each_other_the_lower_is_explained_and_not_a_near_miss() -> None:
    both = {"savings": 10**6, "members": [{**POOR["members"][0], "birth": "1920-01-01", "care": "some"}]}
    shown = said(family(both))
    assert "只能享受一种，已按金额高的计算" in shown
    assert "不重复享受" in shown


def test_a_figure_that_is_only_recalled_is_marked_where_it_is_used() -> None:
    shown = said(family(POOR, book=recalled_book()))
    assert "待核实 用到还没有核对原文的标准：家庭生活补助标准" in shown
    assert "待核实 用到" not in said(family(POOR))


def test_a_month_whose_text_is_not_in_hand_is_marked() -> None:
    later = replace(pack().programmes[0], text_since=date(2025, 3, 1))
    shown = said(family_page(evaluated(POOR, book=Rulebook(pack().root, pack().law(), (later,)))))
    assert "当月的政策原文没有收集到，暂按2025年3月起施行的规定计算" in shown


def test_what_is_not_in_force_is_named_and_not_judged() -> None:
    later = replace(pack().programmes[0], since=date(2025, 3, 1))
    shown = said(family_page(evaluated(POOR, book=Rulebook(pack().root, pack().law(), (later,)))))
    assert "当月没有施行：家庭生活补助" in shown


def test_what_is_paid_once_is_not_in_the_monthly_total() -> None:
    once = replace(pack().programmes[0], amount=burial_money)
    shown = said(family_page(evaluated(POOR, book=Rulebook(pack().root, pack().law(), (once,)))))
    assert "目前没有算出可以按月领取的待遇" in shown
    assert "另有一次性" in shown


def test_articles_and_dated_figures_are_cited() -> None:
    shown = said(family(POOR))
    assert "依据：云民示〔2023〕1号" in shown
    assert "云民示〔2024〕1号" in shown
    assert "2024年1月1日" in shown


def test_only_the_facts_of_the_file_are_shown_and_presumed_ones_stand_apart() -> None:
    given = {"savings": 100, "members": [{"birth": "1940-01-05", "pension": 300}]}
    shown = said(family_page(evaluated(given, usual=True), case(given)))
    assert "按通常情况推定" in shown
    before, after = shown.split("按通常情况推定")
    assert "照护需求" not in before.split("请核对。")[1]
    assert "照护需求" in after.split("用到的标准")[0]


def test_what_is_drawn_today_is_shown_beside_what_is_due() -> None:
    drawing = {**POOR, "granted": {"family_allowance": 120}}
    assert "现在已领取 120 元" in said(family(drawing))


def test_people_with_the_same_reason_share_an_entry() -> None:
    two = {"savings": 0, "members": [NEAR["members"][0], NEAR["members"][0]]}
    folded = said(family(two)).split("其他项目")[1]
    assert "家庭成员（1）、家庭成员（2）" in folded
