"""What the field ``school`` asks for. Nothing of it is taken from a publication: shares and fees are assumptions.

Fees are those of a school year in yuan. Groups that a parent gives come from the members of the family; where both apply, the
one that the measures put first.
"""

from __future__ import annotations

import numpy as np

from yihu.engines.synth.draws import Array, Bools
from yihu_beijing.facts import Absence, Studies
from yihu_beijing.facts.school import Degree, Enlistment, Kindergarten, School, StudentGroup
from yihu_beijing.synth.city import CHILD
from yihu_beijing.synth.draft import LOW, NEAR, Draft
from yihu_beijing.synth.fields.rights import some

IN_KINDERGARTEN = (0.10, 0.60, 0.25, 0.05)
"""Children of 3 to 5, in the order of ``Kindergarten``."""

SCHOOLS = {
    Studies.COMPULSORY: (0.9590, 0.0300, 0, 0, 0.0010, 0.0100),
    Studies.HIGH_SCHOOL: (0.8900, 0.0500, 0.0100, 0.0150, 0, 0.0350),
    Studies.VOCATIONAL: (0.8200, 0.1500, 0, 0, 0, 0.0300),
    Studies.COLLEGE: (0.7000, 0.2000, 0, 0, 0, 0.1000),
    Studies.UNDERGRADUATE: (0.3300, 0.0700, 0, 0, 0, 0.6000),
    Studies.POSTGRADUATE: (0.1800, 0, 0, 0, 0, 0.8200),
}
"""Pupils and students by stage, in the order of ``School``; universities of the state are “elsewhere”."""

BOARDING = (0.0, 0.03, 0.12, 0.35, 0.90, 0.90, 0.90)
"""Boarders by stage, in the order of ``Studies``."""

FEES = (0, 0, 1_600, 2_600, 6_000, 5_000, 8_000)
PRIVATE_FEES = (0, 30_000, 40_000, 9_000, 16_000, 25_000, 25_000)
KINDERGARTEN_FEES = (0, 9_000, 9_600, 40_000)
"""Fees by stage in public and in private schools, in the order of ``Studies``, and of kindergartens."""

RARE_GROUPS = (
    StudentGroup.MARTYR,
    StudentGroup.POLICE,
    StudentGroup.REGISTERED_POOR,
    StudentGroup.HONOURED,
    StudentGroup.LOW_FARM,
)
RARE = (0.0001, 0.0001, 0.0005, 0.0002, 0.0020)
"""Children below 27 of these groups."""

SERVED = 0.004
MOUNTAINS = 0.0003
"""Undergraduates back from service; people of 22 to 27 who work in the far mountains."""

HARD = (0.97, 0.02, 0.01)
HARD_IN_NEED = (0.10, 0.50, 0.40)
"""University students by the school's finding, in the order of ``SchoolHardship``: of other families; of low-income ones and
near them."""

STATUS = (0.975, 0.010, 0.005, 0.002, 0.004, 0.004)
MAJORS = (0.90, 0.04, 0.01, 0.05)
DEGREES = (0.75, 0.25)
RURAL = 0.15
OTHER_AID = (0.02, 1_500.0)
LOANS = (0.03, 8_000)
"""Students by enrolment (in the order of ``StudyStatus``); pupils by vocational major (of ``Major``); postgraduates who are masters
and doctors; vocational pupils from villages; students with other aid, and its sum; with a loan, and its sum."""


def draw(draft: Draft) -> None:
    """Fill the columns of ``facts/school.py``."""
    person, n = draft.person, draft.people
    for name in (
        "kindergarten",
        "school",
        "student_group",
        "school_hardship",
        "study_status",
        "degree",
        "major",
        "enlistment",
    ):
        person[name] = np.zeros(n, np.int8)
    for name in ("boarding", "rural_student", "kindergarten_granted"):
        person[name] = np.zeros(n, bool)
    for name in ("school_fee", "public_school_fee", "other_student_aid", "student_loan"):
        person[name] = np.zeros(n, np.int64)
    for name in ("mountain_year", "study_years"):
        person[name] = np.zeros(n, np.int32)
    kindergartens(draft)
    at = np.flatnonzero(person["studies"])
    schools(draft, at)
    groups(draft, at)
    enrolments(draft, at)
    after_school(draft)


