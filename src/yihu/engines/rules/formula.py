"""Rules as they are read in one month: conditions as lists, amounts as rows “when … gives …”, figures with their values.

What the law of the month settles by itself is left out: of ``if law.new_text: … else: …`` only the branch that holds is said,
and a condition that always holds is not said at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product
from math import prod
from typing import Any, Literal

from yihu.engines.rules import tree
from yihu.engines.rules.book import AnyRule, parameter_type
from yihu.engines.rules.month import Month, operate
from yihu.engines.rules.parameters import Parameter, ParameterType, Value
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import CASE, LAW, Mistake, Node
from yihu.engines.rules.types import YES_NO, Kind
from yihu.engines.rules.wording import SIGN, SIGN_EN, Lang, Wording, value

MOST_ROWS = 12
"""A formula whose branches multiply into more rows than this is said in one sentence."""

_LOOSE = {"add": ("mul", "add"), "sub": ("mul",), "mul": ()}
"""Right operands that need no brackets; a left operand also needs none where it is of the same kind."""
_LEFT = {"add": ("mul", "add", "sub"), "sub": ("mul", "add", "sub"), "mul": ("mul",)}
_TOGETHER = ("add", "sub", "mul", "neg", "min", "max", "round", "div", *tree.COMPARISONS)
_NUMBERS_ZH = "零一两三四五六七八九十"


@dataclass(frozen=True)
class Row:
    """One row of a formula: the conditions that hold together, and the value. Rows are read from above, the first that
    fits counts; ``rest``: a row above it begins with these conditions and has more."""

    when: tuple[Node, ...]
    gives: Node
    rest: bool = False


@dataclass(frozen=True)
class Listed:
    """A formula for reading: ``one`` sentence, conditions that must ``all`` hold or of which ``any`` does, or ``cases``.

    Each part is (when, what); ``when`` is empty except in cases.
    """

    kind: Literal["one", "all", "any", "cases"]
    parts: tuple[tuple[str, str], ...]


def figure(parameter: Parameter, found: Value | None, lang: Lang) -> str:
    """A value of a parameter with its unit: a multiple has none, and only an age is in 周岁."""
    if found is None:
        return "终止" if lang == "zh" else "ended"
    said = value(found, parameter_type(parameter), lang)
    if parameter.unit != "year":
        return said
    if parameter.type is ParameterType.NUMBER:
        return said.removesuffix("周岁").removesuffix(" years")
    return said if lang == "en" or "龄" in parameter.zh else f"{said.removesuffix('周岁')}年"


class MonthWording(Wording):
    """Puts trees into words as they stand in one month."""

    def __init__(self, month: Month, lang: Lang) -> None:
        super().__init__(month.book, lang)
        self.month = month
        self._resolved: dict[int, Node] = {}

    # what the month settles

    def resolve(self, node: Node) -> Node:
        """The node with what the law of the month settles at its top; its operands are resolved when they are asked for."""
        if node.number not in self._resolved:
            self._resolved[node.number] = self._resolve(node)
        return self._resolved[node.number]

    def _resolve(self, node: Node) -> Node:
        if node.type == YES_NO and node.level == LAW and self._known(node):
            return tree.constant(bool(self.month.value(node)))
        if node.op == "rule" and node.type == YES_NO:
            called = self.resolve(self.month.tree(node.value))
            return called if called.op == "const" else node
        if node.op == "if":
            test = self.resolve(node.args[0])
            return node if test.op != "const" else self.resolve(node.args[1] if test.value else node.args[2])
        if node.op == "not":
            return (
                tree.negation(arg)
                if (arg := self.resolve(node.args[0])).op != "const"
                else tree.constant(not arg.value)
            )
        if node.op in ("and", "or"):
            return self._joined(node)
        return node

    def _joined(self, node: Node) -> Node:
        settles = node.op == "or"
        resolved = (self.resolve(arg) for arg in node.args)
        parts = list(dict.fromkeys(chain.from_iterable(p.args if p.op == node.op else (p,) for p in resolved)))
        if any(part.op == "const" and part.value is settles for part in parts):
            return tree.constant(settles)
        left = tuple(part for part in parts if part.op != "const")
        if not left:
            return tree.constant(not settles)
        return tree.disjunction(left) if settles else tree.conjunction(left)

    def _known(self, node: Node) -> bool:
        return all(each.value in self.month.live for each in tree.walk(node) if each.op == "param")

    def programme_of(self, rule: AnyRule) -> Programme | None:
        """The programme whose outcome the engine's own rule is; None for a rule of the pack."""
        return self._outcomes.get(rule, ("", None))[1]

    def below(self, rule: AnyRule) -> Iterator[Node]:
        """The nodes of a rule that this month can reach; other rules are not entered."""
        waiting, seen = [self.month.tree(rule)], set[int]()
        while waiting:
            node = self.resolve(waiting.pop())
            if node.number not in seen:
                seen.add(node.number)
                yield node
                waiting += reversed(node.args)

    def used(self, roots: Iterable[AnyRule]) -> tuple[AnyRule, ...]:
        """The rules of the pack that these need in this month, themselves first; outcomes of programmes are not entered."""
        found: dict[AnyRule, None] = {}
        waiting = [self.book.current(rule) for rule in roots][::-1]
        while waiting:
            rule = waiting.pop()
            if rule in found or self.programme_of(rule):
                continue
            found[rule] = None
            called = [self.book.current(n.value) for n in self.below(rule) if n.op == "rule"]
            waiting += reversed(called)
        return tuple(found)

    def settled(self, node: Node) -> Any:
        """The value that the law of the month gives the node whoever is asked about; None where it depends on somebody."""
        found = self.resolve(node)
        if found.op in ("const", "param", "day") or found.level == LAW:
            return self.month.value(found) if self._known(found) else None
        if found.op == "rule" and not self.programme_of(found.value):
            return self.settled(self.month.tree(found.value))
        if found.op in _TOGETHER and None not in (args := [self.settled(arg) for arg in found.args]):
            return operate(found, args)
        return None

    # words

    def say(self, node: Node) -> str:
        """The expression as it stands in the month."""
        return super().say(self.resolve(node))

    def all_of(self, conditions: Iterable[Node]) -> str:
        """Conditions that hold together."""
        flat = list(chain.from_iterable(self.conjuncts(each) for each in conditions))
        return self._two("，且", " and ").join(self._inner(each) if len(flat) > 1 else self.say(each) for each in flat)

    def conjuncts(self, node: Node) -> tuple[Node, ...]:
        """What ``and`` joins, however deep."""
        return self._flat(node, "and")

    def _flat(self, node: Node, op: str) -> tuple[Node, ...]:
        found = self.resolve(node)
        if found.op != op:
            return (found,)
        return tuple(dict.fromkeys(chain.from_iterable(self._flat(arg, op) for arg in found.args)))

    def listed(self, node: Node) -> Listed:
        """The expression as a list for reading."""
        found = self.resolve(node)
        rows = self.rows(found)
        if len(rows) > 1:
            return Listed("cases", tuple((self.when(row), self.say(row.gives)) for row in rows))
        if found.op == "and" or (found.op == "or" and not self._same_fact(found)):
            parts = tuple(("", self.say(part)) for part in self._flat(found, found.op))
            return Listed("all" if found.op == "and" else "any", parts)
        return Listed("one", (("", self.say(rows[0].gives)),))

    def when(self, row: Row) -> str:
        """The conditions of a row in words."""
        other = self._two("其他情形", "otherwise")
        if not row.when:
            return other
        said = self.all_of(row.when)
        return self._two(f"{said}（其他情形）", f"{said} (otherwise)") if row.rest else said

    @staticmethod
    def _same_fact(node: Node) -> bool:
        """One fact that takes one of several values is said in one sentence."""
        return all(a.op == "eq" and a.args[0] is node.args[0].args[0] for a in node.args)

    def _inner(self, node: Node) -> str:
        return super()._inner(self.resolve(node))

    def _parameter(self, node: Node) -> str:
        label = super()._parameter(node)
        if node.value not in self.month.live or node.type == YES_NO:
            return label
        shown = figure(self.book.law.parameter(node.value), self.month.law[node.value], self.lang)
        return self._two(f"{label}（{shown}）", f"{label} ({shown})")

    def _rule(self, node: Node) -> str:
        label = super()._rule(node)
        found = self.settled(node) if node.type.kind is Kind.NUMBER else None
        if found is None:
            return label
        shown = value(found, node.type, self.lang)
        return self._two(f"{label}（{shown}）", f"{label} ({shown})")

    def _say(self, node: Node) -> str:
        if node.op in _LEFT:
            sign = self._two(SIGN[node.op], SIGN_EN[node.op])
            return (
                f"{self._operand(node.args[0], _LEFT[node.op])} {sign} {self._operand(node.args[1], _LOOSE[node.op])}"
            )
        if node.op in ("min", "max"):
            return self._extreme(node)
        if node.op in ("round", "div"):
            return self._rounded(node)
        return super()._say(node)

    def _not(self, node: Node) -> str:
        inner = self.resolve(node.args[0])
        if inner.op == "or" and self._same_fact(inner):
            options = self._two("、", " nor ").join(self._choice(a.args[1]) for a in inner.args)
            return self.say(inner.args[0].args[0]) + self._two(f"不为{options}", f" is neither {options}")
        if inner.op == "any":
            return self._of_some(inner, ("没有{}符合（{}）", "none of the {}: {}"))
        if self._is_recognition(inner):
            name = self._named(self._granted(inner))
            return self._two(f"现在没有享受{name}", f"does not have {name} today")
        return super()._not(node)

    def _fact(self, node: Node) -> str:
        if not self._is_recognition(node):
            return super()._fact(node)
        name = self._named(self._granted(node))
        return self._two(f"现在享受{name}", f"has {name} today")

    @staticmethod
    def _is_recognition(node: Node) -> bool:
        return node.op == "fact" and node.type == YES_NO and node.value.startswith("granted.")

    def _age(self, node: Node) -> str:
        since, until = self.say(node.args[0]), self.say(node.args[1])
        if "出生" in since or "birth" in since:
            return super()._age(node)
        return self._two(f"从{since}到{until}的满年数", f"full years from {since} to {until}")

    def _operand(self, node: Node, bare: tuple[str, ...]) -> str:
        found = self.resolve(node)
        return self.say(found) if found.op in bare else self._inner(found)

    def _extreme(self, node: Node) -> str:
        low = node.op == "min"
        nothing = [arg for arg in node.args if arg.op == "const" and arg.value == 0]
        if not low and len(node.args) == 2 and nothing:
            rest = next(arg for arg in node.args if arg is not nothing[0])
            return self._two(f"（{self.say(rest)}，负数按0）", f"({self.say(rest)}, or 0 if that is negative)")
        names = self._two("；", "; ").join(self.say(arg) for arg in node.args)
        count = _NUMBERS_ZH[len(node.args)] if len(node.args) <= 10 else ""
        return self._two(
            f"{count}者取{'低' if low else '高'}（{names}）", f"the {'lower' if low else 'higher'} of ({names})"
        )

    def _rounded(self, node: Node) -> str:
        mode, places = node.value if node.op == "round" else ("half_up", node.value)
        if node.op == "div":
            said = f"{self._operand(node.args[0], ('mul',))} {self._two('÷', '÷')} {self._inner(node.args[1])}"
        else:
            said = self.say(node.args[0])
        how = {
            "half_up": ("四舍五入", "rounded"),
            "up": ("向上取", "rounded up"),
            "down": ("向下取", "rounded down"),
        }[mode]
        to = _to(places, money=node.type.is_money)
        return self._two(f"（{said}，{how[0]}{to[0]}）", f"({said}, {how[1]} {to[1]})")

    def _of_some(self, node: Node, form: tuple[str, str]) -> str:
        nested, inside = self.book.root.LISTS[node.value], self.say(node.args[0])
        return self._two(form[0].format(nested.zh, inside), form[1].format(nested.en, inside))

    def _aggregate(self, node: Node) -> str:
        if node.op in ("any", "all"):
            some = ("有{}符合（{}）", "some of the {}: {}")
            return self._of_some(node, some if node.op == "any" else ("每个{}都符合（{}）", "all of the {}: {}"))
        body = self.resolve(node.args[0])
        if node.op != "sum" or body.op != "if" or body.args[2] is not tree.constant(0):
            return super()._aggregate(node)
        nested, keep = self.book.root.LISTS[node.value], self.all_of([body.args[0]])
        if body.args[1] is tree.constant(1):
            return self._two(f"{nested.zh}人数（只计：{keep}）", f"number of {nested.en} ({keep})")
        inside = self.say(body.args[1])
        return self._two(f"{nested.zh}合计（{inside}；只计：{keep}）", f"sum of {inside} ({nested.en}; only: {keep})")

    # rows

    def rows(self, node: Node) -> tuple[Row, ...]:
        """The value case by case, to be read from above; one row without conditions where there is nothing to choose."""
        try:
            found = self._rows(node)
        except (Mistake, _TooMany):
            found = [Row((), self.resolve(node))]
        live: list[Row] = []
        for row in found:
            held = set(row.when)
            if not any(set(each.when) <= held for each in live):
                rest = any(
                    len(each.when) > len(row.when) > 0 and each.when[: len(row.when)] == row.when for each in live
                )
                live.append(Row(row.when, row.gives, rest))
        return tuple(live)

    def _rows(self, node: Node) -> list[Row]:
        found = self.resolve(node)
        if found.op == "if":
            test = self.conjuncts(found.args[0])
            yes = [Row(tuple(dict.fromkeys((*test, *row.when))), row.gives) for row in self._rows(found.args[1])]
            return _few([*yes, *self._rows(found.args[2])])
        if found.op not in _TOGETHER or any(arg.type.kind is not Kind.NUMBER for arg in found.args):
            return [Row((), found)]
        operands = found.args[:2] if found.op == "div" else found.args
        cases = [self._rows(arg) for arg in operands]
        if all(len(each) == 1 and each[0].gives is arg for each, arg in zip(cases, operands, strict=True)):
            return [Row((), found)]
        if prod(map(len, cases)) > MOST_ROWS:
            raise _TooMany
        return [_together(found, each) for each in product(*cases)]


