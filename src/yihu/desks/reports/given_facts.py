"""The facts that a family gave, for checking; what was presumed stands apart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yihu.desks.reports.figures import exact
from yihu.desks.reports.texts import Texts
from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.explain import subject_label
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.types import YES_NO
from yihu.engines.rules.wording import value


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


def given_facts(evaluation: Evaluation, written: Entity | None, texts: Texts) -> Given:
    """Known facts of the family and of each item of its lists; those not in ``written`` are presumed."""
    given, presumed = [], []
    for frame in [evaluation.case, *(f for frames in evaluation.case.lists.values() for f in frames)]:
        source = _written(written, frame)
        who = subject_label(frame, texts.lang)
        known = {name for name, found in frame.facts.items() if found is not None}
        mine = {n for n in known if source is None or source.known(n) is not None or not _usual(evaluation, frame, n)}
        given.append(Group(who, _pairs(evaluation, frame, mine, texts)))
        presumed.append(Group(who, _pairs(evaluation, frame, known - mine, texts)))
    return Given(tuple(given), tuple(g for g in presumed if g.facts))


def _usual(evaluation: Evaluation, frame: Frame, name: str) -> bool:
    """True where a fact has the value that is presumed where nothing is said; an answer given since then has another."""
    declared = evaluation.month.book.declared(frame.level, name)
    found = frame.facts[name]
    return not found if declared is None else bool(found == declared.usual)


def _written(case: Entity | None, frame: Frame) -> Entity | None:
    if case is None or frame is frame.case:
        return case
    found: Entity = getattr(case, frame.level)[frame.position]
    return found


def _pairs(evaluation: Evaluation, frame: Frame, names: set[str], texts: Texts) -> tuple[tuple[str, str], ...]:
    """Label and value of the named facts in the order declared; what is not drawn today stands together at the end."""
    book, lang = evaluation.month.book, texts.lang
    pairs, idle = [], []
    for name, found in frame.facts.items():
        if name not in names:
            continue
        declared = book.declared(frame.level, name)
        if declared is not None:
            pairs.append((declared.zh if lang == "zh" else declared.en, value(found, declared.type, lang)))
            continue
        programme = book.programme(name.removeprefix("granted."))
        label = programme.zh if lang == "zh" else programme.en
        if not found:
            idle.append(label)
        else:
            pairs.append((texts("facts_drawn", programme=label), _drawn(found, texts)))
    if idle:
        pairs.append((texts("facts_not_drawn"), ("、" if lang == "zh" else ", ").join(idle)))
    return tuple(pairs)


def _drawn(found: Any, texts: Texts) -> str:
    if isinstance(found, bool):
        return value(found, YES_NO, texts.lang)
    return texts("yuan", sum=exact(Decimal(found)))
