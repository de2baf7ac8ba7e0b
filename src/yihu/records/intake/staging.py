"""Work done so far, kept beside the output so that an import that was stopped goes on where it stood.

``OUT.staging/`` holds a manifest of input and options, and for each sheet the chunks that are done:
``members-00000.parquet`` with its findings beside it. A chunk counts once it has its name, which it gets when it is whole.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from yihu.engines.rules.parameters import Words
from yihu.records.intake.findings import IntakeError
from yihu.records.intake.report import FINDINGS

_OURS = re.compile(r"manifest\.json|.*-\d{5}(\.findings)?\.parquet|.*\.part|order\.duckdb(\.wal)?|sort")
_OTHER = Words(
    "有其他输入或选项的未完成导入，已舍弃", "unfinished work on another input or with other options was discarded"
)
_DAMAGED = Words("未完成的导入已损坏，已舍弃", "unfinished work was damaged and was discarded")
_GOES_ON = Words("接着上次未完成的导入", "going on with the import that was stopped")
_COMPRESSION = "zstd"


class Staging:
    """The folder of one import. ``notes`` tell what was found in it; ``resumed`` is true where it goes on."""

    def __init__(self, folder: Path, manifest: Mapping[str, Any]) -> None:
        self.folder = folder
        self.notes: list[Words] = []
        self.resumed = False
        if folder.exists():
            self._take_up(manifest)
        if not folder.exists():
            folder.mkdir(parents=True)
            part = folder / "manifest.json.part"
            part.write_text(_manifest(manifest), "utf-8")
            part.replace(folder / "manifest.json")

    def _take_up(self, manifest: Mapping[str, Any]) -> None:
        names = [each.name for each in self.folder.iterdir()] if self.folder.is_dir() else [""]
        if any(not _OURS.fullmatch(name) for name in names):
            raise IntakeError("foreign_staging", path=self.folder)
        try:
            same = (self.folder / "manifest.json").read_text("utf-8") == _manifest(manifest)
            for name in names:
                if name.endswith(".parquet"):
                    pq.read_metadata(self.folder / name)
        except (OSError, ValueError, pa.ArrowException):
            self.notes.append(_DAMAGED)
            self.remove()
            return
        if not same:
            self.notes.append(_OTHER)
            self.remove()
        elif self.any_done(names):
            self.notes.append(_GOES_ON)
            self.resumed = True

    @staticmethod
    def any_done(names: list[str]) -> bool:
        """True where a chunk is done."""
        return any(re.fullmatch(r".*-\d{5}\.parquet", name) for name in names)

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder)

    def done(self, name: str) -> int:
        """How many chunks of sheet ``name`` are done, without a gap."""
        count = 0
        while self._chunk(name, count).exists() and self._findings(name, count).exists():
            count += 1
        return count

    def rows(self, name: str) -> int:
        """Rows of sheet ``name`` that are done."""
        return sum(pq.read_metadata(self._chunk(name, number)).num_rows for number in range(self.done(name)))

    def keep(self, name: str, number: int, table: pa.Table, findings: pa.Table) -> None:
        """Keep a chunk; the findings first, for the chunk's own name says that both are there."""
        _write(self._findings(name, number), findings)
        _write(self._chunk(name, number), table)

    def tables(self, name: str, schema: pa.Schema, columns: list[str] | None = None) -> pa.RecordBatchReader:
        """All rows of sheet ``name`` in order, read as they are needed."""
        wanted = schema if columns is None else pa.schema([schema.field(c) for c in columns])
        return pa.RecordBatchReader.from_batches(wanted, self._batches(name, wanted))

    def _batches(self, name: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
        for number in range(self.done(name)):
            with pq.ParquetFile(self._chunk(name, number)) as file:
                yield from file.read(schema.names, use_threads=False).cast(schema).to_batches()

    def findings(self, names: list[str]) -> pa.RecordBatchReader:
        """All findings of the sheets ``names`` in order."""
        return pa.RecordBatchReader.from_batches(FINDINGS, self._finding_batches(names))

    def _finding_batches(self, names: list[str]) -> Iterator[pa.RecordBatch]:
        for name in names:
            for number in range(self.done(name)):
                with pq.ParquetFile(self._findings(name, number)) as file:
                    yield from file.read(use_threads=False).to_batches()

    def _chunk(self, name: str, number: int) -> Path:
        return self.folder / f"{name}-{number:05}.parquet"

    def _findings(self, name: str, number: int) -> Path:
        return self.folder / f"{name}-{number:05}.findings.parquet"


def _manifest(manifest: Mapping[str, Any]) -> str:
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1)


def _write(path: Path, table: pa.Table) -> None:
    part = path.with_name(path.name + ".part")
    pq.write_table(table, part, compression=_COMPRESSION)
    part.replace(path)
