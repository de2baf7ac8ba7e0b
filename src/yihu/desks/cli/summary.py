"""The summary of a run in the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from yihu.desks.reports.texts import every_words
from yihu.engines.rules.naming import counted, is_family, many
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.wording import Lang
from yihu.pack import Pack, find_pack
from yihu.records.runs.compare import Comparison
from yihu.records.runs.result import Result

FOUND = ("missed", "ended", "changed", "cannot_tell", "follows")
HEADS = {
    "zh": (
        "项目",
        "应\n享受",
        "漏掉",
        "不再\n符合",
        "金额\n变化",
        "不能\n判断",
        "落实后\n还可得",
        "应发\n万元",
        "在发\n万元",
    ),
    "en": (
        "programme",
        "en-\ntitled",
        "missed",
        "ended",
        "chan-\nged",
        "cannot\ntell",
        "would\nfollow",
        "due\n10k ¥",
        "paid\n10k ¥",
    ),
}
SUMS = {
    "zh": ("项目", "应享受", "各月都不能判断", "应发 万元"),
    "en": ("programme", "entitled", "cannot tell", "due 10k yuan"),
}


def show(result: Result, comparison: Comparison | None, lang: Lang) -> None:
    """Print findings by programme and by district, how the run was made, and where the files lie."""
    console = Console()
    summary = result.summary
    months = summary["months"]
    single = len(months) == 1
    pack = find_pack(summary["pack"])
    size = sized(summary, pack.root, lang)
    console.print(f"[bold]{months[0] if single else f'{months[0]} – {months[-1]}'}[/] · {size}", highlight=False)
    if "reform" in summary:
        under = "以下按改革方案计算：" if lang == "zh" else "Below, the law under the reform: "
        console.print(f"{under}{summary['reform'][lang]}", markup=False, highlight=False)
    for each in summary.get("asked", ()):
        console.print(_asked(each, lang))
    if summary["programmes"]:
        console.print(_programmes(summary, lang) if single else _sums(summary, lang))
        if single:
            console.print(_districts(summary, pack, lang))
    if comparison is not None:
        console.print(_comparison(comparison, pack.root, lang))
    console.print(_made(summary, lang), style="dim", highlight=False)
    names = ["report.html", *(["reform.html", "comparison.csv"] if comparison else [])]
    for name in names:
        console.print(f"{'报告' if lang == 'zh' else 'report'}: {result.path / name}", soft_wrap=True, markup=False)


def sized(summary: Mapping[str, Any], root: type[Entity], lang: Lang) -> str:
    """How many cases the run is about, and items of the first list: 3 户 7 人, 3 families, 7 people; 3 个驿站, 3 stations."""
    cases = counted(summary["families"], root, lang)
    item = next(iter(root.LISTS.values()), None)
    if item is None:
        return cases
    if is_family(root):
        return cases + (f" {summary['people']:,} 人" if lang == "zh" else f", {summary['people']:,} people")
    name = item.zh if lang == "zh" else item.en
    return f"{cases}{'，' if lang == 'zh' else ', '}{name} {summary['people']:,}"


def _asked(found: Mapping[str, Any], lang: Lang) -> Table:
    """How often each value of a rule was found; of a number how many, their mean, the least and the greatest."""
    mark = " [red]*[/]" if found["unverified"] else ""
    table = _table((found[lang] + mark, "个数" if lang == "zh" else "number"))
    for each in found["values"]:
        table.add_row(each[lang], f"{each['count']:,}")
    if not found["values"]:
        table.add_row("算出" if lang == "zh" else "known", f"{found['known']:,}")
        if found["sum"] is not None and found["known"]:
            mean = f"{Decimal(found['sum']) / found['known']:,.1f}"
            table.add_row("平均" if lang == "zh" else "mean", mean)
        if found["least"] is not None:
            table.add_row("最低—最高" if lang == "zh" else "least – greatest", f"{found['least']} – {found['most']}")
    table.add_row("不能判断" if lang == "zh" else "cannot tell", f"{found['unknown']:,}")
    return table


def _table(heads: tuple[str, ...], title: str | None = None) -> Table:
    made = Table(*heads, title=title, box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 0, 0, 1))
    made.columns[0].overflow = "fold"
    for column in made.columns[1:]:
        column.justify, column.no_wrap = "right", True
    return made


def _counts(total: Mapping[str, Any]) -> dict[str, int]:
    return {word: total.get(word, {}).get("count", 0) for word in ("right", *FOUND)}


def _programmes(summary: Mapping[str, Any], lang: Lang) -> Table:
    table = _table(HEADS[lang])
    for each in summary["programmes"]:
        total = each["total"]
        count = _counts(total)
        due = sum(total.get(word, {}).get("amount", 0) for word in ("right", "missed", "changed"))
        paid = sum(values.get("paid", 0) for values in total.values())
        entitled = count["right"] + count["missed"] + count["changed"]
        money = [f"{due / 1e6:,.1f}", f"{paid / 1e6:,.1f}"] if each["pays"] else ["—", "—"]
        table.add_row(_label(each, lang), *(f"{n:,}" for n in (entitled, *(count[w] for w in FOUND))), *money)
    table.caption = _caption(lang)
    return table


def _sums(summary: Mapping[str, Any], lang: Lang) -> Table:
    """Several months: who is entitled in at least one of them, and the money of all."""
    table = _table(SUMS[lang])
    for each in summary["programmes"]:
        count = _counts(each["total"])
        due = sum(values.get("amount", 0) for values in each["total"].values())
        money = f"{due / 1e6:,.1f}" if each["pays"] else "—"
        table.add_row(_label(each, lang), f"{count['right']:,}", f"{count['cannot_tell']:,}", money)
    table.caption = _caption(lang)
    return table


def _label(programme: Mapping[str, Any], lang: Lang) -> str:
    mark = " [red]*[/]" if programme["unverified"] or programme["assumed"] else ""
    return str(programme[lang]) + every_words(programme["every"], lang) + mark


def _caption(lang: Lang) -> str:
    if lang == "zh":
        return "金额每月，另有注明的除外。\n* 待核实：用到未核对原文的数值，或当月早于所用文件"
    return (
        "Money a month where nothing else is said.\n* to be verified: uses values only recalled, or a month earlier than "
        "the text used"
    )


def _districts(summary: Mapping[str, Any], pack: Pack, lang: Lang) -> Table:
    places = pack.places()
    table = _table(("区" if lang == "zh" else "district", many(pack.root, lang), *HEADS[lang][2:6]))
    for code, size in summary["districts"].items():
        number = int(code)
        unknown = "地区不详" if lang == "zh" else "place unknown"
        known = places.districts if lang == "zh" else places.english
        counts = [
            sum(p["districts"].get(code, {}).get(word, {}).get("count", 0) for p in summary["programmes"])
            for word in FOUND[:4]
        ]
        name = str(known.get(number, code)) if number else unknown
        table.add_row(name, f"{size['families']:,}", *(f"{c:,}" for c in counts))
    return table


def _comparison(found: Comparison, root: type[Entity], lang: Lang) -> Table:
    whole = found.whole
    cost = f"{whole.cost / 1e6:+,.2f}"
    if lang == "zh":
        table = _table(("组", many(root, lang), "受益", "受损", "万元/月"), f"{found.zh}：每月 {cost} 万元")
    else:
        heads = ("group", many(root, lang), "winners", "losers", "10k yuan/month")
        table = _table(heads, f"{found.en}: {cost} × 10,000 yuan a month")
    for each in [whole, *found.deciles.values(), *found.kinds.values()]:
        if each is whole or each.families:
            cells = (each.families, each.winners, each.losers)
            name = each.zh if lang == "zh" else each.en
            table.add_row(name, *(f"{c:,}" for c in cells), f"{each.cost / 1e6:+,.2f}")
    return table


def _made(summary: Mapping[str, Any], lang: Lang) -> str:
    """With what the run was made: versions, engine, time, digests."""
    law, rules = summary["law"][:12], summary["rules"][:12]
    parts = [
        f"yihu {summary['yihu']}",
        f"{summary['pack']} {summary['pack_version']}",
        f"{summary['engine']} {summary['seconds']['wall']:.1f} s",
        f"{'政策' if lang == 'zh' else 'law'} {law}",
        f"{'规则' if lang == 'zh' else 'rules'} {rules}",
        *([summary["when"]] if summary["when"] else []),
    ]
    return " · ".join(parts)
