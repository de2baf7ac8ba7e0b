"""Work, incomes and assets of families that are not in need; and the floor that keeps them above the lines.

The published counts of families in need are drawn in ``need.py``. So that chance does not add many more, a registered
family whose income would fall below the low-income line earns somewhat more, or, where nobody earns, owns too much.
"""

from __future__ import annotations

import numpy as np

from yihu.engines.synth.draws import OLDEST, Array, Bools, Floats
from yihu_beijing.facts import Employment
from yihu_beijing.synth import assumptions as a
from yihu_beijing.synth.city import FAMILIES, NUMBER, STUDENT, WORKER
from yihu_beijing.synth.draft import DIRECT, NONE, Draft

COLUMN = {
    Employment.EMPLOYEE.code: "wage",
    Employment.SELF_EMPLOYED.code: "business_income",
    Employment.RETIRED.code: "pension",
}
AMOUNTS = ("wage", "business_income", "pension", "property_income", "other_income")
STANDARD = 1_450.0
LOW_LINE = 2_420.0
CONSUMPTION = 47_586.0
"""低保 standard and low-income line of July 2024, yearly consumption per head of 2023 (law/): the city is of that month."""


def work(draft: Draft) -> None:
    """Employment by age and sex, and what it brings."""
    members, draws = draft.members, draft.draws
    found = np.zeros(draft.people, np.int8)
    at = np.flatnonzero((members.age >= 16) & (draft.person["studies"] == 0))
    found[at] = draws.rows(_WORK, draft.person["sex"][at].astype(np.int64) * (OLDEST + 1) + members.age[at])
    found[(members.role == WORKER) & (found != Employment.SELF_EMPLOYED.code)] = Employment.EMPLOYEE.code
    found[members.role == STUDENT] = Employment.NONE.code
    out = np.flatnonzero(
        draft.severe & (members.age < 60) & (members.role < WORKER) & (found >= Employment.EMPLOYEE.code)
    )
    found[out[draws.chance(a.GRAVE_WITHOUT_JOB, len(out))]] = Employment.NONE.code
    draft.person["employment"] = found
    draft.amount = {name: np.zeros(draft.people) for name in AMOUNTS}
    for code, (median, spread), least in (
        (Employment.EMPLOYEE.code, a.WAGE, LOW_LINE),
        (Employment.SELF_EMPLOYED.code, a.BUSINESS, 0.0),
        (Employment.RETIRED.code, a.PENSION, 0.0),
    ):
        at = np.flatnonzero(found == code)
        draft.amount[COLUMN[code]][at] = np.clip(draws.lognormal(median, spread, len(at)), least, 400_000)


def assets(draft: Draft) -> None:
    """Money, vehicles and homes of each family, and rent from a second home."""
    draws, n, sizes, home = draft.draws, draft.families, draft.sizes, draft.home
    family = draft.kind < FAMILIES
    median, spread = np.where(draft.registered, a.MONEY_LOCAL[0], a.MONEY_ELSEWHERE[0]), a.MONEY_LOCAL[1]
    home["money_assets"] = np.minimum(draws.lognormal(median, spread, n), 5e7) * family
    one, more, elsewhere = a.VEHICLES
    share = np.where(draft.registered, np.where(sizes == 1, one, more), elsewhere)
    home["vehicles"] = (draws.chance(share * family, n) * (1 + draws.chance(0.08, n))).astype(np.int64)
    local, other = draws.codes(a.HOMES_LOCAL, n), draws.codes(a.HOMES_ELSEWHERE, n)
    home["homes"] = np.where(draft.registered, local, other * family).astype(np.int64)
    home["small_homes"] = (home["homes"] == 1) & draws.chance(a.SMALL_HOMES, n)
    home["other_property"] = draws.chance(0.01 * draft.registered, n)
    letting = np.flatnonzero((home["homes"] >= 2) & draws.chance(a.RENT[0], n))
    draft.amount["property_income"][draft.members.offsets[letting]] = draws.lognormal(
        a.RENT[1], a.RENT[2], len(letting)
    )


