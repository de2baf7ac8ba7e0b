"""Families of the test world drawn at random: the values at which rules turn, 29 February, unknown facts, empty lists."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.engines.rules.worlds import Home
from yihu.engines.rules import Entity, Fact, Programme, ranges
from yihu.engines.rules.types import Kind
from yihu.engines.rules.values import anniversary

MONTHS = (date(2022, 2, 1), date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1), date(2024, 7, 1))
TURNS = (
    "0",
    "0.01",
    "1449.99",
    "1450",
    "1450.01",
    "333.33",
    "100",
    "-0.01",
    "-333.33",
    "1",
    "3",
    "7",
    "0.5",
    "-1",
    "0.125",
)
LEAP_DAYS = [date(year, 2, 29) for year in (1904, 1936, 1964, 2000, 2004, 2004, 2004, 2008, 2024)]


def homes(seed: int, number: int, programmes: Iterable[Programme], month: date) -> list[Home]:
    """``number`` families of the test world; the same seed gives the same families."""
    return [case for case in cases(seed, number, Home, programmes, month) if isinstance(case, Home)]


def cases(seed: int, number: int, root: type[Entity], programmes: Iterable[Programme], month: date) -> list[Entity]:
    """``number`` cases of any root entity."""
    random = Random(seed)
    programmes = tuple(programmes)
    return [_case(random, root, programmes, month, random.choice((0.0, 0.0, 0.1, 0.5))) for _ in range(number)]


def _case(random: Random, root: type[Entity], programmes: tuple[Programme, ...], month: date, dark: float) -> Entity:
    items = {
        nested.name: [
            nested.item(**_facts(random, nested.item, programmes, month, dark))
            for _ in range(min(nested.most, random.choice((0, 1, 1, 2, 3, min(nested.most, 6)))))
        ]
        for nested in root.LISTS.values()
    }
    return root(items, **_facts(random, root, programmes, month, dark))


def _facts(
    random: Random, entity: type[Entity], programmes: tuple[Programme, ...], month: date, dark: float
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for fact in entity.FACTS.values():
        if random.random() >= dark:
            found[fact.name] = _value(random, fact, month)
    paid = {p.id: _paid(random, p) for p in programmes if issubclass(entity, p.of) and random.random() >= dark}
    return {**found, "granted": paid}


def _paid(random: Random, programme: Programme) -> Any:
    if programme.amount is None:
        return random.random() < 0.5
    return random.choice((Decimal(0), Decimal(1450), Decimal("0.01"), Decimal(random.randrange(1_000_000)).scaleb(-2)))


def _value(random: Random, fact: Fact, month: date) -> Any:
    kind = fact.type.kind
    if kind is Kind.YES_NO:
        return random.random() < 0.5
    if kind is Kind.CHOICE:
        assert fact.type.choices is not None
        return random.choice(list(fact.type.choices))
    if kind is Kind.DATE:
        return min(max(_day(random, month), fact.low), fact.high)
    low, high = ranges.scaled(fact.low, fact.type), ranges.scaled(fact.high, fact.type)
    turns = [Decimal(t).scaleb(fact.type.places) for t in TURNS]
    fitting = [int(t) for t in turns if t == int(t) and low <= t <= high] or [low]
    picked = random.choice((low, high, random.choice(fitting), random.choice(fitting), random.randint(low, high)))
    return ranges.unscaled(picked, fact.type)


def _day(random: Random, month: date) -> date:
    last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
    near = random.choice((month, last)) + timedelta(days=random.randint(-2, 2))
    birthday = anniversary(near, -random.choice((0, 1, 4, 17, 18, 19, 59, 60)), "mar1")
    month_end = date(random.randint(1940, 2030), random.choice((1, 2, 4)), 28) + timedelta(days=random.randint(0, 3))
    any_day = date(1900, 1, 1) + timedelta(days=random.randint(0, 73_000))
    return random.choice((near, birthday, random.choice(LEAP_DAYS), month_end, any_day))
