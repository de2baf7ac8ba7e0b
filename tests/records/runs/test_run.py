"""A run over families made by hand: what is found, why, and what follows once it is granted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.records.runs.hand import EAST, JULY, WEST, Row, beijing, family, rows, sample, write
from yihu.engines.rules.month import Month, months_from
from yihu.engines.rules.reasons import reason_node
from yihu.engines.rules.tree import Node
from yihu.engines.rules.wording import Wording
from yihu.records.intake import read_family
from yihu.records.runs.launch import run
from yihu.records.runs.plan import PlanError
from yihu.records.runs.result import Result
from yihu.records.snapshots.seal import write_seal

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "family.yaml"
POOR = {"savings": 0, "members": [{"birth": "1960-05-01", "wage": 0, "pension": 300, "care": "none"}]}
RICH = {"savings": 0, "members": [{"birth": "1960-05-01", "wage": 860, "pension": 0, "care": "none"}]}
UNSURE = {"members": [{"birth": "1960-05-01", "wage": 0, "pension": 300, "care": "none"}]}
NOTHING: dict[str, Any] = {"family_allowance": 0}
FAMILY = ("family_allowance", -1)


def found(folder: Path, *families: dict[str, Any], **options: Any) -> dict[tuple[Any, str, int], Row]:
    """The rows of a run over families of the made-up city, whose members draw nothing unless it is written."""
    return rows(result_of(folder, *families, **options))


def result_of(folder: Path, *families: dict[str, Any], month: date = JULY, **options: Any) -> Result:
    cases = [family(sample(), **_drawing_nothing(data)) for data in families]
    return run(sample(), write(folder / "snapshot", sample(), cases), [month], folder / "result", **options)


def _drawing_nothing(data: dict[str, Any]) -> dict[str, Any]:
    members = [{"granted": {"age_allowance": 0, "care_allowance": 0}, **m} for m in data["members"]]
    return {"granted": NOTHING, **data, "members": members}


def said(result: Result, row: Row) -> str:
    """The condition that a row's reason names."""
    month = Month(sample().rulebook, JULY)
    node = reason_node(month, month.book.programme("family_allowance"), row.reason)
    assert isinstance(node, Node)
    return Wording(month.book, "zh").say(node)


@pytest.mark.parametrize(
    ("data", "row"),
    [
        ({**POOR, "granted": {"family_allowance": 0}}, Row("missed", 56_000, 0)),
        ({**POOR, "granted": {"family_allowance": 560}}, Row("right", 56_000, 56_000)),
        ({**POOR, "granted": {"family_allowance": "559.99"}}, Row("changed", 56_000, 55_999)),
        ({**RICH, "granted": {"family_allowance": 560}}, Row("ended", 0, 56_000, 1)),
        ({**UNSURE, "granted": {"family_allowance": 0}}, Row("cannot_tell", 0, 0, 129)),
        ({**UNSURE, "granted": {"family_allowance": 560}}, Row("cannot_tell", 0, 56_000, 129)),
        ({**POOR, "granted": {"family_allowance": None}}, Row("cannot_tell", 56_000, 0)),
    ],
)
def test_each_finding_has_its_amounts_and_reason(tmp_path: Path, data: dict[str, Any], row: Row) -> None:
    assert found(tmp_path, data) == {(1, *FAMILY): row}


def test_who_is_owed_nothing_and_draws_nothing_has_no_row(tmp_path: Path) -> None:
    assert found(tmp_path, RICH) == {}


def test_a_reason_names_the_condition_that_decided(tmp_path: Path) -> None:
    result = result_of(tmp_path, {**RICH, "granted": {"family_allowance": 5}}, UNSURE)
    by_family = rows(result)
    assert said(result, by_family[1, *FAMILY]) == "家庭月人均收入低于家庭生活补助标准"
    assert said(result, by_family[2, *FAMILY]) == "存款在限额内"


def test_members_have_rows_of_their_own_in_the_order_of_families(tmp_path: Path) -> None:
    old = {"birth": "1930-01-01", "wage": 900, "pension": 0, "care": "none"}
    cared = {"birth": "1930-01-01", "wage": 900, "pension": 0, "care": "full"}
    young = {"birth": "2000-01-01", "wage": 900, "pension": 0, "care": "none"}
    homes = [{"savings": 0, "members": members} for members in ([young, old], [], [cared], [old, young, old])]
    assert list(found(tmp_path, *homes).items()) == [
        ((1, "age_allowance", 1), Row("missed", 30_000, 0)),
        ((3, "care_allowance", 0), Row("missed", 50_000, 0)),
        ((4, "age_allowance", 0), Row("missed", 30_000, 0)),
        ((4, "age_allowance", 2), Row("missed", 30_000, 0)),
    ]


