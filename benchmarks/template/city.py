"""A deterministic synthetic city for the country template, written as Parquet in two layouts.

`sol`: one row a household, members as parallel list columns. `slots`: one row a household, seven fixed member slots,
null when empty. Both hold the same families in the same order. Amounts are whole cents in int64, sizes whole square
metres, codes the positions in `law.OCCUPANCY` and `law.ADULT`/`law.CHILD`.

Households are drawn in blocks of one row group, each from its own seed: memory does not grow with the city, and a
small city is the beginning of a large one.
"""

import argparse
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.template import law
from benchmarks.template.engines import EDITION, LAYOUTS, Layout, city_file

BLOCK: Final = 65_536
"""Households in a block and in a row group."""

SIZE_SHARES: Final = (0.25, 0.29, 0.20, 0.15, 0.08, 0.02, 0.01)  # of 1..7 members, mean 2.62
OCCUPANCY_SHARES: Final = (0.45, 0.42, 0.10, 0.03)
PAY_SHARES: Final = (0.32, 0.10, 0.53, 0.05)
"""Adults without pay, with little, with a common and with a high salary; `PAY_EUROS` gives the ranges."""
PAY_EUROS: Final = ((0, 1), (1, 800), (800, 6_000), (6_000, 20_000))

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Block:
    """Households `first`, `first + 1`, ... with their members one after another (lengths: households or persons)."""

    first: int
    sizes: Ints
    rent: Ints
    area: Ints
    occupancy: Ints
    birth: Ints
    salary: Ints
    role: Ints


def write(data: Path, persons: int) -> None:
    """Write both layouts of a city of `persons` unless they are there; a file is complete or absent."""
    missing = [layout for layout in LAYOUTS if not city_file(data, persons, layout).exists()]
    if not missing:
        return
    data.mkdir(parents=True, exist_ok=True)
    parts = {layout: city_file(data, persons, layout).with_suffix(f".part{os.getpid()}") for layout in missing}
    try:
        writers = {layout: pq.ParquetWriter(parts[layout], SCHEMAS[layout], compression="zstd") for layout in missing}
        for block in blocks(persons):
            for layout, writer in writers.items():
                writer.write_table(TABLES[layout](block), row_group_size=BLOCK)
        for layout, writer in writers.items():
            writer.close()
            parts[layout].replace(city_file(data, persons, layout))
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def blocks(persons: int) -> Iterator[Block]:
    """Blocks of households that hold exactly `persons` people; the last household is cut to fit."""
    number, left = 0, persons
    while left > 0:
        rng = np.random.default_rng((EDITION, number))
        sizes = rng.choice(np.arange(1, law.SLOTS + 1), size=BLOCK, p=SIZE_SHARES)
        block = _draw(rng, number * BLOCK, sizes)
        ends = np.cumsum(sizes)
        if ends[-1] > left:
            block = _cut(block, int(np.searchsorted(ends, left)) + 1, left)
        yield block
        left -= len(block.birth)
        number += 1


def _draw(rng: np.random.Generator, first: int, sizes: Ints) -> Block:
    """Everything about the households of these sizes."""
    homes, people = len(sizes), int(sizes.sum())
    occupancy = rng.choice(len(law.OCCUPANCY), size=homes, p=OCCUPANCY_SHARES)
    tenant, homeless = occupancy == law.OCCUPANCY.index("tenant"), occupancy == law.OCCUPANCY.index("homeless")
    adults = 1 + (rng.random(homes) < 0.8) + (rng.random(homes) < 0.12)
    place = np.arange(people) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    adult = place < np.repeat(adults, sizes)
    return Block(
        first,
        sizes,
        rent=np.where(tenant, rng.integers(15_000, 250_000, homes), 0),
        area=np.where(homeless, 0, rng.integers(9, 160, homes)),
        occupancy=occupancy,
        birth=np.where(adult, _days(rng, people, 1930, 1998), _days(rng, people, 1999, 2016)),
        salary=np.where(adult, _pay(rng, people), 0),
        role=np.where(adult, law.ADULT, law.CHILD),
    )


