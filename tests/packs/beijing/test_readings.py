"""Readings that lost can be run, and change exactly what their decision record says."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import call
from yihu.engines.rules.given import case_from
from yihu.engines.rules.month import Month, read_month
from yihu_beijing import pack
from yihu_beijing.facts import Home
from yihu_beijing.programmes.assistance.readings import READINGS

NOTHING = {"wage": 0, "business_income": 0, "pension": 0, "property_income": 0, "other_income": 0}
PERSON = {"birth": "1980-05-10", "studies": "none", "employment": "none", **NOTHING}
HOME = {"money_assets": 0, "vehicles": 0, "homes": 1, "year_income": 0}
SEVERE = {"disability": "visual", "disability_grade": 1}


def family(*members: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return {**HOME, **facts, "members": [{**PERSON, **m} for m in members]}


def amount(book: Rulebook, programme: str, data: dict[str, Any]) -> Any:
    """Amount of a programme for a family in July 2024."""
    outcome = book.outcomes[book.programme(programme)]
    assert outcome.amount is not None
    case = case_from(data, Home, book.programmes, usual=True)
    return call(outcome.amount, Month(book, read_month("2024-07")), case)


SON = {"duty": "elder", "income": 0, "people": 1, "families": 1, "homes": 1, "movable_assets": 0}

# name of the reading, programme, family, amount as decided, amount under the other reading
CASES: list[tuple[str, str, dict[str, Any], str, str]] = [
    # income 2000 - 1450 = 550, a head 275, gap 1175: decided 1175 + 1957.50, else 1175 more
    ("0102-full-standard-on-top", "dibao", family({"pension": 2000}, SEVERE), "3132.50", "4307.50"),
    # income 1000 - 1450 = -450: gap 1900 instead of 1450, and 507.50 on top
    ("0106-no-floors", "dibao", family({"pension": 1000, "serious_illness": "yes"}), "1957.50", "2407.50"),
    # wage 1000 - 1160 = -160 takes from the other's pension of 300: a head 150 or 70, gap 1300 or 1380, twice
    ("0106-no-floors", "dibao", family({"wage": 1000}, {"pension": 300}), "2600.00", "2760.00"),
    # a judgment of 100 and 250 paid
    (
        "0107-paid-above-papers",
        "dibao",
        family({}, obligors=[{**SON, "paper": "court", "paper_amount": 100, "paid": 250}]),
        "1350.00",
        "1200.00",
    ),
    # two ill members: 5000 less 1450 is 1775 a head, above the line; less 2900 it is 1050, gap 400 twice and 507.50 twice
    (
        "0115-disregard-each-person",
        "dibao",
        family({"pension": 5000, "serious_illness": "yes"}, {"serious_illness": "yes"}),
        "0.00",
        "1815.00",
    ),
    # 40 and 50 % or 33 and 44 % of 30000 and 10000
    ("0116-rate-raised-by-a-tenth", "temporary_spending", family(SEVERE, year_spending=40000), "17000.00", "14300.00"),
    # 12000 + 60000 x 50 % = 42000, capped at 34800 a family or 69600 for two
    (
        "0117-cap-each-person",
        "temporary_spending",
        family({}, {}, year_spending=90000, granted={"dibao": 100}),
        "34800.00",
        "42000.00",
    ),
]


@pytest.mark.parametrize(("name", "programme", "data", "decided", "other"), CASES)
def test_the_other_reading_gives_the_other_amount(
    name: str, programme: str, data: dict[str, Any], decided: str, other: str
) -> None:
    book = pack.rulebook
    assert amount(book, programme, data) == Decimal(decided)
    assert amount(book.with_(replaced=READINGS[name]), programme, data) == Decimal(other)


def test_evasion_bars_a_low_income_family_only_under_the_other_reading() -> None:
    data = family({"pension": 2000}, evaded="yes")
    low_income = pack.rulebook.programme("low_income")
    found = []
    for book in (pack.rulebook, pack.rulebook.with_(replaced=READINGS["0110-evasion-bars-low-income"])):
        case = case_from(data, Home, book.programmes, usual=True)
        found.append(call(book.outcomes[low_income].entitled, Month(book, read_month("2024-07")), case))
    assert found == [True, False]


def test_every_reading_has_a_case() -> None:
    assert {name for name, *_ in CASES} | {"0110-evasion-bars-low-income"} == set(READINGS)
