"""Programmes in SQL, the law of the month, and the text of the query."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import duckdb
import pytest

from tests.engines.rules.ships import MONTH, SHIPS, Law, Sailor, Ship, book_of, by_call, by_sql
from yihu.engines.rules import (
    Number,
    OneOf,
    Programme,
    Rule,
    amount_of,
    divide,
    entitled,
    recognised,
    round_up,
    rule,
    sql,
    tree,
)
from yihu.engines.rules.law import ParameterGap
from yihu.engines.rules.layout import table_of
from yihu.engines.rules.types import YES_NO

# programmes


@rule(cites="6", zh="要新参数", places=2)
def from_2030(ship: Ship, law: Law) -> Number:
    return law.gone


@rule(cites="6", zh="能行")
def ready(ship: Ship, law: Law) -> bool:
    return ship.fast or ship.afloat


@rule(cites="6", zh="有债")
def indebted(ship: Ship, law: Law) -> bool:
    return ship.debt > 0


@rule(cites="6", zh="债额", places=2)
def debt_paid(ship: Ship, law: Law) -> Number:
    return round_up(ship.debt, 2)


@rule(cites="6", zh="钱额", places=2)
def fixed(ship: Ship, law: Law) -> Number:
    return law.rate


@rule(cites="6", zh="船员可")
def sailor_open(sailor: Sailor, law: Law) -> bool:
    return sailor.ill and not entitled(HELP, sailor.ship, law) and not recognised(HELP, sailor.ship)


@rule(cites="6", zh="船员额", places=2)
def sailor_amount(sailor: Sailor, law: Law) -> Number:
    return amount_of(GIFT, sailor.ship, law) + law.rate


FUTURE = Programme("future", Ship, "未来", "future", indebted, from_2030, since=date(2030, 1, 1))
HELP = Programme("help", Ship, "帮", "help", indebted, debt_paid)
GIFT = Programme("gift", Ship, "赠", "gift", ready, fixed)
BARRED = Programme("barred", Ship, "排", "barred", ready, fixed, barred_by=(HELP,))
CREW = Programme("crew_aid", Sailor, "船员助", "crew aid", sailor_open, sailor_amount)
ALL = (FUTURE, HELP, GIFT, BARRED, CREW)


def outcome(*ships: Ship) -> list[dict[str, Any]]:
    """Outcomes of all programmes."""
    book = book_of(programmes=ALL, groups=[OneOf((FUTURE, HELP, GIFT), cites="6")])
    found: list[dict[str, Any]] = sql.evaluate_table(
        book, MONTH, table_of(ships, Ship, ALL), sql.outcomes(book)
    ).to_pylist()
    return found


def test_the_higher_of_two_programmes_is_paid_and_another_is_barred() -> None:
    rich, poor = outcome(Ship(debt=Decimal("1.251"), fast=True), Ship(debt=Decimal("0.01"), fast=True))
    assert (rich["help.entitled"], rich["help.amount"]) == (True, 126)
    assert (rich["gift.entitled"], rich["gift.amount"]) == (False, 0)
    assert (poor["help.entitled"], poor["help.amount"]) == (False, 0)
    assert (poor["gift.entitled"], poor["gift.amount"]) == (True, 125)
    assert (rich["barred.entitled"], poor["barred.entitled"]) == (False, True)


def test_a_programme_not_in_force_is_not_given_and_its_parameters_are_not_read() -> None:
    [found] = outcome(Ship(debt=Decimal(1), fast=True))
    assert (found["future.entitled"], found["future.amount"]) == (False, 0)


def test_a_programme_about_items_gives_lists() -> None:
    ill = [{"ill": True}, {"ill": False}, {}]
    ship = Ship(debt=Decimal(0), fast=True, crew=ill, granted={"help": Decimal(0)})
    [found] = outcome(ship)
    assert (found["crew_aid.entitled"], found["crew_aid.amount"]) == ([True, False, None], [250, 0, None])


def test_a_parameter_without_a_value_is_an_error_that_names_it() -> None:
    with pytest.raises(ParameterGap, match="gone"):
        by_sql(from_2030, Ship())


@rule(cites="6", zh="法定", places=2)
def by_the_law(ship: Ship, law: Law) -> Number:
    if law.wide:
        return law.rate
    return law.gone


def test_behind_a_condition_of_the_law_only_the_branch_taken_is_read() -> None:
    assert by_sql(by_the_law, Ship()) == [125]


@rule(cites="6", zh="份", places=2)
def share(sailor: Sailor, law: Law) -> Number:
    return law.rate if sailor.ill else 0


@rule(cites="6", zh="份和", places=2)
def shares(ship: Ship, law: Law) -> Number:
    return sum(share(s, law) for s in ship.crew)


@rule(cites="6", zh="改", places=2)
def pay(sailor: Sailor, law: Law) -> Number:
    return sailor.pay


def test_a_reform_replaces_a_rule_wherever_it_is_used() -> None:
    book = book_of(shares).with_(replaced={share: pay})
    table = table_of([Ship(crew=[{"pay": Decimal(10)}, {"pay": Decimal(20)}])], Ship, ())
    assert sql.evaluate_table(book, MONTH, table, [shares]).to_pylist() == [{"shares": 3000}]


@rule(cites="6", zh="人")
def heads(ship: Ship, law: Law) -> int:
    return len(ship.crew)


# the text


@rule(cites="条 */ ; DROP TABLE x; --", zh='名"称')
def hostile(ship: Ship, law: Law) -> bool:
    return recognised(QUOTED, ship)


QUOTED = Programme('it"s; --', Ship, "引", "quoted", indebted, fixed)


def test_names_and_citations_are_quoted_whatever_they_hold() -> None:
    book = book_of(hostile, programmes=[QUOTED])
    ship = Ship(granted={QUOTED.id: Decimal(1)}, debt=Decimal(1))
    wanted = [*sql.outcomes(book), hostile]
    table = sql.evaluate_table(book, MONTH, table_of([ship], Ship, [QUOTED]), wanted)
    assert table.to_pylist() == [{'it"s; --.entitled': True, 'it"s; --.amount': 125, "hostile": True}]
    assert "*/ ; DROP" not in sql.printed(sql.query(book, MONTH, wanted), pretty=True)


def test_the_text_names_every_rule_with_what_it_cites() -> None:
    text = sql.sql_text(book_of(programmes=[HELP]), MONTH)
    assert "/* 有债 · 6 */" in text
    assert '"help.amount"' in text


def test_only_the_columns_that_are_needed_are_read() -> None:
    assert sql.reads(book_of(shares), MONTH, [shares]) == ["crew.ill"]
    assert sql.reads(book_of(heads), MONTH, [heads]) == ["crew.born"]
    assert sql.reads(book_of(debt_paid), MONTH, [debt_paid]) == ["debt"]


@rule(cites="7", zh="深", places=2)
def doubled(ship: Ship, law: Law) -> Number:
    a = divide(ship.money, ship.masts, places=2, if_zero=0)
    b = min(a, 1) if a > 0 else max(a, 2)
    c = min(b, 1) if b > 0 else max(b, 2)
    d = min(c, 1) if c > 0 else max(c, 2)
    e = min(d, 1) if d > 0 else max(d, 2)
    f = min(e, 1) if e > 0 else max(e, 2)
    return min(f, 1) if f > 0 else max(f, 2)


def test_what_is_used_again_and_again_is_written_once() -> None:
    text = sql.printed(sql.query(book_of(doubled), MONTH, [doubled]))
    assert text.count("//") == 1
    assert len(text) < 4_000
    assert by_sql(doubled, *SHIPS) == by_call(doubled, *SHIPS)


@rule(cites="7", zh="同名")
def masts(ship: Ship, law: Law) -> int:
    return family(ship, law) + ship.masts


@rule(cites="7", zh="保留名")
def family(ship: Ship, law: Law) -> int:
    return ship.masts


def test_a_rule_may_be_called_like_a_fact_or_a_column_of_the_snapshot() -> None:
    assert by_sql(masts, *SHIPS) == by_call(masts, *SHIPS)
    text = sql.printed(sql.query(book_of(masts, family), MONTH, [masts, family], keep=["family"]))
    with duckdb.connect() as database:
        found = sql.run_query(database, text, table_of(SHIPS[:2], Ship, ()), ["key", "masts", "family"])
    assert found.to_pylist() == [{"key": 0, "masts": 6, "family": 3}, {"key": 1, "masts": 8, "family": 4}]


def test_a_long_chain_of_rules_is_no_deeper_for_the_parser_than_a_short_one() -> None:
    chain = [heads]
    for number in range(150):
        more = tree.add(tree.rule_value(chain[-1], tree.CASE), tree.constant(1))
        given: Callable[[], tree.Node] = partial(tree.either, tree.fact("fast", YES_NO, tree.CASE), more, more)
        chain.append(Rule(f"step_{number}", Ship, heads.type, "7", "步", "step", given=given))
    table = table_of([Ship(fast=True), Ship()], Ship, ())
    assert sql.evaluate_table(book_of(chain[-1]), MONTH, table, chain[-1:]).column(0).to_pylist() == [150, None]


def test_a_rule_that_is_not_in_the_rulebook_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="debt_paid"):
        sql.query(book_of(heads), MONTH, [debt_paid])
