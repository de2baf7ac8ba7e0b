"""Grants that depend on grants: what a family has in the end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import Status, answers
from yihu.engines.rules.given import case_from
from yihu.engines.rules.month import Month
from yihu.engines.rules.steady import pairs, steady
from yihu.pack import find_pack

COUPLE: dict[str, Any] = {
    "members": [
        {"relation": "self", "birth": "1951-03-08", "sex": "male", "studies": "none", "employment": "retired", "wage": 0,
         "business_income": 0, "pension": 900, "property_income": 0, "other_income": 0},
        {"relation": "spouse", "birth": "1953-11-20", "sex": "female", "studies": "none", "employment": "none", "wage": 0,
         "business_income": 0, "pension": 0, "property_income": 0, "other_income": 0, "disability": "physical",
         "disability_grade": 2},
    ],
    "money_assets": 12000, "vehicles": 0, "homes": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def missed() -> Evaluation:
    """A couple that draws nothing and could draw 低保."""
    book = find_pack("beijing").rulebook
    case = case_from(COUPLE, book.root, book.programmes, usual=True)
    return Evaluation(Month(book, date(2024, 7, 1)), case)


def amounts(evaluation: Evaluation) -> dict[tuple[str, int], Decimal | None]:
    """Amounts of what there is entitlement to."""
    found = (a for a in answers(evaluation) if a.status is Status.ENTITLED)
    return {(a.programme.id, a.frame.position): a.amount for a in found}


def test_the_living_subsidy_of_somebody_missed_by_dibao_is_that_of_its_recipients(missed: Evaluation) -> None:
    assert amounts(missed)["disability_living", 1] == 1450  # as if there were no 低保: 434号 第二条(一)3
    in_the_end = amounts(steady(missed))
    assert in_the_end["disability_living", 1] == 400  # 434号 第二条(一)1
    assert in_the_end["dibao", 0] == amounts(missed)["dibao", 0]


def test_what_only_recipients_get_follows(missed: Evaluation) -> None:
    assert ("elder_hardship", 0) not in amounts(missed)
    assert amounts(steady(missed))["elder_hardship", 0] == 300  # 160号 二(一)1


def test_a_choice_is_made_anew_among_what_is_granted(missed: Evaluation) -> None:
    in_the_end = amounts(steady(missed))
    assert ("elder_hardship", 1) not in in_the_end  # 400 of 434号 is above 300 of 160号, and only one is given
    assert in_the_end["elder_care", 1] == 400


def test_nothing_changes_any_more(missed: Evaluation) -> None:
    once = steady(missed)
    assert amounts(steady(once)) == amounts(once)


def test_the_case_itself_stays_as_it_was(missed: Evaluation) -> None:
    pairs(missed)
    assert missed.case.entity.granted["dibao"] == 0


def test_what_nobody_can_tell_is_granted_to_nobody(missed: Evaluation) -> None:
    book = missed.month.book
    case = case_from({**COUPLE, "money_assets": None}, book.root, book.programmes, usual=True)
    found = {(a.programme.id, a.frame.position): b.status for a, b in pairs(Evaluation(missed.month, case))}
    assert found["dibao", 0] is Status.CANNOT_TELL
    assert found["disability_living", 1] is Status.CANNOT_TELL
