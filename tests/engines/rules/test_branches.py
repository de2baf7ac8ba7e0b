"""Which branches policy tests have seen: only what an expectation rests on counts, and what is missing is said in words."""

from __future__ import annotations

import textwrap

import pytest

from tests.engines.rules.worlds import LAW_TEXT, book_of, law_book
from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.branches import Coverage, coverage
from yihu.engines.rules.policy import PolicyError, check, read_cases
from yihu.engines.rules.reform import Reading

LONE = """
    PAID = Programme(id="paid", of=Home, zh="补助", en="aid", eligible=asked)
"""


def rules(text: str) -> Rulebook:
    """A rulebook whose one programme hangs on the rule ``asked``."""
    return book_of(textwrap.dedent(text) + textwrap.dedent(LONE))


def measured(book: Rulebook, *cases: tuple[str, ...], readings: tuple[Reading, ...] = ()) -> Coverage:
    """Coverage by cases given as (facts, expectation, more keys) in YAML; all of them hold."""
    written = [
        f"{{name: 例, on: 2024-07, source: Act 1, usual: no, given: {{{given}}}, expect: {expect}, {''.join(more)}}}"
        for given, expect, *more in cases
    ]
    verdicts = [check(case, book, readings) for case in read_cases("t", "cases: [" + ", ".join(written) + "]")]
    assert all(v.passed for v in verdicts), [v.differences for v in verdicts]
    return coverage(book, verdicts)


def missing(book: Rulebook, *cases: tuple[str, str]) -> list[str]:
    """What is missing of the rules that were written, in English."""
    return [m.says[1] for m in measured(book, *cases).missing if m.rule.source is not None]


YES, NO = "{paid: {entitled: yes}}", "{paid: {entitled: no}}"

BOTH = rules("""
    @rule(cites="Act 1", zh="甲")
    def asked(home: Home, law: Law) -> bool:
        return home.owned and home.rent > 0
""")


def test_an_operand_is_seen_only_where_those_before_it_have_not_settled_the_outcome() -> None:
    refused = ("owned: no, rent: 0", NO)
    granted = ("owned: yes, rent: 1", YES)
    assert missing(BOTH, refused, granted) == ["never no: rent is above 0"]
    assert missing(BOTH, refused, granted, ("owned: yes, rent: 0", NO)) == []


def test_what_nobody_expects_is_not_seen() -> None:
    found = measured(BOTH, ("owned: yes, rent: 1", "{rules: {}}"))
    assert [m.says[1] for m in found.missing] == ["no test rests on this rule"] * 3
    assert (found.seen, found.share) == (0, 0)


def test_unknown_outcomes_show_nothing() -> None:
    assert missing(BOTH, ("owned: yes", "{paid: {entitled: unknown}}")) == ["no test rests on this rule"]


def test_one_no_settles_an_and_whatever_was_unknown_before_it() -> None:
    assert missing(BOTH, ("rent: 0", NO), ("owned: yes, rent: 1", YES)) == ["never no: owned"]


BRANCHED = rules("""
    @rule(cites="Act 1", zh="额", unit="CNY/month")
    def amount(home: Home, law: Law) -> Money:
        if home.owned:
            return home.rent if home.rent < law.grant else law.grant
        return max(0, law.grant - home.rent)

    @rule(cites="Act 1", zh="甲")
    def asked(home: Home, law: Law) -> bool:
        return amount(home, law) > 0
""")


def test_a_branch_not_taken_shows_nothing_of_what_stands_in_it() -> None:
    assert missing(BRANCHED, ("owned: no, rent: 1", YES), ("owned: no, rent: 2000", NO)) == [
        "never yes: owned",
        "never yes: rent is below grant",
        "never no: rent is below grant",
    ]


def test_terms_of_the_higher_must_each_be_the_only_one_taken_once() -> None:
    owned = ("owned: yes, rent: 1", YES), ("owned: yes, rent: 2000", YES), ("owned: yes, rent: 0", NO)
    assert missing(BRANCHED, *owned, ("owned: no, rent: 1450", NO)) == [
        "never the one taken: 0",
        "never the one taken: grant - rent",
    ]


