"""Compile a kernel and run it over Arrow tables, on as many threads as asked for, without the GIL."""

from __future__ import annotations

import ctypes
import gc
import hashlib
import threading
from collections.abc import Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import llvmlite
import llvmlite.binding as llvm
import numpy as np
import pyarrow as pa

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.kernel.columns import Batch
from yihu.engines.rules.kernel.emit import Emitter
from yihu.engines.rules.kernel.wants import FINDINGS, WINDOW, Layout, Want
from yihu.engines.rules.month import Month
from yihu.engines.rules.tree import CASE

LEAST_FAMILIES = 4_096
CACHE_LINE = 64
SPARE = 8
"""Memory for outputs is an eighth larger than it must be, so that it does for other batches."""
_lock = threading.Lock()
_ready = False


def _target() -> Any:
    global _ready
    if not _ready:
        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        _ready = True
    target = llvm.Target.from_default_triple()
    return target.create_target_machine(
        opt=2, cpu=llvm.get_host_cpu_name(), features=llvm.get_host_cpu_features().flatten()
    )


def _optimise(module: Any, machine: Any) -> None:
    """Keep sums in registers. The trees share equal parts already, so the costly passes of -O2 find little more."""
    builder = llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options(speed_level=2))
    passes = llvm.create_new_function_pass_manager()
    passes.add_sroa_pass()
    for function in module.functions:
        if not function.is_declaration:
            passes.run(function, builder)


class Shelf(Protocol):
    """Where machine code is kept between processes."""

    def read(self, name: str) -> bytes | None:
        """The code kept under a name, exactly as it was written; None where there is none."""

    def write(self, name: str, code: bytes) -> None:
        """Keep code; where that cannot be done nothing happens."""


def code_name(text: str) -> str:
    """Name of the machine code of some IR: a digest of all that it depends on (LLVM, the processor, what it can do)."""
    made_by = (llvmlite.__version__, llvm.llvm_version_info, llvm.get_default_triple(), llvm.get_host_cpu_name())
    depends = repr((made_by, llvm.get_host_cpu_features().flatten(), text))
    return hashlib.sha256(depends.encode()).hexdigest()


