"""``yihu import`` and ``yihu columns``: families come in from a table, and what the table may hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yihu.desks.cli import LEFT_OUT
from yihu.desks.cli.options import English, Json, Pack

if TYPE_CHECKING:
    from yihu.engines.rules.schema import Entity
    from yihu.engines.rules.wording import Lang
    from yihu.records.intake import Summary
    from yihu.records.intake.load import Progress

_STAGES = {"read": "读取 reading", "order": "按户整理 sorting", "write": "核对并写出 checking, writing"}
_ROWS = "每人（或每个单位）一行 / one row a person (or a station …)"


def import_(
    file: Annotated[Path, typer.Argument(help=f"CSV、XLSX、Parquet，{_ROWS}", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="写出的快照 / the snapshot to write", show_default=False)],
    sheet: Annotated[str | None, typer.Option(help="工作簿中的人员表 / the workbook's sheet of people")] = None,
    obligors: Annotated[
        Path | None, typer.Option(help="义务人表，即 --also obligors=FILE / sheet of obligors, keyed by family")
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option(metavar="LIST=FILE", help="其他附表 / a further list of the pack, keyed by family"),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="COLUMN", help="不读的列 / columns to leave out")] = None,
    presume: Annotated[
        bool,
        typer.Option("--presume", help="没有的列按通常情况推定，并记入快照 / presume the usual for absent columns"),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="有任何错误就不写出 / write nothing if anything is wrong")
    ] = False,
    report: Annotated[Path | None, typer.Option(help="错误报告 / report [OUT.report.csv]", show_default=False)] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="晚于此日的日期算错误 / later dates are wrong", show_default="今天 today"),
    ] = None,
    pack: Pack = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """把表格变成可以测算的快照 / Turn a table of families into a snapshot.

    姓名和身份证号只用于核对，不保存。有错误的户整户不写出，逐条列入报告。中断后再次运行同一命令会接着做。

    Names and identity numbers are checked and not kept. A family with an error is left out whole; the report names row,
    column and remedy. An import that was stopped goes on when the same command is run again.

    退出码 / exit codes: 0 全部写出 all written; 1 --strict 未写出 nothing written; 3 有户未写出 families were left out;
    4 文件不能用 the file cannot be used.

    例 / example: yihu import examples/families.csv --out out/families
    """
    from yihu.pack import find_pack
    from yihu.records.intake import Intake, import_families

    more = _more(also or [], obligors)
    wanted = Intake(file, out, _day(on), more, sheet, tuple(ignore or ()), presume, strict, report)
    with _progress() as progress:
        summary = import_families(wanted, find_pack(pack), progress)
    if as_json:
        typer.echo(json.dumps(_data(summary, out), ensure_ascii=False, indent=1))
    else:
        _show(summary, out, find_pack(pack).root, "en" if en else "zh")
    if strict and not summary.written:
        raise typer.Exit(1)
    if summary.left_out or summary.errors:
        raise typer.Exit(LEFT_OUT)


def columns(
    xlsx: Annotated[
        Path | None, typer.Option(help="写出可填写的模板 / write a template to fill in", show_default=False)
    ] = None,
    pack: Pack = None,
    as_json: Json = False,
) -> None:
    """导入表格的列：名称、类型、可填内容 / The columns that import understands: names, types, what may be written.

    例 / example: yihu columns --xlsx 模板.xlsx
    """
    from yihu.pack import find_pack
    from yihu.records.intake.template import cells, documented, write_template

    found = find_pack(pack)
    if xlsx is not None:
        write_template(xlsx, found)
    if as_json:
        typer.echo(json.dumps([asdict(c) for c in documented(found)], ensure_ascii=False, indent=1))
    elif xlsx is None:
        _table([list(cells(c)) for c in documented(found)])
    else:
        typer.echo(f"模板 / template: {xlsx}")


def _more(also: list[str], obligors: Path | None) -> dict[str, Path]:
    more = {"obligors": obligors} if obligors is not None else {}
    for text in also:
        name, _, path = text.partition("=")
        if not name or not path or name in more:
            raise typer.BadParameter(
                f"“{text}”应写成 LIST=FILE，每个附表一次 / write LIST=FILE, each list once", param_hint="--also"
            )
        more[name] = Path(path)
    return more


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"“{text}”不是日期 / not a date; YYYY-MM-DD", param_hint="--on") from None


@contextmanager
def _progress() -> Iterator[Progress]:
    """Bars on a terminal's stderr, nothing elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True)
    parts = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*parts, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, Any] = {}

        def told(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(_STAGES[stage], total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield told


def _data(summary: Summary, out: Path) -> dict[str, Any]:
    notes = [asdict(note) for note in summary.notes]
    return {
        **asdict(summary),
        "notes": notes,
        "report": str(summary.report),
        "out": str(out) if summary.written else None,
    }


def _show(summary: Summary, out: Path, root: type[Entity], lang: Lang) -> None:
    from rich.console import Console
    from rich.table import Table

    from yihu.engines.rules.naming import is_family, many, one

    zh = lang == "zh"
    console = Console(highlight=False, soft_wrap=True)
    for note in summary.notes:
        console.print(note.say(lang), style="yellow")
    if summary.written:
        console.print(f"快照：{out}" if zh else f"snapshot: {out}", style="green")
    else:
        console.print("没有写出快照" if zh else "no snapshot was written", style="red")
    table = Table(show_header=False, box=None)
    table.add_column()
    table.add_column(justify="right")
    cases, item = many(root, lang), next(iter(root.LISTS.values()), None)
    rows = "人" if is_family(root) else item.zh if item else ""
    people = (
        [(f"写出{rows}数" if zh else f"{'people' if is_family(root) else item.en} written", summary.people)]
        if item
        else []
    )
    for label, value in (
        ("读取行数" if zh else "rows read", summary.rows),
        (f"写出{cases}数" if zh else f"{cases} written", summary.families),
        *people,
        (f"有错误未写出的{cases}" if zh else f"{cases} left out", summary.left_out),
        *((f"  {code}", count) for code, count in summary.errors.items()),
    ):
        table.add_row(label, f"{value:,}")
    console.print(table)
    if summary.errors:
        console.print(f"逐条见报告：{summary.report}" if zh else f"each error is in the report: {summary.report}")
    if summary.presumed:
        console.print(f"推定了 {len(summary.presumed)} 列" if zh else f"{len(summary.presumed)} columns were presumed")
    for name in summary.without:
        each = f"各{cases}" if zh else f"every {one(root, lang)}"
        console.print(f"没有附表 {name}：{each}视为没有" if zh else f"no sheet {name}: taken as none for {each}")


def _table(rows: list[list[str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        console = Console(width=160)
    for name in dict.fromkeys(row[0] for row in rows):
        table = Table(title=f"表 sheet: {name}", title_justify="left", box=None, padding=(0, 2, 0, 0))
        table.add_column("列 column", overflow="fold", ratio=3)
        table.add_column("name", overflow="fold", ratio=2)
        table.add_column("类型 type", overflow="fold", ratio=2)
        table.add_column("可填 allowed / 范围 range", overflow="fold", ratio=5)
        for sheet, zh, header, _, type_, unit, allowed, bounds, _, required, *_ in rows:
            if sheet == name:
                table.add_row(zh + (" *" if required else ""), header, f"{type_} {unit}", allowed or bounds)
        console.print(table)
    typer.echo("* 必填 required")
