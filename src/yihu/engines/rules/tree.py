"""The typed expression tree of a rule, and the only way to build one.

Each function here makes one kind of node and checks types, units and levels; a mistake raises :class:`Mistake` with
what is wrong and what to write instead. Equal nodes are one object, so the tree of all rules is a graph without repeats.

Level of a node: ``law`` (the same for everybody in a month), ``case`` (one value a case) or the name of a nested list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from yihu.engines.rules.types import COUNT, PURE, YES_NO, Choice, Kind, Type, choice, number

if TYPE_CHECKING:
    from yihu.engines.rules.rule import Rule

LAW, CASE = "law", "case"
MOST_PLACES = 8
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
AGGREGATES = ("sum", "any", "all", "least", "most")


class Mistake(Exception):
    """Something that the rule language does not take; the message says what to write instead."""


@dataclass(frozen=True, eq=False, slots=True, repr=False)
class Node:
    """One operation: name, operands, payload (constant, fact, parameter, rule, places …), type and level."""

    op: str
    args: tuple[Node, ...]
    value: Any
    type: Type
    level: str
    number: int

    def __repr__(self) -> str:
        inside = ", ".join([*([repr(self.value)] if self.value is not None else []), *map(repr, self.args)])
        return f"{self.op}({inside})"


_known: dict[tuple[Any, ...], Node] = {}


def _node(op: str, args: tuple[Node, ...], value: Any, type_: Type, level: str) -> Node:
    key = (op, tuple(a.number for a in args), value.__class__, value, type_, level)
    found = _known.get(key)
    if found is None:
        found = _known[key] = Node(op, args, value, type_, level, len(_known))
    return found


def walk(*roots: Node) -> Iterator[Node]:
    """Every node under ``roots`` once, operands before what uses them; rules are not entered."""
    seen: set[int] = set()
    stack = [(root, False) for root in reversed(roots)]
    while stack:
        node, ready = stack.pop()
        if ready:
            yield node
        elif node.number not in seen:
            seen.add(node.number)
            stack.append((node, True))
            stack.extend((a, False) for a in reversed(node.args))


def _join(*args: Node) -> str:
    levels = {a.level for a in args} - {LAW}
    lists = levels - {CASE}
    if len(lists) > 1:
        raise Mistake(f"this mixes items of {' and '.join(sorted(lists))}; aggregate one of them in a rule of the case")
    return lists.pop() if lists else (CASE if levels else LAW)


# leaves


def constant(value: bool | int | Decimal | Choice) -> Node:
    """A value written in the rule."""
    if isinstance(value, bool):
        return _node("const", (), value, YES_NO, LAW)
    if isinstance(value, Choice):
        return _node("const", (), value, choice(type(value)), LAW)
    exact = Decimal(value)
    exponent = exact.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return _node("const", (), exact, number(places=places), LAW)


def fact(name: str, type_: Type, level: str) -> Node:
    """A fact of the case or of an item of a nested list."""
    return _node("fact", (), name, type_, level)


def parameter(name: str, type_: Type) -> Node:
    """A dated parameter of the law."""
    return _node("param", (), name, type_, LAW)


def day(which: str, type_: Type) -> Node:
    """``first_day`` or ``last_day`` of the month evaluated."""
    return _node("day", (), which, type_, LAW)


def rule_value(rule: Rule[Any, Any, Any], level: str) -> Node:
    """The value of another rule of the same case or item."""
    return _node("rule", (), rule, rule.type, level)


# numbers


def _is_zero(node: Node) -> bool:
    return node.op == "const" and node.type.kind is Kind.NUMBER and node.value == 0


def _numbers(what: str, *args: Node) -> None:
    for a in args:
        if a.type.kind is not Kind.NUMBER:
            raise Mistake(f"{what} takes numbers, not a {a.type}")


def _like(what: str, *args: Node) -> Type:
    """Common type of numbers that are added or compared: one unit (a bare 0 fits any), the most places."""
    _numbers(what, *args)
    units = {a.type.unit for a in args if not _is_zero(a)}
    if len(units) > 1:
        names = " and ".join(sorted(str(u) or "a pure number" for u in units))
        raise Mistake(
            f"{what} needs one unit, not {names}; convert first (divide or multiply by a parameter with a unit)"
        )
    return Type(Kind.NUMBER, units.pop() if units else PURE, max(a.type.places for a in args))


def _places(type_: Type) -> Type:
    if type_.places > MOST_PLACES:
        raise Mistake(
            f"the exact result has {type_.places} decimal places; round it where the law says: round_half_up(…, 2)"
        )
    return type_


def add(a: Node, b: Node) -> Node:
    """``a + b``."""
    return _node("add", (a, b), None, _like("+", a, b), _join(a, b))


def subtract(a: Node, b: Node) -> Node:
    """``a - b``."""
    return _node("sub", (a, b), None, _like("-", a, b), _join(a, b))


def multiply(a: Node, b: Node) -> Node:
    """``a * b``: units multiply, decimal places add."""
    _numbers("*", a, b)
    made = Type(Kind.NUMBER, a.type.unit * b.type.unit, a.type.places + b.type.places)
    return _node("mul", (a, b), None, _places(made), _join(a, b))


def negate(a: Node) -> Node:
    """``-a``."""
    _numbers("-", a)
    if a.op == "const":
        return constant(-a.value)
    return _node("neg", (a,), None, a.type, a.level)


def quotient(a: Node, b: Node, places: int, if_zero: Node | None) -> Node:
    """``divide(a, b, places=, if_zero=)``: rounded half up."""
    _numbers("divide", a, b, *([if_zero] if if_zero else []))
    made = number(a.type.unit / b.type.unit, places)
    args = (a, b) if if_zero is None else (a, b, rounded(if_zero, "half_up", places))
    if if_zero is not None and not _is_zero(if_zero) and if_zero.type.unit != made.unit:
        raise Mistake(
            f"if_zero is in {str(if_zero.type.unit) or 'a pure number'}, the quotient in {str(made.unit) or 'a pure number'}"
        )
    return _node("div", args, places, _places(made), _join(*args))


def rounded(a: Node, mode: str, places: int) -> Node:
    """Round to ``places``: ``half_up``, ``up`` or ``down``; nothing to do where ``a`` has no more places."""
    _numbers("rounding", a)
    if a.type.places <= places:
        return a
    return _node("round", (a,), (mode, places), number(a.type.unit, places), a.level)


def extreme(which: str, args: tuple[Node, ...]) -> Node:
    """``min``/``max`` of two or more numbers or dates."""
    if args[0].type.kind is Kind.DATE and all(a.type.kind is Kind.DATE for a in args):
        return _node(which, args, None, args[0].type, _join(*args))
    return _node(which, args, None, _like(which, *args), _join(*args))


# conditions


def compare(op: str, a: Node, b: Node) -> Node:
    """``a < b`` and its kin; choices and yes/no only with == and !=."""
    kinds = {a.type.kind, b.type.kind}
    if kinds == {Kind.NUMBER}:
        _like("a comparison", a, b)
    elif len(kinds) > 1:
        raise Mistake(f"a {a.type} cannot be compared with a {b.type}")
    elif kinds == {Kind.CHOICE} and a.type.choices is not b.type.choices:
        raise Mistake(f"{a.type} and {b.type} are different choices")
    if kinds & {Kind.CHOICE, Kind.YES_NO} and op not in ("eq", "ne"):
        raise Mistake(f"a {a.type} has no order; compare it with == or !=")
    return _node(op, (a, b), None, YES_NO, _join(a, b))


def _conditions(what: str, args: tuple[Node, ...]) -> None:
    for a in args:
        if a.type.kind is not Kind.YES_NO:
            raise Mistake(f"{what} takes yes/no, not a {a.type}; write the comparison out (x > 0, x != Kind.NONE)")


def conjunction(args: tuple[Node, ...]) -> Node:
    """``a and b and …``."""
    _conditions("and", args)
    return args[0] if len(args) == 1 else _node("and", args, None, YES_NO, _join(*args))


def disjunction(args: tuple[Node, ...]) -> Node:
    """``a or b or …``."""
    _conditions("or", args)
    return args[0] if len(args) == 1 else _node("or", args, None, YES_NO, _join(*args))


def negation(a: Node) -> Node:
    """``not a``."""
    _conditions("not", (a,))
    return _node("not", (a,), None, YES_NO, a.level)


def either(condition: Node, yes: Node, no: Node) -> Node:
    """``yes if condition else no``; an unknown condition makes the whole unknown.

    ``if a: return False`` before ``return b`` is ``not a and b``, which is known where ``b`` fails whatever ``a`` is.
    """
    _conditions("if", (condition,))
    if condition.op == "const":
        return yes if condition.value else no
    if yes.type.kind is Kind.NUMBER and no.type.kind is Kind.NUMBER:
        made = _like("if … else", yes, no)
    elif yes.type == no.type:
        made = yes.type
    else:
        raise Mistake(f"one branch gives a {yes.type}, the other a {no.type}")
    if made == YES_NO and "const" in (yes.op, no.op):
        return _settled(condition, yes, no)
    return _node("if", (condition, yes, no), None, made, _join(condition, yes, no))


def _settled(condition: Node, yes: Node, no: Node) -> Node:
    """A choice between conditions of which one is always or never true."""
    if yes.op == no.op == "const":
        return yes if yes is no else condition if yes.value else negation(condition)
    if yes.op == "const":
        return disjunction((condition, no)) if yes.value else conjunction((negation(condition), no))
    return disjunction((negation(condition), yes)) if no.value else conjunction((condition, yes))


# dates


def age(birth: Node, on: Node, feb29: str) -> Node:
    """Full years from ``birth`` to ``on``."""
    _dates("age_on", birth, on)
    return _node("age", (birth, on), feb29, number("year"), _join(birth, on))


def months(start: Node, end: Node) -> Node:
    """Calendar months from ``start`` to ``end``."""
    _dates("months_between", start, end)
    return _node("months", (start, end), None, number("month"), _join(start, end))


def _dates(what: str, *args: Node) -> None:
    for a in args:
        if a.type.kind is not Kind.DATE:
            raise Mistake(f"{what} takes dates, not a {a.type}")


# nested lists


def aggregate(kind: str, over: str, body: Node, keep: Node | None = None, default: Node | None = None) -> Node:
    """``sum/any/all/min/max`` of ``body`` over the items of a nested list where ``keep`` holds."""
    if body.level not in (LAW, CASE, over) or (keep is not None and keep.level not in (LAW, CASE, over)):
        raise Mistake(
            f"inside a loop over {over} only its own items and the case may be used; move the rest to another rule"
        )
    if kind == "sum":
        _numbers("sum", body)
        body = body if keep is None else either(keep, body, constant(0))
        return _node("sum", (body,), over, body.type, CASE)
    if kind in ("any", "all"):
        _conditions(kind, (body,))
        if keep is not None:
            body = conjunction((keep, body)) if kind == "any" else disjunction((negation(keep), body))
        return _node(kind, (body,), over, YES_NO, CASE)
    if default is None:
        raise Mistake("min/max over nobody has no value; state it: max((…), default=…)")
    made = body.type if body.type.kind is default.type.kind is Kind.DATE else _like("min/max", body, default)
    op = {"min": "least", "max": "most"}[kind]
    return _node(op, (body, keep or constant(True), default), over, made, CASE)


def size(over: str) -> Node:
    """``len(home.members)``."""
    return _node("sum", (constant(1),), over, COUNT, CASE)