class _TooMany(Exception):
    """More rows than can be read."""


def _few(rows: list[Row]) -> list[Row]:
    if len(rows) > MOST_ROWS:
        raise _TooMany
    return rows


def _together(node: Node, operands: tuple[Row, ...]) -> Row:
    """The row of an operation whose operands are in these cases."""
    when = tuple(dict.fromkeys(chain.from_iterable(each.when for each in operands)))
    return Row(when, _of(node, [each.gives for each in operands]))


def _of(node: Node, args: list[Node]) -> Node:
    """The same operation on other operands; nothing is added or taken away where one is 0."""
    first, *others = args
    if node.op == "round":
        return tree.rounded(first, *node.value)
    if node.op == "neg":
        return tree.negate(first)
    if node.op in ("min", "max"):
        return tree.extreme(node.op, tuple(args))
    second = others[0]
    if node.op == "div":
        return tree.quotient(first, second, node.value, node.args[2] if len(node.args) > 2 else None)
    if node.op == "mul":
        return tree.multiply(first, second)
    if node.op in tree.COMPARISONS:
        return tree.compare(node.op, first, second)
    nothing = tree.constant(0)
    if second is nothing:
        return first
    if first is nothing and node.op == "add":
        return second
    return tree.add(first, second) if node.op == "add" else tree.subtract(first, second)


def _to(places: int, *, money: bool) -> tuple[str, str]:
    if money:
        known = {0: ("到元", "to the yuan"), 1: ("到角", "to the tenth of a yuan"), 2: ("到分", "to the fen")}
        if places in known:
            return known[places]
    return (f"到小数点后{places}位", f"to {places} decimals") if places else ("到整数", "to a whole number")


__all__ = ["CASE", "Listed", "MonthWording", "Row"]
