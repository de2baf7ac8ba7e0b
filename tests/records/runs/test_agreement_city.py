"""The whole Beijing pack over more than 100,000 families: the kernel, DuckDB and the explanation of each say the same.

The families are those of a synthetic city, of which many are made to know less: of one in three a fiftieth of the facts is
unknown, of one in ten a third. Half of them are looked at under the law of July 2024, half under that of March 2026. Every
answer of every family is compared: what is found, how much, and the code of the reason (which only DuckDB does not give). Of
one family in a hundred the whole traces are followed too: each step that is shown has the value that was answered with.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from tests.records.runs.hand import JULY, Row, Subject, beijing, said
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import Answer, answers, walk_steps
from yihu.engines.rules.layout import cases_of
from yihu.engines.rules.month import Month
from yihu.records.runs.launch import run
from yihu.records.runs.rows import WORDS
from yihu.records.snapshots import SnapshotWriter, open_snapshot

FAMILIES = 100_000
MONTHS = (JULY, date(2026, 3, 1))
PROCESSES, PIECE, TRACED = 2, 5_000, 100
SHOWN = 5


def knowing_less(table: pa.Table, seed: int) -> pa.Table:
    """The same families with facts taken away."""
    draw = np.random.default_rng(seed)
    share = draw.choice([0.0, 0.02, 0.33], table.num_rows, p=[0.57, 0.33, 0.1])

    def emptied(values: pa.Array, shares: Any) -> pa.Array:
        return pc.if_else(pa.array(draw.random(len(values)) < shares), pa.scalar(None, values.type), values)

    made = {}
    for name in table.column_names:
        whole = table.column(name).combine_chunks()
        if pa.types.is_list(whole.type):
            sizes = pc.list_value_length(whole).to_numpy()
            offsets = pa.array(np.concatenate([[0], np.cumsum(sizes)]), pa.int32())
            whole = pa.ListArray.from_arrays(
                offsets, emptied(whole.flatten(), np.repeat(share, sizes)), type=whole.type
            )
        elif name not in ("family", "community"):
            whole = emptied(whole, share)
        made[name] = whole
    return pa.table(made, schema=table.schema)


@pytest.fixture(scope="module")
def halves(city: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[date, Path]:
    """Two snapshots of different families, one for each month."""
    whole, folder = open_snapshot(city), tmp_path_factory.mktemp("halves")
    paths = {month: folder / f"{month:%Y-%m}" for month in MONTHS}
    with ExitStack() as open_:
        writers = [open_.enter_context(SnapshotWriter(p, whole.schema, {"pack": "beijing"})) for p in paths.values()]
        for group in range(whole.groups):
            table = knowing_less(whole.read(group, whole.schema.names), group)
            for number, writer in enumerate(writers):
                writer.write(table.take(pa.array(range(number, table.num_rows, len(writers)))))
    return paths


@pytest.fixture(scope="module")
def computed(halves: dict[date, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[date, Path]:
    """What the kernel finds of each half."""
    folder = tmp_path_factory.mktemp("kernel")
    return {m: run(beijing(), path, [m], folder / f"{m:%Y-%m}", then=False).rows for m, path in halves.items()}


def rows(path: Path, first: Any, last: Any) -> dict[Subject, Row]:
    """The rows of a result of the families with these keys."""
    found = pq.read_table(path, filters=[("family", ">=", first), ("family", "<=", last)])
    ids = programmes(path)
    return {
        (r["family"], ids[r["programme"]], r["member"]): Row(WORDS[r["finding"]], r["amount"], r["paid"], r["reason"])
        for r in found.to_pylist()
    }


def programmes(path: Path) -> list[str]:
    """The programmes of a result, in the order of their numbers."""
    found: list[str] = json.loads(pq.read_schema(path).metadata[b"programmes"])
    return found


def differences(path: Path, result: Path, month: date, group: int, first: int) -> tuple[int, int, list[str]]:
    """Families of one piece that were explained, steps that were followed, and what differs from what the kernel found."""
    snapshot, law = open_snapshot(path), Month(beijing().rulebook, month)
    gc.freeze()  # the rules are no garbage: not to look through them saves an eighth
    table = snapshot.read(group, snapshot.schema.names).slice(first, PIECE)
    keys = table.column("family").to_pylist()
    kernel, explained = rows(result, keys[0], keys[-1]), dict[Subject, Row]()
    steps, wrong = 0, list[str]()
    for number, (key, case) in enumerate(zip(keys, cases_of(table, law.book.root, law.book.programmes), strict=True)):
        given = answers(Evaluation(law, case))
        explained |= {(key, *subject): row for subject, row in said(given).items()}
        if number % TRACED == 0:
            steps += sum(1 for each in followed(given) if each is None)
            wrong += [f"family {key}: {each}" for each in followed(given) if each is not None]
    for subject in sorted(kernel.keys() | explained.keys(), key=str):
        mine, theirs = kernel.get(subject), explained.get(subject)
        if mine != theirs:
            family, programme, position = subject
            wrong.append(f"family {family}, {programme}, member {position}: kernel {mine}, explained {theirs}")
    return len(keys), steps, wrong[:SHOWN]


def followed(given: list[Answer]) -> Iterator[str | None]:
    """For each step of the traces None, or what is wrong with it."""
    for answer in given:
        for step in walk_steps(answer.trace) if answer.conditions else ():
            value = answer.evaluation.of(step.rule, step.frame)
            same = step.value == value and type(step.value) is type(value)
            yield None if same else f"{answer.programme.id}: {step.rule.name} is {value}, its trace says {step.value}"


@pytest.mark.timeout(600)
def test_every_answer_of_every_family_is_what_explaining_it_says(
    halves: dict[date, Path], computed: dict[date, Path]
) -> None:
    pieces = []
    for month, path in halves.items():
        snapshot = open_snapshot(path)
        for group in range(snapshot.groups):
            size = snapshot.read(group, ["family"]).num_rows
            pieces += [(path, computed[month], month, group, first) for first in range(0, size, PIECE)]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(differences, *zip(*pieces, strict=True)))
    assert [line for _, _, wrong in found for line in wrong] == []
    assert sum(families for families, _, _ in found) >= FAMILIES
    assert sum(steps for _, steps, _ in found) >= FAMILIES


@pytest.mark.timeout(600)
@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_duckdb_answers_the_same_for_every_family(
    halves: dict[date, Path], computed: dict[date, Path], tmp_path: Path, month: date
) -> None:
    check = run(beijing(), halves[month], [month], tmp_path / "check", engine="duckdb", then=False)
    kernel, other = (pq.read_table(path).drop(["reason"]).to_pylist() for path in (computed[month], check.rows))
    different = [(mine, theirs) for mine, theirs in zip(kernel, other, strict=False) if mine != theirs]
    assert different[:SHOWN] == []
    assert len(kernel) == len(other)


def test_the_families_know_less_and_something_of_everything_is_found(computed: dict[date, Path]) -> None:
    for path in computed.values():
        table = pq.read_table(path)
        assert {WORDS[code] for code in table.column("finding").unique().to_pylist()} == set(WORDS) - {
            "none",
            "follows",
        }
        assert set(table.column("programme").unique().to_pylist()) == set(range(len(programmes(path))))
        assert len(pc.unique(table.column("reason"))) > 2 * SHOWN
