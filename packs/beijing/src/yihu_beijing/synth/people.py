"""Who lives in a family: relation, sex, birth, registration, studies, absence."""

from __future__ import annotations

import numpy as np

from yihu.engines.synth.draws import OLDEST, Array, Floats
from yihu_beijing.facts import Absence, Hukou, Relation, Sex, Studies
from yihu_beijing.synth import assumptions as a
from yihu_beijing.synth.city import (
    CHILD,
    FAMILIES,
    GRANDCHILD,
    NAMES,
    PARENT,
    SIBLING,
    SPOUSE,
    STUDENT,
    WARD,
    WORKER,
    City,
    below,
)
from yihu_beijing.synth.draft import Draft

MALE, FEMALE = Sex.MALE.code, Sex.FEMALE.code
RELATIONS = np.array(
    [
        r.code
        for r in (
            Relation.SELF, Relation.SPOUSE, Relation.CHILD, Relation.PARENT, Relation.GRANDCHILD, Relation.SIBLING,
            Relation.OTHER, Relation.OTHER, Relation.OTHER,
        )
    ],
    np.int8,
)  # fmt: skip
# assumed, so that men add up to the published number
MEN = np.array(
    [{"single": 0.58, "elder_alone": 0.36, "parent_child": 0.25, "parent_two": 0.2}.get(name, 0.5) for name in NAMES]
)  # men among first members
MEN_OF_ROLE = np.array([0.5, 0.5, 0.524, 0.36, 0.52, 0.52, 0.64, 0.52, 0.55])


def who(draft: Draft) -> None:
    """Relation, sex and birth."""
    members, draws = draft.members, draft.draws
    role, place = members.role, members.place
    draft.person["relation"] = np.where(place == 0, Relation.SELF.code, RELATIONS[role]).astype(np.int8)
    men = MEN_OF_ROLE[role]
    single = (place == 0) & (draft.kind < FAMILIES)[members.family]
    men = np.where(single, MEN[draft.kind][members.family], men)
    sex = np.where(draws.floats(draft.people) < men, MALE, FEMALE).astype(np.int8)
    before = np.roll(role, 1)
    pair = np.flatnonzero((role == SPOUSE) | ((role == PARENT) & (before == PARENT) & (place > 0)))
    sex[pair] = 1 - sex[pair - 1]
    draft.person["sex"] = sex
    oldest = members.most(np.where(role == CHILD, members.age, -100))
    spouse = np.flatnonzero(role == SPOUSE)
    members.age[spouse] = np.maximum(members.age[spouse], oldest[members.family[spouse]] + 19)
    draft.person["birth"] = draws.births(members.age, draft.on)


def registration(draft: Draft, city: City) -> None:
    """Hukou of the members; sets ``draft.registered``."""
    members, draws = draft.members, draft.draws
    elsewhere = draws.pick(city.elsewhere[draft.kind, draft.first])
    draft.registered = ~elsewhere & (draft.kind < FAMILIES)
    hukou = np.where(members.spread(elsewhere), Hukou.OTHER.code, Hukou.BEIJING.code).astype(np.int8)
    ours, role = members.spread(draft.registered), members.role
    at = np.flatnonzero(ours & (role == SPOUSE))
    at = at[draws.chance(below(a.MIXED_COUPLES, draft.first)[members.family[at]], len(at))]
    permit = draws.chance(a.MIXED_WITH_PERMIT, len(at))
    hukou[at] = np.where(permit, Hukou.SPOUSE_WITH_PERMIT.code, Hukou.OTHER.code)
    at = np.flatnonzero(ours & (role == PARENT))
    hukou[at[draws.chance(a.PARENTS_FROM_ELSEWHERE, len(at))]] = Hukou.OTHER.code
    at = np.flatnonzero(role == WORKER)
    hukou[at[~draws.chance(a.WORKERS_REGISTERED, len(at))]] = Hukou.OTHER.code
    at = np.flatnonzero(role == STUDENT)
    hukou[at] = draws.codes(a.STUDENTS_REGISTERED, len(at))
    draft.person["hukou"] = hukou


def studies(draft: Draft) -> None:
    """Full-time education of the young who live with their family, and of students in rooms."""
    members, draws = draft.members, draft.draws
    found = np.zeros(draft.people, np.int8)
    at = np.flatnonzero(np.isin(members.role, (CHILD, GRANDCHILD, SIBLING, WARD)) & (members.age <= 27))
    found[at] = draws.rows(_AT_HOME, members.age[at])
    at = np.flatnonzero(members.role == STUDENT)
    found[at] = draws.rows(_IN_ROOMS, members.age[at])
    draft.person["studies"] = found


def absence(draft: Draft) -> None:
    """Who of the grown members does not live there."""
    members, draws = draft.members, draft.draws
    found = np.zeros(draft.people, np.int8)
    grown = (members.place > 0) & (members.age >= 18) & (members.role <= SIBLING)
    at = np.flatnonzero(grown)
    found[at] = draws.codes(a.ABSENT, len(at))
    sons = grown & (members.role == CHILD) & (draft.person["sex"] == MALE) & (members.age <= 23)
    serves = draws.pick(sons * a.CONSCRIPTS)
    found[serves] = Absence.CONSCRIPT.code
    draft.person["absence"] = found
    draft.person["studies"][found > 0] = Studies.NONE.code


def rural(draft: Draft) -> Array:
    """Registered families in villages with a rural registration."""
    village = draft.registered & (draft.community % 1000 >= 200)
    found: Array = village & draft.draws.chance(a.RURAL[0], draft.families)
    return found


def _table(steps: dict[int, dict[Studies, float]]) -> Floats:
    """Assumed shares of studies by age; a step holds up to the next."""
    found = np.zeros((OLDEST + 1, len(Studies)))
    for low, shares in steps.items():
        found[low:] = 0
        for studies_, share in shares.items():
            found[low:, studies_.code] = share
    return found


_NONE, _BASIC, _HIGH, _TRADE = Studies.NONE, Studies.COMPULSORY, Studies.HIGH_SCHOOL, Studies.VOCATIONAL
_COLLEGE, _BACHELOR, _MASTER = Studies.COLLEGE, Studies.UNDERGRADUATE, Studies.POSTGRADUATE
_AT_HOME = _table(
    {
        0: {_NONE: 1.0},
        6: {_BASIC: 1.0},
        15: {_BASIC: 0.5, _HIGH: 0.34, _TRADE: 0.14, _NONE: 0.02},
        16: {_HIGH: 0.68, _TRADE: 0.28, _NONE: 0.04},
        18: {_HIGH: 0.22, _TRADE: 0.06, _COLLEGE: 0.15, _BACHELOR: 0.42, _NONE: 0.15},
        19: {_COLLEGE: 0.22, _BACHELOR: 0.52, _NONE: 0.26},
        22: {_BACHELOR: 0.25, _MASTER: 0.12, _NONE: 0.63},
        23: {_MASTER: 0.15, _NONE: 0.85},
        26: {_NONE: 1.0},
    }
)
_IN_ROOMS = _table({0: {_COLLEGE: 0.2, _BACHELOR: 0.8}, 22: {_BACHELOR: 0.3, _MASTER: 0.7}})


def community_of(city: City, district: Array, draws: Floats) -> Array:
    """A community of each district, as often as its share of people; ``draws`` in [0, 1)."""
    at = np.searchsorted(city.community_edges, district + draws * (1 - 1e-9), side="right")
    return city.communities[np.minimum(at, len(city.communities) - 1)]
