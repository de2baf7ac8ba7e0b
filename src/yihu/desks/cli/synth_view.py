"""The published figures beside the synthetic ones, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from yihu.engines.rules.wording import Lang
from yihu.records.snapshots.check import Checked

HEADS = {
    "zh": ("公布数", "时间", "公布", "合成", "差", "允许", ""),
    "en": ("published figure", "date", "published", "synthetic", "off by", "allowed", ""),
}
TITLES = {
    "zh": ("合成城市要复现的公布数（合成数按人口放大）", "其他公布数（年份或口径不同，仅供对照）"),
    "en": (
        "figures that the city is made to reproduce (synthetic counts scaled up)",
        "other figures (another year or definition), for comparison",
    ),
}


def show(rows: Sequence[Checked], lang: Lang) -> None:
    """Two tables: what the city aims at, and what it does not."""
    console = Console()
    aimed = [row for row in rows if row.tolerance is not None]
    others = [row for row in rows if row.tolerance is None]
    for title, part in zip(TITLES[lang], (aimed, others), strict=True):
        if part:
            console.print(_table(title, part, lang))
    failed = sum(row.holds is False for row in aimed)
    if lang == "zh":
        console.print(f"{len(aimed)} 个公布数中 {len(aimed) - failed} 个在允许范围内")
    else:
        console.print(f"{len(aimed) - failed} of {len(aimed)} figures are within what is allowed")


def _table(title: str, rows: Sequence[Checked], lang: Lang) -> Table:
    table = Table(*HEADS[lang], title=title, title_justify="left", pad_edge=False)
    table.columns[0].overflow = "fold"
    table.columns[1].no_wrap = True
    for column in table.columns[2:6]:
        column.justify = "right"
        column.no_wrap = True
    for row in rows:
        figure = row.figure
        mark = {True: "[green]✓[/]", False: "[red]✗[/]", None: ""}[row.holds]
        allowed = "" if row.allowed is None else f"±{row.allowed:.1%}"
        off = "—" if row.difference is None else f"{row.difference:+.1%}"
        shown = "—" if row.synthetic is None else _number(row.synthetic, figure.unit)
        name = figure.zh if lang == "zh" else figure.en
        table.add_row(name, figure.date[:7], _number(figure.value, figure.unit), shown, off, allowed, mark)
    return table


def _number(value: float, unit: str) -> str:
    if unit == "%":
        return f"{value:.2f} %"
    return f"{value:,.0f}" if value >= 100 else f"{value:,.2f}"
