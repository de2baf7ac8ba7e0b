"""The report of an import: findings as a table while it goes on, and at the end a CSV that spreadsheets open."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from yihu.records.intake.findings import Finding, harmless

HEADER = (
    "工作表 sheet", "行 line", "列 column", "值 value", "代码 code", "问题", "problem", "处理办法", "remedy",
)  # fmt: skip
FINDINGS = pa.schema([(name, pa.int64() if name == "line" else pa.string()) for name in Finding._fields])


def findings_table(findings: list[Finding]) -> pa.Table:
    """Findings as an Arrow table."""
    return pa.Table.from_pylist([f._asdict() for f in findings], FINDINGS)


def write_report(path: Path, findings: Iterable[tuple[str, ...]]) -> None:
    """Write all findings; the file appears under its name only when it is whole."""
    part = path.with_name(path.name + ".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows([harmless(str(cell)) for cell in row] for row in findings)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
