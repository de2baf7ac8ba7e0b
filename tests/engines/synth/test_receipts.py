"""Receipts follow the entitlements, but for the gaps, which are as wide as they are told to be."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from yihu.engines.synth import Gaps, with_receipts

N = 10_000
GAPS = Gaps(missed=0.06, stayed=0.03, stale=0.02, before={"granted.aid": 0.9})


def table() -> pa.Table:
    lists = pa.ListArray.from_arrays(
        pa.array(np.arange(0, 2 * N + 1, 2), pa.int32()), pa.array(np.zeros(2 * N, np.int64))
    )
    return pa.table(
        {
            "family": np.arange(N),
            "granted.aid": np.zeros(N, np.int64),
            "granted.known": np.zeros(N, bool),
            "members.granted.age": lists,
        }
    )


def aid() -> pa.Array:
    """Every fourth family is entitled to 100 yuan, every fourth after it cannot be told."""
    amounts = np.where(np.arange(N) % 4 == 0, 10_000, 0)
    return pa.array(amounts, mask=np.arange(N) % 4 == 1)


def received(candidates: dict[str, np.ndarray[tuple[int], np.dtype[np.bool_]]], seed: int = 1) -> np.ndarray:
    paid = with_receipts(table(), {"granted.aid": aid()}, GAPS, candidates, seed)
    found: np.ndarray = paid.column("granted.aid").to_numpy()
    return found


def test_six_in_a_hundred_are_missed_and_two_get_an_old_amount() -> None:
    paid = received({})[::4]
    assert (paid == 0).mean() == pytest.approx(0.06, abs=0.001)
    assert (paid == 9_000).mean() == pytest.approx(0.02, abs=0.006)
    assert set(paid) == {0, 9_000, 10_000}


def test_only_candidates_stay_on_and_nobody_who_cannot_be_told() -> None:
    candidates = np.arange(N) % 4 != 3
    paid = received({"granted.aid": candidates})
    assert (paid[2::4] > 0).sum() / (paid > 0).sum() == pytest.approx(0.03, abs=0.002)
    assert not paid[1::4].any()
    assert not paid[3::4].any()


def test_the_same_seed_gives_the_same_receipts_and_another_others() -> None:
    assert (received({}) == received({})).all()
    assert (received({}) != received({}, seed=2)).any()


def test_members_and_recognitions_are_granted_too_and_other_columns_stay() -> None:
    due = pa.ListArray.from_arrays(pa.array(np.arange(0, 2 * N + 1, 2), pa.int32()), pa.array(np.tile([0, 50], N)))
    entitled = {"members.granted.age": due, "granted.known": pa.array(np.arange(N) % 2 == 0)}
    before = table()
    after = with_receipts(before, entitled, GAPS, {}, 1)
    assert after.schema == before.schema
    ages = after.column("members.granted.age").combine_chunks().flatten().to_numpy()
    assert not ages[::2].any()
    assert (ages[1::2] == 50).mean() == pytest.approx(0.94, abs=0.001)
    assert after.column("granted.known").to_numpy()[1::2].sum() == 0
    assert after.column("granted.aid") == before.column("granted.aid")


def test_no_families_give_no_receipts() -> None:
    nobody = table().slice(0, 0)
    assert with_receipts(nobody, {"granted.aid": aid().slice(0, 0)}, GAPS, {}, 1).num_rows == 0
