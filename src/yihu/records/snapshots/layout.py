"""Writing and opening a snapshot; its columns are those of :mod:`yihu.engines.rules.layout`.

A snapshot is a folder of Parquet files: ``families.parquet`` with one row a family and the number of its items of each
list, one file for each list with one row an item (``members.parquet`` …), and the digests of these files. Row group *n* of
every file belongs to the same families. Flat columns are read several times faster than lists; in memory they become
Arrow lists without a copy. Columns in which nearly all values are the same are kept in short beside them (:mod:`usual`).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from yihu.engines.rules.kernel.brief import Few
from yihu.records.snapshots.folders import part_of, put_in_place, unwritten
from yihu.records.snapshots.seal import SEAL, first_broken, read_seal, write_seal
from yihu.records.snapshots.usual import Short, batch, few, short, shorts, written_out
from yihu.records.snapshots.usual import writer as usual_writer

VERSION = 2
ROW_GROUP = 65_536
FAMILIES = "families"
KEYS = ("family", "community")
META = b"yihu"


class SnapshotError(Exception):
    """A snapshot that cannot be read or written: which file, what is wrong, what to do."""


def lists_of(schema: pa.Schema) -> dict[str, list[str]]:
    """The list columns of a schema in snapshot layout, by list."""
    found: dict[str, list[str]] = {}
    for field in schema:
        if pa.types.is_list(field.type):
            found.setdefault(field.name.split(".")[0], []).append(field.name)
    return found


def file_schemas(schema: pa.Schema) -> dict[str, pa.Schema]:
    """Schemas of the files of a snapshot whose tables have ``schema``."""
    lists = lists_of(schema)
    plain = [f for f in schema if not pa.types.is_list(f.type)]
    made = {FAMILIES: pa.schema([*plain, *(pa.field(name, pa.int32(), False) for name in lists)])}
    for name, columns in lists.items():
        items = [pa.field(c.removeprefix(f"{name}."), schema.field(c).type.value_type) for c in columns]
        made[name] = pa.schema(items)
    return made


class SnapshotWriter:
    """Write a snapshot batch by batch; the folder appears under its name only when all is written.

    Use as a context manager. ``meta`` (pack, month, origin, presumed columns …) is kept with the files.
    """

    def __init__(self, path: Path, schema: pa.Schema, meta: Mapping[str, Any]) -> None:
        if path.exists() and not (path / f"{FAMILIES}.parquet").exists():
            raise SnapshotError(f"{path} exists and is not a snapshot; choose another name")
        self.path, self.part = path, part_of(path)
        described = {META: json.dumps({"version": VERSION, **meta}, ensure_ascii=False, sort_keys=True)}
        self.schema = schema
        self.families = 0
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._usual: pa.ipc.RecordBatchFileWriter | None = None
        shutil.rmtree(self.part, ignore_errors=True)
        try:
            self.part.mkdir(parents=True)
            for name, made in file_schemas(schema).items():
                self._writers[name] = pq.ParquetWriter(
                    self.part / f"{name}.parquet",
                    made.with_metadata(described),
                    compression="zstd",
                    compression_level=1,
                )
            self._usual = usual_writer(self.part)
        except OSError as problem:
            self._close()
            shutil.rmtree(self.part, ignore_errors=True)
            raise SnapshotError(unwritten(path, problem)) from problem

    def write(self, table: pa.Table) -> None:
        """Append families; they become row groups of at most ``ROW_GROUP``."""
        table = table.cast(self.schema)
        for first in range(0, table.num_rows, ROW_GROUP):
            self._write_group(table.slice(first, ROW_GROUP))
        self.families += table.num_rows

    def _write_group(self, table: pa.Table) -> None:
        found: list[Short] = []
        plain: dict[str, Any] = {f.name: table.column(f.name) for f in self.schema if not pa.types.is_list(f.type)}
        for name, columns in lists_of(self.schema).items():
            items = {}
            for column in columns:
                array = _one(table.column(column))
                plain.setdefault(name, pc.list_value_length(array))
                items[column.removeprefix(f"{name}.")] = array.flatten()
            found += self._put(name, items)
        found += self._put(FAMILIES, plain)
        assert self._usual is not None
        try:
            self._usual.write_batch(batch(found))
        except OSError as problem:
            raise SnapshotError(unwritten(self.path, problem)) from problem

    def _put(self, name: str, columns: Mapping[str, Any]) -> list[Short]:
        """Write a row group of one file; gives those of its columns that are kept in short."""
        writer = self._writers[name]
        table = pa.table({f.name: columns[f.name] for f in writer.schema}, schema=writer.schema)
        try:
            writer.write_table(table, row_group_size=max(1, table.num_rows))
        except OSError as problem:
            raise SnapshotError(unwritten(self.path, problem)) from problem
        made = (short(name, each, _one(table.column(each))) for each in table.column_names)
        return [each for each in made if each is not None]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        problem = self._close()
        try:
            if error is None and problem is None:
                write_seal(self.part, made_together=True)
                put_in_place(self.part, self.path)
        except OSError as refused:
            problem = refused
        finally:
            shutil.rmtree(self.part, ignore_errors=True)
        if error is None and problem is not None:
            raise SnapshotError(unwritten(self.path, problem)) from problem

    def _close(self) -> OSError | None:
        """Close all files, and say what went wrong with the first that could not be."""
        first: OSError | None = None
        for writer in self._writers.values():
            try:
                closed(writer)
            except OSError as problem:
                first = first or problem
        try:
            if self._usual is not None:
                self._usual.close()
        except OSError as problem:
            first = first or problem
        return first


def closed(writer: pq.ParquetWriter) -> None:
    """Close a Parquet file; where that fails it is not tried again when the writer is forgotten. Raises OSError."""
    try:
        writer.close()
    finally:
        writer.is_open = False


@dataclass(frozen=True)
class Snapshot:
    """An opened snapshot: its folder, its files, what it says of itself, and the digests of the files."""

    path: Path
    files: Mapping[str, pq.ParquetFile]
    meta: Mapping[str, Any]
    digests: Mapping[str, str]

    @property
    def families(self) -> int:
        """Number of families."""
        return int(self.files[FAMILIES].metadata.num_rows)

    @property
    def groups(self) -> int:
        """Number of row groups."""
        return int(self.files[FAMILIES].num_row_groups)

    @property
    def family_type(self) -> pa.DataType:
        """Type of the family's key: int64 or string."""
        return self.files[FAMILIES].schema_arrow.field("family").type

    def place(self, name: str) -> tuple[str, str]:
        """File and column that hold the column ``name`` of the snapshot's tables."""
        first, _, rest = name.partition(".")
        return (first, rest) if first in self.files and rest else (FAMILIES, name)

    @cached_property
    def schema(self) -> pa.Schema:
        """Schema of the tables that ``read`` gives for all columns."""
        plain = [f for f in self.files[FAMILIES].schema_arrow if f.name not in self.files]
        items = [
            pa.field(f"{name}.{f.name}", pa.list_(pa.field("item", f.type)))
            for name, file in self.files.items()
            if name != FAMILIES
            for f in file.schema_arrow
        ]
        return pa.schema([*plain, *items])

    def read(self, group: int, names: list[str], *, plain: bool = False) -> pa.Table:
        """Named columns of one row group; raises :class:`SnapshotError` where a file is damaged.

        ``plain`` reads every value from the Parquet files, also those that are kept in short.
        """
        return self._read(group, names, {} if plain else self._shorts(group))

    def read_brief(self, group: int, names: list[str]) -> tuple[pa.Table, dict[str, Few]]:
        """The same, with the columns that are kept in short (and know every value) as they are kept, not in the table.

        Of each list one column stays in the table, which says how many items everybody has; so do the keys.
        """
        kept = self._shorts(group)
        found: dict[str, Few] = {}
        dense = {name.split(".")[0]: name for name in reversed(names) if self.place(name)[0] != FAMILIES}
        for name in names:
            each = few(kept[self.place(name)]) if self.place(name) in kept else None
            if each is not None and name not in (*KEYS, *dense.values()):
                found[name] = each
        return self._read(group, [name for name in names if name not in found], kept), found

    def _read(self, group: int, names: list[str], brief: Mapping[tuple[str, str], Short]) -> pa.Table:
        wanted: dict[str, list[str]] = {FAMILIES: []}
        for name in names:
            file, column = self.place(name)
            wanted.setdefault(file, [])
            if (file, column) not in brief:
                wanted[file].append(column)
        wanted[FAMILIES] += [name for name in wanted if name != FAMILIES]
        try:
            flat = {name: self._flat(name, group, columns) for name, columns in wanted.items()}
            offsets = {name: _offsets(flat, name) for name in wanted if name != FAMILIES}
            return pa.table({name: self._column(flat, offsets, brief, name) for name in names})
        except (OSError, ValueError, pa.ArrowException) as problem:
            raise self._unreadable(group, problem) from None

    def _shorts(self, group: int) -> Mapping[tuple[str, str], Short]:
        try:
            return shorts(self.path, group)
        except (OSError, ValueError, pa.ArrowException) as problem:
            raise self._unreadable(group, problem) from None

    def _unreadable(self, group: int, problem: Exception) -> SnapshotError:
        return SnapshotError(f"{self.path}: row group {group} cannot be read ({problem}); make the snapshot again")

    def _flat(self, name: str, group: int, columns: list[str]) -> pa.Table:
        """Columns of a row group of one file. A reader of its own: one ParquetFile must not be read by two threads."""
        metadata = self.files[name].metadata
        with pq.ParquetFile(self.path / f"{name}.parquet", metadata=metadata, pre_buffer=False) as file:
            return file.read_row_group(group, columns=columns, use_threads=False)

    def _column(
        self,
        flat: Mapping[str, pa.Table],
        offsets: Mapping[str, pa.Array],
        brief: Mapping[tuple[str, str], Short],
        name: str,
    ) -> pa.Array:
        file, column = self.place(name)
        if (file, column) in brief:
            kind = self._types[file].field(column).type
            values = written_out(brief[file, column], kind, flat[file].num_rows)
        else:
            values = _one(flat[file].column(column))
        if file == FAMILIES:
            return values
        return pa.ListArray.from_arrays(offsets[file], values, type=pa.list_(pa.field("item", values.type)))

    @cached_property
    def _types(self) -> Mapping[str, pa.Schema]:
        """The columns of each file (asking a file for them reads them anew)."""
        return {name: file.schema_arrow for name, file in self.files.items()}

    def statistics(self, name: str) -> dict[int, Any]:
        """What Parquet keeps of a column by row group (those that have rows): minimum, maximum, number of nulls."""
        file, column = self.place(name)
        index = self._types[file].get_field_index(column)
        return {number: group.column(index).statistics for number, group in self._row_groups[file].items()}

    @cached_property
    def _row_groups(self) -> Mapping[str, Mapping[int, Any]]:
        """What is known of the row groups of each file that have rows."""
        known = {name: file.metadata for name, file in self.files.items()}
        groups = {
            name: [meta.row_group(number) for number in range(meta.num_row_groups)] for name, meta in known.items()
        }
        return {
            name: {number: each for number, each in enumerate(found) if each.num_rows} for name, found in groups.items()
        }


