"""Find one family of a result in the snapshot that the result was computed from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.layout import case_of
from yihu.engines.rules.month import Month, read_month
from yihu.engines.rules.naming import many, one
from yihu.engines.rules.reasons import reason_node
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import Node
from yihu.pack import Pack
from yihu.records.runs.launch import open_for
from yihu.records.runs.reforms import KEPT, load_reform, reformed
from yihu.records.runs.result import Result, ResultError
from yihu.records.runs.rows import WORDS
from yihu.records.snapshots import Snapshot


class NotFound(ResultError):
    """There is no such family, or none of the kind asked for."""


def rulebook_of(result: Result, pack: Pack) -> Rulebook:
    """The rulebook that a result was computed with: that of the pack, under the reform that is kept with the result."""
    if "reform" not in result.summary:
        return pack.rulebook
    first = read_month(result.summary["months"][0])
    return reformed(pack.rulebook, load_reform(result.path / KEPT), first, pack.readings)


def month_of(result: Result, pack: Pack) -> Month:
    """The first month of a result under the rules it was computed with."""
    return Month(rulebook_of(result, pack), read_month(result.summary["months"][0]))


def family_case(result: Result, pack: Pack, name: str) -> tuple[Entity, int | str]:
    """The family called ``name`` and its key as stored.

    Raises :class:`NotFound`, and :class:`ResultError` where the snapshot is no longer the one of the run.
    """
    snapshot = open_for(pack, Path(result.summary["snapshot"]))
    type_ = snapshot.family_type
    numbered = pa.types.is_integer(type_)
    if numbered and not (name.isascii() and name.removeprefix("-").isdigit() and len(name) < 19):
        case, cases = one(pack.root, "en"), many(pack.root, "en")
        raise NotFound(f"{case} {name}: the {cases} of this result are numbered; give a number")
    key: int | str = int(name) if numbered else name
    for group in range(snapshot.groups):
        if not _may_hold(snapshot, group, key):
            continue
        keys = snapshot.read(group, ["family"]).column("family")
        row = pc.index(keys, pa.scalar(key, type_)).as_py()
        if row >= 0:
            _unchanged(result, snapshot)
            table = snapshot.read(group, snapshot.schema.names)
            return case_of(table, row, pack.root, pack.programmes), key
    raise NotFound(
        f"there is no {one(pack.root, 'en')} {name} in {snapshot.path}; without a number yihu explain shows one that was missed"
    )


def _unchanged(result: Result, snapshot: Snapshot) -> None:
    if dict(snapshot.digests) != result.summary["files"]:
        raise ResultError(
            f"{snapshot.path} has changed since {result.path} was computed from it; run again, or put the former snapshot back"
        )


def _may_hold(snapshot: Snapshot, group: int, key: int | str) -> bool:
    """False where the row group's least and greatest family key exclude ``key``."""
    found = snapshot.statistics("family").get(group)
    return found is None or not found.has_min_max or bool(found.min <= key <= found.max)


@dataclass(frozen=True)
class Finding:
    """What a run found of a programme for the family (``position`` None) or one of its items; money in fen.

    ``reason`` is the condition that decided: the first that fails, or the first that is unknown.
    """

    programme: Programme
    position: int | None
    word: str
    amount: int
    paid: int
    months: int
    unknown: int
    reason: Node | None


def findings(result: Result, month: Month, key: int | str) -> list[Finding]:
    """What was found for one family; ``month`` is that of :func:`month_of`."""
    rows = pq.read_table(result.rows, filters=[("family", "=", key)]).to_pylist()
    return [_finding(result, month, row) for row in rows]


def _finding(result: Result, month: Month, row: dict[str, int]) -> Finding:
    programme = month.book.programme(result.summary["programmes"][row["programme"]]["id"])
    return Finding(
        programme,
        row["member"] if row["member"] >= 0 else None,
        WORDS[row["finding"]],
        amount=row["amount"],
        paid=row["paid"],
        months=row["months"],
        unknown=row["unknown"],
        reason=reason_node(month, programme, row["reason"]),
    )


def first_missed(result: Result) -> str:
    """Some family that was missed or has a member who was; raises :class:`NotFound`."""
    file = pq.ParquetFile(result.rows)
    for batch in file.iter_batches(columns=["family", "finding"]):
        row = pc.index(batch.column("finding"), pa.scalar(WORDS.index("missed"), pa.uint8())).as_py()
        if row >= 0:
            return str(batch.column("family")[row].as_py())
    raise NotFound(f"{result.path}: nothing was missed; give a number, yihu explain RESULT NUMBER")
