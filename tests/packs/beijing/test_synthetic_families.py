"""Synthetic families of Beijing can be: ages, incomes and facts agree with each other and with what the pack declares."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np
import pyarrow as pa
import pytest

from yihu.engines.rules import ranges
from yihu.engines.rules.layout import arrow_schema, case_of, columns
from yihu.engines.rules.schema import Entity
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import Kind
from yihu.engines.synth import Facts, plan
from yihu.records.snapshots.city import to_table
from yihu_beijing import pack
from yihu_beijing.facts import Absence, ChildGroup, Emergency, Hukou, ParentState, Relation, Studies
from yihu_beijing.synth import recipe

ON = date(2024, 7, 1)
FAMILIES = 30_000


@cache
def families() -> pa.Table:
    batch = recipe().batch(0, FAMILIES, 11, ON)
    return to_table(pack, arrow_schema(pack.root, pack.programmes), batch, first=1)


@pytest.fixture
def facts() -> Facts:
    return Facts(families(), ON)


def age(facts: Facts) -> np.ndarray:
    return ((ON - date(1970, 1, 1)).days - facts["members.birth"]) / 365.2425


def of_first(facts: Facts, values: np.ndarray) -> np.ndarray:
    """The value of each family's first member, for every member."""
    sizes = facts.sizes("members")
    return np.repeat(values[np.cumsum(sizes) - sizes], sizes)


def test_a_batch_is_the_same_whenever_it_is_made() -> None:
    made = recipe()
    alone, again = made.batch(3, 500, 5, ON), recipe()
    again.batch(0, 500, 5, ON)
    other = again.batch(3, 500, 5, ON)
    assert all(np.array_equal(alone.facts[name], other.facts[name]) for name in alone.facts)
    assert (alone.community == other.community).all()


def test_every_fact_the_pack_declares_is_given() -> None:
    batch = recipe().batch(0, 200, 1, ON)
    given = set(batch.facts)
    assert given == {c.name for c in columns(pack.root, pack.programmes) if not c.fact.startswith("granted.")}


def test_children_are_younger_than_both_parents(facts: Facts) -> None:
    relation, years = facts["members.relation"], age(facts)
    child = relation == Relation.CHILD.code
    assert (of_first(facts, years) - years)[child].min() > 18
    families_with_both = facts.total("members", child) * facts.total("members", relation == Relation.SPOUSE.code) > 0
    both = facts.spread("members", families_with_both)
    spouse = np.repeat(years[(relation == Relation.SPOUSE.code) & both], facts.sizes("members")[families_with_both])
    assert (spouse - years[both])[child[both]].min() > 17


def test_parents_are_older_and_grandchildren_much_younger(facts: Facts) -> None:
    relation, gap = facts["members.relation"], of_first(facts, age(facts)) - age(facts)
    assert gap[relation == Relation.PARENT.code].max() < -18
    assert gap[relation == Relation.GRANDCHILD.code].min() > 40


def test_every_family_has_an_adult_but_childrens_homes(facts: Facts) -> None:
    grown = facts.total("members", age(facts) >= 18) > 0
    groups = facts.total("members", facts["members.child_group"] == ChildGroup.INSTITUTION_ORPHAN.code)
    young_workers = facts.total("members", facts["members.relation"] == Relation.OTHER.code)
    assert (grown | (groups > 0) | (young_workers > 0)).all()
    assert grown.mean() > 0.99


def test_each_family_has_one_first_member_and_at_most_one_spouse(facts: Facts) -> None:
    assert (facts.total("members", facts["members.relation"] == Relation.SELF.code) == 1).all()
    assert facts.total("members", facts["members.relation"] == Relation.SPOUSE.code).max() == 1


def test_couples_are_a_man_and_a_woman(facts: Facts) -> None:
    spouse = facts["members.relation"] == Relation.SPOUSE.code
    assert (facts["members.sex"] + of_first(facts, facts["members.sex"]) == 1)[spouse].all()


