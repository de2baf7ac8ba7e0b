"""Families in need, as many as the published counts say, and those who just miss a condition."""

from __future__ import annotations

from functools import cache

import numpy as np

from yihu.engines.synth import rake
from yihu.engines.synth.draws import Array, Floats, Ints
from yihu_beijing.facts import Capacity, Employment, SupportedBy
from yihu_beijing.figures import figures
from yihu_beijing.synth import assumptions as a
from yihu_beijing.synth.city import NAMES, NUMBER, PARENT, City
from yihu_beijing.synth.city import city as frame
from yihu_beijing.synth.draft import DIBAO, DIRECT, LOW, NEAR, NONE, TAPER, TEKUN, Draft
from yihu_beijing.synth.health import make_grave
from yihu_beijing.synth.money import AMOUNTS, COLUMN, CONSUMPTION, LOW_LINE, STANDARD

INCOME, VEHICLE, HOMES, MONEY, ABLE_CHILD = range(5)
"""The five near misses."""


@cache
def rates() -> Floats:
    """Share of the registered families of each kind that belong to each class of need (kinds × classes).

    As many are entitled as must be for the published number to receive, given who is missed and who stays on (on 特困
    nobody does).
    """
    value, city = {f.id: f.value for f in figures()}, frame()
    drawn = (1 - a.OVERSTAYED) / a.RECEIVED
    alone = (a.DIRECT_ENTRY + a.TAPERING) / drawn  # also on 低保, and drawn apart
    dibao = _shares(city, a.DIBAO_KINDS, value["dibao_families.2021"] - alone, value["dibao_people.2021"] - alone)
    low = _shares(city, a.LOW_KINDS, value["low_income_families.2017"], value["low_income_people.2017"])
    tekun = _numbers(city, a.TEKUN_KINDS, value["tekun_people.2017"])
    near = _numbers(city, a.LOW_KINDS, a.NEAR_MISSES)
    taper = _numbers(city, {k: v for k, v in a.LOW_KINDS.items() if not k.startswith("elder")}, a.TAPERING)
    direct = _numbers(city, {"adult_elder": 0.8, "siblings": 0.2}, a.DIRECT_ENTRY)
    return np.column_stack((np.zeros(len(NAMES)), dibao * drawn, low * drawn, tekun / a.RECEIVED, near, taper, direct))


def _numbers(city: City, kinds: dict[str, float], families: float) -> Floats:
    """Share of each kind of family so that there are ``families`` in the whole city, by kind as in ``kinds``."""
    found = np.zeros(len(NAMES))
    for name, share in kinds.items():
        found[NUMBER[name]] = share * families / sum(kinds.values()) / city.registered[NUMBER[name]]
    return found


def _shares(city: City, kinds: dict[str, float], families: float, people: float) -> Floats:
    """The same with the kinds raked so that the families hold ``people``."""
    sizes = city.structure.sizes[[NUMBER[name] for name in kinds]].astype(np.float64)
    holds = np.column_stack((np.ones(len(sizes)), sizes))
    raked = rake(np.array(list(kinds.values())), holds, np.array([families, people]))
    return _numbers(city, dict(zip(kinds, raked, strict=True)), families)


def classes(draft: Draft) -> None:
    """Draw the class of each family; families in need are those of whom all are counted."""
    draft.need = np.zeros(draft.families, np.int8)
    table = rates()
    whole = draft.registered & (draft.members.total(draft.counted.astype(np.int64)) == draft.sizes)
    ours = np.bincount(draft.kind[draft.registered], minlength=len(NAMES))
    more = ours / np.maximum(np.bincount(draft.kind[whole], minlength=len(NAMES)), 1)
    for need in range(1, table.shape[1]):
        share = (table[:, need] * more)[draft.kind] * (whole & (draft.need == NONE))
        draft.need[draft.draws.pick(share)] = need


