"""What values an expression can have: exact bounds from the bounds of its operands.

Used twice: with the declared ranges of all facts it proves that the kernel's 64-bit integers cannot overflow and that no
divisor is zero; with the facts of one family it tells which unknown facts can still change an answer.
A bound is a pair of integers: numbers scaled by their places, dates as days since 1970, choices by code, yes/no as 0/1.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from yihu.engines.rules.tree import Mistake, Node
from yihu.engines.rules.types import Choice, Kind, Type
from yihu.engines.rules.values import age_on

Bound = tuple[int, int]
LIMIT = 2**63 - 1
EPOCH = date(1970, 1, 1)
EITHER: Bound = (0, 1)


def scaled(value: Any, type_: Type) -> int:
    """Integer that stands for ``value`` in columns, bounds and the kernel."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Choice):
        return value.code
    if isinstance(value, date):
        return (value - EPOCH).days
    whole = Decimal(value).scaleb(type_.places)
    if whole != int(whole):
        raise ValueError(f"{value} has more than {type_.places} decimal places")
    return int(whole)


def unscaled(value: int, type_: Type) -> Any:
    """The value for which the integer stands."""
    if type_.kind is Kind.YES_NO:
        return bool(value)
    if type_.kind is Kind.CHOICE:
        assert type_.choices is not None
        return list(type_.choices)[value]
    if type_.kind is Kind.DATE:
        return EPOCH + timedelta(days=value)
    return Decimal(value).scaleb(-type_.places) if type_.places else int(value)


def point(value: Any, type_: Type) -> Bound:
    """Bound of a known value."""
    whole = scaled(value, type_)
    return whole, whole


def checked(bound: Bound) -> Bound:
    """The bound itself; a Mistake where it leaves 64 bits."""
    if bound[0] < -LIMIT or bound[1] > LIMIT:
        raise Mistake(
            f"the value may reach {max(abs(b) for b in bound):.1e} in its smallest unit, beyond 64 bits; "
            "declare a lower high= for the facts or round earlier"
        )
    return bound


def aligned(bound: Bound, places: int, to: int) -> Bound:
    """The same values with more decimal places."""
    factor = 10 ** (to - places)
    return checked((bound[0] * factor, bound[1] * factor))


def hull(bounds: Sequence[Bound]) -> Bound:
    """Smallest bound that holds all."""
    return min(b[0] for b in bounds), max(b[1] for b in bounds)


def apply(node: Node, args: Sequence[Bound]) -> Bound:
    """Bound of an operation (not of leaves, rules or aggregates) from the bounds of its operands."""
    if node.op in ("add", "sub", "min", "max", "eq", "ne", "lt", "le", "gt", "ge"):
        places = max(a.type.places for a in node.args)
        args = [aligned(b, a.type.places, places) for a, b in zip(node.args, args, strict=True)]
    return checked(_APPLY[node.op](node, args))


def _multiply(node: Node, args: Sequence[Bound]) -> Bound:
    corners = [x * y for x in args[0] for y in args[1]]
    return min(corners), max(corners)


def _divide(node: Node, args: Sequence[Bound]) -> Bound:
    top, bottom = node.args[0].type.places, node.args[1].type.places
    shift = node.value - top + bottom
    (low, high), factor = args[1], 10 ** max(0, shift)
    divisors = {b * 10 ** max(0, -shift) for b in (low, high, -1, 1) if b and low <= b <= high}
    if divisors:  # half up is (2·|top| + |bottom|) ÷ 2·|bottom|
        widest = max(map(abs, divisors))
        checked((-2 * widest, 2 * max(map(abs, args[0])) * factor + widest))
    found = [half_up(a * factor, d) for a in args[0] for d in divisors]
    if low <= 0 <= high:
        if len(args) < 3:
            raise Mistake("the divisor may be 0; state what holds then: divide(a, b, places=…, if_zero=…)")
        factor = 10 ** (node.value - node.args[2].type.places)
        found += [b * factor for b in args[2]]
    return min(found), max(found)


