"""Tables and charts as data, for any page: a chart never stands without its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from yihu.engines.rules.wording import Lang


@dataclass(frozen=True)
class Table:
    """Caption, heads (text, whether it is a number), rows of text; the first cell of a row is its head."""

    caption: str
    heads: Sequence[tuple[str, bool]]
    rows: Sequence[Sequence[str]]
    foot: Sequence[str] = ()


@dataclass(frozen=True)
class Chart:
    """Title, one sentence for those who do not see it, and the option for the chart library (plain JSON)."""

    title: str
    says: str
    option: Mapping[str, Any]
    rows: int


@dataclass(frozen=True)
class Panel:
    """A table with the charts that stand on it, and remarks below."""

    table: Table
    charts: Sequence[Chart] = field(default_factory=tuple)
    remarks: Sequence[str] = ()


@dataclass(frozen=True)
class Tile:
    """One headline figure."""

    label: str
    figure: str
    means: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Section:
    """A heading and its panel."""

    head: str
    panel: Panel


@dataclass(frozen=True)
class SectionsView:
    """A page in one language: what it says in short, its headline figures, then section by section."""

    lang: Lang
    title: str
    lead: str
    reading: str
    tiles: Sequence[Tile]
    sections: Sequence[Section]
    charts: bool
    closing: str = ""


@dataclass(frozen=True)
class Series:
    """One colour of a chart; None leaves the bar or the piece of the line out."""

    name: str
    values: Sequence[float | None]
    colour: str


COLOURS = {
    "right": "#5c9488",
    "missed": "#b5532a",
    "changed": "#d9a63c",
    "ended": "#6d5a86",
    "cannot_tell": "#a79c8e",
    "due": "#1d5a50",
    "paid": "#9cc3b8",
    "rate": "#b5532a",
    "gain": "#1d5a50",
    "lose": "#b5532a",
}


def bars(names: Sequence[str], series: Sequence[Series], *, stacked: bool) -> dict[str, Any]:
    """Option of a horizontal bar chart, the first name on top."""
    return {
        "animation": False,
        "color": [s.colour for s in series],
        "grid": {"left": 8, "right": 28, "top": 36 if len(series) > 1 else 8, "bottom": 8},
        "legend": {"show": len(series) > 1, "top": 0, "left": 0, "itemGap": 16},
        "tooltip": {"trigger": "axis", "axisPointer": {"type": "shadow"}, "renderMode": "richText", "confine": True},
        "xAxis": {"type": "value", "splitNumber": 4},
        "yAxis": {"type": "category", "inverse": True, "data": list(names), "axisTick": {"show": False}},
        "series": [
            {
                "type": "bar",
                "name": s.name,
                "data": ["-" if v is None else v for v in s.values],
                "barMaxWidth": 26,
                "itemStyle": {"borderColor": "#ffffff", "borderWidth": 1 if stacked else 0},
                **({"stack": "all"} if stacked else {"barGap": "10%"}),
            }
            for s in series
        ],
    }


PALETTE = ("#1d5a50", "#d9a63c", "#6d5a86", "#b5532a", "#5c9488", "#a79c8e", "#3f6ea5", "#9a7b4f", "#9cc3b8", "#c98b97")


def lines(names: Sequence[str], series: Sequence[Series], *, unit: str, steps: bool, stacked: bool) -> dict[str, Any]:
    """Option of a line chart over ``names``, from left to right; ``steps``: a value holds until the next name."""
    return {
        "animation": False,
        "color": [s.colour for s in series],
        "grid": {"left": 8, "right": 20, "top": 36, "bottom": 8, "containLabel": True},
        "legend": {"show": len(series) > 1, "top": 0, "left": 0, "itemGap": 16},
        "tooltip": {"trigger": "axis", "renderMode": "richText", "confine": True},
        "xAxis": {"type": "category", "data": list(names), "boundaryGap": False},
        "yAxis": {"type": "value", "name": unit},
        "series": [
            {
                "type": "line",
                "name": s.name,
                "data": ["-" if v is None else v for v in s.values],
                "showSymbol": False,
                "lineStyle": {"width": 1 if stacked else 2, "type": "solid" if stacked or not i else "dashed"},
                **({"step": "end"} if steps else {}),
                **({"stack": "all", "areaStyle": {"opacity": 0.75}} if stacked else {}),
            }
            for i, s in enumerate(series)
        ],
    }


def wan(fen: int) -> float:
    """Ten thousands of yuan, for a chart."""
    return round(fen / 1_000_000, 2)
