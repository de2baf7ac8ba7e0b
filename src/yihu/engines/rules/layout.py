"""Columns of families: how facts lie in Arrow tables, snapshots and the kernel; and cases as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.rules import ranges
from yihu.engines.rules.reader import granted_type
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind, Type

BLOCK = 1_000
GRANTED = "granted."


@dataclass(frozen=True)
class Column:
    """One fact column: ``name`` in the table, its level (``case`` or a list), fact name and type."""

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
    """All fact columns in a fixed order: the case, then each list; after the facts of each what is granted today."""
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


def table_of(cases: Sequence[Entity], root: type[Entity], programmes: Iterable[Programme]) -> pa.Table:
    """Cases as a table in snapshot layout (family numbered from 0, community unknown)."""
    programmes = tuple(programmes)
    schema = arrow_schema(root, programmes)
    data: dict[str, Any] = {"family": range(len(cases)), "community": [None] * len(cases)}
    for column in columns(root, programmes):
        if column.level == CASE:
            data[column.name] = [_stored(case, column) for case in cases]
        else:
            data[column.name] = [[_stored(item, column) for item in getattr(case, column.level)] for case in cases]
    return pa.table({f.name: pa.array(data[f.name], f.type) for f in schema}, schema=schema)


def _stored(entity: Entity, column: Column) -> Any:
    value = entity.known(column.fact)
    if value is None or column.type.kind in (Kind.DATE, Kind.YES_NO):
        return value
    return ranges.scaled(value, column.type)


def case_of(table: pa.Table, row: int, root: type[Entity], programmes: Iterable[Programme]) -> Entity:
    """The case in one row of a table in snapshot layout."""
    return next(cases_of(table.slice(row, 1), root, programmes))


def cases_of(table: pa.Table, root: type[Entity], programmes: Iterable[Programme]) -> Iterator[Entity]:
    """The cases in the rows of a table in snapshot layout, one after the other."""
    by_level: dict[str, list[Column]] = {}
    for column in columns(root, programmes):
        by_level.setdefault(column.level, []).append(column)
    for first in range(0, table.num_rows, BLOCK):
        block = table.slice(first, BLOCK).combine_chunks()
        lists = {}
        for level in root.LISTS:
            sizes = pc.list_value_length(block.column(by_level[level][0].name)).to_pylist()
            items = iter(_subjects(block, by_level[level]))
            lists[level] = [[next(items) for _ in range(size or 0)] for size in sizes]
        for row, facts in enumerate(_subjects(block, by_level[CASE])):
            yield root({**facts, **{level: found[row] for level, found in lists.items()}})


def _subjects(table: pa.Table, mine: Sequence[Column]) -> Iterator[dict[str, Any]]:
    """The facts of every subject of a level."""
    cells = [_values(table.column(column.name), column) for column in mine]
    names = [column.fact.removeprefix(GRANTED) for column in mine]
    facts = [at for at, column in enumerate(mine) if not column.fact.startswith(GRANTED)]
    granted = [at for at, column in enumerate(mine) if column.fact.startswith(GRANTED)]
    for row in zip(*cells, strict=True):
        yield {**{names[at]: row[at] for at in facts}, "granted": {names[at]: row[at] for at in granted}}


def _values(cells: pa.ChunkedArray, column: Column) -> list[Any]:
    """The values of a fact of every subject; what stands in several cells is read once."""
    flat = cells if column.level == CASE else cells.combine_chunks().flatten()
    plain: list[Any] = flat.to_pylist()
    if column.type.kind not in (Kind.NUMBER, Kind.CHOICE):
        return plain
    known = {cell: ranges.unscaled(cell, column.type) for cell in set(plain) - {None}}
    return [known.get(cell) for cell in plain]
