"""The figures of the city as tables."""

from typing import Any, Final

from benchmarks.bars import growth
from benchmarks.sizes import short
from benchmarks.tables import Grid, mib, seconds, times

STAGES: Final = ("compiling", "reading", "computing", "collecting", "writing")
Found = list[dict[str, Any]]


def grids(found: Found) -> list[Grid]:
    """From making the city to the check by DuckDB."""
    made = [_making(found), _month(found), _stages(found), _year(found)]
    if len(found) > 1:
        made.append(_growth(found))
    checked = [row for row in found if "check" in row]
    return [*made, _check(checked)] if checked else made


def _making(found: Found) -> Grid:
    rows = [
        (
            short(row["people"]),
            f"{row['synth']['families']:,}",
            *_process(row["synth"]),
            f"{row['synth']['bytes'] / 1e6:,.0f}",
        )
        for row in found
    ]
    notes = ["Figures of the time when the city was made."] if any(row["synth"]["earlier"] for row in found) else []
    headings = ("people", "families", "wall s", "CPU s", "peak MiB", "others", "MB written")
    return Grid("Making the city (`yihu synth`)", headings, rows, notes)


def _month(found: Found) -> Grid:
    labels = {"month": "one pass", "then": "with the second pass"}
    rows = [
        (short(row["people"]), label, *_process(row[key]), f"{row[key]['result_bytes'] / 1e6:,.1f}")
        for row in found
        for key, label in labels.items()
    ]
    headings = ("people", "run", "wall s", "CPU s", "peak MiB", "others", "MB found")
    return Grid("The city, one month, from Parquet to the written result (`yihu run`)", headings, rows, names=2)


def _stages(found: Found) -> Grid:
    rows = []
    for row in found:
        stages = row["month"]["stages"]
        whole = sum(stages[name] for name in STAGES) or 1.0
        shares = [f"{seconds(stages[name])} ({stages[name] / whole:.0%})" for name in STAGES]
        kernel = row["kernel"]
        rows.append((short(row["people"]), *shares, seconds(kernel["cpu_s"]), seconds(kernel["wall_s"])))
    notes = [
        "Seconds of all threads together; a thread that waits for its core counts as busy. Kernel: the machine code over columns "
        f"in memory, seconds of processor, then divided by the {found[-1]['kernel']['threads']} threads that compute."
    ]
    return Grid("Where the time of one pass goes", ("people", *STAGES, "kernel CPU s", "kernel s"), rows, notes)


def _year(found: Found) -> Grid:
    rows = [
        (short(row["people"]), *_process(row["year"]), times(row["year"]["wall_s"] / row["month"]["wall_s"]))
        for row in found
    ]
    headings = ("people", "wall s", "CPU s", "peak MiB", "others", "of one month")
    return Grid("Twelve months in one pass", headings, rows)


def _growth(found: Found) -> Grid:
    more = growth(found)
    rows = [(f"{more['wall_s']:.2f}", f"{more['cpu_s']:.2f}", f"{more['memory_mib']:.1f}")]
    between = f"Between {short(found[-2]['people'])} and {short(found[-1]['people'])} people."
    return Grid("How a run grows: each million people more", ("wall s", "CPU s", "peak MiB"), rows, [between], names=0)


def _check(found: Found) -> Grid:
    rows = []
    for row in found:
        equal = row["equal"]
        differ = f"{equal['differ']:,}" if equal["same_sums"] else f"{equal['differ']:,}, sums differ"
        rows.append((short(row["people"]), *_process(row["check"]), f"{equal['rows']:,}", differ))
    notes = [
        "Every row that the kernel found is compared: family, person, programme, finding, amount due, amount paid."
    ]
    headings = ("people", "wall s", "CPU s", "peak MiB", "others", "rows found", "rows that differ")
    return Grid("The check by DuckDB (`yihu run --engine duckdb`)", headings, rows, notes)


def _process(row: dict[str, Any]) -> tuple[str, str, str, str]:
    others = row["others_cores"]
    return (
        seconds(row["wall_s"]),
        seconds(row["cpu_s"]),
        mib(row["peak_bytes"]),
        "-" if others is None else f"{others:.2f}",
    )
