"""What is proved when a rule is read: every value lies in its bound, nothing overflows, no divisor is zero."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.engines.rules.agreement import by_call, by_kernel
from tests.engines.rules.drawn import rule_texts
from tests.engines.rules.families import MONTHS, homes
from tests.engines.rules.test_agreement import read
from tests.engines.rules.worlds import HEAD, JULY, Home, book_of, law_book, module, one
from yihu.engines.rules import ranges
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.month import ROUND, Month
from yihu.engines.rules.questions import Possible
from yihu.engines.rules.syntax import RuleError
from yihu.engines.rules.types import number

MONEY = 'unit="CNY/month"'
SETTINGS = settings(
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)


@pytest.mark.timeout(300)
@SETTINGS
@given(rule_texts(), st.sampled_from(MONTHS), st.integers(0, 2**32))
def test_every_value_lies_in_the_bound_of_its_rule(text: str, day: date, seed: int) -> None:
    got = read(text)
    if got is None:
        return
    book, _ = got
    month = Month(book, day)
    for name, rows in by_call(month, list(month.trees), homes(seed, 20, book.programmes, month.first_day)).items():
        low, high = next(bound for rule, bound in book.bounds.items() if rule.name == name)
        assert all(v is None or low <= v <= high for row in rows for v in row), name


@pytest.mark.timeout(300)
@SETTINGS
@given(rule_texts(), st.sampled_from(MONTHS), st.integers(0, 2**32))
def test_what_an_unknown_fact_can_still_do_is_within_the_bound_for_the_family(text: str, day: date, seed: int) -> None:
    """Forget facts of a family: its true values lie in the bounds that remain possible, and a settled bound is the value."""
    got = read(text)
    if got is None:
        return
    book, _ = got
    month = Month(book, day)
    for case in homes(seed, 10, book.programmes, month.first_day):
        forgetful = Home(
            {n: case.known(n) for i, n in enumerate(case.FACTS) if (seed >> i) % 2},
            members=case.members,
            helpers=case.helpers,
        )
        forgetful.granted = dict(case.granted)
        possible = Possible(Evaluation(month, forgetful))
        true = Evaluation(month, case)
        for rule in month.trees:
            for frame, open_frame in zip(
                true.frames(book.level(rule)), possible.evaluation.frames(book.level(rule)), strict=True
            ):
                value = true.of(rule, frame)
                low, high = possible.rule(rule, open_frame)
                assert value is None or low <= ranges.scaled(value, rule.type) <= high, rule.name


OVERFLOWS = [
    ("home.rent * home.rent * home.rent", 6, "CNY*CNY*CNY/month/month/month"),
    ("sum(m.wage * m.wage * m.wage for m in home.members)", 6, "CNY*CNY*CNY/month/month/month"),
    ("100000000000000000000 * home.rent", 2, "CNY/month"),
    ("divide(home.rent * home.rent * home.rooms * home.rooms, 1, places=8)", 8, "CNY*CNY/month/month"),
    (
        "-(home.rent * home.rent * home.rooms * home.rooms * home.rooms * home.rooms * home.rooms)",
        4,
        "CNY*CNY/month/month",
    ),
]


@pytest.mark.parametrize(("expression", "places", "unit"), OVERFLOWS)
def test_a_rule_that_might_leave_64_bits_is_refused(expression: str, places: int, unit: str) -> None:
    with pytest.raises(
        RuleError, match="beyond 64 bits; declare a lower high= for the facts or round earlier"
    ) as caught:
        book_of(one(expression, "Number", options=f'places={places}, unit="{unit}"'))
    assert caught.value.line == HEAD.count("\n") + 2


def test_an_overflow_behind_a_zero_or_a_comparison_is_refused_too() -> None:
    for expression in ("0 * 99999999999999999999 == 0", "home.rooms < 99999999999999999999"):
        with pytest.raises(RuleError, match="beyond 64 bits"):
            book_of(one(expression))


BIG = """
class Vault(Entity):
    gold: Money = fact(zh='金', en='gold', unit='CNY', high=Decimal('{high}'))
    share: Number = fact(zh='份', en='share', places=8, low={low_share}, high=1)

