"""How many questions an interview takes: families whose facts are all known are asked as if nothing were.

Each is asked one fact at a time, as ``yihu assess --ask`` does, until nothing can change an answer any more; a fact that is
unknown even to them is skipped. Beside it stands asking everything: each fact that the rules read, of each subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from yihu.engines.rules import tree
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.month import Month
from yihu.engines.rules.questions import Possible, answered, open_facts
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE

Subject = tuple[str, int, str]
Open = dict[tuple[Any, str, int], dict[Subject, float]]
GRANTED = "granted."


@dataclass
class Asked:
    """Sums over families: how many were asked, how many questions in all, and how many facts there are to ask."""

    families: int = 0
    questions: int = 0
    everything: int = 0
    most: int = 0

    @property
    def mean(self) -> float:
        """Questions a family."""
        return self.questions / self.families if self.families else 0.0

    @property
    def mean_everything(self) -> float:
        """Facts a family that asking everything would ask for."""
        return self.everything / self.families if self.families else 0.0

    def add(self, asked: int, everything: int) -> None:
        """Count one family."""
        self.families += 1
        self.questions += asked
        self.everything += everything
        self.most = max(self.most, asked)


def interview(month: Month, truth: Entity, programmes: Sequence[Programme] | None = None) -> list[Subject]:
    """The questions put to a family, in order, as (list, position, fact); ``truth`` answers them."""
    evaluation = Evaluation(month, _blank(truth))
    open_: Open = {}
    told: Subject | None = None
    asked: dict[Subject, None] = {}
    while True:
        _look(open_, evaluation, programmes, told)
        key = _next(open_, asked)
        if key is None:
            return list(asked)
        asked[key], told = None, None
        value = _told(truth, key)
        if value is not None:
            told = key
            _put(_subject(evaluation.case.entity, key), key[2], value)
            evaluation = Evaluation(month, evaluation.case.entity)


def _look(open_: Open, evaluation: Evaluation, programmes: Sequence[Programme] | None, told: Subject | None) -> None:
    """What each answer waits for now; only those that waited for what was told can have changed."""
    possible = Possible(evaluation)
    for answer, frame in answered(evaluation, programmes):
        key = (answer, frame.level, frame.position)
        if key not in open_ or told in open_[key]:
            found = open_facts(possible, answer, frame)
            open_[key] = {(at.level, at.position, fact): share for (at, fact), share in found.items()}


def _next(open_: Open, asked: Iterable[Subject]) -> Subject | None:
    """The fact that is worth most, of those that were not asked for yet; of equals the first."""
    worth: dict[Subject, float] = {}
    for facts in open_.values():
        for key, share in facts.items():
            worth[key] = worth.get(key, 0.0) + share
    left = [key for key in worth if key not in asked]
    return max(left, key=worth.__getitem__, default=None)


def everything(month: Month, truth: Entity, programmes: Iterable[Programme] | None = None) -> int:
    """Facts that the programmes read in this month, counted for every subject of the family."""
    sizes = {CASE: 1} | {name: len(getattr(truth, name)) for name in truth.LISTS}
    return sum(sizes[level] for level, _ in _read(month, programmes))


def _read(month: Month, programmes: Iterable[Programme] | None) -> set[tuple[str, str]]:
    book = month.book
    waiting = [
        rule
        for programme in programmes or month.programmes
        if month.in_force(programme)
        for rule in (book.outcomes[programme].entitled, book.outcomes[programme].amount)
        if rule is not None
    ]
    seen, found = set(waiting), set()
    while waiting:
        for node in tree.walk(month.tree(waiting.pop())):
            if node.op == "fact":
                found.add((node.level, node.value))
            elif node.op == "rule" and (called := book.current(node.value)) not in seen:
                seen.add(called)
                waiting.append(called)
    return found


def _blank(truth: Entity) -> Entity:
    """The same family with nothing known but how many there are."""
    return type(truth)({name: [type(item)({}) for item in getattr(truth, name)] for name in truth.LISTS})


def _told(truth: Entity, key: Subject) -> Any:
    return _subject(truth, key).known(key[2])


def _subject(case: Entity, key: Subject) -> Entity:
    level, position, _ = key
    found: Entity = case if level == CASE else getattr(case, level)[position]
    return found


def _put(entity: Entity, fact: str, value: Any) -> None:
    if fact.startswith(GRANTED):
        entity.granted[fact.removeprefix(GRANTED)] = value
    else:
        setattr(entity, fact, value)
