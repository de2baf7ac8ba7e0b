"""A table of figures that is printed in the terminal and written into a page alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.table import Table


@dataclass(frozen=True)
class Grid:
    """Title, headings, rows of text; `notes` are said below. The first `names` columns are words, the others figures."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    notes: Sequence[str] = ()
    names: int = 1

    def terminal(self) -> Table:
        """As rich prints it."""
        table = Table(title=self.title, title_justify="left", box=SIMPLE_HEAD, padding=0, caption="\n".join(self.notes))
        table.caption_justify = "left"
        for number, heading in enumerate(self.headings):
            table.add_column(heading, justify="left" if number < self.names else "right", overflow="fold")
        for row in self.rows:
            table.add_row(*row)
        return table

    def markdown(self) -> str:
        """As a Markdown table under a heading."""
        marks = ["---" if number < self.names else "--:" for number in range(len(self.headings))]
        lines = [_line(self.headings), _line(marks), *map(_line, self.rows)]
        return "\n".join([f"### {self.title}", "", *lines, *(f"\n{note}" for note in self.notes)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def seconds(found: float) -> str:
    """Seconds with two or three figures that matter."""
    return f"{found:.3f}" if found < 0.1 else f"{found:.2f}" if found < 10 else f"{found:.1f}"


def mib(found: float) -> str:
    """Bytes as MiB."""
    return f"{found / 2**20:,.0f}"


def times(found: float | None) -> str:
    """A ratio."""
    return "-" if found is None else f"{found:.2f}×" if found < 10 else f"{found:,.0f}×"
