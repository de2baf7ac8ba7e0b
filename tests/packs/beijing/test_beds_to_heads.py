"""The worked reform “from beds to heads”: who loses the bed's money, who gains money a head, and that it costs no more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import call
from yihu.engines.rules.given import case_from
from yihu.engines.rules.month import Month
from yihu.records.runs.compare import compare
from yihu.records.runs.reforms import load_reform, reformed
from yihu.records.snapshots.city import synthesise
from yihu_beijing import pack
from yihu_beijing.facts import Home

JULY = date(2024, 7, 1)
FILE = Path(__file__).parents[3] / "examples" / "reforms" / "beds_to_heads.yaml"
ELDER = {"birth": "1940-01-01"}
BED = {**ELDER, "welfare_home": "non_profit"}


@pytest.fixture(scope="module")
def after() -> Rulebook:
    return reformed(pack.rulebook, load_reform(FILE), JULY)


def amounts(book: Rulebook, person: dict[str, Any]) -> tuple[Any, Any]:
    """What is paid for the bed, and the nursing subsidy."""
    case = case_from({"members": [person]}, Home, book.programmes, usual=True)
    month = Month(book, JULY)
    found = []
    for programme in ("bed_subsidy", "elder_care"):
        rule = book.outcomes[book.programme(programme)].amount
        assert rule is not None
        found.append(call(rule, month, case))
    return found[0], found[1]


@pytest.mark.parametrize(
    ("person", "now", "then"),
    [
        (BED, (300, 0), (0, 0)),
        ({**BED, "ability": "mild"}, (300, 0), (0, 0)),
        ({**BED, "self_care": "partial", "ability": "moderate"}, (500, 0), (0, 55)),
        ({**BED, "self_care": "none", "ability": "severe"}, (500, 600), (0, 710)),
        ({**ELDER, "ability": "total"}, (0, 600), (0, 710)),
        ({**ELDER, "ability": "moderate"}, (0, 0), (0, 55)),
        ({**ELDER, "ability": "mild"}, (0, 0), (0, 0)),
        ({**ELDER, "ability": "moderate", "disability": "physical", "disability_grade": 2}, (0, 400), (0, 455)),
        ({**ELDER, "ability": "moderate", "disability": "hearing", "disability_grade": 1}, (0, 200), (0, 255)),
        ({**ELDER, "disability": "hearing", "disability_grade": 1}, (0, 200), (0, 200)),
        ({**ELDER, "disability": "visual", "disability_grade": 1}, (0, 600), (0, 600)),
        ({**ELDER, "ability": "severe", "work_injury_care": "yes"}, (0, 0), (0, 0)),
        ({"birth": "1980-01-01", "ability": "moderate"}, (0, 0), (0, 0)),
    ],
)
def test_the_money_moves_from_the_bed_to_the_person(
    after: Rulebook, person: dict[str, Any], now: tuple[int, int], then: tuple[int, int]
) -> None:
    assert amounts(pack.rulebook, person) == tuple(map(Decimal, now))
    assert amounts(after, person) == tuple(map(Decimal, then))


def test_it_costs_about_as_much_as_the_beds(tmp_path: Path) -> None:
    city = synthesise(pack, 400_000, 3, tmp_path / "city", on=JULY)
    found = compare(pack, city.path, JULY, load_reform(FILE))
    beds, care = ({p.id: p for p in found.programmes}[name] for name in ("bed_subsidy", "elder_care"))
    assert beds.before > 300
    assert beds.after == beds.after_amount == 0
    assert care.after > care.before
    assert abs(found.whole.cost) < 0.1 * beds.before_amount