def test_what_is_missing_names_file_line_and_rule() -> None:
    [first, *_] = measured(BRANCHED, ("owned: no, rent: 1", YES), ("owned: no, rent: 2000", NO)).missing
    assert first.rule.source is not None
    assert first.line == first.rule.source.line + 1
    assert first.where == f"{first.file}:{first.line} amount"
    assert first.file.endswith(".py")
    assert "/" not in first.file
    assert first.says[0] == "从未为“是”：自有"


LISTED = rules("""
    @rule(cites="Act 1", zh="额", unit="CNY/month")
    def best(home: Home, law: Law) -> Money:
        return max((m.wage for m in home.members if m.state in (State.BUSY, State.AWAY)), default=0)

    @rule(cites="Act 1", zh="人数")
    def many_ill(home: Home, law: Law) -> int:
        return count(m.ill for m in home.members)

    @rule(cites="Act 1", zh="平均", unit="CNY/month")
    def mean(home: Home, law: Law) -> Money:
        return divide(best(home, law), many_ill(home, law), places=2, if_zero=0)

    @rule(cites="Act 1", zh="甲")
    def asked(home: Home, law: Law) -> bool:
        return mean(home, law) > 0
""")


def test_filters_both_ways_each_member_of_a_tuple_nobody_in_the_list_and_a_divisor_of_zero() -> None:
    one = "members: [{state: busy, wage: 5, ill: yes}]"
    assert missing(LISTED, (one, YES)) == [
        "never no: state is “busy” or “away”",
        "never over nobody: highest wage (members)",
        "never no: state is “busy”",
        "never yes: state is “away”",
        "never no: state is “away”",
        "never no: ill",
        "the divisor is never 0: many ill",
        "its result is never no",
    ]
    rest = "members: [{state: calm, wage: 5, ill: no}, {state: away, wage: 1, ill: yes}]"
    nobody = "members: [{state: calm, wage: 5, ill: no}]"
    assert missing(LISTED, (one, YES), (rest, YES), (nobody, NO)) == []


def test_a_loop_is_followed_up_to_the_item_that_settles_it() -> None:
    book = rules("""
        @rule(cites="Act 1", zh="甲")
        def asked(home: Home, law: Law) -> bool:
            return any(m.ill for m in home.members)
    """)
    assert missing(book, ("members: [{ill: yes}, {ill: no}]", YES)) == ["its result is never no", "never no: ill"]


SWITCH = rules("""
    @rule(cites="Act 1", zh="甲")
    def asked(home: Home, law: Law) -> bool:
        return home.rent > law.cap or home.owned
""")
UNDER = "reading: 0001-lower-cap"
OTHER = Reading("0001-lower-cap", "低限", "a lower cap", parameters={"cap": 500})


def test_what_no_month_can_show_is_said_to_be_impossible() -> None:
    found = measured(SWITCH, ("owned: yes, rent: 600", YES), ("owned: no, rent: 600", NO))
    [never] = found.missing
    assert not never.possible
    assert never.says[1].endswith("(cannot be in any month: simplify the rule, or test it under a reading)")


def test_a_test_under_a_reading_shows_what_the_law_as_it_is_read_cannot() -> None:
    law = ("owned: yes, rent: 600", YES), ("owned: no, rent: 600", NO)
    assert measured(SWITCH, *law, ("owned: no, rent: 501", YES, UNDER), readings=(OTHER,)).missing == ()


def test_a_test_under_a_reading_does_not_stand_in_for_one_of_the_law() -> None:
    found = measured(
        SWITCH, ("owned: yes, rent: 600", YES), ("owned: no, rent: 500", NO, UNDER), ("owned: no, rent: 501", YES, UNDER),
        readings=(OTHER,),
    )  # fmt: skip
    assert [m.says[1] for m in found.missing if m.rule.source] == ["never no: owned"]


def test_a_reading_that_is_not_there_is_named_with_the_case() -> None:
    with pytest.raises(PolicyError, match="t:1: no reading 0002-none"):
        measured(SWITCH, ("owned: no", YES, "reading: 0002-none"), readings=(OTHER,))


