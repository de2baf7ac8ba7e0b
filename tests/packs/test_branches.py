"""Every branch of every rule of every pack is seen by a policy test: of the cities, of their domains, of the template."""

from __future__ import annotations

from datetime import date

import pytest

from yihu.pack import Pack, packs
from yihu.pack_check import examine

EVERY = [each for city in packs() for each in (city, *city.domains)]


@pytest.mark.parametrize("pack", EVERY, ids=[each.id for each in EVERY])
def test_every_branch_of_the_rules_is_seen_by_a_policy_test(pack: Pack) -> None:
    found = examine(pack, date(2026, 11, 1), branches=True).coverage
    assert found is not None
    assert [f"{each.where}: {each.says[1]}" for each in found.missing] == []
    assert found.branches > 0
