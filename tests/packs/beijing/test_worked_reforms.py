"""The worked reforms of examples/reforms: each reads, applies, and moves the city the way its page says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yihu.engines.rules.month import Month
from yihu.pack import find_pack
from yihu.records.runs.compare import Comparison, compare
from yihu.records.runs.reforms import load_reform, reformed
from yihu.records.snapshots.city import synthesise

FOLDER = Path(__file__).parents[3] / "examples/reforms"
PAGE = (FOLDER.parents[1] / "docs/what-if.md").read_text("utf-8")
MONTH = date(2024, 7, 1)
PACK = find_pack("beijing")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return synthesise(PACK, 60_000, 1, tmp_path_factory.mktemp("city") / "city", on=MONTH).path


def compared(city: Path, name: str) -> Comparison:
    return compare(PACK, city, MONTH, load_reform(FOLDER / f"{name}.yaml"))


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda file: file.stem)
def test_each_reads_applies_and_stands_on_the_page(file: Path) -> None:
    reform = load_reform(file)
    assert Month(reformed(PACK.rulebook, reform, MONTH), MONTH).trees
    assert f"`examples/reforms/{file.name}`" in PAGE
    assert reform.zh != reform.en


def test_raising_the_standard_costs_and_most_who_gain_are_poor(city: Path) -> None:
    found = compared(city, "raise_dibao")
    assert found.whole.cost > 0
    assert found.whole.winners > 20 * found.whole.losers
    assert found.deciles[1].winners == max(each.winners for each in found.deciles.values())
    assert sum(each.cost for each in found.districts.values()) == found.whole.cost


def test_one_and_a_half_times_the_standard_is_below_the_line_of_today(city: Path) -> None:
    found = compared(city, "low_income_at_half_more")
    assert (found.whole.winners, found.whole.cost <= 0) == (0, True)


def test_a_wider_line_costs_and_reaches_more_who_earn(city: Path) -> None:
    found = compared(city, "low_income_wider")
    assert found.whole.cost > 0
    assert found.kept["after"].families > found.kept["before"].families > found.kept["before"].cliffs > 0
    assert len(found.curves) == len(PACK.models)
