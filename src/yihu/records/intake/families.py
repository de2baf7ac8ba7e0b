"""Sorted rows become families: lists of items, one value of each family fact, and what whole families get wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.rules.layout import arrow_schema, columns
from yihu.engines.rules.parameters import Words
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Type
from yihu.pack import Pack
from yihu.records.intake.cells import logical
from yihu.records.intake.fields import COMMUNITY, FAMILY, sheets_of
from yihu.records.intake.findings import Finding, Refused, finding, shown
from yihu.records.intake.order import FAMILY_BAD, FIRST
from yihu.records.intake.rows import LINE, RowReader

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Part:
    """The rows of one list in a group of families: row ``offsets[i]`` to ``offsets[i + 1]`` belong to family ``i``."""

    table: pa.Table
    lines: Ints
    owner: Ints
    offsets: Ints


@dataclass
class Group:
    """Some families: their rows by list, which of them have an error, and what was found."""

    families: pa.Array
    parts: Mapping[str, Part]
    bad: Bools
    found: list[Finding] = field(default_factory=list)


class Families:
    """Makes groups of families from sorted rows; ``usual`` are the physical values presumed for whole columns."""

    def __init__(self, pack: Pack, readers: Mapping[str, RowReader], usual: Mapping[str, Any]) -> None:
        self.pack, self.readers, self.usual = pack, readers, usual
        self.main = next(iter(readers))
        self.schema = arrow_schema(pack.root, pack.programmes, pa.string())
        self.columns = columns(pack.root, pack.programmes)

    def group(self, tables: Mapping[str, pa.Table]) -> Group:
        """Sort out which rows belong to which family, and refuse families with too many."""
        rows = tables[self.main]
        first = rows[FIRST].to_numpy()
        starts = np.flatnonzero(np.diff(first, prepend=-1))
        parts = {name: _part(table, first[starts]) for name, table in tables.items()}
        group = Group(_taken(rows[FAMILY], starts), parts, _taken(rows[FAMILY_BAD], starts).to_numpy(False).copy())
        for name, part in parts.items():
            self._refuse_too_many(group, name, part)
        return group

    def _refuse_too_many(self, group: Group, name: str, part: Part) -> None:
        counts, most = np.diff(part.offsets), sheets_of(self.pack.root)[name].most
        for i in np.flatnonzero(counts > most):
            refused = Refused("too_many", found=int(counts[i]), most=most)
            reader = self.readers[name]
            value = shown(group.families[i].as_py())
            line = int(part.lines[part.offsets[i]])
            group.found.append(finding(reader.sheet, line, reader.headers[FAMILY], value, refused))
            group.bad[i] = True

    def table(self, group: Group) -> pa.Table:
        """The families in the layout of a snapshot; finds family facts on which rows disagree."""
        case = {COMMUNITY: None, **{c.name: c.type for c in self.columns if c.level == CASE}}
        made: dict[str, pa.Array] = {FAMILY: group.families}
        for name, type_ in case.items():
            made[name] = self._agreed(group, name, type_)
        for column in self.columns:
            if column.level != CASE:
                made[column.name] = self._list(group, column.level, column.name)
        return pa.Table.from_arrays([made[name] for name in self.schema.names], schema=self.schema)

    def _agreed(self, group: Group, name: str, type_: Type | None) -> pa.Array:
        """One value a family: that of its first row which has one; rows that have another are found."""
        size, part = len(group.families), group.parts[self.main]
        if name not in part.table.column_names:
            return self._whole(name, self.schema.field(name).type, size)
        values = part.table[name].combine_chunks()
        known = np.flatnonzero(values.is_valid().to_numpy(False))
        owner = part.owner[known]
        owners, where = np.unique(owner, return_index=True)
        row, unknown = np.zeros(size, np.int64), np.ones(size, np.bool_)
        row[owners], unknown[owners] = known[where], False
        agreed = values.take(pa.array(row, mask=unknown))
        differs = pc.not_equal(values.take(pa.array(known)), agreed.take(pa.array(owner))).to_numpy(False)
        reader = self.readers[self.main]
        for i in np.flatnonzero(differs):
            mine, others = _said(type_, values[known[i]].as_py()), _said(type_, agreed[owner[i]].as_py())
            refused = Refused("disagree", found=others)
            group.found.append(finding(reader.sheet, int(part.lines[known[i]]), reader.headers[name], mine.zh, refused))
            group.bad[owner[i]] = True
        return agreed

    def _list(self, group: Group, level: str, name: str) -> pa.Array:
        type_ = self.schema.field(name).type
        part = group.parts.get(level)
        if part is None:
            return pa.repeat(pa.scalar([], type_), len(group.families))
        if name in part.table.column_names:
            values = part.table[name].combine_chunks()
        else:
            values = self._whole(name, type_.value_type, part.table.num_rows)
        return pa.ListArray.from_arrays(pa.array(part.offsets, pa.int32()), values, type=type_)

    def _whole(self, name: str, type_: pa.DataType, size: int) -> pa.Array:
        """A column that the sheet does not have: presumed or unknown throughout."""
        return pa.repeat(pa.scalar(self.usual.get(name), type_), size)


def _taken(column: pa.ChunkedArray, rows: Ints) -> pa.Array:
    taken = column.take(pa.array(rows)).combine_chunks()
    return taken.combine_chunks() if isinstance(taken, pa.ChunkedArray) else taken


def _part(table: pa.Table, firsts: Ints) -> Part:
    owner = np.searchsorted(firsts, table[FIRST].to_numpy())
    offsets = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=len(firsts)))]).astype(np.int64)
    return Part(table, table[LINE].to_numpy(), owner, offsets)


def _said(type_: Type | None, value: Any) -> Words:
    """A stored value as people write it."""
    read = value if type_ is None else logical(type_, value)
    if isinstance(read, bool):
        return Words("是" if read else "否", "yes" if read else "no")
    return Words(read.zh, read.en) if type_ is not None and type_.choices else Words(str(read), str(read))
