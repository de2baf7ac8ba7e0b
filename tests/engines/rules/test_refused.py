"""What the rule language does not take is refused when the rule is read: file, line, and what to write instead."""

from __future__ import annotations

import pytest

from tests.engines.rules.worlds import HEAD, book_of, one
from yihu.engines.rules.syntax import RuleError

MONEY = 'unit="CNY/month"'


def refusal(text: str) -> RuleError:
    """The error that a text is refused with."""
    with pytest.raises(RuleError) as caught:
        book_of(text)
    return caught.value


SYNTAX = [
    ("home.rent * 0.5 > 0", "0.5 is a float and not exact; make it a parameter"),
    ("home.rent / 2 > 0", r"divide\(a, b, places=2\)"),
    ("home.rent // 2 > 0", r"round_down\(divide"),
    ("home.rooms % 2 == 0", "no remainder"),
    ("home.rooms ** 2 > 0", "no powers"),
    ("home.rent is None", "never None"),
    ("home.rent is not None", "never None"),
    ("f'{home.rent}' == ''", "labels belong to zh="),
    ("any([m.ill for m in home.members])", "without brackets"),
    ("any({m.ill for m in home.members})", "without brackets"),
    ("home.members[0].ill", "no indexing"),
    ("(lambda: True)()", "write a rule and call it"),
    ("(x := home.owned)", "line of its own"),
    ("{'a': 1} == 1", "parameter of the law"),
    ("any(*home.members)", "write the arguments out"),
    ("home.rooms & 1 == 0", "BitAnd is not part"),
    ("home.rooms << 1 == 0", "LShift is not part"),
    ("+home.rent > 0", "UAdd is not part"),
    ("~home.rooms > 0", "Invert is not part"),
    ("(yield home.rent)", "return one value"),
]


@pytest.mark.parametrize(("expression", "advice"), SYNTAX)
def test_other_syntax_is_refused_with_what_to_write_instead(expression: str, advice: str) -> None:
    with pytest.raises(RuleError, match=advice) as caught:
        book_of(one(expression))
    assert caught.value.line == HEAD.count("\n") + 3


@pytest.mark.parametrize("expression", ["True", "await home.rent", "any(m.ill async for m in home.members)"])
def test_a_rule_that_waits_is_refused(expression: str) -> None:
    assert "a rule is a plain function" in refusal(one(expression).replace("def answer", "async def answer")).message


STATEMENTS = [
    ("for m in home.members:\n        return m.ill\n    return False", "sum(… for m in home.members)", 3),
    ("while True:\n        return False", "no loops", 3),
    ("x = 1\n    x += 1\n    return x > 0", "assigned once", 4),
    ("x: int = 1\n    return x > 0", "without an annotation", 3),
    ("try:\n        return True\n    finally:\n        pass", "rules cannot fail", 3),
    ("raise ValueError", "rules cannot fail", 3),
    ("assert home.owned\n    return True", "rule of its own", 3),
    ("import math\n    return True", "top of the file", 3),
    ("match home.rooms:\n        case _:\n            return True", "if … elif", 3),
    ("with home:\n        return True", "only compute", 3),
    ("del home\n    return True", "assigned once", 3),
    ("global x\n    return True", "parameter of the law", 3),
    ("def inner() -> bool:\n        return True\n    return inner()", "no functions inside", 3),
    ("class Inner:\n        pass\n    return True", "ClassDef is not part", 3),
    ("home.owned\n    return True", "does nothing", 3),
    ("pass\n    return True", "Pass is not part", 3),
    ("x, y = 1, 2\n    return x > y", "one plain name", 3),
    ("x = y = 1\n    return x > y", "one plain name", 3),
    ("home.rent = 1\n    return True", "one plain name", 3),
    ("x = home.owned\n    x = True\n    return x", "x has a value already", 4),
    ("home = True\n    return home", "home has a value already", 3),
    ("return", "return a value", 3),
    ("if home.owned:\n        return True", "ends without a return", 4),
    ("x = home.owned", "ends without a return", 3),
    ("if home.owned:\n        x = 1\n    return x > 0", "x is not known", 5),
]


@pytest.mark.parametrize(("body", "advice", "line"), STATEMENTS)
def test_other_statements_are_refused_at_their_line(body: str, advice: str, line: int) -> None:
    error = refusal(one("HERE").replace("return HERE", body))
    assert advice in error.message
    assert error.line == HEAD.count("\n") + line


