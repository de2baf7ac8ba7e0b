"""``yihu synth``: a city is written, compared with the published figures, and wrong use is answered in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from yihu.desks.cli.synth import synth
from yihu.records.snapshots import SnapshotError, open_snapshot

app = typer.Typer()
app.command()(synth)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--pack", "beijing"], env={"COLUMNS": "100", "NO_COLOR": "1"})


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("city") / "city"
    assert run("--people", "20000", "--seed", "5", "--out", str(path)).exit_code == 0
    return path


def test_a_program_is_told_what_was_written(tmp_path: Path) -> None:
    told = json.loads(run("--people", "3000", "--out", str(tmp_path / "city"), "--json").stdout)
    assert told["people"] == pytest.approx(3_000, rel=0.005)
    assert told["families"] == open_snapshot(tmp_path / "city").families
    assert (told["seed"], told["on"], told["pack"]) == (1, "2024-07-01", "beijing")


def test_the_snapshot_remembers_how_it_was_made(city: Path) -> None:
    meta = open_snapshot(city).meta
    assert (meta["origin"], meta["seed"], meta["on"], meta["asked"]) == ("synthetic", 5, "2024-07-01", 20_000)


def test_figures_are_shown_beside_the_published_ones(city: Path) -> None:
    shown = run("--check", str(city)).stdout
    row = next(line for line in shown.splitlines() if "外省市来京人员" in line)
    assert "8,418,418" in row
    assert "✓" in row
    assert "figures are within what is allowed" in run("--check", str(city), "--en").stdout


def test_a_program_reads_every_figure_with_its_source(city: Path) -> None:
    rows = json.loads(run("--check", str(city), "--json").stdout)
    people = next(row for row in rows if row["id"] == "people.2020")
    assert people["published"] == 21_893_095
    assert people["synthetic"] == pytest.approx(21_893_095)
    assert people["holds"] is True
    assert all(row["source"] for row in rows)


@pytest.mark.parametrize(
    "words", [(), ("--out", "x", "--check", "y"), ("--out", "x", "--on", "July"), ("--people", "0")]
)
def test_wrong_use_is_told_and_nothing_is_written(words: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        assert run(*words).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    assert isinstance(run("--check", str(tmp_path / "none")).exception, SnapshotError)
