"""Programmes and districts of a run: their tables, and the charts that stand on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yihu.desks.reports.figures import SMALL, count, hidden, per_10_000, yuan
from yihu.desks.reports.run_sums import ENTITLED, Sums, cell, due_of, paid_of
from yihu.desks.reports.tables import COLOURS, Chart, Panel, Series, Table, bars, wan
from yihu.desks.reports.texts import Texts, every_words
from yihu.engines.rules.naming import is_family
from yihu.engines.rules.schema import Entity
from yihu.pack import Pack, Places

FOLLOW_UP = ("missed", "changed", "ended", "cannot_tell")
ROOM = 1.4  # of a row of two bars, in rows of one


def programme_name(programme: Mapping[str, Any], texts: Texts) -> str:
    """Name of a programme of a summary, marked where it is paid once."""
    name: str = programme[texts.lang]
    return name + every_words(programme["every"], texts.lang)


def programme_panel(sums: Sums, texts: Texts) -> Panel:
    """Findings and money by programme."""
    words = ("entitled", "right", *FOLLOW_UP) if sums.single else ("entitled", "cannot_tell")
    money = ("due", "paid", "missed_money") if sums.single else ("due",)
    unit = "per_month" if sums.single else "in_yuan"
    heads = [
        (texts("programme"), False),
        *((texts(w), True) for w in words),
        *((texts(unit, text=texts(m)), True) for m in money),
    ]
    rows = [[programme_name(p, texts), *_counts(p["total"], words), *_money(p, money)] for p in sums.programmes]
    totals = [str(sums.count(w) if w != "entitled" else sums.entitled()) for w in words]
    sums_of_money = {"due": sums.due, "paid": sums.paid, "missed_money": sums.missed_money}
    foot = [texts("total_monthly"), *(count(int(t)) for t in totals), *(yuan(sums_of_money[m]) for m in money)]
    table = Table(texts("programmes_caption"), heads, rows, foot)
    charts = [_findings_chart(sums, texts)] if sums.single else []
    return Panel(table, [c for c in (*charts, _money_chart(sums, texts)) if c is not None], [texts("item")])


def _counts(found: Mapping[str, Any], words: Sequence[str]) -> list[str]:
    entitled = sum(cell(found, word, "count") for word in ENTITLED)
    return [count(entitled if word == "entitled" else cell(found, word, "count")) for word in words]


def _money(programme: Mapping[str, Any], words: Sequence[str]) -> list[str]:
    if not programme["pays"]:
        return ["—"] * len(words)
    total = programme["total"]
    figures = {"due": due_of(total), "paid": paid_of(total), "missed_money": cell(total, "missed", "amount")}
    return [yuan(figures[word]) for word in words]


def _findings_chart(sums: Sums, texts: Texts) -> Chart | None:
    shown = [p for p in sums.programmes if any(cell(p["total"], w, "count") for w in FOLLOW_UP)]
    if not shown:
        return None
    names = [p[texts.lang] for p in shown]
    series = [Series(texts(w), [cell(p["total"], w, "count") for p in shown], COLOURS[w]) for w in FOLLOW_UP]
    most = max(range(len(shown)), key=lambda i: sum(s.values[i] or 0 for s in series))
    total = count(sum(int(s.values[most] or 0) for s in series))
    says = texts("chart_findings_says", name=names[most], n=total)
    return Chart(texts("chart_findings"), says, bars(names, series, stacked=True), len(names))


def _money_chart(sums: Sums, texts: Texts) -> Chart | None:
    shown = [p for p in sums.monthly if due_of(p["total"]) or paid_of(p["total"])]
    if not shown:
        return None
    names = [p[texts.lang] for p in shown]
    series = [Series(texts("due"), [wan(due_of(p["total"])) for p in shown], COLOURS["due"])]
    if sums.single:
        series.append(Series(texts("paid"), [wan(paid_of(p["total"])) for p in shown], COLOURS["paid"]))
    most = max(range(len(shown)), key=lambda i: due_of(shown[i]["total"]))
    title = texts("chart_money" if sums.single else "chart_money_months")
    return Chart(
        title, texts("chart_money_says", name=names[most]), bars(names, series, stacked=False), round(len(names) * ROOM)
    )


def people_label(root: type[Entity], texts: Texts) -> str:
    """What the items of the first list are called: people, where the case is a family."""
    if is_family(root):
        return texts("people")
    nested = next(iter(root.LISTS.values()))
    return nested.zh if texts.lang == "zh" else nested.en


def district_panel(sums: Sums, pack: Pack, texts: Texts, *, suppress: bool) -> Panel:
    """Findings by district; the rate is per 10,000 people, or cases where the case is no family."""
    codes, places, lists = list(sums.summary["districts"]), pack.places(), pack.root.LISTS
    names = [district_name(places, code, texts) for code in codes]
    families, people = ([sums.summary["districts"][c][what] for c in codes] for what in ("families", "people"))
    base, whole = (people, sums.people) if is_family(pack.root) else (families, sums.families)
    words = FOLLOW_UP if sums.single else ("entitled", "cannot_tell")
    columns = {w: [_district(sums, code, w) for code in codes] for w in words}
    hide = {w: hidden(found) if suppress else [False] * len(found) for w, found in columns.items()}
    lead = words[0]
    rates = [None if hide[lead][i] else per_10_000(columns[lead][i], base[i]) for i in range(len(codes))]
    rows = []
    for i, code in enumerate(codes):
        cells = [shown(columns[w][i], out=hide[w][i]) for w in words]
        rate = "—" if rates[i] is None else f"{rates[i]:.1f}"
        money = [] if not sums.single else ["—" if hide[lead][i] else yuan(sums.district_missed(code))]
        size = [count(families[i]), *([count(people[i])] if lists else [])]
        rows.append([names[i], *size, cells[0], rate, *cells[1:], *money])
    totals = [sum(columns[w]) for w in words]
    foot = [
        texts("total"), count(sums.families), *([count(sums.people)] if lists else []),
        count(totals[0]), f"{per_10_000(totals[0], whole):.1f}",
        *(count(t) for t in totals[1:]), *([yuan(sums.missed_money)] if sums.single else []),
    ]  # fmt: skip
    measure = texts("missed_rate" if sums.single else "entitled_rate")
    labels = [texts("families"), *([people_label(pack.root, texts)] if lists else []), texts(lead), measure]
    labels += [texts(w) for w in words[1:]]
    labels += [texts("per_month", text=texts("missed_money"))] if sums.single else []
    heads = [(texts("district"), False), *((label, True) for label in labels)]
    chart = rate_chart(names, rates, measure, texts)
    table = Table(texts("districts_caption"), heads, rows, foot)
    return Panel(table, [chart] if chart else [], [texts("small_rule")] if suppress else [])


def district_name(places: Places, code: str, texts: Texts) -> str:
    """Name of a district by its code; 0 is a family whose place is not known."""
    number = int(code)
    if number not in places.districts:
        return texts("elsewhere")
    return places.districts[number] if texts.lang == "zh" else places.english.get(number, places.districts[number])


def _district(sums: Sums, code: str, word: str) -> int:
    return sum(sums.district(code, w) for w in ENTITLED) if word == "entitled" else sums.district(code, word)


def shown(number: int, *, out: bool) -> str:
    """A count of a district, or what stands for it where it is hidden."""
    if not out:
        return count(number)
    return f"<{SMALL}" if number < SMALL else "—"


def rate_chart(names: Sequence[str], rates: Sequence[float | None], measure: str, texts: Texts) -> Chart | None:
    """Districts by rate, highest first; those that are hidden are left out."""
    pairs = sorted(((rate, name) for rate, name in zip(rates, names, strict=True) if rate is not None), reverse=True)
    if not pairs:
        return None
    option = bars(
        [name for _, name in pairs], [Series(measure, [rate for rate, _ in pairs], COLOURS["rate"])], stacked=False
    )
    says = texts("chart_rate_says", measure=measure, name=pairs[0][1], n=f"{pairs[0][0]:.1f}")
    return Chart(measure, says, option, len(pairs))
