"""What the residents' pension and family-planning aid ask: only children, the insurance of those without a job.

Nothing of it is published: every share here is assumed. Who is a special family (``family_planning_special``) is drawn with
health; here a couple is made to share it, and gets the only child that makes it one.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from yihu.engines.synth.draws import Ints
from yihu_beijing.facts import Employment, Sex
from yihu_beijing.facts.pension import OnlyChild, ResidentPension
from yihu_beijing.synth.city import PARENT, SPOUSE
from yihu_beijing.synth.draft import Draft

LOST: Final = 0.45
GRADES: Final = (0.3, 0.4, 0.3)
"""Special families whose only child died; grades of the disabled only children of the others."""

ONE_CHILD: Final = (40, 0.65)
CERTIFICATE: Final = 0.7
"""Registered people from this age on with one child; of those, who hold the certificate (all special families do)."""

OLD_SCHEME: Final = (0.06, 0.80, 0.14)
YOUNG_SCHEME: Final = (0.50, 0.22, 0.28)
"""Residents' insurance of registered people who are neither employees nor pensioners, from 60 on and below, in the order of
``ResidentPension``."""

MET: Final = 0.98
SHORT_OF_YEARS: Final = 0.10
"""Of 60 or more: found to meet the rules of 2008; with fewer than fifteen years of contributions."""

PAYS: Final = 0.9
CONTRIBUTIONS: Final = (1_000, 2_000, 5_000, 9_000)
CONTRIBUTION_SHARES: Final = (0.62, 0.18, 0.12, 0.08)
"""Members below 60 who pay this year, and how much."""


def draw(draft: Draft) -> None:
    """Fill the columns of ``facts/pension.py``."""
    only_child(draft, partners(draft))
    insurance(draft)


def partners(draft: Draft) -> Ints:
    """Index of each member's wife or husband in the family, -1 where there is none: couples stand side by side."""
    role, place = draft.members.role, draft.members.place
    after = (role == SPOUSE) | ((role == PARENT) & (np.roll(role, 1) == PARENT) & (place > 0))
    second = np.flatnonzero(after & (place > 0))
    found = np.full(draft.people, -1)
    found[second], found[second - 1] = second - 1, second
    return found


def only_child(draft: Draft, partner: Ints) -> None:
    """Only children, special families among them, and what the aid asks besides. The first of a couple is drawn for both."""
    draws, person, n = draft.draws, draft.person, draft.people
    second = np.flatnonzero((partner >= 0) & (partner < np.arange(n)))
    special = person["family_planning_special"]
    special[second] = special[partner[second]] & draft.own[second] & (draft.members.age[second] >= 50)
    child, grade = np.full(n, OnlyChild.NONE.code, np.int8), np.zeros(n, np.int32)
    certificate = np.zeros(n, bool)
    at = np.flatnonzero((draft.members.age >= ONE_CHILD[0]) & draft.own)
    at = at[draws.chance(ONE_CHILD[1], len(at))]
    child[at], certificate[at] = OnlyChild.ONE.code, draws.chance(CERTIFICATE, len(at))
    at = np.flatnonzero(special)
    lost = draws.chance(LOST, len(at))
    child[at] = np.where(lost, OnlyChild.LOST.code, OnlyChild.ONE.code)
    grade[at], certificate[at] = np.where(lost, 0, draws.codes(GRADES, len(at)) + 1), True
    both = second[special[second] == special[partner[second]]]
    for column in (child, grade, certificate):
        column[both] = column[partner[both]]
    person["only_child"], person["only_child_grade"], person["only_child_certificate"] = child, grade, certificate
    person["parent_alone"] = special & (partner < 0)
    husbands = np.flatnonzero((partner >= 0) & (person["sex"] == Sex.MALE.code))
    person["wife_birth"] = person["birth"].copy()
    person["wife_birth"][husbands] = person["birth"][partner[husbands]]
    person["special_aid_then"] = np.zeros(n, np.int64)
    draft.unknown["members.special_aid_then"] = np.ones(n, bool)


def insurance(draft: Draft) -> None:
    """Members of the residents' insurance, their years and contributions."""
    draws, person, n = draft.draws, draft.person, draft.people
    person["resident_pension"], person["met_rules_of_2008"] = np.zeros(n, np.int8), np.zeros(n, bool)
    person["contribution_years"], person["pension_contribution"] = np.zeros(n, np.int32), np.zeros(n, np.int64)
    person["state_pension"] = person["employment"] == Employment.RETIRED.code
    outside = draft.own & (person["studies"] == 0) & (draft.members.age >= 18)
    outside &= ~np.isin(person["employment"], (Employment.EMPLOYEE.code, Employment.RETIRED.code))
    at = np.flatnonzero(outside)
    age = draft.members.age[at]
    scheme = np.where(age >= 60, draws.codes(OLD_SCHEME, len(at)), draws.codes(YOUNG_SCHEME, len(at)))
    person["resident_pension"][at] = scheme
    old, young = at[(scheme > 0) & (age >= 60)], at[(scheme > 0) & (age < 60)]
    before = person["resident_pension"][old] == ResidentPension.BEFORE_2015.code
    person["met_rules_of_2008"][old] = before & draws.chance(MET, len(old))
    short = draws.chance(SHORT_OF_YEARS, len(old))
    person["contribution_years"][old] = np.where(short, draws.whole(3, 14, len(old)), 15)
    person["contribution_years"][young] = np.minimum(draws.whole(0, 15, len(young)), draft.members.age[young] - 18)
    pays = young[draws.chance(PAYS, len(young))]
    person["pension_contribution"][pays] = np.array(CONTRIBUTIONS)[draws.codes(CONTRIBUTION_SHARES, len(pays))] * 100
