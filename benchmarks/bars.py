"""What was aimed at, and whether the measured figures meet it; nothing here is written by hand but the bar itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.sizes import short
from benchmarks.tables import Grid, mib, seconds, times

WHOLE: Final = 22_000_000
GIB: Final = 2**30


@dataclass(frozen=True)
class Bar:
    """A bar with the figure that was found; `met` is None where it was not measured at the size the bar is for."""

    zh: str
    en: str
    bar: str
    found: str
    met: bool | None


def bars(report: dict[str, Any]) -> list[Bar]:
    """All bars for which something was measured."""
    parts: dict[str, Callable[[Any], Iterator[Bar]]] = {"template": _template, "family": _family, "city": _city}
    return [bar for name, make in parts.items() if name in report for bar in make(report[name])]


def grid(found: list[Bar]) -> Grid:
    """As a table."""
    said = {True: "met", False: "**not met**", None: "not at this size"}
    rows = [(bar.en, bar.bar, bar.found, said[bar.met]) for bar in found]
    return Grid("Bars", ("", "bar", "measured", ""), rows, names=4)


def _template(found: dict[str, Any]) -> Iterator[Bar]:
    largest = max(row["persons"] for row in found["rows"])
    at = {row["engine"]: row for row in found["rows"] if row["persons"] == largest}
    mine, whole = at.get("yihu"), largest == WHOLE

    def faster(than: str, bar: float, zh: str) -> Iterator[Bar]:
        if mine and than in at:
            ratio = at[than]["calculate_s"] / mine["calculate_s"]
            met = ratio >= bar if whole else None
            yield Bar(
                f"{zh}，{short(largest)}人", f"faster than {than}, {short(largest)}", f"≥ {bar:g}×", times(ratio), met
            )

    yield from faster("openfisca", 100, "比 OpenFisca 快")
    if mine and "openfisca" in at:
        ratio = at["openfisca"]["peak_mb"] / mine["peak_mb"]
        met = ratio >= 7 if whole else None
        yield Bar(
            f"内存少于 OpenFisca，{short(largest)}人",
            f"less memory than openfisca, {short(largest)}",
            "≥ 7×",
            times(ratio),
            met,
        )
    yield from faster("duckdb", 10, "比手写 DuckDB 快")
    yield from faster("polars", 3, "比手写 Polars 快")
    yield from _small(found)


def _small(found: dict[str, Any]) -> Iterator[Bar]:
    one, smallest = found["one_household"], min(row["persons"] for row in found["rows"])
    at = {row["engine"]: row for row in found["rows"] if row["persons"] == smallest}
    if {"openfisca", "yihu"} <= at.keys():
        ratio = at["openfisca"]["calculate_s"] / at["yihu"]["calculate_s"]
        yield Bar(
            f"比 OpenFisca 快，{short(smallest)}人",
            f"faster than openfisca, {short(smallest)}",
            "≥ 1×",
            times(ratio),
            ratio >= 1,
        )
    if {"openfisca", "yihu"} <= one.keys():
        ratio = one["openfisca"]["build_and_calculate_ms"] / one["yihu"]["build_and_calculate_ms"]
        yield Bar("比 OpenFisca 快，一户", "faster than openfisca, one household", "≥ 1×", times(ratio), ratio >= 1)


def _family(found: dict[str, Any]) -> Iterator[Bar]:
    explained, kernel, shell = found["explained"]["p50"], found["kernel"]["p50"] * 1e3, found["assess"]["wall_s"]
    yield Bar(
        "一户全部项目并解释，中位数", "one family explained, p50", "≤ 5 ms", f"{explained:.1f} ms", explained <= 5
    )
    yield Bar("一户经内核", "one family through the kernel", "≤ 100 µs", f"{kernel:.0f} µs", kernel <= 100)
    yield Bar("命令行 yihu assess", "`yihu assess` from the shell", "≤ 1 s", f"{seconds(shell)} s", shell <= 1)


def _city(found: list[dict[str, Any]]) -> Iterator[Bar]:
    small, large = found[0], found[-1]
    whole, size = large["people"] == WHOLE, short(large["people"])
    month, kernel, synth = large["month"], large["kernel"], large["synth"]

    def at_most(zh: str, en: str, figure: float, bar: float, unit: str, text: str) -> Bar:
        return Bar(f"{zh}，{size}人", f"{en}, {size}", f"≤ {unit}", text, figure <= bar if whole else None)

    def taken(row: dict[str, Any]) -> str:
        return f"{seconds(row['wall_s'])} s"

    yield at_most(
        "全市一个月，Parquet到Parquet",
        "the city, one month, Parquet to Parquet",
        month["wall_s"],
        12,
        "12 s",
        taken(month),
    )
    then = large["then"]
    yield at_most("同上，含第二遍", "the same with the second pass", then["wall_s"], 12, "12 s", taken(then))
    peak = max(month["peak_bytes"], then["peak_bytes"])
    yield at_most("内存峰值", "its peak memory", peak, GIB, "1 GiB", f"{mib(peak)} MiB")
    yield at_most("只算内核", "kernel alone", kernel["wall_s"], 3, "3 s", taken(kernel))
    ratio = large["year"]["wall_s"] / month["wall_s"]
    met = ratio < 4 if whole else None
    yield Bar(
        f"十二个月一遍算完，{size}人", f"twelve months in one pass, of one month, {size}", "< 4×", times(ratio), met
    )
    yield at_most(
        "合成城市的内存",
        "making the city, peak memory",
        synth["peak_bytes"],
        4 * GIB,
        "4 GiB",
        f"{mib(synth['peak_bytes'])} MiB",
    )
    if large is not small:
        more = growth(found)["memory_mib"]
        yield Bar(
            "每多一百万人的内存",
            "memory for each million people more",
            "≤ 10 MiB",
            f"{more:.1f} MiB",
            more <= 10 if whole else None,
        )
    yield from _checked([row for row in found if "check" in row])


def _checked(found: list[dict[str, Any]]) -> Iterator[Bar]:
    if not found:
        return
    large = found[-1]
    size, peak = short(large["people"]), large["check"]["peak_bytes"]
    met = peak <= 2 * GIB if large["people"] == WHOLE or peak > 2 * GIB else None
    yield Bar(
        f"DuckDB复核的内存，{size}人", f"check by DuckDB, peak memory, {size}", "≤ 2 GiB", f"{mib(peak)} MiB", met
    )
    wrong = sum(row["equal"]["differ"] for row in found)
    same = wrong == 0 and all(row["equal"]["same_sums"] for row in found)
    rows = sum(row["equal"]["rows"] for row in found)
    yield Bar("内核与DuckDB结果不同的行", "rows of kernel and DuckDB that differ", "0", f"{wrong} of {rows:,}", same)


def growth(found: list[dict[str, Any]]) -> dict[str, float]:
    """Seconds and MiB of a run for each million people between the two largest cities."""
    less, more = found[-2], found[-1]
    millions = (more["people"] - less["people"]) / 1e6
    return {
        "wall_s": (more["month"]["wall_s"] - less["month"]["wall_s"]) / millions,
        "cpu_s": (more["month"]["cpu_s"] - less["month"]["cpu_s"]) / millions,
        "memory_mib": (more["month"]["peak_bytes"] - less["month"]["peak_bytes"]) / millions / 2**20,
    }
