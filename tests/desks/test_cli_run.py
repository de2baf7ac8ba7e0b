"""``yihu run``, ``sql`` and every ``--help`` from the shell: engines, reforms, months, and what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.command import yihu

ROOT = Path(__file__).parents[2]
REFORM = ROOT / "examples" / "reforms/raise_dibao.yaml"
COMMANDS = ("assess", "import", "columns", "synth", "run", "explain", "law", "sql", "check-pack", "new-pack", "demo")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small synthetic city, made by the command."""
    path = tmp_path_factory.mktemp("cli") / "city"
    assert yihu("synth", "--people", 5_000, "--seed", 3, "--out", path).returncode == 0
    return path


# help


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_shows_an_example(command: str) -> None:
    done = yihu(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(rf"example:\s+yihu\s+{command}", done.stdout)


def test_help_lists_every_command_and_what_to_try_first() -> None:
    done = yihu("--help")
    assert done.returncode == 0
    assert [c for c in COMMANDS if f" {c} " not in done.stdout] == []
    assert "yihu demo" in done.stdout


def test_the_version_is_said() -> None:
    assert re.fullmatch(r"yihu \d+\.\d+\S*\n", yihu("--version").stdout)


def test_without_a_command_help_is_shown() -> None:
    assert "Usage" in yihu().stdout + yihu().stderr


@pytest.mark.parametrize("words", [("runn",), ("--nothing",), ("run",), ("run", "--nothing"), ("explain",)])
def test_unknown_commands_and_options_end_with_2(words: tuple[str, ...]) -> None:
    done = yihu(*words)
    assert (done.returncode, bool(done.stderr)) == (2, True)


# engines


def test_both_engines_of_this_machine_find_the_same(city: Path, tmp_path: Path) -> None:
    summaries = {}
    for engine in ("kernel", "duckdb"):
        out = tmp_path / engine
        done = yihu("run", city, "--on", "2024-07", "--engine", engine, "--out", out, "--json")
        assert (done.returncode, done.stderr) == (0, "")
        summaries[engine] = json.loads(done.stdout)
    assert summaries["kernel"]["programmes"] == summaries["duckdb"]["programmes"]
    assert [s["engine"] for s in summaries.values()] == ["kernel", "duckdb"]
    tables = [pq.read_table(tmp_path / engine / "findings.parquet").drop(["reason"]) for engine in summaries]
    assert tables[0].equals(tables[1])


def test_the_summary_says_what_was_found_and_with_what_it_was_made(city: Path, tmp_path: Path) -> None:
    done = yihu("run", city, "--on", "2024-07", "--out", tmp_path / "result")
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert "2024-07" in done.stdout
    assert "高龄老年人津贴" in done.stdout
    assert "朝阳区" in done.stdout
    assert re.search(
        r"yihu \d\S* · beijing \d\S* · kernel .* · 政策 [0-9a-f]{12} · 规则 [0-9a-f]{12} · 20\d\d-", done.stdout
    )
    assert (tmp_path / "result" / "report.html").exists()
    summary = json.loads((tmp_path / "result" / "summary.json").read_text("utf-8"))
    assert summary["when"] > "2024"


def test_the_summary_in_english_has_no_chinese_but_names_of_the_law(city: Path, tmp_path: Path) -> None:
    done = yihu("run", city, "--on", "2024-07", "--out", tmp_path / "result", "--en")
    assert "families" in done.stdout
    assert set(re.findall("[一-鿿]+", done.stdout)) <= {"低保"}


def test_the_month_of_a_snapshot_is_the_default(city: Path, tmp_path: Path) -> None:
    done = yihu("run", city, "--out", tmp_path / "result", "--json")
    assert json.loads(done.stdout)["months"] == ["2024-07"]


def test_months_in_one_run_are_summed(city: Path, tmp_path: Path) -> None:
    done = yihu("run", city, "--on", "2024-01", "--months", 12, "--out", tmp_path / "result")
    assert done.returncode == 0
    assert "2024-01 – 2024-12" in done.stdout
    assert "漏掉" not in done.stdout


def test_a_second_run_replaces_the_first(city: Path, tmp_path: Path) -> None:
    for month in ("2024-07", "2016-03"):
        assert yihu("run", city, "--on", month, "--out", tmp_path / "result").returncode == 0
    assert json.loads((tmp_path / "result" / "summary.json").read_text("utf-8"))["months"] == ["2016-03"]


# reforms


def test_a_reform_is_compared_and_said_to_be_one(city: Path, tmp_path: Path) -> None:
    done = yihu("run", city, "--on", "2024-07", "--reform", REFORM, "--out", tmp_path / "result")
    assert done.returncode == 0
    assert "以下按改革方案计算：低保标准提高到1540元" in done.stdout
    assert re.search(r"低保标准提高到1540元：每月 [+-][\d,.]+ 万元", done.stdout)
    names = {p.name for p in (tmp_path / "result").iterdir()}
    assert {"report.html", "reform.html", "comparison.csv", "comparison.json", "reform.yaml"} <= names


# refused


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (("--on", "2024-13"), 2, "2024-07"),
        (("--months", "0"), 2, "--months"),
        (("--months", "241"), 2, "--months"),
        (("--threads", "0"), 2, "--threads"),
        (("--engine", "abacus"), 2, "--engine"),
        (("--engine", "duckdb", "--months", "2"), 4, "one month at a time"),
        (("--on", "2100-12", "--months", "2"), 4, "2101-01"),
        (("--on", "1999-01"), 4, "1999-01"),
        (("--pack", "sample"), 4, "made for the pack beijing"),
        (("--pack", "nowhere"), 4, "no pack called nowhere"),
        (("--reform", "nowhere.yaml"), 4, "there is no such file"),
    ],
)
def test_what_cannot_be_run_says_why(
    city: Path, tmp_path: Path, options: tuple[str, ...], code: int, says: str
) -> None:
    done = yihu("run", city, "--out", tmp_path / "result", *options)
    assert done.returncode == code
    assert says in done.stderr
    assert not (tmp_path / "result").exists()


