"""``yihu assess``: every programme for one family, with amounts, reasons, near misses and the law."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yihu.desks.cli.options import English, Json, On, Pack, month_of
from yihu.desks.cli.pages import write_page

if TYPE_CHECKING:
    from yihu.engines.rules.call import Evaluation
    from yihu.engines.rules.wording import Lang


def assess(
    file: Annotated[
        Path, typer.Argument(help="一个家庭的 YAML 或 JSON / YAML or JSON of one family", show_default=False)
    ],
    on: On = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="逐个询问会影响结果的情况 / ask for the facts that matter")
    ] = False,
    usual: Annotated[
        bool,
        typer.Option(
            "--usual", help="没写的按通常情况推定，并注明 / presume the usual where nothing is written, and say so"
        ),
    ] = False,
    html: Annotated[Path | None, typer.Option(help="写出可打印的网页 / write a page to read and print")] = None,
    trace: Annotated[bool, typer.Option("--trace", help="显示完整推导 / show the whole derivation")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="明确不符合的也逐项列出 / list what does not apply, too")
    ] = False,
    cliffs: Annotated[
        bool, typer.Option("--cliffs", help="收入增加反而吃亏的地方 / where earning more loses more")
    ] = False,
    pack: Pack = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """一个家庭能享受什么，金额多少，为什么 / What one family is entitled to, how much, and why.

    例 / example: yihu assess examples/family.yaml --usual --html page.html · yihu assess examples/family.yaml --ask
    """
    from yihu.desks.cli.answers import show
    from yihu.engines.rules.call import Evaluation
    from yihu.engines.rules.explain import answers
    from yihu.engines.rules.month import Month
    from yihu.engines.rules.plain import as_data
    from yihu.pack import find_pack
    from yihu.records.intake import read_family

    found = find_pack(pack)
    family = read_family(file, found, usual=usual)
    month = Month(found.rulebook, month_of(on, family.on))
    evaluation = Evaluation(month, family.case)
    if ask:
        evaluation = _interview(evaluation, "en" if en else "zh")
    if html is not None:
        from yihu.desks.reports import family_page

        write_page(html, family_page(evaluation, read_family(file, found).case if usual else None))
    if as_json:
        data: dict[str, Any] = {**as_data(evaluation), "after_grants": _after(evaluation)}
        if cliffs:
            data["cliffs"] = _cliffs(evaluation)
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    show(evaluation, answers(evaluation), "en" if en else "zh", trace=trace, every=every)
    if cliffs:
        _print_cliffs(_cliffs(evaluation), "en" if en else "zh")
    if html is not None:
        print(f"网页 / page: {html}")


def _after(evaluation: Evaluation) -> list[dict[str, Any]]:
    """Status and amount of each answer, in the same order, once all that is found is granted."""
    from yihu.engines.rules.explain import answers
    from yihu.engines.rules.steady import steady

    found = answers(steady(evaluation))
    return [{"status": a.status.value, "amount": None if a.amount is None else str(a.amount)} for a in found]


def _cliffs(evaluation: Evaluation) -> list[dict[str, Any]]:
    from yihu.engines.rules.cliffs import cliffs_of

    return [c.as_data() for c in cliffs_of(evaluation)]


def _print_cliffs(found: list[dict[str, Any]], lang: str) -> None:
    if not found:
        print("没有收入增加反而吃亏的地方。" if lang == "zh" else "Nowhere does earning more lose more.")
    for each in found:
        print(each[lang])


def _interview(evaluation: Evaluation, lang: Lang) -> Evaluation:
    """Ask for one fact at a time until nothing can change an answer; an empty answer leaves it unknown."""
    from yihu.desks.cli.interview import interview

    return interview(evaluation, lang, date.today())
