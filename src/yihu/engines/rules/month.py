"""The rulebook applied to one month: the law of its first day, programmes in force, and what is the same for everybody."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from yihu.engines.rules import ranges, tree, values
from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.law import LawError, ParameterGap
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import LAW, Node

FIRST_YEAR, LAST_YEAR = 1949, 2100
"""The proof that the kernel cannot overflow takes the days of these years."""


class LawGap(LawError):
    """A parameter that the rules of this month need has no value; names the rules that need it."""


class Month:
    """One month of a rulebook.

    ``law`` holds the value of every parameter that the trees name, ``live`` the names of those that can matter this month.
    ``trees`` are the rules that the programmes in force need, callees first; outcomes of programmes not in force are
    constant. Raises :class:`LawGap` where a parameter has no value on the first day.
    """

    def __init__(self, book: Rulebook, month: date) -> None:
        self.book = book
        self.first_day = month.replace(day=1)
        self.last_day = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        self.programmes = tuple(p for p in book.programmes if p.in_force(self.first_day))
        self._in_force = frozenset(p.id for p in self.programmes)
        self.trees = self._trees()
        self._values: dict[int, Any] = {}
        self.law: dict[str, Any] = {}
        self.live: frozenset[str] = frozenset()
        self._read_law()

    def in_force(self, programme: Programme) -> bool:
        """True where the programme exists in this month."""
        return programme.id in self._in_force

    def tree(self, rule: AnyRule) -> Node:
        """Tree of a rule as it stands in this month."""
        return self.trees[self.book.current(rule)]

    def _trees(self) -> dict[AnyRule, Node]:
        idle = {p: o for p, o in self.book.outcomes.items() if p not in self.programmes}
        constant = {o.open: tree.constant(False) for o in idle.values()}
        constant |= {o.entitled: tree.constant(False) for o in idle.values()}
        constant |= {o.amount: tree.constant(0) for o in idle.values() if o.amount is not None}
        wanted: dict[AnyRule, Node] = {}

        def want(rule: AnyRule) -> None:
            rule = self.book.current(rule)
            if rule in wanted:
                return
            made = constant.get(rule, self.book.trees[rule])
            for node in tree.walk(made):
                if node.op == "rule":
                    want(node.value)
            wanted[rule] = made

        for rule in self.book.roots():
            want(rule)
        return wanted

    def _read_law(self) -> None:
        """Fill ``law`` with the value of every parameter that the trees name.

        Behind a condition of the law itself (``if law.rural_separate:``) only the branch that this month takes must have
        values; a parameter of the other branch gets some value it had at another time, which never decides anything.
        """
        gaps: dict[str, tuple[ParameterGap, list[str]]] = {}
        for rule, node in self._reached():
            if node.op == "param" and node.value not in self.law:
                try:
                    self.law[node.value] = _typed(self.book.law.value_on(node.value, self.first_day).value, node)
                except ParameterGap as gap:
                    gaps.setdefault(node.value, (gap, []))[1].append(rule.name)
        if gaps:
            lines = [f"{gap} (needed by {', '.join(sorted(set(rules)))})" for gap, rules in gaps.values()]
            raise LawGap("; ".join(lines))
        self.live = frozenset(self.law)
        for node in tree.walk(*self.trees.values()):
            if node.op == "param" and node.value not in self.law:
                known = [v.value for v in self.book.law.parameter(node.value).values if v.value is not None]
                self.law[node.value] = _typed(known[0], node)

    def _reached(self) -> Iterator[tuple[AnyRule, Node]]:
        """The nodes that this month can reach, with their rule; conditions before what they guard."""
        waiting = [self.book.current(rule) for rule in self.book.roots()]
        seen = set(waiting)
        while waiting:
            rule = waiting.pop()
            for node in self._live(self.trees[rule], set()):
                yield rule, node
                if node.op == "rule" and (called := self.book.current(node.value)) not in seen:
                    seen.add(called)
                    waiting.append(called)

    def _live(self, node: Node, seen: set[int]) -> Iterator[Node]:
        if node.number in seen:
            return
        seen.add(node.number)
        args = node.args
        if node.op == "if" and args[0].level == LAW:
            yield from self._live(args[0], seen)
            if self._read(args[0]):
                args = args[1:2] if self.value(args[0]) else args[2:]
        elif node.op in ("and", "or"):
            yield from self._live_parts(node, seen)
            args = ()
        for arg in args:
            yield from self._live(arg, seen)
        yield node

    def _live_parts(self, node: Node, seen: set[int]) -> Iterator[Node]:
        """Below ``and``/``or``: nothing more once the law itself settles it, or a programme is not in force."""
        settles = node.op == "or"
        for arg in node.args:
            if arg.op == "rule" and not settles and self.tree(arg.value) is tree.constant(False):
                yield from self._live(arg, seen)
                return
        for arg in sorted(node.args, key=lambda a: a.level != LAW):
            yield from self._live(arg, seen)
            if arg.level == LAW and self._read(arg) and self.value(arg) is settles:
                return

    def _read(self, node: Node) -> bool:
        """True where the law of this month has every parameter below ``node``."""
        return all(n.value in self.law for n in tree.walk(node) if n.op == "param")

    def value(self, node: Node) -> Any:
        """Value of a node of level ``law`` as Python value (numbers exact)."""
        if node.level != LAW:
            raise ValueError(f"{node} is not the same for everybody")
        if node.number not in self._values:
            self._values[node.number] = self._evaluate(node)
        return self._values[node.number]

    def scaled(self, node: Node) -> int:
        """Value of a law-level node as the integer that stands for it."""
        return ranges.scaled(self.value(node), node.type)

    def _evaluate(self, node: Node) -> Any:
        if node.op == "const":
            return node.value
        if node.op == "param":
            return self.law[node.value]
        if node.op == "day":
            return self.first_day if node.value == "first_day" else self.last_day
        return operate(node, [self.value(a) for a in node.args])


def _typed(value: Any, node: Node) -> Any:
    return Decimal(value) if isinstance(value, int) and node.type.places else value


def operate(node: Node, args: list[Any]) -> Any:
    """Apply an operation to known Python values (exact numbers, dates, choices)."""
    match node.op:
        case "add":
            return args[0] + args[1]
        case "sub":
            return args[0] - args[1]
        case "mul":
            return args[0] * args[1]
        case "neg":
            return -args[0]
        case "div":
            zero = args[2] if len(args) > 2 else 0
            return values.divide(args[0], args[1], places=node.value, if_zero=zero)
        case "round":
            return ROUND[node.value[0]](args[0], node.value[1])
        case "min" | "max":
            return (min if node.op == "min" else max)(args)
        case "and":
            return all(args)
        case "or":
            return any(args)
        case "not":
            return not args[0]
        case "if":
            return args[1] if args[0] else args[2]
        case "age":
            return values.age_on(args[0], args[1], feb29=node.value)
        case "months":
            return values.months_between(args[0], args[1])
    return COMPARE[node.op](args[0], args[1])


ROUND = {"half_up": values.round_half_up, "up": values.round_up, "down": values.round_down}
COMPARE: dict[str, Any] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
}


def months_from(first: date, count: int) -> list[date]:
    """``count`` months from the month of ``first``."""
    start = first.year * 12 + first.month - 1
    return [date((start + i) // 12, (start + i) % 12 + 1, 1) for i in range(count)]


def read_month(text: str) -> date:
    """``2024-07`` (or a full date) as the first day of the month; raises ValueError with what to write."""
    try:
        year, month, *rest = (int(part) for part in text.split("-"))
        found = date(year, month, rest[0] if rest else 1).replace(day=1)
    except ValueError:
        raise ValueError(f"{text!r} is not a month; write it like 2024-07") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{text} is outside {FIRST_YEAR} … {LAST_YEAR}")
    return found
