"""The kernel over a snapshot: row groups are read, computed and turned into rows on all cores, and written in order."""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from yihu.engines.rules.kernel import Kernel, Outputs
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.tree import CASE
from yihu.records.runs.again import again, granted
from yihu.records.runs.plan import Plan, granted_name
from yihu.records.runs.rows import Found, collect
from yihu.records.snapshots import Snapshot

Array = np.ndarray[Any, Any]


@dataclass
class Clock:
    """Seconds of all threads together, by stage."""

    reading: float = 0.0
    computing: float = 0.0
    collecting: float = 0.0
    writing: float = 0.0
    compiling: float = 0.0
    marks: dict[str, float] = field(default_factory=dict)


def stream(plan: Plan, snapshot: Snapshot, *, threads: int, then: bool, clock: Clock) -> Iterator[Found]:
    """Rows and tallies of every row group, in order; at most ``threads`` + 1 groups are in memory. The plan has checked the
    snapshot."""
    started = time.perf_counter()
    names = ["family", "community", *plan.columns]
    kernels = plan.kernels_for(snapshot, then=then)
    clock.compiling = time.perf_counter() - started
    with ThreadPoolExecutor(threads) as pool, settled():
        waiting: deque[Future[Found]] = deque()
        try:
            for group in range(snapshot.groups):
                waiting.append(pool.submit(group_found, plan, kernels, snapshot, group, names, then, clock))
                if len(waiting) > threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def settled() -> Iterator[None]:
    """The rules stay, and are no garbage: to look through them again and again took a sixth of a run."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def group_found(
    plan: Plan, kernels: list[Kernel], snapshot: Snapshot, group: int, names: list[str], then: bool, clock: Clock
) -> Found:
    """Rows and tally of one row group of a snapshot."""
    first = time.perf_counter()
    table, few = snapshot.read_brief(group, names)
    second = time.perf_counter()
    batch = Batch(table, kernels[0].layout, few)
    outputs, after = compute(plan, kernels, table, batch, then)
    third = time.perf_counter()
    found = collect(table, batch, outputs, after, people=plan.people)
    for each in (outputs, after):
        if each is not None:
            kernels[0].take_back(each)
    clock.reading += second - first
    clock.computing += third - second
    clock.collecting += time.perf_counter() - third
    return found


def compute(
    plan: Plan, kernels: list[Kernel], table: pa.Table, batch: Batch, then: bool
) -> tuple[Outputs, Outputs | None]:
    """Outputs of a loaded batch for the plan's months; with ``then`` also those of the second pass, for which the kernel
    must not take what is granted for known."""
    outputs: Outputs | None = None
    for kernel, months in zip(kernels, plan.passes, strict=True):
        loaded = batch if kernel is kernels[0] else Batch(table, kernel.layout, batch.few)
        outputs = kernel.run_batch(loaded, months, into=outputs)
    assert outputs is not None
    if not then or len(plan.months) > 1:
        return outputs, None
    return outputs, again(kernels[0], plan.month, table, batch, outputs)


def due(table: pa.Table, outputs: Outputs) -> dict[str, pa.Array]:
    """For each column of what is granted, what the outputs say each is entitled to (null: cannot tell)."""
    found: dict[str, pa.Array] = {}
    values_of = granted(outputs)
    for want in outputs.wants:
        if want.programme is None:
            continue
        name = granted_name(want)
        plain, known = values_of[want.level, f"granted.{want.programme.id}"]
        values = pa.array(plain if want.programme.amount is not None else plain.astype(bool), mask=known == 0)
        if want.level != CASE:
            column = table.column(name)
            chunk = column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks)
            values = pa.ListArray.from_arrays(chunk.offsets, values, type=chunk.type)
        found[name] = values
    return found
