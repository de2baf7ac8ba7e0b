"""How each published figure is counted in a snapshot, and which ones the city is made to reproduce."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from yihu.engines.synth import Facts, Measure
from yihu.engines.synth.draws import Array
from yihu_beijing.facts import Absence, Hukou, Relation, Sex
from yihu_beijing.figures import figures

Count = Callable[[Facts], Array]


def _everyone(facts: Facts) -> Array:
    return np.ones(len(facts["members.birth"]), bool)


def _aged(years: int) -> Count:
    return lambda facts: facts["members.birth"] <= facts.born_by(years)


def _registered(facts: Facts) -> Array:
    return np.asarray(np.isin(facts["members.hukou"], (Hukou.BEIJING.code, Hukou.SCHOOL_COLLECTIVE.code)))


def _from_elsewhere(facts: Facts) -> Array:
    return ~_registered(facts)


def _collective(facts: Facts) -> Array:
    """Households with somebody who is no kin of the first member."""
    return np.asarray(facts.total("members", facts["members.relation"] == Relation.OTHER.code) > 0)


def _counted(facts: Facts) -> Array:
    """Members counted as family: 445号 二."""
    permitted = np.isin(facts["members.hukou"], (Hukou.BEIJING.code, Hukou.SPOUSE_WITH_PERMIT.code))
    return np.asarray(permitted & (facts["members.absence"] == Absence.NONE.code))


def _dibao_families(facts: Facts) -> Array:
    """Families on 低保, and each person who entered directly as a family of one."""
    alone = facts.total("members", facts["members.granted.dibao_person"] > 0)
    return np.where(facts["granted.dibao"] > 0, 1, alone)


def _dibao_people(facts: Facts) -> Array:
    family = facts.spread("members", facts["granted.dibao"] > 0)
    return np.where(family, _counted(facts), facts["members.granted.dibao_person"] > 0)


def _low_income_families(facts: Facts) -> Array:
    return facts["granted.low_income"] & ~(facts["granted.dibao"] > 0)


def _low_income_people(facts: Facts) -> Array:
    return _counted(facts) & facts.spread("members", _low_income_families(facts))


def _tekun_people(facts: Facts) -> Array:
    return facts["members.granted.tekun_basic"] > 0


def _tekun_families(facts: Facts) -> Array:
    return facts.total("members", _tekun_people(facts)) > 0


def _assisted_people(facts: Facts) -> Array:
    family = facts.spread("members", (facts["granted.dibao"] > 0) | facts["granted.low_income"]) & _counted(facts)
    alone = _tekun_people(facts) | (facts["members.granted.dibao_person"] > 0) | facts["members.hardship_aid"]
    return family | alone


def _assisted_families(facts: Facts) -> Array:
    return facts.total("members", _assisted_people(facts)) > 0


_BIRTH, _HUKOU, _RELATION = ("members.birth",), ("members.hukou",), ("members.relation",)
_DIBAO = ("granted.dibao", "members.granted.dibao_person", "members.hukou", "members.absence")
_LOW = ("granted.dibao", "granted.low_income", "members.hukou", "members.absence")
_TEKUN = ("members.granted.tekun_basic",)
_ASSISTED = (*_DIBAO, "granted.low_income", *_TEKUN, "members.hardship_aid")

MEASURES: Mapping[str, Measure] = {
    "people": Measure("members", _BIRTH, _everyone),
    "men": Measure("members", ("members.sex",), lambda f: f["members.sex"] == Sex.MALE.code),
    "age_0_14": Measure("members", _BIRTH, lambda f: ~_aged(15)(f)),
    "age_15_59": Measure("members", _BIRTH, lambda f: _aged(15)(f) & ~_aged(60)(f)),
    "age_60": Measure("members", _BIRTH, _aged(60)),
    "age_65": Measure("members", _BIRTH, _aged(65)),
    "age_80": Measure("members", _BIRTH, _aged(80)),
    "age_100": Measure("members", _BIRTH, _aged(100)),
    "share_60": Measure("members", _BIRTH, _aged(60), over="people", percent=True),
    "share_65": Measure("members", _BIRTH, _aged(65), over="people", percent=True),
    "from_elsewhere": Measure("members", _HUKOU, _from_elsewhere),
    "registered": Measure("members", _HUKOU, _registered),
    "registered_60": Measure("members", _BIRTH + _HUKOU, lambda f: _aged(60)(f) & _registered(f)),
    "registered_80": Measure("members", _BIRTH + _HUKOU, lambda f: _aged(80)(f) & _registered(f)),
    "registered_share_60": Measure(
        "members", _BIRTH + _HUKOU, lambda f: _aged(60)(f) & _registered(f), over="registered", percent=True
    ),
    "registered_share_80": Measure(
        "members", _BIRTH + _HUKOU, lambda f: _aged(80)(f) & _registered(f), over="registered", percent=True
    ),
    "family_households": Measure("", _RELATION, lambda f: ~_collective(f)),
    "collective_households": Measure("", _RELATION, _collective),
    "household_size": Measure(
        "members", _RELATION, lambda f: ~f.spread("members", _collective(f)), over="family_households"
    ),
    "dibao_families": Measure("", _DIBAO, _dibao_families),
    "dibao_people": Measure("members", _DIBAO, _dibao_people),
    "low_income_families": Measure("", _LOW, _low_income_families),
    "low_income_people": Measure("members", _LOW, _low_income_people),
    "tekun_families": Measure("", _TEKUN, _tekun_families),
    "tekun_people": Measure("members", _TEKUN, _tekun_people),
    "assisted_families": Measure("", _ASSISTED, _assisted_families),
    "assisted_people": Measure("members", _ASSISTED, _assisted_people),
    "elder_home_residents": Measure("members", ("members.welfare_home",), lambda f: f["members.welfare_home"] > 0),
}

CENSUS = (
    "people", "age_0_14", "age_15_59", "age_60", "age_65", "share_60", "share_65", "family_households",
    "collective_households", "household_size",
)  # fmt: skip

TARGETS: Mapping[str, float] = {
    **{f"{name}.2020": 0.005 for name in CENSUS},
    **{f.id: 0.01 for f in figures() if f.id.startswith("people.2020.")},
    **{f.id: 0.02 for f in figures() if f.id.startswith("age_60.2020.")},
    "men.2020": 0.01,
    "from_elsewhere.2020": 0.01,
    "registered_60.2021": 0.04,
    "registered_80.2020": 0.04,
    "dibao_families.2021": 0.05,
    "dibao_people.2021": 0.05,
    "low_income_families.2017": 0.10,
    "low_income_people.2017": 0.10,
    "tekun_people.2017": 0.05,
    "elder_home_residents.2024": 0.05,
}
"""Tolerances as a share of the figure. Figures of other years are shown beside the city, not aimed at; registered people by
district too: they are counted where they are registered, which for the old city is often not where they live."""
