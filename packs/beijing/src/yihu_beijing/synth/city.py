"""The frame of the city: kinds of families by district, age and registration, raked to the census figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from yihu.engines.synth import Age, FamilyKind, Structure, rake
from yihu.engines.synth.draws import OLDEST, Floats, Ints
from yihu.engines.synth.families import AGES, bump
from yihu_beijing.figures import figures
from yihu_beijing.places import places
from yihu_beijing.synth import assumptions as a

FIRST, SPOUSE, CHILD, PARENT, GRANDCHILD, SIBLING, WORKER, STUDENT, WARD = range(9)

FAMILY_ROLES: dict[str, tuple[int, ...]] = {
    "single": (FIRST,),
    "elder_alone": (FIRST,),
    "couple": (FIRST, SPOUSE),
    "elder_couple": (FIRST, SPOUSE),
    "couple_child": (FIRST, SPOUSE, CHILD),
    "couple_two": (FIRST, SPOUSE, CHILD, CHILD),
    "couple_three": (FIRST, SPOUSE, CHILD, CHILD, CHILD),
    "parent_child": (FIRST, CHILD),
    "parent_two": (FIRST, CHILD, CHILD),
    "adult_elder": (FIRST, PARENT),
    "couple_elder": (FIRST, SPOUSE, PARENT),
    "three_generations": (FIRST, SPOUSE, CHILD, PARENT),
    "five_together": (FIRST, SPOUSE, CHILD, PARENT, PARENT),
    "six_together": (FIRST, SPOUSE, CHILD, CHILD, PARENT, PARENT),
    "grandparents_child": (FIRST, SPOUSE, GRANDCHILD),
    "grandparent_child": (FIRST, GRANDCHILD),
    "siblings": (FIRST, SIBLING),
}
# assumed: ages of first members before raking
FIRST_AGES = {
    "single": bump(30, 12, 18, 59),
    "elder_alone": bump(74, 10, 60, 106),
    "couple": bump(38, 15, 21, 59),
    "elder_couple": bump(68, 8, 60, 98),
    "couple_child": bump(40, 10, 23, 62),
    "couple_two": bump(38, 7, 24, 55),
    "couple_three": bump(37, 6, 26, 50),
    "parent_child": bump(42, 9, 23, 64),
    "parent_two": bump(40, 7, 25, 55),
    "adult_elder": bump(47, 10, 24, 68),
    "couple_elder": bump(52, 8, 28, 70),
    "three_generations": bump(38, 8, 25, 58),
    "five_together": bump(35, 5, 25, 50),
    "six_together": bump(35, 5, 26, 48),
    "grandparents_child": bump(62, 6, 50, 75),
    "grandparent_child": bump(64, 7, 50, 80),
    "siblings": bump(32, 14, 20, 75),
}
NAMES = (*FAMILY_ROLES, *(f"workers_{size}" for size in a.WORKER_ROOMS), "students", "childrens_home")
NUMBER = {name: i for i, name in enumerate(NAMES)}
FAMILIES = len(FAMILY_ROLES)
"""Kinds before this one are family households, the others collective ones."""

GROUPS = tuple((low, high) for low, high in zip((*range(0, 100, 5), 100), (*range(5, 105, 5), OLDEST + 1), strict=True))


def _gaps(middle: float, spread: float, low: int, high: int, sign: int) -> dict[int, float]:
    shares = bump(middle, spread, low, high)
    return {sign * int(gap): float(shares[gap]) for gap in np.flatnonzero(shares)}


def _ages() -> tuple[Age, ...]:
    """Ages of the nine roles. A child is 21 years or more younger than the first member, a parent as much older."""
    home = np.interp(AGES, (17, 22, 26, 30, 36, 45), (1.0, 0.85, 0.70, 0.45, 0.15, 0.0))
    alive = np.interp(AGES, (60, 75, 85, 95, 105), (1.0, 0.75, 0.4, 0.1, 0.0))
    minor = np.interp(AGES, (17, 18), (1.0, 0.0))
    spouse = {gap: float(np.exp(-0.5 * (gap / 2.6) ** 2)) for gap in range(-6, 7)}
    return (
        Age.apart({0: 1.0}),
        Age.apart(spouse),
        Age.apart(_gaps(28, 4.5, 21, 42, -1), home),
        Age.apart(_gaps(27, 4.0, 21, 38, 1), alive),
        Age.apart(_gaps(54, 5.0, 42, 70, -1), minor),
        Age.apart(_gaps(4, 3.0, 1, 10, -1)),
        Age.alone(bump(29, 11, 17, 62)),
        Age.alone(bump(20.5, 2.0, 17, 27)),
        Age.alone(np.where(AGES < 18, 1.0, 0.0)),
    )


def _kinds() -> list[FamilyKind]:
    anything = np.where(AGES == 30, 1.0, 0.0)  # the first member of a collective household is drawn like the others
    kinds = [FamilyKind(name, roles, a.KIND_WEIGHTS[name], FIRST_AGES[name]) for name, roles in FAMILY_ROLES.items()]
    for size, share in a.WORKER_ROOMS.items():
        kinds.append(FamilyKind(f"workers_{size}", (WORKER,) * size, 0.1 * share, anything))
    kinds.append(FamilyKind("students", (STUDENT,) * 4, 0.02, anything))  # raking sets these two to their numbers
    kinds.append(FamilyKind("childrens_home", (WARD,) * 3, 0.00004, anything))
    return kinds


@dataclass(frozen=True)
class City:
    """Cells (kind, district, age of the first member) with the expected families of each, and what follows from them.

    ``elsewhere[kind, age]``: share of families from elsewhere. ``registered[kind]``: expected families that are not.
    """

    structure: Structure
    kind: Ints
    district: Ints
    first: Ints
    cumulative: Floats
    families: float
    people: int
    elsewhere: Floats
    registered: Floats
    communities: Ints
    community_edges: Floats
    districts: Ints


@cache
def city() -> City:
    """The frame, computed once (under two seconds)."""
    value = {f.id: f.value for f in figures()}
    structure = Structure(_kinds(), _ages())
    kind, first, weight = structure.cells()
    expected = structure.expected(kind, first)
    holds = np.column_stack((_grouped(expected), _households(kind, structure)))
    codes = np.array(sorted(places().districts))
    raked = np.array([rake(weight, holds, _totals(value, int(code))) for code in codes])
    elsewhere, registered = _registration(kind, first, raked.sum(axis=0), structure, value)
    communities, edges = _communities(codes)
    kinds, ages = np.tile(kind, len(codes)), np.tile(first, len(codes))
    district = np.repeat(np.arange(len(codes)), len(kind))
    order = np.lexsort((ages, district, kinds))  # by kind first: then sizes hardly vary between batches
    flat = raked.ravel()[order]
    return City(
        structure=structure,
        kind=kinds[order],
        district=district[order],
        first=ages[order],
        cumulative=np.cumsum(flat) / flat.sum(),
        families=float(flat.sum()),
        people=int(value["people.2020"]),
        elsewhere=elsewhere,
        registered=registered,
        communities=communities,
        community_edges=edges,
        districts=codes,
    )


def _grouped(expected: Floats) -> Floats:
    return np.column_stack([expected[:, low:high].sum(axis=1) for low, high in GROUPS])


def _households(kind: Ints, structure: Structure) -> Floats:
    """Family households, collective households, their people, students' rooms and children's homes of each cell."""
    collective = kind >= FAMILIES
    sizes = structure.sizes[kind]
    ours = (
        kind < FAMILIES,
        collective,
        collective * sizes,
        kind == NUMBER["students"],
        kind == NUMBER["childrens_home"],
    )
    return np.column_stack(ours).astype(np.float64)


def _totals(value: dict[str, float], district: int) -> Floats:
    """People of each group of ages and households of one district: the city's, scaled; old people as published."""
    share = value[f"people.2020.{district}"] / value["people.2020"]
    known = {int(key.rsplit(".", 1)[1]): v for key, v in value.items() if key.startswith("age_60.2020.")}
    known |= {code: part * value[f"people.2020.{code}"] for code, part in a.ELDERS_60.items()}
    rest = sum(v for key, v in value.items() if key.startswith("people.2020.") and int(key[-6:]) not in known)
    left = (value["age_60.2020"] - sum(known.values())) / rest
    elders = known.get(district, left * value[f"people.2020.{district}"]) / (value["age_60.2020"] * share)
    younger = (value["people.2020"] - elders * value["age_60.2020"]) / (value["people.2020"] - value["age_60.2020"])
    published = {
        (0, 15): value["age_0_14.2020"] * younger,
        (15, 60): value["age_15_59.2020"] * younger,
        (60, 65): (value["age_60.2020"] - value["age_65.2020"]) * elders,
        (65, 80): (value["age_65.2020"] - a.RESIDENTS_80) * elders,
        (80, 111): a.RESIDENTS_80 * elders,
    }
    ages = [np.array(a.AGE_SHARES[group]) / sum(a.AGE_SHARES[group]) * total for group, total in published.items()]
    households, rooms = value["family_households.2020"], value["collective_households.2020"]
    in_rooms = value["people.2020"] - value["household_size.2020"] * households
    return share * np.concatenate((*ages, (households, rooms, in_rooms, a.STUDENT_ROOMS, a.CHILDREN_IN_HOMES / 3)))


