"""What families are due in the end, by the kernel: the amounts of all programmes once all that is found is granted.

The second pass knows what the first found: who is missed by 低保 is then counted neither without what comes with it nor with
what it displaces. The same for one family is :mod:`steady`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.kernel import Outputs, Want, kernel_for
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.month import Month
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import CASE

Array = np.ndarray[Any, Any]


class Dues:
    """The programmes of a month, ready to be computed for tables in snapshot layout; ``extra`` rules of the case beside."""

    def __init__(self, month: Month, extra: Sequence[AnyRule] = ()) -> None:
        self.month = month
        book = month.book
        outcomes = [(p, book.level(p.eligible), book.outcomes[p]) for p in month.programmes]
        wants = [Want(level, rule=outcome.amount or outcome.entitled) for _, level, outcome in outcomes]
        self.programmes: list[tuple[Programme, str]] = [(p, level) for p, level, _ in outcomes]
        self.kernel = kernel_for(month, [*wants, *(Want(CASE, rule=rule) for rule in extra)])

    def run(self, table: pa.Table) -> tuple[Batch, Outputs]:
        """For each programme in force ``value`` (fen, or 1 where it pays nothing) and ``unknown``; then the extra rules."""
        batch = Batch(table, self.kernel.layout)
        return batch, self.again(batch)

    def again(self, batch: Batch) -> Outputs:
        """The same for families that were read before (with other values of some facts, say)."""
        first = self.kernel.run_batch(batch, self.month)
        return self.kernel.run_batch(batch.with_values(self._granted(first)), self.month)

    def amounts(self, outputs: Outputs) -> Iterator[tuple[Programme, str, Array]]:
        """Programme, level and value for each subject."""
        for (programme, level), arrays in zip(self.programmes, outputs.arrays, strict=False):
            yield programme, level, arrays["value"]

    def monthly(self, batch: Batch, outputs: Outputs) -> Array:
        """Money of each family in fen a month; what cannot be told counts as nothing."""
        total = np.zeros(batch.families, np.int64)
        for programme, level, value in self.amounts(outputs):
            if programme.monthly:
                some = np.flatnonzero(value)
                np.add.at(total, owners(batch, level)[some], value[some])
        return total

    def _granted(self, outputs: Outputs) -> dict[tuple[str, str], tuple[Array, Array]]:
        found = {}
        for (programme, level), arrays in zip(self.programmes, outputs.arrays, strict=False):
            value = arrays["value"] if programme.amount is not None else (arrays["value"] > 0).astype(np.uint8)
            found[level, f"granted.{programme.id}"] = (value, (arrays["unknown"] == 0).astype(np.uint8))
        return found


def owners(batch: Batch, level: str) -> Array:
    """Row of the family of every subject of a level."""
    if level == CASE:
        return np.arange(batch.families)
    return np.repeat(np.arange(batch.families), np.diff(batch.offsets(level)))
