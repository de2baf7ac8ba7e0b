"""SQL of one expression: each operation of the rule language as a sqlglot tree.

A number is a BIGINT scaled by the places of its node, a choice its code; NULL is unknown. Operations that SQL does in
another way are written out: LEAST skips NULL, ``//`` drops the fraction, an unknown condition takes the ELSE.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlglot import exp

from yihu.engines.rules import ranges
from yihu.engines.rules.sqlplan import LITERALS, Column, Place, Plan
from yihu.engines.rules.tree import CASE, Node
from yihu.engines.rules.types import Choice, Kind, Type

Term = exp.Expression

COMPARE = {"eq": exp.EQ, "ne": exp.NEQ, "lt": exp.LT, "le": exp.LTE, "gt": exp.GT, "ge": exp.GTE}
ARITHMETIC = {"add": exp.Add, "sub": exp.Sub, "mul": exp.Mul}


def column(name: str, table: str | None = None) -> exp.Column:
    """A quoted column."""
    return exp.column(name, table=table, quoted=True)


def named(term: Term, name: str) -> exp.Alias:
    """``term AS name``."""
    return exp.Alias(this=term, alias=exp.to_identifier(name, quoted=True))


def whole(value: int) -> Term:
    """An integer as written."""
    return exp.Literal.number(value)


def literal(value: Any, type_: Type, places: int | None = None, bare: bool = False) -> Term:
    """A constant; ``bare`` leaves out the cast of a number where its neighbour is a BIGINT."""
    if isinstance(value, bool):
        return exp.true() if value else exp.false()
    if isinstance(value, date):
        return exp.cast(exp.Literal.string(value.isoformat()), "DATE")
    if isinstance(value, Choice):
        return whole(value.code)
    scaled = ranges.scaled(value, type_) * 10 ** ((type_.places if places is None else places) - type_.places)
    return whole(scaled) if bare else big(whole(scaled))


def big(term: Term) -> Term:
    """``term`` as BIGINT."""
    return exp.cast(term, "BIGINT")


def huge(term: Term) -> Term:
    """``term`` as a 128-bit integer."""
    return exp.cast(term, "HUGEINT")


def closed(term: Term) -> Term:
    """``term`` in parentheses where it needs them."""
    needs = isinstance(term, (exp.Binary, exp.Unary)) and not isinstance(term, exp.Paren)
    return exp.Paren(this=term) if needs else term


def binary(make: type[Any], left: Term, right: Term) -> Term:
    """``left op right``."""
    made: Term = make(this=closed(left), expression=closed(right))
    return made


def times(term: Term, factor: int) -> Term:
    """``term * factor``."""
    return term if factor == 1 else binary(exp.Mul, term, whole(factor))


def unknown(term: Term) -> Term:
    """``term IS NULL``."""
    return exp.Is(this=closed(term), expression=exp.null())


def known(term: Term) -> Term:
    """``term IS NOT NULL``."""
    return exp.Not(this=unknown(term))


def cases(pairs: Sequence[tuple[Term, Term]], default: Term | None = None) -> exp.Case:
    """``CASE WHEN … THEN … ELSE … END``."""
    return exp.Case(ifs=[exp.If(this=when, true=then) for when, then in pairs], default=default)


def joined(make: type[exp.Connector], terms: Sequence[Term]) -> Term:
    """``a AND b AND …`` as a balanced tree, so that no parser meets its limit of depth."""
    if len(terms) == 1:
        return terms[0]
    middle = len(terms) // 2
    return binary(make, joined(make, terms[:middle]), joined(make, terms[middle:]))


class Terms:
    """Writes the values of a plan: a reference where the plan has a column, else the operation itself."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def value(self, level: str, node: Node, places: int | None = None, bare: bool = False) -> Term:
        """``node`` in an expression of ``level``; a number scaled by ``places`` (default: its own)."""
        place = self.plan.place(level, node)
        found = self.plan.column(place, node.op if node.op in ("sum", "any", "all") else "")
        truth = self.plan.settled.get(node)
        if truth is not None:
            return exp.true() if truth else exp.false()
        if node.op in LITERALS:
            return literal(self.plan.value(node), node.type, places, bare)
        term = self.formula(place) if found is None else column(found.name)
        return times(term, 10 ** (places - node.type.places)) if places is not None else term

    def formula(self, place: Place) -> Term:
        """The operation of ``place`` on its operands."""
        node, level = place.node, place.level
        if self.plan.settled.get(node) is not None:
            return self.value(level, node)
        if node.op in COMPARE or node.op in ARITHMETIC:
            return self.pair(level, node)
        write: Callable[[str, Node], Term] = getattr(self, f"_{node.op}")
        return write(level, node)

    def pair(self, level: str, node: Node) -> Term:
        """Comparison, sum, difference or product; but for a product both sides take the larger places."""
        kind = node.args[0].type.kind
        places = max(a.type.places for a in node.args) if kind is Kind.NUMBER and node.op != "mul" else None
        plain = [node.op in COMPARE or other.op not in LITERALS for other in reversed(node.args)]
        left, right = (self.value(level, a, places, bare) for a, bare in zip(node.args, plain, strict=True))
        make: type[exp.Binary] = (COMPARE | ARITHMETIC)[node.op]
        return binary(make, left, right)

    def _rule(self, level: str, node: Node) -> Term:
        rule = self.plan.book.current(node.value)
        if rule in self.plan.closed:
            return literal(self.plan.closed[rule], node.type)
        return self.value(level, self.plan.book.trees[rule], self.places(node))

    def places(self, node: Node) -> int | None:
        """Places of a number, None for other kinds."""
        return node.type.places if node.type.kind is Kind.NUMBER else None

    def _neg(self, level: str, node: Node) -> Term:
        return exp.Neg(this=closed(self.value(level, node.args[0])))

    def _not(self, level: str, node: Node) -> Term:
        return exp.Not(this=closed(self.value(level, node.args[0])))

    def _and(self, level: str, node: Node) -> Term:
        return joined(exp.And, [self.value(*each[:2]) for each in self.plan.operands(Place(level, node))])

    def _or(self, level: str, node: Node) -> Term:
        return joined(exp.Or, [self.value(*each[:2]) for each in self.plan.operands(Place(level, node))])

    def _if(self, level: str, node: Node) -> Term:
        """One flat list of branches: a chain of ``elif`` nested in ELSE is planned in quadratic time."""
        places, pairs = self.places(node), []
        while node.op == "if" and self.plan.settled[node.args[0]] is None:
            condition, yes, no = node.args
            pairs.append((self.value(level, condition), self.value(level, yes, places)))
            pairs.append((unknown(self.value(level, condition)), exp.null()))
            node = no
            if self.plan.column(self.plan.place(level, node)):
                break
        if not pairs:
            return self.value(level, self.plan.branch(node, self.plan.settled[node.args[0]]), places)
        return cases(pairs, self.value(level, node, places))

    def _min(self, level: str, node: Node) -> Term:
        """LEAST or GREATEST, unknown where one operand is; exp.Least would be guarded as the sqlglot version sees fit."""
        places = self.places(node)
        every = joined(exp.And, [known(self.value(level, a, places)) for a in node.args])
        name = "LEAST" if node.op == "min" else "GREATEST"
        return cases([(every, exp.Anonymous(this=name, expressions=[self.value(level, a, places) for a in node.args]))])

    _max = _min

    def _div(self, level: str, node: Node) -> Term:
        """Halves away from zero, in 128 bits; NULLIF because a planner may try the branch that is not taken."""
        shift = node.value - node.args[0].type.places + node.args[1].type.places

        def size(operand: int) -> Term:
            wide = huge(self.value(level, node.args[operand]))
            return exp.Abs(this=times(wide, 10 ** max(0, -shift if operand else shift)))

        def below_zero(operand: int) -> Term:
            return binary(exp.LT, self.value(level, node.args[operand]), whole(0))

        top = binary(exp.Add, times(size(0), 2), size(1))
        bottom = exp.Nullif(this=times(size(1), 2), expression=whole(0))
        sign = cases([(binary(exp.NEQ, below_zero(0), below_zero(1)), whole(-1))], whole(1))
        found = big(binary(exp.Mul, binary(exp.IntDiv, top, bottom), sign))
        if len(node.args) < 3:
            return found
        zero = binary(exp.EQ, self.value(level, node.args[1]), whole(0))
        both = binary(exp.And, zero, known(self.value(level, node.args[0])))
        return cases([(both, self.value(level, node.args[2], node.value))], found)

    def _round(self, level: str, node: Node) -> Term:
        """``//`` and ``%`` drop towards zero; one is added or taken where the mode asks for it."""
        mode, places = node.value
        unit = 10 ** (node.args[0].type.places - places)

        def term() -> Term:
            return self.value(level, node.args[0])

        left = binary(exp.Mod, term(), whole(unit))
        kept = binary(exp.IntDiv, term(), whole(unit))
        if mode == "half_up":
            far = binary(exp.GTE, times(exp.Abs(this=left), 2), whole(unit))
            return binary(exp.Add, kept, cases([(far, big(exp.Sign(this=term())))], whole(0)))
        if mode == "up":
            return binary(exp.Add, kept, cases([(binary(exp.GT, left, whole(0)), whole(1))], whole(0)))
        return binary(exp.Sub, kept, cases([(binary(exp.LT, left, whole(0)), whole(1))], whole(0)))

    # dates

    def _age(self, level: str, node: Node) -> Term:
        """Years between, less one before the anniversary; 29 February counts as 1 March or 28 February."""

        def part(make: type[exp.Func], operand: int) -> Term:
            return self.part(make, level, node.args[operand])

        def month_day(operand: int) -> Term:
            return binary(exp.Add, times(part(exp.Month, operand), 100), part(exp.Day, operand))

        born = month_day(0)
        if node.value == "feb28":
            by = [binary(exp.Mod, part(exp.Year, 1), whole(number)) for number in (4, 100, 400)]
            rules = [binary(make, by[i], whole(0)) for i, make in enumerate((exp.EQ, exp.NEQ, exp.EQ))]
            leap = binary(exp.And, rules[0], binary(exp.Or, rules[1], rules[2]))
            common = binary(exp.And, binary(exp.EQ, month_day(0), whole(229)), exp.Not(this=closed(leap)))
            born = cases([(common, whole(228))], born)
        years = binary(exp.Sub, part(exp.Year, 1), part(exp.Year, 0))
        return binary(exp.Sub, years, cases([(binary(exp.GTE, month_day(1), born), whole(0))], whole(1)))

    def _months(self, level: str, node: Node) -> Term:
        first, last = (
            binary(exp.Add, times(self.part(exp.Year, level, a), 12), self.part(exp.Month, level, a)) for a in node.args
        )
        return binary(exp.Sub, last, first)

    def part(self, make: type[Any], level: str, node: Node) -> Term:
        """Year, month or day of a date."""
        if node.op in LITERALS:
            return big(whole(getattr(self.plan.value(node), make.__name__.lower())))
        made: Term = make(this=self.value(level, node))
        return big(made)

    # aggregates

    def _least(self, level: str, node: Node) -> Term:
        """``kept`` is true, false (nobody) or unknown."""
        kept, extreme = (self.plan.column(Place(CASE, node), part) for part in ("kept", node.op))
        assert kept is not None
        assert extreme is not None
        places = self.places(node)
        found = times(column(extreme.name), 1 if places is None else 10 ** (places - node.args[0].type.places))
        default = self.value(CASE, node.args[2], places)
        return cases([(column(kept.name), found), (exp.Not(this=column(kept.name)), default)])

    _most = _least

    def aggregate(self, part: Column) -> Term:
        """The aggregate over the items of one family, for a query grouped by family."""
        node = part.place.node
        over = node.value

        def body() -> Term:
            return self.value(over, node.args[0])

        everyone = exp.Count(this=exp.Star())
        every = binary(exp.EQ, everyone, exp.Count(this=body()))
        match part.part:
            case "sum":
                return cases([(every, big(exp.Sum(this=body())))])
            case "any":
                return cases([(exp.LogicalOr(this=body()), exp.true()), (every, exp.false())])
            case "all":
                return cases([(exp.Not(this=exp.LogicalAnd(this=body())), exp.false()), (every, exp.true())])
            case "kept":
                return self.kept(over, node)
        make = exp.Min if node.op == "least" else exp.Max
        return make(this=cases([(self.value(over, node.args[1]), body())]))

    def kept(self, over: str, node: Node) -> Term:
        """Is anybody kept? Unknown where it is unknown of somebody, or where the body of somebody kept is."""
        keep = [self.value(over, node.args[1]) for _ in range(3)]
        dark = binary(exp.And, keep[0], unknown(self.value(over, node.args[0])))
        unsure = exp.LogicalOr(this=binary(exp.Or, unknown(keep[1]), dark))
        return cases([(unsure, exp.null())], exp.LogicalOr(this=keep[2]))
