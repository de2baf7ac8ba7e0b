"""Of the page of a reform: what is left of earning more, over the city and for typical families."""

from __future__ import annotations

from collections.abc import Sequence

from yihu.desks.reports.figures import SMALL, count, yuan
from yihu.desks.reports.tables import COLOURS, Chart, Panel, Section, Series, Table, bars, lines
from yihu.desks.reports.texts import Texts
from yihu.records.runs.compare import Comparison
from yihu.records.runs.raises import Curve, Kept

CLASSES = 5
SIDES = ("before", "after")


def raise_sections(found: Comparison, texts: Texts, *, suppress: bool) -> list[Section]:
    """The sections; none where no income can vary."""
    sections = []
    if any(each.families for each in found.kept.values()):
        sections.append(Section(texts("raise_head"), _city(found, texts, suppress=suppress)))
    for number, each in enumerate(found.curves):
        sections.append(Section(texts("models_head") if not number else "", _model(each, texts)))
    return sections


def _city(found: Comparison, texts: Texts, *, suppress: bool) -> Panel:
    sides = [found.kept[side] for side in SIDES]
    rows = [[texts(f"raise_{n}"), *(_few(side.counts[n], suppress) for side in sides)] for n in range(CLASSES)]
    foot = [texts("raise_mean"), *(_mean(side) for side in sides)]
    heads = [(texts("raise_class"), False), *((f"{texts(side)} {texts('raise_families')}", True) for side in SIDES)]
    names = [texts(f"raise_{n}") for n in range(1, CLASSES)]
    colours = (COLOURS["cannot_tell"], COLOURS["gain"])
    series = [
        Series(texts(side), [_shown(kept.counts[n], suppress) for n in range(1, CLASSES)], colour)
        for side, kept, colour in zip(SIDES, sides, colours, strict=True)
    ]
    says = texts("raise_says", **{side: _few(kept.cliffs, suppress) for side, kept in zip(SIDES, sides, strict=True)})
    chart = Chart(texts("raise_caption"), says, bars(names, series, stacked=False), 2 * len(names))
    return Panel(Table(texts("raise_caption"), heads, rows, foot), [chart], [texts("raise_note")])


def _few(number: int, suppress: bool) -> str:
    return f"<{SMALL}" if suppress and 0 < number < SMALL else count(number)


def _shown(number: int, suppress: bool) -> float | None:
    return None if suppress and 0 < number < SMALL else number


def _mean(kept: Kept) -> str:
    return f"{kept.lost / kept.families / 100 + 0:,.1f}".replace("-0.0", "0.0") if kept.families else "—"


def _model(found: Curve, texts: Texts) -> Panel:
    name = found.zh if texts.lang == "zh" else found.en
    laws = dict(zip(SIDES, (found.before, found.after), strict=True))
    rows = [_row(found, side, support, texts) for side, support in laws.items()]
    heads = [
        (texts("model_law"), False),
        (texts("model_support"), True),
        (texts("model_ends"), True),
        (texts("model_flat"), False),
        (texts("model_cliffs"), False),
    ]
    hand = {
        side: [w + fen / 100 for w, fen in zip(found.wages, support, strict=True)] for side, support in laws.items()
    }
    colours = {"before": COLOURS["cannot_tell"], "after": COLOURS["gain"]}
    series = [Series(texts(side), values, colours[side]) for side, values in hand.items()]
    option = lines([str(w) for w in found.wages], series, unit=texts("model_hand"), steps=False, stacked=False)
    says = texts("model_says", name=name, end=count(found.wages[-1]))
    return Panel(
        Table(texts("model_caption", name=name), heads, rows),
        [Chart(texts("model_chart", name=name), says, option, 1)],
        [texts("models_note")],
    )


def _row(found: Curve, side: str, support: Sequence[int], texts: Texts) -> list[str]:
    ends = next((w for w, fen in zip(found.wages, support, strict=True) if not fen), None)
    flat = texts("list_mark").join(f"{count(low)}–{count(high)}" for low, high in found.flats(support))
    falls = [texts("model_fall", wage=count(wage), loss=yuan(fen)) for wage, fen in found.cliffs(support)]
    return [
        texts(side),
        yuan(support[0]),
        "—" if ends is None else count(ends),
        flat or "—",
        texts("list_mark").join(falls) or texts("model_none"),
    ]
