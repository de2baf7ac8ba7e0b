"""The summary of a run in the terminal."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table

from yihu.engines.rules.wording import Lang
from yihu.records.runs.compare import Comparison
from yihu.records.runs.result import Result

HEADS = {
    "zh": ("项目", "应享受", "漏掉", "不再符合", "金额变化", "不能判断", "应发 万元/月", "在发 万元/月"),
    "en": ("programme", "entitled", "missed", "ended", "changed", "cannot tell", "due 10k/month", "paid 10k/month"),
}


def show(result: Result, comparison: Comparison | None, lang: Lang) -> None:
    """Print findings by programme and by district, and where the files lie."""
    console = Console()
    summary = result.summary
    months = summary["months"]
    period = months[0] if len(months) == 1 else f"{months[0]} – {months[-1]}"
    people = (
        f"{summary['families']:,} 户 {summary['people']:,} 人"
        if lang == "zh"
        else f"{summary['families']:,} families, {summary['people']:,} people"
    )
    console.print(f"[bold]{period}[/] · {people} · {summary['engine']} · {summary['seconds']['wall']:.1f} s")
    console.print(_programmes(summary, lang))
    if len(months) == 1:
        console.print(_districts(summary, lang))
    if comparison is not None:
        console.print(_comparison(comparison, lang))
    names = ["report.html", *(["reform.html", "comparison.csv"] if comparison else [])]
    where = "报告" if lang == "zh" else "report"
    for name in names:
        console.print(f"{where}: {result.path / name}", soft_wrap=True)


def _programmes(summary: Any, lang: Lang) -> Table:
    table = Table(*HEADS[lang], pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for each in summary["programmes"]:
        total = each["total"]
        count = {
            word: total.get(word, {}).get("count", 0) for word in ("right", "missed", "ended", "changed", "cannot_tell")
        }
        due = sum(total.get(word, {}).get("amount", 0) for word in ("right", "missed", "changed"))
        paid = sum(values.get("paid", 0) for values in total.values())
        mark = " [red]*[/]" if each["unverified"] else ""
        entitled = count["right"] + count["missed"] + count["changed"]
        money = [f"{due / 1e6:,.1f}", f"{paid / 1e6:,.1f}"] if each["pays"] else ["—", "—"]
        cells = [entitled, count["missed"], count["ended"], count["changed"], count["cannot_tell"]]
        table.add_row(each[lang] + mark, *(f"{c:,}" for c in cells), *money)
    table.caption = "* 用到待核实的数值" if lang == "zh" else "* uses values that are only recalled (unverified)"
    return table


def _districts(summary: Any, lang: Lang) -> Table:
    from yihu.pack import find_pack

    places = find_pack(summary["pack"]).places()
    heads = (
        ("区", "户", "漏掉", "不再符合", "金额变化", "不能判断")
        if lang == "zh"
        else ("district", "families", *HEADS["en"][2:6])
    )
    table = Table(*heads, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for code, size in summary["districts"].items():
        number = int(code)
        name = places.districts.get(number, code) if lang == "zh" else places.english.get(number, code)
        counts = [
            sum(p["districts"].get(code, {}).get(word, {}).get("count", 0) for p in summary["programmes"])
            for word in ("missed", "ended", "changed", "cannot_tell")
        ]
        table.add_row(name, f"{size['families']:,}", *(f"{c:,}" for c in counts))
    return table


def _comparison(found: Comparison, lang: Lang) -> Table:
    whole = found.whole
    title = f"{found.zh if lang == 'zh' else found.en}: "
    cost = f"{whole.cost / 1e6:+,.1f}"
    title += f"每月 {cost} 万元" if lang == "zh" else f"{cost} × 10,000 yuan a month"
    heads = (
        ("组", "户", "受益", "受损", "万元/月")
        if lang == "zh"
        else ("group", "families", "winners", "losers", "10k yuan/month")
    )
    table = Table(*heads, title=title, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for each in [whole, *found.deciles.values(), *found.kinds.values()]:
        cells = (each.families, each.winners, each.losers)
        table.add_row(each.zh if lang == "zh" else each.en, *(f"{c:,}" for c in cells), f"{each.cost / 1e6:+,.1f}")
    return table
