"""From the output arrays of a batch to result rows: one row for each subject and programme with something to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.rules.dues import owners
from yihu.engines.rules.kernel import FINDINGS, Outputs, Want
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.tree import CASE
from yihu.records.runs.asked import DISTRICT, asked_table
from yihu.records.runs.plan import granted_name

FOLLOWS = len(FINDINGS)
WORDS = (*FINDINGS, "follows")
SCHEMA = [
    pa.field("community", pa.int64()),
    pa.field("member", pa.int16()),
    pa.field("programme", pa.int16()),
    pa.field("finding", pa.uint8()),
    pa.field("amount", pa.int64()),
    pa.field("paid", pa.int64()),
    pa.field("reason", pa.uint8()),
    pa.field("months", pa.uint8()),
    pa.field("unknown", pa.uint8()),
]
Array = np.ndarray[Any, Any]


def row_schema(family: pa.DataType) -> pa.Schema:
    """Schema of result rows; ``member`` is the position in the list, -1 for the family itself; money in fen.

    ``months`` counts the months of the run in which it is so (1 for a single month), ``unknown`` those that cannot be told.
    """
    return pa.schema([pa.field("family", family), *SCHEMA])


@dataclass
class Tally:
    """Counts and sums of a run by district, programme and finding."""

    programmes: int
    cells: dict[int, Array] = field(default_factory=dict)
    families: dict[int, int] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=dict)

    def cell(self, district: int) -> Array:
        """[programme, finding, (count, amount, paid)] of a district; money in fen."""
        if district not in self.cells:
            self.cells[district] = np.zeros((self.programmes, len(WORDS), 3), np.int64)
        return self.cells[district]

    def add(self, other: Tally) -> None:
        """Add another batch."""
        for district, cell in other.cells.items():
            self.cell(district)[...] += cell
        for mine, theirs in ((self.families, other.families), (self.people, other.people)):
            for district, count in theirs.items():
                mine[district] = mine.get(district, 0) + count


@dataclass(frozen=True)
class Found:
    """Result rows of one batch and their tally; the values of what is asked for its own sake (None: nothing is)."""

    rows: pa.Table
    tally: Tally
    asked: pa.Table | None = None


def communities(table: pa.Table) -> Array:
    """Community code of every family; 0 where it is not known."""
    found: Array = pc.fill_null(table.column("community"), 0).to_numpy()
    return found


def collect(
    table: pa.Table, batch: Batch, outputs: Outputs, follows: Outputs | None = None, *, people: str | None
) -> Found:
    """Rows and tally of a batch. ``follows``: outputs of a second pass in which the first pass's entitlements are granted;
    ``people``: the list whose items are counted as people."""
    community = communities(table)
    district = community // DISTRICT
    wants = [want for want in outputs.wants if want.programme is not None]
    tally, asked = Tally(len(wants)), asked_table(table, batch, outputs)
    _population(tally, district, batch, people)
    schema = row_schema(table.schema.field("family").type)
    parts: list[dict[str, Array]] = []
    families = {level: owners(batch, level) for level in {w.level for w in wants}}
    for number, want in enumerate(wants):
        columns = _rows_of(want, outputs.arrays[number], table, batch, follows.arrays[number] if follows else None)
        at = columns.pop("at")
        family = families[want.level][at]
        columns["row"], columns["programme"] = family, np.full(len(at), number, np.int16)
        first = batch.offsets(want.level)[family] if want.level != CASE else at + 1
        columns["member"] = (at - first).astype(np.int16)
        parts.append(columns)
    if not parts:
        return Found(schema.empty_table(), tally, asked)
    whole = {name: np.concatenate([p[name] for p in parts]) for name in parts[0]}
    _count(tally, district, whole)
    order = np.argsort(whole["row"], kind="stable")
    rows = whole.pop("row")[order]
    data: dict[str, Any] = {name: array[order] for name, array in whole.items()}
    data["family"] = table.column("family").take(pa.array(rows))
    data["community"] = community[rows]
    return Found(pa.table({f.name: data[f.name] for f in schema}, schema=schema), tally, asked)


def in_the_end(finding: Array, amount: Array, later: Array, due: Array) -> tuple[Array, Array]:
    """Findings and amounts once all that was found is granted.

    What comes only then *follows*. What was missed, or is paid wrongly, is due with the amount that holds then: somebody
    missed by 低保 and by the subsidy for the disabled is not owed both full standards. What was missed and is displaced by
    another grant is not missed.
    """
    missed, changed = FINDINGS.index("missed"), FINDINGS.index("changed")
    entitled = (later == FINDINGS.index("right")) | (later == missed) | (later == changed)
    new = (finding == FINDINGS.index("none")) & (later == missed)
    open_ = (finding == missed) | (finding == changed)
    displaced = (finding == missed) & (later == FINDINGS.index("ended"))
    amount = np.where(new | (open_ & entitled), due, np.where(displaced, 0, amount))
    finding = np.where(new, FOLLOWS, np.where(displaced, FINDINGS.index("none"), finding)).astype(np.uint8)
    return finding, amount


def _rows_of(want: Want, arrays: Any, table: pa.Table, batch: Batch, after: Any) -> dict[str, Array]:
    if want.sums:
        at = np.flatnonzero((arrays["months"] > 0) | (arrays["unknown"] > 0))
        doubt = (arrays["unknown"][at] > 0) & (arrays["months"][at] == 0)
        finding = np.where(doubt, FINDINGS.index("cannot_tell"), FINDINGS.index("right")).astype(np.uint8)
        return {
            "at": at,
            "finding": finding,
            "amount": arrays["amount"][at],
            "paid": np.zeros(len(at), np.int64),
            "reason": np.zeros(len(at), np.uint8),
            "months": arrays["months"][at],
            "unknown": arrays["unknown"][at],
        }
    at = np.flatnonzero((arrays["finding"] if after is None else arrays["finding"] | after["finding"]) != 0)
    finding, amount = arrays["finding"][at], arrays["amount"][at]
    if after is not None:
        finding, amount = in_the_end(finding, amount, after["finding"][at], after["amount"][at])
        said = finding != FINDINGS.index("none")
        at, finding, amount = at[said], finding[said], amount[said]
    unknown = finding == FINDINGS.index("cannot_tell")
    return {
        "at": at,
        "finding": finding,
        "amount": amount,
        "paid": granted_values(table, batch, want, at),
        "reason": arrays["reason"][at],
        "months": (~unknown).astype(np.uint8),
        "unknown": unknown.astype(np.uint8),
    }


def granted_values(table: pa.Table, batch: Batch, want: Want, at: Array) -> Array:
    """What is paid today to the subjects at these positions, in fen (1 or 0 for a recognition; unknown 0)."""
    if granted_name(want) in batch.few:
        return batch.few[granted_name(want)].values_at(at)
    column = table.column(granted_name(want))
    chunk = column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks)
    values = chunk if want.level == CASE else chunk.values
    taken = values.take(pa.array(at))
    found: Array = taken.cast(pa.int64()).fill_null(0).to_numpy(zero_copy_only=False)
    return found


def _population(tally: Tally, district: Array, batch: Batch, people: str | None) -> None:
    sizes = np.diff(batch.offsets(people)) if people is not None else np.zeros(batch.families, np.int64)
    for code in np.unique(district):
        mine = district == code
        tally.families[int(code)] = int(mine.sum())
        tally.people[int(code)] = int(sizes[mine].sum())


def _count(tally: Tally, district: Array, rows: dict[str, Array]) -> None:
    """Count rows and their money by district, programme and finding."""
    codes = np.unique(district)
    cells = np.zeros((len(codes), tally.programmes, len(WORDS), 3), np.int64)
    at = (np.searchsorted(codes, district[rows["row"]]), rows["programme"], rows["finding"])
    counted: tuple[Any, ...] = (1, rows["amount"], rows["paid"])
    for position, values in enumerate(counted):
        np.add.at(cells[..., position], at, values)
    for code, cell in zip(codes.tolist(), cells, strict=True):
        if cell.any():
            tally.cell(code)[...] += cell
