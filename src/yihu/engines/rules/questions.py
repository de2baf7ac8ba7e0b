"""What to ask next: only a fact that can still change an answer.

Bounds are computed for this very case (:mod:`ranges`): what is settled whatever the missing facts are is not asked about.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from yihu.engines.rules import ranges, tree
from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.ranges import Bound
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import CASE, Node
from yihu.engines.rules.types import Type


@dataclass(frozen=True)
class Question:
    """A fact to ask for, of which subject, and how many answers wait for it."""

    frame: Frame
    fact: str
    waiting: int


class Possible:
    """Bounds of every expression for one case, unknown facts taking their declared range."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation, self.month = evaluation, evaluation.month
        self._known: dict[tuple[int, int], Bound] = {}

    def of(self, node: Node, frame: Frame) -> Bound:
        """Bound of a node for a subject."""
        where = frame.case if node.level == CASE else frame
        key = (node.number, id(where))
        if key not in self._known:
            self._known[key] = self._compute(node, where)
        return self._known[key]

    def rule(self, rule: AnyRule, frame: Frame) -> Bound:
        """Bound of a rule's value for a subject: a point where what is known settles it."""
        known = self.evaluation.of(rule, frame)
        if known is not None:
            return ranges.point(known, rule.type)
        root = self.month.tree(rule)
        return ranges.aligned(self.of(root, frame), root.type.places, rule.type.places)

    def _compute(self, node: Node, frame: Frame) -> Bound:
        if node.op == "fact":
            found = frame.facts.get(node.value)
            if found is None:
                return self.month.book.fact_bound(node.level, node.value, node.type)
            return ranges.point(found, node.type)
        if node.op in ("const", "param", "day"):
            whole = self.month.scaled(node)
            return whole, whole
        if node.op == "rule":
            return self.rule(node.value, frame.case if node.level == CASE else frame)
        if node.op in tree.AGGREGATES:
            return self._aggregate(node, frame)
        return ranges.apply(node, [self.of(a, frame) for a in node.args])

    def _aggregate(self, node: Node, frame: Frame) -> Bound:
        parts = node.args[:2] if len(node.args) == 3 else node.args
        items = [[self.of(a, item) for a in parts] for item in frame.case.lists[node.value]]
        default = self.of(node.args[2], frame.case) if len(node.args) == 3 else None
        return ranges.over_items(node, items, default)


def settled(possible: Possible, programme: Programme, frame: Frame) -> bool | None:
    """The answer that no missing fact can change any more; None while one can."""
    if not possible.month.in_force(programme):
        return False
    outcome = possible.month.book.outcomes[programme]
    low, high = possible.rule(outcome.entitled, frame)
    if low != high:
        return None
    if low and outcome.amount is not None:
        amount = possible.rule(outcome.amount, frame)
        if amount[0] != amount[1]:
            return None
    return bool(low)


def questions(evaluation: Evaluation, programmes: Iterable[Programme] | None = None) -> list[Question]:
    """All facts worth asking, the one that settles most first; of these programmes only, or of everything.

    A fact counts for every answer that waits for it: the more, the fewer other facts the same condition still needs.
    """
    possible = Possible(evaluation)
    waiting: Counter[tuple[int, str]] = Counter()
    worth: dict[tuple[int, str], float] = {}
    frames: dict[int, Frame] = {}
    for asked, frame in answered(evaluation, programmes):
        for (at, fact), share in open_facts(possible, asked, frame).items():
            frames[id(at)] = at
            waiting[id(at), fact] += 1
            worth[id(at), fact] = worth.get((id(at), fact), 0.0) + share
    order = {key: position for position, key in enumerate(waiting)}
    ranked = sorted(waiting, key=lambda key: (-worth[key], order[key]))
    return [Question(frames[at], fact, waiting[at, fact]) for at, fact in ranked]


def _shares(possible: Possible, rule: AnyRule, frame: Frame) -> dict[tuple[Frame, str], float]:
    """The open facts behind a rule: 1/√n for one of the n that the best condition it stands in needs (measured: a tenth fewer
    questions than counting each fact as one)."""
    found: dict[tuple[Frame, str], float] = {}
    for node, at in _conditions(possible, possible.month.tree(rule), frame):
        open_ = dict.fromkeys(_below(possible, node, at))
        for key in open_:
            found[key] = max(found.get(key, 0.0), 1 / math.sqrt(len(open_)))
    return found


