"""Evaluate rules for one case: each rule's tree becomes a small Python function in three values (None is unknown).

``Evaluation`` remembers every value by rule and subject. A rule becomes two functions, made when they are first needed: one
that finds its value and looks at no more than it takes, and one that gives the values of all its nodes, which
:mod:`explain` shows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from yihu.engines.rules import tree, values
from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.month import ROUND, Month
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE, Node

Body = Callable[["Evaluation", "Frame"], tuple[Any, ...]]


class Frame:
    """The facts of one subject (None is unknown), and the rule values found for it so far with what explains them."""

    __slots__ = ("case", "entity", "facts", "level", "lists", "position", "rules", "steps", "values")

    def __init__(self, entity: Entity, level: str, position: int, case: Frame | None) -> None:
        self.entity, self.level, self.position = entity, level, position
        self.case: Frame = case or self
        vars_ = entity.__dict__
        self.facts = {name: None if (v := vars_[name]) is values.UNKNOWN else v for name in entity.FACTS}
        self.facts.update({f"granted.{name}": v for name, v in entity.granted.items()})
        self.lists: dict[str, list[Frame]] = {}
        self.values: dict[AnyRule, Any] = {}
        self.rules: dict[AnyRule, tuple[Any, ...]] = {}
        self.steps: dict[AnyRule, Any] = {}


class Evaluation:
    """One case in one month. Values are computed when asked for, once."""

    def __init__(self, month: Month, case: Entity) -> None:
        self.month = month
        self.quick, self.bodies, self.single, self.parts = compiled(month)
        self.law, self.replaced = month.law, month.book.replaced
        self.first_day, self.last_day = month.first_day, month.last_day
        self.case = Frame(case, CASE, 0, None)
        for name in case.LISTS:
            items = getattr(case, name)
            self.case.lists[name] = [Frame(item, name, i, self.case) for i, item in enumerate(items)]

    def frames(self, level: str) -> list[Frame]:
        """All subjects of a level."""
        return [self.case] if level == CASE else self.case.lists[level]

    def of(self, rule: AnyRule, frame: Frame) -> Any:
        """Value of a rule for a subject; None where unknown."""
        if self.replaced:
            rule = self.replaced.get(rule, rule)
        if rule not in frame.values:
            frame.values[rule] = self.quick[rule](self, frame)
        return frame.values[rule]

    def nodes(self, rule: AnyRule, frame: Frame) -> tuple[Any, ...]:
        """Values of all nodes of the rule's tree in the order of ``tree.walk``."""
        if self.replaced:
            rule = self.replaced.get(rule, rule)
        found = frame.rules.get(rule)
        if found is None:
            found = frame.rules[rule] = self.bodies[rule](self, frame)
        return found

    def evaluate(self, node: Node, frame: Frame) -> Any:
        """Value of any node about the subject (a condition of a rule about it, say)."""
        if node.op == "rule":
            return self.of(node.value, frame.case if node.level == CASE else frame)
        key = (node.number, frame.level)
        if key not in self.single:
            self.single[key] = _Quick(self.month, frame.level).function(node)
        return self.single[key](self, frame)

    def below(self, node: Node, frame: Frame) -> tuple[Any, ...]:
        """Values of the node and all below it, in the order of ``own_nodes``."""
        key = (node.number, frame.level)
        if key not in self.parts:
            self.parts[key] = _Writer(self.month, frame.level).function(node)
        return self.parts[key](self, frame)


def call(rule: AnyRule, month: Month, case: Entity, position: int = 0) -> Any:
    """Value of a rule for a case (or for item ``position`` of its list); None where unknown."""
    evaluation = Evaluation(month, case)
    return evaluation.of(rule, evaluation.frames(month.book.level(month.book.current(rule)))[position])


class _Functions(dict[Any, Any]):
    """Functions of the rules of a month, each made when it is first asked for."""

    def __init__(self, month: Month, writer: type[_Writer]) -> None:
        super().__init__()
        self.month, self.writer = month, writer

    def __missing__(self, rule: AnyRule) -> Any:
        made = self[rule] = self.writer(self.month, self.month.book.level(rule)).function(self.month.trees[rule])
        return made


