"""Where policy tests come by in the rules: from what they expect, as it is written, from the left, and no further than it takes.

:mod:`branches` says what a branch is, and which ones are missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.call import Evaluation, Frame, own_nodes
from yihu.engines.rules.policy import Verdict
from yihu.engines.rules.tree import CASE, Node
from yihu.engines.rules.types import Kind

Key = tuple[AnyRule, int, int, bool]
"""Rule, number of the operation that chooses (``WHOLE`` for the rule itself), place of the operand in it, outcome."""

WHOLE = -1


def seen_by(verdicts: Iterable[Verdict]) -> set[Key]:
    """The branches on which something rests that the tests expect."""
    seen: set[Key] = set()
    for verdict in verdicts:
        if verdict.evaluation is not None:
            walk = _Walk(verdict.evaluation, seen)
            for rule, frame in verdict.asked:
                walk.rule(rule, frame)
    return seen


class _Walk:
    """Follows one evaluation from the rules that are asked for to the branches taken."""

    def __init__(self, evaluation: Evaluation, seen: set[Key]) -> None:
        self.evaluation, self.seen = evaluation, seen
        self.done: set[tuple[AnyRule, int]] = set()

    def rule(self, rule: AnyRule, frame: Frame) -> None:
        rule = self.evaluation.month.book.current(rule)
        values = self.evaluation.nodes(rule, frame)
        if values[-1] is None or (rule, id(frame)) in self.done:
            return
        self.done.add((rule, id(frame)))
        self.seen.add((rule, WHOLE, 0, values[-1] if rule.type.kind is Kind.YES_NO else True))
        root = self.evaluation.month.tree(rule)
        _Subject(self, rule, frame, root, values).follow(root)


class _Subject:
    """One rule (or what a loop asks of one item) with the values of its expressions for one subject."""

    def __init__(self, walk: _Walk, rule: AnyRule, frame: Frame, root: Node, values: tuple[Any, ...]) -> None:
        self.walk, self.rule, self.frame = walk, rule, frame
        self.values = dict(zip((n.number for n in own_nodes(root)), values, strict=True))

    def value(self, node: Node) -> Any:
        return self.values[node.number]

    def note(self, node: Node, place: int, side: bool) -> None:
        self.walk.seen.add((self.rule, node.number, place, side))

    def follow(self, node: Node) -> None:
        """Note what the value of a node rests on; nothing where it is unknown."""
        if self.value(node) is None:
            return
        match node.op:
            case "rule":
                self.walk.rule(node.value, self.frame.case if node.level == CASE else self.frame)
            case "if":
                self.note(node, 0, self.value(node.args[0]))
                self.follow(node.args[0])
                self.follow(node.args[1 if self.value(node.args[0]) else 2])
            case "and" | "or":
                self.operands(node)
            case "any" | "all" | "sum":
                self.items(node)
            case "least" | "most":
                self.extreme(node)
            case _:
                self.terms(node)

    def operands(self, node: Node) -> None:
        for place, arg in enumerate(node.args):
            found = self.value(arg)
            if found is not None:
                self.note(node, place, found)
                self.follow(arg)
            if found is (node.op == "or"):
                return

    def terms(self, node: Node) -> None:
        used = node.args
        if node.op in ("min", "max"):
            taken = [place for place, arg in enumerate(node.args) if self.value(arg) == self.value(node)]
            if len(taken) == 1:
                self.note(node, taken[0], True)
        if node.op == "div" and len(node.args) > 2:
            zero = self.value(node.args[1]) == 0
            self.note(node, 2, zero)
            used = node.args if zero else node.args[:2]
        for arg in used:
            self.follow(arg)

    def items(self, node: Node) -> None:
        for item in self.asked(node, node.args[0]):
            found = item.value(node.args[0])
            if node.op != "sum" and found is not None:
                self.note(node, 0, found)
            item.follow(node.args[0])
            if node.op != "sum" and found is (node.op == "any"):
                return

    def extreme(self, node: Node) -> None:
        body, keep, default = node.args
        kept = [bool(item.value(keep)) for item in self.asked(node, keep)]
        for item, holds in zip(self.asked(node, keep), kept, strict=True):
            self.note(node, 1, holds)
            item.follow(keep)
        for item, holds in zip(self.asked(node, body), kept, strict=True):
            if holds:
                item.follow(body)
        self.note(node, 2, not any(kept))
        if not any(kept):
            self.loop(default, self.frame.case).follow(default)

    def asked(self, node: Node, part: Node) -> list[_Subject]:
        return [self.loop(part, item) for item in self.frame.case.lists[node.value]]

    def loop(self, part: Node, frame: Frame) -> _Subject:
        return _Subject(self.walk, self.rule, frame, part, self.walk.evaluation.below(part, frame))
