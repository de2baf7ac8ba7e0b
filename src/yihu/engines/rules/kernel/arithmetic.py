"""Operations of the kernel: fixed-point arithmetic, Kleene logic, dates, all without branches."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING

from llvmlite import ir

from yihu.engines.rules import ranges
from yihu.engines.rules.kernel.lanes import Lanes
from yihu.engines.rules.kernel.values import BIT, FALSE, I64, Val, whole
from yihu.engines.rules.month import Month
from yihu.engines.rules.tree import LAW, Node
from yihu.engines.rules.types import Kind, Type
from yihu.engines.rules.values import age_on, anniversary

if TYPE_CHECKING:
    from yihu.engines.rules.kernel.emit import Emitter

SIGNS = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
MIRROR = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}


class Arithmetic:
    """Emits the operations of one kernel into the block the emitter is at."""

    def __init__(self, emitter: Emitter) -> None:
        self.emitter = emitter

    @property
    def build(self) -> Lanes:
        """Where instructions go now."""
        return self.emitter.build

    def constant(self, node: Node) -> Val:
        """A constant of the rule."""
        kind = BIT if node.type.kind is Kind.YES_NO else I64
        return Val(ir.Constant(kind, ranges.scaled(node.value, node.type)), FALSE)

    def align(self, value: ir.Value, from_: Type, to: Type) -> ir.Value:
        """The number with the decimal places of ``to``."""
        if from_.kind is not Kind.NUMBER or from_.places == to.places:
            return value
        return self.build.mul(value, whole(10 ** (to.places - from_.places)))

    def apply(self, node: Node) -> Val:
        """Any operation but leaves, rules and aggregates."""
        if (by_birth := self.birth_bound(node)) is not None:
            return by_birth
        args = [self.emitter.value(a) for a in node.args]
        if node.op in ("and", "or", "not", "if"):
            return getattr(self, f"{node.op}_")(node, args)  # type: ignore[no-any-return]
        unknown = self.any_unknown(args)
        if node.op == "div":
            return self.divide(node, args, unknown)
        if node.op in SIGNS:
            value = self.compare(node, args)
            return Val(self.build.and_(value, self.build.not_(unknown)), unknown)
        return Val(self.number(node, [a.value for a in args]), unknown)

    def any_unknown(self, args: list[Val]) -> ir.Value:
        found: ir.Value = FALSE
        for a in args:
            if a.unknown is not FALSE:
                found = a.unknown if found is FALSE else self.build.or_(found, a.unknown)
        return found

    def number(self, node: Node, args: list[ir.Value]) -> ir.Value:
        b = self.build
        match node.op:
            case "add" | "sub" | "min" | "max":
                sides = [self.align(v, a.type, node.type) for v, a in zip(args, node.args, strict=True)]
                return self.fold(node.op, sides)
            case "mul":
                return b.mul(args[0], args[1])
            case "neg":
                return b.sub(whole(0), args[0])
            case "round":
                mode, places = node.value
                return self.rounded(args[0], mode, 10 ** (node.args[0].type.places - places))
            case "age":
                return self.age(args[0], args[1], node.value)
            case "months":
                return b.sub(self.month_number(args[1]), self.month_number(args[0]))
        raise AssertionError(node.op)

    def fold(self, op: str, sides: list[ir.Value]) -> ir.Value:
        b, found = self.build, sides[0]
        for side in sides[1:]:
            if op in ("add", "sub"):
                found = b.add(found, side) if op == "add" else b.sub(found, side)
            else:
                found = b.select(b.icmp_signed("<" if op == "min" else ">", side, found), side, found)
        return found

    def compare(self, node: Node, args: list[Val]) -> ir.Value:
        places = max(a.type.places for a in node.args)
        wide = Type(Kind.NUMBER, places=places)
        left, right = (self.align(v.value, a.type, wide) for v, a in zip(args, node.args, strict=True))
        return self.build.icmp_signed(SIGNS[node.op], left, right)

    # logic

    def and_(self, node: Node, args: list[Val]) -> Val:
        """True where all are, false where one is, else unknown."""
        b = self.build
        true, possible = args[0].value, b.or_(args[0].value, args[0].unknown)
        for a in args[1:]:
            true = b.and_(true, a.value)
            possible = b.and_(possible, b.or_(a.value, a.unknown))
        return Val(true, self.between(args, possible, true))

    def or_(self, node: Node, args: list[Val]) -> Val:
        """True where one is, false where none can be, else unknown."""
        b = self.build
        true, possible = args[0].value, b.or_(args[0].value, args[0].unknown)
        for a in args[1:]:
            true = b.or_(true, a.value)
            possible = b.or_(possible, b.or_(a.value, a.unknown))
        return Val(true, self.between(args, possible, true))

    def between(self, args: list[Val], possible: ir.Value, true: ir.Value) -> ir.Value:
        """Unknown is what may be and is not sure; never where all operands are known for sure."""
        if all(a.unknown is FALSE for a in args):
            return FALSE
        return self.build.and_(possible, self.build.not_(true))

    def not_(self, node: Node, args: list[Val]) -> Val:
        """Unknown stays unknown."""
        return Val(self.build.not_(self.build.or_(args[0].value, args[0].unknown)), args[0].unknown)

    def if_(self, node: Node, args: list[Val]) -> Val:
        """The branch that the condition chooses; unknown where the condition is."""
        b = self.build
        condition, yes, no = args
        yes_value = self.align(yes.value, node.args[1].type, node.type)
        no_value = self.align(no.value, node.args[2].type, node.type)
        value = b.select(condition.value, yes_value, no_value)
        unknown = b.or_(condition.unknown, b.select(condition.value, yes.unknown, no.unknown))
        if node.type.kind is Kind.YES_NO:
            value = b.and_(value, b.not_(unknown))
        return Val(value, unknown)

    # division and rounding

    def divide(self, node: Node, args: list[Val], unknown: ir.Value) -> Val:
        """Half away from zero at the stated places; ``if_zero`` where the divisor is 0."""
        b = self.build
        top, bottom = node.args[0].type.places, node.args[1].type.places
        shift = node.value - top + bottom
        over = b.mul(args[0].value, whole(10 ** max(0, shift)))
        by = b.mul(args[1].value, whole(10 ** max(0, -shift)))
        zero = b.icmp_signed("==", by, whole(0))
        value = self.half_up(over, b.select(zero, whole(1), by))
        first = self.any_unknown(args[:2])
        if len(args) < 3:
            return Val(value, first)
        instead = self.align(args[2].value, node.args[2].type, node.type)
        doubt = b.or_(first, b.and_(zero, args[2].unknown))
        return Val(b.select(zero, instead, value), doubt)

    def half_up(self, top: ir.Value, bottom: ir.Value) -> ir.Value:
        b = self.build
        negative = b.icmp_signed("<", b.xor(top, bottom), whole(0))
        high, low = self.absolute(top), self.absolute(bottom)
        twice = b.shl(low, whole(1))  # 0 for what may lie under a null: that must not trap
        found = b.udiv(
            b.add(b.shl(high, whole(1)), low), b.select(b.icmp_signed("==", twice, whole(0)), whole(1), twice)
        )
        return b.select(negative, b.sub(whole(0), found), found)

    def absolute(self, value: ir.Value) -> ir.Value:
        b = self.build
        return b.select(b.icmp_signed("<", value, whole(0)), b.sub(whole(0), value), value)

    def rounded(self, value: ir.Value, mode: str, unit: int) -> ir.Value:
        if mode == "half_up":
            return self.half_up(value, whole(unit))
        if mode == "down":
            return self.floor(value, unit)
        return self.build.sub(whole(0), self.floor(self.build.sub(whole(0), value), unit))

    def floor(self, value: ir.Value, unit: int) -> ir.Value:
        """Quotient towards minus infinity by a positive constant."""
        b = self.build
        found = b.sdiv(value, whole(unit))
        below = b.icmp_signed(">", b.mul(found, whole(unit)), value)
        return b.sub(found, b.zext(below, I64))

    # dates

    def operands(self, node: Node) -> tuple[Node, ...]:
        """The operands that :meth:`apply` asks for."""
        limit = self.age_limit(node)
        return node.args if limit is None else limit[0].args[:1]

    def age_limit(self, node: Node) -> tuple[Node, Node, str] | None:
        """Age, limit and sign of a comparison of somebody's age on a day of the law with a limit of the law."""
        if node.op not in MIRROR:
            return None
        left, right = (self.plain(a) for a in node.args)
        op = node.op
        if right.op == "age" and left.level == LAW:
            left, right, op = right, left, MIRROR[op]
        if left.op != "age" or right.level != LAW or left.args[1].level != LAW or left.args[0].level == LAW:
            return None
        return left, right, op

    def birth_bound(self, node: Node) -> Val | None:
        """``age_on(birth, day) >= n`` is ``birth <= the last day of birth that gives n years``: one comparison."""
        found = self.age_limit(node)
        if found is None:
            return None
        left, _, op = found
        bound = self.emitter.law_value(("birth", node.number), lambda month: last_birth(month, found))
        birth = self.emitter.value(left.args[0])
        sign = "<=" if op in ("ge", "gt") else ">"
        reached = self.build.icmp_signed(sign, birth.value, bound)
        return Val(self.build.and_(reached, self.build.not_(birth.unknown)), birth.unknown)

    def birth_differs(self, limit: tuple[Node, Node, str]) -> bool:
        """True where the last day of birth differs between the months of one pass."""
        return len({last_birth(month, limit) for month in self.emitter.months}) > 1

    def plain(self, node: Node) -> Node:
        """The expression behind a value: a rule that only names an age is as good as the age."""
        while node.op == "rule":
            node = self.emitter.month.tree(node.value)
        return node

    def civil(self, days: ir.Value) -> tuple[ir.Value, ir.Value, ir.Value]:
        """Year, month and day of a count of days since 1970 (after Howard Hinnant's algorithm)."""
        b = self.build
        z = b.add(days, whole(719_468))
        era = self.floor(z, 146_097)
        doe = b.sub(z, b.mul(era, whole(146_097)))
        part = b.sub(
            b.add(doe, b.udiv(doe, whole(36_524))), b.add(b.udiv(doe, whole(1_460)), b.udiv(doe, whole(146_096)))
        )
        yoe = b.udiv(part, whole(365))
        gone = b.sub(b.add(b.mul(yoe, whole(365)), b.udiv(yoe, whole(4))), b.udiv(yoe, whole(100)))
        doy = b.sub(doe, gone)
        mp = b.udiv(b.add(b.mul(doy, whole(5)), whole(2)), whole(153))
        day = b.add(b.sub(doy, b.udiv(b.add(b.mul(mp, whole(153)), whole(2)), whole(5))), whole(1))
        late = b.icmp_signed(">=", mp, whole(10))
        month = b.select(late, b.sub(mp, whole(9)), b.add(mp, whole(3)))
        year = b.add(b.add(yoe, b.mul(era, whole(400))), b.zext(late, I64))
        return year, month, day

    def month_number(self, days: ir.Value) -> ir.Value:
        year, month, _ = self.civil(days)
        return self.build.add(self.build.mul(year, whole(12)), month)

    def age(self, birth: ir.Value, on: ir.Value, feb29: str) -> ir.Value:
        """Full years; a birthday on 29 February falls on 1 March or 28 February in common years."""
        b = self.build
        (y1, m1, d1), (y2, m2, d2) = self.civil(birth), self.civil(on)
        born, now = b.add(b.mul(m1, whole(32)), d1), b.add(b.mul(m2, whole(32)), d2)
        if feb29 == "feb28":
            leap_day = b.icmp_signed("==", born, whole(2 * 32 + 29))
            born = b.select(b.and_(leap_day, b.not_(self.leap(y2))), whole(2 * 32 + 28), born)
        short = b.zext(b.icmp_signed("<", now, born), I64)
        return b.sub(b.sub(y2, y1), short)

    def leap(self, year: ir.Value) -> ir.Value:
        b = self.build

        def divides(n: int) -> ir.Value:
            return b.icmp_signed("==", b.srem(year, whole(n)), whole(0))

        return b.and_(divides(4), b.or_(b.not_(divides(100)), divides(400)))


def last_birth(month: Month, limit: tuple[Node, Node, str]) -> int:
    """Last day of birth of somebody whose age meets a limit (the limit may have decimals: 60.33 is reached at 61)."""
    age, right, op = limit
    years = month.value(right)
    return latest_birth(month, age, math.floor(years) + 1 if op in ("gt", "le") else math.ceil(years))


def latest_birth(month: Month, age: Node, years: int) -> int:
    """Last day of birth (days since 1970) of somebody who has ``years`` full years on the day of an ``age`` node."""
    on = month.value(age.args[1])
    if not date.min.year < on.year - years < date.max.year:  # nobody is so old, or everybody
        return (date.min - ranges.EPOCH).days if years > 0 else (date.max - ranges.EPOCH).days
    near = anniversary(on, -years, "feb28")
    days = [near + timedelta(days=d) for d in (-1, 0, 1, 2)]
    return max((d - ranges.EPOCH).days for d in days if age_on(d, on, feb29=age.value) >= years)
