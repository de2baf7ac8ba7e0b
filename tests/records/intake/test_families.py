"""How rows become families: order, further lists, and the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records.intake.conftest import Import, content
from tests.records.intake.town import PACK, PLACE, fen
from yihu.engines.rules.layout import arrow_schema
from yihu.records.intake import IntakeError
from yihu.records.snapshots import open_snapshot

HEAD = "户编号,社区代码,身份,工资"
SCATTERED = f"{HEAD}\nb,{PLACE},户主,1\na,{PLACE},户主,2\nb,{PLACE},子女,3\nc,{PLACE},户主,4\na,{PLACE},其他,5\n"


def test_rows_of_a_family_need_not_stand_together(importing: Import) -> None:
    families = importing(SCATTERED).families
    assert [(f["family"], f["people.wage"]) for f in families] == [
        ("b", [fen("1"), fen("3")]), ("a", [fen("2"), fen("5")]), ("c", [fen("4")]),
    ]  # fmt: skip


def test_the_same_input_gives_the_same_bytes(importing: Import, tmp_path: Path) -> None:
    first = content(importing(SCATTERED, out=tmp_path / "1").out)
    assert content(importing(SCATTERED, out=tmp_path / "2").out) == first


def test_the_snapshot_has_the_columns_of_the_pack(importing: Import) -> None:
    done = importing(SCATTERED)
    snapshot = open_snapshot(done.out, arrow_schema(PACK.root, PACK.programmes))
    assert (snapshot.families, snapshot.meta["pack"], snapshot.meta["without"]) == (3, "town", ["carers"])


def test_nothing_is_left_beside_the_snapshot(importing: Import, tmp_path: Path) -> None:
    importing(SCATTERED, out=tmp_path / "x" / "f")
    assert sorted(p.name for p in (tmp_path / "x").iterdir()) == ["f", "f.report.csv"]


def test_family_numbers_keep_their_zeros(importing: Import) -> None:
    assert importing(f"{HEAD}\n007,{PLACE},户主,1\n").families[0]["family"] == "007"


def test_a_further_list_comes_from_a_file_of_its_own(importing: Import, tmp_path: Path) -> None:
    carers = tmp_path / "carers.csv"
    carers.write_text("户编号,收入,人数\na,1000,3\nc,5,1\na,20,2\n", "utf-8")
    done = importing(SCATTERED, more={"carers": carers})
    assert [f["carers.income"] for f in done.families] == [[], [fen("1000"), fen("20")], [fen("5")]]
    assert done.summary.without == ()


def test_a_wrong_row_of_a_further_list_leaves_its_family_out(importing: Import, tmp_path: Path) -> None:
    carers = tmp_path / "carers.csv"
    carers.write_text("户编号,收入,人数\na,1000,0\nz,5,1\nc,1,1\nc,1,1\nc,1,1\n", "utf-8")
    done = importing(SCATTERED, more={"carers": carers})
    assert done.faults == [(2, "人数", "range"), (3, "户编号", "unknown_family"), (4, "户编号", "too_many")]
    assert [f["family"] for f in done.families] == ["b"]


@pytest.mark.parametrize("name", ["people", "cats"])
def test_a_list_that_the_pack_does_not_have_is_refused(importing: Import, tmp_path: Path, name: str) -> None:
    other = tmp_path / "other.csv"
    other.write_text("户编号\n1\n", "utf-8")
    with pytest.raises(IntakeError, match="carers"):
        importing(SCATTERED, more={name: other})


def test_an_existing_snapshot_is_replaced_only_by_a_whole_one(importing: Import, tmp_path: Path) -> None:
    out = importing(SCATTERED, out=tmp_path / "f").out
    before = content(out)
    importing(f"{HEAD}\na,{PLACE},户主,x\n", out=out)
    assert content(out) == before
    importing(f"{HEAD}\na,{PLACE},户主,1\n", out=out)
    assert open_snapshot(out).families == 1


def test_what_is_no_snapshot_is_not_replaced(importing: Import, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("mine")
    with pytest.raises(IntakeError) as error:
        importing(SCATTERED, out=tmp_path / "letters")
    assert error.value.code == "no_snapshot"
    assert (tmp_path / "letters" / "a.txt").read_text() == "mine"


def test_input_and_output_cannot_be_one_file(importing: Import, tmp_path: Path) -> None:
    source = tmp_path / "families.csv"
    with pytest.raises(IntakeError) as error:
        importing(SCATTERED, out=source)
    assert error.value.code == "same_file"
    assert source.read_text("utf-8") == SCATTERED
