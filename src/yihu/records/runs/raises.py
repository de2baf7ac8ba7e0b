"""What earning more is worth, under a law and under its reform: cliffs over the city, and curves of typical families.

In every family with a wage the first wage is raised by a hundred yuan a month and everything worked out again. Where that
loses more than a hundred yuan of support stands a cliff.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa

from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.cliffs import income_facts, supports
from yihu.engines.rules.dues import Dues
from yihu.engines.rules.given import case_from
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.schema import Entity
from yihu.pack import Model, Pack

Array = np.ndarray[Any, Any]

RAISE = 10_000
"""Fen a month that a wage is raised by."""
SHARES = (0, 5_000, RAISE, RAISE + 1)
"""Lower ends, in fen lost of the raise, of: some, half or more, all of it, more than all (a cliff)."""
YUAN = 100
CURVE_STEP, CURVE_END = 100, 8_000
"""Wages in yuan a month at which a typical family is computed."""


@dataclass
class Kept:
    """What becomes of the raise, counted in families that draw support and have a wage: ``counts`` lose nothing, some, half
    or more, all, more than all; ``lost`` fen in all."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(SHARES) + 1))
    lost: int = 0

    @property
    def families(self) -> int:
        """Families with a wage and support."""
        return sum(self.counts)

    @property
    def cliffs(self) -> int:
        """Families that end up with less."""
        return self.counts[-1]

    def add(self, earning: Array, now: Array, then: Array) -> None:
        """Count the ``earning`` families (rows) that draw support: dues of all families ``now`` and ``then`` (fen)."""
        chosen = earning[now[earning] > 0]
        lost = now[chosen] - then[chosen]
        classes = np.where(lost <= 0, 0, np.searchsorted(SHARES, lost, side="right"))
        found = np.bincount(classes, minlength=len(self.counts))
        self.counts = [a + int(b) for a, b in zip(self.counts, found, strict=True)]
        self.lost += int(lost.sum())


@dataclass(frozen=True)
class Raised:
    """A row group after the raise: rows of the families that earn, and dues of all families in fen under each law."""

    families: Array
    dues: tuple[Array, ...]


def wage_of(dues: Dues) -> tuple[str, str] | None:
    """List and fact that stand for earning: the first monthly income that the pack declares; None where there is none."""
    for level, facts in income_facts(dues.month).items():
        order = list(dues.month.book.entity(level).FACTS)
        return level, min((fact.name for fact in facts), key=order.index)
    return None


def raised(table: pa.Table, level: str, fact: str, laws: Iterable[tuple[Dues, Batch]]) -> Raised:
    """The families of a table in snapshot layout with the first wage of each raised, under each of the laws."""
    lists = table.column(f"{level}.{fact}").combine_chunks()
    flat = lists.flatten()
    known = flat.is_valid().to_numpy(zero_copy_only=False)
    values = flat.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    sizes = np.diff(lists.offsets.to_numpy())
    earning = np.flatnonzero(known & (values > 0))
    families, first = np.unique(np.repeat(np.arange(len(sizes)), sizes)[earning], return_index=True)
    values[earning[first]] += RAISE
    given = {(level, fact): (values, known.astype(np.uint8))}
    found = ((dues, batch.with_values(given)) for dues, batch in laws)
    return Raised(families, tuple(dues.monthly(batch, dues.again(batch)) for dues, batch in found))


@dataclass(frozen=True)
class Curve:
    """A typical family: wages in yuan, and support in fen a month at each, before and after the reform."""

    zh: str
    en: str
    wages: Sequence[int]
    before: Sequence[int]
    after: Sequence[int]

    def steps(self, support: Sequence[int]) -> list[tuple[int, int, int]]:
        """(wage before, wage after, fen more in hand) of each step of the wage."""
        pairs = pairwise(zip(self.wages, support, strict=True))
        return [(low, high, (high - low) * 100 + other - one) for (low, one), (high, other) in pairs]

    def cliffs(self, support: Sequence[int]) -> list[tuple[int, int]]:
        """(wage in yuan, fen less in hand) where a step of the wage loses more than it brings; less than a yuan is rounding."""
        return [(high, -more) for _, high, more in self.steps(support) if more <= -YUAN]

    def flats(self, support: Sequence[int]) -> list[tuple[int, int]]:
        """Ranges of the wage in yuan in which earning more brings less than a yuan a step."""
        found: list[tuple[int, int]] = []
        for low, high, more in self.steps(support):
            if abs(more) < YUAN:
                found = [*found[:-1], (found[-1][0], high)] if found and found[-1][1] == low else [*found, (low, high)]
        return found


def curve(pack: Pack, model: Model, before: Dues, after: Dues) -> Curve | None:
    """The curve of a typical family; None where no income can vary."""
    wage = wage_of(before)
    if wage is None:
        return None
    level, fact = wage
    case: Entity = case_from(model.given, pack.root, pack.programmes, usual=True)
    wages = list(range(0, CURVE_END + 1, CURVE_STEP))
    found = []
    for dues in (before, after):
        frame = Evaluation(dues.month, case).case.lists[level][0]
        found.append([int(fen) for fen in supports(dues, case, frame, fact, [Decimal(w) for w in wages])])
    return Curve(model.zh, model.en, wages, *found)
