"""Families come in: tables (CSV, XLSX, Parquet) with one row a person become snapshots, YAML or JSON of one a case.

Every mistake is a row of a report or a typed error; nothing half-written is left; names and identity numbers are
never kept.
"""

from yihu.records.intake.family import Family, FamilyError, read_family
from yihu.records.intake.findings import Finding, IntakeError
from yihu.records.intake.load import Intake, Summary, import_families

__all__ = [
    "Family", "FamilyError", "Finding", "Intake", "IntakeError", "Summary", "import_families", "read_family",
]  # fmt: skip
