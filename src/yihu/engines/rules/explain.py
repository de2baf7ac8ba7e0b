"""Why: the answer for every programme with its conditions, and the trace of rules, articles, facts and parameters.

A trace is data (:mod:`plain` writes it as JSON). Branches not taken are left out; conditions that decided stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property, lru_cache
from typing import Any

from yihu.engines.rules import ranges, tree
from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.call import Evaluation, Frame, own_nodes
from yihu.engines.rules.law import Confidence, DatedValue
from yihu.engines.rules.questions import Possible
from yihu.engines.rules.reasons import reasons
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import CASE, LAW, Node
from yihu.engines.rules.types import Choice, Kind, Type
from yihu.engines.rules.wording import Lang


class Status(Enum):
    """What is said of a programme for a subject."""

    ENTITLED = "entitled"
    NOT_ENTITLED = "not_entitled"
    CANNOT_TELL = "cannot_tell"
    NOT_IN_FORCE = "not_in_force"


@dataclass(frozen=True)
class Leaf:
    """A fact or a parameter that was used, with its value; parameters carry the dated value they come from."""

    node: Node
    frame: Frame
    value: Any
    dated: DatedValue | None = None


@dataclass(frozen=True)
class Step:
    """One rule with its value for a subject, what it used, and the rules below."""

    rule: AnyRule
    frame: Frame
    value: Any
    leaves: tuple[Leaf, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Condition:
    """One condition of a programme: the expression, whether it holds, and by how much it fails (a number, if it is one)."""

    node: Node
    holds: bool | None
    gap: Decimal | None = None
    gap_type: Type | None = None


class Traced:
    """What was worked out for one subject in steps."""

    evaluation: Evaluation
    trace: tuple[Step, ...]

    def leaves(self) -> Iterator[Leaf]:
        """All facts and parameters used, each once."""
        seen: set[tuple[int, int]] = set()
        for found in walk_steps(self.trace):
            for leaf in found.leaves:
                key = (leaf.node.number, id(leaf.frame))
                if key not in seen:
                    seen.add(key)
                    yield leaf

    def recalled(self) -> list[Leaf]:
        """Parameters used whose value is only recalled (待核实)."""
        return [
            leaf for leaf in self.leaves() if leaf.dated is not None and leaf.dated.confidence is Confidence.RECALLED
        ]


@dataclass(frozen=True)
class Result(Traced):
    """The value of a rule that is asked for its own sake, for one subject of the case in one month (None: cannot tell)."""

    rule: AnyRule
    frame: Frame
    value: Any
    evaluation: Evaluation = field(repr=False)

    @cached_property
    def trace(self) -> tuple[Step, ...]:  # type: ignore[override]
        """The step of the rule."""
        return (step(self.evaluation, self.rule, self.frame),)


@dataclass(frozen=True)
class Answer(Traced):
    """A programme for one subject of the case in one month."""

    programme: Programme
    frame: Frame
    status: Status
    amount: Decimal | None
    evaluation: Evaluation = field(repr=False)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """What must hold, in the order of the reason codes."""
        return tuple(
            _condition(self.evaluation, node, self.frame) for node in reasons(self.evaluation.month, self.programme)
        )

    @property
    def failing(self) -> tuple[Condition, ...]:
        """Conditions that do not hold."""
        return tuple(c for c in self.conditions if c.holds is False)

    @property
    def near_miss(self) -> Condition | None:
        """The only condition that fails, all others known to hold."""
        failing = self.failing
        known = all(c.holds is not None for c in self.conditions)
        return failing[0] if len(failing) == 1 and known and self.status is Status.NOT_ENTITLED else None

    @cached_property
    def trace(self) -> tuple[Step, ...]:  # type: ignore[override]
        """Steps of the outcome: entitlement, and the amount where there is one."""
        outcome = self.evaluation.month.book.outcomes[self.programme]
        rules = [outcome.entitled] + ([outcome.amount] if outcome.amount and self.status is Status.ENTITLED else [])
        return tuple(step(self.evaluation, rule, self.frame) for rule in rules)

    @property
    def assumed(self) -> bool:
        """True where the month lies before the text in hand."""
        since = self.programme.text_since
        return since is not None and self.evaluation.month.first_day < since


def answers(evaluation: Evaluation) -> list[Answer]:
    """Answers for all programmes, for the case and each item they are about, in the order of the pack."""
    book = evaluation.month.book
    return [
        answer(evaluation, programme, frame)
        for programme in book.programmes
        for frame in evaluation.frames(book.level(programme.eligible))
    ]


def results(evaluation: Evaluation) -> list[Result]:
    """The values of the rules that are asked for their own sake, and of those shown beside them where they are known.

    A value that is the same whatever the missing facts are is known.
    """
    book, possible = evaluation.month.book, Possible(evaluation)

    def known(rule: AnyRule, frame: Frame) -> Any:
        low, high = possible.rule(rule, frame)
        return ranges.unscaled(low, rule.type) if low == high else None

    found = [
        Result(rule, frame, known(rule, frame), evaluation)
        for rule in map(book.current, (*book.asked, *book.beside))
        for frame in evaluation.frames(book.level(rule))
    ]
    asked = {book.current(rule) for rule in book.asked}
    return [each for each in found if each.rule in asked or each.value is not None]


def answer(evaluation: Evaluation, programme: Programme, frame: Frame) -> Answer:
    """The answer for one programme and subject."""
    if not evaluation.month.in_force(programme):
        return Answer(programme, frame, Status.NOT_IN_FORCE, None, evaluation)
    outcome = evaluation.month.book.outcomes[programme]
    entitled = evaluation.of(outcome.entitled, frame)
    amount = evaluation.of(outcome.amount, frame) if outcome.amount is not None and entitled else None
    status = Status.NOT_ENTITLED if entitled is False else Status.ENTITLED
    if entitled is None or (entitled and outcome.amount is not None and amount is None):
        status = Status.CANNOT_TELL
    shown = amount if status is Status.ENTITLED else None
    return Answer(programme, frame, status, shown, evaluation)


def _condition(evaluation: Evaluation, node: Node, frame: Frame) -> Condition:
    holds = evaluation.evaluate(node, frame)
    if holds is not False:
        return Condition(node, holds)
    comparison = _comparison(evaluation, node)
    if comparison is None:
        return Condition(node, holds)
    inner, at = comparison
    left, right = (evaluation.evaluate(a, frame if at is None else frame.case) for a in inner.args)
    if inner.args[0].type.kind is not Kind.NUMBER or left is None or right is None:
        return Condition(node, holds)
    wide = max((a.type for a in inner.args), key=lambda t: (bool(t.unit.bases), t.places))
    return Condition(node, holds, abs(Decimal(left) - Decimal(right)), wide)


def _comparison(evaluation: Evaluation, node: Node) -> tuple[Node, str | None] | None:
    """The comparison that a condition comes down to through rules and negations, and whether it is of the case."""
    at: str | None = None
    while node.op in ("rule", "not"):
        if node.op == "rule":
            at = CASE if node.level == CASE else at
            node = evaluation.month.tree(node.value)
        else:
            node = node.args[0]
    return (node, at) if node.op in ("lt", "le", "gt", "ge") else None


def walk_steps(steps: tuple[Step, ...]) -> Iterator[Step]:
    """All steps, each rule of a subject once."""
    seen: set[tuple[int, int]] = set()
    stack = list(reversed(steps))
    while stack:
        found = stack.pop()
        key = (id(found.rule), id(found.frame))
        if key not in seen:
            seen.add(key)
            yield found
            stack.extend(reversed(found.steps))


def step(evaluation: Evaluation, rule: AnyRule, frame: Frame) -> Step:
    """The trace of a rule for a subject; made once in an evaluation, whatever uses it."""
    rule = evaluation.replaced.get(rule, rule)
    if rule not in frame.steps:
        frame.steps[rule] = _step(evaluation, rule, frame)
    made: Step = frame.steps[rule]
    return made


def _step(evaluation: Evaluation, rule: AnyRule, frame: Frame) -> Step:
    values = evaluation.nodes(rule, frame)
    root = evaluation.month.tree(rule)
    leaves: list[Leaf] = []
    steps: list[Step] = []
    for node, at in _live(root, frame, values):
        if node.op == "rule":
            steps.append(step(evaluation, node.value, at))
        else:
            leaves.append(_leaf(evaluation, node, at))
    return Step(rule, frame, values[-1], tuple(leaves), tuple(steps))


def _leaf(evaluation: Evaluation, node: Node, frame: Frame) -> Leaf:
    if node.op == "param":
        dated = evaluation.month.book.law.value_on(node.value, evaluation.month.first_day)
        return Leaf(node, frame, evaluation.law[node.value], dated)
    return Leaf(node, frame, frame.facts.get(node.value))


def _live(root: Node, frame: Frame, values: tuple[Any, ...]) -> Iterable[tuple[Node, Frame]]:
    """Facts, parameters and rules that the value depends on: not those of branches not taken or of conditions settled."""
    found: dict[tuple[int, int], tuple[Node, Frame]] = {}
    case = frame.case
    for leaf, over in _used(root, tuple([values[place] for place in _choosing(root)])):
        if leaf.level in (CASE, LAW):
            found.setdefault((leaf.number, id(case)), (leaf, case))
        else:
            for at in (frame,) if over is None else case.lists[over]:
                found.setdefault((leaf.number, id(at)), (leaf, at))
    return found.values()


@cache
def _choosing(root: Node) -> tuple[int, ...]:
    """Where the values stand on which it depends what is used: of ``if``, ``and``, ``or`` with their conditions."""
    places = _places(root)
    chosen = [(node, *node.args) for node in own_nodes(root) if node.op in ("and", "or")]
    chosen += [(node.args[0],) for node in own_nodes(root) if node.op == "if"]
    return tuple(sorted({places[node.number] for nodes in chosen for node in nodes}))


@lru_cache(maxsize=100_000)
def _used(root: Node, chosen: tuple[bool | None, ...]) -> tuple[tuple[Node, str | None], ...]:
    """What a rule uses where its conditions have these values (in the order of ``_choosing``), with the list looped over."""
    places = _places(root)
    values = dict(zip(_choosing(root), chosen, strict=True))
    found: dict[tuple[Node, str | None], None] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.op in tree.AGGREGATES:
            found.update(((leaf, node.value), None) for arg in node.args for leaf in _leaves(arg))
        elif _branches(node):
            waiting.extend(reversed(_deciding(node, [values.get(places[n.number]) for n in (node, *node.args)])))
        else:
            found.update(((leaf, None), None) for leaf in _leaves(node))
    return tuple(found)


@cache
def _leaves(node: Node) -> tuple[Node, ...]:
    """Facts, parameters and rules below a node, in the order written."""
    below = (node,) if node.op in ("fact", "param", "rule") else (leaf for arg in node.args for leaf in _leaves(arg))
    return tuple(dict.fromkeys(below))


@cache
def _branches(node: Node) -> bool:
    """True where what counts below a node depends on values."""
    return node.op in ("if", "and", "or", *tree.AGGREGATES) or any(_branches(arg) for arg in node.args)


@cache
def _places(root: Node) -> dict[int, int]:
    """Where the value of each node stands in ``Evaluation.nodes``."""
    return {node.number: place for place, node in enumerate(own_nodes(root))}


def _deciding(node: Node, values: list[Any]) -> tuple[Node, ...]:
    """The operands that the value rests on; ``values``: its own, then theirs."""
    mine, first = values[0], values[1]
    if node.op == "if":
        return node.args if first is None else (node.args[0], node.args[1 if first else 2])
    if (node.op, mine) in (("and", False), ("or", True)):
        return (node.args[values.index(mine, 1) - 1],)
    return node.args


def subject_label(frame: Frame, lang: Lang) -> str:
    """How a subject is called: the case by its name, an item by its number and relation (or by the name of its list)."""
    if frame.level == CASE:
        zh, en = type(frame.entity).NAMES
        return zh if lang == "zh" else f"the {en}"
    relation = frame.facts.get("relation")
    number = frame.position + 1
    if "relation" not in frame.facts:
        nested = frame.case.entity.LISTS[frame.level]
        return f"{nested.zh}（{number}）" if lang == "zh" else f"{nested.en} (no. {number})"
    if not isinstance(relation, Choice):
        return f"第{number}人" if lang == "zh" else f"person {number}"
    return f"第{number}人（{relation.zh}）" if lang == "zh" else f"person {number} ({relation.en})"
