"""Everything the rule language takes is read, and means what it means in plain Python."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.engines.rules.worlds import JULY, Helper, Home, Person, Sort, State, law_book, module, one, rulebook, values
from yihu.engines.rules.month import Month

MONEY = 'unit="CNY/month"'
HOME = Home(
    rent=Decimal("1450.01"),
    loss=Decimal("-0.05"),
    width=Decimal("3.5"),
    rooms=3,
    owned=True,
    sort=Sort.BOAT,
    built=date(1964, 2, 29),
    members=[
        Person(
            birth=date(1964, 2, 29),
            joined=date(2024, 2, 1),
            wage=Decimal("10.05"),
            balance=-5,
            share=Decimal("0.125"),
            children=2,
            ill=True,
            state=State.BUSY,
        ),
        Person(
            birth=date(2004, 2, 29),
            joined=date(2024, 6, 30),
            wage=0,
            balance=5,
            share=-2,
            children=0,
            ill=False,
            state=State.AWAY,
        ),
    ],
    helpers=[Helper(born=date(1990, 1, 1), pays=7, grade=1, willing=True, sort=Sort.HOUSE)],
)

CONDITIONS = [
    "home.owned",
    "not home.owned",
    "True",
    "home.owned and law.open",
    "home.owned or not law.open and home.rooms > 2",
    "home.rent > law.grant",
    "law.grant <= home.rent < law.cap",
    "home.rent != 0",
    "home.rooms == 3",
    "home.rooms in (1, 2, 3)",
    "home.rooms not in (1, law.few)",
    "home.sort == Sort.BOAT",
    "home.sort != Sort.HOUSE",
    "home.sort in (Sort.BOAT, Sort.HOUSE)",
    "home.sort in {Sort.HOUSE}",
    "home.sort not in [Sort.HOUSE]",
    "home.owned == law.open",
    "home.built < law.deadline",
    "home.built >= law.first_day",
    "any(m.ill for m in home.members)",
    "all(m.ill for m in home.members)",
    "any(m.wage > 0 for m in home.members if m.state == State.AWAY)",
    "all(m.wage > 0 for m in home.members if m.ill)",
    "any(m.wage > home.rent for m in home.members)",
    "any(m.home.rent > m.wage for m in home.members)",
    "(law.open if home.owned else False)",
    "age_on(home.built, law.last_day, feb29='mar1') >= law.adult",
    "-home.rent < 0",
]
NUMBERS = [
    ("home.rent + home.loss", 2, "CNY/month"),
    ("home.rent - home.loss - 0", 2, "CNY/month"),
    ("home.rent * law.rate", 6, "CNY/month"),
    ("home.rent * 2", 2, "CNY/month"),
    ("-home.loss", 2, "CNY/month"),
    ("min(home.rent, law.grant)", 2, "CNY/month"),
    ("max(home.loss, law.grant, 0)", 2, "CNY/month"),
    ("round_half_up(home.rent, 1)", 1, "CNY/month"),
    ("round_half_up(home.loss, 1)", 1, "CNY/month"),
    ("round_up(home.loss, 1)", 1, "CNY/month"),
    ("round_down(home.loss, 1)", 1, "CNY/month"),
    ("round_up(home.rent, 0)", 0, "CNY/month"),
    ("divide(home.rent, home.rooms, places=2, if_zero=0)", 2, "CNY/month"),
    ("divide(home.loss, 2, places=2)", 2, "CNY/month"),
    ("divide(home.rent, home.loss, places=3, if_zero=law.rate)", 3, ""),
    ("sum(m.wage for m in home.members)", 2, "CNY/month"),
    ("sum(m.wage for m in home.members if m.state == State.CALM)", 2, "CNY/month"),
    ("sum(m.wage * m.share for m in home.members if not m.ill)", 5, "CNY/month"),
    ("count(m.ill for m in home.members)", 0, ""),
    ("count(m.ill for m in home.members if m.children > 0)", 0, ""),
    ("len(home.members) + len(home.helpers)", 0, ""),
    ("max((m.wage for m in home.members), default=0)", 2, "CNY/month"),
    ("min((h.pays for h in home.helpers if h.grade > 3), default=law.grant)", 2, "CNY/month"),
    ("age_on(home.built, law.first_day, feb29='feb28')", 0, "year"),
    ("months_between(home.built, law.first_day)", 0, "month"),
    ("home.rent if home.owned else 0", 2, "CNY/month"),
    ("0 if home.owned else home.rent", 2, "CNY/month"),
]


def both(text: str, case: Home | Person = HOME) -> tuple[object, object]:
    """The rule ``answer`` simply called, and by the engine."""
    made = module(text)
    book = rulebook(made)
    home = case if isinstance(case, Home) else case.home
    found = values(book, home)
    if isinstance(case, Person):
        found = found[list(home.members).index(case)]
    return made.answer(case, law_book().on(JULY)), found


@pytest.mark.parametrize("expression", CONDITIONS)
def test_a_condition_means_what_it_means_in_python(expression: str) -> None:
    plain, found = both(one(expression))
    assert (plain, type(found)) == (found, bool)


@pytest.mark.parametrize(("expression", "places", "unit"), NUMBERS)
def test_a_number_means_what_it_means_in_python(expression: str, places: int, unit: str) -> None:
    plain, found = both(one(expression, "Number", options=f'places={places}, unit="{unit}"'))
    assert plain == found


@pytest.mark.parametrize(
    "expression",
    [
        "home.built",
        "law.deadline",
        "law.first_day",
        "law.last_day",
        "min(home.built, law.deadline)",
        "max((m.joined for m in home.members if m.ill), default=home.built)",
        "min((h.born for h in home.helpers), default=law.deadline)",
        "home.built if home.owned else law.deadline",
    ],
)
def test_a_date_means_what_it_means_in_python(expression: str) -> None:
    plain, found = both(one(expression, "date"))
    assert plain == found


@pytest.mark.parametrize("expression", ["home.sort", "Sort.HOUSE", "home.sort if not home.owned else Sort.HOUSE"])
def test_a_choice_means_what_it_means_in_python(expression: str) -> None:
    plain, found = both(one(expression, "Sort"))
    assert plain is found


def test_a_rule_of_a_person_reads_the_case_and_through_it_the_others() -> None:
    text = one("person.wage < person.home.rent and any(m.ill for m in person.home.members)", of="person: Person")
    assert both(text, HOME.members[1]) == (True, True)


LONG = """
    @rule(cites="Act 1", zh="答案", unit="CNY/month")
    def answer(home: Home, law: Law) -> Money:
        '''A docstring may stand here.'''
        many = len(home.members)  # a name is given once
        if many > law.few:
            part = home.rent
        else:
            part = law.grant
        if home.sort == Sort.HOUSE:
            return 0
        elif home.owned and many > 1:
            if home.rooms > 1:
                return part + 1 * home.loss
            return part
        return home.rent
