"""What a pack's recipe gives, what a batch of families is, and how a city is counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.synth.draws import Array, Bools, Ints

BATCH = 65_536
"""Families of a whole batch: one row group of a snapshot."""


@dataclass(frozen=True)
class Batch:
    """Families of one batch as numpy columns, named and scaled as in a snapshot (money in fen, dates as days, choices
    as codes). A single number stands for a column of equal values; ``unknown`` marks what nobody has told.
    ``offsets`` of each nested list has one entry more than there are families."""

    community: Ints
    offsets: Mapping[str, Ints]
    facts: Mapping[str, Array | int | bool]
    unknown: Mapping[str, Bools]


@dataclass(frozen=True)
class Facts:
    """Columns of a snapshot as numpy arrays, an unknown value as 0; the members of all families one after another."""

    table: pa.Table
    on: date

    def __getitem__(self, name: str) -> Array:
        column = self.table.column(name).combine_chunks()
        if pa.types.is_list(column.type):
            column = column.flatten()
        if pa.types.is_date(column.type):
            column = column.view(pa.int32())
        filled = pc.fill_null(column, False if pa.types.is_boolean(column.type) else 0)
        found: Array = filled.to_numpy(zero_copy_only=False)
        return found

    @property
    def families(self) -> int:
        """Number of families."""
        return int(self.table.num_rows)

    def sizes(self, level: str) -> Ints:
        """Items of a nested list in each family."""
        name = next(n for n in self.table.column_names if n.startswith(f"{level}."))
        found: Ints = pc.list_value_length(self.table.column(name)).to_numpy().astype(np.int64)
        return found

    def spread(self, level: str, values: Array) -> Array:
        """A value of each family, for each item of its list."""
        return np.repeat(values, self.sizes(level))

    def total(self, level: str, values: Array) -> Array:
        """Sum over the items of each family."""
        ends = np.concatenate(([0], np.cumsum(values, dtype=np.int64)))
        at = np.concatenate(([0], np.cumsum(self.sizes(level))))
        return np.diff(ends[at])

    def born_by(self, years: int) -> int:
        """Days since 1970-01-01 of the latest birth of somebody of ``years`` or more."""
        day = 28 if (self.on.month, self.on.day) == (2, 29) else self.on.day
        return (self.on.replace(year=self.on.year - years, day=day) - date(1970, 1, 1)).days


@dataclass(frozen=True)
class Measure:
    """How a published figure is counted in a snapshot: what each item of ``level`` adds (yes/no or a number).

    ``over``: the figure is this count divided by that of another measure (a share in % or a mean)."""

    level: str
    columns: tuple[str, ...]
    count: Callable[[Facts], Array]
    over: str | None = None
    percent: bool = False


class Recipe(Protocol):
    """How a pack makes synthetic families. Batches do not depend on each other nor on the order they are made in."""

    @property
    def base(self) -> int:
        """People of the real city, to whom the published figures apply."""

    @property
    def people_per_family(self) -> float:
        """Expected members of a family."""

    @property
    def measures(self) -> Mapping[str, Measure]:
        """How each figure is counted, by the part of its id before the first dot; ``people`` counts everybody."""

    @property
    def targets(self) -> Mapping[str, float]:
        """Ids of the figures that the city is made to reproduce, each with its tolerance (share of the figure)."""

    def batch(self, index: int, families: int, seed: int, on: date) -> Batch:
        """Batch number ``index`` of the city ``seed`` as it stands on the day ``on``."""

    def receipts(self, table: pa.Table, entitled: Mapping[str, pa.Array], seed: int, on: date) -> pa.Table:
        """The same families with what they are paid today, gaps included, given what each is entitled to."""


def plan(people: int, recipe: Recipe) -> list[int]:
    """Families of each batch for a city of so many people."""
    families = max(1, round(people / recipe.people_per_family))
    whole, rest = divmod(families, BATCH)
    return [BATCH] * whole + ([rest] if rest else [])
