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


class CheckError(Exception):
    """DuckDB could not compute a part of the snapshot: which row group, why, what to do."""


def run_duckdb(
    snapshot: Snapshot, book: Rulebook, month: date, *, memory: str = "1GB", threads: int = 2
) -> Iterator[pa.Table]:
    """What everybody is entitled to, one table a row group, families in the order of the snapshot.

    Columns: ``family``; for each programme ``<id>.entitled`` (bool, null unknown) and, where it pays, ``<id>.amount``
    (int64 fen); for programmes about items of a list these are lists parallel to it. ``memory`` is DuckDB's own limit,
    beyond which it writes to a temporary folder; the columns of one row group come on top. Raises ParameterGap,
    :class:`CheckError` and SnapshotError.
    """
    rules = sql.outcomes(book)
    text = sql.printed(sql.query(book, month, rules, keep=["family"]))
    columns = ["family", *sql.reads(book, month, rules)]
    names = ["family", *(rule.name for rule in rules)]
    with tempfile.TemporaryDirectory(prefix="yihu-") as spill:
        settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory, "threads": threads}
        with duckdb.connect(config={**settings, "temp_directory": spill}) as database:
            for group in range(snapshot.groups):
                table = snapshot.read(group, columns)
                try:
                    found = sql.run_query(database, text, table, names)
                except duckdb.Error as problem:
                    raise CheckError(
                        f"{snapshot.path}: row group {group}: {str(problem).splitlines()[0]}; give DuckDB more memory, or "
                        "compare these families with the ranges that the pack declares"
                    ) from problem
                yield found
