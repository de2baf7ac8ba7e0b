"""What the field ``health`` asks for: insurance, costs before and after it, families whose costs made them poor.

No published figure stands behind the shares and sums below: they only make costs small for most people, large for a few,
and more frequent among those in need. A tenth of the residents' insured have a stay in hospital in the year.
"""

from __future__ import annotations

import numpy as np

from yihu.engines.synth.draws import Array, yuan
from yihu_beijing.facts import ChildGroup, Employment, ParentState
from yihu_beijing.facts.health import AidGroup, CoverGroup, Hospital, Insurance
from yihu_beijing.synth.draft import DIBAO, DIRECT, LOW, NONE, TEKUN, Draft

INSURED_JOBLESS = (0.04, 0.70, 0.22, 0.04)
INSURED_ELSEWHERE = (0.10, 0.05, 0.25, 0.60)
"""Insurance of registered people without a job or pension who are out of school, and of people from elsewhere who are no
employees, in the order of ``Insurance``."""

PENSION_OF_EMPLOYEES = 1_500.0
"""Retired people with at least this pension, in yuan a month, have employees' insurance."""

OUTPATIENT = (0.30, 1_200.0, 0.9)
STAYS = (0.10, 14_000.0, 0.9)
GRADES = (0.0, 0.10, 0.30, 0.60)
LATER = 0.35
"""Of those in residents' insurance: who has outpatient costs, their median and spread; who has a stay, likewise; grades of
the hospitals in the order of ``Hospital``; stays that are not the first of the year."""

OWN = (0.60, 900.0, 0.25, 6_000.0, 0.05, 8_000.0)
"""People on relief with own costs after insurance: outpatient, inpatient, listed diseases; each a share and a median."""

GREAT = 0.02
"""Stays after which the year's own costs are great."""

COSTLY = (0.004, 30_000.0, 0.8)
"""Registered families out of need with great medical costs last calendar year; median and spread of these."""

LISTED = 0.002
INTERRUPTED = 0.01
"""Registered people of 50 or more on other lists; residents' insured whose insurance was interrupted."""

CHILD_COSTS = (0.5, 2_000.0, 0.10, 9_000.0, 0.02, 20_000.0)
"""Children without parents: outpatient, inpatient, major disease; each a share and a median of the own costs."""


def draw(draft: Draft) -> None:
    """Fill the columns of ``facts/health.py``."""
    _insurance(draft)
    _rare(draft)
    _before_insurance(draft)
    _after_insurance(draft)
    _children(draft)
    _last_year(draft)


def _insurance(draft: Draft) -> None:
    """Employees and people with a pension of employees; pupils and children; the others by share."""
    draws, person, n = draft.draws, draft.person, draft.people
    code = np.full(n, Insurance.RESIDENT.code, np.int8)
    young = (draft.members.age < 16) | (person["studies"] > 0)
    job = person["employment"]
    employee = (job == Employment.EMPLOYEE.code) | (draft.amount["pension"] >= PENSION_OF_EMPLOYEES)
    idle = np.flatnonzero(draft.own & ~young & ~employee & (job != Employment.RETIRED.code))
    code[idle] = draws.codes(INSURED_JOBLESS, len(idle))
    other = np.flatnonzero(~draft.own & ~employee)
    code[other] = draws.codes(INSURED_ELSEWHERE, len(other))
    code[employee & ~young] = Insurance.EMPLOYEE.code
    person["insurance"] = code


def _rare(draft: Draft) -> None:
    """Groups that the texts list by themselves."""
    person, n, age = draft.person, draft.people, draft.members.age
    old = np.flatnonzero(draft.own & (age >= 50))
    person["cover_listed"] = np.zeros(n, bool)
    person["cover_listed"][_some(draft, old, LISTED)] = True
    person["cover_group"] = np.zeros(n, np.int8)
    person["cover_group"][_some(draft, old, 0.001)] = CoverGroup.OLD.code
    elsewhere = np.flatnonzero(~draft.own & (age < 16))
    person["cover_group"][_some(draft, elsewhere, 0.15)] = CoverGroup.CHILD.code
    spouses = np.flatnonzero((draft.members.place == 1) & ~draft.own)
    person["cover_group"][_some(draft, spouses, 0.02)] = CoverGroup.OTHER.code
    person["aid_group"] = np.zeros(n, np.int8)
    for group, share in (
        (AidGroup.EDUCATED_YOUTH, 0.0002),
        (AidGroup.RETRENCHED, 0.0002),
        (AidGroup.LEAVING_TEKUN, 0.00001),
        (AidGroup.LEAVING_RELIEF, 0.0001),
    ):
        person["aid_group"][_some(draft, old[age[old] >= 65], share)] = group.code


