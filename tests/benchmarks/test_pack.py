"""The country template written in the rule language gives what the measured peers give."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from benchmarks.template import city, law, pack, peer_duckdb
from benchmarks.template.engines import city_file
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.month import Month
from yihu.engines.rules.rule import Rule

PERSONS = 400


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small city as list columns."""
    folder = tmp_path_factory.mktemp("bench")
    city.write(folder, PERSONS)
    return city_file(folder, PERSONS, "sol")


def household(row: dict[str, Any]) -> pack.Household:
    """The facts of a row as the pack names them."""
    members = [
        {"birth": birth, "salary": Decimal(pay).scaleb(-2), "role": list(pack.Role)[role]}
        for birth, pay, role in zip(row["members.birth"], row["members.salary"], row["members.role"], strict=True)
    ]
    return pack.Household(
        rent=Decimal(row["rent"]).scaleb(-2),
        accommodation_size=row["accommodation_size"],
        housing_occupancy_status=list(pack.Occupancy)[row["housing_occupancy_status"]],
        members=members,
    )


def value(evaluation: Evaluation, rule: Rule[Any, Any, Any]) -> Decimal:
    """Value of the household, or the sum over its persons."""
    level = evaluation.month.book.level(rule)
    return Decimal(sum(evaluation.of(rule, frame) for frame in evaluation.frames(level)))


def test_called_rules_equal_the_sql_peer_in_every_household_and_month(file: Path) -> None:
    book = pack.rulebook()
    months = [Month(book, date(law.YEAR, month, 1)) for month in law.MONTHS]
    found = []
    for row in pq.read_table(file).to_pylist():
        evaluations = [Evaluation(month, household(row)) for month in months]
        cells = {
            law.cell(rule.name, month): value(evaluation, rule)
            for month, evaluation in zip(law.MONTHS, evaluations, strict=True)
            for rule in pack.COMPARED
        }
        cells["housing_tax"] = cells[law.cell("housing_tax", 1)]
        found.append(tuple(int(cells[name] * law.UNIT) for name in law.CELLS))
    with duckdb.connect() as database:
        query = f"SELECT {', '.join(law.CELLS)} FROM ({peer_duckdb.table(file)})"
        assert found == database.execute(query).fetchall()


def test_the_pack_computes_the_compared_variables_in_their_order() -> None:
    assert tuple(rule.name for rule in pack.COMPARED) == law.VARIABLES


def test_choices_have_the_codes_of_the_data() -> None:
    assert tuple(choice.value for choice in pack.Occupancy) == law.OCCUPANCY
    assert (pack.Role.ADULT.code, pack.Role.CHILD.code) == (law.ADULT, law.CHILD)
