"""Why: the answer for every programme with its conditions, and the trace of rules, articles, facts and parameters.

A trace is data (``as_data`` is plain JSON, format version 1). Branches not taken are left out; conditions that decided stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from typing import Any

from yihu.engines.rules import tree
from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.call import Evaluation, Frame, own_nodes
from yihu.engines.rules.law import Confidence, DatedValue
from yihu.engines.rules.reasons import reasons
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import CASE, LAW, Node
from yihu.engines.rules.types import Choice, Kind, Type
from yihu.engines.rules.wording import Lang, Wording, value

FORMAT = 1
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


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


@dataclass(frozen=True)
class Answer:
    """A programme for one subject of the case in one month."""

    programme: Programme
    frame: Frame
    status: Status
    amount: Decimal | None
    conditions: tuple[Condition, ...]
    evaluation: Evaluation = field(repr=False)

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
    def trace(self) -> tuple[Step, ...]:
        """Steps of the outcome: entitlement, and the amount where there is one."""
        outcome = self.evaluation.month.book.outcomes[self.programme]
        rules = [outcome.entitled] + ([outcome.amount] if outcome.amount and self.status is Status.ENTITLED else [])
        return tuple(step(self.evaluation, rule, self.frame) for rule in rules)

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


def answer(evaluation: Evaluation, programme: Programme, frame: Frame) -> Answer:
    """The answer for one programme and subject."""
    if not evaluation.month.in_force(programme):
        return Answer(programme, frame, Status.NOT_IN_FORCE, None, (), evaluation)
    outcome = evaluation.month.book.outcomes[programme]
    entitled = evaluation.of(outcome.entitled, frame)
    amount = evaluation.of(outcome.amount, frame) if outcome.amount is not None else None
    status = Status.NOT_ENTITLED if entitled is False else Status.ENTITLED
    if entitled is None or (entitled and outcome.amount is not None and amount is None):
        status = Status.CANNOT_TELL
    shown = amount if status is Status.ENTITLED else None
    return Answer(programme, frame, status, shown, _conditions(evaluation, programme, frame), evaluation)


def _conditions(evaluation: Evaluation, programme: Programme, frame: Frame) -> tuple[Condition, ...]:
    return tuple(_condition(evaluation, node, frame) for node in reasons(evaluation.month, programme))


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
    rule = evaluation.month.book.current(rule)
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
    waiting, places = [root], _places(root)
    while waiting:
        node = waiting.pop()
        if node.op in tree.AGGREGATES:
            items = frame.case.lists[node.value]
            used = [(leaf, item) for item in items for arg in node.args for leaf in _leaves(arg)]
        elif _branches(node):
            waiting.extend(reversed(_deciding(node, [values[places[n.number]] for n in (node, *node.args)])))
            continue
        else:
            used = [(leaf, frame) for leaf in _leaves(node)]
        for leaf, at in used:
            where = at.case if leaf.level in (CASE, LAW) else at
            found.setdefault((leaf.number, id(where)), (leaf, where))
    return found.values()


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


# plain data


def as_data(found: list[Answer]) -> dict[str, Any]:
    """The answers as plain JSON data, both languages."""
    month: date = found[0].evaluation.month.first_day
    book = found[0].evaluation.month.book
    words = {lang: Wording(book, lang) for lang in LANGUAGES}
    return {"format": FORMAT, "month": f"{month:%Y-%m}", "answers": [_answer_data(a, words) for a in found]}


def _answer_data(found: Answer, words: dict[Lang, Wording]) -> dict[str, Any]:
    near = found.near_miss
    return {
        "programme": found.programme.id,
        "zh": found.programme.zh,
        "en": found.programme.en,
        "cites": found.programme.cites,
        "subject": {"level": found.frame.level, "position": found.frame.position},
        "status": found.status.value,
        "amount": None if found.amount is None else str(found.amount),
        "unit": str(found.programme.amount.type.unit) if found.programme.amount else None,
        "every": found.programme.every,
        "conditions": [_condition_data(c, words) for c in found.conditions],
        "near_miss": None if near is None else _condition_data(near, words),
        "unverified": [leaf.node.value for leaf in found.recalled()] if found.status is not Status.NOT_IN_FORCE else [],
        "assumed": found.assumed,
        "trace": [_step_data(s) for s in found.trace] if found.status is not Status.NOT_IN_FORCE else [],
    }


def _condition_data(found: Condition, words: dict[Lang, Wording]) -> dict[str, Any]:
    rule = found.node.value if found.node.op == "rule" else None
    data: dict[str, Any] = {"holds": found.holds, **{lang: w.say(found.node) for lang, w in words.items()}}
    data["cites"] = rule.cites if rule is not None else None
    if found.gap is not None and found.gap_type is not None:
        data["gap"] = {
            "value": str(found.gap),
            "zh": value(found.gap, found.gap_type, "zh"),
            "en": value(found.gap, found.gap_type, "en"),
        }
    return data


def _step_data(found: Step, seen: set[tuple[int, int]] | None = None) -> dict[str, Any]:
    seen = set() if seen is None else seen
    key = (id(found.rule), id(found.frame))
    data: dict[str, Any] = {
        "rule": found.rule.name,
        "zh": found.rule.zh,
        "en": found.rule.en,
        "cites": found.rule.cites,
        "subject": {"level": found.frame.level, "position": found.frame.position},
        "value": _json(found.value),
        "note": None if not any(found.rule.note) else {"zh": found.rule.note[0], "en": found.rule.note[1]},
    }
    if key in seen:
        return {**data, "above": True}
    seen.add(key)
    data["leaves"] = [_leaf_data(leaf) for leaf in found.leaves]
    data["steps"] = [_step_data(s, seen) for s in found.steps]
    return data


def _leaf_data(leaf: Leaf) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": "parameter" if leaf.dated else "fact",
        "name": leaf.node.value,
        "subject": {"level": leaf.frame.level, "position": leaf.frame.position},
        "value": _json(leaf.value),
    }
    if leaf.dated is not None:
        document = leaf.dated.document
        data |= {
            "from": leaf.dated.start.isoformat(),
            "confidence": leaf.dated.confidence.value,
            "document": document.number if document else None,
            "article": leaf.dated.article,
        }
    return data


def _json(found: Any) -> Any:
    if isinstance(found, Choice):
        return found.value
    return found if found is None or isinstance(found, (bool, int)) else str(found)


def subject_label(frame: Frame, lang: Lang) -> str:
    """How a subject is called: the family, or the item by its number and relation (or by the name of its list)."""
    if frame.level == CASE:
        return "家庭" if lang == "zh" else "the family"
    relation = frame.facts.get("relation")
    number = frame.position + 1
    if "relation" not in frame.facts:
        nested = frame.case.entity.LISTS[frame.level]
        return f"{nested.zh}（{number}）" if lang == "zh" else f"{nested.en} (no. {number})"
    if not isinstance(relation, Choice):
        return f"第{number}人" if lang == "zh" else f"person {number}"
    return f"第{number}人（{relation.zh}）" if lang == "zh" else f"person {number} ({relation.en})"