def test_a_missing_snapshot_is_told_with_what_makes_one(tmp_path: Path) -> None:
    done = yihu("run", tmp_path / "nowhere", "--out", tmp_path / "result")
    assert (done.returncode, "yihu synth" in done.stderr) == (4, True)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_no_snapshot_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "families.csv"
    if kind == "file":
        path.write_text("户编号\n1\n", "utf-8")
    else:
        path.mkdir()
    done = yihu("run", path, "--out", tmp_path / "result")
    assert (done.returncode, "not a snapshot" in done.stderr) == (4, True)


@pytest.mark.parametrize("out", [".", "..", "/"])
def test_a_folder_in_use_is_not_replaced(city: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "in" / "side").mkdir(parents=True)
    done = yihu("run", city, "--out", out, cwd=tmp_path / "in")
    assert (done.returncode, "is not a result" in done.stderr) == (4, True)


def test_a_snapshot_is_not_replaced_by_its_own_result(city: Path) -> None:
    done = yihu("run", city, "--out", city)
    assert (done.returncode, "is not a result" in done.stderr) == (4, True)
    assert (city / "families.parquet").exists()


# sql


def test_the_rules_of_a_month_are_printed_as_sql() -> None:
    done = yihu("sql", "--on", "2024-07")
    assert (done.returncode, done.stderr) == (0, "")
    assert "SELECT" in done.stdout
    assert "dibao.amount" in done.stdout


@pytest.mark.parametrize(
    ("options", "code"), [(("--dialect", "basic"), 2), (("--on", "x"), 2), (("--on", "1999-01"), 4)]
)
def test_sql_that_cannot_be_written_says_why(options: tuple[str, ...], code: int) -> None:
    done = yihu("sql", *options)
    assert (done.returncode, bool(done.stderr)) == (code, True)


# the demo


def test_the_demo_makes_a_city_runs_it_and_says_what_to_try(tmp_path: Path) -> None:
    done = yihu("demo", "--people", 2_000, "--out", tmp_path / "demo")
    assert done.returncode == 0
    assert (tmp_path / "demo" / "result" / "report.html").exists()
    tries = re.findall(r"yihu (\w+)", done.stdout)
    assert {"explain", "run", "assess", "law"} <= set(tries)
