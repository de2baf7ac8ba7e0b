"""Readings of the law that lost: each has its decision and its place in the table of conflicts, and none is dead."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from yihu.engines.rules import policy
from yihu.engines.rules.policy import PolicyCase, read_cases
from yihu.engines.rules.reform import Reading, reading_named
from yihu.pack import Pack, find_pack
from yihu.pack_check import policy_files

DECISIONS = Path(__file__).resolve().parents[3] / "docs" / "decisions"
TABLE = DECISIONS / "conflicts.md"
ID = re.compile(r"`(\d{4}-[a-z0-9-]+)`")
FIRST_OF_PACK = "0101"

PARTS = (find_pack("beijing"), *find_pack("beijing").domains)
READINGS = [pytest.param(part, reading, id=reading.id) for part in PARTS for reading in part.readings]


def decision(number: str) -> str:
    """Text of the decision of a number; there is exactly one."""
    (file,) = DECISIONS.glob(f"{number}-*.md")
    return file.read_text("utf-8")


@cache
def checker(part: str) -> policy.Tester:
    pack = find_pack(part)
    return policy.Tester(pack.rulebook, pack.readings)


@cache
def cases(part: str) -> list[PolicyCase]:
    """Policy cases of a pack that ask for a reading."""
    files = [file for folder in find_pack(part).tests for file in policy_files(folder)]
    return [c for file in files for c in read_cases(file.name, file.read_text("utf-8")) if c.reading]


def differs(part: str, case: PolicyCase) -> bool:
    """True where a case expects of its reading an answer that the law as decided does not give."""
    check = checker(part).check
    try:
        decided = check(replace(case, reading=""))
    except policy.PolicyError:  # it expects the value of a rule that only the reading has
        return False
    return check(case).passed and not decided.passed


def rows(heading: str) -> list[list[str]]:
    """Cells of the table below a heading, without its head."""
    section = TABLE.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("part", "reading"), READINGS)
def test_a_reading_is_named_by_its_decision(part: Pack, reading: Reading) -> None:
    assert reading.id in ID.findall(decision(reading.id[:4]))


@pytest.mark.parametrize(("part", "reading"), READINGS)
def test_a_reading_changes_the_answer_of_a_policy_case(part: Pack, reading: Reading) -> None:
    asks = [c for c in cases(part.id) if reading_named(part.readings, c.reading) is reading]
    assert any(differs(part.id, case) for case in asks)


@pytest.mark.parametrize(("part", "reading"), READINGS)
def test_a_reading_says_in_both_languages_what_it_takes(part: Pack, reading: Reading) -> None:
    assert re.search(r"[一-鿿]", reading.zh)
    assert re.search(r"[a-z]{3}", reading.en)
    assert bool(reading.replaced) or bool(reading.parameters)


def test_every_reading_that_a_decision_names_is_kept() -> None:
    kept = {reading.id for part in PARTS for reading in part.readings}
    named = {id for file in DECISIONS.glob("*.md") for id in ID.findall(file.read_text("utf-8")) if id >= FIRST_OF_PACK}
    assert named - kept == set()


def test_a_decision_that_keeps_a_reading_names_it() -> None:
    texts = {file.name: file.read_text("utf-8") for file in DECISIONS.glob("[0-9]*.md") if file.name >= FIRST_OF_PACK}
    says = re.compile(r"\b[Tt]he\s+(other\s+|stricter\s+)?reading\s[^.]{0,80}\bis\s+kept")
    assert [name for name, text in texts.items() if says.search(text) and not ID.search(text)] == []


def test_every_open_conflict_of_the_collection_is_in_the_table() -> None:
    assert {cells[0] for cells in rows("Facts §12")} == {f"12.{n}" for n in range(1, 8)}
    assert {cells[0] for cells in rows("Corrections §3")} == {str(n) for n in range(33, 40)}


def test_every_row_of_the_table_has_its_decision_and_a_reading_or_the_reason_why_none() -> None:
    every = rows("Facts §12") + rows("Corrections §3") + rows("Other lines of the corrections that left a choice")
    numbers = {number for cells in every for number in re.findall(r"\d{4}", cells[2])}
    assert [number for number in sorted(numbers) if len(list(DECISIONS.glob(f"{number}-*.md"))) != 1] == []
    assert [cells for cells in every if not ID.search(cells[3]) and not re.match(r"none\W", cells[3])] == []
    assert [
        cells
        for cells in every
        for id in ID.findall(cells[3])
        if cells[3].startswith("`") and not _covers(cells[2], id)
    ] == []


def _covers(decided: str, id: str) -> bool:
    """True where the number of a reading is one of those decisions, or lies in their range."""
    first, *rest = re.findall(r"\d{4}", decided)
    return id[:4] in (first, *rest) or ("–" in decided and first <= id[:4] <= rest[-1])
