"""Columns in which nearly everybody has the same value, kept a second time in short: that value and the exceptions.

Two thirds of a snapshot's columns are such (what is granted, rare illnesses, special groups), and decoding each of their values
from Parquet is most of the work of reading. ``usual.arrow`` holds one record batch a row group, one row a column. It only
saves time: the Parquet files hold every value, and a snapshot without it is read from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.rules.kernel.brief import Few
from yihu.records.snapshots.seal import SHORT

SCHEMA = pa.schema([
    pa.field("file", pa.string(), False),
    pa.field("column", pa.string(), False),
    pa.field("usual", pa.int64()),
    pa.field("at", pa.list_(pa.field("item", pa.int32(), False)), False),
    pa.field("values", pa.list_(pa.field("item", pa.int64())), False),
])  # fmt: skip
FEW = 50
"""A column is kept in short where at most one value in so many is an exception."""
SAMPLE = 64
Array = np.ndarray[Any, Any]
Short = tuple[str, str, int | None, Array, pa.Array]


def short(file: str, name: str, values: pa.Array) -> Short | None:
    """A column in short: file, name, the usual value, where others stand, and which; None where they are not few."""
    kind = values.type
    if not (pa.types.is_boolean(kind) or pa.types.is_integer(kind) or pa.types.is_date32(kind)) or not len(values):
        return None
    plain = whole_numbers(values)
    sample = plain.take(pa.array(np.arange(0, len(plain), -(-len(plain) // SAMPLE))))
    usual = pc.mode(sample)[0]["mode"].as_py() if sample.null_count * 2 < len(sample) else None
    same = plain.is_null() if usual is None else pc.fill_null(pc.equal(plain, usual), False)
    if pc.sum(same).as_py() * FEW < len(plain) * (FEW - 1):
        return None
    at = np.flatnonzero(pc.invert(same).to_numpy(zero_copy_only=False)).astype(np.int32)
    return file, name, usual, at, plain.take(pa.array(at))


def whole_numbers(values: pa.Array) -> pa.Array:
    """Values as the integers that stand for them: yes/no 1 and 0, dates days since 1970."""
    if pa.types.is_boolean(values.type):
        return values.cast(pa.int8()).cast(pa.int64())
    return (values.view(pa.int32()) if pa.types.is_date32(values.type) else values).cast(pa.int64())


def batch(found: list[Short]) -> pa.RecordBatch:
    """The columns of one row group that are kept in short."""
    sizes = np.cumsum([0, *(len(at) for *_, at, _ in found)]).astype(np.int32)
    at = np.concatenate([np.zeros(0, np.int32), *(each[3] for each in found)])
    values = pa.concat_arrays([pa.array([], pa.int64()), *(each[4] for each in found)])
    columns = [
        pa.array([each[0] for each in found], pa.string()),
        pa.array([each[1] for each in found], pa.string()),
        pa.array([each[2] for each in found], pa.int64()),
        pa.ListArray.from_arrays(sizes, pa.array(at, pa.int32()), type=SCHEMA.field("at").type),
        pa.ListArray.from_arrays(sizes, values, type=SCHEMA.field("values").type),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def writer(folder: Path) -> pa.ipc.RecordBatchFileWriter:
    """Opens the file for writing, one batch a row group. Raises OSError."""
    return pa.ipc.new_file(folder / SHORT, SCHEMA, options=pa.ipc.IpcWriteOptions(compression="zstd"))


def shorts(folder: Path, group: int) -> Mapping[tuple[str, str], Short]:
    """The columns of a row group that are kept in short, by file and name; none where the file is not there."""
    if not (folder / SHORT).exists():
        return {}
    with pa.OSFile(str(folder / SHORT)) as source:
        found = pa.ipc.open_file(source).get_batch(group)
    at, values = found.column("at"), found.column("values")
    edges, where, others = at.offsets.to_numpy(), at.values.to_numpy(), values.values
    named = zip(*(found.column(name).to_pylist() for name in ("file", "column", "usual")), strict=True)
    return {
        (file, name): (file, name, usual, where[a:b], others[a:b])
        for (file, name, usual), a, b in zip(named, edges, edges[1:], strict=False)
    }


def few(found: Short) -> Few | None:
    """The column as the kernel takes it; None where some value is unknown."""
    _, _, usual, at, values = found
    return None if usual is None or values.null_count else Few(usual, at, values.to_numpy())


def written_out(found: Short, type_: pa.DataType, rows: int) -> pa.Array:
    """All values of a column that is kept in short."""
    _, _, usual, at, values = found
    width = 8 if pa.types.is_boolean(type_) else type_.bit_width
    data = pa.allocate_buffer(rows * width // 8)
    whole = np.frombuffer(data, f"i{width // 8}", rows)
    whole.fill(usual or 0)
    whole[at] = values.fill_null(0).to_numpy()
    valid = _valid(found, rows)
    if pa.types.is_boolean(type_):
        data = pa.py_buffer(np.packbits(whole.view(np.uint8), bitorder="little"))
    return pa.Array.from_buffers(type_, rows, [valid, data])


def _valid(found: Short, rows: int) -> pa.Buffer | None:
    """Which values are known, a bit each; None where all are."""
    _, _, usual, at, values = found
    if usual is not None and not values.null_count:
        return None
    known = np.full(rows, usual is not None)
    known[at] = values.is_valid().to_numpy(zero_copy_only=False)
    return pa.py_buffer(np.packbits(known, bitorder="little"))
