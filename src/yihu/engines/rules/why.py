"""Why a condition fails: down through rules, and, or, not to the comparisons and facts that decide.

A cause is worded as what would have to hold: negations are put in, so that every cause reads as a condition not met.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yihu.engines.rules import tree
from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import LAW, Node
from yihu.engines.rules.types import Kind, Type

ORDER = ("lt", "le", "gt", "ge")


@dataclass(frozen=True)
class Compared:
    """What a comparison put side by side: ``mine`` is of the subject, ``line`` what it is held against.

    ``gap`` is mine - line (0: exactly the line), of type ``type``; None for dates.
    """

    mine: Node
    line: Node
    mine_value: Any
    line_value: Any
    gap: Decimal | None
    type: Type


@dataclass(frozen=True)
class Cause:
    """A condition that fails, and what below makes it fail; with ``any_of`` one of the causes mended would be enough.

    ``programme``: the condition is about another programme (excluded by it, or it is asked for).
    """

    node: Node
    frame: Frame
    compared: Compared | None = None
    causes: tuple[Cause, ...] = ()
    any_of: bool = False
    programme: Programme | None = None

    @property
    def deepest(self) -> Cause:
        """The one cause at the bottom, as long as there is only one."""
        return self.causes[0].deepest if len(self.causes) == 1 else self


def why(evaluation: Evaluation, node: Node, frame: Frame) -> Cause:
    """The causes of a condition that does not hold for a subject."""
    return _Causes(evaluation).of(node, frame, True)


class _Causes:
    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.programmes: dict[AnyRule, Programme] = {}
        for programme, outcome in evaluation.month.book.outcomes.items():
            self.programmes |= {outcome.entitled: programme, outcome.open: programme}

    def of(self, node: Node, frame: Frame, wanted: bool) -> Cause:
        """Why ``node`` is not ``wanted``."""
        said = node if wanted else tree.negation(node)
        if node.op == "not":
            return self.of(node.args[0], frame, not wanted)
        if node.op == "rule":
            return self._rule(node, said, frame, wanted)
        if node.op in ("and", "or"):
            return self._joined(node, said, frame, wanted)
        if node.op == "if":
            return self._branch(node, said, frame, wanted)
        return Cause(said, frame, self._compared(node, frame) if node.op in ORDER else None)

    def _rule(self, node: Node, said: Node, frame: Frame, wanted: bool) -> Cause:
        if node.value in self.programmes:
            return Cause(said, frame, programme=self.programmes[node.value])
        at = frame.case if node.level == tree.CASE else frame
        below = self.of(self.evaluation.month.tree(node.value), at, wanted)
        if below.node.op in ("and", "or", "if", "not") and below.causes:
            return Cause(said, at, below.compared, below.causes, below.any_of)
        return Cause(said, at, below.compared, (below,))

    def _joined(self, node: Node, said: Node, frame: Frame, wanted: bool) -> Cause:
        blamed = [a for a in node.args if self._value(a, frame) is (not wanted)]
        every = (node.op == "and") is wanted
        beaten = self._beaten(node) if not wanted else None
        if beaten is not None:
            return Cause(said, frame, programme=beaten)
        made = tuple(self.of(a, frame, wanted) for a in blamed)
        return Cause(said, frame, None, made, any_of=not every and len(made) > 1)

    def _beaten(self, node: Node) -> Programme | None:
        """The programme of which only the better is given: (open and its amount is not lower)."""
        first = node.args[0]
        is_open = node.op == "and" and first.op == "rule" and first.value in self.programmes
        return self.programmes[first.value] if is_open else None

    def _branch(self, node: Node, said: Node, frame: Frame, wanted: bool) -> Cause:
        test = self._value(node.args[0], frame)
        if test is None:
            return Cause(said, frame)
        return self.of(node.args[1 if test else 2], frame, wanted)

    def _value(self, node: Node, frame: Frame) -> Any:
        return self.evaluation.evaluate(node, frame)

    def _compared(self, node: Node, frame: Frame) -> Compared | None:
        mine, line = node.args
        if mine.level == LAW and line.level != LAW:
            mine, line = line, mine
        first, second = self._value(mine, frame), self._value(line, frame)
        if first is None or second is None:
            return None
        if isinstance(first, date):
            return Compared(mine, line, first, second, None, mine.type)
        if mine.type.kind is not Kind.NUMBER:
            return None
        wide = max((mine.type, line.type), key=lambda t: (bool(t.unit.bases), t.places))
        return Compared(mine, line, first, second, Decimal(first) - Decimal(second), wide)
