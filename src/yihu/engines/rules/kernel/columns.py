"""Arrow columns as the words that the kernel reads: addresses of data, validity bits and list offsets."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.rules.kernel.emit import Layout
from yihu.engines.rules.tree import CASE

ALL_VALID = np.full(1, 0xFF, np.uint8)


class BatchError(Exception):
    """Columns that do not fit together or hold a value outside what was declared; names the column."""


class Batch:
    """Families loaded for the kernel. Keeps the Arrow arrays alive while their addresses are in use."""

    def __init__(self, table: pa.Table, layout: Layout) -> None:
        self.families = table.num_rows
        self._kept: list[Any] = []
        self._sizes: dict[str, int] = {CASE: table.num_rows}
        words: list[int] = []
        arrays = {name: _whole(table, name) for name in table.column_names}
        offsets: dict[str, pa.Array] = {}
        for name, array in arrays.items():
            if pa.types.is_list(array.type):
                self._same_lengths(offsets, name, array)
        for nested in layout.lists:
            words.append(self._offsets(nested, offsets.get(nested)))
        for level, fact, _ in layout.facts:
            array = arrays[fact if level == CASE else f"{level}.{fact}"]
            values = array if level == CASE else array.values
            words += self._fact(values)
        self.words = np.array(words or [0], dtype=np.int64)

    def size(self, level: str) -> int:
        """Number of families, or of items of a list."""
        return self._sizes[level]

    def offsets(self, nested: str) -> np.ndarray[Any, Any]:
        """Offsets of a list: items of family i are offsets[i] to offsets[i+1]."""
        return self._offset_arrays[nested]

    def _same_lengths(self, offsets: dict[str, pa.Array], name: str, array: pa.ListArray) -> None:
        nested = name.split(".")[0]
        found = array.offsets
        first = offsets.setdefault(nested, found)
        if found is not first and not found.equals(first):
            raise BatchError(f"column {name}: its lists are not as long as the other {nested}; make the snapshot again")

    def _offsets(self, nested: str, offsets: pa.Array | None) -> int:
        if offsets is None:
            flat = np.zeros(self.families + 1, np.int32)
        else:
            flat = offsets.to_numpy(zero_copy_only=True)
        self._kept.append(flat)
        self._offset_arrays = {**getattr(self, "_offset_arrays", {}), nested: flat}
        self._sizes[nested] = int(flat[-1]) if len(flat) else 0
        return int(flat.ctypes.data)

    def _fact(self, array: pa.Array) -> list[int]:
        if array.offset:
            array = pa.concat_arrays([array]) if array.offset % 8 == 0 else pc.take(array, pa.array(np.arange(len(array))))
        self._kept.append(array)
        validity, data = array.buffers()
        if validity is None or array.null_count == 0:
            return [data.address if data else 0, ALL_VALID.ctypes.data, 0]
        return [data.address if data else 0, validity.address, -1]


def _whole(table: pa.Table, name: str) -> pa.Array:
    column = table.column(name)
    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)