def _offsets(flat: Mapping[str, pa.Table], name: str) -> pa.Array:
    """Where the items of each family begin in the columns of a list."""
    sizes = _one(flat[FAMILIES].column(name)).to_numpy()
    offsets = np.zeros(len(sizes) + 1, np.int32)
    np.cumsum(sizes, out=offsets[1:])
    if offsets[-1] != flat[name].num_rows or (len(sizes) and sizes.min() < 0):
        raise ValueError(f"{name}.parquet does not hold the {name} of these families")
    return pa.Array.from_buffers(pa.int32(), len(offsets), [None, pa.py_buffer(offsets)])


def _one(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def open_snapshot(path: Path, schema: pa.Schema | None = None, *, verify: bool = True) -> Snapshot:
    """Open a snapshot; with ``schema`` (of the pack in use) missing or differing columns are an error.

    Files that are not as they were written are refused, unless somebody who trusts them does without (``verify``).
    Raises :class:`SnapshotError`.
    """
    if not path.exists():
        raise SnapshotError(f"{path}: there is no such snapshot; make one with yihu synth or yihu import")
    if not (path / f"{FAMILIES}.parquet").exists():
        raise SnapshotError(f"{path}: not a snapshot; make one with yihu import {path} --out …")
    digests = _unbroken(path, verify)
    files: dict[str, pq.ParquetFile] = {}
    for file in sorted(path.glob("*.parquet"), key=lambda p: (p.stem != FAMILIES, p.stem)):
        try:
            files[file.stem] = pq.ParquetFile(file)
        except (OSError, pa.ArrowException) as problem:
            raise SnapshotError(f"{file}: not a whole Parquet file ({problem}); make the snapshot again") from None
    snapshot = Snapshot(path, files, _meta(path, files), digests)
    if schema is not None:
        _same_columns(snapshot, schema)
    return snapshot


def _unbroken(path: Path, verify: bool) -> dict[str, str]:
    """The digests of the files, which are as they were written; nothing else is read of a file that is not."""
    digests = read_seal(path)
    if digests is None:
        raise SnapshotError(
            f"{path}: not a whole snapshot, {SEAL} is missing or cut; make it again with yihu synth or import"
        )
    broken = first_broken(path, digests) if verify else None
    if broken is not None:
        raise SnapshotError(
            f"{path}: {broken} is missing, damaged, or not of this snapshot; copy the whole folder again, or make it again"
        )
    return digests


def _meta(path: Path, files: Mapping[str, pq.ParquetFile]) -> dict[str, Any]:
    described = (files[FAMILIES].schema_arrow.metadata or {}).get(META)
    if described is None:
        raise SnapshotError(f"{path}: Parquet files, but not a snapshot; use yihu import … --out …")
    meta: dict[str, Any] = json.loads(described)
    if meta.get("version") != VERSION:
        raise SnapshotError(
            f"{path}: snapshot version {meta.get('version')}, this is {VERSION}; make the snapshot again"
        )
    groups = {file.num_row_groups for file in files.values()}
    if len(groups) != 1:
        raise SnapshotError(f"{path}: its files do not belong together; make the snapshot again")
    return meta


def _same_columns(snapshot: Snapshot, schema: pa.Schema) -> None:
    for field in schema:
        index = snapshot.schema.get_field_index(field.name)
        if index < 0:
            raise SnapshotError(
                f"{snapshot.path}: column {field.name} is missing; the snapshot was made for another pack or version"
            )
        found = snapshot.schema.field(index).type
        if found != field.type and field.name != "family":
            raise SnapshotError(f"{snapshot.path}: column {field.name} is {found}, expected {field.type}")