def test_all_values_lie_within_the_declared_ranges() -> None:
    levels: dict[str, type[Entity]] = {CASE: pack.root} | {n.name: n.item for n in pack.root.LISTS.values()}
    for column in columns(pack.root, pack.programmes):
        if column.fact.startswith("granted.") or column.type.kind is Kind.YES_NO:
            continue
        fact = levels[column.level].FACTS[column.fact]
        values = Facts(families(), ON)[column.name]
        if column.type.kind is Kind.CHOICE:
            assert column.type.choices is not None
            low, high = 0, len(column.type.choices) - 1
        else:
            low, high = ranges.scaled(fact.low, column.type), ranges.scaled(fact.high, column.type)
        assert low <= values.min(initial=high), column.name
        assert values.max(initial=low) <= high, column.name


def test_no_family_has_facts_that_cannot_be_true_together() -> None:
    for row in range(400):
        case = case_of(families(), row, pack.root, pack.programmes)
        assert [fault.says for check in pack.checks for fault in check(case)] == []


def test_students_are_of_the_age_of_their_school(facts: Facts) -> None:
    years, studies = age(facts), facts["members.studies"]
    here = facts["members.absence"] == Absence.NONE.code
    basic = (years > 6.1) & (years < 14.9) & here
    assert (studies[basic] == Studies.COMPULSORY.code).all()
    assert not studies[years < 5.9].any()


def test_nobody_without_a_certificate_has_a_grade(facts: Facts) -> None:
    has = facts["members.disability"] > 0
    assert not facts["members.disability_grade"][~has].any()
    assert (facts["members.disability_grade"][has] >= 1).all()


def test_disability_grows_with_age_and_is_four_to_five_in_a_hundred(facts: Facts) -> None:
    own = facts["members.hukou"] == Hukou.BEIJING.code
    has, years = facts["members.disability"] > 0, age(facts)
    shares = [has[own & (years >= low) & (years < low + 20)].mean() for low in (0, 20, 40, 60)]
    assert shares == sorted(shares)
    assert 0.04 <= has[own].mean() <= 0.055


def test_everything_the_programmes_ask_about_occurs() -> None:
    found: set[ParentState] = set()
    events: set[Emergency] = set()
    tapering = spending = obligors = alone = 0
    for index in range(3):
        batch = recipe().batch(index, 65_536, 2, ON)
        states = list(ParentState)
        found |= {states[i] for i in np.unique(np.asarray(batch.facts["members.father"]))}
        kinds = list(Emergency)
        events |= {kinds[i] for i in np.unique(np.asarray(batch.facts["emergency"]))}
        tapering += int(np.sum(batch.facts["job_reported"]))
        spending += int(np.sum(np.asarray(batch.facts["year_spending"]) > 0))
        alone += int(np.sum(batch.facts["members.no_able_obligor"]))
        obligors += int(batch.offsets["obligors"][-1])
    assert {ParentState.DEAD, ParentState.PRISON, ParentState.NOT_FOUND, ParentState.LOST_CONTACT} <= found
    assert {Emergency.ACCIDENT, Emergency.ILLNESS} <= events
    assert min(tapering, spending, alone, obligors) > 10


def test_only_families_out_of_need_have_unknown_facts() -> None:
    batch = recipe().batch(0, FAMILIES, 11, ON)
    told_by_nobody = {  # amounts that no document in hand gives: of 2011 to May 2022, of January to August 2025
        "members.special_aid_then",
        "members.unemployment_then",
    }
    not_asked = {"hard_spending_confirmed"}  # what a street has not looked at
    assert set(batch.unknown) == {"members.wage", "year_income", "money_assets"} | told_by_nobody | not_asked
    assert 0.01 < batch.unknown["money_assets"].mean() < 0.05


@pytest.mark.parametrize("people", [1_000, 5_000, 200_000])
def test_the_city_has_as_many_people_as_asked_for(people: int) -> None:
    made = recipe()
    counted = sum(
        int(made.batch(index, families, 4, ON).offsets["members"][-1])
        for index, families in enumerate(plan(people, made))
    )
    assert counted == pytest.approx(people, rel=0.005)
