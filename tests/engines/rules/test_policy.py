"""Policy tests in YAML: what an officer can write, and every mistake named with file, line and what to write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines.rules.worlds import book_of
from yihu.engines.rules.policy import PolicyError, check, read_cases, run_all
from yihu.pack import find_pack

BOOK = book_of("""
    @rule(cites="Act 1", zh="穷")
    def poor(home: Home, law: Law) -> bool:
        return home.rent < law.grant and not home.owned

    @rule(cites="Act 1", zh="差额", unit="CNY/month")
    def gap(home: Home, law: Law) -> Money:
        return law.grant - home.rent

    @rule(cites="Act 1", zh="病")
    def ill(person: Person, law: Law) -> bool:
        return person.ill

    MINIMUM = Programme(id="minimum", of=Home, zh="低保", en="minimum", eligible=poor, amount=gap)
    CARE = Programme(id="care", of=Person, zh="护理", en="care", eligible=ill)
""")

GOOD = """
cases:
  - name: 差额
    on: 2024-07
    source: Act 1
    given: {rent: 1000.01, members: [{ill: yes}, {}]}
    expect:
      minimum: {entitled: yes, eligible: yes, amount: 449.99}
      rules: {gap: 449.99, poor: yes}
      members[0]: {care: {entitled: yes}, rules: {ill: yes}}
      members[1]: {care: {entitled: unknown}}
"""


def verdicts(text: str) -> list[list[str]]:
    """Differences of each case."""
    return [v.differences for v in run_all([("t.yaml", text)], BOOK)]


def test_a_case_passes_when_all_that_is_written_comes_out() -> None:
    assert verdicts(GOOD) == [[]]


def test_usual_values_are_presumed_unless_the_case_says_no() -> None:
    assert verdicts(GOOD.replace("on: 2024-07", "on: 2024-07\n    usual: no")) == [
        [
            "minimum.entitled: expected yes, found unknown",
            "minimum.eligible: expected yes, found unknown",
            "minimum.amount: expected 449.99, found unknown",
            "rules.poor: expected yes, found unknown",
        ]
    ]


def test_every_difference_is_told() -> None:
    text = (
        GOOD.replace("449.99}", "450, entitled: no}", 1)
        .replace("entitled: yes, eligible", "eligible")
        .replace("gap: 449.99", "gap: unknown")
    )
    assert verdicts(text) == [
        [
            "minimum.amount: expected 450, found 449.99",
            "minimum.entitled: expected no, found yes",
            "rules.gap: expected unknown, found 449.99",
        ]
    ]


def test_a_rule_that_nothing_in_force_uses_is_refused() -> None:
    text = "cases: [{name: 甲, on: 2020-01, source: 示例, given: {savings: 0}, expect: {rules: {savings_within: yes}}}]"
    with pytest.raises(PolicyError, match=r"nothing in force in 2020-01 uses this rule"):
        run_all([("t.yaml", text)], find_pack("sample").rulebook)


def test_the_month_decides_the_law() -> None:
    assert verdicts(GOOD.replace("2024-07", "2024-06"))[0][0] == "minimum.entitled: expected yes, found no"


def test_a_case_knows_its_file_and_line() -> None:
    [case] = read_cases("t.yaml", GOOD)
    assert (case.file, case.line, case.name, f"{case.month:%Y-%m}") == ("t.yaml", 3, "差额", "2024-07")


MISTAKES = [
    ("name: 差额", "nme: 差额", "t.yaml:3: unknown key nme; did you mean name?"),
    ("    name: 差额\n", "", "t.yaml:3"),
    ("source: Act 1", "source: ''", "source: is missing; say where the expectation comes from"),
    ("on: 2024-07", "on: July", "t.yaml:3: on: 'July' is not a month; write it like 2024-07"),
    ("on: 2024-07", "on: 2024-13", "'2024-13' is not a month"),
    ("on: 2024-07", "on: 2024-07\n    usual: maybe", "usual: write yes or no"),
    ("on: 2024-07", "on: 2024-07\n    on: 2024-06", "the key on stands twice"),
    ("rent: 1000.01", "rnt: 1000.01", "t.yaml:3: given: rnt: Home has no such fact; did you mean rent?"),
    ("rent: 1000.01", "rent: .inf", "given: rent: expected a number, found '.inf'"),
    ("rent: 1000.01", "rent: -1", "given: rent: -1 is outside"),
    ("{ill: yes}", "ill", r"given: members[0]: expected the facts of a Person"),
    ("minimum: {", "minimm: {", "expect: minimm: no programme minimm here; did you mean minimum?"),
    ("amount: 449.99", "amonut: 449.99", "expect: minimum.amonut: expected entitled, eligible or amount"),
    ("amount: 449.99", "amount: much", "expect: minimum.amount: expected a number, found 'much'"),
    (
        "care: {entitled: yes}",
        "care: {amount: 5}",
        "expect: members[0].care.amount: expected entitled, eligible or amount",
    ),
    ("care: {entitled: yes}", "care: yes", "expect: members[0].care: expected name: value below it, found True"),
    (
        "minimum: {entitled: yes",
        "minimum: 5\n      care: {entitled: yes",
        "expect: minimum: expected name: value below it, found 5",
    ),
    ("gap: 449.99", "gp: 449.99", "no rule of this name at case; did you mean gap?"),
    ("rules: {gap: 449.99, poor: yes}", "rules: 5", "expect: rules: expected name: value below it, found 5"),
    ("members[1]", "members[2]", "expect: members[2]: there are only 2"),
    ("members[1]: {care: {entitled: unknown}}", "members[1]: 5", "expect: members[1]: expected name: value below it"),
]


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES)
def test_a_mistake_is_told_with_its_place_and_never_as_a_traceback(old: str, new: str, message: str) -> None:
    assert old in GOOD or not new
    with pytest.raises(PolicyError) as caught:
        run_all([("t.yaml", GOOD.replace(old, new) if new else GOOD.replace("- name: 差额\n   ", "-"))], BOOK)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["", "5", "[]", "cases: 5", "cases: [5]", "cases: [{}]", "a: [", "cases:\n  - &a [*a]", "cases: [{name: [}]"],
)
def test_a_text_that_holds_no_cases_is_refused(text: str) -> None:
    with pytest.raises(PolicyError, match=r"^t\.yaml"):
        read_cases("t.yaml", text)


@given(
    st.text(alphabet=st.sampled_from(GOOD + "[]{}:&*!|>-#%@`'\""), max_size=60),
    st.integers(0, len(GOOD)),
    st.integers(0, 20),
)
def test_any_damage_to_a_text_is_a_policy_error_or_a_verdict(noise: str, at: int, cut: int) -> None:
    try:
        for case in read_cases("t.yaml", GOOD[:at] + noise + GOOD[at + cut :]):
            check(case, BOOK)
    except PolicyError as error:
        _names_the_file(error)


def _names_the_file(error: PolicyError) -> None:
    assert str(error).startswith("t.yaml")
