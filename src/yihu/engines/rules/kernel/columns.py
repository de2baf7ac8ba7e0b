"""Arrow columns as the words that the kernel reads: addresses of data, validity bits and list offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from types import MappingProxyType
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.rules.kernel.brief import SLICE, Few, Written
from yihu.engines.rules.kernel.wants import FAMILIES, WINDOW, Layout
from yihu.engines.rules.layout import arrow_type
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Type

Array = np.ndarray[Any, Any]
ALL_VALID = np.full(1, 0xFF, np.uint8)


class BatchError(Exception):
    """Columns that are missing, of another type, or do not fit together; names the column."""


class Batch:
    """Families loaded for the kernel. Keeps the Arrow arrays alive while their addresses are in use."""

    def __init__(self, table: pa.Table, layout: Layout, few: Mapping[str, Few] = MappingProxyType({})) -> None:
        """``few``: columns that the table does not have, because nearly all their values are the same."""
        table = compact(table)
        self.few = few
        self.families = table.num_rows
        self._kept: list[Any] = []
        self._sizes: dict[str, int] = {CASE: table.num_rows}
        self._offset_arrays: dict[str, np.ndarray[Any, Any]] = {}
        words: list[int] = []
        arrays = {name: _whole(table, name) for name in table.column_names}
        offsets: dict[str, pa.Array] = {}
        for name, array in arrays.items():
            if pa.types.is_list(array.type):
                self._same_lengths(offsets, name, array)
        for nested in layout.lists:
            words.append(self._offsets(nested, offsets.get(nested), layout.most.get(nested)))
        words.append(self._order())
        self._places: dict[tuple[str, str], int] = {}
        brief: dict[tuple[str, int], dict[int, Few]] = {}
        for level, fact, type_ in layout.facts:
            name = fact if level == CASE else f"{level}.{fact}"
            self._places[level, fact] = len(words)
            if name in few and name not in arrays:
                brief.setdefault((level, _width(type_)), {})[len(words)] = few[name]
                words += [0, ALL_VALID.ctypes.data, 0]
            else:
                words += self._fact(_typed(arrays, level, fact, type_))
        self.words = np.array(words or [0], dtype=np.int64)
        self._brief = [(level, Written(width, mine, self._room(level))) for (level, width), mine in brief.items()]
        self._given: dict[int, tuple[int, int, int]] = {}

    def size(self, level: str) -> int:
        """Number of families, or of items of a list."""
        return self._sizes[level]

    def offsets(self, nested: str) -> np.ndarray[Any, Any]:
        """Offsets of a list: items of family i are offsets[i] to offsets[i+1]."""
        return self._offset_arrays[nested]

    def with_values(self, given: Mapping[tuple[str, str], tuple[Array, Array]]) -> Batch:
        """The same families with other values of some facts: by level and name the values as the kernel reads them (yes/no
        as bytes) and one byte each that says whether it is known. Facts that the kernel does not read are left out."""
        made = copy(self)
        made.words, made._kept = self.words.copy(), [*self._kept, *given.values()]
        made._given = {
            self._places[key]: (values.ctypes.data, known.ctypes.data, -1)
            for key, (values, known) in given.items()
            if key in self._places
        }
        for place, words in made._given.items():
            made.words[place : place + 3] = words
        return made

    def slices(self) -> Iterator[tuple[int, int]]:
        """Families from, up to: those that the kernel may compute now, with ``words`` as they are now."""
        if not self._brief:
            yield 0, self.families
            return
        for first in range(0, self.families, SLICE):
            last = min(first + SLICE, self.families)
            for level, written in self._brief:
                ends = (first, last) if level == CASE else self._offset_arrays[level][[first, last]].tolist()
                written.write(self.words, *ends)
            for place, words in self._given.items():
                self.words[place : place + 3] = words
            yield first, last

    def _room(self, level: str) -> int:
        """How many subjects a slice has at most."""
        if level == CASE:
            return SLICE
        edges = self._offset_arrays[level][[*range(0, self.families, SLICE), self.families]]
        return max(1, int(np.diff(edges).max(initial=0)))

    def _same_lengths(self, offsets: dict[str, pa.Array], name: str, array: pa.ListArray) -> None:
        nested = name.split(".")[0]
        if array.null_count:
            raise BatchError(
                f"column {name}: a family has null in place of its {nested}; an empty list says that there are none"
            )
        found = array.offsets
        first = offsets.setdefault(nested, found)
        if found is not first and not found.equals(first):
            raise BatchError(f"column {name}: its lists are not as long as the other {nested}; make the snapshot again")

    def _offsets(self, nested: str, offsets: pa.Array | None, most: int | None) -> int:
        flat = np.zeros(self.families + 1, np.int32) if offsets is None else offsets.to_numpy(zero_copy_only=True)
        if most is not None and self.families and (longest := int(np.diff(flat).max())) > most:
            raise BatchError(f"a family has {longest} {nested}, at most {most} are declared; correct the source")
        self._kept.append(flat)
        self._offset_arrays[nested] = flat
        self._sizes[nested] = int(flat[-1]) if len(flat) else 0
        return int(flat.ctypes.data)

    def _order(self) -> int:
        """Address of the order in which families are computed: within a window by size, so that those side by side in the
        lanes of the kernel have as many items and none waits for another (measured: a fifth less time). The window is
        small enough to stay in the cache."""
        order = np.zeros(self.families + FAMILIES, np.int32)  # the kernel looks past the end
        order[: self.families] = np.arange(self.families)
        if self._offset_arrays:
            longest = max((np.diff(each) for each in self._offset_arrays.values()), key=np.sum)
            key = (order[: self.families] // WINDOW).astype(np.int64) << 32 | longest
            order[: self.families] = np.argsort(key, kind="stable")
        self._kept.append(order)
        return int(order.ctypes.data)

    def _fact(self, array: pa.Array) -> list[int]:
        """Address of the values, address of one byte a value that says whether it is known, and its index mask."""
        values, valid, mask = array, ALL_VALID, 0
        if array.null_count:
            valid, mask = _bytes(array.is_valid()), -1
        if pa.types.is_boolean(array.type):
            data: Any = _bytes(pc.fill_null(array, False) if array.null_count else array)
            address = data.ctypes.data
        else:
            data = pa.concat_arrays([values]) if values.offset else values
            buffer = data.buffers()[1]
            address = buffer.address if buffer else 0
        self._kept += [data, valid]
        return [address, valid.ctypes.data, mask]


def _width(type_: Type) -> int:
    """Bytes of a value as the kernel reads it."""
    physical = arrow_type(type_)
    return 1 if pa.types.is_boolean(physical) else physical.bit_width // 8


def _bytes(bits: pa.Array) -> np.ndarray[Any, Any]:
    """Booleans as one byte each."""
    found: np.ndarray[Any, Any] = bits.cast(pa.uint8()).to_numpy(zero_copy_only=True)
    return found


def compact(table: pa.Table) -> pa.Table:
    """The same families with one chunk a column and lists that begin at 0; what is so already is not copied."""
    return pa.table({name: _begun(_whole(table, name)) for name in table.column_names}, schema=table.schema)


def _begun(array: pa.Array) -> pa.Array:
    """A list array whose items begin at 0."""
    if not pa.types.is_list(array.type) or array.null_count or not len(array):
        return array
    offsets = array.offsets.to_numpy()
    if not array.offset and not offsets[0]:
        return array
    return pa.ListArray.from_arrays(pa.array(offsets - offsets[0]), array.flatten(), array.type)


def _whole(table: pa.Table, name: str) -> pa.Array:
    column = table.column(name)
    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)


def _typed(arrays: dict[str, pa.Array], level: str, fact: str, type_: Type) -> pa.Array:
    """The values of a fact; raises :class:`BatchError` where the column is missing or not what the kernel reads."""
    name = fact if level == CASE else f"{level}.{fact}"
    array = arrays.get(name)
    if array is None:
        raise BatchError(f"column {name} is missing; the table was made for another pack or version")
    if level != CASE and not pa.types.is_list(array.type):
        raise BatchError(f"column {name} is {array.type}, expected a list of {arrow_type(type_)}")
    values = array if level == CASE else array.values
    if values.type != arrow_type(type_):
        raise BatchError(f"column {name} holds {values.type}, expected {arrow_type(type_)}")
    return values
