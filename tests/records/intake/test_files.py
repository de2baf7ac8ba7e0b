"""Encodings and kinds of file: what is read, and what is refused with a remedy."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from tests.records.intake.conftest import Import
from tests.records.intake.town import ON, PACK, PLACE, fen, identity
from yihu.records.intake import Intake, IntakeError, import_families

TEXT = (
    f"户编号,社区代码,姓名,身份,出生日期,工资\n1,{PLACE},张三,户主,1950-03-08,12.5\n2,{PLACE},李四,户主,1960-03-08,7\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_chinese_encodings_are_recognised(importing: Import, encoding: str) -> None:
    assert [f["people.wage"] for f in importing(TEXT.encode(encoding)).families] == [[fen("12.5")], [fen("7")]]


def test_characters_beyond_gbk_are_read_from_gb18030(importing: Import) -> None:
    assert importing(TEXT.replace("张三", "㐀𠮷").encode("gb18030")).summary.families == 2


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_broken_bytes_are_found_in_their_row_and_column(importing: Import, encoding: str) -> None:
    raw = TEXT.encode(encoding).replace("李四".encode(encoding), b"\xff" + "四".encode(encoding))
    done = importing(raw)
    assert done.faults == [(3, "姓名", "encoding")]
    assert [f["family"] for f in done.families] == ["1"]


def test_lines_may_end_in_any_way(importing: Import) -> None:
    assert importing(TEXT.replace("\n", "\r\n")).summary.families == 2


def refused(tmp_path: Path, name: str, raw: bytes, **options: Any) -> IntakeError:
    """The error of importing ``raw``; nothing may be left behind."""
    source, out = tmp_path / name, tmp_path / "out" / "families"
    source.write_bytes(raw)
    with pytest.raises(IntakeError) as error:
        import_families(Intake(source, out, ON, **options), PACK)
    assert not out.parent.exists() or not list(out.parent.iterdir())
    return error.value


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"\n\n", "empty"),
        ("a.csv", b"\xef\xbb\xbf", "empty"),
        ("a.csv", TEXT.splitlines()[0].encode(), "header_only"),
        ("a.csv", (TEXT.splitlines()[0] + "\n,,,,,\n").encode(), "header_only"),
        ("a.csv", TEXT.replace(",", ";").encode(), "delimiter"),
        ("a.csv", TEXT.replace(",", "\t").encode(), "delimiter"),
        ("a.csv", TEXT.replace(",", "，").encode(), "delimiter"),
        ("a.csv", TEXT.encode("utf-16"), "utf16"),
        ("a.csv", TEXT.replace("张三", '"张三').encode(), "structure"),
        ("a.csv", b"PK\x03\x04 workbook", "unreadable"),
        ("a.xlsx", TEXT.encode(), "unreadable"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0 locked", "encrypted"),
        ("a.parquet", TEXT.encode(), "unreadable"),
        ("a.ods", TEXT.encode(), "kind"),
        ("a.parquet", b"", "empty"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_a_remedy(tmp_path: Path, name: str, raw: bytes, code: str) -> None:
    error = refused(tmp_path, name, raw)
    assert error.code == code
    assert error.remedy.zh
    assert error.remedy.en


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"nowhere\.csv"):
        import_families(Intake(tmp_path / "nowhere.csv", tmp_path / "o", ON), PACK)


HEADER = ("户编号", "社区代码", "姓名", "身份证号", "身份", "出生日期", "工资", "在业", "等级")
Sheets = dict[str, list[tuple[Any, ...]]]


def workbook(path: Path, sheets: Sheets) -> Path:
    """An XLSX file with these sheets."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def test_a_workbook_is_read_with_dates_and_numbers_as_typed(importing: Import, tmp_path: Path) -> None:
    born = datetime(1950, 3, 8)
    rows = [
        HEADER,
        (17, int(PLACE), "甲", "", "户主", born, 1450.1, True, 3),
        (17.0, PLACE, "乙", "", "子女", "1980/1/2", 0.1 + 0.2, 0, 1),
    ]
    done = importing(workbook(tmp_path / "a.xlsx", {"随便": rows}))
    (family,) = done.families
    assert (family["family"], family["community"]) == ("17", int(PLACE))
    assert family["people.birth"] == [date(1950, 3, 8), date(1980, 1, 2)]
    assert family["people.wage"] == [fen("1450.1"), fen("0.3")]
    assert family["people.working"] == [True, False]
    assert family["people.grade"] == [3, 1]


