"""A reform is read, applied to the law of a month, and refused with what to write."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.engines.rules.worlds import JULY, Home, book_of, found, law_book, module, values
from yihu.engines.rules.book import RulebookError
from yihu.engines.rules.reform import Reform, ReformError, apply, read_reform
from yihu.engines.rules.rule import Rule
from yihu.engines.rules.syntax import RuleError

BASE = """
@rule(cites="Act 1", zh="起点", en="line", unit="CNY/month")
def line(home: Home, law: Law) -> Money:
    return law.grant

@rule(cites="Act 1", zh="答案", en="answer", unit="CNY/month")
def answer(home: Home, law: Law) -> Money:
    return line(home, law) - home.rent
"""
OTHER = """
@rule(cites="方案", zh="起点", en="line", unit="CNY/month")
def line(home: Home, law: Law) -> Money:
    return law.cap
"""
HELPED = """
@rule(cites="方案", zh="一半", en="half", unit="CNY/month")
def half(home: Home, law: Law) -> Money:
    return round_half_up(divide(law.cap, 2, places=2), 2)

@rule(cites="方案", zh="起点", en="line", unit="CNY/month")
def line(home: Home, law: Law) -> Money:
    return half(home, law)
"""
MARCH = date(2024, 3, 1)


def after(text: str, month: date = JULY, run: date | None = None) -> Decimal:
    """The answer of a home with a rent of 100 in a month, under a reform whose run begins in ``run``."""
    book = apply(read_reform("reform.yaml", text), book_of(BASE), run or month)
    answer: Decimal = values(book, Home(rent=Decimal(100)), month)
    return answer


def test_a_bare_value_holds_from_the_month_that_is_run() -> None:
    assert after("parameters: {grant: 2000}") == 1900
    assert after("parameters: {grant: 2000}", MARCH, run=JULY) == Decimal("233.33")


def test_a_dated_value_holds_in_its_time_and_the_former_law_comes_back() -> None:
    text = "parameters: {grant: {value: 500.25, from: 2024-02, until: 2024-05}}"
    assert [after(text, date(2024, m, 1)) for m in (1, 2, 4, 5, 7)] == [
        Decimal("233.33"), Decimal("400.25"), Decimal("400.25"), Decimal("233.33"), Decimal(1350),
    ]  # fmt: skip


def test_values_are_read_exactly() -> None:
    assert after("parameters: {grant: 0.30}") == Decimal("-99.70")


def test_a_parameter_may_be_named_by_its_label() -> None:
    reform = Reform("r", "方案", "plan", {"标准": "5"}, None)
    labelled = law_book().parameters
    with pytest.raises(ReformError, match="no parameter 标准"):
        apply(reform, book_of(BASE), JULY)
    assert labelled["grant"].zh == "grant"


def test_names_are_taken_from_either_language_or_the_file() -> None:
    assert (read_reform("f", "en: plan\nrules: a.py").zh, read_reform("f", "rules: a.py").zh) == ("plan", "f")


def test_the_book_as_it_was_is_left_alone() -> None:
    book = book_of(BASE)
    apply(read_reform("r", "parameters: {grant: 2000}"), book, JULY)
    assert values(book, Home(rent=Decimal(100))) == 1350


def test_a_rule_is_replaced_wherever_it_is_called() -> None:
    (new,) = found(module(OTHER), Rule)
    book = apply(Reform("r", "方案", "plan", {}, None), book_of(BASE), JULY, [new])
    assert values(book, Home(rent=Decimal(100))) == 99_900


def test_parameters_and_rules_change_together() -> None:
    (new,) = found(module(OTHER), Rule)
    book = apply(read_reform("r", "parameters: {cap: 200}"), book_of(BASE), JULY, [new])
    assert values(book, Home(rent=Decimal(100))) == 100


def test_a_rule_of_another_name_is_a_helper_of_those_that_replace() -> None:
    book = apply(Reform("r", "方案", "plan", {}, None), book_of(BASE), JULY, found(module(HELPED), Rule))
    assert values(book, Home(rent=Decimal(100))) == 49_900
    assert {rule.name for rule in book.trees} == {"line", "half", "answer"}


def test_a_helper_that_nothing_calls_is_a_wrong_name() -> None:
    unused = HELPED.replace("half(home", "answer_half(home").replace("return answer_half(home, law)", "return law.cap")
    with pytest.raises(ReformError, match=r"no rule answer_half to replace; (did you mean|a rule of another name)"):
        apply(Reform("r", "方案", "plan", {}, None), book_of(BASE), JULY, found(module(unused), Rule))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("parameters: {grants: 5}", r"reform\.yaml: no parameter grants; did you mean grant\?"),
        ("parameters: {zzz: 5}", "no parameter zzz; yihu law lists them"),
        ("parameters: {grant: yes}", "grant: expected a number"),
        ("parameters: {open: 5}", "open: expected yes or no"),
        ("parameters: {deadline: later}", "deadline: expected a date"),
        ("parameters: {grant: 1.001}", "more than 2 decimal places"),
        ("parameters: {grant: }", "value: is missing"),
        ("parameters: {grant: 不详}", "value: is missing"),
        ("parameters: {grant: {value: 1, form: 2024-01}}", r"unknown key form; did you mean from\?"),
        ("parameters: {grant: {value: 1, x: 2024-01}}", "unknown key x; write value, from, until"),
        ("parameters: {grant: {value: 1, from: 1024-01}}", "outside 1949"),
    ],
)
def test_a_change_that_cannot_be_made_is_named(text: str, says: str) -> None:
    with pytest.raises(ReformError, match=says):
        after(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "expected the keys"),
        ("a", "expected the keys"),
        ("parameter: {}", r"unknown key parameter; did you mean parameters\?"),
        ("zh: a", "give parameters"),
        ("parameters: {}", "give parameters"),
        ("rules: 5", "name one Python file"),
        ("parameters: {grant: 5, grant: 6}", "stands twice"),
        ("zh: {", "not YAML"),
    ],
)
def test_a_text_that_is_no_reform_is_refused(text: str, says: str) -> None:
    with pytest.raises(ReformError, match=says):
        read_reform("reform.yaml", text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (OTHER.replace("def line", "def lines"), r"no rule lines to replace; did you mean line\?"),
        (
            OTHER.replace("Money:", "bool:").replace(', unit="CNY/month"', "").replace("law.cap", "home.owned"),
            "line gives a yes/no, the rule it replaces a number of CNY/month",
        ),
    ],
)
def test_a_rule_that_cannot_replace_is_refused(text: str, says: str) -> None:
    rules, book = found(module(text), Rule), book_of(BASE)
    with pytest.raises(ReformError, match=says):
        apply(Reform("r", "方案", "plan", {}, None), book, JULY, rules)


def test_rules_that_need_each_other_in_a_circle_are_refused() -> None:
    circle = OTHER.replace("law.cap", "answer(home, law)") + BASE.split("\n\n")[1]
    rules, book = found(module(circle), Rule), book_of(BASE)
    with pytest.raises(RulebookError, match=r"in a circle: line .* → answer .* → line"):
        apply(Reform("r", "方案", "plan", {}, None), book, JULY, rules)


def test_a_value_that_could_overflow_is_refused_by_the_proof() -> None:
    wide = OTHER.replace("law.cap", "round_half_up(law.rate * law.grant, 2)")
    rules, book = found(module(wide), Rule), book_of(BASE)
    change = read_reform("r", "parameters: {rate: 99999999999999, grant: 999999999}")
    with pytest.raises(RuleError, match="beyond 64 bits"):
        apply(change, book, JULY, rules)
