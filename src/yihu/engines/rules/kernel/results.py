"""The outputs of a kernel: values of rules, findings of programmes, sums over months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from llvmlite import ir

from yihu.engines.rules import tree
from yihu.engines.rules.kernel.values import I8, I64, TRUE, Val, whole
from yihu.engines.rules.kernel.wants import FINDINGS, Want
from yihu.engines.rules.reader import granted_type
from yihu.engines.rules.reasons import UNKNOWN_REASON, reasons
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import Node
from yihu.engines.rules.types import Kind

if TYPE_CHECKING:
    from yihu.engines.rules.kernel.emit import Emitter


class Results:
    """Emits the outputs of one kernel into the block the emitter is at."""

    def __init__(self, emitter: Emitter) -> None:
        self.emitter = emitter

    def needs(self, want: Want) -> list[Node]:
        """Nodes that an output is made of."""
        book = self.emitter.book
        if want.rule is not None:
            return [tree.rule_value(book.current(want.rule), want.level)]
        assert want.programme is not None
        outcome = book.outcomes[want.programme]
        nodes = [tree.rule_value(outcome.entitled, want.level)]
        if outcome.amount is not None:
            nodes.append(tree.rule_value(outcome.amount, want.level))
        return nodes if want.sums else [*nodes, *reasons(self.emitter.month, want.programme)]

    def write_all(self, numbered: list[tuple[int, Want]]) -> None:
        """Emit several outputs with their numbers."""
        for number, want in numbered:
            self.write(want, number)

    def write(self, want: Want, number: int) -> None:
        """Emit the stores of one output."""
        if want.rule is not None:
            self.write_rule(want, number)
        elif want.sums:
            self.write_sums(want, number)
        else:
            self.write_finding(want, number)

    def write_rule(self, want: Want, number: int) -> None:
        """Value and unknown of a rule; what lies under a null must not show."""
        assert want.rule is not None
        found = self.emitter.value(self.needs(want)[0])
        b = self.emitter.build
        value = b.zext(found.value, I64) if want.rule.type.kind is Kind.YES_NO else found.value
        value = b.select(found.unknown, whole(0), value)
        if want.sums:
            self.add_up(number, 0, 64, value)
            self.add_up(number, 1, 8, b.zext(found.unknown, I64))
            return
        self.store(number, 0, 64, value)
        self.store(number, 1, 8, b.zext(found.unknown, I8))

    def outcome(self, want: Want) -> tuple[Val, ir.Value]:
        """Entitled (known to be so, with money where the programme pays; unknown) and the amount."""
        nodes = self.needs(want)
        entitled = self.emitter.value(nodes[0])
        assert want.programme is not None
        if want.programme.amount is None:
            return entitled, whole(0)
        amount = self.emitter.value(nodes[1])
        b = self.emitter.build
        sure = b.and_(b.and_(entitled.value, b.not_(amount.unknown)), b.icmp_signed(">", amount.value, whole(0)))
        doubt = b.or_(entitled.unknown, b.and_(entitled.value, amount.unknown))
        return Val(sure, doubt), b.select(sure, amount.value, whole(0))

    def write_finding(self, want: Want, number: int) -> None:
        """Finding, amount and reason; the arrays are zeroed before, so families with nothing to say cost no stores."""
        assert want.programme is not None
        entitled, amount = self.outcome(want)
        granted = self.emitter.value(granted_node(want.programme, want.level))
        b = self.emitter.build
        if want.programme.amount is None:
            receiving, same = granted.value, TRUE
        else:
            receiving = b.icmp_signed(">", granted.value, whole(0))
            same = b.icmp_signed("==", granted.value, amount)
        yes = b.select(receiving, b.select(same, _code("right"), _code("changed")), _code("missed"))
        found = b.select(entitled.value, yes, b.select(receiving, _code("ended"), _code("none")))
        doubt = b.or_(entitled.unknown, granted.unknown)
        found = b.select(doubt, _code("cannot_tell"), found)
        reason = b.select(b.icmp_unsigned("==", found, _code("none")), ir.Constant(I8, 0), self.reason(want))
        with self.emitter.unless_nothing(found):
            self.store(number, 0, 8, found)
            self.store(number, 1, 64, amount)
            self.store(number, 2, 8, reason)

    def reason(self, want: Want) -> ir.Value:
        """1 + position of the first condition that fails, or 128 + position of the first unknown; 0 where all hold."""
        assert want.programme is not None
        found = [self.emitter.value(node) for node in reasons(self.emitter.month, want.programme)]
        b = self.emitter.build
        doubt = refused = ir.Constant(I8, 0)
        for position, each in reversed(list(enumerate(found))):
            fails = b.not_(b.or_(each.value, each.unknown))
            doubt = b.select(each.unknown, ir.Constant(I8, UNKNOWN_REASON + position), doubt)
            refused = b.select(fails, ir.Constant(I8, 1 + position), refused)
        return b.select(b.icmp_unsigned("!=", refused, ir.Constant(I8, 0)), refused, doubt)

    def write_sums(self, want: Want, number: int) -> None:
        """Amount, months entitled and months unknown, added to what the arrays hold."""
        entitled, amount = self.outcome(want)
        self.add_up(number, 0, 64, amount)
        self.add_up(number, 1, 8, self.emitter.build.zext(entitled.value, I64))
        self.add_up(number, 2, 8, self.emitter.build.zext(entitled.unknown, I64))

    # memory

    def base(self, number: int, array: int, width: int) -> ir.Value:
        """First cell of an output array."""
        wants, entry = self.emitter.wants, self.emitter.entry
        place = sum(len(w.arrays) for w in wants[:number]) + array
        found = entry.load(entry.gep(self.emitter.outs, [whole(place)]))
        return entry.inttoptr(found, ir.PointerType(ir.IntType(width)))

    def store(self, number: int, array: int, width: int, value: ir.Value) -> None:
        """Store the value of every subject at hand."""
        base = self.base(number, array, width)
        for lane, cell in self.emitter.cells_of(base, self.emitter.wants[number].level):
            self.emitter.build.builder.store(self.emitter.lane(value, lane), cell)

    def add_up(self, number: int, array: int, width: int, value: ir.Value) -> None:
        """Add the months of this pass to an output."""
        b = self.emitter.build.builder
        base = self.base(number, array, width)
        months = self.emitter.build.total(value) if len(self.emitter.months) > 1 else value
        for lane, cell in self.emitter.cells_of(base, self.emitter.wants[number].level):
            more = self.emitter.lane(months, lane)
            b.store(b.add(b.load(cell), more if width == 64 else b.trunc(more, I8)), cell)


def _code(name: str) -> ir.Constant:
    return ir.Constant(I8, FINDINGS.index(name))


def granted_node(programme: Programme, level: str) -> Node:
    """The fact that says what is granted today."""
    return tree.fact(f"granted.{programme.id}", granted_type(programme), level)
