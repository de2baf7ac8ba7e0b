"""Columns of a snapshot, and writing and opening one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from yihu.engines.rules.reader import granted_type
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind, Type

VERSION = 1
ROW_GROUP = 65_536
KEYS = ("family", "community")


class SnapshotError(Exception):
    """A snapshot that cannot be read or written: which file, what is wrong, what to do."""


@dataclass(frozen=True)
class Column:
    """One fact column: ``name`` in the file, its level (``case`` or a list), fact name and type."""

    name: str
    level: str
    fact: str
    type: Type


def arrow_type(type_: Type) -> pa.DataType:
    """Physical type of a fact: yes/no bool, choice int8 code, date date32, count int32, other numbers scaled int64."""
    if type_.kind is Kind.YES_NO:
        return pa.bool_()
    if type_.kind is Kind.CHOICE:
        return pa.int8()
    if type_.kind is Kind.DATE:
        return pa.date32()
    return pa.int64() if type_.places else pa.int32()


def columns(root: type[Entity], programmes: Iterable[Programme]) -> list[Column]:
    """All fact columns of a snapshot in a fixed order: the case, then each list; then what is granted today."""
    programmes = tuple(programmes)
    levels = [(CASE, root), *((n.name, n.item) for n in root.LISTS.values())]
    found = []
    for level, entity in levels:
        facts = [(f.name, f.type) for f in entity.FACTS.values()]
        facts += [(f"granted.{p.id}", granted_type(p)) for p in programmes if issubclass(entity, p.of)]
        found += [Column(name if level == CASE else f"{level}.{name}", level, name, t) for name, t in facts]
    return found


def arrow_schema(root: type[Entity], programmes: Iterable[Programme], family: pa.DataType | None = None) -> pa.Schema:
    """Arrow schema of a snapshot; ``family`` is int64 or string."""
    fields = [pa.field("family", family or pa.int64(), False), pa.field("community", pa.int64())]
    for column in columns(root, programmes):
        physical = arrow_type(column.type)
        fields.append(pa.field(column.name, physical if column.level == CASE else pa.list_(pa.field("item", physical))))
    return pa.schema(fields)


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