Compiled = tuple[_Functions, _Functions, dict[tuple[int, str], Any], dict[tuple[int, str], Body]]
_compiled: WeakKeyDictionary[Rulebook, dict[frozenset[str], Compiled]] = WeakKeyDictionary()


def compiled(month: Month) -> Compiled:
    """Python functions of the rules of the month (their value; the values of their nodes), and of single nodes by number
    and level of the subject (the same); kept for as long as the rulebook and the programmes in force last."""
    kept = _compiled.setdefault(month.book, {})
    key = frozenset(p.id for p in month.programmes)
    if key not in kept:
        kept[key] = (_Functions(month, _Quick), _Functions(month, _Writer), {}, {})
    return kept[key]


class _Writer:
    """Writes one rule as Python source: one line a node, so that every node's value can be shown."""

    LAST = "[-1]"  # what a function gives ends with the value

    def __init__(self, month: Month, level: str) -> None:
        self.month, self.level = month, level
        self.names: dict[str, Any] = dict(HELPERS)

    def function(self, root: Node) -> Any:
        lines = self.body(root, "_rule", self.level)
        exec(compile("\n".join(lines), "<rule>", "exec"), self.names)  # noqa: S102 - text made from our own tree
        return self.names["_rule"]

    def body(self, root: Node, name: str, level: str) -> list[str]:
        """Source of a function of (evaluation, frame) that returns the values of all nodes below ``root``."""
        inner: list[str] = []
        lines = [f"def {name}(e, f):"]
        known: dict[int, str] = {}
        for node in own_nodes(root):
            variable = f"v{len(known)}"
            known[node.number] = variable
            lines.append(f"    {variable} = {self.expression(node, known, inner, level)}")
        lines.append(f"    return ({', '.join(known.values())},)")
        return [*inner, *lines]

    def expression(self, node: Node, known: dict[int, str], inner: list[str], level: str) -> str:
        frame = "f" if node.level == level else "f.case"
        match node.op:
            case "const":
                return self.keep(node.value)
            case "fact":
                return (
                    f"{frame}.facts[{node.value!r}]" if "." not in node.value else f"{frame}.facts.get({node.value!r})"
                )
            case "param":
                return f"e.law[{node.value!r}]"
            case "day":
                return f"e.{node.value}"
            case "rule":
                return self.called(self.keep(self.month.book.current(node.value)), frame)
        if node.op in tree.AGGREGATES:
            return self.aggregate(node, inner)
        args = [known[a.number] for a in node.args]
        return self.operation(node, args)

    def called(self, rule: str, frame: str) -> str:
        return f"({frame}.rules.get({rule}) or e.nodes({rule}, {frame}))[-1]"

    def aggregate(self, node: Node, inner: list[str]) -> str:
        parts = node.args[:1] if node.op in ("sum", "any", "all") else node.args[:2]
        made = []
        for part in parts:
            name = f"_body{len(self.names)}_{part.number}"
            self.names[name] = None
            inner += self.body(part, name, node.value)
            made.append(f"[{name}(e, m){self.LAST} for m in f.case.lists[{node.value!r}]]")
        if node.op in ("sum", "any", "all"):
            return f"{node.op}_({made[0]})"
        name = f"_default{len(self.names)}_{node.args[2].number}"
        self.names[name] = None
        inner += self.body(node.args[2], name, CASE)
        return f"extreme_({'min' if node.op == 'least' else 'max'}, {made[0]}, {made[1]}, {name}(e, f.case){self.LAST})"

    def operation(self, node: Node, args: list[str]) -> str:
        a = args[0]
        either = " or ".join(f"{x} is None" for x in dict.fromkeys(args))
        match node.op:
            case "and":
                return f"and_({', '.join(args)})"
            case "or":
                return f"or_({', '.join(args)})"
            case "not":
                return f"None if {a} is None else not {a}"
            case "if":
                return f"None if {a} is None else ({args[1]} if {a} else {args[2]})"
            case "div":
                zero = "0" if len(args) < 3 else args[2]
                plain = f"None if {a} is None or {args[1]} is None else divide({a}, {args[1]}, places={node.value}, if_zero=0)"
                return plain if len(args) < 3 else f"{zero} if {args[1]} == 0 and {a} is not None else ({plain})"
            case "round":
                return f"None if {a} is None else {self.keep(ROUND[node.value[0]])}({a}, {node.value[1]})"
            case "age":
                return f"None if {either} else age_on({a}, {args[1]}, feb29={node.value!r})"
            case "months":
                return f"None if {either} else months_between({a}, {args[1]})"
            case "min" | "max":
                return f"None if {either} else {node.op}({', '.join(args)})"
            case "neg":
                return f"None if {a} is None else -{a}"
        return f"None if {either} else {a} {SIGN[node.op]} {args[1]}"

    def keep(self, value: Any) -> str:
        name = f"k{len(self.names)}"
        self.names[name] = value
        return name


