"""What a run found of rules that are asked for their own sake: how often each value, in the whole and by district."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from yihu.desks.reports.figures import count, hidden, share
from yihu.desks.reports.run_panels import district_name, shown
from yihu.desks.reports.tables import COLOURS, Chart, Panel, Series, Table, bars
from yihu.desks.reports.texts import Texts
from yihu.pack import Places


def asked_panels(summary: Mapping[str, Any], places: Places, texts: Texts, *, suppress: bool) -> Iterator[Panel]:
    """A panel for each rule, and for each that has a few values one by district."""
    for found in summary.get("asked", ()):
        if not found["values"]:
            yield Panel(_figures(found, texts), [], [])
            continue
        yield Panel(_values(found, texts), [_chart(found, texts)], [])
        districts = list(summary["districts"])
        if len(districts) > 1:
            remarks = [texts("small_rule")] if suppress else []
            yield Panel(_by_district(found, districts, places, texts, suppress=suppress), [], remarks)


def _name(found: Mapping[str, Any], texts: Texts) -> str:
    return texts("asked_by", name=found[texts.lang])


def _figures(found: Mapping[str, Any], texts: Texts) -> Table:
    """Of a number or a date: how many are known, the mean, the least and the greatest."""
    rows = [[texts("asked_known"), count(found["known"])]]
    if found["sum"] is not None and found["known"]:
        rows.append([texts("asked_mean"), f"{Decimal(found['sum']) / found['known']:,.1f}"])
    if found["least"] is not None:
        rows.append([texts("asked_ends"), f"{found['least']} – {found['most']}"])
    rows.append([texts("asked_unknown"), count(found["unknown"])])
    return Table(_name(found, texts), [(texts("asked_value"), False), (texts("asked_number"), True)], rows)


def _values(found: Mapping[str, Any], texts: Texts) -> Table:
    whole = found["known"] + found["unknown"]
    pairs = [(each[texts.lang], each["count"]) for each in found["values"]]
    pairs.append((texts("asked_unknown"), found["unknown"]))
    heads = [(texts("asked_value"), False), (texts("asked_number"), True), (texts("share"), True)]
    return Table(_name(found, texts), heads, [[name, count(n), share(n, whole)] for name, n in pairs])


def _chart(found: Mapping[str, Any], texts: Texts) -> Chart:
    names = [each[texts.lang] for each in found["values"]]
    numbers = [each["count"] for each in found["values"]]
    title = _name(found, texts)
    most = max(range(len(names)), key=lambda i: numbers[i])
    says = texts("chart_asked_says", title=title, name=names[most], n=count(numbers[most]))
    return Chart(
        title, says, bars(names, [Series(texts("asked_number"), numbers, COLOURS["rate"])], stacked=False), len(names)
    )


def _by_district(
    found: Mapping[str, Any], districts: list[str], places: Places, texts: Texts, *, suppress: bool
) -> Table:
    values = found["values"]
    columns = [[each["districts"].get(code, 0) for code in districts] for each in values]
    out = [hidden(column) if suppress else [False] * len(column) for column in columns]
    rows = [
        [district_name(places, code, texts), *(shown(c[i], out=o[i]) for c, o in zip(columns, out, strict=True))]
        for i, code in enumerate(districts)
    ]
    heads = [(texts("district"), False), *((each[texts.lang], True) for each in values)]
    foot = [texts("total"), *(count(sum(column)) for column in columns)]
    return Table(texts("asked_districts", name=found[texts.lang]), heads, rows, foot)
