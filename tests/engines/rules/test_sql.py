"""Numbers, conditions and dates in SQL are those of the plain call, and unknown where worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from tests.engines.rules.ships import DATES, MONTH, SHIPS, Colour, Law, Ship, book_of, by_call, by_sql, decimals
from yihu.engines.rules import (
    Number,
    Rule,
    age_on,
    divide,
    months_between,
    round_down,
    round_half_up,
    round_up,
    rule,
    sql,
)
from yihu.engines.rules.layout import table_of
from yihu.engines.rules.values import age_on as plain_age

# numbers


@rule(cites="1", zh="和", places=3)
def total(ship: Ship, law: Law) -> Number:
    return ship.money + ship.debt - ship.masts + law.rate


@rule(cites="1", zh="积", places=7)
def product(ship: Ship, law: Law) -> Number:
    return ship.debt * ship.debt * -ship.masts + ship.debt * law.share * law.share


@rule(cites="1", zh="端", places=3)
def ends(ship: Ship, law: Law) -> Number:
    return min(ship.debt, ship.money, ship.masts) - max(ship.debt, ship.masts)  # type: ignore[no-any-return]  # the stubs of min and max mix int with Decimal


@rule(cites="1", zh="商", places=2)
def quotient(ship: Ship, law: Law) -> Number:
    return divide(ship.debt, ship.masts, places=2, if_zero=law.share)


@rule(cites="1", zh="大商", places=2)
def large_quotient(ship: Ship, law: Law) -> Number:
    return divide(ship.money, 1, places=2)


@rule(cites="1", zh="粗商", places=1)
def coarse_quotient(ship: Ship, law: Law) -> Number:
    return divide(ship.debt * ship.debt, ship.masts, places=1, if_zero=0)


@rule(cites="1", zh="近", places=1)
def half_up(ship: Ship, law: Law) -> Number:
    return round_half_up(ship.debt, 1)


@rule(cites="1", zh="上", places=1)
def upwards(ship: Ship, law: Law) -> Number:
    return round_up(ship.debt, 1)


@rule(cites="1", zh="下", places=1)
def downwards(ship: Ship, law: Law) -> Number:
    return round_down(ship.debt, 1)


NUMBERS = [total, product, ends, quotient, large_quotient, coarse_quotient, half_up, upwards, downwards]


@pytest.mark.parametrize("wanted", NUMBERS, ids=lambda wanted: wanted.name)
def test_numbers_are_exact_and_the_same_as_when_called(wanted: Rule[Ship, Law, Decimal]) -> None:
    assert by_sql(wanted, *SHIPS) == by_call(wanted, *SHIPS)


@pytest.mark.parametrize("wanted", [total, product, ends, quotient, coarse_quotient], ids=lambda wanted: wanted.name)
def test_one_unknown_operand_makes_a_number_unknown(wanted: Rule[Ship, Law, Decimal]) -> None:
    without_debt = Ship(money=Decimal(1), masts=0)
    without_masts = Ship(money=Decimal(1), debt=Decimal(1))
    assert by_sql(wanted, without_debt, without_masts) == [None, None]


def test_halves_are_rounded_away_from_zero_and_directions_go_to_infinity() -> None:
    ships = [Ship(debt=debt) for debt in decimals("0.25", "-0.25", "0.249", "-0.249", "-0.3")]
    assert by_sql(half_up, *ships) == [3, -3, 2, -2, -3]
    assert by_sql(upwards, *ships) == [3, -2, 3, -2, -3]
    assert by_sql(downwards, *ships) == [2, -3, 2, -3, -3]


def test_a_division_by_zero_gives_what_the_rule_says() -> None:
    assert by_sql(quotient, Ship(debt=Decimal(5), masts=0), Ship(debt=Decimal(5), masts=-8)) == [-50, -63]


def test_a_large_quotient_does_not_pass_through_floating_point() -> None:
    assert by_sql(large_quotient, Ship(money=Decimal("90071992547409.93"))) == [9007199254740993]


@rule(cites="1", zh="若零", places=2)
def zero_only_when_needed(ship: Ship, law: Law) -> Number:
    return divide(ship.debt, ship.masts, places=2, if_zero=ship.money)


def test_an_unknown_answer_for_zero_matters_only_for_zero() -> None:
    assert by_sql(zero_only_when_needed, Ship(debt=Decimal(5), masts=2), Ship(debt=Decimal(5), masts=0)) == [250, None]


# conditions


@rule(cites="2", zh="与")
def both(ship: Ship, law: Law) -> bool:
    return ship.fast and ship.afloat


@rule(cites="2", zh="或")
def one_of_two(ship: Ship, law: Law) -> bool:
    return ship.fast or ship.afloat


@rule(cites="2", zh="非")
def slow(ship: Ship, law: Law) -> bool:
    return not ship.fast


def test_conditions_follow_kleene() -> None:
    ships = [Ship(fast=a, afloat=b) for a in (True, False, None) for b in (True, False, None)]
    assert by_sql(both, *ships) == [True, False, None, False, False, False, None, False, None]
    assert by_sql(one_of_two, *ships) == [True, True, True, True, False, None, True, None, None]
    assert by_sql(slow, *ships) == [False] * 3 + [True] * 3 + [None] * 3


@rule(cites="2", zh="若", places=3)
def branches(ship: Ship, law: Law) -> Number:
    if ship.fast:
        return ship.masts
    elif ship.colour == Colour.RED:
        return ship.debt
    return law.rate


def test_an_unknown_condition_makes_the_choice_unknown_whatever_the_branches() -> None:
    red, blue = Colour.RED, Colour.BLUE
    ships = [
        Ship(fast=True, masts=2),
        Ship(fast=True, debt=Decimal(1), colour=red),
        Ship(fast=False, debt=Decimal("0.5"), colour=red),
        Ship(fast=False, colour=blue),
        Ship(fast=False, debt=Decimal(1)),
        Ship(masts=2, debt=Decimal(2), colour=red),
    ]
    assert by_sql(branches, *ships) == [2000, None, 500, 1250, None, None]


@rule(cites="2", zh="色")
def paint(ship: Ship, law: Law) -> Colour:
    return Colour.BLUE if ship.colour != Colour.BLUE and ship.colour in (Colour.RED,) else ship.colour


def test_choices_are_compared_and_returned_as_codes() -> None:
    table = sql.evaluate_table(book_of(paint), MONTH, table_of([Ship(colour=Colour.RED), Ship()], Ship, ()), [paint])
    assert table.column("paint").to_pylist() == [1, None]
    assert table.schema.field("paint").type == pa.int8()


@rule(cites="2", zh="比")
def compared(ship: Ship, law: Law) -> bool:
    return law.share < ship.debt <= law.rate and ship.money != ship.debt


def test_comparisons_align_decimal_places() -> None:
    ships = [Ship(debt=debt, money=Decimal("1.2")) for debt in decimals("1.25", "1.251", "-0.5", "-0.499", "1.200")]
    assert by_sql(compared, *ships) == [True, False, False, True, False]


# dates


@rule(cites="3", zh="岁一")
def age_by_march(ship: Ship, law: Law) -> bool:
    return age_on(ship.built, ship.sold, feb29="mar1") == age_on(ship.built, ship.sold, feb29="feb28")


@rule(cites="3", zh="岁", unit="year")
def age_mar1(ship: Ship, law: Law) -> int:
    return age_on(ship.built, ship.sold, feb29="mar1")


@rule(cites="3", zh="岁二", unit="year")
def age_feb28(ship: Ship, law: Law) -> int:
    return age_on(ship.built, ship.sold, feb29="feb28")


@rule(cites="3", zh="法岁", unit="year")
def age_in_law(ship: Ship, law: Law) -> int:
    return age_on(law.cut, law.last_day, feb29="feb28")


@rule(cites="3", zh="月", unit="month")
def months(ship: Ship, law: Law) -> int:
    return months_between(ship.built, ship.sold)


@rule(cites="3", zh="早")
def earlier(ship: Ship, law: Law) -> date:
    return min(max(ship.built, law.cut), ship.sold, law.last_day)


@pytest.mark.parametrize("wanted", [age_mar1, age_feb28, months, earlier], ids=lambda wanted: wanted.name)
def test_dates_are_counted_as_when_called(wanted: Rule[Ship, Law, Any]) -> None:
    around = [day + timedelta(days=shift) for day in DATES for shift in (-1, 0, 1)]
    ships = [Ship(built=built, sold=sold) for built in around for sold in around]
    assert by_sql(wanted, *ships) == by_call(wanted, *ships)
    assert by_sql(wanted, Ship(built=DATES[0]), Ship(sold=DATES[0])) == [None, None]


def test_the_29th_of_february_comes_of_age_as_the_rule_says() -> None:
    ship = Ship(built=date(2000, 2, 29), sold=date(2018, 2, 28))
    assert (by_sql(age_mar1, ship), by_sql(age_feb28, ship)) == ([17], [18])
    assert by_sql(age_by_march, ship) == [False]


@pytest.mark.parametrize("month", [date(2023, 2, 1), date(2024, 2, 15), date(2100, 2, 28)])
def test_days_of_the_month_are_those_of_the_month_asked_for(month: date) -> None:
    last = date(month.year, month.month + 1, 1) - timedelta(days=1)
    assert by_sql(age_in_law, Ship(), month=month) == [plain_age(date(2004, 2, 29), last, feb29="feb28")]
