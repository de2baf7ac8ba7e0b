"""A batch in the making: families, their members, and the facts found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from yihu.engines.synth import Draws, Members
from yihu.engines.synth.draws import Array, Bools, Floats, Ints
from yihu_beijing.facts import Disability, Hukou

NONE, DIBAO, LOW, TEKUN, NEAR, TAPER, DIRECT = range(7)
"""Classes of need: none; 低保; 低收入; 特困; misses one condition; tapering off 低保; a gravely disabled person entering alone."""

MIND = (Disability.INTELLECTUAL.code, Disability.MENTAL.code)


@dataclass
class Draft:
    """Families of one batch. ``person`` and ``home`` hold columns in the units of a snapshot; ``amount`` money of members
    in yuan until the end. ``registered`` families are registered in Beijing; ``need`` is one of the classes above."""

    draws: Draws
    on: date
    kind: Ints
    first: Ints
    community: Ints
    members: Members
    person: dict[str, Array] = field(default_factory=dict)
    home: dict[str, Array] = field(default_factory=dict)
    amount: dict[str, Floats] = field(default_factory=dict)
    unknown: dict[str, Bools] = field(default_factory=dict)
    registered: Bools = field(default_factory=lambda: np.zeros(0, bool))
    need: Array = field(default_factory=lambda: np.zeros(0, np.int8))

    @property
    def families(self) -> int:
        """Number of families."""
        return len(self.kind)

    @property
    def people(self) -> int:
        """Number of members."""
        return len(self.members.family)

    @property
    def sizes(self) -> Ints:
        """Members of each family."""
        return np.diff(self.members.offsets)

    @property
    def own(self) -> Bools:
        """Members registered in Beijing."""
        return np.asarray(self.person["hukou"] == Hukou.BEIJING.code)

    @property
    def counted(self) -> Bools:
        """Members who count as family (445号 二): living there, registered or with a spouse's permit."""
        here = (self.person["hukou"] <= Hukou.SPOUSE_WITH_PERMIT.code) & (self.person["absence"] == 0)
        return np.asarray(here)

    @property
    def severe(self) -> Bools:
        """Gravely disabled members (445号 二(二)1)."""
        kind, grade = self.person["disability"], self.person["disability_grade"]
        return np.asarray((grade > 0) & (grade <= np.where(np.isin(kind, MIND), 3, 2)))

    @property
    def income(self) -> Floats:
        """Monthly income of each member, in yuan."""
        found: Floats = sum(self.amount.values(), np.zeros(self.people))
        return found
