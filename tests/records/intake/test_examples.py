"""The examples of the repository load with the pack that is installed for real."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from yihu.pack import find_pack
from yihu.records.intake import Intake, import_families, read_family
from yihu.records.intake.fields import fields_of, main_sheet
from yihu.records.intake.template import documented, write_template

EXAMPLES = Path(__file__).parents[3] / "examples"


def test_the_example_table_is_imported_without_an_error(tmp_path: Path) -> None:
    intake = Intake(EXAMPLES / "families.csv", tmp_path / "families", date(2024, 7, 1))
    summary = import_families(intake, find_pack("beijing"))
    assert (summary.errors, summary.families, summary.written) == ({}, 12, True)


def test_the_example_table_has_chinese_headers_and_no_real_person() -> None:
    with (EXAMPLES / "families.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert "与申请人关系" in rows[0]
    assert all(row["身份证号"].startswith("000000") for row in rows)  # there is no such place


def test_the_example_family_is_read() -> None:
    family = read_family(EXAMPLES / "family.yaml", find_pack("beijing"))
    assert (family.on, len(family.case.known("members"))) == (date(2024, 7, 1), 2)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("1,{place},本人,1950-01-01\n1,{place},子女,1949-01-01\n", "child_is_younger"),
        ("1,{place},本人,1950-01-01\n1,{place},父母,1951-01-01\n", "child_is_younger"),
        ("1,{place},配偶,1950-01-01\n", "one_applicant"),
        ("1,{place},本人,1950-01-01\n1,{place},本人,1951-01-01\n", "one_applicant"),
        ("1,{place},本人,\n1,{place},配偶,\n1,{place},配偶,\n", "one_spouse"),
    ],
)
def test_the_checks_of_the_pack_find_what_cannot_be(tmp_path: Path, rows: str, code: str) -> None:
    pack = find_pack("beijing")
    source = tmp_path / "f.csv"
    text = "户编号,社区代码,与申请人关系,出生日期\n" + rows
    source.write_text(text.format(place=next(iter(pack.places().communities))), "utf-8")
    summary = import_families(Intake(source, tmp_path / "f", date(2024, 7, 1)), pack)
    assert (summary.errors, summary.written) == ({code: 1}, False)


def test_the_template_of_the_real_pack_documents_every_fact(tmp_path: Path) -> None:
    pack = find_pack("beijing")
    write_template(tmp_path / "t.xlsx", pack)
    assert len(documented(pack)) == sum(len(fields_of(pack, name)) for name in pack.root.LISTS)
    assert main_sheet(pack.root) == "members"
