"""The policy tests that expect something of a programme: how many, some of them, and where all of them stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yihu.desks.reports.programme_about import About, Subject
from yihu.desks.reports.programme_view import CaseRow, CasesView
from yihu.engines.rules.given import parse
from yihu.engines.rules.policy import PolicyCase, read_cases
from yihu.engines.rules.tree import CASE
from yihu.engines.rules.types import YES_NO
from yihu.engines.rules.wording import Lang, value
from yihu.pack import Pack
from yihu.pack_check import policy_files

MOST = 12
"""Tests that a page lists; all stand in their files."""


@dataclass(frozen=True)
class Case:
    """A policy test and the path of its file from the package that holds it."""

    path: str
    case: PolicyCase


@dataclass(frozen=True)
class _Expected:
    level: str
    position: int
    wanted: Mapping[str, Any]


def read(pack: Pack) -> tuple[Case, ...]:
    """Every policy test of a pack; raises PolicyError."""
    found = []
    for folder in pack.tests:
        for file in policy_files(folder):
            path = _path(str(file), pack)
            found += [Case(path, case) for case in read_cases(file.name, file.read_text(encoding="utf-8"))]
    return tuple(found)


def _path(file: str, pack: Pack) -> str:
    """The path of a file from its package on: the same wherever the pack is installed."""
    package = pack.root.__module__.partition(".")[0]
    parts = file.replace("\\", "/").split("/")
    at = len(parts) - 1 - parts[::-1].index(package) if package in parts else len(parts) - 1
    return "/".join(parts[at:])


def count(subject: Subject, cases: Sequence[Case]) -> int:
    """How many tests expect something of a subject."""
    return sum(any(True for _ in _expected(each.case.expect, subject, CASE, 0)) for each in cases)


def cases_view(about: About, cases: Sequence[Case]) -> CasesView:
    """Tests of the subject, a few of them from the first to the last."""
    found = [(each, tuple(_expected(each.case.expect, about.subject, CASE, 0))) for each in cases]
    found = [(each, wanted) for each, wanted in found if wanted]
    shown = found if len(found) <= MOST else [found[i * len(found) // MOST] for i in range(MOST)]
    files = tuple((path.rpartition("/")[2], f"tests:{path}") for path in dict.fromkeys(each.path for each, _ in found))
    return CasesView(len(found), tuple(_row(about, each, wanted) for each, wanted in shown), files)


def _expected(expect: Mapping[str, Any], subject: Subject, level: str, position: int) -> Iterator[_Expected]:
    """What a test expects of the subject, of the case or of an item of a list."""
    for key, wanted in expect.items():
        if "[" in str(key):
            inner, _, number = str(key).rstrip("]").partition("[")
            yield from _expected(wanted, subject, inner, int(number))
        elif key == "rules" and subject.programme is None and subject.id in wanted and _level(subject) == level:
            yield _Expected(level, position, {"value": wanted[subject.id]})
        elif key == subject.id and subject.programme is not None:
            yield _Expected(level, position, wanted)


def _level(subject: Subject) -> str:
    return subject.pack.rulebook.level(subject.rules[0])


def _row(about: About, found: Case, wanted: Sequence[_Expected]) -> CaseRow:
    case = found.case
    name = case.name if about.lang == "zh" else case.en or case.name
    if case.reading:
        name += about.texts("programme_case_reading", number=case.reading.partition("-")[0])
    expects = about.texts("list_mark").join(_whose(about, each, wanted) + _what(about, each.wanted) for each in wanted)
    return CaseRow((name, f"tests:{found.path}#L{case.line}"), f"{case.month:%Y-%m}", expects, case.source)


def _whose(about: About, expected: _Expected, all_: Sequence[_Expected]) -> str:
    """Which item of a list is meant, where a test expects something of several."""
    if expected.level == CASE or len(all_) == 1:
        return ""
    nested = about.book.root.LISTS[expected.level]
    name = nested.zh if about.lang == "zh" else nested.en
    return about.texts("programme_case_item", name=name, number=expected.position + 1)


def _what(about: About, wanted: Mapping[str, Any]) -> str:
    """An expectation in words: entitled or not, and the sum."""
    if "value" in wanted:
        return _value(about, wanted["value"], about.lang)
    said = []
    for key in ("eligible", "entitled"):
        if key in wanted:
            known = parse(YES_NO, wanted[key], key)
            state = "unknown" if known is None else "yes" if known else "no"
            said.append(about.texts(f"programme_case_{key}_{state}"))
    refused = any(parse(YES_NO, wanted[key], key) is False for key in ("eligible", "entitled") if key in wanted)
    if "amount" in wanted and not refused:
        said.append(_amount(about, wanted["amount"]))
    return about.texts("programme_and").join(said)


def _amount(about: About, wanted: Any) -> str:
    programme = about.subject.programme
    assert programme is not None
    outcome = about.book.outcomes[programme].amount
    assert outcome is not None
    found = parse(outcome.type, wanted, "amount")
    return about.texts("programme_case_amount_unknown") if found is None else value(found, outcome.type, about.lang)


def _value(about: About, wanted: Any, lang: Lang) -> str:
    rule = about.subject.rules[0]
    return value(parse(rule.type, wanted, rule.name), rule.type, lang)
