"""What is left of earning more: counted over a city, and drawn for a typical family."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tests.records.runs.hand import EAST, JULY, family, sample, write
from yihu.engines.rules.reform import Reform
from yihu.pack import Model
from yihu.records.runs.compare import compare
from yihu.records.runs.raises import RAISE, Curve, Kept

GRANTED = {"age_allowance": 0, "care_allowance": 0}


def earner(wage: int) -> dict[str, Any]:
    return {"birth": "1980-01-01", "wage": wage, "pension": 0, "care": "none", "granted": GRANTED}


def town(path: Path, *wages: int) -> Path:
    cases = [family(sample(), granted={"family_allowance": 0}, savings=0, members=[earner(w)]) for w in wages]
    return write(path, sample(), cases, [EAST] * len(cases))


def lower(standard: int) -> Reform:
    return Reform("reform.yaml", "方案", "plan", {"family_standard": standard}, None)


def test_a_gap_that_is_filled_up_takes_the_whole_raise(tmp_path: Path) -> None:
    found = compare(sample(), town(tmp_path / "town", 300, 700, 5_000), JULY, lower(600))
    assert found.kept["before"].counts == [0, 0, 0, 2, 0]
    assert found.kept["after"].counts == [0, 0, 0, 1, 0]
    assert found.kept["before"].lost == 2 * RAISE


def test_near_the_end_of_the_gap_only_the_rest_is_lost(tmp_path: Path) -> None:
    found = compare(sample(), town(tmp_path / "town", 830, 800), JULY, lower(860))
    assert found.kept["before"].counts == [0, 1, 1, 0, 0]


def test_who_has_no_wage_is_not_counted(tmp_path: Path) -> None:
    found = compare(sample(), town(tmp_path / "town", 0, 5_000), JULY, lower(900))
    assert found.kept["before"].families == 0


def test_more_than_the_raise_lost_is_a_cliff() -> None:
    kept = Kept()
    kept.add(np.array([0, 1, 2]), np.array([50_000, 50_000, 0]), np.array([39_999, 40_000, 0]))
    assert (kept.counts, kept.cliffs, kept.families) == ([0, 0, 0, 1, 1], 1, 2)


def test_a_curve_names_its_cliffs_and_where_earning_brings_nothing() -> None:
    curve = Curve("甲", "one", [0, 100, 200, 300], [30_000, 20_000, 10_000, 0], [30_000, 30_000, 30_000, 5_000])
    assert curve.flats(curve.before) == [(0, 300)]
    assert curve.cliffs(curve.before) == []
    assert curve.cliffs(curve.after) == [(300, 15_000)]
    assert curve.flats(curve.after) == []


def test_a_typical_family_is_drawn_under_both_laws(tmp_path: Path) -> None:
    alone = Model("独居", "alone", {"savings": 0, "members": [{"birth": "1980-01-01"}]})
    pack = replace(sample(), models=(alone,))
    (curve,) = compare(pack, town(tmp_path / "town", 300), JULY, lower(600)).curves
    assert (curve.before[0], curve.after[0]) == (86_000, 60_000)
    assert curve.before[curve.wages.index(900)] == curve.after[curve.wages.index(600)] == 0
