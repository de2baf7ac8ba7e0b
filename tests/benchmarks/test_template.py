"""The measured peers compute the same law over the same city."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks import measure
from benchmarks.sizes import short, size
from benchmarks.template import __main__ as command
from benchmarks.template import city, compare, law, peer_duckdb, peer_polars
from benchmarks.template.engines import city_file

PERSONS = 2_000


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scratch folder with a city of 2,000 persons."""
    folder = tmp_path_factory.mktemp("bench")
    city.write(folder, PERSONS)
    return folder


@pytest.fixture(scope="module")
def families(data: Path) -> list[dict[str, Any]]:
    """The households as the list layout has them."""
    rows: list[dict[str, Any]] = pq.read_table(city_file(data, PERSONS, "sol")).to_pylist()
    return rows


@pytest.fixture(scope="module")
def by_duckdb(data: Path) -> list[dict[str, Any]]:
    """Every household's values as the SQL peer has them."""
    query = f"SELECT {', '.join(law.CELLS)} FROM ({peer_duckdb.table(city_file(data, PERSONS, 'sol'))})"
    with duckdb.connect() as database:
        return [dict(zip(law.CELLS, row, strict=True)) for row in database.execute(query).fetchall()]


def age(born: date, month: int) -> int:
    """Whole years on the first of the month, by counting birthdays."""
    return law.YEAR - born.year - ((born.month, born.day) > (month, 1))


def by_hand(home: dict[str, Any]) -> dict[str, int]:
    """All values of one household, rule by rule, in the order of the country template."""
    births, salaries = home["members.birth"], home["members.salary"]
    taxed = law.OCCUPANCY[home["housing_occupancy_status"]] in ("owner", "tenant")
    housing_tax = max(home["accommodation_size"] * 10, 200) * 10_000 if taxed else 0
    found = {"housing_tax": housing_tax}
    for month in law.MONTHS:
        ages = [age(born, month) for born in births]
        basic = sum(600 for years, pay in zip(ages, salaries, strict=True) if years >= 18 and (pay == 0 or month == 12))
        pension = sum(years >= 61 for years in ages)
        allowance = home["rent"] * 25 if month < 12 else 0
        alone = home["members.role"].count(law.ADULT) == 1
        cared = (alone and any(years < 8 for years in ages)) or any(years < 6 for years in ages)
        parenting = 600 if sum(salaries) <= 500_00 and cared else 0
        tax = sum(salaries) * 15 + pension * 1_500
        contribution = sum(min(pay, 12_300_00) * 4 + max(pay - 12_300_00, 0) * 12 for pay in salaries)
        income = sum(salaries) * 100 + (pension + basic + parenting) * 10_000 + allowance
        values = {
            "basic_income": basic * 10_000,
            "income_tax": tax,
            "pension": pension * 10_000,
            "housing_allowance": allowance,
            "parenting_allowance": parenting * 10_000,
            "total_benefits": basic * 10_000 + allowance,
            "disposable_income": income - tax - contribution - (housing_tax + 6) // 12,
        }
        found |= {law.cell(name, month): value for name, value in values.items()}
    return found


def test_sql_computes_every_household_as_by_hand(
    families: list[dict[str, Any]], by_duckdb: list[dict[str, Any]]
) -> None:
    assert by_duckdb == [{name: by_hand(home)[name] for name in law.CELLS} for home in families]


def test_polars_computes_every_household_as_sql_does(data: Path, by_duckdb: list[dict[str, Any]]) -> None:
    found = peer_polars.table(city_file(data, PERSONS, "slots")).collect()
    assert found.to_dicts() == by_duckdb


def test_totals_of_sql_and_polars_are_the_sums_of_the_households(data: Path, by_duckdb: list[dict[str, Any]]) -> None:
    households, polars_totals = peer_polars.totals(city_file(data, PERSONS, "slots"))
    row = duckdb.connect().execute(peer_duckdb.totals(city_file(data, PERSONS, "sol"))).fetchone()
    summed = {
        name: sum(row[column] for row in by_duckdb for column in law.CELLS if column.startswith(name))
        for name in law.VARIABLES
    }
    assert polars_totals == summed
    assert row == (*summed.values(), households)


