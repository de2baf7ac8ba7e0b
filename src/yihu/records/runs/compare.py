"""What a reform changes: both laws over the same families, streamed; cost, winners and losers by place, kind and income.

Two passes: the first counts incomes (for the tenths), the second computes both laws. Memory does not grow with the city.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.kernel import Kernel, Outputs, Want, kernel_for
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.reform import Reform
from yihu.engines.rules.tree import CASE
from yihu.pack import Pack
from yihu.records.runs.launch import cores, open_for, plan_for
from yihu.records.runs.plan import Plan
from yihu.records.runs.rows import owners
from yihu.records.snapshots import Snapshot

TOP_YUAN = 100_000
Array = np.ndarray[Any, Any]


@dataclass
class Change:
    """Before and after for one group of families; money in fen a month."""

    zh: str
    en: str
    families: int = 0
    winners: int = 0
    losers: int = 0
    gained: int = 0
    lost: int = 0

    @property
    def cost(self) -> int:
        """Additional money a month."""
        return self.gained - self.lost

    def add(self, difference: Array) -> None:
        """Count families with these differences (fen)."""
        self.families += len(difference)
        self.winners += int((difference > 0).sum())
        self.losers += int((difference < 0).sum())
        self.gained += int(difference[difference > 0].sum())
        self.lost += -int(difference[difference < 0].sum())


@dataclass
class ProgrammeChange:
    """Before and after for one programme: how many are entitled, and how much a month in fen (one-off: in all)."""

    id: str
    zh: str
    en: str
    one_off: bool
    before: int = 0
    after: int = 0
    before_amount: int = 0
    after_amount: int = 0


@dataclass
class Comparison:
    """A reform beside the law as it is, for one month. ``whole`` and the groups count families."""

    zh: str
    en: str
    month: date
    snapshot: str
    whole: Change
    programmes: list[ProgrammeChange]
    districts: dict[int, Change] = field(default_factory=dict)
    kinds: dict[int, Change] = field(default_factory=dict)
    deciles: dict[int, Change] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        """Plain JSON data; money in fen."""
        def rows(groups: dict[int, Change]) -> list[dict[str, Any]]:
            return [{"key": key, **vars(each), "cost": each.cost} for key, each in sorted(groups.items())]

        return {
            "zh": self.zh, "en": self.en, "month": f"{self.month:%Y-%m}", "snapshot": self.snapshot,
            "whole": {**vars(self.whole), "cost": self.whole.cost}, "programmes": [vars(p) for p in self.programmes],
            "districts": rows(self.districts), "kinds": rows(self.kinds), "deciles": rows(self.deciles),
        }  # fmt: skip


@dataclass(frozen=True)
class _Law:
    """One of the two laws: its plan, its kernel (programmes first, then income and kind)."""

    plan: Plan
    kernel: Kernel
    extras: tuple[Want, ...]

    def run(self, table: pa.Table) -> tuple[Batch, Outputs]:
        batch = Batch(table, self.kernel.layout)
        return batch, self.kernel.run_batch(batch, self.plan.month)


def compare(
    pack: Pack, path: Path, month: date, reform: Reform, *, threads: int | None = None, progress: Callable[[int], None] = lambda n: None
) -> Comparison:
    """Compare a reform with the law as it is over a snapshot; ``progress`` counts row groups of both passes."""
    snapshot = open_for(pack, path)
    before, after = _law(pack, plan_for(pack, [month])), _law(pack, plan_for(pack, [month], reform))
    before.plan.check(snapshot)
    after.plan.check(snapshot)
    names = list(dict.fromkeys(["community", *before.kernel.columns(), *after.kernel.columns()]))
    edges = _edges(pack, snapshot, before, progress)
    found = _empty(pack, before, after, reform, month, snapshot)
    with ThreadPoolExecutor(threads or cores()) as pool:
        work = pool.map(lambda g: _both(snapshot, g, names, before, after), range(snapshot.groups))
        for group, (table, batch, first, second) in enumerate(work):
            _count(found, pack, table, batch, (before, first), (after, second), edges)
            progress(snapshot.groups + group)
    return found


def _law(pack: Pack, plan: Plan) -> _Law:
    extras = tuple(Want(CASE, rule=plan.book.current(rule)) for rule in (pack.income, pack.kind) if rule is not None)
    return _Law(plan, kernel_for(plan.month, (*plan.wants, *extras)), extras)


def _both(snapshot: Snapshot, group: int, names: list[str], before: _Law, after: _Law) -> tuple[pa.Table, Batch, Outputs, Outputs]:
    table = snapshot.read(group, names)
    batch, first = before.run(table)
    return table, batch, first, after.run(table)[1]


def _edges(pack: Pack, snapshot: Snapshot, law: _Law, progress: Callable[[int], None]) -> Array:
    """Upper ends of the tenths of income per head in yuan (families with unknown income left out)."""
    counts = np.zeros(TOP_YUAN + 1, np.int64)
    if pack.income is not None:
        rule: AnyRule = law.plan.book.current(pack.income)
        want = Want(CASE, rule=rule)
        kernel = kernel_for(law.plan.month, (want,))
        for group in range(snapshot.groups):
            arrays = kernel.run(snapshot.read(group, kernel.columns()), law.plan.month).arrays[0]
            yuan = _yuan(arrays, rule)
            counts += np.bincount(yuan[yuan >= 0], minlength=TOP_YUAN + 1)
            progress(group)
    cumulated = np.cumsum(counts)
    edges: Array = np.searchsorted(cumulated, cumulated[-1] * np.arange(1, 10) / 10)
    return edges


def _yuan(arrays: Any, rule: AnyRule) -> Array:
    """Whole yuan of an income rule, capped; -1 where unknown."""
    yuan = np.clip(arrays["value"] // 10**rule.type.places, 0, TOP_YUAN)
    return np.where(arrays["unknown"] > 0, -1, yuan)


def _empty(pack: Pack, before: _Law, after: _Law, reform: Reform, month: date, snapshot: Snapshot) -> Comparison:
    ids = {w.programme.id: w.programme for law in (before, after) for w in law.plan.wants if w.programme is not None}
    programmes = [ProgrammeChange(p.id, p.zh, p.en, p.one_off) for p in ids.values()]
    found = Comparison(reform.zh, reform.en, month, str(snapshot.path), Change("全市", "the whole city"), programmes)
    for code, zh in pack.places().districts.items():
        found.districts[code] = Change(zh, pack.places().english.get(code, zh))
    if pack.income is not None:
        for tenth in range(1, 11):
            found.deciles[tenth] = Change(f"第{tenth}个十分位", f"tenth {tenth}")
        found.deciles[11] = Change("收入不详", "income unknown")
    if pack.kind is not None and pack.kind.type.choices is not None:
        for member in pack.kind.type.choices:
            found.kinds[member.code] = Change(member.zh, member.en)
        found.kinds[len(found.kinds)] = Change("类型不详", "kind unknown")
    return found


def _count(found: Comparison, pack: Pack, table: pa.Table, batch: Batch, before: tuple[_Law, Outputs], after: tuple[_Law, Outputs], edges: Array) -> None:  # fmt: skip
    first, second = _monthly(batch, *before, found, "before"), _monthly(batch, *after, found, "after")
    difference = second - first
    found.whole.add(difference)
    district = table.column("community").to_numpy(zero_copy_only=False).astype(np.int64) // 10**6
    _by(found.districts, district, difference, lambda code: Change(str(code), str(code)))
    arrays = dict(zip((w.rule for w in before[0].extras), before[1].arrays[len(before[0].plan.wants) :], strict=True))
    book = before[0].plan.book
    if pack.income is not None:
        yuan = _yuan(arrays[book.current(pack.income)], book.current(pack.income))
        _by(found.deciles, np.where(yuan < 0, 11, np.searchsorted(edges, yuan, side="left") + 1), difference, None)
    if pack.kind is not None:
        kind = arrays[book.current(pack.kind)]
        _by(found.kinds, np.where(kind["unknown"] > 0, len(found.kinds) - 1, kind["value"]), difference, None)


def _by(groups: dict[int, Change], keys: Array, difference: Array, new: Callable[[int], Change] | None) -> None:
    for key in np.unique(keys):
        code = int(key)
        if code not in groups and new is not None:
            groups[code] = new(code)
        groups[code].add(difference[keys == key])


def _monthly(batch: Batch, law: _Law, outputs: Outputs, found: Comparison, side: str) -> Array:
    """Monthly money of every family in fen; counts people and money by programme on the way."""
    total = np.zeros(batch.families, np.int64)
    changes = {p.id: p for p in found.programmes}
    for want, arrays in _programmes(law.plan, outputs):
        assert want.programme is not None
        change = changes[want.programme.id]
        amount = arrays["amount"]
        entitled = (arrays["finding"] == 1) | (arrays["finding"] == 2) | (arrays["finding"] == 3)
        setattr(change, side, getattr(change, side) + int(entitled.sum()))
        setattr(change, f"{side}_amount", getattr(change, f"{side}_amount") + int(amount.sum()))
        if not want.programme.one_off:
            np.add.at(total, owners(batch, want.level)[amount != 0], amount[amount != 0])
    return total


def _programmes(plan: Plan, outputs: Outputs) -> Iterator[tuple[Want, Any]]:
    yield from zip(plan.wants, outputs.arrays, strict=False)
