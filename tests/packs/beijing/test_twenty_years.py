"""Twenty years of a family in Beijing: what published history says must come out of the data."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from yihu.engines.rules.given import case_from
from yihu.engines.rules.history import history
from yihu.engines.rules.month import months_from
from yihu.pack import find_pack

ALONE = {
    "members": [{
        "relation": "本人", "birth": "1960-01-01", "sex": "男", "studies": "不在校", "employment": "无业", "wage": 0, "pension": 0,
        "business_income": 0, "property_income": 0, "other_income": 0,
    }],
    "money_assets": 0, "vehicles": 0, "homes": 1,
}  # fmt: skip


def test_the_standard_rose_ten_years_in_a_row_up_to_2020() -> None:
    pack = find_pack("beijing")
    at_the_end = [pack.law().on(date(year, 12, 31)).dibao_standard for year in range(2010, 2021)]
    rises = [after > before for before, after in pairwise(at_the_end)]
    assert rises == [True] * 10


def test_a_family_with_no_income_follows_the_ten_rises() -> None:
    pack = find_pack("beijing")
    case = case_from(ALONE, pack.root, pack.programmes, usual=True)
    months = history(pack.rulebook, case, months_from(date(2010, 12, 1), 121))
    paid = [sum(x.amount or 0 for x in m.lines if x.programme.id == "dibao") for m in months]
    decembers = paid[::12]
    assert len(decembers) == 11
    assert all(after > before > 0 for before, after in pairwise(decembers))
    assert all(after >= before for before, after in pairwise(paid))


def test_every_month_since_2005_answers() -> None:
    pack = find_pack("beijing")
    case = case_from(ALONE, pack.root, pack.programmes, usual=True)
    months = list(history(pack.rulebook, case, months_from(date(2005, 1, 1), 22 * 12)))
    assert [m.month for m in months if m.gap] == []
