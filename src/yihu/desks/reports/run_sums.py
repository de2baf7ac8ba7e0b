"""Sums of a run's summary: counts and money (fen) by finding, over programmes and districts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

ENTITLED = ("right", "missed", "changed")


class Sums:
    """Sums over ``summary.json``. Only money that is paid month by month is summed; recognitions pay nothing."""

    def __init__(self, summary: Mapping[str, Any]) -> None:
        self.summary = summary
        self.programmes: Sequence[Mapping[str, Any]] = summary["programmes"]
        self.families: int = summary["families"]
        self.people: int = summary["people"]

    @property
    def single(self) -> bool:
        """True for one month, False for sums over several (which are not held against payments)."""
        return len(self.summary["months"]) == 1

    @property
    def monthly(self) -> list[Mapping[str, Any]]:
        """Programmes that pay every month."""
        return [p for p in self.programmes if p["every"] == "month"]

    def count(self, word: str, programmes: Iterable[Mapping[str, Any]] | None = None) -> int:
        """Number with a finding."""
        return sum(cell(p["total"], word, "count") for p in (self.programmes if programmes is None else programmes))

    def entitled(self) -> int:
        """Number entitled, drawing it or not."""
        return sum(self.count(word) for word in ENTITLED)

    @property
    def due(self) -> int:
        """Money that the law gives a month (for several months: in all)."""
        return sum(due_of(p["total"]) for p in self.monthly)

    @property
    def paid(self) -> int:
        """Money paid a month today."""
        return sum(paid_of(p["total"]) for p in self.monthly)

    @property
    def missed_money(self) -> int:
        """Money a month that those who were missed would get."""
        return sum(cell(p["total"], "missed", "amount") for p in self.monthly)

    def district(self, code: str, word: str) -> int:
        """Number with a finding in a district."""
        return sum(cell(p["districts"].get(code, {}), word, "count") for p in self.programmes)

    def district_missed(self, code: str) -> int:
        """Money a month missed in a district."""
        return sum(cell(p["districts"].get(code, {}), "missed", "amount") for p in self.monthly)


def cell(findings: Mapping[str, Mapping[str, int]], word: str, what: str) -> int:
    """A figure of a cell; 0 where there is none."""
    return findings.get(word, {}).get(what, 0)


def due_of(findings: Mapping[str, Mapping[str, int]]) -> int:
    """Money that the law gives."""
    return sum(cell(findings, word, "amount") for word in ENTITLED)


def paid_of(findings: Mapping[str, Mapping[str, int]]) -> int:
    """Money paid today."""
    return sum(values["paid"] for values in findings.values())
