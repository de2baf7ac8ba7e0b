"""``yihu import`` and ``yihu columns`` from the shell: exit codes, summary, errors without a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from yihu.pack import find_pack

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "families.csv"
PLACE = next(iter(find_pack("beijing").places().communities))
HEAD = "户编号,社区代码,与申请人关系,工资\n"


def yihu(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command as a shell would."""
    code = "from yihu.desks.cli import main; main()"
    command = [sys.executable, "-W", "error", "-c", code, *map(str, arguments), "--pack", "beijing"]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def table(tmp_path: Path, rows: str) -> Path:
    """A CSV with the usual header."""
    path = tmp_path / "f.csv"
    path.write_text(HEAD + rows, "utf-8")
    return path


def test_an_import_without_errors_ends_with_0(tmp_path: Path) -> None:
    out = tmp_path / "f"
    run = yihu("import", EXAMPLE, "--out", out, "--json")
    assert (run.returncode, run.stderr) == (0, "")
    summary = json.loads(run.stdout)
    assert (summary["families"], summary["left_out"], summary["out"]) == (12, 0, str(out))
    assert out.exists()


def test_families_left_out_end_with_3_and_the_report_is_named(tmp_path: Path) -> None:
    source = table(tmp_path, f"1,{PLACE},本人,5\n2,{PLACE},本人,-5\n")
    run = yihu("import", source, "--out", tmp_path / "f", "--report", tmp_path / "r.csv")
    assert (run.returncode, run.stderr) == (3, "")
    assert "r.csv" in run.stdout
    assert "negative" in (tmp_path / "r.csv").read_text("utf-8-sig")


def test_strict_ends_with_1_and_writes_no_snapshot(tmp_path: Path) -> None:
    source = table(tmp_path, f"1,{PLACE},本人,5\n2,{PLACE},本人,-5\n")
    run = yihu("import", source, "--out", tmp_path / "f", "--strict", "--en")
    assert (run.returncode, run.stderr) == (1, "")
    assert "no snapshot was written" in run.stdout
    assert not (tmp_path / "f").exists()


@pytest.mark.parametrize(
    ("options", "code"),
    [(("--on", "soon"), 2), (("--also", "obligors"), 2), (("--sheet", "x"), 4), (("--obligors", "nowhere.csv"), 4)],
)
def test_wrong_use_is_told_in_a_line(tmp_path: Path, options: tuple[str, ...], code: int) -> None:
    run = yihu("import", table(tmp_path, f"1,{PLACE},本人,5\n"), "--out", tmp_path / "f", *options)
    assert run.returncode == code
    assert "Traceback" not in run.stderr
    assert run.stderr


def test_an_unknown_column_is_told_in_both_languages(tmp_path: Path) -> None:
    source = tmp_path / "f.csv"
    source.write_text("户编号,社区代码,工姿\n1,2,3\n", "utf-8")
    run = yihu("import", source, "--out", tmp_path / "f")
    assert run.returncode == 4
    assert "工姿 → 工资" in run.stderr
    assert "yihu columns" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_column_can_be_left_out_by_name(tmp_path: Path) -> None:
    source = tmp_path / "f.csv"
    source.write_text(f"户编号,社区代码,与申请人关系,星座\n1,{PLACE},本人,狮子\n", "utf-8")
    assert yihu("import", source, "--out", tmp_path / "f", "--ignore", "星座").returncode == 0


def test_obligors_come_from_a_file_of_their_own(tmp_path: Path) -> None:
    obligors = tmp_path / "o.csv"
    obligors.write_text("户编号,义务类型,义务人家庭人数\n1,赡养父母,3\n", "utf-8")
    source = table(tmp_path, f"1,{PLACE},本人,5\n")
    run = yihu("import", source, "--out", tmp_path / "f", "--obligors", obligors, "--presume", "--json")
    summary = json.loads(run.stdout)
    assert (run.returncode, summary["without"]) == (0, [])
    assert "obligors.assisted" in summary["presumed"]


def test_columns_are_listed_for_people_and_programs() -> None:
    assert "户编号" in yihu("columns").stdout
    listed = json.loads(yihu("columns", "--json").stdout)
    assert {"header", "zh", "en", "type", "allowed", "low", "high", "example"} <= listed[0].keys()


def test_columns_write_a_template(tmp_path: Path) -> None:
    run = yihu("columns", "--xlsx", tmp_path / "t.xlsx")
    assert (run.returncode, run.stderr) == (0, "")
    assert (tmp_path / "t.xlsx").stat().st_size > 10_000