def make_needy(draft: Draft) -> None:
    """Health, work and income of the families in need, and their modest assets."""
    draws, members, home = draft.draws, draft.members, draft.home
    _grave(draft)
    needy = draft.need != NONE
    poor = needy & (draft.need != DIRECT)
    mine = members.spread(poor)
    for name in AMOUNTS:
        draft.amount[name][mine] = 0
    _work(draft, np.flatnonzero(mine & (members.age >= 18) & (draft.person["studies"] == 0)))
    n = draft.families
    limit = np.where(draft.sizes <= 2, 1.2, 1.0) * CONSUMPTION * draft.sizes
    modest = np.minimum(draws.lognormal(*a.NEED_MONEY, n) * draft.sizes, 0.8 * limit)
    home["money_assets"] = np.where(needy, modest, home["money_assets"])
    for name in ("vehicles", "other_property"):
        home[name] = np.where(needy, 0, home[name]).astype(home[name].dtype)
    home["homes"] = np.where(needy, draws.chance(a.NEED_HOME, n), home["homes"]).astype(np.int64)
    _incomes(draft)
    _near_misses(draft, limit)


def _grave(draft: Draft) -> None:
    """Grave disability or illness of first members below 60."""
    draws, first = draft.draws, draft.members.offsets[:-1]
    young = draft.members.age[first] < 60
    share = np.select(
        [draft.need == DIBAO, draft.need == DIRECT, draft.need == TEKUN], [a.DIBAO_DISABLED, 1.0, 1.0], 0.0
    )
    grave = draws.pick(share * (young | (draft.need == DIRECT)))
    make_grave(draft, first[grave])
    ill = draws.pick(a.DIBAO_ILL * (young & (draft.need == DIBAO) & ~grave))
    draft.person["serious_illness"][first[ill]] = True
    lost = first[grave & ((draft.need == TEKUN) | (draft.need == DIRECT))]
    draft.person["capacity"][lost] = Capacity.FULLY_LOST.code
    out = np.flatnonzero(draft.members.spread(np.isin(draft.need, (LOW, NEAR, TAPER))) & (draft.severe))
    draft.person["disability_grade"][out] = 4  # near the lines only what the class says shall decide
    draft.person["capacity"][out] = Capacity.FULL.code
    draft.person["serious_illness"][draft.members.spread(np.isin(draft.need, (LOW, NEAR, TAPER)))] = False
    alone = np.flatnonzero(draft.need == DIRECT)
    parent = draft.kind[alone] == NUMBER["adult_elder"]
    elder = draft.members.most(draft.members.age)[alone] >= 60
    on = np.where(elder, SupportedBy.ELDER.code, SupportedBy.OTHERS.code)
    draft.person["supported_by"][first[alone]] = np.where(parent, on, SupportedBy.SIBLINGS.code)
    draft.person["employment"][first[alone]] = Employment.NONE.code
    for name in AMOUNTS:
        draft.amount[name][first[alone]] = 0


def _work(draft: Draft, at: Ints) -> None:
    """Employment of grown members: few have a job, the old have small pensions."""
    draws, person = draft.draws, draft.person
    family = draft.members.family[at]
    need = draft.need[family]
    first = draft.members.place[at] == 0
    old = draft.members.age[at] >= 60
    young = draws.codes(a.NEED_WORK, len(at))
    together = (draft.sizes >= 2) & ~draft.home["single_parent"]  # alone, a wage is either too little or too much
    hired = ((need == LOW) | (need == NEAR)) & first & together[family] & draws.chance(a.NEED_HIRED, len(at))
    young = np.where(hired | ((need == TAPER) & first), Employment.EMPLOYEE.code, young)
    young = np.where(~hired & (need != DIBAO) & (young == Employment.SELF_EMPLOYED.code), 0, young)
    found = np.where(old, np.where(draws.chance(a.NEED_PENSION, len(at)), Employment.RETIRED.code, 0), young)
    grave = draft.severe[at] & (found == Employment.SELF_EMPLOYED.code)
    person["employment"][at] = np.where(grave | (need == TEKUN), 0, found)