@contextmanager
def uncollected() -> Iterator[None]:
    """Hundreds of thousands of objects are made here at once and none of them is garbage: looking for some takes longer."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@dataclass(frozen=True)
class Outputs:
    """Output arrays of a run: for each want the named arrays, one entry a family or an item."""

    wants: tuple[Want, ...]
    arrays: tuple[Mapping[str, np.ndarray[Any, Any]], ...]
    block: np.ndarray[Any, Any] | None = None

    def of(self, want: Want) -> Mapping[str, np.ndarray[Any, Any]]:
        """Arrays of one output."""
        return self.arrays[self.wants.index(want)]


class Kernel:
    """Compiled rules of the programmes in force, for one month or for several in one pass.

    A kernel for one month serves every month with the same programmes in force. ``known`` names columns without nulls;
    ``shelf`` may hold its machine code, and gets it otherwise.
    """

    def __init__(
        self, months: Sequence[Month], wants: Sequence[Want], known: Set[str] = frozenset(), shelf: Shelf | None = None
    ) -> None:
        month = months[0]
        self.wants = tuple(wants)
        self._spare: list[np.ndarray[Any, Any]] = []
        self._laws: dict[tuple[Month, ...], np.ndarray[Any, Any]] = {}
        with uncollected():
            emitter = Emitter(months, list(wants), known)
            text = str(emitter.emit())
        self.layout: Layout = emitter.layout
        self._lists = {n.name: next(iter(n.item.FACTS)) for n in month.book.root.LISTS.values()}
        with _lock:
            machine = _target()
            parsed = llvm.parse_assembly(text)
            parsed.verify()
            _optimise(parsed, machine)
            self._engine = llvm.create_mcjit_compiler(parsed, machine)
            if shelf is not None:
                name = code_name(text)
                self._engine.set_object_cache(lambda _, code: shelf.write(name, code), lambda _: shelf.read(name))
            self._engine.finalize_object()
        word = ctypes.POINTER(ctypes.c_int64)
        shape = ctypes.CFUNCTYPE(None, ctypes.c_int64, ctypes.c_int64, word, word, word)
        self._run = shape(self._engine.get_function_address("kernel"))

    def columns(self) -> list[str]:
        """Names of the snapshot columns it reads."""
        names = [name if level == CASE else f"{level}.{name}" for level, name, _ in self.layout.facts]
        read = {level for level, _, _ in self.layout.facts}
        for nested, any_fact in self._lists.items():
            if nested not in read:
                names.append(f"{nested}.{any_fact}")
        return names

    def law(self, months: Month | Sequence[Month]) -> np.ndarray[Any, Any]:
        """The values of the months that do not depend on the family, month by month for each."""
        each = (months,) if isinstance(months, Month) else tuple(months)
        if each not in self._laws:
            found = [slot(month) for slot in self.layout.slots for month in each]
            self._laws[each] = np.array(found or [0], dtype=np.int64)
        return self._laws[each]

    def empty(self, batch: Batch) -> Outputs:
        """Zeroed output arrays for a batch: in one block, so that what nobody writes to is never touched."""
        kinds = [(at, name, np.dtype(kind)) for at, want in enumerate(self.wants) for name, kind in want.arrays]
        sizes = [batch.size(self.wants[at].level) for at, _, _ in kinds]
        lines = [-(-kind.itemsize * size // CACHE_LINE) for (_, _, kind), size in zip(kinds, sizes, strict=True)]
        block = self._block(sum(lines) * CACHE_LINE)
        made: tuple[dict[str, np.ndarray[Any, Any]], ...] = tuple({} for _ in self.wants)
        for (at, name, kind), size, first in zip(kinds, sizes, accumulate(lines, initial=0), strict=False):
            made[at][name] = block[first * CACHE_LINE :][: kind.itemsize * size].view(kind)
        return Outputs(self.wants, made, block)

    def _block(self, size: int) -> np.ndarray[Any, Any]:
        """Zeroed bytes, those of an earlier batch where they are enough."""
        try:
            block = self._spare.pop()
        except IndexError:
            block = None
        return block if block is not None and len(block) >= size else np.zeros(size + size // SPARE, np.uint8)

    def take_back(self, outputs: Outputs) -> None:
        """Use the memory of findings, which nobody looks at any more, for another batch: new memory costs more than a tenth
        of computing."""
        if outputs.block is None or any(want.programme is None or want.sums for want in outputs.wants):
            return
        for arrays in outputs.arrays:
            at = np.flatnonzero(arrays["finding"] != FINDINGS.index("none"))
            for array in arrays.values():
                array[at] = 0
        self._spare.append(outputs.block)

    def run(self, table: pa.Table, month: Month | Sequence[Month], threads: int = 1) -> Outputs:
        """Outputs for a table in snapshot layout."""
        return self.run_batch(Batch(table, self.layout), month, threads)

    def run_batch(
        self, batch: Batch, month: Month | Sequence[Month], threads: int = 1, into: Outputs | None = None
    ) -> Outputs:
        """Outputs for loaded columns; ``into`` adds to the arrays of an earlier month (wants with ``sums``)."""
        outputs = into or self.empty(batch)
        pointers = [array.ctypes.data for each in outputs.arrays for array in each.values()]
        outs = np.array(pointers or [0], dtype=np.int64)
        law = self.law(month)
        self.call(batch, law, outs, threads)
        return outputs

    def call(self, batch: Batch, law: np.ndarray[Any, Any], outs: np.ndarray[Any, Any], threads: int = 1) -> None:
        """Run the machine code over all families of a batch, split over threads."""
        word = ctypes.POINTER(ctypes.c_int64)
        fixed = (batch.words.ctypes.data_as(word), law.ctypes.data_as(word), outs.ctypes.data_as(word))
        parts = max(1, min(threads, batch.families // LEAST_FAMILIES))
        if parts == 1 or batch.few:
            for first, last in batch.slices():
                self._run(first, last, *fixed)
            return
        edges = [batch.families * i // parts // WINDOW * WINDOW for i in range(parts)] + [batch.families]
        with ThreadPoolExecutor(parts) as pool:
            list(pool.map(lambda i: self._run(edges[i], edges[i + 1], *fixed), range(parts)))


_kernels: WeakKeyDictionary[Rulebook, dict[Any, Kernel]] = WeakKeyDictionary()


def kernel_for(
    months: Month | Sequence[Month], wants: Sequence[Want], known: Set[str] = frozenset(), shelf: Shelf | None = None
) -> Kernel:
    """The kernel for these outputs; compiled once for a rulebook and the set of programmes in force.

    Several months in one pass must have the same programmes in force.
    """
    each = (months,) if isinstance(months, Month) else tuple(months)
    kept = _kernels.setdefault(each[0].book, {})
    days = tuple(month.first_day for month in each) if len(each) > 1 else ()
    key = (frozenset(p.id for p in each[0].programmes), tuple(wants), frozenset(known), days)
    if key not in kept:
        kept[key] = Kernel(each, wants, known, shelf)
    return kept[key]
