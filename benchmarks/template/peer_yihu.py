"""Yihu: the rules of `pack.py` as one native kernel over the list layout, all outputs of every household and month.

Loaded: the columns are in memory before the clock starts, as OpenFisca's inputs are. With `--stream` row groups are
read, computed and dropped, as DuckDB and Polars do. Output arrays are reused from row group to row group, summed, and
checked to hold nothing unknown. `--one` times one household: called as Python, and through the kernel.
"""

import json
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.template import law, pack, peer
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.kernel import Outputs, Want, kernel_for
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.month import Month
from yihu.engines.rules.tree import CASE

Later = Callable[[], Batch]
"""A row group, read when called."""


class Run:
    """The compiled kernel and the law of the twelve months."""

    def __init__(self, full: frozenset[str] = frozenset()) -> None:
        book = pack.rulebook()
        self.months = [Month(book, date(law.YEAR, month, 1)) for month in law.MONTHS]
        self.wants = [Want(CASE, rule=rule) for rule in pack.COMPARED]
        self.kernel = kernel_for(self.months[0], self.wants, full)
        self.laws = [self.kernel.law(month) for month in self.months]
        self.year = kernel_for(self.months, [Want(CASE, rule=rule, sums=True) for rule in pack.COMPARED], full)
        if self.year.layout.facts != self.kernel.layout.facts:
            raise RuntimeError("the kernels of a month and of the year read other columns")
        self.scales = [law.UNIT // 10**rule.type.places for rule in pack.COMPARED]

    def groups(self, city: Path) -> range:
        """Row groups of the file."""
        return range(pq.ParquetFile(city).num_row_groups)

    def load(self, city: Path, groups: Sequence[int]) -> list[Later]:
        """Row groups that are in memory already."""
        file = pq.ParquetFile(city)
        batches = [self.batch(file.read_row_group(group, columns=self.kernel.columns())) for group in groups]
        return [partial(_itself, batch) for batch in batches]

    def load_later(self, city: Path, group: int) -> Later:
        """A row group that is read when its turn comes."""

        def read() -> Batch:
            with pq.ParquetFile(city, memory_map=True) as file:
                return self.batch(file.read_row_group(group, columns=self.kernel.columns(), use_threads=False))

        return read

    def batch(self, table: pa.Table) -> Batch:
        """Columns as the kernel reads them."""
        return Batch(table, self.year.layout)

    def totals(self, batches: Sequence[Later], threads: int) -> tuple[int, dict[str, int]]:
        """Number of households and yearly sums in `law.UNIT`; row groups are dealt out to the threads."""
        with ThreadPoolExecutor(threads) as pool:
            parts = list(pool.map(lambda i: self.part(batches[i::threads]), range(threads)))
        households, *sums = (sum(column) for column in zip(*parts, strict=True))
        return households, dict(zip(law.VARIABLES, sums, strict=True))

    def part(self, batches: Sequence[Later]) -> tuple[int, ...]:
        """Households and yearly sums of some row groups: the twelve months of a household in one pass."""
        found = [0] * (1 + len(self.wants))
        year_law = self.year.law(self.months)
        for read in batches:
            batch = read()
            outputs = self.year.empty(batch)
            addresses = np.array([a.ctypes.data for each in outputs.arrays for a in each.values()], dtype=np.int64)
            self.year.call(batch, year_law, addresses)
            if any(each["unknown"].any() for each in outputs.arrays):
                raise RuntimeError("the city holds unknown facts; the comparison is between known ones")
            found[0] += batch.families
            for place, each in enumerate(outputs.arrays):
                total = int(each["value"].sum()) * self.scales[place]
                found[1 + place] += total // 12 if law.VARIABLES[place] in law.YEARLY else total
        return tuple(found)

    def months_of(self, batch: Batch, outputs: Outputs) -> Iterator[list[npt.NDArray[np.int64]]]:
        """For each month the eight columns of the batch (overwritten by the next month)."""
        addresses = np.array([a.ctypes.data for each in outputs.arrays for a in each.values()], dtype=np.int64)
        for month_law in self.laws:
            self.kernel.call(batch, month_law, addresses)
            if any(each["unknown"][: batch.families].any() for each in outputs.arrays):
                raise RuntimeError("the city holds unknown facts; the comparison is between known ones")
            yield [each["value"][: batch.families] for each in outputs.arrays]

    def cells(self, batches: Sequence[Later]) -> pa.Table:
        """Every household's values (`law.CELLS`) in `law.UNIT`."""
        tables = []
        for read in batches:
            batch, columns = read(), {}
            for month, found in zip(law.MONTHS, self.months_of(batch, self.kernel.empty(batch)), strict=True):
                for name, values, scale in zip(law.VARIABLES, found, self.scales, strict=True):
                    columns[name if name in law.YEARLY else law.cell(name, month)] = values * scale
            tables.append(pa.table({name: columns[name] for name in law.CELLS}))
        return pa.concat_tables(tables)


def one_household(rounds: int = 300) -> dict[str, float]:
    """Median milliseconds, warm, of the household of `peer_openfisca.ONE`: called, and through the kernel."""
    run = Run()
    table = pa.table(
        {
            "rent": pa.array([81_237], pa.int64()),
            "accommodation_size": pa.array([71], pa.int32()),
            "housing_occupancy_status": pa.array([pack.Occupancy.TENANT.code], pa.int8()),
            "members.birth": pa.array(
                [[date(1980, 5, 17), date(1983, 11, 2), date(2011, 6, 30)]], pa.list_(pa.date32())
            ),
            "members.salary": pa.array([[250_000, 0, 0]], pa.list_(pa.int64())),
            "members.role": pa.array([[law.ADULT, law.ADULT, law.CHILD]], pa.list_(pa.int8())),
        }
    )

    def called() -> list[Decimal]:
        home = household(table.to_pylist()[0])
        evaluations = [Evaluation(month, home) for month in run.months]
        return [evaluation.of(rule, evaluation.case) for evaluation in evaluations for rule in pack.COMPARED]

    def by_kernel() -> list[int]:
        batch = run.batch(table)
        return [int(column[0]) for month in run.months_of(batch, run.kernel.empty(batch)) for column in month]

    return {"build_and_calculate_ms": _median(called, rounds), "kernel_ms": _median(by_kernel, rounds)}


def household(row: dict[str, Any]) -> pack.Household:
    """The facts of a row of the list layout as the pack names them."""
    members = [
        {"birth": birth, "salary": Decimal(pay).scaleb(-2), "role": list(pack.Role)[role]}
        for birth, pay, role in zip(row["members.birth"], row["members.salary"], row["members.role"], strict=True)
    ]
    return pack.Household(
        rent=Decimal(row["rent"]).scaleb(-2),
        accommodation_size=row["accommodation_size"],
        housing_occupancy_status=list(pack.Occupancy)[row["housing_occupancy_status"]],
        members=members,
    )


def full_columns(city: Path) -> frozenset[str]:
    """Columns without unknowns, by the counts that Parquet keeps, as `yihu run` does."""
    metadata = pq.ParquetFile(city).metadata
    groups = [metadata.row_group(g) for g in range(metadata.num_row_groups)]
    names = [metadata.schema.column(i).path.split(".list.")[0] for i in range(len(metadata.schema))]
    return frozenset(
        name for i, name in enumerate(names) if all(g.column(i).statistics.null_count == 0 for g in groups)
    )


def _itself(batch: Batch) -> Batch:
    return batch


def _median(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        with peer.timed() as clock:
            work()
        times.append(clock.seconds)
    return statistics.median(times) * 1e3


def main() -> None:
    """Compute the eight benefits with the kernel of Yihu."""
    if "--one" in sys.argv:
        print(json.dumps(one_household()))
        return
    task = peer.task(main.__doc__)
    with peer.timed() as compiling:
        run = Run(full_columns(task.city))
    with peer.timed() as reading:
        groups = run.groups(task.city)
        batches = [run.load_later(task.city, g) for g in groups] if task.stream else run.load(task.city, groups)
    with peer.timed() as calculation:
        households, totals = run.totals(batches, task.threads)
    if task.cells:
        pq.write_table(run.cells(batches), task.cells)
    parts = {"compile_s": compiling.seconds, "read_s": reading.seconds}
    set_up = compiling.seconds + reading.seconds
    peer.say(peer.Answer(households, dict(totals), set_up, calculation.seconds, parts))


if __name__ == "__main__":
    main()
