"""Readings that lost, of the programmes of persons, can be run and change exactly what their decision record says."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import call
from yihu.engines.rules.given import case_from
from yihu.engines.rules.month import Month, read_month
from yihu.engines.rules.reform import apply, read_reform
from yihu_beijing import pack
from yihu_beijing.facts import Home
from yihu_beijing.programmes.readings_people import READINGS_PEOPLE

NOTHING = {"wage": 0, "business_income": 0, "pension": 0, "property_income": 0, "other_income": 0}
PERSON = {"birth": "1980-05-10", "sex": "male", "studies": "none", "employment": "none", **NOTHING}
HOME = {"money_assets": 0, "vehicles": 0, "homes": 1}
HEAVY = {"disability": "visual", "disability_grade": 2}
OTHER = {"disability": "hearing", "disability_grade": 1}
MULTIPLE = {"disability": "mental", "disability_grade": 3, "multiple_disability": "yes"}
ON_TEKUN = {"granted": {"tekun_basic": 2175}, "family_planning_special": "yes"}
UNSUPPORTED = {"father": "ill", "mother": "ill", "studies": "compulsory"}


def family(*members: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return {**HOME, **facts, "members": [{**PERSON, **m} for m in members]}


def amount(book: Rulebook, programme: str, data: dict[str, Any], month: str = "2024-07") -> Any:
    """Amount of a programme for the first member; None where it cannot be told."""
    outcome = book.outcomes[book.programme(programme)]
    assert outcome.amount is not None
    case = case_from(data, Home, book.programmes, usual=True)
    return call(outcome.amount, Month(book, read_month(month)), case)


# name of the reading, programme, family, amount as decided, amount under the other reading
CASES: list[tuple[str, str, dict[str, Any], Decimal | None, Decimal]] = [
    (
        "0122-women-leave-group-3-at-55",
        "disability_living",
        family({"birth": "1967-01-01", "sex": "female", **OTHER}),
        Decimal(200),
        Decimal(0),
    ),
    # alone the family would be on 低保 itself: the pension of 4800 keeps it between the two lines
    (
        "0123-entry-counts-at-once",
        "disability_living",
        family(HEAVY, {"employment": "retired", "pension": 4800}, granted={"low_income": "yes"}),
        Decimal(1450),
        Decimal(400),
    ),
    (
        "0124-all-income-is-stable",
        "disability_living",
        family({"birth": "1958-01-01", "employment": "retired", "pension": 1000, "other_income": 200, **HEAVY}),
        Decimal(450),
        Decimal(250),
    ),
    (
        "0128-elders-at-home-keep-the-subsidies",
        "elder_hardship",
        family({"birth": "1950-01-01", **ON_TEKUN}),
        Decimal(0),
        Decimal(100),
    ),
    (
        "0130-sixteen-included",
        "distressed_child",
        family({"birth": "2008-07-01", **HEAVY}, granted={"dibao": 1450}),
        Decimal(0),
        Decimal(980),
    ),
    ("0132-second-tier", "disability_care", family(MULTIPLE), None, Decimal(100)),
]


@pytest.mark.parametrize(("name", "programme", "data", "decided", "other"), CASES)
def test_the_other_reading_gives_the_other_amount(
    name: str, programme: str, data: dict[str, Any], decided: Decimal | None, other: Decimal
) -> None:
    assert amount(pack.rulebook, programme, data) == decided
    assert amount(pack.rulebook.with_(replaced=READINGS_PEOPLE[name]), programme, data) == other


def test_every_reading_has_a_case() -> None:
    assert {name for name, *_ in CASES} == set(READINGS_PEOPLE)


# parameter, value of the other reading, month, programme, family, amount as decided, amount under the other reading
PARAMETERS: list[tuple[str, str, str, str, dict[str, Any], str, str]] = [
    (
        "tekun_continue_age",
        "18",
        "2024-07",
        "tekun_basic",
        family({"birth": "2008-07-01", "no_able_obligor": "yes", "granted": {"tekun_basic": 2175}}),
        "0",
        "2175",
    ),
    ("tekun_grade_visual", "1", "2024-07", "tekun_basic", family({"no_able_obligor": "yes", **HEAVY}), "2175", "0"),
    (
        "elder_total_is_severe",
        "no",
        "2024-07",
        "elder_care",
        family({"birth": "1950-01-01", "ability": "total"}),
        "600",
        "0",
    ),
    # own gap 1150 and supplement 362.50: 2850 less the supplement, or less both
    (
        "child_top_up_supplement_only",
        "no",
        "2025-07",
        "unsupported_child",
        family({"birth": "2014-01-01", **UNSUPPORTED}, {"pension": 600}, granted={"dibao": 3025}),
        "2487.50",
        "1337.50",
    ),
]


@pytest.mark.parametrize(("parameter", "value", "month", "programme", "data", "decided", "other"), PARAMETERS)
def test_a_choice_kept_as_a_parameter_can_be_reformed(
    parameter: str, value: str, month: str, programme: str, data: dict[str, Any], decided: str, other: str
) -> None:
    reform = read_reform("reform.yaml", f"zh: 另一读法\nparameters:\n  {parameter}: {value}\n")
    book = apply(reform, pack.rulebook, read_month(month))
    assert amount(pack.rulebook, programme, data, month) == Decimal(decided)
    assert amount(book, programme, data, month) == Decimal(other)
