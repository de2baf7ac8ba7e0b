"""Children without parents, spending, urgent events, tapering, and what nobody has told."""

from __future__ import annotations

import numpy as np

from yihu.engines.synth.draws import Array, Bools
from yihu_beijing.facts import ChildGroup, Emergency, Employment, ParentState
from yihu_beijing.synth import assumptions as a
from yihu_beijing.synth.city import CHILD, GRANDCHILD, WARD, City
from yihu_beijing.synth.draft import DIBAO, NEAR, NONE, TAPER, TEKUN, Draft

UNABLE = np.array(
    [
        state.code
        for state in (
            ParentState.DEAD, ParentState.DISABLED, ParentState.ILL, ParentState.PRISON, ParentState.DETOX,
            ParentState.LOST_CONTACT, ParentState.MISSING, ParentState.REVOKED,
        )
    ],
    np.int8,
)  # fmt: skip
AWAY = tuple(
    state.code for state in (ParentState.PRISON, ParentState.DETOX, ParentState.RESTRICTED, ParentState.LOST_CONTACT)
)


def children(draft: Draft, city: City) -> None:
    """State of the parents of children; orphans, unsupported children, wards of children's homes."""
    draws, members, person = draft.draws, draft.members, draft.person
    n, minor = draft.people, members.age < 18
    for name in ("father", "mother", "child_group"):
        person[name] = np.zeros(n, np.int8)
    grandchild = draft.own & minor & (members.role == GRANDCHILD)
    orphan = draws.pick(grandchild * _share(draft, city, a.ORPHANS, grandchild))
    unsupported = draws.pick((grandchild & ~orphan) * _share(draft, city, a.UNSUPPORTED, grandchild))
    for name in ("father", "mother"):
        person[name][orphan] = ParentState.DEAD.code
        at = np.flatnonzero(unsupported)
        person[name][at] = UNABLE[draws.codes(a.UNABLE, len(at))]
        person[name][members.role == WARD] = ParentState.NOT_FOUND.code
    both = (person["father"] == ParentState.DEAD.code) & (person["mother"] == ParentState.DEAD.code)
    person["mother"][unsupported & both] = ParentState.LOST_CONTACT.code
    alone = np.flatnonzero(draft.home["single_parent"][members.family] & (members.role == CHILD) & minor)
    gone = alone[draws.chance(1 - a.OTHER_PARENT, len(alone))]
    mother_here = person["sex"][members.offsets[:-1]][members.family[gone]] == 1
    person["father"][gone[mother_here]] = ParentState.DEAD.code
    person["mother"][gone[~mother_here]] = ParentState.DEAD.code
    person["child_group"][members.role == WARD] = ChildGroup.INSTITUTION_ORPHAN.code
    own = draft.own & minor & (members.role == CHILD)
    sick = draws.pick(own * _share(draft, city, a.HIV_CHILDREN, own))
    person["child_group"][sick] = ChildGroup.HIV.code
    disabled = own & (person["disability"] > 0)
    adopted = draws.pick(disabled * _share(draft, city, a.ADOPTED, disabled))
    person["child_group"][adopted] = ChildGroup.ADOPTED_DISABLED_ORPHAN.code
    person["temporarily_unattended"] = draws.pick((grandchild & ~unsupported & ~orphan) * a.UNATTENDED)
    person["other_guardian"] = np.zeros(n, bool)
    for name in ("father", "mother"):
        away = np.isin(person[name], AWAY)
        person[f"{name}_months"] = np.where(away, draws.whole(*a.MONTHS_AWAY, n), 0)


def _share(draft: Draft, city: City, number: float, among: Bools) -> float:
    """Share of ``among`` so that there are ``number`` in the whole city, judged by this batch."""
    here = number * draft.people / city.people
    return min(1.0, here / max(int(among.sum()), 1))


def spending(draft: Draft, city: City) -> None:
    """Income and necessary spending of twelve months, and urgent events."""
    draws, home, n = draft.draws, draft.home, draft.families
    total = draft.members.total(draft.income)
    home["year_income"] = np.minimum(12 * total * draws.between(0.9, 1.1, n), 9e7)
    weight = np.where(draft.need == NONE, 1.0, 15.0) * draft.registered
    heavy = draws.pick(weight * min(1.0 / 15, a.SPENDING[0] * draft.people / city.people / max(weight.sum(), 1)))
    home["year_spending"] = np.zeros(n)
    home["year_spending"][heavy] = draws.lognormal(a.SPENDING[1], a.SPENDING[2], int(heavy.sum()))
    home["spending_aided"] = heavy & draws.chance(a.SPENDING_AIDED, n)
    struck = draws.pick(weight * (a.EMERGENCIES * draft.people / city.people / max(weight.sum(), 1)))
    at = np.flatnonzero(struck)
    home["emergency"] = np.zeros(n, np.int8)
    waits = np.isin(draft.need[at], (DIBAO, TEKUN))
    event = draws.codes(a.EMERGENCY_KINDS, len(at))
    kinds = np.array([Emergency.ACCIDENT.code, Emergency.ILLNESS.code, Emergency.OTHER.code], np.int8)[event]
    home["emergency"][at] = np.where(waits & draws.chance(a.EMERGENCY_WAITING, len(at)), Emergency.WAITING.code, kinds)
    home["emergency_immediate"] = struck & draws.chance(a.EMERGENCY_IMMEDIATE, n)
    home["emergency_people"] = np.zeros(n, np.int64)
    home["emergency_people"][at] = np.where(event == 0, draft.sizes[at], 1)


def tapering(draft: Draft) -> None:
    """Families that found work while on 低保 and said so, in their months of tapering."""
    draws, home, n = draft.draws, draft.home, draft.families
    taper = draft.need == TAPER
    home["job_reported"] = taper
    home["job_month"] = np.where(taper, draws.whole(1, 6, n), 0)
    home["former_dibao"] = np.where(taper, np.rint(draws.between(300.0, 1_300.0, n)) * draft.sizes, 0)
    young = (draft.members.age < 55) & (draft.person["employment"] == Employment.REGISTERED_UNEMPLOYED.code)
    draft.person["job_duty_broken"] = draws.pick((young & draft.members.spread(draft.need == DIBAO)) * a.DUTY_BROKEN)
    small = draft.members.any((draft.members.age < 6) & (draft.members.role == CHILD))
    idle = draft.person["employment"] < Employment.EMPLOYEE.code
    carer = (draft.members.place == 0) & idle & draft.members.spread(draft.home["single_parent"] & small)
    draft.person["job_duty_exempt"] = carer


def unknown(draft: Draft) -> None:
    """Incomes and assets that nobody has told, in registered families that are not in need."""
    draws = draft.draws
    told = draft.registered & (draft.need == NONE)
    silent = draws.pick(told * a.UNKNOWN_INCOME)
    first = draft.members.offsets[:-1][silent]
    hidden: Array = np.zeros(draft.people, bool)
    hidden[first] = True
    draft.unknown["members.wage"] = hidden
    draft.unknown["year_income"] = silent
    draft.unknown["money_assets"] = draws.pick((told | (draft.need == NEAR)) * a.UNKNOWN_ASSETS)
