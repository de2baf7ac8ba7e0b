"""Find one family of a result in its snapshot."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from yihu.engines.rules.layout import case_of
from yihu.engines.rules.schema import Entity
from yihu.pack import Pack
from yihu.records.runs.launch import open_for
from yihu.records.runs.result import Result, ResultError
from yihu.records.runs.rows import WORDS
from yihu.records.snapshots import Snapshot


def family_case(result: Result, pack: Pack, name: str) -> tuple[Entity, int | str]:
    """The family called ``name`` and its key as stored; raises :class:`ResultError` where there is none."""
    snapshot = open_for(pack, Path(result.summary["snapshot"]))
    type_ = snapshot.family_type
    if pa.types.is_integer(type_) and not name.lstrip("-").isdigit():
        raise ResultError(f"family {name}: the families of this result are numbered")
    key: int | str = int(name) if pa.types.is_integer(type_) else name
    for group in range(snapshot.groups):
        if not _may_hold(snapshot, group, key):
            continue
        keys = snapshot.read(group, ["family"]).column("family")
        row = pc.index(keys, pa.scalar(key, type_)).as_py()
        if row >= 0:
            table = snapshot.read(group, snapshot.schema.names)
            return case_of(table, row, pack.root, pack.programmes), key
    raise ResultError(f"there is no family {name} in {snapshot.path}")


def _may_hold(snapshot: Snapshot, group: int, key: int | str) -> bool:
    """False where the row group's least and greatest family key exclude ``key``."""
    found = snapshot.statistics("family")[group]
    return found is None or not found.has_min_max or bool(found.min <= key <= found.max)


def first_missed(result: Result) -> str:
    """Some family in which somebody was missed."""
    file = pq.ParquetFile(result.rows)
    for batch in file.iter_batches(columns=["family", "finding"]):
        row = pc.index(batch.column("finding"), pa.scalar(WORDS.index("missed"), pa.uint8())).as_py()
        if row >= 0:
            return str(batch.column("family")[row].as_py())
    raise ResultError(f"{result.path}: nobody was missed; name a family")
