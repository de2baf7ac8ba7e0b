"""Write a synthetic city as a snapshot: batches are made by threads and written in order, so memory stays flat.

Each batch: the recipe's families → the kernel of the month (what each is entitled to) → the recipe's receipts, with gaps.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from yihu.engines.rules import ranges
from yihu.engines.rules.layout import Column, arrow_schema, columns
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind
from yihu.engines.synth import BATCH, Batch, Recipe, plan
from yihu.pack import Pack, PackError
from yihu.records.runs.entitlements import entitlements
from yihu.records.runs.launch import cores
from yihu.records.snapshots.layout import SnapshotWriter

ROUNDS = 3
"""Receipts of one programme are facts of others, so what is paid is found so many times, each from the one before."""


@dataclass(frozen=True)
class Synthesised:
    """What was written."""

    path: Path
    people: int
    families: int


def recipe_of(pack: Pack) -> Recipe:
    """The pack's recipe; raises :class:`PackError` where it has none."""
    if pack.recipe is None:
        raise PackError(f"the pack {pack.id} has no recipe for a synthetic city; use another: --pack NAME")
    return pack.recipe()


def synthesise(
    pack: Pack,
    people: int,
    seed: int,
    out: Path,
    *,
    on: date,
    workers: int | None = None,
    progress: Callable[[float], None] = lambda share: None,
) -> Synthesised:
    """A city of about ``people`` as it stands on the day ``on``, written whole or not at all.

    The bytes depend on pack, people, seed and day, not on ``workers`` (all cores where None). ``progress`` is told the
    share of families written, up to 1.0. Raises :class:`PackError` and, where the law of the month has gaps, LawGap.
    """
    recipe = recipe_of(pack)
    schema = arrow_schema(pack.root, pack.programmes)
    entitled = entitlements(pack.rulebook, on)
    batches = plan(people, recipe)
    meta = {"pack": pack.id, "origin": "synthetic", "on": on.isoformat(), "seed": seed, "asked": people}

    def make(index: int) -> tuple[pa.Table, int]:
        batch = recipe.batch(index, batches[index], seed, on)
        table = to_table(pack, schema, batch, first=index * BATCH + 1)
        for _ in range(ROUNDS):
            table = recipe.receipts(table, entitled(table), seed, on)
        return table, int(batch.offsets[next(iter(pack.root.LISTS))][-1])

    counted = 0
    with SnapshotWriter(out, schema, meta) as writer:
        for table, members in _in_order(make, len(batches), workers or cores()):
            writer.write(table)
            counted += members
            progress(writer.families / sum(batches))
    return Synthesised(out, counted, writer.families)


def _in_order(make: Callable[[int], tuple[pa.Table, int]], count: int, workers: int) -> Iterator[tuple[pa.Table, int]]:
    """Results of ``make`` in order; at most ``workers`` + 1 are made ahead."""
    waiting: deque[Future[tuple[pa.Table, int]]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for index in range(count):
                waiting.append(pool.submit(make, index))
                if len(waiting) > workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def to_table(pack: Pack, schema: pa.Schema, batch: Batch, *, first: int) -> pa.Table:
    """A batch in snapshot layout; families are numbered from ``first``.

    Nobody is granted anything yet. A fact the recipe does not give takes its usual value, or is unknown.
    """
    families = len(batch.community)
    arrays = [pa.array(np.arange(first, first + families)), pa.array(batch.community)]
    offsets = {name: pa.array(ends.astype(np.int32)) for name, ends in batch.offsets.items()}
    for column, field in zip(columns(pack.root, pack.programmes), list(schema)[2:], strict=True):
        if column.level == CASE:
            arrays.append(_values(pack, column, field.type, batch, families))
        else:
            items = int(batch.offsets[column.level][-1])
            values = _values(pack, column, field.type.value_type, batch, items)
            arrays.append(pa.ListArray.from_arrays(offsets[column.level], values, type=field.type))
    return pa.Table.from_arrays(arrays, schema=schema)


def _values(pack: Pack, column: Column, type_: pa.DataType, batch: Batch, size: int) -> pa.Array:
    found = batch.facts.get(column.name)
    if found is None:
        usual = _usual(pack, column)
        return pa.nulls(size, type_) if usual is None else pa.repeat(pa.scalar(usual, type_), size)
    if isinstance(found, bool | int):
        return pa.repeat(pa.scalar(found, type_), size)
    if pa.types.is_date(type_):
        return pa.array(found, pa.int32(), mask=batch.unknown.get(column.name)).view(type_)
    stored = found.astype(type_.to_pandas_dtype(), copy=False)
    return pa.array(stored, type_, mask=batch.unknown.get(column.name))


def _usual(pack: Pack, column: Column) -> Any:
    """What stands for a fact that the recipe does not give, as a snapshot stores it."""
    if column.fact.startswith("granted."):
        return False if column.type.kind is Kind.YES_NO else 0
    entity = pack.root if column.level == CASE else pack.root.LISTS[column.level].item
    usual = entity.FACTS[column.fact].usual
    return usual if usual is None or column.type.kind is Kind.YES_NO else ranges.scaled(usual, column.type)
