"""The dated law: what it gives on a day, what it refuses, and how strictly its files are read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yihu.engines.rules.law import (
    Change,
    Confidence,
    LawBook,
    LawError,
    LawFileError,
    LawMismatch,
    ParameterGap,
    ParameterSet,
    UnknownParameter,
)
from yihu.engines.rules.types import Money, Number

DOCUMENTS = """\
documents:
  act-1:
    number: Act 1
    zh: 甲法
    en: First act
    issued: 2010-01-01
    url: https://example.org/act-1
    text_status: read
"""

LAW = f"""\
{DOCUMENTS}
topic: {{zh: 补助, en: grants}}
parameters:
  grant:
    zh: 补助
    en: grant
    type: money
    unit: CNY/month
    places: 2
    after_last: holds
    checked: 2025-01-31
    values:
      - {{from: 2010-01, value: 100, document: act-1, article: '1', confidence: official}}
      - {{from: 2015-07-15, value: 120.50, document: act-1, confidence: reported}}
      - {{from: 2020-01, value: 130, confidence: recalled, note: {{zh: 凭记忆, en: from memory}}}}
  share:
    zh: 比例
    en: share
    type: number
    unit: ''
    places: 2
    after_last: holds
    checked: 2025-01-31
    choice: {{zh: 取下限, en: the lower end}}
    values:
      - {{from: 2010-01, value: 0.35, document: act-1, article: '2', confidence: official}}
  age:
    zh: 年龄
    en: age
    type: count
    unit: year
    after_last: ends
    checked: 2025-01-31
    values:
      - {{from: 2010-01, value: 60, document: act-1, article: '3', confidence: official}}
      - {{from: 2018-01, value: null, document: act-1, confidence: derived}}
  open:
    zh: 开放
    en: open
    type: yes_no
    unit: ''
    after_last: holds
    checked: 2025-01-31
    values:
      - {{from: 2010-01, value: yes, document: act-1, article: '4', confidence: official}}
  deadline:
    zh: 期限
    en: deadline
    type: date
    unit: ''
    after_last: holds
    checked: 2025-01-31
    values:
      - {{from: 2010-01, value: 2011-12-31, document: act-1, article: '5', confidence: official}}
