"""Start a run: which rulebook (reformed or not), which engine, and where the result goes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from yihu.engines.rules.layout import arrow_schema
from yihu.engines.rules.reform import Reform
from yihu.pack import Pack
from yihu.records.runs.kernel import Clock, stream
from yihu.records.runs.plan import Plan, plan_run
from yihu.records.runs.provenance import provenance
from yihu.records.runs.reforms import kept, reformed
from yihu.records.runs.result import Result, ready_for, write_result
from yihu.records.runs.rows import Found
from yihu.records.snapshots import Snapshot, SnapshotError, open_snapshot

ENGINES = ("kernel", "duckdb", "spark")


def cores() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)


def open_for(pack: Pack, path: Path, *, verify: bool = True) -> Snapshot:
    """A snapshot that has all columns of the pack; raises :class:`SnapshotError`."""
    made_for = open_snapshot(path, verify=verify).meta.get("pack")
    if made_for not in (None, pack.id):
        raise SnapshotError(
            f"{path} was made for the pack {made_for}, not {pack.id}; leave out --pack or make it again"
        )
    return open_snapshot(path, arrow_schema(pack.root, pack.programmes), verify=verify)


def run(
    pack: Pack,
    path: Path,
    months: Sequence[date],
    out: Path,
    *,
    engine: str = "kernel",
    threads: int | None = None,
    then: bool = True,
    reform: Reform | None = None,
    when: datetime | None = None,
    progress: Callable[[int], None] = lambda group: None,
) -> Result:
    """Run the law of ``months`` over a snapshot and write the result folder ``out``.

    ``then`` adds the second pass: what more would follow if all that was found were granted (one month
    only). ``when``: the time of the run, to be kept with it. Raises what the engines do, and PlanError, ResultError.
    """
    ready_for(out)
    snapshot = open_for(pack, path)
    plan = plan_for(pack, months, reform)
    plan.check(snapshot)
    meta: dict[str, Any] = {"engine": engine, "when": when.isoformat(timespec="seconds") if when else None}
    meta |= {**provenance(pack.id, plan.book, snapshot), "origin": dict(snapshot.meta)}
    if reform is not None:
        meta["reform"] = {"zh": reform.zh, "en": reform.en}
    clock = Clock()
    found = _stream(engine, plan, pack, snapshot, clock=clock, threads=threads or cores(), then=then, reform=reform)
    beside = kept(reform) if reform is not None else {}
    return write_result(out, pack, plan, snapshot, found, clock=clock, meta=meta, beside=beside, progress=progress)


def _stream(
    engine: str,
    plan: Plan,
    pack: Pack,
    snapshot: Snapshot,
    *,
    clock: Clock,
    threads: int,
    then: bool,
    reform: Reform | None,
) -> Iterator[Found]:
    if engine == "duckdb":
        from yihu.records.runs.check import stream_duckdb

        return stream_duckdb(plan, snapshot, clock=clock, threads=threads, then=then)
    if engine == "spark":
        from yihu.records.runs.spark import stream_spark

        return stream_spark(plan, pack, snapshot, then=then, reform=reform)
    return stream(plan, snapshot, threads=threads, then=then, clock=clock)


def plan_for(pack: Pack, months: Sequence[date], reform: Reform | None = None) -> Plan:
    """The plan of a run (for benchmarks and explanations)."""
    return plan_run(reformed(pack.rulebook, reform, months[0], pack.readings), months)
