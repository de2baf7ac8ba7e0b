"""``yihu explain``: one family of a result, with what was found and why."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from yihu.desks.cli.options import English, Json


def explain(
    result: Annotated[Path, typer.Argument(help="结果文件夹 / folder of a result", show_default=False)],
    family: Annotated[
        str | None, typer.Argument(help="户编号；不写则举例 / family number; without it one that was missed")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="写出网页 / write a page")] = None,
    trace: Annotated[bool, typer.Option("--trace", help="显示完整推导 / show the whole derivation")] = False,
    en: English = False,
    as_json: Json = False,
) -> None:
    """解释结果中的一户：发现了什么，为什么 / One family of a result: what was found, and why.

    例 / example: yihu explain result 10542 --trace
    """
    from yihu.desks.cli.answers import show
    from yihu.engines.rules.call import Evaluation
    from yihu.engines.rules.explain import answers, as_data
    from yihu.engines.rules.month import Month, read_month
    from yihu.pack import find_pack
    from yihu.records.runs.lookup import family_case, first_missed
    from yihu.records.runs.result import findings_of, open_result
    from yihu.records.runs.rows import WORDS

    opened = open_result(result)
    pack = find_pack(opened.summary["pack"])
    name = family if family is not None else first_missed(opened)
    case, key = family_case(opened, pack, name)
    month = Month(pack.rulebook, read_month(opened.summary["months"][0]))
    evaluation = Evaluation(month, case)
    given = answers(evaluation)
    rows = findings_of(opened, key)
    if html is not None:
        from yihu.desks.reports import family_page

        html.write_text(family_page(given), "utf-8")
    if as_json:
        data: dict[str, Any] = {"family": key, "found": rows, **as_data(given)}
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1, default=str)
        print()
        return
    print(f"户 / family {key}")
    programmes = [p["zh" if not en else "en"] for p in opened.summary["programmes"]]
    labels = dict(zip(WORDS, ("", "正确", "漏掉", "金额变化", "不再符合", "不能判断", "随后可得"), strict=True))
    for row in rows:
        word = WORDS[row["finding"]]
        who = "" if row["member"] < 0 else f" #{row['member'] + 1}"
        money = f"{row['amount'] / 100:,.2f} / {row['paid'] / 100:,.2f}"
        print(f"  {programmes[row['programme']]}{who}: {word if en else labels[word]} {money}")
    show(evaluation, given, "en" if en else "zh", trace=trace)
