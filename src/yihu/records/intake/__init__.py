"""Families come in: tables (CSV, XLSX, Parquet) with one row a person become snapshots, YAML or JSON of one a case.

Every mistake is a row of a report or a typed error; nothing half-written is left; names and identity numbers are
never kept.
"""

from typing import TYPE_CHECKING, Any

from yihu.records.intake.family import Family, FamilyError, read_family
from yihu.records.intake.findings import Finding, IntakeError

if TYPE_CHECKING:
    from yihu.records.intake.load import Intake, Summary, import_families

__all__ = [
    "Family", "FamilyError", "Finding", "Intake", "IntakeError", "Summary", "import_families", "read_family",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Tables need Arrow and DuckDB, which one family does not wait for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from yihu.records.intake import load

    return getattr(load, name)
