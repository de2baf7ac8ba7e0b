"""``yihu law``: what an officer sees, what a program reads, and what an unknown word is answered."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
import typer
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from yihu.desks.cli.law import law, search
from yihu.desks.cli.steps import Step, draw
from yihu.pack import find_pack

app = typer.Typer()
app.command()(law)


def run(*words: str, columns: int = 100) -> Result:
    return CliRunner().invoke(app, [*words, "--pack", "beijing"], env={"COLUMNS": str(columns), "NO_COLOR": "1"})


def lines_of(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


# one parameter


def test_a_label_that_means_one_parameter_shows_its_series() -> None:
    shown = run("低保标准").stdout
    assert "dibao_standard" in shown
    row = next(line for line in shown.splitlines() if line.strip().startswith("2024-07-01"))
    assert all(part in row for part in ("1,450", "官方", "京民社救发〔2024〕80号"))


def test_the_series_gives_the_address_of_a_document() -> None:
    shown = run("低保标准", columns=160).stdout
    assert "https://www.beijing.gov.cn/zhengce/zhengcefagui/202412/t20241231_3977722.html" in shown


def test_a_recalled_value_is_marked_to_be_verified() -> None:
    row = next(line for line in lines_of(run("低保标准")) if line.strip().startswith("2005-07-01"))
    assert all(part in row for part in ("300", "待核实"))


def test_the_series_is_drawn_as_steps_with_unsure_stretches_dashed() -> None:
    shown = run("低保标准").stdout
    assert all(mark in shown for mark in ("┌", "┘", "─", "╌", "1,450┤"))


@pytest.mark.parametrize("columns", [40, 60, 80, 132])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_wider_than_the_terminal(columns: int, lang: str) -> None:
    for words in (("低保标准",), ("特困",)):
        assert max(map(cell_len, lines_of(run(*words, "--lang", lang, columns=columns)))) <= columns


def test_a_narrow_terminal_puts_the_source_below_the_value() -> None:
    shown = run("低保标准", columns=40).stdout
    assert "2024-07-01  1,450  官方\n" in shown


def test_a_series_that_never_changed_is_not_drawn() -> None:
    assert "┤" not in run("elder_advanced_first").stdout


def test_yes_and_no_are_said_and_not_drawn() -> None:
    shown = run("dibao_rural_separate", "--on", "2010-01").stdout
    assert "2010-01-01 为 是" in shown
    assert "┤" not in shown


def test_the_value_on_a_month_is_said() -> None:
    assert "2019-07-01 为 1,100 元/月  待核实" in run("低保标准", "--on", "2019-07").stdout


def test_a_day_before_the_first_value_ends_with_exit_code_1() -> None:
    result = run("最低工资标准", "--on", "2010-01")
    assert result.exit_code == 1
    assert "minimum_wage has no value on 2010-01-01" in " ".join(result.stderr.split())


def test_an_ended_series_says_since_when() -> None:
    result = run("dibao_standard_rural", "--on", "2020-01")
    assert result.exit_code == 1
    assert "it ended on 2015-07-01" in " ".join(result.stderr.split())


def test_a_discretionary_clause_shows_its_reading() -> None:
    assert "裁量条款的取法" in run("maintenance_share").stdout


def test_english_is_complete() -> None:
    shown = run("dibao_standard", "--lang", "en").stdout
    assert all(part in shown for part in ("minimum living standard", "CNY/month", "to be verified", "official"))


# lists and search


def test_without_words_everything_is_listed_by_topic() -> None:
    shown = run("--on", "2024-07").stdout
    assert all(topic in shown for topic in ("最低生活保障", "特困人员", "临时救助", "儿童福利"))
    assert all(name in shown for name in ("dibao_standard", "tekun_wage_base", "child_age"))


def test_words_search_names_labels_and_documents() -> None:
    by_document = json.loads(run("京民社救发〔2020〕86号", "--json").stdout)
    assert {p["name"].partition("_")[0] for p in by_document["parameters"]} == {"temporary"}


def test_all_words_must_match() -> None:
    book = find_pack("beijing").law()
    assert [p.name for p in search(book, "特困 基本生活")] == ["tekun_basic_multiple"]


def test_search_takes_no_notice_of_case() -> None:
    book = find_pack("beijing").law()
    assert [p.name for p in search(book, "MINIMUM WAGE")] == ["minimum_wage"]


def test_a_parameter_without_value_on_the_day_is_listed_without_one() -> None:
    found = json.loads(run("temporary_", "--on", "2019-01", "--json").stdout)["parameters"]
    assert found
    assert all(p["value"] is None and "2020-07-08" in p["gap"] for p in found)


def test_unknown_words_get_suggestions_and_exit_code_1() -> None:
    result = run("dibao_standrad")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "dibao_standard" in result.stderr


def test_chinese_unknown_words_get_suggestions() -> None:
    result = run("最低工钱标准")
    assert result.exit_code == 1
    assert "最低工资标准" in result.stderr


def test_words_like_nothing_point_to_the_whole_list() -> None:
    assert "yihu law lists everything" in run("qqqqq", "--lang", "en").stderr


@pytest.mark.parametrize("day", ["2024-7", "2024", "2024-13", "2024-02-30", "07/2024"])
def test_a_day_that_cannot_be_read_is_a_usage_error(day: str) -> None:
    result = run("--on", day)
    assert result.exit_code == 2
    assert "YYYY-MM" in result.stderr


def test_a_pack_that_is_not_installed_is_said() -> None:
    result = CliRunner().invoke(app, ["--pack", "beijign"])
    assert result.exit_code == 1
    assert "did you mean beijing" in " ".join(result.stderr.split())


# for programs


def test_json_gives_figures_as_exact_text() -> None:
    found = json.loads(run("dibao_supplement_severe", "--on", "2024-07", "--json").stdout)
    assert (found["value"], found["confidence"], found["article"]) == ("0.35", "official", "十(二)1")


def test_json_of_one_parameter_holds_the_whole_series() -> None:
    found = json.loads(run("低保标准", "--on", "2024-07", "--json").stdout)
    assert (found["value"], found["from"], found["values"][0]["from"]) == ("1450", "2024-07-01", "1996-07-01")
    assert found["document"]["number"] == "京民社救发〔2024〕80号"


# the chart alone


def test_a_step_stands_at_the_month_of_its_change() -> None:
    steps = [Step(date(2020, 1, 1), Decimal(1)), Step(date(2021, 1, 1), Decimal(3))]
    rows = draw(steps, date(2022, 1, 1), width=30, height=3).plain.splitlines()
    assert [row[3:] for row in rows[:3]] == [
        "            ┌─────────────",
        "            │             ",
        "────────────┘             ",
    ]


def test_a_series_that_ended_stops_with_a_cross() -> None:
    steps = [Step(date(2020, 1, 1), Decimal(1)), Step(date(2021, 1, 1), Decimal(2)), Step(date(2022, 1, 1), None)]
    assert draw(steps, date(2024, 1, 1), width=40, height=3).plain.count("╳") == 1
