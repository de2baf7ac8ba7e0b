"""Law about something other than a family: all engines agree on every domain, and its commands work as those of a family."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.command import yihu
from tests.engines.rules.agreement import compare_rules
from tests.engines.rules.families import cases
from tests.records.runs.hand import write
from yihu.desks.cli import LEFT_OUT
from yihu.desks.reports import run_page
from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import results
from yihu.engines.rules.given import case_from
from yihu.engines.rules.month import Month
from yihu.engines.rules.parameters import ParameterGap
from yihu.engines.rules.policy import PolicyCase, read_cases
from yihu.engines.rules.questions import questions
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.sql import query
from yihu.pack import Pack, find_pack
from yihu.pack_check import examine, policy_files
from yihu.records.runs.launch import run
from yihu_beijing.choices import Ability
from yihu_beijing.domains.assessment.facts import (
    Assessment,
    MindItems,
    MobilityItems,
    SelfCareItems,
    SenseItems,
)
from yihu_beijing.domains.assessment.rules import final_level

OFFICE = "一户 · 民政政策测算"
EXAMPLES = Path(__file__).parents[3] / "examples"
DOMAINS = [pack.id for pack in find_pack("beijing").domains]
MONTHS = (date(2014, 7, 1), date(2020, 3, 1), date(2023, 1, 1), date(2024, 7, 1), date(2026, 3, 1))
DRAWN = 300


def agreed(book: Rulebook, day: date, drawn: list[Entity]) -> int:
    """Cases compared in all engines, with every rule that the law of the month can compute."""
    month = Month(book, day)
    rules = [rule for rule in month.trees if _has_figures(book, day, rule)]
    return compare_rules(month, rules, [rule for rule in rules if rule.source is not None], drawn)


def _has_figures(book: Rulebook, day: date, rule: AnyRule) -> bool:
    """False for a rule of another time, which nothing in this month reaches."""
    try:
        query(book, day, [rule])
    except ParameterGap:
        return False
    return True


def computable(pack: Pack) -> Iterator[date]:
    """Those of the months in which the law of a domain can be computed."""
    found = examine(pack, MONTHS[-1]).months
    assert found is not None
    yield from (month for month in MONTHS if found[0] <= month <= found[1])


@pytest.mark.timeout(600)
@pytest.mark.parametrize("id", DOMAINS)
def test_all_engines_agree_on_cases_drawn_at_random(id: str) -> None:
    pack = find_pack(id)
    book = pack.rulebook
    compared = [agreed(book, day, cases(7, DRAWN, book.root, book.programmes, day)) for day in computable(pack)]
    assert sum(compared) >= DRAWN


@pytest.mark.timeout(600)
@pytest.mark.parametrize("id", DOMAINS)
def test_a_run_over_a_register_is_the_same_by_both_engines(id: str, tmp_path: Path) -> None:
    pack, day = find_pack(id), date(2024, 7, 1)
    town = write(tmp_path / "town", pack, cases(11, 60, pack.root, pack.programmes, day))
    results = [run(pack, town, [day], tmp_path / engine, engine=engine) for engine in ("kernel", "duckdb")]
    first, second = (pq.read_table(each.rows).drop(["reason"]) for each in results)
    assert first.equals(second)
    assert run_page(results[0], pack)
    if pack.answers:
        first, second = (pq.read_table(each.path / "answers.parquet") for each in results)
        assert first.equals(second)


def policy_cases(pack: Pack) -> list[PolicyCase]:
    """The policy tests of a domain under the law as it is."""
    files = [file for folder in pack.tests for file in policy_files(folder)]
    found = [case for file in files for case in read_cases(file.name, file.read_text("utf-8"))]
    return [case for case in found if not case.reading and not case.law]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("id", DOMAINS)
def test_all_engines_agree_on_the_cases_of_the_policy_tests(id: str) -> None:
    pack = find_pack(id)
    by_month: dict[date, list[Entity]] = {}
    for case in policy_cases(pack):
        entity = case_from(case.given, pack.root, pack.programmes, usual=case.usual)
        by_month.setdefault(case.month, []).append(entity)
    assert sum(agreed(pack.rulebook, day, found) for day, found in by_month.items()) == len(policy_cases(pack)) > 0


@pytest.mark.parametrize("id", DOMAINS)
def test_a_domain_is_found_under_its_city_and_has_a_name_for_its_case(id: str) -> None:
    pack = find_pack(id)
    assert pack.id.startswith("beijing:")
    assert pack.root.NAMES != Entity.NAMES


# the assessment of ability


def test_the_items_add_up_to_the_maxima_of_the_standard() -> None:
    sums = [
        sum(fact.high for fact in part.FACTS.values()) for part in (SelfCareItems, MobilityItems, MindItems, SenseItems)
    ]
    items = {name for part in (SelfCareItems, MobilityItems, MindItems, SenseItems) for name in part.FACTS}
    assert (sums, sum(sums), len(items)) == ([32, 15, 28, 15], 90, 26)


def assessed(**facts: object) -> Evaluation:
    """An assessment in July 2024."""
    return Evaluation(Month(find_pack("beijing:assessment").rulebook, date(2024, 7, 1)), Assessment(facts))


def test_in_coma_nothing_more_is_asked_for_the_level() -> None:
    evaluation = assessed(consciousness=0, assessed_on=date(2024, 1, 15))
    assert evaluation.of(final_level, evaluation.case) is Ability.TOTAL
    assert questions(evaluation) == []


def test_a_level_is_told_before_all_items_are_scored() -> None:
    full = {
        name: fact.high for name, fact in Assessment.FACTS.items() if fact.group in ("self_care", "mobility", "mind")
    }
    quiet = dict.fromkeys(("falls", "lost", "choking", "self_harm", "other_events"), 0)
    evaluation = assessed(**full, **quiet, dementia=False, mental_disorder=False, sight=1)
    found = {each.rule.name: each.value for each in results(evaluation)}
    assert (found["final_level"], "total_score" in found) == (Ability.MILD, False)


def test_an_assessment_carries_over_to_a_person_as_it_stands() -> None:
    assert final_level.type.choices is find_pack("beijing").root.LISTS["members"].item.FACTS["ability"].type.choices


# the commands


def test_assess_shows_what_is_asked_and_no_total_where_nothing_is_paid() -> None:
    shown = yihu("assess", EXAMPLES / "assessment.yaml", "--pack", "beijing:assessment").stdout
    assert "重度失能" in shown
    assert "55" in shown
    assert "每月合计" not in shown


def test_assess_gives_values_articles_and_traces_as_data() -> None:
    done = yihu("assess", EXAMPLES / "assessment.yaml", "--pack", "beijing:assessment", "--json")
    first = json.loads(done.stdout)["results"][0]
    assert (first["rule"], first["value"], first["said"]["zh"]) == ("final_level", "severe", "重度失能")
    assert first["trace"][0]["steps"]


def test_the_interview_ends_when_the_level_is_certain(tmp_path: Path) -> None:
    given = tmp_path / "coma.yaml"
    given.write_text("评估日期: 2024-01-15\n", "utf-8")
    done = yihu("assess", given, "--on", "2024-07", "--pack", "beijing:assessment", "--ask", stdin="0\n")
    assert "完全失能" in done.stdout


def test_a_page_of_an_assessment_speaks_of_no_family(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    yihu("assess", EXAMPLES / "assessment.yaml", "--pack", "beijing:assessment", "--html", page)
    written = page.read_text("utf-8")
    assert "能力评估测算结果" in written
    assert not any(word in written for word in ("家庭", "您家", "your family", "the family"))


@pytest.fixture(scope="module")
def stations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example register of stations, imported and run in July 2024."""
    folder = tmp_path_factory.mktemp("stations")
    yihu("import", EXAMPLES / "stations.csv", "--out", folder / "snapshot", "--pack", "beijing:station")
    yihu("run", folder / "snapshot", "--on", "2024-07", "--out", folder / "result")
    return folder


