"""The dated law: what it gives on a day, where it has gaps, what a reform changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from yihu.engines.rules.law import (
    Change,
    Confidence,
    LawBook,
    LawError,
    LawMismatch,
    ParameterGap,
    ParameterSet,
    UnknownParameter,
)
from yihu.engines.rules.types import Money, Number

LAW = Path(__file__).with_name("law.yaml").read_text("utf-8")


class Law(ParameterSet):
    grant: Money
    share: Number
    age: int
    open: bool
    deadline: date


@pytest.fixture
def book() -> LawBook[Law]:
    return Law.read([("law.yaml", LAW)])


# reading a value


def test_a_value_holds_from_its_day_until_the_next_one(book: LawBook[Law]) -> None:
    days = (
        date(2010, 1, 1),
        date(2015, 7, 14),
        date(2015, 7, 15),
        date(2019, 12, 31),
        date(2020, 1, 1),
        date(2099, 1, 1),
    )
    assert [str(book.on(day).grant) for day in days] == ["100", "100", "120.50", "120.50", "130", "130"]


def test_each_type_comes_as_its_python_type(book: LawBook[Law]) -> None:
    law = book.on(date(2012, 3, 1))
    assert [type(v) for v in (law.grant, law.share, law.age, law.open, law.deadline)] == [
        Decimal,
        Decimal,
        int,
        bool,
        date,
    ]


def test_a_figure_is_exactly_what_is_written(book: LawBook[Law]) -> None:
    assert book.on(date(2012, 3, 1)).share == Decimal("0.35")


def test_a_long_figure_is_never_rounded_through_a_float() -> None:
    text = (
        LAW.replace("places: 2", "places: 6")
        .replace("0.35,", "0.123457,")
        .replace("value: 100,", "value: 90071992547409.93,")
    )
    law = Law.read([("law.yaml", text)]).on(date(2012, 3, 1))
    assert (law.share, law.grant) == (Decimal("0.123457"), Decimal("90071992547409.93"))


def test_the_month_evaluated_has_a_first_and_a_last_day(book: LawBook[Law]) -> None:
    law = book.on(date(2024, 2, 10))
    assert (law.first_day, law.last_day) == (date(2024, 2, 1), date(2024, 2, 29))


def test_a_dated_value_names_document_article_and_confidence(book: LawBook[Law]) -> None:
    found = book.value_on("grant", date(2012, 3, 1))
    assert found.document is book.documents["act-1"]
    assert (found.article, found.confidence, found.start) == ("1", Confidence.OFFICIAL, date(2010, 1, 1))


def test_confidence_is_said_in_both_languages() -> None:
    assert [(c.zh, c.en) for c in Confidence] == [
        ("官方", "official"),
        ("报道", "reported"),
        ("推算", "derived"),
        ("待核实", "to be verified"),
    ]


def test_a_parameter_keeps_labels_unit_choice_topic_and_file(book: LawBook[Law]) -> None:
    share = book.parameter("share")
    assert share.choice is not None
    assert share.topic is not None
    assert (share.zh, share.unit, share.places, share.choice.en, share.topic.en, share.file) == (
        "比例", "", 2, "the lower end", "grants", "law.yaml",
    )  # fmt: skip


def test_the_law_of_a_day_cannot_be_set(book: LawBook[Law]) -> None:
    with pytest.raises(AttributeError, match="with_changes"):
        book.on(date(2012, 3, 1)).grant = Decimal(1)


# gaps


def test_a_day_before_the_first_value_is_a_gap_and_never_a_default(book: LawBook[Law]) -> None:
    with pytest.raises(ParameterGap, match=r"grant has no value on 2009-12-31.*2010-01-01.*law\.yaml") as caught:
        _ = book.on(date(2009, 12, 31)).grant
    assert (caught.value.name, caught.value.first, caught.value.ended) == ("grant", date(2010, 1, 1), None)


def test_a_gap_is_not_swallowed_by_getattr(book: LawBook[Law]) -> None:
    with pytest.raises(ParameterGap):
        getattr(book.on(date(2009, 1, 1)), "grant", None)


def test_a_gap_of_one_parameter_leaves_the_others_readable(book: LawBook[Law]) -> None:
    assert book.on(date(2018, 6, 1)).grant == Decimal("120.50")


def test_a_parameter_that_ended_says_since_when(book: LawBook[Law]) -> None:
    with pytest.raises(ParameterGap, match="it ended on 2018-01-01") as caught:
        _ = book.on(date(2018, 1, 1)).age
    assert caught.value.ended == date(2018, 1, 1)


def test_an_unknown_name_suggests_the_nearest(book: LawBook[Law]) -> None:
    with pytest.raises(UnknownParameter, match="did you mean grant") as caught:
        book.value_on("grants", date(2012, 3, 1))
    assert caught.value.suggestions == ("grant",)


# reforms


def test_a_change_for_good_replaces_all_later_values(book: LawBook[Law]) -> None:
    changed = book.with_changes([Change("grant", Decimal("111"), date(2012, 1, 1))])
    assert [changed.on(date(y, 6, 1)).grant for y in (2011, 2012, 2021)] == [Decimal(100), Decimal(111), Decimal(111)]


def test_after_a_change_with_an_end_the_former_law_holds_again(book: LawBook[Law]) -> None:
    changed = book.with_changes([Change("grant", Decimal("111"), date(2014, 1, 1), end=date(2016, 1, 1))])
    assert [str(changed.on(date(y, 12, 1)).grant) for y in (2013, 2014, 2015, 2016, 2020)] == [
        "100",
        "111",
        "111",
        "120.50",
        "130",
    ]


def test_a_change_can_replace_one_dated_value(book: LawBook[Law]) -> None:
    changed = book.with_changes([Change("grant", Decimal("99"), date(2010, 1, 1), end=date(2015, 7, 15))])
    assert [v.value for v in changed.parameter("grant").values] == [Decimal("99"), Decimal("120.50"), Decimal(130)]


def test_a_change_can_fill_a_gap_and_the_gap_stays_around_it(book: LawBook[Law]) -> None:
    changed = book.with_changes([Change("age", 55, date(2005, 1, 1), end=date(2006, 1, 1))])
    assert changed.on(date(2005, 6, 1)).age == 55
    with pytest.raises(ParameterGap, match="ended on 2006-01-01"):
        _ = changed.on(date(2007, 1, 1)).age


def test_two_changes_of_one_parameter_hold_together(book: LawBook[Law]) -> None:
    changed = book.with_changes([Change("grant", 1, date(2021, 1, 1)), Change("grant", 2, date(2022, 1, 1))])
    assert [changed.on(date(y, 1, 1)).grant for y in (2020, 2021, 2022)] == [Decimal(130), Decimal(1), Decimal(2)]


def test_a_change_leaves_the_former_book_as_it_was(book: LawBook[Law]) -> None:
    book.with_changes([Change("grant", Decimal("111"), date(2012, 1, 1))])
    assert book.on(date(2012, 1, 1)).grant == Decimal(100)


def test_a_change_says_that_it_is_a_reform(book: LawBook[Law]) -> None:
    found = book.with_changes([Change("grant", 1, date(2021, 1, 1))]).value_on("grant", date(2021, 1, 1))
    assert found.note is not None
    assert (found.note.en, found.document) == ("reform", None)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("grnat", Decimal(1), date(2012, 1, 1)), "did you mean grant"),
        (Change("grant", Decimal("1.234"), date(2012, 1, 1)), "takes 2 decimal places"),
        (Change("grant", Decimal("NaN"), date(2012, 1, 1)), "takes 2 decimal places"),
        (Change("grant", True, date(2012, 1, 1)), "give a Decimal"),
        (Change("age", Decimal(60), date(2012, 1, 1)), "give a int"),
        (Change("age", 60, date(2012, 1, 1), end=date(2012, 1, 1)), "correct start or end"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(book: LawBook[Law], change: Change, said: str) -> None:
    with pytest.raises(LawError, match=said):
        book.with_changes([change])


# class and files agree


def test_a_name_in_the_class_alone_is_refused() -> None:
    class More(Law):
        agee: int

    with pytest.raises(LawMismatch, match=r"More\.agee stands in no law file"):
        More.read([("law.yaml", LAW)])


def test_a_name_in_the_files_alone_is_refused_with_its_neighbour() -> None:
    with pytest.raises(LawMismatch, match="did you mean grant"):
        Law.read([("law.yaml", LAW.replace("  grant:", "  grants:"))])


def test_money_and_number_are_told_apart() -> None:
    with pytest.raises(LawMismatch, match=r"Law\.share is Number, but law\.yaml says type: money"):
        Law.read([("law.yaml", LAW.replace("type: number\n    unit: ''", "type: money\n    unit: CNY"))])


def test_a_count_declared_as_money_is_refused() -> None:
    text = LAW.replace("type: count\n    unit: year", "type: number\n    unit: year\n    places: 0")
    with pytest.raises(LawMismatch, match=r"Law\.age is int, but"):
        Law.read([("law.yaml", text)])
