"""In which order the aggregates of a kernel are filled, and which values differ between lanes of months."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yihu.engines.rules import tree
from yihu.engines.rules.tree import LAW, Node

if TYPE_CHECKING:
    from yihu.engines.rules.kernel.emit import Emitter


class Order:
    """Looks at the trees behind the outputs of one kernel."""

    def __init__(self, emitter: Emitter) -> None:
        self.emitter = emitter
        self._stages: dict[int, int] = {}
        self._differs: dict[int, bool] = {}

    def reachable(self, *roots: Node) -> Iterator[Node]:
        """All nodes below, rules entered."""
        seen: set[int] = set()
        stack = list(roots)
        while stack:
            node = stack.pop()
            if node.number in seen:
                continue
            seen.add(node.number)
            yield node
            stack += self.below(node)

    def below(self, node: Node) -> tuple[Node, ...]:
        """What a node is made of: its operands, or the tree of the rule it names."""
        return (self.emitter.month.tree(node.value),) if node.op == "rule" else node.args

    def stages(self) -> Iterator[tuple[str, list[Node]]]:
        """Aggregates that one loop can fill together: the list, and those of one stage over it."""
        roots = [node for want in self.emitter.wants for node in self.emitter.results.needs(want)]
        found = {n.number: n for n in self.reachable(*roots) if n.op in tree.AGGREGATES}
        aggregates = [found[number] for number in sorted(found)]
        for stage in sorted({self.stage(a) for a in aggregates}):
            for name in self.emitter.layout.lists:
                group = [a for a in aggregates if self.stage(a) == stage and a.value == name]
                if group:
                    yield name, group

    def stage(self, node: Node) -> int:
        """1 for an aggregate over facts alone, one more for each aggregate it needs first."""
        if node.number not in self._stages:
            inner = [n for n in self.reachable(*node.args) if n.op in tree.AGGREGATES]
            self._stages[node.number] = 1 + max((self.stage(n) for n in inner), default=0)
        return self._stages[node.number]

    def differs(self, node: Node) -> bool:
        """True where the value may differ between lanes: between families always, between months only where it must."""
        if len(self.emitter.months) == 1:
            return self.emitter.families > 1
        stack = [node]
        while stack:
            top = stack[-1]
            waiting = [] if top.level == LAW else [n for n in self._parts(top) if n.number not in self._differs]
            if not waiting or top.number in self._differs:
                stack.pop()
                if top.number not in self._differs:
                    self._differs[top.number] = self._months_differ(top)
            stack += waiting
        return self._differs[node.number]

    def _parts(self, node: Node) -> tuple[Node, ...]:
        limit = self.emitter.math.age_limit(node)
        return limit[0].args[:1] if limit is not None else self.below(node)

    def _months_differ(self, node: Node) -> bool:
        if node.level == LAW:
            return len({m.scaled(node) for m in self.emitter.months}) > 1
        limit = self.emitter.math.age_limit(node)
        if limit is not None and self.emitter.math.birth_differs(limit):
            return True
        return any(self._differs[n.number] for n in self._parts(node))
