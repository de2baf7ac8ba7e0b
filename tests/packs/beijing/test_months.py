"""The programmes can be computed for any month since 2005, with the law of that month."""

from __future__ import annotations

from datetime import date

from yihu.engines.rules.month import Month, months_from
from yihu_beijing import pack


def test_every_month_since_2005_has_all_the_law_it_needs() -> None:
    for month in months_from(date(2005, 1, 1), 22 * 12):
        assert Month(pack.rulebook, month).law["dibao_standard"] > 0


def test_a_merged_standard_needs_no_rural_series() -> None:
    before, after = (Month(pack.rulebook, date(2015, month, 1)) for month in (6, 7))
    assert before.law["dibao_rural_separate"]
    assert before.law["dibao_standard_rural"] == 670
    assert not after.law["dibao_rural_separate"]


def test_programmes_older_than_their_text_say_so() -> None:
    older = {p.id: p.text_since for p in pack.programmes if p.text_since is not None and p.since < p.text_since}
    assert {"dibao", "dibao_person", "low_income"} <= older.keys()
