"""``yihu explain`` from the shell: one family of a result, by number or by example."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.command import yihu

REFORM = Path(__file__).parents[2] / "examples" / "reforms/raise_dibao.yaml"
WORDS = ("none", "right", "missed", "changed", "ended", "cannot_tell", "follows")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a synthetic ``city`` and a ``result`` over it."""
    path = tmp_path_factory.mktemp("explain")
    assert yihu("synth", "--people", 8_000, "--seed", 5, "--out", path / "city").returncode == 0
    assert yihu("run", path / "city", "--on", "2024-07", "--out", path / "result").returncode == 0
    return path


def family_with(folder: Path, word: str) -> int:
    """Some family of which this was found."""
    rows = pq.read_table(folder / "result" / "findings.parquet").to_pylist()
    return next(int(row["family"]) for row in rows if WORDS[row["finding"]] == word)


def test_without_a_number_somebody_who_was_missed_is_shown(folder: Path) -> None:
    done = yihu("explain", folder / "result")
    assert (done.returncode, done.stderr) == (0, "")
    assert "漏掉" in done.stdout
    assert re.search(r"户 \d+", done.stdout)


@pytest.mark.parametrize("word", ["right", "missed", "ended", "cannot_tell"])
def test_what_was_found_is_what_the_answers_say(folder: Path, word: str) -> None:
    number = family_with(folder, word)
    data = json.loads(yihu("explain", folder / "result", number, "--json").stdout)
    assert data["family"] == number
    answers = {(a["programme"], a["subject"]["level"], a["subject"]["position"]): a["status"] for a in data["answers"]}
    meant = {"right": "entitled", "missed": "entitled", "ended": "not_entitled", "cannot_tell": "cannot_tell"}
    found = [f for f in data["found"] if f["finding"] == word]
    assert found
    for each in found:
        level, position = ("case", 0) if each["member"] is None else ("members", each["member"])
        assert answers[each["programme"], level, position] == meant[word]


def test_a_finding_has_its_sums_and_the_condition_that_decided(folder: Path) -> None:
    data = json.loads(yihu("explain", folder / "result", family_with(folder, "ended"), "--json").stdout)
    (ended, *_) = [f for f in data["found"] if f["finding"] == "ended"]
    assert (ended["amount"], float(ended["paid"]) > 0) == ("0.00", True)
    assert ended["because"]["zh"]
    assert "_" not in ended["because"]["en"]


def test_what_ended_is_shown_with_its_reason(folder: Path) -> None:
    done = yihu("explain", folder / "result", family_with(folder, "ended"))
    assert "不再符合" in done.stdout
    assert "没有满足" in done.stdout


def test_everything_can_be_shown_in_english_with_the_trace(folder: Path) -> None:
    done = yihu("explain", folder / "result", "--en", "--trace", "--all")
    assert done.returncode == 0
    assert "missed" in done.stdout
    assert "yuan a month" in done.stdout


def test_a_page_is_written(folder: Path, tmp_path: Path) -> None:
    done = yihu("explain", folder / "result", "--html", tmp_path / "family.html")
    assert (done.returncode, [p.name for p in tmp_path.iterdir()]) == (0, ["family.html"])


def test_a_result_under_a_reform_is_explained_under_it(folder: Path, tmp_path: Path) -> None:
    reform = shutil.copy(REFORM, tmp_path / "reform.yaml")
    assert (
        yihu("run", folder / "city", "--on", "2024-07", "--reform", reform, "--out", tmp_path / "out").returncode == 0
    )
    Path(reform).unlink()
    number = family_with(folder, "right")
    said = [
        json.dumps(json.loads(yihu("explain", out, number, "--json").stdout)["answers"])
        for out in (folder / "result", tmp_path / "out")
    ]
    assert '"value": "1450"' in said[0] + said[1]
    assert '"1540"' in said[1]
    assert '"1540"' not in said[0]


# refused


@pytest.mark.parametrize("name", ["99999999", "-1", "somebody", "1e5", "１２", "99999999999999999999999"])
def test_a_family_that_is_not_there_ends_with_1(folder: Path, name: str) -> None:
    done = yihu("explain", folder / "result", "--", name)
    assert (done.returncode, name in done.stderr) == (1, True)


def test_a_missing_result_ends_with_4(folder: Path, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", folder / "city", REFORM):
        done = yihu("explain", path)
        assert (done.returncode, "yihu run" in done.stderr) == (4, True)


def test_a_snapshot_that_has_changed_since_is_not_explained(folder: Path, tmp_path: Path) -> None:
    for name in ("city", "result"):
        shutil.copytree(folder / name, tmp_path / name)
    assert yihu("run", tmp_path / "city", "--on", "2024-07", "--out", tmp_path / "result").returncode == 0
    assert yihu("synth", "--people", 8_000, "--seed", 6, "--out", tmp_path / "city").returncode == 0
    done = yihu("explain", tmp_path / "result", "7")
    assert (done.returncode, "has changed since" in done.stderr) == (4, True)


def test_a_snapshot_that_is_gone_is_told(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "city", tmp_path / "city")
    assert yihu("run", tmp_path / "city", "--on", "2024-07", "--out", tmp_path / "result").returncode == 0
    shutil.rmtree(tmp_path / "city")
    done = yihu("explain", tmp_path / "result")
    assert (done.returncode, "there is no such snapshot" in done.stderr) == (4, True)
