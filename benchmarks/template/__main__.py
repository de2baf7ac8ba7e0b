"""Compare the engines on the country template: time, memory, ratios, and whether they agree.

    python -m benchmarks.template --sizes 10k,100k,1m --engines openfisca,duckdb,polars --cpus 0,1

Each engine runs in its own process over the same city, which is drawn once into the scratch folder. `calculate` of
OpenFisca is on loaded data; DuckDB and Polars read their Parquet file while they calculate.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from benchmarks.measure import ProcessFailedError, cores, pin, run
from benchmarks.sizes import size, sizes
from benchmarks.template import compare, figures
from benchmarks.template.engines import ENGINES, MEASURE, Engine

LARGE: Final = 5_000_000
"""From this many persons on, an engine runs twice at most."""


def engines(text: str) -> list[Engine]:
    """Several engines, separated by commas."""
    unknown = sorted(set(text.split(",")) - set(ENGINES))
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown engine {', '.join(unknown)}; there are {', '.join(ENGINES)}")
    return [ENGINES[name] for name in text.split(",")]


def options() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser("python -m benchmarks.template", description="Compare engines of benefit rules.")
    parser.add_argument("--sizes", type=sizes, default="10k,100k,1m", help="persons, e.g. 10k,1m,22m (%(default)s)")
    parser.add_argument("--engines", type=engines, default=",".join(ENGINES), help="default: %(default)s")
    parser.add_argument("--data", type=Path, default=Path("out/bench"), help="scratch folder (%(default)s)")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the fastest is shown (%(default)s)")
    parser.add_argument("--cpus", type=lambda text: [int(one) for one in text.split(",")], help="cores to stay on: 0,1")
    parser.add_argument("--households-up-to", type=size, default="100k", help="compare every household (%(default)s)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of tables")
    return parser


def main() -> int:
    """Run, show, write `template.json` into the scratch folder; 0 if all engines agree, 1 if not, 2 if one failed."""
    given = options().parse_args()
    talk = Console(stderr=True)
    try:
        with talk.status("") as status:
            report = everything(given, status.update)
    except (ProcessFailedError, OSError) as error:
        talk.print(f"[red]{error}[/red]", highlight=False)
        return 2
    (given.data / "template.json").write_text(json.dumps(report, indent=1) + "\n")
    print(json.dumps(report)) if given.json else show(report, Console())
    return 1 if report["disagreements"] else 0


def everything(given: argparse.Namespace, say: Callable[[str], None]) -> dict[str, Any]:
    """All measurements, as the JSON report: rows (one an engine and size), one household, disagreements."""
    if given.cpus:
        pin(given.cpus)
    threads, rows, wrong, largest = cores(), [], [], {}
    one = {engine.name: one_household(engine, threads, given.repeat) for engine in given.engines if engine.one}
    for persons in given.sizes:
        repeat = given.repeat if persons < LARGE else min(2, given.repeat)
        say(f"country template, {persons:,} people")
        compare.make_city(given.data, persons, threads)
        found = list(compare.results(given.data, persons, given.engines, threads, repeat))
        rows += [row(result, found) for result in found]
        wrong += compare.disagreements(found)
        if persons <= given.households_up_to and len(found) > 1:
            gaps = compare.household_differences(given.data, persons, given.engines, threads)
            largest[persons] = gaps
            wrong += compare.household_disagreements(persons, gaps)
    return {
        "threads": threads,
        "rows": rows,
        "one_household": one,
        "largest_household_difference": largest,
        "disagreements": wrong,
    }


def one_household(engine: Engine, threads: int, repeat: int) -> dict[str, float]:
    """Milliseconds of one household: the best of the processes for each figure (each a median over many rounds)."""
    runs = [run(engine.module, ["--one"], threads).said for _ in range(repeat)]
    return {name: min(one[name] for one in runs) for name in runs[0]}


def row(result: compare.Result, found: Sequence[compare.Result]) -> dict[str, Any]:
    """One engine at one size with its ratios: how many times less time and memory than `MEASURE`."""
    best = result.best
    peer = next((other.best for other in found if other.engine == MEASURE), None)
    return {
        "persons": result.persons,
        "engine": result.engine,
        "set_up_s": best.said["set_up_s"],
        "calculate_s": best.said["calculate_s"],
        "wall_s": best.wall_s,
        "cpu_s": best.cpu_s,
        "peak_mb": best.peak_bytes / 1e6,
        "others_cores": best.others_cores,
        "times_faster": peer and peer.said["calculate_s"] / best.said["calculate_s"],
        "times_smaller": peer and peer.peak_bytes / best.peak_bytes,
        "totals": result.totals,
        "runs": [asdict(one) for one in result.runs],
    }


def show(report: dict[str, Any], console: Console) -> None:
    """The tables a person reads."""
    for grid in figures.grids(report):
        console.print(grid.terminal())
    for sentence in report["disagreements"]:
        console.print(f"[red]{sentence}[/red]", highlight=False)
    if not report["disagreements"]:
        console.print(f"[green]{figures.AGREED}[/green]")


if __name__ == "__main__":
    sys.exit(main())
