"""Damaged rules: whatever stands in a rule, reading it gives a rule or an error of its own, and a rule read means what it says."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, example, given, note, settings
from hypothesis import strategies as st

from tests.engines.rules.agreement import Disagreement, by_call, by_plain_python
from tests.engines.rules.families import homes
from tests.engines.rules.worlds import JULY, module, rulebook
from yihu.engines.rules.book import RulebookError
from yihu.engines.rules.month import Month
from yihu.engines.rules.syntax import RuleError

HEAD = """
AFLOAT = (Sort.BOAT,)
LIMIT = 5
NAMES = ["a"]

@rule(cites="Act 1", zh="病")
def ill(person: Person, law: Law) -> bool:
    return person.ill and person.wage < law.grant

@rule(cites="Act 1", zh="额", unit="CNY/month")
def pay(home: Home, law: Law) -> Money:
    return home.rent - home.loss

@rule(cites="Act 1", zh="有")
def owner(home: Home, law: Law) -> bool:
    return home.owned

P = Programme(id="p", of=Home, zh="甲", en="a", eligible=owner, amount=pay)

"""
BODIES = [
    (
        "bool",
        "home: Home",
        "if home.owned: return False\n    return home.rent < law.grant and not home.sort in (Sort.BOAT,)",
    ),
    (
        "bool",
        "home: Home",
        "return any(m.ill and m.wage > 0 for m in home.members if m.state == State.CALM) or law.open",
    ),
    (
        "bool",
        "person: Person",
        'return age_on(person.birth, law.last_day, feb29="mar1") >= law.adult or ill(person, law)',
    ),
    (
        "bool",
        "person: Person",
        "return entitled(P, person.home, law) or granted(P, person.home) == amount_of(P, person.home, law)",
    ),
    (
        "Money",
        "home: Home",
        "x = sum(m.wage for m in home.members if ill(m, law))\n    return round_half_up(x * law.rate, 2)",
    ),
    (
        "Money",
        "home: Home",
        "return divide(pay(home, law), len(home.members), places=2, if_zero=0) if home.rooms > 2 else law.cap",
    ),
    (
        "Money",
        "home: Home",
        "return max((h.pays for h in home.helpers if h.willing), default=min(home.rent, law.grant))",
    ),
    ("int", "home: Home", "return count(m.children > 1 for m in home.members) + home.rooms * 2 - 1"),
    ("date", "home: Home", "return min((m.joined for m in home.members), default=home.built)"),
    ("Sort", "home: Home", "return home.sort if home.owned else Sort.HOUSE"),
]
NAMES = """
    home person law m h x owned rent rooms members helpers built sort wage ill state birth grant rate adult few open Sort
    State BOAT CALM Home P LIMIT AFLOAT NAMES pay owner answer True False None 0 1 2 0.5 1e400 99999999999999999999 -1 ''
    'x' b'' ... and or not in is if else for while return lambda yield await async def class try del pass import global
    sum any all count min max len abs divide age_on months_between round_half_up round_down entitled granted recognised
    amount_of default places if_zero feb29 key start + - * / // % ** & | ^ ~ << >> == != < <= > >= := = += ( ) [ ] { } ,
    : . ; @ -> \\ #
"""
WORDS = [*NAMES.split(), "\n", "\t"]
TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str, str]:
    """Result, subject and body of a rule of which some words were replaced, dropped, doubled or swapped."""
    kind, subject, body = draw(st.sampled_from(BODIES))
    tokens = TOKEN.findall(body)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(tokens) - 1))
        what = draw(st.integers(0, 4))
        if what <= 1:
            tokens[at] = draw(st.sampled_from(WORDS))
        elif what == 2:
            tokens[at : at + draw(st.integers(1, 3))] = [" "]
        elif what == 3:
            tokens.insert(at, draw(st.sampled_from(WORDS)) + " ")
        else:
            other = draw(st.integers(0, len(tokens) - 1))
            tokens[at], tokens[other] = tokens[other], tokens[at]
    lines = "".join(tokens).split("\n")
    body = "\n".join([lines[0], *(line if line.startswith("    ") else f"    {line}" for line in lines[1:])])
    return draw(st.sampled_from([kind, kind, kind, "bool", "int", "Money"])), subject, body


@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(damaged(), st.integers(0, 1_000))
@example(("bool", "home: Home", "return " + "not " * 3_000 + "home.owned"), 0)
@example(("Money", "home: Home", "return home.rent" + " + home.rent" * 3_000), 0)
@example(("bool", "home: Home", "return " + "(" * 150 + "home.owned" + ")" * 150), 0)
@example(("bool", "home: Home", "return \0"), 0)
def test_a_damaged_rule_is_refused_or_means_what_it_says(rule: tuple[str, str, str], seed: int) -> None:
    kind, subject, body = rule
    unit = ', unit="CNY/month"' if kind == "Money" else ""
    text = f'{HEAD}@rule(cites="Act 1", zh="答案"{unit})\ndef answer({subject}, law: Law) -> {kind}:\n    {body}\n'
    note(body)
    try:
        made = module(text)
        book = rulebook(made)
    except RuleError as refused:
        _told_at_its_line(refused)
        return
    except (RulebookError, SyntaxError):
        return
    except (RecursionError, MemoryError):
        assert len(body) > 1_000  # Python's own parser gave up
        return
    month = Month(book, JULY)
    cases = homes(seed, 12, book.programmes, JULY)
    plain, found = (
        by_plain_python(month, [made.answer], cases)["answer"],
        by_call(month, [made.answer], cases)["answer"],
    )
    for case, a, b in zip(cases, plain, found, strict=True):
        if any(x is not ... and x != y for x, y in zip(a, b, strict=True)):
            raise Disagreement(f"plain Python {a}, call {b} for {case!r}")


def _told_at_its_line(refused: RuleError) -> None:
    assert refused.line > HEAD.count("\n")
    assert refused.rule == "answer"
