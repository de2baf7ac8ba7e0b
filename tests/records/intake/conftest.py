"""Importing a text in a test: write it, import it with the neutral pack, look at snapshot and report."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.records.intake.town import ON, PACK
from yihu.records.intake import Intake, Summary, import_families
from yihu.records.snapshots import open_snapshot


@dataclass(frozen=True)
class Done:
    """An import that came to an end."""

    summary: Summary
    out: Path

    @property
    def families(self) -> list[dict[str, Any]]:
        """Families of the snapshot."""
        found = open_snapshot(self.out)
        return [row for group in range(found.groups) for row in found.read(group, found.schema.names).to_pylist()]

    @property
    def report(self) -> list[dict[str, str]]:
        """Rows of the report under plain names."""
        names = ("sheet", "line", "column", "value", "code", "zh", "en", "remedy_zh", "remedy_en")
        with self.summary.report.open(encoding="utf-8-sig", newline="") as file:
            return [dict(zip(names, row, strict=True)) for row in list(csv.reader(file))[1:]]

    @property
    def faults(self) -> list[tuple[int, str, str]]:
        """Line, column and code of everything found."""
        return [(int(row["line"]), row["column"], row["code"]) for row in self.report]


Import = Callable[..., Done]


def content(snapshot: Path) -> dict[str, bytes]:
    """All bytes of a snapshot."""
    return {file.name: file.read_bytes() for file in sorted(snapshot.iterdir())}


@pytest.fixture
def importing(tmp_path: Path) -> Import:
    """Import a file, or text as CSV."""

    def run(source: str | bytes | Path, out: Path | None = None, **options: Any) -> Done:
        if not isinstance(source, Path):
            file = tmp_path / "families.csv"
            file.write_bytes(source if isinstance(source, bytes) else source.encode("utf-8"))
            source = file
        target = out or tmp_path / "out" / "families"
        return Done(import_families(Intake(source, target, ON, **options), PACK), target)

    return run
