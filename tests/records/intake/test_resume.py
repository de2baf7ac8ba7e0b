"""An import that was killed goes on where it stood, and the disk may fill up: nothing half-written, the same bytes."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.records.intake.conftest import Import, content
from tests.records.intake.town import ON, PACK, PLACE, identity
from yihu.records.intake import Intake, IntakeError, import_families
from yihu.records.intake.sheets import CHUNK

ROOT = Path(__file__).parents[3]
ROWS = 3 * CHUNK + 10

CHILD = """
import os, resource, signal, sys
from pathlib import Path
from tests.records.intake.town import ON, PACK
from yihu.records.intake import Intake, IntakeError, import_families

source, out, how, number = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
def told(stage, done, total):
    if how == "full " + stage:
        resource.setrlimit(resource.RLIMIT_FSIZE, (number, resource.RLIM_INFINITY))
    if how == stage and done >= number:
        os.kill(os.getpid(), signal.SIGKILL)

try:
    import_families(Intake(Path(source), Path(out), ON), PACK, told)
except IntakeError as error:
    print(error.code)
"""


def child(source: Path, out: Path, how: str, number: int) -> subprocess.CompletedProcess[str]:
    """Import in a process that is killed at a stage, or that may not write files above a size."""
    command = [sys.executable, "-W", "error", "-c", CHILD, str(source), str(out), how, str(number)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some chunks of rows; the members of a family stand far apart; two rows are wrong."""
    path = tmp_path_factory.mktemp("source") / "families.csv"
    families = ROWS // 2
    with path.open("w", encoding="utf-8") as file:
        file.write("户编号,社区代码,身份,身份证号,工资,存款\n")
        for n in range(ROWS):
            born = date(1940 if n < families else 1970, 1, 1) + timedelta(days=n % 3650)
            role = "户主" if n < families else "其他"
            file.write(
                f"H{n % families},{PLACE},{role},{identity(born, serial=n % 450, area=990000 + n // 450)},{n % 997},\n"
            )
        file.write(f"H{families},{PLACE},邻居,,1,\nH{families + 1},{PLACE},户主,,-1,\n")
    return path


@pytest.fixture(scope="module")
def whole(source: Path) -> dict[str, bytes]:
    """The snapshot of an import that nothing disturbed."""
    out = source.with_name("whole")
    summary = import_families(Intake(source, out, ON), PACK)
    assert (summary.families, summary.left_out, summary.resumed) == (ROWS // 2, 2, False)
    return content(out)


@pytest.mark.parametrize(("stage", "after"), [("read", CHUNK), ("read", 3 * CHUNK), ("order", 0), ("write", 1)])
def test_a_killed_import_goes_on_to_the_same_bytes(
    source: Path, whole: dict[str, bytes], tmp_path: Path, stage: str, after: int
) -> None:
    out = tmp_path / "families"
    assert child(source, out, stage, after).returncode == -9
    assert not out.exists()
    summary = import_families(Intake(source, out, ON), PACK)
    assert summary.resumed
    assert content(out) == whole
    assert sorted(p.name for p in tmp_path.iterdir()) == ["families", "families.report.csv"]


def test_finished_chunks_are_not_read_again(source: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    out = tmp_path / "families"
    child(source, out, "read", 2 * CHUNK)
    seen: list[int] = []
    import_families(
        Intake(source, out, ON), PACK, lambda stage, done, _: seen.append(done) if stage == "read" else None
    )
    assert seen[0] == 2 * CHUNK
    assert content(out) == whole


def test_work_on_another_input_is_discarded_with_a_note(source: Path, importing: Import, tmp_path: Path) -> None:
    out = tmp_path / "families"
    child(source, out, "read", CHUNK)
    done = importing(f"户编号,社区代码,身份\n1,{PLACE},户主\n", out=out)
    assert not done.summary.resumed
    assert [note.zh for note in done.summary.notes] == ["有其他输入或选项的未完成导入，已舍弃"]
    assert done.summary.families == 1


@pytest.mark.parametrize("victim", ["people-00000.parquet", "people-00000.findings.parquet", "manifest.json"])
def test_damaged_work_is_discarded(source: Path, whole: dict[str, bytes], tmp_path: Path, victim: str) -> None:
    out = tmp_path / "families"
    child(source, out, "read", CHUNK)
    file = tmp_path / "families.staging" / victim
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    summary = import_families(Intake(source, out, ON), PACK)
    assert not summary.resumed
    assert summary.notes
    assert content(out) == whole


def test_damage_inside_a_chunk_is_a_clear_error_and_the_next_run_succeeds(
    source: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "families"
    child(source, out, "read", CHUNK)
    file = tmp_path / "families.staging" / "people-00000.parquet"
    raw = bytearray(file.read_bytes())
    raw[4:2000] = b"\xff" * 1996
    file.write_bytes(raw)
    with pytest.raises(IntakeError) as error:
        import_families(Intake(source, out, ON), PACK)
    assert error.value.code == "staging_damaged"
    assert not out.exists()
    import_families(Intake(source, out, ON), PACK)
    assert content(out) == whole


def test_a_folder_of_other_files_is_not_touched(importing: Import, tmp_path: Path) -> None:
    folder = tmp_path / "f.staging"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(IntakeError) as error:
        importing(f"户编号,社区代码,身份\n1,{PLACE},户主\n", out=tmp_path / "f")
    assert error.value.code == "foreign_staging"
    assert (folder / "letter.txt").read_text() == "mine"


@pytest.mark.parametrize(("stage", "limit"), [("read", 1_000), ("read", 40_000), ("read", 300_000), ("write", 5_000)])
def test_a_full_disk_is_a_clear_error_and_leaves_nothing_half_written(
    source: Path, whole: dict[str, bytes], tmp_path: Path, stage: str, limit: int
) -> None:
    out = tmp_path / "families"
    run = child(source, out, f"full {stage}", limit)
    assert (run.stdout, run.stderr, run.returncode) == ("disk_full\n", "", 0)
    assert {p.name for p in tmp_path.iterdir()} <= {"families.staging", "families.report.csv"}
    assert import_families(Intake(source, out, ON), PACK).written
    assert content(out) == whole
