"""Start a run: which rulebook (reformed or not), which engine, and where the result goes."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.layout import arrow_schema
from yihu.engines.rules.reform import Reform, ReformError, apply, read_reform
from yihu.engines.rules.rule import Rule
from yihu.pack import Pack
from yihu.records.runs.kernel import Clock, stream
from yihu.records.runs.plan import Plan, plan_run
from yihu.records.runs.result import Result, write_result
from yihu.records.snapshots import Snapshot, open_snapshot

ENGINES = ("kernel", "duckdb", "spark")


def cores() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)


def open_for(pack: Pack, path: Path) -> Snapshot:
    """A snapshot that has all columns of the pack."""
    return open_snapshot(path, arrow_schema(pack.root, pack.programmes))


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
    progress: Callable[[int], None] = lambda group: None,
) -> Result:
    """Run the law of ``months`` over a snapshot and write the result folder ``out``.

    ``then`` adds the second pass: what more would follow if all that was found were granted (one month only).
    """
    snapshot = open_for(pack, path)
    plan = plan_run(reformed(pack.rulebook, reform, months[0]), months)
    meta: dict[str, Any] = {"engine": engine, "origin": dict(snapshot.meta)}
    if reform is not None:
        meta["reform"] = {"zh": reform.zh, "en": reform.en}
    clock = Clock()
    if engine == "duckdb":
        from yihu.records.runs.check import stream_duckdb

        found = stream_duckdb(plan, snapshot, clock=clock, threads=threads or cores())
    elif engine == "spark":
        from yihu.records.runs.spark import stream_spark

        found = stream_spark(plan, pack, snapshot, then=then, reform=reform)
    else:
        found = stream(plan, snapshot, threads=threads or cores(), then=then, clock=clock)
    return write_result(out, pack, plan, snapshot, found, clock=clock, meta=meta, progress=progress)


def load_reform(path: Path) -> Reform:
    """Read a reform file; raises :class:`ReformError`."""
    try:
        return read_reform(str(path), path.read_text("utf-8"))
    except FileNotFoundError:
        raise ReformError(f"{path}: there is no such file") from None


def reformed(book: Rulebook, reform: Reform | None, month: date) -> Rulebook:
    """The rulebook under a reform (or as it is)."""
    if reform is None:
        return book
    return apply(reform, book, month, _rules_of(reform))


def _rules_of(reform: Reform) -> list[AnyRule]:
    """Rules of the Python file that a reform names, looked for beside the reform."""
    if reform.rules is None:
        return []
    path = Path(reform.file).parent / reform.rules
    if not path.exists():
        raise ReformError(f"{reform.file}: rules: {path} does not exist")
    spec = importlib.util.spec_from_file_location(f"yihu_reform_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [v for v in vars(module).values() if isinstance(v, Rule) and v.function and v.function.__module__ == module.__name__]


def plan_for(pack: Pack, months: Sequence[date], reform: Reform | None = None) -> Plan:
    """The plan of a run (for benchmarks and explanations)."""
    return plan_run(reformed(pack.rulebook, reform, months[0]), months)
