"""The dated values of Beijing against relations that others published, and against the corrections of the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest

from yihu.engines.rules.law import Confidence, LawBook, ParameterGap
from yihu_beijing import pack
from yihu_beijing.law import Law, law_book


@pytest.fixture(scope="module")
def book() -> LawBook[Law]:
    return law_book()


def on(month: str) -> Law:
    return law_book().on(date.fromisoformat(f"{month}-01"))


def months(first: str, last: str) -> Iterator[date]:
    day, end = date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01")
    while day <= end:
        yield day
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


def rise(before: Decimal, after: Decimal, places: str, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Growth in per cent, to the places that were published."""
    return ((after - before) * 100 / before).quantize(Decimal(places), rounding)


# published relations (O1 to O7)


def test_the_urban_low_income_line_of_2009_is_170_per_cent_of_the_standard() -> None:
    law = on("2009-01")
    assert law.low_income_standard == law.dibao_standard * law.low_income_multiple == 697


def test_the_urban_low_income_line_of_2011_is_170_per_cent_of_the_standard_before() -> None:
    assert on("2011-01").low_income_standard == on("2010-12").dibao_standard * on("2011-01").low_income_multiple == 731


def test_the_rises_of_2012_are_those_reported() -> None:
    before, after = on("2011-12"), on("2012-01")
    assert rise(before.dibao_standard, after.dibao_standard, "0.1") == Decimal("4.0")
    assert rise(before.dibao_standard_rural, after.dibao_standard_rural, "0.1", ROUND_DOWN) == Decimal("11.7")
    assert after.low_income_standard - before.low_income_standard_rural == 298
    assert rise(before.low_income_standard_rural, after.low_income_standard, "0.1") == Decimal("67.4")


def test_the_rise_of_2011_is_the_one_reported() -> None:
    assert rise(on("2010-12").dibao_standard, on("2011-01").dibao_standard, "0.01", ROUND_DOWN) == Decimal("11.62")


def test_the_low_income_rise_of_2015_is_the_one_reported() -> None:
    before, after = on("2014-12").low_income_standard, on("2015-01").low_income_standard
    assert [after - before, rise(before, after, "0.01")] == [80, Decimal("9.41")]


def test_the_low_income_rise_of_2017_is_the_one_reported() -> None:
    assert rise(on("2016-12").low_income_standard, on("2017-01").low_income_standard, "1") == 34


def test_the_minimum_wage_rise_of_2021_is_the_one_reported() -> None:
    before, after = on("2021-07").minimum_wage, on("2021-08").minimum_wage
    assert [after - before, rise(before, after, "0.01")] == [120, Decimal("5.45")]


# the standard


def test_every_month_from_2005_has_a_standard(book: LawBook[Law]) -> None:
    assert all(book.on(day).dibao_standard > 0 for day in months("2005-01", "2026-12"))


def test_the_standard_never_fell(book: LawBook[Law]) -> None:
    values = [book.on(day).dibao_standard for day in months("2005-01", "2026-12")]
    assert values == sorted(values)


def test_urban_and_rural_standards_merged_in_july_2015(book: LawBook[Law]) -> None:
    assert on("2015-06").dibao_standard_rural < on("2015-06").dibao_standard == on("2015-07").dibao_standard
    with pytest.raises(ParameterGap, match="ended on 2015-07-01"):
        _ = on("2015-07").dibao_standard_rural


@pytest.mark.parametrize(("month", "yuan"), [("2023-07", 1395), ("2024-06", 1395), ("2024-07", 1450)])
def test_the_standards_in_the_notice_of_2024_are_official(book: LawBook[Law], month: str, yuan: int) -> None:
    found = book.value_on("dibao_standard", date.fromisoformat(f"{month}-01"))
    assert (found.value, found.confidence) == (yuan, Confidence.OFFICIAL)


def test_the_standard_after_the_notice_of_2024_is_to_be_verified(book: LawBook[Law]) -> None:
    found = book.value_on("dibao_standard", date(2026, 11, 1))
    assert (found.value, found.confidence) == (1450, Confidence.RECALLED)


def test_a_value_whose_month_is_only_remembered_is_to_be_verified(book: LawBook[Law]) -> None:
    days = (date(2008, 7, 1), date(2011, 7, 1), date(2016, 1, 1), date(2019, 1, 1))
    assert {book.value_on("dibao_standard", day).confidence for day in days} == {Confidence.RECALLED}


# low income, minimum wage, special hardship


def test_the_low_income_line_is_the_minimum_wage_from_2018_on(book: LawBook[Law]) -> None:
    assert all(book.on(day).low_income_standard == book.on(day).minimum_wage for day in months("2018-01", "2026-12"))


def test_the_low_income_line_was_the_same_for_town_and_country_from_2012() -> None:
    with pytest.raises(ParameterGap, match="ended on 2012-01-01"):
        _ = on("2012-01").low_income_standard_rural


def test_a_minimum_wage_that_nobody_looked_up_is_a_gap_and_not_a_guess() -> None:
    with pytest.raises(ParameterGap, match="2018-01-01"):
        _ = on("2017-12").minimum_wage


@pytest.mark.parametrize("year", range(2018, 2027))
def test_the_care_tiers_count_from_the_minimum_wage_of_the_first_of_july(book: LawBook[Law], year: int) -> None:
    base = book.value_on("tekun_wage_base", date(year, 7, 1))
    assert (base.value, base.start) == (book.on(date(year, 7, 1)).minimum_wage, date(year, 7, 1))


