"""Columns in which nearly all values are the same, as that value and the exceptions; written out a few families at a time.

Most columns of a city are such (what is granted, rare illnesses, special groups). Written out for everybody they would fill
the memory and the kernel would wait for it; written out for a slice of families they stay in the cache.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
SLICE = 2_048
"""Families that are written out together; a multiple of the window in which a batch orders them."""


@dataclass(frozen=True)
class Few:
    """The usual value of a column, where others stand (ascending), and which; as integers, none unknown."""

    usual: int
    at: Array
    values: Array

    def values_at(self, positions: Array) -> Array:
        """The values at some positions, which ascend."""
        found = np.full(len(positions), self.usual, np.int64)
        mine = self.among(positions)
        found[mine.at] = mine.values
        return found

    def among(self, positions: Array) -> Few:
        """The column of the subjects at these positions alone, which ascend."""
        place = np.searchsorted(positions, self.at)
        place[place == len(positions)] = 0
        there = positions[place] == self.at if len(positions) else np.zeros(len(self.at), bool)
        return Few(self.usual, place[there], self.values[there])


class Written:
    """Columns of one width and level, of which one slice is written out. ``places`` are those of their addresses."""

    def __init__(self, width: int, columns: Mapping[int, Few], room: int) -> None:
        self.places = np.array(list(columns), np.int64)
        self.width, self.room = width, room
        few = list(columns.values())
        self.usual = np.array([each.usual for each in few], f"i{width}")
        self.buffer = np.repeat(self.usual, room)
        self.first = self.buffer.ctypes.data + np.arange(len(few)) * room * width
        at = np.concatenate([each.at for each in few]).astype(np.int64)
        order = np.argsort(at, kind="stable")
        self.at = at[order]
        self.column = np.repeat(np.arange(len(few)), [len(each.at) for each in few])[order]
        self.values = np.concatenate([each.values for each in few]).astype(f"i{width}")[order]
        self.dirty: Array = np.zeros(0, np.int64)

    def write(self, words: Array, first: int, last: int) -> None:
        """Write out the values of the subjects from ``first`` up to ``last``, and say where they are."""
        self.buffer[self.dirty] = self.usual[self.dirty // self.room]
        start, end = np.searchsorted(self.at, (first, last))
        self.dirty = self.column[start:end] * self.room + self.at[start:end] - first
        self.buffer[self.dirty] = self.values[start:end]
        words[self.places] = self.first - first * self.width
