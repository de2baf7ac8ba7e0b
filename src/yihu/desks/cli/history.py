"""``yihu history``: one family through the years, month by month under the law of each."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yihu.desks.cli.options import English, Json, Pack, month_of
from yihu.desks.cli.pages import write_page

if TYPE_CHECKING:
    from yihu.engines.rules.history import Instant, Line, Spell

FIRST = "2005-01"


def history(
    file: Annotated[
        Path, typer.Argument(help="一个家庭的 YAML 或 JSON / YAML or JSON of one family", show_default=False)
    ],
    first: Annotated[str, typer.Option("--from", metavar="YYYY-MM", help="从哪个月起 / first month")] = FIRST,
    last: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="YYYY-MM", help="到哪个月 / last month", show_default="month of the file, or this one"
        ),
    ] = None,
    usual: Annotated[
        bool, typer.Option("--usual", help="没写的按通常情况推定 / presume the usual where nothing is written")
    ] = False,
    html: Annotated[Path | None, typer.Option(help="写出带图表的网页 / write a page with chart and table")] = None,
    pack: Pack = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """一个家庭历年应享受的待遇：每个月按当月政策重算 / One family through the years, each month under its own law.

    家庭情况按今天的不变，只有年龄随月份变化。

    The facts stay as they are today; only ages move.

    例 / example: yihu history examples/family.yaml --usual --html years.html
    """
    from yihu.engines.rules.history import history as follow
    from yihu.engines.rules.history import spells
    from yihu.engines.rules.month import months_from
    from yihu.pack import find_pack
    from yihu.records.intake import read_family

    found = find_pack(pack)
    family = read_family(file, found, usual=usual)
    start, end = _month(first, "--from"), month_of(last, family.on)
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    if count < 1:
        raise typer.BadParameter(f"{end:%Y-%m} is before {start:%Y-%m}", param_hint="--to")
    months = list(follow(found.rulebook, family.case, months_from(start, count)))
    periods = spells(found.rulebook, months)
    if html is not None:
        from yihu.desks.reports import history_page

        write_page(html, history_page(months, periods))
    if as_json:
        json.dump({"pack": found.id, "spells": [_spell(s) for s in periods]}, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    _show(months, periods, en=en)
    if html is not None:
        print(f"网页 / page: {html}")


def _month(text: str, option: str) -> date:
    from yihu.engines.rules.month import read_month

    try:
        return read_month(text)
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint=option) from None


def _show(months: Sequence[Instant], periods: Sequence[Spell], *, en: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from yihu.desks.cli.steps import Step, draw
    from yihu.desks.reports.history import history_words

    words, console = history_words("en" if en else "zh"), Console()
    heads = (
        ("period", "yuan a month", "programmes", "change of the law") if en else ("时段", "每月 元", "项目", "政策变化")
    )
    table = Table(*heads, box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"
    table.columns[1].justify = "right"
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    for number, spell in enumerate(periods):
        mark = "" if spell.first.sure else " [red]*[/]"
        period = f"{spell.first.month:%Y-%m} – {spell.last:%Y-%m}{mark}"
        if spell.first.gap:
            table.add_row(period, "—", words.texts("history_gap"), "")
            continue
        why = words.why(spell) if number else ""
        table.add_row(period, f"{spell.first.total:,.2f}", words.lines(spell.first.lines), why)
    console.print(table)
    steps = [Step(s.first.month, None if s.first.gap else s.first.total, s.first.sure) for s in periods]
    if len({step.value for step in steps}) > 1:
        console.print(draw(steps, months[-1].month, min(console.width, 100)))
    if not all(step.sure for step in steps):
        console.print(words.texts("history_unsure"), style="dim")


def _spell(spell: Spell) -> dict[str, Any]:
    first = spell.first
    return {
        "from": f"{first.month:%Y-%m}",
        "to": f"{spell.last:%Y-%m}",
        "total": None if first.gap else str(first.total),
        "gap": first.gap or None,
        "lines": [_line(each) for each in first.lines],
        "cannot_tell": [p.id for p in first.open],
        "changes": [
            {
                "parameter": parameter.name,
                "from": str(value.start),
                "value": str(value.value),
                "before": None if before is None else str(before.value),
                "document": value.document.number if value.document else None,
                "confidence": value.confidence.value,
            }
            for parameter, value, before in spell.changes
        ],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "programme": line.programme.id, "zh": line.programme.zh, "en": line.programme.en, "level": line.level,
        "position": line.position, "amount": None if line.amount is None else str(line.amount),
        "every": line.programme.every, "sure": line.sure,
    }  # fmt: skip
