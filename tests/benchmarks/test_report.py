"""The figures of a measurement become bars and tables, in the terminal and in the pages."""

import argparse
import copy
import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks import __main__ as command
from benchmarks import bars, country, growth, interviews, machine, measure, page
from benchmarks.city import equal
from benchmarks.tables import Grid
from yihu.pack import find_pack

GIB = 2**30


def process(wall: float, peak: int, **more: Any) -> dict[str, Any]:
    """Figures of one process."""
    return {"wall_s": wall, "cpu_s": 2 * wall, "peak_bytes": peak, "others_cores": 0.0, **more}


def city(people: int, wall: float, peak: int) -> dict[str, Any]:
    """Figures of one city: a run takes ``wall`` seconds and ``peak`` bytes."""
    stages = dict.fromkeys(("compiling", "reading", "computing", "collecting", "writing"), 1.0)
    run = process(wall, peak, stages=stages, result_bytes=10**6)
    return {
        "people": people,
        "synth": process(100, GIB, bytes=10**8, families=people // 2, earlier=False),
        "month": run,
        "then": run,
        "year": process(3 * wall, peak),
        "kernel": {"compile_s": 0.5, "cpu_s": 4.0, "wall_s": 2.0, "threads": 2},
        "check": process(200, GIB),
        "equal": {"rows": 1_000, "differ": 0, "same_sums": True},
    }


@pytest.fixture
def report() -> dict[str, Any]:
    """A whole measurement of the city of 22 million people."""
    spread = {"p50": 2.0, "p95": 5.0}
    ways = dict.fromkeys(("explained", "data", "questions", "kernel_with_columns"), spread)
    family = {
        "families": 300,
        "largest": 6,
        "programmes": 16,
        "rules": 170,
        "read_s": 0.2,
        "compile_s": 0.5,
        "kept_s": 0.3,
    }
    return {
        "machine": machine.facts(),
        "family": {**family, **ways, "kernel": {"p50": 0.02, "p95": 0.03}, "assess": process(0.6, GIB // 8)},
        "city": [city(2_000_000, 2.0, GIB // 2), city(22_000_000, 10.0, GIB // 2 + 40 * 2**20)],
    }


def met(report: dict[str, Any]) -> dict[str, bool | None]:
    """Whether each bar is met, by its English label."""
    return {bar.en.split(",")[0]: bar.met for bar in bars.bars(report)}


def test_bars_are_met_by_the_figures(report: dict[str, Any]) -> None:
    assert set(met(report).values()) == {True}


def test_a_slow_run_does_not_meet_its_bar(report: dict[str, Any]) -> None:
    report["city"][-1]["month"] = report["city"][-1]["month"] | {"wall_s": 12.5}
    assert met(report)["the city"] is False


def test_one_row_that_differs_is_not_met(report: dict[str, Any]) -> None:
    report["city"][0]["equal"] = {"rows": 1_000, "differ": 1, "same_sums": True}
    assert met(report)["rows in which kernel and DuckDB differ"] is False


def test_a_bar_for_the_whole_city_is_neither_met_nor_missed_by_a_small_one(report: dict[str, Any]) -> None:
    report["city"] = report["city"][:1]
    assert met(report)["the city"] is None


def test_growth_is_the_slope_between_the_largest_cities(report: dict[str, Any]) -> None:
    assert bars.growth(report["city"]) == {"wall_s": 0.4, "cpu_s": 0.8, "memory_mib": 2.0}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with the three pages, their figures not yet written."""
    (tmp_path / "docs").mkdir()
    for name in (page.PAGE, "README.md", "README.zh-CN.md"):
        (tmp_path / name).write_text("before\n<!-- figures: by hand -->\n<!-- /figures -->\nafter\n", "utf-8")
    return tmp_path


def test_figures_stand_between_their_markers(report: dict[str, Any], pages: Path) -> None:
    page.write(report, pages)
    text = (pages / page.PAGE).read_text("utf-8")
    assert text.startswith("before\n<!-- figures: by hand -->\n\n### Machine\n")
    assert text.endswith("\n<!-- /figures -->\nafter\n")
    assert "| the city, one month, Parquet to Parquet, 22m people | ≤ 12 s | 10.0 s | met |" in text
    assert "| 全市一个月，Parquet 到 Parquet，2200 万人 | 10.0 s | ≤ 12 s | 达到 |" in (
        pages / "README.zh-CN.md"
    ).read_text("utf-8")


def test_figures_written_twice_are_the_same(report: dict[str, Any], pages: Path) -> None:
    texts = [[path.read_text("utf-8") for path in page.write(json.loads(json.dumps(report)), pages)] for _ in range(2)]
    assert texts[0] == texts[1]


def test_no_page_is_written_where_one_has_no_place_for_figures(report: dict[str, Any], pages: Path) -> None:
    (pages / "README.zh-CN.md").write_text("nothing\n", "utf-8")
    with pytest.raises(page.NoMarkerError, match=r"README\.zh-CN\.md"):
        page.write(report, pages)
    assert "Machine" not in (pages / page.PAGE).read_text("utf-8")


def test_the_pages_of_the_project_have_their_place_for_figures() -> None:
    names = (page.PAGE, "README.md", "README.zh-CN.md")
    assert [len(page.MARKED.findall((page.TOP / name).read_text("utf-8"))) for name in names] == [1, 1, 1]


def test_a_country_is_its_people_over_the_rate_of_all_cores() -> None:
    found = {
        "people": 2_000_000,
        "cores": 2,
        "second_s": 4.0,
        "first_s": 9.0,
        "start_s": 5.0,
        "driver_s": 0.2,
        "bytes": 3 * 10**7,
    }
    made = country.estimate(found)
    assert [made.start_s, made.executors_s, made.driver_s] == pytest.approx([10.0, 14.0, 140.0])
    assert [made.one_run_s, made.by_province_s] == pytest.approx([150.0, 24.0])
    assert made.snapshot_bytes == pytest.approx(21e9)


def test_a_missing_spark_is_said_and_not_counted() -> None:
    (grid,) = country.grids({"people": 1, "missing": "SparkMissing: needs Java"})
    assert "needs Java" in grid.markdown()


def test_a_table_reads_alike_in_both_forms() -> None:
    grid = Grid("Title", ("what", "s"), [("one", "1.5")], ["Said below."])
    assert grid.markdown() == "### Title\n\n| what | s |\n| --- | --: |\n| one | 1.5 |\n\nSaid below."
    assert [column.header for column in grid.terminal().columns] == ["what", "s"]


def test_a_differing_amount_is_counted_once(tmp_path: Path) -> None:
    summary = {"programmes": [{"id": "p", "districts": {}}]}
    rows = {
        "family": [1, 2],
        "member": [0, -1],
        "programme": [0, 0],
        "finding": [2, 2],
        "amount": [5, 6],
        "paid": [0, 0],
    }
    other = copy.deepcopy(rows)
    other["amount"][1] = 7
    for name, columns in (("one", rows), ("two", other)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "summary.json").write_text(json.dumps(summary), "utf-8")
        pq.write_table(pa.table(columns), tmp_path / name / "findings.parquet")
    assert equal.compared(tmp_path / "one", tmp_path / "two") == {"rows": 2, "differ": 1, "same_sums": True}
    assert equal.compared(tmp_path / "one", tmp_path / "one")["differ"] == 0


def test_a_process_is_measured_from_outside() -> None:
    found = measure.run_command([sys.executable, "-c", "data = bytearray(10**8); print('{}')"])
    assert found.peak_bytes > 10**8
    assert found.said == {}
    assert found.wall_s > 0


def test_an_unknown_part_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        argparse.ArgumentTypeError, match="unknown part car; there are template, family, questions, growth, city"
    ):
        command.parts("city,car")


# growth by number of programmes, and the questions of the interview


def grown(asked: int, rules: int) -> dict[str, Any]:
    """Figures of the first ``asked`` programmes: everything in proportion to the rules, above a fixed part."""
    return {
        "asked": asked, "programmes": asked, "rules": rules, "columns": rules, "read_s": 0.01, "compile_s": rules / 1000,
        "run_cpu_s": 0.25 + rules / 1000, "kernel_cpu_s": rules / 10_000,
    }  # fmt: skip


def test_how_cost_grows_is_fitted_to_what_was_measured() -> None:
    text = growth.said([grown(1, 10), grown(2, 20), grown(4, 40)])
    assert "0.00 s and 1.0 ms a rule (as the power 1.00 of the rules)" in text
    assert "0.25 s of processor a million people and 1.0 ms for each column" in text
    assert "the kernel 0.10 ms for each rule" in text


def test_the_first_programmes_bring_those_that_they_need() -> None:
    pack = find_pack("beijing")
    few = growth.first_of(pack, 1)
    assert pack.programmes[0] in few.programmes
    assert 1 < len(few.programmes) < len(pack.programmes) / 2
    assert set(few.rulebook.programmes) == set(few.programmes)
    assert growth.first_of(pack, 0).programmes == pack.programmes


def test_the_questions_of_all_programmes_together_stand_first() -> None:
    one = {"en": "aid", "mean": 2.0, "most": 4, "everything": 8.0}
    found = {"families": 10, "answer_ms": 5.0, "together": {**one, "en": "all together"}, "programmes": [one]}
    rows = interviews.grid(found).rows
    assert rows == [("all together", "2.0", "4", "8.0", "25%"), ("aid", "2.0", "4", "8.0", "25%")]
