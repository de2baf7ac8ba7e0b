"""LLVM IR for the rules of one month, or of several in one pass.

Shape of the code: for every family, the values of the case; then, stage by stage, one loop over each nested list that
fills all aggregates of the stage; at the end the outputs of the case and one loop a list for the outputs of its items.
A value is a pair (integer, unknown bit); conditions keep the value 0 where unknown, so Kleene logic is plain and/or.

Everything is computed in lanes (:mod:`lanes`): for one month a lane is a family (``FAMILIES`` at a time, their members
in step), for several months a lane is a month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from functools import partial
from typing import Any

from llvmlite import ir

from yihu.engines.rules import tree
from yihu.engines.rules.kernel.arithmetic import Arithmetic
from yihu.engines.rules.kernel.lanes import Lanes
from yihu.engines.rules.kernel.order import Order
from yihu.engines.rules.kernel.results import Results
from yihu.engines.rules.kernel.values import BIT, FALSE, I8, I64, TRUE, Val, whole
from yihu.engines.rules.kernel.wants import FAMILIES, Layout, Want
from yihu.engines.rules.month import Month
from yihu.engines.rules.tree import CASE, LAW, Node
from yihu.engines.rules.types import Kind, Type


class Emitter:
    """Emits the module; afterwards ``layout`` says which columns and law values the kernel expects."""

    def __init__(self, months: Sequence[Month], wants: list[Want], full: Set[str] = frozenset()) -> None:
        month = months[0]
        self.months, self.month, self.book, self.wants, self.full = months, month, month.book, wants, full
        self.families = FAMILIES if len(months) == 1 else 1
        lists = month.book.root.LISTS
        self.layout = Layout(lists=list(lists), most={n.name: n.most for n in lists.values()})
        self.module = ir.Module("rules")
        pointer = ir.PointerType(I64)
        self.function = ir.Function(
            self.module, ir.FunctionType(ir.VoidType(), [I64, I64, pointer, pointer, pointer]), "kernel"
        )
        self.start, self.end, self.columns, self.law, self.outs = self.function.args
        self.entry = self.into(self.function.append_basic_block("entry"))
        self.build = self.entry
        self.index: dict[str, list[ir.Value]] = {}
        self.some: dict[str, ir.Value] = {}  # the first item of all families that are computed
        self.here: ir.Value = TRUE
        self.home: dict[int, Val] = {}
        self.item: dict[int, Val] = {}
        self.at: str = CASE
        self.loaded: dict[int, Any] = {}
        self.sure: set[int] = set()
        self.slots: dict[Any, ir.Value] = {}
        self.math = Arithmetic(self)
        self.results = Results(self)
        self.order = Order(self)
        self.nowhere = self.entry.alloca(I64)

    # the frame of the function

    def into(self, block: ir.Block) -> Lanes:
        """A builder at the end of a block."""
        return Lanes(ir.IRBuilder(block), len(self.months) if len(self.months) > 1 else self.families)

    def emit(self) -> ir.Module:
        """The whole kernel."""
        head = self.function.append_basic_block("family")
        done = self.function.append_basic_block("done")
        self.build = self.into(head)
        family = self.build.phi(I64, "f")
        family.add_incoming(self.start, self.entry.block)
        self.index[CASE] = self.family_lanes(family)
        self.bounds = {name: self.range_of(name) for name in self.layout.lists}
        self.family()
        following = self.build.builder.add(family, whole(self.families))
        family.add_incoming(following, self.build.block)
        self.build.cbranch(self.build.builder.icmp_signed("<", following, self.end), head, done)
        self.entry.cbranch(self.entry.builder.icmp_signed("<", self.start, self.end), head, done)
        ir.IRBuilder(done).ret_void()
        return self.module

    def family_lanes(self, family: ir.Value) -> list[ir.Value]:
        """Row of the family in each lane; a lane beyond the end repeats the first and is not ``here``.

        Families are taken in the order of the batch, which puts those of one size side by side.
        """
        b = self.build.builder
        if self.families == 1:
            return [family]
        order = self.entry.inttoptr(self.column_word(len(self.layout.lists)), ir.PointerType(ir.IntType(32)))
        places = [b.add(family, whole(lane)) for lane in range(self.families)]
        alive = [b.icmp_signed("<", place, self.end) for place in places]
        self.alive = self.build.pack(alive)
        rows = [b.sext(b.load(b.gep(order, [place])), I64) for place in places]
        return [b.select(a, row, rows[0]) for a, row in zip(alive, rows, strict=True)]

    def family(self) -> None:
        """Everything that is computed for a family."""
        for name, group in self.order.stages():
            self.fill(name, group)
        for number, want in enumerate(self.wants):
            if want.level == CASE:
                self.results.write(want, number)
        for name in self.layout.lists:
            mine = [(n, w) for n, w in enumerate(self.wants) if w.level == name]
            if mine:
                for _, want in mine:
                    self.ready(*self.results.needs(want))
                self.loop(name, partial(self.results.write_all, mine))

    def range_of(self, name: str) -> tuple[list[ir.Value], list[ir.Value]]:
        """First item and item after the last of each lane's family; none for a lane beyond the end."""
        b = self.build.builder
        base = self.entry.inttoptr(self.column_word(self.layout.lists.index(name)), ir.PointerType(ir.IntType(32)))
        self.some[name] = self.entry.sext(self.entry.load(self.entry.gep(base, [self.start])), I64)
        first = [b.sext(b.load(b.gep(base, [row])), I64) for row in self.index[CASE]]
        last = [b.sext(b.load(b.gep(base, [b.add(row, whole(1))])), I64) for row in self.index[CASE]]
        if self.families > 1:
            for lane in range(1, self.families):
                last[lane] = b.select(self.lane(self.alive, lane), last[lane], first[lane])
        return first, last

    def loop(self, name: str, body: Callable[[], Any]) -> None:
        """One pass over the items of a list, the families of all lanes in step; ``body`` emits into it."""
        first, last = self.bounds[name]
        b = self.build.builder
        count = b.sub(last[0], first[0])
        for lane in range(1, self.families):
            other = b.sub(last[lane], first[lane])
            count = b.select(b.icmp_signed(">", other, count), other, count)
        before, inside = self.build.block, self.function.append_basic_block(f"each.{name}")
        after = self.function.append_basic_block("after")
        b.cbranch(b.icmp_signed(">", count, whole(0)), inside, after)
        self.build = self.into(inside)
        step = self.build.phi(I64)
        step.add_incoming(whole(0), before)
        self.item_lanes(name, step)
        self.at, self.item = name, {}
        body()
        following = self.build.builder.add(step, whole(1))
        step.add_incoming(following, self.build.block)
        self.build.cbranch(self.build.builder.icmp_signed("<", following, count), inside, after)
        self.build, self.at, self.item, self.here = self.into(after), CASE, {}, TRUE

    def item_lanes(self, name: str, step: ir.Value) -> None:
        """Position of the item in each lane; where a family has no more items the lane reads some item and is not here."""
        first, last = self.bounds[name]
        b = self.build.builder
        at = [b.add(f, step) for f in first]
        if self.families == 1:
            self.index[name] = at
            return
        here = [b.icmp_signed("<", a, end) for a, end in zip(at, last, strict=True)]
        self.here = self.build.pack(here)
        self.index[name] = [b.select(h, a, self.some[name]) for h, a in zip(here, at, strict=True)]

    # lanes

    def lane(self, value: ir.Value, lane: int) -> ir.Value:
        """The value in one lane (a scalar is the same in all)."""
        if not isinstance(value.type, ir.VectorType):
            return value
        return self.build.builder.extract_element(value, ir.Constant(ir.IntType(32), lane))

    def cells_of(self, base: ir.Value, level: str) -> Iterator[tuple[int, ir.Value]]:
        """Where to store each lane's value; the last lane first, so that a lane beyond the end does no harm."""
        b = self.build.builder
        for lane in reversed(range(self.families)):
            cell = b.gep(base, [self.index[level][lane]])
            if level != CASE and self.families > 1:
                cell = b.select(self.lane(self.here, lane), cell, b.bitcast(self.nowhere, base.type))
            elif lane and self.families > 1:
                cell = b.select(self.lane(self.alive, lane), cell, b.bitcast(self.nowhere, base.type))
            yield lane, cell

    @contextmanager
    def unless_nothing(self, value: ir.Value) -> Iterator[None]:
        """Code that runs only where some lane of ``value`` is not 0; nothing computed in it is used after it."""
        b = self.build
        some = b.icmp_unsigned("!=", value, ir.Constant(I8, 0))
        if isinstance(some.type, ir.VectorType):
            bits = b.builder.bitcast(some, ir.IntType(self.families))
            some = b.builder.icmp_unsigned("!=", bits, ir.Constant(bits.type, 0))
        inside, after = self.function.append_basic_block("say"), self.function.append_basic_block("said")
        b.builder.cbranch(some, inside, after)
        self.build = self.into(inside)
        yield
        self.build.builder.branch(after)
        self.build = self.into(after)

    # aggregates

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

    def fill(self, name: str, group: list[Node]) -> None:
        """One loop that fills all aggregates of a stage over one list."""
        parts = [part for a in group for part in (a.args[:1] if len(a.args) == 1 else a.args[:2])]
        self.ready(*parts)
        cells = {a.number: self.cells(a) for a in group}
        self.loop(name, partial(self.gather_all, cells, group))
        for a in group:
            self.home[a.number] = self.gathered(a, cells[a.number])

    def cells(self, node: Node) -> list[Any]:
        kinds = {"sum": (I64, BIT), "any": (BIT, BIT), "all": (BIT, BIT)}.get(node.op, (I64, BIT, BIT))
        made = []
        for kind in kinds:
            cell = self.entry.alloca(self.entry.vector(kind) if self.order.differs(node) else kind)
            self.build.store(ir.Constant(kind, 0), cell)
            made.append(cell)
        return made

    def gather_all(self, cells: dict[int, list[Any]], group: list[Node]) -> None:
        """Take an item into all aggregates of a stage."""
        for node in group:
            self.gather(node, cells[node.number])

    def gather(self, node: Node, cells: list[Any]) -> None:
        body = self.value(node.args[0])
        b = self.build
        if node.op in ("least", "most"):
            self.gather_extreme(node, body, cells)
            return
        if node.op == "sum":
            b.store(b.add(b.load(cells[0]), b.select(self.here, body.value, whole(0))), cells[0])
        else:
            hit = body.value if node.op == "any" else b.not_(b.or_(body.value, body.unknown))
            b.store(b.or_(b.load(cells[0]), b.and_(self.here, hit)), cells[0])
        self.gather_doubt(node, b.and_(self.here, body.unknown), cells[1])

    def gather_doubt(self, node: Node, doubt: ir.Value, cell: ir.Value) -> None:
        """Remember that an item was unknown; where none can be, the aggregate is known for sure."""
        if doubt is FALSE:
            self.sure.add(node.number)
        else:
            self.build.store(self.build.or_(self.build.load(cell), doubt), cell)

    def gather_extreme(self, node: Node, body: Val, cells: list[Any]) -> None:
        found = self.value(node.args[1])
        value = self.math.align(body.value, node.args[0].type, node.type)
        b = self.build
        keep, blind = b.and_(self.here, found.value), b.and_(self.here, found.unknown)
        best, some = b.load(cells[0]), b.load(cells[1])
        better = b.icmp_signed("<" if node.op == "least" else ">", value, best)
        take = b.and_(keep, b.or_(better, b.not_(some)))
        b.store(b.select(take, value, best), cells[0])
        b.store(b.or_(some, keep), cells[1])
        self.gather_doubt(node, b.or_(blind, b.and_(keep, body.unknown)), cells[2])

    def gathered(self, node: Node, cells: list[Any]) -> Val:
        b = self.build
        first = b.load(cells[0])
        doubt = FALSE if node.number in self.sure else b.load(cells[-1])
        if node.op == "sum":
            return Val(first, doubt)
        if node.op == "any":
            return Val(first, b.and_(doubt, b.not_(first)))
        if node.op == "all":
            return Val(b.not_(b.or_(first, doubt)), b.and_(doubt, b.not_(first)))
        some = b.load(cells[1])
        default = self.value(node.args[2])
        base = self.math.align(default.value, node.args[2].type, node.type)
        return Val(b.select(some, first, base), b.or_(doubt, b.and_(b.not_(some), default.unknown)))

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
            waiting = [
                n for n in self.operands(top) if n.op != "const" and n.level != LAW and n.number not in self.known(n)
            ]
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
        """A word of the list of addresses: offsets of the lists, the order of the families, then three words a fact."""
        return self.entry.load(self.entry.gep(self.columns, [whole(number)]))

    def load(self, node: Node) -> Val:
        """A fact of every lane from its column, and whether it is unknown."""
        data, valid, mask, width = self.column(node)
        b = self.build
        given = (str(node.value) if node.level == CASE else f"{node.level}.{node.value}") in self.full
        known = TRUE if given else self.bit(self.pick(valid, node.level, mask))
        unknown = FALSE if given else b.not_(known)
        value = self.pick(data, node.level)
        if node.type.kind is Kind.YES_NO:
            value = self.bit(value)
            return Val(value if given else b.and_(value, known), unknown)
        return Val(value if width == 64 else b.sext(value, I64), unknown)

    def bit(self, byte: ir.Value) -> ir.Value:
        return self.build.icmp_unsigned("!=", byte, ir.Constant(I8, 0))

    def pick(self, base: ir.Value, level: str, mask: ir.Value | None = None) -> ir.Value:
        """The cells of all lanes."""
        b = self.build.builder
        rows = self.index[level] if mask is None else [b.and_(row, mask) for row in self.index[level]]
        return self.build.pack([b.load(b.gep(base, [row])) for row in rows])

    def column(self, node: Node) -> tuple[ir.Value, ir.Value, ir.Value, int]:
        if node.number not in self.loaded:
            place = len(self.layout.lists) + 1 + Layout.WIDTH * len(self.layout.facts)
            self.layout.facts.append((node.level, node.value, node.type))
            width = {Kind.YES_NO: 8, Kind.CHOICE: 8, Kind.DATE: 32}.get(node.type.kind, 64 if node.type.places else 32)
            data = self.entry.inttoptr(self.column_word(place), ir.PointerType(ir.IntType(width)))
            valid = self.entry.inttoptr(self.column_word(place + 1), ir.PointerType(I8))
            self.loaded[node.number] = (data, valid, self.column_word(place + 2), width)
        found: tuple[ir.Value, ir.Value, ir.Value, int] = self.loaded[node.number]
        return found
