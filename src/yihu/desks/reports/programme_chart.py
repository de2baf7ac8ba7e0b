"""Sums of money through time as a step chart in SVG: small, without scripts, the same bytes every time.

Chinese and English stand together; a title and a description say the same to those who do not see it. A figure that is
still to be verified is dashed. Series share a chart where their unit is one and their size is alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import ceil
from xml.sax.saxutils import escape

from yihu.desks.reports.figures import exact
from yihu.desks.reports.tables import PALETTE

WIDTH, LEFT, RIGHT, TOP, HEIGHT, LEGEND = 760, 64, 28, 62, 250, 22
MOST_SERIES, ALIKE = 6, 6
"""Series on one chart, and how much larger the largest may be than the smallest."""
GREY = "#6b6258"
_APART = 46
"""Least distance between the figures that are written at the steps of a single series."""
_FONT = "system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"


@dataclass(frozen=True)
class Step:
    """The value from ``start`` on; None where it ended."""

    start: date
    value: Decimal | None
    sure: bool = True


@dataclass(frozen=True)
class Line:
    """One series: its name and unit (zh, en) and its steps in order."""

    name: tuple[str, str]
    unit: tuple[str, str]
    steps: tuple[Step, ...]

    @property
    def most(self) -> Decimal:
        """Its largest value."""
        return max(step.value for step in self.steps if step.value is not None)


@dataclass(frozen=True)
class Chart:
    """Lines of one unit, from the first step until ``end``; ``file`` is the name of the picture."""

    file: str
    title: tuple[str, str]
    lines: tuple[Line, ...]
    end: date

    def says(self, at: int) -> str:
        """The chart in one sentence, Chinese (0) or English (1)."""
        parts = [_said(line, at) for line in self.lines]
        start = "台阶图。" if at == 0 else "Step chart. "
        return start + ("" if at == 0 else " ").join(parts)


def shared(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """The lines in groups that share a chart, in the order in which they came."""
    groups: list[list[Line]] = []
    for line in lines:
        for group in groups:
            sizes = [each.most for each in (*group, line)]
            if group[0].unit == line.unit and len(group) < MOST_SERIES and max(sizes) <= ALIKE * min(sizes):
                group.append(line)
                break
        else:
            groups.append([line])
    return [tuple(group) for group in groups]


def svg(chart: Chart) -> str:
    """The picture."""
    scale = _Scale(chart)
    legend, height = _legend(chart)
    body = [*_axes(scale, chart.lines[0].unit), *legend]
    for number, line in enumerate(chart.lines):
        body += _line(line, scale, PALETTE[number])
    body += _figures(chart.lines[0], scale) if len(chart.lines) == 1 else _numbers(chart.lines, scale)
    zh, en = (escape(text) for text in chart.title)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="title description" font-family="{_FONT}" font-size="12" fill="#3b342c">'
    )
    said = escape(f"{chart.says(0)} {chart.says(1)}")
    names = [f'<title id="title">{zh} / {en}</title>', f'<desc id="description">{said}</desc>']
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>'
    titles = [
        f'<text x="16" y="24" font-size="16" font-weight="600">{zh}</text>',
        f'<text x="16" y="42" fill="{GREY}">{en}</text>',
    ]
    return "\n".join([head, *names, ground, *titles, *body, "</svg>", ""])


class _Scale:
    """Days to the right, values upwards from 0."""

    def __init__(self, chart: Chart) -> None:
        starts = [line.steps[0].start for line in chart.lines]
        self.first, self.last = min(starts).replace(month=1, day=1), date(chart.end.year + 1, 1, 1)
        self.tick = _tick(max(line.most for line in chart.lines))
        self.ticks = ceil(max(line.most for line in chart.lines) / self.tick)

    def x(self, day: date) -> int:
        span = (self.last - self.first).days
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - self.first).days // span

    def y(self, value: Decimal) -> int:
        return TOP + HEIGHT - int(HEIGHT * value / (self.tick * self.ticks))


def _tick(most: Decimal) -> Decimal:
    """A round distance between the lines of the grid: 1, 2 or 5 times a power of ten, three to six of them."""
    size = Decimal(10) ** (most.adjusted() - 1)
    return next(size * step for step in (1, 2, 5, 10, 20, 50) if most <= size * step * 6)


def _axes(scale: _Scale, unit: tuple[str, str]) -> Iterator[str]:
    yield f'<text x="{WIDTH - RIGHT}" y="{TOP - 10}" text-anchor="end" fill="{GREY}">{escape(" / ".join(unit))}</text>'
    for number in range(scale.ticks + 1):
        value = scale.tick * number
        y = scale.y(value)
        yield f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="{"#8d8377" if number == 0 else "#e3ded7"}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{exact(value)}</text>'
    years = range(scale.first.year, scale.last.year)
    every = next(n for n in (1, 2, 5, 10, 20) if len(years) / n <= 12)
    for year in years:
        if year % every == 0:
            x = scale.x(date(year, 1, 1))
            yield f'<path d="M{x} {TOP + HEIGHT}v5" stroke="#8d8377"/>'
            yield f'<text x="{x}" y="{TOP + HEIGHT + 20}" text-anchor="middle">{year}</text>'


def _pieces(line: Line, scale: _Scale) -> Iterator[tuple[bool, int, int, int, int | None]]:
    """Each step as (sure, from, to, height, height of the one before it)."""
    before: int | None = None
    for number, step in enumerate(line.steps):
        end = line.steps[number + 1].start if number + 1 < len(line.steps) else scale.last
        y = None if step.value is None else scale.y(step.value)
        if y is not None:
            yield step.sure, scale.x(step.start), scale.x(end), y, before
        before = y


def _line(line: Line, scale: _Scale, colour: str) -> Iterator[str]:
    """The steps; dashed where they are to be verified."""
    for sure in (True, False):
        drawn = [
            f"M{x} {before}V{y}H{end}" if before is not None else f"M{x} {y}H{end}"
            for known, x, end, y, before in _pieces(line, scale)
            if known is sure
        ]
        if drawn:
            dashes = "" if sure else ' stroke-dasharray="6 4"'
            yield f'<path d="{"".join(drawn)}" fill="none" stroke="{colour}" stroke-width="2.5"{dashes}/>'


def _numbers(lines: Sequence[Line], scale: _Scale) -> Iterator[str]:
    """At the end of each line the number that stands before its name in the legend, none upon another."""
    ends = [list(_pieces(line, scale))[-1] for line in lines]
    taken: list[tuple[int, int]] = []
    for number in sorted(range(len(ends)), key=lambda n: (ends[n][3], n)):
        x, y = ends[number][2], ends[number][3]
        while any(abs(y - other) < 13 for at, other in taken if at == x):
            y += 1
        taken.append((x, y))
        yield f'<text x="{x + 6}" y="{y + 4}" font-weight="600">{number + 1}</text>'


def _figures(line: Line, scale: _Scale) -> Iterator[str]:
    """The values at the steps, where there is room; the first and the last always."""
    known = [step for step in line.steps if step.value is not None]
    last, free = scale.x(known[-1].start), 0
    for step in known:
        x = scale.x(step.start)
        if step is known[-1] or (x >= free and x + _APART <= last):
            assert step.value is not None
            anchor = "end" if x + _APART > WIDTH - RIGHT else "start"
            at = WIDTH - RIGHT if anchor == "end" else x
            yield f'<text x="{at}" y="{scale.y(step.value) - 6}" text-anchor="{anchor}">{exact(step.value)}</text>'
            free = x + _APART


def _legend(chart: Chart) -> tuple[list[str], int]:
    """Names under the chart, English on a line of its own where both do not fit; and how high all that is."""
    drawn, y = [], TOP + HEIGHT + 46
    for number, line in enumerate(chart.lines):
        mark = f"{number + 1}. " if len(chart.lines) > 1 else ""
        zh, en = (escape(name) for name in line.name)
        drawn.append(f'<path d="M{LEFT} {y - 4}h26" stroke="{PALETTE[number]}" stroke-width="2.5"/>')
        if _width(mark + " ".join(line.name)) <= WIDTH - LEFT - 34 - RIGHT:
            drawn.append(f'<text x="{LEFT + 34}" y="{y}">{mark}{zh} <tspan fill="{GREY}">{en}</tspan></text>')
        else:
            drawn.append(f'<text x="{LEFT + 34}" y="{y}">{mark}{zh}</text>')
            y += 16
            drawn.append(f'<text x="{LEFT + 34}" y="{y}" fill="{GREY}">{en}</text>')
        y += LEGEND
    if not all(step.sure for line in chart.lines for step in line.steps):
        drawn.append(f'<path d="M{LEFT} {y - 4}h26" stroke="{GREY}" stroke-width="2.5" stroke-dasharray="6 4"/>')
        drawn.append(f'<text x="{LEFT + 34}" y="{y}" fill="{GREY}">待核实 / to be verified</text>')
        y += LEGEND
    return drawn, y - 6


def _width(text: str) -> float:
    """About how wide a text of 12 pixels is."""
    return sum(12 if ord(character) > 0x2E7F else 6.6 for character in text)


def _said(line: Line, at: int) -> str:
    known = [step for step in line.steps if step.value is not None]
    changes = [after for before, after in pairwise(known) if before.value != after.value]
    first, last = known[0], [*known[:1], *changes][-1]
    assert first.value is not None
    assert last.value is not None
    begin, end = (f"{exact(value)}{'' if at == 0 else ' '}{line.unit[at]}" for value in (first.value, last.value))
    if at == 0:
        return f"{line.name[0]}：{first.start:%Y-%m}起{begin}，{last.start:%Y-%m}起{end}，其间变动{len(changes)}次。"
    return f"{line.name[1]}: {begin} from {first.start:%Y-%m}, {end} from {last.start:%Y-%m}, changed {_times(len(changes))}."


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def chart_files(charts: Sequence[Chart]) -> dict[str, str]:
    """The pictures by the names of their files."""
    return {chart.file: svg(chart) for chart in charts}
