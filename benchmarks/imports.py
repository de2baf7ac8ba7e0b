"""Tables of families become a snapshot (`yihu import`): seconds and memory by number of rows."""

from typing import Any

from benchmarks import measure
from benchmarks.settings import Settings
from benchmarks.sizes import short
from benchmarks.tables import Grid, seconds


def report(given: Settings) -> list[dict[str, Any]]:
    """One row of figures for each number of rows, the smallest first; the process that imports measures itself."""
    found = []
    for rows in sorted(given.rows):
        given.say(f"import of {rows:,} rows")
        found.append(measure.run("benchmarks.intake", [str(rows)], given.threads).said)
    return found


def grid(found: list[dict[str, Any]]) -> Grid:
    """As a table."""
    rows = [
        (
            short(row["rows"]),
            *(seconds(row["stages_done_s"][stage]) for stage in ("read", "order", "write")),
            seconds(row["total_s"]),
            f"{row['peak_mib']:,}",
            f"{row['input_mib']:,}",
            f"{row['rows'] / row['total_s']:,.0f}",
        )
        for row in found
    ]
    notes = [
        "CSV with every column of the pack filled; families of three stand scattered over the file. Stages: when each was done."
    ]
    headings = ("rows", "read s", "ordered s", "checked, written s", "all s", "peak MiB", "MiB read", "rows a second")
    return Grid("Importing a table of families", headings, rows, notes)
