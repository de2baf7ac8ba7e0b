"""Measure everything in one run (`make bench`): print it, keep it as JSON, and write it into the pages.

    python -m benchmarks --cpus 0,1                       measure all, print, write DATA/bench.json
    python -m benchmarks --quick                          small sizes, a few minutes
    python -m benchmarks --parts family,city --people 2m  a part of it
    python -m benchmarks --page out/bench/bench.json      write the figures into docs/performance.md and the READMEs

Every measurement is a process of its own. Ends with 0, with 1 where results differ, with 2 where a process failed.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks import family, growth, imports, interviews, machine, page, spark
from benchmarks.city import runs
from benchmarks.city.snapshots import folder, made
from benchmarks.measure import ProcessFailedError, cores, pin
from benchmarks.settings import (
    FULL_ASKED,
    FULL_PEOPLE,
    FULL_ROWS,
    FULL_SIZES,
    PARTS,
    QUICK_ASKED,
    QUICK_PEOPLE,
    QUICK_ROWS,
    QUICK_SIZES,
    Settings,
)
from benchmarks.sizes import sizes
from benchmarks.template import __main__ as template
from benchmarks.template.engines import ENGINES

WIDTH = 140
"""Columns of the tables where they do not go to a terminal."""


def parts(text: str) -> list[str]:
    """Several parts, separated by commas."""
    unknown = sorted(set(text.split(",")) - set(PARTS))
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    return text.split(",")


def options() -> argparse.ArgumentParser:
    """The command line."""
    how = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__, formatter_class=how)
    parser.add_argument("--quick", action="store_true", help="small sizes, each measured once")
    parser.add_argument("--full", action="store_true", help="check by DuckDB at every size, the largest too")
    parser.add_argument("--sizes", type=sizes, help="people of the country template, e.g. 10k,1m,22m")
    parser.add_argument("--people", type=sizes, help="people of the synthetic cities, e.g. 200k,2m,22m")
    parser.add_argument("--parts", type=parts, default=",".join(PARTS), help="default: %(default)s")
    parser.add_argument("--repeat", type=int, help="runs of each; the fastest is shown (3, or 1 with --quick)")
    parser.add_argument("--data", type=Path, default=Path("out/bench"), help="scratch folder (%(default)s)")
    parser.add_argument("--cpus", type=lambda text: [int(one) for one in text.split(",")], help="cores to stay on: 0,1")
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="where the figures go (bench.json in the scratch folder)"
    )
    parser.add_argument("--page", type=Path, metavar="FILE", help="measure nothing: write these figures into the pages")
    return parser


def main() -> int:
    """Measure, print, keep."""
    given, talk = options().parse_args(), Console(stderr=True)
    if given.page:
        for path in page.write(json.loads(given.page.read_text("utf-8"))):
            talk.print(f"{path} written")
        return 0
    if given.cpus:
        pin(given.cpus)
    target = given.json or given.data / "bench.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    report: dict[str, Any] = {"machine": machine.facts(), "quick": given.quick}
    try:
        with talk.status("") as status:
            for name, measured in measurements(settings(given, status.update), talk).items():
                if name in given.parts:
                    report[name] = measured()
                    target.write_text(json.dumps(report, indent=1), "utf-8")
    except (ProcessFailedError, OSError) as error:
        talk.print(f"[red]{error}[/red]", highlight=False)
        return 2
    shown = Console(width=None if sys.stdout.isatty() else WIDTH)
    for grid in page.grids(report):
        shown.print(grid.terminal())
    talk.print(f"{target}: python -m benchmarks --page {target} writes these figures into the pages")
    return differences(report, talk)


def settings(given: argparse.Namespace, say: Callable[[str], None]) -> Settings:
    """What the command line asks for."""
    people = tuple(given.people or (QUICK_PEOPLE if given.quick else FULL_PEOPLE))
    usual = Settings(given.data, cores())
    middle = sorted(people)[len(people) // 2]
    return Settings(
        data=given.data,
        threads=cores(),
        sizes=tuple(given.sizes or (QUICK_SIZES if given.quick else FULL_SIZES)),
        people=people,
        rows=QUICK_ROWS if given.quick else FULL_ROWS,
        repeat=given.repeat or (1 if given.quick else usual.repeat),
        check_up_to=max(people) if given.full or given.quick else usual.check_up_to,
        spark_people=middle,
        growth_people=middle,
        asked=QUICK_ASKED if given.quick else FULL_ASKED,
        say=say,
    )


def measurements(chosen: Settings, talk: Console) -> dict[str, Callable[[], Any]]:
    """The parts by name, in order."""

    def one_family() -> dict[str, Any]:
        small = min(chosen.people)
        chosen.say("one family")
        made(chosen.data, small, chosen.threads)
        return family.report(folder(chosen.data, small), chosen.threads)

    def questions() -> dict[str, Any]:
        small = min(chosen.people)
        chosen.say("questions of the interview")
        made(chosen.data, small, chosen.threads)
        return interviews.report(folder(chosen.data, small), chosen.asked, chosen.threads)

    def programmes() -> list[dict[str, Any]]:
        chosen.say("growth by number of programmes")
        made(chosen.data, chosen.growth_people, chosen.threads)
        return growth.report(folder(chosen.data, chosen.growth_people), chosen.threads, chosen.repeat)

    def country_template() -> dict[str, Any]:
        asked = argparse.Namespace(
            sizes=chosen.sizes, engines=list(ENGINES.values()), data=chosen.data, repeat=chosen.repeat, cpus=None,
            households_up_to=100_000,
        )  # fmt: skip
        return template.everything(asked, chosen.say)

    return {
        "template": country_template,
        "family": one_family,
        "questions": questions,
        "growth": programmes,
        "city": lambda: runs.report(chosen),
        "imports": lambda: imports.report(chosen),
        "spark": lambda: spark.report(chosen),
    }


def differences(report: dict[str, Any], talk: Console) -> int:
    """Say where results differ that must be equal: 1 where any does, else 0."""
    wrong: list[str] = list(report.get("template", {}).get("disagreements", []))
    for row in report.get("city", []):
        if "equal" in row and (row["equal"]["differ"] or not row["equal"]["same_sums"]):
            wrong.append(f"{row['people']:,} people: kernel and DuckDB differ in {row['equal']['differ']:,} rows")
    if (spark_rows := report.get("spark", {}).get("equal")) and spark_rows["differ"]:
        wrong.append(f"the kernel under Spark differs in {spark_rows['differ']:,} rows")
    for sentence in wrong:
        talk.print(f"[red]{sentence}[/red]", highlight=False)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
