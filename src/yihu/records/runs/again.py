"""The second pass: what more would follow if all that was found were granted.

Only families in which something differs from what is paid today can change, a few in a hundred; only they are computed again.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from yihu.engines.rules.kernel import FINDINGS, Kernel, Outputs
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.month import Month
from yihu.engines.rules.tree import CASE

Array = np.ndarray[Any, Any]


def again(kernel: Kernel, month: Month, table: pa.Table, batch: Batch, first: Outputs) -> Outputs:
    """Outputs of the second pass for all families: nothing found where the first pass found nothing to change.

    The kernel must not take what is granted for known.
    """
    after = kernel.empty(batch)
    families = np.flatnonzero(_unsettled(batch, first))
    if not len(families):
        return after
    read = set(kernel.columns())
    dense = table.select([name for name in table.column_names if name in read]).take(pa.array(families))
    items = {level: _items(batch, level, families) for level in month.book.root.LISTS}
    brief = {name: few.among(items.get(name.split(".")[0], families)) for name, few in batch.few.items()}
    part = Batch(dense, kernel.layout, brief)
    found = kernel.run_batch(part, month)
    second = kernel.run_batch(part.with_values(granted(found)), month)
    for want, whole, some in zip(after.wants, after.arrays, second.arrays, strict=True):
        at = items.get(want.level, families)
        for name, values in some.items():
            whole[name][at] = values
    return after


def granted(outputs: Outputs) -> dict[tuple[str, str], tuple[Array, Array]]:
    """What is granted if everything that was found is: for each programme values and whether they are known."""
    found = {}
    for want, arrays in zip(outputs.wants, outputs.arrays, strict=True):
        if want.programme is None:
            continue
        known = (arrays["finding"] != FINDINGS.index("cannot_tell")).astype(np.uint8)
        values = arrays["amount"] if want.programme.amount is not None else _recognised(arrays["finding"])
        found[want.level, f"granted.{want.programme.id}"] = (values, known)
    return found


def _recognised(finding: Array) -> Array:
    found: Array = np.isin(finding, (FINDINGS.index("right"), FINDINGS.index("missed"))).astype(np.uint8)
    return found


def _unsettled(batch: Batch, outputs: Outputs) -> Array:
    """Families in which some finding is neither nothing nor right."""
    marked = np.zeros(batch.families, bool)
    for want, arrays in zip(outputs.wants, outputs.arrays, strict=True):
        if want.programme is None:
            continue
        at = np.flatnonzero(arrays["finding"] > FINDINGS.index("right"))
        marked[at if want.level == CASE else np.searchsorted(batch.offsets(want.level), at, side="right") - 1] = True
    return marked


def _items(batch: Batch, level: str, families: Array) -> Array:
    """Positions of the items of these families, in order."""
    offsets = batch.offsets(level)
    first, sizes = offsets[families], offsets[families + 1] - offsets[families]
    ends = np.cumsum(sizes)
    positions: Array = np.arange(ends[-1]) - np.repeat(ends - sizes, sizes) + np.repeat(first, sizes)
    return positions