def test_a_register_of_stations_is_imported_and_run(stations: Path) -> None:
    summary = json.loads((stations / "result" / "summary.json").read_text("utf-8"))
    found = {p["id"]: {word: each["count"] for word, each in p["total"].items()} for p in summary["programmes"]}
    assert (summary["pack"], summary["families"], summary["people"]) == ("beijing:station", 12, 0)
    assert found["station_basic"] == {"right": 7, "missed": 1, "changed": 2, "ended": 1, "cannot_tell": 1}
    assert found["station_chain"] == {"right": 1, "missed": 2}


def test_a_station_is_explained_by_its_number(stations: Path) -> None:
    shown = yihu("explain", stations / "result", "Z04").stdout
    assert "驿站 Z04" in shown
    assert "30,000" in shown
    missing = yihu("explain", stations / "result", "Z99")
    assert missing.returncode == 1
    assert "there is no station Z99" in missing.stderr


def test_the_report_of_stations_speaks_of_no_family(stations: Path) -> None:
    written = (stations / "result" / "report.html").read_text("utf-8")
    article = written[written.index("<article") : written.index("</main>")].replace(OFFICE, "")
    assert "12 个驿站当中" in article
    assert "Among 12 stations" in article
    assert not any(word in article for word in ("家庭", "户", "famil"))


