"""What housing aid asks: tenancies, rents, areas, net worth, and what the outer districts have set.

Nothing of it is published: every share here is assumed. Homes of registered families stand in the city; those of families
from elsewhere do not. The rents are those of 2024.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from yihu.engines.synth.draws import Bools
from yihu_beijing.facts import Relation
from yihu_beijing.facts.housing import HousingArea, Tenancy
from yihu_beijing.synth.draft import Draft

CORE: Final = (110101, 110102)
OUTER: Final = (110116, 110117, 110118, 110119)
"""Dongcheng and Xicheng; Huairou, Pinggu, Miyun and Yanqing."""

TENANTS: Final = (0.15, 0.42, 0.38, 0.05)
TENANTS_ELSEWHERE: Final = (0.15, 0.83, 0.01, 0.01)
"""Families without a home, registered and from elsewhere, in the order of ``Tenancy``."""

MARKET_RENT: Final = (4_200.0, 0.45)
OUTSIDE: Final = 0.06
"""Median and spread of rents on the market, a month; families of the core who rent outside the six districts."""

PUBLIC_RENT: Final = (22.0, 62.0)
PUBLIC_AREA: Final = (28.0, 72.0)
"""Rent a square metre, and built area, of public rental homes."""

HOME_AREA: Final = (52.0, 0.35)
HOME_VALUE: Final = 3_000_000.0
VEHICLE_VALUE: Final = 70_000.0
OTHER_VALUE: Final = 1_500_000.0
"""Median and spread of the usable area of a home; worth of a home, a vehicle, other property."""

MARRIED_CHILD: Final = 0.03
"""Grown children at home who are not single."""

CHILDLESS: Final = 0.05
WAITING: Final = 0.004
PRIORITY: Final = 0.01
STEADY: Final = 0.06
"""Old families without children; registered families that wait for earlier kinds; with a veteran or the like; families from
elsewhere that a district has found to qualify."""

DISTRICT: Final = (0.15, 300, 1_500)
"""Families of the outer districts within their own limits; least and most of the amounts that they set before 2020."""


def draw(draft: Draft) -> None:
    """Fill the columns of ``facts/housing.py``."""
    draws, home, n = draft.draws, draft.home, draft.families
    grown_child = (draft.person["relation"] == Relation.CHILD.code) & (draft.members.age >= 18)
    draft.person["single"] = ~(grown_child & draws.chance(MARRIED_CHILD, draft.people))
    district = draft.community // 10**6
    area = np.where(np.isin(district, CORE), HousingArea.CORE.code, HousingArea.OTHER.code)
    home["housing_area"] = np.where(np.isin(district, OUTER), HousingArea.OUTER.code, area).astype(np.int8)
    home["homes_here"] = np.where(draft.registered, home["homes"], 0).astype(np.int32)
    home["lives_here"] = np.ones(n, bool)
    worth = home["money_assets"] + home["homes"] * HOME_VALUE + home["vehicles"] * VEHICLE_VALUE
    home["net_assets"] = np.rint(worth + home["other_property"] * OTHER_VALUE).astype(np.int64) * 100
    tenancies(draft)
    single_homes = draws.lognormal(HOME_AREA[0], HOME_AREA[1], n) * np.where(home["small_homes"], 0.5, 1.0)
    home["usable_area"] = np.rint(np.minimum(single_homes, 300.0) * home["homes_here"] * 100).astype(np.int64)
    home["childless"] = _old(draft) & draws.chance(CHILDLESS, n)
    home["housing_waiting"] = draws.pick(draft.registered * WAITING)
    home["housing_priority"] = draws.pick(draft.registered * PRIORITY)
    home["steady_worker"] = draws.pick(~draft.registered * STEADY)
    outer = home["housing_area"] == HousingArea.OUTER.code
    home["district_qualifies"] = outer & draws.chance(DISTRICT[0], n)
    home["district_rent_standard"] = np.where(outer, draws.whole(DISTRICT[1], DISTRICT[2], n), 0) * 100
    home["district_rent_class"] = draws.whole(3, 6, n).astype(np.int32)


def tenancies(draft: Draft) -> None:
    """Families without a home in the city rent one, on the market or from the public."""
    draws, home, n = draft.draws, draft.home, draft.families
    found = np.where(draft.registered, draws.codes(TENANTS, n), draws.codes(TENANTS_ELSEWHERE, n))
    home["tenancy"] = np.where(home["homes_here"] == 0, found, Tenancy.NONE.code).astype(np.int8)
    market = home["tenancy"] == Tenancy.MARKET.code
    public = home["tenancy"] >= Tenancy.PUBLIC.code
    rents = np.minimum(np.rint(draws.lognormal(MARKET_RENT[0], MARKET_RENT[1], n)), 100_000)
    home["rent"] = np.where(market, rents, 0).astype(np.int64) * 100
    core = home["housing_area"] == HousingArea.CORE.code
    home["rents_outside"] = market & core & draws.chance(OUTSIDE, n)
    metre, size = draws.between(*PUBLIC_RENT, n), draws.between(*PUBLIC_AREA, n)
    home["public_rent"] = np.where(public, np.rint(metre * 100), 0).astype(np.int64)
    home["rented_area"] = np.where(public, np.rint(size * 100), 0).astype(np.int64)


def _old(draft: Draft) -> Bools:
    """Families all of whose members are 60 or older."""
    return np.asarray(~draft.members.any(draft.members.age < 60))
