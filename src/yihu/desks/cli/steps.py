"""A dated series drawn as steps in the terminal: time to the right, value upwards, dashed where unsure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rich.text import Text

SURE, UNSURE = "─", "╌"
_LEAST_WIDTH, _LABEL_GAP = 20, 2


@dataclass(frozen=True)
class Step:
    """The value from ``start`` on; None where the series ended. ``sure`` False draws it dashed."""

    start: date
    value: Decimal | None
    sure: bool = True


def draw(steps: Sequence[Step], until: date, width: int, height: int = 9) -> Text:
    """Steps from the first start to ``until`` in ``width`` columns and ``height`` rows, with axes."""
    known = [step.value for step in steps if step.value is not None]
    low, high = min(known), max(known)
    labels = [_figure(value) for value in _scale(low, high, height)]
    margin = max(map(len, labels)) + _LABEL_GAP
    columns = max(_LEAST_WIDTH, width - margin - 1)
    cells = _cells(steps, max(until, steps[-1].start), columns, height, low, high)
    chart = Text(no_wrap=True)
    for row in reversed(range(height)):
        chart.append(labels[row].rjust(margin - 1), style="dim").append("┤", style="dim")
        for column in range(columns):
            mark, sure = cells.get((row, column), (" ", True))
            chart.append(mark, style="cyan" if sure else "yellow")
        chart.append("\n")
    first, last = steps[0].start, max(until, steps[-1].start)
    chart.append(" " * (margin - 1) + "└" + "─" * columns + "\n", style="dim")
    chart.append(" " * margin + _years(first, last, columns), style="dim")
    return chart


def _scale(low: Decimal, high: Decimal, height: int) -> list[Decimal]:
    if low == high:
        return [low] * height
    return [low + (high - low) * row / (height - 1) for row in range(height)]


def _figure(value: Decimal) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value < 100 else f"{value:,.0f}"


def _cells(
    steps: Sequence[Step], until: date, columns: int, height: int, low: Decimal, high: Decimal
) -> dict[tuple[int, int], tuple[str, bool]]:
    """Character and sureness of each cell that is drawn, by (row from below, column)."""
    start, span = steps[0].start, max(1, (until - steps[0].start).days)
    cells: dict[tuple[int, int], tuple[str, bool]] = {}
    before: int | None = None
    for position, step in enumerate(steps):
        end = steps[position + 1].start if position + 1 < len(steps) else until
        left = (step.start - start).days * (columns - 1) // span
        right = (end - start).days * (columns - 1) // span
        if step.value is None:
            if before is not None:
                cells[before, left] = ("╳", step.sure)
            before = None
            continue
        row = 0 if high == low else int((step.value - low) * (height - 1) / (high - low) + Decimal("0.5"))
        for column in range(left, right + 1):
            cells[row, column] = (SURE if step.sure else UNSURE, step.sure)
        if before is not None and before != row:
            _join(cells, before, row, left, step.sure)
        before = row
    return cells


def _join(cells: dict[tuple[int, int], tuple[str, bool]], before: int, row: int, column: int, sure: bool) -> None:
    """The upright line of one step, from the former row to the new one."""
    for between in range(min(before, row) + 1, max(before, row)):
        cells[between, column] = ("│", sure)
    cells[before, column] = ("┘" if row > before else "┐", sure)
    cells[row, column] = ("┌" if row > before else "└", sure)


def _years(first: date, last: date, columns: int) -> str:
    """Years under the axis, as many as fit, each where its January stands."""
    line, span = [" "] * (columns + 4), max(1, (last - first).days)
    free = 0
    for year in range(first.year, last.year + 1):
        column = max(0, (date(year, 1, 1) - first).days * (columns - 1) // span)
        if column >= free and column + 4 <= columns + 1:
            line[column : column + 4] = str(year)
            free = column + 6
    return "".join(line).rstrip()
