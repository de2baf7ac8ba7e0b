"""Which branches of the rules the policy tests have seen, and which they have not.

A branch is one outcome of a choice that a rule makes: of a condition of ``if``, of an operand of ``and``/``or``, of what is
asked of the items of a list; a term of ``min``/``max``, nobody in a list, a divisor of zero; yes and no of the rule itself.
It is seen where a policy test expects a value that rests on it: from what is expected, rules are followed as they are
written, from the left, and no further than it takes. What is unknown shows nothing. A test in another reading shows only the
conditions on the parameters which that reading changes. See ``docs/rules.md``, “Every branch”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from yihu.engines.rules import tree
from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.policy import Verdict
from yihu.engines.rules.ranges import aligned
from yihu.engines.rules.seen import WHOLE, Key, seen_by
from yihu.engines.rules.tree import Node
from yihu.engines.rules.types import Kind
from yihu.engines.rules.wording import Wording

SAID: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {  # if never no, if never yes: each zh, en
    "condition": (("从未为“否”：{}", "never no: {}"), ("从未为“是”：{}", "never yes: {}")),
    "rule": (("结果从未为“否”", "its result is never no"), ("结果从未为“是”", "its result is never yes")),
    "term": (("", ""), ("从未取到：{}", "never the one taken: {}")),
    "nobody": (("从未有人在列：{}", "never over anybody: {}"), ("从未无人在列：{}", "never over nobody: {}")),
    "zero": (("除数从未不为零：{}", "the divisor is never other than 0: {}"), ("除数从未为零：{}", "the divisor is never 0: {}")),
}  # fmt: skip
UNUSED = ("没有测试用到这条规则", "no test rests on this rule")
IMPOSSIBLE = (
    "（任何月份都不会出现：简化规则，或按另一读法测试）",
    " (cannot be in any month: simplify the rule, or test it under a reading)",
)


@dataclass(frozen=True)
class Branch:
    """One outcome (``side``) of one choice of a rule; ``node`` is what is said of it."""

    rule: AnyRule
    parent: Node | None
    place: int
    kind: str
    node: Node
    side: bool

    @property
    def key(self) -> Key:
        """What the walk notes when it comes by."""
        return self.rule, self.parent.number if self.parent else WHOLE, self.place, self.side


@dataclass(frozen=True)
class Missing:
    """A branch that no policy test has seen, or a whole rule: file, line and what is missing (zh, en).

    ``possible`` is false where the ranges of facts and the law of all months prove that it never happens.
    """

    rule: AnyRule
    file: str
    line: int
    says: tuple[str, str]
    possible: bool = True

    @property
    def where(self) -> str:
        """File, line and rule."""
        return f"{self.file}:{self.line} {self.rule.name}"


@dataclass(frozen=True)
class Coverage:
    """How many branches there are, how many were seen, and what is missing in the order of the files."""

    branches: int
    seen: int
    missing: tuple[Missing, ...]

    @property
    def share(self) -> float:
        """Share of branches seen, 0 to 1."""
        return self.seen / self.branches if self.branches else 1.0


def coverage(book: Rulebook, verdicts: Iterable[Verdict]) -> Coverage:
    """What the policy tests have seen of the rules of a rulebook."""
    told, verdicts = _Told(book), tuple(verdicts)
    seen = seen_by(v for v in verdicts if not v.case.reading and not v.case.law)
    otherwise = {
        names: seen_by(v for v in verdicts if v.otherwise == names)
        for names in {v.otherwise for v in verdicts if v.otherwise}
    }
    every = [
        list(branches(rule, root, rule in told.chosen)) for rule, root in book.trees.items() if rule not in told.amounts
    ]
    missing: list[Missing] = []
    count = 0
    for mine in every:
        left = [b for b in mine if b.key not in seen and not _seen_otherwise(b, otherwise)]
        count += len(mine) - len(left)
        missing += [told.unused(mine[0].rule)] if len(left) == len(mine) else map(told.missing, left)
    return Coverage(sum(map(len, every)), count, tuple(sorted(missing, key=lambda m: (m.file, m.line))))


def _seen_otherwise(branch: Branch, seen: Mapping[frozenset[str], set[Key]]) -> bool:
    """True where a test in another reading came by, and the condition names a parameter that this reading changes."""
    named = {node.value for node in tree.walk(branch.node) if node.op == "param"}
    return any(branch.key in keys for names, keys in seen.items() if names & named)


# the branches of a rule


def branches(rule: AnyRule, root: Node, chosen: bool = False) -> Iterator[Branch]:
    """The branches of a rule with this tree, as they are written.

    ``chosen``: the rule is the engine's choice between programmes (``OneOf``). Of each other programme it counts that it
    would be given too and that it would not; which of the two is then better, only what they pay can say.
    """
    if rule.type.kind is Kind.YES_NO:
        yield from (Branch(rule, None, 0, "rule", root, side) for side in (True, False))
    else:
        yield Branch(rule, None, 0, "rule", root, True)
    compared = (
        {place for place, arg in enumerate(root.args) if arg.op == "not" and arg.args[0].op == "and"}
        if chosen
        else set()
    )
    beaten = {root.args[place].args[0].number for place in compared}
    for node in reversed(tuple(tree.walk(root))):
        for place, kind, shown in _choices(node):
            if (node is root and place in compared) or (node.number in beaten and place == 1):
                continue
            sides = (True,) if kind == "term" else (True, False)
            yield from (Branch(rule, node, place, kind, shown, side) for side in sides)


def _choices(node: Node) -> Iterator[tuple[int, str, Node]]:
    """Where a node chooses: place of the operand, kind of choice, what is said of it."""
    match node.op:
        case "if" | "any" | "all":
            yield 0, "condition", node.args[0]
        case "and" | "or":
            yield from ((place, "condition", arg) for place, arg in enumerate(node.args))
        case "min" | "max":
            yield from ((place, "term", arg) for place, arg in enumerate(node.args))
        case "least" | "most":
            if node.args[1].op != "const":
                yield 1, "condition", node.args[1]
            yield 2, "nobody", node
        case "div" if len(node.args) > 2:
            yield 2, "zero", node.args[1]


# what is missing, in words


class _Told:
    """Says what is missing: where it stands and the condition in words."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.words = Wording(book, "zh"), Wording(book, "en")
        self.made = {
            rule: programme.eligible
            for programme, outcome in book.outcomes.items()
            for rule in (outcome.open, outcome.entitled, outcome.amount)
            if rule is not None
        }
        self.amounts = {outcome.amount for outcome in book.outcomes.values()}
        self.chosen = {outcome.entitled for outcome in book.outcomes.values()}
        self.lines: dict[AnyRule, Mapping[int, list[int]]] = {}

    def unused(self, rule: AnyRule) -> Missing:
        return Missing(rule, self.file(rule), self.line(rule, None, None), UNUSED)

    def missing(self, branch: Branch) -> Missing:
        possible = self.possible(branch)
        zh, en = (
            text.format(words.say(branch.node)) + ("" if possible else never)
            for text, words, never in zip(SAID[branch.kind][branch.side], self.words, IMPOSSIBLE, strict=True)
        )
        line = self.line(branch.rule, branch.parent, branch.node)
        return Missing(branch.rule, self.file(branch.rule), line, (zh, en), possible)

    def possible(self, branch: Branch) -> bool:
        """False where the bounds of all facts and parameters exclude it."""
        if branch.kind == "nobody":
            return True
        if branch.kind == "term":
            return self.can_be_taken(branch)
        low, high = self.book.bound(branch.node)
        if branch.kind == "zero":
            return low <= 0 <= high if branch.side else (low, high) != (0, 0)
        return branch.node.type.kind is not Kind.YES_NO or low <= branch.side <= high

    def can_be_taken(self, branch: Branch) -> bool:
        assert branch.parent is not None
        args = branch.parent.args
        places = max(a.type.places for a in args)
        bounds = [aligned(self.book.bound(a), a.type.places, places) for a in args]
        mine = bounds.pop(branch.place)
        if branch.parent.op == "min":
            return mine[0] < min(b[1] for b in bounds)
        return mine[1] > max(b[0] for b in bounds)

    def file(self, rule: AnyRule) -> str:
        """The file of a rule from its package on; the engine's own rules stand with the programme."""
        rule = self.made.get(rule, rule)
        if rule.source is None or rule.function is None:
            return ""
        parts = rule.source.file.replace("\\", "/").split("/")
        depth = rule.function.__module__.count(".") + 1 + (parts[-1] == "__init__.py")
        return "/".join(parts[-depth:])

    def line(self, rule: AnyRule, parent: Node | None, node: Node | None) -> int:
        """The line of an expression: the first on which it stands in or after what uses it."""
        if rule in self.made:
            return self.line(self.made[rule], None, None)
        first = rule.source.line if rule.source else 0
        if node is None or parent is None:
            return first
        if rule not in self.lines:
            self.lines[rule] = self.book.lines(rule)
        known = self.lines[rule]
        start = min(known.get(parent.number, [first]))
        while not known.get(node.number) and node.op == "not":
            node = node.args[0]
        written = known.get(node.number, [])
        return min((line for line in written if line >= start), default=min(written, default=start))
