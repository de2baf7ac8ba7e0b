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

``entitled`` is yes, no or unknown; ``amount`` may be ``unknown``. Only what is written is checked.
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
from yihu.engines.rules.types import YES_NO

KEYS = {"name", "en", "on", "source", "given", "expect", "usual"}


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


@dataclass
class Verdict:
    """What a policy test found: the differences (none: passed) and the rules and branches it evaluated."""

    case: PolicyCase
    differences: list[str] = field(default_factory=list)
    evaluation: Evaluation | None = None

    @property
    def passed(self) -> bool:
        """True where everything expected came out."""
        return not self.differences


def read_cases(file: str, text: str) -> list[PolicyCase]:
    """The cases of one YAML text; raises :class:`PolicyError`."""
    try:
        data = exact.load(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
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
    return PolicyCase(
        file, line, data["name"], month, data["source"], data["given"], data["expect"], data.get("usual", True), data.get("en", "")
    )  # fmt: skip


def check(case: PolicyCase, book: Rulebook) -> Verdict:
    """Evaluate a case and compare; raises :class:`PolicyError` where the test itself is wrong."""
    verdict = Verdict(case)
    try:
        family = case_from(case.given, book.root, book.programmes, usual=case.usual)
    except GivenError as problem:
        raise PolicyError(f"{case.file}:{case.line}: given: {problem}") from None
    verdict.evaluation = Evaluation(Month(book, case.month), family)
    try:
        verdict.differences += _compare(case.expect, verdict.evaluation, verdict.evaluation.case, "")
    except GivenError as problem:
        raise PolicyError(f"{case.file}:{case.line}: expect: {problem}") from None
    return verdict


def _mapping(value: Any, at: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise GivenError(at, f"expected name: value below it, found {value!r}")
    return value


def _compare(expect: Mapping[str, Any], evaluation: Evaluation, frame: Frame, path: str) -> Iterator[str]:
    book = evaluation.month.book
    for key, wanted in _mapping(expect, path.rstrip(".")).items():
        item = re.fullmatch(r"(\w+)\[(\d+)\]", str(key))
        at = f"{path}{key}"
        if item and item[1] in frame.lists:
            if int(item[2]) >= len(frame.lists[item[1]]):
                raise GivenError(at, f"there are only {len(frame.lists[item[1]])}")
            yield from _compare(wanted, evaluation, frame.lists[item[1]][int(item[2])], at + ".")
        elif key == "rules":
            for name, value in _mapping(wanted, at).items():
                yield from _same(evaluation, rule_named(book, name, frame.level), frame, value, f"{at}.{name}")
        else:
            yield from _programme(evaluation, frame, str(key), wanted, at)


def _programme(evaluation: Evaluation, frame: Frame, id: str, wanted: Mapping[str, Any], at: str) -> Iterator[str]:
    book = evaluation.month.book
    known = {p.id: p for p in book.programmes if book.level(p.eligible) == frame.level}
    if id not in known:
        near = difflib.get_close_matches(id, known, 1)
        raise GivenError(at, f"no programme {id} here" + (f"; did you mean {near[0]}?" if near else ""))
    outcome = book.outcomes[known[id]]
    for key, value in _mapping(wanted, at).items():
        if key == "entitled":
            yield from _same(evaluation, outcome.entitled, frame, value, f"{at}.entitled")
        elif key == "eligible":
            yield from _same(evaluation, known[id].eligible, frame, value, f"{at}.eligible")
        elif key == "amount" and outcome.amount is not None:
            yield from _same(evaluation, outcome.amount, frame, value, f"{at}.amount")
        else:
            raise GivenError(f"{at}.{key}", "expected entitled, eligible or amount")


def _same(evaluation: Evaluation, rule: AnyRule, frame: Frame, wanted: Any, at: str) -> Iterator[str]:
    found = evaluation.of(rule, frame)
    expected = parse(YES_NO if rule.type.kind is YES_NO.kind else rule.type, wanted, at)
    if found != expected:
        yield f"{at}: expected {_shown(expected)}, found {_shown(found)}"


def _shown(value: Any) -> str:
    return (
        "unknown"
        if value is None
        else {True: "yes", False: "no"}.get(value, str(value))
        if isinstance(value, bool)
        else str(value)
    )


def rule_named(book: Rulebook, name: str, level: str) -> AnyRule:
    """The rule called ``name`` at a level; raises :class:`GivenError` with the nearest name."""
    known = {r.name: r for r in book.trees if book.level(r) == level}
    if name not in known:
        near = difflib.get_close_matches(str(name), known, 1)
        raise GivenError(str(name), f"no rule of this name at {level}" + (f"; did you mean {near[0]}?" if near else ""))
    return known[name]


def run_all(texts: Iterable[tuple[str, str]], book: Rulebook) -> list[Verdict]:
    """Verdicts of all cases in pairs of (file name, YAML text)."""
    return [check(case, book) for file, text in texts for case in read_cases(file, text)]
