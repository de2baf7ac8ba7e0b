"""Health: disability certificates, grave illness, capacity to work, self-care, assessed ability, rare statuses."""

from __future__ import annotations

import numpy as np

from yihu.engines.synth.draws import Array
from yihu_beijing.facts import Capacity, Disability
from yihu_beijing.synth import assumptions as a
from yihu_beijing.synth.city import below
from yihu_beijing.synth.draft import MIND, Draft

GRAVE_KINDS = (Disability.VISUAL.code, Disability.PHYSICAL.code, Disability.INTELLECTUAL.code, Disability.MENTAL.code)

CARE = ("work_injury_care", "heroism_care", "educated_youth_care", "day_care_subsidy")


def health(draft: Draft) -> None:
    """Certificates more often with age; what follows from them."""
    members, draws, person = draft.members, draft.draws, draft.person
    age, n = members.age, draft.people
    has = draws.pick(np.where(draft.own, below(a.CERTIFICATES, age), a.CERTIFICATES_ELSEWHERE))
    for name in ("disability", "capacity", "self_care", "ability"):
        person[name] = np.zeros(n, np.int8)
    person["disability_grade"] = np.zeros(n, np.int32)
    person["multiple_disability"] = np.zeros(n, bool)
    for low, high, shares in (
        (0, 16, a.DISABILITY_YOUNG),
        (16, 60, a.DISABILITY_ADULT),
        (60, 200, a.DISABILITY_OLD),
    ):
        at = np.flatnonzero(has & (age >= low) & (age < high))
        person["disability"][at] = draws.codes(shares, len(at))
        person["disability_grade"][at] = draws.codes(a.GRADES, len(at)) + 1
        person["multiple_disability"][at] = draws.chance(a.MULTIPLE, len(at))
    person["serious_illness"] = draws.pick(below(a.GRAVELY_ILL, age))
    capacity(draft, np.flatnonzero(has & (age >= 16)))
    self_care(draft)
    assessed = np.flatnonzero(draws.pick(below(a.ASSESSED, age) * draft.own))
    person["ability"][assessed] = draws.codes(a.ABILITY, len(assessed))


def make_grave(draft: Draft, at: Array) -> None:
    """Give these members a certificate of a grave disability and what follows."""
    draws, person = draft.draws, draft.person
    kind = np.array(GRAVE_KINDS, np.int8)[draws.codes(a.GRAVE_KINDS, len(at))]
    person["disability"][at] = kind
    person["disability_grade"][at] = 1 + draws.codes(a.GRAVE_GRADES, len(at))
    capacity(draft, at)


def capacity(draft: Draft, at: Array) -> None:
    """Capacity to work of members with a certificate."""
    draws = draft.draws
    severe = draft.severe[at]
    lost = draws.codes(a.CAPACITY_GRAVE, len(at))
    partly = np.where(draws.chance(a.CAPACITY_OTHER, len(at)), Capacity.PARTLY_LOST.code, Capacity.FULL.code)
    draft.person["capacity"][at] = np.where(severe, lost, partly)


def self_care(draft: Draft) -> None:
    """Self-care of the gravely disabled and of the very old."""
    draws, age = draft.draws, draft.members.age
    for mask, shares in ((draft.severe, a.SELF_CARE_GRAVE), (age >= 80, a.SELF_CARE_80)):
        at = np.flatnonzero(mask)
        draft.person["self_care"][at] = draws.codes(shares, len(at))


def statuses(draft: Draft) -> None:
    """Rare groups and benefits, each with its own small share."""
    draws, person, age, own = draft.draws, draft.person, draft.members.age, draft.own
    grown = own & (age >= 18)
    n = draft.people
    person["relief"] = np.zeros(n, np.int8)
    at = np.flatnonzero(draws.pick(grown * (1 - a.RELIEF[0])))
    person["relief"][at] = 1 + draws.codes(a.RELIEF[1:], len(at))
    person["hardship_aid"] = draws.pick(grown * a.HARDSHIP_AID)
    person["family_planning_special"] = draws.pick((own & (age >= 50)) * a.FAMILY_PLANNING_SPECIAL)
    injured = draft.severe & grown
    for name in CARE:
        person[name] = draws.pick(injured * (a.CARE_BENEFITS * grown.sum() / max(int(injured.sum()), 1)))
    untiered = np.isin(person["disability"], MIND) & (person["disability_grade"] == 3) & person["multiple_disability"]
    person["care_ruling"] = untiered & draws.chance(a.CARE_RULED, n)
    veteran = draws.pick((own & (age >= 60)) * a.OTHER_BENEFITS[0])
    for name in ("other_living_benefit", "other_care_benefit"):
        amounts = np.zeros(n, np.int64)
        amounts[veteran] = np.rint(draws.lognormal(a.OTHER_BENEFITS[1], 0.4, int(veteran.sum()))) * 100
        person[name] = amounts