def _days(rng: np.random.Generator, count: int, first_year: int, last_year: int) -> Ints:
    """Birth dates as days since 1970-01-01, evenly over whole years."""
    epoch = date(1970, 1, 1)
    start, end = (date(first_year, 1, 1) - epoch).days, (date(last_year + 1, 1, 1) - epoch).days
    return rng.integers(start, end, count)


def _pay(rng: np.random.Generator, count: int) -> Ints:
    """Monthly salaries in whole cents."""
    lowest, highest = np.array(PAY_EUROS).T * 100
    kind = rng.choice(len(PAY_EUROS), size=count, p=PAY_SHARES)
    drawn = rng.integers(lowest[kind], highest[kind])
    return np.where(kind == 0, 0, drawn)


def _cut(block: Block, homes: int, people: int) -> Block:
    """The first `homes` households, the last one shortened so that `people` remain."""
    sizes = block.sizes[:homes].copy()
    sizes[-1] -= sizes.sum() - people
    return Block(
        block.first,
        sizes,
        block.rent[:homes],
        block.area[:homes],
        block.occupancy[:homes],
        block.birth[:people],
        block.salary[:people],
        block.role[:people],
    )


HOUSEHOLD_FIELDS: Final = [
    pa.field("family", pa.int64()),
    pa.field("rent", pa.int64()),
    pa.field("accommodation_size", pa.int32()),
    pa.field("housing_occupancy_status", pa.int8()),
]
MEMBER_TYPES: Final[dict[str, Any]] = {"birth": pa.date32(), "salary": pa.int64(), "role": pa.int8()}
SCHEMAS: Final[dict[Layout, pa.Schema]] = {
    "sol": pa.schema(
        [*HOUSEHOLD_FIELDS, *(pa.field(f"members.{name}", pa.list_(kind)) for name, kind in MEMBER_TYPES.items())]
    ),
    "slots": pa.schema(
        HOUSEHOLD_FIELDS
        + [pa.field(f"p{i}_{name}", kind) for i in range(1, law.SLOTS + 1) for name, kind in MEMBER_TYPES.items()]
    ),
}


def _household_columns(block: Block) -> list[pa.Array]:
    columns = (np.arange(block.first, block.first + len(block.sizes)), block.rent, block.area, block.occupancy)
    return [pa.array(column).cast(field.type) for column, field in zip(columns, HOUSEHOLD_FIELDS, strict=True)]


def _members(block: Block) -> dict[str, Ints]:
    return {"birth": block.birth, "salary": block.salary, "role": block.role}


def _member_array(values: Ints, kind: pa.DataType, empty: Bools | None = None) -> pa.Array:
    days = values.astype(np.int32) if kind == pa.date32() else values
    return pa.array(days, mask=empty).cast(kind)


def _sol(block: Block) -> pa.Table:
    offsets = pa.array(np.concatenate(([0], np.cumsum(block.sizes))).astype(np.int32))
    lists = [
        pa.ListArray.from_arrays(offsets, _member_array(values, MEMBER_TYPES[name]))
        for name, values in _members(block).items()
    ]
    return pa.Table.from_arrays(_household_columns(block) + lists, schema=SCHEMAS["sol"])


def _slots(block: Block) -> pa.Table:
    starts = np.cumsum(block.sizes) - block.sizes
    columns = []
    for slot in range(law.SLOTS):
        empty = block.sizes <= slot
        rows = np.where(empty, 0, starts + slot)
        columns += [_member_array(values[rows], MEMBER_TYPES[name], empty) for name, values in _members(block).items()]
    return pa.Table.from_arrays(_household_columns(block) + columns, schema=SCHEMAS["slots"])


TABLES: Final = {"sol": _sol, "slots": _slots}


def main() -> None:
    """Write the cities of the given sizes."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--persons", type=int, nargs="+", required=True)
    given = parser.parse_args()
    for persons in given.persons:
        write(given.data, persons)
    print(json.dumps({"persons": given.persons}))


if __name__ == "__main__":
    main()
