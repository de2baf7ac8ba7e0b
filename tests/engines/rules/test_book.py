"""Rules are put together into a rulebook: what each declares, circles, programmes that do not fit, reforms, gaps in the law."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.engines.rules.worlds import HEAD, Home, book_of, found, law_book, module, one, values
from yihu.engines.rules import Entity, Many, OneOf, Programme, fact, many, up
from yihu.engines.rules.book import Rulebook, RulebookError
from yihu.engines.rules.syntax import RuleError

MONEY = 'unit="CNY/month"'
FIRST = HEAD.count("\n") + 1

DECLARED = [
    (one("True").replace('cites="Act 1"', 'cites=" "'), "cites nothing; give cites='document number article'"),
    (one("True").replace('zh="答案"', 'zh=""'), "has no Chinese name"),
    (one("True", of="home"), r"two arguments: an entity and the law"),
    (one("True", of="home: int"), r"two arguments: an entity and the law"),
    (one("True").replace(", law: Law", ""), "two arguments"),
    (one("True").replace("law: Law", "law: Law, more: int = 1"), "two arguments"),
    (one("True").replace(" -> bool", ""), "annotate the result: -> bool, int, Money"),
    (one("True", "str"), "annotate the result"),
    (one("True", "float"), "annotate the result"),
    (one("True", "Mony"), "an annotation cannot be read: name 'Mony' is not defined"),
    (one("True", of="home: Hme"), "an annotation cannot be read: name 'Hme'"),
    (one("home.width", "Number"), "states its decimal places: @rule"),
    (one("True", options=MONEY), "unit= and places= belong to numbers"),
    (one("home.rooms", "int", options="places=2"), "an int has no decimal places"),
    ("answer = rule(cites='Act 1', zh='x')(lambda home, law: True)", "a rule is a plain function"),
]


@pytest.mark.parametrize(("text", "advice"), DECLARED)
def test_a_rule_that_declares_too_little_is_refused_at_import(text: str, advice: str) -> None:
    with pytest.raises(RuleError, match=advice) as caught:
        module(text)
    assert FIRST <= caught.value.line <= FIRST + 1
    assert caught.value.file in str(caught.value)


GIVEN = [
    (one("home.rent", "Money", options='unit="CNY/year"'), "declared in CNY/year but gives CNY/month"),
    (one("home.rooms", "Money", options=MONEY), "declared in CNY/month but gives a pure number"),
    (
        one("home.rent * law.rate", "Money", options=MONEY),
        r"6 decimal places, 2 are declared: round it .*round_half_up\(…, 2\)",
    ),
    (one("home.rent", "bool"), "declared as yes/no but gives a number of CNY/month"),
    (one("home.owned", "int"), "declared as number but gives a yes/no"),
    (one("home.built", "int"), "declared as number but gives a date"),
    (one("home.sort", "State"), "declared as choice State but gives a choice Sort"),
    (one("home.rent", "int"), "declared in a pure number but gives CNY/month"),
]


@pytest.mark.parametrize(("text", "advice"), GIVEN)
def test_a_rule_gives_what_it_declares(text: str, advice: str) -> None:
    with pytest.raises(RuleError, match=advice) as caught:
        book_of(text)
    assert caught.value.line == FIRST + 1


def test_a_bare_zero_fits_every_unit() -> None:
    assert values(book_of(one("0", "Money", options=MONEY)), Home()) == 0


def test_rules_in_a_circle_are_refused_with_the_whole_path() -> None:
    text = "\n".join(
        one(f"{other}(home, law)").replace("answer", name) for name, other in (("a", "b"), ("b", "c"), ("c", "a"))
    )
    with pytest.raises(RulebookError) as caught:
        book_of(text)
    lines = [FIRST + 1 + 4 * i for i in (0, 1, 2, 0)]
    for name, line in zip("abca", lines, strict=True):
        assert f"{name} (" in str(caught.value)
        assert f".py:{line})" in str(caught.value)
    assert "break it with a fact (recognised, granted)" in str(caught.value)


def test_a_circle_through_a_person_and_back_is_refused() -> None:
    text = one("any(answer(m, law) for m in home.members)").replace("def answer", "def home_rule") + "\n"
    text += one("home_rule(person.home, law)", of="person: Person")
    with pytest.raises(RulebookError, match=r"home_rule .* → answer .* → home_rule"):
        book_of(text)


RULES = """
@rule(cites="Act 1", zh="是")
def yes(home: Home, law: Law) -> bool:
    return True

@rule(cites="Act 1", zh="病")
def ill(person: Person, law: Law) -> bool:
    return person.ill

@rule(cites="Act 1", zh="额", unit="CNY/month")
def pay(home: Home, law: Law) -> Money:
    return law.grant

@rule(cites="Act 1", zh="额", unit="CNY/month", places=4)
def fine_pay(home: Home, law: Law) -> Money:
    return law.grant * law.few

@rule(cites="Act 1", zh="旧额", unit="CNY/month")
def old_pay(home: Home, law: Law) -> Money:
    return law.old_grant

@rule(cites="Act 1", zh="次", unit="CNY")
def once(home: Home, law: Law) -> Money:
    return 0

