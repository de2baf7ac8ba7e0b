"""The page of a reform: what it costs, who gains and loses, by programme, district and income."""

from __future__ import annotations

from dataclasses import replace

from tests.desks.reports.samples import comparison, pack, reform, said
from yihu.desks.reports import reform_page


def test_the_reading_says_what_it_costs_and_for_whom() -> None:
    whole = comparison().whole
    assert whole.cost > 0
    shown = said(reform())
    assert "全市每月多支出" in shown
    assert f"{whole.winners} 户增加，{whole.losers} 户减少" in shown


def test_a_reform_that_saves_says_so() -> None:
    whole = comparison().whole
    turned = replace(comparison(), whole=replace(whole, gained=whole.lost, lost=whole.gained))
    assert "全市每月少支出" in said(reform_page(turned, pack()))
    assert "It saves" in said(reform_page(turned, pack()), "en")


def test_programmes_stand_before_and_after_with_the_difference() -> None:
    shown = said(reform())
    found = next(p for p in comparison().programmes if p.id == "family_allowance")
    assert f"{found.before_amount // 100:,} {found.after_amount // 100:,} +" in shown


def test_districts_and_tenths_of_income_have_tables_and_kinds_that_a_pack_lacks_are_left_out() -> None:
    shown = said(reform())
    assert "各区改革前后" in shown
    assert "按收入分成十组的改革前后" in shown
    assert "各类家庭" not in shown


def test_small_groups_are_hidden_with_their_money() -> None:
    found = comparison()
    few = {code: replace(each, winners=3, gained=777_700) for code, each in found.districts.items()}
    page = reform_page(replace(found, districts=few), pack())
    assert "<5" in said(page)
    assert "7,777" not in said(page)
    assert "7,777" in said(reform_page(replace(found, districts=few), pack(), suppress=False))
