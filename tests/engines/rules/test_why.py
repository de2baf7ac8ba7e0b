"""Why a condition fails, and how expressions are said in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.engines.rules.worlds import JULY, Home, book_of, one
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.explain import Answer, answers
from yihu.engines.rules.month import Month
from yihu.engines.rules.tree import Node
from yihu.engines.rules.types import Unit, number
from yihu.engines.rules.why import Cause, why
from yihu.engines.rules.wording import Lang, Wording, day, unit_words, value

RULES = """
@rule(cites="Act 1", zh="房租合理", en="fair rent")
def fair(home: Home, law: Law) -> bool:
    return home.rent <= law.grant and not home.owned

@rule(cites="Act 1", zh="有人患病", en="somebody ill")
def anybody_ill(home: Home, law: Law) -> bool:
    return any(m.ill for m in home.members)

@rule(cites="Act 1", zh="符合", en="fits")
def fits(home: Home, law: Law) -> bool:
    return fair(home, law) and (home.rooms > 3 or anybody_ill(home, law))

@rule(cites="Act 1", zh="金额", en="amount", unit="CNY/month")
def amount(home: Home, law: Law) -> Money:
    return law.grant

FIRST = Programme(id="first", of=Home, zh="甲", en="first", eligible=fits, amount=amount)
SECOND = Programme(id="second", of=Home, zh="乙", en="second", eligible=fair, amount=amount, barred_by=(FIRST,))
THIRD = Programme(id="third", of=Home, zh="丙", en="third", eligible=fair, amount=amount)
EITHER = OneOf((THIRD, SECOND), cites="Act 1")
"""


def answered(**facts: object) -> dict[str, Answer]:
    """The answers for a home by programme."""
    known = {"rent": Decimal(100), "owned": False, "rooms": 1, "members": [{"ill": False}], **facts}
    return {a.programme.id: a for a in answers(Evaluation(Month(book_of(RULES), JULY), Home(known)))}


def causes(found: Answer) -> list[Cause]:
    return [why(found.evaluation, c.node, found.frame) for c in found.failing]


def said(found: Answer, cause: Cause, lang: Lang = "zh") -> str:
    return Wording(found.evaluation.month.book, lang).say(cause.node)


def test_a_comparison_below_rules_is_found_with_both_sides_and_the_gap() -> None:
    found = answered(rent=Decimal(2000))["first"]
    (first, *_) = causes(found)
    compared = first.deepest.compared
    assert compared is not None
    assert [compared.mine_value, compared.line_value, compared.gap] == [2000, 1450, 550]


def test_a_negation_is_said_as_what_would_have_to_hold() -> None:
    found = answered(owned=True)["first"]
    (first, *_) = causes(found)
    assert said(found, first.deepest) == "不属于“自有”"
    assert said(found, first.deepest, "en") == "does not apply: owned"


def test_of_alternatives_each_is_a_cause_and_one_would_be_enough() -> None:
    found = answered()["first"]
    (only,) = causes(found)
    assert only.any_of
    assert [said(found, c) for c in only.causes] == ["间数多于3", "有人患病"]


def test_an_exclusion_names_the_other_programme_and_goes_no_deeper() -> None:
    found = answered(rooms=5)["second"]
    excluded = causes(found)[0]
    assert excluded.programme is not None
    assert (excluded.programme.id, excluded.causes) == ("first", ())
    assert said(found, excluded) == "不符合“甲”"


def test_the_better_of_two_is_named_as_the_cause() -> None:
    found = answered()["second"]
    (beaten,) = causes(found)
    assert beaten.programme is not None
    assert beaten.programme.id == "third"
    assert said(found, beaten) == "没有金额不低于本项的“丙”"
    assert Wording(found.evaluation.month.book, "zh").unmet(beaten.node) == "改为享受金额不低于本项的“丙”"


def test_what_is_unknown_has_no_cause() -> None:
    found = answered(owned=None)["first"]
    assert causes(found)[0].node.op == "or"
    assert len(found.failing) == 1


def node_of(expression: str, kind: str = "bool", options: str = "") -> tuple[Wording, Wording, Node]:
    book = book_of(one(expression, kind, options=options))
    tree = book.trees[next(r for r in book.trees if r.name == "answer")]
    return Wording(book, "zh"), Wording(book, "en"), tree


@pytest.mark.parametrize(
    ("expression", "zh", "en"),
    [
        ("home.rooms < law.few", "间数少于few", "rooms is below few"),
        ("law.few >= home.rooms", "间数不超过few", "rooms is at most few"),
        ("home.rent > law.grant", "房租高于grant", "rent is above grant"),
        ("home.built < law.deadline", "建成日期早于deadline", "built on is before deadline"),
        ("home.sort != Sort.BOAT", "类型不为“船”", "sort is not “boat”"),
        ("home.sort == Sort.BOAT or home.sort == Sort.HOUSE", "类型为“船”、“房屋”", "sort is “boat” or “house”"),
        ("age_on(home.built, law.last_day, feb29='mar1') >= law.adult", "周岁", "age on the end of the month"),
        ("all(m.ill for m in home.members)", "成员人人（患病）", "everybody: ill (members)"),
    ],
)
def test_an_expression_in_words(expression: str, zh: str, en: str) -> None:
    chinese, english, tree = node_of(expression)
    assert zh in chinese.say(tree)
    assert en in english.say(tree)


def test_english_brackets_are_english() -> None:
    _, english, tree = node_of("home.owned and (home.rooms > 1 or home.rent > 0)")
    assert "（" not in english.say(tree)
    assert "(rooms is above 1 or" in english.say(tree)


@pytest.mark.parametrize(
    ("label", "turned"),
    [
        ("有子女", "没有子女"),
        ("已就业", "未就业"),
        ("享受补贴", "没有享受补贴"),
        ("符合规定", "不符合规定"),
        ("老人", "不属于“老人”"),
    ],
)
def test_a_chinese_label_turned_round_stays_a_sentence(label: str, turned: str) -> None:
    assert Wording._negated(label) == turned


def test_units_and_dates_are_words() -> None:
    assert unit_words(Unit.parse("CNY/month"), "zh") == "元/月"
    assert unit_words(Unit.parse("CNY/person/month"), "en") in ("yuan a month a person", "yuan a person a month")
    assert value(Decimal("1234.5"), number("CNY/month", 2), "zh") == "1,234.50元/月"
    assert value(60, number("year"), "zh") == "60周岁"
    assert day(date(2024, 7, 1), "zh") == "2024年7月1日"
    assert day(date(2024, 7, 1), "en") == "1 July 2024"
