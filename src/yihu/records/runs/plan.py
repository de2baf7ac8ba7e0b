"""What a run does: the months, the outputs wanted of the kernel, the columns to read, and whether data fit the proof."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from yihu.engines.rules import ranges
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.kernel import Kernel, Want, kernel_for
from yihu.engines.rules.layout import Column, columns
from yihu.engines.rules.month import LAST_YEAR, Month
from yihu.engines.rules.tree import CASE, walk
from yihu.engines.rules.types import Kind
from yihu.records.runs.shelf import shelf
from yihu.records.snapshots import Snapshot, SnapshotError

MOST_LANES = 12
MOST_MONTHS = 240  # months are counted in a byte


class PlanError(Exception):
    """A run that cannot be asked for: what is wrong, what to ask for instead."""


@dataclass(frozen=True)
class Plan:
    """A rulebook over one or more months."""

    book: Rulebook
    months: tuple[Month, ...]

    @property
    def month(self) -> Month:
        """The first (or only) month."""
        return self.months[0]

    @property
    def people(self) -> str | None:
        """The list whose items are counted as people: the first of the pack."""
        return next(iter(self.book.root.LISTS), None)

    @cached_property
    def wants(self) -> tuple[Want, ...]:
        """One output for each programme in force: findings for one month, sums for several."""
        sums = len(self.months) > 1
        some = {p.id for month in self.months for p in month.programmes}
        return tuple(
            Want(self.book.level(p.eligible), programme=p, sums=sums) for p in self.book.programmes if p.id in some
        )

    @cached_property
    def asked(self) -> tuple[Want, ...]:
        """One output for each rule that is asked for its own sake or shown beside; in a run of one month only, for levels
        and conditions of several months do not add up."""
        rules = (*self.book.asked, *self.book.beside) if len(self.months) == 1 else ()
        return tuple(Want(self.book.level(rule), rule=rule) for rule in rules)

    @cached_property
    def passes(self) -> tuple[tuple[Month, ...], ...]:
        """The months in groups that one kernel computes together: the same programmes in force, at most ``MOST_LANES``."""
        found: list[list[Month]] = []
        for month in self.months:
            if found and len(found[-1]) < MOST_LANES and found[-1][0].programmes == month.programmes:
                found[-1].append(month)
            else:
                found.append([month])
        return tuple(tuple(each) for each in found)

    def kernels(self, known: Set[str] = frozenset()) -> list[Kernel]:
        """The compiled kernel of each pass; ``known`` names columns without nulls."""
        return [kernel_for(each, (*self.wants, *self.asked), known, shelf()) for each in self.passes]

    def kernels_for(self, snapshot: Snapshot, *, then: bool) -> list[Kernel]:
        """Kernels that take the columns without nulls for known; with ``then`` not what is granted, which the second pass
        fills with what the first found."""
        return self.kernels(full_columns(snapshot, self.columns) - (self.granted if then else frozenset()))

    @cached_property
    def columns(self) -> list[str]:
        """Snapshot columns that the kernels may read: the facts in the rules of the months, and what is granted today."""
        names = {granted_name(want): None for want in self.wants}
        for month in self.months:
            for node in walk(*month.trees.values()):
                if node.op == "fact":
                    names[node.value if node.level == CASE else f"{node.level}.{node.value}"] = None
        for nested in self.book.root.LISTS.values():
            if not any(name.startswith(f"{nested.name}.") for name in names):
                names[f"{nested.name}.{next(iter(nested.item.FACTS))}"] = None
        return sorted(names)

    @cached_property
    def granted(self) -> frozenset[str]:
        """Columns of what is granted today."""
        return frozenset(granted_name(want) for want in self.wants)

    def check(self, snapshot: Snapshot) -> None:
        """Refuse a snapshot with values outside what was declared: the proof against overflow rests on it.

        Uses the minima and maxima that Parquet keeps for each row group, so no data are read.
        """
        known = {c.name: c for c in columns(self.book.root, self.book.programmes)}
        for name in self.columns:
            column = known[name]
            if column.type.kind is Kind.YES_NO:
                continue
            allowed = self.book.fact_bound(column.level, column.fact, column.type)
            for group, found in snapshot.statistics(name).items():
                if found is not None and found.has_min_max:
                    _within(snapshot, column, group, (found.min, found.max), allowed)
                elif found is None or found.num_values:
                    raise SnapshotError(
                        f"{snapshot.path}: row group {group}, column {name} was written without its least and greatest value; "
                        "make the snapshot again with yihu import"
                    )


def granted_name(want: Want) -> str:
    """Column of what is granted today for an output's programme."""
    assert want.programme is not None
    name = f"granted.{want.programme.id}"
    return name if want.level == CASE else f"{want.level}.{name}"


def full_columns(snapshot: Snapshot, names: Sequence[str]) -> frozenset[str]:
    """Those of the columns in which no value is unknown, by the counts that Parquet keeps."""
    return frozenset(name for name in names if all(_no_nulls(each) for each in snapshot.statistics(name).values()))


def _no_nulls(found: Any) -> bool:
    return found is not None and found.has_null_count and found.null_count == 0


def _within(
    snapshot: Snapshot, column: Column, group: int, found: tuple[object, object], allowed: tuple[int, int]
) -> None:
    ends = [ranges.scaled(v, column.type) if isinstance(v, date) else v for v in found]
    for end in ends:
        if not isinstance(end, int) or not allowed[0] <= end <= allowed[1]:
            shown = (
                ranges.unscaled(end, column.type) if isinstance(end, int) and column.type.kind is Kind.NUMBER else end
            )
            raise SnapshotError(
                f"{snapshot.path}: row group {group}, column {column.name} holds {shown}, outside what the pack declares; "
                "correct the source and make the snapshot again"
            )


def plan_run(book: Rulebook, months: Sequence[date]) -> Plan:
    """A plan; raises :class:`LawGap` where a month's law has gaps, :class:`PlanError` for months that no run takes."""
    if not 0 < len(months) <= MOST_MONTHS:
        raise PlanError(f"{len(months)} months in one run; ask for 1 to {MOST_MONTHS}")
    if months[-1].year > LAST_YEAR:
        raise PlanError(f"the run goes on to {months[-1]:%Y-%m}; ask for months up to {LAST_YEAR}-12")
    return Plan(book, tuple(Month(book, month) for month in months))