@rule(cites="Act 1", zh="倍", unit="CNY/month")
def twice(home: Home, law: Law) -> Money:
    return pay(home, law) * 2

"""


def programmes(text: str) -> Rulebook:
    """The rulebook of programmes over the rules above (only what they need)."""
    made = module(RULES + text)
    return Rulebook(Home, law_book(), found(made, Programme), found(made, OneOf))


def programme(name: str, options: str, of: str = "Home") -> str:
    """Text of a programme."""
    return f'{name.upper()} = Programme(id="{name}", of={of}, zh="甲", en="a", {options})\n'


WRONG = [
    (
        programme("a", "eligible=yes") + programme("a", "eligible=yes").replace("A =", "B ="),
        "two programmes are called a",
    ),
    (programme("a", "eligible=yes", of="Person"), "a is about a Person, but its rules are not"),
    (programme("a", "eligible=ill, amount=pay", of="Person"), "a is about a Person, but its rules are not"),
    (programme("a", "eligible=pay"), "a: pay gives a number of CNY/month; eligible takes yes/no"),
    (programme("a", "eligible=yes, amount=yes"), "a: yes gives a yes/no; amount takes a number"),
    (programme("a", "eligible=yes, amount=fine_pay"), "a: the amount has 4 places; round it to the fen"),
    (
        one("entitled(A, home, law)")
        + programme("b", "eligible=answer")
        + programme("a", "eligible=yes, barred_by=(B,)"),
        r"in a circle: b\.entitled .* → b\.open .* → answer .* → a\.entitled .* → a\.open .* → b\.entitled",
    ),
    (
        programme("a", "eligible=ill", of="Person") + programme("b", "eligible=yes, barred_by=(A,)"),
        "b is about a Home and cannot be barred by a",
    ),
    (
        programme("a", "eligible=yes, amount=pay")
        + programme("b", "eligible=yes, amount=once")
        + "G = OneOf((A, B), cites='x')",
        "needs one unit, not CNY and CNY/month",
    ),
    (
        programme("a", "eligible=yes, amount=pay") + programme("b", "eligible=yes") + "G = OneOf((A, B), cites='x')",
        "a and b cannot be compared: both need an amount",
    ),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_programmes_that_do_not_fit_together_are_refused(text: str, message: str) -> None:
    with pytest.raises(RulebookError, match=message):
        programmes(text)


@pytest.mark.parametrize("use", ["entitled(A, home, law)", "recognised(A, home)"])
def test_a_programme_outside_the_rulebook_cannot_be_asked(use: str) -> None:
    made = module(RULES + programme("a", "eligible=yes") + one(use))
    with pytest.raises(RuleError, match="programme a is not part of this rulebook"):
        Rulebook(Home, law_book(), [], [], [made.answer])


def test_a_programme_outside_the_rulebook_cannot_bar_or_compete() -> None:
    made = module(
        RULES + programme("a", "eligible=yes, amount=pay") + programme("b", "eligible=yes, amount=pay, barred_by=(A,)")
    )
    with pytest.raises(RulebookError, match="programme a is not part of this rulebook"):
        Rulebook(Home, law_book(), [made.B])
    with pytest.raises(RulebookError, match="programme b is not part of this rulebook"):
        Rulebook(Home, law_book(), [made.A], [OneOf((made.A, made.B), cites="x")])


def test_a_rule_about_somebody_outside_the_case_is_refused() -> None:
    text = "class Stranger(Entity):\n    ill: bool = fact(zh='病', en='ill')\n" + one(
        "stranger.ill", of="stranger: Stranger"
    )
    with pytest.raises(RuleError, match="Stranger is neither Home nor an item of one of its lists"):
        book_of(text)


class Being(Entity):
    """Held by both lists."""

    ship: Ship = up()
    ill: bool = fact(zh="病", en="ill")


class Ship(Entity):
    """A case whose two lists hold the same entity."""

    crew: Many[Being] = many(Being, zh="船员", en="crew")
    guests: Many[Being] = many(Being, zh="客", en="guests")


def test_an_entity_in_two_lists_is_refused_because_a_rule_would_not_know_which() -> None:
    made = module(one("being.ill", of="being: Being"), HEAD + "from tests.engines.rules.test_book import Being\n")
    with pytest.raises(RuleError, match="Being is in crew and guests; give each list an entity of its own"):
        Rulebook(Ship, law_book(), [], [], [made.answer])


# reforms


def test_a_reform_replaces_a_rule_wherever_it_is_called() -> None:
    made = module(RULES + one("home.rent", "Money", options=MONEY))
    book = Rulebook(Home, law_book(), [], [], [made.twice])
    reformed = book.with_(replaced={made.pay: made.answer})
    home = Home(rent=Decimal(7))
    assert [values(b, home, rule="twice") for b in (book, reformed)] == [2900, 14]


@pytest.mark.parametrize("other", ["yes", "once", "fine_pay", "ill"])
def test_a_replacement_of_another_type_unit_places_or_entity_is_refused(other: str) -> None:
    made = module(RULES)
    book = Rulebook(Home, law_book(), [], [], [made.twice])
    with pytest.raises(RulebookError, match=rf"{other} \(.*\) cannot replace pay \(.*\)"):
        book.with_(replaced={made.pay: getattr(made, other)})
