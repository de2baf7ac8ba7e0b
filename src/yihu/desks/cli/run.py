"""``yihu run``: the law of a month over everyone, and against what is being paid: missed, ended, changed, cannot tell."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from yihu.desks.cli.options import English, Json, On, Pack, month_of
from yihu.desks.cli.pages import write_page

if TYPE_CHECKING:
    from yihu.pack import Pack as PackType
    from yihu.records.runs.compare import Comparison
    from yihu.records.runs.result import Result

Engine = Literal["kernel", "duckdb", "spark"]
GROUPS = ("districts", "kinds", "deciles")


def run(
    snapshot: Annotated[Path, typer.Argument(help="快照 / snapshot made by synth or import", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="结果文件夹 / folder for the result", show_default=False)],
    on: On = None,
    months: Annotated[int, typer.Option(min=1, max=240, help="从该月起连续几个月 / so many months in one pass")] = 1,
    engine: Annotated[
        Engine, typer.Option(help="计算引擎；duckdb 是独立复核 / duckdb is the independent check")
    ] = "kernel",
    reform: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|READING",
            help="改革方案 YAML，或条文的另一读法（yihu readings），与现行政策对比 / a reform or a reading, compared with the law",
        ),
    ] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="线程数 / threads", show_default="all cores")] = None,
    then: Annotated[
        bool, typer.Option(help="再算一遍：若全部落实还会带来什么 / second pass: what would follow")
    ] = True,
    pack: Pack = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """全市测算，并与正在发放的对比 / Run the law over everyone and compare with what is being paid.

    例 / example: yihu run city --on 2024-07 --out result
    """
    from yihu.engines.rules.month import months_from
    from yihu.pack import find_pack
    from yihu.records.runs.launch import open_for
    from yihu.records.runs.launch import run as start
    from yihu.records.runs.reforms import find_reform
    from yihu.records.snapshots import open_snapshot

    meta = open_snapshot(snapshot).meta
    found = find_pack(pack or str(meta.get("pack") or "") or None)
    first = month_of(on, month_in(meta.get("on")))
    change = find_reform(reform, found.readings) if reform is not None else None
    groups = open_for(found, snapshot).groups
    with progress("全市测算" if not en else "running", groups, quiet=as_json) as step:
        result = start(
            found, snapshot, months_from(first, months), out,
            engine=engine, threads=threads, then=then, reform=change, when=datetime.now().astimezone(), progress=step,
        )  # fmt: skip
    comparison = None
    if change is not None:
        from yihu.records.runs.compare import compare

        with progress("对比改革前后" if not en else "comparing", 2 * groups, quiet=as_json) as step:
            comparison = compare(found, snapshot, first, change, threads=threads, progress=step)
    finish(found, result, comparison, en=en, as_json=as_json)


def finish(pack: PackType, result: Result, comparison: Comparison | None, *, en: bool, as_json: bool) -> None:
    """Write the report pages beside the rows and print the summary."""
    from yihu.desks.cli.summary import show
    from yihu.desks.reports import reform_page, run_page

    write_page(result.path / "report.html", run_page(result, pack))
    if comparison is not None:
        write_page(result.path / "reform.html", reform_page(comparison, pack))
        write_page(result.path / "comparison.json", json.dumps(comparison.as_data(), ensure_ascii=False, indent=1))
        write_page(result.path / "comparison.csv", _csv(comparison), "utf-8-sig")
    if as_json:
        json.dump(
            {**result.summary, "comparison": comparison.as_data() if comparison else None},
            sys.stdout,
            ensure_ascii=False,
        )
        print()
    else:
        show(result, comparison, "en" if en else "zh")


def _csv(comparison: Comparison) -> str:
    """The comparison as a table for a spreadsheet; money in yuan a month."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["group", "zh", "en", "families", "winners", "losers", "gained", "lost", "cost"])
    whole = {"whole": {0: comparison.whole}}
    for group, changes in {**whole, **{name: getattr(comparison, name) for name in GROUPS}}.items():
        for each in changes.values():
            money = [f"{Decimal(v).scaleb(-2):.2f}" for v in (each.gained, each.lost, each.cost)]
            writer.writerow([group, each.zh, each.en, each.families, each.winners, each.losers, *money])
    return text.getvalue()


def month_in(text: object) -> date | None:
    """The month of the day that a snapshot is of; None where it says none."""
    return date.fromisoformat(str(text)[:10]).replace(day=1) if text else None


@contextmanager
def progress(label: str, total: int, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """A progress bar on stderr that counts steps (none where a program reads the output)."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True, disable=quiet,
    )  # fmt: skip
    with bar:
        task = bar.add_task(label, total=total)
        yield lambda done: bar.update(task, completed=done + 1)
