"""What a dated parameter of the law is: values by date, each with document, article and confidence. No file access."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

from yihu.engines.rules.types import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = Decimal | int | bool | date


@dataclass(frozen=True)
class Words:
    """One thing said in Chinese and in English."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """The text in ``lang`` (``zh`` or ``en``)."""
        return self.en if lang == "en" else self.zh


class Confidence(Choice):
    """How sure a dated value is."""

    OFFICIAL = "official", "官方", "official"
    REPORTED = "reported", "报道", "reported"
    DERIVED = "derived", "推算", "derived"
    RECALLED = "recalled", "待核实", "to be verified"


class ParameterType(StrEnum):
    """What a parameter counts, as written in the YAML."""

    MONEY = "money"
    NUMBER = "number"
    COUNT = "count"
    DATE = "date"
    YES_NO = "yes_no"


class AfterLast(StrEnum):
    """What is true after the last dated value."""

    HOLDS = "holds"
    ENDS = "ends"


class TextStatus(StrEnum):
    """Whether the text of a document was read, is cited by one that was read, or is known from a report."""

    READ = "read"
    CITED = "cited"
    REPORTED = "reported"


@dataclass(frozen=True)
class Document:
    """A document of the law: its number, title, day of signing, official page and the name of its stored text.

    ``not_a_programme``: why a text grants nothing (a definition, a procedure). ``line`` is where it stands in its file.
    """

    id: str
    number: str
    zh: str
    en: str
    issued: date | None = None
    url: str = ""
    text: str = ""
    text_status: TextStatus | None = None
    not_a_programme: Words | None = None
    line: int = field(default=0, compare=False)

    def title(self, lang: str) -> str:
        """Number and title, or the title alone where the document has no number."""
        words = self.en if lang == "en" else self.zh
        return f"{self.number} {words}".strip()


@dataclass(frozen=True)
class DatedValue:
    """A value from ``start`` on (``value`` None: ended from that day), with its source; ``line`` is where it is written."""

    start: date
    value: Value | None
    confidence: Confidence
    document: Document | None = None
    article: str = ""
    note: Words | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Parameter:
    """One parameter: labels, type, unit, decimal places of its values, and the values in ascending order of date.

    ``choice`` is the pack's reading of a discretionary clause and its reason; ``checked`` the day on which somebody
    last looked for a newer value; ``file`` and ``topic`` tell where it is written.
    """

    name: str
    zh: str
    en: str
    type: ParameterType
    unit: str
    places: int
    values: tuple[DatedValue, ...]
    after_last: AfterLast
    checked: date
    choice: Words | None = None
    topic: Words | None = None
    file: str = ""

    def at(self, day: date) -> DatedValue:
        """The dated value in force on ``day``; raises :class:`ParameterGap` where there is none."""
        position = bisect_right(self.values, day, key=lambda each: each.start)
        if position == 0:
            raise ParameterGap(self.name, day, self.file, first=self.values[0].start)
        found = self.values[position - 1]
        if found.value is None:
            raise ParameterGap(self.name, day, self.file, ended=found.start)
        return found


class LawError(Exception):
    """Something is wrong with the dated law, or was asked of it that it does not hold."""


class LawFileError(LawError):
    """A law file is not as it should be: file, line, field, what is wrong and what to do."""

    def __init__(self, file: str, line: int, field: str, problem: str, remedy: str) -> None:
        super().__init__(f"{file}:{line}: {field}: {problem}; {remedy}")
        self.file, self.line, self.field, self.problem, self.remedy = file, line, field, problem, remedy


class ParameterGap(LawError):
    """No value is known on ``day``: before the ``first`` dated value, or since the parameter ``ended``."""

    def __init__(
        self, name: str, day: date, file: str, *, first: date | None = None, ended: date | None = None
    ) -> None:
        why = f"the first known value is of {first}" if first else f"it ended on {ended}"
        remedy = (
            "add a dated value with its source, or ask for another day"
            if first
            else "use what replaced it from that day on"
        )
        super().__init__(f"{name} has no value on {day}: {why} ({file or 'no file'}); {remedy}")
        self.name, self.day, self.file, self.first, self.ended = name, day, file, first, ended


class UnknownParameter(LawError):
    """No parameter has this name; ``suggestions`` are the nearest names."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.suggestions = name, nearest(name, known)
        super().__init__(f"the law has no parameter {name}{did_you_mean(self.suggestions)}")


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three names that look like ``name``."""
    return tuple(get_close_matches(name, list(known), n=3, cutoff=0.6))


def did_you_mean(suggestions: tuple[str, ...]) -> str:
    """``"; did you mean a or b?"``, or nothing."""
    return f"; did you mean {' or '.join(suggestions)}?" if suggestions else ""
