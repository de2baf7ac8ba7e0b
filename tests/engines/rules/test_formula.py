"""Rules as they are read in a month: rows that say what the rule computes, lists of conditions, figures with their values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from yihu.desks.reports.programme_cases import read
from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.formula import Listed, MonthWording, Row, figure
from yihu.engines.rules.given import case_from
from yihu.engines.rules.month import Month
from yihu.engines.rules.parameters import ParameterType
from yihu.engines.rules.policy import rule_named
from yihu.engines.rules.wording import Lang
from yihu.pack import Pack, find_pack

JULY = date(2024, 7, 1)
EVERY = 9
"""Every so many policy tests are worked out both ways."""


@cache
def month(pack: str = "beijing", on: date = JULY) -> Month:
    return Month(find_pack(pack).rulebook, on)


def words(pack: str = "beijing", lang: Lang = "zh", on: date = JULY) -> MonthWording:
    return MonthWording(month(pack, on), lang)


def listed(rule: str, pack: str = "beijing", level: str = "case", on: date = JULY) -> Listed:
    """A rule of a pack as a list."""
    found = words(pack, on=on)
    return found.listed(found.month.tree(rule_named(found.book, rule, level)))


def rows_say_what_the_rule_computes(wording: MonthWording, evaluation: Evaluation) -> Iterator[str]:
    """Rules whose rows, read from above, give another value than the rule itself."""
    for rule, tree in wording.month.trees.items():
        level = wording.book.level(rule)
        rows = wording.rows(tree)
        for frame in evaluation.frames(level):
            found, computed = first(rows, evaluation, frame), evaluation.of(rule, frame)
            if found is not ... and found != computed:
                yield f"{rule.name}: {found} instead of {computed}"


def first(rows: tuple[Row, ...], evaluation: Evaluation, frame: Frame) -> Any:
    """The value of the first row that fits; nothing (…) where a condition above it is unknown."""
    for row in rows:
        held = [evaluation.evaluate(node, frame) for node in row.when]
        if None in held:
            return ...
        if all(held):
            return evaluation.evaluate(row.gives, frame)
    raise AssertionError("the last row has no condition")


@pytest.mark.parametrize("pack", [p.id for p in (find_pack("beijing"), *find_pack("beijing").domains)] + ["sample"])
def test_the_first_row_that_fits_gives_what_the_rule_computes(pack: str) -> None:
    found: Pack = find_pack(pack)
    wrong = []
    for each in [c.case for c in read(found) if not (c.case.reading or c.case.law)][::EVERY]:
        wording = words(pack, on=each.month)
        family = case_from(each.given, found.root, found.programmes, usual=each.usual)
        evaluation = Evaluation(wording.month, family)
        wrong += [f"{each.name}: {w}" for w in rows_say_what_the_rule_computes(wording, evaluation)]
    assert wrong == []


def test_a_chain_of_cases_is_read_from_above_and_ends_with_the_rest() -> None:
    found = listed("elder_care_amount", level="members")
    assert found.kind == "cases"
    assert [when for when, _ in found.parts] == ["护理补贴第一档", "护理补贴第二档", "其他情形"]
    assert found.parts[0][1] == "失能老年人护理补贴（第一档）（600元/月）"


def test_cases_within_a_case_become_rows_of_their_own() -> None:
    found = listed("disability_living_amount", level="members")
    first, second = found.parts[:2]
    assert first[0] == f"{second[0].removesuffix('（其他情形）')}，且重度（视力、肢体一二级，智力、精神一至三级）"
    assert len(found.parts) == 9


def test_cases_on_both_sides_of_a_sum_multiply_and_a_term_of_nothing_is_not_said() -> None:
    found = listed("market_rise")
    assert len(found.parts) == 4
    assert "＋" in found.parts[0][1]
    assert [what for _, what in found.parts[1:]] == [
        "市场租房补贴：特殊家庭提高的档数（1）",
        "市场租房补贴：核心区外迁租房提高的档数（2）",
        "0",
    ]


def test_cases_within_a_comparison_become_comparisons_case_by_case() -> None:
    found = listed("money_within")
    assert found.kind == "cases"
    assert all("货币财产总额不超过" in what for _, what in found.parts)


def test_only_the_branch_that_the_month_takes_is_said() -> None:
    now, before = (listed("standard", on=on) for on in (JULY, date(2012, 7, 1)))
    assert now == Listed("one", (("", "低保标准（1,450元/月）"),))
    assert [when for when, _ in before.parts] == ["农业户口", "其他情形"]


def test_a_condition_that_the_month_settles_is_left_out() -> None:
    assert listed("without_home_living_here").kind == "all"
    assert len(listed("without_home_living_here", on=date(2016, 7, 1)).parts) == 1


def test_conditions_are_listed_one_by_one() -> None:
    assert listed("family_eligible", "sample").kind == "all"
    assert listed("full_standard", level="members").kind == "any"


def test_money_says_where_it_is_rounded_and_that_nothing_is_below_zero() -> None:
    said = listed("assessed_family_income").parts[0][1]
    assert said.endswith("负数按0）")
    assert "四舍五入到分" in listed("assessed_per_head").parts[0][1]


def test_a_rule_that_the_law_alone_settles_stands_with_its_value() -> None:
    assert listed("poor").parts[0][1] == "核减后的家庭月人均收入低于适用的低保标准（1,450元/月）"


def test_rules_are_followed_to_the_outcomes_of_other_programmes_and_no_further() -> None:
    found = words()
    dibao = found.book.programme("dibao")
    names = {rule.name for rule in found.used([dibao.eligible])}
    assert "protected" in names
    assert names.isdisjoint({"tekun_eligible", "tekun.entitled", "orphan_eligible"})


def test_a_multiple_has_no_unit_and_only_an_age_is_an_age() -> None:
    law = find_pack("beijing").rulebook.law
    multiple, age, years = (
        law.parameter(name) for name in ("assets_multiple_small", "elder_age", "organisations_grade_years")
    )
    assert multiple.type is ParameterType.NUMBER
    assert [figure(p, p.at(JULY).value, "zh") for p in (multiple, age, years)] == ["1.2", "60周岁", "5年"]
    assert [figure(p, p.at(JULY).value, "en") for p in (multiple, age, years)] == ["1.2", "60 years", "5 years"]
    assert (figure(age, None, "zh"), figure(age, None, "en")) == ("终止", "ended")
