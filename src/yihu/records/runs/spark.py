"""The same kernel on a Spark cluster: each executor reads row groups of the snapshot, computes them, and sends rows back.

Spark hands out the numbers of the row groups (``mapInArrow``), so nothing is converted on the way: the rows are those of
the kernel on one machine, byte for byte. The snapshot lies where every executor can read it, and executors have the pack
installed. The cluster is that of the running session or of Spark's own configuration (local cores without any).
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from yihu.engines.rules.kernel import Kernel
from yihu.engines.rules.reform import Reform
from yihu.pack import Pack, find_pack
from yihu.records.runs.kernel import Clock, group_found
from yihu.records.runs.plan import Plan
from yihu.records.runs.rows import Found
from yihu.records.snapshots import Snapshot

WAVE = 4  # row groups a core that are on their way at once: what the driver holds in memory
SENT = pa.schema([
    pa.field("group", pa.int64()), pa.field("rows", pa.binary()), pa.field("tally", pa.binary()), pa.field("asked", pa.binary()),
])  # fmt: skip
SENT_DDL = "group long, rows binary, tally binary, asked binary"


class SparkMissing(Exception):
    """PySpark is not installed; the message says how to get it."""


@dataclass(frozen=True)
class Job:
    """What an executor must know to compute a row group."""

    pack: str
    snapshot: str
    months: tuple[date, ...]
    then: bool
    reform: Reform | None


@dataclass(frozen=True)
class Ready:
    """A job made ready in a worker process: rules read, kernels compiled, files open."""

    plan: Plan
    kernels: list[Kernel]
    snapshot: Snapshot
    then: bool

    def group(self, number: int) -> Found:
        """Rows and tally of one row group."""
        names = ["family", "community", *self.plan.columns]
        return group_found(self.plan, self.kernels, self.snapshot, number, names, self.then, Clock())


_ready: dict[bytes, Ready] = {}


def ready(job: Job) -> Ready:
    """The job made ready, once a worker process."""
    from yihu.records.runs.launch import open_for, plan_for

    key = pickle.dumps(job)
    if key not in _ready:
        pack = find_pack(job.pack)
        snapshot = open_for(pack, Path(job.snapshot), verify=False)  # the driver did
        plan = plan_for(pack, job.months, job.reform)
        kernels = plan.kernels_for(snapshot, then=job.then)
        _ready.clear()
        _ready[key] = Ready(plan, kernels, snapshot, job.then)
    return _ready[key]


def worker(job: Job) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """The function that executors map over batches of row group numbers."""

    def compute(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for number in batch.column(0).to_pylist():
                found = ready(job).group(number)
                asked = None if found.asked is None else _packed(found.asked)
                sent = [[number], [_packed(found.rows)], [pickle.dumps(found.tally)], [asked]]
                yield pa.record_batch([pa.array(v, f.type) for v, f in zip(sent, SENT, strict=True)], schema=SENT)

    return compute


def stream_spark(
    plan: Plan, pack: Pack, snapshot: Snapshot, *, then: bool, reform: Reform | None = None
) -> Iterator[Found]:
    """Rows and tallies of every row group, in order. Raises :class:`SparkMissing` where PySpark is not installed."""
    plan.check(snapshot)
    months = tuple(month.first_day for month in plan.months)
    compute = worker(Job(pack.id, str(snapshot.path.resolve()), months, then, reform))
    session, started = _session()
    try:
        wave = WAVE * session.sparkContext.defaultParallelism
        for first in range(0, snapshot.groups, wave):
            last = min(first + wave, snapshot.groups)
            numbers = session.range(first, last, 1, last - first)
            sent = numbers.mapInArrow(compute, SENT_DDL).collect()
            for row in sorted(sent, key=lambda row: row["group"]):
                asked = None if row["asked"] is None else _unpacked(row["asked"])
                yield Found(_unpacked(row["rows"]), pickle.loads(row["tally"]), asked)  # noqa: S301 - our executors wrote it
    finally:
        if started:
            session.stop()


def _session() -> tuple[Any, bool]:
    """The running Spark session, or a new one (True) that is stopped at the end."""
    try:
        from pyspark.sql import SparkSession
        from pyspark.sql.pandas.utils import require_minimum_pandas_version

        require_minimum_pandas_version()  # mapInArrow asks for it
    except ImportError as problem:
        raise SparkMissing(
            f"--engine spark needs PySpark and a Java runtime: pip install 'yihu[spark]' ({problem})"
        ) from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else executors start the first python3 of the PATH
    running = SparkSession.getActiveSession()
    return (running, False) if running else (SparkSession.builder.appName("yihu").getOrCreate(), True)


def _packed(rows: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write_table(rows)
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def _unpacked(sent: bytes) -> pa.Table:
    return pa.ipc.open_stream(pa.py_buffer(bytes(sent))).read_all()
