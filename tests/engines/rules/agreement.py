"""One rulebook, one month and some families in all engines, and what they disagree about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from types import ModuleType
from typing import Any

import pyarrow as pa

from tests.engines.rules.worlds import found
from yihu.engines.rules import UNKNOWN, Entity, Rule, ranges
from yihu.engines.rules.book import AnyRule
from yihu.engines.rules.call import Evaluation
from yihu.engines.rules.kernel import FINDINGS, Want, kernel_for
from yihu.engines.rules.kernel.machine import LEAST_FAMILIES
from yihu.engines.rules.layout import table_of
from yihu.engines.rules.month import Month, months_from
from yihu.engines.rules.parameters import ParameterGap
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.sql import evaluate_table
from yihu.engines.rules.values import UnknownFact

Values = dict[str, list[list[int | None]]]  # by rule: for each family its subjects' values, scaled; None is unknown


class Disagreement(AssertionError):
    """Two engines give different values for a family."""


def subjects(level: str, case: Entity) -> Sequence[Entity]:
    """The case itself or the items of one of its lists."""
    found: Sequence[Entity] = [case] if level == "case" else getattr(case, level)
    return found


def by_call(month: Month, rules: Sequence[AnyRule], cases: Sequence[Entity]) -> Values:
    """The engine for one family."""
    evaluations = [Evaluation(month, case) for case in cases]
    level = month.book.level
    return {r.name: [[_whole(e.of(r, f), r) for f in e.frames(level(r))] for e in evaluations] for r in rules}


def by_kernel(month: Month, rules: Sequence[AnyRule], cases: Sequence[Entity], threads: int = 1) -> Values:
    """The native kernel; with several threads the families are repeated until there is work for each."""
    table = table_of(cases, month.book.root, month.book.programmes)
    copies = 1 if threads == 1 else -(-threads * LEAST_FAMILIES // max(1, len(cases)))
    wants = everything(month, rules)
    outputs = kernel_for(month, wants).run(pa.concat_tables([table] * copies), month, threads)
    seen: Values = {}
    for rule, want in zip(rules, wants, strict=False):
        arrays = outputs.of(want)
        flat = [
            None if dark else int(v)
            for v, dark in zip(arrays["value"].tolist(), arrays["unknown"].tolist(), strict=True)
        ]
        size = len(flat) // copies
        assert flat == flat[:size] * copies, f"{rule.name}: a copy of the families got other values on another thread"
        seen[rule.name] = _split(flat[:size], [len(subjects(want.level, case)) for case in cases])
    return seen


def everything(month: Month, rules: Sequence[AnyRule]) -> list[Want]:
    """The values of ``rules``, then the findings of all programmes."""
    level = month.book.level
    return [Want(level(r), rule=r) for r in rules] + [
        Want(level(p.eligible), programme=p) for p in month.book.programmes
    ]


def by_duckdb(month: Month, rules: Sequence[AnyRule], cases: Sequence[Entity]) -> Values:
    """The independent engine."""
    table = evaluate_table(month.book, month.first_day, table_of(cases, month.book.root, month.book.programmes), rules)
    seen: Values = {}
    for rule in rules:
        cells = table.column(rule.name).to_pylist()
        rows = [[cell] for cell in cells] if month.book.level(rule) == "case" else cells
        seen[rule.name] = [
            [
                None if v is None else ranges.scaled(v, rule.type) if rule.type.kind.value == "date" else int(v)
                for v in row
            ]
            for row in rows
        ]
    return seen


def by_plain_python(month: Month, rules: Iterable[AnyRule], cases: Sequence[Entity]) -> dict[str, list[list[Any]]]:
    """The rules simply called; ``...`` where plain Python cannot tell: an unknown fact decides, ``entitled`` is asked, or
    the rule is of another time and its figure not of this."""
    law = month.book.law.on(month.first_day)

    def one(rule: Callable[[Any, Any], Any], subject: Entity) -> Any:
        try:
            value = rule(subject, law)
        except (UnknownFact, NotImplementedError, ParameterGap):
            return ...
        return None if value is UNKNOWN else value

    level = month.book.level
    return {
        r.name: [[v if (v := one(r, s)) is ... else _whole(v, r) for s in subjects(level(r), case)] for case in cases]
        for r in rules
    }


def compare(month: Month, made: ModuleType, cases: Sequence[Entity]) -> int:
    """Families compared in all engines; raises :class:`Disagreement` for the first that differs."""
    return compare_rules(month, list(month.trees), found(made, Rule), cases)


def compare_rules(month: Month, rules: Sequence[AnyRule], written: Iterable[AnyRule], cases: Sequence[Entity]) -> int:
    """Cases for which ``rules`` were compared in all engines, those ``written`` also called as plain Python."""
    first = by_call(month, rules, cases)
    others = {
        "plain Python": by_plain_python(month, written, cases),
        "kernel": by_kernel(month, rules, cases),
        "kernel on two threads": by_kernel(month, rules, cases, threads=2),
        "DuckDB": by_duckdb(month, rules, cases),
    }
    for engine, values in others.items():
        for name, theirs in values.items():
            for case, a, b in zip(cases, first[name], theirs, strict=True):
                if any(x != y and y is not ... for x, y in zip(a, b, strict=True)):
                    raise Disagreement(
                        f"{name} in {month.first_day:%Y-%m}: call gives {a}, {engine} {b} for\n{shown(case)}"
                    )
    findings(month, cases)
    one_pass(month, rules, cases)
    return len(cases)


def one_pass(month: Month, rules: Sequence[AnyRule], cases: Sequence[Entity]) -> None:
    """Several months in one pass add up to the months one by one."""
    days = months_from(month.first_day, 4)
    months = [m for m in (Month(month.book, day) for day in days) if m.programmes == month.programmes]
    wants = [Want(month.book.level(rule), rule=rule, sums=True) for rule in rules]
    outputs = kernel_for(months, wants).run(table_of(cases, month.book.root, month.book.programmes), months)
    each = [by_call(m, rules, cases) for m in months]
    for rule, want in zip(rules, wants, strict=True):
        columns = zip(*([v for row in values[rule.name] for v in row] for values in each), strict=True)
        expected = [(sum(v or 0 for v in column), column.count(None)) for column in columns]
        arrays = outputs.of(want)
        seen = list(zip(arrays["value"].tolist(), arrays["unknown"].tolist(), strict=True))
        if seen != expected:
            raise Disagreement(
                f"{rule.name} from {month.first_day:%Y-%m}: in one pass {seen}, month by month {expected}"
            )


def findings(month: Month, cases: Sequence[Entity]) -> None:
    """What the kernel finds of each programme is what follows from the values of the call engine."""
    wants = everything(month, list(month.trees))
    outputs = kernel_for(month, wants).run(table_of(cases, month.book.root, month.book.programmes), month)
    for want in wants:
        if want.programme is None:
            continue
        expected = [
            expected_finding(month, want.programme, case, position)
            for case in cases
            for position in range(len(subjects(want.level, case)))
        ]
        arrays = outputs.of(want)
        seen = [(FINDINGS[f], int(a)) for f, a in zip(arrays["finding"], arrays["amount"], strict=True)]
        if seen != expected:
            raise Disagreement(
                f"findings of {want.programme.id} in {month.first_day:%Y-%m}: {seen}, expected {expected}"
            )


def expected_finding(month: Month, programme: Programme, case: Entity, position: int) -> tuple[str, int]:
    """Finding and amount (in fen) by the definition of the words."""
    evaluation = Evaluation(month, case)
    frame = evaluation.frames(month.book.level(programme.eligible))[position]
    outcome = month.book.outcomes[programme]
    entitled = evaluation.of(outcome.entitled, frame)
    amount = 0 if outcome.amount is None else evaluation.of(outcome.amount, frame)
    paid = frame.facts.get(f"granted.{programme.id}")
    sure = entitled is True and amount is not None and (programme.amount is None or amount > 0)
    fen = int(amount * 100) if sure and amount is not None else 0
    if entitled is None or (entitled and amount is None) or paid is None:
        return "cannot_tell", fen
    same = programme.amount is None or paid == amount
    if sure:
        return ("missed" if not paid else "right" if same else "changed"), fen
    return ("ended" if paid else "none"), 0


def shown(entity: Entity, indent: str = "  ") -> str:
    """Facts of a family, one entity a line."""
    facts = {name: entity.known(name) for name in entity.FACTS} | {f"granted.{k}": v for k, v in entity.granted.items()}
    lines = [indent + ", ".join(f"{k}={'unknown' if v is None else v}" for k, v in facts.items())]
    for name in entity.LISTS:
        lines += [f"{indent}{name}:", *(shown(item, indent + "  ") for item in getattr(entity, name))]
    return "\n".join(lines)


def _whole(value: Any, rule: AnyRule) -> int | None:
    return None if value is None else ranges.scaled(value, rule.type)


def _split(flat: list[int | None], sizes: list[int]) -> list[list[int | None]]:
    starts = [sum(sizes[:i]) for i in range(len(sizes) + 1)]
    return [flat[a:b] for a, b in pairwise(starts)]
