"""What employment law asks: lost jobs and contributions, the self-employed and their insurance.

Nothing of it is published for the city: every share here is assumed. Retirement is that of 2024, before the ages rise.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from yihu.engines.synth.draws import Array, Ints
from yihu_beijing.facts import Employment, Sex
from yihu_beijing.facts.work import JobEnd, JobSupport
from yihu_beijing.synth.draft import Draft

JOB_ENDS: Final = (0.0, 0.28, 0.24, 0.20, 0.16, 0.03, 0.05, 0.02, 0.02)
"""How registered unemployed people lost their job, in the order of ``JobEnd``."""

CONTRIBUTED: Final = 0.6
"""Share of the years from 22 on in which they contributed, on average half of this to all of it."""

AGAIN: Final = (0.05, 12)
"""Registered unemployed with months of an earlier benefit left, and the most months."""

SUPPORT: Final = (0.866, 0.13, 0.0, 0.004)
SUPPORT_YOUNG: Final = (0.808, 0.02, 0.17, 0.002)
"""Groups of registered self-employed people, from 27 on and below, in the order of ``JobSupport``."""

PAYS: Final = 0.55
"""Self-employed people who pay social insurance in full and in time."""

SOLO: Final = (0.3, 0.35, 0.10, 0.25)
"""Self-employed disabled people in the order of ``SoloWork``."""

SURVIVORS: Final = 0.000002
"""People whose relative died while drawing the benefit."""

RETIRES: Final = {Sex.MALE.code: 60, Sex.FEMALE.code: 55}


def draw(draft: Draft) -> None:
    """Fill the columns of ``facts/work.py``."""
    n, person = draft.people, draft.person
    for name in ("moved_abroad", "pays_own_insurance"):
        person[name] = np.zeros(n, bool)
    for name in ("job_end", "job_support", "solo_work"):
        person[name] = np.zeros(n, np.int8)
    for name in (
        "unemployment_years", "unemployment_years_before", "unemployment_carried", "unemployment_drawn",
        "flexible_job_days", "insurance_subsidy_months", "job_report_months",
    ):  # fmt: skip
        person[name] = np.zeros(n, np.int32)
    person["months_to_retirement"] = months_to_retirement(draft)
    person["unemployment_then"] = np.zeros(n, np.int64)
    draft.unknown["members.unemployment_then"] = np.ones(n, bool)
    person["survivor_of_unemployed"] = draft.draws.pick(np.full(n, SURVIVORS))
    person["survivor_grant"] = person["survivor_of_unemployed"] & draft.draws.chance(0.3, n)
    unemployed(draft, np.flatnonzero(person["employment"] == Employment.REGISTERED_UNEMPLOYED.code))
    self_employed(draft, np.flatnonzero(person["employment"] == Employment.SELF_EMPLOYED.code))


def months_to_retirement(draft: Draft) -> Array:
    """Months from now to 60 (men) or 55 (women), 0 after it."""
    epoch = np.datetime64("1970-01-01")
    lived = (np.datetime64(draft.on) - epoch).astype(int) - draft.person["birth"].astype(np.int64)
    ages = np.array([RETIRES[code] for code in sorted(RETIRES)])[draft.person["sex"]]
    left: Array = np.maximum(ages * 12 - (lived / 30.436875).astype(np.int64), 0).astype(np.int32)
    return left


def unemployed(draft: Draft, at: Ints) -> None:
    """Causes, contributions and months drawn of the registered unemployed."""
    draws, person, n = draft.draws, draft.person, len(at)
    person["job_end"][at] = draws.codes(JOB_ENDS, n)
    years = np.clip(draft.members.age[at] - 22, 0, 40) * CONTRIBUTED * draws.between(0.5, 1.0, n)
    person["unemployment_years"][at] = years.astype(np.int32)
    person["unemployment_drawn"][at] = draws.whole(0, 26, n)
    again = at[draws.chance(AGAIN[0], n) & (person["job_end"][at] != JobEnd.OWN_WISH.code)]
    person["unemployment_years_before"][again] = person["unemployment_years"][again]
    person["unemployment_years"][again] = draws.whole(0, 3, len(again))
    person["unemployment_carried"][again] = draws.whole(1, AGAIN[1], len(again))
    person["unemployment_drawn"][again] = draws.whole(0, 6, len(again))


def self_employed(draft: Draft, at: Ints) -> None:
    """Groups, insurance and reports of people who work for themselves."""
    draws, person, n = draft.draws, draft.person, len(at)
    young = draft.members.age[at] < 27
    group = np.where(young, draws.codes(SUPPORT_YOUNG, n), draws.codes(SUPPORT, n))
    person["job_support"][at] = np.where(draft.own[at], group, JobSupport.NONE.code)
    person["flexible_job_days"][at] = draws.whole(0, 2_000, n)
    person["pays_own_insurance"][at] = draws.chance(PAYS, n)
    supported = at[person["job_support"][at] > 0]
    person["insurance_subsidy_months"][supported] = draws.whole(0, 40, len(supported))
    person["job_report_months"][supported] = draws.whole(0, 4, len(supported))
    disabled = at[person["disability"][at] > 0]
    person["solo_work"][disabled] = draws.codes(SOLO, len(disabled))
