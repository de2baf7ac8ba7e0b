"""What readings of the law that lost would change in a city: the same as a whole comparison, from a part of the programmes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.records.runs.hand import JULY, beijing, family, sample, write
from yihu.engines.rules.month import Month
from yihu.engines.rules.reform import apply, as_reform, reading_named
from yihu.engines.rules.schema import Entity
from yihu.pack import find_pack
from yihu.records.runs.compare import compare
from yihu.records.runs.effects import Effect, effects, reached

NOTHING = {"wage": 0, "business_income": 0, "pension": 0, "property_income": 0, "other_income": 0}
PERSON = {"birth": "1980-05-10", "sex": "male", "studies": "none", "employment": "none", **NOTHING}
HOME = {"money_assets": 0, "vehicles": 0, "homes": 1, "year_income": 0}
SEVERE = {"disability": "visual", "disability_grade": 1}


def home(*members: dict[str, Any], **facts: Any) -> Entity:
    return family(beijing(), usual=True, **{**HOME, **facts, "members": [{**PERSON, **m} for m in members]})


TOWN = [
    home({"pension": 2000}, SEVERE),  # 0102: 1175 more
    home({"birth": "1950-01-01", "ability": "total", "pension": 9000}),  # 0126: 600 less
    home(
        {"pension": 2200, "birth": "1960-01-01"}, granted={"low_income": "yes"}
    ),  # 0198: at the edge, low income is lost
    home(
        {"disability": "mental", "disability_grade": 3, "multiple_disability": "yes", "pension": 9000}
    ),  # 0132: 100, not unknown
    home({"pension": 9000}),
]
NAMES = ("0102", "0126", "0132", "0198", "0116")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("effects") / "town", beijing(), TOWN)


@pytest.fixture(scope="module")
def found(town: Path) -> dict[str, Effect]:
    readings = [reading_named(beijing().readings, name) for name in NAMES]
    return {each.reading.id[:4]: each for each in effects(beijing(), town, JULY, readings)}


def test_a_reading_that_pays_more_is_counted_with_its_money(found: dict[str, Effect]) -> None:
    data = {"families": 1, "more": 1, "less": 0, "money": {"month": 117_500}, "programmes": {"dibao": 1}}
    assert found["0102"].as_data() == data


def test_a_changed_parameter_counts_as_a_replaced_rule_does(found: dict[str, Effect]) -> None:
    assert (found["0126"].less, found["0126"].money) == (1, {"month": -60_000})


def test_an_answer_that_could_not_be_told_is_another_answer(found: dict[str, Effect]) -> None:
    assert (found["0132"].families, found["0132"].more, found["0132"].programmes) == (1, 1, {"disability_care": 1})


def test_what_follows_from_a_lost_recognition_is_counted(found: dict[str, Effect]) -> None:
    assert found["0198"].programmes["low_income"] == 1
    assert found["0198"].programmes["elder_hardship"] == 1
    assert found["0198"].less == 1


def test_a_reading_that_meets_nobody_changes_nothing(found: dict[str, Effect]) -> None:
    assert found["0116"].as_data() == {"families": 0, "more": 0, "less": 0, "money": {}, "programmes": {}}


def test_money_is_that_of_a_whole_comparison(town: Path, found: dict[str, Effect]) -> None:
    whole = compare(beijing(), town, JULY, as_reform(found["0198"].reading)).whole
    assert found["0198"].money["month"] == whole.cost
    assert whole.losers == 1


def test_only_programmes_that_a_reading_can_reach_are_computed_again() -> None:
    pack = beijing()

    def ids(name: str, day: date = JULY) -> set[str]:
        reading = reading_named(pack.readings, name)
        after = apply(as_reform(reading), pack.rulebook, day, readings=pack.readings)
        return {p.id for p in reached(Month(pack.rulebook, day), Month(after, day))}

    assert ids("0116") >= {"temporary_spending"}
    assert "dibao" not in ids("0116")
    assert {"low_income", "elder_hardship", "medical_aid"} <= ids("0198")
    assert ids("0202", date(2010, 7, 1)) == set()


def test_every_reading_of_a_pack_is_taken_without_a_choice(tmp_path: Path) -> None:
    cases = [family(sample(), usual=True, members=[{"birth": "1944-07-15"}])]  # 80 in the middle of the month
    (effect,) = effects(sample(), write(tmp_path / "town", sample(), cases), JULY)
    assert effect.as_data() == {
        "families": 1, "more": 0, "less": 1, "money": {"month": -10_000}, "programmes": {"age_allowance": 1},
    }  # fmt: skip


def test_a_domain_without_programmes_has_no_effects(tmp_path: Path) -> None:
    pack = find_pack("beijing:tekun")
    assert effects(pack, write(tmp_path / "town", pack, [family(pack, eats=True)]), JULY) == []


def test_progress_counts_readings_and_row_groups(tmp_path: Path) -> None:
    steps: list[int] = []
    cases = [family(sample(), usual=True, members=[{"birth": "1944-07-15"}])] * 5
    effects(sample(), write(tmp_path / "town", sample(), cases), JULY, progress=steps.append)
    assert steps == [0, 1, 2, 3]