class _Quick(_Writer):
    """Writes one rule as Python source that gives its value alone: what can no longer change it is not computed."""

    LAST = ""

    def body(self, root: Node, name: str, level: str) -> list[str]:
        inner: list[str] = []
        lines = [f"def {name}(e, f):"]
        self.returned(root, {}, (level, inner, lines), "    ")
        return [*inner, *lines]

    def returned(self, node: Node, known: dict[int, str], where: tuple[str, list[str], list[str]], pad: str) -> None:
        """Write the lines that return the value of a node."""
        lines = where[2]
        if node.op in ("and", "or"):
            settles = node.op == "or"
            names = []
            for arg in node.args:
                names.append(self.named(arg, known, where, pad))
                lines.append(f"{pad}if {names[-1]} is {settles}: return {settles}")
            doubt = " or ".join(f"{name} is None" for name in names)
            lines.append(f"{pad}return None if {doubt} else {not settles}")
        elif node.op == "if":
            test = self.named(node.args[0], known, where, pad)
            lines += [f"{pad}if {test} is None: return None", f"{pad}if {test}:"]
            self.returned(node.args[1], dict(known), where, pad + " ")
            self.returned(node.args[2], known, where, pad)
        else:
            lines.append(f"{pad}return {self.named(node, known, where, pad)}")

    def named(self, root: Node, known: dict[int, str], where: tuple[str, list[str], list[str]], pad: str) -> str:
        """Write the lines that give a node its name."""
        level, inner, lines = where
        for node in own_nodes(root):
            if node.number not in known:
                expression = self.expression(node, known, inner, level)
                known[node.number] = f"v{len(lines)}"
                lines.append(f"{pad}{known[node.number]} = {expression}")
        return known[root.number]

    def called(self, rule: str, frame: str) -> str:
        return f"({frame}.values[{rule}] if {rule} in {frame}.values else e.of({rule}, {frame}))"


@cache
def own_nodes(root: Node) -> tuple[Node, ...]:
    """Nodes whose values ``Evaluation.nodes`` gives: those below ``root`` but not inside a loop over a list."""
    found: dict[int, Node] = {}

    def visit(node: Node) -> None:
        if node.number in found:
            return
        if node.op not in tree.AGGREGATES:
            for arg in node.args:
                visit(arg)
        found[node.number] = node

    visit(root)
    return tuple(found.values())


def _and(*args: bool | None) -> bool | None:
    unknown = False
    for a in args:
        if a is None:
            unknown = True
        elif not a:
            return False
    return None if unknown else True


def _or(*args: bool | None) -> bool | None:
    unknown = False
    for a in args:
        if a is None:
            unknown = True
        elif a:
            return True
    return None if unknown else False


def _sum(parts: list[Any]) -> Any:
    return None if any(p is None for p in parts) else sum(parts)


def _extreme(pick: Callable[..., Any], bodies: list[Any], keeps: list[bool | None], default: Any) -> Any:
    if any(k is None for k in keeps):
        return None
    kept = [b for b, k in zip(bodies, keeps, strict=True) if k]
    if any(b is None for b in kept):
        return None
    return pick(kept) if kept else default


SIGN = {"add": "+", "sub": "-", "mul": "*", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
HELPERS: dict[str, Any] = {
    "and_": _and,
    "or_": _or,
    "sum_": _sum,
    "any_": lambda parts: _or(*parts),
    "all_": lambda parts: _and(*parts),
    "extreme_": _extreme,
    "divide": values.divide,
    "age_on": values.age_on,
    "months_between": values.months_between,
}
