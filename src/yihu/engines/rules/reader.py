"""From the parsed source of a rule to its typed tree: names are resolved, types and units checked."""

from __future__ import annotations

import ast
import builtins
import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yihu.engines.rules import tree, values
from yihu.engines.rules.rule import Programme, Rule, amount_of, entitled, granted, recognised
from yihu.engines.rules.schema import Entity, Nested
from yihu.engines.rules.syntax import RuleError, Source
from yihu.engines.rules.tree import CASE, Mistake, Node
from yihu.engines.rules.types import COUNT, DATE, Choice, Type, number

COMPARE = {ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge", ast.Eq: "eq", ast.NotEq: "ne"}
ROUNDING = {values.round_half_up: "half_up", values.round_up: "up", values.round_down: "down"}


@dataclass(frozen=True)
class Subject:
    """The case itself or the current item of a nested list."""

    entity: type[Entity]
    level: str


@dataclass(frozen=True)
class LawName:
    """The argument that stands for the law."""


@dataclass(frozen=True)
class Outside:
    """A name from outside a loop over ``level`` that stands for (or is made of) another item of the same list."""

    level: str


@dataclass(frozen=True)
class World:
    """What names may refer to: the root entity, parameter types, and the outcome rules of programmes."""

    root: type[Entity]
    parameter: Callable[[str], Type]
    outcome: Callable[[Programme, str], Rule[Any, Any, Any]]

    def level(self, entity: type[Entity]) -> str:
        """Level of rules about ``entity``; raises Mistake where no list holds it."""
        if issubclass(self.root, entity):
            return CASE
        lists = [name for name, nested in self.root.LISTS.items() if issubclass(nested.item, entity)]
        if len(lists) > 1:
            raise Mistake(f"{entity.__name__} is in {' and '.join(lists)}; give each list an entity of its own")
        if lists:
            return lists[0]
        raise Mistake(f"{entity.__name__} is neither {self.root.__name__} nor an item of one of its lists")


def read(source: Source, subject: type[Entity], world: World, globals_: dict[str, Any]) -> Node:
    """Tree of a rule; raises :class:`RuleError` with the line of the mistake."""
    return _Reader(source, subject, world, globals_).whole()


def lines(source: Source, subject: type[Entity], world: World, globals_: dict[str, Any]) -> dict[int, list[int]]:
    """Lines of the file on which each expression of a rule is written or used, by the number of its node."""
    reader = _Reader(source, subject, world, globals_)
    reader.whole()
    return reader.lines


class _Reader:
    def __init__(self, source: Source, subject: type[Entity], world: World, globals_: dict[str, Any]) -> None:
        self.source, self.world, self.globals = source, world, globals_
        self.entity = subject
        self.line = source.line
        self.lines: dict[int, list[int]] = {}

    def whole(self) -> Node:
        arguments = self.source.tree.args.args
        try:
            subject = Subject(self.entity, self.world.level(self.entity))
            names: dict[str, Any] = {arguments[0].arg: subject, arguments[1].arg: LawName()}
            return self.block(self.source.tree.body, names)
        except Mistake as problem:
            raise RuleError(self.source, self.line, str(problem)) from None
        except RecursionError:
            raise RuleError(
                self.source, self.line, "this expression is nested too deeply; split it into rules"
            ) from None

    def block(self, statements: list[ast.stmt], names: dict[str, Any]) -> Node:
        names = dict(names)
        for position, statement in enumerate(statements):
            self.line = statement.lineno
            if isinstance(statement, ast.Expr):
                if isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str):
                    continue
                raise Mistake("this line does nothing; return its value or give it a name")
            if isinstance(statement, ast.Assign):
                self.assign(statement, names)
            elif isinstance(statement, ast.Return):
                if statement.value is None:
                    raise Mistake("return a value")
                return self.value(statement.value, names)
            elif isinstance(statement, ast.If):
                rest = statements[position + 1 :]
                condition = self.value(statement.test, names)
                yes = self.block([*statement.body, *([] if _returns(statement.body) else rest)], names)
                no = self.block([*statement.orelse, *([] if _returns(statement.orelse) else rest)], names)
                self.line = statement.lineno
                return self.at(statement.lineno, tree.either(condition, yes, no))
        raise Mistake("this path ends without a return")

    def assign(self, statement: ast.Assign, names: dict[str, Any]) -> None:
        if len(statement.targets) != 1 or not isinstance(statement.targets[0], ast.Name):
            raise Mistake("assign to one plain name")
        name = statement.targets[0].id
        if name in names:
            raise Mistake(f"{name} has a value already; a name is assigned once")
        names[name] = self.value(statement.value, names)

    def value(self, node: ast.expr, names: dict[str, Any]) -> Node:
        """A node, or a Mistake where the expression is not a value (an entity, a list, a class)."""
        self.line = node.lineno
        found = self.thing(node, names)
        if isinstance(found, Node):
            return self.at(node.lineno, found)
        if isinstance(found, Choice) or (isinstance(found, (bool, int, Decimal)) and isinstance(node, ast.Constant)):
            return tree.constant(found)
        if isinstance(found, (int, Decimal)):
            raise Mistake(
                f"{ast.unparse(node)} is a figure in the code; make it a parameter of the law, with its source"
            )
        raise Mistake(f"{ast.unparse(node)} is not a value here; {_hint(found)}")

    def at(self, line: int, made: Node) -> Node:
        """The node, its line noted."""
        self.lines.setdefault(made.number, []).append(line)
        return made

    def thing(self, node: ast.expr, names: dict[str, Any]) -> Any:
        match node:
            case ast.Constant(value=value):
                if isinstance(value, str):
                    raise Mistake("texts are not values; use a Choice member")
                return value
            case ast.Name(id=name):
                return self.name(name, names)
            case ast.Attribute(value=of, attr=name):
                return self.attribute(self.thing(of, names), name)
            case ast.Call():
                return self.call(node, names)
            case ast.BinOp(left=left, op=op, right=right):
                a, b = self.value(left, names), self.value(right, names)
                make = {ast.Add: tree.add, ast.Sub: tree.subtract, ast.Mult: tree.multiply}[type(op)]
                return make(a, b)
            case ast.UnaryOp(op=op, operand=operand):
                inner = self.value(operand, names)
                return tree.negation(inner) if isinstance(op, ast.Not) else tree.negate(inner)
            case ast.BoolOp(op=op, values=operands):
                parts = tuple(self.value(each, names) for each in operands)
                return tree.conjunction(parts) if isinstance(op, ast.And) else tree.disjunction(parts)
            case ast.Compare():
                return self.comparison(node, names)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return tree.either(self.value(test, names), self.value(body, names), self.value(orelse, names))
            case ast.GeneratorExp():
                raise Mistake("a generator stands inside sum(), any(), all(), count(), min() or max()")
            case ast.Tuple() | ast.List() | ast.Set():
                raise Mistake("a tuple stands only after in: kind in (Kind.VISUAL, Kind.PHYSICAL)")
        raise Mistake(f"{ast.unparse(node)} is not part of the rule language")

    def name(self, name: str, names: dict[str, Any]) -> Any:
        for scope in (names, self.source.names, self.globals, vars(builtins)):
            if name in scope:
                return _inside(name, scope[name])
        known = [*names, *(k for k in self.globals if not k.startswith("_"))]
        raise Mistake(f"{name} is not known here{_close(name, known)}")

    def attribute(self, of: Any, name: str) -> Any:
        if isinstance(of, LawName):
            if name in ("first_day", "last_day"):
                return tree.day(name, DATE)
            return tree.parameter(name, self.world.parameter(name))
        if isinstance(of, Subject):
            return self.fact(of, name)
        if isinstance(of, type) and issubclass(of, Choice):
            if name in of.__members__:
                return of[name]
            raise Mistake(f"{of.__name__} has no {name}{_close(name, of.__members__)}")
        raise Mistake(f".{name} cannot be read here; facts are read from the case, an item or the law")

    def fact(self, of: Subject, name: str) -> Any:
        entity = of.entity
        if name in entity.FACTS:
            return tree.fact(name, entity.FACTS[name].type, of.level)
        if name == entity.UP:
            return Subject(self.world.root, CASE)
        if name in entity.LISTS and of.level == CASE:
            return entity.LISTS[name]
        raise Mistake(f"{entity.__name__} has no fact {name}{_close(name, [*entity.FACTS, *entity.LISTS])}")

    def comparison(self, node: ast.Compare, names: dict[str, Any]) -> Node:
        left = self.value(node.left, names)
        parts = []
        for op, right_node in zip(node.ops, node.comparators, strict=True):
            if isinstance(op, (ast.In, ast.NotIn)):
                options = [tree.compare("eq", left, each) for each in self.options(right_node, names)]
                inside = tree.disjunction(tuple(options))
                parts.append(inside if isinstance(op, ast.In) else tree.negation(inside))
                continue
            right = self.value(right_node, names)
            parts.append(tree.compare(COMPARE[type(op)], left, right))
            left = right
        return tree.conjunction(tuple(parts))

    def options(self, node: ast.expr, names: dict[str, Any]) -> list[Node]:
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)) and node.elts:
            return [self.value(each, names) for each in node.elts]
        found = self.thing(node, names)
        if isinstance(found, tuple) and found and all(isinstance(each, Choice) for each in found):
            return [tree.constant(each) for each in found]
        raise Mistake("in is followed by a tuple of choices or numbers: kind in (Kind.VISUAL, Kind.PHYSICAL)")

    # calls

    def call(self, node: ast.Call, names: dict[str, Any]) -> Node:
        called = self.thing(node.func, names)
        if isinstance(called, Rule):
            return self.rule(called, node, names)
        if not callable(called):
            raise Mistake(f"{ast.unparse(node.func)} cannot be called")
        if called in (sum, any, all, values.count) or (called in (min, max) and _is_loop(node)):
            return self.loop(called, node, names)
        arguments = [self.thing(a, names) if _may_be_entity(called) else self.value(a, names) for a in node.args]
        options = {k.arg or "**": k.value for k in node.keywords}
        if called in (min, max) and len(arguments) > 1 and not options:
            return tree.extreme(called.__name__, tuple(arguments))
        if called is len and len(arguments) == 1:
            return self.size(arguments[0])
        if called is values.divide and len(arguments) == 2:
            zero = options.pop("if_zero", None)
            if_zero = None if zero is None else self.value(zero, names)
            return tree.quotient(arguments[0], arguments[1], self.literal(options, "places", int), if_zero)
        if called in ROUNDING and len(arguments) == 2 and not options:
            places = arguments[1]
            if places.op != "const" or places.type != COUNT or not 0 <= places.value <= tree.MOST_PLACES:
                raise Mistake(f"the places are written as a number from 0 to {tree.MOST_PLACES}: round_half_up(x, 2)")
            return tree.rounded(arguments[0], ROUNDING[called], int(places.value))
        if called is values.age_on and len(arguments) == 2:
            return tree.age(arguments[0], arguments[1], self.literal(options, "feb29", str))
        if called is values.months_between and len(arguments) == 2:
            return tree.months(arguments[0], arguments[1])
        if called in (recognised, granted, entitled, amount_of):
            return self.programme(called, arguments, options)
        raise Mistake(f"{ast.unparse(node.func)}(…) is not part of the rule language, or not with these arguments")

    def literal(self, options: dict[str, ast.expr], name: str, kind: type) -> Any:
        node = options.pop(name, None)
        if options:
            raise Mistake(f"unknown argument {', '.join(options)}")
        if not isinstance(node, ast.Constant) or type(node.value) is not kind:
            what = "places=2" if name == "places" else 'feb29="mar1" or feb29="feb28"'
            raise Mistake(f"state {what}: the rule says which way, not the machine")
        if name == "feb29" and node.value not in ("mar1", "feb28"):
            raise Mistake('feb29 is "mar1" or "feb28"')
        value: Any = node.value
        if name == "places" and not 0 <= value <= tree.MOST_PLACES:
            raise Mistake(f"places is between 0 and {tree.MOST_PLACES}")
        return value

    def rule(self, called: Rule[Any, Any, Any], node: ast.Call, names: dict[str, Any]) -> Node:
        things = [self.thing(a, names) for a in node.args]
        if (
            len(things) != 2
            or not isinstance(things[0], Subject)
            or not isinstance(things[1], LawName)
            or node.keywords
        ):
            raise Mistake(f"call a rule with an entity and the law: {called.name}(home, law)")
        if not issubclass(things[0].entity, called.entity):
            raise Mistake(f"{called.name} is about a {called.entity.__name__}, not a {things[0].entity.__name__}")
        return tree.rule_value(called, things[0].level)

    def programme(self, called: Any, things: list[Any], options: dict[str, ast.expr]) -> Node:
        kinds = (Programme, Subject, LawName) if called in (entitled, amount_of) else (Programme, Subject)
        if options or len(things) != len(kinds) or not all(map(isinstance, things, kinds)):
            raise Mistake(
                f"write {called.__name__}(PROGRAMME, home{', law' if called in (entitled, amount_of) else ''})"
            )
        programme, subject = things[0], things[1]
        self.world.outcome(programme, "entitled")
        if not issubclass(subject.entity, programme.of):
            raise Mistake(f"{programme.id} is about a {programme.of.__name__}, not a {subject.entity.__name__}")
        if called is entitled:
            return tree.rule_value(self.world.outcome(programme, "entitled"), subject.level)
        if called is amount_of:
            return tree.rule_value(self.world.outcome(programme, "amount"), subject.level)
        fact = tree.fact(f"granted.{programme.id}", granted_type(programme), subject.level)
        if programme.amount is None:
            if called is granted:
                raise Mistake(f"{programme.id} pays nothing; ask recognised({programme.id.upper()}, …)")
            return fact
        return fact if called is granted else tree.compare("gt", fact, tree.constant(0))

    # loops

    def loop(self, called: Any, node: ast.Call, names: dict[str, Any]) -> Node:
        if not _is_loop(node):
            raise Mistake(f"write {called.__name__}(… for m in home.members)")
        generator = node.args[0]
        assert isinstance(generator, ast.GeneratorExp)
        if len(generator.generators) != 1:
            raise Mistake("one loop at a time; put the inner loop into a rule of its own")
        part = generator.generators[0]
        nested = self.thing(part.iter, names)
        if not isinstance(nested, Nested) or not isinstance(part.target, ast.Name):
            raise Mistake("loop over a nested list: for m in home.members")
        if part.target.id in names:
            raise Mistake(f"{part.target.id} has a value already; use another name in the loop")
        inside = {n: Outside(nested.name) if _level(v) == nested.name else v for n, v in names.items()}
        inside[part.target.id] = Subject(nested.item, nested.name)
        keep = tree.conjunction(tuple(self.value(c, inside) for c in part.ifs)) if part.ifs else None
        body = self.value(generator.elt, inside)
        options = {k.arg or "**": k.value for k in node.keywords}
        default = options.pop("default", None) if called in (min, max) else None
        if options:
            raise Mistake(f"unknown argument {', '.join(options)}")
        if called is values.count:
            return tree.aggregate("sum", nested.name, tree.either(body, tree.constant(1), tree.constant(0)), keep)
        start = None if default is None else self.value(default, names)
        return tree.aggregate(called.__name__, nested.name, body, keep, start)

    def size(self, thing: Any) -> Node:
        if not isinstance(thing, Nested):
            raise Mistake("len() takes a nested list: len(home.members)")
        return tree.size(thing.name)


