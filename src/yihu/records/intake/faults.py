"""What the checks of a pack find wrong with one family."""

from __future__ import annotations

from collections.abc import Iterator

from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE
from yihu.pack import Fault, Pack


def faults(pack: Pack, case: Entity) -> Iterator[tuple[str, Fault]]:
    """What the checks of the pack find wrong with one family, each with the name of the check."""
    for check in pack.checks:
        for fault in check(case):
            yield check.__name__, fault


def place(case: Entity, at: Entity) -> tuple[str, int]:
    """The list and position of an entity in its case; the case itself is ``(CASE, 0)``."""
    return next(((name, position) for name, position, item in case.cases() if item is at), (CASE, 0))
