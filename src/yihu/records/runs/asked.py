"""What a run finds of rules that are asked for their own sake: a value for every case, and how often each value is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.kernel import Outputs, Want
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.ranges import Bound
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind, Type

DISTRICT = 10**6
"""A community's code divided by this is the code of its district; 0 is a district not known."""
Array = np.ndarray[Any, Any]


def value_type(type_: Type) -> pa.DataType:
    """How a value stands in the table: yes/no bool, a choice by its word, a number as such, a date."""
    if type_.kind is Kind.YES_NO:
        return pa.bool_()
    if type_.kind is Kind.CHOICE:
        return pa.string()
    if type_.kind is Kind.DATE:
        return pa.date32()
    return pa.decimal128(38, type_.places) if type_.places else pa.int64()


def asked_schema(wants: tuple[Want, ...], family: pa.DataType) -> pa.Schema:
    """Schema of the table: number and community of the case, then a column a rule (a list where it is about items)."""
    columns = [pa.field("family", family), pa.field("community", pa.int64())]
    for want in wants:
        assert want.rule is not None
        kind = value_type(want.rule.type)
        columns.append(pa.field(want.rule.name, kind if want.level == CASE else pa.list_(pa.field("item", kind))))
    return pa.schema(columns)


def asked_table(table: pa.Table, batch: Batch, outputs: Outputs) -> pa.Table | None:
    """The values for every case of a batch; null where they cannot be told. None where nothing is asked."""
    asked = [(w, a) for w, a in zip(outputs.wants, outputs.arrays, strict=True) if w.rule is not None]
    if not asked:
        return None
    columns = [table.column("family"), table.column("community")]
    for want, arrays in asked:
        assert want.rule is not None
        values = _values(want.rule.type, arrays["value"], arrays["unknown"] > 0)
        if want.level != CASE:
            offsets = pa.array(batch.offsets(want.level), pa.int32())
            values = pa.ListArray.from_arrays(offsets, values, type=pa.list_(pa.field("item", values.type)))
        columns.append(values)
    return pa.table(columns, schema=asked_schema(tuple(w for w, _ in asked), table.schema.field("family").type))


def _values(type_: Type, whole: Array, unknown: Array) -> pa.Array:
    """Values from the integers that stand for them."""
    if type_.choices is not None:
        words = pa.array([str(member.value) for member in type_.choices])
        return words.take(pa.array(np.where(unknown, 0, whole), mask=unknown))
    if type_.kind is Kind.YES_NO:
        return pa.array(whole != 0, mask=unknown)
    if type_.kind is Kind.DATE:
        return pa.array(whole.astype(np.int32), mask=unknown).view(pa.date32())
    found = pa.array(whole, mask=unknown)
    if not type_.places:
        return found
    step = pa.scalar(Decimal(1).scaleb(-type_.places), pa.decimal128(type_.places + 1, type_.places))
    return pc.multiply(found.cast(pa.decimal128(19, 0)), step).cast(value_type(type_))


@dataclass
class Counted:
    """The values of one rule: how often each is found, by district; of numbers and dates the least and greatest too.

    ``bound``: of a choice the codes that the rule can give; others are not counted as none.
    """

    want: Want
    bound: Bound
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    unknown: int = 0
    total: Any = 0
    least: Any = None
    most: Any = None

    def add(self, values: pa.Array, district: Array) -> None:
        """Count some values, each with its district."""
        self.unknown += values.null_count
        known = values.is_valid().to_numpy(zero_copy_only=False)
        values, district = values.drop_null(), district[known]
        assert self.want.rule is not None
        kind = self.want.rule.type.kind
        for code in np.unique(district):
            mine = values.filter(pa.array(district == code))
            self._add(int(code), "known", len(mine))
            if kind in (Kind.CHOICE, Kind.YES_NO):
                for each in pc.value_counts(mine).to_pylist():
                    self._add(int(code), _word(each["values"]), each["counts"])
        if kind in (Kind.NUMBER, Kind.DATE) and len(values):
            ends = pc.min_max(values).as_py()
            self.least = ends["min"] if self.least is None else min(self.least, ends["min"])
            self.most = ends["max"] if self.most is None else max(self.most, ends["max"])
            self.total += pc.sum(values).as_py() if kind is Kind.NUMBER else 0

    def _add(self, district: int, word: str, count: int) -> None:
        mine = self.counts.setdefault(word, {})
        mine[district] = mine.get(district, 0) + count

    def as_data(self) -> dict[str, Any]:
        """Plain data: the rule, its values with their counts, and how many cannot be told."""
        rule = self.want.rule
        assert rule is not None
        number = rule.type.kind is Kind.NUMBER
        return {
            "rule": rule.name, "zh": rule.zh, "en": rule.en, "cites": rule.cites, "level": self.want.level,
            "kind": rule.type.kind.value, "unit": str(rule.type.unit), "values": list(self._said()), "unknown": self.unknown,
            "known": sum(self.counts.get("known", {}).values()), "sum": str(self.total) if number else None,
            "least": None if self.least is None else str(self.least), "most": None if self.most is None else str(self.most),
        }  # fmt: skip

    def _said(self) -> Iterator[dict[str, Any]]:
        rule = self.want.rule
        assert rule is not None
        words = {"yes": ("是", "yes"), "no": ("否", "no")} if rule.type.kind is Kind.YES_NO else {}
        low, high = self.bound
        words |= {str(m.value): (m.zh, m.en) for m in rule.type.choices or () if low <= m.code <= high}
        for word, (zh, en) in words.items():
            districts = {str(code): count for code, count in sorted(self.counts.get(word, {}).items())}
            yield {"value": word, "zh": zh, "en": en, "count": sum(districts.values()), "districts": districts}


def _word(value: bool | str) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


@dataclass
class AskedTally:
    """The values of all rules asked in a run."""

    counted: list[Counted]

    @classmethod
    def of(cls, wants: tuple[Want, ...], book: Rulebook) -> AskedTally:
        """Nothing counted yet."""
        return cls([Counted(want, book.bounds[book.current(want.rule)]) for want in wants if want.rule is not None])

    def add(self, table: pa.Table) -> None:
        """Count the values of a batch."""
        district = pc.fill_null(table.column("community"), 0).to_numpy() // DISTRICT
        for each in self.counted:
            assert each.want.rule is not None
            column = table.column(each.want.rule.name).combine_chunks()
            if each.want.level == CASE:
                each.add(column, district)
            else:
                each.add(column.flatten(), np.repeat(district, pc.list_value_length(column).to_numpy()))

    def as_data(self) -> list[dict[str, Any]]:
        """Plain data, rule by rule."""
        return [each.as_data() for each in self.counted]
