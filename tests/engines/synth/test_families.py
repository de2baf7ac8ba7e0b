"""Families grow from their kind and the age of the first member, and what is expected of them comes out."""

from __future__ import annotations

import numpy as np
import pytest

from yihu.engines.synth import Age, Draws, FamilyKind, Structure
from yihu.engines.synth.families import bump

FIRST, CHILD = 0, 1


@pytest.fixture
def structure() -> Structure:
    child = Age.apart({-25: 0.5, -30: 0.5}, stays=np.where(np.arange(111) < 20, 1.0, 0.0))
    kinds = [
        FamilyKind("alone", (FIRST,), 0.6, bump(40, 20, 18, 90)),
        FamilyKind("with two", (FIRST, CHILD, CHILD), 0.4, bump(40, 20, 18, 90)),
    ]
    return Structure(kinds, (Age.apart({0: 1.0}), child))


def test_cells_that_cannot_be_are_left_out(structure: Structure) -> None:
    kinds, first, _ = structure.cells()
    with_two = first[kinds == 1]
    assert with_two.min() == 25  # younger, no child could be born; older than 49, none still lives there
    assert with_two.max() == 49


def test_members_are_as_many_and_as_old_as_expected(structure: Structure) -> None:
    kinds, first = np.repeat([0, 1], 5_000), np.full(10_000, 40)
    members = structure.grow(kinds, first, Draws(1, 0))
    found = np.bincount(members.age, minlength=111)
    expected = structure.expected(kinds[[0, -1]], first[[0, -1]]).sum(axis=0) * 5_000
    assert len(members.age) == 20_000
    assert found == pytest.approx(expected, abs=200)


def test_a_child_is_as_much_younger_as_its_role_says(structure: Structure) -> None:
    members = structure.grow(np.full(500, 1), np.full(500, 40), Draws(1, 0))
    assert set(members.age[members.role == CHILD]) == {10, 15}


def test_sums_and_first_members_are_found_by_family(structure: Structure) -> None:
    members = structure.grow(np.array([0, 1, 0]), np.array([40, 40, 50]), Draws(1, 0))
    assert members.total(np.ones(5, int)).tolist() == [1, 3, 1]
    assert members.first(members.role == CHILD).tolist() == [-1, 2, -1]
    assert members.any(members.age > 45).tolist() == [False, False, True]
