"""The law of one month: what it must have, and what it may leave out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yihu.engines.rules import Entity, Many, Money, ParameterSet, Programme, fact, many, rule, up
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import call
from yihu.engines.rules.month import LawGap, Month
from yihu.engines.rules.policy import check, read_cases

LAW = """
parameters:
  urban:
    zh: 城市标准
    en: urban standard
    type: money
    unit: CNY/month
    places: 2
    after_last: holds
    checked: 2026-01-01
    values: [{from: 2010-01, value: 500, confidence: recalled, note: {zh: 示例, en: example}}]
  rural:
    zh: 农村标准
    en: rural standard
    type: money
    unit: CNY/month
    places: 2
    after_last: ends
    checked: 2026-01-01
    values:
      - {from: 2012-01, value: 300, confidence: recalled, note: {zh: 示例, en: example}}
      - {from: 2015-07, value: null, confidence: recalled, note: {zh: 示例, en: example}}
  separate:
    zh: 城乡分别规定
    en: two standards
    type: yes_no
    unit: ''
    after_last: holds
    checked: 2026-01-01
    values:
      - {from: 2010-01, value: yes, confidence: recalled, note: {zh: 示例, en: example}}
      - {from: 2015-07, value: no, confidence: recalled, note: {zh: 示例, en: example}}
"""


class Law(ParameterSet):
    urban: Money
    rural: Money
    separate: bool


class Member(Entity):
    home: Home = up()
    age: int = fact(zh="年龄", en="age", high=150)


class Home(Entity):
    members: Many[Member] = many(Member, zh="成员", en="members", most=3)
    rural: bool = fact(zh="农村", en="rural", usual=False)


@rule(cites="甲 一", zh="农村的标准", unit="CNY/month")
def countryside(home: Home, law: Law) -> Money:
    return law.rural


@rule(cites="甲 二", zh="标准", unit="CNY/month")
def standard(home: Home, law: Law) -> Money:
    if not law.separate:
        return law.urban
    return countryside(home, law) if home.rural else law.urban


@rule(cites="甲 三", zh="人人可得")
def everybody(home: Home, law: Law) -> bool:
    return True


POLICY = """
cases:
  - name: 农村
    on: 2014-01
    source: 甲 二
    given: {rural: yes}
    expect: {aid: {entitled: yes, amount: 300}}
"""

AID = Programme("aid", Home, "补助", "aid", everybody, standard)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return Rulebook(Home, Law.read([("law.yaml", LAW)]), [AID])


def test_a_branch_that_the_law_of_the_month_rules_out_needs_no_value(book: Rulebook) -> None:
    assert call(standard, Month(book, date(2024, 7, 1)), Home(rural=True)) == Decimal(500)


def test_a_branch_that_the_law_of_the_month_allows_does(book: Rulebook) -> None:
    with pytest.raises(LawGap, match=r"rural has no value on 2011-01-01.*needed by countryside"):
        Month(book, date(2011, 1, 1))


def test_a_condition_without_a_value_is_a_gap(book: Rulebook) -> None:
    with pytest.raises(LawGap, match="separate has no value on 2009-01-01"):
        Month(book, date(2009, 1, 1))


@pytest.mark.parametrize(("rural", "expected"), [(True, 300), (False, 500)])
def test_a_fact_chooses_where_the_law_leaves_both(book: Rulebook, rural: bool, expected: int) -> None:
    assert call(standard, Month(book, date(2014, 1, 1)), Home(rural=rural)) == Decimal(expected)


def test_the_month_of_a_policy_test_is_read_as_the_word_on(book: Rulebook) -> None:
    (case,) = read_cases("aid.policy.yaml", POLICY)
    assert case.month == date(2014, 1, 1)
    assert check(case, book).passed