def kindergartens(draft: Draft) -> None:
    """Which kindergarten children of 3 to 5 attend, and its fee; a one-off grant is had at 3."""
    age, person = draft.members.age, draft.person
    at = np.flatnonzero((age >= 3) & (age < 6) & (person["studies"] == 0))
    found = draft.draws.codes(IN_KINDERGARTEN, len(at))
    person["kindergarten"][at] = found
    person["kindergarten_granted"][at] = age[at] > 3
    person["school_fee"][at] = np.array(KINDERGARTEN_FEES)[found] * 100
    person["public_school_fee"][at] = KINDERGARTEN_FEES[Kindergarten.PUBLIC.code] * 100


def schools(draft: Draft, at: Array) -> None:
    """School, boarding and fee of pupils and students."""
    draws, person = draft.draws, draft.person
    studies = person["studies"][at]
    table = np.zeros((len(Studies), len(School)))
    for stage, shares in SCHOOLS.items():
        table[stage.code] = shares
    found = draws.rows(table, studies)
    person["school"][at] = found
    person["boarding"][at] = draws.chance(np.array(BOARDING)[studies], len(at))
    public = np.array(FEES)[studies] * 100
    person["public_school_fee"][at] = public
    person["school_fee"][at] = np.where(found == School.PRIVATE.code, np.array(PRIVATE_FEES)[studies] * 100, public)


def groups(draft: Draft, at: Array) -> None:
    """Groups of the education measures, rare ones by share, then what the parents at home give; hardship found by the school."""
    person, draws, age = draft.person, draft.draws, draft.members.age
    child = draft.members.role == CHILD
    young = np.flatnonzero(child & (age < 27))
    found = np.zeros(len(young), np.int8)
    for group, share in zip(RARE_GROUPS, RARE, strict=True):
        found[some(draws, len(young), share)] = group.code
    found[_with_parent(draft, np.asarray((person["disability"] > 0) & ~child), young)] = StudentGroup.DISABLED.code
    found[_with_parent(draft, np.asarray(person["hardship_aid"]), young)] = StudentGroup.HARDSHIP_AID.code
    person["student_group"][young] = found
    higher = at[person["studies"][at] >= Studies.VOCATIONAL.code]
    needy = np.isin(draft.need[draft.members.family[higher]], (LOW, NEAR))
    hard = np.where(needy, draws.codes(HARD_IN_NEED, len(higher)), draws.codes(HARD, len(higher)))
    person["school_hardship"][higher] = hard


def _with_parent(draft: Draft, parents: Bools, young: Array) -> Bools:
    """Which of these young people live with such a parent."""
    family = draft.members.family
    here = np.zeros(draft.families, bool)
    here[family[np.flatnonzero(parents)]] = True
    return np.asarray(here[family[young]])


def enrolments(draft: Draft, at: Array) -> None:
    """Enrolment, level, major, other aid and loans of students."""
    draws, person = draft.draws, draft.person
    studies = person["studies"][at]
    college = at[studies >= Studies.COLLEGE.code]
    person["study_status"][college] = draws.codes(STATUS, len(college))
    loan = draws.chance(LOANS[0], len(college))
    person["student_loan"][college[loan]] = LOANS[1] * 100
    aided = draws.chance(OTHER_AID[0], len(college))
    person["other_student_aid"][college[aided]] = int(OTHER_AID[1]) * 100
    post = at[studies == Studies.POSTGRADUATE.code]
    person["degree"][post] = Degree.MASTER.code + draws.codes(DEGREES, len(post))
    trade = at[studies == Studies.VOCATIONAL.code]
    person["major"][trade] = draws.codes(MAJORS, len(trade))
    person["rural_student"][trade] = draws.chance(RURAL, len(trade))
    bachelor = college[person["studies"][college] != Studies.POSTGRADUATE.code]
    person["enlistment"][bachelor[draws.chance(SERVED, len(bachelor))]] = Enlistment.BACK.code


def after_school(draft: Draft) -> None:
    """Students who enlist, and graduates who work in the far mountains."""
    draws, person, age = draft.draws, draft.person, draft.members.age
    serves = np.flatnonzero(person["absence"] == Absence.CONSCRIPT.code)
    student = serves[draws.chance(0.5, len(serves))]
    person["enlistment"][student] = Enlistment.ENLISTED.code
    person["study_years"][student] = draws.whole(1, 3, len(student))
    there = some(draws, draft.people, MOUNTAINS)
    there = there[(age[there] >= 22) & (age[there] < 28) & (person["studies"][there] == 0)]
    person["mountain_year"][there] = draws.whole(1, 5, len(there))
    person["study_years"][there] = 4
    person["school_fee"][np.concatenate((student, there))] = FEES[Studies.UNDERGRADUATE.code] * 100
