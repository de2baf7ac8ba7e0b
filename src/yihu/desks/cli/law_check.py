"""``yihu law --check``: the law of a pack held against the official texts, in one table."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from yihu.law_check import LawReport, Problem, Row, check
from yihu.pack import Pack

Lang = Literal["zh", "en"]

DEFAULT = Path("../shared/policy")
SOURCES = "sources"
NOTES = ("facts.md", "corrections.md")

SAID = {
    "absent": (
        "没有核对：{folder} 不在。用 --texts 指出法规原文所在的文件夹（{sources}/*.txt）。",
        "Not checked: {folder} is not there. Name the folder of the official texts with --texts ({sources}/*.txt in it).",
    ),
    "foreign": (
        "没有核对：{folder} 里没有 {pack} 的法规原文。",
        "Not checked: {folder} holds none of the texts of {pack}.",
    ),
    "title": ("{pack}：与 {folder} 的 {files} 件原文核对", "{pack}: held against the {files} texts of {folder}"),
    "rules": (
        "规则 {rules} 条，其中原文不在手 {out} 条；锁定语 {words} 处，原文不在手 {words_out} 处",
        "{rules} rules, {out} of them of texts not in hand; {words} locators found, {words_out} not in hand",
    ),
    "values": (
        "参数数值 {values} 个：原文中有 {figures} 个（{elsewhere} 个不在所引条款），摘录中有 {noted} 个，按说明 {derived} 个",
        (
            "{values} dated values: {figures} figures in the texts ({elsewhere} not in the cited article), {noted} in the notes, "
            "{derived} as their own note says"
        ),
    ),
    "left": ("{count} 件原文不是待遇项目", "{count} texts grant nothing"),
    "sound": ("没有发现问题。", "No problems were found."),
    "problems": ("{count} 个问题：", "{count} problems:"),
    "elsewhere": ("在原文里、但不在所引条款的数值：", "Figures that stand in the text, but not in the cited article:"),
}
COLUMNS = {"zh": ("文件", "规则", "条款", "锁定语", "数值"), "en": ("document", "rules", "places", "words", "figures")}


def run(pack: Pack, folder: Path | None, *, as_json: bool, lang: Lang) -> None:
    """Check and show; exit code 1 where there are problems, 0 where there are no texts to check against."""
    place = folder or DEFAULT
    if not (place / SOURCES).is_dir():
        _unchecked("absent", as_json=as_json, lang=lang, folder=place, sources=SOURCES)
        raise typer.Exit(1 if folder else 0)
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted((place / SOURCES).glob("*.txt"))}
    known = {d.text for part in (pack, *pack.domains) for d in part.law().documents.values()}
    if not known & texts.keys():
        _unchecked("foreign", as_json=as_json, lang=lang, folder=place, pack=pack.id)
        return
    notes = "\n".join((place / name).read_text(encoding="utf-8") for name in NOTES if (place / name).is_file())
    report = check(pack, texts, notes)
    if as_json:
        json.dump(as_data(report), sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        _show(report, place, lang)
    if report.problems:
        raise typer.Exit(1)


def _unchecked(key: str, *, as_json: bool, lang: Lang, **values: object) -> None:
    if as_json:
        print(json.dumps({"checked": False}))
    else:
        print(_say(key, lang, **values))


def _say(key: str, lang: Lang, **values: object) -> str:
    return SAID[key][lang == "en"].format(**values)


def _show(report: LawReport, folder: Path, lang: Lang) -> None:
    console = Console()
    rows = report.rows.values()
    console.print(_say("title", lang, pack=report.pack.id, folder=folder, files=report.files))
    table = Table(*COLUMNS[lang], box=SIMPLE_HEAD)
    for row in sorted(rows, key=lambda row: row.document.text):
        table.add_row(escape(_name(row)), *(str(n) for n in (row.rules, len(row.places), row.words, row.figures)))
    console.print(table)
    words, figures = sum(row.words for row in rows), sum(row.figures for row in rows)
    out, words_out = report.rules_not_in_hand, report.words_not_in_hand
    console.print(_say("rules", lang, rules=report.rules, out=out, words=words, words_out=words_out))
    counts = {"values": report.values, "noted": report.noted, "derived": report.derived}
    console.print(_say("values", lang, figures=figures, elsewhere=len(report.elsewhere), **counts))
    console.print(_say("left", lang, count=report.not_programmes))
    if report.elsewhere:
        console.print(_say("elsewhere", lang), style="yellow")
        _list(console, report.elsewhere)
    if not report.problems:
        console.print(_say("sound", lang))
        return
    console.print(_say("problems", lang, count=len(report.problems)), style="bold red")
    _list(console, report.problems)


def _list(console: Console, problems: Iterable[Problem]) -> None:
    for each in problems:
        console.print(f"  {escape(shown(each.where))}: {escape(each.what)}", soft_wrap=True, highlight=False)


def shown(where: str) -> str:
    """Where something stands, from the current folder if it lies below it."""
    return where.removeprefix(f"{Path.cwd()}/")


def _name(row: Row) -> str:
    return row.document.number or row.document.zh


def as_data(report: LawReport) -> dict[str, Any]:
    """The report as plain JSON data."""
    return {
        "checked": True,
        "pack": report.pack.id,
        "files": report.files,
        "not_programmes": report.not_programmes,
        "rules": report.rules,
        "rules_not_in_hand": report.rules_not_in_hand,
        "words": sum(row.words for row in report.rows.values()),
        "words_not_in_hand": report.words_not_in_hand,
        "values": report.values,
        "figures": sum(row.figures for row in report.rows.values()),
        "noted": report.noted,
        "derived": report.derived,
        "documents": [
            {"id": row.document.id, "number": row.document.number, "text": row.document.text, "rules": row.rules}
            | {"places": len(row.places), "words": row.words, "figures": row.figures}
            for row in report.rows.values()
        ],
        "elsewhere": [_problem(each) for each in report.elsewhere],
        "problems": [_problem(each) for each in report.problems],
    }


def _problem(each: Problem) -> dict[str, str]:
    return {"where": shown(each.where), "what": each.what}
