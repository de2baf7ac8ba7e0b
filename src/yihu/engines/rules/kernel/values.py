"""The pairs that the kernel computes with."""

from __future__ import annotations

from dataclasses import dataclass

from llvmlite import ir

BIT, I8, I64 = ir.IntType(1), ir.IntType(8), ir.IntType(64)
FALSE, TRUE = ir.Constant(BIT, 0), ir.Constant(BIT, 1)


def whole(value: int) -> ir.Constant:
    """A 64-bit constant."""
    return ir.Constant(I64, value)


@dataclass(frozen=True)
class Val:
    """A value (i1 for conditions, else i64) and whether it is unknown (i1); an unknown condition has the value 0."""

    value: ir.Value
    unknown: ir.Value
