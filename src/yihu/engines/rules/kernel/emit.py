"""LLVM IR for one month's rules.

Shape of the code: for every family, the values of the case; then, stage by stage, one loop over each nested list that
fills all aggregates of the stage; at the end the outputs of the case and one loop a list for the outputs of its items.
A value is a pair (integer, unknown bit); conditions keep the value 0 where unknown, so Kleene logic is plain and/or.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from llvmlite import ir

from yihu.engines.rules import tree
from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.kernel.arithmetic import Arithmetic
from yihu.engines.rules.kernel.lanes import Lanes
from yihu.engines.rules.kernel.values import BIT, FALSE, I8, I64, TRUE, Val, whole
from yihu.engines.rules.month import Month
from yihu.engines.rules.reader import granted_type
from yihu.engines.rules.reasons import UNKNOWN_REASON, reasons
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.tree import CASE, LAW, Node
from yihu.engines.rules.types import Kind, Type

FINDINGS = ("none", "right", "missed", "changed", "ended", "cannot_tell")


@dataclass(frozen=True)
class Want:
    """One output: a rule's value, or what is found of a programme (finding, amount, reason; or sums over months)."""

    level: str
    rule: AnyRule | None = None
    programme: Programme | None = None
    sums: bool = False

    @property
    def arrays(self) -> tuple[tuple[str, str], ...]:
        """Names and numpy types of the output arrays."""
        if self.rule is not None:
            return (("value", "i8"), ("unknown", "u1"))  # with sums: over the months; months unknown
        if self.sums:
            return (("amount", "i8"), ("months", "u1"), ("unknown", "u1"))
        return (("finding", "u1"), ("amount", "i8"), ("reason", "u1"))


@dataclass
class Layout:
    """What the kernel reads and where: facts in order of use, and law values computed by the host each month.

    ``most`` is how many items a list may have: the proof against overflow rests on it.
    """

    facts: list[tuple[str, str, Type]] = field(default_factory=list)
    slots: list[Callable[[Month], int]] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    most: dict[str, int] = field(default_factory=dict)

    WIDTH = 3