def _conditions(possible: Possible, node: Node, frame: Frame) -> Iterator[tuple[Node, Frame]]:
    """The conditions that must all hold, through the rules that only join them; a value that is no condition is one."""
    at = frame.case if node.level == CASE else frame
    inner = possible.month.tree(node.value) if node.op == "rule" else node
    if inner.op == "and":
        for arg in inner.args:
            yield from _conditions(possible, arg, at)
    else:
        yield node, at


def answered(
    evaluation: Evaluation, programmes: Iterable[Programme] | None = None
) -> Iterator[tuple[Programme | AnyRule, Frame]]:
    """What is answered, with its subjects: programmes, and (unless some are named) the rules asked for their own sake."""
    book = evaluation.month.book
    for programme in programmes or book.programmes:
        for frame in evaluation.frames(book.level(programme.eligible)):
            yield programme, frame
    for rule in map(book.current, () if programmes else book.asked):
        for frame in evaluation.frames(book.level(rule)):
            yield rule, frame


def open_facts(possible: Possible, asked: Programme | AnyRule, frame: Frame) -> dict[tuple[Frame, str], float]:
    """The missing facts that an answer waits for, with what each is worth to it; none where it is settled."""
    if isinstance(asked, Programme):
        settled_ = settled(possible, asked, frame) is not None
        return {} if settled_ else _shares(possible, _deciding(possible, asked, frame), frame)
    low, high = possible.rule(asked, frame)
    return {} if low == high else _shares(possible, asked, frame)


def needed(possible: Possible, programme: Programme, frame: Frame) -> list[Question]:
    """The missing facts that can still change the answer for one programme and subject."""
    if settled(possible, programme, frame) is not None:
        return []
    return missing(possible, _deciding(possible, programme, frame), frame)


def missing(possible: Possible, rule: AnyRule, frame: Frame) -> list[Question]:
    """The missing facts that can still change the value of a rule for one subject."""
    return [Question(at, fact, 1) for at, fact in _open_facts(possible, rule, frame)]


def next_question(evaluation: Evaluation, programmes: Iterable[Programme] | None = None) -> Question | None:
    """The fact to ask for now; None where nothing can change an answer any more."""
    found = questions(evaluation, programmes)
    return found[0] if found else None


def _deciding(possible: Possible, programme: Programme, frame: Frame) -> AnyRule:
    """What is open of a programme that is not settled: whether somebody is entitled, or how much."""
    outcome = possible.month.book.outcomes[programme]
    low, high = possible.rule(outcome.entitled, frame)
    return outcome.entitled if low != high or outcome.amount is None else outcome.amount


def _open_facts(possible: Possible, rule: AnyRule, frame: Frame) -> Iterator[tuple[Frame, str]]:
    return _below(possible, possible.month.tree(rule), frame)


def _below(possible: Possible, node: Node, frame: Frame) -> Iterator[tuple[Frame, str]]:
    seen: dict[tuple[int, int], None] = {}
    found: dict[tuple[int, str], Frame] = {}
    _visit(possible, node, frame, seen, found)
    for (_, fact), at in found.items():
        yield at, fact


def _visit(
    possible: Possible, node: Node, frame: Frame, seen: dict[Any, None], found: dict[tuple[int, str], Frame]
) -> None:
    """Collect unknown facts below nodes that are not settled; branches that cannot be taken are not entered."""
    at = frame.case if node.level == CASE else frame
    key = (node.number, id(at))
    if key in seen:
        return
    seen[key] = None
    low, high = possible.of(node, at)
    if low == high:
        return
    if node.op == "fact":
        found[id(at), node.value] = at
    elif node.op == "rule":
        _visit(possible, possible.month.tree(node.value), at, seen, found)
    elif node.op in tree.AGGREGATES:
        for item in at.case.lists[node.value]:
            for arg in node.args[:2]:
                _visit(possible, arg, item, seen, found)
        for arg in node.args[2:]:
            _visit(possible, arg, at, seen, found)
    else:
        for arg in _reachable(possible, node, at):
            _visit(possible, arg, at, seen, found)


def _reachable(possible: Possible, node: Node, frame: Frame) -> tuple[Node, ...]:
    if node.op == "if":
        low, high = possible.of(node.args[0], frame)
        if low == high:
            return (node.args[1 if low else 2],)
    return node.args


def fact_type(evaluation: Evaluation, question: Question) -> Type:
    """Type of the fact asked for."""
    book = evaluation.month.book
    declared = book.declared(question.frame.level, question.fact)
    if declared is not None:
        return declared.type
    return next(t for level, name, t in book.facts() if (level, name) == (question.frame.level, question.fact))
