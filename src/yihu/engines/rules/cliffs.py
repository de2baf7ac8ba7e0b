"""Cliffs: where one more yuan of income loses more than a yuan of support.

The case is varied along one member's income; all variants are one table and one run of the kernel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.kernel import Outputs, Want, kernel_for
from yihu.engines.rules.layout import table_of
from yihu.engines.rules.month import Month
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE

STEP, REACH = 10, 1_000


@dataclass(frozen=True)
class Cliff:
    """At ``income`` (CNY a month of that member and fact) support falls by ``loss``, more than the step that led there."""

    level: str
    position: int
    fact: str
    zh: str
    en: str
    income: Decimal
    loss: Decimal

    def as_data(self) -> dict[str, Any]:
        """Plain data with a sentence in both languages."""
        return {
            "level": self.level, "position": self.position, "fact": self.fact,
            "income": str(self.income), "loss": str(self.loss),
            "zh": f"第{self.position + 1}人的{self.zh}增加到每月{self.income:,}元时，各项待遇每月减少{self.loss:,}元",
            "en": f"when the {self.en} of no. {self.position + 1} rises to {self.income:,} yuan a month, "
            f"support falls by {self.loss:,} yuan a month",
        }  # fmt: skip


def income_facts(month: Month) -> list[tuple[str, str]]:
    """(level, fact) of the monthly money facts of items that rules read."""
    return [
        (level, name)
        for level, name, type_ in month.book.facts()
        if level != CASE and str(type_.unit) == "CNY/month" and not name.startswith("granted.")
    ]


def cliffs_of(evaluation: Evaluation, facts: Sequence[tuple[str, str]] | None = None) -> list[Cliff]:
    """Cliffs within ``REACH`` steps of ``STEP`` yuan above today's income, for members whose income is known and not 0."""
    found: list[Cliff] = []
    for level, fact in facts if facts is not None else income_facts(evaluation.month):
        for frame in evaluation.case.lists.get(level, []):
            if frame.facts.get(fact):
                found += _along(evaluation, level, frame.position, fact)
    return found


def _along(evaluation: Evaluation, level: str, position: int, fact: str) -> list[Cliff]:
    month, case = evaluation.month, evaluation.case.entity
    now = Decimal(getattr(getattr(case, level)[position], fact))
    incomes = [now + STEP * i for i in range(REACH)]
    support = _support(month, [_with(case, level, position, fact, income) for income in incomes])
    drop = support[:-1] - support[1:]
    declared = month.book.entity(level).FACTS[fact]
    return [
        Cliff(level, position, fact, declared.zh, declared.en, incomes[i + 1], Decimal(int(drop[i])).scaleb(-2))
        for i in np.flatnonzero(drop > STEP * 100)
    ]


def _with(case: Entity, level: str, position: int, fact: str, value: Decimal) -> Entity:
    """A copy of the case with one fact of one item changed."""
    made: dict[str, Any] = {name: case.known(name) for name in case.FACTS}
    for name in case.LISTS:
        made[name] = [_copy(item) for item in getattr(case, name)]
    setattr(made[level][position], fact, value)
    return type(case)({k: v for k, v in made.items() if v is not None}, granted=case.granted)


def _copy(item: Entity) -> Entity:
    return type(item)({n: v for n in item.FACTS if (v := item.known(n)) is not None}, granted=item.granted)


def _support(month: Month, cases: list[Entity]) -> np.ndarray[Any, Any]:
    """Monthly money of each case in fen (unknown answers count as nothing)."""
    book = month.book
    wants = tuple(Want(book.level(p.eligible), programme=p) for p in month.programmes if p.amount and not p.one_off)
    table = table_of(cases, book.root, book.programmes)
    outputs: Outputs = kernel_for(month, wants).run(table, month)
    total = np.zeros(len(cases), np.int64)
    for want, arrays in zip(outputs.wants, outputs.arrays, strict=True):
        if want.level == CASE:
            total += arrays["amount"]
        else:
            sizes = [len(getattr(case, want.level)) for case in cases]
            np.add.at(total, np.repeat(np.arange(len(cases)), sizes), arrays["amount"])
    return total
