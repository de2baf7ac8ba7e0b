"""What was aimed at, and whether the measured figures meet it; nothing here is written by hand but the bar itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.sizes import short
from benchmarks.tables import Grid, mib, seconds, times

WHOLE: Final = 22_000_000
"""People of the whole city: bars that grow with the city are for this many."""
GIB: Final = 2**30
LABELS: Final = {
    "openfisca": ("比 OpenFisca 快", "faster than OpenFisca", "≥ 100×"),
    "memory": ("内存少于 OpenFisca", "less memory than OpenFisca", "≥ 7×"),
    "duckdb": ("比手写的 DuckDB 快", "faster than hand-written DuckDB", "≥ 10×"),
    "polars": ("比手写的 Polars 快", "faster than hand-written Polars", "≥ 3×"),
    "small": ("比 OpenFisca 快", "faster than OpenFisca", "≥ 1×"),
    "one": ("比 OpenFisca 快，一户", "faster than OpenFisca, one household", "≥ 1×"),
    "explained": ("一户，全部项目并解释，中位数", "one family, all programmes explained, p50", "≤ 5 ms"),
    "kernel_one": ("一户，经内核", "one family through the kernel", "≤ 100 µs"),
    "assess": ("命令行 `yihu assess`", "`yihu assess` from the shell", "≤ 1 s"),
    "month": ("全市一个月，Parquet 到 Parquet", "the city, one month, Parquet to Parquet", "≤ 12 s"),
    "then": ("同上，含第二遍", "the same with the second pass", "≤ 12 s"),
    "peak": ("内存峰值", "peak memory", "≤ 1 GiB"),
    "kernel": ("只算内核", "the kernel alone", "≤ 3 s"),
    "year": ("十二个月一遍算完，是一个月的", "twelve months in one pass, of one month", "< 4×"),
    "synth": ("合成城市，内存峰值", "making the city, peak memory", "≤ 4 GiB"),
    "flat": ("每多一百万人，内存多", "memory for each million people more", "≤ 10 MiB"),
    "check": ("DuckDB 复核，内存峰值", "check by DuckDB, peak memory", "≤ 2 GiB"),
    "imports": ("导入表格，行数十倍时内存是", "import, memory with ten times the rows", "≤ 1.5×"),
    "differ": ("内核与 DuckDB 不同的行", "rows in which kernel and DuckDB differ", "0"),
}
"""Chinese, English, and the bar."""


@dataclass(frozen=True)
class Bar:
    """A bar with the figure that was found; `met` is None where it was not measured at the size the bar is for."""

    id: str
    zh: str
    en: str
    bar: str
    found: str
    met: bool | None


def bars(report: dict[str, Any]) -> list[Bar]:
    """All bars for which something was measured."""
    parts: dict[str, Callable[[Any], Iterator[Bar]]] = {
        "template": _template, "family": _family, "city": _city, "imports": _imports,
    }  # fmt: skip
    return [bar for name, make in parts.items() if name in report for bar in make(report[name])]


def grid(found: list[Bar]) -> Grid:
    """As a table."""
    said = {True: "met", False: "**not met**", None: "not at this size"}
    rows = [(bar.en, bar.bar, bar.found, said[bar.met]) for bar in found]
    return Grid("Bars", ("", "bar", "measured", ""), rows, names=4)


def _bar(label: str, found: str, met: bool | None, people: int | None = None) -> Bar:
    zh, en, bar = LABELS[label]
    if people is not None:
        zh, en = f"{zh}，{people / 10_000:g} 万人", f"{en}, {short(people)} people"
    return Bar(label, zh, en, bar, found, met)


def _whole(met: bool, people: int) -> bool | None:
    return met if people == WHOLE else None


# the country template


def _template(found: dict[str, Any]) -> Iterator[Bar]:
    sizes = sorted({row["persons"] for row in found["rows"]})
    large, small = (_engines(found, size) for size in (sizes[-1], sizes[0]))
    if "yihu" not in large:
        return
    for label, least in (("openfisca", 100), ("memory", 7), ("duckdb", 10), ("polars", 3)):
        engine, figure = ("openfisca", "peak_mb") if label == "memory" else (label, "calculate_s")
        if engine in large:
            ratio = large[engine][figure] / large["yihu"][figure]
            yield _bar(label, times(ratio), _whole(ratio >= least, sizes[-1]), sizes[-1])
    if "openfisca" in small:
        ratio = small["openfisca"]["calculate_s"] / small["yihu"]["calculate_s"]
        yield _bar("small", times(ratio), ratio >= 1, sizes[0])
        one = [found["one_household"][engine]["build_and_calculate_ms"] for engine in ("openfisca", "yihu")]
        yield _bar("one", times(one[0] / one[1]), one[0] >= one[1])


def _engines(found: dict[str, Any], persons: int) -> Mapping[str, Any]:
    return {row["engine"]: row for row in found["rows"] if row["persons"] == persons}


# one family


def _family(found: dict[str, Any]) -> Iterator[Bar]:
    explained, kernel, shell = found["explained"]["p50"], found["kernel"]["p50"] * 1e3, found["assess"]["wall_s"]
    yield _bar("explained", f"{explained:.1f} ms", explained <= 5)
    yield _bar("kernel_one", f"{kernel:.0f} µs", kernel <= 100)
    yield _bar("assess", f"{seconds(shell)} s", shell <= 1)


# the city


def _city(found: list[dict[str, Any]]) -> Iterator[Bar]:
    large = found[-1]
    people, month, kernel = large["people"], large["month"], large["kernel"]
    for label, row, most in (("month", month, 12), ("then", large["then"], 12), ("kernel", kernel, 3)):
        yield _bar(label, f"{seconds(row['wall_s'])} s", _whole(row["wall_s"] <= most, people), people)
    ratio = large["year"]["wall_s"] / month["wall_s"]
    yield _bar("year", times(ratio), _whole(ratio < 4, people), people)
    peaks = (("peak", month, GIB), ("synth", large["synth"], 4 * GIB))
    for label, row, most in peaks:
        yield _bar(label, f"{mib(row['peak_bytes'])} MiB", _whole(row["peak_bytes"] <= most, people), people)
    if len(found) > 1:
        more = growth(found)["memory_mib"]
        yield _bar("flat", f"{more:.1f} MiB", _whole(more <= 10, people))
    checked = [row for row in found if "check" in row]
    if checked:
        yield from _checked(checked)


def _checked(found: list[dict[str, Any]]) -> Iterator[Bar]:
    people, peak = found[-1]["people"], found[-1]["check"]["peak_bytes"]
    yield _bar("check", f"{mib(peak)} MiB", _whole(peak <= 2 * GIB, people), people)
    equal = [row["equal"] for row in found]
    wrong, rows = (sum(each[name] for each in equal) for name in ("differ", "rows"))
    yield _bar("differ", f"{wrong:,} of {rows:,}", not wrong and all(each["same_sums"] for each in equal), people)


def _imports(found: list[dict[str, Any]]) -> Iterator[Bar]:
    ratio = found[-1]["peak_mib"] / found[0]["peak_mib"]
    yield _bar("imports", times(ratio), ratio <= 1.5 if found[-1]["rows"] >= 1_000_000 else None)


def growth(found: list[dict[str, Any]]) -> dict[str, float]:
    """Seconds and MiB of a run for each million people between the two largest cities."""
    less, more = found[-2], found[-1]
    millions = (more["people"] - less["people"]) / 1e6
    return {
        "wall_s": (more["month"]["wall_s"] - less["month"]["wall_s"]) / millions,
        "cpu_s": (more["month"]["cpu_s"] - less["month"]["cpu_s"]) / millions,
        "memory_mib": (more["month"]["peak_bytes"] - less["month"]["peak_bytes"]) / millions / 2**20,
    }
