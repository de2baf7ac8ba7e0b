"""The plan of a query: which values become columns, and in which order families and their lists are visited.

Every rule is one column, and so is what an expression needs more than once; the rest is written where it is used.
Columns are ordered by phase and stage. In phase p the items of a list see the columns that families had after phase
p - 1; then families take the aggregates of these items. A stage is one nested SELECT within a phase.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from yihu.engines.rules import tree
from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.law import ParameterGap
from yihu.engines.rules.month import operate
from yihu.engines.rules.tree import AGGREGATES, CASE, LAW, Node
from yihu.engines.rules.types import Kind

LITERALS = ("const", "param", "day")
SMALL, LARGE = 6, 120  # an expression above SMALL is not written twice, one above LARGE is always a column
END = 1_000_000  # after the last stage of a phase
TIMES = {"min": (2,), "max": (2,), "div": (3, 5, 1), "round": (3,), "if": (2, 1, 1), "age": (5, 6), "months": (2,)}

RESERVED = ("_row", "_item", "family", "community")

T = TypeVar("T")
Moment = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A node and the level at which it is evaluated (what is the same for everybody is evaluated where it is used)."""

    level: str
    node: Node


@dataclass(eq=False, slots=True)
class Column:
    """One column: the value of ``place``, or a ``part`` of an aggregate; ``needs`` are the columns that it reads."""

    name: str
    place: Place
    part: str
    needs: frozenset[Column]
    phase: int
    stage: int
    until: Moment = (0, 0)

    @property
    def at(self) -> Moment:
        """Phase and stage in which it is computed."""
        return self.phase, self.stage


