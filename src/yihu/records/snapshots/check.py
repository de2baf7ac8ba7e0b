"""Published figures beside what a synthetic city holds, its counts scaled to the real number of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from yihu.engines.synth import Facts, Measure, Recipe
from yihu.pack import Figure, Places
from yihu.records.snapshots.layout import Snapshot, SnapshotError

PEOPLE = "people"
"""The measure of everyone: what counts are scaled by."""


@dataclass(frozen=True)
class Checked:
    """One figure: what the city holds (None: nothing in the snapshot counts it), and how far off that is.

    ``tolerance``: allowed difference as a share of the figure; None where the city is not made to reproduce it (another
    year): shown for comparison only. ``counted``: people or households behind it in the snapshot.
    """

    figure: Figure
    synthetic: float | None
    tolerance: float | None
    counted: float

    @property
    def difference(self) -> float | None:
        """Synthetic less published, as a share of the published figure."""
        return None if self.synthetic is None else self.synthetic / self.figure.value - 1

    @property
    def holds(self) -> bool | None:
        """Within the tolerance; None where there is none, or nothing to compare."""
        if self.tolerance is None or self.difference is None:
            return None
        return abs(self.difference) <= self.tolerance


def check(snapshot: Snapshot, figures: Iterable[Figure], places: Places, recipe: Recipe) -> list[Checked]:
    """Every figure beside the synthetic one. Raises :class:`SnapshotError` where the snapshot is not a synthetic city."""
    if snapshot.meta.get("origin") != "synthetic":
        raise SnapshotError(f"{snapshot.path}: not a synthetic city; make one with yihu synth")
    counts = count(snapshot, places, recipe)
    everyone = counts[PEOPLE][None]
    if not everyone:
        raise SnapshotError(f"{snapshot.path}: nobody lives there; make the snapshot again")
    return [_checked(figure, counts, recipe, recipe.base / everyone) for figure in figures]


def count(snapshot: Snapshot, places: Places, recipe: Recipe) -> Mapping[str, Counter[int | None]]:
    """Each measure for the whole city (key None) and by district, one row group in memory at a time."""
    has = set(snapshot.file.schema_arrow.names)
    measures = {name: m for name, m in recipe.measures.items() if has.issuperset(m.columns)}
    columns = sorted({column for m in measures.values() for column in m.columns})
    on = date.fromisoformat(snapshot.meta["on"])
    sums: dict[str, Counter[int | None]] = {name: Counter() for name in measures}
    for group in range(snapshot.groups):
        table = snapshot.read(group, ["community", *columns])
        _add(table, Facts(table, on), measures, places, sums)
    return sums


def _add(
    table: pa.Table,
    facts: Facts,
    measures: Mapping[str, Measure],
    places: Places,
    sums: dict[str, Counter[int | None]],
) -> None:
    community = facts["community"]
    codes, district = np.unique(places.district_of(community), return_inverse=True)
    at = {"": district}
    for name, measure in measures.items():
        if measure.level not in at:
            at[measure.level] = facts.spread(measure.level, district)
        found = np.bincount(at[measure.level], weights=measure.count(facts), minlength=len(codes))
        sums[name][None] += float(found.sum())
        sums[name].update(dict(zip(codes.tolist(), found.tolist(), strict=True)))


def _checked(figure: Figure, counts: Mapping[str, Counter[int | None]], recipe: Recipe, scale: float) -> Checked:
    name = figure.id.split(".")[0]
    tolerance = recipe.targets.get(figure.id)
    measure = recipe.measures.get(name)
    if measure is None or name not in counts or (measure.over is not None and measure.over not in counts):
        return Checked(figure, None, tolerance, 0.0)
    counted = counts[name][figure.place]
    if measure.over is None:
        return Checked(figure, counted * scale, tolerance, counted)
    over = counts[measure.over][figure.place]
    share = counted / over if over else 0.0
    return Checked(figure, share * (100 if measure.percent else 1), tolerance, counted)
