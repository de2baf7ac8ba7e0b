"""All chosen engines over one city: measured, and checked against each other."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.measure import Measured, run
from benchmarks.template import law
from benchmarks.template.engines import ENGINES, Engine, city_file

FLOAT32_OF_TOTAL: Final = 2.0**-22
"""Largest share of a total by which an engine that computes in 32-bit floats may differ: four roundings."""
FLOAT32_OF_CELL: Final = law.CENT / 2
"""Such an engine's largest difference in one household and month: less than half a cent."""


@dataclass(frozen=True)
class Result:
    """One engine at one size: every run, the best of them first."""

    engine: str
    persons: int
    runs: tuple[Measured, ...]

    @property
    def best(self) -> Measured:
        """The run with the fastest calculation."""
        return self.runs[0]

    @property
    def totals(self) -> dict[str, float]:
        """Yearly sums in `law.UNIT`."""
        return dict(self.best.said["totals"])


def make_city(data: Path, persons: int, threads: int) -> None:
    """Write both layouts of the city unless they are there (in a process of its own, to keep the runner small)."""
    run("benchmarks.template.city", ["--data", str(data), "--persons", str(persons)], threads)


def results(data: Path, persons: int, chosen: Sequence[Engine], threads: int, repeat: int) -> Iterator[Result]:
    """Run the engines one after another, each `repeat` times."""
    for engine in chosen:
        arguments = ["--city", str(city_file(data, persons, engine.layout)), "--threads", str(threads)]
        arguments += ["--stream"] if engine.stream else []
        runs = [run(engine.module, arguments, threads) for _ in range(repeat)]
        yield Result(engine.name, persons, tuple(sorted(runs, key=lambda one: one.said["calculate_s"])))


def disagreements(found: Sequence[Result]) -> list[str]:
    """A sentence for every total in which an engine differs from the first exact one by more than is allowed."""
    reference = next((result for result in found if ENGINES[result.engine].exact), found[0])
    return [
        f"{result.persons:,} persons: {name} of {result.engine} differs from {reference.engine}"
        f" by {gap / law.UNIT:+,.4f} euros"
        for result in found
        for name, gap in differing_totals(
            reference.totals, result.totals, exact=ENGINES[result.engine].exact and ENGINES[reference.engine].exact
        ).items()
    ]


def differing_totals(reference: Mapping[str, float], other: Mapping[str, float], *, exact: bool) -> dict[str, float]:
    """Variables whose totals differ by more than is allowed, with the difference in `law.UNIT`."""
    allowed = 0.0 if exact else FLOAT32_OF_TOTAL
    differences = {name: other[name] - reference[name] for name in law.VARIABLES}
    return {name: gap for name, gap in differences.items() if abs(gap) > allowed * abs(reference[name])}


def household_differences(data: Path, persons: int, chosen: Sequence[Engine], threads: int) -> dict[str, float]:
    """Largest difference of any household, month and variable, by engine, against the first exact engine."""
    reference = next((engine for engine in chosen if engine.exact), chosen[0])
    with tempfile.TemporaryDirectory(dir=data) as folder:
        tables = {engine.name: Path(folder) / f"{engine.name}.parquet" for engine in chosen}
        for engine in chosen:
            city = city_file(data, persons, engine.layout)
            run(engine.module, ["--city", str(city), "--cells", str(tables[engine.name])], threads)
        pairs = {name: [str(tables[reference.name]), str(table)] for name, table in tables.items()}
        del pairs[reference.name]
        return {
            name: max(run("benchmarks.template.cells", pair, threads).said.values()) for name, pair in pairs.items()
        }


def household_disagreements(persons: int, largest: Mapping[str, float]) -> list[str]:
    """A sentence for every engine with a household that differs by more than is allowed."""
    return [
        f"{persons:,} persons: a household's value of {name} differs by {gap / law.UNIT:,.4f} euros"
        for name, gap in largest.items()
        if gap > (0 if ENGINES[name].exact else FLOAT32_OF_CELL)
    ]