def half_up(top: int, bottom: int) -> int:
    """Integer quotient, halves away from zero."""
    sign = -1 if (top < 0) != (bottom < 0) else 1
    return sign * ((2 * abs(top) + abs(bottom)) // (2 * abs(bottom)))


def rounding(value: int, mode: str, drop: int) -> int:
    """Drop ``drop`` decimal places of a scaled integer."""
    unit: int = 10**drop
    if mode == "half_up":
        return half_up(value, unit)
    return value // unit if mode == "down" else -(-value // unit)


def _round(node: Node, args: Sequence[Bound]) -> Bound:
    mode, places = node.value
    drop = node.args[0].type.places - places
    checked((args[0][0] - 10**drop, args[0][1] + 10**drop))  # what half up adds before it divides
    return rounding(args[0][0], mode, drop), rounding(args[0][1], mode, drop)


def _less(a: Bound, b: Bound) -> Bound:
    return (1, 1) if a[1] < b[0] else (0, 0) if a[0] >= b[1] else EITHER


def _equal(a: Bound, b: Bound) -> Bound:
    if a[0] == a[1] == b[0] == b[1]:
        return 1, 1
    return (0, 0) if a[1] < b[0] or b[1] < a[0] else EITHER


def _not(a: Bound) -> Bound:
    return 1 - a[1], 1 - a[0]


def _if(node: Node, args: Sequence[Bound]) -> Bound:
    yes, no = (aligned(b, a.type.places, node.type.places) for a, b in zip(node.args[1:], args[1:], strict=True))
    return yes if args[0] == (1, 1) else no if args[0] == (0, 0) else hull((yes, no))


def _age(node: Node, args: Sequence[Bound]) -> Bound:
    (first, last), (early, late) = args
    at = [EPOCH + timedelta(days=d) for d in (first, last, early, late)]
    return age_on(at[1], at[2], feb29=node.value), age_on(at[0], at[3], feb29=node.value)


def month_number(day: int) -> int:
    """Months since the year 0 of a date given as days since 1970."""
    at = EPOCH + timedelta(days=day)
    return at.year * 12 + at.month


def _months(node: Node, args: Sequence[Bound]) -> Bound:
    (first, last), (early, late) = args
    return month_number(early) - month_number(last), month_number(late) - month_number(first)


_APPLY: dict[str, Any] = {
    "add": lambda n, a: (a[0][0] + a[1][0], a[0][1] + a[1][1]),
    "sub": lambda n, a: (a[0][0] - a[1][1], a[0][1] - a[1][0]),
    "mul": _multiply,
    "neg": lambda n, a: (-a[0][1], -a[0][0]),
    "div": _divide,
    "round": _round,
    "min": lambda n, a: (min(b[0] for b in a), min(b[1] for b in a)),
    "max": lambda n, a: (max(b[0] for b in a), max(b[1] for b in a)),
    "lt": lambda n, a: _less(a[0], a[1]),
    "gt": lambda n, a: _less(a[1], a[0]),
    "le": lambda n, a: _not(_less(a[1], a[0])),
    "ge": lambda n, a: _not(_less(a[0], a[1])),
    "eq": lambda n, a: _equal(a[0], a[1]),
    "ne": lambda n, a: _not(_equal(a[0], a[1])),
    "and": lambda n, a: (min(b[0] for b in a), min(b[1] for b in a)),
    "or": lambda n, a: (max(b[0] for b in a), max(b[1] for b in a)),
    "not": lambda n, a: _not(a[0]),
    "if": _if,
    "age": _age,
    "months": _months,
}


def any_number(node: Node, body: Sequence[Bound], most: int) -> Bound:
    """Bound of an aggregate over 0 to ``most`` items that all have the same bounds."""
    low, high = body[0]
    if node.op == "sum":
        return checked((min(0, most * low), max(0, most * high)))
    if node.op == "any":
        return 0, high
    if node.op == "all":
        return low, 1
    return hull(_same_places(node, body))


def over_items(node: Node, items: Sequence[Sequence[Bound]], default: Bound | None) -> Bound:
    """Bound of an aggregate over these very items (bounds of body and filter of each)."""
    bodies = [i[0] for i in items]
    if node.op == "sum":
        return sum(b[0] for b in bodies), sum(b[1] for b in bodies)
    if node.op == "any":
        return max((b[0] for b in bodies), default=0), max((b[1] for b in bodies), default=0)
    if node.op == "all":
        return min((b[0] for b in bodies), default=1), min((b[1] for b in bodies), default=1)
    assert default is not None
    places = [node.args[0].type.places, node.args[2].type.places]
    base = aligned(default, places[1], node.type.places)
    kept = [(aligned(i[0], places[0], node.type.places), i[1]) for i in items if i[1] != (0, 0)]
    if not kept:
        return base
    pick = min if node.op == "least" else max
    sure = [b for b, keep in kept if keep == (1, 1)]
    if len(sure) == len(kept):
        return pick(b[0] for b in sure), pick(b[1] for b in sure)
    return hull([base, *(b for b, _ in kept)])


def _same_places(node: Node, body: Sequence[Bound]) -> list[Bound]:
    return [
        aligned(body[0], node.args[0].type.places, node.type.places),
        aligned(body[2], node.args[2].type.places, node.type.places),
    ]