NAMES = [
    ("hom.owned", "hom is not known here; did you mean home?"),
    ("home.ownd", "Home has no fact ownd; did you mean owned?"),
    ("law.grnt > 0", "no parameter grnt; did you mean grant"),
    ("home.sort == Sort.BAOT", "Sort has no BAOT; did you mean BOAT?"),
    ("all(m.il for m in home.members)", "Person has no fact il; did you mean ill?"),
    ("home.home.owned", "Home has no fact home"),
    ("home.rent.real > 0", ".real cannot be read here"),
    ("law", "read one of its parameters"),
    ("home", "read one of the facts of Home"),
    ("home.members", "aggregate it"),
    ("None", "None is not a value"),
    ("'text' == 'text'", "use a Choice member"),
    ("b'x' == 1", "is not a value"),
    ("home.rent > LIMIT", "LIMIT is a figure in the code; make it a parameter of the law"),
    ("home.rooms > COUNT", "COUNT is a figure in the code"),
    ("abs(home.loss) > 0", r"abs(…) is not part of the rule language"),
    ("LIMITS(home.rent, 2) > 0", "LIMITS cannot be called"),
    ("home.rent(1)", "home.rent cannot be called"),
    ("(home.rent, 1)", "a tuple stands only after in"),
    ("home.sort in Sort", "in is followed by a tuple"),
    ("home.sort in ()", "a tuple stands only after in"),
    ("home.rooms in LIMITS", "in is followed by a tuple"),
]


@pytest.mark.parametrize(("expression", "advice"), NAMES)
def test_names_that_mean_nothing_are_refused_with_the_nearest(expression: str, advice: str) -> None:
    error = refusal('LIMIT = Decimal("5")\nCOUNT = 3\nLIMITS = [1]\n' + one(expression))
    assert advice in error.message
    assert error.line == HEAD.count("\n") + 6


TYPES = [
    ("home.rent + home.width > 0", "+ needs one unit, not CNY/month and m"),
    ("home.rent - home.rooms > 0", "- needs one unit"),
    ("home.rent > home.rooms", "a comparison needs one unit, not CNY/month and a pure number"),
    ("home.rent > 5", "needs one unit"),
    ("age_on(home.built, law.first_day, feb29='mar1') > 18", "needs one unit, not a pure number and year"),
    ("min(home.rent, home.rooms) > 0", "needs one unit"),
    ("home.owned + 1 > 0", "+ takes numbers, not a yes/no"),
    ("home.rooms * home.owned > 0", "* takes numbers, not a yes/no"),
    ("-home.owned", "- takes numbers"),
    ("home.rent and home.owned", "and takes yes/no, not a number of CNY/month; write the comparison out"),
    ("not home.rooms", "not takes yes/no"),
    ("True if home.rooms else False", "if takes yes/no"),
    ("home.owned if home.owned else home.rooms", "one branch gives a yes/no, the other a number"),
    ("home.sort > Sort.BOAT", "has no order"),
    ("home.owned < True", "has no order"),
    ("home.sort == State.CALM", "choice Sort and choice State are different choices"),
    ("home.sort == home.rooms", "cannot be compared with"),
    ("home.built > home.rooms", "a date cannot be compared with a number"),
    ("home.built + 1 > home.built", "+ takes numbers, not a date"),
    ("sum(m.ill for m in home.members) > 0", "sum takes numbers, not a yes/no"),
    ("any(m.wage for m in home.members)", "any takes yes/no"),
    ("count(m.wage for m in home.members) > 0", "if takes yes/no"),
    ("all(m.ill for m in home.members if m.wage)", "and takes yes/no"),
    ("max((m.state for m in home.members), default=State.CALM) == State.CALM", "takes numbers, not a choice"),
    ("max((m.birth for m in home.members), default=0) == home.built", "takes numbers, not a date"),
    ("months_between(home.rent, home.built) > 0", "takes dates"),
    ("age_on(home.rooms, home.built, feb29='mar1') > 0", "takes dates"),
    ("home.rent * home.rent * home.rent * home.rent * home.rent > 0", "10 decimal places; round it"),
    ("round_half_up(home.owned, 1) > 0", "takes numbers"),
]


@pytest.mark.parametrize(("expression", "advice"), TYPES)
def test_types_and_units_that_do_not_fit_are_refused(expression: str, advice: str) -> None:
    error = refusal(one(expression))
    assert advice in error.message
    assert error.line == HEAD.count("\n") + 3


