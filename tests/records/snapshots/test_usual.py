"""Columns that are kept in short are the columns: whatever they hold, and however they are asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yihu.engines.rules.kernel.brief import Few, Written
from yihu.pack import find_pack
from yihu.records.snapshots import Snapshot, SnapshotError, SnapshotWriter, open_snapshot
from yihu.records.snapshots.city import synthesise
from yihu.records.snapshots.seal import SHORT, write_seal

FAMILIES = 1_000


def table() -> pa.Table:
    """Families of two members: a column of each kind, once usual with exceptions, once varied, once mostly unknown."""
    many, members = range(FAMILIES), range(2 * FAMILIES)

    def listed(values: list[object], kind: pa.DataType) -> pa.Array:
        offsets = pa.array(range(0, 2 * FAMILIES + 1, 2), pa.int32())
        return pa.ListArray.from_arrays(offsets, pa.array(values, kind), type=pa.list_(pa.field("item", kind)))

    return pa.table({
        "family": pa.array(many, pa.int64()),
        "community": pa.array([110101001001] * FAMILIES, pa.int64()),
        "rare": pa.array([i % 400 == 7 for i in many], pa.bool_()),
        "odd": pa.array([bool(i % 2) for i in many], pa.bool_()),
        "unknown": pa.array([1 if i == 500 else None for i in many], pa.int64()),
        "blind": pa.array([None if i in (0, 999) else 5 for i in many], pa.int8()),
        "members.money": listed([10**12 if i % 300 == 0 else 0 for i in members], pa.int64()),
        "members.wage": listed(list(members), pa.int64()),
        "members.born": listed([date(2000, 2, 29) if i == 1_999 else date(1950, 1, 1) for i in members], pa.date32()),
        "members.kind": listed([3 if i == 0 else 1 for i in members], pa.int8()),
    })  # fmt: skip


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    """The families written."""
    with SnapshotWriter(tmp_path / "s", table().schema, {"pack": "sample"}) as writer:
        writer.write(table())
    return open_snapshot(tmp_path / "s")


def test_every_value_is_read_as_it_was_written(snapshot: Snapshot) -> None:
    names = table().column_names
    assert snapshot.read(0, names).equals(table())
    assert snapshot.read(0, names, plain=True).equals(table())
    snapshot.read(0, names).validate(full=True)


def test_columns_that_know_all_and_are_nearly_one_value_come_in_short(snapshot: Snapshot) -> None:
    dense, few = snapshot.read_brief(0, ["family", "community", "members.wage", *table().column_names[2:]])
    assert set(few) == {"rare", "members.money", "members.born", "members.kind"}
    assert set(dense.column_names) == {"family", "community", "odd", "unknown", "blind", "members.wage"}
    money = table().column("members.money").combine_chunks().flatten().to_numpy()
    assert np.array_equal(few["members.money"].values_at(np.arange(2 * FAMILIES)), money)


def test_a_list_keeps_a_column_that_tells_its_sizes(snapshot: Snapshot) -> None:
    dense, few = snapshot.read_brief(0, ["family", "community", "members.born", "members.kind"])
    assert dense.column_names == ["family", "community", "members.born"]
    assert set(few) == {"members.kind"}


def test_a_snapshot_without_the_short_form_is_read_all_the_same(snapshot: Snapshot) -> None:
    names = table().column_names
    (snapshot.path / SHORT).unlink()
    with pytest.raises(SnapshotError, match=SHORT):
        open_snapshot(snapshot.path)
    assert snapshot.read(0, names).equals(table())


def test_a_short_form_that_was_changed_is_refused(snapshot: Snapshot) -> None:
    whole = bytearray((snapshot.path / SHORT).read_bytes())
    whole[len(whole) // 2] ^= 1
    (snapshot.path / SHORT).write_bytes(bytes(whole))
    with pytest.raises(SnapshotError, match=SHORT):
        open_snapshot(snapshot.path)


columns = st.lists(st.dictionaries(st.integers(0, 59), st.integers(-100, 100), max_size=8), min_size=1, max_size=4)


@given(columns, st.integers(-100, 100), st.integers(1, 20))
def test_slices_that_are_written_out_are_the_columns(made: list[dict[int, int]], usual: int, step: int) -> None:
    whole = np.full((len(made), 60), usual)
    few = {}
    for number, each in enumerate(made):
        at = np.array(sorted(each), np.int32)
        few[3 * number] = Few(usual, at, np.array([each[i] for i in sorted(each)], np.int64))
        whole[number][at] = few[3 * number].values
    written, words = Written(1, few, step), np.zeros(3 * len(made), np.int64)
    for first in range(0, 60, step):
        last = min(60, first + step)
        written.write(words, first, last)
        starts = words[list(few)] + first - written.buffer.ctypes.data
        found = [written.buffer[start : start + last - first] for start in starts.tolist()]
        assert np.array_equal(found, whole[:, first:last])


@given(columns, st.sets(st.integers(0, 59)))
def test_some_subjects_of_a_short_column_are_those_of_the_column(made: list[dict[int, int]], some: set[int]) -> None:
    positions = np.array(sorted(some), np.int64)
    for each in made:
        few = Few(7, np.array(sorted(each), np.int32), np.array([each[i] for i in sorted(each)], np.int64))
        expected = [each.get(i, 7) for i in sorted(some)]
        assert few.values_at(positions).tolist() == expected
        assert few.among(positions).values_at(np.arange(len(some))).tolist() == expected


def test_the_short_form_is_small(snapshot: Snapshot) -> None:
    assert (snapshot.path / SHORT).stat().st_size < 20_000
    assert pc.sum(snapshot.read(0, ["rare"]).column("rare")).as_py() == 3


def test_sealing_again_drops_what_repeats_the_former_files(tmp_path: Path) -> None:
    snapshot = synthesise(find_pack("beijing"), 500, 1, tmp_path / "city", on=date(2024, 7, 1))
    assert (snapshot.path / SHORT).exists()
    write_seal(snapshot.path)
    assert not (snapshot.path / SHORT).exists()
    assert open_snapshot(snapshot.path).groups == 1