"""


class Law(ParameterSet):
    grant: Money
    share: Number
    age: int
    open: bool
    deadline: date


@pytest.fixture
def book() -> LawBook[Law]:
    return Law.read([("law.yaml", LAW)])


def fault(old: str, new: str) -> LawFileError:
    """The error that reading gives after ``old`` in the law text became ``new``."""
    assert old in LAW
    with pytest.raises(LawFileError) as caught:
        Law.read([("law.yaml", LAW.replace(old, new, 1))])
    return caught.value


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


# strict files


@pytest.mark.parametrize(
    ("old", "new", "field", "said"),
    [
        ("zh: 补助\n    en: grant\n", "zh: 补助\n    en: grant\n    colour: red\n", "grant.colour", "unknown key"),
        ("checked: 2025-01-31\n    values", "chekced: 2025-01-31\n    values", "grant.chekced", "did you mean checked"),
        ("    en: grant\n", "", "grant", "en is missing; add en:"),
        ("    en: grant\n", "    en: grant\n    en: grant\n", "grant.en", "the key stands twice"),
        ("type: money", "type: mony", "grant.type", "did you mean money"),
        ("unit: CNY/month", "unit: yuan per month", "grant.unit", "is not a unit"),
        ("unit: CNY/month", "unit: ''", "grant.unit", "money needs a unit"),
        ("    places: 2\n", "", "grant", "places is missing"),
        ("places: 2\n", "places: 2.5\n", "grant.places", "not a number of places"),
        ("unit: year\n", "unit: year\n    places: 2\n", "age.places", "has no decimal places"),
        ("value: 120.50", "value: 120.505", "grant.values[1].value", "more than 2 decimal places"),
        ("value: 120.50", "value: 1.2e2", "grant.values[1].value", "not a decimal number"),
        ("value: 120.50", "value: 1_200", "grant.values[1].value", "not a decimal number"),
        ("value: 120.50", "value: .5", "grant.values[1].value", "as in 1450 or 0.35"),
        ("value: 120.50", "value: '120.50'", "grant.values[1].value", "without quotes"),
        ("value: 120.50", "value: yes", "grant.values[1].value", "not a decimal number"),
        ("value: 120.50", "value: [1]", "grant.values[1].value", "a single value should stand here"),
        ("value: 60", "value: 60.5", "age.values[0].value", "not a whole number"),
        ("value: 60", "value: ", "age.values[0].value", "it is empty"),
        ("value: yes", "value: true", "open.values[0].value", "write yes or no"),
        ("value: 2011-12-31", "value: 2011-12", "deadline.values[0].value", "write YYYY-MM-DD"),
        ("value: 2011-12-31", "value: 2011-02-30", "deadline.values[0].value", "does not exist in the calendar"),
        ("from: 2015-07-15", "from: 2015-7", "grant.values[1].from", "is ambiguous"),
        ("from: 2015-07-15", "from: 2015", "grant.values[1].from", "is ambiguous"),
        ("from: 2015-07-15", "from: 07/2015", "grant.values[1].from", "is ambiguous"),
        ("from: 2015-07-15", "from: 2015-13", "grant.values[1].from", "does not exist"),
        ("from: 2015-07-15", "from: 0215-07", "grant.values[1].from", "cannot be meant"),
        ("from: 2015-07-15", "from: 2009-07", "grant.values[1]", "ascending order"),
        ("from: 2015-07-15", "from: 2010-01-01", "grant.values[1]", "stands twice"),
        (", confidence: reported", "", "grant.values[1]", "confidence is missing"),
        ("confidence: reported", "confidence: reporte", "grant.values[1].confidence", "did you mean reported"),
        ("document: act-1, confidence: reported", "document: act1, confidence: reported",
         "grant.values[1].document", "did you mean act-1"),
        ("document: act-1, confidence: reported", "confidence: reported", "grant.values[1]", "needs its document"),
        (", note: {zh: 凭记忆, en: from memory}", "", "grant.values[2]", "a recalled value needs a note"),
        ("article: '1', ", "", "grant.values[0]", "needs the article of a text that was read"),
        ("text_status: read", "text_status: cited", "grant.values[0]", "needs the article of a text that was read"),
        ("after_last: ends", "after_last: holds", "age.after_last", "say ends if the last value is null"),
        ("url: https://example.org/act-1", "url: example.org", "act-1.url", "http:// or https://"),
        ("issued: 2010-01-01", "issued: 2010", "act-1.issued", "write YYYY-MM-DD"),
        ("en: from memory", "en: from memory, only", "grant.values[2].note.only", "put the text before it in quotes"),
        ("choice: {zh: 取下限, en: the lower end}", "choice: the lower end", "share.choice", "a mapping"),
        ("  grant:\n", "  Grant:\n", "Grant", "lower-case letters"),
        ("parameters:\n", "paramters:\n", "paramters", "did you mean parameters"),
    ],
)  # fmt: skip
def test_a_fault_names_field_and_remedy(old: str, new: str, field: str, said: str) -> None:
    error = fault(old, new)
    assert error.field.endswith(field)
    assert said in str(error)


def test_a_fault_names_file_and_line() -> None:
    error = fault("value: 60", "value: sixty")
    line = next(n for n, text in enumerate(LAW.splitlines(), 1) if "value: 60" in text)
    assert (error.file, error.line) == ("law.yaml", line)
    assert str(error).startswith(f"law.yaml:{line}: parameters.age.values[0].value: ")


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "a: [1\n", "- one\n", "a: 1\n---\nb: 2\n", "\x00", "a: !!python/object:os {}\n"]
)
def test_what_is_no_law_file_is_a_law_file_error(text: str) -> None:
    with pytest.raises(LawFileError, match=r"^law\.yaml:\d+: "):
        Law.read([("law.yaml", text)])


def test_a_file_nested_without_end_is_a_law_file_error() -> None:
    with pytest.raises(LawFileError, match="nested too deeply"):
        Law.read([("law.yaml", "[" * 100_000)])


@given(
    st.integers(0, len(LAW)),
    st.integers(0, 12),
    st.text(alphabet="0123456789-.:,'\"{}[]&*!|>%@#?~ \n\tabé中", max_size=6),
)
def test_whatever_is_mistyped_gives_a_law_or_a_law_error(start: int, length: int, typed: str) -> None:
    try:
        found = Law.read([("law.yaml", LAW[:start] + typed + LAW[start + length :])])
    except LawError:
        return
    assert set(found.parameters) == {"grant", "share", "age", "open", "deadline"}


def test_a_parameter_in_two_files_names_both() -> None:
    again = LAW.replace(DOCUMENTS, "")
    with pytest.raises(LawFileError, match=r"^b\.yaml:.*also in a\.yaml"):
        Law.read([("a.yaml", LAW), ("b.yaml", again)])


def test_a_document_in_two_files_is_refused() -> None:
    with pytest.raises(LawFileError, match=r"^b\.yaml:.*act-1 stands in two files"):
        Law.read([("a.yaml", LAW), ("b.yaml", DOCUMENTS)])


def test_documents_and_parameters_may_stand_in_different_files() -> None:
    book = Law.read([("b.yaml", LAW.replace(DOCUMENTS, "")), ("documents.yaml", DOCUMENTS)])
    assert book.value_on("grant", date(2010, 1, 1)).document is book.documents["act-1"]
