"""What a kernel is asked for, and what it expects of its caller."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.month import Month
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.types import Type

FINDINGS = ("none", "right", "missed", "changed", "ended", "cannot_tell")
FAMILIES = 8
"""Families that a kernel for one month computes side by side."""
WINDOW = 64
"""Families whose order a batch may change; the kernel is called for whole windows."""


@dataclass(frozen=True)
class Want:
    """One output: a rule's value, or what is found of a programme (finding, amount, reason); or sums over months."""

    level: str
    rule: AnyRule | None = None
    programme: Programme | None = None
    sums: bool = False

    @property
    def arrays(self) -> tuple[tuple[str, str], ...]:
        """Names and numpy types of the output arrays."""
        if self.rule is not None:
            return (("value", "i8"), ("unknown", "u1"))  # with sums: over the months; months unknown
        if self.sums:
            return (("amount", "i8"), ("months", "u1"), ("unknown", "u1"))
        return (("finding", "u1"), ("amount", "i8"), ("reason", "u1"))


@dataclass
class Layout:
    """What the kernel reads and where: facts in order of use, and law values computed by the host each month."""

    facts: list[tuple[str, str, Type]] = field(default_factory=list)
    slots: list[Callable[[Month], int]] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    most: dict[str, int] = field(default_factory=dict)

    WIDTH = 3
