"""A family written as plain data: what is taken, and what is refused with its path and what to write."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines.rules.worlds import Home, Person, Sort, State, module, one
from yihu.engines.rules.given import GivenError, case_from, fact_value

PROGRAMMES = module(
    one("True")
    + "\n"
    + one("law.grant", "Money", options='unit="CNY/month"').replace("answer", "pay")
    + """
A = Programme(id="a", of=Home, zh="认定", en="recognition", eligible=answer)
B = Programme(id="b", of=Home, zh="补助", en="grant", eligible=answer, amount=pay)
"""
)
ALL = (PROGRAMMES.A, PROGRAMMES.B)


def known(data: dict[str, Any], **options: bool) -> dict[str, Any]:
    """The facts known of the case that ``data`` describes."""
    case: Any = case_from(data, Home, ALL, **options)
    return {name: case.known(name) for name in case.FACTS if case.known(name) is not None}


TAKEN = [
    ("rent", 5, Decimal(5)),
    ("rent", "1,450.50", Decimal("1450.5")),
    ("rent", 0.1, Decimal("0.1")),
    ("rent", "１２", Decimal(12)),
    ("rooms", "3", 3),
    ("rooms", 3.0, 3),
    ("loss", "-0.01", Decimal("-0.01")),
    ("owned", True, True),
    ("owned", "是", True),
    ("owned", "No", False),
    ("owned", 0, False),
    ("built", "1964-02-29", date(1964, 2, 29)),
    ("built", "19640229", date(1964, 2, 29)),
    ("built", "1964/2/29", date(1964, 2, 29)),
    ("built", "1964年2月29日", date(1964, 2, 29)),
    ("built", date(1964, 2, 29), date(1964, 2, 29)),
    ("built", datetime(1964, 2, 29, 8), date(1964, 2, 29)),
    ("sort", "boat", Sort.BOAT),
    ("sort", "船", Sort.BOAT),
    ("sort", "BOAT", Sort.BOAT),
    ("sort", Sort.BOAT, Sort.BOAT),
]


@pytest.mark.parametrize(("name", "value", "expected"), TAKEN)
def test_a_value_is_taken_in_the_forms_people_write(name: str, value: Any, expected: Any) -> None:
    assert known({name: value}) == {name: expected}


@pytest.mark.parametrize("value", [None, "", "unknown", "不详", " 未知 ", "?"])
def test_unknown_is_said_in_several_words_and_is_never_zero(value: Any) -> None:
    assert known({"rent": value, "owned": value, "built": value, "sort": value}) == {}
    assert known({}) == {}


def test_facts_are_named_by_name_label_or_alias() -> None:
    case: Any = case_from(
        {"房租": 5, "成员": [{"salary": 1, "出生日期": "2000-01-01"}, {"wage": 2, "state": "busy"}]}, Home, ALL
    )
    assert case.known("rent") == 5
    assert [(m.known("wage"), m.known("birth"), m.known("state")) for m in case.members] == [
        (1, date(2000, 1, 1), None),
        (2, None, State.BUSY),
    ]
    assert all(m.home is case for m in case.members)


def test_usual_values_are_presumed_only_when_asked() -> None:
    data: dict[str, Any] = {"members": [{}]}
    assert known(data, usual=True) == {"owned": False}
    case: Any = case_from(data, Home, ALL, usual=True)
    assert (case.members[0].known("wage"), case.members[0].known("birth"), case.granted) == (
        0,
        None,
        {"a": False, "b": 0},
    )
    assert case_from(data, Home, ALL).granted == {}
    assert known({"owned": "unknown"}, usual=True) == {}


def test_what_is_granted_today_is_named_by_programme() -> None:
    case: Any = case_from({"granted": {"认定": "是", "b": "449.99"}}, Home, ALL)
    assert case.granted == {"a": True, "b": Decimal("449.99")}
    assert case_from({"正在享受": {"grant": None}}, Home, ALL).granted == {"b": None}


REFUSED = [
    ({"ren": 5}, "ren: Home has no such fact; did you mean rent?"),
    ({"rent": "five"}, "rent: expected a number, found 'five'"),
    ({"rent": True}, "rent: expected a number, found True"),
    ({"rent": float("nan")}, "rent: expected a number"),
    ({"rent": "1.005"}, "rent: 1.005 has more than 2 decimal places"),
    ({"rent": "1.00000000000000000000000000000000000001"}, "rent: a number has at most"),
    ({"rent": "1e999999999"}, "rent: a number has at most"),
    ({"rent": -1}, "rent: -1 is outside 0 … 50000"),
    ({"rent": "50000.01"}, "rent: 50000.01 is outside"),
    ({"rooms": "2.5"}, "rooms: 2.5 has more than 0 decimal places"),
    ({"owned": "maybe"}, r"owned: expected yes or no \(是/否\), found 'maybe'"),
    ({"built": "1965-02-29"}, "built: expected a date like 1950-03-08, found '1965-02-29'"),
    ({"built": "65-02-28"}, "built: expected a date"),
    ({"built": 5}, "built: expected a date"),
    ({"built": "1899-12-31"}, "built: 1899-12-31 is outside 1900-01-01"),
    ({"sort": "castle"}, r"sort: 'castle' is not one of: house（房屋）, boat（船）"),
    ({"members": {}}, "members: expected a list"),
    ({"members": None}, "members: expected a list"),
    ({"members": [5]}, r"members\[0\]: expected the facts of a Person, found 5"),
    ({"members": [{}] * 7}, "members: at most 6 are taken, found 7"),
    ({"members": [{}, {"wag": 1}]}, r"members\[1\]\.wag: Person has no such fact; did you mean wage?"),
    ({"members": [{"wage": "x"}]}, r"members\[0\]\.wage: expected a number"),
    ({"rent": 5, "房租": 6}, "房租: it is given twice, also as rent; keep one"),
    ({"granted": 5}, "granted: expected programme: amount"),
    ({"granted": {"grnt": 5}}, r"granted\.grnt: no programme of a Home has this name; did you mean grant?"),
    ({"granted": {"b": -1}}, r"granted\.b: -1 is outside 0 …"),
    ({"granted": {"b": "1e12"}}, r"granted\.b: 1E\+12 is outside 0 …"),
    ({"granted": {"a": 5}}, r"granted\.a: expected yes or no"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_what_cannot_be_taken_is_named_with_its_path(data: dict[str, Any], message: str) -> None:
    with pytest.raises(GivenError, match=message):
        case_from(data, Home, ALL)


def test_a_family_that_is_no_mapping_is_refused() -> None:
    with pytest.raises(GivenError, match="expected the facts of a Home, found"):
        case_from([], Home)  # type: ignore[arg-type]


@given(
    value=st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=20),
        st.dates(),
        st.decimals(),
        st.lists(st.integers(), max_size=2),
    ),
    name=st.sampled_from(sorted(Person.FACTS)),
)
def test_any_value_is_taken_in_range_or_refused(name: str, value: Any) -> None:
    fact = Person.FACTS[name]
    try:
        found = fact_value(fact, value)
    except GivenError:
        return
    assert found is None or fact.low is None or fact.low <= found <= fact.high
