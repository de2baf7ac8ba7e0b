"""Policy tests: families written in YAML with what the law gives them, readable and extendable by an officer.

    cases:
      - name: 一人户，收入低于标准按差额发放
        on: 2024-07
        source: 京民社救发〔2018〕445号 九(一)
        given:                       # facts not written are as usual; `usual: false` leaves them unknown
          members: [{relation: 本人, birth: 1970-01-01, pension: 450}]
        expect:
          dibao: {entitled: yes, amount: 1000}
          rules: {income_per_member: 450}
          members[0]: {elder_age: {entitled: no}, rules: {age: 54}}

``entitled`` is yes, no or unknown; ``amount`` may be ``unknown``. Only what is written is checked. Two more keys ask for the
law in another reading: ``reading: 0102-full-standard-on-top``, one that lost and that the pack keeps, and ``law: {x: no}``, a
discretionary clause used the other way (a parameter with ``choice:``).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from yihu.engines.rules import exact
from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.call import Evaluation, Frame
from yihu.engines.rules.given import GivenError, case_from, parse
from yihu.engines.rules.month import Month, read_month
from yihu.engines.rules.reform import Reading, Reform, ReformError, apply, reading_named
from yihu.engines.rules.types import YES_NO

KEYS = {"name", "en", "on", "source", "given", "expect", "usual", "reading", "law"}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""For the lines of the cases only; the values are read by ``exact``."""


class PolicyError(Exception):
    """A policy test that cannot be read: file, line, what is wrong, what to write."""


@dataclass(frozen=True)
class PolicyCase:
    """One policy test: where it stands, the family, the month and what is expected, with the source of that."""

    file: str
    line: int
    name: str
    month: date
    source: str
    given: Mapping[str, Any]
    expect: Mapping[str, Any]
    usual: bool = True
    en: str = ""
    reading: str = ""
    law: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Verdict:
    """What a policy test found: the differences (none: passed), the evaluation, and the rules it expects a value of.

    ``otherwise`` names the parameters that the case takes in the other reading.
    """

    case: PolicyCase
    differences: list[str] = field(default_factory=list)
    evaluation: Evaluation | None = None
    asked: list[tuple[AnyRule, Frame]] = field(default_factory=list)
    otherwise: frozenset[str] = frozenset()

    @property
    def passed(self) -> bool:
        """True where everything expected came out."""
        return not self.differences


def read_cases(file: str, text: str) -> list[PolicyCase]:
    """The cases of one YAML text; raises :class:`PolicyError`."""
    try:
        data = exact.load(text)
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as problem:
        raise PolicyError(f"{file}: not YAML: {problem}") from None
    if not isinstance(data, dict) or not isinstance(data.get("cases"), list):
        raise PolicyError(f"{file}:1: expected a list under cases:")
    lines = _lines(root)
    return [_case(file, line, each) for line, each in zip(lines, data["cases"], strict=True)]


def _lines(root: Any) -> list[int]:
    for key, value in root.value:
        if key.value == "cases":
            return [item.start_mark.line + 1 for item in value.value]
    return []


def _case(file: str, line: int, data: Any) -> PolicyCase:
    if not isinstance(data, dict):
        raise PolicyError(f"{file}:{line}: a case has the keys {', '.join(sorted(KEYS))}")
    for key in data.keys() - KEYS:
        near = difflib.get_close_matches(str(key), KEYS, 1)
        raise PolicyError(f"{file}:{line}: unknown key {key}" + (f"; did you mean {near[0]}?" if near else ""))
    for key in ("name", "on", "given", "expect", "source"):
        if key not in data or (key in ("name", "source") and not str(data[key] or "").strip()):
            raise PolicyError(
                f"{file}:{line}: {key}: is missing" + ("; say where the expectation comes from" * (key == "source"))
            )
    if not isinstance(data.get("usual", True), bool):
        raise PolicyError(f"{file}:{line}: usual: write yes or no")
    try:
        month = read_month(str(data["on"]))
    except ValueError as problem:
        raise PolicyError(f"{file}:{line}: on: {problem}") from None
    for key, kind, hint in (
        ("reading", str, "its whole id (0102-full-standard-on-top)"),
        ("law", dict, "(name: value)"),
    ):
        if not isinstance(data.get(key, kind()), kind):
            raise PolicyError(f"{file}:{line}: {key}: write {hint}, found {data[key]}")
    extra = {key: data[key] for key in ("usual", "en", "reading", "law") if key in data}
    return PolicyCase(file, line, data["name"], month, data["source"], data["given"], data["expect"], **extra)


