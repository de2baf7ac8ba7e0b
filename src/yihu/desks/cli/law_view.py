"""The dated law in the terminal: a table of what is in force, and one parameter through time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from yihu.desks.cli.steps import SURE, UNSURE, Step, draw
from yihu.engines.rules.law import Confidence, DatedValue, Parameter, ParameterGap, ParameterType, Value, Words

_NARROW = 64  # columns below which tables give way to lines
_UNITS_ZH = {"CNY": "元", "month": "月", "year": "年", "day": "日", "person": "人"}
_STYLE = {
    Confidence.OFFICIAL: "green",
    Confidence.REPORTED: "cyan",
    Confidence.DERIVED: "blue",
    Confidence.RECALLED: "bold yellow",
}
_SAID = {
    "name": Words("名称", "name"),
    "value": Words("数值", "value"),
    "from": Words("自", "from"),
    "source": Words("依据", "source"),
    "sure": Words("可信度", "confidence"),
    "ended": Words("终止", "ended"),
    "other": Words("其他", "other"),
    "choice": Words("裁量条款的取法：{choice}", "reading of a discretionary clause: {choice}"),
    "checked": Words("最近查对", "last checked"),
    "holds": Words("末次数值沿用至今", "the last value holds"),
    "ends": Words("已终止", "ended"),
    "unsure": Words("待核实的数值须核对原文后方可引用", "values to be verified need their text before they are cited"),
    "none": Words("当日无值", "no value on this day"),
    "now": Words("{day} 为 {value}", "on {day}: {value}"),
}


def list_view(parameters: Iterable[Parameter], day: date, width: int, lang: str) -> RenderableType:
    """One table a topic: what is in force on ``day``, since when, by which document, how sure."""
    tables: list[RenderableType] = []
    for topic, group in groupby(parameters, key=lambda p: p.topic or _SAID["other"]):
        if width < _NARROW:
            tables += [Text(f"\n{topic.say(lang)}  {day}", style="bold"), *(_short(p, day, lang) for p in group)]
            continue
        table = Table(title=f"{topic.say(lang)}  {day}", box=SIMPLE_HEAD, title_justify="left", expand=True)
        table.add_column(_say("name", lang), ratio=4, overflow="fold")
        table.add_column(_say("value", lang), justify="right", ratio=2)
        table.add_column(_say("from", lang), no_wrap=True)
        table.add_column(_say("source", lang), ratio=3, overflow="fold")
        table.add_column(_say("sure", lang), min_width=6)
        for parameter in group:
            table.add_row(*_row(parameter, day, lang))
        tables.append(table)
    return Group(*tables)


def _row(parameter: Parameter, day: date, lang: str) -> tuple[Text, str, str, Text, Text]:
    """Label and name, value, since when, source, confidence."""
    label = Text(_label(parameter, lang)).append(f"\n{parameter.name}", style="dim")
    try:
        now = parameter.at(day)
    except ParameterGap as gap:
        since = f"{_say('ended', lang)} {gap.ended}" if gap.ended else str(gap.first)
        return label, "—", since, Text(_say("none", lang), style="dim"), Text()
    value = f"{_figure(now.value, lang)} {_unit(parameter.unit, lang)}".strip()
    return label, value, str(now.start), _source(now, lang, title=False), _sure(now, lang)


def _short(parameter: Parameter, day: date, lang: str) -> RenderableType:
    """One parameter on lines of its own, for a narrow terminal."""
    _, value, start, source, sure = _row(parameter, day, lang)
    line = Text(f"{value}  {start}  ").append_text(sure)
    return Group(Text(_label(parameter, lang)), Padding(line, (0, 0, 0, 2)), Padding(source, (0, 0, 0, 2)))


def series_view(parameter: Parameter, day: date, width: int, lang: str) -> RenderableType:
    """Label, value on ``day``, step chart, and every dated value with its source."""
    unit = _unit(parameter.unit, lang)
    head = Text(f"{_label(parameter, lang)}  ", style="bold").append(
        f"{parameter.name} · {parameter.zh if lang == 'en' else parameter.en}" + (f" · {unit}" if unit else ""),
        style="dim",
    )
    parts: list[RenderableType] = [head, _on(parameter, day, lang)]
    if parameter.choice:
        parts.append(Text(_say("choice", lang).format(choice=parameter.choice.say(lang))))
    chart = _chart(parameter, day, width)
    if chart is not None:
        unsure = f"   {UNSURE} {_confidence(Confidence.RECALLED, lang)}"
        legend = Text(f"{SURE} {_all_sure(lang)}", style="cyan").append(unsure, style="yellow")
        parts += [Padding(chart, (1, 0)), legend]
    parts.append(_stacked(parameter, lang) if width < _NARROW else _series(parameter, day, lang))
    after = f"{_say(parameter.after_last.value, lang)} · {_say('checked', lang)} {parameter.checked}"
    parts.append(Text(after, style="dim"))
    if any(each.confidence is Confidence.RECALLED for each in parameter.values):
        parts.append(Text(_say("unsure", lang), style="yellow"))
    return Group(*parts)


def _on(parameter: Parameter, day: date, lang: str) -> Text:
    try:
        now = parameter.at(day)
    except ParameterGap:
        return Text(f"{day} {_say('none', lang)}", style="red")
    value = f"{_figure(now.value, lang)} {_unit(parameter.unit, lang)}".strip()
    return Text(_say("now", lang).format(day=day, value=value) + "  ").append_text(_sure(now, lang))


def _chart(parameter: Parameter, day: date, width: int) -> Text | None:
    """The steps of a series of figures that changes; None where there is nothing to see."""
    if parameter.type in (ParameterType.YES_NO, ParameterType.DATE):
        return None
    steps = [
        Step(
            each.start,
            Decimal(each.value) if isinstance(each.value, Decimal | int) else None,
            each.confidence is not Confidence.RECALLED,
        )
        for each in parameter.values
    ]
    if len({step.value for step in steps if step.value is not None}) < 2:
        return None
    return draw(steps, max(day, steps[-1].start), min(width, 120))


def _series(parameter: Parameter, day: date, lang: str) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True)
    table.add_column(_say("from", lang), no_wrap=True)
    table.add_column(_say("value", lang), justify="right", no_wrap=True)
    table.add_column(_say("sure", lang), min_width=6)
    table.add_column(_say("source", lang), ratio=1, overflow="fold")
    current = [each for each in parameter.values if each.start <= day][-1:]
    for each in parameter.values:
        table.add_row(
            str(each.start),
            _figure(each.value, lang),
            _sure(each, lang),
            _source(each, lang, title=True),
            style="bold" if each in current else None,
        )
    return table


def _stacked(parameter: Parameter, lang: str) -> RenderableType:
    """The series with each source below its value, for a narrow terminal."""
    lines: list[RenderableType] = []
    for each in parameter.values:
        lines.append(Text(f"{each.start}  {_figure(each.value, lang)}  ").append_text(_sure(each, lang)))
        lines.append(Padding(_source(each, lang, title=True), (0, 0, 0, 2)))
    return Group(*lines)


def _source(each: DatedValue, lang: str, *, title: bool) -> Text:
    """Document and article; with ``title`` also its title, address and the note."""
    document, said = each.document, Text()
    if document is not None:
        said.append(document.title(lang) if title else document.number or document.title(lang))
        said.append(f" {each.article}" if each.article else "")
    if title and document is not None and document.url:
        said.append(f"\n{document.url}", style="dim")
    if title and each.note is not None:
        said.append(("\n" if said else "") + each.note.say(lang), style="italic")
    return said


def _sure(each: DatedValue, lang: str) -> Text:
    return Text(_confidence(each.confidence, lang), style=_STYLE[each.confidence])


def _confidence(kind: Confidence, lang: str) -> str:
    return kind.en if lang == "en" else kind.zh


def _all_sure(lang: str) -> str:
    kinds = [_confidence(kind, lang) for kind in Confidence if kind is not Confidence.RECALLED]
    return (", " if lang == "en" else "、").join(kinds)


def _figure(value: Value | None, lang: str) -> str:
    if value is None:
        return _say("ended", lang)
    if isinstance(value, bool):
        return {"zh": ("否", "是"), "en": ("no", "yes")}[lang][value]
    return f"{value:,}" if isinstance(value, Decimal | int) else str(value)


def _unit(unit: str, lang: str) -> str:
    if lang == "en":
        return unit
    return "/".join(_UNITS_ZH.get(part, part) for part in unit.split("/"))


def _label(parameter: Parameter, lang: str) -> str:
    return parameter.en if lang == "en" else parameter.zh


def _say(key: str, lang: str) -> str:
    return _SAID[key].say(lang)