@pytest.mark.parametrize("month", ["2021-08", "2023-09", "2025-09"])
def test_a_wage_rise_in_the_year_waits_for_the_next_first_of_july(month: str) -> None:
    assert on(month).tekun_wage_base < on(month).minimum_wage


@pytest.mark.parametrize(
    ("month", "able", "partial", "full"), [("2024-07", 484, 968, 1452), ("2026-07", 508, 1016, 1524)]
)
def test_the_care_tiers_are_20_40_and_60_per_cent(month: str, able: int, partial: int, full: int) -> None:
    law = on(month)
    shares = (law.tekun_care_share_able, law.tekun_care_share_partial, law.tekun_care_share_full)
    assert [law.tekun_wage_base * share for share in shares] == [able, partial, full]


@pytest.mark.parametrize(("month", "yuan"), [("2022-07", "1980"), ("2023-07", "2092.5"), ("2024-07", "2175")])
def test_basic_living_of_special_hardship_is_half_as_much_again(month: str, yuan: str) -> None:
    assert on(month).dibao_standard * on(month).tekun_basic_multiple == Decimal(yuan)


def test_the_asset_limits_of_2024_follow_from_the_consumption_of_2023() -> None:
    law = on("2024-07")
    limits = (
        law.consumption_previous_year * law.assets_multiple_small,
        law.consumption_previous_year * law.assets_multiple_large,
    )
    assert limits == (Decimal("57103.2"), Decimal("47586.0"))


def test_consumption_of_2021_agrees_with_the_fall_reported_for_2022() -> None:
    assert rise(on("2022-01").consumption_previous_year, on("2023-01").consumption_previous_year, "0.1") == Decimal(
        "-2.2"
    )


# elders, disabled persons, children


def test_elder_allowances_begin_in_october_2019() -> None:
    law = on("2019-10")
    assert [law.elder_advanced_first, law.elder_advanced_second, law.elder_advanced_third] == [100, 500, 800]
    with pytest.raises(ParameterGap, match="2019-10-01"):
        _ = on("2019-09").elder_advanced_first


def test_orphans_with_families_were_paid_back_to_2010() -> None:
    assert [on("2010-01").child_scattered_standard, on("2011-01").child_institution_standard] == [1400, 1600]


def test_unsupported_children_have_the_standard_of_orphans_from_july_2019(book: LawBook[Law]) -> None:
    law = on("2019-06")
    assert law.child_unsupported_standard < law.child_scattered_standard
    days = months("2019-07", "2026-12")
    assert all(book.on(day).child_unsupported_standard == book.on(day).child_scattered_standard for day in days)


@pytest.mark.parametrize(("month", "yuan"), [("2016-06", 720), ("2025-07", 1140)])
def test_sick_and_disabled_children_have_two_fifths_on_top(month: str, yuan: int) -> None:
    assert on(month).child_difficulty_standard * on(month).child_sick_disabled_share == yuan


def test_orphan_sums_between_the_texts_are_to_be_verified(book: LawBook[Law]) -> None:
    found = {book.value_on("child_scattered_standard", day).confidence for day in months("2018-01", "2025-06")}
    assert found == {Confidence.RECALLED}
    assert book.value_on("child_scattered_standard", date(2025, 7, 1)).confidence is Confidence.OFFICIAL


def test_the_term_of_a_parent_in_prison_fell_from_twelve_to_six_months() -> None:
    assert (on("2019-11").child_sentence_months, on("2019-12").child_sentence_months) == (12, 6)


def test_medical_caps_of_children_move_with_medical_assistance(book: LawBook[Law]) -> None:
    before, after = on("2022-12"), on("2023-01")
    assert [before.child_medical_outpatient_cap, after.child_medical_outpatient_cap] == [6000, 8000]
    assert [before.child_medical_inpatient_cap, after.child_medical_inpatient_cap] == [60000, 160000]
    assert (before.child_medical_inpatient_share, after.child_medical_inpatient_share) == (
        Decimal("0.80"),
        Decimal("0.85"),
    )
    assert book.value_on("child_medical_major_cap", date(2023, 1, 1)).confidence is Confidence.RECALLED


# the library as a whole


def test_the_rules_of_2018_begin_on_the_first_of_january_2019(book: LawBook[Law]) -> None:
    ours = [v for p in book.parameters.values() for v in p.values if v.document and v.document.id == "jmsjf-2018-445"]
    assert {v.start for v in ours if v.confidence is Confidence.OFFICIAL} == {date(2019, 1, 1)}


def test_every_document_is_cited_by_a_value_or_a_rule(book: LawBook[Law]) -> None:
    cited = {value.document.id for p in book.parameters.values() for value in p.values if value.document}
    rules = " ".join(rule.cites for each in (pack, *pack.domains) for rule in each.rulebook.trees)
    cited |= {d.id for d in book.documents.values() if d.zh in rules or (d.number and d.number in rules)}
    assert cited == set(book.documents)


def test_every_discretionary_reading_is_said_in_both_languages(book: LawBook[Law]) -> None:
    readings = [p.choice for p in book.parameters.values() if p.choice]
    assert len(readings) >= 15
    assert all(reading.zh and reading.en for reading in readings)
