"""The facts that a family gave, for checking; what was presumed stands apart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yihu.desks.reports.figures import exact
from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.explain import subject_label
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.wording import Lang, value


@dataclass(frozen=True)
class Group:
    """The facts of one subject: (label, value) pairs."""

    who: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Given:
    """What was given and what was presumed, by subject."""

    given: tuple[Group, ...]
    presumed: tuple[Group, ...]

    @property
    def count(self) -> int:
        """Number of facts given."""
        return sum(len(g.facts) for g in self.given)

    @property
    def count_presumed(self) -> int:
        """Number of facts presumed."""
        return sum(len(g.facts) for g in self.presumed)


def given_facts(evaluation: Evaluation, written: Entity | None, lang: Lang) -> Given:
    """Known facts of the family and of each item of its lists; those not in ``written`` are presumed."""
    given, presumed = [], []
    for frame in [evaluation.case, *(f for frames in evaluation.case.lists.values() for f in frames)]:
        mine, rest = _facts(evaluation, frame, _written(written, frame), lang)
        who = subject_label(frame, lang)
        given.append(Group(who, mine))
        presumed.append(Group(who, rest))
    return Given(tuple(given), tuple(g for g in presumed if g.facts))


def _written(case: Entity | None, frame: Frame) -> Entity | None:
    if case is None or frame is frame.case:
        return case
    found: Entity = getattr(case, frame.level)[frame.position]
    return found


def _facts(evaluation: Evaluation, frame: Frame, written: Entity | None, lang: Lang) -> tuple[tuple[tuple[str, str], ...], ...]:
    given, presumed = [], []
    for name, known in frame.facts.items():
        if known is None:
            continue
        pair = _pair(evaluation, frame, name, known, lang)
        (given if written is None or written.known(name) is not None else presumed).append(pair)
    return tuple(given), tuple(presumed)


def _pair(evaluation: Evaluation, frame: Frame, name: str, known: Any, lang: Lang) -> tuple[str, str]:
    book = evaluation.month.book
    declared = book.declared(frame.level, name)
    if declared is not None:
        return (declared.zh if lang == "zh" else declared.en), value(known, declared.type, lang)
    programme = book.programme(name.removeprefix("granted."))
    label = f"现在享受的“{programme.zh}”" if lang == "zh" else f"{programme.en} drawn today"
    if isinstance(known, bool):
        return label, {"zh": ("否", "是"), "en": ("no", "yes")}[lang][known]
    return label, f"{exact(Decimal(known))} 元" if lang == "zh" else f"{exact(Decimal(known))} yuan"
