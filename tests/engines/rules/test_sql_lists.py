"""Lists in SQL: gathered as by the plain call, with nobody, with unknown items, and back and forth with families."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from tests.engines.rules.ships import DATES, MONTH, Law, Sailor, Ship, book_of, by_call, by_sql
from yihu.engines.rules import Number, Rule, count, divide, rule, sql
from yihu.engines.rules.layout import table_of

# lists


@rule(cites="4", zh="人")
def heads(ship: Ship, law: Law) -> int:
    return len(ship.crew)


@rule(cites="4", zh="酬和", places=2)
def wages(ship: Ship, law: Law) -> Number:
    return sum(s.pay for s in ship.crew)


@rule(cites="4", zh="病酬", places=2)
def wages_of_the_ill(ship: Ship, law: Law) -> Number:
    return sum(s.pay for s in ship.crew if s.ill)


@rule(cites="4", zh="有病")
def anybody_ill(ship: Ship, law: Law) -> bool:
    return any(s.ill for s in ship.crew)


@rule(cites="4", zh="皆病")
def everybody_ill(ship: Ship, law: Law) -> bool:
    return all(s.ill for s in ship.crew)


@rule(cites="4", zh="最多", places=3)
def most_of_the_ill(ship: Ship, law: Law) -> Number:
    return max((s.pay for s in ship.crew if s.ill), default=ship.debt)


@rule(cites="4", zh="最长")
def eldest(ship: Ship, law: Law) -> date:
    return min((s.born for s in ship.crew), default=ship.built)


LISTS: list[Any] = [heads, wages, wages_of_the_ill, anybody_ill, everybody_ill, most_of_the_ill, eldest]


def crew(*pairs: tuple[str | None, bool | None]) -> Ship:
    """A ship with sailors of these (pay, ill)."""
    sailors = [{"pay": None if pay is None else Decimal(pay), "ill": ill, "born": DATES[0]} for pay, ill in pairs]
    return Ship(crew=sailors, debt=Decimal("7.5"), built=DATES[1])


@pytest.mark.parametrize("wanted", LISTS, ids=lambda wanted: wanted.name)
def test_lists_are_gathered_as_when_called(wanted: Rule[Ship, Law, Any]) -> None:
    ships = [
        crew(),
        crew(("3", True)),
        crew(("-3.01", False), ("4", False)),
        crew(("-9", True), ("2", True), ("5", False)),
    ]
    assert by_sql(wanted, *ships) == by_call(wanted, *ships)


def test_nobody_sums_to_zero_and_has_the_stated_extreme() -> None:
    nobody = crew()
    found = [by_sql(wanted, nobody)[0] for wanted in LISTS]
    assert found == [0, 0, 0, False, True, 7500, DATES[1]]


def test_an_unknown_item_makes_a_sum_unknown_unless_it_is_left_out() -> None:
    ships = [crew((None, True), ("1", True)), crew((None, False), ("1", True)), crew(("1", None))]
    assert by_sql(wages, *ships) == [None, None, 100]
    assert by_sql(wages_of_the_ill, *ships) == [None, 100, None]


def test_any_and_all_decide_in_spite_of_unknown_items() -> None:
    ships = [crew(("1", None), ("1", True)), crew(("1", None), ("1", False)), crew(("1", None))]
    assert by_sql(anybody_ill, *ships) == [True, None, None]
    assert by_sql(everybody_ill, *ships) == [None, False, None]


def test_an_extreme_is_of_those_kept_alone_and_unknown_where_one_of_them_is() -> None:
    ships = [
        crew(("1", True), ("2", False)),
        crew(("1", True), (None, False)),
        crew(("1", True), (None, True)),
        crew(("1", True), ("2", None)),
        crew((None, False)),
        Ship(crew=[{"pay": Decimal(3), "ill": True}]),
        Ship(crew=[{"pay": Decimal(3), "ill": False}]),
    ]
    assert by_sql(most_of_the_ill, *ships) == [1000, 1000, None, None, 7500, 3000, None]


@rule(cites="4", zh="升")
def crowded(ship: Ship, law: Law) -> bool:
    return sum(b.litres for b in ship.hold) > sum(s.pay for s in ship.crew) or any(ship.fast for _ in ship.hold)


def test_two_lists_of_one_family_do_not_multiply() -> None:
    hold = [{"litres": Decimal("1.5")}, {"litres": Decimal("1.5")}]
    sailors = [{"pay": Decimal(1)}, {"pay": Decimal("1.99")}]
    ships = [
        Ship(hold=hold, crew=sailors, fast=False),
        Ship(hold=hold, crew=[*sailors, {"pay": Decimal(1)}], fast=False),
        Ship(hold=hold, crew=[*sailors, {"pay": Decimal(1)}], fast=True),
        Ship(crew=sailors, fast=True),
    ]
    assert by_sql(crowded, *ships) == [True, False, True, False]


# back and forth between families and items


@rule(cites="5", zh="成年")
def grown(sailor: Sailor, law: Law) -> bool:
    return sailor.born < law.cut


@rule(cites="5", zh="均", places=2)
def average(ship: Ship, law: Law) -> Number:
    return divide(wages(ship, law), count(grown(s, law) for s in ship.crew), places=2, if_zero=0)


@rule(cites="5", zh="少", places=2)
def short(sailor: Sailor, law: Law) -> Number:
    return max(0, average(sailor.ship, law) - sailor.pay) if grown(sailor, law) else 0


@rule(cites="5", zh="共少", places=2)
def shortfall(ship: Ship, law: Law) -> Number:
    return sum(short(s, law) for s in ship.crew)


@rule(cites="5", zh="份", places=2)
def part(sailor: Sailor, law: Law) -> Number:
    return divide(short(sailor, law), shortfall(sailor.ship, law), places=2, if_zero=law.rate)


def sailors(*pays: str) -> Ship:
    """A ship of grown sailors with these pays, and a boy."""
    grown_up = [{"pay": Decimal(pay), "born": date(1990, 1, 1)} for pay in pays]
    return Ship(crew=[*grown_up, {"pay": Decimal(5), "born": date(2010, 1, 1)}])


def test_items_see_their_family_and_the_family_its_items_as_often_as_needed() -> None:
    ships = [sailors("10", "20", "60"), Ship(), sailors("7"), sailors("0.01", "3")]
    assert by_sql(part, *ships) == by_call(part, *ships)
    assert by_sql(part, ships[0]) == [[65, 35, 0, 0]]  # average 95 ÷ 3, short by 21.67 and 11.67


def test_several_rules_come_in_one_query_each_parallel_to_its_list() -> None:
    wanted: list[Any] = [part, heads, grown, shortfall, average, short]
    ships = [sailors(*map(str, range(1, n))) for n in (5, 1, 3)]
    ships.insert(1, Ship())
    table = sql.evaluate_table(book_of(*wanted), MONTH, table_of(ships, Ship, ()), wanted)
    assert table.column_names == [each.name for each in wanted]
    for each in wanted:
        assert table.column(each.name).to_pylist() == by_call(each, *ships)


def test_a_missing_list_is_an_empty_one() -> None:
    table = table_of([Ship()], Ship, ())
    for position, field in enumerate(table.schema):
        if pa.types.is_list(field.type):
            table = table.set_column(position, field.name, pa.nulls(1, field.type))
    found = sql.evaluate_table(book_of(shortfall, grown), MONTH, table, [shortfall, grown]).to_pylist()
    assert found == [{"shortfall": 0, "grown": []}]