class Emitter:
    """Emits the module; afterwards ``layout`` says which columns and law values the kernel expects."""

    def __init__(self, months: Sequence[Month], wants: list[Want], known: Set[str] = frozenset()) -> None:
        month = months[0]
        self.months, self.month, self.book, self.wants, self.full = months, month, month.book, wants, known
        lists = month.book.root.LISTS
        self.layout = Layout(lists=list(lists), most={n.name: n.most for n in lists.values()})
        self.module = ir.Module("rules")
        pointer = ir.PointerType(I64)
        self.function = ir.Function(self.module, ir.FunctionType(ir.VoidType(), [I64, I64, pointer, pointer, pointer]), "kernel")
        self.start, self.end, self.columns, self.law, self.outs = self.function.args
        self.entry = self.into(self.function.append_basic_block("entry"))
        self.build = self.entry
        self.index: dict[str, ir.Value] = {}
        self.home: dict[int, Val] = {}
        self.item: dict[int, Val] = {}
        self.at: str = CASE
        self.loaded: dict[int, Any] = {}
        self.slots: dict[Any, ir.Value] = {}
        self.stages: dict[int, int] = {}
        self.differing: dict[int, bool] = {}
        self.math = Arithmetic(self)

    # the frame of the function

    def into(self, block: ir.Block) -> Lanes:
        """A builder at the end of a block."""
        return Lanes(ir.IRBuilder(block), len(self.months))

    def emit(self) -> ir.Module:
        """The whole kernel."""
        head = self.function.append_basic_block("family")
        done = self.function.append_basic_block("done")
        self.build = self.into(head)
        family = self.build.phi(I64, "f")
        family.add_incoming(self.start, self.entry.block)
        self.index[CASE] = family
        self.bounds = {name: self.range_of(name, family) for name in self.layout.lists}
        self.family()
        following = self.build.add(family, whole(1))
        family.add_incoming(following, self.build.block)
        self.build.cbranch(self.build.icmp_signed("<", following, self.end), head, done)
        self.entry.cbranch(self.entry.icmp_signed("<", self.start, self.end), head, done)
        ir.IRBuilder(done).ret_void()
        return self.module

    def family(self) -> None:
        aggregates = list(self.aggregates())
        for stage in sorted({self.stage(a) for a in aggregates}):
            for name in self.layout.lists:
                group = [a for a in aggregates if self.stage(a) == stage and a.value == name]
                if group:
                    self.fill(name, group)
        for number, want in enumerate(self.wants):
            if want.level == CASE:
                self.write(want, number)
        for name in self.layout.lists:
            mine = [(n, w) for n, w in enumerate(self.wants) if w.level == name]
            if mine:
                for _, want in mine:
                    self.ready(*self.needs(want))
                self.loop(name, lambda mine=mine: [self.write(w, n) for n, w in mine])

    def range_of(self, name: str, family: ir.Value) -> tuple[ir.Value, ir.Value]:
        base = self.entry.inttoptr(self.column_word(self.layout.lists.index(name)), ir.PointerType(ir.IntType(32)))
        first = self.build.load(self.build.gep(base, [family]))
        last = self.build.load(self.build.gep(base, [self.build.add(family, whole(1))]))
        return self.build.sext(first, I64), self.build.sext(last, I64)

    def loop(self, name: str, body: Callable[[], Any]) -> None:
        """One pass over the items of a list; ``body`` emits into it."""
        first, last = self.bounds[name]
        before, inside = self.build.block, self.function.append_basic_block(f"each.{name}")
        after = self.function.append_basic_block("after")
        self.build.cbranch(self.build.icmp_signed("<", first, last), inside, after)
        self.build = self.into(inside)
        position = self.build.phi(I64)
        position.add_incoming(first, before)
        self.index[name], self.at, self.item = position, name, {}
        body()
        following = self.build.add(position, whole(1))
        position.add_incoming(following, self.build.block)
        self.build.cbranch(self.build.icmp_signed("<", following, last), inside, after)
        self.build, self.at, self.item = self.into(after), CASE, {}

    # order of the aggregates

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
            stack.extend(node.args)
            if node.op == "rule":
                stack.append(self.month.tree(node.value))

    def aggregates(self) -> Iterator[Node]:
        roots = [node for want in self.wants for node in self.needs(want)]
        found = {n.number: n for n in self.reachable(*roots) if n.op in tree.AGGREGATES}
        yield from (found[number] for number in sorted(found))

    def stage(self, node: Node) -> int:
        """1 for an aggregate over facts alone, one more for each aggregate it needs first."""
        if node.number not in self.stages:
            below = [self.stage(n) for n in self.inner(node)]
            self.stages[node.number] = 1 + max(below, default=0)
        return self.stages[node.number]

    def inner(self, node: Node) -> list[Node]:
        return [n for n in self.reachable(*node.args) if n.op in tree.AGGREGATES]

    def needs(self, want: Want) -> list[Node]:
        """Nodes that an output is made of."""
        if want.rule is not None:
            return [tree.rule_value(self.book.current(want.rule), want.level)]
        assert want.programme is not None
        outcome = self.book.outcomes[want.programme]
        nodes = [tree.rule_value(outcome.entitled, want.level)]
        if outcome.amount is not None:
            nodes.append(tree.rule_value(outcome.amount, want.level))
        return nodes if want.sums else [*nodes, *reasons(self.month, want.programme)]

    def ready(self, *roots: Node) -> None:
        """Compute every value of the case that the items of a list will need, before their loop."""
        seen: set[int] = set()
        stack = list(roots)
        while stack:
            node = stack.pop()
            if node.number in seen:
                continue
            seen.add(node.number)
            if node.level == CASE:
                self.value(node)
            else:
                stack += (self.month.tree(node.value),) if node.op == "rule" else node.args

    # aggregates

    def fill(self, name: str, group: list[Node]) -> None:
        parts = [part for a in group for part in (a.args[:1] if len(a.args) == 1 else a.args[:2])]
        self.ready(*parts)
        cells = {a.number: self.cells(a) for a in group}
        self.loop(name, lambda: [self.gather(a, cells[a.number]) for a in group])
        for a in group:
            self.home[a.number] = self.gathered(a, cells[a.number])

    def cells(self, node: Node) -> list[Any]:
        kinds = {"sum": (I64, BIT), "any": (BIT, BIT), "all": (BIT, BIT)}.get(node.op, (I64, BIT, BIT))
        made = []
        for kind in kinds:
            cell = self.entry.alloca(self.entry.vector(kind) if self.differs(node) else kind)
            self.build.store(ir.Constant(kind, 0), cell)
            made.append(cell)
        return made

    def differs(self, node: Node) -> bool:
        """True where the value may differ between the months of one pass."""
        stack = [] if len(self.months) == 1 else [node]
        while stack:
            below = () if stack[-1].level == LAW else self.operands(stack[-1]) or stack[-1].args
            waiting = [n for n in below if n.number not in self.differing]
            if not waiting:
                top = stack.pop()
                self.differing[top.number] = self.months_differ(top)
            stack += waiting
        return self.differing.get(node.number, False)

    def months_differ(self, node: Node) -> bool:
        if node.level == LAW:
            return len({m.scaled(node) for m in self.months}) > 1
        if node.op == "rule":
            return self.differing[self.month.tree(node.value).number]
        limit = self.math.age_limit(node)
        if limit is not None:
            return self.math.birth_differs(limit) or self.differing[limit[0].args[0].number]
        return any(self.differing[a.number] for a in node.args)

    def gather(self, node: Node, cells: list[Any]) -> None:
        b = self.build
        body = self.value(node.args[0])
        b = self.build
        if node.op == "sum":
            b.store(b.add(b.load(cells[0]), body.value), cells[0])
            b.store(b.or_(b.load(cells[1]), body.unknown), cells[1])
        elif node.op in ("any", "all"):
            hit = body.value if node.op == "any" else b.not_(b.or_(body.value, body.unknown))
            b.store(b.or_(b.load(cells[0]), hit), cells[0])
            b.store(b.or_(b.load(cells[1]), body.unknown), cells[1])
        else:
            self.gather_extreme(node, body, cells)

    def gather_extreme(self, node: Node, body: Val, cells: list[Any]) -> None:
        keep = self.value(node.args[1])
        value = self.math.align(body.value, node.args[0].type, node.type)
        b = self.build
        best, some = b.load(cells[0]), b.load(cells[1])
        better = b.icmp_signed("<" if node.op == "least" else ">", value, best)
        take = b.and_(keep.value, b.or_(better, b.not_(some)))
        b.store(b.select(take, value, best), cells[0])
        b.store(b.or_(some, keep.value), cells[1])
        doubt = b.or_(keep.unknown, b.and_(keep.value, body.unknown))
        b.store(b.or_(b.load(cells[2]), doubt), cells[2])

    def gathered(self, node: Node, cells: list[Any]) -> Val:
        b = self.build
        first, second = b.load(cells[0]), b.load(cells[1])
        if node.op == "sum":
            return Val(first, second)
        if node.op == "any":
            return Val(first, b.and_(second, b.not_(first)))
        if node.op == "all":
            return Val(b.not_(b.or_(first, second)), b.and_(second, b.not_(first)))
        default = self.value(node.args[2])
        b = self.build
        base = self.math.align(default.value, node.args[2].type, node.type)
        doubt = b.or_(b.load(cells[2]), b.and_(b.not_(second), default.unknown))
        return Val(b.select(second, first, base), doubt)

    # values

    def value(self, node: Node) -> Val:
        """Value of a node here; each is emitted once a family (or once an item)."""
        if node.op == "const":
            return self.math.constant(node)
        if node.level == LAW:
            return Val(self.bit_if(node.type, self.law_value(node.number, lambda m: m.scaled(node))), FALSE)
        stack = [node]  # operands first and without recursion: rules call rules, however deep
        while stack:
            top = stack[-1]
            waiting = [n for n in self.operands(top) if n.op != "const" and n.level != LAW and n.number not in self.known(n)]
            if not waiting or top.number in self.known(top):
                stack.pop()
                if top.number not in self.known(top):
                    self.known(top)[top.number] = self.compute(top)
            stack += waiting
        return self.known(node)[node.number]

    def known(self, node: Node) -> dict[int, Val]:
        """Where the values of the node's level are kept."""
        if node.level == CASE and self.at != CASE and node.number not in self.home:
            raise AssertionError(f"{node} was not ready before the loop")
        return self.home if node.level == CASE else self.item

    def operands(self, node: Node) -> tuple[Node, ...]:
        """What must have a value before the node has one."""
        if node.op == "rule":
            return (self.month.tree(node.value),)
        return () if node.op in ("fact", *tree.AGGREGATES) else self.math.operands(node)

    def compute(self, node: Node) -> Val:
        if node.op == "fact":
            return self.load(node)
        if node.op == "rule":
            rule = self.book.current(node.value)
            root = self.month.tree(rule)
            found = self.value(root)
            return Val(self.math.align(found.value, root.type, rule.type), found.unknown)
        return self.math.apply(node)

    def bit_if(self, type_: Type, value: ir.Value) -> ir.Value:
        return self.entry.icmp_signed("!=", value, whole(0)) if type_.kind is Kind.YES_NO else value

    def law_value(self, key: Any, compute: Callable[[Month], int]) -> ir.Value:
        """A value that the host computes for the month, read once before the loop over families."""
        if key not in self.slots:
            place = whole(len(self.layout.slots) * len(self.months))
            self.layout.slots.append(compute)
            cell = self.entry.gep(self.law, [place])
            if len({compute(month) for month in self.months}) > 1:
                wide = ir.PointerType(self.entry.vector(I64))
                self.slots[key] = self.entry.load(self.entry.bitcast(cell, wide), align=8)
            else:
                self.slots[key] = self.entry.load(cell)
        return self.slots[key]

    def column_word(self, number: int) -> ir.Value:
        return self.entry.load(self.entry.gep(self.columns, [whole(number)]))

    def load(self, node: Node) -> Val:
        """A fact from its Arrow column and validity bits."""
        data, valid, mask, width = self.column(node)
        b, index = self.build, self.index[node.level]
        given = self.column_name(node) in self.full
        known = TRUE if given else self.bit(valid, b.and_(b.lshr(index, whole(3)), mask), index)
        unknown = FALSE if given else b.not_(known)
        if width == 0:
            value = self.bit(data, b.lshr(index, whole(3)), index)
            return Val(value if given else b.and_(value, known), unknown)
        value = b.load(b.gep(data, [index]))
        return Val(value if width == 64 else b.sext(value, I64), unknown)

    def column_name(self, node: Node) -> str:
        """Name of the column of a fact."""
        return str(node.value) if node.level == CASE else f"{node.level}.{node.value}"

    def bit(self, base: ir.Value, byte: ir.Value, index: ir.Value) -> ir.Value:
        b = self.build
        found = b.load(b.gep(base, [byte]))
        shift = b.trunc(b.and_(index, whole(7)), I8)
        return b.trunc(b.lshr(found, shift), BIT)

    def column(self, node: Node) -> tuple[ir.Value, ir.Value, ir.Value, int]:
        if node.number not in self.loaded:
            place = len(self.layout.lists) + Layout.WIDTH * len(self.layout.facts)
            self.layout.facts.append((node.level, node.value, node.type))
            width = {Kind.YES_NO: 0, Kind.CHOICE: 8, Kind.DATE: 32}.get(node.type.kind, 64 if node.type.places else 32)
            pointer = ir.PointerType(ir.IntType(width or 8))
            data = self.entry.inttoptr(self.column_word(place), pointer)
            valid = self.entry.inttoptr(self.column_word(place + 1), ir.PointerType(I8))
            self.loaded[node.number] = (data, valid, self.column_word(place + 2), width)
        found: tuple[ir.Value, ir.Value, ir.Value, int] = self.loaded[node.number]
        return found

    # outputs

    def out(self, number: int, array: int, width: int) -> ir.Value:
        place = sum(len(w.arrays) for w in self.wants[:number]) + array
        base = self.entry.load(self.entry.gep(self.outs, [whole(place)]))
        typed = self.entry.inttoptr(base, ir.PointerType(ir.IntType(width)))
        return self.build.gep(typed, [self.index[self.wants[number].level]])

    def write(self, want: Want, number: int) -> None:
        if want.rule is not None:
            found = self.value(self.needs(want)[0])
            value = self.build.zext(found.value, I64) if want.rule.type.kind is Kind.YES_NO else found.value
            value = self.build.select(found.unknown, whole(0), value)  # what lies under a null must not show
            if want.sums:
                self.add_up(number, 0, 64, value)
                self.add_up(number, 1, 8, self.build.zext(found.unknown, I64))
                return
            self.build.store(value, self.out(number, 0, 64))
            self.build.store(self.build.zext(found.unknown, I8), self.out(number, 1, 8))
        elif want.sums:
            self.write_sums(want, number)
        else:
            self.write_finding(want, number)

    def outcome(self, want: Want) -> tuple[Val, ir.Value]:
        """Entitled (known to be so, with money where the programme pays; unknown) and the amount."""
        nodes = self.needs(want)
        entitled = self.value(nodes[0])
        assert want.programme is not None
        if want.programme.amount is None:
            return entitled, whole(0)
        amount = self.value(nodes[1])
        b = self.build
        sure = b.and_(b.and_(entitled.value, b.not_(amount.unknown)), b.icmp_signed(">", amount.value, whole(0)))
        doubt = b.or_(entitled.unknown, b.and_(entitled.value, amount.unknown))
        return Val(sure, doubt), b.select(sure, amount.value, whole(0))

    def write_finding(self, want: Want, number: int) -> None:
        assert want.programme is not None
        entitled, amount = self.outcome(want)
        granted = self.value(granted_node(self.month, want.programme, want.level))
        b = self.build
        if want.programme.amount is None:
            receiving, same = granted.value, TRUE
        else:
            receiving = b.icmp_signed(">", granted.value, whole(0))
            same = b.icmp_signed("==", granted.value, amount)
        code = _code
        yes = b.select(receiving, b.select(same, code("right"), code("changed")), code("missed"))
        found = b.select(entitled.value, yes, b.select(receiving, code("ended"), code("none")))
        doubt = b.or_(entitled.unknown, granted.unknown)
        b.store(b.select(doubt, code("cannot_tell"), found), self.out(number, 0, 8))
        b.store(amount, self.out(number, 1, 64))
        b.store(self.reason(want), self.out(number, 2, 8))

    def reason(self, want: Want) -> ir.Value:
        """1 + position of the first condition that fails, or 128 + position of the first unknown; 0 where all hold."""
        assert want.programme is not None
        found = [self.value(node) for node in reasons(self.month, want.programme)]
        b = self.build
        doubt = refused = ir.Constant(I8, 0)
        for position, each in reversed(list(enumerate(found))):
            fails = b.not_(b.or_(each.value, each.unknown))
            doubt = b.select(each.unknown, ir.Constant(I8, UNKNOWN_REASON + position), doubt)
            refused = b.select(fails, ir.Constant(I8, 1 + position), refused)
        return b.select(b.icmp_unsigned("!=", refused, ir.Constant(I8, 0)), refused, doubt)

    def write_sums(self, want: Want, number: int) -> None:
        entitled, amount = self.outcome(want)
        self.add_up(number, 0, 64, amount)
        self.add_up(number, 1, 8, self.build.zext(entitled.value, I64))
        self.add_up(number, 2, 8, self.build.zext(entitled.unknown, I64))

    def add_up(self, number: int, array: int, width: int, value: ir.Value) -> None:
        """Add the months of this pass to an output."""
        b = self.build
        total = b.total(value)
        cell = self.out(number, array, width)
        b.store(b.add(b.load(cell), total if width == 64 else b.trunc(total, I8)), cell)


def _code(name: str) -> ir.Constant:
    return ir.Constant(I8, FINDINGS.index(name))


def granted_node(month: Month, programme: Programme, level: str) -> Node:
    """The fact that says what is granted today."""
    return tree.fact(f"granted.{programme.id}", granted_type(programme), level)
