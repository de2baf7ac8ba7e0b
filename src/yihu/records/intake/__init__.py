"""Families come in: CSV, XLSX or Parquet with one row a person, or YAML/JSON of one family, become checked snapshots and cases.

Every mistake is a row of a report (:class:`Finding`) or an :class:`IntakeError`; nothing half-written is left, and names
and identity numbers are never kept.
"""

from yihu.records.intake.findings import Finding, IntakeError
from yihu.records.intake.load import Intake, Summary, import_families

__all__ = ["Finding", "Intake", "IntakeError", "Summary", "import_families"]
