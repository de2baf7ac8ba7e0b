"""Examines a pack as a whole: do its rules read, does its law cover the months, do its policy tests hold, are its places sound?

Nothing here prints or knows today's date; ``yihu check-pack`` and the tests of a pack show what is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable

from yihu.engines.rules.book import Rulebook, RulebookError
from yihu.engines.rules.branches import Coverage, coverage
from yihu.engines.rules.law import LawError
from yihu.engines.rules.month import LawGap, Month, months_from
from yihu.engines.rules.policy import PolicyCase, PolicyError, Tester, Verdict, read_cases
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.syntax import RuleError
from yihu.law_check import Problem, uncited
from yihu.pack import Pack, Places

EARLIEST = date(2005, 1, 1)
DIGITS = {"districts": 6, "streets": 9, "zones": 9, "communities": 12}


@dataclass(frozen=True)
class Tested:
    """How a programme is tested: cases that expect something of it, and those that grant and refuse it."""

    programme: Programme
    cases: int
    granted: int
    refused: int


@dataclass(frozen=True)
class Report:
    """What was found in a pack. ``months`` are the first and last month that can be computed; ``unreached`` are rules
    that no policy test evaluates (worth knowing, not a problem); ``coverage`` which branches of the rules the policy
    tests have seen, where that was asked for."""

    pack: Pack
    problems: tuple[Problem, ...]
    tested: tuple[Tested, ...] = ()
    cases: int = 0
    rules: int = 0
    parameters: int = 0
    months: tuple[date, date] | None = None
    unreached: tuple[str, ...] = ()
    coverage: Coverage | None = None

    @property
    def sound(self) -> bool:
        """True where nothing is wrong, and nothing missing of what was asked for."""
        return not self.problems and not (self.coverage and self.coverage.missing)


def examine(pack: Pack, last: date, branches: bool = False) -> Report:
    """Everything about a pack, with the law up to the month of ``last``. Faults become problems, nothing is raised.

    ``branches`` also measures which branches of the rules the policy tests have seen.
    """
    try:
        book = pack.rulebook
    except (RuleError, RulebookError, LawError) as problem:
        return Report(pack, (Problem("rules", str(problem)),))
    problems = [*_places(pack), *uncited(pack)]
    months, gaps = _months(book, last)
    problems += gaps
    cases, unread = _cases(pack)
    problems += unread
    verdicts, wrong = _verdicts(cases, pack)
    problems += wrong
    problems += [Problem(_at(v.case), d) for v in verdicts for d in v.differences]
    tested = tuple(_tested(p, verdicts) for p in book.programmes)
    problems += [*_untested(tested), *_unexpected(pack, cases)]
    unreached = _unreached(book, verdicts)
    covered = coverage(book, verdicts) if branches else None
    counts = len(cases), len(book.trees), len(book.law.parameters)
    return Report(pack, tuple(problems), tested, *counts, months, unreached, covered)


# the law


def _months(book: Rulebook, last: date) -> tuple[tuple[date, date] | None, list[Problem]]:
    """First and last computable month, counted back from ``last`` without a gap; a gap in ``last`` is a problem."""
    first = max(EARLIEST, min((p.since for p in book.programmes), default=EARLIEST)).replace(day=1)
    last = last.replace(day=1)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    found: date | None = None
    for month in reversed(months_from(first, max(count, 1))):
        try:
            Month(book, month)
        except LawGap as gap:
            problems = [] if found else [Problem(f"law on {month:%Y-%m}", str(gap))]
            return (found, last) if found else None, problems
        found = month
    return (found or first, last), []


# policy tests


def _cases(pack: Pack) -> tuple[list[PolicyCase], list[Problem]]:
    cases: list[PolicyCase] = []
    problems: list[Problem] = []
    for file in (file for folder in pack.tests for file in policy_files(folder)):
        try:
            cases += read_cases(file.name, file.read_text(encoding="utf-8"))
        except PolicyError as problem:
            problems.append(Problem(file.name, str(problem)))
    return cases, problems


def policy_files(folder: Traversable) -> Iterator[Traversable]:
    """The files of policy tests in a folder and the folders below it, by name."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from policy_files(each)
        elif each.name.endswith(".policy.yaml"):
            yield each


def _verdicts(cases: list[PolicyCase], pack: Pack) -> tuple[list[Verdict], list[Problem]]:
    tester = Tester(pack.rulebook, pack.readings)
    verdicts: list[Verdict] = []
    problems: list[Problem] = []
    for case in cases:
        try:
            verdicts.append(tester.check(case))
        except (PolicyError, LawError) as problem:
            problems.append(Problem(_at(case), str(problem)))
    return verdicts, problems


def _at(case: PolicyCase) -> str:
    return f"{case.file}:{case.line} {case.name}"


def _tested(programme: Programme, verdicts: list[Verdict]) -> Tested:
    found = [wanted for v in verdicts for wanted in _expected(v.case.expect, programme.id)]
    granted = sum(wanted.get("entitled", wanted.get("eligible")) is True for wanted in found)
    refused = sum(wanted.get("entitled", wanted.get("eligible")) is False for wanted in found)
    return Tested(programme, len(found), granted, refused)


def _expected(expect: Mapping[str, object], id: str) -> Iterator[Mapping[str, object]]:
    for key, wanted in expect.items():
        if isinstance(wanted, Mapping):
            if key == id:
                yield wanted
            elif "[" in key:
                yield from _expected(wanted, id)


def _untested(tested: tuple[Tested, ...]) -> Iterator[Problem]:
    for each in tested:
        lacks = "yes" if not each.granted else "no" if not each.refused else ""
        if lacks:
            yield Problem(each.programme.id, f"no policy test expects entitled: {lacks}; write one")


def _unexpected(pack: Pack, cases: list[PolicyCase]) -> Iterator[Problem]:
    """Rules asked for their own sake of which no policy test says what they give."""
    expected = {name for case in cases for name in _rules_in(case.expect)}
    for rule in pack.answers:
        if rule.name not in expected:
            yield Problem(rule.name, "no policy test expects a value of it; write one (rules: …)")


def _rules_in(expect: Mapping[str, object]) -> Iterator[str]:
    for key, wanted in expect.items():
        if isinstance(wanted, Mapping):
            yield from map(str, wanted) if key == "rules" else _rules_in(wanted)


def _unreached(book: Rulebook, verdicts: list[Verdict]) -> tuple[str, ...]:
    reached = set()
    for evaluation in (v.evaluation for v in verdicts if v.evaluation is not None):
        for level in ("case", *evaluation.case.lists):
            for frame in evaluation.frames(level):
                reached |= {*frame.rules, *frame.values}
    return tuple(sorted(r.name for r in book.trees if r not in reached and r.source is not None))


# places


def _places(pack: Pack) -> Iterator[Problem]:
    places = pack.places()
    for kind, digits in DIGITS.items():
        for code, name in getattr(places, kind).items():
            if len(str(code)) != digits:
                yield Problem(f"places: {code} {name}", f"a code of {kind} has {digits} digits")
    yield from _orphans(places)
    for code in places.districts.keys() - places.english.keys():
        yield Problem(f"places: {code} {places.districts[code]}", "the district has no English name")


def _orphans(places: Places) -> Iterator[Problem]:
    streets = {**places.streets, **places.zones}
    for code, name in streets.items():
        if code // 1000 not in places.districts:
            yield Problem(f"places: {code} {name}", f"there is no district {code // 1000}")
    for code, name in places.communities.items():
        if code // 1000 not in streets:
            yield Problem(f"places: {code} {name}", f"there is no street {code // 1000}")
