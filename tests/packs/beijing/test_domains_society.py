"""Marriage, adoption, social organisations, volunteers: law about other entities, carried by the same engines."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import pytest

from yihu.engines.rules import Entity, age_on, ranges
from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.call import Evaluation, call
from yihu.engines.rules.given import case_from
from yihu.engines.rules.kernel import Want, kernel_for
from yihu.engines.rules.layout import table_of
from yihu.engines.rules.month import Month, read_month
from yihu.engines.rules.parameters import Confidence
from yihu.engines.rules.policy import PolicyCase, read_cases
from yihu.engines.rules.sql import evaluate_table
from yihu.pack import Pack, find_pack
from yihu.pack_check import policy_files
from yihu_beijing.choices import Sex
from yihu_beijing.law import law_book

DOMAINS = ("marriage", "adoption", "organisation", "volunteer")
LEAP_YEAR = [date(2023, 12, 28) + timedelta(days=n) for n in range(430)]


def domain(name: str) -> Pack:
    return find_pack(f"beijing:{name}")


def cases(pack: Pack) -> list[PolicyCase]:
    files = [file for folder in pack.tests for file in policy_files(folder)]
    return [case for file in files for case in read_cases(file.name, file.read_text("utf-8"))]


def entitled(pack: Pack, programme: str, data: dict[str, Any], month: str) -> Any:
    """Is the case entitled? None where it cannot be told."""
    book = pack.rulebook
    case = case_from(data, pack.root, book.programmes, usual=True)
    return call(book.outcomes[book.programme(programme)].entitled, Month(book, read_month(month)), case)


def couple(applied: str, **facts: Any) -> dict[str, Any]:
    parties = [{"birth": "1999-01-01", "sex": sex, "hukou_book": "no"} for sex in ("male", "female")]
    return {"applied": applied, "at_hukou_registry": "no", "parties": parties, **facts}


# the engines


def by_call(month: Month, rules: list[AnyRule], found: list[Entity]) -> dict[str, list[int | None]]:
    evaluations = [Evaluation(month, case) for case in found]
    return {
        rule.name: [
            None if (value := each.of(rule, frame)) is None else ranges.scaled(value, rule.type)
            for each in evaluations
            for frame in each.frames(month.book.level(rule))
        ]
        for rule in rules
    }


def by_kernel(month: Month, rules: list[AnyRule], found: list[Entity]) -> dict[str, list[int | None]]:
    table = table_of(found, month.book.root, month.book.programmes)
    wants = [Want(month.book.level(rule), rule=rule) for rule in rules]
    outputs = kernel_for(month, wants).run(table, month)
    pairs = [(rule, outputs.of(want)) for rule, want in zip(rules, wants, strict=True)]
    return {
        rule.name: [None if dark else int(v) for v, dark in zip(a["value"], a["unknown"], strict=True)]
        for rule, a in pairs
    }


def by_duckdb(month: Month, rules: list[AnyRule], found: list[Entity]) -> dict[str, list[int | None]]:
    book = month.book
    table = evaluate_table(book, month.first_day, table_of(found, book.root, book.programmes), rules)
    values: dict[str, list[int | None]] = {}
    for rule in rules:
        cells = table.column(rule.name).to_pylist()
        flat = cells if book.level(rule) == "case" else [cell for row in cells for cell in row]
        dates = rule.type.kind.value == "date"
        values[rule.name] = [None if v is None else ranges.scaled(v, rule.type) if dates else int(v) for v in flat]
    return values


@pytest.mark.parametrize("name", DOMAINS)
@pytest.mark.parametrize("usual", [True, False], ids=["usual facts", "unknown facts"])
def test_kernel_and_sql_agree_with_the_explained_answer_on_every_policy_case(name: str, usual: bool) -> None:
    book = domain(name).rulebook
    by_month: dict[date, list[Entity]] = defaultdict(list)
    for case in cases(domain(name)):
        by_month[case.month].append(case_from(case.given, book.root, book.programmes, usual=usual))
    for first, found in by_month.items():
        month = Month(book, first)
        rules = list(book.roots())
        expected = by_call(month, rules, found)
        assert by_kernel(month, rules, found) == expected
        assert by_duckdb(month, rules, found) == expected


# readings and sources


@pytest.mark.parametrize("name", DOMAINS)
def test_every_reading_that_lost_is_asked_for_by_a_policy_case(name: str) -> None:
    asked = {case.reading for case in cases(domain(name)) if case.reading}
    assert asked == {reading.id for reading in domain(name).readings}


def test_the_hours_of_stars_are_shown_as_recalled_and_the_time_bank_as_reported() -> None:
    book = law_book()
    stars = {book.value_on(f"volunteers_star_{n}", date(2025, 6, 1)).confidence for n in range(1, 6)}
    bank = ("account_age", "coin_hours", "redeem_age", "home_hours", "home_coins")
    reported = {book.value_on(f"volunteers_{each}", date(2025, 6, 1)).confidence for each in bank}
    assert stars == {Confidence.RECALLED}
    assert reported == {Confidence.REPORTED}


# 0187 an act has the law of its day


@pytest.mark.parametrize("month", ["2025-04", "2025-05", "2025-06"])
@pytest.mark.parametrize(("applied", "married"), [("2025-05-09", False), ("2025-05-10", True), ("2025-05-31", True)])
def test_no_household_register_and_any_registry_from_10_may_2025(month: str, applied: str, married: bool) -> None:
    assert entitled(domain("marriage"), "marriage", couple(applied), month) is married


def test_without_the_day_of_application_nobody_is_told_yes_or_no() -> None:
    unknown = {name: fact for name, fact in couple("2025-05-10").items() if name != "applied"}
    assert entitled(domain("marriage"), "marriage", unknown, "2025-05") is None


def test_what_is_no_longer_asked_for_need_not_be_known() -> None:
    parties = [{"birth": "1999-01-01", "sex": sex.value, "hukou_book": None} for sex in Sex]
    data = couple("2025-05-10", at_hukou_registry=None, parties=parties)
    assert entitled(domain("marriage"), "marriage", data, "2025-05") is True
    assert entitled(domain("marriage"), "marriage", {**data, "applied": "2025-05-09"}, "2025-05") is None


# 0188 a period begins on the day after


def anniversary(day: date) -> date:
    """The last day of a year that began after ``day``: the same date, or the last of February."""
    return date(day.year + 1, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


@pytest.mark.parametrize("late", range(-2, 3))
def test_a_year_from_the_day_after_ends_on_the_anniversary_in_every_year(late: int) -> None:
    for event in LEAP_YEAR:
        claimed = anniversary(event) + timedelta(days=late)
        in_time = age_on(event + timedelta(days=1), claimed, feb29="mar1") < 1
        assert in_time is (late <= 0), (event, claimed)


@pytest.mark.parametrize("day", range(70))
def test_each_day_after_an_application_for_divorce_has_one_answer(day: int) -> None:
    pack = domain("marriage")
    settled = dict.fromkeys(("written_agreement", "settles_children", "settles_property", "settles_debts"), "yes")
    case = case_from(couple("2025-06-10", days_since_receipt=day, **settled), pack.root, usual=True)
    evaluation = Evaluation(Month(pack.rulebook, date(2025, 6, 1)), case)
    answers = {answer.name: evaluation.of(answer, evaluation.case) for answer in pack.answers}
    divorce = pack.rulebook.outcomes[pack.rulebook.programme("divorce")].entitled
    assert [answers["may_withdraw"], evaluation.of(divorce, evaluation.case), answers["lapsed"]].count(True) == 1
