"""The kernel under Spark: every executor computes row groups of the snapshot, and the rows are the same bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from tests.engines.rules.families import cases
from yihu.engines.rules.layout import arrow_schema, table_of
from yihu.pack import Pack, find_pack
from yihu.records.runs.launch import run
from yihu.records.runs.result import Result
from yihu.records.snapshots import SnapshotWriter

JULY = date(2024, 7, 1)
GROUP = 250


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    """Spark on two cores of this machine, without its web page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        made = SparkSession.builder.master("local[2]").appName("test").config("spark.ui.enabled", "false").getOrCreate()
        made.sparkContext.setLogLevel("ERROR")
        yield made
        made.stop()


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2,000 families of the sample pack in eight row groups."""
    pack = find_pack("sample")
    table = table_of(cases(3, 2_000, pack.root, pack.programmes, JULY), pack.root, pack.programmes)
    codes = sorted(pack.places().communities)
    community = pa.array([codes[i % len(codes)] for i in range(2_000)], pa.int64())
    table = table.set_column(table.schema.get_field_index("community"), "community", community)
    table = table.set_column(0, table.schema.field("family"), pa.array(range(2_000), pa.int64()))
    path = tmp_path_factory.mktemp("city") / "city"
    with SnapshotWriter(path, arrow_schema(pack.root, pack.programmes), {"pack": pack.id}) as writer:
        for first in range(0, 2_000, GROUP):
            writer.write(table.slice(first, GROUP))
    return path


def rows(result: Result) -> list[bytes]:
    """The bytes of all columns of the rows found."""
    table = pq.read_table(result.rows).combine_chunks()
    assert table.num_rows > 1_000
    return [(b.to_pybytes() if b else b"") for column in table.columns for b in column.chunk(0).buffers()]


def pack() -> Pack:
    """The sample pack."""
    return find_pack("sample")


@pytest.mark.parametrize("months", [[JULY], [date(2024, m, 1) for m in range(1, 13)]], ids=["a month", "a year"])
def test_spark_finds_the_same_bytes_as_the_kernel_in_process(
    session: SparkSession, snapshot: Path, tmp_path: Path, months: list[date]
) -> None:
    here = run(pack(), snapshot, months, tmp_path / "here", engine="kernel", threads=2)
    there = run(pack(), snapshot, months, tmp_path / "there", engine="spark")
    assert rows(here) == rows(there)
    assert here.summary["programmes"] == there.summary["programmes"]
    assert here.summary["districts"] == there.summary["districts"]
    assert session.range(1).count() == 1  # a session that was running before is left running
