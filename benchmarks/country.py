"""On paper: one month of law for a whole country on Spark, from what local mode measured.

Every row group is computed by itself and nothing is shuffled, so executors work side by side; what does not divide is
starting, and the one driver of a run, which receives the rows that were found and writes them.
"""

from dataclasses import dataclass
from typing import Any, Final

from benchmarks.tables import Grid, seconds

PEOPLE: Final = 1_400_000_000
EXECUTORS, CORES_EACH = 100, 4
LARGEST_PROVINCE: Final = 127_000_000
"""People of the largest province (Guangdong, census of 2020 and later estimates, rounded)."""


@dataclass(frozen=True)
class Estimate:
    """Seconds for the whole country; bytes a second that the storage must give while executors compute."""

    start_s: float
    executors_s: float
    driver_s: float
    province_driver_s: float
    read_bytes_per_s: float
    snapshot_bytes: float

    @property
    def one_run_s(self) -> float:
        """One run, one driver."""
        return self.start_s + max(self.executors_s, self.driver_s)

    @property
    def by_province_s(self) -> float:
        """One run a province, all at once on the same executors: the slowest driver is that of the largest."""
        return self.start_s + max(self.executors_s, self.province_driver_s)


def estimate(found: dict[str, Any]) -> Estimate:
    """From the figures of `benchmarks.spark`."""
    rate, cores = rate_of(found), EXECUTORS * CORES_EACH
    driver = found["driver_s"] / found["people"]
    return Estimate(
        start_s=found["start_s"] + found["first_s"] - found["second_s"],
        executors_s=PEOPLE / (rate * cores),
        driver_s=PEOPLE * driver,
        province_driver_s=LARGEST_PROVINCE * driver,
        read_bytes_per_s=rate * cores * found["bytes"] / found["people"],
        snapshot_bytes=PEOPLE * found["bytes"] / found["people"],
    )


def rate_of(found: dict[str, Any]) -> float:
    """People a second and core."""
    return float(found["people"] / found["second_s"] / found["cores"])


def grids(found: dict[str, Any]) -> list[Grid]:
    """What was measured, and the estimate with its assumptions."""
    if "missing" in found:
        return [Grid("Spark, local mode", ("not measured",), [(found["missing"],)])]
    rows = [
        ("people, cores", f"{found['people']:,}, local[{found['cores']}]"),
        ("session started", f"{seconds(found['start_s'])} s"),
        ("first pass (workers start, rules read, kernel compiled)", f"{seconds(found['first_s'])} s"),
        ("second pass", f"{seconds(found['second_s'])} s"),
        ("people a second and core", f"{rate_of(found):,.0f}"),
        ("driver's own work, of the second pass", f"{seconds(found['driver_s'])} s"),
        ("rows that differ from the kernel without Spark", f"{found['equal']['differ']} of {found['equal']['rows']:,}"),
    ]
    made = estimate(found)
    paper = [
        ("starting", f"{made.start_s:.0f} s"),
        ("executors: people ÷ (people a second and core × cores)", f"{made.executors_s:.0f} s"),
        ("the driver, one run for all", f"{made.driver_s:.0f} s"),
        ("the driver of the largest province, one run a province", f"{made.province_driver_s:.0f} s"),
        ("**one run, one driver**", f"**{made.one_run_s:.0f} s**"),
        ("**one run a province, at the same time**", f"**{made.by_province_s:.0f} s**"),
        ("snapshot", f"{made.snapshot_bytes / 1e9:.0f} GB"),
        ("storage must give", f"{made.read_bytes_per_s / 1e9:.1f} GB/s"),
    ]
    notes = [
        f"Assumed: {PEOPLE / 1e9:.1f} billion people as rich in facts as those of the synthetic city, {EXECUTORS} executors of "
        f"{CORES_EACH} cores like the one measured, Parquet on shared storage that keeps up, no shuffle, one month, one pass. "
        "The rate is that of local mode, where the executors share the machine with the driver."
    ]
    return [
        Grid("Spark, local mode", ("", ""), rows),
        Grid("On paper: 1.4 billion people, one month", ("", ""), paper, notes),
    ]
