"""Law files are read strictly: each fault is an error that names file, line, field and remedy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yihu.engines.rules.law import LawError, LawFileError, ParameterSet
from yihu.engines.rules.types import Money, Number

LAW = Path(__file__).with_name("law.yaml").read_text("utf-8")
DOCUMENTS = LAW[: LAW.index("topic:")]


class Law(ParameterSet):
    grant: Money
    share: Number
    age: int
    open: bool
    deadline: date


def fault(old: str, new: str) -> LawFileError:
    """The error that reading gives after ``old`` in the law text became ``new``."""
    assert old in LAW
    with pytest.raises(LawFileError) as caught:
        Law.read([("law.yaml", LAW.replace(old, new, 1))])
    return caught.value


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
