"""What a reform changes: both laws over the same families, streamed; cost, winners and losers by place, kind and income.

Under both laws a family gets what is due once all that it is entitled to is granted: what one programme pays because
another does is in the cost, and nobody is counted with two benefits of which one ends the other. The city is read twice:
to count incomes (for the tenths), and to compute both laws. Memory does not grow with it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.dues import Dues
from yihu.engines.rules.kernel import Outputs, Want, kernel_for
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.reform import Reform
from yihu.engines.rules.tree import CASE
from yihu.pack import Pack
from yihu.records.runs.asked import DISTRICT
from yihu.records.runs.launch import cores, open_for, plan_for
from yihu.records.runs.plan import Plan
from yihu.records.runs.raises import Curve, Kept, Raised, curve, raised, wage_of
from yihu.records.runs.rows import communities
from yihu.records.snapshots import Snapshot

TOP_YUAN = 100_000
NO_TENTH = 11
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
    """Before and after for one programme: how many are entitled, and how much a month in fen (or as often as ``every`` says)."""

    id: str
    zh: str
    en: str
    every: str
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
    kept: dict[str, Kept] = field(default_factory=lambda: {"before": Kept(), "after": Kept()})
    curves: list[Curve] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """Plain JSON data; money in fen."""

        def rows(groups: dict[int, Change]) -> list[dict[str, Any]]:
            return [{"key": key, **vars(each), "cost": each.cost} for key, each in sorted(groups.items())]

        return {
            "zh": self.zh, "en": self.en, "month": f"{self.month:%Y-%m}", "snapshot": self.snapshot,
            "whole": {**vars(self.whole), "cost": self.whole.cost}, "programmes": [vars(p) for p in self.programmes],
            "districts": rows(self.districts), "kinds": rows(self.kinds), "deciles": rows(self.deciles),
            "raise": {side: {**vars(each), "families": each.families, "cliffs": each.cliffs} for side, each in self.kept.items()},
            "curves": [vars(each) for each in self.curves],
        }  # fmt: skip


@dataclass(frozen=True)
class _Law:
    """One of the two laws: its plan, what it makes of families, and the rules by which families are grouped."""

    plan: Plan
    dues: Dues
    income: AnyRule | None
    kind: AnyRule | None

    @classmethod
    def of(cls, plan: Plan, pack: Pack) -> _Law:
        """The law of a plan."""
        income, kind = (plan.book.current(rule) if rule is not None else None for rule in (pack.income, pack.kind))
        return cls(plan, Dues(plan.month, [rule for rule in (income, kind) if rule is not None]), income, kind)


@dataclass(frozen=True)
class _Both:
    """One row group under both laws."""

    table: pa.Table
    batch: Batch
    before: Outputs
    after: Outputs
    raised: Raised | None


def compare(
    pack: Pack,
    path: Path,
    month: date,
    reform: Reform,
    *,
    threads: int | None = None,
    progress: Callable[[int], None] = lambda n: None,
) -> Comparison:
    """Compare a reform with the law as it is over a snapshot; ``progress`` counts row groups of both passes."""
    snapshot = open_for(pack, path)
    before, after = (_Law.of(plan_for(pack, [month], each), pack) for each in (None, reform))
    before.plan.check(snapshot)
    after.plan.check(snapshot)
    edges = _edges(snapshot, before, progress)
    counted = _Counted(pack, before, after, edges, _empty(pack, before, after, reform, month, snapshot))
    wage = wage_of(before.dues)
    earned = [] if wage is None else [".".join(wage)]
    names = list(dict.fromkeys(["community", *before.dues.kernel.columns(), *after.dues.kernel.columns(), *earned]))

    def both(group: int) -> _Both:
        table = snapshot.read(group, names)
        (batch, first), (again, second) = before.dues.run(table), after.dues.run(table)
        more = None if wage is None else raised(table, *wage, ((before.dues, batch), (after.dues, again)))
        return _Both(table, batch, first, second, more)

    with ThreadPoolExecutor(threads or cores()) as pool:
        for group, each in enumerate(_in_order(pool, both, snapshot.groups, threads or cores())):
            counted.add(each)
            progress(snapshot.groups + group)
    curves = (curve(pack, model, before.dues, after.dues) for model in pack.models)
    counted.found.curves += [each for each in curves if each is not None]
    return counted.found


def _in_order(pool: ThreadPoolExecutor, work: Callable[[int], _Both], count: int, ahead: int) -> Iterator[_Both]:
    """Results in order; at most ``ahead`` + 1 row groups are in memory."""
    waiting: deque[Future[_Both]] = deque()
    for group in range(count):
        waiting.append(pool.submit(work, group))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _edges(snapshot: Snapshot, law: _Law, progress: Callable[[int], None]) -> Array:
    """Upper ends of the tenths of income per head in yuan (families with unknown income left out)."""
    counts = np.zeros(TOP_YUAN + 1, np.int64)
    if law.income is not None:
        kernel = kernel_for(law.plan.month, (Want(CASE, rule=law.income),))
        for group in range(snapshot.groups):
            arrays = kernel.run(snapshot.read(group, kernel.columns()), law.plan.month).arrays[0]
            yuan = _yuan(arrays, law.income)
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
    programmes = [ProgrammeChange(p.id, p.zh, p.en, p.every) for p in ids.values()]
    found = Comparison(reform.zh, reform.en, month, str(snapshot.path), Change("全市", "the whole city"), programmes)
    for code, zh in pack.places().districts.items():
        found.districts[code] = Change(zh, pack.places().english.get(code, zh))
    if pack.income is not None:
        for tenth in range(1, 11):
            found.deciles[tenth] = Change(f"第{tenth}个十分位", f"tenth {tenth}")
        found.deciles[NO_TENTH] = Change("收入不详", "income unknown")
    if pack.kind is not None and pack.kind.type.choices is not None:
        for member in pack.kind.type.choices:
            found.kinds[member.code] = Change(member.zh, member.en)
        found.kinds[len(found.kinds)] = Change("类型不详", "kind unknown")
    return found


@dataclass(frozen=True)
class _Counted:
    """Adds row groups to a comparison."""

    pack: Pack
    before: _Law
    after: _Law
    edges: Array
    found: Comparison

    def add(self, each: _Both) -> None:
        """Count the families of a row group, in the whole and in each group."""
        found = self.found
        first = self._monthly(each.batch, self.before.dues, each.before, "before")
        second = self._monthly(each.batch, self.after.dues, each.after, "after")
        difference = second - first
        found.whole.add(difference)
        if each.raised is not None:
            for side, now, then in zip(("before", "after"), (first, second), each.raised.dues, strict=True):
                found.kept[side].add(each.raised.families, now, then)
        _by(found.districts, communities(each.table) // DISTRICT, difference)
        extras = iter(each.before.arrays[len(self.before.dues.programmes) :])
        if self.before.income is not None:
            yuan = _yuan(next(extras), self.before.income)
            tenth = np.searchsorted(self.edges, yuan, side="left") + 1
            _by(found.deciles, np.where(yuan < 0, NO_TENTH, tenth), difference)
        if self.before.kind is not None:
            kind = next(extras)
            _by(found.kinds, np.where(kind["unknown"] > 0, len(found.kinds) - 1, kind["value"]), difference)

    def _monthly(self, batch: Batch, dues: Dues, outputs: Outputs, side: str) -> Array:
        """Monthly money of every family in fen; counts people and money by programme on the way."""
        changes = {p.id: p for p in self.found.programmes}
        for programme, _, value in dues.amounts(outputs):
            change = changes[programme.id]
            money = int(value.sum()) if programme.amount is not None else 0
            setattr(change, side, getattr(change, side) + int((value > 0).sum()))
            setattr(change, f"{side}_amount", getattr(change, f"{side}_amount") + money)
        return dues.monthly(batch, outputs)


def _by(groups: dict[int, Change], keys: Array, difference: Array) -> None:
    for key in np.unique(keys):
        code = int(key)
        name = ("地区不详", "place unknown") if not code else (str(code), str(code))
        groups.setdefault(code, Change(*name)).add(difference[keys == key])