def test_duckdb_finds_the_same_stations(stations: Path, tmp_path: Path) -> None:
    yihu("run", stations / "snapshot", "--on", "2024-07", "--out", tmp_path / "result", "--engine", "duckdb")
    kernel, check = (
        pq.read_table(f / "findings.parquet").drop(["reason"]) for f in (stations / "result", tmp_path / "result")
    )
    assert kernel.equals(check)


def test_a_number_given_twice_is_refused(tmp_path: Path) -> None:
    rows = (EXAMPLES / "stations.csv").read_text("utf-8-sig").splitlines()
    source = tmp_path / "twice.csv"
    source.write_text("\n".join([*rows[:3], rows[2]]) + "\n", "utf-8")
    assert yihu("import", source, "--out", tmp_path / "s", "--pack", "beijing:station").returncode == LEFT_OUT
    report = (tmp_path / "s.report.csv").read_text("utf-8-sig")
    assert "too_many" in report
    assert "Z01" not in report


def register(path: Path, number: int) -> None:
    """A register of assessments: every other in coma, the last without a word on consciousness."""
    places = find_pack("beijing").places().communities
    facts = Assessment.FACTS
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["能力评估编号", "社区代码", *(fact.zh for fact in facts.values())])
        for i, place in zip(range(number), places, strict=False):
            plain = {name: fact.high for name, fact in facts.items() if fact.group not in ("risk", "illness", "")}
            plain |= {"consciousness": "" if i == number - 1 else 0 if i % 2 else 2, "assessed_on": "2024-01-15"}
            writer.writerow(
                [i, place, *(plain.get(name, "否" if facts[name].group == "illness" else 0) for name in facts)]
            )


@pytest.mark.parametrize("engine", ["kernel", "duckdb"])
def test_a_run_answers_every_assessment_and_counts_the_levels(tmp_path: Path, engine: str) -> None:
    register(tmp_path / "a.csv", 21)
    yihu("import", tmp_path / "a.csv", "--out", tmp_path / "a", "--pack", "beijing:assessment")
    done = yihu("run", tmp_path / "a", "--on", "2024-07", "--out", tmp_path / "r", "--engine", engine)
    answers = pq.read_table(tmp_path / "r" / "answers.parquet").to_pylist()
    assert [row["final_level"] for row in answers] == [*["intact", "total"] * 10, None]
    assert answers[0]["total_score"] == 90
    asked = json.loads((tmp_path / "r" / "summary.json").read_text("utf-8"))["asked"][0]
    counts = {each["value"]: each["count"] for each in asked["values"]}  # a level that no rule gives is left out
    assert counts == {"intact": 10, "mild": 0, "moderate": 0, "severe": 0, "total": 10}
    assert (asked["known"], asked["unknown"]) == (20, 1)
    assert "完全失能" in done.stdout


def test_the_columns_of_a_domain_are_documented_and_its_template_has_one_sheet(tmp_path: Path) -> None:
    shown = yihu("columns", "--pack", "beijing:station", "--xlsx", tmp_path / "t.xlsx", "--json").stdout
    columns = json.loads(shown)
    assert {column["sheet"] for column in columns} == {"case"}
    assert "驿站编号" in {column["zh"] for column in columns}
    assert not any(column["of_family"] for column in columns)
    assert (tmp_path / "t.xlsx").exists()


def test_the_rules_of_a_domain_are_written_as_sql() -> None:
    assert '"final_level"' in yihu("sql", "--on", "2024-07", "--pack", "beijing:assessment").stdout
    assert '"station_basic.amount"' in yihu("sql", "--on", "2024-07", "--pack", "beijing:station").stdout


def test_checking_a_city_checks_its_domains() -> None:
    found = json.loads(yihu("check-pack", "beijing:station", "--json").stdout)
    assert (found["pack"], found["problems"], found["domains"]) == ("beijing:station", [], [])
    whole = examine(find_pack("beijing:assessment"), date(2026, 7, 1), branches=True)
    assert whole.sound
