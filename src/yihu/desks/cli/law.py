"""``yihu law``: lists and searches the dated law of a pack, and draws one parameter through time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console

from yihu.desks.cli.law_view import list_view, series_view
from yihu.engines.rules.law import DatedValue, LawBook, Parameter, ParameterGap
from yihu.pack import Pack, PackError, find_pack

Lang = Literal["zh", "en"]
Check = Annotated[
    bool, typer.Option("--check", help="与法规原文核对 / hold rules and figures against the official texts")
]
Texts = Annotated[
    Path | None, typer.Option(metavar="DIR", help="原文所在 / folder of the texts", show_default="../shared/policy")
]

_SAID = {
    "none": {"zh": "没有找到“{text}”。", "en": "Nothing is called “{text}”."},
    "near": {"zh": "是不是要找：{near}", "en": "Did you mean: {near}"},
    "all": {"zh": "用 yihu law 列出全部。", "en": "yihu law lists everything."},
}


def law(
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT", help="名称或文件中的字词 / words of a name, label or document", show_default=False
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="哪天或哪月 / day or month: YYYY-MM, YYYY-MM-DD", show_default="today"),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="机器可读 / machine-readable; figures are exact text")
    ] = False,
    lang: Annotated[Lang, typer.Option(help="显示语言 / language shown")] = "zh",
    pack: Annotated[str | None, typer.Option(help="哪一个政策包 / which pack", show_default=False)] = None,
    check: Check = False,
    texts: Texts = None,
) -> None:
    """列出、查找政策参数及其来源 / The dated law: every standard, ratio and age with its document and how sure it is.

    不带 TEXT 列出全部；只对应一个参数时显示其历年数值与图。

    Without TEXT everything in force is listed; a TEXT that means one parameter shows its values through time.

    --check 核对：所引条款存在，规则的锁定语、官方数值在原文里。

    With --check every cited article must exist, and the words of each rule and each official figure stand in the text.

    退出码 1：没有找到，当日没有数值，或核对有问题 / exit code 1: nothing found, no value on the day, or problems.

    例 / example: yihu law 低保标准 --on 2016-03
    """
    day = _day(on)
    errors = Console(stderr=True)
    try:
        city = find_pack(pack)
    except PackError as error:
        errors.print(f"[red]{error}[/]")
        raise typer.Exit(1) from None
    if check:
        return _check(city, texts, as_json=as_json, lang=lang)
    book = city.law()
    wanted = " ".join(text or ())
    found = search(book, wanted)
    if not found:
        errors.print("\n".join(_nothing(book, wanted, lang)))
        raise typer.Exit(1)
    if wanted and len(found) == 1:
        _show_one(found[0], day, asked=on is not None, as_json=as_json, lang=lang, errors=errors)
    elif as_json:
        _print_json({"on": day.isoformat(), "parameters": [_brief(p, day) for p in found]})
    else:
        console = Console()
        console.print(list_view(found, day, console.width, lang))


def _check(city: Pack, texts: Path | None, *, as_json: bool, lang: Lang) -> None:
    from yihu.desks.cli.law_check import run

    run(city, texts, as_json=as_json, lang=lang)


def search(book: LawBook, text: str) -> list[Parameter]:
    """What ``text`` means: the one parameter named or labelled so, or all that hold its words. Empty text: all."""
    wanted = text.strip().casefold()
    every = list(book.parameters.values())
    exact = [p for p in every if wanted in (p.name.casefold(), p.zh.casefold(), p.en.casefold())]
    return exact or [p for p in every if all(word in _searched(p) for word in wanted.split())]


def _searched(parameter: Parameter) -> str:
    documents = {each.document for each in parameter.values if each.document}
    topic = [parameter.topic.zh, parameter.topic.en] if parameter.topic else []
    said = [parameter.name, parameter.zh, parameter.en, *topic]
    return "\n".join([*said, *(f"{d.id} {d.number} {d.zh} {d.en}" for d in documents)]).casefold()


def _nothing(book: LawBook, text: str, lang: Lang) -> Iterable[str]:
    labels = {said: p.name for p in book.parameters.values() for said in (p.name, p.zh, p.en)}
    near = get_close_matches(text, labels, n=5, cutoff=0.4)
    yield _SAID["none"][lang].format(text=text)
    yield _SAID["near"][lang].format(near=(", " if lang == "en" else "、").join(near)) if near else _SAID["all"][lang]


def _day(on: str | None) -> date:
    if on is None:
        return date.today()
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", on):
        try:
            return date.fromisoformat(on if len(on) == 10 else f"{on}-01")
        except ValueError:
            pass
    raise typer.BadParameter(f"{on} is not a month or day; write YYYY-MM or YYYY-MM-DD", param_hint="--on")


def _show_one(parameter: Parameter, day: date, *, asked: bool, as_json: bool, lang: Lang, errors: Console) -> None:
    """The series; with ``asked`` a day without a value ends with exit code 1."""
    if as_json:
        _print_json(_whole(parameter, day))
    else:
        console = Console()
        console.print(series_view(parameter, day, console.width, lang))
    try:
        parameter.at(day)
    except ParameterGap as gap:
        if asked:
            errors.print(f"[red]{gap}[/]")
            raise typer.Exit(1) from None


def _print_json(data: dict[str, Any]) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _plain(value: Any) -> Any:
    """A value for JSON: money and numbers as exact text, days as ISO text."""
    return str(value) if isinstance(value, Decimal | date) else value


def _brief(parameter: Parameter, day: date) -> dict[str, Any]:
    try:
        now = _dated(parameter.at(day))
    except ParameterGap as gap:
        now = {"value": None, "gap": str(gap)}
    return {"name": parameter.name, "zh": parameter.zh, "en": parameter.en, "unit": parameter.unit, **now}


def _whole(parameter: Parameter, day: date) -> dict[str, Any]:
    return {
        "on": day.isoformat(),
        "type": parameter.type.value,
        "places": parameter.places,
        "after_last": parameter.after_last.value,
        "checked": parameter.checked.isoformat(),
        "choice": vars(parameter.choice) if parameter.choice else None,
        "file": parameter.file,
        **_brief(parameter, day),
        "values": [_dated(each) for each in parameter.values],
    }


def _dated(each: DatedValue) -> dict[str, Any]:
    document = each.document
    return {
        "value": _plain(each.value),
        "from": each.start.isoformat(),
        "confidence": each.confidence.value,
        "document": document and {"number": document.number, "zh": document.zh, "en": document.en, "url": document.url},
        "article": each.article,
        "note": vars(each.note) if each.note else None,
    }
