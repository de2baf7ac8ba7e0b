"""``yihu check-pack``: everything about a pack that can be wrong, in one table."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yihu.desks.cli.options import English, Json, On, month_of

if TYPE_CHECKING:
    from rich.console import Console

    from yihu.engines.rules.branches import Coverage
    from yihu.pack_check import Report

SAID = {
    "title": ("{name}：{cases} 个政策测试，{rules} 条规则，{parameters} 个参数", "{name}: {cases} policy tests, {rules} rules, "
              "{parameters} parameters"),
    "months": ("可测算的月份：{first} 至 {last}", "months that can be computed: {first} to {last}"),
    "unreached": ("没有测试算到的规则：{names}", "rules that no test reaches: {names}"),
    "branches": ("政策测试走到 {seen}/{branches} 个规则分支（{share:.1%}）", "the policy tests have seen {seen} of {branches} "
                 "branches of the rules ({share:.1%})"),
    "missing": ("没有走到的分支：", "branches not seen:"),
    "sound": ("没有发现问题。", "No problems were found."),
    "problems": ("{count} 个问题：", "{count} problems:"),
    "unsound": ("还要改的：{names}", "to be mended: {names}"),
}  # fmt: skip
COLUMNS = (("项目", "名称", "测试", "给予", "不给予"), ("programme", "name", "tests", "granted", "refused"))


def check_pack(
    pack: Annotated[
        str | None, typer.Argument(metavar="PACK", help="政策包 / which pack; without it the only one installed")
    ] = None,
    branches: Annotated[
        bool, typer.Option("--branches", help="规则的每个分支是否都有测试 / is every branch of the rules tested?")
    ] = False,
    on: On = None,
    en: English = False,
    as_json: Json = False,
) -> None:
    """检查政策包：规则、参数、政策测试、区划 / Check a pack: its rules read, its law covers the months, its policy tests hold.

    每个项目至少要有一个给予和一个不给予的测试；家庭以外的各领域一并检查。退出码 1：有问题。

    Every programme needs a test that grants it and one that refuses it. The domains of a pack (law about something other
    than a family) are checked with it. Exit code 1: there are problems.

    例 / example: yihu check-pack beijing --branches · yihu check-pack beijing:station
    """
    from yihu.pack import find_pack
    from yihu.pack_check import examine

    found, last = find_pack(pack), month_of(on, date.today())
    report, *domains = (examine(each, last, branches) for each in (found, *found.domains))
    if as_json:
        json.dump(
            {**_data(report), "domains": [_data(each) for each in domains]}, sys.stdout, ensure_ascii=False, indent=1
        )
        print()
    else:
        for each in (report, *domains):
            _show(each, 1 if en else 0)
    unsound = [each.pack.id for each in (report, *domains) if not each.sound]
    if unsound and domains and not as_json:
        print(_say("unsound", 1 if en else 0, names=", ".join(unsound)))
    if unsound:
        raise typer.Exit(1)


def _show(report: Report, lang: int) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    pack = report.pack
    name = f"{pack.id} {(pack.zh, pack.en)[lang]}"
    figures = {"cases": report.cases, "rules": report.rules, "parameters": report.parameters}
    console.print(_say("title", lang, name=name, **figures))
    if report.months:
        first, last = (f"{m:%Y-%m}" for m in report.months)
        console.print(_say("months", lang, first=first, last=last))
    if report.tested:
        table = Table(*COLUMNS[lang], box=SIMPLE_HEAD)
        for each in report.tested:
            said = (each.programme.zh, each.programme.en)[lang]
            table.add_row(each.programme.id, said, str(each.cases), str(each.granted), str(each.refused))
        console.print(table)
    if report.unreached:
        console.print(_say("unreached", lang, names=", ".join(report.unreached)))
    if report.coverage:
        _show_branches(console, report.coverage, lang)
    if report.sound:
        console.print(_say("sound", lang))
    if report.problems:
        console.print(_say("problems", lang, count=len(report.problems)), style="bold red")
    for problem in report.problems:
        console.print(f"  {escape(problem.where)}: {escape(problem.what)}", soft_wrap=True)


def _show_branches(console: Console, found: Coverage, lang: int) -> None:
    from rich.markup import escape

    console.print(_say("branches", lang, seen=found.seen, branches=found.branches, share=found.share))
    if found.missing:
        console.print(_say("missing", lang), style="bold red")
    for each in found.missing:
        console.print(f"  {escape(each.where)}: {escape(each.says[lang])}", soft_wrap=True, highlight=False)


def _say(key: str, lang: int, **values: object) -> str:
    return SAID[key][lang].format(**values)


def _data(report: Report) -> dict[str, Any]:
    return {
        "pack": report.pack.id,
        "problems": [{"where": p.where, "what": p.what} for p in report.problems],
        "cases": report.cases,
        "rules": report.rules,
        "parameters": report.parameters,
        "months": [f"{m:%Y-%m}" for m in report.months] if report.months else None,
        "programmes": [
            {"id": t.programme.id, "zh": t.programme.zh, "en": t.programme.en, "cases": t.cases}
            | {"granted": t.granted, "refused": t.refused}
            for t in report.tested
        ],
        "unreached": list(report.unreached),
        "branches": _branches(report.coverage) if report.coverage else None,
    }


def _branches(found: Coverage) -> dict[str, Any]:
    missing = [
        {"file": m.file, "line": m.line, "rule": m.rule.name, "zh": m.says[0], "en": m.says[1], "possible": m.possible}
        for m in found.missing
    ]
    return {"all": found.branches, "seen": found.seen, "missing": missing}
