"""Snapshots made by hand, results read back as rows by subject, and what explaining a family says of the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import Answer, Status, answers
from yihu.engines.rules.given import case_from
from yihu.engines.rules.layout import arrow_schema, case_of, table_of
from yihu.engines.rules.month import Month
from yihu.engines.rules.reasons import UNKNOWN_REASON
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE
from yihu.pack import Pack, find_pack
from yihu.records.runs.result import Result
from yihu.records.runs.rows import WORDS
from yihu.records.snapshots import Snapshot, SnapshotWriter

JULY = date(2024, 7, 1)
EAST, WEST = 990101001001, 990102001001
Subject = tuple[Any, str, int]


def sample() -> Pack:
    """The small made-up city."""
    return find_pack("sample")


def beijing() -> Pack:
    """The real one."""
    return find_pack("beijing")


def family(pack: Pack, usual: bool = False, **facts: Any) -> Entity:
    """A family written as plain data."""
    return case_from(facts, pack.root, pack.programmes, usual=usual)


def write(path: Path, pack: Pack, cases: Sequence[Entity], places: Sequence[int | None] | None = None) -> Path:
    """A snapshot of these families, numbered from 1, in row groups of at most 2."""
    schema = arrow_schema(pack.root, pack.programmes)
    table = table_of(cases, pack.root, pack.programmes)
    for name, values in (("family", range(1, len(cases) + 1)), ("community", places or [EAST] * len(cases))):
        at = table.schema.get_field_index(name)
        table = table.set_column(at, schema.field(at), pa.array(values, pa.int64()))
    with SnapshotWriter(path, schema, {"pack": pack.id, "origin": "import"}) as writer:
        for first in range(0, len(cases), 2):
            writer.write(table.slice(first, 2))
    return path


@dataclass(frozen=True)
class Row:
    """What a run found for a subject; money in fen."""

    word: str
    amount: int
    paid: int
    reason: int = 0


def rows(result: Result) -> dict[Subject, Row]:
    """The rows of a result by family, programme and position (-1: the family itself)."""
    ids = [p["id"] for p in result.summary["programmes"]]
    return {
        (r["family"], ids[r["programme"]], r["member"]): Row(WORDS[r["finding"]], r["amount"], r["paid"], r["reason"])
        for r in pq.read_table(result.rows).to_pylist()
    }


# the same, by explaining each family


def explained(book: Rulebook, month: date, case: Entity) -> dict[tuple[str, int], Row]:
    """What the answers of :mod:`explain` come to, held against what the family draws."""
    return said(answers(Evaluation(Month(book, month), case)))


def said(given: Iterable[Answer]) -> dict[tuple[str, int], Row]:
    """The same of answers that are given already."""
    found = {}
    for answer in given:
        row = _row(answer)
        if row.word != "none":
            found[answer.programme.id, -1 if answer.frame.level == CASE else answer.frame.position] = row
    return found


def _row(answer: Answer) -> Row:
    if answer.status is Status.NOT_IN_FORCE:
        return Row("none", 0, 0)
    pays = answer.programme.amount is not None
    drawn = answer.frame.facts.get(f"granted.{answer.programme.id}")
    paid = int((drawn or 0) * (100 if pays else 1))
    due = int(answer.amount * 100) if answer.amount is not None and pays else 0
    entitled = answer.status is Status.ENTITLED and (due > 0 or not pays)
    word = _word(answer.status is Status.CANNOT_TELL or drawn is None, entitled, paid, same=due == paid or not pays)
    return Row(word, due, paid, _reason(answer) if word != "none" else 0)


def _word(doubt: bool, entitled: bool, paid: int, *, same: bool) -> str:
    if doubt:
        return "cannot_tell"
    if not entitled:
        return "ended" if paid else "none"
    return ("right" if same else "changed") if paid else "missed"


def _reason(answer: Answer) -> int:
    """1 + position of the first condition that fails, else 128 + that of the first unknown."""
    holds = [c.holds for c in answer.conditions]
    if False in holds:
        return 1 + holds.index(False)
    return UNKNOWN_REASON + holds.index(None) if None in holds else 0


def cases_of(snapshot: Snapshot, pack: Pack, numbers: Sequence[int]) -> list[tuple[int | str, Entity]]:
    """Key and case of the families at these rows of the first row group."""
    table = snapshot.read(0, snapshot.schema.names)
    keys = table.column("family").to_pylist()
    return [(keys[n], case_of(table, n, pack.root, pack.programmes)) for n in numbers]
