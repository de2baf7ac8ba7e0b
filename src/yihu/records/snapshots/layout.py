"""Writing and opening a snapshot; its columns are those of :mod:`yihu.engines.rules.layout`."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

VERSION = 1
ROW_GROUP = 65_536


class SnapshotError(Exception):
    """A snapshot that cannot be read or written: which file, what is wrong, what to do."""


class SnapshotWriter:
    """Write a snapshot batch by batch; the file appears under its name only when all is written.

    Use as a context manager. ``meta`` (pack, month, origin, presumed columns …) is kept with the file.
    """

    def __init__(self, path: Path, schema: pa.Schema, meta: Mapping[str, Any]) -> None:
        self.path, self.part = path, path.with_name(path.name + ".part")
        described = {"yihu": json.dumps({"version": VERSION, **meta}, ensure_ascii=False, sort_keys=True)}
        self.schema = schema.with_metadata(described)
        self.families = 0
        path.parent.mkdir(parents=True, exist_ok=True)
        self._writer = pq.ParquetWriter(self.part, self.schema, compression="zstd", compression_level=1)

    def write(self, table: pa.Table) -> None:
        """Append families; they become row groups of at most ``ROW_GROUP``."""
        self._writer.write_table(table.cast(self.schema), row_group_size=ROW_GROUP)
        self.families += table.num_rows

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self._writer.close()
            if error is None:
                os.replace(self.part, self.path)
        except OSError as problem:
            error = error or problem
            raise SnapshotError(f"{self.path}: {problem}; nothing was written under that name") from problem
        finally:
            if error is not None:
                self.part.unlink(missing_ok=True)


@dataclass(frozen=True)
class Snapshot:
    """An opened snapshot: its file, what it says of itself, and its size."""

    path: Path
    file: pq.ParquetFile
    meta: Mapping[str, Any]

    @property
    def families(self) -> int:
        """Number of families."""
        return int(self.file.metadata.num_rows)

    @property
    def groups(self) -> int:
        """Number of row groups."""
        return int(self.file.num_row_groups)

    def read(self, group: int, names: list[str]) -> pa.Table:
        """Named columns of one row group; raises :class:`SnapshotError` where the file is damaged."""
        try:
            return self.file.read_row_group(group, columns=names, use_threads=False)
        except (OSError, pa.ArrowException) as problem:
            raise SnapshotError(f"{self.path}: row group {group} cannot be read ({problem}); make the snapshot again") from None


def open_snapshot(path: Path, schema: pa.Schema | None = None) -> Snapshot:
    """Open a snapshot; with ``schema`` (of the pack in use) missing or differing columns are an error."""
    try:
        file = pq.ParquetFile(path, memory_map=True)
    except FileNotFoundError:
        raise SnapshotError(f"{path}: there is no such file; make one with yihu synth or yihu import") from None
    except (OSError, pa.ArrowException) as problem:
        raise SnapshotError(f"{path}: not a whole Parquet file ({problem}); make the snapshot again") from None
    described = (file.schema_arrow.metadata or {}).get(b"yihu")
    if described is None:
        raise SnapshotError(f"{path}: a Parquet file, but not a snapshot; use yihu import {path} --out …")
    meta = json.loads(described)
    if meta.get("version") != VERSION:
        raise SnapshotError(f"{path}: snapshot version {meta.get('version')}, this is {VERSION}; make the snapshot again")
    if schema is not None:
        _same_columns(path, file.schema_arrow, schema)
    return Snapshot(path, file, meta)


def _same_columns(path: Path, found: pa.Schema, wanted: pa.Schema) -> None:
    for field in wanted:
        index = found.get_field_index(field.name)
        if index < 0:
            raise SnapshotError(f"{path}: column {field.name} is missing; the snapshot was made for another pack or version")
        if found.field(index).type != field.type and field.name != "family":
            raise SnapshotError(f"{path}: column {field.name} is {found.field(index).type}, expected {field.type}")
