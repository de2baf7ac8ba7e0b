"""A month of a rulebook: the law of its first day, programmes that exclude each other, the better of several, not in force."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.engines.rules.agreement import by_call, by_duckdb, by_kernel
from tests.engines.rules.worlds import JULY, Home, Person, book_of, found, law_book, module, one
from yihu.engines.rules import OneOf, Programme
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.month import LawGap, Month, months_from, read_month

MONEY = 'unit="CNY/month"'
RULES = """
@rule(cites="Act 1", zh="有")
def owner(home: Home, law: Law) -> bool:
    return home.owned

@rule(cites="Act 1", zh="多间")
def roomy(home: Home, law: Law) -> bool:
    return home.rooms > law.few

@rule(cites="Act 1", zh="病")
def ill(person: Person, law: Law) -> bool:
    return person.ill

@rule(cites="Act 1", zh="房租", unit="CNY/month")
def rent(home: Home, law: Law) -> Money:
    return home.rent

@rule(cites="Act 1", zh="亏损", unit="CNY/month")
def losses(home: Home, law: Law) -> Money:
    return -home.loss

@rule(cites="Act 1", zh="补助", unit="CNY/month")
def grant(home: Home, law: Law) -> Money:
    return law.grant

@rule(cites="Act 1", zh="个人补助", unit="CNY/month")
def own_grant(person: Person, law: Law) -> Money:
    return law.grant

@rule(cites="Act 1", zh="旧额", unit="CNY/month")
def old_grant(home: Home, law: Law) -> Money:
    return law.old_grant

