"""A family through the years: each month under its own law, spells with what changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from yihu.engines.rules.given import case_from
from yihu.engines.rules.history import history, instant, spells
from yihu.engines.rules.law import Change
from yihu.engines.rules.month import months_from
from yihu.engines.rules.schema import Entity
from yihu.pack import find_pack

PACK = find_pack("sample")
ELDER: dict[str, Any] = {
    "savings": 100,
    "members": [{"birth": "1944-05-05", "wage": 0, "pension": 300, "care": "none"}],
}
"""Turns 80 in May 2024."""


def family(written: dict[str, Any]) -> Entity:
    return case_from(written, PACK.root, PACK.programmes, usual=True)


def test_each_month_has_its_own_law() -> None:
    case = family(ELDER)
    before, after = (instant(PACK.rulebook, case, date(year, 6, 1)) for year in (2023, 2024))
    assert before.total < after.total


def test_a_birthday_begins_a_spell() -> None:
    case = family(ELDER)
    found = spells(PACK.rulebook, history(PACK.rulebook, case, months_from(date(2024, 1, 1), 12)))
    assert date(2024, 5, 1) in [s.first.month for s in found]
    assert sum((s.last.year - s.first.month.year) * 12 + s.last.month - s.first.month.month + 1 for s in found) == 12


def test_the_spell_says_which_figure_began() -> None:
    case = family(ELDER)
    found = spells(PACK.rulebook, history(PACK.rulebook, case, months_from(date(2023, 12, 1), 2)))
    changes = [(p.name, before.value if before else None, value.value) for p, value, before in found[-1].changes]
    assert ("family_standard", Decimal(800), Decimal(860)) in changes


def test_who_is_not_yet_born_is_left_out_and_keeps_the_number() -> None:
    written = {
        "savings": 0,
        "members": [{"birth": "2024-03-10", "wage": 0, "pension": 0, "care": "full"}, *ELDER["members"]],
    }
    case = family(written)
    early, late = (instant(PACK.rulebook, case, date(2024, month, 1)) for month in (2, 3))
    assert all(line.level != "members" or line.position == 1 for line in early.lines)
    assert late.total != early.total


def test_what_is_drawn_today_says_nothing_of_another_year() -> None:
    drawn = {**ELDER, "granted": {"family_allowance": 0}}
    one, other = family(ELDER), family(drawn)
    assert instant(PACK.rulebook, one, date(2024, 6, 1)) == instant(PACK.rulebook, other, date(2024, 6, 1))


def test_a_month_without_a_standard_says_so_and_the_others_stand() -> None:
    case = family(ELDER)
    changed = PACK.rulebook.with_(
        PACK.rulebook.law.with_changes([Change("family_standard", None, date(2024, 2, 1), date(2024, 3, 1))])
    )
    found = list(history(changed, case, months_from(date(2024, 1, 1), 3)))
    assert ["family_standard" in each.gap for each in found] == [False, True, False]
    assert found[0].total == found[2].total > 0 == found[1].total
