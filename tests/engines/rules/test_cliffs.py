"""Cliffs: where earning ten yuan more loses more than ten yuan of support."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.engines.rules.worlds import JULY, Home, book_of
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.cliffs import STEP, Cliff, cliffs_of, income_facts
from yihu.engines.rules.explain import Status, answers
from yihu.engines.rules.given import case_from
from yihu.engines.rules.month import Month
from yihu.engines.rules.steady import steady
from yihu.pack import find_pack

RULES = """
@rule(cites="Act 1", zh="低于标准", en="below the grant")
def poor(person: Person, law: Law) -> bool:
    return person.wage < law.grant

@rule(cites="Act 1", zh="差额", en="gap", unit="CNY/month")
def gap(person: Person, law: Law) -> Money:
    return law.grant - person.wage

@rule(cites="Act 2", zh="领取补差者", en="draws the gap")
def drawing(person: Person, law: Law) -> bool:
    return recognised(GAP, person)

@rule(cites="Act 2", zh="附加", en="extra", unit="CNY/month")
def extra(person: Person, law: Law) -> Money:
    return law.grant

GAP = Programme(id="gap", of=Person, zh="补差", en="gap", eligible=poor, amount=gap)
EXTRA = Programme(id="extra", of=Person, zh="附加", en="extra", eligible=drawing, amount=extra)
"""
ALONE: dict[str, Any] = {
    "members": [{"relation": "本人", "birth": "1950-01-01", "pension": 1400, "retirement_age": True}],
    "money_assets": 0,
    "homes": 1,
    "vehicles": 0,
}


def beijing(**facts: Any) -> Evaluation:
    """An old person alone, with what is usual where nothing is said."""
    pack = find_pack("beijing")
    known = {**ALONE, **facts}
    no_income = {
        "wage": 0,
        "business_income": 0,
        "property_income": 0,
        "other_income": 0,
        "studies": "不在校",
        "employment": "无业",
    }
    known["members"] = [{**no_income, **m} for m in known["members"]]
    return Evaluation(Month(pack.rulebook, JULY), case_from(known, pack.root, pack.programmes, usual=True))


def support(pension: Decimal) -> Decimal:
    """Money a month once all is granted, family by family."""
    evaluation = beijing(members=[{**ALONE["members"][0], "pension": pension}])
    found = answers(steady(evaluation))
    return sum(
        (a.amount or Decimal(0) for a in found if a.status is Status.ENTITLED and a.programme.monthly), Decimal(0)
    )


def world(*wages: int | None) -> list[Cliff]:
    members = [{} if wage is None else {"wage": Decimal(wage)} for wage in wages]
    return cliffs_of(Evaluation(Month(book_of(RULES), JULY), Home(members=members)))


def test_what_ends_with_the_last_yuan_of_another_programme_is_a_cliff() -> None:
    (cliff,) = world(1400)
    # at 1,450 the gap of 10 ends, and with it the extra of 1,450
    assert (cliff.income, cliff.loss, cliff.fact, cliff.position) == (Decimal(1450), Decimal(1460), "wage", 0)


def test_a_sum_that_falls_with_income_is_no_cliff() -> None:
    assert [each.income for each in world(0)] == [Decimal(1450)]


def test_nobody_above_the_line_has_a_cliff() -> None:
    assert world(5_000) == []


def test_an_unknown_income_is_not_varied() -> None:
    assert world(None) == []


def test_each_member_has_cliffs_of_their_own() -> None:
    assert [(each.position, each.income) for each in world(1400, 1449)] == [(0, Decimal(1450)), (1, Decimal(1459))]


def test_incomes_stay_within_what_is_declared() -> None:
    assert world(99_990) == []


def test_the_data_are_plain_and_say_who_and_what_in_both_languages() -> None:
    (cliff,) = world(1400)
    data = cliff.as_data()
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data
    assert data["zh"] == "成员（1）的工资增加到每月1,450元时，各项待遇每月减少1,460.00元"
    assert data["en"].startswith("when the wage of members (no. 1) rises to 1,450 yuan a month")


def test_a_packs_incomes_are_varied_and_not_its_benefits() -> None:
    names = {fact.name for fact in income_facts(Month(find_pack("beijing").rulebook, JULY))["members"]}
    assert names == {"wage", "business_income", "pension", "property_income", "other_income"}


def test_a_family_at_the_line_of_the_allowance_loses_more_than_it_earns() -> None:
    found = cliffs_of(beijing())
    assert {each.fact for each in found} == {"pension"}
    first = found[0]
    assert first.loss > 300  # the elders' subsidy goes with the allowance
    assert first.income <= 4_000


@pytest.mark.parametrize("position", [0, -1])
def test_each_loss_is_what_two_families_get_apart(position: int) -> None:
    cliff = cliffs_of(beijing())[position]
    assert support(cliff.income - STEP) - support(cliff.income) == cliff.loss


def test_who_has_no_income_may_take_up_work() -> None:
    adult = {"relation": "本人", "birth": "1990-01-01", "pension": 0, "disability": "肢体残疾", "disability_grade": 2}
    assert {each.fact for each in cliffs_of(beijing(members=[adult]))} == {"wage"}
