"""A result is whole or not there: runs that are killed, disks that are full, snapshots that are damaged."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.command import command, yihu
from tests.records.runs.hand import JULY, beijing, family, sample, write
from yihu.engines.rules.layout import arrow_schema, table_of
from yihu.records.runs.launch import open_for, run
from yihu.records.runs.result import ResultError, open_result
from yihu.records.snapshots import SnapshotError, SnapshotWriter
from yihu.records.snapshots.city import synthesise
from yihu.records.snapshots.seal import write_seal

FILES = ("families.parquet", "members.parquet", "obligors.parquet", "digests.json")


def killed(*arguments: object, part: Path, by: int = signal.SIGKILL) -> int:
    """Start the command, send it a signal as soon as it writes ``part``, and give how it ended."""
    process = subprocess.Popen(command(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not part.exists():
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.005)
    process.send_signal(by)
    return process.wait()


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def copied(town: Path, tmp_path: Path) -> Path:
    """The town, to be damaged."""
    shutil.copytree(town, tmp_path / "town")
    return tmp_path / "town"


# killed


def test_a_killed_run_leaves_no_result_and_can_be_run_again(town: Path, tmp_path: Path) -> None:
    out = tmp_path / "result"
    assert killed("run", town, "--on", "2024-07", "--out", out, part=tmp_path / "result.part") == -signal.SIGKILL
    assert not out.exists()
    assert yihu("run", town, "--on", "2024-07", "--out", out).returncode == 0
    assert [p.name for p in tmp_path.iterdir()] == ["result"]
    assert open_result(out).summary["families"] > 5_000


def test_an_interrupted_run_ends_with_5_and_leaves_nothing(town: Path, tmp_path: Path) -> None:
    words = ("run", town, "--on", "2024-07", "--out", tmp_path / "result")
    assert killed(*words, part=tmp_path / "result.part", by=signal.SIGINT) == 5
    assert list(tmp_path.iterdir()) == []


def test_a_killed_run_leaves_the_former_result_as_it_was(town: Path, tmp_path: Path) -> None:
    out = tmp_path / "result"
    run(beijing(), town, [JULY], out)
    before = contents(out)
    assert killed("run", town, "--on", "2016-03", "--out", out, part=tmp_path / "result.part") == -signal.SIGKILL
    assert contents(out) == before


def test_a_killed_synth_leaves_no_snapshot_and_can_be_run_again(tmp_path: Path) -> None:
    out, words = tmp_path / "city", ("synth", "--people", 20_000, "--out", tmp_path / "city")
    assert killed(*words, part=tmp_path / "city.part") == -signal.SIGKILL
    assert not out.exists()
    assert yihu(*words).returncode == 0
    assert [p.name for p in tmp_path.iterdir()] == ["city"]


# replaced


def test_a_result_is_replaced_by_a_whole_one(town: Path, tmp_path: Path) -> None:
    first = run(beijing(), town, [JULY], tmp_path / "result", then=False)
    (first.path / "report.html").write_text("old", "utf-8")
    second = run(beijing(), town, [JULY.replace(month=8)], tmp_path / "result")
    assert open_result(second.path).summary["months"] == ["2024-08"]
    assert sorted(contents(second.path)) == ["findings.parquet", "summary.json"]


@pytest.mark.parametrize("inside", ["notes.txt", "families.parquet"])
def test_a_folder_that_is_not_a_result_is_left_alone(town: Path, tmp_path: Path, inside: str) -> None:
    (tmp_path / inside).write_text("mine", "utf-8")
    with pytest.raises(ResultError, match="is not a result; choose another --out"):
        run(beijing(), town, [JULY], tmp_path)
    assert contents(tmp_path) == {inside: b"mine"}


def test_a_file_is_not_replaced_by_a_result(town: Path, tmp_path: Path) -> None:
    (tmp_path / "result").write_text("mine", "utf-8")
    with pytest.raises(ResultError, match="choose another"):
        run(beijing(), town, [JULY], tmp_path / "result")


def test_an_empty_folder_may_become_a_result(town: Path, tmp_path: Path) -> None:
    assert run(beijing(), town, [JULY], tmp_path).rows.exists()


def test_a_result_says_with_what_it_was_made(town: Path, tmp_path: Path) -> None:
    when = datetime.fromisoformat("2024-08-01T09:00:00+08:00")
    summary = run(beijing(), town, [JULY], tmp_path / "result", when=when).summary
    assert {"yihu", "pack_version", "law", "rules", "files", "findings"} <= summary.keys()
    assert (summary["when"], summary["engine"], summary["pack"]) == ("2024-08-01T09:00:00+08:00", "kernel", "beijing")
    assert summary["files"] == json.loads((town / "digests.json").read_text("utf-8"))


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"version": 0}', b"\xff"])
def test_a_damaged_summary_is_told(town: Path, tmp_path: Path, damage: bytes) -> None:
    result = run(beijing(), town, [JULY], tmp_path / "result")
    (result.path / "summary.json").write_bytes(damage)
    with pytest.raises(ResultError, match="run again"):
        open_result(result.path)


def test_damaged_rows_are_told(town: Path, tmp_path: Path) -> None:
    result = run(beijing(), town, [JULY], tmp_path / "result")
    os.truncate(result.rows, 1_000)
    done = yihu("explain", result.path)
    assert (done.returncode, "findings.parquet is missing or damaged" in done.stderr) == (4, True)


# the disk is full


@pytest.mark.parametrize("largest", [2, 4_000])
def test_a_full_disk_leaves_no_result(town: Path, tmp_path: Path, largest: int) -> None:
    done = yihu("run", town, "--on", "2024-07", "--out", tmp_path / "result", largest=largest)
    assert done.returncode == 4
    assert "磁盘已满" in done.stderr
    assert "the disk is full" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_former_result_as_it_was(town: Path, tmp_path: Path) -> None:
    result = run(beijing(), town, [JULY], tmp_path / "result")
    before = contents(result.path)
    assert yihu("run", town, "--on", "2016-03", "--out", result.path, largest=4_000).returncode == 4
    assert contents(result.path) == before


def test_a_page_that_does_not_fit_is_not_half_there(town: Path, tmp_path: Path) -> None:
    whole = run(beijing(), town, [JULY], tmp_path / "whole")
    largest = 2 * max(len(each) for each in contents(whole.path).values())  # the page with its script is larger still
    done = yihu("run", town, "--on", "2024-07", "--out", tmp_path / "result", largest=largest)
    assert (done.returncode, "磁盘已满" in done.stderr) == (4, True)
    assert sorted(contents(tmp_path / "result")) == ["findings.parquet", "summary.json"]


@pytest.mark.parametrize("largest", [2, 3_000, 40_000])
def test_a_full_disk_leaves_no_snapshot(tmp_path: Path, largest: int) -> None:
    done = yihu("synth", "--people", 20_000, "--out", tmp_path / "city", largest=largest)
    assert (done.returncode, "磁盘已满" in done.stderr) == (4, True)
    assert list(tmp_path.iterdir()) == []


# snapshots that are damaged


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_snapshot_that_was_cut_is_told(town: Path, tmp_path: Path, file: str, share: float) -> None:
    snapshot = copied(town, tmp_path)
    os.truncate(snapshot / file, int((snapshot / file).stat().st_size * share))
    with pytest.raises(SnapshotError, match="again"):
        run(beijing(), snapshot, [JULY], tmp_path / "result")


@pytest.mark.parametrize("file", FILES)
def test_a_flipped_bit_anywhere_is_told(town: Path, tmp_path: Path, file: str) -> None:
    snapshot, random = copied(town, tmp_path), Random(file)
    whole = (snapshot / file).read_bytes()
    for _ in range(25):
        flipped = bytearray(whole)
        flipped[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        (snapshot / file).write_bytes(flipped)
        with pytest.raises(SnapshotError, match="again"):
            open_for(beijing(), snapshot)


@pytest.mark.parametrize("file", FILES)
def test_a_snapshot_without_one_of_its_files_is_told(town: Path, tmp_path: Path, file: str) -> None:
    snapshot = copied(town, tmp_path)
    (snapshot / file).unlink()
    done = yihu("run", snapshot, "--on", "2024-07", "--out", tmp_path / "result")
    assert done.returncode == 4
    assert "snapshot" in done.stderr
    assert not (tmp_path / "result").exists()


def test_the_members_of_another_city_are_told(town: Path, tmp_path: Path) -> None:
    other = synthesise(beijing(), 20_000, 8, tmp_path / "other", on=JULY).path
    snapshot = copied(town, tmp_path)
    shutil.copy(other / "members.parquet", snapshot)
    with pytest.raises(SnapshotError, match=r"members\.parquet is missing, damaged, or not of this snapshot"):
        run(beijing(), snapshot, [JULY], tmp_path / "result")


def test_a_file_more_is_told(town: Path, tmp_path: Path) -> None:
    snapshot = copied(town, tmp_path)
    shutil.copy(snapshot / "members.parquet", snapshot / "pets.parquet")
    with pytest.raises(SnapshotError, match=r"pets\.parquet"):
        open_for(beijing(), snapshot)


# snapshots that do not fit


def test_the_snapshot_of_another_pack_is_told(town: Path, tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="was made for the pack beijing, not sample"):
        run(sample(), town, [JULY], tmp_path / "result")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    schema = arrow_schema(sample().root, sample().programmes)
    less = schema.remove(schema.get_field_index("savings"))
    with SnapshotWriter(tmp_path / "less", less, {"pack": "sample"}) as writer:
        writer.write(less.empty_table())
    with pytest.raises(SnapshotError, match="column savings is missing"):
        run(sample(), tmp_path / "less", [JULY], tmp_path / "result")


def test_a_column_of_another_type_is_named(tmp_path: Path) -> None:
    schema = arrow_schema(sample().root, sample().programmes)
    other = schema.set(schema.get_field_index("savings"), pa.field("savings", pa.float64()))
    with SnapshotWriter(tmp_path / "other", other, {"pack": "sample"}) as writer:
        writer.write(other.empty_table())
    with pytest.raises(SnapshotError, match="column savings is double, expected int64"):
        run(sample(), tmp_path / "other", [JULY], tmp_path / "result")


@pytest.mark.parametrize(("column", "shown"), [("savings", "1000000000.01"), ("members.wage", "1000000.01")])
@pytest.mark.parametrize("engine", ["kernel", "duckdb"])
def test_a_value_out_of_its_range_names_column_and_row_group(
    tmp_path: Path, engine: str, column: str, shown: str
) -> None:
    too_much = int(shown.replace(".", ""))
    schema = arrow_schema(sample().root, sample().programmes)
    fine = table_of([family(sample(), members=[{"wage": 5}])], sample().root, sample().programmes)
    values: Any = [[too_much]] if "." in column else [too_much]
    field = schema.field(column)
    with SnapshotWriter(tmp_path / "wide", schema, {"pack": "sample"}) as writer:
        writer.write(fine)
        writer.write(fine.set_column(fine.schema.get_field_index(column), field, pa.array(values, field.type)))
    with pytest.raises(SnapshotError, match=rf"row group 1, column {column} holds {shown}, outside"):
        run(sample(), tmp_path / "wide", [JULY], tmp_path / "result", engine=engine)


def test_a_file_written_without_statistics_is_refused(tmp_path: Path) -> None:
    snapshot = write(tmp_path / "bare", sample(), [family(sample(), savings=5)])
    file = snapshot / "families.parquet"
    table = pq.read_table(file)
    pq.write_table(table, file, write_statistics=False)
    write_seal(snapshot)
    with pytest.raises(SnapshotError, match="without its least and greatest value"):
        run(sample(), snapshot, [JULY], tmp_path / "result")