def test_an_identity_number_kept_as_a_number_is_found(importing: Import, tmp_path: Path) -> None:
    number = int(identity(date(1951, 1, 1), serial=7)[:17] + "0")
    done = importing(workbook(tmp_path / "a.xlsx", {"x": [HEADER, (1, PLACE, "甲", number, "户主", "", "", "", "")]}))
    assert done.faults == [(2, "身份证号", "identity_rounded")]
    assert "文本" in done.report[0]["remedy_zh"]


def test_the_sheet_of_people_is_found_by_its_name(importing: Import, tmp_path: Path) -> None:
    sheets: Sheets = {"说明": [("x",)], "家庭成员": [(*HEADER[:2], "身份"), ("1", PLACE, "户主")], "z": [("y",)]}
    assert importing(workbook(tmp_path / "a.xlsx", sheets)).summary.families == 1


def test_a_further_list_is_a_sheet_of_the_workbook(importing: Import, tmp_path: Path) -> None:
    sheets: Sheets = {
        "一": [("户编号", "社区代码", "身份"), ("1", PLACE, "户主")],
        "照料人": [("户编号", "收入"), ("1", 12)],
    }
    assert importing(workbook(tmp_path / "a.xlsx", sheets)).families[0]["carers.income"] == [fen("12")]


def test_rows_of_a_sheet_are_counted_from_its_top(importing: Import, tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [(), (), ("户编号", "社区代码", "身份"), ("1", PLACE, "户主"), ("2", PLACE, "x")]
    assert importing(workbook(tmp_path / "a.xlsx", {"一": rows})).faults == [(5, "身份", "choice")]


def test_a_wrong_sheet_is_refused_with_the_sheets_there_are(tmp_path: Path) -> None:
    book = workbook(tmp_path / "b.xlsx", {"一月": [HEADER], "二月": [HEADER]})
    assert refused(tmp_path, "a.xlsx", book.read_bytes(), sheet="三月").code == "no_sheet"
    error = refused(tmp_path, "a.xlsx", book.read_bytes())
    assert (error.code, "一月、二月" in error.remedy.zh) == ("which_sheet", True)


def test_the_sheet_asked_for_is_read(importing: Import, tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [("户编号", "社区代码", "身份"), ("1", PLACE, "户主")]
    book = workbook(tmp_path / "a.xlsx", {"一月": [("x",)], "二月": rows})
    assert importing(book, sheet="二月").summary.families == 1


def test_an_empty_sheet_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.xlsx", workbook(tmp_path / "b.xlsx", {"一": []}).read_bytes()).code == "empty"


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    raw = workbook(tmp_path / "b.xlsx", {"一": [HEADER]}).read_bytes()
    assert refused(tmp_path, "a.xlsx", raw[: len(raw) // 2]).code == "unreadable"


def test_parquet_is_read_with_its_types(importing: Import, tmp_path: Path) -> None:
    data = {
        "family": pa.array([5, 5]), "community": pa.array([int(PLACE)] * 2), "role": ["head", "child"],
        "birth": pa.array([date(1950, 1, 1), date(1980, 1, 1)]), "wage": pa.array([Decimal("10.50"), None]),
        "working": pa.array([True, None]), "grade": pa.array([1.0, 2.0]),
    }  # fmt: skip
    pq.write_table(pa.table(data), tmp_path / "a.parquet")
    (family,) = importing(tmp_path / "a.parquet").families
    assert (family["people.wage"], family["people.working"], family["people.grade"]) == (
        [1050, None],
        [True, None],
        [1, 2],
    )


def test_parquet_cut_short_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"family": ["1"] * 1000}), tmp_path / "b.parquet")
    raw = (tmp_path / "b.parquet").read_bytes()
    assert refused(tmp_path, "a.parquet", raw[:-20]).code == "unreadable"


def test_a_snapshot_is_not_imported_again(importing: Import, tmp_path: Path) -> None:
    out = importing(TEXT, out=tmp_path / "s").out
    assert refused(tmp_path, "a.parquet", (out / "families.parquet").read_bytes()).code == "unreadable"
