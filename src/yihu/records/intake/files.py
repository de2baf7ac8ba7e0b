"""Opens an input file of any kind that is read, and takes its mark."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from yihu.engines.rules.schema import Nested
from yihu.records.intake.columnar import open_parquet
from yihu.records.intake.delimited import open_csv
from yihu.records.intake.findings import IntakeError
from yihu.records.intake.sheets import Sheet
from yihu.records.intake.workbook import open_workbook

KINDS = (".csv", ".xlsx", ".parquet")


def open_sheets(path: Path, lists: Mapping[str, Nested], main: str, sheet: str | None) -> dict[str, Sheet]:
    """The sheet of each list that the file has; ``sheet`` names that of ``main``. Raises :class:`IntakeError`."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise IntakeError("kind", path=path, options=" ".join(KINDS))
    if kind == ".xlsx":
        return open_workbook(path, lists, main, sheet)
    if sheet is not None:
        raise IntakeError("no_sheet", path=path.name, sheet=sheet, options="-")
    return {main: open_csv(path) if kind == ".csv" else open_parquet(path)}


def mark(path: Path) -> str:
    """SHA-256 of a file. Raises :class:`IntakeError` where there is none, or nothing in it."""
    try:
        with path.open("rb") as file:
            if not file.read(1):
                raise IntakeError("empty", path=path)
            file.seek(0)
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise IntakeError("no_file", path=path) from None
    except OSError as problem:
        raise IntakeError("unreadable", path=path, problem=problem.strerror) from None