def _registration(
    kind: Ints, first: Ints, cells: Floats, structure: Structure, value: dict[str, float]
) -> tuple[Floats, Floats]:
    """Share of families from elsewhere by kind and age, its odds moved so that people add up to the published total."""
    sizes = structure.sizes[kind]
    family = kind < FAMILIES
    rooms = ((kind >= FAMILIES) & (kind < NUMBER["students"])) * (1 - a.WORKERS_REGISTERED)
    rooms = rooms + (kind == NUMBER["students"]) * a.STUDENTS_REGISTERED[3]
    spouse = np.array([SPOUSE in k.roles for k in structure.kinds])[kind] * below(a.MIXED_COUPLES, first)
    parents = np.array([k.roles.count(PARENT) for k in structure.kinds])[kind] * a.PARENTS_FROM_ELSEWHERE
    odds = below(a.FROM_ELSEWHERE, first) / (1 - below(a.FROM_ELSEWHERE, first))
    odds = odds * np.where(parents > 0, a.OLD_PARENTS_FOLLOW, 1.0)
    low, high = -5.0, 5.0
    for _ in range(60):
        middle = (low + high) / 2
        share = family * odds * np.exp(middle) / (1 + odds * np.exp(middle))
        people = share * sizes + (family - share) * (spouse + parents) + rooms * sizes
        low, high = (middle, high) if cells @ people < value["from_elsewhere.2020"] else (low, middle)
    table = np.zeros((len(NAMES), OLDEST + 1))
    table[kind, first] = share
    registered = np.bincount(kind, weights=cells * (family - share), minlength=len(NAMES))
    return table, registered.astype(np.float64)


def _communities(districts: Ints) -> tuple[Ints, Floats]:
    """Community codes in the order of districts, and the cumulated share of people within all districts before and this
    one (district 2 runs from 2 to 3); virtual communities (code ends 498) have nobody."""
    codes = np.array(sorted(places().communities))
    weight = np.where(codes % 1000 >= 200, a.VILLAGE_SIZE, 1.0)
    weight[codes % 1000 == 498] = 0.0
    district = np.searchsorted(districts, codes // 10**6)
    share = weight / np.bincount(district, weights=weight)[district]
    return codes, np.cumsum(share)


def below(steps: tuple[tuple[int, float], ...], ages: Ints) -> Floats:
    """The value of the first step whose age is above each of ``ages``."""
    edges = np.array([age for age, _ in steps])
    found: Floats = np.array([v for _, v in steps])[np.searchsorted(edges, ages, side="right")]
    return found
