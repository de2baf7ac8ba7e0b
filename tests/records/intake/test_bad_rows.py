"""Each thing that can be wrong with a row is a row of the report, and its family is left out whole."""

from __future__ import annotations

from datetime import date

import pytest

from tests.records.intake.conftest import Import
from tests.records.intake.town import OTHER_PLACE, PLACE, identity

HEAD = "户编号,社区代码,身份,出生日期,工资,在业,等级,存款"
GOOD = f"9,{OTHER_PLACE},户主,1960-01-01,10,是,1,5\n"


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("1,880101001001,户主,1950-01-01,1,是,1,1", "社区代码", "district"),
        ("1,990101009001,户主,1950-01-01,1,是,1,1", "社区代码", "street"),
        ("1,990101001999,户主,1950-01-01,1,是,1,1", "社区代码", "community"),
        ("1,9901010010,户主,1950-01-01,1,是,1,1", "社区代码", "community_form"),
        (f"1,{PLACE},户主,1950-02-30,1,是,1,1", "出生日期", "date"),
        (f"1,{PLACE},户主,50-02-03,1,是,1,1", "出生日期", "date"),
        (f"1,{PLACE},户主,2024-07-02,1,是,1,1", "出生日期", "future"),
        (f"1,{PLACE},户主,1850-07-02,1,是,1,1", "出生日期", "range"),
        (f"1,{PLACE},户主,1950-01-01,-5,是,1,1", "工资", "negative"),
        (f"1,{PLACE},户主,1950-01-01,100000.01,是,1,1", "工资", "range"),
        (f"1,{PLACE},户主,1950-01-01,1.234,是,1,1", "工资", "places"),
        (f"1,{PLACE},户主,1950-01-01,一千,是,1,1", "工资", "number"),
        (f"1,{PLACE},户主,1950-01-01,1e999999999,是,1,1", "工资", "number"),
        (f"1,{PLACE},户主,1950-01-01,nan,是,1,1", "工资", "number"),
        (f"1,{PLACE},户主,1950-01-01,1,也许,1,1", "在业", "yes_no"),
        (f"1,{PLACE},户主,1950-01-01,1,是,5,1", "等级", "range"),
        (f"1,{PLACE},户主,1950-01-01,1,是,1.5,1", "等级", "places"),
        (f"1,{PLACE},邻居,1950-01-01,1,是,1,1", "身份", "choice"),
        (f",{PLACE},户主,1950-01-01,1,是,1,1", "户编号", "family_missing"),
        (f"{'1' * 65},{PLACE},户主,1950-01-01,1,是,1,1", "户编号", "family_form"),
        (f"1,{PLACE},户主,1950-01-01,1,是,1,1,多", "", "cells"),
        (f"1,{PLACE},户主", "", "cells"),
    ],
)
def test_a_wrong_cell_is_found_where_it_stands(importing: Import, row: str, column: str, code: str) -> None:
    done = importing(f"{HEAD}\n{GOOD}{row}\n")
    assert done.faults == [(3, column, code)]
    assert [f["family"] for f in done.families] == ["9"]


def test_the_report_says_in_both_languages_what_to_do(importing: Import) -> None:
    (row,) = importing(f"{HEAD}\n{GOOD}1,{PLACE},邻居,,,,,\n").report
    assert (row["sheet"], row["value"]) == ("families.csv", "邻居")
    assert "户主、子女、其他" in row["remedy_zh"]
    assert "head, child, other" in row["remedy_en"]


def test_the_report_is_safe_to_open_in_a_spreadsheet(importing: Import) -> None:
    (row,) = importing(f"{HEAD}\n{GOOD}1,{PLACE},=1+1,,,,,\n").report
    assert row["value"] == "'=1+1"


def test_blank_rows_are_passed_over(importing: Import) -> None:
    done = importing(f"{HEAD}\n\n{GOOD},,,,,,,\n")
    assert (done.summary.families, done.faults) == (1, [])


def test_a_family_with_an_error_is_left_out_whole(importing: Import) -> None:
    done = importing(f"{HEAD}\n1,{PLACE},户主,1950-01-01,-5,是,1,1\n{GOOD}1,{PLACE},子女,1980-01-01,5,是,1,1\n")
    assert (done.summary.left_out, done.summary.families, done.summary.people) == (1, 1, 1)


def test_strict_writes_nothing_where_anything_is_wrong(importing: Import) -> None:
    done = importing(f"{HEAD}\n{GOOD}1,{PLACE},户主,x,,,,\n", strict=True)
    assert not done.summary.written
    assert not done.out.exists()
    assert done.faults == [(3, "出生日期", "date")]


def test_strict_writes_where_nothing_is_wrong(importing: Import) -> None:
    assert importing(f"{HEAD}\n{GOOD}", strict=True).summary.written


def test_no_snapshot_appears_where_no_family_is_left(importing: Import) -> None:
    done = importing(f"{HEAD}\n1,{PLACE},户主,x,,,,\n")
    assert not done.summary.written
    assert not done.out.exists()


def test_rows_that_disagree_on_the_family_are_found(importing: Import) -> None:
    done = importing(f"{HEAD}\n{GOOD}1,{PLACE},户主,1950-01-01,1,,,300\n1,{PLACE},子女,1980-01-01,1,,,301\n")
    assert done.faults == [(4, "存款", "disagree")]
    assert "300" in done.report[0]["zh"]