"""


def programme(name: str, options: str, of: str = "Home") -> str:
    """Text of a programme."""
    return f'{name.upper()} = Programme(id="{name}", of={of}, zh="甲", en="a", {options})\n'


def programmes(text: str) -> Rulebook:
    """The rulebook of programmes over the rules above (only what they need)."""
    made = module(RULES + text)
    return Rulebook(Home, law_book(), found(made, Programme), found(made, OneOf))


def outcome(book: Rulebook, case: Home, month: date = JULY) -> dict[str, Any]:
    """Every outcome by name, the same in all engines: yes/no and fen; lists for members; None is unknown."""
    at = Month(book, month)
    rules = [r for o in book.outcomes.values() for r in (o.entitled, o.amount) if r is not None]
    seen = [engine(at, rules, [case]) for engine in (by_call, by_kernel, by_duckdb)]
    assert seen[0] == seen[1] == seen[2]
    return {r.name: seen[0][r.name][0][0] if book.level(r) == "case" else seen[0][r.name][0] for r in rules}


ALONE = programme("a", "eligible=owner, amount=rent")


@pytest.mark.parametrize(
    ("facts", "entitled", "amount"),
    [
        ({"owned": True, "rent": 5}, 1, 500),
        ({"owned": False, "rent": 5}, 0, 0),
        ({"owned": False}, 0, 0),
        ({"rent": 5}, None, None),
        ({"owned": True}, 1, None),
        ({}, None, None),
        ({"owned": True, "rent": 0}, 1, 0),
    ],
)
def test_the_amount_is_due_to_the_entitled_and_nothing_to_others(
    facts: dict[str, Any], entitled: int | None, amount: int | None
) -> None:
    assert outcome(programmes(ALONE), Home(facts)) == {"a.entitled": entitled, "a.amount": amount}


# exclusions

BARRED = programme("a", "eligible=owner") + programme("b", "eligible=roomy, amount=grant, barred_by=(A,)")


@pytest.mark.parametrize(
    ("owned", "rooms", "a", "b"),
    [
        (True, 9, 1, 0),
        (False, 9, 0, 1),
        (False, 1, 0, 0),
        (None, 9, None, None),
        (None, 1, None, 0),
        (True, None, 1, 0),
        (False, None, 0, None),
    ],
)
def test_who_is_entitled_to_one_programme_is_barred_from_another(
    owned: bool | None, rooms: int | None, a: int | None, b: int | None
) -> None:
    found = outcome(programmes(BARRED), Home(owned=owned, rooms=rooms))
    assert (found["a.entitled"], found["b.entitled"]) == (a, b)


def test_a_person_is_barred_by_what_the_family_gets() -> None:
    book = programmes(
        programme("a", "eligible=owner") + programme("b", "eligible=ill, amount=own_grant, barred_by=(A,)", "Person")
    )
    members = [Person(ill=True), Person(ill=False), Person()]
    assert outcome(book, Home(owned=True, members=members))["b.entitled"] == [0, 0, 0]
    assert outcome(book, Home(owned=False, members=members))["b.amount"] == [145_000, 0, None]
    assert outcome(book, Home(members=members))["b.entitled"] == [None, 0, None]


def test_exclusions_follow_in_a_row() -> None:
    text = (
        BARRED
        + programme("c", "eligible=owner, amount=rent, barred_by=(A, B)")
        + programme("d", "eligible=roomy, barred_by=(C,)")
    )
    found = outcome(programmes(text), Home(owned=True, rooms=9, rent=1))
    assert {k: v for k, v in found.items() if k.endswith("entitled")} == {
        "a.entitled": 1,
        "b.entitled": 0,
        "c.entitled": 0,
        "d.entitled": 1,
    }


def test_programmes_without_a_relation_stack() -> None:
    book = programmes(ALONE + programme("b", "eligible=owner, amount=grant"))
    found = outcome(book, Home(owned=True, rent=5))
    assert found["a.amount"] + found["b.amount"] == 145_500


# the better of several

PAIR = programme("a", "eligible=owner, amount=rent") + programme("b", "eligible=roomy, amount=losses")
BETTER = "G = OneOf((A, B), cites='Act 2')\n"


@pytest.mark.parametrize(
    ("facts", "a", "b"),
    [
        ({"rent": 5, "loss": -3}, 1, 0),
        ({"rent": 3, "loss": -5}, 0, 1),
        ({"rent": 5, "loss": -5}, 1, 0),
        ({"rent": 3, "loss": -5, "rooms": 1}, 1, 0),
        ({"rent": 5, "loss": -3, "owned": False}, 0, 1),
        ({"rent": 5, "owned": False}, 0, 1),
        ({"rent": None, "loss": -3}, None, None),
        ({"rent": 5, "loss": -3, "rooms": None}, 1, 0),
        ({"rent": 3, "loss": -5, "rooms": None}, None, None),
        ({"rent": 3, "loss": -5, "owned": None}, 0, 1),
    ],
)
def test_of_several_only_the_better_is_granted(facts: dict[str, Any], a: int | None, b: int | None) -> None:
    case = Home({"owned": True, "rooms": 9, **facts})
    found = outcome(programmes(PAIR + BETTER), case)
    assert (found["a.entitled"], found["b.entitled"]) == (a, b)


@pytest.mark.parametrize(("order", "winner"), [("A, B", "a"), ("B, A", "b")])
def test_of_equals_the_one_named_first_is_granted(order: str, winner: str) -> None:
    found = outcome(
        programmes(PAIR + f"G = OneOf(({order}), cites='Act 2')"), Home(owned=True, rooms=9, rent=5, loss=-5)
    )
    assert [name for name in ("a", "b") if found[f"{name}.entitled"]] == [winner]


def test_of_three_exactly_one_is_granted_whatever_the_amounts() -> None:
    text = PAIR + programme("c", "eligible=owner, amount=grant") + "G = OneOf((B, C, A), cites='Act 2')"
    book = programmes(text)
    for rent, loss in ((1450, -1450), (1450, 0), (0, -1450), (2000, -3000), (3000, -2000), (1, -1)):
        found = outcome(book, Home(owned=True, rooms=9, rent=rent, loss=loss))
        amounts = {"a": rent * 100, "b": -loss * 100, "c": 145_000}
        best = max(amounts.values())
        first = next(name for name in "bca" if amounts[name] == best)
        assert {name: found[f"{name}.amount"] for name in "abc"} == {
            name: best if name == first else 0 for name in "abc"
        }


# in force

TIMED = programme("a", "eligible=owner, amount=rent, since=date(2024, 3, 1), until=date(2024, 7, 1)")


@pytest.mark.parametrize(
    ("month", "there"), [("2024-02", False), ("2024-03", True), ("2024-06", True), ("2024-07", False)]
)
def test_a_programme_exists_from_its_first_to_before_its_last_day(month: str, there: bool) -> None:
    book = programmes(TIMED)
    at = Month(book, read_month(month))
    assert at.in_force(book.programmes[0]) is there
    assert outcome(book, Home(owned=True, rent=5), read_month(month))["a.entitled"] == there
    unknown = outcome(book, Home(), read_month(month))
    assert unknown == ({"a.entitled": None, "a.amount": None} if there else {"a.entitled": 0, "a.amount": 0})


def test_a_programme_not_in_force_bars_nobody_and_competes_with_nobody() -> None:
    text = TIMED + programme("b", "eligible=owner, barred_by=(A,)") + programme("c", "eligible=owner, amount=losses")
    book = programmes(text + "G = OneOf((A, C), cites='Act 2')")
    case = Home(owned=True, rent=5, loss=-3)
    june, july = outcome(book, case, date(2024, 6, 1)), outcome(book, case)
    assert (june["b.entitled"], june["c.entitled"], july["b.entitled"], july["c.entitled"]) == (0, 0, 1, 1)


def test_a_programme_ended_may_still_be_asked_for() -> None:
    book = book_of(
        RULES.split("@rule")[0]
        + "@rule"
        + RULES.split("@rule")[1]
        + TIMED.replace(", amount=rent", "")
        + one("entitled(A, home, law)")
    )
    case = Home(owned=True)
    asked = book.extra[-1]
    assert [by_duckdb(Month(book, m), [asked], [case])["answer"][0][0] for m in (date(2024, 6, 1), JULY)] == [1, 0]
    assert [by_call(Month(book, m), [asked], [case])["answer"][0][0] for m in (date(2024, 6, 1), JULY)] == [1, 0]


# the law of the month


def test_a_gap_names_the_parameter_the_day_and_every_rule_that_needs_it() -> None:
    book = book_of(
        one("law.old_grant", "Money", options=MONEY) + "\n" + one("law.old_grant > 0").replace("answer", "other")
    )
    assert by_call(Month(book, date(2014, 12, 1)), [book.extra[0]], [Home()]) == {"answer": [[5_000]]}
    with pytest.raises(
        LawGap, match=r"old_grant has no value on 2024-07-01: it ended on 2015-01-01 .*needed by answer, other"
    ):
        Month(book, JULY)
    with pytest.raises(LawGap, match="the first known value is of 2000-01-01"):
        Month(book, date(1999, 12, 1))


@pytest.mark.parametrize("then", ["law.old_grant", "old_grant(home, law)"])
def test_behind_a_condition_of_the_law_only_the_branch_taken_needs_values(then: str) -> None:
    made = module(RULES + one(f"{then} if not law.open else law.grant", "Money", options=MONEY))
    book = Rulebook(Home, law_book(), [], [], [made.answer])
    for engine in (by_call, by_kernel, by_duckdb):
        assert engine(Month(book, JULY), [made.answer], [Home()]) == {"answer": [[145_000]]}
    with pytest.raises(LawGap, match="old_grant has no value on 2024-02-01"):
        Month(book, date(2024, 2, 1))


def test_a_programme_not_in_force_needs_no_law_even_where_others_are_compared_with_it() -> None:
    text = programme("a", "eligible=owner, amount=grant") + programme(
        "b", "eligible=owner, amount=old_grant, until=date(2015, 1, 1)"
    )
    book = programmes(text + "G = OneOf((B, A), cites='Act 2')\n")
    assert [p.id for p in Month(book, JULY).programmes] == ["a"]
    case = Home(owned=True)
    assert outcome(book, case) == {"a.entitled": 1, "a.amount": 145_000, "b.entitled": 0, "b.amount": 0}
    assert outcome(book, case, date(2014, 1, 1)) == {
        "a.entitled": 1,
        "a.amount": 10_000,
        "b.entitled": 0,
        "b.amount": 0,
    }


def test_a_year_of_months_begins_at_any_month() -> None:
    assert [f"{m:%Y-%m}" for m in months_from(date(2023, 11, 5), 4)] == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert read_month("2024-02") == read_month("2024-02-29") == date(2024, 2, 1)
    with pytest.raises(ValueError, match="'2024-13' is not a month; write it like 2024-07"):
        read_month("2024-13")


def test_amounts_are_exact_decimals() -> None:
    book = programmes(ALONE)
    assert by_call(
        Month(book, JULY), [book.outcomes[book.programmes[0]].entitled], [Home(owned=True, rent=Decimal("0.01"))]
    )["a.entitled"] == [[1]]
