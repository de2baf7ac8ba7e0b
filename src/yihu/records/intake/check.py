"""Asks the checks of the pack of every family that has no other error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa

from yihu.engines.rules.layout import Column
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind, Type
from yihu.pack import Fault, Pack
from yihu.records.intake.families import Families, Group
from yihu.records.intake.faults import faults, place
from yihu.records.intake.findings import Finding, shown

_AT_ONCE = 1_024
_GRANTED = "granted."


def check_families(families: Families, group: Group, table: pa.Table) -> None:
    """Add what the pack's checks find to ``group``; ``table`` are its families in the layout of a snapshot."""
    if not families.pack.checks:
        return
    for start in range(0, table.num_rows, _AT_ONCE):
        if not group.bad[start : start + _AT_ONCE].all():
            for i, case in enumerate(cases(families.pack, families.columns, table.slice(start, _AT_ONCE)), start):
                if not group.bad[i]:
                    _check(families, group, i, case)


def _check(families: Families, group: Group, i: int, case: Entity) -> None:
    for code, fault in faults(families.pack, case):
        group.bad[i] = True
        group.found.append(_finding(families, group, i, case, code, fault))


def _finding(families: Families, group: Group, i: int, case: Entity, code: str, fault: Fault) -> Finding:
    level, position = place(case, fault.at)
    part = group.parts[families.main if level == CASE else level]
    reader = families.readers[families.main if level == CASE else level]
    key = fault.fact if level == CASE else f"{level}.{fault.fact}"
    line = int(part.lines[part.offsets[i] + position])
    label = type(fault.at).FACTS[fault.fact].zh
    value = fault.at.known(fault.fact)
    text = "" if value is None else getattr(value, "zh", str(value))
    said = (*fault.says, *fault.remedy)
    return Finding(reader.sheet, line, reader.headers.get(key, label), shown(text), code, *said)


def cases(pack: Pack, columns: Iterable[Column], table: pa.Table) -> Iterator[Entity]:
    """The families of a table in snapshot layout as cases."""
    by_level: dict[str, list[Column]] = {CASE: [], **{name: [] for name in pack.root.LISTS}}
    for column in columns:
        by_level[column.level].append(column)
    of_case = _entities(by_level[CASE], {c.name: table[c.name] for c in by_level[CASE]}, table.num_rows)
    lists = {name: _items(nested.item, by_level[name], table) for name, nested in pack.root.LISTS.items()}
    for given, *items in zip(of_case, *lists.values(), strict=True):
        yield pack.root({**given, **dict(zip(lists, items, strict=True))})


def _items(item: type[Entity], columns: list[Column], table: pa.Table) -> Iterator[list[Entity]]:
    if not columns:
        yield from ([] for _ in range(table.num_rows))
        return
    flat = {c.name: table[c.name].combine_chunks().flatten() for c in columns}
    entities = _entities(columns, flat, len(flat[columns[0].name]))
    for size in table[columns[0].name].combine_chunks().value_lengths().to_pylist():
        yield [item(next(entities)) for _ in range(size)]


def _entities(columns: list[Column], data: Mapping[str, Any], size: int) -> Iterator[dict[str, Any]]:
    """The known facts of each entity; columns in which nothing is known cost nothing."""
    known = [c for c in columns if data[c.name].null_count < size]
    facts = [c for c in known if not c.fact.startswith(_GRANTED)]
    grants = [c for c in known if c.fact.startswith(_GRANTED)]
    names, programmes = [c.fact for c in facts], [c.fact.removeprefix(_GRANTED) for c in grants]
    for row, granted in zip(_rows(facts, data, size), _rows(grants, data, size), strict=True):
        yield {**dict(zip(names, row, strict=True)), "granted": dict(zip(programmes, granted, strict=True))}


def _rows(columns: list[Column], data: Mapping[str, Any], size: int) -> Iterable[tuple[Any, ...]]:
    return zip(*(_values(c.type, data[c.name]) for c in columns), strict=True) if columns else [()] * size


def _values(type_: Type, column: Any) -> list[Any]:
    stored: list[Any] = column.to_pylist()
    if type_.choices is not None:
        members = [*type_.choices, None]
        return [members[-1 if code is None else code] for code in stored]
    if type_.kind is Kind.NUMBER and type_.places:
        return [None if value is None else Decimal(value).scaleb(-type_.places) for value in stored]
    return stored
