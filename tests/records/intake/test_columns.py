"""Which columns a sheet may have, and what happens to headers that mean nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.records.intake.conftest import Import
from tests.records.intake.town import PLACE, fen
from yihu.records.intake import IntakeError

HEAD = "户编号,社区代码"


@pytest.mark.parametrize("header", ["wage", "工资", "people.wage", " Wage ", "people.工资"])
def test_a_fact_is_found_by_name_or_label(importing: Import, header: str) -> None:
    done = importing(f"{HEAD},身份,{header}\n1,{PLACE},户主,12.5\n")
    assert done.families[0]["people.wage"] == [fen("12.5")]


@pytest.mark.parametrize("header", ["与户主关系", "role", "Role", "身份"])
def test_an_alias_is_as_good_as_the_label(importing: Import, header: str) -> None:
    assert importing(f"{HEAD},{header}\n1,{PLACE},head\n").families[0]["people.role"] == [0]


@pytest.mark.parametrize("header", ["home.savings", "savings", "存款", "home.存款"])
def test_a_fact_of_the_family_is_a_column_too(importing: Import, header: str) -> None:
    assert importing(f"{HEAD},身份,{header}\n1,{PLACE},户主,300\n").families[0]["savings"] == fen("300")


@pytest.mark.parametrize("header", ["granted.aid", "正在享受:生活补助", "正在享受：生活补助", "receives: aid"])
def test_what_is_paid_today_is_a_column(importing: Import, header: str) -> None:
    assert importing(f"{HEAD},身份,{header}\n1,{PLACE},户主,88\n").families[0]["granted.aid"] == fen("88")


def test_recognition_of_a_person_is_yes_or_no(importing: Import) -> None:
    done = importing(f"{HEAD},身份,正在享受:优待证\n1,{PLACE},户主,是\n1,{PLACE},子女,\n")
    assert done.families[0]["people.granted.card"] == [True, None]


def test_a_label_of_two_facts_must_be_qualified(importing: Import) -> None:
    with pytest.raises(IntakeError) as error:
        importing(f"{HEAD},房间数\n1,{PLACE},3\n")
    assert error.value.code == "header_ambiguous"
    assert "rooms, home.rooms" in str(error.value)


def test_the_bare_name_is_the_fact_of_the_row(importing: Import) -> None:
    family = importing(f"{HEAD},身份,rooms,home.rooms\n1,{PLACE},户主,1,5\n").families[0]
    assert (family["people.rooms"], family["rooms"]) == ([1], 5)


def test_an_unknown_header_is_refused_with_the_nearest(importing: Import) -> None:
    with pytest.raises(IntakeError, match="工姿 → 工资") as error:
        importing(f"{HEAD},工姿,星座\n1,{PLACE},3,4\n")
    assert "星座" in str(error.value)


@pytest.mark.parametrize(("header", "ignore"), [("ignore:星座", ()), ("星座", ("星座",))])
def test_a_column_can_be_left_out_openly(importing: Import, header: str, ignore: tuple[str, ...]) -> None:
    assert importing(f"{HEAD},身份,{header}\n1,{PLACE},户主,狮子\n", ignore=ignore).summary.families == 1


def test_the_same_column_twice_is_refused(importing: Import) -> None:
    with pytest.raises(IntakeError, match="工资, wage"):
        importing(f"{HEAD},工资,wage\n1,{PLACE},3,4\n")


def test_a_blank_header_between_others_is_refused(importing: Import) -> None:
    with pytest.raises(IntakeError) as error:
        importing(f"户编号,,社区代码\n1,,{PLACE}\n")
    assert error.value.code == "header_blank"


@pytest.mark.parametrize("header", ["社区代码,工资", "户编号,工资"])
def test_a_required_column_that_is_missing_is_named(importing: Import, header: str) -> None:
    with pytest.raises(IntakeError) as error:
        importing(f"{header}\n1,2\n")
    assert error.value.code == "missing_column"


def test_names_and_identity_numbers_are_not_in_the_snapshot(importing: Import) -> None:
    family = importing(f"{HEAD},姓名,身份\n1,{PLACE},王小明,户主\n").families[0]
    assert "王小明" not in str(family)
    assert not {key for key in family if "name" in key or "id_number" in key}


def test_unknown_cells_stay_unknown(importing: Import) -> None:
    family = importing(f"{HEAD},身份,工资,在业,存款\n1,{PLACE},户主,,不详,\n").families[0]
    assert (family["people.wage"], family["people.working"], family["savings"]) == ([None], [None], None)


def test_nothing_is_presumed_unasked(importing: Import) -> None:
    done = importing(f"{HEAD},身份\n1,{PLACE},户主\n")
    assert (done.families[0]["rooms"], done.families[0]["granted.aid"]) == (None, None)
    assert done.summary.presumed == ()


def test_presumed_columns_are_filled_and_recorded(importing: Import) -> None:
    done = importing(f"{HEAD},身份,在业\n1,{PLACE},户主,\n", presume=True)
    family = done.families[0]
    assert (family["rooms"], family["granted.aid"], family["people.granted.card"]) == (2, 0, [False])
    assert family["people.working"] == [None]  # the column is there: its blank cell stays unknown
    assert done.summary.presumed == ("granted.aid", "people.granted.card", "rooms")


def test_values_may_be_written_in_chinese_or_as_values(importing: Import) -> None:
    done = importing(f'{HEAD},身份,出生日期,工资\n1,{PLACE},户主,1950年3月8日,"1,200.50"\n2,{PLACE},head,19500308,7\n')
    assert [f["people.birth"] for f in done.families] == [[date(1950, 3, 8)]] * 2
    assert done.families[0]["people.wage"] == [fen("1200.50")]
