"""Parquet: a table of plain columns, one row a person."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from yihu.records.intake.cells import plain
from yihu.records.intake.findings import IntakeError
from yihu.records.intake.sheets import CHUNK, Rows, Sheet


def open_parquet(path: Path) -> Sheet:
    """The one sheet of a Parquet file; its column names are the header."""
    try:
        with pq.ParquetFile(path) as file:
            schema = file.schema_arrow
    except (OSError, pa.ArrowException) as problem:
        raise IntakeError("unreadable", path=path.name, problem=problem) from None
    if b"yihu" in (schema.metadata or {}):
        raise IntakeError("unreadable", path=path.name, problem="已是快照 / already a snapshot")
    nested = [field.name for field in schema if pa.types.is_nested(field.type)]
    if nested:
        raise IntakeError(
            "unreadable", path=path.name, problem=f"列不是单个值 / not plain columns: {', '.join(nested)}"
        )
    return Sheet(path.name, _rows(path))


def _rows(path: Path) -> Rows:
    try:
        with pq.ParquetFile(path) as file:
            yield file.schema_arrow.names
            for batch in file.iter_batches(CHUNK, use_threads=False):
                columns = [[plain(cell) for cell in column.to_pylist()] for column in batch.columns]
                yield from zip(*columns, strict=True)
    except (OSError, pa.ArrowException, ValueError) as problem:
        raise IntakeError("unreadable", path=path.name, problem=problem) from None