def _before_insurance(draft: Draft) -> None:
    """Costs of residents' insured: outpatient at two grades of hospital, one stay, and great own costs after it."""
    draws, person, n = draft.draws, draft.person, draft.people
    insured = np.flatnonzero(person["insurance"] == Insurance.RESIDENT.code)
    person["cover_interrupted"] = np.zeros(n, bool)
    person["cover_interrupted"][_some(draft, insured, INTERRUPTED)] = True
    for name in ("year_outpatient_primary", "year_outpatient_hospital"):
        share, median, spread = OUTPATIENT
        at = insured[draws.chance(share, len(insured))]
        person[name] = _sums(draft, at, median, spread)
    share, median, spread = STAYS
    at = insured[draws.chance(share, len(insured))]
    person["stay_hospital"] = np.full(n, Hospital.NONE.code, np.int8)
    person["stay_hospital"][at] = draws.codes(GRADES, len(at))
    person["stay_cost"] = _sums(draft, at, median, spread)
    person["stay_later"] = np.zeros(n, bool)
    later = at[draws.chance(LATER, len(at))]
    person["stay_later"][later] = True
    person["year_inpatient_paid"] = _sums(draft, later, median / 2, spread)
    great = at[draws.chance(GREAT, len(at))]
    person["year_own_after_basic"] = _sums(draft, great, 45_000.0, 0.6)


def _after_insurance(draft: Draft) -> None:
    """Own costs of people on relief, or who were during a treatment."""
    draws = draft.draws
    family = np.isin(draft.need, (DIBAO, LOW, TEKUN, DIRECT))
    relieved = draft.members.spread(family) | draft.person["hardship_aid"] | (draft.person["aid_group"] > 0)
    on_relief = np.flatnonzero(relieved)
    names = ("year_outpatient_own", "year_inpatient_own", "year_special_own")
    for name, share, median in zip(names, OWN[::2], OWN[1::2], strict=True):
        at = on_relief[draws.chance(share, len(on_relief))]
        draft.person[name] = _sums(draft, at, median, 0.9)


def _children(draft: Draft) -> None:
    """What insurance leaves of the costs of children without parents."""
    draws, person = draft.draws, draft.person
    gone = (person["father"] != ParentState.ABLE.code) & (person["mother"] != ParentState.ABLE.code)
    kept = person["child_group"] == ChildGroup.INSTITUTION_ORPHAN.code
    alone = np.flatnonzero((gone | kept) & (draft.members.age < 18))
    names = ("child_outpatient_own", "child_inpatient_own", "child_major_own")
    for name, share, median in zip(names, CHILD_COSTS[::2], CHILD_COSTS[1::2], strict=True):
        at = alone[draws.chance(share, len(alone))]
        person[name] = _sums(draft, at, median, 0.9)


def _last_year(draft: Draft) -> None:
    """Last calendar year's income, and great medical costs of one member of a few families."""
    draws, home, n = draft.draws, draft.home, draft.families
    share, median, spread = COSTLY
    costly = _some(draft, np.flatnonzero((draft.need == NONE) & draft.registered), share)
    poor = np.zeros(n, bool)
    poor[costly] = draws.chance(0.3, len(costly))
    home["last_year_income"] = yuan(home["year_income"] * np.where(poor, 0.25, 0.97))
    first = draft.members.offsets[:-1][costly]
    draft.person["last_year_medical_own"] = _sums(draft, first, median, spread)
    for name, of in (("illness_aided", 0.05), ("vehicle_excused", 0.10)):
        home[name] = np.zeros(n, bool)
        home[name][costly] = draws.chance(of, len(costly))


def _some(draft: Draft, rows: Array, share: float) -> Array:
    """Some of these rows, as many as the share says: rare things appear in small cities too."""
    return rows[draft.draws.pick(np.full(len(rows), share))]


def _sums(draft: Draft, at: Array, median: float, spread: float) -> Array:
    """A column in fen: log-normal sums for the members at these rows, 0 for all others."""
    found = np.zeros(draft.people, np.int64)
    found[at] = yuan(np.minimum(draft.draws.lognormal(median, spread, len(at)), 5e6))
    return found
