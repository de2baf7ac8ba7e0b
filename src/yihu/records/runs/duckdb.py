"""The rules of a month over a snapshot through DuckDB: the independent check of the kernel, in a fixed memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date

import duckdb
import pyarrow as pa

from yihu.engines.rules import sql
from yihu.engines.rules.book import Rulebook
from yihu.records.snapshots import Snapshot

SHARD = 2


class CheckError(Exception):
    """DuckDB could not compute a part of the snapshot: which row groups, why, what to do."""


def run_duckdb(
    snapshot: Snapshot, book: Rulebook, month: date, *, memory: str = "1GB", threads: int = 2, shard: int = SHARD
) -> Iterator[pa.Table]:
    """What everybody is entitled to, one table a row group, families in the order of the snapshot.

    Columns: ``family``; for each programme ``<id>.entitled`` (bool, null unknown) and, where it pays, ``<id>.amount``
    (int64 fen); for programmes about items of a list these are lists parallel to it. ``shard`` row groups are computed at
    a time. ``memory`` is DuckDB's own limit, beyond which it writes to a temporary folder; the rows of a shard come on
    top. Raises ParameterGap, :class:`CheckError` and SnapshotError.
    """
    rules = sql.outcomes(book)
    text = sql.printed(sql.query(book, month, rules, keep=["family"]))
    columns = ["family", *sql.reads(book, month, rules)]
    names = ["family", *(rule.name for rule in rules)]
    with tempfile.TemporaryDirectory(prefix="yihu-") as spill:
        settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory, "threads": threads}
        with duckdb.connect(config={**settings, "temp_directory": spill}) as database:
            for first in range(0, snapshot.groups, shard):
                groups = range(first, min(first + shard, snapshot.groups))
                tables = [snapshot.read(group, columns) for group in groups]
                try:
                    found = sql.run_query(database, text, pa.concat_tables(tables), names)
                except duckdb.Error as problem:
                    raise CheckError(
                        f"{snapshot.path}: row groups {groups[0]} to {groups[-1]}: {str(problem).splitlines()[0]}; give DuckDB "
                        "more memory, or compare these families with the ranges that the pack declares"
                    ) from problem
                yield from _parts(found, [table.num_rows for table in tables])


def _parts(table: pa.Table, sizes: list[int]) -> Iterator[pa.Table]:
    first = 0
    for size in sizes:
        yield table.slice(first, size)
        first += size
