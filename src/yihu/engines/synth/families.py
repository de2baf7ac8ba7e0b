"""Growing families: kinds with roles, ages of the members from that of the first, and expected people by age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from yihu.engines.synth.draws import OLDEST, Array, Codes, Draws, Floats, Ints

FINE = 512
"""Steps of a table from which an age is drawn: shares are true to 1/512."""

AGES = np.arange(OLDEST + 1)


def bump(middle: float, spread: float, low: int, high: int) -> Floats:
    """Shares of ages 0…110: a bell around ``middle`` cut to ``low``…``high``."""
    shares = np.exp(-0.5 * ((AGES - middle) / spread) ** 2)
    shares[(low > AGES) | (high < AGES)] = 0
    found: Floats = shares / shares.sum()
    return found


@dataclass(frozen=True)
class Age:
    """Ages of a role: ``table[first]`` are the shares of ages 0…110 where the first member is ``first`` years old.

    A row of zeros: a first member of that age has nobody in this role.
    """

    table: Floats

    @classmethod
    def alone(cls, shares: Floats) -> Age:
        """The same whatever the age of the first member."""
        return cls(np.tile(shares / shares.sum(), (OLDEST + 1, 1)))

    @classmethod
    def apart(cls, years: Mapping[int, float], stays: Floats | None = None) -> Age:
        """So many years from the first member (negative: younger), times the share ``stays[age]`` that lives there."""
        table = np.zeros((OLDEST + 1, OLDEST + 1))
        for gap, share in years.items():
            first = AGES[(AGES + gap >= 0) & (AGES + gap <= OLDEST)]
            table[first, first + gap] = share
        table *= 1.0 if stays is None else stays[None, :]
        sums = table.sum(axis=1, keepdims=True)
        return cls(np.divide(table, sums, out=np.zeros_like(table), where=sums > 0))

    def drawn(self) -> Codes:
        """For each age of the first member the ages at ``FINE`` even steps of the cumulated shares."""
        edges = np.cumsum(self.table, axis=1)
        steps = (np.arange(FINE) + 0.5) / FINE
        found = np.array([np.minimum(np.searchsorted(row, steps), OLDEST) for row in edges])
        return found.astype(np.int8)


@dataclass(frozen=True)
class FamilyKind:
    """A kind of family: roles of its members (the first is a role too) and shares of the first member's age."""

    name: str
    roles: tuple[int, ...]
    weight: float
    first: Floats


@dataclass(frozen=True)
class Members:
    """The members of the families of a batch, one after another; ``offsets`` has one entry more than families."""

    offsets: Ints
    family: Ints
    place: Ints
    role: Codes
    age: Ints

    def spread(self, values: Array) -> Array:
        """A value of each family, for each of its members."""
        return values[self.family]

    def total(self, values: Array) -> Array:
        """Sum over the members of each family (every family has a member)."""
        return np.add.reduceat(values, self.offsets[:-1])

    def most(self, values: Array) -> Array:
        """Largest value among the members of each family."""
        found: Array = np.maximum.reduceat(values, self.offsets[:-1])
        return found

    def any(self, mask: Array) -> Array:
        """Families with such a member."""
        return self.total(mask.astype(np.int32)) > 0

    def first(self, mask: Array) -> Ints:
        """Index of the first such member of each family, -1 where there is none."""
        found = np.full(len(self.offsets) - 1, -1)
        at = np.flatnonzero(mask)[::-1]
        found[self.family[at]] = at
        return found


@dataclass(frozen=True)
class Structure:
    """Kinds and roles, made ready for drawing. Role 0 is the first member: its age is the cell's."""

    kinds: Sequence[FamilyKind]
    ages: Sequence[Age]
    sizes: Ints = field(init=False)
    roles: Codes = field(init=False)
    drawn: Codes = field(init=False)

    def __post_init__(self) -> None:
        sizes = np.array([len(kind.roles) for kind in self.kinds])
        roles = np.full((len(self.kinds), sizes.max()), -1, np.int8)
        for i, kind in enumerate(self.kinds):
            roles[i, : len(kind.roles)] = kind.roles
        object.__setattr__(self, "sizes", sizes)
        object.__setattr__(self, "roles", roles)
        object.__setattr__(self, "drawn", np.array([age.drawn() for age in self.ages]))

    def cells(self) -> tuple[Ints, Ints, Floats]:
        """All possible (kind, age of the first member) with their prior weights; impossible ones are left out."""
        found = [
            (i, int(age), kind.weight * kind.first[age])
            for i, kind in enumerate(self.kinds)
            for age in np.flatnonzero(kind.first)
            if all(self.ages[role].table[age].any() for role in kind.roles)
        ]
        kinds, first, weights = zip(*found, strict=True)
        return np.array(kinds), np.array(first), np.array(weights)

    def expected(self, kinds: Ints, first: Ints) -> Floats:
        """People of each age that one family of each cell holds: cells × ages."""
        found = np.zeros((len(kinds), OLDEST + 1))
        at = np.arange(len(kinds))
        for place in range(self.roles.shape[1]):
            there = self.roles[kinds, place] >= 0
            drawn = self.drawn[self.roles[kinds[there], place], first[there]]
            for step in range(FINE):
                found[at[there], drawn[:, step]] += 1 / FINE
        return found

    def grow(self, kinds: Ints, first: Ints, draws: Draws) -> Members:
        """Members of these families."""
        sizes = self.sizes[kinds]
        offsets = np.concatenate(([0], np.cumsum(sizes)))
        family = np.repeat(np.arange(len(kinds)), sizes)
        place = np.arange(offsets[-1]) - offsets[family]
        role = self.roles[kinds[family], place]
        steps = draws.rng.integers(0, FINE, len(family))
        age = self.drawn[role, first[family], steps].astype(np.int64)
        return Members(offsets, family, place, role, age)
