"""A rulebook: the rules of all programmes read, typed, ordered and proved, ready for every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yihu.engines.rules import ranges, tree
from yihu.engines.rules.law import LawBook, Parameter, ParameterType, UnknownParameter
from yihu.engines.rules.ranges import Bound
from yihu.engines.rules.reader import World, lines, read
from yihu.engines.rules.rule import OneOf, Programme, Rule
from yihu.engines.rules.schema import Entity, Fact
from yihu.engines.rules.syntax import RuleError, Source
from yihu.engines.rules.tree import CASE, LAW, Mistake, Node
from yihu.engines.rules.types import DATE, YES_NO, Kind, Type, number

AnyRule = Rule[Any, Any, Any]


class RulebookError(Exception):
    """Rules that do not fit together (a cycle, an unknown parameter, a programme twice)."""


@dataclass(frozen=True)
class Outcome:
    """The rules that the engine makes for a programme: open (conditions and exclusions), entitled, amount."""

    open: AnyRule
    entitled: AnyRule
    amount: AnyRule | None


class Rulebook:
    """All rules that a set of programmes needs, for one root entity and one law.

    ``asked`` are rules whose value is an answer of its own, ``beside`` those shown with them where they are known;
    ``replaced`` maps rules to their replacements (a reform). Raises :class:`RuleError` or :class:`RulebookError` where
    the rules cannot be read, are not of one type, form a cycle, or could overflow.
    """

    def __init__(
        self,
        root: type[Entity],
        law: LawBook[Any],
        programmes: Iterable[Programme],
        groups: Iterable[OneOf] = (),
        rules: Iterable[AnyRule] = (),
        replaced: Mapping[AnyRule, AnyRule] | None = None,
        asked: Iterable[AnyRule] = (),
        beside: Iterable[AnyRule] = (),
    ) -> None:
        self.root, self.law = root, law
        self.programmes = tuple(programmes)
        self.groups = tuple(groups)
        self.replaced = dict(replaced or {})
        self.extra = tuple(rules)
        self.asked, self.beside = tuple(asked), tuple(beside)
        self.outcomes = {p: self._outcome(p) for p in self.programmes}
        self.trees: dict[AnyRule, Node] = {}
        self._levels: dict[type[Entity], str] = {}
        self._world = World(root, self._parameter_type, self._outcome_rule)
        self._check()
        for rule in self.roots():
            self._read(rule, [])
        self.bounds: dict[AnyRule, Bound] = {}
        self._node_bounds: dict[int, Bound] = {}
        for rule in self.trees:
            self._prove(rule)

    def with_(self, law: LawBook[Any] | None = None, replaced: Mapping[AnyRule, AnyRule] | None = None) -> Rulebook:
        """The same programmes under another law or with rules replaced."""
        both = {**self.replaced, **(replaced or {})}
        return Rulebook(
            self.root, law or self.law, self.programmes, self.groups, self.extra, both, self.asked, self.beside
        )

    def roots(self) -> Iterator[AnyRule]:
        """Rules that nobody needs to call: outcomes of programmes, rules asked for their own sake, and extra rules."""
        for outcome in self.outcomes.values():
            yield outcome.entitled
            if outcome.amount is not None:
                yield outcome.amount
        yield from self.asked
        yield from self.beside
        yield from self.extra

    def level(self, rule: AnyRule) -> str:
        """Level of a rule: ``case`` or the name of a nested list."""
        if rule.entity not in self._levels:
            self._levels[rule.entity] = self._world.level(rule.entity)
        return self._levels[rule.entity]

    def entity(self, level: str) -> type[Entity]:
        """Entity class of a level."""
        return self.root if level == CASE else self.root.LISTS[level].item

    def programme(self, id: str) -> Programme:
        """Programme by its id; raises KeyError."""
        return (
            next(p for p in self.programmes if p.id == id) if any(p.id == id for p in self.programmes) else _missing(id)
        )

    def conditions(self, programme: Programme) -> tuple[Node, ...]:
        """The conditions of eligibility in the order written: what ``and`` joins, rules that only join included."""
        return tuple(self._conjuncts(self.trees[self.current(programme.eligible)]))

    def _conjuncts(self, node: Node) -> Iterator[Node]:
        if node.op == "and":
            for arg in node.args:
                yield from self._conjuncts(arg)
        elif node.op == "if" and node.args[2].op == "const" and node.args[2].value is False:
            yield from self._conjuncts(node.args[0])
            yield from self._conjuncts(node.args[1])
        elif node.op == "if" and node.args[1].op == "const" and node.args[1].value is False:
            yield tree.negation(node.args[0])
            yield from self._conjuncts(node.args[2])
        elif node.op != "const":
            yield node

    def current(self, rule: AnyRule) -> AnyRule:
        """The rule that stands in for ``rule`` (itself, unless a reform replaced it)."""
        return self.replaced.get(rule, rule)

    def bound(self, node: Node) -> Bound:
        """Least and greatest value that a node of a rule can have, whatever the facts and the month."""
        return self._node_bounds[node.number]

    def lines(self, rule: AnyRule) -> dict[int, list[int]]:
        """Lines of the rule's file on which its expressions stand, by the number of the node; none for the engine's own."""
        if rule.source is None or rule.function is None:
            return {}
        return lines(rule.source, rule.entity, self._world, rule.function.__globals__)

    def facts(self) -> list[tuple[str, str, Type]]:
        """(level, name, type) of every fact that some rule reads, in a fixed order."""
        found = {(n.level, n.value): n.type for t in self.trees.values() for n in tree.walk(t) if n.op == "fact"}
        return [(level, name, found[level, name]) for level, name in sorted(found)]

    def declared(self, level: str, name: str) -> Fact | None:
        """Declaration of a fact; None for ``granted.…`` facts, which the engine adds."""
        return self.entity(level).FACTS.get(name)

    def fact_bound(self, level: str, name: str, type_: Type) -> Bound:
        """Declared range of a fact."""
        found = self.declared(level, name)
        if found is None:
            return (0, 1) if type_.kind is Kind.YES_NO else (0, 10**13)
        if type_.kind is Kind.CHOICE:
            assert type_.choices is not None
            return 0, len(type_.choices) - 1
        return ranges.scaled(found.low, type_), ranges.scaled(found.high, type_)

    # reading

    def _check(self) -> None:
        """Programmes, groups and replacements fit together."""
        _unique(self.programmes)
        try:
            for programme in self.programmes:
                _fits(programme, {self.level(r) for r in (programme.eligible, programme.amount) if r}, self._world)
            for programme in (p for group in self.groups for p in group.programmes):
                self._outcome_rule(programme, "entitled")
        except Mistake as problem:
            raise RulebookError(str(problem)) from None
        for old, new in self.replaced.items():
            if old.type != new.type or self.level(old) != self.level(new):
                raise RulebookError(
                    f"{new.name} ({new.where}) cannot replace {old.name} ({old.where}): both must be about one entity and give "
                    "one type, with the same unit and places"
                )

    def _parameter_type(self, name: str) -> Type:
        try:
            return parameter_type(self.law.parameter(name))
        except UnknownParameter as problem:
            raise Mistake(str(problem)) from None

    def _outcome_rule(self, programme: Programme, which: str) -> AnyRule:
        outcome = self.outcomes.get(programme)
        if outcome is None:
            raise Mistake(f"programme {programme.id} is not part of this rulebook")
        rule = outcome.entitled if which == "entitled" else outcome.amount
        if rule is None:
            raise Mistake(f"{programme.id} is a recognition and has no amount; ask entitled({programme.id.upper()}, …)")
        return rule

    def _read(self, rule: AnyRule, path: list[AnyRule]) -> None:
        rule = self.current(rule)
        if rule in self.trees:
            return
        if rule in path:
            ring = [*path[path.index(rule) :], rule]
            steps = " → ".join(f"{r.name} ({r.where})" for r in ring)
            raise RulebookError(
                f"rules need each other in a circle: {steps}; break it with a fact (recognised, granted)"
            )
        if rule.given is not None:
            made = self._given(rule, rule.given)
        else:
            assert rule.source is not None
            assert rule.function is not None
            made = read(rule.source, rule.entity, self._world, rule.function.__globals__)
            _same_type(rule, made)
        for node in tree.walk(made):
            if node.op == "rule":
                self._read(node.value, [*path, rule])
        self.trees[rule] = made

    def _given(self, rule: AnyRule, make: Callable[[], Node]) -> Node:
        try:
            return make()
        except Mistake as problem:
            raise RulebookError(f"{rule.name}: {problem}") from None

    def _outcome(self, programme: Programme) -> Outcome:
        made: dict[str, AnyRule] = {}

        def make(which: str, type_: Type, given: Any) -> None:
            name = f"{programme.id}.{which}"
            made[which] = Rule(name, programme.of, type_, programme.cites, programme.zh, programme.en, given=given)

        make("open", YES_NO, lambda: self._open(programme))
        make("entitled", YES_NO, lambda: self._entitled(programme))
        if programme.amount is not None:
            make("amount", number(programme.amount.type.unit, 2), lambda: self._amount(programme))
        return Outcome(made["open"], made["entitled"], made.get("amount"))

    def _open(self, programme: Programme) -> Node:
        level = self.level(programme.eligible)
        parts = [tree.rule_value(self.current(programme.eligible), level)]
        for other in programme.barred_by:
            at = self.level(other.eligible)
            if at not in (CASE, level):
                raise RulebookError(
                    f"{programme.id} is about a {programme.of.__name__} and cannot be barred by {other.id}"
                )
            parts.append(tree.negation(tree.rule_value(self._outcome_rule(other, "entitled"), at)))
        return tree.conjunction(tuple(parts))

    def _entitled(self, programme: Programme) -> Node:
        level = self.level(programme.eligible)
        parts = [tree.rule_value(self.outcomes[programme].open, level)]
        for group in self.groups:
            if programme in group.programmes:
                mine = group.programmes.index(programme)
                for position, other in enumerate(group.programmes):
                    if group.pick == "first" and position < mine:
                        parts.append(
                            tree.negation(tree.rule_value(self.outcomes[other].open, self.level(other.eligible)))
                        )
                    elif group.pick != "first" and other is not programme:
                        parts.append(tree.negation(self._beaten(programme, other, position < mine, level)))
        return tree.conjunction(tuple(parts))

    def _beaten(self, programme: Programme, other: Programme, first: bool, level: str) -> Node:
        if programme.amount is None or other.amount is None or self.level(other.eligible) != level:
            raise RulebookError(f"{programme.id} and {other.id} cannot be compared: both need an amount for one entity")
        mine = tree.rule_value(self.current(programme.amount), level)
        theirs = tree.rule_value(self.current(other.amount), level)
        better = tree.compare("ge" if first else "gt", theirs, mine)
        return tree.conjunction((tree.rule_value(self.outcomes[other].open, level), better))

    def _amount(self, programme: Programme) -> Node:
        assert programme.amount is not None
        level = self.level(programme.eligible)
        amount = tree.rule_value(self.current(programme.amount), level)
        if amount.type.places > 2:
            raise RulebookError(
                f"{programme.id}: the amount has {amount.type.places} places; round it to the fen as the law says"
            )
        return tree.either(tree.rule_value(self.outcomes[programme].entitled, level), amount, tree.constant(0))

    # proving

    def _prove(self, rule: AnyRule) -> None:
        try:
            for node in tree.walk(self.trees[rule]):
                if node.number not in self._node_bounds:
                    self._node_bounds[node.number] = self._bound(node)
            root = self.trees[rule]
            found = self._node_bounds[root.number]
            self.bounds[rule] = ranges.aligned(found, root.type.places, rule.type.places)
        except Mistake as problem:
            source = rule.source or Source(rule.name, "(made by the engine)", 0, _NOTHING, {}, "")
            raise RuleError(source, source.line, str(problem)) from None

    def _bound(self, node: Node) -> Bound:
        args = [self._node_bounds[a.number] for a in node.args]
        if node.op == "const":
            return ranges.checked(ranges.point(node.value, node.type))
        if node.op == "fact":
            return self.fact_bound(node.level, node.value, node.type)
        if node.op == "param":
            return ranges.checked(_parameter_bound(self.law.parameter(node.value), node.type))
        if node.op == "day":
            return ranges.point(date(1949, 1, 1), DATE)[0], ranges.point(date(2100, 12, 31), DATE)[1]
        if node.op == "rule":
            return self.bounds[self.current(node.value)]
        if node.op in tree.AGGREGATES:
            return ranges.any_number(node, args, self.root.LISTS[node.value].most)
        return ranges.apply(node, args)


_NOTHING: Any = None


def parameter_type(parameter: Parameter) -> Type:
    """Type of a parameter of the law."""
    if parameter.type is ParameterType.YES_NO:
        return YES_NO
    if parameter.type is ParameterType.DATE:
        return DATE
    return number(parameter.unit, parameter.places)


def _parameter_bound(parameter: Parameter, type_: Type) -> Bound:
    values = [ranges.scaled(v.value, type_) for v in parameter.values if v.value is not None]
    return (min(values), max(values)) if values else (0, 0)


def _same_type(rule: AnyRule, made: Node) -> None:
    def refuse(message: str) -> None:
        assert rule.source is not None
        raise RuleError(rule.source, rule.source.line, message)

    declared = rule.type
    if made.type.kind is not declared.kind or made.type.choices is not declared.choices:
        refuse(f"it is declared as {declared} but gives a {made.type}")
    zero = made.op == "const" and made.type.kind is Kind.NUMBER and made.value == 0
    if made.type.unit != declared.unit and not zero:
        refuse(
            f"it is declared in {str(declared.unit) or 'a pure number'} but gives {str(made.type.unit) or 'a pure number'}"
        )
    if made.type.places > declared.places:
        refuse(
            f"the exact result has {made.type.places} decimal places, {declared.places} are declared: round it where the "
            f"law says (round_half_up(…, {declared.places})) or declare places={made.type.places}"
        )


def _unique(programmes: tuple[Programme, ...]) -> None:
    seen: set[str] = set()
    for programme in programmes:
        if programme.id in seen:
            raise RulebookError(f"two programmes are called {programme.id}")
        seen.add(programme.id)


def _fits(programme: Programme, levels: set[str], world: World) -> None:
    """The rules of a programme are about its entity and give yes/no and a number; raises Mistake."""
    if levels != {world.level(programme.of)}:
        raise Mistake(f"{programme.id} is about a {programme.of.__name__}, but its rules are not")
    if programme.eligible.type != YES_NO:
        raise Mistake(
            f"{programme.id}: {programme.eligible.name} gives a {programme.eligible.type}; eligible takes yes/no"
        )
    if programme.amount is not None and programme.amount.type.kind is not Kind.NUMBER:
        raise Mistake(f"{programme.id}: {programme.amount.name} gives a {programme.amount.type}; amount takes a number")


def _missing(id: str) -> Programme:
    raise KeyError(id)


__all__ = ["LAW", "Outcome", "Rulebook", "RulebookError", "parameter_type"]
