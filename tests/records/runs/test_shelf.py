"""Machine code that is kept: what was compiled is used again, what was changed is not, and nothing depends on the folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.records.runs.hand import JULY, family, sample, write
from yihu.engines.rules.kernel import Kernel
from yihu.pack import Pack
from yihu.records.runs.launch import plan_for, run
from yihu.records.runs.plan import Plan
from yihu.records.runs.shelf import MOST, Shelf, shelf

NAME = "0" * 64


def test_code_is_read_as_it_was_written(tmp_path: Path) -> None:
    kept = Shelf(tmp_path / "kernels")
    assert kept.read(NAME) is None
    kept.write(NAME, b"code")
    assert kept.read(NAME) == b"code"
    assert [file.name for file in kept.folder.iterdir()] == [NAME]


@pytest.mark.parametrize("spoilt", [b"", b"code", b"\0" * 40])
def test_code_that_was_cut_or_changed_is_not_used(tmp_path: Path, spoilt: bytes) -> None:
    kept = Shelf(tmp_path)
    kept.write(NAME, b"code")
    (tmp_path / NAME).write_bytes(spoilt)
    assert kept.read(NAME) is None


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = Shelf(tmp_path / "file" / "kernels")
    kept.write(NAME, b"code")
    assert kept.read(NAME) is None


def test_only_the_newest_kernels_are_kept(tmp_path: Path) -> None:
    for number in range(MOST + 3):
        Shelf(tmp_path).write(f"{number:064}", b"code")
    assert len(list(tmp_path.iterdir())) == MOST


def compiled(plan: Plan, kept: Shelf) -> Kernel:
    """A kernel that takes its code from a folder, or puts it there."""
    return Kernel(plan.passes[0], plan.wants, frozenset(), kept)


def test_a_kernel_is_compiled_once_and_spoilt_code_is_compiled_again(tmp_path: Path) -> None:
    plan, kept = plan_for(sample(), [JULY]), Shelf(tmp_path)
    compiled(plan, kept)
    (file,) = tmp_path.iterdir()
    first = file.stat().st_mtime_ns
    compiled(plan, kept)
    assert file.stat().st_mtime_ns == first
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    compiled(plan, kept)
    assert file.read_bytes() == whole


def test_kept_code_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIHU_CACHE", str(tmp_path / "cache"))
    snapshot = write(tmp_path / "snapshot", sample(), [family(sample(), usual=True, members=[{}, {}])] * 3)
    first, again = (run(fresh(), snapshot, [JULY], tmp_path / name) for name in ("first", "again"))
    assert len(list((tmp_path / "cache" / "kernels").iterdir())) == 1
    assert pq.read_table(first.rows).equals(pq.read_table(again.rows))


def fresh() -> Pack:
    """The pack with a rulebook of its own, whose kernel is not in memory yet."""
    return replace(sample())


def test_an_empty_name_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIHU_CACHE", "")
    assert shelf() is None
