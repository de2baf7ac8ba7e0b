"""Everything the packs can say is said in words: no identifiers, and no English in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yihu.engines.rules.book import Rulebook, parameter_type
from yihu.engines.rules.month import Month
from yihu.engines.rules.reasons import reasons
from yihu.engines.rules.tree import Node, negation, walk
from yihu.engines.rules.types import YES_NO, Choice, Kind, Type, number
from yihu.engines.rules.wording import Wording, value
from yihu.pack import find_pack

PACKS = ("beijing", "sample")
MONTHS = [date(2005, 7, 1), date(2010, 7, 1), date(2016, 3, 1), date(2019, 10, 1), date(2024, 7, 1), date(2026, 1, 1)]
LATIN = re.compile("[A-Za-z_]")
RAW = re.compile(r"_|\bgranted\.|\b(?:None|True|False)\b")


def book(pack: str) -> Rulebook:
    return find_pack(pack).rulebook


def types(of: Rulebook) -> Iterator[tuple[str, Type]]:
    """Types of all facts, parameters and rules with what they belong to."""
    yield from ((name, type_) for _, name, type_ in of.facts())
    yield from ((p.name, parameter_type(p)) for p in of.law.parameters.values())
    yield from ((rule.name, rule.type) for rule in of.trees)


def some_value(type_: Type) -> object:
    if type_.kind is Kind.CHOICE:
        assert type_.choices is not None
        return next(iter(type_.choices))
    return {Kind.YES_NO: True, Kind.DATE: date(2024, 2, 29), Kind.NUMBER: Decimal("1234.5")}[type_.kind]


def nodes(of: Rulebook) -> Iterator[tuple[str, Node]]:
    for rule, root in of.trees.items():
        yield from ((rule.name, node) for node in walk(root))


@pytest.mark.parametrize("pack", PACKS)
def test_every_expression_is_said_in_chinese(pack: str) -> None:
    words = Wording(book(pack), "zh")
    raw = {said: name for name, node in nodes(book(pack)) if LATIN.search(said := words.say(node))}
    assert raw == {}


@pytest.mark.parametrize("pack", PACKS)
def test_no_expression_shows_an_identifier_in_english(pack: str) -> None:
    words = Wording(book(pack), "en")
    raw = {said: name for name, node in nodes(book(pack)) if RAW.search(said := words.say(node))}
    assert raw == {}


@pytest.mark.parametrize("pack", PACKS)
def test_every_negation_is_said_in_chinese(pack: str) -> None:
    words = Wording(book(pack), "zh")
    conditions = [(name, negation(node)) for name, node in nodes(book(pack)) if node.type is YES_NO]
    assert {said: name for name, node in conditions if LATIN.search(said := words.say(node))} == {}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("month", MONTHS)
def test_every_condition_of_a_programme_is_said_met_and_unmet(pack: str, month: date) -> None:
    if pack == "sample" and month.year < 2023:
        month = month.replace(year=2023)
    found = Month(book(pack), month)
    words = Wording(book(pack), "zh")
    conditions = [(p.id, node) for p in found.programmes for node in reasons(found, p)]
    assert len(conditions) > 5
    for name, node in conditions:
        for said in (words.say(node), words.unmet(node)):
            assert not LATIN.search(said), (name, said)
            assert 2 <= len(said) <= 120, (name, said)


@pytest.mark.parametrize("pack", PACKS)
def test_every_value_has_its_unit_in_chinese(pack: str) -> None:
    raw = {name: said for name, t in types(book(pack)) if LATIN.search(said := value(some_value(t), t, "zh"))}
    assert raw == {}


@pytest.mark.parametrize("pack", PACKS)
def test_every_choice_has_a_word_in_both_languages(pack: str) -> None:
    choices = {t.choices for _, t in types(book(pack)) if t.choices is not None}
    members: list[Choice] = [member for each in choices for member in each]
    assert [m for m in members if LATIN.search(m.zh) or not m.en or "_" in m.en] == []


@pytest.mark.parametrize("pack", PACKS)
def test_rules_facts_and_parameters_are_named_in_both_languages(pack: str) -> None:
    of = book(pack)
    entities = [of.root, *(nested.item for nested in of.root.LISTS.values())]
    named: list[Any] = [
        *of.trees,
        *of.law.parameters.values(),
        *of.programmes,
        *(f for e in entities for f in e.FACTS.values()),
    ]
    assert [(n.zh, n.en) for n in named if not n.zh or LATIN.search(n.zh) or not n.en or "_" in n.en] == []


@pytest.mark.parametrize("pack", PACKS)
def test_questions_and_their_help_are_asked_in_chinese(pack: str) -> None:
    of = book(pack)
    entities = [of.root, *(nested.item for nested in of.root.LISTS.values())]
    facts = [fact for entity in entities for fact in entity.FACTS.values()]
    assert [f.name for f in facts if LATIN.search(f.ask[0] + f.help[0]) or not f.ask[1]] == []


@pytest.mark.parametrize(
    ("found", "type_", "zh", "en"),
    [
        (None, YES_NO, "不详", "unknown"),
        (False, YES_NO, "否", "no"),
        (date(2024, 2, 29), Type(Kind.DATE), "2024年2月29日", "29 February 2024"),
        (Decimal("1450.00"), number("CNY/month", 2), "1,450元/月", "1,450 yuan a month"),
        (Decimal("1450.5"), number("CNY", 2), "1,450.50元", "1,450.50 yuan"),
        (Decimal("-0.125"), number("", 3), "-0.125", "-0.125"),
        (80, number("year"), "80周岁", "80 years"),
        (Decimal("12.50"), number("m2/person", 2), "12.5平方米/人", "12.5 square metres a person"),
        (3, number("person"), "3人", "3 people"),
    ],
)
def test_a_value_in_words(found: object, type_: Type, zh: str, en: str) -> None:
    assert (value(found, type_, "zh"), value(found, type_, "en")) == (zh, en)
