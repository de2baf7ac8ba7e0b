"""The engine for one family: three values in every operation, empty lists, ambiguous dates, rounding."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from tests.engines.rules.agreement import by_call, by_duckdb, by_kernel
from tests.engines.rules.worlds import JULY, Helper, Home, Person, Sort, State, book_of, one
from yihu.engines.rules import UNKNOWN, age_on, count, divide, months_between, round_down, round_half_up, round_up
from yihu.engines.rules.call import call
from yihu.engines.rules.month import Month
from yihu.engines.rules.types import Choice, Kind
from yihu.engines.rules.values import UnknownFact

MONEY = 'unit="CNY/month"'


def everywhere(expression: str, case: Home, kind: str = "bool", options: str = "", month: date = JULY) -> Any:
    """Value of an expression about a home; the three engines must agree on it."""
    book = book_of(one(expression, kind, options=options))
    at = Month(book, month)
    rules = list(at.trees)
    seen = [engine(at, rules, [case])["answer"] for engine in (by_call, by_kernel, by_duckdb)]
    assert seen[0] == seen[1] == seen[2], f"call {seen[0]}, kernel {seen[1]}, DuckDB {seen[2]}"
    return call(rules[-1], at, case)


def money(expression: str, case: Home, places: int = 2) -> Any:
    """The same for a number in CNY/month."""
    return everywhere(expression, case, "Number", f"{MONEY}, places={places}")


THREE = (True, False, None)


@pytest.mark.parametrize(("a", "b"), list(product(THREE, THREE)))
def test_and_or_not_follow_kleene(a: bool | None, b: bool | None) -> None:
    case = Home(owned=a, members=[Person(ill=b)])
    other = "any(m.ill for m in home.members)"
    both = False if a is False or b is False else None if a is None or b is None else True
    one_of = True if a or b else None if a is None or b is None else False
    assert everywhere(f"home.owned and {other}", case) is both
    assert everywhere(f"home.owned or {other}", case) is one_of
    assert everywhere("not home.owned", case) is (None if a is None else not a)


@pytest.mark.parametrize(
    "ills", [(), (True,), (None,), (False, None), (True, None), (False, False), (True, True), (None, None)]
)
def test_any_and_all_over_a_list_follow_kleene(ills: tuple[bool | None, ...]) -> None:
    case = Home(members=[Person(ill=ill) for ill in ills])
    some = True if True in ills else None if None in ills else False
    every = False if False in ills else None if None in ills else True
    assert everywhere("any(m.ill for m in home.members)", case) is some
    assert everywhere("all(m.ill for m in home.members)", case) is every
    assert everywhere("any(m.ill for m in home.members if m.wage > 0)", case) is (
        some if not ills or some is False else None
    )


UNKNOWN_IN = [
    "home.rent + 0",
    "0 - home.rent",
    "home.rent * 0",
    "-home.rent",
    "min(home.rent, 0)",
    "max(law.grant, home.rent)",
    "round_half_up(home.rent, 0)",
    "divide(home.rent, 2, places=2)",
    "divide(law.grant, home.rooms, places=2, if_zero=0)",
    "divide(home.rent, home.rooms, places=2, if_zero=law.grant)",
    "sum(m.wage for m in home.members)",
    "0 * sum(m.wage for m in home.members)",
    "sum(m.wage for m in home.members if m.ill)",
    "max((m.wage for m in home.members), default=0)",
    "home.rent if home.owned else home.rent",
    "max((h.pays for h in home.helpers), default=home.rent)",
    "min((law.grant for m in home.members if m.ill), default=0)",
]


@pytest.mark.parametrize("expression", UNKNOWN_IN)
def test_an_unknown_operand_makes_a_number_unknown(expression: str) -> None:
    assert money(expression, Home(members=[Person()])) is None


@pytest.mark.parametrize(
    "expression",
    [
        "home.rent == home.rent",
        "home.rent != 0",
        "home.rent < 0",
        "home.built >= law.deadline",
        "home.sort == Sort.BOAT",
        "home.sort in (Sort.BOAT, Sort.HOUSE)",
        "home.rooms not in (1, 2)",
        "home.owned == home.owned",
        "age_on(home.built, law.first_day, feb29='mar1') >= law.adult",
        "months_between(home.built, law.first_day) > law.wait",
    ],
)
def test_a_comparison_with_an_unknown_is_unknown(expression: str) -> None:
    assert everywhere(expression, Home()) is None


KNOWN_ANYWAY = [
    ("home.rent if law.open else law.grant", Home(rent=3), 3),
    ("law.grant if law.open else home.rent", Home(), 1450),
    ("sum(m.wage for m in home.members if m.ill)", Home(members=[Person(ill=False), Person(ill=True, wage=2)]), 2),
    (
        "max((m.wage for m in home.members if m.ill), default=home.rent)",
        Home(members=[Person(ill=True, wage=2), Person(ill=False)]),
        2,
    ),
    ("divide(home.rent, home.rooms, places=2, if_zero=home.loss)", Home(rent=3, rooms=2), Decimal("1.5")),
]


@pytest.mark.parametrize(("expression", "case", "value"), KNOWN_ANYWAY)
def test_an_unknown_that_is_not_needed_does_no_harm(expression: str, case: Home, value: Any) -> None:
    assert money(expression, case) == value


def test_a_known_choice_outside_the_options_is_not_unknown() -> None:
    assert everywhere("home.sort in (Sort.BOAT,)", Home(sort=Sort.HOUSE)) is False


EMPTY = [
    ("sum(m.wage for m in home.members)", 0),
    ("count(m.ill for m in home.members)", 0),
    ("len(home.members)", 0),
    ("max((m.wage for m in home.members), default=law.grant)", 1450),
    ("min((m.wage for m in home.members), default=0)", 0),
]


@pytest.mark.parametrize(("expression", "value"), EMPTY)
def test_nobody_adds_up_to_nothing_and_has_the_stated_extreme(expression: str, value: int) -> None:
    options = f"{MONEY}, places=2" if "wage" in expression else "places=0"
    assert everywhere(expression, Home(), "Number", options) == value


def test_nobody_is_all_and_nobody_is_any() -> None:
    assert everywhere("all(m.ill for m in home.members)", Home()) is True
    assert everywhere("any(m.ill for m in home.members)", Home()) is False


def test_an_extreme_over_those_kept_states_what_holds_when_none_is_kept() -> None:
    case = Home(members=[Person(wage=5, ill=False), Person(wage=7, ill=False)])
    assert money("max((m.wage for m in home.members if m.ill), default=law.grant)", case) == 1450
    assert money("max((m.wage for m in home.members if not m.ill), default=law.grant)", case) == 7


# dates

BIRTHDAYS = [  # born, mar1: full years at the end of February 2023 and on 1 March; the same by feb28
    (date(2004, 2, 29), 18, 19, 19, 19),
    (date(2004, 2, 28), 19, 19, 19, 19),
    (date(2004, 3, 1), 18, 19, 18, 19),
]


@pytest.mark.parametrize(("born", "mar1_before", "mar1_after", "feb28_before", "feb28_after"), BIRTHDAYS)
def test_somebody_born_on_29_february_is_a_year_older_as_the_rule_says(
    born: date, mar1_before: int, mar1_after: int, feb28_before: int, feb28_after: int
) -> None:
    case = Home(built=born)
    for feb29, before, after in (("mar1", mar1_before, mar1_after), ("feb28", feb28_before, feb28_after)):
        for day, month, age in (("last_day", date(2023, 2, 1), before), ("first_day", date(2023, 3, 1), after)):
            text = f'age_on(home.built, law.{day}, feb29="{feb29}")'
            assert everywhere(text, case, "int", 'unit="year"', month) == age
            for more in (0, 1, 2):  # the kernel compares birth dates, not ages
                limit = "law.adult" if not more else f"divide(law.adult * {18 + more}, 18, places=0)"
                assert everywhere(f"{text} >= {limit}", case, month=month) is (age >= 18 + more)


@pytest.mark.parametrize("years", range(57, 62))
@pytest.mark.parametrize("sign", ["<", "<=", ">", ">=", "==", "!="])
def test_an_age_is_compared_with_a_limit_that_has_decimals(years: int, sign: str) -> None:
    case = Home(built=date(2024 - years, 7, 31))
    expected = {"<": years < 59.5, "<=": years < 59.5, ">": years > 59.5, ">=": years > 59.5, "==": False, "!=": True}[
        sign
    ]
    assert everywhere(f'age_on(home.built, law.last_day, feb29="mar1") {sign} law.fine_age', case) is expected
    mirrored = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(sign, sign)
    assert everywhere(f'law.fine_age {mirrored} age_on(home.built, law.last_day, feb29="mar1")', case) is expected


@pytest.mark.parametrize(
    "limit", ["law.adult * 1000", "law.adult * 100", "-law.adult * 1000", "-law.adult", "law.adult * 0"]
)
def test_a_limit_of_age_beyond_the_calendar_is_only_a_limit(limit: str) -> None:
    text = f'age_on(home.built, law.last_day, feb29="mar1") >= {limit}'
    assert everywhere(text, Home(built=date(1950, 1, 1))) is (limit.startswith("-") or limit.endswith("* 0"))


def test_an_age_before_birth_counts_down() -> None:
    case = Home(built=date(2024, 8, 1))
    assert everywhere('age_on(home.built, law.last_day, feb29="mar1")', case, "int", 'unit="year"') == -1
    assert everywhere('age_on(law.last_day, home.built, feb29="mar1")', case, "int", 'unit="year"') == 0


@pytest.mark.parametrize(
    ("start", "months"),
    [
        (date(2024, 7, 31), 0),
        (date(2024, 6, 30), 1),
        (date(2023, 8, 1), 11),
        (date(2024, 8, 1), -1),
        (date(1900, 2, 28), 1493),
    ],
)
def test_months_are_calendar_months_whatever_the_day(start: date, months: int) -> None:
    assert everywhere("months_between(home.built, law.first_day)", Home(built=start), "int", 'unit="month"') == months
    assert everywhere("months_between(law.last_day, home.built)", Home(built=start), "int", 'unit="month"') == -months


# rounding

ROUNDED = [  # value, half up, up, down; to one place
    ("-0.05", "-0.1", "0", "-0.1"),
    ("-0.04", "0", "0", "-0.1"),
    ("-0.15", "-0.2", "-0.1", "-0.2"),
    ("-19999.95", "-20000", "-19999.9", "-20000"),
    ("-0.10", "-0.1", "-0.1", "-0.1"),
    ("0", "0", "0", "0"),
]


@pytest.mark.parametrize(("value", "half_up", "up", "down"), ROUNDED)
def test_negative_amounts_round_as_the_mode_says(value: str, half_up: str, up: str, down: str) -> None:
    case = Home(loss=Decimal(value))
    for mode, expected in (("half_up", half_up), ("up", up), ("down", down)):
        assert money(f"round_{mode}(home.loss, 1)", case) == Decimal(expected)
        opposite = {"half_up": half_up, "up": down, "down": up}[mode]
        assert money(f"round_{mode}(-home.loss, 1)", case) == -Decimal(opposite)


QUOTIENTS = [
    ("0.05", 2, "0.03"),
    ("-0.05", 2, "-0.03"),
    ("0.05", -2, "-0.03"),
    ("0.04", 3, "0.01"),
    ("0.01", 3, "0"),
    ("-0.01", 2, "-0.01"),
    ("10", 3, "3.33"),
    ("0", 5, "0"),
    ("5", 0, "1450"),
]


@pytest.mark.parametrize(("top", "by", "expected"), QUOTIENTS)
def test_a_quotient_rounds_halves_away_from_zero(top: str, by: int, expected: str) -> None:
    case = Home(
        members=[Person(balance=Decimal(top), share=by)] if abs(by) <= 2 else [],
        rent=max(Decimal(top), Decimal(0)),
        rooms=max(by, 0),
    )
    if case.members:
        text = "divide(sum(m.balance for m in home.members), sum(m.share for m in home.members), places=2, if_zero=law.grant)"
    else:
        text = "divide(home.rent, home.rooms, places=2, if_zero=law.grant)"
    assert money(text, case) == Decimal(expected)


def test_an_unknown_divided_by_zero_is_unknown_and_not_what_holds_for_zero() -> None:
    text = "divide(home.rent, home.rooms, places=2, if_zero=law.grant)"
    assert money(text, Home(rooms=0)) is None
    assert money(text, Home(rooms=0, rent=3)) == 1450
    assert money("divide(law.grant, home.rooms, places=2, if_zero=home.rent)", Home(rooms=0)) is None


def test_what_holds_for_a_zero_divisor_is_rounded_to_the_places_of_the_quotient() -> None:
    case = Home(rent=1, rooms=0, loss=Decimal("-0.5"))
    assert money("divide(home.rent, home.rooms, places=0, if_zero=home.loss)", case, 0) == -1
    assert divide(1, 0, places=0, if_zero=Decimal("-0.5")) == -1


# plain Python

DARK: Any = UNKNOWN


@pytest.mark.parametrize(
    "value",
    [
        DARK + 1,
        1 - DARK,
        DARK * Decimal(2),
        -DARK,
        DARK < 1,
        DARK == DARK,
        round_half_up(DARK, 2),
        round_up(DARK, 0),
        round_down(DARK, 0),
        divide(DARK, 0, places=2),
        divide(1, DARK, places=2),
        divide(1, 0, places=2, if_zero=DARK),
        age_on(DARK, date(2024, 1, 1)),
        months_between(date(2024, 1, 1), DARK),
    ],
)
def test_unknown_spreads_in_plain_python_too(value: object) -> None:
    assert value is UNKNOWN


def test_plain_python_refuses_to_decide_on_an_unknown() -> None:
    with pytest.raises(UnknownFact, match="evaluate the rule through an engine"):
        bool(UNKNOWN)
    assert count([True, False, True]) == 2


def test_choices_know_their_labels_and_their_code() -> None:
    assert (State.BUSY.zh, State.BUSY.en, State.BUSY.code) == ("忙碌", "busy", 1)
    assert issubclass(State, Choice)
    assert Kind.CHOICE.value == "choice"


def test_each_subject_of_a_list_has_its_own_value() -> None:
    book = book_of(one("person.wage - sum(h.pays for h in person.home.helpers)", "Money", "person: Person", MONEY))
    month = Month(book, JULY)
    case = Home(members=[Person(wage=5), Person(), Person(wage=9)], helpers=[Helper(pays=2)])
    assert [call(book.extra[0], month, case, i) for i in range(3)] == [3, None, 7]