class Tester:
    """Checks policy tests against one rulebook; months and other readings are made once.

    ``readings`` are those that cases may ask for.
    """

    def __init__(self, book: Rulebook, readings: Iterable[Reading] = ()) -> None:
        self.book, self.readings = book, tuple(readings)
        self._months: dict[str, Month] = {}

    def check(self, case: PolicyCase) -> Verdict:
        """Evaluate a case and compare; raises :class:`PolicyError` where the test itself is wrong."""
        try:
            family = case_from(case.given, self.book.root, self.book.programmes, usual=case.usual)
            evaluation = Evaluation(self._month(case), family)
            verdict = Verdict(case, [], evaluation, otherwise=self._otherwise(case))
        except ReformError as problem:
            raise PolicyError(f"{case.file}:{case.line}: {problem}") from None
        except GivenError as problem:
            raise PolicyError(f"{case.file}:{case.line}: given: {problem}") from None
        try:
            for each in _expected(case.expect, evaluation, evaluation.case, ""):
                verdict.asked.append((each.rule, each.frame))
                verdict.differences += _difference(each, evaluation)
        except GivenError as problem:
            raise PolicyError(f"{case.file}:{case.line}: expect: {problem}") from None
        return verdict

    def _month(self, case: PolicyCase) -> Month:
        key = f"{case.month} {case.reading} {sorted(case.law.items())}"
        if key not in self._months:
            book = self.book
            if case.reading or case.law:
                reform = Reform("law", "", "", case.law, None, case.reading or None)
                book = apply(reform, book, case.month, readings=self.readings)
            self._months[key] = Month(book, case.month)
        return self._months[key]

    def _otherwise(self, case: PolicyCase) -> frozenset[str]:
        """The parameters that the reading of a case changes; raises ReformError for a figure that is no choice of reading."""
        for name in case.law:
            if not self.book.law.parameter(name).choice:
                raise ReformError(
                    f"law: {name} is no choice of reading (choice: in its law file); a test cannot change it"
                )
        taken = reading_named(self.readings, case.reading) if case.reading else None
        return frozenset((*case.law, *(taken.parameters if taken else ())))


def check(case: PolicyCase, book: Rulebook, readings: Iterable[Reading] = ()) -> Verdict:
    """The verdict of one case; raises :class:`PolicyError` where the test itself is wrong."""
    return Tester(book, readings).check(case)


def _mapping(value: Any, at: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise GivenError(at, f"expected name: value below it, found {value!r}")
    return value


@dataclass(frozen=True)
class Expected:
    """One expectation: the rule and subject it is about, the value as written, and where it stands."""

    rule: AnyRule
    frame: Frame
    wanted: Any
    at: str


def _expected(expect: Mapping[str, Any], evaluation: Evaluation, frame: Frame, path: str) -> Iterator[Expected]:
    book = evaluation.month.book
    for key, wanted in _mapping(expect, path.rstrip(".")).items():
        item = re.fullmatch(r"(\w+)\[(\d+)\]", str(key))
        at = f"{path}{key}"
        if item and item[1] in frame.lists:
            if int(item[2]) >= len(frame.lists[item[1]]):
                raise GivenError(at, f"there are only {len(frame.lists[item[1]])}")
            yield from _expected(wanted, evaluation, frame.lists[item[1]][int(item[2])], at + ".")
        elif key == "rules":
            for name, value in _mapping(wanted, at).items():
                yield Expected(rule_named(book, name, frame.level), frame, value, f"{at}.{name}")
        else:
            yield from _programme(book, frame, str(key), wanted, at)


def _programme(book: Rulebook, frame: Frame, id: str, wanted: Mapping[str, Any], at: str) -> Iterator[Expected]:
    known = {p.id: p for p in book.programmes if book.level(p.eligible) == frame.level}
    if id not in known:
        near = difflib.get_close_matches(id, known, 1)
        raise GivenError(at, f"no programme {id} here" + (f"; did you mean {near[0]}?" if near else ""))
    outcome = book.outcomes[known[id]]
    for key, value in _mapping(wanted, at).items():
        if key == "entitled":
            yield Expected(outcome.entitled, frame, value, f"{at}.entitled")
        elif key == "eligible":
            yield Expected(known[id].eligible, frame, value, f"{at}.eligible")
        elif key == "amount" and outcome.amount is not None:
            yield Expected(outcome.amount, frame, value, f"{at}.amount")
        else:
            raise GivenError(f"{at}.{key}", "expected entitled, eligible or amount")


def _difference(each: Expected, evaluation: Evaluation) -> Iterator[str]:
    month = evaluation.month
    if month.book.current(each.rule) not in month.trees:
        raise GivenError(each.at, f"nothing in force in {month.first_day:%Y-%m} uses this rule; choose another month")
    found = evaluation.of(each.rule, each.frame)
    expected = parse(YES_NO if each.rule.type.kind is YES_NO.kind else each.rule.type, each.wanted, each.at)
    if found != expected:
        yield f"{each.at}: expected {_shown(expected)}, found {_shown(found)}"


def _shown(value: Any) -> str:
    return (
        "unknown"
        if value is None
        else {True: "yes", False: "no"}.get(value, str(value))
        if isinstance(value, bool)
        else str(value)
    )


def rule_named(book: Rulebook, name: str, level: str) -> AnyRule:
    """The rule called ``name`` at a level, or what stands in for it; raises :class:`GivenError` with the nearest name."""
    known = {
        old.name: new for old, new in book.replaced.items() if book.level(old) == level
    }  # under a reform or reading
    known |= {r.name: r for r in book.trees if book.level(r) == level}
    if name not in known:
        near = difflib.get_close_matches(str(name), known, 1)
        raise GivenError(str(name), f"no rule of this name at {level}" + (f"; did you mean {near[0]}?" if near else ""))
    return known[name]


def run_all(texts: Iterable[tuple[str, str]], book: Rulebook) -> list[Verdict]:
    """Verdicts of all cases in pairs of (file name, YAML text)."""
    tester = Tester(book)
    return [tester.check(case) for file, text in texts for case in read_cases(file, text)]
