"""Markdown in the terminal with tables that lose nothing: cells fold instead of ending in …, and keep their lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown, MarkdownElement, TableElement
from rich.table import Table
from rich.text import Text

LINE = "\u2028"
"""Parts the lines of a cell, for Markdown itself knows none there."""


class _Table(TableElement):
    """A table whose cells fold."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for made in super().__rich_console__(console, options):
            yield _folding(made) if isinstance(made, Table) else made


def _folding(found: Table) -> Table:
    made = Table(box=found.box, pad_edge=found.pad_edge, border_style=found.border_style, show_edge=found.show_edge)
    for column in found.columns:
        made.add_column(column.header, justify=column.justify, overflow="fold")
    for cells in zip(*(_lines(column.cells) for column in found.columns), strict=True):
        made.add_row(*cells)
    return made


def _lines(cells: object) -> Iterator[Text]:
    for cell in cells:  # type: ignore[attr-defined]
        yield Text("\n").join(cell.split(LINE)) if isinstance(cell, Text) else cell


class Shown(Markdown):
    """Markdown for the terminal."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {**Markdown.elements, "table_open": _Table}
