"""A run answers rules that are asked for their own sake: a value for every case and item, and how often each was found."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.engines.rules.worlds import JULY, Home, Person, Sort, State, law_book, module
from tests.records.runs.hand import EAST, WEST, write
from yihu.engines.rules.rule import Rule
from yihu.pack import Pack, find_pack
from yihu.records.runs.launch import run
from yihu.records.runs.result import ResultError, open_result

RULES = """
@rule(cites="Act 1", zh="房租低", en="low rent")
def cheap(home: Home, law: Law) -> bool:
    return home.rent < law.grant


@rule(cites="Act 2", zh="房租和亏损", en="rent and loss", unit="CNY/month")
def left(home: Home, law: Law) -> Money:
    return home.rent + home.loss


@rule(cites="Act 3", zh="建成", en="built")
def since(home: Home, law: Law) -> date:
    return home.built


@rule(cites="Act 4", zh="状态", en="state")
def state(person: Person, law: Law) -> State:
    return State.AWAY if person.ill else person.state


@rule(cites="Act 5", zh="孩子", en="children")
def children(person: Person, law: Law) -> int:
    return person.children
"""


def world() -> Pack:
    """A pack that grants nothing and is asked five things."""
    rules: list[Rule[Any, Any, Any]] = [each for each in vars(module(RULES)).values() if isinstance(each, Rule)]
    places = find_pack("sample").places
    return Pack(
        "world", "世界", "world", Home, law_book, (), (), places, (), answers=tuple(rules[:3]), beside=tuple(rules[3:])
    )


def homes() -> list[Home]:
    """Two homes in the east, one in the west of which little is known."""
    ill, calm = Person(ill=True, children=2), Person(ill=False, state=State.CALM, children=0)
    first = Home(rent=Decimal(100), loss=Decimal("-0.01"), built=date(1999, 5, 6), sort=Sort.BOAT, members=[ill, calm])
    return [first, Home(rent=Decimal(40_000), loss=Decimal(0), built=date(2001, 1, 1)), Home(members=[Person()])]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The homes as a snapshot."""
    return write(tmp_path / "town", world(), homes(), [EAST, EAST, WEST])


@pytest.mark.parametrize("engine", ["kernel", "duckdb"])
def test_every_case_and_item_has_its_value(town: Path, tmp_path: Path, engine: str) -> None:
    result = run(world(), town, [JULY], tmp_path / "result", engine=engine)
    rows = pq.read_table(result.path / "answers.parquet").to_pylist()
    assert [row["cheap"] for row in rows] == [True, False, None]
    assert [row["left"] for row in rows] == [Decimal("99.99"), Decimal(40_000), None]
    assert [row["since"] for row in rows] == [date(1999, 5, 6), date(2001, 1, 1), None]
    assert [row["state"] for row in rows] == [["away", "calm"], [], [None]]
    assert [row["children"] for row in rows] == [[2, 0], [], [None]]
    assert [(row["family"], row["community"]) for row in rows] == [(1, EAST), (2, EAST), (3, WEST)]


def test_the_summary_counts_values_by_district_and_says_the_ends_of_numbers(town: Path, tmp_path: Path) -> None:
    result = run(world(), town, [JULY], tmp_path / "result")
    found = {each["rule"]: each for each in result.summary["asked"]}
    assert [(v["value"], v["count"], v["districts"]) for v in found["cheap"]["values"]] == [
        ("yes", 1, {"990101": 1}),
        ("no", 1, {"990101": 1}),
    ]
    money, built, children = found["left"], found["since"], found["children"]
    assert (money["known"], money["sum"], money["least"], money["most"]) == (2, "40099.99", "99.99", "40000.00")
    assert (built["sum"], built["least"], built["most"]) == (None, "1999-05-06", "2001-01-01")
    assert (children["known"], children["sum"], children["unknown"]) == (2, "2", 1)
    assert [v["count"] for v in found["state"]["values"]] == [1, 0, 1]


def test_several_months_ask_for_programmes_only(town: Path, tmp_path: Path) -> None:
    result = run(world(), town, [JULY, date(2024, 8, 1)], tmp_path / "result")
    assert "asked" not in result.summary
    assert not (result.path / "answers.parquet").exists()


def test_answers_that_were_changed_are_refused(town: Path, tmp_path: Path) -> None:
    result = run(world(), town, [JULY], tmp_path / "result")
    assert json.dumps(dict(open_result(result.path).summary["asked"][0]))
    (result.path / "answers.parquet").write_bytes(b"other")
    with pytest.raises(ResultError, match=r"answers\.parquet is missing or damaged"):
        open_result(result.path)