def _incomes(draft: Draft) -> None:
    """Income a head by class, shared among the grown members; what nobody earns is other income."""
    draws, members, need = draft.draws, draft.members, draft.need
    n, sizes = draft.families, draft.sizes
    jobs = members.total((draft.person["employment"] == Employment.EMPLOYEE.code).astype(np.int64))
    least = (1.04 * STANDARD * sizes + 0.8 * STANDARD * jobs + STANDARD * draft.home["single_parent"]) / sizes
    low = draws.between(np.minimum(least, 0.98 * LOW_LINE), 0.99 * LOW_LINE, n)
    nothing = draws.chance(a.DIBAO_NO_INCOME, n)
    each = np.select(
        [need == DIBAO, need == TEKUN, need == LOW, need == TAPER],
        [
            np.where(nothing, 0.0, draws.between(*a.DIBAO_INCOME, n)) * STANDARD,
            draws.between(*a.TEKUN_INCOME, n) * STANDARD,
            low,
            least + draws.between(*a.TAPER_ABOVE, n),
        ],
        0.0,
    )
    near = need == NEAR
    each = np.where(near, draws.between(*a.NEAR_INCOME, n) * LOW_LINE, each)
    grown = (members.age >= 18) & (draft.person["studies"] == 0) & members.spread((need != NONE) & (need != DIRECT))
    _hand_out(draft, each * sizes, grown)


def _hand_out(draft: Draft, totals: Floats, grown: Array) -> None:
    """Share each family's total among its grown members; whoever has a job gets most."""
    members = draft.members
    employed = np.isin(draft.person["employment"], tuple(COLUMN))
    weight = grown * np.where(employed, 1.0, 0.02) * draft.draws.between(0.5, 1.5, draft.people)
    sums = members.total(weight)
    share = np.divide(weight, members.spread(sums), out=np.zeros(draft.people), where=members.spread(sums) > 0)
    amounts = share * members.spread(totals)
    at = np.flatnonzero(amounts > 0)
    names = [COLUMN.get(code, "other_income") for code in range(len(Employment))]
    for code, name in enumerate(names):
        mine = at[draft.person["employment"][at] == code]
        draft.amount[name][mine] = amounts[mine]


def _near_misses(draft: Draft, limit: Floats) -> None:
    """What families that just miss have too much of."""
    draws, home = draft.draws, draft.home
    at = np.flatnonzero(draft.need == NEAR)
    why = draws.codes(a.NEAR_MISS_SHARES, len(at))
    apart = np.isin(draft.kind[at], (NUMBER["elder_alone"], NUMBER["elder_couple"]))
    why[(why == ABLE_CHILD) & ~apart] = INCOME
    home["vehicles"][at[why == VEHICLE]] = 1
    home["homes"][at[why == HOMES]] = 2
    home["small_homes"][at[why == HOMES]] = False
    rich = at[why == MONEY]
    home["money_assets"][rich] = limit[rich] * draws.between(1.02, 2.5, len(rich))
    home["able_child"] = np.zeros(draft.families, bool)
    home["able_child"][at[why == ABLE_CHILD]] = True
    over = np.zeros(draft.families, bool)
    over[at[why == INCOME]] = True
    members = draft.members
    factor = np.ones(draft.families)
    total = np.maximum(members.total(draft.income), 1.0)
    jobs = members.total((draft.person["employment"] == Employment.EMPLOYEE.code).astype(np.int64))
    needed = STANDARD * draft.sizes + 0.8 * STANDARD * jobs + STANDARD * home["single_parent"]
    wanted = np.maximum(LOW_LINE * draft.sizes, needed) * draws.between(1.01, 1.2, draft.families)
    factor[over] = wanted[over] / total[over]
    scale = members.spread(factor)
    for name in AMOUNTS:
        draft.amount[name] *= scale


def carers(draft: Draft) -> Array:
    """Families where a gravely ill or disabled first member lives with a parent of 60 or more."""
    members = draft.members
    hard = draft.severe | draft.person["serious_illness"]
    old = members.any((members.role == PARENT) & (members.age >= 60))
    found: Array = old & hard[members.offsets[:-1]]
    return found
