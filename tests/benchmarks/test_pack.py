"""The country template written in the rule language gives what the measured peers give."""

from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from benchmarks.template import city, law, pack, peer_duckdb, peer_yihu
from benchmarks.template.engines import city_file
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.month import Month

PERSONS = 400


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small city as list columns."""
    folder = tmp_path_factory.mktemp("bench")
    city.write(folder, PERSONS)
    return city_file(folder, PERSONS, "sol")


def test_called_rules_equal_the_sql_peer_in_every_household_and_month(file: Path) -> None:
    book = pack.rulebook()
    months = [Month(book, date(law.YEAR, month, 1)) for month in law.MONTHS]
    found = []
    for row in pq.read_table(file).to_pylist():
        evaluations = [Evaluation(month, peer_yihu.household(row)) for month in months]
        cells = {
            law.cell(name, month): evaluation.of(rule, evaluation.case)
            for month, evaluation in zip(law.MONTHS, evaluations, strict=True)
            for name, rule in zip(law.VARIABLES, pack.COMPARED, strict=True)
        }
        cells["housing_tax"] = cells[law.cell("housing_tax", 1)]
        found.append(tuple(int(cells[name] * law.UNIT) for name in law.CELLS))
    with duckdb.connect() as database:
        query = f"SELECT {', '.join(law.CELLS)} FROM ({peer_duckdb.table(file)})"
        assert found == database.execute(query).fetchall()


def test_the_pack_computes_the_compared_variables_in_their_order() -> None:
    assert tuple(rule.name.removesuffix("_of_home") for rule in pack.COMPARED) == law.VARIABLES


def test_the_kernel_equals_the_sql_peer_loaded_and_streamed(file: Path) -> None:
    with duckdb.connect() as database:
        *totals, households = database.execute(peer_duckdb.totals(file)).fetchone() or ()
    expected = (households, dict(zip(law.VARIABLES, totals, strict=True)))
    run = peer_yihu.Run()
    groups = run.groups(file)
    assert run.totals(run.load(file, groups), threads=2) == expected
    assert run.totals([run.load_later(file, group) for group in groups], threads=2) == expected


def test_choices_have_the_codes_of_the_data() -> None:
    assert tuple(choice.value for choice in pack.Occupancy) == law.OCCUPANCY
    assert (pack.Role.ADULT.code, pack.Role.CHILD.code) == (law.ADULT, law.CHILD)
