"""``yihu explain``: one family of a result, with what was found and why."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from yihu.desks.cli.options import English, Json
from yihu.desks.cli.pages import write_page


def explain(
    result: Annotated[Path, typer.Argument(help="结果文件夹 / folder of a result", show_default=False)],
    family: Annotated[
        str | None, typer.Argument(help="户编号；不写则举例 / family number; without it one that was missed")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="写出网页 / write a page")] = None,
    trace: Annotated[bool, typer.Option("--trace", help="显示完整推导 / show the whole derivation")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="明确不符合的也逐项列出 / list what does not apply, too")
    ] = False,
    en: English = False,
    as_json: Json = False,
) -> None:
    """解释结果中的一户：发现了什么，为什么 / One family of a result: what was found, and why.

    例 / example: yihu explain result 10542 --trace

    退出码 1：没有这一户 / exit code 1: there is no such family.
    """
    from yihu.records.runs.lookup import NotFound

    try:
        _explain(result, family, html, trace=trace, every=every, en=en, as_json=as_json)
    except NotFound as nothing:
        print(nothing, file=sys.stderr)
        raise typer.Exit(1) from None


def _explain(
    result: Path, family: str | None, html: Path | None, *, trace: bool, every: bool, en: bool, as_json: bool
) -> None:
    from yihu.desks.cli import found as words
    from yihu.desks.cli.answers import show
    from yihu.engines.rules.call import Evaluation
    from yihu.engines.rules.explain import Answer, answers
    from yihu.engines.rules.naming import is_family, one
    from yihu.engines.rules.plain import as_data
    from yihu.engines.rules.tree import CASE
    from yihu.pack import find_pack
    from yihu.records.runs.lookup import family_case, findings, first_missed, month_of
    from yihu.records.runs.result import open_result

    opened = open_result(result)
    pack = find_pack(opened.summary["pack"])
    entity, key = family_case(opened, pack, first_missed(opened) if family is None else family)
    month = month_of(opened, pack)
    evaluation = Evaluation(month, entity)
    given = answers(evaluation)
    found = findings(opened, month, key)
    if html is not None:
        from yihu.desks.reports import family_page

        write_page(html, family_page(evaluation))
    if as_json:
        data = {"family": key, "found": words.as_data(evaluation, found), **as_data(evaluation)}
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    subjects = {(each.programme.id, each.position) for each in found}

    def of_interest(answer: Answer) -> bool:
        position = None if answer.frame.level == CASE else answer.frame.position
        return (answer.programme.id, position) in subjects

    console = Console()
    case = "户" if is_family(pack.root) and not en else one(pack.root, "en" if en else "zh")
    console.print(f"[bold]{case} {key}[/] · {opened.path.name}", highlight=False)
    if pack.programmes:
        console.print(words.table(evaluation, found, "en" if en else "zh"))
    show(evaluation, given, "en" if en else "zh", trace=trace, every=every, keep=of_interest, hint=False)
    if html is not None:
        print(f"网页 / page: {html}")