"""


@pytest.mark.parametrize("change", [{}, {"owned": False}, {"sort": Sort.HOUSE}, {"rooms": 1}, {"members": ()}])
def test_statements_mean_what_they_mean_in_python(change: dict[str, object]) -> None:
    facts = {name: HOME.known(name) for name in HOME.FACTS} | {"members": HOME.members} | change
    plain, found = both(LONG, Home(facts))
    assert plain == found


def test_rules_call_rules_between_person_case_and_person() -> None:
    text = """
    @rule(cites="Act 1", zh="多")
    def well_off(person: Person, law: Law) -> bool:
        return person.wage > 0

    @rule(cites="Act 1", zh="多者人数")
    def well_off_members(home: Home, law: Law) -> int:
        return count(well_off(m, law) for m in home.members)

    @rule(cites="Act 1", zh="答案", unit="CNY/month")
    def answer(person: Person, law: Law) -> Money:
        return divide(person.home.rent, well_off_members(person.home, law), places=2, if_zero=0) if well_off(person, law) else 0
    """
    assert [both(text, m) for m in HOME.members] == [(Decimal("1450.01"),) * 2, (0, 0)]


def test_a_tuple_of_choices_may_have_a_name() -> None:
    assert both("AFLOAT = (Sort.BOAT,)\n" + one("home.sort in AFLOAT")) == (True, True)


def test_a_rule_may_cite_another_law_value_for_each_month() -> None:
    book = rulebook(module(one("law.grant", "Money", options=MONEY)))
    months = [date(2023, 12, 1), date(2024, 1, 1), date(2024, 6, 30), date(2024, 7, 31)]
    assert [values(book, Home(), month) for month in months] == [
        Decimal(x) for x in ("100", "333.33", "333.33", "1450")
    ]


def test_equal_expressions_are_one_node() -> None:
    book = rulebook(
        module(one("home.rent > 0 or home.rent > 0") + "\n" + one("home.rent > 0").replace("answer", "again"))
    )
    answer, again = book.trees.values()
    assert answer.args[0] is answer.args[1] is again


def test_every_rule_is_ready_in_the_month_with_those_it_calls() -> None:
    book = rulebook(module(one("home.owned").replace("answer", "first") + "\n" + one("first(home, law)")))
    assert [r.name for r in Month(book, JULY).trees] == ["first", "answer"]
