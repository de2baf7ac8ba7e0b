"""Elder homes, only children and the residents' pension in the synthetic city; the readings of these fields that lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import numpy as np
import pytest

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import call
from yihu.engines.rules.given import case_from
from yihu.engines.rules.month import Month, read_month
from yihu.engines.synth import Batch
from yihu_beijing import pack
from yihu_beijing.facts import Ability, Employment, Home, SelfCare
from yihu_beijing.facts.elder import WelfareHome
from yihu_beijing.facts.pension import OnlyChild, ResidentPension
from yihu_beijing.synth import recipe

ON = date(2024, 7, 1)
FATHER = {"birth": "1960-01-01", "sex": "male", "wife_birth": "1932-12-31", "parent_alone": "yes"}
HEARING = {"birth": "1940-01-01", "welfare_home": "public", "disability": "hearing"}
GRAVE = {"birth": "1940-01-01", "welfare_home": "public", "disability": "visual", "disability_grade": 1}
RESIDENT = {"birth": "1940-01-01", "welfare_home": "non_profit"}

# reading, programme, person, amount as decided, amount under the other reading
CASES: list[tuple[str, str, dict[str, Any], int, int]] = [
    (
        "0151-late-wife-counts",
        "special_aid_disability",
        {**FATHER, "only_child": "one", "only_child_grade": 2, "only_child_certificate": "yes"},
        740,
        0,
    ),
    ("0153-severe-disability-only", "home_placement", {**HEARING, "disability_grade": 3}, 400, 0),
    ("0153-severe-disability-only", "home_placement", {**HEARING, "disability_grade": 2}, 400, 400),
    ("0153-special-hardship-too", "home_placement", {**GRAVE, "granted": {"tekun_basic": 2175}}, 0, 400),
    ("0154-assessed-ability", "bed_subsidy", {**RESIDENT, "ability": "mild"}, 300, 500),
    ("0154-assessed-ability", "bed_subsidy", {**RESIDENT, "self_care": "partial"}, 500, 300),
]


def amount(book: Rulebook, programme: str, person: dict[str, Any]) -> Any:
    outcome = book.outcomes[book.programme(programme)]
    assert outcome.amount is not None
    case = case_from({"members": [person]}, Home, book.programmes, usual=True)
    return call(outcome.amount, Month(book, read_month("2024-07")), case)


@pytest.mark.parametrize(("id", "programme", "person", "decided", "other"), CASES)
def test_a_reading_that_lost_changes_what_its_decision_says(
    id: str, programme: str, person: dict[str, Any], decided: int, other: int
) -> None:
    (reading,) = [each for each in pack.readings if each.id == id]
    assert amount(pack.rulebook, programme, person) == Decimal(decided)
    assert amount(pack.rulebook.with_(replaced=reading.replaced), programme, person) == Decimal(other)


# the synthetic city


@cache
def batch() -> Batch:
    return recipe().batch(0, 60_000, 5, ON)


def of(name: str) -> np.ndarray:
    return np.asarray(batch().facts[f"members.{name}"])


def age() -> np.ndarray:
    return np.asarray(((ON - date(1970, 1, 1)).days - of("birth")) / 365.2425)


def test_as_many_live_in_elder_homes_as_published() -> None:
    there = of("welfare_home") != WelfareHome.NONE.code
    assert there.sum() / len(there) == pytest.approx(52_000 / 21_893_095, rel=0.02)
    assert age()[there].min() >= 60


def test_residents_of_homes_are_weaker_than_elders_at_home_and_their_self_care_agrees() -> None:
    elder, there = age() >= 60, of("welfare_home") != WelfareHome.NONE.code
    weak = of("ability") >= Ability.MODERATE.code
    assert weak[there].mean() > 5 * weak[elder & ~there].mean()
    assert (of("self_care")[there & weak] != SelfCare.FULL.code).all()


def test_only_elders_at_home_eat_at_meal_points_or_have_their_home_adapted() -> None:
    home = (age() >= 60) & (of("welfare_home") == WelfareHome.NONE.code)
    for name in ("basic_elder_care", "adaptation_need"):
        assert of(name).any()
        assert not of(name)[~home].any()
    assert (of("meal_spending") > 0).any()
    assert not (of("meal_spending") > 0)[~home].any()


def test_a_special_family_has_the_only_child_that_makes_it_one() -> None:
    special, child, grade = of("family_planning_special"), of("only_child"), of("only_child_grade")
    assert set(np.unique(child[special])) == {OnlyChild.LOST.code, OnlyChild.ONE.code}
    assert ((child == OnlyChild.LOST.code) <= special).all()
    assert set(np.unique(grade[special & (child == OnlyChild.ONE.code)])) == {1, 2, 3}
    assert not grade[~special].any()


def test_a_husband_is_told_his_wifes_date_of_birth() -> None:
    differs = of("wife_birth") != of("birth")
    assert differs.any()
    assert (of("sex")[differs] == 0).all()
    assert (of("wife_birth") <= (ON - date(1970, 1, 1)).days).all()


def test_members_of_the_residents_pension_are_no_employees_or_pensioners() -> None:
    member = of("resident_pension") != ResidentPension.NONE.code
    assert member.any()
    assert not np.isin(of("employment")[member], (Employment.EMPLOYEE.code, Employment.RETIRED.code)).any()
    assert (of("pension_contribution")[~member] == 0).all()
