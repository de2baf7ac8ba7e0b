"""The rules of a month over a snapshot through DuckDB: the independent check of the kernel, in a fixed memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from typing import Self

import duckdb
import pyarrow as pa

from yihu.engines.rules import sql
from yihu.engines.rules.book import Rulebook
from yihu.records.snapshots import Snapshot


class CheckError(Exception):
    """DuckDB could not compute a part of the snapshot: which row group, why, what to do."""


class Asker:
    """The query of a month, ready to be asked of one row group after the other. A context manager.

    ``memory`` is DuckDB's own limit, beyond which it writes to a temporary folder; the columns of one row group come on top.
    """

    def __init__(
        self, snapshot: Snapshot, book: Rulebook, month: date, *, memory: str = "1GB", threads: int = 2
    ) -> None:
        rules = sql.answers(book)
        self.path = snapshot.path
        self.columns = ["family", *sql.reads(book, month, rules)]
        self._text = sql.printed(sql.query(book, month, rules, keep=["family"]))
        self._names = ["family", *(rule.name for rule in rules)]
        self._settings: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory, "threads": threads}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        spill = self._open.enter_context(tempfile.TemporaryDirectory(prefix="yihu-"))
        self._database = self._open.enter_context(duckdb.connect(config={**self._settings, "temp_directory": spill}))
        return self

    def __exit__(self, *error: object) -> None:
        self._open.close()

    def answers(self, table: pa.Table, group: int) -> pa.Table:
        """The answers for the families of ``table``, whose columns are ``columns`` (or more); raises :class:`CheckError`."""
        try:
            return sql.run_query(self._database, self._text, table.select(self.columns), self._names)
        except duckdb.Error as problem:
            raise CheckError(
                f"{self.path}: row group {group}: {str(problem).splitlines()[0]}; give DuckDB more memory, or "
                "compare these families with the ranges that the pack declares"
            ) from problem


def run_duckdb(
    snapshot: Snapshot, book: Rulebook, month: date, *, memory: str = "1GB", threads: int = 2
) -> Iterator[pa.Table]:
    """What everybody is entitled to, one table a row group, families in the order of the snapshot.

    Columns: ``family``; for each programme ``<id>.entitled`` (bool, null unknown) and, where it pays, ``<id>.amount``
    (int64 fen); for programmes about items of a list these are lists parallel to it. Raises ParameterGap,
    :class:`CheckError` and SnapshotError.
    """
    with Asker(snapshot, book, month, memory=memory, threads=threads) as asker:
        for group in range(snapshot.groups):
            yield asker.answers(snapshot.read(group, asker.columns), group)