def test_the_number_of_a_reading_alone_is_refused_since_yaml_reads_it_as_another_number() -> None:
    with pytest.raises(PolicyError, match="t:1: reading: write its whole id"):
        measured(SWITCH, ("owned: no", YES, "reading: 0102"), readings=(OTHER,))


def test_a_discretionary_clause_is_tested_the_other_way_and_no_other_figure_is() -> None:
    law = law_book(LAW_TEXT.replace("    zh: cap\n", "    zh: cap\n    choice: {zh: 可, en: may}\n"))
    book = SWITCH.with_(law=law)
    refused = ("owned: yes, rent: 600", YES), ("owned: no, rent: 600", NO)
    assert measured(book, *refused, ("owned: no, rent: 501", YES, "law: {cap: 500}")).missing == ()
    with pytest.raises(PolicyError, match="t:1: law: grant is no choice of reading"):
        measured(book, ("owned: no", NO, "law: {grant: 5}"))
    with pytest.raises(PolicyError, match="t:1: law: no parameter cup; did you mean cap"):
        measured(book, ("owned: no", NO, "law: {cup: 5}"))


PAIR = """
    @rule(cites="Act 1", zh="甲")
    def has(home: Home, law: Law) -> bool:
        return home.owned

    @rule(cites="Act 1", zh="乙")
    def rents(home: Home, law: Law) -> bool:
        return home.rent > 0

    @rule(cites="Act 1", zh="额", unit="CNY/month")
    def some(home: Home, law: Law) -> Money:
        return law.grant

    @rule(cites="Act 1", zh="租", unit="CNY/month")
    def paid(home: Home, law: Law) -> Money:
        return home.rent

    FIRST = Programme(id="first", of=Home, zh="一", en="first", eligible=has, amount=some)
"""


def refused(*cases: tuple[str, str], second: str) -> list[tuple[str, str]]:
    """What is missing of the engine's own rules, where the second programme is declared so."""
    found = measured(book_of(PAIR + second), *cases)
    return [(m.rule.name, m.says[1]) for m in found.missing if m.rule.source is None]


FIRST_YES, SECOND_YES = "{first: {entitled: yes}}", "{second: {entitled: yes}}"
FIRST_NO, SECOND_NO = "{first: {entitled: no}}", "{second: {entitled: no}}"
APART = (
    ("owned: no, rent: 1", SECOND_YES), ("owned: no, rent: 0", SECOND_NO), ("owned: yes, rent: 0", FIRST_YES),
    ("owned: no, rent: 0", FIRST_NO),
)  # fmt: skip


def test_an_exclusion_must_bar_once() -> None:
    second = """
    SECOND = Programme(id="second", of=Home, zh="二", en="second", eligible=rents, amount=paid, barred_by=(FIRST,))
    """
    assert refused(*APART, second=second) == [("second.open", "never no: does not qualify for first")]
    assert refused(*APART, ("owned: yes, rent: 9000", SECOND_NO), second=second) == []


BETTER = """
    SECOND = Programme(id="second", of=Home, zh="二", en="second", eligible=rents, amount=paid)
    ONE = OneOf((FIRST, SECOND), cites="Act 1")
"""


def test_two_programmes_of_which_one_is_given_must_meet_once_whichever_is_better() -> None:
    assert refused(*APART, second=BETTER) == [
        ("first.entitled", "never yes: qualifies for second"),
        ("second.entitled", "never yes: qualifies for first"),
    ]
    both = "{first: {entitled: yes}, second: {entitled: no}}"
    assert refused(*APART, ("owned: yes, rent: 1", both), second=BETTER) == []


def test_what_comes_first_goes_before_whatever_the_other_pays() -> None:
    second = BETTER.replace('cites="Act 1")\n', 'cites="Act 1", pick="first")\n')
    assert refused(*APART, second=second) == [("second.entitled", "never no: does not qualify for first")]
    both = "{first: {entitled: yes, amount: 1450}, second: {entitled: no, amount: 0}}"
    assert refused(*APART, ("owned: yes, rent: 9000", both), second=second) == []
