"""Brings the rows of each family together, out of core: DuckDB sorts on disk under a memory limit.

Families stand in the order of their first row, rows within a family in the order of the file.
"""

# ruff: noqa: S608 - the names in the queries are those of the pack's lists and of columns named here
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

from yihu.records.intake.fields import FAMILY
from yihu.records.intake.findings import Finding, Refused, finding, shown
from yihu.records.intake.report import FINDINGS, findings_table
from yihu.records.intake.rows import BAD, LINE, PERSON
from yihu.records.intake.staging import Staging

FIRST, FAMILY_BAD = "#first", "#family_bad"
_MOST_LINES = 5
_MOST_FETCHED = 10_000
_AT_ONCE = 4_096
_KEYS = [LINE, FAMILY, BAD, PERSON]


class Order:
    """The staged rows of one import, sorted by family. Use as a context manager."""

    def __init__(
        self, staging: Staging, sheets: Mapping[str, str], schemas: Mapping[str, pa.Schema], memory: str
    ) -> None:
        self.staging, self.sheets, self.schemas = staging, sheets, schemas
        self.main = next(iter(schemas))
        self._remove()
        file = staging.folder / "order.duckdb"
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": memory,
            "threads": "2",
            "temp_directory": str(staging.folder / "sort"),
        }
        self.db = duckdb.connect(str(file), config=config)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()
        self._remove()

    def _remove(self) -> None:
        for name in ("order.duckdb", "order.duckdb.wal"):
            (self.staging.folder / name).unlink(missing_ok=True)

    def build(self, headers: Mapping[str, str]) -> None:
        """Find who belongs together and which families have a refused row; ``headers`` name reported columns."""
        self._create("findings", self.staging.findings(list(self.schemas)))
        for name in self.schemas:
            self._create(f"keys {name}", self.staging.tables(name, self.schemas[name], _KEYS))
        self.db.execute(f"""
            create table families as
            select {FAMILY}, min("{LINE}") as first, bool_or("{BAD}") as bad
            from "keys {self.main}" where {FAMILY} is not null group by {FAMILY}""")
        self._people_given_twice(headers[PERSON])
        for name in list(self.schemas)[1:]:
            self._rows_of_no_family(name, headers[name])
        for name in self.schemas:
            self._sort(name)

    def _create(self, table: str, reader: pa.RecordBatchReader, query: str = "select * from arriving") -> None:
        self.db.register("arriving", reader)
        self.db.execute(f'create table "{table}" as {query}')
        self.db.unregister("arriving")

    def _people_given_twice(self, header: str) -> None:
        keys = f'"keys {self.main}"'
        self.db.execute(f"""
            create table twice as
            select "{PERSON}", list("{LINE}" order by "{LINE}")[1:{_MOST_LINES}] as lines
            from {keys} where "{PERSON}" is not null group by "{PERSON}" having count(*) > 1""")
        rows = self._fetched(f'select "{LINE}", lines from {keys} join twice using ("{PERSON}") order by "{LINE}"')
        sheet = self.sheets[self.main]
        for some in rows:
            told = (Refused("duplicate_person", lines=", ".join(map(str, lines))) for _, lines in some)
            self.add([finding(sheet, line, header, "", refused) for (line, _), refused in zip(some, told, strict=True)])
        self._spoil(f'select {FAMILY} from {keys} semi join twice using ("{PERSON}")')

    def _rows_of_no_family(self, name: str, header: str) -> None:
        keys = f'"keys {name}"'
        query = f"""select "{LINE}", {FAMILY} from {keys} anti join families using ({FAMILY})
            where {FAMILY} is not null order by 1"""
        for some in self._fetched(query):
            unknown = Refused("unknown_family")
            self.add([finding(self.sheets[name], line, header, shown(family), unknown) for line, family in some])
        self._spoil(f'select {FAMILY} from {keys} where "{BAD}"')

    def _spoil(self, families: str) -> None:
        self.db.execute(f"update families set bad = true where {FAMILY} in ({families})")

    def _sort(self, name: str) -> None:
        reader = self.staging.tables(name, self.schemas[name])
        query = f"""
            select f.first as "{FIRST}", f.bad as "{FAMILY_BAD}", a.* exclude ("{PERSON}", "{BAD}")
            from arriving a join families f on a.{FAMILY} = f.{FAMILY} order by f.first, a."{LINE}\""""
        self._create(f"rows {name}", reader, query)

    def _fetched(self, query: str) -> Iterator[list[tuple[int, str]]]:
        with self.db.cursor() as cursor:
            cursor.execute(query)
            while some := cursor.fetchmany(_MOST_FETCHED):
                yield some

    def add(self, findings: list[Finding]) -> None:
        """Add findings to the report."""
        self.db.register("arriving", findings_table(findings))
        self.db.execute("insert into findings select * from arriving")
        self.db.unregister("arriving")

    def counts(self) -> dict[str, int]:
        """How many findings there are of each code."""
        return dict(self.db.execute("select code, count(*) from findings group by code order by code").fetchall())

    def findings(self) -> Iterator[tuple[str, ...]]:
        """All findings by sheet and line."""
        names = json.dumps(list(self.sheets.values()), ensure_ascii=False)
        query = f"""select {", ".join(f'"{f}"' for f in FINDINGS.names)} from findings
            order by list_position(json_extract_string($names, '$[*]'), sheet), line, rowid"""
        with self.db.cursor() as cursor:
            cursor.execute(query, {"names": names})
            while some := cursor.fetchmany(_MOST_FETCHED):
                yield from some

    def size(self) -> int:
        """Number of families."""
        return int(self.db.execute("select count(*) from families").fetchall()[0][0])

    def groups(self, size: int = _AT_ONCE) -> Iterator[dict[str, pa.Table]]:
        """The sorted rows of every list, ``size`` families at a time."""
        query = f"""select first from (select first, row_number() over (order by first) - 1 as n from families)
            where n % {size} = 0 order by first"""
        starts = [row[0] for row in self.db.execute(query).fetchall()]
        for start, end in pairwise([*starts, 1 << 62]):
            yield {name: self._rows(name, start, end) for name in self.schemas}

    def _rows(self, name: str, start: int, end: int) -> pa.Table:
        query = (
            f'select * from "rows {name}" where "{FIRST}" >= {start} and "{FIRST}" < {end} order by "{FIRST}", "{LINE}"'
        )
        table = self.db.sql(query).to_arrow_table()
        schema = self.schemas[name]
        return table.cast(
            pa.schema([schema.field(c) if c in schema.names else table.schema.field(c) for c in table.column_names])
        )
