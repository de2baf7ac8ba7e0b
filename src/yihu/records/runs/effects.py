"""What each of several readings of the law would change in a city: the families with another answer, and the money.

As :mod:`compare`, both laws are taken once all that is found is granted. The city is read once for all readings, and under
each only those programmes are computed again that it can reach: by a rule, a parameter, or what another programme grants.
Memory does not grow with the city.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.dues import owners
from yihu.engines.rules.kernel import Want, kernel_for
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.month import Month
from yihu.engines.rules.reform import Reading, as_reform
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import Node, walk
from yihu.pack import Pack
from yihu.records.runs.launch import cores, open_for, plan_for
from yihu.records.snapshots import Snapshot

Array = np.ndarray[Any, Any]
Values = dict[tuple[str, str], tuple[Array, Array]]
GRANTED = "granted."


@dataclass
class Effect:
    """What one reading changes in a month. ``families`` have another answer to some programme; of these ``more`` get more of
    some and less of none (a recognition counts too), ``less`` the other way round. ``money`` in fen by how often it is
    paid (``month``, ``year``, ``once`` …); ``programmes``: people or families with another answer, by programme."""

    reading: Reading
    families: int = 0
    more: int = 0
    less: int = 0
    money: dict[str, int] = field(default_factory=dict)
    programmes: dict[str, int] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        """Plain JSON data; money in fen."""
        counts = {"families": self.families, "more": self.more, "less": self.less}
        return {**counts, "money": dict(self.money), "programmes": dict(self.programmes)}


@dataclass(frozen=True)
class _Answers:
    """Programmes and rules asked of one month, ready to be computed for tables."""

    month: Month
    programmes: tuple[Programme, ...]

    def wants(self) -> list[Want]:
        """Amount of each programme, or whether it is given."""
        outcomes = [(self.month.book.level(p.eligible), self.month.book.outcomes[p]) for p in self.programmes]
        return [Want(level, rule=outcome.amount or outcome.entitled) for level, outcome in outcomes]

    def columns(self) -> list[str]:
        """Snapshot columns that they read."""
        return kernel_for(self.month, self.wants()).columns() if self.programmes else []

    def first(self, table: pa.Table) -> tuple[Batch, Values]:
        """The families, and what the first pass finds to be granted."""
        kernel = kernel_for(self.month, self.wants())
        batch = Batch(table, kernel.layout)
        found: Values = {}
        for programme, arrays in zip(self.programmes, kernel.run_batch(batch, self.month).arrays, strict=True):
            value = arrays["value"] if programme.amount is not None else (arrays["value"] > 0).astype(np.uint8)
            key = self.month.book.level(programme.eligible), GRANTED + programme.id
            found[key] = (value, (arrays["unknown"] == 0).astype(np.uint8))
        return batch, found

    def then(self, batch: Batch, granted: Values) -> dict[Programme, tuple[Array, Array]]:
        """Value (nothing where unknown) and whether it is unknown, once ``granted`` is granted."""
        outputs = kernel_for(self.month, self.wants()).run_batch(batch.with_values(granted), self.month)
        return {
            programme: (np.where(arrays["unknown"] > 0, 0, arrays["value"]).astype(np.int64), arrays["unknown"] > 0)
            for programme, arrays in zip(self.programmes, outputs.arrays, strict=True)
        }


def effects(
    pack: Pack,
    path: Path,
    month: date,
    readings: Sequence[Reading] | None = None,
    *,
    threads: int | None = None,
    progress: Callable[[int], None] = lambda n: None,
) -> list[Effect]:
    """The effect of each reading of a pack (or of ``readings``) over a snapshot.

    ``progress`` counts the readings as they are made ready, then the row groups.
    """
    snapshot = open_for(pack, path)
    found = [Effect(reading) for reading in (pack.readings if readings is None else readings)]
    plan = plan_for(pack, [month], None)
    plan.check(snapshot)
    base = _Answers(plan.month, plan.month.programmes)
    others, names = [], dict.fromkeys(base.columns())
    for number, each in enumerate(found):
        others.append(_under(pack, plan.month, month, each.reading, snapshot))
        names |= dict.fromkeys(others[-1].columns())
        progress(number)

    def work(group: int) -> list[Effect]:
        return list(_counted(base, others, found, snapshot.read(group, list(names))))

    if base.programmes:
        with ThreadPoolExecutor(min(threads or cores(), max(snapshot.groups, 1))) as pool:
            for group, parts in enumerate(pool.map(work, range(snapshot.groups))):
                for whole, part in zip(found, parts, strict=True):
                    _add(whole, part)
                progress(len(found) + group)
    return found


def _under(pack: Pack, before: Month, month: date, reading: Reading, snapshot: Snapshot) -> _Answers:
    """The programmes that a reading can reach, under it."""
    plan = plan_for(pack, [month], as_reform(reading))
    plan.check(snapshot)
    return _Answers(plan.month, reached(before, plan.month))


def reached(before: Month, after: Month) -> tuple[Programme, ...]:
    """Programmes in force whose answers may differ between the law as it is and a reading of it."""
    replaced = {new for old, new in after.book.replaced.items() if before.book.replaced.get(old) is not new}
    figures = {name for name, value in after.law.items() if name in before.law and before.law[name] != value}
    moved: set[str] = set()
    while True:
        touched = set(_touched(after, replaced, figures, moved))
        found = {p.id for p in after.programmes if touched & set(vars(after.book.outcomes[p]).values())}
        if found <= moved:
            return tuple(p for p in after.programmes if p.id in moved)
        moved |= found


def _touched(month: Month, replaced: set[AnyRule], figures: set[str], moved: set[str]) -> Iterator[AnyRule]:
    """Rules, callees first, that are replaced, or read one of these figures, grants or rules."""
    found: set[AnyRule] = set()

    def reads(node: Node) -> bool:
        if node.op == "param":
            return node.value in figures
        if node.op == "rule":
            return month.book.current(node.value) in found
        return node.op == "fact" and node.value.startswith(GRANTED) and node.value.removeprefix(GRANTED) in moved

    for rule, tree in month.trees.items():
        if rule in replaced or any(reads(node) for node in walk(tree)):
            found.add(rule)
            yield rule


def _counted(base: _Answers, others: Iterable[_Answers], of: Iterable[Effect], table: pa.Table) -> Iterator[Effect]:
    """The effects in one row group."""
    batch, granted = base.first(table)
    decided = base.then(batch, granted)
    for effect, other in zip(of, others, strict=True):
        part = Effect(effect.reading)
        if other.programmes:
            again, found = other.first(table)
            _compare(part, batch, base.month, decided, other.then(again, {**granted, **found}))
        yield part


def _compare(
    part: Effect,
    batch: Batch,
    month: Month,
    decided: Mapping[Programme, tuple[Array, Array]],
    other: Mapping[Programme, tuple[Array, Array]],
) -> None:
    changed, rises, falls = (np.zeros(batch.families, bool) for _ in range(3))
    for programme, (value, unknown) in other.items():
        before, unsure = decided[programme]
        owner = owners(batch, month.book.level(programme.eligible))
        difference = value - before
        differs = (difference != 0) | (unknown != unsure)
        changed[owner[differs]] = True
        rises[owner[difference > 0]] = True
        falls[owner[difference < 0]] = True
        if differs.any():
            part.programmes[programme.id] = int(differs.sum())
        if programme.amount is not None and (sum_ := int(difference.sum())):
            part.money[programme.every] = part.money.get(programme.every, 0) + sum_
    part.families, part.more = int(changed.sum()), int((rises & ~falls).sum())
    part.less = int((falls & ~rises).sum())


def _add(whole: Effect, part: Effect) -> None:
    for name in ("families", "more", "less"):
        setattr(whole, name, getattr(whole, name) + getattr(part, name))
    for counts, more in ((whole.money, part.money), (whole.programmes, part.programmes)):
        for key, value in more.items():
            counts[key] = counts.get(key, 0) + value
