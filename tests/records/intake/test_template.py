"""The template holds every column, and what is filled into it can be imported."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.records.intake.conftest import Import
from tests.records.intake.town import PACK, PLACE
from yihu.records.intake.fields import Headers, fields_of
from yihu.records.intake.template import documented, write_template


def headers(path: Path) -> dict[str, list[str]]:
    """First row of every sheet."""
    with CalamineWorkbook.from_path(str(path)) as book:
        return {
            name: [str(c) for c in next(iter(book.get_sheet_by_name(name).iter_rows()))] for name in book.sheet_names
        }


def test_every_header_of_the_template_means_its_column(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", PACK)
    sheets = headers(tmp_path / "t.xlsx")
    assert list(sheets) == ["家庭成员", "照料人家庭", "说明 columns", "选项 choices"]
    for name, title in (("people", "家庭成员"), ("carers", "照料人家庭")):
        fields = fields_of(PACK, name)
        assert Headers(fields).match("t", sheets[title]) == list(fields)


def test_a_template_that_was_filled_in_is_imported(importing: Import, tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", PACK)
    header = headers(tmp_path / "t.xlsx")["家庭成员"]
    filled = {"户编号": "1", "社区代码": PLACE, "身份": "户主", "home.rooms": "3"}
    done = importing(",".join(header) + "\n" + ",".join(filled.get(h, "") for h in header) + "\n")
    assert (done.families[0]["rooms"], done.faults) == (3, [])


@pytest.mark.parametrize("column", documented(PACK), ids=lambda c: f"{c.sheet}.{c.header}")
def test_the_example_of_a_column_can_be_imported(importing: Import, tmp_path: Path, column: object) -> None:
    shown = next(c for c in documented(PACK) if c == column)
    if shown.sheet == "people":
        cells = {"family": "1", "community": PLACE, "role": "head"} | {shown.header: shown.example}
        done = importing(",".join(cells) + "\n" + ",".join(cells.values()) + "\n")
    else:
        carers = tmp_path / "carers.csv"
        cells = {"family": "1"} | {shown.header: shown.example}
        carers.write_text(",".join(cells) + "\n" + ",".join(cells.values()) + "\n", "utf-8")
        done = importing(f"family,community,role\n0001,{PLACE},head\n1,{PLACE},head\n", more={"carers": carers})
    assert done.summary.errors == {}


def test_choices_and_ranges_are_documented() -> None:
    by_name = {(c.sheet, c.header): c for c in documented(PACK)}
    assert by_name["people", "role"].allowed == (("户主", "head"), ("子女", "child"), ("其他", "guest"))
    assert (by_name["people", "grade"].low, by_name["people", "grade"].high) == ("0", "4")
    assert by_name["people", "family"].required
    assert by_name["people", "home.savings"].of_family
