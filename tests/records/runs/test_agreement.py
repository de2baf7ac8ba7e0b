"""Synthetic cities: the kernel, DuckDB and the explanation of each family say the same, in every month."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.records.runs.hand import JULY, Row, Subject, beijing, cases_of, explained, rows
from yihu.engines.rules.month import months_from
from yihu.records.runs.launch import run
from yihu.records.runs.result import Result
from yihu.records.runs.rows import WORDS
from yihu.records.snapshots import open_snapshot

DRAWN = 500
MONTHS = [date(2005, 7, 1), date(2010, 7, 1), date(2016, 3, 1), date(2019, 10, 1)]


def without_reasons(result: Result) -> pa.Table:
    """The rows of a result but for the reasons, which only the kernel gives."""
    return pq.read_table(result.rows).drop(["reason"])


def of_some(found: dict[Subject, Row], keys: set[object]) -> dict[Subject, Row]:
    """The rows of some families."""
    return {subject: row for subject, row in found.items() if subject[0] in keys}


def sampled(town: Path, found: dict[Subject, Row], number: int, seed: int) -> list[int]:
    """Rows of the snapshot: half of them families of which something was found, half any."""
    keys = {key: at for at, key in enumerate(open_snapshot(town).read(0, ["family"]).column("family").to_pylist())}
    random = Random(seed)
    with_something = sorted({keys[subject[0]] for subject in found})
    some = random.sample(with_something, min(number // 2, len(with_something)))
    return sorted({*some, *random.sample(range(len(keys)), number - len(some))})


@pytest.mark.parametrize("month", [JULY, *MONTHS])
def test_every_row_is_what_explaining_the_family_says(town: Path, tmp_path: Path, month: date) -> None:
    found = rows(run(beijing(), town, [month], tmp_path / "result", then=False))
    number = DRAWN if month == JULY else DRAWN // 4
    cases = cases_of(open_snapshot(town), beijing(), sampled(town, found, number, month.toordinal()))
    expected = {
        (key, *subject): row
        for key, case in cases
        for subject, row in explained(beijing().rulebook, month, case).items()
    }
    assert of_some(found, {key for key, _ in cases}) == expected
    assert expected


@pytest.mark.parametrize("month", MONTHS)
def test_duckdb_finds_the_same_in_other_years(town: Path, tmp_path: Path, month: date) -> None:
    kernel = run(beijing(), town, [month], tmp_path / "kernel")
    check = run(beijing(), town, [month], tmp_path / "check", engine="duckdb")
    assert without_reasons(kernel).equals(without_reasons(check))
    assert kernel.summary["programmes"] == check.summary["programmes"]


def test_duckdb_finds_the_same_for_a_hundred_thousand_families(city: Path, tmp_path: Path) -> None:
    kernel = run(beijing(), city, [JULY], tmp_path / "kernel")
    check = run(beijing(), city, [JULY], tmp_path / "check", engine="duckdb")
    assert kernel.summary["families"] >= 100_000
    assert without_reasons(kernel).equals(without_reasons(check))
    words = {WORDS[code] for code in pq.read_table(kernel.rows).column("finding").unique().to_pylist()}
    assert words == set(WORDS) - {"none"}


def test_threads_do_not_change_a_byte(city: Path, tmp_path: Path) -> None:
    alone, together = (run(beijing(), city, [JULY], tmp_path / f"{n}", threads=n) for n in (1, 3))
    assert alone.rows.read_bytes() == together.rows.read_bytes()


@pytest.mark.parametrize("first", [date(2019, 4, 1), date(2024, 1, 1)], ids=["new programmes", "new standards"])
def test_twelve_months_in_one_run_are_the_sum_of_twelve_runs(town: Path, tmp_path: Path, first: date) -> None:
    months = months_from(first, 12)
    whole = run(beijing(), town, months, tmp_path / "whole")
    ids = [p["id"] for p in whole.summary["programmes"]]
    summed = {
        (r["family"], ids[r["programme"]], r["member"]): (r["amount"], r["months"], r["unknown"])
        for r in pq.read_table(whole.rows).to_pylist()
    }
    added: defaultdict[Subject, list[int]] = defaultdict(lambda: [0, 0, 0])
    for month in months:
        for subject, row in rows(run(beijing(), town, [month], tmp_path / "one", then=False)).items():
            entitled, unknown = row.word in ("right", "missed", "changed"), row.word == "cannot_tell"
            for position, more in enumerate((row.amount, entitled, unknown)):
                added[subject][position] += more
    assert summed == {subject: tuple(each) for subject, each in added.items() if each[1] or each[2]}
    assert {1, 12} <= {each[1] for each in added.values()}


def test_programmes_of_a_later_year_come_into_a_run_of_months(town: Path, tmp_path: Path) -> None:
    whole = run(beijing(), town, months_from(date(2019, 4, 1), 12), tmp_path / "whole")
    ids = [p["id"] for p in whole.summary["programmes"]]
    most: defaultdict[str, int] = defaultdict(int)
    for row in pq.read_table(whole.rows).to_pylist():
        most[ids[row["programme"]]] = max(most[ids[row["programme"]]], row["months"])
    assert (most["dibao"], most["elder_age"]) == (12, 6)
