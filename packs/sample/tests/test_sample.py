"""The pack is whole: its rules read, its law covers the month, its policy tests hold, and it says what its texts say."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from yihu.law_check import LawReport, check
from yihu.pack import Pack, find_pack
from yihu.pack_check import examine

MONTH = date(2024, 7, 1)
CITY = find_pack("sample")
PARTS = (CITY, *CITY.domains)


@pytest.mark.parametrize("pack", PARTS, ids=[p.id for p in PARTS])
def test_the_pack_has_no_problems(pack: Pack) -> None:
    assert examine(pack, MONTH).problems == ()


@pytest.mark.parametrize("pack", PARTS, ids=[p.id for p in PARTS])
def test_every_branch_of_the_rules_is_seen_by_a_policy_test(pack: Pack) -> None:
    found = examine(pack, MONTH, branches=True).coverage
    assert found is not None
    assert [(each.where, *each.says) for each in found.missing] == []


@pytest.fixture(scope="module")
def held() -> LawReport:
    """The pack held against its texts."""
    folder = files("yihu_sample") / "texts" / "sources"
    return check(CITY, {file.name: file.read_text("utf-8") for file in folder.iterdir()}, "")


def test_rules_and_figures_stand_in_the_texts(held: LawReport) -> None:
    assert held.problems == []
    assert (held.rules_not_in_hand, held.words_not_in_hand) == (0, 0)


# the template shows what a pack may use


def test_some_text_grants_nothing_and_some_figure_is_only_recalled(held: LawReport) -> None:
    assert (held.not_programmes, held.derived) == (1, 1)


def test_money_comes_by_the_month_the_year_and_once_and_something_in_kind() -> None:
    programmes = [programme for part in PARTS for programme in part.programmes]
    assert {programme.every for programme in programmes} == {"month", "year", "once", ""}
    assert [programme.id for programme in programmes if programme.service[0]] == ["day_care_meals"]


def test_readings_models_and_answers_are_shown() -> None:
    assert CITY.readings
    assert CITY.models
    assert [rule.name for part in PARTS for rule in part.answers] == ["carers_needed"]
