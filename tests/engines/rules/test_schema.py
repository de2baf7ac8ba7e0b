"""Facts declared in several classes that one entity inherits from."""

from __future__ import annotations

import pytest

from yihu.engines.rules import Entity, Many, fact, many
from yihu.engines.rules.schema import SchemaError


class Health(Entity):
    ill: bool = fact(zh="患病", en="ill")


class School(Entity):
    pupil: bool = fact(zh="在校", en="at school")


def test_an_entity_has_the_facts_of_all_its_classes() -> None:
    class Person(Health, School):
        old: bool = fact(zh="年老", en="old")

    assert {*Person.FACTS} == {"ill", "pupil", "old"}
    assert Person({"ill": True}).known("ill") is True


def test_lists_are_inherited_too() -> None:
    class Case(Entity):
        people: Many[Health] = many(Health, zh="人", en="people")

    class Wider(Case):
        rich: bool = fact(zh="富", en="rich")

    assert list(Wider.LISTS) == ["people"]


def test_one_name_for_two_facts_of_two_classes_is_refused() -> None:
    class Other(Entity):
        ill: bool = fact(zh="病休", en="on sick leave")

    with pytest.raises(SchemaError, match="the fact ill is declared twice"):

        class Person(Health, Other):
            """Both have a fact called ill."""


def test_declaring_a_fact_again_is_refused() -> None:
    with pytest.raises(SchemaError, match="declares this fact already"):

        class Person(Health):
            ill: bool = fact(zh="病", en="ill")