def _level(thing: Any) -> str | None:
    return thing.level if isinstance(thing, (Node, Subject)) else None


def _inside(name: str, thing: Any) -> Any:
    if isinstance(thing, Outside):
        raise Mistake(
            f"{name} belongs outside this loop over {thing.level}, and two items of one list cannot be compared; "
            f"compare with a rule of the case: min(… for m in home.{thing.level}, default=…)"
        )
    return thing


def granted_type(programme: Programme) -> Type:
    """Type of the fact ``granted.<programme>``: the amount paid today, or yes/no for a recognition."""
    return programme.eligible.type if programme.amount is None else number(programme.amount.type.unit, 2)


def _returns(body: list[ast.stmt]) -> bool:
    if not body:
        return False
    last = body[-1]
    if isinstance(last, ast.If):
        return _returns(last.body) and _returns(last.orelse)
    return isinstance(last, ast.Return)


def _is_loop(node: ast.Call) -> bool:
    return len(node.args) == 1 and isinstance(node.args[0], ast.GeneratorExp)


def _may_be_entity(called: Any) -> bool:
    return called in (len, recognised, granted, entitled, amount_of)


def _close(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""


def _hint(found: Any) -> str:
    if isinstance(found, Subject):
        return f"read one of the facts of {found.entity.__name__}"
    if isinstance(found, Nested):
        return f"aggregate it: sum(… for m in home.{found.name})"
    if isinstance(found, LawName):
        return "read one of its parameters: law.name"
    return "use facts, parameters, rules and choices"
