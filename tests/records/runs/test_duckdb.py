"""DuckDB over a snapshot: every row group in its order, whatever the threads and the memory."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from tests.engines.rules.ships import MONTH, Law, Sailor, Ship, book_of
from yihu.engines.rules import Number, Programme, rule
from yihu.engines.rules.layout import arrow_schema, table_of
from yihu.records.runs.duckdb import CheckError, run_duckdb
from yihu.records.snapshots import Snapshot, SnapshotWriter, open_snapshot


@rule(cites="1", zh="可")
def ready(ship: Ship, law: Law) -> bool:
    return ship.fast


@rule(cites="1", zh="额", places=2)
def wages(ship: Ship, law: Law) -> Number:
    return sum(s.pay for s in ship.crew)


@rule(cites="1", zh="病")
def ill(sailor: Sailor, law: Law) -> bool:
    return sailor.ill and sailor.ship.fast


@rule(cites="1", zh="病额", places=2)
def double(sailor: Sailor, law: Law) -> Number:
    return sailor.pay + sailor.pay


@rule(cites="1", zh="过大", places=2)
def squared(ship: Ship, law: Law) -> Number:
    return ship.masts * ship.masts * law.rate


WAGE = Programme("wage", Ship, "酬", "wage", ready, wages)
CARE = Programme("care", Sailor, "病", "care", ill, double)
SQUARE = Programme("square", Ship, "方", "square", ready, squared)
PROGRAMMES = (WAGE, CARE)


def fleet(count: int, first: int = 0) -> list[Ship]:
    """Ships whose wages tell their number; a third is fast, some is unknown; 0 to 3 sailors."""
    return [
        Ship(
            fast=None if n % 10 == 9 else n % 3 == 0,
            crew=[{"pay": Decimal(n * 4 + s), "ill": (n + s) % 2 == 0} for s in range(n % 4)],
        )
        for n in range(first, first + count)
    ]


def snapshot(path: Path, groups: Iterable[pa.Table]) -> Snapshot:
    """A snapshot of these row groups."""
    schema = arrow_schema(Ship, PROGRAMMES)
    with SnapshotWriter(path, schema, {}) as writer:
        for group in groups:
            writer.write(group)
    return open_snapshot(path, schema)


def groups_of(*sizes: int) -> list[pa.Table]:
    """Row groups of ships numbered on from one to the next."""
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    tables = [table_of(fleet(size, start), Ship, PROGRAMMES) for size, start in zip(sizes, starts, strict=True)]
    return [
        t.set_column(0, t.schema.field(0), pa.array(range(n, n + len(t)))) for t, n in zip(tables, starts, strict=True)
    ]


def test_each_row_group_gives_a_table_with_families_and_members_in_their_order(tmp_path: Path) -> None:
    made = snapshot(tmp_path / "fleet.parquet", groups_of(5, 30))
    first, second = run_duckdb(made, book_of(programmes=PROGRAMMES), MONTH)
    assert (first.num_rows, second.num_rows) == (5, 30)
    assert first.column_names == ["family", "wage.entitled", "wage.amount", "care.entitled", "care.amount"]
    assert second["family"].to_pylist() == list(range(5, 35))
    assert first.slice(3).to_pylist() == [
        {
            "family": 3,
            "wage.entitled": True,
            "wage.amount": 3900,
            "care.entitled": [False, True, False],
            "care.amount": [0, 2600, 0],
        },
        {"family": 4, "wage.entitled": False, "wage.amount": 0, "care.entitled": [], "care.amount": []},
    ]


def test_an_unknown_fact_leaves_the_answer_open(tmp_path: Path) -> None:
    made = snapshot(tmp_path / "fleet.parquet", groups_of(10))
    [found] = run_duckdb(made, book_of(programmes=PROGRAMMES), MONTH)
    assert found.slice(9).to_pylist() == [
        {"family": 9, "wage.entitled": None, "wage.amount": None, "care.entitled": [False], "care.amount": [0]}
    ]


def test_threads_do_not_change_the_answer(tmp_path: Path) -> None:
    made = snapshot(tmp_path / "fleet.parquet", groups_of(20_000, 1))
    book = book_of(programmes=PROGRAMMES)
    alone, together = (list(run_duckdb(made, book, MONTH, threads=threads)) for threads in (1, 4))
    assert [table.num_rows for table in together] == [20_000, 1]
    assert pa.concat_tables(together).equals(pa.concat_tables(alone))


def test_a_snapshot_of_nobody_gives_no_table(tmp_path: Path) -> None:
    made = snapshot(tmp_path / "fleet.parquet", [])
    assert list(run_duckdb(made, book_of(programmes=PROGRAMMES), MONTH)) == []


def test_too_little_memory_is_an_error_that_says_where_and_what_to_do(tmp_path: Path) -> None:
    made = snapshot(tmp_path / "fleet.parquet", groups_of(10))
    with pytest.raises(CheckError, match=r"fleet\.parquet: row group 0: Out of Memory.*give DuckDB more memory"):
        list(run_duckdb(made, book_of(programmes=PROGRAMMES), MONTH, memory="1MB"))


def test_a_value_far_outside_its_range_is_an_error_and_never_a_wrong_amount(tmp_path: Path) -> None:
    first, second = groups_of(3, 3)
    position = second.schema.get_field_index("masts")
    second = second.set_column(position, second.schema.field(position), pa.array([1, 2_000_000_000, 1], pa.int32()))
    made = snapshot(tmp_path / "fleet.parquet", [first, second])
    found = run_duckdb(made, book_of(programmes=[SQUARE]), MONTH)
    assert next(found).num_rows == 3
    with pytest.raises(CheckError, match=r"row group 1: .*ranges that the pack declares"):
        next(found)


def test_a_string_may_name_the_family(tmp_path: Path) -> None:
    schema = arrow_schema(Ship, PROGRAMMES, pa.string())
    table = table_of(fleet(3), Ship, PROGRAMMES)
    table = table.set_column(0, schema.field(0), pa.array(["甲", "b", "丙"]))
    with SnapshotWriter(tmp_path / "named.parquet", schema, {}) as writer:
        writer.write(table)
    [found] = run_duckdb(open_snapshot(tmp_path / "named.parquet"), book_of(programmes=PROGRAMMES), MONTH)
    assert found["family"].to_pylist() == ["甲", "b", "丙"]