def test_openfisca_agrees_to_less_than_half_a_cent(data: Path, by_duckdb: list[dict[str, Any]]) -> None:
    pytest.importorskip("openfisca_country_template")
    from benchmarks.template import peer_openfisca

    simulation = peer_openfisca.build(pq.read_table(city_file(data, PERSONS, "sol")))
    rows = peer_openfisca.cells(simulation).to_pylist()
    gaps = [abs(row[name] - exact[name]) for row, exact in zip(rows, by_duckdb, strict=True) for name in law.CELLS]
    assert max(gaps) < compare.FLOAT32_OF_CELL


def test_every_rule_is_alive_in_the_city(by_duckdb: list[dict[str, Any]]) -> None:
    rare = {name for name in law.CELLS if sum(row[name] != 0 for row in by_duckdb) < 5}
    assert rare == {law.cell("housing_allowance", 12)}


def test_a_city_has_exactly_the_persons_asked_for(families: list[dict[str, Any]]) -> None:
    assert sum(len(home["members.birth"]) for home in families) == PERSONS


def test_a_small_city_is_the_beginning_of_a_larger_one(tmp_path: Path, families: list[dict[str, Any]]) -> None:
    city.write(tmp_path, 700)
    small = pq.read_table(city_file(tmp_path, 700, "sol")).to_pylist()
    assert small[:-1] == families[: len(small) - 1]


def test_slots_hold_the_same_members_as_lists(data: Path, families: list[dict[str, Any]]) -> None:
    rows = pq.read_table(city_file(data, PERSONS, "slots")).to_pylist()
    assert [_listed(row) for row in rows] == families


def _listed(row: dict[str, Any]) -> dict[str, Any]:
    """A row of slots as a row of lists."""
    slots = range(1, law.SLOTS + 1)
    lists = {
        f"members.{name}": [row[f"p{i}_{name}"] for i in slots if row[f"p{i}_{name}"] is not None]
        for name in city.MEMBER_TYPES
    }
    return {
        name: value for name, value in row.items() if "_birth" not in name and name in city.SCHEMAS["sol"].names
    } | lists


def test_a_city_is_cut_at_any_number_of_persons() -> None:
    for persons in (1, 2, 3, 10, 171_000, 172_500):
        assert sum(int(block.sizes.sum()) for block in city.blocks(persons)) == persons


def test_only_complete_files_stay_in_the_scratch_folder(data: Path) -> None:
    assert {path.suffix for path in data.iterdir()} == {".parquet"}


def test_one_unit_of_difference_is_seen_between_exact_engines() -> None:
    totals = dict.fromkeys(law.VARIABLES, 10**15)
    assert compare.differing_totals(totals, totals | {"pension": 10**15 + 1}, exact=True) == {"pension": 1}


def test_float_engines_may_differ_by_their_rounding_only() -> None:
    totals = dict.fromkeys(law.VARIABLES, 10**9)
    near = totals | {"pension": 10**9 + 200, "income_tax": 10**9 - 300}
    assert compare.differing_totals(totals, near, exact=False) == {"income_tax": -300}


def test_an_unknown_engine_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        argparse.ArgumentTypeError, match="unknown engine abacus; there are openfisca, duckdb, polars, yihu"
    ):
        command.engines("duckdb,abacus")


@pytest.mark.parametrize(("text", "persons"), [("10k", 10_000), ("22m", 22_000_000), ("123", 123)])
def test_sizes_are_read_and_shown_alike(text: str, persons: int) -> None:
    assert (size(text), short(persons)) == (persons, text)


def test_a_failing_process_says_why() -> None:
    with pytest.raises(measure.ProcessFailedError, match=r"nowhere\.parquet"):
        measure.run("benchmarks.template.peer_duckdb", ["--city", "nowhere.parquet"], threads=1)


def test_schemas_name_the_same_household_columns_in_both_layouts() -> None:
    shared = [field for field in city.SCHEMAS["sol"] if field in list(city.SCHEMAS["slots"])]
    assert pa.schema(shared) == pa.schema(city.HOUSEHOLD_FIELDS)
