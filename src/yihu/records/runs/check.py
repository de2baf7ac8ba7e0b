"""The independent check: DuckDB computes the programmes, and the same findings are made from its answers."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from yihu.engines.rules.kernel import FINDINGS, Outputs, Want
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.kernel.wants import Layout
from yihu.engines.rules.tree import CASE
from yihu.records.runs.duckdb import Asker
from yihu.records.runs.kernel import Clock, due
from yihu.records.runs.plan import Plan, PlanError, granted_name
from yihu.records.runs.rows import Found, collect
from yihu.records.snapshots import Snapshot


def stream_duckdb(plan: Plan, snapshot: Snapshot, *, clock: Clock, threads: int, then: bool) -> Iterator[Found]:
    """Rows and tallies like those of the kernel, without reason codes. ``then``: with the second pass.

    Raises :class:`PlanError` for several months, and what :class:`Asker` raises.
    """
    if len(plan.months) > 1:
        raise PlanError("--engine duckdb checks one month at a time; leave out --months, or use the kernel")
    return _stream(plan, snapshot, clock, threads, then)


def _stream(plan: Plan, snapshot: Snapshot, clock: Clock, threads: int, then: bool) -> Iterator[Found]:
    with Asker(snapshot, plan.book, plan.month.first_day, threads=threads) as asker:
        names = list(dict.fromkeys([*asker.columns, "community", *(granted_name(w) for w in plan.wants)]))
        for group in range(snapshot.groups):
            started = time.perf_counter()
            table = snapshot.read(group, names, plain=True)
            clock.reading += time.perf_counter() - started
            outputs = _outputs(plan, table, asker.answers(table, group))
            after = None
            if then:
                granted = _granted(table, due(table, outputs))
                after = _outputs(plan, granted, asker.answers(granted, group))
            computed = time.perf_counter()
            clock.computing += computed - started
            found = collect(
                table, Batch(table, Layout(lists=list(plan.book.root.LISTS))), outputs, after, people=plan.people
            )
            clock.collecting += time.perf_counter() - computed
            yield found


def _granted(table: pa.Table, due_: Mapping[str, pa.Array]) -> pa.Table:
    """The table as it is once all that was found is granted."""
    for name, values in due_.items():
        table = table.set_column(table.schema.get_field_index(name), name, values)
    return table


def _outputs(plan: Plan, table: pa.Table, answers: pa.Table) -> Outputs:
    asked = tuple(_asked(want, answers) for want in plan.asked)
    return Outputs((*plan.wants, *plan.asked), (*(_arrays(want, table, answers) for want in plan.wants), *asked))


def _asked(want: Want, answers: pa.Table) -> Mapping[str, np.ndarray[Any, Any]]:
    assert want.rule is not None
    value, unknown = _flat(answers, want.rule.name, want.level)
    return {"value": value, "unknown": unknown.astype(np.uint8)}


def _arrays(want: Want, table: pa.Table, answers: pa.Table) -> Mapping[str, np.ndarray[Any, Any]]:
    assert want.programme is not None
    entitled, doubt = _flat(answers, f"{want.programme.id}.entitled", want.level)
    granted, blind = _flat(table, granted_name(want), want.level)
    amount = np.zeros(len(entitled), np.int64)
    if want.programme.amount is not None:
        amount, unsure = _flat(answers, f"{want.programme.id}.amount", want.level)
        doubt = doubt | ((entitled == 1) & unsure)
        amount = np.where((entitled == 1) & ~doubt, amount, 0)
        entitled = (amount > 0).astype(np.int64)
    same = (granted == amount) if want.programme.amount is not None else np.ones(len(entitled), bool)
    code = {word: position for position, word in enumerate(FINDINGS)}
    yes = np.where(granted > 0, np.where(same, code["right"], code["changed"]), code["missed"])
    finding = np.where(entitled > 0, yes, np.where(granted > 0, code["ended"], code["none"]))
    finding = np.where(doubt | blind, code["cannot_tell"], finding).astype(np.uint8)
    return {"finding": finding, "amount": np.maximum(amount, 0), "reason": np.zeros(len(finding), np.uint8)}


def _flat(table: pa.Table, name: str, level: str) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    column = table.column(name)
    chunk = column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks)
    values = chunk if level == CASE else chunk.flatten()
    unknown = values.is_null().to_numpy(zero_copy_only=False)
    if pa.types.is_date(values.type):
        values = values.cast(pa.int32())
    return values.cast(pa.int64()).fill_null(0).to_numpy(zero_copy_only=False), unknown
