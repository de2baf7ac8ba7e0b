"""Cliffs: where one more yuan of income loses more than a yuan of support.

The case is varied along one member's income; all variants are one table and two passes of the kernel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.dues import Dues
from yihu.engines.rules.explain import subject_label
from yihu.engines.rules.layout import table_of
from yihu.engines.rules.month import Month
from yihu.engines.rules.schema import Entity, Fact
from yihu.engines.rules.tree import CASE

STEP, REACH = 10, 1_000
INCOME = "income"


@dataclass(frozen=True)
class Cliff:
    """At ``income`` (CNY a month of that member and fact) support falls by ``loss``, more than the step that led there."""

    level: str
    position: int
    fact: str
    who: tuple[str, str]
    zh: str
    en: str
    income: Decimal
    loss: Decimal

    def as_data(self) -> dict[str, Any]:
        """Plain data with a sentence in both languages."""
        return {
            "level": self.level, "position": self.position, "fact": self.fact,
            "income": str(self.income), "loss": str(self.loss),
            "zh": f"{self.who[0]}的{self.zh}增加到每月{self.income:,}元时，各项待遇每月减少{self.loss:,}元",
            "en": f"when the {self.en} of {self.who[1]} rises to {self.income:,} yuan a month, "
            f"support falls by {self.loss:,} yuan a month",
        }  # fmt: skip


def income_facts(month: Month) -> dict[str, list[Fact]]:
    """By list the monthly money facts that rules read, of the group ``income`` where the pack has one."""
    found: dict[str, list[Fact]] = {}
    for level, name, type_ in month.book.facts():
        declared = month.book.declared(level, name)
        if level != CASE and declared is not None and str(type_.unit) == "CNY/month":
            found.setdefault(level, []).append(declared)
    incomes = {level: [fact for fact in facts if fact.group == INCOME] for level, facts in found.items()}
    return incomes if any(incomes.values()) else found


def cliffs_of(evaluation: Evaluation) -> list[Cliff]:
    """Cliffs within ``REACH`` steps of ``STEP`` yuan above today's income.

    What varies is each income that somebody has; for who is known to have none it is the first that the pack declares (a
    wage, say). Support is what is due once all of it is granted; what cannot be told counts as nothing.
    """
    dues = Dues(evaluation.month)
    found: list[Cliff] = []
    for level, facts in income_facts(evaluation.month).items():
        order = list(evaluation.month.book.entity(level).FACTS)
        facts.sort(key=lambda fact: order.index(fact.name))
        for frame in evaluation.case.lists.get(level, []):
            for fact in _varied(frame, facts):
                found += _along(dues, evaluation.case.entity, frame, fact)
    return found


def _varied(frame: Frame, facts: list[Fact]) -> list[Fact]:
    """The incomes that somebody has, or the first where all are known to be 0."""
    has = [fact for fact in facts if frame.facts.get(fact.name)]
    return has if has or any(frame.facts.get(fact.name) is None for fact in facts) else facts[:1]


def _along(dues: Dues, case: Entity, frame: Frame, declared: Fact) -> list[Cliff]:
    level, position = frame.level, frame.position
    who = (subject_label(frame, "zh"), subject_label(frame, "en"))
    now = Decimal(getattr(case, level)[position].known(declared.name))
    incomes = [now + STEP * i for i in range(REACH) if now + STEP * i <= declared.high]
    support = supports(dues, case, frame, declared.name, incomes)
    drop = support[:-1] - support[1:]
    return [
        Cliff(
            level,
            position,
            declared.name,
            who,
            declared.zh,
            declared.en,
            incomes[i + 1],
            Decimal(int(drop[i])).scaleb(-2),
        )
        for i in np.flatnonzero(drop > STEP * 100)
    ]


def supports(dues: Dues, case: Entity, frame: Frame, fact: str, incomes: Sequence[Decimal]) -> np.ndarray[Any, Any]:
    """What the case is due in fen a month at each of these incomes of one subject."""
    variants = [_with(case, frame.level, frame.position, fact, income) for income in incomes]
    return dues.monthly(*dues.run(table_of(variants, type(case), dues.month.book.programmes)))


def _with(case: Entity, level: str, position: int, fact: str, value: Decimal) -> Entity:
    """A copy of the case with one fact of one item changed."""
    made: dict[str, Any] = {name: case.known(name) for name in case.FACTS}
    for name in case.LISTS:
        made[name] = [_copy(item) for item in getattr(case, name)]
    setattr(made[level][position], fact, value)
    return type(case)({k: v for k, v in made.items() if v is not None}, granted=case.granted)


def _copy(item: Entity) -> Entity:
    return type(item)({n: v for n in item.FACTS if (v := item.known(n)) is not None}, granted=item.granted)
