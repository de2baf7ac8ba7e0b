"""How cost grows with the number of programmes: the first 1, 2, 4, … of a pack, with those that they need.

`python -m benchmarks.growth CITY --first N` is the process; it prints figures as JSON. The programmes stand in the order of
the pack; one that excludes, is excluded by, or is compared with another brings it along.
"""

import argparse
import json
import math
import shutil
import statistics
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, Final

from benchmarks import measure
from benchmarks.tables import Grid, seconds

if TYPE_CHECKING:
    from yihu.engines.rules.rule import Programme
    from yihu.pack import Pack

MONTH: Final = date(2024, 7, 1)
FIRST: Final = (1, 2, 4, 8, 16, 32)


def report(city: Path, threads: int, repeat: int) -> list[dict[str, Any]]:
    """Figures for each number of programmes, in processes of their own; the fastest of some runs."""
    found: list[dict[str, Any]] = []
    for first in (*FIRST, 0):
        runs = [
            measure.run("benchmarks.growth", [str(city), "--first", str(first)], threads).said for _ in range(repeat)
        ]
        best = {name: min(run[name] for run in runs) for name in runs[0]}
        if not found or best["programmes"] > found[-1]["programmes"]:
            found.append(best)
    return found


def grid(found: list[dict[str, Any]]) -> Grid:
    """As a table."""
    rows = [
        (
            str(row["asked"]), str(row["programmes"]), str(row["rules"]), str(row["columns"]),
            *(seconds(row[name]) for name in ("read_s", "compile_s", "run_cpu_s", "kernel_cpu_s")),
        )
        for row in found
    ]  # fmt: skip
    headings = (
        "first programmes", "with those they need", "rules", "columns read", "read and checked s", "kernel compiled s",
        "run, CPU s a million people", "of it kernel",
    )  # fmt: skip
    notes = [
        "Rules read in one process that has the pack's files open already; a run without its compiling. " + said(found)
    ]
    return Grid("Growth by number of programmes", headings, rows, notes)


def said(found: list[dict[str, Any]]) -> str:
    """How the cost grows, fitted to what was measured."""
    rules = [row["rules"] for row in found]
    power = statistics.linear_regression(
        [math.log(n) for n in rules], [math.log(row["compile_s"]) for row in found]
    ).slope
    compiling = statistics.linear_regression(rules, [row["compile_s"] for row in found])
    run = statistics.linear_regression([row["columns"] for row in found], [row["run_cpu_s"] for row in found])
    kernel = statistics.linear_regression(rules, [row["kernel_cpu_s"] for row in found])
    return (
        f"Fitted: compiling takes {compiling.intercept:.2f} s and {compiling.slope * 1e3:.1f} ms a rule (as the power "
        f"{power:.2f} of the rules); a run takes {run.intercept:.2f} s of processor a million people and "
        f"{run.slope * 1e3:.1f} ms for each column that it reads; the kernel {kernel.slope * 1e3:.2f} ms for each rule."
    )


def first_of(pack: "Pack", number: int) -> "Pack":
    """The pack with its first programmes alone (all for 0), and those that they need."""
    kept = needed(pack, pack.programmes[: number or None])
    groups = tuple(group for group in pack.groups if all(p in kept for p in group.programmes))
    chosen = tuple(p for p in pack.programmes if p in kept)
    return replace(pack, programmes=chosen, groups=groups, income=None, kind=None, answers=(), beside=(), readings=())


def needed(pack: "Pack", first: "Iterable[Programme]") -> "set[Programme]":
    """The programmes, and those of which some rule of theirs asks what they give or whether they are granted."""
    from yihu.engines.rules import tree

    book = pack.rulebook
    owner = {rule: p for p, o in book.outcomes.items() for rule in (o.open, o.entitled, o.amount) if rule is not None}
    kept = set(first)
    waiting = [rule for rule, p in owner.items() if p in kept]
    seen = set(waiting)
    while waiting:
        for node in tree.walk(book.trees[book.current(waiting.pop())]):
            if node.op == "fact" and node.value.startswith("granted."):
                kept.add(book.programme(node.value.removeprefix("granted.")))
            if node.op != "rule" or node.value in seen:
                continue
            seen.add(node.value)
            waiting.append(node.value)
            if node.value in owner:
                kept.add(owner[node.value])
    together = {p for group in pack.groups if kept & set(group.programmes) for p in group.programmes} | kept
    return kept if together == set(first) else needed(pack, together)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("city", type=Path)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    print(json.dumps(measured(given.city, given.first, measure.cores())))


def measured(city: Path, first: int, threads: int) -> dict[str, Any]:
    """Figures of one number of programmes; those of a run are for a million people."""
    from benchmarks.city.kernel_alone import kernel_seconds
    from yihu.engines.rules.kernel import Kernel
    from yihu.pack import find_pack
    from yihu.records.runs.launch import open_for, plan_for, run
    from yihu.records.runs.plan import full_columns

    whole = find_pack()
    _ = whole.rulebook
    pack = first_of(whole, first)
    start = perf_counter()
    plan = plan_for(pack, [MONTH])
    read = perf_counter() - start
    snapshot = open_for(pack, city)
    known = full_columns(snapshot, plan.columns)
    start = perf_counter()
    kernel = Kernel(plan.passes[0], plan.wants, known)  # code that is kept is not looked for
    compiled = perf_counter() - start
    out = city.with_name(f"{city.name}-growth-{first}")
    begun = process_time()
    result = run(pack, city, [MONTH], out, threads=threads, then=False)
    busy = process_time() - begun
    shutil.rmtree(out)
    million = result.summary["people"] / 1e6
    return {
        "asked": first or len(whole.programmes),
        "programmes": len(pack.programmes),
        "rules": sum(rule.source is not None for rule in plan.month.trees),
        "columns": len(plan.columns),
        "read_s": read,
        "compile_s": compiled,
        "run_cpu_s": (busy - result.summary["seconds"]["compiling"]) / million,
        "kernel_cpu_s": kernel_seconds(kernel, plan.month, snapshot, threads) / million,
    }


if __name__ == "__main__":
    main()