def keep_above(draft: Draft) -> None:
    """Raise the income of registered families not in need above both lines, whoever is counted; in rooms, of those counted."""
    members, draws = draft.members, draft.draws
    counted = draft.counted
    everyone = _short(draft, np.ones(draft.people, bool))
    rooms = (draft.kind >= FAMILIES) & (draft.kind < NUMBER["students"])
    short = np.maximum(_short(draft, counted), np.where(draft.registered, everyone, 0.0))
    ordinary = draft.need == NONE
    poor = (draft.registered | rooms) & (ordinary | (draft.need == DIRECT)) & (short > 0)
    earns = counted & np.isin(draft.person["employment"], tuple(COLUMN))
    earner = members.first(earns)
    raised = np.flatnonzero(poor & (earner >= 0))
    at = earner[raised]
    more = short[raised] * (1.02 + draws.rng.exponential(0.35, len(raised)))
    for code, name in COLUMN.items():
        mine = draft.person["employment"][at] == code
        draft.amount[name][at[mine]] += more[mine]
    idle = np.flatnonzero(poor & ordinary & (earner < 0))
    drives = draws.chance(0.5, len(idle))
    draft.home["vehicles"][idle[drives]] = 1
    draft.home["homes"][idle[~drives]] = 2
    draft.home["small_homes"][idle] = False


def _short(draft: Draft, who: Bools) -> Floats:
    """What the family lacks to be above the low-income line and, after all deductions, above the standard."""
    members = draft.members
    employment = draft.person["employment"]
    heads = members.total(who.astype(np.int64))
    at_work = who & ((employment == Employment.EMPLOYEE.code) | (employment == Employment.SELF_EMPLOYED.code))
    disregard = np.where(members.any(who & (draft.severe | draft.person["serious_illness"])), 1.5 * STANDARD, 0.0)
    disregard = np.maximum(disregard, STANDARD * draft.home["single_parent"])
    needed = heads * STANDARD + 0.8 * STANDARD * members.total(at_work.astype(np.int64)) + disregard
    found: Floats = np.maximum(needed, heads * LOW_LINE) * 1.02 + 10 - members.total(draft.income * who)
    return found


def single_parents(draft: Draft) -> None:
    """Families with one parent and a child of 16 or under, or in full-time education."""
    kinds = np.isin(draft.kind, (NUMBER["parent_child"], NUMBER["parent_two"]))
    young = (draft.members.place > 0) & ((draft.members.age <= 16) | (draft.person["studies"] > 0))
    draft.home["single_parent"] = kinds & draft.members.any(young)


def _work_table() -> Floats:
    """Assumed shares of employment (in the order of ``Employment``), rows: men of age 0…110, then women."""
    found = np.zeros((2, OLDEST + 1, len(Employment)))
    for low, men, women in (
        (0, (1.0, 0.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0, 0.0)),
        (18, (0.22, 0.03, 0.64, 0.11, 0.0), (0.24, 0.03, 0.63, 0.10, 0.0)),
        (25, (0.04, 0.02, 0.76, 0.18, 0.0), (0.12, 0.02, 0.72, 0.14, 0.0)),
        (50, (0.07, 0.03, 0.70, 0.20, 0.0), (0.12, 0.0, 0.23, 0.10, 0.55)),
        (55, (0.10, 0.0, 0.62, 0.20, 0.08), (0.08, 0.0, 0.04, 0.03, 0.85)),
        (60, (0.04, 0.0, 0.0, 0.02, 0.94), (0.06, 0.0, 0.0, 0.01, 0.93)),
        (70, (0.04, 0.0, 0.0, 0.0, 0.96), (0.06, 0.0, 0.0, 0.0, 0.94)),
    ):
        found[0, low:], found[1, low:] = men, women
    return found.reshape(2 * (OLDEST + 1), len(Employment))


_WORK = _work_table()


def retirement(draft: Draft) -> Array:
    """Men of 60, women of 55, and women of 50 who have retired."""
    age, women = draft.members.age, draft.person["sex"] == 1
    early = women & (age >= 50) & (draft.person["employment"] == Employment.RETIRED.code)
    found: Array = (age >= np.where(women, 55, 60)) | early
    return found