class Plan:
    """Columns for ``rules`` in the month of ``month``.

    ``columns`` holds all of them, operands first; ``joined[list, phase]`` the family columns that items read, each with
    the last moment. Raises KeyError for a rule that the rulebook has not read.
    """

    def __init__(self, book: Rulebook, month: date, rules: Sequence[AnyRule]) -> None:
        self.book = book
        self.days = {"first_day": month.replace(day=1)}
        self.days["last_day"] = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        self.closed = self._closed()
        self.wanted = [self._wanted(book.current(rule)) for rule in rules]
        self.fixed: dict[Node, Any] = {}
        self.settled: dict[Node, bool | None] = {}
        for node in _after_operands([place.node for place in self.wanted], self._under):
            self._fix(node)
            self.settled[node] = self._settle(node)
        self.columns: list[Column] = []
        self.joined: dict[tuple[str, int], dict[Column, Moment]] = {}
        self._found: dict[tuple[Place, str], Column] = {}
        self._names = {*RESERVED}
        self._choose()
        self.last = max((c.phase for c in self.columns), default=0)
        self._live()

    def column(self, place: Place, part: str = "") -> Column | None:
        """The column that holds a value; None where the value is written out in place."""
        return self._found.get((place, part))

    def place(self, context: str, node: Node) -> Place:
        """Where ``node`` is evaluated when an expression of level ``context`` uses it."""
        return Place(CASE if node.level == CASE else context, node)

    def value(self, node: Node) -> Any:
        """Value of a constant, parameter or day; raises ParameterGap."""
        if node.op == "param":
            return self.book.law.value_on(node.value, self.days["first_day"]).value
        return self.days[node.value] if node.op == "day" else node.value

    def lists(self) -> list[str]:
        """Nested lists that the query visits."""
        used = {c.place.level for c in self.columns} | {level for level, _ in self.joined}
        used |= {c.place.node.value for c in self.columns if c.part}
        return [name for name in self.book.root.LISTS if name in used]

    # what the month itself decides

    def _closed(self) -> dict[AnyRule, bool | int]:
        found: dict[AnyRule, bool | int] = {}
        for programme, outcome in self.book.outcomes.items():
            if not programme.in_force(self.days["first_day"]):
                found[outcome.open] = found[outcome.entitled] = False
                if outcome.amount is not None:
                    found[outcome.amount] = 0
        return found

    def _wanted(self, rule: AnyRule) -> Place:
        if rule not in self.book.trees:
            raise KeyError(f"{rule.name} is not a rule of this rulebook")
        level = self.book.level(rule)
        return Place(level, tree.rule_value(rule, level))

    def _under(self, node: Node) -> tuple[Node, ...]:
        if node.op != "rule":
            return node.args
        rule = self.book.current(node.value)
        return () if rule in self.closed else (self.book.trees[rule],)

    def _fix(self, node: Node) -> None:
        """Keep the value of what is the same for everybody, unless a parameter that it needs has none in this month."""
        args = node.args
        if node.op == "if" and args[0] in self.fixed:
            args = (args[0], *(self.branch(node, self.fixed[args[0]]),) * 2)
        if node.op in LITERALS:
            with suppress(ParameterGap):
                self.fixed[node] = self.value(node)
        elif node.level == LAW and node.op != "rule" and all(a in self.fixed for a in args):
            self.fixed[node] = operate(node, [self.fixed[a] for a in args])

    def _settle(self, node: Node) -> bool | None:
        """Truth of a condition that the law of the month decides, so that the branch not taken is not even read."""
        if node.type.kind is not Kind.YES_NO:
            return None
        if node in self.fixed:
            return bool(self.fixed[node])
        if node.op == "rule":
            rule = self.book.current(node.value)
            return False if rule in self.closed else self.settled[self.book.trees[rule]]
        found = [self.settled.get(a) for a in node.args]
        if node.op in ("and", "or"):
            decides = node.op == "or"
            return decides if decides in found else None if None in found else not decides
        if node.op == "not":
            return None if found[0] is None else not found[0]
        if node.op == "if" and found[0] is not None:
            return found[1] if found[0] else found[2]
        return None

    # choosing columns

    def operands(self, place: Place) -> list[tuple[str, Node, int]]:
        """(level of the expression, operand, how often the SQL names it) of what ``place`` reads."""
        node, level = place.node, place.level
        if self.settled.get(node) is not None or node.op in (*LITERALS, "fact"):
            return []
        if node.op in ("sum", "any", "all"):
            return [(node.value, node.args[0], 2)]
        if node.op in ("least", "most"):
            return [(node.value, node.args[0], 2), (node.value, node.args[1], 4), (CASE, node.args[2], 1)]
        if node.op in ("and", "or"):
            return [(level, a, 1) for a in node.args if self.settled[a] is None]
        if node.op == "if" and self.settled[node.args[0]] is not None:
            return [(level, self.branch(node, self.settled[node.args[0]]), 1)]
        under = self._under(node)
        times = TIMES.get(node.op, (1,))
        return [(level, a, times[min(i, len(times) - 1)]) for i, a in enumerate(under)]

    def branch(self, node: Node, condition: bool | None) -> Node:
        """The branch of an ``if`` that is taken."""
        return node.args[1] if condition else node.args[2]

    def _choose(self) -> None:
        def under(place: Place) -> Iterator[Place]:
            return (self.place(level, node) for level, node, _ in self.operands(place))

        order = list(_after_operands(self.wanted, under))
        uses: Counter[Place] = Counter(self.wanted)
        crossing: set[Place] = set()
        for place in order:
            for level, node, times in self.operands(place):
                operand = self.place(level, node)
                uses[operand] += times
                if operand.level != level:
                    crossing.add(operand)
        weights: dict[Place, int] = {}
        reads: dict[Place, frozenset[Column]] = {}
        for place in order:
            parts = [(self.place(level, node), times) for level, node, times in self.operands(place)]
            weight = 1 + sum(times * weights[operand] for operand, times in parts)
            found = frozenset[Column]().union(*(reads[operand] for operand, _ in parts))
            if place.node.op in AGGREGATES:
                found = self._aggregate(place, reads)
                weight = 3 + sum(weights[self.place(CASE, default)] for default in place.node.args[2:])
            same = self._same(place)
            if same is not None:
                self._found[place, ""] = same
                found, weight = frozenset([same]), 1
            elif self._is_column(place, weight, uses[place], place in crossing):
                found, weight = frozenset([self._add(place, "", found)]), 1
            reads[place], weights[place] = found, weight

    def _same(self, place: Place) -> Column | None:
        """The column of another rule that this one only repeats."""
        under = self._under(place.node) if place.node.op == "rule" else ()
        if not under or under[0].op != "rule" or under[0].type.places != place.node.type.places:
            return None
        found = self.column(self.place(place.level, under[0]))
        return found if found is not None and found.place.level == place.level else None

    def _is_column(self, place: Place, weight: int, uses: int, crosses: bool) -> bool:
        node = place.node
        if node.op in ("fact", "rule"):
            return True
        if node.op in ("sum", "any", "all") or node.op in LITERALS:
            return False
        return crosses or weight > LARGE or (uses > 1 and weight > SMALL)

    def _aggregate(self, place: Place, reads: dict[Place, frozenset[Column]]) -> frozenset[Column]:
        node = place.node
        if node.op in ("sum", "any", "all"):
            needs = reads[self.place(node.value, node.args[0])]
            return frozenset([self._add(place, node.op, needs)])
        inner = [reads[self.place(node.value, a)] for a in node.args[:2]]
        parts = [self._add(place, part, inner[0] | inner[1]) for part in ("kept", node.op)]
        return frozenset(parts) | reads[self.place(CASE, node.args[2])]

    def _add(self, place: Place, part: str, needs: frozenset[Column]) -> Column:
        level, over = place.level, place.node.value if part else None
        phase = 0 if level == CASE and over is None else 1
        for need in needs:
            crosses = need.place.level == CASE and (level != CASE or over is not None)
            phase = max(phase, need.phase + crosses)
        same = [n.stage for n in needs if n.place.level == level and n.phase == phase]
        stage = 0 if part or place.node.op == "fact" else 1 + max(same, default=0)
        made = Column(self._name(place, part), place, part, needs, phase, stage)
        self.columns.append(made)
        self._found[place, part] = made
        return made

    def _name(self, place: Place, part: str) -> str:
        node = place.node
        if node.op == "rule":
            base = str(self.book.current(node.value).name)
        elif node.op == "fact":
            base = node.value if place.level == CASE else f"{place.level}.{node.value}"
        else:
            base = f"{part or node.op}_{len(self.columns)}"
        name, count = base, 1
        while name.lower() in self._names:
            count += 1
            name = f"{base}_{count}"
        self._names.add(name.lower())
        return name

    # how long a column is carried along

    def _live(self) -> None:
        for column in self.columns:
            level, at = column.place.level, column.at
            over = column.place.node.value if column.part else None
            for need in column.needs:
                if over is not None:
                    self._needed(need, over, (column.phase, END))
                else:
                    self._needed(need, level, at)
        for place in self.wanted:
            found = self._found[place, ""]
            found.until = (END, END)

    def _needed(self, need: Column, level: str, at: Moment) -> None:
        if need.place.level == level:
            need.until = max(need.until, at)
        else:
            need.until = max(need.until, (at[0] - 1, END))
            here = self.joined.setdefault((level, at[0]), {})
            here[need] = max(here.get(need, at), at)


def _after_operands(roots: Iterable[T], under: Callable[[T], Iterable[T]]) -> Iterator[T]:
    """Everything reachable from ``roots`` once, operands first; no recursion, so no limit of depth."""
    seen: set[T] = set()
    stack = [(root, False) for root in reversed(list(roots))]
    while stack:
        thing, ready = stack.pop()
        if ready:
            yield thing
        elif thing not in seen:
            seen.add(thing)
            stack.append((thing, True))
            stack.extend((each, False) for each in reversed(list(under(thing))) if each not in seen)
