"""Ships with their crew and barrels: the world in which the SQL engine is tested."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from yihu.engines.rules import (
    Choice,
    Entity,
    Many,
    Money,
    Number,
    OneOf,
    ParameterSet,
    Programme,
    Rule,
    fact,
    many,
    sql,
    up,
)
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.layout import table_of
from yihu.engines.rules.ranges import scaled

MONTH = date(2024, 7, 1)


class Colour(Choice):
    """Of a berth."""

    RED = "red", "红", "red"
    BLUE = "blue", "蓝", "blue"


class Sailor(Entity):
    """A member of a crew."""

    ship: Ship = up()
    born: date = fact(zh="出生", en="born")
    pay: Money = fact(zh="酬", en="pay", low=-1000, high=100_000)
    ill: bool = fact(zh="病", en="ill")
    berth: Colour = fact(zh="铺", en="berth")


class Barrel(Entity):
    """In the hold of a ship."""

    ship: Ship = up()
    litres: Number = fact(zh="升", en="litres", places=3, high=1000)


class Ship(Entity):
    """The case."""

    crew: Many[Sailor] = many(Sailor, zh="船员", en="crew")
    hold: Many[Barrel] = many(Barrel, zh="桶", en="barrels")
    money: Money = fact(zh="钱", en="money", low=-1000, high=Decimal("99999999999999.99"))
    debt: Number = fact(zh="债", en="debt", places=3, low=-1000, high=1000)
    masts: int = fact(zh="桅", en="masts", low=-9, high=9)
    fast: bool = fact(zh="快", en="fast")
    afloat: bool = fact(zh="浮", en="afloat")
    colour: Colour = fact(zh="色", en="colour")
    built: date = fact(zh="建", en="built")
    sold: date = fact(zh="卖", en="sold")


class Law(ParameterSet):
    """The parameters."""

    rate: Number
    share: Number
    gone: Number
    wide: bool
    cut: date


def _parameter(name: str, kind: str, places: str, value: str, start: str = "2000-01") -> str:
    return f"""
  {name}:
    {{zh: {name}, en: {name}, type: {kind}, unit: '', {places} after_last: holds, checked: 2025-01-31, values: [
      {{from: {start}, value: {value}, document: act, article: '1', confidence: official}}]}}"""


LAW = Law.read([
    (
        "law.yaml",
        "documents: {act: {number: Act 1, zh: 法, en: Act, issued: 2000-01-01, text_status: read}}\nparameters:"
        + _parameter("rate", "number", "places: 2,", "1.25")
        + _parameter("share", "number", "places: 2,", "-0.5")
        + _parameter("gone", "number", "places: 2,", "7", "2030-01")
        + _parameter("wide", "yes_no", "", "yes")
        + _parameter("cut", "date", "", "2004-02-29"),
    )
])  # fmt: skip


def book_of(
    *rules: Rule[Any, Any, Any], programmes: Sequence[Programme] = (), groups: Sequence[OneOf] = ()
) -> Rulebook:
    """Rulebook of ships."""
    return Rulebook(Ship, LAW, programmes, groups, rules)


def by_sql(wanted: Rule[Any, Any, Any], *ships: Ship, month: date = MONTH) -> list[Any]:
    """Values of a rule for each ship as columns hold them; None where unknown."""
    book = book_of(wanted)
    table = sql.evaluate_table(book, month, table_of(ships, Ship, ()), [wanted])
    found: list[Any] = table.column(wanted.name).to_pylist()
    return found


def by_call(wanted: Rule[Any, Any, Any], *ships: Ship) -> list[Any]:
    """Values of a rule called as plain Python, as columns hold them."""
    law = LAW.on(MONTH)

    def held(value: Any) -> Any:
        return value if isinstance(value, (bool, date)) else scaled(value, wanted.type)

    if wanted.entity is Ship:
        return [held(wanted(ship, law)) for ship in ships]
    return [[held(wanted(sailor, law)) for sailor in ship.crew] for ship in ships]


def decimals(*values: str) -> list[Decimal]:
    """Decimals."""
    return [Decimal(value) for value in values]


SHIPS = [
    Ship(money=money, debt=debt, masts=masts)
    for money, debt, masts in [
        (Decimal("10.05"), Decimal("0.005"), 3),
        (Decimal("-10.05"), Decimal("-0.005"), 4),
        (Decimal("0"), Decimal("-7.125"), -2),
        (Decimal("90071992547409.93"), Decimal("999.999"), 0),
        (Decimal("-999.99"), Decimal("0.050"), -9),
        (Decimal("0.01"), Decimal("-0.051"), 1),
        (Decimal("1"), Decimal("-0.050"), 8),
        (Decimal("1"), Decimal("0.15"), 8),
        (Decimal("1"), Decimal("-0.15"), 8),
    ]
]
DATES = [
    date(2000, 2, 29),
    date(2001, 2, 28),
    date(1999, 12, 31),
    date(2004, 2, 29),
    date(2023, 3, 1),
    date(1900, 2, 28),
]
