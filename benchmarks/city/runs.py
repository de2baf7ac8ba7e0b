"""`yihu run` over cities of several sizes: from Parquet to the written result, with what it takes and where it goes."""

from pathlib import Path
from typing import Any, Final

from benchmarks import measure
from benchmarks.city.snapshots import folder, made
from benchmarks.settings import Settings

MONTH, YEAR_FROM, YEAR = "2024-07", "2024-01", "12"
TABLE_SIZE: Final = 5_000_000
"""From this many people on, a run is measured twice at most."""


def report(given: Settings) -> list[dict[str, Any]]:
    """One row of figures for each size of city, the smallest first."""
    return [_city(given, people) for people in sorted(given.people)]


def _city(given: Settings, people: int) -> dict[str, Any]:
    given.say(f"{people:,} people: making the city")
    row: dict[str, Any] = {"people": people, "synth": made(given.data, people, given.threads)}
    repeat = given.repeat if people < TABLE_SIZE else min(2, given.repeat)
    city, out = folder(given.data, people), given.data / f"result-{people}"
    month, year = ["--on", MONTH], ["--on", YEAR_FROM, "--months", YEAR]
    jobs = {"month": [*month, "--no-then"], "then": [*month, "--then"], "year": [*year, "--no-then"]}
    for name, options in jobs.items():
        given.say(f"{people:,} people: {name}")
        row[name] = best(city, out.with_name(f"{out.name}-{name}"), [*options], given.threads, repeat)
    given.say(f"{people:,} people: kernel alone")
    row["kernel"] = measure.run("benchmarks.city.kernel_alone", [str(city)], given.threads).said
    if people <= given.check_up_to:
        given.say(f"{people:,} people: check by DuckDB")
        checked = out.with_name(f"{out.name}-duckdb")
        row["check"] = best(city, checked, [*month, "--no-then", "--engine", "duckdb"], given.threads, 1)
        pair = [str(out.with_name(f"{out.name}-month")), str(checked)]
        row["equal"] = measure.run("benchmarks.city.equal", pair, given.threads).said
    return row


def best(city: Path, out: Path, options: list[str], threads: int, repeat: int) -> dict[str, Any]:
    """The fastest of some runs: figures of the process, and seconds of its stages summed over threads."""
    command = ["run", str(city), "--out", str(out), "--threads", str(threads), *options]
    runs = [measure.yihu(command) for _ in range(repeat)]
    first = min(runs, key=lambda one: one.wall_s)
    rows = (out / "findings.parquet").stat().st_size
    return {
        **first.figures(),
        "stages": first.said["seconds"],
        "families": first.said["families"],
        "result_bytes": rows,
    }
