"""Columns that come in short give the kernel what the same columns give it when they are written out."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.records.runs.hand import JULY, beijing
from yihu.engines.rules.kernel import Outputs
from yihu.engines.rules.kernel.brief import SLICE
from yihu.engines.rules.kernel.columns import Batch
from yihu.records.runs.again import again
from yihu.records.runs.launch import plan_for
from yihu.records.snapshots import open_snapshot


def test_the_kernel_finds_the_same_in_columns_that_come_in_short(town: Path) -> None:
    plan, snapshot = plan_for(beijing(), [JULY]), open_snapshot(town)
    (kernel,) = plan.kernels()
    names = ["family", "community", *plan.columns]
    whole = snapshot.read(0, names)
    table, few = snapshot.read_brief(0, names)
    assert whole.num_rows > 2 * SLICE
    assert len(few) > len(names) / 2
    dense, brief = Batch(whole, kernel.layout), Batch(table, kernel.layout, few)
    first, second = kernel.run_batch(dense, plan.month), kernel.run_batch(brief, plan.month)
    assert differing(first, second) == []
    then = (again(kernel, plan.month, whole, dense, first), again(kernel, plan.month, table, brief, second))
    assert differing(*then) == []
    assert any(each["finding"].any() for each in then[0].arrays)


def test_memory_that_is_used_again_holds_nothing_of_before(town: Path) -> None:
    plan, snapshot = plan_for(beijing(), [JULY]), open_snapshot(town)
    (kernel,) = plan.kernels()
    batch = Batch(snapshot.read(0, plan.columns), kernel.layout)
    used = kernel.run_batch(batch, plan.month)
    kernel.take_back(used)
    fresh = kernel.empty(batch)
    assert fresh.block is used.block
    assert not any(array.any() for each in fresh.arrays for array in each.values())


def differing(first: Outputs, second: Outputs) -> list[str]:
    """Programmes of which two outputs say different things."""
    pairs = zip(first.wants, first.arrays, second.arrays, strict=True)
    return [
        want.programme.id
        for want, mine, theirs in pairs
        if want.programme is not None and not all(np.array_equal(mine[name], theirs[name]) for name in mine)
    ]