@rule(cites="Act 1", zh="答案", unit="{unit}", places={places})
def answer(vault: Vault, law: Law) -> Number:
    return {expression}
"""


def vault(
    expression: str, unit: str = "CNY", places: int = 2, high: str = "1_000_000_000_000", low_share: int = 0
) -> RuleError | None:
    """The error for a rule over large values; None where it is taken."""
    made = module(BIG.format(expression=expression, unit=unit, places=places, high=high, low_share=low_share))
    try:
        Rulebook(made.Vault, law_book(), [], [], [made.answer])
    except RuleError as error:
        return error
    return None


def test_the_divisor_is_widened_before_a_division_and_that_is_proved_too() -> None:
    """share (8 places) ÷ gold (2 places) at 0 places: the divisor is multiplied by 10^6 and doubled."""
    quotient = "divide(vault.share, vault.gold, places=0, if_zero=0)"
    assert vault(quotient, "1/CNY", 0) is not None
    assert vault(quotient, "1/CNY", 0, high="10_000_000_000") is None


def test_half_up_doubles_before_it_divides_and_that_is_proved_too() -> None:
    assert vault("round_half_up(vault.gold, 1)", high="92_233_720_368_547_758.07") is not None
    assert vault("round_half_up(vault.gold, 1)", high="92_233_720_368_547_757.97") is None
    assert vault("vault.gold", high="92_233_720_368_547_758.07") is None


@pytest.mark.parametrize(
    "divisor", ["home.rooms", "home.rooms - 5", "sum(m.share for m in home.members)", "law.few * 0", "home.loss"]
)
def test_a_divisor_that_may_be_zero_needs_if_zero(divisor: str) -> None:
    unit, places = ("", 2) if "loss" in divisor else ("CNY/month", 2)
    with pytest.raises(RuleError, match="the divisor may be 0; state what holds then"):
        book_of(one(f"divide(home.rent, {divisor}, places=2)", "Number", options=f'places={places}, unit="{unit}"'))
    book_of(
        one(f"divide(home.rent, {divisor}, places=2, if_zero=0)", "Number", options=f'places={places}, unit="{unit}"')
    )


@pytest.mark.parametrize("divisor", ["2", "law.few", "home.rooms + 1", "max(home.rooms, 1)", "-1", "law.rate"])
def test_a_divisor_that_cannot_be_zero_needs_none(divisor: str) -> None:
    book_of(one(f"divide(home.rent, {divisor}, places=2)", "Money", options=MONEY))


def test_scaled_values_are_exact_or_refused() -> None:
    assert ranges.scaled(Decimal("1450.01"), number("CNY", 2)) == 145_001
    assert ranges.unscaled(-5, number("CNY", 2)) == Decimal("-0.05")
    with pytest.raises(ValueError, match="more than 2 decimal places"):
        ranges.scaled(Decimal("0.005"), number("CNY", 2))


@pytest.mark.parametrize("mode", ["half_up", "up", "down"])
@given(value=st.integers(-(10**12), 10**12), drop=st.integers(1, 6))
def test_rounding_of_scaled_integers_is_that_of_decimals(mode: str, value: int, drop: int) -> None:
    exact = ROUND[mode](Decimal(value).scaleb(-drop), 0)
    assert ranges.rounding(value, mode, drop) == exact


def test_values_at_the_edges_of_their_ranges_stay_exact_in_the_kernel() -> None:
    book = book_of(one("home.rent * home.rent * home.rooms", "Number", options='places=4, unit="CNY*CNY/month/month"'))
    month = Month(book, JULY)
    cases = [Home(rent=50_000, rooms=20), Home(rent=Decimal("49999.99"), rooms=19), Home(rent=0, rooms=20)]
    assert by_kernel(month, list(month.trees), cases) == by_call(month, list(month.trees), cases)
