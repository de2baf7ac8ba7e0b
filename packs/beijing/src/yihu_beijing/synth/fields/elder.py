"""What services for elders ask: who lives in an elder home, who eats at a meal point, whose home should be adapted.

Published: residents of elder homes (``figures/elders.yaml``). Assumed, for no figure is published: everything else here.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from yihu.engines.synth.draws import Floats, Ints
from yihu_beijing.facts import Ability, Hukou, SelfCare
from yihu_beijing.facts.elder import WelfareHome
from yihu_beijing.figures import figures
from yihu_beijing.synth.city import below, city
from yihu_beijing.synth.draft import DIBAO, LOW, TEKUN, Draft

KINDS: Final = (0.28, 0.57, 0.15)
"""Residents of homes that are public, private non-profit, for profit."""

HOME_ODDS: Final = ((60, 0.0), (70, 0.3), (80, 1.0), (90, 3.0), (200, 5.0))
"""Odds of living in a home below each age."""

LOST_ODDS: Final = (1.0, 1.0, 2.0, 8.0, 14.0, 20.0)
"""The same by assessed ability, in the order of ``Ability``."""

ELSEWHERE_ODDS: Final = 0.5
"""People registered elsewhere, to those registered here."""

MEALS: Final = (0.25, 0.03)
MEAL_PRICE: Final = (4, 28)
"""Elders at home who eat at a meal point: with the right to basic services, others; least and most price of a meal."""

ADAPTATION: Final = ((60, 0.0), (80, 0.03), (200, 0.10))
CLASS_OTHERS: Final = 0.05
"""Elders at home who need it adapted, below each age; in a class of their district, of those not in need."""


def draw(draft: Draft) -> None:
    """Fill the columns of ``facts/elder.py``; self-care of residents of homes follows their assessed ability."""
    draft.home["meal_points_paid"] = np.ones(
        draft.families, bool
    )  # an upper estimate: no district's choice is published
    person, n = draft.person, draft.people
    person["welfare_home"] = np.full(n, WelfareHome.NONE.code, np.int8)
    person["meal_spending"] = np.zeros(n, np.int64)
    for name in ("basic_elder_care", "meal_delivery_found", "adaptation_need", "adaptation_class"):
        person[name] = np.zeros(n, bool)
    elders = np.flatnonzero(draft.members.age >= 60)
    homes(draft, elders)
    at_home(draft, elders[person["welfare_home"][elders] == WelfareHome.NONE.code])


def homes(draft: Draft, elders: Ints) -> None:
    """Residents of elder homes: as many as published, the older and the weaker the more likely."""
    draws, person = draft.draws, draft.person
    odds = below(HOME_ODDS, draft.members.age[elders]) * np.array(LOST_ODDS)[person["ability"][elders]]
    odds *= np.where(person["hukou"][elders] == Hukou.OTHER.code, ELSEWHERE_ODDS, 1.0)
    there = elders[draws.pick(_scaled(odds, residents() * draft.people / city().people))]
    person["welfare_home"][there] = draws.codes(KINDS, len(there)) + WelfareHome.PUBLIC.code
    ability, self_care = person["ability"][there], person["self_care"]
    self_care[there[ability == Ability.MODERATE.code]] = SelfCare.PARTIAL.code
    self_care[there[ability >= Ability.SEVERE.code]] = SelfCare.NONE.code


def at_home(draft: Draft, elders: Ints) -> None:
    """Basic services, meals and adaptation of the homes of elders who live at home. Meals are brought to the weak who are alone."""
    draws, person = draft.draws, draft.person
    needy = np.isin(draft.need, (DIBAO, LOW, TEKUN))[draft.members.family[elders]]
    weak = (person["ability"][elders] >= Ability.SEVERE.code) | draft.severe[elders]
    basic = draft.own[elders] & (needy | weak | person["family_planning_special"][elders])
    person["basic_elder_care"][elders] = basic
    alone = np.diff(draft.members.offsets)[draft.members.family[elders]] == 1
    person["meal_delivery_found"][elders] = basic & weak & alone
    eats = elders[draws.pick(np.where(basic, *MEALS))]
    person["meal_spending"][eats] = draws.whole(*MEAL_PRICE, len(eats)) * 100
    needs = draws.pick(below(ADAPTATION, draft.members.age[elders]))
    person["adaptation_need"][elders] = needs
    person["adaptation_class"][elders] = needs & (needy | weak | draws.chance(CLASS_OTHERS, len(elders)))


def residents() -> float:
    """People in elder homes at the end of 2024."""
    return next(f.value for f in figures() if f.id == "elder_home_residents.2024")


def _scaled(odds: Floats, number: float) -> Floats:
    """Shares in proportion to ``odds``, none above 1, that add up to ``number`` (within what the odds allow)."""
    shares = odds * (number / max(odds.sum(), 1e-9))
    over = shares > 1
    if over.any() and not over.all():
        rest = np.where(over, 0.0, odds)
        shares = np.where(over, 1.0, rest * ((number - over.sum()) / max(rest.sum(), 1e-9)))
    return np.asarray(np.clip(shares, 0.0, 1.0))