CALLS = [
    ("age_on(home.built, law.first_day) > law.adult", 'state feb29="mar1" or feb29="feb28"'),
    ("age_on(home.built, law.first_day, feb29='feb30') > law.adult", 'feb29 is "mar1" or "feb28"'),
    ("age_on(home.built, law.first_day, feb29=home.sort) > law.adult", "state feb29"),
    ("divide(home.rent, 2) > 0", "state places=2"),
    ("divide(home.rent, 2, places=True) > 0", "state places=2"),
    ("divide(home.rent, 2, places=9) > 0", "places is between 0 and 8"),
    ("divide(home.rent, 2, places=2, round=1) > 0", "unknown argument round"),
    ("divide(home.rent, home.rooms, places=2, if_zero=home.built) > 0", "takes numbers"),
    ("divide(home.rent, home.rooms, places=2, if_zero=1) > 0", "if_zero is in a pure number"),
    ("round_half_up(home.rent) > 0", "not with these arguments"),
    ("round_half_up(home.rent, -1) > 0", "from 0 to 8"),
    ("round_half_up(home.rent, home.rooms) > 0", "from 0 to 8"),
    ("round_half_up(home.rent, State.CALM) > 0", "from 0 to 8"),
    ("min(home.rent) > 0", "not with these arguments"),
    ("max(home.rent, 0, default=1) > 0", "not with these arguments"),
    ("max(m.wage for m in home.members) > 0", "has no value; state it: max((…), default=…)"),
    ("sum(home.members) > 0", "write sum(… for m in home.members)"),
    ("sum((m.wage for m in home.members), start=5) > 0", "unknown argument start"),
    ("max((m.wage for m in home.members), key=abs, default=0) > 0", "unknown argument key"),
    ("any((m.ill for m in home.members), default=True)", "unknown argument default"),
    ("len(home) > 0", "len() takes a nested list"),
    ("len(home.members, 2) > 0", "not with these arguments"),
    ("(m.ill for m in home.members)", "a generator stands inside sum()"),
    ("any(m.ill for m in home.rooms)", "loop over a nested list"),
    ("any(m.ill for m, n in home.members)", "loop over a nested list"),
    ("any(home.ill for home in home.members)", "home has a value already"),
    ("any(m.ill for m in home.members for h in home.helpers)", "one loop at a time"),
    ("any(m.wage > h.pays for m in home.members for h in m.home.helpers)", "one loop at a time"),
    ("any(any(m.wage > h.pays for h in home.helpers) for m in home.members)", "mixes items of helpers and members"),
    ("other(home, law)", "other is about a Person, not a Home"),
    ("other(home.members, law)", "call a rule with an entity and the law"),
    ("other(home)", "call a rule with an entity and the law"),
    ("all(other(m, law=law) for m in home.members)", "call a rule with an entity and the law"),
    ("recognised(home, home)", "write recognised(PROGRAMME, home)"),
    ("entitled(P, home)", "write entitled(PROGRAMME, home, law)"),
    ("all(entitled(P, m) for m in home.members)", "write entitled(PROGRAMME, home, law)"),
    ("all(recognised(P, m, strict=True) for m in home.members)", "write recognised(PROGRAMME, home)"),
    ("recognised(P, home)", "p is about a Person, not a Home"),
    ("all(granted(P, m) > 0 for m in home.members)", "p pays nothing; ask recognised(P, …)"),
    ("all(amount_of(P, m, law) > 0 for m in home.members)", "p is a recognition and has no amount"),
]
OTHER = """
@rule(cites="Act 1", zh="x")
def other(person: Person, law: Law) -> bool:
    return person.ill
P = Programme(id="p", of=Person, zh="甲", en="a", eligible=other)
"""


@pytest.mark.parametrize(("expression", "advice"), CALLS)
def test_calls_that_leave_something_open_are_refused(expression: str, advice: str) -> None:
    error = refusal(OTHER + one(expression))
    assert advice in error.message
    assert error.line == HEAD.count("\n") + 8


@pytest.mark.parametrize(
    "expression",
    [
        "any(other.birth < person.birth for other in person.home.members)",
        "sum(other.wage for other in person.home.members if other.joined <= person.joined) > 0",
        "max((m.wage - person.wage for m in person.home.members), default=0) > 0",
    ],
)
def test_two_items_of_one_list_are_never_taken_for_each_other(expression: str) -> None:
    error = refusal(one(expression, of="person: Person"))
    assert "person belongs outside this loop over members" in error.message
    assert "compare with a rule of the case" in error.message


def test_a_local_name_of_another_item_is_refused_inside_the_loop_too() -> None:
    body = "mine = person.wage\n    return any(m.wage > mine for m in person.home.members)"
    assert "mine belongs outside" in refusal(one("HERE", of="person: Person").replace("return HERE", body)).message


def test_a_loop_in_a_loop_over_the_same_list_is_refused() -> None:
    assert (
        "m belongs outside"
        in refusal(one("any(any(k.wage > m.wage for k in home.members) for m in home.members)")).message
    )


def test_an_expression_too_deep_to_read_is_refused() -> None:
    text = one(" + ".join(["home.rent"] * 2_000), "Money", options=MONEY)
    assert "split it into rules" in refusal(text).message