def test_the_summary_adds_up_districts_and_keeps_families_without_a_place(tmp_path: Path) -> None:
    cases = [family(sample(), **_drawing_nothing(POOR)) for _ in range(5)]
    snapshot = write(tmp_path / "snapshot", sample(), cases, [EAST, WEST, WEST, None, EAST])
    summary = run(sample(), snapshot, [JULY], tmp_path / "result").summary
    programme = summary["programmes"][0]
    sizes = {code: (size["families"], size["people"]) for code, size in summary["districts"].items()}
    assert sizes == {"0": (1, 1), "990101": (2, 2), "990102": (2, 2)}
    assert (summary["families"], summary["people"]) == (5, 5)
    assert programme["total"] == {"missed": {"count": 5, "amount": 280_000, "paid": 0}}
    assert {code: cell["missed"]["count"] for code, cell in programme["districts"].items()} == {
        "0": 1,
        "990101": 2,
        "990102": 2,
    }


def test_a_month_before_all_programmes_finds_nothing(tmp_path: Path) -> None:
    result = result_of(tmp_path, POOR, month=date(2022, 6, 1))
    assert (rows(result), result.summary["programmes"], result.summary["families"]) == ({}, [], 1)


def test_a_snapshot_of_nobody_gives_an_empty_result(tmp_path: Path) -> None:
    result = run(sample(), write(tmp_path / "snapshot", sample(), []), [JULY], tmp_path / "result")
    assert (rows(result), result.summary["families"]) == ({}, 0)


def test_families_named_by_text_keep_their_names(tmp_path: Path) -> None:
    cases = [family(sample(), **_drawing_nothing(POOR))]
    snapshot = write(tmp_path / "snapshot", sample(), cases)
    file = snapshot / "families.parquet"
    table = pq.read_table(file)
    named = table.set_column(0, "family", [["甲-1"]])
    pq.write_table(named.replace_schema_metadata(table.schema.metadata), file)
    write_seal(snapshot)
    assert list(rows(run(sample(), snapshot, [JULY], tmp_path / "result"))) == [("甲-1", *FAMILY)]


# what follows


def test_what_was_missed_by_the_allowance_brings_the_elders_subsidy_with_it(tmp_path: Path) -> None:
    case = read_family(EXAMPLE, beijing(), usual=True).case
    snapshot = write(tmp_path / "snapshot", beijing(), [case], [110101001001])
    alone = rows(run(beijing(), snapshot, [JULY], tmp_path / "alone", then=False))
    both = rows(run(beijing(), snapshot, [JULY], tmp_path / "both"))
    assert alone[1, "dibao", -1].word == both[1, "dibao", -1].word == "missed"
    assert (1, "elder_hardship", 0) not in alone
    assert both[1, "elder_hardship", 0] == Row("follows", 30_000, 0)


def test_nobody_is_owed_two_full_standards(tmp_path: Path) -> None:
    case = read_family(EXAMPLE, beijing(), usual=True).case
    snapshot = write(tmp_path / "snapshot", beijing(), [case], [110101001001])
    alone = rows(run(beijing(), snapshot, [JULY], tmp_path / "alone", then=False))
    both = rows(run(beijing(), snapshot, [JULY], tmp_path / "both"))
    assert alone[1, "disability_living", 1] == Row("missed", 145_000, 0)
    assert both[1, "disability_living", 1] == Row("missed", 40_000, 0)


@pytest.mark.parametrize("engine", ["kernel", "duckdb"])
def test_both_engines_find_what_follows(tmp_path: Path, engine: str) -> None:
    case = read_family(EXAMPLE, beijing(), usual=True).case
    snapshot = write(tmp_path / "snapshot", beijing(), [case], [110101001001])
    result = run(beijing(), snapshot, [JULY], tmp_path / "result", engine=engine)
    words = {key[1:]: (row.word, row.amount) for key, row in rows(result).items()}
    assert words["elder_hardship", 0] == ("follows", 30_000)
    assert words["disability_living", 1] == ("missed", 40_000)


# what no run takes


def test_more_months_than_a_byte_counts_are_refused(tmp_path: Path) -> None:
    snapshot = write(tmp_path / "snapshot", sample(), [])
    with pytest.raises(PlanError, match="241 months"):
        run(sample(), snapshot, months_from(date(2005, 1, 1), 241), tmp_path / "result")


def test_months_after_the_proof_are_refused(tmp_path: Path) -> None:
    snapshot = write(tmp_path / "snapshot", sample(), [])
    with pytest.raises(PlanError, match="2101-01"):
        run(sample(), snapshot, months_from(date(2100, 12, 1), 2), tmp_path / "result")


def test_the_check_takes_one_month(tmp_path: Path) -> None:
    snapshot = write(tmp_path / "snapshot", sample(), [])
    with pytest.raises(PlanError, match="one month at a time"):
        run(sample(), snapshot, months_from(JULY, 2), tmp_path / "result", engine="duckdb")
