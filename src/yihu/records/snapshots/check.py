"""Published figures beside what a synthetic city holds, its counts scaled to the real number of people."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from yihu.engines.synth import Facts, Measure, Recipe
from yihu.pack import Figure, PackError, Places
from yihu.records.snapshots.layout import Snapshot, SnapshotError

Sums = dict[str, defaultdict[int | None, float]]

PEOPLE = "people"
"""The measure of everyone: what counts are scaled by."""


@dataclass(frozen=True)
class Checked:
    """One figure: what the city holds (None: nothing in the snapshot counts it), and how far off that is.

    ``tolerance``: allowed difference as a share of the figure; None where the city is not made to reproduce it (another
    year): shown for comparison only. ``expected``: how many the figure means in a city of this size.
    """

    figure: Figure
    synthetic: float | None
    tolerance: float | None
    expected: float

    @property
    def difference(self) -> float | None:
        """Synthetic less published, as a share of the published figure."""
        return None if self.synthetic is None else self.synthetic / self.figure.value - 1

    @property
    def allowed(self) -> float | None:
        """The tolerance, and what chance does to a count of this size in a small city (two standard deviations)."""
        return None if self.tolerance is None else self.tolerance + 2 / math.sqrt(max(self.expected, 1.0))

    @property
    def holds(self) -> bool | None:
        """Within what is allowed; None where nothing is aimed at, or nothing to compare."""
        if self.allowed is None or self.difference is None:
            return None
        return abs(self.difference) <= self.allowed


def check(snapshot: Snapshot, figures: Iterable[Figure], places: Places, recipe: Recipe) -> list[Checked]:
    """Every figure beside the synthetic one.

    Raises :class:`SnapshotError` where the snapshot is not a synthetic city, :class:`PackError` where nobody is counted.
    """
    if snapshot.meta.get("origin") != "synthetic":
        raise SnapshotError(f"{snapshot.path}: not a synthetic city; make one with yihu synth")
    counts = count(snapshot, places, recipe)
    if PEOPLE not in counts:
        raise PackError(
            f"the recipe has no measure called {PEOPLE}; add one that counts every member, for counts are scaled by it"
        )
    everyone = counts[PEOPLE][None]
    if not everyone:
        raise SnapshotError(f"{snapshot.path}: nobody lives there; make the snapshot again")
    return [_checked(figure, counts, recipe, recipe.base / everyone) for figure in figures]


def count(snapshot: Snapshot, places: Places, recipe: Recipe) -> Sums:
    """Each measure for the whole city (key None) and by district, one row group in memory at a time."""
    has = set(snapshot.schema.names)
    measures = {name: m for name, m in recipe.measures.items() if has.issuperset(m.columns)}
    columns = sorted({column for m in measures.values() for column in m.columns})
    on = date.fromisoformat(snapshot.meta["on"])
    sums: Sums = {name: defaultdict(float) for name in measures}
    for group in range(snapshot.groups):
        table = snapshot.read(group, ["community", *columns])
        _add(table, Facts(table, on), measures, places, sums)
    return sums


def _add(
    table: pa.Table,
    facts: Facts,
    measures: Mapping[str, Measure],
    places: Places,
    sums: Sums,
) -> None:
    communities, at_community = np.unique(facts["community"], return_inverse=True)
    of = [places.district_of(int(code)) for code in communities]
    codes, numbers = np.unique(np.array(of), return_inverse=True)
    district = numbers[at_community]
    at = {"": district}
    for name, measure in measures.items():
        if measure.level not in at:
            at[measure.level] = facts.spread(measure.level, district)
        found = np.bincount(at[measure.level], weights=measure.count(facts), minlength=len(codes))
        sums[name][None] += float(found.sum())
        for code, value in zip(codes.tolist(), found.tolist(), strict=True):
            sums[name][code] += value


def _checked(figure: Figure, counts: Sums, recipe: Recipe, scale: float) -> Checked:
    name = figure.id.split(".")[0]
    tolerance = recipe.targets.get(figure.id)
    measure = recipe.measures.get(name)
    if measure is None or name not in counts or (measure.over is not None and measure.over not in counts):
        return Checked(figure, None, tolerance, 0.0)
    counted = counts[name][figure.place]
    if measure.over is None:
        return Checked(figure, counted * scale, tolerance, figure.value / scale)
    over = counts[measure.over][figure.place]
    share = counted / over if over else 0.0
    return Checked(figure, share * (100 if measure.percent else 1), tolerance, counted)
