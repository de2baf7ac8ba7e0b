"""The figures of the country template as tables."""

from typing import Any, Final

from benchmarks.sizes import short
from benchmarks.tables import Grid
from benchmarks.template import law
from benchmarks.template.engines import MEASURE

AGREED: Final = "All totals agree: exact engines to the last unit, others within 32-bit floats."
COLUMNS: Final = {
    "set_up_s": ("set-up s", ".3f"),
    "calculate_s": ("calculation s", ".3f"),
    "wall_s": ("wall s", ".2f"),
    "cpu_s": ("CPU s", ".2f"),
    "peak_mb": ("peak MB", ",.0f"),
    "times_faster": ("faster", ",.1f"),
    "times_smaller": ("smaller", ",.1f"),
    "others_cores": ("others", ".2f"),
}
"""Figures of a row: heading and format."""


def grids(report: dict[str, Any]) -> list[Grid]:
    """Engines by size, then one household."""
    rows = [
        (
            short(one["persons"]),
            one["engine"],
            *("-" if one[k] is None else format(one[k], f) for k, (_, f) in COLUMNS.items()),
        )
        for one in report["rows"]
    ]
    headings = ("people", "engine", *(heading for heading, _ in COLUMNS.values()))
    notes = [
        f"Faster, smaller: how many times less calculation time and peak memory than {MEASURE}. Others: cores that other "
        "processes kept busy meanwhile.",
        *(_largest(persons, gaps) for persons, gaps in report["largest_household_difference"].items()),
    ]
    return [
        Grid(
            f"Country template, 8 benefits × 12 months of {law.YEAR}, {report['threads']} threads",
            headings,
            rows,
            notes,
            2,
        ),
        _one_household(report["one_household"]),
    ]


def _largest(persons: int | str, gaps: dict[str, float]) -> str:
    said = ", ".join(f"{name} {units / law.UNIT:.4f}" for name, units in gaps.items())
    return f"{short(int(persons))}: largest difference of any household and month, euros: {said}."


def _one_household(found: dict[str, dict[str, float]]) -> Grid:
    labels = {
        "build_and_calculate_ms": "built and calculated, 8 benefits × 12 months",
        "build_ms": "of it building",
        "kernel_ms": "through the kernel",
    }
    rows = [
        (label, *(f"{found[engine][key]:.3f}" if key in found[engine] else "-" for engine in found))
        for key, label in labels.items()
    ]
    return Grid("Country template, one household, warm, milliseconds", ("", *found), rows)
