"""What the national rules ask: the street's finding on unavoidable spending, and the six items of self-care.

Assumed, for no figure is published: the share from which the synthetic streets confirm (Beijing's is not in hand), how many
families they have not looked at, and how the six items agree with the assessment by grades.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from yihu_beijing.facts import SelfCare
from yihu_beijing.synth.draft import NONE, Draft

SHARE: Final = 0.6
"""Necessary spending to income from which a synthetic street confirms."""

NOT_ASKED: Final = 0.25
"""Families with necessary spending, not in need, that no street has looked at."""

FAILED: Final = {SelfCare.FULL: (0, 0), SelfCare.PARTIAL: (1, 4), SelfCare.NONE: (3, 6)}
"""Least and most items of six that cannot be done, by the assessment: the two do not always agree."""


def draw(draft: Draft) -> None:
    """Fill the columns of ``facts/national.py``."""
    draws, home, n = draft.draws, draft.home, draft.families
    spends = home["year_spending"] > 0
    home["hard_spending_confirmed"] = spends & (home["year_spending"] > SHARE * home["year_income"])
    draft.unknown["hard_spending_confirmed"] = spends & (draft.need == NONE) & draws.chance(NOT_ASKED, n)
    failed = np.zeros(draft.people, np.int32)
    for level, (least, most) in FAILED.items():
        at = np.flatnonzero(draft.person["self_care"] == level.code)
        if most:
            failed[at] = draws.whole(least, most, len(at))
    draft.person["self_care_failed"] = failed
