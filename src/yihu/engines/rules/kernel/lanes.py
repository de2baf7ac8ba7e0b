"""An IR builder for several months or several families at once: what differs is a vector with a lane for each.

Operands that do not differ stay scalars and are computed once; they are spread over the lanes where they meet a vector.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir

from yihu.engines.rules.kernel.values import BIT, FALSE, I64, TRUE


class Lanes:
    """Wraps an ``IRBuilder``; arithmetic, comparison and selection accept scalars and vectors together."""

    def __init__(self, builder: ir.IRBuilder, lanes: int) -> None:
        self.builder, self.lanes = builder, lanes

    @property
    def block(self) -> Any:
        """Block that instructions go to."""
        return self.builder.block

    def __getattr__(self, name: str) -> Any:
        return getattr(self.builder, name)

    def vector(self, kind: ir.Type) -> ir.VectorType:
        """The vector type of all lanes."""
        return ir.VectorType(kind, self.lanes)

    def spread(self, value: ir.Value) -> ir.Value:
        """The value in every lane."""
        if isinstance(value.type, ir.VectorType):
            return value
        kind = self.vector(value.type)
        if isinstance(value, ir.Constant):
            return ir.Constant(kind, [value.constant] * self.lanes)
        first = self.builder.insert_element(ir.Constant(kind, ir.Undefined), value, ir.Constant(ir.IntType(32), 0))
        mask = ir.Constant(ir.VectorType(ir.IntType(32), self.lanes), [0] * self.lanes)
        return self.builder.shuffle_vector(first, ir.Constant(kind, ir.Undefined), mask)

    def pack(self, values: list[ir.Value]) -> ir.Value:
        """One value for each lane as a vector (a single one as it is)."""
        if len(values) == 1:
            return values[0]
        found: ir.Value = ir.Constant(self.vector(values[0].type), ir.Undefined)
        for lane, value in enumerate(values):
            found = self.builder.insert_element(found, value, ir.Constant(ir.IntType(32), lane))
        return found

    def together(self, *values: ir.Value) -> list[ir.Value]:
        """The values as they are, or all spread where one is a vector."""
        if any(isinstance(v.type, ir.VectorType) for v in values):
            return [self.spread(v) for v in values]
        return list(values)

    def _two(self, name: str, a: ir.Value, b: ir.Value) -> ir.Value:
        return getattr(self.builder, name)(*self.together(a, b))

    def add(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """``a + b``."""
        return self._two("add", a, b)

    def sub(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """``a - b``."""
        return self._two("sub", a, b)

    def mul(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """``a * b``."""
        return self._two("mul", a, b)

    def sdiv(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """Signed quotient towards zero."""
        return self._two("sdiv", a, b)

    def udiv(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """Unsigned quotient."""
        return self._two("udiv", a, b)

    def srem(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """Signed remainder."""
        return self._two("srem", a, b)

    def shl(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """Shift left."""
        return self._two("shl", a, b)

    def xor(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """Bitwise either."""
        return self._two("xor", a, b)

    def and_(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """Both; what a constant settles costs nothing."""
        for one, other in ((a, b), (b, a)):
            if (bit := _bit(one)) is not None:
                return other if bit else one
        return self._two("and_", a, b)

    def or_(self, a: ir.Value, b: ir.Value) -> ir.Value:
        """One or both; what a constant settles costs nothing."""
        for one, other in ((a, b), (b, a)):
            if (bit := _bit(one)) is not None:
                return one if bit else other
        return self._two("or_", a, b)

    def not_(self, a: ir.Value) -> ir.Value:
        """The opposite of a condition."""
        bit = _bit(a)
        return self.xor(a, TRUE) if bit is None else (FALSE if bit else TRUE)

    def icmp_signed(self, sign: str, a: ir.Value, b: ir.Value) -> ir.Value:
        """Signed comparison."""
        left, right = self.together(a, b)
        return self.builder.icmp_signed(sign, left, right)

    def icmp_unsigned(self, sign: str, a: ir.Value, b: ir.Value) -> ir.Value:
        """Unsigned comparison."""
        left, right = self.together(a, b)
        return self.builder.icmp_unsigned(sign, left, right)

    def select(self, test: ir.Value, yes: ir.Value, no: ir.Value) -> ir.Value:
        """``yes`` where ``test``, else ``no``, lane by lane."""
        bit = _bit(test)
        if bit is not None:
            return yes if bit else no
        if yes is no:
            return yes
        return self.builder.select(*self.together(test, yes, no))

    def zext(self, a: ir.Value, kind: ir.Type) -> ir.Value:
        """The same number in more bits."""
        wide = self.vector(kind) if isinstance(a.type, ir.VectorType) else kind
        return self.builder.zext(a, wide)

    def sext(self, a: ir.Value, kind: ir.Type) -> ir.Value:
        """The same signed number in more bits."""
        wide = self.vector(kind) if isinstance(a.type, ir.VectorType) else kind
        return self.builder.sext(a, wide)

    def store(self, value: ir.Value, cell: ir.Value) -> None:
        """Store; a scalar is spread where the cell holds a vector."""
        wants_vector = isinstance(getattr(cell, "allocated_type", None), ir.VectorType)
        self.builder.store(self.spread(value) if wants_vector else value, cell)

    def total(self, a: ir.Value) -> ir.Value:
        """Sum over all months of a 64-bit value (a scalar counts once a month)."""
        if not isinstance(a.type, ir.VectorType):
            return a if self.lanes == 1 else self.builder.mul(a, ir.Constant(I64, self.lanes))
        name = f"llvm.vector.reduce.add.v{self.lanes}i64"
        module = self.builder.module
        found = module.globals.get(name) or ir.Function(module, ir.FunctionType(I64, [a.type]), name)
        return self.builder.call(found, [a])


def _bit(value: ir.Value) -> int | None:
    """0 or 1 for a constant condition."""
    if isinstance(value, ir.Constant) and value.type == BIT:
        return int(value.constant)
    return None
