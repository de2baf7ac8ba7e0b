"""Snapshots of all families (what a run reads) as Parquet: one row a family, members as parallel list columns.

No names and no identity numbers; a snapshot is written whole or not at all.
"""

from yihu.engines.rules.layout import arrow_schema, columns
from yihu.records.snapshots.layout import Snapshot, SnapshotError, SnapshotWriter, open_snapshot

__all__ = ["Snapshot", "SnapshotError", "SnapshotWriter", "arrow_schema", "columns", "open_snapshot"]