def test_rows_in_two_communities_disagree(importing: Import) -> None:
    done = importing(f"{HEAD}\n{GOOD}1,{PLACE},户主,1950-01-01,1,,,\n1,{OTHER_PLACE},子女,1980-01-01,1,,,\n")
    assert done.faults == [(4, "社区代码", "disagree")]


def test_a_family_fact_may_stand_on_one_row_only(importing: Import) -> None:
    done = importing(f"{HEAD}\n1,,户主,1950-01-01,1,,,\n1,{PLACE},子女,1980-01-01,1,,,7\n")
    assert (done.families[0]["community"], done.families[0]["savings"]) == (int(PLACE), 700)


def test_too_many_members_are_refused(importing: Import) -> None:
    rows = "".join(f"1,{PLACE},{'户主' if i == 0 else '其他'},1950-01-01,1,,,\n" for i in range(5))
    assert importing(f"{HEAD}\n{rows}{GOOD}").faults == [(2, "户编号", "too_many")]


def test_the_checks_of_the_pack_are_asked(importing: Import) -> None:
    done = importing(
        f"{HEAD}\n1,{PLACE},户主,1950-01-01,,,,\n1,{PLACE},子女,1949-01-01,,,,\n{GOOD}2,{PLACE},其他,,,,,\n"
    )
    assert done.faults == [(3, "出生日期", "child_is_younger"), (5, "身份", "one_head")]
    assert [f["family"] for f in done.families] == ["9"]


def test_a_family_that_has_errors_is_not_also_asked_the_checks(importing: Import) -> None:
    assert importing(f"{HEAD}\n{GOOD}1,{PLACE},邻居,,,,,\n").faults == [(3, "身份", "choice")]


PEOPLE = "户编号,社区代码,姓名,身份证号,身份,出生日期,性别"
BORN = date(1955, 5, 5)


@pytest.mark.parametrize(
    ("number", "birth", "sex", "found"),
    [
        (identity(BORN)[:-1] + "?", "", "", [("身份证号", "identity_form")]),
        (identity(BORN)[:17] + ("1" if identity(BORN)[17] != "1" else "2"), "", "", [("身份证号", "identity_digit")]),
        ("9.90101195505050E+17", "", "", [("身份证号", "identity_rounded")]),
        ("990101195505050000", "", "", [("身份证号", "identity_rounded")]),
        (identity(BORN), "1955-05-06", "", [("出生日期", "identity_birth")]),
        (identity(BORN), "", "女", [("性别", "identity_sex")]),
        (identity(BORN), "1955-05-05", "男", []),
        (identity(BORN).lower(), "1955-05-05", "男", []),
        (identity(date(2025, 1, 1)), "", "", [("身份证号", "future")]),
        (identity(date(1700, 1, 1)), "", "", [("身份证号", "identity_date")]),
    ],
)
def test_identity_numbers_are_checked(
    importing: Import, number: str, birth: str, sex: str, found: list[tuple[str, str]]
) -> None:
    done = importing(f"{PEOPLE}\n1,{PLACE},甲,{number},户主,{birth},{sex}\n")
    assert [(column, code) for _, column, code in done.faults] == found


def test_a_birth_date_that_does_not_exist_is_found_behind_a_right_check_digit(importing: Import) -> None:
    wrong = next(n for d in "0123456789X" if (n := f"99010119550230001{d}") and _digit_is_right(n))
    assert importing(f"{PEOPLE}\n1,{PLACE},甲,{wrong},户主,,\n").faults == [(2, "身份证号", "identity_date")]


def _digit_is_right(number: str) -> bool:
    from stdnum.cn import ric

    return ric.calc_check_digit(number) == number[-1]


def test_birth_and_sex_are_read_from_the_identity_number(importing: Import) -> None:
    done = importing(f"户编号,社区代码,身份,身份证号\n1,{PLACE},户主,{identity(BORN, male=False)}\n")
    assert (done.families[0]["people.birth"], done.families[0]["people.sex"]) == ([BORN], [1])


def test_identity_numbers_are_masked_in_the_report(importing: Import) -> None:
    number = identity(BORN)
    done = importing(f"{PEOPLE}\n1,{PLACE},甲,{number[:-1]}?,户主,{number},\n")
    text = done.summary.report.read_text("utf-8")
    assert number not in text
    assert number[4:16] not in text


def test_a_person_given_twice_spoils_both_families(importing: Import) -> None:
    number = identity(BORN)
    done = importing(
        f"{PEOPLE}\n1,{PLACE},甲,{number},户主,,\n2,{PLACE},甲,{number},户主,,\n3,{PLACE},乙,{identity(BORN, serial=2)},户主,,\n"
    )
    assert done.faults == [(2, "身份证号", "duplicate_person"), (3, "身份证号", "duplicate_person")]
    assert [f["family"] for f in done.families] == ["3"]
    assert "2, 3" in done.report[0]["en"]


def test_a_family_number_may_not_be_an_identity_number(importing: Import) -> None:
    done = importing(f"{HEAD}\n{GOOD}{identity(BORN)},{PLACE},户主,,,,,\n")
    assert done.faults == [(3, "户编号", "family_is_identity")]


def test_rows_are_counted_as_a_spreadsheet_shows_them(importing: Import) -> None:
    done = importing(f'{HEAD},ignore:备注\n9,{PLACE},户主,,,,,,"两\n行"\n\n1,{PLACE},户主,x,,,,,\n')
    assert done.faults == [(4, "出生日期", "date")]
