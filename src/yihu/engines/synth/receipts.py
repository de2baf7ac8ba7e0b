"""What families are paid today, from what they are entitled to: with those who were missed, who stayed on, and old amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yihu.engines.synth.draws import Array, Bools, Draws


@dataclass(frozen=True)
class Gaps:
    """How receipts differ from entitlements.

    ``missed``: share of those entitled who receive nothing. ``stayed``: share of those receiving who are no longer
    entitled; they are drawn among ``candidates[column]`` (yes/no for each item), and where a column has none nobody stays on.
    ``stale``: share of those receiving an amount from before the last raise, ``before[column]`` times today's.
    """

    missed: float
    stayed: float
    stale: float
    before: Mapping[str, float] = field(default_factory=dict)


def with_receipts(
    table: pa.Table,
    entitled: Mapping[str, pa.Array],
    gaps: Gaps,
    candidates: Mapping[str, Bools],
    seed: int,
) -> pa.Table:
    """``table`` with the columns named in ``entitled`` replaced; all other columns stay.

    ``entitled``: column of the snapshot (``granted.<programme>``, ``members.granted.<programme>``) → what the law gives
    today, of that column's type: fen or yes/no, one a family or a list; null (cannot tell) is paid nothing. The same
    table, entitlements and seed give the same receipts.
    """
    for name, given in entitled.items():
        column = given.combine_chunks() if isinstance(given, pa.ChunkedArray) else given
        nested = pa.types.is_list(column.type)
        flat = column.flatten() if nested else column
        draws = Draws(seed, crc32(f"{name} {table.column('family')[0]}".encode()) if table.num_rows else 0)
        paid = pa.array(_paid(flat, gaps, candidates.get(name), gaps.before.get(name), draws), flat.type)
        if nested:
            lengths = pc.fill_null(pc.list_value_length(column), 0).to_numpy(zero_copy_only=False)
            offsets = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
            paid = pa.ListArray.from_arrays(pa.array(offsets), paid)
        place = table.schema.get_field_index(name)
        table = table.set_column(place, table.schema.field(place), paid.cast(table.schema.field(place).type))
    return table


def _paid(due: Any, gaps: Gaps, candidates: Bools | None, before: float | None, draws: Draws) -> Array:
    """Amounts (or yes/no) received by each item."""
    known = ~due.is_null().to_numpy(zero_copy_only=False)
    empty = False if pa.types.is_boolean(due.type) else 0
    amount: Array = pc.fill_null(due, empty).to_numpy(zero_copy_only=False).copy()
    entitled = amount != empty
    amount[draws.pick(entitled * gaps.missed)] = empty
    receiving = np.flatnonzero(amount)
    if before is not None:
        old = receiving[draws.chance(gaps.stale, len(receiving))]
        amount[old] = np.rint(amount[old] * before)
    if candidates is not None and len(receiving):
        open_to = candidates & known & ~entitled
        share = gaps.stayed / (1 - gaps.stayed) * len(receiving) / max(int(open_to.sum()), 1)
        stayed = draws.pick(open_to * min(share, 1.0))
        amount[stayed] = draws.rng.choice(amount[receiving], int(stayed.sum()))
    return amount
